//! Setting and deleting values, each in one transaction that compares what must be so.

use etcd_client::{
    Compare, CompareOp, DeleteOptions, GetOptions, PutOptions, ResponseHeader, Txn, TxnOp, TxnOpResponse,
};

use super::Error;
use super::store::{Path, Store};
use crate::client::Client;
use crate::pattern::keys;
use crate::typed::Typed;

/// What was there before.
#[derive(Clone, Debug)]
pub struct Before {
    /// What it was; nothing where it was not there, or no value.
    pub value: Option<Typed>,
    /// The revision of the change.
    pub revision: i64,
}

/// Sets a value; only if it is at the revision `seen`, where one is given (0: not there).
///
/// # Errors
/// [`Error::Changed`], [`Error::Folder`], [`Error::IsFolder`], [`Error::Importing`], or a request failed.
pub async fn set(
    client: &Client,
    store: &Store,
    path: &Path,
    value: &Typed,
    seen: Option<i64>,
) -> Result<Before, Error> {
    let (key, below) = (store.key(path), store.below(path));
    let parents: Vec<_> = path.parents().collect();
    let mut unchanged = vec![
        store.no_mark(),
        // Nothing was ever created in an empty range.
        Compare::create_revision(below.first(), CompareOp::Equal, 0).with_range(below.end()),
    ];
    unchanged.extend(parents.iter().map(|parent| Compare::version(store.key(parent), CompareOp::Equal, 0)));
    unchanged.extend(seen.map(|seen| Compare::mod_revision(key.clone(), CompareOp::Equal, seen)));
    let put = client.put_with(key.clone(), value.wire(), PutOptions::new().with_prev_key());
    let first_below = GetOptions::new().with_limit(1).with_keys_only();
    let mut reads = vec![
        TxnOp::get(store.mark(), None),
        TxnOp::get(key.clone(), None),
        TxnOp::get(below.first(), Some(below.read(first_below))),
    ];
    reads.extend(parents.iter().map(|parent| TxnOp::get(store.key(parent), Some(GetOptions::new().with_keys_only()))));
    let set = Txn::new().when(unchanged).and_then([put]).or_else(reads);
    // An attempt whose answer was lost could have set it: a second one would see a value that has changed, or would put it over
    // one that somebody has set since.
    let answer = client.txn_at_most_once(set).await;
    let answer = answer.map_err(store.failed("set a value"))?;
    if answer.succeeded() {
        return Ok(before(&answer));
    }
    let mut reads = keys::each_read(&answer);
    let (mark, own, below) = (reads.next().flatten(), reads.next().flatten(), reads.next().flatten());
    if let Some(mark) = mark {
        return Err(store.importing(mark.value()));
    }
    if let Some(below) = below.and_then(|kv| store.path(kv.key())) {
        return Err(Error::IsFolder { folder: path.clone(), below });
    }
    if let Some(value) = reads.flatten().next().and_then(|kv| store.path(kv.key())) {
        return Err(Error::Folder { value: value.to_string(), below: path.to_string() });
    }
    let there = own.as_ref().map_or(0, etcd_client::KeyValue::mod_revision);
    Err(Error::Changed { path: path.clone(), there, seen: seen.unwrap_or(0) })
}

/// Deletes a value, and where `all_below` says so, what lies below it. What each was.
///
/// # Errors
/// [`Error::Absent`], [`Error::Importing`], or a request failed.
pub async fn delete(
    client: &Client,
    store: &Store,
    path: &Path,
    all_below: bool,
) -> Result<Vec<(Path, Before)>, Error> {
    let (key, below) = (store.key(path), store.below(path));
    let with_previous = || DeleteOptions::new().with_prev_key();
    let mut deletes = vec![TxnOp::delete(key, Some(with_previous()))];
    if all_below {
        deletes.push(TxnOp::delete(below.first(), Some(below.deleted(with_previous()))));
    }
    let delete = Txn::new().when([store.no_mark()]).and_then(deletes).or_else([TxnOp::get(store.mark(), None)]);
    // A second attempt could delete what somebody has set since, or say that there was nothing.
    let answer = client.txn_at_most_once(delete).await.map_err(store.failed("delete a value"))?;
    if !answer.succeeded() {
        let mark = keys::each_read(&answer).flatten().next();
        return Err(store.importing(mark.as_ref().map_or(&[], |kv| kv.value())));
    }
    let revision = answer.header().map_or(0, ResponseHeader::revision);
    let deleted = answer.op_responses().into_iter().filter_map(|response| match response {
        TxnOpResponse::Delete(mut deleted) => Some(deleted.take_prev_kvs()),
        _ => None,
    });
    let each = deleted.flatten().filter_map(|kv| {
        let value = Typed::from_wire(kv.value()).ok();
        Some((store.path(kv.key())?, Before { value, revision }))
    });
    let all: Vec<_> = each.collect();
    if all.is_empty() { Err(Error::Absent(path.clone())) } else { Ok(all) }
}

fn before(answer: &etcd_client::TxnResponse) -> Before {
    let previous = answer.op_responses().into_iter().find_map(|response| match response {
        TxnOpResponse::Put(put) => put.prev_key().map(|kv| kv.value().to_vec()),
        _ => None,
    });
    let value = previous.and_then(|value| Typed::from_wire(&value).ok());
    Before { value, revision: answer.header().map_or(0, ResponseHeader::revision) }
}
