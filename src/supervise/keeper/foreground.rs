//! The keeper and the terminal: who is in its foreground, and what Ctrl-Z means.

use nix::sys::signal::Signal;

use super::super::protocol::Order;
use super::super::{Error, Status};
use super::Keeper;
use crate::os::terminal::Terminal;

impl Keeper<'_> {
    /// Ctrl-Z while the child has no terminal of its own, and `fg` or `bg`.
    pub(super) fn job_control(&mut self, signal: Signal) -> Result<(), Error> {
        if signal == Signal::SIGCONT {
            return self.resume();
        }
        self.connection.order(&Order::Signal { number: signal as i32, group: true })
    }

    /// The child was stopped: by Ctrl-Z, then etcdpat stops too; or because it wants the terminal.
    pub(super) fn stopped(&mut self, signal: i32) -> Result<(), Error> {
        let Some(terminal) = &self.terminal else { return Ok(()) };
        let wants_terminal = signal == Signal::SIGTTIN as i32 || signal == Signal::SIGTTOU as i32;
        self.wants_terminal |= wants_terminal;
        if wants_terminal && terminal.is_ours() {
            return self.resume();
        }
        // The shell takes it.
        self.lent = false;
        crate::os::stop_own_group()?;
        // Still in the background (`bg`, or an orphaned group that nobody can stop): it would be stopped again at once.
        if wants_terminal && !self.terminal.as_ref().is_some_and(Terminal::is_ours) {
            return Ok(());
        }
        self.resume()
    }

    fn resume(&mut self) -> Result<(), Error> {
        if let (true, Some(terminal)) = (self.wants_terminal, &self.terminal)
            && terminal.is_ours()
        {
            terminal.lend(self.pid);
            self.lent = true;
        }
        self.connection.order(&Order::Signal { number: Signal::SIGCONT as i32, group: true })
    }

    /// The terminal for etcdpat's own group again, and its modes, unless the command ended in order and left them so.
    pub(super) fn restore_terminal(&mut self) {
        if let (true, Some(terminal)) = (self.wants_terminal, &self.terminal) {
            terminal.take_back(self.pid, !matches!(self.status, Some(Status::Code(_))));
        }
    }
}
