//! Deleting a key, if it is still the one that is meant.

use etcd_client::{Compare, CompareOp, Txn, TxnOp};

use crate::client::{Client, Error};
use crate::event::LeaseId;

/// Deletes a key, if it was made at the revision `fence` (0: at any), and where a lease is given, stands on it. Only the key: its
/// lease may carry more, and is its owner's to end. Whether it was deleted: where an attempt's answer was lost, that
/// attempt may have done it.
pub(in crate::pattern) async fn delete(
    client: &Client,
    key: &[u8],
    fence: i64,
    lease: Option<LeaseId>,
) -> Result<bool, Error> {
    let made = (fence != 0).then(|| Compare::create_revision(key, CompareOp::Equal, fence));
    let stands = lease.map(|lease| Compare::lease(key, CompareOp::Equal, lease.0));
    let unchanged: Vec<_> = [made, stands].into_iter().flatten().collect();
    let delete = Txn::new().when(unchanged).and_then([TxnOp::delete(key, None)]);
    Ok(client.txn(delete).await?.succeeded())
}

/// Deletes own keys that somebody has taken off their lease: they would not go with it, and block a queue for ever.
/// Only those that we have made: with this create revision.
pub(in crate::pattern) async fn clear(client: &Client, keys: &[Vec<u8>], fence: i64) {
    for key in keys {
        if let Err(error) = delete(client, key, fence, None).await {
            tracing::debug!(%error, "clearing away a key that was taken");
        }
    }
}
