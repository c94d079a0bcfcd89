//! Asking about locks without entering a queue, and breaking one.

use super::{Error, LockName, owner};
use crate::client::{self, Client};
use crate::event::{ContenderRow, LeaseId, LockRow, Text};
use crate::pattern::keys::{self, Range};
use crate::pattern::queue::{self, Contender, Queue, QueueState};

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

/// Reads a lock's queue.
pub(super) async fn read_queue(client: &Client, name: &LockName) -> Result<QueueState, Error> {
    queue::read(client, name).await.map_err(Error::client("read the queue of", &name.clone().into(), "read"))
}

/// The contenders of a lock, earliest first; none when it is free.
pub async fn status(client: &Client, name: &LockName) -> Result<Vec<ContenderRow>, Error> {
    Ok(status_at(client, name).await?.0)
}

/// The same, and the revision at which it was so.
pub(super) async fn status_at(client: &Client, name: &LockName) -> Result<(Vec<ContenderRow>, i64), Error> {
    let QueueState { contenders, revision } = read_queue(client, name).await?;
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
            candidate: candidate(&one),
            owner: owner::of(&one),
            key: Text::from(one.key),
            lease,
            stands: one.stands,
            fence: one.fence,
            holder,
            position,
            ttl,
            ttl_left,
        });
    }
    Ok((rows, revision))
}

/// Every lock and election whose name begins with `prefix`, by name: a lock is a prefix under which at least one key ends
/// in the id of its own lease, or still has a record of etcdpat's. (Any store has keys that end in what can be an id.)
pub async fn list(client: &Client, prefix: &[u8]) -> Result<Vec<LockRow>, Error> {
    let failed = |error| client::Failed {
        doing: "cannot list locks".to_owned(),
        needs: Range::prefix(prefix).permission(),
        error,
    };
    let queues = queue::below(client, prefix).await.map_err(failed)?;
    let is_contender = |one: &Contender| one.stands || owner::is_record(&one.value);
    let locks = queues.into_iter().filter(|(_, queue)| queue.0.iter().any(is_contender));
    Ok(locks.filter_map(|(name, queue)| row(name, &queue)).collect())
}

/// The fences of those who hold the lock; whether the one asked about is among them is the caller's comparison.
pub async fn check(client: &Client, name: &LockName) -> Result<Vec<i64>, Error> {
    let contenders = read_queue(client, name).await?.contenders;
    Ok(contenders.into_iter().filter(|(_, holds)| *holds).map(|(one, _)| one.fence).collect())
}

/// The keys on which a holder with this fence stands: as long as all are there, made at that revision and on its lease, it
/// holds.
pub async fn holder(client: &Client, name: &LockName, fence: i64) -> Result<Holder, Error> {
    let QueueState { contenders, revision } = read_queue(client, name).await?;
    let found = contenders.into_iter().find(|(one, holds)| *holds && one.fence == fence);
    let lease = found.as_ref().map_or(LeaseId(0), |(one, _)| one.lease);
    let keys = found.map(|(one, _)| {
        let others = one.other_names(name).map(|other| other.key(one.lease)).collect::<Vec<_>>();
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
    let deleted = keys::delete(client, key, fence, None).await.map_err(failed())?;
    // An attempt whose answer was lost, or somebody else, may have deleted it before.
    Ok(deleted.then_some(Broken { fence }))
}

/// The id of a candidate in an election: the value of its key, which is no record.
pub(super) fn candidate(one: &Contender) -> Option<Text> {
    let is_one = one.stands && !one.value.is_empty() && owner::of(one).is_none();
    is_one.then(|| Text::from(one.value.clone()))
}

fn row(name: Vec<u8>, queue: &Queue) -> Option<LockRow> {
    // In the order of the queue those who hold come first.
    let holders = queue.0.iter().take_while(|one| queue.is_holder(one)).count();
    let waiters = queue.0.len() - holders;
    let first = queue.0.first()?;
    let owner = owner::of(first);
    Some(LockRow {
        lock: Text::from(name),
        election: candidate(first).is_some(),
        candidate: candidate(first),
        key: Text::from(first.key.clone()),
        lease: LeaseId::from_etcd(first.lease.0),
        fence: first.fence,
        holders,
        waiters,
        owner,
    })
}
