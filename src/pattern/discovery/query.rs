//! What is registered, asked once; and removing a record.

use std::collections::BTreeMap;

use etcd_client::{Compare, CompareOp, KeyValue, Txn, TxnOp};

use super::form::Unusable;
use super::instance::{Instance, Status};
use super::meta::Meta;
use super::name::{Id, Service};
use super::state::State;
use super::{Error, Registry};
use crate::client::{self, Client};
use crate::event::{DiscoverEvent, Emit, InstanceRow, LeaseId, ServiceCount, Text};
use crate::pattern::keys::{self, Pages, Range};

/// An instance as it stands in etcd.
#[derive(Clone, Debug)]
pub struct Found {
    /// The instance.
    pub instance: Instance,
    /// Its key.
    pub key: Vec<u8>,
    /// The lease that it stands on.
    pub lease: Option<LeaseId>,
}

impl Found {
    /// Whether it may be picked.
    pub fn is_up(&self) -> bool {
        self.instance.status == Status::Up
    }

    /// As events have it.
    pub fn row(&self) -> InstanceRow {
        row(&self.instance, &self.key, self.lease)
    }
}

pub(super) fn row(instance: &Instance, key: &[u8], lease: Option<LeaseId>) -> InstanceRow {
    let by = instance.by.as_ref();
    InstanceRow {
        service: instance.service.as_str().into(),
        id: instance.id.as_str().into(),
        address: instance.address.to_string().into(),
        meta: instance.meta.iter().map(|(name, value)| (name.as_str().into(), value.clone())).collect(),
        status: instance.status.name(),
        key: Text::from(key),
        lease,
        host: by.map(|by| by.host.clone()),
        pid: by.map(|by| by.pid),
        since: by.map(|by| by.since),
    }
}

/// Reads what is an instance of a service; what is none of it, is not there. What can't be used is told.
pub(super) fn read(
    registry: &Registry,
    service: &Service,
    key: &[u8],
    value: &[u8],
    emit: Emit<'_>,
) -> Option<Instance> {
    let Some((of, id)) = registry.parse(key) else {
        emit(skipped(service, key, &Unusable::Name));
        return None;
    };
    if of != *service {
        return None;
    }
    Instance::decode(of, id, value).inspect_err(|why| emit(skipped(service, key, why))).ok()
}

pub(super) fn skipped(service: &Service, key: &[u8], why: &Unusable) -> crate::event::Event {
    let message = why.to_string().into();
    DiscoverEvent::Skipped { service: service.as_str().into(), key: Text::from(key), message }.into()
}

/// The instances of a service of which all this is said, in the order of their ids. What can't be used is told.
///
/// # Errors
/// A request failed.
pub async fn find(
    client: &Client,
    registry: &Registry,
    service: &Service,
    wanted: &Meta,
    emit: Emit<'_>,
) -> Result<Vec<Found>, Error> {
    let mut found = Vec::new();
    each(client, registry.of(service), |kv| {
        let instance = read(registry, service, kv.key(), kv.value(), emit).filter(|instance| instance.has(wanted));
        found.extend(instance.map(|instance| Found {
            instance,
            key: kv.key().to_vec(),
            lease: LeaseId::from_etcd(kv.lease()),
        }));
    })
    .await
    .map_err(Error::client(&format!("read {service}"), format!("read --prefix {}", registry.prefix(service))))?;
    Ok(found)
}

/// All services, and how many instances each has. What can't be used is told.
///
/// # Errors
/// A request failed.
pub async fn services(client: &Client, registry: &Registry, emit: Emit<'_>) -> Result<Vec<ServiceCount>, Error> {
    let mut counts: BTreeMap<Service, (usize, usize)> = BTreeMap::new();
    each(client, registry.root.all(), |kv| {
        let Some((service, id)) = registry.parse(kv.key()) else { return };
        match Instance::decode(service.clone(), id, kv.value()) {
            Ok(instance) => {
                let (all, up) = counts.entry(service).or_default();
                *all += 1;
                *up += usize::from(instance.status == Status::Up);
            }
            Err(why) => emit(skipped(&service, kv.key(), &why)),
        }
    })
    .await
    .map_err(Error::client("read the services", format!("read --prefix {}/", registry.root)))?;
    let row = |(service, (instances, up)): (Service, (usize, usize))| ServiceCount {
        service: service.as_str().into(),
        instances,
        up,
    };
    Ok(counts.into_iter().map(row).collect())
}

async fn each(client: &Client, range: Range, mut take: impl FnMut(&KeyValue)) -> Result<(), client::Error> {
    let mut pages = Pages::new(range);
    while let Some(page) = pages.next(client).await? {
        page.kvs().iter().for_each(&mut take);
    }
    Ok(())
}

/// Removes the record of an instance. The process that keeps it, if there is one, is told that this was meant, and does not
/// register it again; also where the record is withdrawn just now.
///
/// # Errors
/// [`Error::NoInstance`], or a request failed.
pub async fn deregister(client: &Client, registry: &Registry, service: &Service, id: &Id) -> Result<Vec<u8>, Error> {
    let (key, state) = (registry.key(service, id), State::new(registry));
    let (owner, removed) = (state.owner(service, id), state.removed(service, id));
    let needs = || format!("readwrite {}, {}", Text::from(key.clone()), state.permission());
    let failed = || Error::client(&format!("deregister {id} of {service}"), needs());
    loop {
        let gets = [&key, &owner].map(|key| TxnOp::get(key.clone(), None));
        let read = client.txn(Txn::new().and_then(gets)).await.map_err(failed())?;
        let mut there = keys::each_read(&read);
        let (record, kept) = (there.next().flatten(), there.next().flatten());
        if record.is_none() && kept.is_none() {
            return Err(Error::NoInstance { service: service.clone(), id: id.clone() });
        }
        let revision = |kv: &Option<KeyValue>| kv.as_ref().map_or(0, KeyValue::mod_revision);
        let unchanged = [(&key, revision(&record)), (&owner, revision(&kept))];
        let unchanged = unchanged.map(|(key, seen)| Compare::mod_revision(key.clone(), CompareOp::Equal, seen));
        let mut removal = vec![TxnOp::delete(key.clone(), None), TxnOp::delete(owner.clone(), None)];
        removal.extend(kept.map(|kv| client.put(removed.clone(), kv.value())));
        // After an attempt whose answer was lost, there would be no such instance.
        let removal = Txn::new().when(unchanged).and_then(removal);
        if client.txn_at_most_once(removal).await.map_err(failed())?.succeeded() {
            return Ok(key);
        }
    }
}
