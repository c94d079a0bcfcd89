//! Exit codes, and failures as they are told: what failed, what caused it, what to do about it.
//!
//! What must stay true: every error becomes an exit code in an exhaustive match, and is printed in one place (`report`).
//!
//! - `exit_codes`: those of the patterns
//! - `etcd`: those of requests
//! - `child`: those of commands

mod child;
mod etcd;
mod exit_codes;

use crate::event::{ErrorEvent, Event, Text};
use crate::plain;
use crate::signal::Number;
use crate::supervise;

/// What etcdpat's exit status says, the same for every command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExitCode {
    /// 0: done.
    Done,
    /// 1: the answer is no (absent, not held, a comparison failed).
    No,
    /// 2: usage or bad input; nothing was changed.
    Usage,
    /// 121: authentication failed or permission denied.
    Denied,
    /// 122: busy (`--try`); `--conflict-exit-code` gives another number.
    Busy(u8),
    /// 123: lost while held; the child was stopped first.
    Lost,
    /// 124: `--timeout` elapsed before the acquisition.
    TimedOut,
    /// 125: etcd unreachable, or any other failure of etcdpat itself.
    Failed,
    /// 126: the command was found but could not be executed.
    NotExecutable,
    /// 127: the command was not found.
    NotFound,
    /// 128+n: the command died of signal n, or etcdpat was stopped by it while it waited.
    Signal(u8),
    /// 128+n by dying of the signal n itself, SIGINT or SIGQUIT: a key on the terminal ended the command, or the wait.
    /// Shells and make stop only when they see that.
    Interrupted {
        /// SIGINT or SIGQUIT.
        signal: u8,
        /// The terminal has sent it to etcdpat's whole process group. Otherwise that is done at the exit.
        group_has_it: bool,
    },
    /// The command's own exit code.
    Child(u8),
}

impl ExitCode {
    /// 122, where nothing else was asked for.
    pub const BUSY: u8 = 122;

    /// Ends this process with it, at once: what is still in memory needs no tidying up.
    pub fn exit(self) -> ! {
        if let Self::Interrupted { signal, group_has_it } = self {
            crate::os::signals::die_of(Number(signal.into()), !group_has_it);
        }
        crate::os::exit(self.number().into())
    }

    /// The number.
    pub fn number(self) -> u8 {
        match self {
            Self::Done => 0,
            Self::No => 1,
            Self::Usage => 2,
            Self::Denied => 121,
            Self::Lost => 123,
            Self::TimedOut => 124,
            Self::Failed => 125,
            Self::NotExecutable => 126,
            Self::NotFound => 127,
            Self::Signal(signal) | Self::Interrupted { signal, .. } => 128u8.saturating_add(signal),
            Self::Busy(code) | Self::Child(code) => code,
        }
    }
}

impl From<supervise::Status> for ExitCode {
    fn from(status: supervise::Status) -> Self {
        match status {
            supervise::Status::Code(code) => Self::Child(code),
            supervise::Status::Signal(signal) => Self::Signal(signal),
            supervise::Status::Interrupted { signal, group_has_it } => Self::Interrupted { signal, group_has_it },
        }
    }
}

/// A command's failure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Failure {
    /// The exit code.
    pub code: ExitCode,
    /// What failed. Nothing is printed where it is empty.
    pub message: String,
    /// What lies beneath, outermost first.
    pub causes: Vec<String>,
    /// What to do about it.
    pub hint: Option<String>,
}

impl Failure {
    /// A failure without causes.
    pub fn new(code: ExitCode, message: impl Into<String>) -> Self {
        Self { code, message: plain::system(message), causes: Vec::new(), hint: None }
    }

    /// Bad input, code 2.
    pub fn usage(message: impl Into<String>) -> Self {
        Self::new(ExitCode::Usage, message)
    }

    /// An end that is nothing to talk about: a closed output.
    pub fn silent(code: ExitCode) -> Self {
        Self::new(code, "")
    }

    /// Adds what to do about it.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        self.hint = Some(hint.into());
        self
    }

    /// Adds what lies beneath.
    #[must_use]
    pub fn caused_by(mut self, cause: impl Into<String>) -> Self {
        self.causes.push(plain::system(cause));
        self
    }

    /// As it is reported.
    pub fn event(&self) -> Event {
        let Self { code, message, causes, hint } = self.clone();
        let cause = (!causes.is_empty()).then(|| causes.join(": "));
        ErrorEvent {
            code: code.number(),
            message: message.into(),
            cause: cause.map(Text::from),
            hint: hint.map(Text::from),
        }
        .into()
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self::new(ExitCode::Failed, error.to_string())
    }
}
