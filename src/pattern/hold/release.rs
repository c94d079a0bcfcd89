//! Revoking a lease, and what is known where no server confirms that.
//!
//! What must stay true (docs/safety.md, rule 4): whoever opened a session ends it with one of these, after the command's
//! whole tree is reaped, on every path; where no server confirms that, it is known by when the lease ends by itself.

use std::fmt;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use crate::client::{self, Client};
use crate::deadline::Plan;
use crate::event::{LeaseId, Text, Time};
use crate::pattern::deletion::Own;
use crate::pattern::{keys, outage};
use crate::session::Session;
use crate::shutdown::Shutdown;

/// How long a release goes on after it was asked to stop.
const IN_A_HURRY: Duration = Duration::from_secs(1);
/// How long a session under which nothing was done may take to end.
const LEAVING: Duration = Duration::from_millis(400);
/// A grant that is still under way has arrived after this.
const UNDER_WAY: Duration = Duration::from_millis(50);

/// A release that no server has confirmed.
#[derive(Clone, Debug)]
pub struct Unreleased {
    /// By when the lease will have expired.
    pub frees_at: Time,
    /// What the last attempt ran into.
    pub message: Text,
}

impl Unreleased {
    /// The lease ends by itself: within `ttl` from now, since a renewal whose answer was lost may have reached a server up
    /// to now.
    pub(in crate::pattern) fn within(ttl: Duration, why: &dyn fmt::Display) -> Self {
        Self { frees_at: from_now(ttl), message: why.to_string().into() }
    }
}

/// Revokes the lease, retried until its deadline. Another request to stop leaves it a second more.
pub(in crate::pattern) async fn release(session: &Session, shutdown: &mut Shutdown) -> Result<(), Unreleased> {
    unless_in_a_hurry(session, Box::pin(session.close()), shutdown).await
}

/// Deletes a key of a lease that others share, retried until that one's time has come: it goes with it, then. The same for
/// another request to stop.
pub(super) async fn give_back(
    client: &Client,
    session: &Session,
    own: &Own,
    plan: &Plan,
    shutdown: &mut Shutdown,
) -> Result<(), Unreleased> {
    let deleting = async {
        tokio::select! {
            deleted = delete(client, own) => deleted,
            _ = session.lost(plan) => Err(client::Error::LeaseGone),
        }
    };
    unless_in_a_hurry(session, Box::pin(deleting), shutdown).await
}

/// Deletes own keys, each if it is as it was made; through outages.
pub(in crate::pattern) async fn delete(client: &Client, own: &Own) -> Result<(), client::Error> {
    for key in &own.keys {
        loop {
            match keys::delete(client, key, own.fence, Some(own.lease)).await {
                Ok(_) => break,
                Err(error) if error.is_outage() => tokio::time::sleep(outage::PAUSE).await,
                Err(error) => return Err(error),
            }
        }
    }
    Ok(())
}

async fn unless_in_a_hurry(
    session: &Session,
    mut releasing: Pin<Box<impl Future<Output = Result<(), client::Error>>>>,
    shutdown: &mut Shutdown,
) -> Result<(), Unreleased> {
    let ttl = session.ttl();
    let asked = async { while shutdown.next().await.is_for_the_command() {} };
    let released = tokio::select! {
        released = &mut releasing => Some(released),
        () = asked => tokio::time::timeout(IN_A_HURRY, releasing).await.ok(),
    };
    match released {
        Some(Ok(())) => Ok(()),
        Some(Err(error)) => Err(Unreleased::within(ttl, &error)),
        None => Err(Unreleased::within(ttl, &"stopped while releasing")),
    }
}

/// Gives up a lease under which nothing was done, and which may have been granted without our knowing: then there is no
/// session.
///
/// # Errors
/// No server has confirmed that the session's lease is gone.
pub(in crate::pattern) async fn abandon(
    client: &Client,
    lease: LeaseId,
    session: Option<&Session>,
) -> Result<(), client::Error> {
    let Some(session) = session else {
        // A grant that is still under way may be carried out after the first revoke. Without a key it is in nobody's
        // way, but nothing is to be left.
        if client.revoke(lease.0, LEAVING).await.is_ok() {
            tokio::time::sleep(UNDER_WAY).await;
            let _ = client.revoke(lease.0, LEAVING).await;
        }
        return Ok(());
    };
    session.close_within(LEAVING).await
}

/// Takes keys from the queues in which they wait, where their lease is shared. What can't be done soon is done later: until
/// then, or until the lease ends, they stand in others' way. `fence`: at which revision they were made, so that what is
/// done late hits none that was made anew; 0 where that is not known.
pub(in crate::pattern) async fn withdraw(client: &Client, session: Arc<Session>, keys: Vec<Vec<u8>>, fence: i64) {
    let client = client.clone();
    let deleting = tokio::spawn(async move {
        let own = Own { keys, lease: session.lease(), fence };
        tokio::select! {
            deleted = delete(&client, &own) => if let Err(error) = deleted {
                tracing::debug!(%error, "leaving a queue");
            },
            _ = session.gone() => {}
        }
    });
    let _ = tokio::time::timeout(LEAVING, deleting).await;
}

/// The time of day after `span`.
pub(in crate::pattern) fn from_now(span: Duration) -> Time {
    let ahead = SignedDuration::try_from(span).unwrap_or(SignedDuration::MAX);
    Time(Timestamp::now().checked_add(ahead).unwrap_or(Timestamp::MAX))
}
