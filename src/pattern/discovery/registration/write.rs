//! Putting records, and taking them away.
//!
//! What must stay true: every transaction compares what was known to be there; what is another's is never put over or
//! deleted.

use etcd_client::{Compare, CompareOp, PutOptions, ResponseHeader, Txn, TxnOp};

use super::Registration;
use super::kept::{Kept, Wish};
use crate::client;
use crate::event::{DiscoverEvent, LeaseId, Text, Withdrawal};
use crate::pattern::discovery::instance::Status;
use crate::pattern::keys;

fn kept_is_not_up(kept: Option<&Kept>) -> bool {
    kept.is_some_and(|kept| kept.wish != Wish::Is(Status::Up) && kept.standing.is_some())
}

impl Registration<'_> {
    /// Brings one record nearer to what it is to be.
    pub(super) async fn write(&mut self, key: &[u8]) -> Result<(), client::Error> {
        let Some(kept) = self.kept.get(key) else { return Ok(()) };
        if kept.owner.is_none() && !kept.leaves {
            return self.own(key).await;
        }
        match kept.wanted() {
            Some(value) => match self.put(key, value).await {
                // A full store takes no word that an instance is not up any more, but a deletion.
                Err(client::Error::NoSpace(_)) if kept_is_not_up(self.kept.get(key)) => self.delete(key).await,
                put => put,
            },
            None => self.delete(key).await,
        }
    }

    pub(super) async fn put(&mut self, key: &[u8], value: Vec<u8>) -> Result<(), client::Error> {
        let lease = self.lease().await?;
        let Some(kept) = self.kept.get(key) else { return Ok(()) };
        // 0 is that of a key that is not there.
        let unchanged = Compare::mod_revision(key, CompareOp::Equal, kept.standing.unwrap_or(0));
        let put = TxnOp::put(key, value.clone(), Some(PutOptions::new().with_lease(lease.0)));
        let txn = Txn::new().when([unchanged]).and_then([put]).or_else([TxnOp::get(key, None)]);
        let answer = self.client.txn(txn).await?;
        let revision = answer.header().map_or(0, ResponseHeader::revision);
        let there = keys::each_read(&answer).next().flatten();
        match there {
            None if answer.succeeded() => self.stands(key, value, revision, lease),
            // An attempt whose answer was lost has put it.
            Some(kv) if kv.lease() == lease.0 && kv.value() == value => {
                self.stands(key, value, kv.mod_revision(), lease);
            }
            Some(kv) if kv.lease() == lease.0 => self.set(key, |kept| kept.standing = Some(kv.mod_revision())),
            Some(kv) => self.in_the_way(key, &kv),
            // What we had put is gone.
            None => self.set(key, |kept| kept.standing = None),
        }
        Ok(())
    }

    pub(super) fn set(&mut self, key: &[u8], change: impl FnOnce(&mut Kept)) {
        if let Some(kept) = self.kept.get_mut(key) {
            change(kept);
        }
    }

    pub(super) fn stands(&mut self, key: &[u8], value: Vec<u8>, revision: i64, lease: LeaseId) {
        let Some(kept) = self.kept.get_mut(key) else { return };
        (kept.value, kept.standing, kept.was_there) = (value, Some(revision), true);
        let status = if let Wish::Is(status) = kept.wish { status } else { Status::Up };
        let (service, id) = kept.names();
        let address = kept.record.instance.address.to_string().into();
        (self.emit)(
            DiscoverEvent::Registered { service, id, address, key: Text::from(key), lease, status: status.name() }
                .into(),
        );
    }

    pub(super) async fn delete(&mut self, key: &[u8]) -> Result<(), client::Error> {
        let Some(standing) = self.kept.get(key).and_then(|kept| kept.standing) else { return Ok(()) };
        let unchanged = Compare::mod_revision(key, CompareOp::Equal, standing);
        let delete = Txn::new().when([unchanged]).and_then([TxnOp::delete(key, None)]);
        self.client.txn(delete).await?;
        // Where somebody else has put it meanwhile, it is not ours to delete.
        let Some(kept) = self.kept.get_mut(key) else { return Ok(()) };
        kept.standing = None;
        let (service, id) = kept.names();
        let reason = match kept.wish {
            Wish::Withdrawn(reason) => reason,
            Wish::Is(Status::Draining) => Withdrawal::Draining,
            Wish::Is(_) => Withdrawal::Unhealthy,
        };
        (self.emit)(DiscoverEvent::Withdrawn { service, id, key: Text::from(key), reason }.into());
        Ok(())
    }
}
