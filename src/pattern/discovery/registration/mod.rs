//! Records kept in etcd, whatever happens to them: the lease lost, etcd away, somebody else's record in the way.
//!
//! What must stay true: a record is put only where there is none, or over one of our own; a record that was taken away (its
//! lease revoked, deleted, etcd gone for longer than the TTL) is put again on a new lease, without end; one that somebody has
//! replaced, or deregistered by name, never is. All records stand on one lease.
//!
//! - `kept`: what is to stand, and what is known of it
//! - `claim`: waiting until nobody else has our keys
//! - `owner`: who keeps an instance
//! - `write`: putting records, and taking them away
//! - `loss`: what has become of them

mod claim;
mod kept;
mod loss;
mod owner;
mod write;

use std::collections::BTreeMap;
use std::time::Duration;

use tokio::sync::mpsc;

pub use kept::Record;
pub(super) use kept::{Order, Wish};

use super::instance::Status;
use super::state::State;
use super::{Error, Registry};
use crate::client::{self, Client};
use crate::event::{DiscoverEvent, Emit, LeaseId, Text, Withdrawal};
use crate::pattern::hold::{Unreleased, release};
use crate::pattern::outage::Outage;
use crate::session::{Session, fresh_id};
use crate::shutdown::Shutdown;
use kept::Kept;

/// Before an id is tried again that somebody else has.
const AGAIN: Duration = Duration::from_secs(1);

/// Some records, and the lease that they stand on.
pub(super) struct Registration<'a> {
    client: &'a Client,
    registry: &'a Registry,
    state: State,
    ttl: Duration,
    replace: bool,
    emit: Emit<'a>,
    kept: BTreeMap<Vec<u8>, Kept>,
    session: Option<Session>,
    outage: Outage,
}

impl<'a> Registration<'a> {
    pub(super) fn new(
        client: &'a Client,
        registry: &'a Registry,
        ttl: Duration,
        replace: bool,
        emit: Emit<'a>,
    ) -> Self {
        let (kept, session, outage) = Default::default();
        Self { client, registry, state: State::new(registry), ttl, replace, emit, kept, session, outage }
    }

    /// Keeps this record from now on; at first it is to be as `wish` says. One with its key that is kept already is changed.
    pub(super) fn add(&mut self, record: Record, wish: Wish) {
        let key = self.registry.key(&record.instance.service, &record.instance.id);
        let before = self.kept.remove(&key);
        let kept = match before {
            Some(before) => Kept { record, wish, leaves: false, ..before },
            None => Kept::new(record, wish),
        };
        self.kept.insert(key, kept);
    }

    /// Keeps the records as they are to be, until the orders end.
    ///
    /// # Errors
    /// etcd refuses. An outage is waited out.
    pub(super) async fn keep(&mut self, orders: &mut mpsc::UnboundedReceiver<Order>) -> Result<(), Error> {
        loop {
            while let Ok(order) = orders.try_recv() {
                self.obey(order);
            }
            self.settle().await?;
            if orders.is_closed() && orders.is_empty() {
                return Ok(());
            }
            tokio::select! {
                order = orders.recv() => match order {
                    Some(order) => self.obey(order),
                    None => return Ok(()),
                },
                lost = self.lost() => {
                    let looked = match lost {
                        Ok(()) => self.look().await,
                        Err(error) => Err(error),
                    };
                    self.pause_after(looked).await?;
                }
                () = tokio::time::sleep(AGAIN), if self.kept.values().any(|kept| kept.blocked.is_some()) => {
                    self.kept.values_mut().for_each(|kept| (kept.blocked, kept.over) = (None, None));
                }
            }
        }
    }

    /// Waits a moment after a request that was not answered, or a watch that broke.
    async fn pause_after(&mut self, done: Result<(), client::Error>) -> Result<(), Error> {
        match done {
            Ok(()) => self.answered(),
            Err(error) if error.may_pass() => {
                if let Some(change) = self.outage.unanswered(&error) {
                    (self.emit)(change.into());
                }
                self.outage.pause().await;
            }
            Err(error) => return Err(self.failed(error)),
        }
        Ok(())
    }

    fn obey(&mut self, order: Order) {
        match order {
            Order::One(key, wish) => {
                if let Some(kept) = self.kept.get_mut(&key) {
                    kept.wish = wish;
                }
            }
            Order::Add(record, wish) => {
                let key = self.registry.key(&record.instance.service, &record.instance.id);
                let before = self.kept.get(&key).map(|kept| kept.wish);
                self.add(*record, wish.or(before).unwrap_or(Wish::Is(Status::Up)));
            }
            Order::Remove(key) => {
                if let Some(kept) = self.kept.get_mut(&key) {
                    (kept.wish, kept.leaves) = (Wish::Withdrawn(Withdrawal::Ended), true);
                }
            }
            // What is withdrawn does not come back to be drained.
            Order::All(Wish::Is(Status::Draining)) => {
                for kept in self.kept.values_mut() {
                    let is_there = kept.standing.is_some();
                    let gone = Wish::Withdrawn(Withdrawal::Draining);
                    kept.wish = if is_there { Wish::Is(Status::Draining) } else { gone };
                }
            }
            Order::All(wish) => self.kept.values_mut().for_each(|kept| kept.wish = wish),
        }
    }

    /// Makes etcd say what it is to say.
    pub(super) async fn settle(&mut self) -> Result<(), Error> {
        while let Some(key) = self.kept.iter().find(|(_, kept)| !kept.is_settled()).map(|(key, _)| key.clone()) {
            let (client, emit, mut outage) = (self.client, self.emit, std::mem::take(&mut self.outage));
            let written = outage.told_meanwhile(client, self.write(&key), |change| emit(change.into())).await;
            self.outage = outage;
            let written = match written {
                Err(client::Error::LeaseGone) => {
                    self.forget_lease();
                    Ok(())
                }
                written => written,
            };
            self.pause_after(written).await?;
        }
        self.kept.retain(|_, kept| !kept.leaves || kept.standing.is_some());
        Ok(())
    }

    fn answered(&mut self) {
        if let Some(change) = self.outage.answered() {
            (self.emit)(change.into());
        }
    }

    fn failed(&self, error: client::Error) -> Error {
        let needs = format!("readwrite --prefix {}/, {}", self.registry.root, self.state.permission());
        Error::client("register", needs)(error)
    }

    /// Nothing stands any more on the lease that is gone.
    fn forget_lease(&mut self) {
        self.session = None;
        self.kept.values_mut().for_each(|kept| (kept.owner, kept.standing) = (None, None));
    }

    async fn lease(&mut self) -> Result<LeaseId, client::Error> {
        if let Some(session) = &self.session {
            return Ok(session.lease());
        }
        let readable = self.kept.keys().next().cloned().unwrap_or_default();
        let session = Session::open(self.client, fresh_id(), self.ttl, readable).await?;
        Ok(self.session.insert(session).lease())
    }

    /// Takes all records away with their lease.
    pub(super) async fn close(mut self, reason: Withdrawal, shutdown: &mut Shutdown) {
        let Some(session) = self.session.take() else { return };
        let (lease, ttl) = (session.lease(), session.ttl());
        // Nobody waits for it to be gone: it goes with its lease.
        let limit = self.client.command_timeout();
        let released = tokio::time::timeout(limit, release(&session, shutdown)).await;
        let released = released.unwrap_or_else(|_| Err(Unreleased::within(ttl, &"no answer")));
        if let Err(Unreleased { frees_at, message }) = released {
            return (self.emit)(DiscoverEvent::Unreleased { lease, frees_at, message }.into());
        }
        for (key, kept) in self.kept.iter().filter(|(_, kept)| kept.standing.is_some()) {
            let (service, id) = kept.names();
            (self.emit)(DiscoverEvent::Withdrawn { service, id, key: Text::from(key.clone()), reason }.into());
        }
    }
}
