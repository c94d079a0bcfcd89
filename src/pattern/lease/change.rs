//! Granting, revoking, and attaching a key.

use std::time::Duration;

use super::grant::refused;
use super::{Error, failed, seconds};
use crate::client::Client;
use crate::event::{Emit, LeaseEvent, LeaseId, Text};
use crate::pattern::hold;
use crate::session;
use crate::shutdown::{Cause, Shutdown};

/// Grants a lease of `ttl`, whole seconds, under an id of the caller's choice, or one of ours. `written` waits until that has
/// been written. Where it can't be, or a signal asks to stop, the lease is revoked: nobody would know of it.
///
/// # Errors
/// [`Error::Exists`] when there is a lease with the chosen id; [`hold::Error::Stopped`].
pub async fn grant(
    client: &Client,
    ttl: Duration,
    chosen: Option<LeaseId>,
    shutdown: &mut Shutdown,
    written: impl AsyncFn(),
    emit: Emit<'_>,
) -> Result<(), Error> {
    let lease = chosen.unwrap_or_else(session::fresh_id);
    let granted = tokio::select! {
        biased;
        granted = request(client, lease, seconds(ttl), chosen.is_some()) => granted,
        // A chosen id may be somebody else's.
        cause = shutdown.next() => return Err(stopped(client, chosen.is_none().then_some(lease), cause).await),
    };
    tell(lease, seconds(ttl), granted?, emit);
    let cause = tokio::select! {
        biased;
        () = written() => tokio::time::timeout(Duration::ZERO, shutdown.next()).await.ok(),
        cause = shutdown.next() => Some(cause),
    };
    match cause {
        Some(cause) => Err(stopped(client, Some(lease), cause).await),
        None => Ok(()),
    }
}

async fn request(client: &Client, lease: LeaseId, ttl: i64, chosen: bool) -> Result<i64, Error> {
    let granted = if chosen {
        client.grant_unused(lease.0, ttl).await
    } else {
        // Nobody else can have chosen it, so that a lease with this id is ours.
        client.grant(lease.0, ttl).await
    };
    granted.map_err(failed("cannot grant a lease".to_owned(), lease, "readwrite KEY".to_owned()))
}

/// Revokes what is ours. Whatever comes of that: it ends by itself.
async fn stopped(client: &Client, ours: Option<LeaseId>, cause: Cause) -> Error {
    if let Some(lease) = ours {
        let _ = hold::abandon(client, lease, None).await;
    }
    hold::Error::Stopped(cause).into()
}

fn tell(lease: LeaseId, asked_ttl: i64, granted_ttl: i64, emit: Emit<'_>) {
    if granted_ttl != asked_ttl {
        emit(LeaseEvent::TtlRaised { lease, asked_ttl, granted_ttl }.into());
    }
    emit(LeaseEvent::Granted { lease, ttl: granted_ttl, granted_ttl, keys: 0 }.into());
}

/// Revokes a lease, and so deletes every key on it.
///
/// # Errors
/// [`Error::Gone`].
pub async fn revoke(client: &Client, lease: LeaseId, emit: Emit<'_>) -> Result<(), Error> {
    if let Err(error) = client.revoke_present(lease.0).await {
        return Err(refused(client, format!("cannot revoke lease {lease}"), lease, ("write", None), error).await);
    }
    emit(LeaseEvent::Revoked { lease }.into());
    Ok(())
}

/// Puts a key on a lease.
///
/// # Errors
/// [`Error::Gone`]; then nothing was written.
pub async fn attach(client: &Client, lease: LeaseId, key: &[u8], value: &[u8], emit: Emit<'_>) -> Result<(), Error> {
    let text = Text::from(key);
    if let Err(error) = client.attach(lease.0, key, value).await {
        let needs = ("write", Some(format!("write {text}")));
        return Err(refused(client, format!("cannot attach {text} to lease {lease}"), lease, needs, error).await);
    }
    emit(LeaseEvent::Attached { lease, key: text }.into());
    Ok(())
}
