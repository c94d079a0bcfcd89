//! The requests that enter queues and read them, as data: no I/O.
//!
//! What must stay true: each may be sent twice; all the locks that are wanted at once are entered in one transaction,
//! so that their keys have one create revision and no two contenders can wait for each other.

use etcd_client::{
    Compare, CompareOp, GetOptions, GetResponse, PutOptions, ResponseHeader, Txn, TxnOp, TxnOpResponse, TxnResponse,
};

use super::name::LockNames;
use super::queue::{self, Queues};
use crate::event::LeaseId;
use crate::record::Owner;

/// Operations in a transaction that only reads: fewer than the 128 that etcd takes by default.
pub(super) const READS: usize = 100;

/// The keys of one contender, and what they say.
pub(super) struct Entry<'a> {
    names: &'a LockNames,
    pub(super) keys: Vec<Vec<u8>>,
    puts: Vec<TxnOp>,
}

impl<'a> Entry<'a> {
    pub(super) fn new(names: &'a LockNames, lease: LeaseId, owner: &Owner) -> Self {
        let keys = names.keys(lease);
        // A record of plain strings and numbers can always be written.
        let value = serde_json::to_vec(owner).unwrap_or_default();
        let put = |key: &Vec<u8>| TxnOp::put(key.clone(), value.clone(), Some(PutOptions::new().with_lease(lease.0)));
        let puts = keys.iter().map(put).collect();
        Self { names, keys, puts }
    }

    /// Enters the queues, and reads them.
    pub(super) fn enter(&self) -> Txn {
        let absent = |key: &Vec<u8>| Compare::create_revision(key.clone(), CompareOp::Equal, 0);
        self.enter_when(self.keys.iter().map(absent).collect())
    }

    /// Enters the queues only if nothing was made below the names since the revision `seen`, and reads them.
    pub(super) fn enter_if_untouched(&self, seen: i64) -> Txn {
        // True also where nothing is there.
        let untouched =
            |name: &super::LockName| Compare::create_revision(name.prefix(), CompareOp::Less, seen + 1).with_prefix();
        self.enter_when(self.names.iter().map(untouched).collect())
    }

    fn enter_when(&self, conditions: Vec<Compare>) -> Txn {
        let reads = ranges(self.names, &queue::all());
        let entering: Vec<_> = self.puts.iter().chain(&reads).cloned().collect();
        Txn::new().when(conditions).and_then(entering).or_else(reads)
    }
}

/// Reads the queues.
pub(super) fn read(names: &LockNames, which: &GetOptions) -> Txn {
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

fn ranges(names: &LockNames, which: &GetOptions) -> Vec<TxnOp> {
    names.iter().map(|name| TxnOp::get(name.prefix(), Some(which.clone()))).collect()
}

/// The queues, as far as they were read, from the answer to any of these requests.
pub(super) fn queues(names: &LockNames, answer: &TxnResponse) -> Queues {
    let reads: Vec<_> = answer.op_responses().into_iter().filter_map(as_read).collect();
    let kvs: Vec<_> = reads.iter().flat_map(GetResponse::kvs).collect();
    Queues::parse(answer.header().map_or(0, ResponseHeader::revision), names, &kvs)
}

fn as_read(response: TxnOpResponse) -> Option<GetResponse> {
    match response {
        TxnOpResponse::Get(read) => Some(read),
        _ => None,
    }
}
