//! Asking about locks without entering a queue, and breaking one.

use std::collections::{BTreeMap, BTreeSet};

use etcd_client::{Compare, CompareOp, GetOptions, Txn, TxnOp};

use super::queue::{self, Contender, Queue, Queues};
use super::{Error, LockName, LockNames, enqueue};
use crate::client::{self, Client};
use crate::event::{ContenderRow, LeaseId, LockRow, Text};
use crate::pattern::watch::Range;
use crate::record::Owner;

/// Keys read in one request by [`list`].
const PAGE: i64 = 1000;
/// Queues read in one request.
const NAMES: usize = 60;

/// A contender that [`break_key`] has removed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Broken {
    /// The fence that it had.
    pub fence: i64,
}

/// Who holds a lock with a certain fence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Holder {
    /// Its key in this lock's queue, and those in the queues of the others that it took with it. Nothing when nobody
    /// holds the lock with that fence.
    pub keys: Option<Vec<Vec<u8>>>,
    /// The lease that all of them stand on.
    pub lease: LeaseId,
    /// The revision at which that was so.
    pub revision: i64,
}

/// A lock's queue as it stands.
pub(super) struct Standing {
    /// Everybody in it, earliest first, and whether they hold: the lock, and all the others that they want with it.
    pub(super) contenders: Vec<(Contender, bool)>,
    /// The revision at which it was read.
    revision: i64,
}

/// Reads a lock's queue, and those of other locks which its first contenders want at the same time.
pub(super) async fn standing(client: &Client, name: &LockName) -> Result<Standing, Error> {
    let Queues { revision, mut queues } = read(client, &name.clone().into(), &queue::all()).await?;
    let queue = queues.pop().unwrap_or_default();
    let here: Vec<_> = queue.0.iter().map(|one| queue.is_holder(one)).collect();
    let wanted: BTreeSet<_> =
        queue.0.iter().zip(&here).filter(|(_, here)| **here).flat_map(|(one, _)| one.other_locks(name)).collect();
    let wanted: Vec<_> = wanted.into_iter().collect();
    let mut others = BTreeMap::new();
    // As they were at the same time.
    let then = queue::all().with_revision(revision);
    for some in wanted.chunks(NAMES) {
        let Ok(names) = LockNames::new(some.iter().cloned()) else { continue };
        others.extend(some.iter().cloned().zip(read(client, &names, &then).await?.queues));
    }
    let there = |one: &Contender| {
        one.other_locks(name).all(|other| others.get(&other).is_some_and(|queue| queue.holds(one, &other)))
    };
    let holds: Vec<_> = queue.0.iter().zip(&here).map(|(one, &here)| here && there(one)).collect();
    Ok(Standing { contenders: queue.0.into_iter().zip(holds).collect(), revision })
}

/// The contenders of a lock, earliest first; none when it is free.
pub async fn status(client: &Client, name: &LockName) -> Result<Vec<ContenderRow>, Error> {
    Ok(status_at(client, name).await?.0)
}

/// The same, and the revision at which it was so.
pub(super) async fn status_at(client: &Client, name: &LockName) -> Result<(Vec<ContenderRow>, i64), Error> {
    let Standing { contenders, revision } = standing(client, name).await?;
    let mut rows = Vec::new();
    for (position, (one, holder)) in contenders.into_iter().enumerate() {
        let failed = Error::client("read the leases of", &name.clone().into(), "read");
        let lease = LeaseId::from_etcd(one.lease.0);
        let (ttl, ttl_left) = match lease {
            Some(LeaseId(id)) => {
                let lease = client.time_to_live(id, false).await.map_err(failed)?;
                (Some(lease.granted_ttl()), Some(lease.ttl()))
            }
            None => (None, None),
        };
        rows.push(ContenderRow {
            lock: name.text(),
            key: Text::from(one.key),
            lease,
            stands: one.stands,
            fence: one.fence,
            holder,
            position,
            ttl,
            ttl_left,
            owner: one.owner,
        });
    }
    Ok((rows, revision))
}

/// Every lock and election whose name begins with `prefix`, by name: a lock is a prefix under which at least one key ends
/// in the id of its own lease, or still has a record of etcdpat's. (Any store has keys that end in what can be an id.)
pub async fn list(client: &Client, prefix: &[u8]) -> Result<Vec<LockRow>, Error> {
    let mut queues: BTreeMap<Vec<u8>, Vec<Contender>> = BTreeMap::new();
    let mut locks = BTreeSet::new();
    let range = Range::prefix(prefix);
    let mut from = range.first().to_vec();
    // All pages show the same moment.
    let mut revision = 0;
    loop {
        let page = GetOptions::new().with_range(range.end()).with_limit(PAGE).with_revision(revision);
        let failed = |error| client::Failed {
            doing: "cannot list locks".to_owned(),
            needs: format!("read --prefix {:?}", String::from_utf8_lossy(prefix)),
            error,
        };
        let read = client.get(&from, Some(page)).await.map_err(failed)?;
        if let (0, Some(header)) = (revision, read.header()) {
            revision = header.revision();
        }
        for kv in read.kvs() {
            let Some((name, one)) = Contender::parse(kv) else { continue };
            if one.stands || serde_json::from_slice::<Owner>(kv.value()).is_ok() {
                locks.insert(name.to_vec());
            }
            queues.entry(name.to_vec()).or_default().push(one);
        }
        match read.kvs().last() {
            Some(last) if read.more() => from = [last.key(), b"\0"].concat(),
            _ => break,
        }
    }
    let locks = queues.into_iter().filter(|(name, _)| locks.contains(name));
    Ok(locks.filter_map(|(name, queue)| row(name, queue)).collect())
}

/// The fences of those who hold the lock; whether the one asked about is among them is the caller's comparison.
pub async fn check(client: &Client, name: &LockName) -> Result<Vec<i64>, Error> {
    let contenders = standing(client, name).await?.contenders;
    Ok(contenders.into_iter().filter(|(_, holds)| *holds).map(|(one, _)| one.fence).collect())
}

/// The keys on which a holder with this fence stands: as long as all are there, made at that revision and on its lease, it
/// holds.
pub async fn holder(client: &Client, name: &LockName, fence: i64) -> Result<Holder, Error> {
    let Standing { contenders, revision } = standing(client, name).await?;
    let found = contenders.into_iter().find(|(one, holds)| *holds && one.fence == fence);
    let lease = found.as_ref().map_or(LeaseId(0), |(one, _)| one.lease);
    let keys = found.map(|(one, _)| {
        let others = one.other_locks(name).map(|other| other.key(one.lease)).collect::<Vec<_>>();
        [vec![one.key.clone()], others].concat()
    });
    Ok(Holder { keys, lease, revision })
}

/// Deletes one contender's key, if it is still the one that was read. Nothing when there is no such key (any more).
///
/// # Errors
/// [`Error::ForeignKey`] when the key is not a contender of this lock.
pub async fn break_key(client: &Client, name: &LockName, key: &[u8]) -> Result<Option<Broken>, Error> {
    let failed = || Error::client("break", &name.clone().into(), "readwrite");
    let read = client.get(key, None).await.map_err(failed())?;
    let foreign = || Error::ForeignKey { name: name.clone(), key: key.into() };
    let Some(kv) = read.kvs().first() else {
        return if key.starts_with(&name.prefix()) { Ok(None) } else { Err(foreign()) };
    };
    if !name.owns(key) {
        return Err(foreign());
    }
    let fence = kv.create_revision();
    let deleted = delete(client, key, fence, None).await.map_err(failed())?;
    // An attempt whose answer was lost, or somebody else, may have deleted it before.
    Ok(deleted.then_some(Broken { fence }))
}

/// Deletes a key, if it was made at this revision, and where a lease is given, stands on it. Only the key: its lease may
/// carry more, and is its owner's to end.
pub(super) async fn delete(
    client: &Client,
    key: &[u8],
    fence: i64,
    lease: Option<LeaseId>,
) -> Result<bool, client::Error> {
    let made = Compare::create_revision(key, CompareOp::Equal, fence);
    let stands = lease.map(|lease| Compare::lease(key, CompareOp::Equal, lease.0));
    let unchanged: Vec<_> = [Some(made), stands].into_iter().flatten().collect();
    let delete = Txn::new().when(unchanged).and_then([TxnOp::delete(key, None)]);
    Ok(client.txn(delete).await?.succeeded())
}

async fn read(client: &Client, names: &LockNames, which: &GetOptions) -> Result<Queues, Error> {
    let read = client.txn(enqueue::read(names, which)).await;
    let read = read.map_err(Error::client("read the queue of", names, "read"))?;
    Ok(enqueue::queues(names, &read))
}

fn row(name: Vec<u8>, mut queue: Vec<Contender>) -> Option<LockRow> {
    queue.sort_by_key(|one| one.fence);
    let mut queue = Queue(queue);
    // In the order of the queue those who hold come first.
    let holders = queue.0.iter().take_while(|one| queue.is_holder(one)).count();
    let waiters = queue.0.len() - holders;
    let first = if queue.0.is_empty() { None } else { Some(queue.0.swap_remove(0)) }?;
    Some(LockRow {
        lock: Text::from(name),
        election: first.candidate,
        key: Text::from(first.key),
        lease: LeaseId::from_etcd(first.lease.0),
        fence: first.fence,
        holders,
        waiters,
        owner: first.owner,
    })
}
