//! Since when a lock is held, as its record says. A contender that has waited writes its record anew once it holds.
//!
//! What must stay true: nobody waits for this, neither a command nor a release; and what comes late, or twice, never touches
//! another holder's key.

use std::pin::Pin;
use std::time::Duration;

use etcd_client::{Compare, CompareOp, PutOptions, Txn, TxnOp};

use crate::client::Client;
use crate::event::{LeaseId, Time};
use crate::record::Owner;

/// A shorter wait is not worth a request: ages are shown in whole seconds.
const WORTHWHILE: Duration = Duration::from_secs(1);
/// A command shorter than this costs none either.
const AFTER: Duration = Duration::from_millis(50);

/// A record that still says since when its owner has waited.
#[derive(Debug)]
pub(super) struct Outdated {
    client: Client,
    /// As it is to be.
    owner: Owner,
    keys: Vec<Vec<u8>>,
    lease: LeaseId,
    fence: i64,
}

impl Outdated {
    /// What has become of the record of an owner who has `waited`, and holds from now on; nothing where it is right.
    pub(super) fn after(
        waited: Duration,
        client: &Client,
        owner: Owner,
        keys: Vec<Vec<u8>>,
        lease: LeaseId,
        fence: i64,
    ) -> Option<Self> {
        let owner = Owner { queued: Some(owner.since), since: Time::now(), ..owner };
        (waited >= WORTHWHILE).then(|| Self { client: client.clone(), owner, keys, lease, fence })
    }

    /// Writes it, in all the queues at once, where the keys still stand as they were made.
    pub(super) async fn write(&self) {
        let stands = |key: &Vec<u8>| {
            let made = Compare::create_revision(key.clone(), CompareOp::Equal, self.fence);
            [made, Compare::lease(key.clone(), CompareOp::Equal, self.lease.0)]
        };
        // A record of plain strings and numbers can always be written.
        let value = serde_json::to_vec(&self.owner).unwrap_or_default();
        let put =
            |key: &Vec<u8>| TxnOp::put(key.clone(), value.clone(), Some(PutOptions::new().with_lease(self.lease.0)));
        let when: Vec<_> = self.keys.iter().flat_map(stands).collect();
        let then: Vec<_> = self.keys.iter().map(put).collect();
        if let Err(error) = self.client.txn(Txn::new().when(when).and_then(then)).await {
            tracing::debug!(%error, "the record says since when it has waited, not since when it holds");
        }
    }
}

/// Does `work` to its end, and meanwhile writes what is outdated, unless that comes too soon.
pub(super) async fn write_beside<T>(outdated: Option<Outdated>, mut work: Pin<&mut impl Future<Output = T>>) -> T {
    if let Some(outdated) = outdated {
        // In a box: few have waited, and every command would carry the space for it.
        let write = Box::pin(async {
            tokio::time::sleep(AFTER).await;
            outdated.write().await;
        });
        tokio::select! {
            biased;
            done = &mut work => return done,
            () = write => {}
        }
    }
    work.await
}
