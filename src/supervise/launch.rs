//! A process in readiness. It is forked while there is time (the keeper is still talking to etcd), stands apart already,
//! and becomes the command as soon as it is told what that is: then only exec(2) is left to do.
//!
//! What must stay true: it does nothing but wait, and dies with the guardian; starting it never makes the guardian wait.

use std::io::{self, Read, Write};
use std::os::fd::{AsFd, BorrowedFd};
use std::os::unix::net::UnixStream;
use std::os::unix::process::CommandExt;
use std::process::Command;

use nix::sys::signal::{Signal, kill};
use nix::sys::wait::waitpid;
use nix::unistd::{ForkResult, Pid, getpid, tcsetpgrp};

use super::wire::{Inbox, Run, encode};
use crate::os;

/// The exit code of a process that could not become the command; nobody sees it.
const NOT_LAUNCHED: i32 = 127;

/// A process that waits to become a command.
#[derive(Debug)]
pub(super) struct Ready {
    pid: Pid,
    wire: UnixStream,
}

/// A process that has been told what to become.
#[derive(Debug)]
pub(super) struct Launch(UnixStream);

/// What has become of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Launched {
    NotYet,
    /// It is the command now, or has ended on the way there.
    Done,
    /// exec(2) said no: the OS error number.
    Failed(i32),
}

impl Ready {
    /// Forks one.
    pub(super) fn fork() -> io::Result<Self> {
        let (wire, theirs) = UnixStream::pair()?;
        let parent = getpid();
        match os::fork_single_threaded()? {
            ForkResult::Child => {
                drop(wire);
                let failed = become_command(parent, theirs);
                os::exit(failed.map_or_else(|_| NOT_LAUNCHED, |never| match never {}))
            }
            ForkResult::Parent { child } => Ok(Self { pid: child, wire }),
        }
    }

    /// Has it become the command. Its process id, and where to see whether it did.
    pub(super) fn launch(mut self, run: &Run) -> io::Result<(Pid, Launch)> {
        if let Err(error) = self.wire.write_all(&encode(run)?) {
            self.dismiss();
            return Err(error);
        }
        self.wire.set_nonblocking(true)?;
        Ok((self.pid, Launch(self.wire)))
    }

    /// Ends it, waiting.
    pub(super) fn dismiss(self) {
        let _ = kill(self.pid, Signal::SIGKILL);
        let _ = waitpid(self.pid, None);
    }
}

impl Launch {
    /// Looks whether it has become the command: the pipe closes then.
    pub(super) fn look(&mut self) -> Launched {
        let mut errno = [0; 4];
        match self.0.read(&mut errno) {
            Ok(4) => Launched::Failed(i32::from_ne_bytes(errno)),
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => Launched::NotYet,
            _ => Launched::Done,
        }
    }
}

impl AsFd for Launch {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.0.as_fd()
    }
}

/// The process's life until it is the command. Its descriptors are all closed on exec.
fn become_command(parent: Pid, mut wire: UnixStream) -> io::Result<std::convert::Infallible> {
    os::stand_apart(parent)?;
    let mut inbox = Inbox::default();
    let run: Run = loop {
        if let Some(run) = inbox.next()? {
            break run;
        }
        if !inbox.fill(&mut wire)? {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
    };
    if run.foreground {
        // SIGTTOU is still ignored, as in the guardian. A terminal that has gone is the command's to notice.
        let _ = tcsetpgrp(io::stdin(), getpid());
    }
    os::default_signals()?;
    let mut command = Command::new(&run.argv[0]);
    command.args(&run.argv[1..]).envs(run.set);
    for name in &run.unset {
        command.env_remove(name);
    }
    let error = command.exec();
    wire.write_all(&error.raw_os_error().unwrap_or(nix::libc::EINVAL).to_ne_bytes())?;
    Err(error)
}
