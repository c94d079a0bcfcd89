//! Who keeps an instance: a key beside its record, which stands also while the record is withdrawn.
//!
//! What must stay true: of two that want one id, one has this key, and only that one puts the record; who was deregistered while
//! he could not hear of it, learns of it before he puts the key again.

use etcd_client::{Compare, CompareOp, KeyValue, PutOptions, ResponseHeader, Txn, TxnOp};

use super::Registration;
use super::kept::Kept;
use crate::client;
use crate::event::{DiscoverEvent, LeaseId, Text};
use crate::pattern::discovery::by::By;
use crate::pattern::discovery::instance::Instance;
use crate::pattern::keys;

/// Who has written this: the owner's key, or a record that says so.
pub(super) fn whose(kv: &KeyValue) -> Option<By> {
    serde_json::from_slice(kv.value()).ok()
}

impl Registration<'_> {
    /// Whether what another wrote may be put over: its process is certainly dead, or is to be replaced.
    pub(super) fn may_be_put_over(&self, kv: &KeyValue) -> bool {
        self.replace || whose(kv).is_some_and(|by| by.is_dead())
    }

    pub(super) fn owner_key(&self, kept: &Kept) -> Vec<u8> {
        let Instance { service, id, .. } = &kept.record.instance;
        self.state.owner(service, id)
    }

    fn removed_key(&self, kept: &Kept) -> Vec<u8> {
        let Instance { service, id, .. } = &kept.record.instance;
        self.state.removed(service, id)
    }

    /// Makes the instance ours, if it is nobody's.
    pub(super) async fn own(&mut self, key: &[u8]) -> Result<(), client::Error> {
        let lease = self.lease().await?;
        let Some(kept) = self.kept.get(key) else { return Ok(()) };
        let (owner, removed) = (self.owner_key(kept), self.removed_key(kept));
        let unchanged = [
            Compare::mod_revision(owner.clone(), CompareOp::Equal, kept.over.unwrap_or(0)),
            Compare::version(removed.clone(), CompareOp::Equal, 0),
        ];
        let wire = serde_json::to_vec(&kept.record.instance.by).unwrap_or_default();
        let put = TxnOp::put(owner.clone(), wire, Some(PutOptions::new().with_lease(lease.0)));
        let reads = [TxnOp::get(owner, None), TxnOp::get(removed, None)];
        let answer = self.client.txn(Txn::new().when(unchanged).and_then([put]).or_else(reads)).await?;
        if answer.succeeded() {
            let revision = answer.header().map_or(0, ResponseHeader::revision);
            self.set(key, |kept| (kept.owner, kept.over) = (Some(revision), None));
            return Ok(());
        }
        let mut reads = keys::each_read(&answer);
        match (reads.next().flatten(), reads.next().flatten()) {
            (_, Some(removed)) => self.was_removed(key, &removed).await,
            // An attempt whose answer was lost has put it.
            (Some(kv), None) if kv.lease() == lease.0 => {
                self.set(key, |kept| kept.owner = Some(kv.mod_revision()));
                Ok(())
            }
            (Some(kv), None) => {
                self.in_the_way(key, &kv);
                Ok(())
            }
            (None, None) => {
                self.set(key, |kept| kept.over = None);
                Ok(())
            }
        }
    }

    /// Somebody has deregistered the instance: ours, or that of one before us, which is no matter any more.
    pub(super) async fn was_removed(&mut self, key: &[u8], removed: &KeyValue) -> Result<(), client::Error> {
        let Some(kept) = self.kept.get(key) else { return Ok(()) };
        let is_ours = whose(removed).zip(kept.record.instance.by.as_ref()).is_some_and(|(by, own)| by.is_same(own));
        let seen = Compare::mod_revision(removed.key(), CompareOp::Equal, removed.mod_revision());
        let forget = Txn::new().when([seen]).and_then([TxnOp::delete(removed.key(), None)]);
        self.client.txn(forget).await?;
        if is_ours {
            let Some(kept) = self.kept.get(key) else { return Ok(()) };
            let (service, id) = kept.names();
            self.set(key, |kept| (kept.owner, kept.standing, kept.is_over) = (None, None, true));
            (self.emit)(DiscoverEvent::Deregistered { service, id, key: Text::from(key) }.into());
        }
        Ok(())
    }

    /// Somebody else has our owner's key, or our record's.
    pub(super) fn in_the_way(&mut self, key: &[u8], kv: &KeyValue) {
        let Some(kept) = self.kept.get(key) else { return };
        let is_record = kv.key() == key;
        if !kept.was_there && self.may_be_put_over(kv) {
            let seen = Some(kv.mod_revision());
            return self.set(key, |kept| if is_record { kept.standing = seen } else { kept.over = seen });
        }
        let (service, id, by) = (kept.names().0, kept.names().1, whose(kv));
        let (host, pid) = (by.as_ref().map(|by| by.host.clone()), by.as_ref().map(|by| by.pid));
        if kept.was_there {
            let Instance { service: of, id: own, .. } = &kept.record.instance;
            let other = is_record.then(|| Instance::decode(of.clone(), own.clone(), kv.value()).ok()).flatten();
            let address = other.map(|other| other.address.to_string().into());
            self.set(key, |kept| (kept.owner, kept.standing, kept.is_over) = (None, None, true));
            return (self.emit)(DiscoverEvent::Replaced { service, id, address, host, pid }.into());
        }
        // It is waited for; what it was is told once.
        let is_new = kept.blocked.is_none();
        self.set(key, |kept| kept.blocked = Some(kv.clone()));
        if is_new {
            let lease = LeaseId::from_etcd(kv.lease());
            (self.emit)(DiscoverEvent::IdTaken { service, id, host, pid, lease, ttl_left: None }.into());
        }
    }
}
