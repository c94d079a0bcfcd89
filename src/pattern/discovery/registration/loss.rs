//! What has become of records that stood.

use etcd_client::{KeyValue, Txn, TxnOp};

use super::Registration;
use crate::client;
use crate::event::{DiscoverEvent, Loss, Text};
use crate::pattern::deletion::{Deletion, Own};
use crate::pattern::discovery::instance::Instance;
use crate::pattern::keys;

/// Keys that are read in one transaction, two for each record: fewer than etcd takes by default.
const READS: usize = 60;

/// A key, what is there, and the word that it was deregistered.
type Read = (Vec<u8>, Option<KeyValue>, Option<KeyValue>);

impl Registration<'_> {
    /// Waits until a record of ours may be gone, or may be another's.
    pub(super) async fn lost(&mut self) -> Result<(), client::Error> {
        let standing = self.kept.iter().filter(|(_, kept)| kept.standing.is_some());
        let keys: Vec<_> = standing.map(|(key, _)| key.clone()).collect();
        let Some(session) = self.session.as_ref().filter(|_| !keys.is_empty()) else {
            return std::future::pending().await;
        };
        let own = Own { keys, lease: session.lease(), fence: 0 };
        let taken = async {
            let mut watch = Deletion::watch_own(self.client, own).await?;
            // Others may have been there before the watch was.
            if self.read().await?.iter().any(|(key, there, _)| !self.is_there(key, there.as_ref())) {
                return Ok(());
            }
            watch.happened().await.map(drop)
        };
        tokio::select! {
            _ = session.gone() => Ok(()),
            taken = Box::pin(taken) => taken,
        }
    }

    /// The keys that are to stand, what is there, and whether somebody has deregistered them.
    pub(super) async fn read(&self) -> Result<Vec<Read>, client::Error> {
        let standing: Vec<_> = self.kept.iter().filter(|(_, kept)| kept.standing.is_some()).collect();
        let mut all = Vec::new();
        for some in standing.chunks(READS) {
            let gets = some.iter().flat_map(|(key, kept)| {
                let Instance { service, id, .. } = &kept.record.instance;
                [(*key).clone(), self.state.removed(service, id)].map(|key| TxnOp::get(key, None))
            });
            let answer = self.client.txn(Txn::new().and_then(gets.collect::<Vec<_>>())).await?;
            let mut reads = keys::each_read(&answer);
            for (key, _) in some {
                let (there, removed) = (reads.next().flatten(), reads.next().flatten());
                all.push(((*key).clone(), there, removed));
            }
        }
        Ok(all)
    }

    /// Whether a record is as we have put it.
    pub(super) fn is_there(&self, key: &[u8], there: Option<&KeyValue>) -> bool {
        let standing = self.kept.get(key).and_then(|kept| kept.standing);
        standing.is_some() && standing == there.map(KeyValue::mod_revision)
    }

    /// Finds out what has become of our records.
    pub(super) async fn look(&mut self) -> Result<(), client::Error> {
        let mut loss = None;
        for (key, there, removed) in self.read().await? {
            if self.is_there(&key, there.as_ref()) {
                continue;
            }
            let own = self.session.as_ref().map_or(0, |session| session.lease().0);
            let Some(kept) = self.kept.get(&key) else { continue };
            let (service, id) = kept.names();
            let was = kept.standing.map(|revision| revision.to_string());
            match (there, removed) {
                // Somebody has put it on our lease: that is put over.
                (Some(kv), _) if kv.lease() == own => self.set(&key, |kept| {
                    (kept.standing, kept.value) = (Some(kv.mod_revision()), kv.value().to_vec());
                }),
                (Some(kv), _) => self.in_the_way(&key, &kv),
                (None, Some(kv)) if Some(kv.value()) == was.as_deref().map(str::as_bytes) => {
                    self.set(&key, |kept| (kept.standing, kept.is_over) = (None, true));
                    (self.emit)(DiscoverEvent::Deregistered { service, id, key: Text::from(key) }.into());
                }
                (None, _) => {
                    if loss.is_none() {
                        loss = Some(self.loss().await?);
                    }
                    let reason = loss.unwrap_or(Loss::Deleted);
                    self.set(&key, |kept| kept.standing = None);
                    (self.emit)(DiscoverEvent::Lost { service, id, key: Text::from(key), reason }.into());
                }
            }
        }
        Ok(())
    }

    /// Why a record is gone: with its lease, or alone.
    pub(super) async fn loss(&self) -> Result<Loss, client::Error> {
        let Some(session) = &self.session else { return Ok(Loss::Deleted) };
        let left = self.client.time_to_live(session.lease().0, false).await?.ttl();
        Ok(if left <= 0 { session.loss_now() } else { Loss::Deleted })
    }
}
