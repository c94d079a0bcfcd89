//! Picking an instance through etcd: fair over all who pick, on all machines.
//!
//! | strategy | requests |
//! |---|---|
//! | round-robin | one transaction, which counts the pick and reads the instances: one write |
//! | random, weighted, hash | one read |
//! | least-conn | one read, a lease, and a transaction that counts the use, if nothing has changed since the read |
//!
//! What must stay true: a pick that crashed or whose answer was lost has used up its turn, and nobody waits for it; a use is
//! counted on the lease of whoever uses, and goes with it.

use std::collections::BTreeMap;
use std::time::Duration;

use etcd_client::{Compare, CompareOp, GetOptions, KeyValue, PutOptions, ResponseHeader, Txn, TxnOp};

use super::follow::Following;
use super::instance::{Instance, Status};
use super::meta::Meta;
use super::name::Service;
use super::query::{self, Found};
use super::state::State;
use super::strategy::{self, Strategy};
use super::{Error, Registry};
use crate::client::{self, Client};
use crate::event::{DiscoverEvent, Emit, LeaseId};
use crate::pattern::hold::{Unreleased, release};
use crate::pattern::keys::{self, Range};
use crate::random;
use crate::session::{Session, fresh_id};
use crate::shutdown::Shutdown;

/// What is wanted of a pick.
#[derive(Clone, Debug)]
pub struct Wanted<'a> {
    /// Of which service.
    pub service: Service,
    /// What must be said of the instance.
    pub meta: Meta,
    /// How it is picked.
    pub strategy: Strategy<'a>,
    /// The TTL of the lease on which a use is counted, whole seconds.
    pub ttl: Duration,
}

/// An instance that was picked.
#[derive(Debug)]
pub struct Picked {
    /// It.
    pub found: Found,
    /// Its use, which counts until this is dropped or its lease ends.
    pub in_use: Option<Session>,
}

/// Picks an instance. What can't be used is told.
///
/// # Errors
/// [`Error::None`], or a request failed.
pub async fn pick(client: &Client, registry: &Registry, wanted: &Wanted<'_>, emit: Emit<'_>) -> Result<Picked, Error> {
    let picking = Picking { client, registry, wanted, state: State::new(registry), emit };
    let found = match wanted.strategy {
        Strategy::RoundRobin => picking.in_turn().await,
        Strategy::LeastConn => return picking.least().await,
        strategy => {
            let found = picking.read().await?;
            let instances: Vec<_> = found.iter().map(|found| found.instance.clone()).collect();
            let picked = match strategy {
                Strategy::Weighted => strategy::weighted(&instances, random::number()),
                Strategy::Hash(key) => strategy::hashed(&instances, key),
                _ => strategy::in_turn(&instances, random::number()),
            };
            Ok(picked.and_then(|picked| found.into_iter().find(|found| found.instance.id == picked.id)))
        }
    };
    let found = found?.ok_or_else(|| picking.none())?;
    Ok(Picked { found, in_use: None })
}

impl Picked {
    /// Ends the use.
    pub async fn release(self, shutdown: &mut Shutdown, emit: Emit<'_>) {
        let Some(session) = self.in_use else { return };
        let lease = session.lease();
        if let Err(Unreleased { frees_at, message }) = release(&session, shutdown).await {
            emit(DiscoverEvent::Unreleased { lease, frees_at, message }.into());
        }
    }
}

/// Waits until there is an instance that may be picked.
///
/// # Errors
/// etcd was never reached, or refuses.
pub async fn until_there_is_one(
    client: &Client,
    registry: &Registry,
    wanted: &Wanted<'_>,
    emit: Emit<'_>,
) -> Result<(), Error> {
    let mut following = Following::new(client, registry.clone(), wanted.service.clone());
    let may_be_picked = |one: &Instance| one.status == Status::Up && one.has(&wanted.meta);
    loop {
        following.next(emit).await?;
        if following.instances().iter().any(may_be_picked) {
            return Ok(());
        }
    }
}

struct Picking<'a> {
    client: &'a Client,
    registry: &'a Registry,
    wanted: &'a Wanted<'a>,
    state: State,
    emit: Emit<'a>,
}

impl Picking<'_> {
    fn none(&self) -> Error {
        Error::None { service: self.wanted.service.clone(), filtered: !self.wanted.meta.is_empty() }
    }

    fn failed(&self) -> impl FnOnce(client::Error) -> Error + use<> {
        let service = &self.wanted.service;
        let needs = format!("read --prefix {}, {}", self.registry.prefix(service), self.state.permission());
        Error::client(&format!("pick an instance of {service}"), needs)
    }

    /// Those that may be picked, in the order of their ids.
    fn usable(&self, kvs: &[KeyValue]) -> Vec<Found> {
        let instance = |kv: &KeyValue| {
            let read = query::read(self.registry, &self.wanted.service, kv.key(), kv.value(), self.emit);
            let instance = read.filter(|one| one.status == Status::Up && one.has(&self.wanted.meta))?;
            Some(Found { instance, key: kv.key().to_vec(), lease: LeaseId::from_etcd(kv.lease()) })
        };
        kvs.iter().filter_map(instance).collect()
    }

    async fn read(&self) -> Result<Vec<Found>, Error> {
        let Wanted { service, meta, .. } = self.wanted;
        let mut found = query::find(self.client, self.registry, service, meta, self.emit).await?;
        found.retain(|found| found.instance.status == Status::Up);
        Ok(found)
    }

    fn range(&self) -> TxnOp {
        let range = self.registry.of(&self.wanted.service);
        TxnOp::get(range.first(), Some(range.read(GetOptions::new())))
    }

    /// The counter is put, whatever it was: its version is the turn. No two have the same one, and none is tried again.
    async fn in_turn(&self) -> Result<Option<Found>, Error> {
        let turn = self.state.turn(&self.wanted.service, &self.wanted.meta);
        let operations = [self.client.put(turn.clone(), ""), TxnOp::get(turn, None), self.range()];
        let answer = self.client.txn(Txn::new().and_then(operations)).await.map_err(self.failed())?;
        let mut reads = keys::reads(&answer);
        let turn = reads.next().and_then(|read| read.kvs().first().map(KeyValue::version)).unwrap_or(1);
        let found = reads.next().map(|read| self.usable(read.kvs())).unwrap_or_default();
        let instances: Vec<_> = found.iter().map(|found| found.instance.clone()).collect();
        let picked = strategy::in_turn(&instances, u64::try_from(turn - 1).unwrap_or(0)).map(|one| one.id.clone());
        Ok(found.into_iter().find(|found| Some(&found.instance.id) == picked.as_ref()))
    }

    /// The use is counted, if neither the instances nor the uses have changed since they were read: else all is read again.
    async fn least(&self) -> Result<Picked, Error> {
        let (service, lease) = (&self.wanted.service, fresh_id());
        let (uses, turn) = (self.state.all_in_use(service), self.state.turn(service, &self.wanted.meta));
        let instances = self.registry.of(service);
        let mut session: Option<Session> = None;
        loop {
            let read_uses = TxnOp::get(uses.first(), Some(uses.read(GetOptions::new().with_keys_only())));
            let reads = [self.range(), read_uses, TxnOp::get(turn.clone(), None)];
            let answer = self.client.txn(Txn::new().and_then(reads)).await.map_err(self.failed())?;
            let revision = answer.header().map_or(0, ResponseHeader::revision);
            let mut reads = keys::reads(&answer);
            let found = reads.next().map(|read| self.usable(read.kvs())).unwrap_or_default();
            let counted = reads.next().map(|read| counted(&uses, read.kvs())).unwrap_or_default();
            let turns = reads.next().and_then(|read| read.kvs().first().map(KeyValue::version)).unwrap_or(0);
            let candidates: Vec<_> = found.iter().map(|found| found.instance.clone()).collect();
            let used =
                |one: &Instance| counted.get(keys::escaped(one.id.as_str().as_bytes()).as_str()).copied().unwrap_or(0);
            let Some(picked) = strategy::least(&candidates, used, u64::try_from(turns).unwrap_or(0)) else {
                return Err(self.none());
            };
            let own = self.state.in_use(service, &picked.id, lease);
            let id = picked.id.clone();
            let key = self.registry.key(service, &id);
            if session.is_none() {
                session =
                    Some(Session::open(self.client, lease, self.wanted.ttl, own.clone()).await.map_err(self.failed())?);
            }
            let [same_instances, same_uses] = [&instances, &uses].map(|range| unchanged_since(range, revision));
            let unchanged = [same_instances, same_uses, Compare::version(key, CompareOp::Greater, 0)];
            let put = TxnOp::put(own.clone(), "", Some(PutOptions::new().with_lease(lease.0)));
            let count = Txn::new().when(unchanged).and_then([put, self.client.put(turn.clone(), "")]);
            let answer = self.client.txn(count.or_else([TxnOp::get(own, None)])).await.map_err(self.failed())?;
            // An attempt whose answer was lost may have counted it.
            let is_counted = answer.succeeded() || keys::each_read(&answer).flatten().any(|kv| kv.lease() == lease.0);
            if is_counted && let Some(found) = found.into_iter().find(|found| found.instance.id == id) {
                return Ok(Picked { found, in_use: session });
            }
        }
    }
}

/// How often each instance is used, by its id as it stands in keys.
fn counted(uses: &Range, kvs: &[KeyValue]) -> BTreeMap<String, usize> {
    let mut counts = BTreeMap::new();
    for kv in kvs {
        let rest = kv.key().strip_prefix(uses.first()).and_then(|rest| std::str::from_utf8(rest).ok());
        if let Some((id, _)) = rest.and_then(|rest| rest.split_once('/')) {
            *counts.entry(id.to_owned()).or_default() += 1;
        }
    }
    counts
}

/// Holds where nothing in the range was put after this revision. (What was deleted since is not seen: a use that has ended
/// leaves more room than was counted.)
fn unchanged_since(range: &Range, revision: i64) -> Compare {
    Compare::mod_revision(range.first(), CompareOp::Less, revision + 1).with_range(range.end())
}
