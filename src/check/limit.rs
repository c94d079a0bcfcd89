//! The time that one check has, over all its steps.

use std::time::Duration;

use tokio::time::{Instant, timeout_at};

use super::failed::{Failed, Step};

/// Later than any check: where a timeout is too long for the clock.
const FAR: Duration = Duration::from_secs(30 * 365 * 86_400);

/// The moment at which a check must have its result.
#[derive(Clone, Copy, Debug)]
pub(super) struct Limit {
    until: Instant,
    within: Duration,
}

impl Limit {
    /// This long from now.
    pub(super) fn new(within: Duration) -> Self {
        let now = Instant::now();
        Self { until: now.checked_add(within).unwrap_or(now + FAR), within }
    }

    /// Does the work of one step, and gives it up when the check's time is up.
    pub(super) async fn keep<T>(&self, step: Step, work: impl Future<Output = Result<T, Failed>>) -> Result<T, Failed> {
        let late = Failed::Late { step, within: self.within };
        timeout_at(self.until, work).await.unwrap_or(Err(late))
    }
}
