//! Commands that could not be run, or not to their end.

use super::{ExitCode, Failure};
use crate::supervise;

impl From<supervise::Error> for Failure {
    fn from(error: supervise::Error) -> Self {
        use supervise::Error as E;
        let code = match error {
            E::NotFound { .. } => ExitCode::NotFound,
            E::NotExecutable { .. } => ExitCode::NotExecutable,
            E::TooLate => ExitCode::Lost,
            E::GuardianDied
            | E::DiedWaiting
            | E::Guardian(_)
            | E::NotStarted(_)
            | E::Unlisted(_)
            | E::Unkillable { .. } => ExitCode::Failed,
        };
        let hint = match &error {
            E::Guardian(cause) | E::NotStarted(cause) => limit(cause),
            E::Unlisted(_) => {
                Some("a command whose processes can't be found can't be stopped: mount this namespace's /proc")
            }
            E::Unkillable { .. } => Some("the lock is not released: it frees itself when its lease expires"),
            _ => None,
        };
        let failure = Self::new(code, error.to_string());
        match hint {
            Some(hint) => failure.hint(hint),
            None => failure,
        }
    }
}

/// Which limit a failed system call has met.
fn limit(error: &std::io::Error) -> Option<&'static str> {
    match error.raw_os_error()? {
        nix::libc::EAGAIN => Some("no more processes may be started: see `ulimit -u`, or the container's limit"),
        nix::libc::EMFILE | nix::libc::ENFILE => Some("no more files may be opened: see `ulimit -n`"),
        _ => None,
    }
}
