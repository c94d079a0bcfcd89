//! The command as the guardian owns it: its process, its time, and the signals to its tree.
//!
//! What must stay true: once reaped, it is signalled no more by its number.

use std::time::Duration;

use nix::sys::signal::{Signal, killpg};
use nix::unistd::Pid;

use super::Status;
use super::guardian::Start;
use super::launch::Launch;
use super::tree::{Termed, Tree, Unkillable};
use crate::clock::BootTime;
use crate::deadline::Schedule;
use crate::os::signals;
use crate::os::wait::{self, Children};
use crate::signal::{Action, Number};

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
    /// Who lends it the terminal.
    pub(super) lender: Option<Pid>,
    /// Until then, too: what it takes to start it once more.
    pub(super) start: Option<Start>,
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
    /// From now on it is ending: until when, at the most.
    pub(super) fn begin_to_end(&mut self) -> BootTime {
        let in_grace = BootTime::now() + self.grace;
        let kill_at = self.schedule.map_or(in_grace, |schedule| schedule.kill_at.min(in_grace));
        self.phase = Phase::Ending(kill_at);
        kill_at
    }

    /// SIGTERM to all of it, because it is to end in order. When SIGKILL follows.
    pub(super) fn end_in_order(&mut self, tree: &mut Tree) -> BootTime {
        let kill_at = self.begin_to_end();
        self.terminate(tree);
        kill_at
    }

    /// SIGTERM to whoever has not had it. How many of our children, or groups of them, were told so now.
    pub(super) fn terminate(&mut self, tree: &mut Tree) -> usize {
        if self.unreaped {
            let _ = killpg(self.pid, Signal::SIGTERM);
            let _ = killpg(self.pid, Signal::SIGCONT);
            self.termed.note(self.pid);
        }
        self.termed.terminate_children(tree, self.pid, self.grace)
    }

    /// Passes a signal on: to the command's group, or to the command alone.
    pub(super) fn pass_on(&mut self, signal: Number, group: bool) {
        if !self.unreaped {
            return;
        }
        if !group {
            let _ = signals::send(self.pid, signal);
            return;
        }
        let _ = signals::send_group(self.pid, signal);
        // As timeout(1) does: a stopped process takes it only when it goes on.
        if signal.default_action() == Action::End {
            let _ = killpg(self.pid, Signal::SIGCONT);
        }
        if signal == Signal::SIGTERM.into() {
            self.termed.note(self.pid);
        }
    }

    /// SIGKILL to all that there is of the tree now: its command's group first, with nothing looked for.
    pub(super) fn kill(&self, tree: &mut Tree) -> Option<Unkillable> {
        if self.unreaped {
            let _ = killpg(self.pid, Signal::SIGKILL);
        }
        tree.kill(self.pid)
    }

    /// The signal that has just stopped the command.
    pub(super) fn stopped(&self) -> Option<i32> {
        wait::stopped(self.pid)
    }

    /// How the command ended, if it has. It stays a zombie, and others that have ended are reaped.
    pub(super) fn ended(&self) -> Option<Status> {
        let ended = wait::peek(self.pid).map(Status::from);
        if ended.is_none() {
            self.reap_orphans();
        }
        ended
    }

    fn reap_orphans(&self) {
        while let Children::Ended(pid, _) = wait::peek_any() {
            if pid == self.pid || !wait::try_reap(pid) {
                return;
            }
        }
    }
}
