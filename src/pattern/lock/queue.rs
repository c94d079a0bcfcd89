//! Who holds a lock and who waits for it, as data: no I/O.

use std::num::NonZeroU32;

use etcd_client::{GetOptions, KeyValue, SortOrder, SortTarget};

use super::claim::Claim;
use super::name::{LockName, LockNames, parts};
use crate::event::{LeaseId, Text};
use crate::record::Owner;

/// A key in a lock's queue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Contender {
    pub(super) key: Vec<u8>,
    /// The lease that the key stands on; 0 for none.
    pub(super) lease: LeaseId,
    /// Whether that is the lease of its name. A key that somebody has written anew without it is nobody's: it never
    /// holds, but blocks those behind it until it goes, as any key does in etcd's Go package.
    pub(super) stands: bool,
    /// The key's create revision: its place in the queue, and its fence when it holds.
    pub(super) fence: i64,
    /// Nothing when the value is not a record of etcdpat's, or the key is nobody's: that counts as exclusive.
    pub(super) owner: Option<Owner>,
    /// An election's candidate has a value that is not a record.
    pub(super) candidate: bool,
}

/// The contenders of one lock, earliest first.
#[derive(Clone, Debug, Default)]
pub(super) struct Queue(pub(super) Vec<Contender>);

/// The queues of some locks, as read in one request.
pub(super) struct Queues {
    /// The revision at which they were read.
    pub(super) revision: i64,
    /// In the order of the names.
    pub(super) queues: Vec<Queue>,
}

/// A place in the queues of all the locks that are wanted, as last read.
pub(super) struct Place {
    /// The create revision of the keys: they were made in one transaction.
    pub(super) fence: i64,
    /// The revision of that read.
    pub(super) revision: i64,
    /// The keys of all that are ahead, for each lock. Nobody else ever will be: create revisions only grow.
    pub(super) earlier: Vec<Vec<Vec<u8>>>,
    /// What is waited for; nothing when all are held.
    pub(super) ahead: Option<Ahead>,
}

/// What stands before a place in the first queue in which something does.
pub(super) struct Ahead {
    /// Which of the locks it is.
    pub(super) lock: usize,
    /// How many stand before the place there.
    pub(super) position: usize,
    /// How many of these hold.
    pub(super) holders: usize,
    /// The first of them.
    pub(super) holder: Contender,
    /// Whose leaving may let us in: all of them have to be there for the wait to go on.
    pub(super) blockers: Vec<Vec<u8>>,
    /// Whether one of those holds, so that it may leave soon.
    pub(super) near: bool,
}

impl Contender {
    /// The name of the lock that this key contends for, and the contender.
    pub(super) fn parse(kv: &KeyValue) -> Option<(&[u8], Self)> {
        let (name, made_on) = parts(kv.key())?;
        let lease = LeaseId(kv.lease());
        let stands = lease == made_on;
        let owner = if stands { serde_json::from_slice(kv.value()).ok() } else { None };
        let candidate = stands && owner.is_none() && !kv.value().is_empty();
        Some((name, Self { key: kv.key().to_vec(), lease, stands, fence: kv.create_revision(), owner, candidate }))
    }

    /// What it claims.
    pub(super) fn claim(&self) -> Claim {
        Claim::of(self.owner.as_ref())
    }

    /// The other locks that it wants at the same time, where it is in the queue of `name`.
    pub(super) fn other_locks(&self, name: &LockName) -> impl Iterator<Item = LockName> {
        let locks = self.owner.iter().flat_map(|owner| &owner.locks);
        locks.filter(|lock| lock.raw() != name.as_bytes()).filter_map(|lock| LockName::new(lock.raw()).ok())
    }

    /// For people: who this is.
    pub(super) fn describe(&self) -> String {
        let Some(Owner { host, pid, user, command, .. }) = &self.owner else {
            return format!("another client's key {}", Text::from(self.key.clone()));
        };
        let who = format!("{user}@{host} (pid {pid})");
        if command.is_empty() { who } else { format!("{who}: {command}") }
    }
}

impl Queue {
    /// The queue of `name`, from keys in any order. Keys of other locks are left out. (With a lock and one below it, the
    /// lower one's keys are read twice.)
    fn parse(name: &LockName, kvs: &[&KeyValue]) -> Self {
        let own = kvs.iter().filter(|kv| name.owns(kv.key()));
        let mut own: Vec<_> = own.filter_map(|kv| Contender::parse(kv)).map(|(_, one)| one).collect();
        own.sort_by_key(|one| one.fence);
        own.dedup_by(|one, other| one.key == other.key);
        Self(own)
    }

    /// The first, who holds the lock, or blocks it.
    pub(super) fn holder(&self) -> Option<&Contender> {
        self.0.first()
    }

    /// The contender with this key, if it stands on its lease.
    pub(super) fn find(&self, key: &[u8]) -> Option<&Contender> {
        self.0.iter().find(|one| one.key == key && one.stands)
    }

    /// The contenders before the one with create revision `fence`.
    pub(super) fn ahead_of(&self, fence: i64) -> &[Contender] {
        &self.0[..self.0.partition_point(|one| one.fence < fence)]
    }

    /// Whom a contender with this claim, behind `ahead`, waits for.
    fn blockers_of(claim: Claim, ahead: &[Contender]) -> &[Contender] {
        let claims: Vec<_> = ahead.iter().map(Contender::claim).collect();
        &ahead[claim.blockers(&claims)]
    }

    /// Whom the contender `own` of this queue waits for; when there is nobody, and it stands on its lease, it holds.
    pub(super) fn blockers(&self, own: &Contender) -> &[Contender] {
        Self::blockers_of(own.claim(), self.ahead_of(own.fence))
    }

    /// Whether a contender of this queue holds the lock.
    pub(super) fn is_holder(&self, one: &Contender) -> bool {
        one.stands && self.blockers(one).is_empty()
    }

    /// Whether `one`, a contender that wants other locks too, holds this one, whose name is `name`.
    pub(super) fn holds(&self, one: &Contender, name: &LockName) -> bool {
        let own = self.find(&name.key(one.lease));
        own.is_some_and(|own| own.fence == one.fence && self.is_holder(own))
    }

    /// Who a newcomer with this claim would wait for, for people.
    pub(super) fn would_block(&self, claim: Claim) -> Option<&Contender> {
        if Self::blockers_of(claim, &self.0).is_empty() { None } else { self.holder() }
    }

    /// How many permits others in this queue want one of, when that is another number.
    pub(super) fn other_permits(&self, claim: Claim) -> Option<NonZeroU32> {
        let Claim::Permit(wanted) = claim else { return None };
        self.0.iter().find_map(|one| match one.claim() {
            Claim::Permit(permits) if permits != wanted => Some(permits),
            _ => None,
        })
    }

    /// What stands before `own`, of the lock with this number.
    fn ahead(&self, own: &Contender, lock: usize) -> Option<Ahead> {
        let (ahead, blockers) = (self.ahead_of(own.fence), self.blockers(own));
        let holds = |one: &&Contender| self.blockers(one).is_empty();
        Some(Ahead {
            lock,
            position: ahead.len(),
            // In the order of the queue those who hold come first.
            holders: ahead.iter().take_while(holds).count(),
            holder: ahead.first().filter(|_| !blockers.is_empty())?.clone(),
            blockers: blockers.iter().map(|one| one.key.clone()).collect(),
            near: blockers.iter().any(|one| holds(&one)),
        })
    }
}

impl Queues {
    /// From keys in any order: each belongs to the queue that it names.
    pub(super) fn parse(revision: i64, names: &LockNames, kvs: &[&KeyValue]) -> Self {
        Self { revision, queues: names.iter().map(|name| Queue::parse(name, kvs)).collect() }
    }

    /// Whether any of these keys, made at the revision `fence`, is there but not on its lease any more.
    pub(super) fn taken(&self, keys: &[Vec<u8>], fence: i64) -> bool {
        let mut all = self.queues.iter().flat_map(|queue| &queue.0);
        all.any(|one| !one.stands && one.fence == fence && keys.contains(&one.key))
    }

    /// The place of the contender with these keys; nothing when they are not all there, made at once, on their lease.
    pub(super) fn place(&self, keys: &[Vec<u8>]) -> Option<Place> {
        let own: Option<Vec<_>> = self.queues.iter().zip(keys).map(|(queue, key)| queue.find(key)).collect();
        let own = own.filter(|own| own.len() == keys.len())?;
        let fence = own.first()?.fence;
        if own.iter().any(|one| one.fence != fence) {
            return None;
        }
        let keys_before = |queue: &Queue| queue.ahead_of(fence).iter().map(|one| one.key.clone()).collect();
        let earlier = self.queues.iter().map(keys_before).collect();
        let mut each = self.queues.iter().zip(own).enumerate();
        let ahead = each.find_map(|(lock, (queue, own))| queue.ahead(own, lock));
        Some(Place { fence, revision: self.revision, earlier, ahead })
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
