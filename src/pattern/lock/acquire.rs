//! Entering the queues and waiting for one's turn.
//!
//! What must stay true: whatever ends the wait, no key and no lease of ours is left behind; a wake-up is only a reason
//! to look; a place that was lost is taken anew, at the end of every queue.

use std::time::Duration;

use etcd_client::{GetOptions, Txn, TxnOp, TxnOpResponse, TxnResponse};

use super::deletion::Deletion;
use super::enqueue::{self, Entry};
use super::hold::{Held, from_now};
use super::queue::{self, Ahead, Place, Queues};
use super::{Claim, Error, Params, Wait};
use crate::client::{self, Client};
use crate::clock::{BootTime, sleep_until};
use crate::deadline::Plan;
use crate::event::{Emit, Event, LeaseId, Loss, Owner, Text};
use crate::session::{self, Session};
use crate::shutdown::{Cause, Shutdown};

/// How long a wait that has ended may take to give up its place.
const LEAVING: Duration = Duration::from_millis(400);
/// Between two attempts while etcd is away, or after a watch that ended.
const PAUSE: Duration = Duration::from_millis(100);
/// How often `--try` reads anew when only keys of locks below the name have changed in between.
const TRIES: usize = 16;
/// A wait shorter than this costs no watch on the own keys.
const WATCH_OWN_AFTER: Duration = Duration::from_millis(50);
/// Operations in a transaction that only reads: fewer than the 128 that etcd takes by default.
const READS: usize = 100;

/// Acquires the locks, waiting as long as `params` allows.
///
/// # Errors
/// [`Error`]; then nothing of ours is left in the queues, or, where etcd is away, it leaves with its lease.
pub async fn acquire(client: &Client, params: &Params, shutdown: &mut Shutdown, emit: Emit<'_>) -> Result<Held, Error> {
    // A grace that can't fit is refused before anything is sent.
    Plan::new(params.ttl, params.grace)?;
    let begun = BootTime::now();
    let (mode, permits) = params.claim.mode();
    let owner = Owner { mode, permits, locks: params.names.texts_of_several(), ..params.owner.clone() };
    let mut entrance = Entrance { client, params, owner, emit, begun, lease: None, session: None, because: None };
    let ended = tokio::select! {
        biased;
        acquired = entrance.acquire() => acquired,
        cause = shutdown.next() => Err(match cause {
            Cause::Signal(signal) => Error::Stopped(signal),
            Cause::OutputClosed => Error::OutputClosed,
        }),
        after = elapsed(begun, params.wait) => Err(Error::TimedOut { names: params.names.clone(), after, because: None }),
    };
    if ended.is_err() {
        entrance.leave().await;
    }
    ended.map_err(|error| match error {
        Error::TimedOut { names, after, .. } => Error::TimedOut { names, after, because: entrance.because },
        error => error,
    })
}

/// Waits until the wait that is allowed is over.
async fn elapsed(begun: BootTime, wait: Wait) -> Duration {
    let Wait::AtMost(after) = wait else { return std::future::pending().await };
    sleep_until(begun + after).await;
    after
}

struct Entrance<'a> {
    client: &'a Client,
    params: &'a Params,
    /// What the queues say of us.
    owner: Owner,
    emit: Emit<'a>,
    begun: BootTime,
    /// The lease that was asked for last: it may exist though no answer has told us so.
    lease: Option<LeaseId>,
    session: Option<Session>,
    /// What the wait is for, should it time out.
    because: Option<String>,
}

/// What ended a stretch of waiting.
enum Wake {
    /// Something may have changed.
    Look,
    /// The lease is gone, and the place with it.
    Gone(Loss),
}

impl<'a> Entrance<'a> {
    async fn acquire(&mut self) -> Result<Held, Error> {
        let mut place = self.enter_anew(false).await?;
        let mut shown = None;
        loop {
            let Some(ahead) = &place.ahead else {
                if let Some(held) = self.hold(&place).await? {
                    return Ok(held);
                }
                place = self.look_or_reenter(&place).await?;
                continue;
            };
            if self.params.wait == Wait::Not {
                return Err(self.busy(ahead.lock, ahead.holder.describe()));
            }
            let now = (ahead.lock, ahead.position, ahead.holder.fence);
            if shown.replace(now) != Some(now) {
                self.show(ahead);
            }
            place = match self.wait(&place, ahead).await? {
                Wake::Look => self.look_or_reenter(&place).await?,
                Wake::Gone(reason) => self.reenter(reason).await?,
            };
        }
    }

    /// The locks, when a child could be started under them now; nothing when the lease had to be renewed first, so that
    /// the place is to be read again.
    async fn hold(&mut self, place: &Place) -> Result<Option<Held>, Error> {
        let Some(session) = &self.session else { return Ok(None) };
        let plan = Plan::new(session.ttl(), self.params.grace)?;
        if !plan.may_start(BootTime::now(), session.deadline()) {
            match session.ready(&plan).await {
                Ok(()) | Err(client::Error::LeaseGone) => {}
                Err(error) if error.is_outage() => self.pause(&error).await,
                Err(error) => return Err(self.failed("renew the lease of")(error)),
            }
            return Ok(None);
        }
        let Some(session) = self.session.take() else { return Ok(None) };
        Ok(Some(Held {
            client: self.client.clone(),
            names: self.params.names.clone(),
            session,
            plan,
            fence: place.fence,
            proved_at: place.revision,
            since: BootTime::now(),
            waited: BootTime::now().since(self.begun),
        }))
    }

    /// Takes a place at the end of the queues, under a new lease.
    async fn enter(&mut self) -> Result<Place, Error> {
        let entry = self.open().await?;
        let answer = self.request(entry.enter(), "enter the queue of").await?;
        self.place(&entry, &answer)
    }

    /// Takes a place only if the queues, as they were read before, allow that: `--try` must be first, and a permit must
    /// not meet other numbers of permits.
    async fn enter_as_read(&mut self) -> Result<Place, Error> {
        let names = &self.params.names;
        let answer = self.request(enqueue::read(names, &queue::all()), "read the queue of").await?;
        let mut read = enqueue::queues(names, &answer);
        self.admit(&read)?;
        let entry = self.open().await?;
        let mut tries = 0;
        loop {
            let answer = self.request(entry.enter_if_untouched(read.revision), "enter the queue of").await?;
            read = enqueue::queues(names, &answer);
            // An attempt whose answer was lost may have made the keys.
            if answer.succeeded() || read.place(&entry.keys).is_some() {
                return self.place(&entry, &answer);
            }
            self.admit(&read)?;
            tries += 1;
            if self.params.wait == Wait::Not && tries == TRIES {
                return Err(self.busy(0, "somebody in a hurry".to_owned()));
            }
        }
    }

    /// Whether a newcomer may enter these queues.
    fn admit(&self, read: &Queues) -> Result<(), Error> {
        let claim = self.params.claim;
        for (lock, (name, queue)) in self.params.names.iter().zip(&read.queues).enumerate() {
            if let (Claim::Permit(wanted), Some(there)) = (claim, queue.other_permits(claim)) {
                (self.emit)(Event::LockRefused { lock: name.text(), permits: wanted, queue_permits: there });
                return Err(Error::Refused { name: name.clone(), wanted, there });
            }
            if let (Wait::Not, Some(holder)) = (self.params.wait, queue.would_block(claim)) {
                return Err(self.busy(lock, holder.describe()));
            }
        }
        Ok(())
    }

    /// Opens a session: the keys that go with it.
    async fn open(&mut self) -> Result<Entry<'a>, Error> {
        let id = session::fresh_id();
        self.lease = Some(id);
        let session = Session::open(self.client, id, self.params.ttl).await.map_err(self.failed("get a lease for"))?;
        self.session = Some(session);
        Ok(Entry::new(&self.params.names, id, &self.owner))
    }

    /// Sends a transaction, through outages where we may wait.
    async fn request(&mut self, txn: Txn, doing: &str) -> Result<TxnResponse, Error> {
        let answer = match self.params.wait {
            Wait::Not => self.client.txn(txn).await,
            _ => self.retry(async |client| client.txn(txn.clone()).await).await,
        };
        answer.map_err(self.failed(doing))
    }

    /// The place that was taken. Keys that are gone already, or in part, are given up.
    fn place(&self, entry: &Entry, answer: &TxnResponse) -> Result<Place, Error> {
        let place = enqueue::queues(&self.params.names, answer).place(&entry.keys);
        place.ok_or_else(|| self.failed("enter the queue of")(client::Error::LeaseGone))
    }

    fn busy(&self, lock: usize, holder: String) -> Error {
        let name = self.params.names.iter().nth(lock).unwrap_or(self.params.names.first());
        Error::Busy { name: name.clone(), holder }
    }

    fn keys(&self) -> Vec<Vec<u8>> {
        self.lease.map_or_else(Vec::new, |lease| self.params.names.keys(lease))
    }

    /// Reads our own keys and what is ahead of them, in one request; takes a new place where any of them is gone.
    async fn look_or_reenter(&mut self, place: &Place) -> Result<Place, Error> {
        let names = &self.params.names;
        let read = enqueue::read(names, &queue::up_to(place.fence));
        let read = self.retry(async |client| client.txn(read.clone()).await).await;
        let read = read.map_err(self.failed("read the queue of"))?;
        match enqueue::queues(names, &read).place(&self.keys()) {
            Some(found) if found.fence == place.fence => Ok(found),
            _ => {
                let reason = self.reason().await;
                self.reenter(reason).await
            }
        }
    }

    /// Why the place was lost: with its lease, or a key alone.
    async fn reason(&mut self) -> Loss {
        let Some(session) = &self.session else { return Loss::Revoked };
        match self.client.time_to_live(session.lease().0, false).await {
            Ok(lease) if lease.ttl() < 0 => session.loss_now(),
            _ => Loss::Deleted,
        }
    }

    async fn reenter(&mut self, reason: Loss) -> Result<Place, Error> {
        let lost = self.lease;
        self.leave().await;
        let place = self.enter_anew(true).await?;
        if let (Some(lost), Some(lease)) = (lost, self.lease) {
            let name = self.params.names.first();
            let [lost_key, key] = [lost, lease].map(|lease| Text(name.key(lease)));
            (self.emit)(Event::LockRequeued { lock: name.text(), key, lease, lost_key, reason });
        }
        Ok(place)
    }

    /// Takes a place, under a new lease whenever one has gone before it was used. `patient`: through outages, too.
    async fn enter_anew(&mut self, patient: bool) -> Result<Place, Error> {
        loop {
            let entered = match (self.params.wait, self.params.claim) {
                (Wait::Not, _) | (_, Claim::Permit(_)) => self.enter_as_read().await,
                _ => self.enter().await,
            };
            let error = match entered {
                Err(Error::Client { error, .. }) if matches!(error, client::Error::LeaseGone) => error,
                Err(Error::Client { error, .. }) if patient && error.is_outage() => error,
                entered => return entered,
            };
            self.leave().await;
            self.pause(&error).await;
        }
    }

    /// Waits until a key that blocks us or one of our own is deleted, the lease is gone, or it is time to look anyway.
    async fn wait(&self, place: &Place, ahead: &Ahead) -> Result<Wake, Error> {
        let Some(session) = &self.session else { return Ok(Wake::Look) };
        tokio::select! {
            loss = session.gone() => Ok(Wake::Gone(loss)),
            woken = self.woken(place, ahead) => {
                // A watch that broke says nothing: look, but not in a hurry.
                if woken.is_err() {
                    tokio::time::sleep(PAUSE).await;
                }
                Ok(Wake::Look)
            }
            // A watch opened at the compacted revision can miss a delete (fixed in 3.4.36 and 3.5.18).
            () = tokio::time::sleep(self.params.look_every) => Ok(Wake::Look),
        }
    }

    /// Waits until one of those keys is deleted after `place` was read.
    async fn woken(&self, place: &Place, ahead: &Ahead) -> Result<(), client::Error> {
        let mut deletion = Deletion::watch(self.client, &ahead.blockers).await?;
        let mut unsure = Vec::new();
        if deletion.covered_from > place.revision + 1 {
            // Somebody wrote in between, most likely somewhere else. A holder may have left just then; another waiter
            // hardly, so that a look at it can wait, and most often is not needed at all.
            if ahead.near && self.any_is_gone(&ahead.blockers).await? {
                return Ok(());
            } else if !ahead.near {
                unsure.clone_from(&ahead.blockers);
            }
        }
        if let Ok(happened) = tokio::time::timeout(WATCH_OWN_AFTER, deletion.happened()).await {
            return happened;
        }
        let own = self.keys();
        deletion.add(&own).await?;
        unsure.extend(own);
        if self.any_is_gone(&unsure).await? {
            return Ok(());
        }
        deletion.happened().await
    }

    async fn any_is_gone(&self, keys: &[Vec<u8>]) -> Result<bool, client::Error> {
        let there = |one: &TxnOpResponse| matches!(one, TxnOpResponse::Get(read) if !read.kvs().is_empty());
        for keys in keys.chunks(READS) {
            let get = |key: &Vec<u8>| TxnOp::get(key.clone(), Some(GetOptions::new().with_keys_only()));
            let read = self.client.txn(Txn::new().and_then(keys.iter().map(get).collect::<Vec<_>>())).await?;
            if !read.op_responses().iter().all(there) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Repeats a request through an outage of any length.
    async fn retry<T>(
        &mut self,
        request: impl AsyncFn(&Client) -> Result<T, client::Error>,
    ) -> Result<T, client::Error> {
        let mut away: Option<BootTime> = None;
        loop {
            match request(self.client).await {
                Err(error) if error.is_outage() => {
                    away.get_or_insert_with(|| {
                        let message =
                            error.cause().map_or_else(|| error.to_string(), |cause| format!("{error}: {cause}"));
                        (self.emit)(Event::EtcdUnreachable { message });
                        BootTime::now()
                    });
                    self.pause(&error).await;
                }
                answer => {
                    if let (Ok(_), Some(away)) = (&answer, away) {
                        (self.emit)(Event::EtcdReachable { away_ms: millis(BootTime::now().since(away)) });
                    }
                    return answer;
                }
            }
        }
    }

    async fn pause(&mut self, error: &client::Error) {
        self.because = Some(format!("{error}"));
        tokio::time::sleep(PAUSE).await;
    }

    /// Gives up the place, and the lease that may have been granted without our knowing. Where no server confirms that,
    /// the place stays until the lease expires: that is said.
    async fn leave(&mut self) {
        let Some(lease) = self.lease.take() else { return };
        let Some(session) = self.session.take() else {
            // A grant that is still under way may be carried out after the first revoke. Without a key it is in nobody's
            // way, but nothing is to be left.
            if self.client.revoke(lease.0, LEAVING).await.is_ok() {
                tokio::time::sleep(PAUSE / 2).await;
                let _ = self.client.revoke(lease.0, LEAVING).await;
            }
            return;
        };
        if let Err(error) = session.close_within(LEAVING).await {
            let name = self.params.names.first();
            (self.emit)(Event::LockUnreleased {
                lock: name.text(),
                key: Text(name.key(lease)),
                lease,
                frees_at: from_now(self.params.ttl),
                message: error.to_string(),
            });
        }
    }

    fn show(&mut self, ahead: &Ahead) {
        let Some((name, lease)) = self.params.names.iter().nth(ahead.lock).zip(self.lease) else { return };
        self.because = Some(format!("{name} is held by {}", ahead.holder.describe()));
        let owner = ahead.holder.owner.clone();
        (self.emit)(Event::LockWaiting {
            lock: name.text(),
            key: Text(name.key(lease)),
            position: ahead.position,
            holders: ahead.holders,
            holder_key: Text(ahead.holder.key.clone()),
            holder_host: owner.as_ref().map(|owner| owner.host.clone()),
            holder_pid: owner.as_ref().map(|owner| owner.pid),
            holder_user: owner.as_ref().map(|owner| owner.user.clone()),
            holder_command: owner.as_ref().map(|owner| owner.command.clone()),
            holder_since: owner.map(|owner| owner.since),
        });
    }

    fn failed(&self, doing: &str) -> impl FnOnce(client::Error) -> Error + use<> {
        // Nothing of `self` is kept, so that a failure can be told while the entrance changes.
        Error::client(doing, &self.params.names, "readwrite")
    }
}

pub(super) fn millis(span: Duration) -> u64 {
    u64::try_from(span.as_millis()).unwrap_or(u64::MAX)
}
