//! The end of a command: what is still to be written, and the exit code.
//!
//! What must stay true: when this begins, nothing is held any more; a reader that has stalled holds up the end only of
//! what was to be read, and a signal ends that, too.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Notify;
use tokio::time::{Instant, timeout_at};

use crate::error::{ExitCode, Failure};
use crate::report::{Reporter, Stdout};
use crate::shutdown::{Cause, Shutdown};

/// How long a reader may take for the rest, where it is not to hold up the end.
const PARTING: Duration = Duration::from_millis(200);

/// Reports what a command has come to, and waits until it is written.
pub(super) async fn end(
    result: Result<ExitCode, Failure>,
    stdout: Stdout,
    reporter: &Reporter,
    closed: Arc<Notify>,
) -> ExitCode {
    let is_urgent = stdout == Stdout::Taken || reporter.is_urgent() || is_urgent(&result);
    let until = is_urgent.then(|| Instant::now() + PARTING);
    let rest = Rest { reporter, closed, until };
    // What looks like an end for want of a reader may be a full disk.
    let silent = result.as_ref().map_or_else(|failure| failure.message.is_empty(), |code| *code == ExitCode::Done);
    let mut result = result;
    if silent {
        if let Some(signal) = rest.written().await {
            return Failure::from(signal).code;
        }
        if let Some(why) = reporter.unwritable() {
            result = Err(Failure::new(ExitCode::Failed, "cannot write standard output").caused_by(why));
        }
    }
    let code = result.unwrap_or_else(|failure| {
        reporter.emit(&failure.event());
        failure.code
    });
    rest.written().await.map_or(code, |signal| Failure::from(signal).code)
}

/// Whether it was told to stop, or has lost what it held.
fn is_urgent(result: &Result<ExitCode, Failure>) -> bool {
    let code = result.as_ref().map_or_else(|failure| failure.code, |code| *code);
    matches!(code, ExitCode::Signal(_) | ExitCode::Lost)
}

/// What is still to be written.
struct Rest<'a> {
    reporter: &'a Reporter,
    closed: Arc<Notify>,
    /// Up to when a slow reader is waited for.
    until: Option<Instant>,
}

impl Rest<'_> {
    /// Waits until it is written: as long as it takes, as any tool does, or up to a time. The signal that ended this.
    async fn written(&self) -> Option<Cause> {
        if self.reporter.is_done_now() {
            return None;
        }
        if let Some(until) = self.until {
            let _ = timeout_at(until, self.reporter.is_done()).await;
            return None;
        }
        let Ok(mut shutdown) = Shutdown::new(Arc::clone(&self.closed)) else {
            self.reporter.is_done().await;
            return None;
        };
        loop {
            tokio::select! {
                biased;
                () = self.reporter.is_done() => return None,
                cause = shutdown.next() => if cause != Cause::OutputClosed { return Some(cause) },
            }
        }
    }
}
