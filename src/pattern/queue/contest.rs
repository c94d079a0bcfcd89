//! Taking a place in the queues, looking at it, taking it anew, giving it up.
//!
//! What must stay true: a place is one key in each queue, made at once under one lease; whatever happens, the lease that
//! was asked for last is known, and is revoked when the place is given up.

use std::cell::RefCell;
use std::sync::Arc;

use etcd_client::{Txn, TxnResponse};

use super::contender::{self, Ahead, Place, Queues};
use super::request::{self, Entry};
use super::{Blocked, Claim, Doing, Error, Name, Params, Progress, Wait};
use crate::client::{self, Client};
use crate::event::{LeaseId, Loss};
use crate::pattern::hold::{self, Unreleased};
use crate::pattern::keys;
use crate::pattern::outage::Outage;
use crate::session::{self, Session};

/// How often a contender that must not wait reads anew when only keys of queues below the name have changed in between.
const TRIES: usize = 16;

/// Somebody who is on the way into the queues, or in them.
pub(super) struct Contest<'a> {
    pub(super) client: &'a Client,
    pub(super) params: &'a Params<'a>,
    pub(super) tell: &'a dyn Fn(Progress<'_>),
    /// The lease that was asked for last: it may exist though no answer has told us so.
    pub(super) lease: Option<LeaseId>,
    pub(super) session: Option<Arc<Session>>,
    /// The create revision of the own keys, as far as that is known; else 0.
    fence: i64,
    pub(super) outage: Outage,
    /// The watch on those before us, and on our own keys, breaks again and again.
    pub(super) blind: RefCell<Outage>,
    /// Who stood before us when we last looked.
    blocked: Option<Blocked>,
}

impl<'a> Contest<'a> {
    pub(super) fn new(client: &'a Client, params: &'a Params<'a>, tell: &'a dyn Fn(Progress<'_>)) -> Self {
        Self {
            client,
            params,
            tell,
            lease: None,
            session: None,
            fence: 0,
            outage: Outage::default(),
            blind: RefCell::default(),
            blocked: None,
        }
    }

    /// Takes a place at the end of the queues, under a new lease.
    async fn enter(&mut self) -> Result<Place, Error> {
        let entry = self.open().await?;
        let answer = self.request(entry.enter(), Doing::Enter).await?;
        self.place(&entry, &answer)
    }

    /// Takes a place only if the queues, as they were read before, allow that: a contender that must not wait has to be
    /// first, and a permit must not meet other numbers of permits.
    async fn enter_as_read(&mut self) -> Result<Place, Error> {
        let names = self.params.names;
        let answer = self.request(request::read(names, &contender::all()), Doing::Read).await?;
        let mut read = request::queues(names, &answer);
        self.admit(&read)?;
        let entry = self.open().await?;
        let mut tries = 0;
        loop {
            let answer = self.request(entry.enter_if_untouched(read.revision), Doing::Enter).await?;
            read = request::queues(names, &answer);
            // An attempt whose answer was lost may have made the keys.
            if answer.succeeded() || read.place(&entry.keys).is_some() {
                return self.place(&entry, &answer);
            }
            if let Some(lease) = entry.seat_taken(&answer) {
                return Err(Error::SeatTaken { lease });
            }
            self.admit(&read)?;
            tries += 1;
            if self.params.wait == Wait::Not && tries == TRIES {
                return Err(Error::Busy { name: names.first().clone(), holder: None });
            }
        }
    }

    /// Whether a newcomer may enter these queues.
    fn admit(&self, read: &Queues) -> Result<(), Error> {
        let claim = self.params.claim;
        for (name, queue) in self.params.names.iter().zip(&read.queues) {
            if let (Claim::Permit(wanted), Some(there)) = (claim, queue.other_permits(claim)) {
                return Err(Error::Refused { name: name.clone(), wanted, there });
            }
            if let (Wait::Not, Some(holder)) = (self.params.wait, queue.would_block(claim)) {
                return Err(Error::Busy { name: name.clone(), holder: Some(Box::new(holder.clone())) });
            }
        }
        Ok(())
    }

    /// Opens a session: the keys that go with it.
    async fn open(&mut self) -> Result<Entry<'a>, Error> {
        if let Some(shared) = self.params.session {
            (self.lease, self.session) = (Some(shared.lease()), Some(Arc::clone(shared)));
            return Ok(Entry::new(self.params.names, shared.lease(), self.params.value, self.params.seat));
        }
        let id = session::fresh_id();
        self.lease = Some(id);
        let entry = Entry::new(self.params.names, id, self.params.value, self.params.seat);
        let opened = Session::open(self.client, id, self.params.ttl, entry.keys[0].clone()).await;
        self.session = Some(Arc::new(opened.map_err(Doing::GetLease.failed())?));
        Ok(entry)
    }

    /// Sends a transaction, through outages where we may wait.
    async fn request(&mut self, txn: Txn, doing: Doing) -> Result<TxnResponse, Error> {
        let answer = match self.params.wait {
            Wait::Not => self.client.txn(txn).await,
            _ => self.retry(txn).await,
        };
        answer.map_err(doing.failed())
    }

    /// The place that was taken, which renewals confirm from now on. Keys that are gone already, or in part, are given up.
    fn place(&mut self, entry: &Entry, answer: &TxnResponse) -> Result<Place, Error> {
        let place = request::queues(self.params.names, answer).place(&entry.keys);
        let place = place.ok_or_else(|| match entry.seat_taken(answer) {
            Some(lease) if Some(lease) != self.lease => Error::SeatTaken { lease },
            _ => Doing::Enter.failed()(client::Error::LeaseGone),
        })?;
        self.fence = place.fence;
        // What stands beside others is lost alone: of that, a waiter's own watch tells, and later the hold.
        if let (Some(session), None) = (&self.session, self.params.session) {
            session.expect(entry.keys.clone(), place.fence);
        }
        Ok(place)
    }

    /// The queue with this number.
    pub(super) fn name(&self, at: usize) -> &'a Name {
        self.params.names.iter().nth(at).unwrap_or(self.params.names.first())
    }

    pub(super) fn keys(&self) -> Vec<Vec<u8>> {
        self.lease.map_or_else(Vec::new, |lease| self.params.names.keys(lease))
    }

    /// Reads our own keys and what is ahead of them, in one request; takes a new place where any of them is gone.
    pub(super) async fn look_or_reenter(&mut self, place: &Place) -> Result<Place, Error> {
        let names = self.params.names;
        let look = request::look(&self.keys(), &place.earlier);
        let read = look.unwrap_or_else(|| request::read(names, &contender::up_to(place.fence)));
        let read = self.retry(read).await.map_err(Doing::Read.failed())?;
        let queues = request::queues(names, &read);
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
        if let Some(shared) = self.params.session
            && (shared.loss().is_some() || !matches!(reason, Loss::Deleted | Loss::Overwritten))
        {
            return Err(Error::LeaseLost(shared.loss().unwrap_or(reason)));
        }
        if reason == Loss::Overwritten {
            keys::clear(self.client, &self.keys(), lost_place.fence).await;
        }
        self.leave().await;
        let place = self.enter_anew(true).await?;
        if let (Some(lost), Some(lease)) = (lost, self.lease) {
            (self.tell)(Progress::Requeued { lease, lost, reason });
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
            match entered {
                Err(Error::Client { error: client::Error::LeaseGone, .. }) => {
                    // One of its own is opened anew.
                    if let (Some(_), loss @ (Loss::Revoked | Loss::Expired)) =
                        (self.params.session, self.reason().await)
                    {
                        return Err(Error::LeaseLost(loss));
                    }
                }
                Err(Error::Client { error, .. }) if patient && error.is_outage() => self.unanswered(&error),
                entered => return entered,
            }
            self.leave().await;
            self.outage.pause().await;
        }
    }

    /// Sends a transaction until it is answered.
    async fn retry(&mut self, txn: Txn) -> Result<TxnResponse, client::Error> {
        let (client, tell) = (self.client, self.tell);
        let request = async || client.txn(txn.clone()).await;
        // In a box: it is large.
        Box::pin(self.outage.retry(client, request, |change| tell(Progress::Etcd(change)))).await
    }

    /// Takes in that a request was not answered.
    pub(super) fn unanswered(&mut self, error: &client::Error) {
        if let Some(change) = self.outage.unanswered(error) {
            (self.tell)(Progress::Etcd(change));
        }
    }

    /// Tells who is before us.
    pub(super) fn blocked(&mut self, fence: i64, ahead: &Ahead) {
        let Some(lease) = self.lease else { return };
        let name = self.name(ahead.at);
        self.blocked = Some(Blocked::By { name: name.clone(), holder: Box::new(ahead.holder.clone()) });
        (self.tell)(Progress::Waiting { name, lease, fence, ahead });
    }

    /// What the wait is for.
    pub(super) fn reason_to_wait(self) -> Option<Blocked> {
        self.outage.error().cloned().map(Blocked::Unanswered).or(self.blocked)
    }

    /// Gives up the place, and the lease that may have been granted without our knowing. Where no server confirms that,
    /// the place stays until the lease expires: that is said.
    pub(super) async fn leave(&mut self) {
        let keys = self.keys();
        let Some(lease) = self.lease.take() else { return };
        let fence = std::mem::take(&mut self.fence);
        if self.params.session.is_some() {
            if let Some(session) = self.session.take() {
                hold::withdraw(self.client, session, keys, fence).await;
            }
            return;
        }
        if let Err(error) = hold::abandon(self.client, lease, self.session.take().as_deref()).await {
            (self.tell)(Progress::Unreleased { lease, unreleased: Unreleased::within(self.params.ttl, &error) });
        }
    }
}
