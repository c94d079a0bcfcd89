//! Who stands in a queue, who is first and who waits, as data: no I/O.

use std::num::NonZeroU32;

use etcd_client::{GetOptions, KeyValue, SortOrder, SortTarget};

use super::claim::{Claim, Stated};
use super::name::{Name, Names, parts};
use crate::event::LeaseId;

/// A key in a queue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::pattern) struct Contender {
    pub(in crate::pattern) key: Vec<u8>,
    /// The lease that the key stands on; 0 for none.
    pub(in crate::pattern) lease: LeaseId,
    /// Whether that is the lease of its name. A key that somebody has written anew without it is nobody's: it never
    /// holds, but blocks those behind it until it goes, as any key does in etcd's Go package.
    pub(in crate::pattern) stands: bool,
    /// The key's create revision: its place in the queue, and its fence when it holds.
    pub(in crate::pattern) fence: i64,
    /// What its client has written.
    pub(in crate::pattern) value: Vec<u8>,
    /// What the value says of its claim; nothing where the key is nobody's.
    stated: Stated,
}

/// The contenders of one queue, earliest first.
#[derive(Clone, Debug, Default)]
pub(in crate::pattern) struct Queue(pub(in crate::pattern) Vec<Contender>);

/// Some queues, as read in one request.
pub(super) struct Queues {
    /// The revision at which they were read.
    pub(super) revision: i64,
    /// In the order of the names.
    pub(super) queues: Vec<Queue>,
}

/// A place in all the queues that were entered, as last read.
pub(super) struct Place {
    /// The create revision of the keys: they were made in one transaction.
    pub(super) fence: i64,
    /// The revision of that read.
    pub(super) revision: i64,
    /// The keys of all that are ahead, for each queue. Nobody else ever will be: create revisions only grow.
    pub(super) earlier: Vec<Vec<Vec<u8>>>,
    /// What is waited for; nothing when all are held.
    pub(super) ahead: Option<Ahead>,
}

/// What stands before a place in the first queue in which something does.
pub(in crate::pattern) struct Ahead {
    /// Which of the queues it is.
    pub(super) at: usize,
    /// How many stand before the place there.
    pub(in crate::pattern) position: usize,
    /// How many of these hold.
    pub(in crate::pattern) holders: usize,
    /// The first of them.
    pub(in crate::pattern) holder: Contender,
    /// Whose leaving may let us in: all of them have to be there for the wait to go on.
    pub(super) blockers: Vec<Vec<u8>>,
    /// Whether one of those holds, so that it may leave soon.
    pub(super) near: bool,
}

impl Contender {
    /// The name of the queue that this key is in, and the contender.
    pub(in crate::pattern) fn parse(kv: &KeyValue) -> Option<(&[u8], Self)> {
        let (name, made_on) = parts(kv.key())?;
        let lease = LeaseId(kv.lease());
        let stands = lease == made_on;
        let stated = if stands { Stated::read(kv.value()) } else { Stated::default() };
        let (key, value) = (kv.key().to_vec(), kv.value().to_vec());
        Some((name, Self { key, lease, stands, fence: kv.create_revision(), value, stated }))
    }

    /// What it claims.
    pub(super) fn claim(&self) -> Claim {
        self.stated.claim
    }

    /// The other queues that it has entered at the same time, where it is in that of `name`.
    pub(in crate::pattern) fn other_names(&self, name: &Name) -> impl Iterator<Item = Name> {
        let others = self.stated.names.iter().filter(|other| other.as_slice() != name.as_bytes());
        others.filter_map(|other| Name::new(other.clone()).ok())
    }
}

impl Queue {
    /// The queue of `name`, from keys in any order. Keys of other queues are left out. (With a queue and one below it,
    /// the lower one's keys are read twice.)
    fn parse(name: &Name, kvs: &[&KeyValue]) -> Self {
        let own = kvs.iter().filter(|kv| name.owns(kv.key()));
        let mut own: Vec<_> = own.filter_map(|kv| Contender::parse(kv)).map(|(_, one)| one).collect();
        own.sort_by_key(|one| one.fence);
        own.dedup_by(|one, other| one.key == other.key);
        Self(own)
    }

    /// The first, who holds, or blocks the others.
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

    /// Whether a contender of this queue holds.
    pub(in crate::pattern) fn is_holder(&self, one: &Contender) -> bool {
        one.stands && self.blockers(one).is_empty()
    }

    /// Whether `one`, a contender that has entered other queues too, holds in this one, whose name is `name`.
    pub(super) fn holds(&self, one: &Contender, name: &Name) -> bool {
        let own = self.find(&name.key(one.lease));
        own.is_some_and(|own| own.fence == one.fence && self.is_holder(own))
    }

    /// The first of those whom a newcomer with this claim would wait for.
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

    /// What stands before `own`, in the queue with this number.
    fn ahead(&self, own: &Contender, at: usize) -> Option<Ahead> {
        let (ahead, blockers) = (self.ahead_of(own.fence), self.blockers(own));
        let holds = |one: &&Contender| self.blockers(one).is_empty();
        Some(Ahead {
            at,
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
    pub(super) fn parse(revision: i64, names: &Names, kvs: &[&KeyValue]) -> Self {
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
        let ahead = each.find_map(|(at, (queue, own))| queue.ahead(own, at));
        Some(Place { fence, revision: self.revision, earlier, ahead })
    }
}

/// Every key below a name.
pub(super) fn all() -> GetOptions {
    GetOptions::new().with_prefix().with_sort(SortTarget::Create, SortOrder::Ascend)
}

/// The keys below a name that were made up to `fence`, that one included.
pub(super) fn up_to(fence: i64) -> GetOptions {
    all().with_max_create_revision(fence)
}
