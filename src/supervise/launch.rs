//! A process in readiness. It is forked while there is time (the keeper is still talking to etcd), knows what it is to
//! become, stands apart already, and becomes it as soon as it may: then only exec(2) is left to do.
//!
//! What must stay true: it does nothing but wait, and dies with the guardian; starting it never makes the guardian wait;
//! a signal that comes before it is the command is kept, and then ends the command; it becomes the command only in time.

use std::ffi::OsStr;
use std::io::{self, Read, Write};
use std::os::fd::{AsFd, BorrowedFd};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::net::UnixStream;
use std::os::unix::process::CommandExt;
use std::process::Command;

use nix::sys::signal::{Signal, kill};
use nix::unistd::{ForkResult, Pid, getpid, setpgid, tcgetpgrp, tcsetpgrp};

use super::input;
use super::program;
use super::protocol::{Inbox, Outbox, Preparation, Run};
use crate::clock::BootTime;
use crate::deadline::Schedule;
use crate::event::Text;
use crate::os::{self, wait};

/// The exit code of a process that could not become the command; nobody sees it.
const NOT_LAUNCHED: i32 = 127;

/// A process that waits to become a command.
#[derive(Debug)]
pub(super) struct Ready {
    pid: Pid,
    socket: UnixStream,
}

/// One that has been told to become it.
#[derive(Debug)]
pub(super) struct Launch {
    socket: UnixStream,
    /// What it has not read yet.
    order: Outbox,
}

/// What has become of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Launched {
    NotYet,
    /// It is the command now, or has ended on the way there.
    Done,
    /// exec(2) said no: the OS error number.
    Failed(i32),
    /// Its time had passed.
    TooLate,
}

impl Ready {
    /// Forks one that is to become the command of `preparation`.
    pub(super) fn fork(preparation: &Preparation) -> io::Result<Self> {
        let (socket, theirs) = UnixStream::pair()?;
        let parent = getpid();
        match os::fork_single_threaded()? {
            ForkResult::Child => {
                drop(socket);
                let failed = become_command(preparation, parent, theirs);
                os::exit(failed.map_or_else(|_| NOT_LAUNCHED, |never| match never {}))
            }
            ForkResult::Parent { child } => {
                // Here too, so that the group exists whoever comes first.
                let _ = setpgid(child, child);
                socket.set_nonblocking(true)?;
                Ok(Self { pid: child, socket })
            }
        }
    }

    /// Has it become the command. Its process id, and where to see whether it did.
    pub(super) fn launch(self, run: &Run) -> io::Result<(Pid, Launch)> {
        let (pid, mut launch) = (self.pid, Launch { socket: self.socket, order: Outbox::default() });
        // What it does not take now is written as it reads.
        if let Err(error) = launch.order.add(run).and_then(|()| launch.flush()) {
            end(pid);
            return Err(error);
        }
        Ok((pid, launch))
    }

    /// Ends it, waiting.
    pub(super) fn dismiss(self) {
        end(self.pid);
    }
}

fn end(pid: Pid) {
    let _ = kill(pid, Signal::SIGKILL);
    wait::reap(pid);
}

impl Launch {
    /// Looks whether it has become the command: the pipe closes then.
    pub(super) fn look(&mut self) -> Launched {
        if self.flush().is_err() {
            return Launched::Done;
        }
        let mut errno = [0; 4];
        match self.socket.read(&mut errno) {
            Ok(4) => match i32::from_ne_bytes(errno) {
                nix::libc::ETIME => Launched::TooLate,
                errno => Launched::Failed(errno),
            },
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => Launched::NotYet,
            _ => Launched::Done,
        }
    }

    /// Whether part of the order is still to be written.
    pub(super) fn is_told(&self) -> bool {
        self.order.is_empty()
    }

    fn flush(&mut self) -> io::Result<()> {
        self.order.flush(|bytes| self.socket.write(bytes))
    }
}

impl AsFd for Launch {
    fn as_fd(&self) -> BorrowedFd<'_> {
        self.socket.as_fd()
    }
}

/// The process's life until it is the command. Its descriptors are all closed on exec.
fn become_command(
    preparation: &Preparation,
    parent: Pid,
    mut socket: UnixStream,
) -> io::Result<std::convert::Infallible> {
    // They stay blocked until exec: what is passed on to the command in between, ends it then.
    os::default_signals()?;
    os::stand_apart(parent)?;
    let Preparation { argv, set, pristine, stdin, .. } = preparation;
    let input = stdin.as_ref().map_or(Ok(()), |bytes| input::become_stdin(bytes.raw()));
    let mut command = command(preparation, word(&argv[0]));
    let run = order(&mut socket)?;
    if let Err(error) = input {
        return fail(&mut socket, error);
    }
    // Else exec(2) would look for it by the PATH of the command.
    if *pristine || set.iter().chain(&run.set).any(|(name, _)| name.raw() == b"PATH") {
        match program::find(word(&argv[0])) {
            Ok(program) => command = self::command(preparation, program.as_os_str()),
            Err(error) => return fail(&mut socket, error),
        }
    }
    command.envs(run.set.iter().map(variable));
    // Whoever else has the terminal by now, a shell perhaps whose script has died meanwhile, keeps it. SIGTTOU is blocked.
    // A terminal that has gone is the command's to notice.
    if run.lender.is_some() && run.lender == tcgetpgrp(io::stdin()).ok().map(Pid::as_raw) {
        let _ = tcsetpgrp(io::stdin(), getpid());
    }
    os::unblock_signals()?;
    // This process may have been stopped since the guardian looked.
    let late = run.until.map(Schedule::from).is_some_and(|schedule| BootTime::now() >= schedule.term_at);
    let error = if late { io::Error::from_raw_os_error(nix::libc::ETIME) } else { command.exec() };
    fail(&mut socket, error)
}

/// What it is to become, as far as that is known while there is time.
fn command(Preparation { argv, set, unset, pristine, .. }: &Preparation, program: &OsStr) -> Command {
    let mut command = Command::new(program);
    command.arg0(word(&argv[0])).args(argv[1..].iter().map(word));
    if *pristine {
        command.env_clear();
    }
    command.envs(set.iter().map(variable));
    for name in unset {
        command.env_remove(word(name));
    }
    command
}

fn variable((name, value): &(Text, Text)) -> (&OsStr, &OsStr) {
    (word(name), word(value))
}

fn word(text: &Text) -> &OsStr {
    OsStr::from_bytes(text.raw())
}

/// Tells why it does not become the command.
fn fail(socket: &mut UnixStream, error: io::Error) -> io::Result<std::convert::Infallible> {
    socket.write_all(&error.raw_os_error().unwrap_or(nix::libc::EINVAL).to_ne_bytes())?;
    Err(error)
}

/// The order to become it; waits for that.
fn order(socket: &mut UnixStream) -> io::Result<Run> {
    let mut inbox = Inbox::default();
    loop {
        if let Some(run) = inbox.next()? {
            return Ok(run);
        }
        if !inbox.fill(socket)? {
            return Err(io::ErrorKind::UnexpectedEof.into());
        }
    }
}
