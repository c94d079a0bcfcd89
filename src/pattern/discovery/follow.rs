//! What is registered of a service, then every change.

use super::form::Unusable;
use super::instance::Instance;
use super::name::Service;
use super::query::skipped;
use super::{Error, Registry};
use crate::client::Client;
use crate::clock::BootTime;
use crate::event::{DiscoverEvent, Emit, InstanceChange, InstanceRow};
use crate::pattern::mirror::{self, Entry, Mirror, Step, Turn};
use crate::pattern::watch;

/// The instances of a service, or of all, kept up to date by calling [`Following::next`] again and again.
pub struct Following {
    registry: Registry,
    /// Nothing for all services.
    service: Option<Service>,
    mirror: Mirror,
}

/// One change of an instance.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Changed {
    /// It was not there before.
    Added(InstanceRow),
    /// It is another one than it was.
    Updated(InstanceChange),
    /// It is gone; what it was.
    Removed(InstanceRow),
}

impl Following {
    /// Of this service.
    pub fn new(client: &Client, registry: Registry, service: Service) -> Self {
        let mirror = Mirror::new(client.clone(), registry.of(&service));
        Self { registry, service: Some(service), mirror }
    }

    /// Of all services.
    pub fn all(client: &Client, registry: Registry) -> Self {
        let mirror = Mirror::new(client.clone(), registry.root.all());
        Self { registry, service: None, mirror }
    }

    /// Waits for the next changes; those of one revision come together, at first all that is there. What can't be used, what
    /// was skipped, and outages are told. Nothing is lost when it is dropped before.
    ///
    /// # Errors
    /// etcd was never reached, or refuses.
    pub async fn next(&mut self, emit: Emit<'_>) -> Result<Vec<Changed>, Error> {
        loop {
            match self.turn().await? {
                Turn::Etcd(change) => emit(change.into()),
                Turn::At { steps, skipped, .. } => {
                    if let Some(skipped) = skipped {
                        emit(skipped.into());
                    }
                    return Ok(steps.into_iter().filter_map(|step| self.changed(step, emit)).collect());
                }
            }
        }
    }

    /// Waits for a change, and until there is none for a while; `any`: also where nothing is there at first.
    pub(super) async fn settled(&mut self, any: bool, emit: Emit<'_>) -> Result<(), Error> {
        mirror::settled(async || Ok(!self.next(emit).await?.is_empty()), any).await
    }

    /// The same for whom the instances alone matter, or that etcd is away.
    pub(super) async fn turn(&mut self) -> Result<Turn, Error> {
        loop {
            match self.mirror.next().await {
                Ok(turn) => return Ok(turn),
                Err(watch::Error::Client(failed)) => return Err(failed.into()),
                Err(error) => tracing::debug!(%error, "following a service"),
            }
        }
    }

    /// The instances as they are now, in the order of their keys. What can't be used is left out.
    pub fn instances(&self) -> Vec<Instance> {
        let entries = self.mirror.entries().iter();
        entries.filter_map(|(key, entry)| self.read(key, entry)?.ok()).collect()
    }

    /// The instances as they are now, as events have them.
    pub fn rows(&self) -> impl Iterator<Item = InstanceRow> {
        self.mirror.entries().iter().filter_map(|(key, entry)| {
            let instance = self.read(key, entry)?.ok()?;
            Some(super::query::row(&instance, key, entry.lease))
        })
    }

    /// The revision up to which they are known to be right; 0 before they were read.
    pub fn revision(&self) -> i64 {
        self.mirror.revision()
    }

    /// Since when changes arrive as they happen; nothing while etcd is away.
    pub fn connected_since(&self) -> Option<BootTime> {
        self.mirror.connected_since()
    }

    fn read(&self, key: &[u8], entry: &Entry) -> Option<Result<Instance, Unusable>> {
        let (service, id) = self.registry.parse(key)?;
        let is_meant = self.service.as_ref().is_none_or(|meant| service == *meant);
        is_meant.then(|| Instance::decode(service, id, entry.value.raw()))
    }

    fn changed(&self, Step { key, before, after }: Step, emit: Emit<'_>) -> Option<Changed> {
        let row = |entry: Option<Entry>| {
            let entry = entry?;
            let instance = self.read(&key, &entry)?.ok()?;
            Some(super::query::row(&instance, &key, entry.lease))
        };
        if let Some(Err(why)) = after.as_ref().and_then(|entry| self.read(&key, entry)) {
            let service = self.registry.parse(&key).map(|(service, _)| service);
            if let Some(service) = service {
                emit(skipped(&service, &key, &why));
            }
        }
        match (row(before), row(after)) {
            (None, Some(now)) => Some(Changed::Added(now)),
            (Some(before), Some(row)) => (before != row).then_some(Changed::Updated(InstanceChange {
                row,
                old_address: before.address,
                old_meta: before.meta,
                old_status: before.status,
            })),
            (Some(before), None) => Some(Changed::Removed(before)),
            (None, None) => None,
        }
    }
}

impl From<Changed> for DiscoverEvent {
    fn from(changed: Changed) -> Self {
        match changed {
            Changed::Added(row) => Self::Added(row),
            Changed::Updated(change) => Self::Updated(change),
            Changed::Removed(row) => Self::Removed(row),
        }
    }
}
