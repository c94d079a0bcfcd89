//! What is done under a session: a command runs as long as the lease is certainly held, then the lease is revoked.
//!
//! What must stay true (docs/safety.md, rule 4): whoever opened a session ends it with one of these, after the command's
//! whole tree is reaped, on every path; where no server confirms that, it is known by when the lease ends by itself.

use std::ffi::OsString;
use std::time::Duration;

use jiff::{SignedDuration, Timestamp};

use crate::client::{self, Client};
use crate::deadline::Plan;
use crate::event::{Emit, LeaseId, Loss, Text, Time};
use crate::session::Session;
use crate::shutdown::Shutdown;
use crate::supervise::{self, Guardian, Hold, Outcome};

/// How long a release goes on after it was asked to stop.
const IN_A_HURRY: Duration = Duration::from_secs(1);
/// How long a session under which nothing was done may take to end.
const LEAVING: Duration = Duration::from_millis(400);
/// A grant that is still under way has arrived after this.
const UNDER_WAY: Duration = Duration::from_millis(50);

/// A release that no server has confirmed.
#[derive(Clone, Debug)]
pub(super) struct Unreleased {
    /// By when the lease will have expired.
    pub(super) frees_at: Time,
    /// What the last attempt ran into.
    pub(super) message: Text,
}

/// Runs what the guardian has prepared, with `set` as more variables, until it ends, or the session's lease may be lost,
/// or `gone` says that something else is.
///
/// # Errors
/// [`supervise::Error`]; then nothing of it is left either.
pub(super) async fn run(
    session: &Session,
    plan: Plan,
    guardian: &mut Guardian,
    set: Vec<(OsString, OsString)>,
    gone: impl Future<Output = Loss>,
    shutdown: &mut Shutdown,
    emit: Emit<'_>,
) -> Result<Outcome, supervise::Error> {
    let hold = Hold { plan, deadline: session.deadlines() };
    let ran = Box::pin(guardian.run(set, Some(hold), gone, shutdown, emit)).await;
    // It ends while the lease is being revoked.
    guardian.dismiss();
    ran
}

/// As [`release`], after a command ran. Where a process of it is still there, nothing is released: the lease is renewed no
/// more, and ends by itself.
pub(super) async fn release_after(
    ran: &Result<Outcome, supervise::Error>,
    session: Session,
    shutdown: &mut Shutdown,
) -> Result<(), Unreleased> {
    match ran {
        Err(error @ supervise::Error::Unkillable { .. }) => {
            Err(Unreleased { frees_at: from_now(session.ttl()), message: error.to_string().into() })
        }
        _ => release(session, shutdown).await,
    }
}

/// Revokes the lease, retried until its deadline. Another request to stop leaves it a second more.
pub(super) async fn release(session: Session, shutdown: &mut Shutdown) -> Result<(), Unreleased> {
    let ttl = session.ttl();
    let closing = session.close();
    tokio::pin!(closing);
    let asked = async { while shutdown.next().await.is_for_the_command() {} };
    let closed = tokio::select! {
        closed = &mut closing => Some(closed),
        () = asked => tokio::time::timeout(IN_A_HURRY, closing).await.ok(),
    };
    let message = match closed {
        Some(Ok(())) => return Ok(()),
        Some(Err(error)) => error.to_string().into(),
        None => "stopped while releasing".into(),
    };
    // A renewal whose answer was lost may have reached a server up to now.
    Err(Unreleased { frees_at: from_now(ttl), message })
}

/// Gives up a lease under which nothing was done, and which may have been granted without our knowing: then there is no
/// session.
///
/// # Errors
/// No server has confirmed that the session's lease is gone.
pub(super) async fn abandon(client: &Client, lease: LeaseId, session: Option<Session>) -> Result<(), client::Error> {
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

/// The time of day after `span`.
pub(super) fn from_now(span: Duration) -> Time {
    let ahead = SignedDuration::try_from(span).unwrap_or(SignedDuration::MAX);
    Time(Timestamp::now().checked_add(ahead).unwrap_or(Timestamp::MAX))
}
