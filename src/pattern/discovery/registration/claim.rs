//! Waiting until nobody else has our keys.

use etcd_client::{GetOptions, KeyValue};

use super::Registration;
use super::kept::{Kept, Record};
use crate::event::{DiscoverEvent, LeaseId};
use crate::pattern::discovery::Error;
use crate::pattern::discovery::instance::{Instance, form_of};
use crate::pattern::lapse::{Lapse, lapse};

/// So many records of a service show its form.
const SAMPLE: i64 = 20;

impl Registration<'_> {
    /// Waits until nobody else has our keys any more, as long as whoever has them does not live: then that is said.
    ///
    /// # Errors
    /// [`Error::IdTaken`], [`Error::OtherForm`], or a request failed.
    pub(in crate::pattern::discovery) async fn claim(&self) -> Result<(), Error> {
        for (key, kept) in &self.kept {
            self.check_form(&kept.record).await?;
            loop {
                let read = self.client.get(key, None).await.map_err(|error| self.failed(error))?;
                let Some(kv) = read.kvs().first().filter(|kv| !self.may_be_put_over(kept, kv)) else { break };
                self.outlive(kept, kv).await?;
            }
        }
        Ok(())
    }

    pub(super) fn may_be_put_over(&self, kept: &Kept, kv: &KeyValue) -> bool {
        let Instance { service, id, .. } = &kept.record.instance;
        let other = Instance::decode(service.clone(), id.clone(), kv.value()).ok();
        self.replace || other.and_then(|other| other.by).is_some_and(|by| by.is_dead())
    }

    pub(super) async fn outlive(&self, kept: &Kept, kv: &KeyValue) -> Result<(), Error> {
        let Instance { service, id, .. } = &kept.record.instance;
        let by = Instance::decode(service.clone(), id.clone(), kv.value()).ok().and_then(|other| other.by);
        let taken = || Error::IdTaken { service: service.clone(), id: id.clone(), by: by.clone().map(Box::new) };
        let Some(lease) = LeaseId::from_etcd(kv.lease()) else { return Err(taken()) };
        let tell = |ttl_left| {
            let (service, id) = kept.names();
            let (host, pid) = (by.as_ref().map(|by| by.host.clone()), by.as_ref().map(|by| by.pid));
            (self.emit)(
                DiscoverEvent::IdTaken { service, id, host, pid, lease: Some(lease), ttl_left: Some(ttl_left) }.into(),
            );
        };
        match lapse(self.client, lease, None, tell, |change| (self.emit)(change.into()))
            .await
            .map_err(|error| self.failed(error))?
        {
            Lapse::Ended => Ok(()),
            Lapse::Renewed | Lapse::TimedOut => Err(taken()),
        }
    }

    /// A service has records of one form: a reader of another one would take them for something else.
    pub(super) async fn check_form(&self, record: &Record) -> Result<(), Error> {
        let Instance { service, .. } = &record.instance;
        let range = self.registry.of(service);
        let some = range.read(GetOptions::new().with_limit(SAMPLE));
        let read = self.client.get(range.first(), Some(some)).await.map_err(|error| self.failed(error))?;
        for kv in read.kvs() {
            let is_its = self.registry.parse(kv.key()).is_some_and(|(of, _)| of == *service);
            if let Some(there) = form_of(kv.value()).filter(|there| is_its && *there != record.form.name()) {
                return Err(Error::OtherForm { service: service.clone(), there, wanted: record.form.name() });
            }
        }
        Ok(())
    }
}
