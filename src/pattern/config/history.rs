//! What a value was before: as far as etcd still has it.

use etcd_client::GetOptions;

use super::Error;
use super::read::Entry;
use super::store::{Path, Store};
use crate::client::{self, Client};

/// What a value was, the newest first, from the present back: at most `most` of them. Whether etcd has no older ones: it may
/// have been deleted and created anew before, or its history be compacted.
///
/// # Errors
/// [`Error::Absent`], or a request failed.
pub async fn history(client: &Client, store: &Store, path: &Path, most: usize) -> Result<Vec<Entry>, Error> {
    let (key, mut entries, mut at) = (store.key(path), Vec::new(), 0);
    while entries.len() < most {
        let read = match client.get(&key, Some(GetOptions::new().with_revision(at))).await {
            Err(client::Error::Compacted) if !entries.is_empty() => break,
            read => read.map_err(store.failed("read the history"))?,
        };
        let Some(kv) = read.kvs().first() else { break };
        entries.extend(Entry::new(store, kv));
        if kv.mod_revision() <= 1 {
            break;
        }
        at = kv.mod_revision() - 1;
    }
    if entries.is_empty() { Err(Error::Absent(path.clone())) } else { Ok(entries) }
}
