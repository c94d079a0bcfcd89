//! The only owner of a lease: it grants, renews and revokes, and knows until when the lease is certainly held.
//!
//! What must stay true (docs/safety.md, rule 1): [`Session::deadline`] is the instant before the last request that counts
//! was sent plus the TTL that the server granted; an answer that never came renews nothing, nor does one from a leader
//! that had been replaced. A renewal that finds an own key gone or on another lease is a loss.

mod expected;
mod trouble;

use std::collections::BTreeMap;
use std::sync::{Arc, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::sync::{Mutex, watch};
use tokio::task::JoinHandle;

use crate::client::{Client, Error, KeyState, Proof, Renewed};
use crate::clock::{BootTime, sleep_until};
use crate::deadline::{self, Plan};
use crate::event::{LeaseId, Loss};
use crate::random;

pub use expected::Expected;
use expected::Lone;
pub use trouble::Trouble;

/// Client-chosen lease ids lie in `0x1000000000000000..=0x7fffffffffffffff`: 16 hex digits with and without padding.
const LEAST_ID: u64 = 0x1000_0000_0000_0000;

/// A lease, renewed in the background until it is closed or dropped.
#[derive(Debug)]
pub struct Session {
    lease: Arc<Lease>,
    renewing: JoinHandle<()>,
}

#[derive(Debug)]
struct Lease {
    client: Client,
    id: LeaseId,
    /// As granted.
    ttl: Duration,
    /// By what renewals are confirmed.
    proof: std::sync::Mutex<Proof>,
    /// Keys that are lost each for itself.
    each: std::sync::Mutex<BTreeMap<Vec<u8>, Lone>>,
    /// When the last request that counts was sent. Locked while a renewal is on its way: one at a time.
    last: Mutex<BootTime>,
    deadline: watch::Sender<BootTime>,
    gone: watch::Sender<Option<Loss>>,
    /// While renewals fail.
    trouble: watch::Sender<Option<Trouble>>,
}

impl Session {
    /// Grants a lease of `ttl`, whole seconds, under this id, and starts renewing it. `key` is one that may be read, there
    /// or not: renewals are confirmed by it until [`Session::expect`] names others.
    ///
    /// # Errors
    /// What the [`Client`] says. After an outage the lease may exist nevertheless: the caller has its id.
    pub async fn open(client: &Client, id: LeaseId, ttl: Duration, key: Vec<u8>) -> Result<Self, Error> {
        let seconds = i64::try_from(ttl.as_secs()).unwrap_or(i64::MAX);
        // Before the first attempt: a grant that is repeated and read back counts from here.
        let sent = BootTime::now();
        let granted = client.grant(id.0, seconds).await?;
        let granted = Duration::from_secs(u64::try_from(granted).unwrap_or(0));
        let lease = Arc::new(Lease {
            client: client.clone(),
            id,
            ttl: granted,
            proof: std::sync::Mutex::new(Proof::by_reading(key)),
            each: std::sync::Mutex::default(),
            last: Mutex::new(sent),
            deadline: watch::Sender::new(deadline::deadline(sent, granted)),
            gone: watch::Sender::new(None),
            trouble: watch::Sender::new(None),
        });
        let renewing = tokio::spawn(renew_for_ever(Arc::clone(&lease), sent));
        Ok(Self { lease, renewing })
    }

    /// Has every renewal from now on show that these keys, made on the lease at the revision `fence`, still stand so.
    /// Where one does not, everything that stands on this session is lost.
    pub fn expect(&self, keys: Vec<Vec<u8>>, fence: i64) {
        *self.lease.proof.lock().unwrap_or_else(PoisonError::into_inner) = Proof::by_own(keys, fence);
    }

    /// Has every renewal from now on look whether this key, made on the lease at the revision `fence`, still stands so.
    /// Where it does not, it alone is lost. One key at a time is expected only once.
    pub fn expect_each(&self, key: Vec<u8>, fence: i64) -> Expected {
        let (lost, receiver) = watch::channel(None);
        self.lease.each().insert(key.clone(), Lone { fence, lost });
        Expected { lease: Arc::clone(&self.lease), key, fence, lost: receiver }
    }

    /// Reads those keys now.
    ///
    /// # Errors
    /// [`Error::KeyGone`] and [`Error::KeyTaken`]; [`Session::gone`] says so, too.
    pub async fn verify(&self) -> Result<(), Error> {
        let verified = self.lease.client.verify(self.lease.id.0, &self.lease.proof()).await;
        verified.inspect_err(|error| self.lease.note(error))
    }

    /// The lease's id.
    pub fn lease(&self) -> LeaseId {
        self.lease.id
    }

    /// The TTL that the server granted.
    pub fn ttl(&self) -> Duration {
        self.lease.ttl
    }

    /// The instant up to which the lease is certainly held.
    pub fn deadline(&self) -> BootTime {
        *self.lease.deadline.borrow()
    }

    /// The deadline and all its later values.
    pub fn deadlines(&self) -> watch::Receiver<BootTime> {
        self.lease.deadline.subscribe()
    }

    /// Makes sure that a child may be started under `plan` now: renews first where too little time is left.
    ///
    /// # Errors
    /// What the renewal ran into; [`Error::LeaseGone`], [`Error::KeyGone`] or [`Error::KeyTaken`] when the lease or a key
    /// of it is lost.
    pub async fn ready(&self, plan: &Plan) -> Result<(), Error> {
        if plan.may_start(BootTime::now(), self.deadline()) {
            return Ok(());
        }
        self.renew().await
    }

    /// Renews the lease now.
    ///
    /// # Errors
    /// As [`Session::ready`].
    pub async fn renew(&self) -> Result<(), Error> {
        self.lease.renew(self.lease.client.command_timeout()).await
    }

    /// What it is called that the server has no such lease now.
    pub fn loss_now(&self) -> Loss {
        self.lease.loss_now()
    }

    /// Waits until the server says that the lease is gone, or a key that was [expected](Session::expect). A waiter's loss:
    /// it runs nothing, so an outage alone costs it nothing.
    pub async fn gone(&self) -> Loss {
        let mut gone = self.lease.gone.subscribe();
        match gone.wait_for(Option::is_some).await.map(|loss| *loss) {
            Ok(Some(loss)) => loss,
            // The sender lives as long as this session.
            _ => std::future::pending().await,
        }
    }

    /// What [`Session::gone`] would say at once.
    pub fn loss(&self) -> Option<Loss> {
        *self.lease.gone.borrow()
    }

    /// Waits until the lease is gone, or may be: SIGKILL's time under `plan` has come without a renewal.
    pub async fn lost(&self, plan: &Plan) -> Loss {
        let mut deadlines = self.deadlines();
        let run_out = async {
            loop {
                let current = *deadlines.borrow_and_update();
                sleep_until(plan.schedule(current).kill_at).await;
                if *deadlines.borrow() == current {
                    return Loss::Unreachable;
                }
            }
        };
        tokio::select! {
            loss = self.gone() => loss,
            loss = run_out => loss,
        }
    }

    /// Renews the lease no more.
    pub fn renew_no_more(&self) {
        self.renewing.abort();
    }

    /// Revokes the lease, and so deletes every key on it: retried until its deadline, at the least for half a second.
    ///
    /// # Errors
    /// No server confirmed it. The lease ends by itself, within its TTL from now.
    pub async fn close(&self) -> Result<(), Error> {
        self.renewing.abort();
        let least = Duration::from_millis(500);
        let limit = self.deadline().since(BootTime::now()).max(least);
        match self.lease.client.revoke(self.lease.id.0, limit).await {
            // The time may have passed while this process was stopped: once more.
            Err(_) => self.close_within(least).await,
            closed => closed,
        }
    }

    /// As [`Session::close`], retried for at most `limit`.
    pub async fn close_within(&self, limit: Duration) -> Result<(), Error> {
        self.renewing.abort();
        self.lease.client.revoke(self.lease.id.0, limit).await
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        self.renewing.abort();
    }
}

impl Lease {
    fn each(&self) -> MutexGuard<'_, BTreeMap<Vec<u8>, Lone>> {
        self.each.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Publishes that a key was lost, unless it has been given up meanwhile, and was taken anew perhaps.
    fn lose(&self, key: &[u8], fence: i64, loss: Loss) {
        if let Some(lone) = self.each().get(key).filter(|lone| lone.fence == fence) {
            lone.lost.send_replace(Some(loss));
        }
    }

    fn loss_now(&self) -> Loss {
        if BootTime::now() < *self.deadline.borrow() { Loss::Revoked } else { Loss::Expired }
    }

    async fn renew(&self, limit: Duration) -> Result<(), Error> {
        let mut last = self.last.lock().await;
        let begun = BootTime::now();
        let renewed = self.client.renew(self.id.0, &self.proof(), limit).await;
        match &renewed {
            Ok(Renewed { sent, lost }) => {
                *last = *sent;
                // First: what is lost is not to be renewed.
                for (key, fence, state) in lost {
                    self.lose(key, *fence, if *state == KeyState::Taken { Loss::Overwritten } else { Loss::Deleted });
                }
                self.deadline.send_replace(deadline::deadline(*sent, self.ttl));
            }
            Err(error) => self.note(error),
        }
        let error = renewed.as_ref().err().filter(|error| self.loss(error).is_none()).cloned();
        self.trouble.send_modify(|now| {
            let since = now.as_ref().map_or(begun, |trouble| trouble.since);
            *now = error.map(|error| Trouble { since, error });
        });
        renewed.map(drop)
    }

    fn proof(&self) -> Proof {
        let each = self.each().iter().map(|(key, lone)| (key.clone(), lone.fence)).collect();
        self.proof.lock().unwrap_or_else(PoisonError::into_inner).clone().and_each(each)
    }

    /// Publishes a loss.
    fn note(&self, error: &Error) {
        match self.loss(error) {
            Some(loss) => drop(self.gone.send_replace(Some(loss))),
            None => {
                let cause = error.cause().map(tracing::field::display);
                tracing::debug!(lease = %self.id, %error, cause, "not confirmed");
            }
        }
    }

    /// Which loss an error is.
    fn loss(&self, error: &Error) -> Option<Loss> {
        match error {
            Error::LeaseGone => Some(self.loss_now()),
            Error::KeyGone => Some(Loss::Deleted),
            Error::KeyTaken => Some(Loss::Overwritten),
            _ => None,
        }
    }
}

/// Renews at every third of the TTL, and sooner after a miss, until the lease or a key of it is gone. An outage does not end it: a
/// lease may outlive its deadline (servers extend leases when their leader changes), and then a waiter keeps its place.
async fn renew_for_ever(lease: Arc<Lease>, sent: BootTime) {
    let mut next = deadline::renew_at(sent, lease.ttl);
    loop {
        sleep_until(next).await;
        let ahead = *lease.deadline.borrow();
        let (limit, pause) = deadline::renewal_limits(BootTime::now(), ahead, lease.client.command_timeout());
        next = match lease.renew(limit).await {
            Ok(()) => deadline::renew_at(*lease.last.lock().await, lease.ttl),
            Err(error) if lease.loss(&error).is_some() => return,
            Err(_) => BootTime::now() + pause,
        };
    }
}

/// A lease id that is almost certainly unused.
pub fn fresh_id() -> LeaseId {
    let id = LEAST_ID + random::number() % (i64::MAX.cast_unsigned() - LEAST_ID);
    LeaseId(id.cast_signed())
}

#[cfg(test)]
mod tests {
    #[test]
    fn lease_ids_are_16_digits_and_positive() {
        for _ in 0..1000 {
            let id = super::fresh_id().0;
            assert!(id > 0 && format!("{id:x}").len() == 16);
        }
    }
}
