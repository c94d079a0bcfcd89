//! Entering the queue and waiting for one's turn.
//!
//! What must stay true: whatever ends the wait, no key and no lease of ours is left behind; a wake-up is only a reason
//! to look; a place that was lost is taken anew, at the end of the queue.

use std::time::Duration;

use etcd_client::{Compare, CompareOp, GetOptions, PutOptions, Txn, TxnOp, TxnOpResponse, TxnResponse};

use super::deletion::Deletion;
use super::hold::{Held, from_now};
use super::queue::{self, Ahead, Place, Queue};
use super::{Error, Params, Wait};
use crate::client::{self, Client};
use crate::clock::{BootTime, sleep_until};
use crate::deadline::Plan;
use crate::event::{Emit, Event, LeaseId, Loss, Text};
use crate::session::{self, Session};
use crate::shutdown::{Cause, Shutdown};

/// How long a wait that has ended may take to give up its place.
const LEAVING: Duration = Duration::from_millis(400);
/// Between two attempts while etcd is away, or after a watch that ended.
const PAUSE: Duration = Duration::from_millis(100);
/// How often `--try` reads anew when only keys of locks below the name have changed in between.
const TRIES: usize = 16;

/// Acquires a lock, waiting as long as `params` allows.
///
/// # Errors
/// [`Error`]; then nothing of ours is left in the queue, or, where etcd is away, it leaves with its lease.
pub async fn acquire(client: &Client, params: &Params, shutdown: &mut Shutdown, emit: Emit<'_>) -> Result<Held, Error> {
    // A grace that can't fit is refused before anything is sent.
    Plan::new(params.ttl, params.grace)?;
    let begun = BootTime::now();
    let mut entrance = Entrance { client, params, emit, begun, lease: None, session: None, because: None };
    let ended = tokio::select! {
        biased;
        acquired = entrance.acquire() => acquired,
        cause = shutdown.next() => Err(match cause {
            Cause::Signal(signal) => Error::Stopped(signal),
            Cause::OutputClosed => Error::OutputClosed,
        }),
        after = elapsed(begun, params.wait) => Err(Error::TimedOut { name: params.name.clone(), after, because: None }),
    };
    if ended.is_err() {
        entrance.leave().await;
    }
    ended.map_err(|error| match error {
        Error::TimedOut { name, after, .. } => Error::TimedOut { name, after, because: entrance.because },
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

impl Entrance<'_> {
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
                return Err(Error::Busy { name: self.params.name.clone(), holder: ahead.holder.describe() });
            }
            let now = (ahead.position, ahead.holder.fence);
            if shown.replace(now) != Some(now) {
                self.show(&place.key, ahead);
            }
            place = match self.wait(&place, ahead).await? {
                Wake::Look => self.look_or_reenter(&place).await?,
                Wake::Gone(reason) => self.reenter(&place.key, reason).await?,
            };
        }
    }

    /// The lock, when a child could be started under it now; nothing when the lease had to be renewed first, so that
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
        let held = Held {
            client: self.client.clone(),
            name: self.params.name.clone(),
            session,
            plan,
            key: place.key.clone(),
            fence: place.fence,
            proved_at: place.revision,
            since: BootTime::now(),
        };
        (self.emit)(held.acquired(BootTime::now().since(self.begun)));
        Ok(Some(held))
    }

    /// Takes a place at the end of the queue, under a new lease.
    async fn enter(&mut self) -> Result<Place, Error> {
        let (key, put) = self.open().await?;
        let range = TxnOp::get(self.params.name.prefix(), Some(queue::all()));
        let enqueue = Txn::new()
            .when([Compare::create_revision(key.clone(), CompareOp::Equal, 0)])
            .and_then([put, range.clone()])
            .or_else([range]);
        let answer = self.retry(async |client| client.txn(enqueue.clone()).await).await;
        let answer = answer.map_err(self.failed("enter the queue of"))?;
        self.place(&key, &answer)
    }

    /// Takes a place only if it is the first.
    async fn enter_if_free(&mut self) -> Result<Place, Error> {
        let name = &self.params.name;
        let read =
            self.client.get(&name.prefix(), Some(queue::all())).await.map_err(self.failed("read the queue of"))?;
        self.busy(&Queue::parse(name, read.kvs()))?;
        let mut seen = read.header().map_or(0, etcd_client::ResponseHeader::revision);
        let (key, put) = self.open().await?;
        for _ in 0..TRIES {
            let range = TxnOp::get(name.prefix(), Some(queue::all()));
            // Nothing was made below the name since it was read; true also where nothing is there.
            let untouched = Compare::create_revision(name.prefix(), CompareOp::Less, seen + 1).with_prefix();
            let enqueue = Txn::new().when([untouched]).and_then([put.clone(), range.clone()]).or_else([range]);
            let answer = self.client.txn(enqueue).await.map_err(self.failed("enter the queue of"))?;
            let queue = self.queue(&answer);
            if queue.find(&key).is_some() {
                return self.place(&key, &answer);
            }
            self.busy(&queue)?;
            seen = answer.header().map_or(0, etcd_client::ResponseHeader::revision);
        }
        Err(Error::Busy { name: name.clone(), holder: "somebody in a hurry".to_owned() })
    }

    /// Opens a session. The key that goes with it, and the operation that makes it.
    async fn open(&mut self) -> Result<(Vec<u8>, TxnOp), Error> {
        let id = session::fresh_id();
        self.lease = Some(id);
        let session = Session::open(self.client, id, self.params.ttl).await.map_err(self.failed("get a lease for"))?;
        self.session = Some(session);
        let key = self.params.name.key(id);
        // A record of plain strings and numbers can always be written.
        let value = serde_json::to_vec(&self.params.owner).unwrap_or_default();
        let put = TxnOp::put(key.clone(), value, Some(PutOptions::new().with_lease(id.0)));
        Ok((key, put))
    }

    fn queue(&self, answer: &TxnResponse) -> Queue {
        let last = answer.op_responses().pop();
        match last {
            Some(TxnOpResponse::Get(read)) => Queue::parse(&self.params.name, read.kvs()),
            _ => Queue::default(),
        }
    }

    fn place(&self, key: &[u8], answer: &TxnResponse) -> Result<Place, Error> {
        let revision = answer.header().map_or(0, etcd_client::ResponseHeader::revision);
        let place = self.queue(answer).place(key, revision);
        place.ok_or_else(|| self.failed("enter the queue of")(client::Error::Server("the key was not made".to_owned())))
    }

    fn busy(&self, queue: &Queue) -> Result<(), Error> {
        match queue.holder() {
            Some(holder) => Err(Error::Busy { name: self.params.name.clone(), holder: holder.describe() }),
            None => Ok(()),
        }
    }

    /// Reads our own key and what is ahead of it, in one request; takes a new place where the key is gone.
    async fn look_or_reenter(&mut self, place: &Place) -> Result<Place, Error> {
        let name = &self.params.name;
        let read = self.retry(async |client| client.get(&name.prefix(), Some(queue::up_to(place.fence))).await).await;
        let read = read.map_err(self.failed("read the queue of"))?;
        let queue = Queue::parse(name, read.kvs());
        let revision = read.header().map_or(0, etcd_client::ResponseHeader::revision);
        match queue.place(&place.key, revision) {
            Some(found) if found.fence == place.fence => Ok(found),
            _ => {
                let reason = self.reason().await;
                self.reenter(&place.key, reason).await
            }
        }
    }

    /// Why the place was lost: with its lease, or the key alone.
    async fn reason(&mut self) -> Loss {
        let Some(session) = &self.session else { return Loss::Revoked };
        match self.client.time_to_live(session.lease().0, false).await {
            Ok(lease) if lease.ttl() < 0 => session.loss_now(),
            _ => Loss::Deleted,
        }
    }

    async fn reenter(&mut self, lost_key: &[u8], reason: Loss) -> Result<Place, Error> {
        self.leave().await;
        let place = self.enter_anew(true).await?;
        if let Some(lease) = self.lease {
            let (lock, key) = (self.params.name.text(), Text(place.key.clone()));
            (self.emit)(Event::LockRequeued { lock, key, lease, lost_key: Text(lost_key.to_vec()), reason });
        }
        Ok(place)
    }

    /// Takes a place, under a new lease whenever one has gone before it was used. `patient`: through outages, too.
    async fn enter_anew(&mut self, patient: bool) -> Result<Place, Error> {
        loop {
            let entered = match self.params.wait {
                Wait::Not => self.enter_if_free().await,
                Wait::AtMost(_) | Wait::ForEver => self.enter().await,
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

    /// Waits until the key that blocks us or our own is deleted, the lease is gone, or it is time to look anyway.
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

    /// Waits until one of the two keys is deleted after `place` was read.
    async fn woken(&self, place: &Place, ahead: &Ahead) -> Result<(), client::Error> {
        let keys = [&ahead.blocker[..], &place.key];
        let mut deletion = Deletion::watch(self.client, &keys).await?;
        if deletion.covered_from > place.revision + 1 {
            // Somebody wrote in between, most likely somewhere else. A holder may have left just then; another waiter
            // hardly, so that a look at it can wait, and most often is not needed at all.
            let patience = if ahead.position == 1 { Duration::ZERO } else { PAUSE };
            if let Ok(happened) = tokio::time::timeout(patience, deletion.happened()).await {
                return happened;
            }
            let gets = keys.map(|key| TxnOp::get(key, Some(GetOptions::new().with_keys_only())));
            let read = self.client.txn(Txn::new().and_then(gets)).await?;
            let there = |one: &TxnOpResponse| matches!(one, TxnOpResponse::Get(read) if !read.kvs().is_empty());
            if !read.op_responses().iter().all(there) {
                return Ok(());
            }
        }
        deletion.happened().await
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
            (self.emit)(Event::LockUnreleased {
                lock: self.params.name.text(),
                key: Text(self.params.name.key(lease)),
                lease,
                frees_at: from_now(self.params.ttl),
                message: error.to_string(),
            });
        }
    }

    fn show(&mut self, key: &[u8], ahead: &Ahead) {
        self.because = Some(format!("it is held by {}", ahead.holder.describe()));
        let owner = ahead.holder.owner.clone();
        (self.emit)(Event::LockWaiting {
            lock: self.params.name.text(),
            key: key.into(),
            position: ahead.position,
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
        Error::client(doing, &self.params.name, "readwrite")
    }
}

pub(super) fn millis(span: Duration) -> u64 {
    u64::try_from(span.as_millis()).unwrap_or(u64::MAX)
}
