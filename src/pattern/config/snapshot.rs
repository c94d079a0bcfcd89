//! All values as they were, kept under a version, and restored.
//!
//! What must stay true: a snapshot is of one revision, and exists only when all of it is stored; a damaged one is never restored.

use std::collections::BTreeMap;

use etcd_client::{Compare, CompareOp, DeleteOptions, KeyValue, Txn, TxnOp};
use serde::{Deserialize, Serialize};

use super::Error;
use super::import::{Import, Plan, Prune, current_keys, import};
use super::read::no_import;
use super::store::{Path, Store};
use crate::client::Client;
use crate::hash;
use crate::pattern::keys::{self, Pages, Range};
use crate::random;
use crate::record::Owner;
use crate::value::{Text, Time};

/// What is in one part at most, in bytes: less than the 1.5 MiB of a request that etcd takes by default.
const PART: usize = 512 << 10;

/// What is known of a snapshot.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Snapshot {
    /// Its version.
    pub version: String,
    /// The revision that it is of.
    pub revision: i64,
    /// When it was made.
    pub created: Time,
    /// How many values are in it.
    pub values: usize,
    /// In how many parts.
    parts: usize,
    /// What their keys have in common.
    id: String,
    /// Of all of them together.
    checksum: String,
}

#[derive(Serialize, Deserialize)]
struct Value {
    path: String,
    #[serde(rename = "value")]
    wire: Text,
    /// The revision at which it was put last.
    #[serde(default)]
    mod_revision: i64,
}

/// What is in a snapshot, by the paths: each value as it is stored, and the revision at which it was put last.
pub type Kept = BTreeMap<Path, (Vec<u8>, i64)>;

/// Keeps all values, as they are at one revision, under this version.
///
/// # Errors
/// [`Error::VersionTaken`], [`Error::Importing`], or a request failed.
pub async fn create(client: &Client, store: &Store, version: &str) -> Result<Snapshot, Error> {
    let failed = || store.failed("make a snapshot");
    let meta = format!("{}meta", store.snapshot(version));
    if !client.get(meta.as_bytes(), None).await.map_err(failed())?.kvs().is_empty() {
        return Err(Error::VersionTaken(version.to_owned()));
    }
    let (values, revision) = current_keys(client, store).await?;
    no_import(client, store, revision).await?;
    let parts = parts(&values);
    let snapshot = Snapshot {
        version: version.to_owned(),
        revision,
        created: Time::now(),
        values: values.len(),
        parts: parts.len(),
        id: format!("{:016x}", random::number()),
        checksum: checksum(&parts),
    };
    // Each creation has parts of its own: of two at once, one is the snapshot.
    for (number, part) in parts.iter().enumerate() {
        let put = client.put(snapshot.part(store, number), part.clone());
        client.txn(Txn::new().and_then([put])).await.map_err(failed())?;
    }
    let is_new = Compare::version(meta.clone(), CompareOp::Equal, 0);
    let wire = serde_json::to_vec(&snapshot).unwrap_or_default();
    let put = Txn::new().when([is_new]).and_then([client.put(meta.clone(), wire.clone())]);
    let put = client.txn(put.or_else([TxnOp::get(meta, None)])).await.map_err(failed())?;
    let there = keys::each_read(&put).flatten().next();
    if put.succeeded() || there.is_some_and(|kv| kv.value() == wire) {
        return Ok(snapshot);
    }
    let own = Range::prefix(format!("{}part/{}/", store.snapshot(version), snapshot.id));
    let clear = TxnOp::delete(own.first(), Some(own.deleted(DeleteOptions::new())));
    client.txn(Txn::new().and_then([clear])).await.map_err(failed())?;
    Err(Error::VersionTaken(version.to_owned()))
}

/// All snapshots, in the order of their revisions.
///
/// # Errors
/// A request failed.
pub async fn snapshots(client: &Client, store: &Store) -> Result<Vec<Snapshot>, Error> {
    let mut pages = Pages::new(Range::prefix(store.snapshots()));
    let mut all: Vec<Snapshot> = Vec::new();
    while let Some(page) = pages.next(client).await.map_err(store.failed("read the snapshots"))? {
        let metas = page.kvs().iter().filter(|kv| kv.key().ends_with(b"/meta"));
        all.extend(metas.filter_map(|kv| serde_json::from_slice(kv.value()).ok()));
    }
    all.sort_by_key(|one| one.revision);
    Ok(all)
}

/// What is in a snapshot.
///
/// # Errors
/// [`Error::NoVersion`], [`Error::Damaged`], or a request failed.
pub async fn show(client: &Client, store: &Store, version: &str) -> Result<Kept, Error> {
    let failed = || store.failed("read a snapshot");
    let meta = format!("{}meta", store.snapshot(version));
    let read = client.get(meta.as_bytes(), None).await.map_err(failed())?;
    let kv = read.kvs().first().ok_or_else(|| Error::NoVersion(version.to_owned()))?;
    let damaged = |why| Error::Damaged { version: version.to_owned(), why };
    let snapshot: Snapshot =
        serde_json::from_slice(kv.value()).map_err(|_| damaged("its description can't be read"))?;
    let mut parts = Vec::new();
    for number in 0..snapshot.parts {
        let read = client.get(&snapshot.part(store, number), None).await.map_err(failed())?;
        parts.push(read.kvs().first().ok_or_else(|| damaged("a part of it is missing"))?.value().to_vec());
    }
    if checksum(&parts) != snapshot.checksum {
        return Err(damaged("its checksum is another one"));
    }
    let mut values = BTreeMap::new();
    // One array, or several one after another.
    for part in serde_json::Deserializer::from_slice(&parts.concat()).into_iter::<Vec<Value>>() {
        for Value { path, wire, mod_revision } in part.map_err(|_| damaged("it can't be read"))? {
            let path = path.parse().map_err(|_| damaged("a name in it can't be one"))?;
            values.insert(path, (wire.into_raw(), mod_revision));
        }
    }
    if values.len() == snapshot.values { Ok(values) } else { Err(damaged("values of it are missing")) }
}

/// Makes the configuration what the snapshot is, exactly: what came later, is deleted. What was changed; whether that took
/// several steps.
///
/// # Errors
/// As [`show`] and [`import`]; the same restore finishes one that was broken off.
pub async fn restore(
    client: &Client,
    store: &Store,
    version: &str,
    who: &Owner,
    take_over: bool,
) -> Result<(Plan, bool), Error> {
    let wanted = stored(show(client, store, version).await?);
    import(client, store, &Import { wanted, prune: Prune::All }, who, take_over).await
}

/// The values alone.
pub fn stored(kept: Kept) -> BTreeMap<Path, Vec<u8>> {
    kept.into_iter().map(|(path, (wire, _))| (path, wire)).collect()
}

/// Deletes a snapshot.
///
/// # Errors
/// [`Error::NoVersion`], or a request failed.
pub async fn delete_snapshot(client: &Client, store: &Store, version: &str) -> Result<(), Error> {
    let all = Range::prefix(store.snapshot(version));
    let meta = format!("{}meta", store.snapshot(version));
    let delete = TxnOp::delete(all.first(), Some(all.deleted(DeleteOptions::new())));
    let is_there = Compare::version(meta, CompareOp::Greater, 0);
    // A restore of it that was broken off could not be finished.
    let delete = Txn::new().when([is_there, store.no_mark()]).and_then([delete]);
    // After an attempt whose answer was lost, there would be no such version, or another one of its name.
    let deleted = client.txn_at_most_once(delete.or_else([TxnOp::get(store.mark(), None)])).await;
    let deleted = deleted.map_err(store.failed("delete a snapshot"))?;
    match keys::each_read(&deleted).flatten().next() {
        _ if deleted.succeeded() => Ok(()),
        Some(mark) => Err(store.importing(mark.value())),
        None => Err(Error::NoVersion(version.to_owned())),
    }
}

impl Snapshot {
    fn part(&self, store: &Store, number: usize) -> Vec<u8> {
        format!("{}part/{}/{number:06}", store.snapshot(&self.version), self.id).into()
    }
}

/// The text of all values, in pieces: cut anywhere, since one value may take more than a piece.
fn parts(values: &BTreeMap<Path, KeyValue>) -> Vec<Vec<u8>> {
    let value = |(path, kv): (&Path, &KeyValue)| {
        let wire = Text::from(kv.value().to_vec());
        Value { path: path.to_string(), wire, mod_revision: kv.mod_revision() }
    };
    let text = serde_json::to_vec(&values.iter().map(value).collect::<Vec<_>>()).unwrap_or_default();
    text.chunks(PART).map(<[u8]>::to_vec).collect()
}

fn checksum(parts: &[Vec<u8>]) -> String {
    format!("{:016x}", hash::of(parts.iter().flatten()))
}
