//! Asking about locks without entering a queue, and breaking one.

use std::collections::BTreeMap;

use etcd_client::{Compare, CompareOp, GetOptions, Txn, TxnOp};

use super::queue::{self, Contender, Queue};
use super::{Error, LockName};
use crate::client::Client;
use crate::event::{ContenderRow, LeaseId, LockRow, Text};

/// Keys read in one request by [`list`].
const PAGE: i64 = 1000;

/// A contender that [`break_key`] has removed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// The fence that it had.
    pub fence: i64,
}

/// The contenders of a lock, the holder first; none when it is free.
pub async fn status(client: &Client, name: &LockName) -> Result<Vec<ContenderRow>, Error> {
    let queue = read(client, name).await?;
    let mut rows = Vec::new();
    for (position, one) in queue.0.into_iter().enumerate() {
        let lease =
            client.time_to_live(one.lease.0, false).await.map_err(Error::client("read the leases of", name, "read"))?;
        rows.push(ContenderRow {
            lock: name.text(),
            key: Text(one.key),
            lease: one.lease,
            fence: one.fence,
            holder: position == 0,
            position,
            ttl: lease.granted_ttl(),
            ttl_left: lease.ttl(),
            owner: one.owner,
        });
    }
    Ok(rows)
}

/// Every lock and election whose name begins with `prefix`, by name: a lock is a prefix under which keys end in the id
/// of their own lease.
pub async fn list(client: &Client, prefix: &[u8]) -> Result<Vec<LockRow>, Error> {
    let mut queues: BTreeMap<Vec<u8>, Vec<Contender>> = BTreeMap::new();
    // etcd has no empty key: the range of all keys begins at NUL.
    let mut from = if prefix.is_empty() { vec![0] } else { prefix.to_vec() };
    let end = range_end(prefix);
    loop {
        let page = GetOptions::new().with_range(end.clone()).with_limit(PAGE);
        let failed = |error| Error::Client {
            doing: "cannot list locks".to_owned(),
            needs: format!("read --prefix {:?}", String::from_utf8_lossy(prefix)),
            error,
        };
        let read = client.get(&from, Some(page)).await.map_err(failed)?;
        for (name, one) in read.kvs().iter().filter_map(Contender::parse) {
            queues.entry(name.to_vec()).or_default().push(one);
        }
        match read.kvs().last() {
            Some(last) if read.more() => from = [last.key(), b"\0"].concat(),
            _ => return Ok(queues.into_iter().filter_map(|(name, queue)| row(name, queue)).collect()),
        }
    }
}

/// The fence of the current holder; whether it is the one asked about is the caller's comparison.
pub async fn check(client: &Client, name: &LockName) -> Result<Option<i64>, Error> {
    Ok(read(client, name).await?.holder().map(|holder| holder.fence))
}

/// Deletes one contender's key, if it is still the one that was read. Nothing when there is no such key (any more).
///
/// # Errors
/// [`Error::ForeignKey`] when the key is not a contender of this lock.
pub async fn break_key(client: &Client, name: &LockName, key: &[u8]) -> Result<Option<Broken>, Error> {
    let failed = || Error::client("break", name, "readwrite");
    let read = client.get(key, None).await.map_err(failed())?;
    let foreign = || Error::ForeignKey { name: name.clone(), key: String::from_utf8_lossy(key).into_owned() };
    let Some(kv) = read.kvs().first() else {
        return if key.starts_with(&name.prefix()) { Ok(None) } else { Err(foreign()) };
    };
    if !name.owns(key, LeaseId(kv.lease())) {
        return Err(foreign());
    }
    let fence = kv.create_revision();
    // Only the key: its lease may carry more, and is its owner's to end.
    let delete =
        Txn::new().when([Compare::create_revision(key, CompareOp::Equal, fence)]).and_then([TxnOp::delete(key, None)]);
    let deleted = client.txn(delete).await.map_err(failed())?;
    // An attempt whose answer was lost, or somebody else, may have deleted it before.
    Ok(deleted.succeeded().then_some(Broken { fence }))
}

async fn read(client: &Client, name: &LockName) -> Result<Queue, Error> {
    let read = client.get(&name.prefix(), Some(queue::all())).await;
    let read = read.map_err(Error::client("read the queue of", name, "read"))?;
    Ok(Queue::parse(name, read.kvs()))
}

fn row(name: Vec<u8>, mut queue: Vec<Contender>) -> Option<LockRow> {
    queue.sort_by_key(|one| one.fence);
    let waiters = queue.len().checked_sub(1)?;
    let holder = queue.swap_remove(0);
    Some(LockRow {
        lock: Text(name),
        election: holder.candidate,
        key: Text(holder.key),
        lease: holder.lease,
        fence: holder.fence,
        waiters,
        owner: holder.owner,
    })
}

/// The first key after all that begin with `prefix`; NUL when there is none (etcd API, range_end).
fn range_end(prefix: &[u8]) -> Vec<u8> {
    match prefix.iter().rposition(|&byte| byte < u8::MAX) {
        Some(last) => [&prefix[..last], &[prefix[last] + 1]].concat(),
        None => vec![0],
    }
}

#[cfg(test)]
mod tests {
    use super::range_end;

    #[test]
    fn a_prefix_ends_before_its_successor() {
        assert_eq!(range_end(b"a/"), b"a0");
        assert_eq!(range_end(b"a\xff\xff"), b"b");
        assert_eq!(range_end(b""), b"\0");
    }
}
