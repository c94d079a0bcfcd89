//! The requests that enter queues and read them, as data: no I/O.
//!
//! What must stay true: each may be sent twice; all the queues that are wanted are entered in one transaction,
//! so that their keys have one create revision and no two contenders can wait for each other.

use etcd_client::{Compare, CompareOp, GetOptions, GetResponse, PutOptions, ResponseHeader, Txn, TxnOp, TxnResponse};

use super::Seat;
use super::contender::{self, Queues};
use super::name::Names;
use crate::event::LeaseId;
use crate::pattern::keys;

/// Operations in a transaction that only reads: fewer than the 128 that etcd takes by default.
pub(super) const READS: usize = 100;

/// The keys of one contender, and what they say.
pub(super) struct Entry<'a> {
    names: &'a Names,
    pub(super) keys: Vec<Vec<u8>>,
    puts: Vec<TxnOp>,
    /// The key that only one may have.
    seat: Option<&'a [u8]>,
}

impl<'a> Entry<'a> {
    pub(super) fn new(names: &'a Names, lease: LeaseId, value: &[u8], seat: Option<Seat<'a>>) -> Self {
        let keys = names.keys(lease);
        let put = |key: &[u8], value: &[u8]| TxnOp::put(key, value, Some(PutOptions::new().with_lease(lease.0)));
        let own = keys.iter().map(|key| put(key, value));
        let puts = own.chain(seat.map(|seat| put(seat.key, seat.value))).collect();
        Self { names, keys, puts, seat: seat.map(|seat| seat.key) }
    }

    /// Enters the queues, and reads them.
    pub(super) fn enter(&self) -> Txn {
        self.enter_when(self.keys.iter().map(|key| absent(key)).collect())
    }

    /// Enters the queues only if nothing was made below the names since the revision `seen`, and reads them.
    pub(super) fn enter_if_untouched(&self, seen: i64) -> Txn {
        // True also where nothing is there.
        let untouched =
            |name: &super::Name| Compare::create_revision(name.prefix(), CompareOp::Less, seen + 1).with_prefix();
        self.enter_when(self.names.iter().map(untouched).collect())
    }

    fn enter_when(&self, mut conditions: Vec<Compare>) -> Txn {
        conditions.extend(self.seat.map(absent));
        let mut reads = ranges(self.names, &contender::all());
        let entering: Vec<_> = self.puts.iter().chain(&reads).cloned().collect();
        reads.extend(self.seat.map(|key| TxnOp::get(key, None)));
        Txn::new().when(conditions).and_then(entering).or_else(reads)
    }

    /// The lease on which the seat stands, where an attempt to enter has found it taken.
    pub(super) fn seat_taken(&self, answer: &TxnResponse) -> Option<LeaseId> {
        let mut kvs = keys::reads(answer).flat_map(|mut read| read.take_kvs());
        kvs.find(|kv| Some(kv.key()) == self.seat).map(|kv| LeaseId(kv.lease()))
    }
}

fn absent(key: &[u8]) -> Compare {
    Compare::create_revision(key, CompareOp::Equal, 0)
}

/// Reads the queues.
pub(super) fn read(names: &Names, which: &GetOptions) -> Txn {
    Txn::new().and_then(ranges(names, which))
}

/// Reads a contender's own keys and those that were ahead of it when last read: all that can matter to it, key by key.
/// (etcd reads every key of a range before it leaves out the later ones, so that the same by range costs the server more
/// with every waiter.) Nothing where these are too many for one transaction.
pub(super) fn look(own: &[Vec<u8>], earlier: &[Vec<Vec<u8>>]) -> Option<Txn> {
    let operations = own.len() + earlier.iter().map(Vec::len).sum::<usize>();
    let keys = own.iter().zip(earlier).flat_map(|(own, earlier)| earlier.iter().chain([own]));
    let gets: Vec<_> = keys.map(|key| TxnOp::get(key.clone(), None)).collect();
    (operations <= READS).then(|| Txn::new().and_then(gets))
}

fn ranges(names: &Names, which: &GetOptions) -> Vec<TxnOp> {
    names.iter().map(|name| TxnOp::get(name.prefix(), Some(which.clone()))).collect()
}

/// The queues, as far as they were read, from the answer to any of these requests.
pub(super) fn queues(names: &Names, answer: &TxnResponse) -> Queues {
    let reads: Vec<_> = keys::reads(answer).collect();
    let kvs: Vec<_> = reads.iter().flat_map(GetResponse::kvs).collect();
    Queues::parse(answer.header().map_or(0, ResponseHeader::revision), names, &kvs)
}
