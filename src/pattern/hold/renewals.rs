//! Telling that renewals fail, and that they are confirmed again.

use std::convert::Infallible;

use super::release::from_now;
use crate::clock::{BootTime, millis, sleep_until};
use crate::event::{Emit, LeaseEvent};
use crate::pattern::outage::TELL_AFTER;
use crate::session::Session;

/// Does the work, and tells meanwhile when renewals have failed for long, and when one is confirmed again. What ends the
/// work comes first.
pub(in crate::pattern) async fn told_meanwhile<T>(
    session: &Session,
    emit: Emit<'_>,
    work: impl Future<Output = T>,
) -> T {
    tokio::select! {
        biased;
        done = work => done,
        never = tell(session, emit) => match never {},
    }
}

async fn tell(session: &Session, emit: Emit<'_>) -> Infallible {
    let (lease, mut troubles) = (session.lease(), session.troubles());
    loop {
        let Some(since) = troubles.wait_for(Option::is_some).await.ok().and_then(|now| Some(now.as_ref()?.since))
        else {
            // The sender lives as long as the session.
            return std::future::pending().await;
        };
        tokio::select! {
            _ = troubles.wait_for(Option::is_none) => continue,
            () = sleep_until(since + TELL_AFTER) => {}
        }
        let error = troubles.borrow().as_ref().map(|trouble| trouble.error.clone());
        let Some(error) = error else { continue };
        let message = error.cause().map_or_else(|| error.to_string(), |cause| format!("{error}: {cause}")).into();
        let deadline = from_now(session.deadline().since(BootTime::now()));
        emit(LeaseEvent::Unconfirmed { lease, message, deadline }.into());
        let _ = troubles.wait_for(Option::is_none).await;
        emit(LeaseEvent::Confirmed { lease, away_ms: millis(BootTime::now().since(since)) }.into());
    }
}
