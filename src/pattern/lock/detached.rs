//! Locks that no process holds: acquired in one step of a job, renewed and released in others.
//!
//! What must stay true: nothing renews such a lock by itself, so its deadline is told; only the key that was asked for
//! is deleted, never a newer holder's; only a lease that was made for that key alone ends with it.

use std::time::Duration;

use super::acquired::Acquired;
use super::query::{candidate, read_queue};
use super::{Error, LockName, owner, was};
use crate::client::{self, Client, Proof};
use crate::clock::BootTime;
use crate::deadline::deadline;
use crate::event::{Emit, LeaseId, LockEvent, Loss, Text, Time};
use crate::pattern::hold::{self, from_now};
use crate::pattern::keys::delete;
use crate::pattern::queue::{Contender, split_key};
use crate::shutdown::Shutdown;

impl Acquired {
    /// Leaves the locks held, with nobody to renew their lease: they free themselves at the deadline that is told,
    /// unless [`renew`] moves it. `written` waits until that has been written. Where it can't be, or a signal asks to stop,
    /// they are released.
    ///
    /// # Errors
    /// [`hold::Error::Lost`] when the lease was lost already; [`hold::Error::Stopped`].
    pub async fn detach(self, shutdown: &mut Shutdown, written: impl AsyncFn(), emit: Emit<'_>) -> Result<(), Error> {
        let lost = |loss| Error::from(hold::Error::Lost { what: was(&self.names), loss });
        let session = self.hold.session();
        // A wait has taken its part of the TTL: all of it is handed over. Without an answer, what is left of it is.
        match session.renew().await {
            Err(client::Error::LeaseGone) => return Err(lost(session.loss_now())),
            Err(client::Error::KeyGone) => return Err(lost(Loss::Deleted)),
            Err(client::Error::KeyTaken) => return Err(lost(Loss::Overwritten)),
            _ => {}
        }
        emit(self.acquired(Some(time_of(session.deadline()))));
        let stopped = tokio::select! {
            biased;
            () = written() => tokio::time::timeout(Duration::ZERO, shutdown.next()).await.ok(),
            cause = shutdown.next() => Some(cause),
            // Renewed until its reader has it; then nobody does.
            loss = session.gone() => return Err(lost(loss)),
        };
        match stopped {
            Some(cause) => {
                self.release(shutdown, emit).await;
                Err(hold::Error::Stopped(cause).into())
            }
            None => Ok(()),
        }
    }
}

/// Renews the lease of a lock that is held with this key, and tells the new deadline.
///
/// # Errors
/// [`Error::NotHeld`] when the key or its lease is gone, or waits; [`Error::NotAKey`] before anything is sent.
pub async fn renew(client: &Client, key: &[u8], emit: Emit<'_>) -> Result<(), Error> {
    let (name, lease) = parse(key)?;
    let failed = || Error::client("renew", &name.clone().into(), "readwrite");
    let sent = match client.renew(lease.0, &Proof::by_reading(key.to_vec()), client.command_timeout()).await {
        Err(client::Error::LeaseGone) => return Err(not_held(&name, key, "its lease has expired or was revoked")),
        renewed => renewed.map_err(failed())?.sent,
    };
    let granted = client.time_to_live(lease.0, false).await.map_err(failed())?.granted_ttl();
    // Old servers may acknowledge the renewal of a lease that was revoked: the read has the last word.
    let Contender { fence, .. } = holder(client, &name, key).await?;
    let ttl = u64::try_from(granted).unwrap_or(0);
    let deadline = time_of(deadline(sent, Duration::from_secs(ttl)));
    emit(LockEvent::Renewed { lock: name.text(), key: Text::from(key.to_vec()), lease, fence, ttl, deadline }.into());
    Ok(())
}

/// Releases a lock that is held with this key: deletes it, guarded by its create revision and its lease. Where etcdpat has
/// made that lease for this lock, and nothing else was put on it, it ends, too. A lock that a process of etcdpat's holds is
/// not released: its command would be killed.
///
/// # Errors
/// [`Error::NotHeld`] when the key is gone or waits; [`Error::Supervised`]; [`Error::NotAKey`] before anything is sent.
pub async fn release(client: &Client, key: &[u8], emit: Emit<'_>) -> Result<(), Error> {
    let (name, lease) = parse(key)?;
    let one = holder(client, &name, key).await?;
    if owner::of(&one).is_some_and(|owner| !owner.detached) || candidate(&one).is_some() {
        return Err(Error::Supervised { name, key: key.into(), who: owner::describe(&one) });
    }
    let fence = one.fence;
    let failed = Error::client("release", &name.clone().into(), "readwrite");
    if !delete(client, key, fence, Some(lease)).await.map_err(failed)? {
        return Err(not_held(&name, key, "it was removed meanwhile"));
    }
    emit(LockEvent::Released { lock: name.text(), key: Text::from(key.to_vec()), lease, fence, held_ms: None }.into());
    // Another client's lease is its session, which may go on without a key.
    if owner::of(&one).is_some() {
        end_bare(client, lease).await;
    }
    Ok(())
}

/// Revokes a lease that no key stands on. The lock is free without it: where that can't be known or done, the lease ends by
/// itself.
async fn end_bare(client: &Client, lease: LeaseId) {
    let revoked = match client.time_to_live(lease.0, true).await {
        Ok(state) if state.ttl() >= 0 && state.keys().is_empty() => {
            client.revoke(lease.0, client.command_timeout()).await
        }
        asked => asked.map(drop),
    };
    if let Err(error) = revoked {
        tracing::debug!(%lease, %error, "the lease is left to end by itself");
    }
}

/// The contender with this key, if it holds the lock.
async fn holder(client: &Client, name: &LockName, key: &[u8]) -> Result<Contender, Error> {
    let mut contenders = read_queue(client, name).await?.contenders.into_iter();
    match contenders.find(|(one, _)| one.key == key) {
        Some((one, true)) => Ok(one),
        Some((one, false)) if !is_on_its_own_lease(&one) => {
            Err(not_held(name, key, "it was written anew, and is not on its own lease any more"))
        }
        Some((_, false)) => Err(not_held(name, key, "it is waiting")),
        None => Err(not_held(name, key, "it has expired, or was removed")),
    }
}

fn is_on_its_own_lease(one: &Contender) -> bool {
    split_key(&one.key).is_some_and(|(_, own)| own == one.lease)
}

fn parse(key: &[u8]) -> Result<(LockName, LeaseId), Error> {
    split_key(key).ok_or_else(|| Error::NotAKey(key.into()))
}

fn not_held(name: &LockName, key: &[u8], why: &str) -> Error {
    Error::NotHeld { name: name.clone(), key: key.into(), why: why.to_owned() }
}

fn time_of(instant: BootTime) -> Time {
    from_now(instant.since(BootTime::now()))
}
