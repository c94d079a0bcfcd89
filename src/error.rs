//! Exit codes, and failures as they are told: what failed, what caused it, what to do about it.
//!
//! What must stay true: every error becomes an exit code in one exhaustive match here, and is printed in one place
//! (`report`).

use crate::client;
use crate::event::Event;
use crate::pattern::{lock, watch};
use crate::shutdown::Cause;
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
    /// The command's own exit code.
    Child(u8),
}

impl ExitCode {
    /// 122, where nothing else was asked for.
    pub const BUSY: u8 = 122;

    /// Ends this process with it, at once: what is still in memory needs no tidying up.
    pub fn exit(self) -> ! {
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
            Self::Signal(signal) => 128u8.saturating_add(signal),
            Self::Busy(code) | Self::Child(code) => code,
        }
    }
}

impl From<supervise::Status> for ExitCode {
    fn from(status: supervise::Status) -> Self {
        match status {
            supervise::Status::Code(code) => Self::Child(code),
            supervise::Status::Signal(signal) => Self::Signal(signal),
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
        Self { code, message: message.into(), causes: Vec::new(), hint: None }
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
    pub fn because(mut self, cause: impl Into<String>) -> Self {
        self.causes.push(cause.into());
        self
    }

    /// As it is reported.
    pub fn event(&self) -> Event {
        let Self { code, message, causes, hint } = self.clone();
        let cause = (!causes.is_empty()).then(|| causes.join(": "));
        Event::Error { code: code.number(), message, cause, hint }
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        Self::new(ExitCode::Failed, error.to_string())
    }
}

impl From<lock::Error> for Failure {
    fn from(error: lock::Error) -> Self {
        use lock::Error as E;
        let failure = Self::new(ExitCode::Failed, error.to_string());
        let with = |code| Self { code, ..failure.clone() };
        match error {
            E::Busy { name, .. } => {
                with(ExitCode::Busy(ExitCode::BUSY)).hint(format!("`etcdpat lock status {name}` shows the queue"))
            }
            E::TimedOut { because, .. } => Self { causes: because.into_iter().collect(), ..with(ExitCode::TimedOut) },
            E::Refused { there, .. } => failure.hint(format!("use --permits {there}, or another name")),
            E::Stopped(cause) => cause.into(),
            E::Unfit(_) => with(ExitCode::Usage).hint("a longer --ttl, or a shorter --grace"),
            E::ForeignKey { name, .. } => {
                with(ExitCode::Usage).hint(format!("`etcdpat lock status {name}` shows its keys"))
            }
            E::NotAKey(_) => with(ExitCode::Usage).hint("`etcdpat lock acquire` prints the key"),
            E::NotHeld { name, .. } => with(ExitCode::No).hint(format!("`etcdpat lock status {name}` shows the queue")),
            E::Lost { .. } => with(ExitCode::Lost),
            E::Child(error) => error.into(),
            E::Client(failed) => failed.into(),
        }
    }
}

impl From<watch::Error> for Failure {
    fn from(error: watch::Error) -> Self {
        use watch::Error as E;
        match error {
            E::Client(failed) => failed.into(),
            // A signal is the way to end it, and nothing to talk about.
            E::Stopped(cause) => Self::silent(Self::from(cause).code),
            E::Handler(error) => error.into(),
            E::Unwritable { .. } => Self::new(ExitCode::Failed, error.to_string()),
        }
    }
}

impl From<Cause> for Failure {
    fn from(cause: Cause) -> Self {
        match cause {
            Cause::Signal(signal) => {
                let number = u8::try_from(signal as i32).unwrap_or(u8::MAX);
                Self::new(ExitCode::Signal(number), format!("stopped by {signal} while waiting"))
            }
            Cause::OutputClosed => Self::silent(ExitCode::Done),
        }
    }
}

impl From<supervise::Error> for Failure {
    fn from(error: supervise::Error) -> Self {
        use supervise::Error as E;
        let code = match error {
            E::NotFound { .. } => ExitCode::NotFound,
            E::NotExecutable { .. } => ExitCode::NotExecutable,
            E::TooLate => ExitCode::Lost,
            E::GuardianDied | E::Guardian(_) => ExitCode::Failed,
        };
        Self::new(code, error.to_string())
    }
}

impl From<anyhow::Error> for Failure {
    fn from(error: anyhow::Error) -> Self {
        let mut texts = error.chain().map(ToString::to_string);
        let message = texts.next().unwrap_or_default();
        Self { causes: texts.collect(), ..Self::new(ExitCode::Failed, message) }
    }
}

impl From<client::Failed> for Failure {
    fn from(failed: client::Failed) -> Self {
        let failure = Self::new(ExitCode::Failed, failed.doing).because(failed.error.to_string());
        let failure = match failed.error.cause() {
            Some(cause) => failure.because(cause),
            None => failure,
        };
        match &failed.error {
            client::Error::Unreachable { .. } => failure.hint(
                "is etcd running there? --endpoints or ETCDPAT_ENDPOINTS names others; --dev starts a throwaway one",
            ),
            client::Error::Denied => Failure { code: ExitCode::Denied, ..failure }
                .hint(format!("an administrator grants it: etcdctl role grant-permission ROLE {}", failed.needs)),
            client::Error::Unauthenticated(_) => Failure { code: ExitCode::Denied, ..failure }
                .hint("give --user NAME and --password-file FILE, or ETCDPAT_USER and ETCDPAT_PASSWORD"),
            client::Error::TimedOut { .. } => failure.hint("--command-timeout allows a request more time"),
            client::Error::Server(text) if text.contains("space exceeded") => {
                failure.hint("etcd's database is full: compact and defragment it, then `etcdctl alarm disarm`")
            }
            client::Error::LeaseGone
            | client::Error::LeaseExists
            | client::Error::Compacted
            | client::Error::Server(_) => failure,
        }
    }
}
