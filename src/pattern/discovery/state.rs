//! Where the bookkeeping of a registry lies: under the state root, never under a name that others read.
//!
//! ```text
//! STATE/discover/ROOT/SERVICE/turn/FILTER       how many picks there were, of those that FILTER lets through
//! STATE/discover/ROOT/SERVICE/use/ID/LEASE      somebody uses this instance, on his lease
//! STATE/discover/ROOT/SERVICE/owner/ID          who keeps this instance, on his lease, also while it is withdrawn
//! STATE/discover/ROOT/SERVICE/removed/ID        somebody has deregistered the instance of this owner, who is to learn of it:
//!                                               on no lease, until the owner, or the next one, has read it
//! ```
//!
//! ROOT, SERVICE, FILTER and ID are escaped, so that each is one part of the key.

use super::Registry;
use super::meta::Meta;
use super::name::{Id, Service};
use crate::event::LeaseId;
use crate::pattern::keys::{Range, escaped};

/// The keys of one registry.
#[derive(Clone, Debug)]
pub(super) struct State {
    base: String,
}

impl State {
    pub(super) fn new(registry: &Registry) -> Self {
        Self { base: format!("{}/discover/{}", registry.state_root, escaped(registry.root.to_string().as_bytes())) }
    }

    fn of(&self, service: &Service) -> String {
        format!("{}/{}", self.base, escaped(service.as_str().as_bytes()))
    }

    /// What counts the picks.
    pub(super) fn turn(&self, service: &Service, wanted: &Meta) -> Vec<u8> {
        let pairs = wanted.iter().map(|(name, value)| [name.as_bytes(), b"=", value.raw()].concat());
        format!("{}/turn/{}", self.of(service), escaped(&pairs.collect::<Vec<_>>().join(&b","[..]))).into()
    }

    /// What says that somebody uses an instance.
    pub(super) fn in_use(&self, service: &Service, id: &Id, lease: LeaseId) -> Vec<u8> {
        format!("{}/use/{}/{lease}", self.of(service), escaped(id.as_str().as_bytes())).into()
    }

    /// Of a service, all of these.
    pub(super) fn all_in_use(&self, service: &Service) -> Range {
        Range::prefix(format!("{}/use/", self.of(service)).into_bytes())
    }

    /// What says who keeps an instance.
    pub(super) fn owner(&self, service: &Service, id: &Id) -> Vec<u8> {
        format!("{}/owner/{}", self.of(service), escaped(id.as_str().as_bytes())).into()
    }

    /// What says that an instance was meant to be removed.
    pub(super) fn removed(&self, service: &Service, id: &Id) -> Vec<u8> {
        format!("{}/removed/{}", self.of(service), escaped(id.as_str().as_bytes())).into()
    }

    /// The permission that this takes.
    pub(super) fn permission(&self) -> String {
        format!("readwrite --prefix {}/", self.base)
    }
}
