//! The command as the guardian owns it: its process, its time, and the signals to its tree.
//!
//! What must stay true: once reaped, it is signalled no more by its number.

use std::time::Duration;

use nix::sys::signal::{Signal, killpg};
use nix::sys::wait::{Id, WaitPidFlag, WaitStatus, waitid, waitpid};
use nix::unistd::Pid;

use super::Status;
use super::launch::Launch;
use super::tree::{self, Termed};
use crate::clock::BootTime;
use crate::deadline::Schedule;

pub(super) struct Job {
    pub(super) pid: Pid,
    /// Until it is known that the process has become the command.
    pub(super) launch: Option<Launch>,
    pub(super) schedule: Option<Schedule>,
    pub(super) grace: Duration,
    pub(super) phase: Phase,
    pub(super) termed: Termed,
    /// The command itself is alive or a zombie: its pid and group are its own.
    pub(super) unreaped: bool,
    pub(super) foreground: bool,
}

/// How far the job's end has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Phase {
    Running,
    /// SIGTERM was sent; SIGKILL follows at this time.
    Ending(BootTime),
    Killing,
}

impl Job {
    /// SIGTERM to whoever has not had it. How many of our children, or groups of them, were told so now.
    pub(super) fn terminate(&mut self) -> usize {
        if self.unreaped {
            let _ = killpg(self.pid, Signal::SIGTERM);
            let _ = killpg(self.pid, Signal::SIGCONT);
            self.termed.note(self.pid);
        }
        self.termed.terminate_children(self.pid, self.grace)
    }

    pub(super) fn kill(&self) {
        if self.unreaped {
            let _ = killpg(self.pid, Signal::SIGKILL);
        }
        tree::kill_children(self.pid);
    }

    /// The signal that has just stopped the command.
    pub(super) fn stopped(&self) -> Option<i32> {
        match waitid(Id::Pid(self.pid), WaitPidFlag::WSTOPPED | WaitPidFlag::WNOHANG) {
            Ok(WaitStatus::Stopped(_, signal)) => Some(signal as i32),
            _ => None,
        }
    }

    /// How the command ended, if it has. It stays a zombie, and others that have ended are reaped.
    pub(super) fn ended(&self) -> Option<Status> {
        let peek = WaitPidFlag::WEXITED | WaitPidFlag::WNOHANG | WaitPidFlag::WNOWAIT;
        let status = match waitid(Id::Pid(self.pid), peek) {
            Ok(WaitStatus::Exited(_, code)) => Status::Code(u8::try_from(code & 0xff).unwrap_or(u8::MAX)),
            Ok(WaitStatus::Signaled(_, signal, _)) => Status::Signal(u8::try_from(signal as i32).unwrap_or(u8::MAX)),
            _ => {
                self.reap_orphans(peek);
                return None;
            }
        };
        Some(status)
    }

    fn reap_orphans(&self, peek: WaitPidFlag) {
        while let Ok(WaitStatus::Exited(pid, _) | WaitStatus::Signaled(pid, _, _)) = waitid(Id::All, peek) {
            if pid == self.pid || waitpid(pid, Some(WaitPidFlag::WNOHANG)).is_err() {
                return;
            }
        }
    }
}
