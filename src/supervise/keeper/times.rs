//! The times that a run of a command waits for.

use tokio::sync::watch;
use tokio::time::Instant;

use crate::clock::{self, BootTime};
use crate::deadline::{Plan, Schedule};
use crate::supervise::Term;

/// Waits until `instant`, or for ever.
pub(super) async fn at(instant: Option<Instant>) {
    match instant {
        Some(instant) => tokio::time::sleep_until(instant).await,
        None => std::future::pending().await,
    }
}

/// The next schedule after a renewal; for ever pending without one.
pub(super) async fn renewed(term: &mut Option<Term>) -> Schedule {
    if let Some(term) = term
        && term.deadline.changed().await.is_ok()
    {
        return term.plan.schedule(*term.deadline.borrow_and_update());
    }
    std::future::pending().await
}

/// Ends halfway between SIGKILL and the deadline: by then a guardian that is not itself stopped has done its work.
pub(super) async fn backstop(term: Option<(Plan, watch::Receiver<BootTime>)>) {
    let Some((plan, deadline)) = term else { return std::future::pending().await };
    loop {
        let current = *deadline.borrow();
        let at = plan.schedule(current).kill_at + plan.kill_within();
        clock::sleep_until(at).await;
        if *deadline.borrow() == current {
            return;
        }
    }
}
