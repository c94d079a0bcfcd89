//! Who holds a lock and who waits for it, as data: no I/O.

use etcd_client::{GetOptions, KeyValue, SortOrder, SortTarget};

use super::name::{LockName, lock_of};
use crate::event::{LeaseId, Owner};

/// A key in a lock's queue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Contender {
    pub(super) key: Vec<u8>,
    pub(super) lease: LeaseId,
    /// The key's create revision: its place in the queue, and its fence when it holds.
    pub(super) fence: i64,
    /// Nothing when the value is not a record of etcdpat's: another client's contender, which counts as exclusive.
    pub(super) owner: Option<Owner>,
    /// An election's candidate has a value that is not a record.
    pub(super) candidate: bool,
}

/// The contenders of one lock, earliest first.
#[derive(Clone, Debug, Default)]
pub(super) struct Queue(pub(super) Vec<Contender>);

/// A place in the queue, as last read.
pub(super) struct Place {
    pub(super) key: Vec<u8>,
    pub(super) fence: i64,
    /// The header revision of that read.
    pub(super) revision: i64,
    /// Who holds the lock, and whom we wait for; neither when we hold it.
    pub(super) ahead: Option<Ahead>,
}

pub(super) struct Ahead {
    pub(super) position: usize,
    pub(super) holder: Contender,
    pub(super) blocker: Vec<u8>,
}

impl Contender {
    /// The name of the lock that this key contends for, and the contender.
    pub(super) fn parse(kv: &KeyValue) -> Option<(&[u8], Self)> {
        let lease = LeaseId(kv.lease());
        let name = lock_of(kv.key(), lease)?;
        let owner = serde_json::from_slice(kv.value()).ok();
        let candidate = owner.is_none() && !kv.value().is_empty();
        Some((name, Self { key: kv.key().to_vec(), lease, fence: kv.create_revision(), owner, candidate }))
    }

    /// For people: who this is.
    pub(super) fn describe(&self) -> String {
        match &self.owner {
            Some(Owner { host, pid, user, command, .. }) if command.is_empty() => format!("{user}@{host} (pid {pid})"),
            Some(Owner { host, pid, user, command, .. }) => format!("{user}@{host} (pid {pid}): {command}"),
            None => format!("another client's key {}", String::from_utf8_lossy(&self.key)),
        }
    }
}

impl Queue {
    /// The queue of `name`, from keys below it in any order. Keys of locks below it are left out.
    pub(super) fn parse(name: &LockName, kvs: &[KeyValue]) -> Self {
        let contenders = kvs.iter().filter_map(Contender::parse);
        let mut own: Vec<_> = contenders.filter(|(lock, _)| *lock == name.as_bytes()).map(|(_, one)| one).collect();
        own.sort_by_key(|one| one.fence);
        Self(own)
    }

    /// Who holds the lock.
    pub(super) fn holder(&self) -> Option<&Contender> {
        self.0.first()
    }

    /// The contender with this key.
    pub(super) fn find(&self, key: &[u8]) -> Option<&Contender> {
        self.0.iter().find(|one| one.key == key)
    }

    /// The contenders before the one with create revision `fence`.
    pub(super) fn ahead_of(&self, fence: i64) -> &[Contender] {
        &self.0[..self.0.partition_point(|one| one.fence < fence)]
    }

    /// The nearest contender before `fence` that conflicts with it; when there is none, `fence` holds.
    pub(super) fn blocker(&self, fence: i64) -> Option<&Contender> {
        self.ahead_of(fence).last()
    }

    /// The place of the contender with this key, in a queue that was read at `revision`.
    pub(super) fn place(&self, key: &[u8], revision: i64) -> Option<Place> {
        let own = self.find(key)?;
        let ahead = match (self.holder(), self.blocker(own.fence)) {
            (Some(holder), Some(blocker)) => Some(Ahead {
                position: self.ahead_of(own.fence).len(),
                holder: holder.clone(),
                blocker: blocker.key.clone(),
            }),
            _ => None,
        };
        Some(Place { key: key.to_vec(), fence: own.fence, revision, ahead })
    }
}

/// Every key below a lock's name.
pub(super) fn all() -> GetOptions {
    GetOptions::new().with_prefix().with_sort(SortTarget::Create, SortOrder::Ascend)
}

/// The keys below a lock's name that were made up to `fence`, that one included.
pub(super) fn up_to(fence: i64) -> GetOptions {
    all().with_max_create_revision(fence)
}
