//! How the guardian starts a command: from the order to run it until its process has become it.
//!
//! What must stay true: it judges by the newest time that the keeper has given. The guardian, or the process in readiness,
//! may have been stopped for longer than the TTL, while the keeper renewed.

use std::io;

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;

use super::super::job::{Job, Phase};
use super::super::launch::{Launched, Ready};
use super::super::protocol::{Ending, Notice, Preparation, Run};
use super::super::tree::Termed;
use super::Guard;
use crate::deadline::Schedule;
use crate::os::wait;

/// What it takes to start a command, and to start it once more.
pub(in crate::supervise) struct Start {
    preparation: Preparation,
    run: Run,
}

impl Guard {
    pub(super) fn prepare(&mut self, preparation: Preparation) -> io::Result<()> {
        if let Some(never_run) = self.ready.take() {
            never_run.dismiss();
        }
        self.ready = Some(Ready::fork(&preparation)?);
        self.preparation = Some(preparation);
        Ok(())
    }

    /// Starts the command that was ordered, if one was, when all orders that wait have been read.
    pub(super) fn start_what_is_ordered(&mut self) -> io::Result<()> {
        let Some(run) = self.to_run.take() else { return Ok(()) };
        let Some(preparation) = self.preparation.take() else { return Err(io::ErrorKind::InvalidInput.into()) };
        self.start(Start { preparation, run })
    }

    fn start(&mut self, start: Start) -> io::Result<()> {
        let Start { preparation, run } = &start;
        let schedule = run.until.map(Schedule::from);
        if schedule.is_some_and(|schedule| self.now >= schedule.term_at) {
            return self.outbox.add(&Notice::TooLate);
        }
        // One that died while it waited is replaced.
        let launched = self.ready.take().map(|ready| ready.launch(run));
        let (pid, launch) = match launched {
            Some(Ok(launched)) => launched,
            Some(Err(_)) | None => Ready::fork(preparation)?.launch(run)?,
        };
        self.timer.set(schedule.map(|schedule| schedule.term_at))?;
        self.job = Some(Job {
            pid,
            launch: Some(launch),
            schedule,
            grace: run.grace,
            phase: Phase::Running,
            termed: Termed::default(),
            unreaped: true,
            lender: run.lender.map(Pid::from_raw),
            start: Some(start),
        });
        Ok(())
    }

    /// Whether the job's process has become the command, if that is still to be seen.
    pub(super) fn look_at_launch(&mut self) -> io::Result<()> {
        let Some(Job { launch: Some(launch), pid, .. }) = &mut self.job else { return Ok(()) };
        let (pid, launched) = (*pid, launch.look());
        match launched {
            Launched::NotYet => return Ok(()),
            Launched::Done => self.outbox.add(&Notice::Started { pid: pid.as_raw() })?,
            Launched::Failed(errno) => self.never_ran(pid, &Notice::Failed { errno })?,
            Launched::TooLate => return self.start_anew(pid),
        }
        if let Some(job) = &mut self.job {
            (job.launch, job.start) = (None, None);
        }
        Ok(())
    }

    /// The process in readiness had been told an older time, and found that it had passed.
    fn start_anew(&mut self, pid: Pid) -> io::Result<()> {
        let Some(Job { phase: Phase::Running, schedule: Some(newest), start: start @ Some(_), .. }) = &mut self.job
        else {
            return self.never_ran(pid, &Notice::TooLate);
        };
        let (newest, start) = (*newest, start.take());
        let Some(mut start) = start.filter(|_| self.now < newest.term_at) else {
            return self.never_ran(pid, &Notice::TooLate);
        };
        self.end(pid)?;
        start.run.until = Some(Ending::from(newest));
        self.start(start)
    }

    fn never_ran(&mut self, pid: Pid, report: &Notice) -> io::Result<()> {
        self.end(pid)?;
        self.outbox.add(report)
    }

    fn end(&mut self, pid: Pid) -> io::Result<()> {
        // It is about to exit, if nobody has stopped it.
        let _ = kill(pid, Signal::SIGKILL);
        wait::reap(pid);
        self.job = None;
        self.timer.set(None)
    }
}
