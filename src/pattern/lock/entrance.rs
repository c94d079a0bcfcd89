//! Taking a place in the queues, looking at it, taking it anew, giving it up.
//!
//! What must stay true: a place is one key in each queue, made at once under one lease; whatever happens, the lease that
//! was asked for last is known, and is revoked when the place is given up.

use std::time::Duration;

use etcd_client::{Txn, TxnResponse};

use super::enqueue::{self, Entry};
use super::hold::clear;
use super::queue::{self, Place, Queues};
use super::{Claim, Error, Params, Wait};
use crate::client::{self, Client};
use crate::clock::BootTime;
use crate::event::{Emit, LeaseId, LockEvent, Loss, Text};
use crate::pattern::outage::Outage;
use crate::pattern::tenure::{self, from_now};
use crate::record::Owner;
use crate::session::{self, Session};

/// Between two attempts while etcd is away, or after a watch that ended.
pub(super) const PAUSE: Duration = Duration::from_millis(100);
/// How often `--try` reads anew when only keys of locks below the name have changed in between.
const TRIES: usize = 16;

/// Somebody who is on the way into the queues, or in them.
pub(super) struct Entrance<'a> {
    pub(super) client: &'a Client,
    pub(super) params: &'a Params,
    /// What the queues say of us.
    pub(super) owner: Owner,
    pub(super) emit: Emit<'a>,
    pub(super) begun: BootTime,
    /// The lease that was asked for last: it may exist though no answer has told us so.
    pub(super) lease: Option<LeaseId>,
    pub(super) session: Option<Session>,
    /// What the wait is for, should it time out.
    pub(super) because: Option<String>,
}

impl<'a> Entrance<'a> {
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
                (self.emit)(LockEvent::Refused { lock: name.text(), permits: wanted, queue_permits: there }.into());
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
        let entry = Entry::new(&self.params.names, id, &self.owner);
        let opened = Session::open(self.client, id, self.params.ttl, entry.keys[0].clone()).await;
        self.session = Some(opened.map_err(self.failed("get a lease for"))?);
        Ok(entry)
    }

    /// Sends a transaction, through outages where we may wait.
    async fn request(&mut self, txn: Txn, doing: &str) -> Result<TxnResponse, Error> {
        let answer = match self.params.wait {
            Wait::Not => self.client.txn(txn).await,
            _ => self.retry(async |client| client.txn(txn.clone()).await).await,
        };
        answer.map_err(self.failed(doing))
    }

    /// The place that was taken, which renewals confirm from now on. Keys that are gone already, or in part, are given up.
    fn place(&self, entry: &Entry, answer: &TxnResponse) -> Result<Place, Error> {
        let place = enqueue::queues(&self.params.names, answer).place(&entry.keys);
        let place = place.ok_or_else(|| self.failed("enter the queue of")(client::Error::LeaseGone))?;
        if let Some(session) = &self.session {
            session.expect(entry.keys.clone(), place.fence);
        }
        Ok(place)
    }

    pub(super) fn busy(&self, lock: usize, holder: String) -> Error {
        let name = self.params.names.iter().nth(lock).unwrap_or(self.params.names.first());
        Error::Busy { name: name.clone(), holder }
    }

    pub(super) fn keys(&self) -> Vec<Vec<u8>> {
        self.lease.map_or_else(Vec::new, |lease| self.params.names.keys(lease))
    }

    /// Reads our own keys and what is ahead of them, in one request; takes a new place where any of them is gone.
    pub(super) async fn look_or_reenter(&mut self, place: &Place) -> Result<Place, Error> {
        let names = &self.params.names;
        let look = enqueue::look(&self.keys(), &place.earlier);
        let read = look.unwrap_or_else(|| enqueue::read(names, &queue::up_to(place.fence)));
        let read = self.retry(async |client| client.txn(read.clone()).await).await;
        let read = read.map_err(self.failed("read the queue of"))?;
        let queues = enqueue::queues(names, &read);
        match queues.place(&self.keys()) {
            Some(found) if found.fence == place.fence => Ok(found),
            _ if queues.taken(&self.keys(), place.fence) => self.reenter(place, Loss::Overwritten).await,
            _ => {
                let reason = self.reason().await;
                self.reenter(place, reason).await
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

    /// Takes a new place instead of `lost_place`.
    pub(super) async fn reenter(&mut self, lost_place: &Place, reason: Loss) -> Result<Place, Error> {
        let lost = self.lease;
        if reason == Loss::Overwritten {
            clear(self.client, &self.keys(), lost_place.fence).await;
        }
        self.leave().await;
        let place = self.enter_anew(true).await?;
        if let (Some(lost), Some(lease)) = (lost, self.lease) {
            let name = self.params.names.first();
            let [lost_key, key] = [lost, lease].map(|lease| Text::from(name.key(lease)));
            (self.emit)(LockEvent::Requeued { lock: name.text(), key, lease, lost_key, reason }.into());
        }
        Ok(place)
    }

    /// Takes a place, under a new lease whenever one has gone before it was used. `patient`: through outages, too.
    pub(super) async fn enter_anew(&mut self, patient: bool) -> Result<Place, Error> {
        loop {
            let entered = match (self.params.wait, self.params.claim) {
                (Wait::Not, _) | (_, Claim::Permit(_)) => self.enter_as_read().await,
                _ => self.enter().await,
            };
            let error = match entered {
                Err(Error::Client(client::Failed { error, .. })) if matches!(error, client::Error::LeaseGone) => error,
                Err(Error::Client(client::Failed { error, .. })) if patient && error.is_outage() => error,
                entered => return entered,
            };
            self.leave().await;
            self.pause(&error).await;
        }
    }

    /// Repeats a request through an outage of any length.
    async fn retry<T>(
        &mut self,
        request: impl AsyncFn(&Client) -> Result<T, client::Error>,
    ) -> Result<T, client::Error> {
        let mut outage = Outage::new(self.emit);
        loop {
            match request(self.client).await {
                Err(error) if error.is_outage() => {
                    outage.goes_on(&error);
                    self.pause(&error).await;
                }
                answer => {
                    if answer.is_ok() {
                        outage.is_over();
                    }
                    return answer;
                }
            }
        }
    }

    pub(super) async fn pause(&mut self, error: &client::Error) {
        self.because = Some(format!("{error}"));
        tokio::time::sleep(PAUSE).await;
    }

    /// Gives up the place, and the lease that may have been granted without our knowing. Where no server confirms that,
    /// the place stays until the lease expires: that is said.
    pub(super) async fn leave(&mut self) {
        let Some(lease) = self.lease.take() else { return };
        if let Err(error) = tenure::abandon(self.client, lease, self.session.take()).await {
            let name = self.params.names.first();
            let unreleased = LockEvent::Unreleased {
                lock: name.text(),
                key: Text::from(name.key(lease)),
                lease,
                frees_at: from_now(self.params.ttl),
                message: error.to_string().into(),
            };
            (self.emit)(unreleased.into());
        }
    }

    pub(super) fn failed(&self, doing: &str) -> impl FnOnce(client::Error) -> Error + use<> {
        // Nothing of `self` is kept, so that a failure can be told while the entrance changes.
        Error::client(doing, &self.params.names, "readwrite")
    }
}
