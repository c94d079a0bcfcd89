//! A command whose exit code is the answer: a health check.
//!
//! What must stay true: one that hangs is cut at its timeout, and its whole process tree is dead before its result counts.

use std::ffi::OsString;
use std::future::pending;
use std::time::Duration;

use tokio::time::sleep;

use super::{Error, Guardian, Status, Task};
use crate::event::Event;
use crate::shutdown::Shutdown;

/// Why a check by command failed.
#[derive(Debug, thiserror::Error)]
pub enum CheckFailed {
    /// It was cut at its timeout.
    #[error("no end within {}", humantime::format_duration(*.0))]
    TooLong(Duration),
    /// It ended with another code than 0, as a shell has it.
    #[error("exit code {0}")]
    Code(u8),
    /// It did not run, or its supervision failed.
    #[error(transparent)]
    Broken(#[from] Error),
}

impl Guardian {
    /// Runs a check, with `set` as more variables, for at most `timeout`.
    ///
    /// # Errors
    /// [`CheckFailed`]: the answer is no.
    pub async fn check(
        &mut self,
        task: Task,
        set: Vec<(OsString, OsString)>,
        timeout: Duration,
    ) -> Result<(), CheckFailed> {
        self.prepare(task).map_err(Error::from)?;
        // Whatever asks etcdpat to stop is not for a check: nobody sends anything here.
        let (_nobody, mut shutdown) = Shutdown::relay();
        let outcome = self.run(set, None, pending(), sleep(timeout), &mut shutdown, &|_: Event| {}).await?;
        match outcome.status {
            _ if outcome.asked => Err(CheckFailed::TooLong(timeout)),
            Status::Code(0) => Ok(()),
            status => Err(CheckFailed::Code(status.as_shell())),
        }
    }
}
