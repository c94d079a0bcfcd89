//! The guardian: a small process with one thread that owns the child and outlives its keeper just long enough.
//!
//! What must stay true: it never waits for the keeper; when the pipe to it closes, or the schedule's time is reached,
//! the tree ends; it ends itself only when nothing of the tree is left.

mod start;

use std::ffi::CStr;
use std::io;
use std::os::fd::AsFd;
use std::os::unix::net::UnixStream;
use std::time::Duration;

use nix::poll::{PollFd, PollFlags, PollTimeout, poll};
use nix::unistd::{Pid, getpid, setpgid};

use super::descendants::{Bystanders, Descendants};
use super::job::{Job, Phase};
use super::kept;
use super::launch::Ready;
use super::protocol::{Inbox, Notice, Order, Outbox, Preparation, Run, encode};
use super::timer::Timer;
use super::tree::{self, Left, Tree, Unkillable};
use crate::clock::BootTime;
use crate::os::terminal::Terminal;
use crate::os::{self, wait};
use crate::signal::Number;

/// When a launch is looked at, in milliseconds. A command that has ended by then costs nobody a wake-up for its start.
const LAUNCH_ROUND: u16 = 5;
/// A command that runs for so long, in milliseconds, is worth the time that it takes to lock the guardian's memory.
const LOCK_MEMORY_AFTER: u16 = 50;

pub(super) use start::Start;

struct Guard {
    keeper: UnixStream,
    inbox: Inbox,
    outbox: Outbox,
    children: UnixStream,
    timer: Timer,
    /// The next command.
    preparation: Option<Preparation>,
    /// The order to run it, as long as more orders are read: a later one may have moved its time.
    to_run: Option<Run>,
    /// The process that will be it.
    ready: Option<Ready>,
    job: Option<Job>,
    tree: Tree,
    memory_is_locked: bool,
    /// The time by which the command is judged, taken before the newest orders were read: a guardian that was stopped
    /// since then must not find that the time has passed which the keeper has moved on meanwhile.
    now: BootTime,
}

/// The name that the guardian has in a list of processes: whoever kills etcdpat by its name does not mean the guardian.
const NAME: &CStr = c"pat-guardian";

/// The guardian's whole life. Its keeper has prepared a command already, or will.
pub(super) fn guard(keeper: UnixStream, preparation: Option<Preparation>) -> ! {
    let ended = keeper.try_clone().and_then(|to_keeper| match Guard::new(keeper, preparation) {
        Ok(mut guard) => {
            // Whatever ended it: the keeper's end, or a report that could not be delivered.
            let ended = guard.run();
            guard.end_without_keeper();
            if let Some(ready) = guard.ready.take() {
                ready.dismiss();
            }
            ended
        }
        Err(error) => say_broken(&to_keeper, &error),
    });
    os::exit(i32::from(ended.is_err()));
}

/// Tells the keeper why there will be no guardian.
fn say_broken(mut to_keeper: &UnixStream, error: &io::Error) -> io::Result<()> {
    let errno = error.raw_os_error().unwrap_or(nix::libc::EIO);
    io::Write::write_all(&mut to_keeper, &encode(&Notice::Broken { errno })?)
}

impl Guard {
    fn new(keeper: UnixStream, preparation: Option<Preparation>) -> io::Result<Self> {
        kept::forget_all();
        tree::become_subreaper()?;
        // Only the keeper ends the guardian. (SIGKILL does too; then the child dies with it and the keeper sweeps.)
        stand_apart(NAME)?;
        keeper.set_nonblocking(true)?;
        let (children, wake) = UnixStream::pair()?;
        children.set_nonblocking(true)?;
        signal_hook::low_level::pipe::register(signal_hook::consts::SIGCHLD, wake)?;
        Ok(Self {
            keeper,
            inbox: Inbox::default(),
            outbox: Outbox::default(),
            children,
            timer: Timer::new()?,
            ready: preparation.as_ref().map(Ready::fork).transpose()?,
            preparation,
            to_run: None,
            job: None,
            tree: Tree::new(Descendants::new(getpid(), Bystanders::default())),
            memory_is_locked: false,
            now: BootTime::now(),
        })
    }

    fn run(&mut self) -> io::Result<()> {
        loop {
            self.wait()?;
            self.now = BootTime::now();
            // All that the keeper has said by then.
            while self.inbox.fill(&mut self.keeper)? {
                while let Some(order) = self.inbox.next()? {
                    self.obey(order)?;
                }
            }
            if self.inbox.is_closed() {
                return Ok(());
            }
            self.start_what_is_ordered()?;
            let mut drain = [0; 64];
            while io::Read::read(&mut self.children, &mut drain).is_ok_and(|read| read > 0) {}
            self.look()?;
            self.outbox.flush(|bytes| io::Write::write(&mut self.keeper, bytes))?;
        }
    }

    /// Waits for the keeper, a child, or the time.
    fn wait(&mut self) -> io::Result<()> {
        let timeout = match &self.job {
            Some(Job { phase: Phase::Killing, .. }) => poll_timeout(self.tree.round()),
            Some(Job { launch: Some(_), .. }) => PollTimeout::from(LAUNCH_ROUND),
            Some(_) if !self.memory_is_locked => PollTimeout::from(LOCK_MEMORY_AFTER),
            _ => Timer::longest_wait(),
        };
        let timer = self.timer.as_fd(&self.keeper);
        let untold = self.job.as_ref().and_then(|job| job.launch.as_ref()).filter(|launch| !launch.is_told());
        let to_launch = if untold.is_some() { PollFlags::POLLOUT } else { PollFlags::empty() };
        let to_keeper = if self.outbox.is_empty() { PollFlags::empty() } else { PollFlags::POLLOUT };
        let mut fds = [
            PollFd::new(self.keeper.as_fd(), PollFlags::POLLIN | to_keeper),
            PollFd::new(self.children.as_fd(), PollFlags::POLLIN),
            PollFd::new(timer, PollFlags::POLLIN),
            PollFd::new(untold.map_or(timer, AsFd::as_fd), PollFlags::POLLIN | to_launch),
        ];
        match poll(&mut fds, timeout) {
            Ok(0) if self.job.as_ref().is_some_and(|job| job.launch.is_none()) && !self.memory_is_locked => {
                self.memory_is_locked = true;
                os::lock_memory();
                self.tree.rehearse(getpid());
            }
            Ok(_) | Err(nix::errno::Errno::EINTR) => {}
            Err(error) => return Err(error.into()),
        }
        Ok(())
    }

    fn obey(&mut self, order: Order) -> io::Result<()> {
        if let (Order::Until(ending), Some(run)) = (&order, &mut self.to_run) {
            run.until = Some(*ending);
            return Ok(());
        }
        // What is for the command comes after its start.
        self.start_what_is_ordered()?;
        match (order, &mut self.job) {
            (Order::Prepare(preparation), None) => return self.prepare(preparation),
            (Order::Run(run), None) => self.to_run = Some(run),
            (Order::Until(ending), Some(job)) => {
                job.schedule = Some(ending.into());
                // What is ending, ends at the time it was given.
                if job.phase == Phase::Running {
                    self.timer.set(job.schedule.map(|schedule| schedule.term_at))?;
                }
            }
            (Order::Signal { number, group }, Some(job)) => job.pass_on(Number(number), group),
            (Order::End, Some(job)) if job.phase == Phase::Running => {
                let kill_at = job.end_in_order(&mut self.tree);
                self.timer.set(Some(kill_at))?;
            }
            (Order::Kill, Some(job)) => {
                job.phase = Phase::Killing;
                self.timer.set(None)?;
            }
            // An order that crossed the job's end.
            (_, None) | (Order::Prepare(_) | Order::Run(_) | Order::End, Some(_)) => {}
        }
        Ok(())
    }

    /// Looks at the time and at the children, and does what they call for.
    fn look(&mut self) -> io::Result<()> {
        self.look_at_launch()?;
        let Some(job) = &mut self.job else { return Ok(()) };
        let now = self.now;
        if let (Phase::Running, Some(schedule)) = (job.phase, job.schedule)
            && now >= schedule.term_at
        {
            job.phase = Phase::Ending(schedule.kill_at);
            job.terminate(&mut self.tree);
            self.timer.set(Some(schedule.kill_at))?;
            self.outbox.add(&Notice::TimeUp)?;
        }
        if let Phase::Ending(kill_at) = job.phase
            && now >= kill_at
        {
            job.phase = Phase::Killing;
            self.timer.set(None)?;
        }
        if job.phase == Phase::Killing
            && let Some(Unkillable { pid, errno }) = job.kill(&mut self.tree)
        {
            self.outbox.add(&Notice::Unkillable { pid: pid.as_raw(), errno: errno as i32 })?;
        }
        if job.unreaped {
            self.look_at_command()?;
        }
        self.look_at_rest()
    }

    fn look_at_command(&mut self) -> io::Result<()> {
        let Some(job) = &mut self.job else { return Ok(()) };
        // A keeper that is stopped itself need not hear of it for ever.
        if let Some(signal) = job.stopped()
            && !self.outbox.is_backlogged()
        {
            self.outbox.add(&Notice::Stopped { signal })?;
        }
        let Some(status) = job.ended() else { return Ok(()) };
        // What it has to say of its launch, it has said.
        self.look_at_launch()?;
        let Some(job) = &mut self.job else { return Ok(()) };
        self.outbox.add(&Notice::exited(status))?;
        wait::reap(job.pid);
        job.unreaped = false;
        if self.tree.reap() == Left::Nothing {
            return Ok(());
        }
        match job.phase {
            Phase::Running => {
                self.timer.set(Some(job.begin_to_end()))?;
                // None where all are dying of a signal that was passed on.
                let count = job.terminate(&mut self.tree);
                if count > 0 { self.outbox.add(&Notice::Stragglers { count }) } else { Ok(()) }
            }
            // Who had left the tree of the command has become our child only now.
            Phase::Ending(_) => {
                job.terminate(&mut self.tree);
                Ok(())
            }
            Phase::Killing => {
                job.kill(&mut self.tree);
                Ok(())
            }
        }
    }

    fn look_at_rest(&mut self) -> io::Result<()> {
        if self.job.as_ref().is_none_or(|job| job.unreaped) || self.tree.reap() == Left::Something {
            return Ok(());
        }
        self.job = None;
        self.tree.has_ended();
        self.timer.set(None)?;
        self.outbox.add(&Notice::Ended)
    }

    /// The keeper is dead: so is its tree, then.
    fn end_without_keeper(&mut self) {
        let Some(mut job) = self.job.take() else { return };
        let terminal = job.lender.and_then(|lender| Some((Terminal::open()?, lender)));
        loop {
            job.kill(&mut self.tree);
            if job.unreaped && job.ended().is_some() {
                wait::reap(job.pid);
                job.unreaped = false;
            }
            if !job.unreaped && self.tree.reap() == Left::Nothing {
                break;
            }
            let mut child = [PollFd::new(self.children.as_fd(), PollFlags::POLLIN)];
            let _ = poll(&mut child, poll_timeout(self.tree.round()));
            let mut drain = [0; 64];
            while io::Read::read(&mut self.children, &mut drain).is_ok_and(|read| read > 0) {}
        }
        if let Some((terminal, lender)) = terminal {
            terminal.hand_on(job.pid, lender);
        }
    }
}

/// Has this process stand in a process group of its own, under this name, and leave requests to end alone.
pub(super) fn stand_apart(name: &CStr) -> io::Result<()> {
    setpgid(Pid::from_raw(0), Pid::from_raw(0))?;
    set_name(name);
    os::ignore_requests_to_end()?;
    os::unblock_signals()
}

/// In whole milliseconds, at least one.
fn poll_timeout(span: Duration) -> PollTimeout {
    PollTimeout::try_from(span.max(Duration::from_millis(1))).unwrap_or(PollTimeout::MAX)
}

fn set_name(name: &CStr) {
    #[cfg(any(target_os = "linux", target_os = "android"))]
    let _ = nix::sys::prctl::set_name(name);
    #[cfg(not(any(target_os = "linux", target_os = "android")))]
    let _ = name;
}
