//! Waiting until nobody else has our keys.

use etcd_client::{GetOptions, KeyValue, Txn, TxnOp};

use super::Registration;
use super::kept::{Kept, Record};
use super::owner::whose;
use crate::event::{DiscoverEvent, LeaseId};
use crate::pattern::discovery::Error;
use crate::pattern::discovery::by::By;
use crate::pattern::discovery::form::form_of;
use crate::pattern::discovery::instance::Instance;
use crate::pattern::keys;
use crate::pattern::lapse::{Lapse, lapse};

/// So many records of a service show its form.
const SAMPLE: i64 = 20;

impl Registration<'_> {
    /// Waits until nobody else has our keys any more, as long as whoever has them does not live: then that is said.
    ///
    /// # Errors
    /// [`Error::IdTaken`], [`Error::OtherForm`], or a request failed.
    pub(in crate::pattern::discovery) async fn claim(&mut self) -> Result<(), Error> {
        for (key, kept) in &self.kept {
            self.check_form(&kept.record).await?;
            loop {
                let gets = [self.owner_key(kept), key.clone()].map(|key| TxnOp::get(key, None));
                let read = self.client.txn(Txn::new().and_then(gets)).await.map_err(|error| self.failed(error))?;
                let other = keys::each_read(&read).flatten().find(|kv| !self.may_be_put_over(kv));
                let Some(kv) = other else { break };
                self.outlive(kept, &kv).await?;
            }
        }
        // Of two at once, one has it now.
        self.settle().await?;
        let blocked = self.kept.values().find_map(|kept| Some((kept, kept.blocked.as_ref()?)));
        blocked.map_or(Ok(()), |(kept, kv)| Err(taken(kept, whose(kv))))
    }

    async fn outlive(&self, kept: &Kept, kv: &KeyValue) -> Result<(), Error> {
        let by = whose(kv);
        let Some(lease) = LeaseId::from_etcd(kv.lease()) else { return Err(taken(kept, by)) };
        let tell = |ttl_left| {
            let (service, id) = kept.names();
            let (host, pid) = (by.as_ref().map(|by| by.host.clone()), by.as_ref().map(|by| by.pid));
            (self.emit)(
                DiscoverEvent::IdTaken { service, id, host, pid, lease: Some(lease), ttl_left: Some(ttl_left) }.into(),
            );
        };
        let lapsed = lapse(self.client, lease, None, tell, |change| (self.emit)(change.into())).await;
        match lapsed.map_err(|error| self.failed(error))? {
            Lapse::Ended => Ok(()),
            Lapse::Renewed | Lapse::TimedOut => Err(taken(kept, by)),
        }
    }

    /// A service has records of one form: a reader of another one would take them for something else.
    async fn check_form(&self, record: &Record) -> Result<(), Error> {
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

fn taken(kept: &Kept, by: Option<By>) -> Error {
    let Instance { service, id, .. } = &kept.record.instance;
    Error::IdTaken { service: service.clone(), id: id.clone(), by: by.map(Box::new) }
}
