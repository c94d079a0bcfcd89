//! What has become of records that stood, and of their owners' keys.

use etcd_client::{KeyValue, Txn, TxnOp};

use super::Registration;
use crate::client;
use crate::event::{DiscoverEvent, Loss, Text};
use crate::pattern::deletion::{Deletion, Own};
use crate::pattern::discovery::instance::Instance;
use crate::pattern::keys;
use crate::pattern::outage::TELL_AFTER;

/// Instances that are read in one transaction, three keys for each: fewer operations than etcd takes by default.
const READS: usize = 40;

/// What there is of an instance.
struct Read {
    key: Vec<u8>,
    record: Option<KeyValue>,
    owner: Option<KeyValue>,
    /// The word that it was deregistered.
    removed: Option<KeyValue>,
}

impl Registration<'_> {
    /// Waits until a record of ours may be gone, or may be another's.
    pub(super) async fn lost(&mut self) -> Result<(), client::Error> {
        let owned = || self.kept.iter().filter(|(_, kept)| kept.owner.is_some());
        let records = owned().filter(|(_, kept)| kept.standing.is_some()).map(|(key, _)| key.clone());
        let keys: Vec<_> = owned().map(|(_, kept)| self.owner_key(kept)).chain(records).collect();
        let Some(session) = self.session.as_ref().filter(|_| !keys.is_empty()) else {
            return std::future::pending().await;
        };
        let own = Own { keys, lease: session.lease(), fence: 0 };
        let opening = async {
            let watch = Deletion::watch_own(self.client, own).await?;
            // Others may have been there before the watch was.
            let read = self.read().await?;
            Ok((watch, read.iter().all(|read| self.is_as_it_was(read))))
        };
        let (mut watch, stands) = tokio::select! {
            _ = session.gone() => return Ok(()),
            error = session.refused() => return Err(error),
            opened = Box::pin(opening) => opened?,
            error = self.client.in_trouble_for(TELL_AFTER), if !self.outage.is_told() => return Err(error),
        };
        if !stands {
            return Ok(());
        }
        // One that breaks soon is no end of what was before.
        tokio::select! {
            _ = session.gone() => return Ok(()),
            error = session.refused() => return Err(error),
            happened = watch.happened() => return happened.map(drop),
            () = tokio::time::sleep(TELL_AFTER), if self.outage.error().is_some() => {}
        }
        self.answered();
        let Some(session) = &self.session else { return Ok(()) };
        tokio::select! {
            _ = session.gone() => Ok(()),
            error = session.refused() => Err(error),
            happened = watch.happened() => happened.map(drop),
        }
    }

    async fn read(&self) -> Result<Vec<Read>, client::Error> {
        let owned: Vec<_> = self.kept.iter().filter(|(_, kept)| kept.owner.is_some()).collect();
        let mut all = Vec::new();
        for some in owned.chunks(READS) {
            let gets = some.iter().flat_map(|(key, kept)| {
                let Instance { service, id, .. } = &kept.record.instance;
                [(*key).clone(), self.owner_key(kept), self.state.removed(service, id)].map(|key| TxnOp::get(key, None))
            });
            let answer = self.client.txn(Txn::new().and_then(gets.collect::<Vec<_>>())).await?;
            let mut reads = keys::each_read(&answer);
            for (key, _) in some {
                let mut next = || reads.next().flatten();
                all.push(Read { key: (*key).clone(), record: next(), owner: next(), removed: next() });
            }
        }
        Ok(all)
    }

    fn is_as_it_was(&self, Read { key, record, owner, removed }: &Read) -> bool {
        let revision = |kv: &Option<KeyValue>| kv.as_ref().map(KeyValue::mod_revision);
        removed.is_none()
            && self.kept.get(key).is_some_and(|kept| {
                kept.owner == revision(owner) && (kept.standing.is_none() || kept.standing == revision(record))
            })
    }

    /// Finds out what has become of our records.
    pub(super) async fn look(&mut self) -> Result<(), client::Error> {
        let mut loss = None;
        for read in self.read().await? {
            if self.is_as_it_was(&read) {
                continue;
            }
            let own = self.session.as_ref().map_or(0, |session| session.lease().0);
            let Read { key, record, owner, removed } = read;
            if let Some(removed) = removed {
                self.was_removed(&key, &removed).await?;
                continue;
            }
            if let Some(kv) = [&owner, &record].into_iter().flatten().find(|kv| kv.lease() != own) {
                self.in_the_way(&key, kv);
                continue;
            }
            let Some(kept) = self.kept.get(&key) else { continue };
            let (was_there, (service, id)) = (kept.standing.is_some(), kept.names());
            // What somebody has put on our own lease, is put over.
            let value = record.as_ref().map(|kv| kv.value().to_vec()).unwrap_or_default();
            let (owner, standing) =
                (owner.as_ref().map(KeyValue::mod_revision), record.as_ref().map(KeyValue::mod_revision));
            self.set(&key, |kept| (kept.owner, kept.over, kept.standing, kept.value) = (owner, None, standing, value));
            if was_there && standing.is_none() {
                if loss.is_none() {
                    loss = Some(self.loss().await?);
                }
                let reason = loss.unwrap_or(Loss::Deleted);
                (self.emit)(DiscoverEvent::Lost { service, id, key: Text::from(key), reason }.into());
            }
        }
        Ok(())
    }

    /// Why a record is gone: with its lease, or alone.
    async fn loss(&self) -> Result<Loss, client::Error> {
        let Some(session) = &self.session else { return Ok(Loss::Deleted) };
        let left = self.client.time_to_live(session.lease().0, false).await?.ttl();
        Ok(if left <= 0 { session.loss_now() } else { Loss::Deleted })
    }
}
