//! Operations, and what the server answers to them.

use etcd_client::{DeleteOptions, GetOptions, PutOptions, TxnOp, TxnOpResponse};

use super::Error;
use super::numbers::Numbers;
use crate::client::Client;
use crate::event::{LeaseId, Text, TxnAnswer, TxnKey};
use crate::pattern::keys::Range;

/// One operation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Op {
    /// Writes a key.
    Put {
        /// The key.
        key: Vec<u8>,
        /// Its value.
        value: Vec<u8>,
        /// The lease that it is to stand on. Without one it stands on none afterwards.
        lease: Option<LeaseId>,
    },
    /// Reads keys.
    Get {
        /// The key.
        key: Vec<u8>,
        /// Which others.
        range: KeyRange,
    },
    /// Deletes keys.
    Delete {
        /// The key.
        key: Vec<u8>,
        /// Which others.
        range: KeyRange,
    },
    /// Adds to a number. A missing key counts as 0; one that is there keeps its lease.
    Add {
        /// The key.
        key: Vec<u8>,
        /// How much.
        by: i64,
    },
}

/// Which keys besides the one that is named.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum KeyRange {
    /// None.
    One,
    /// All that begin with it.
    Prefix,
    /// All from it on.
    FromKey,
    /// All from it up to this one, which is left out.
    Until(Vec<u8>),
}

/// An operation as it is sent, and the number that it writes where that is its purpose.
#[derive(Clone, Debug)]
pub(super) struct Step {
    pub(super) op: TxnOp,
    sum: Option<i64>,
}

impl Op {
    /// Its key.
    pub fn key(&self) -> &[u8] {
        match self {
            Self::Put { key, .. } | Self::Get { key, .. } | Self::Delete { key, .. } | Self::Add { key, .. } => key,
        }
    }

    /// Whether it changes anything.
    pub(super) fn writes(&self) -> bool {
        !matches!(self, Self::Get { .. })
    }

    /// As it is sent, with what is known of the numbers.
    pub(super) fn step(&self, client: &Client, numbers: &Numbers) -> Result<Step, Error> {
        let (op, sum) = match self {
            Self::Put { key, value, lease } => {
                let put = match lease {
                    Some(lease) => TxnOp::put(&key[..], &value[..], Some(PutOptions::new().with_lease(lease.0))),
                    None => client.put(&key[..], &value[..]),
                };
                (put, None)
            }
            Self::Get { key, range } => {
                let range = range.of(key);
                (TxnOp::get(range.first(), Some(range.read(GetOptions::new()))), None)
            }
            Self::Delete { key, range } => {
                let range = range.of(key);
                (TxnOp::delete(range.first(), Some(range.deleted(DeleteOptions::new()))), None)
            }
            Self::Add { key, by } => {
                let number = numbers.number(key)?;
                let sum = number.unwrap_or(0).checked_add(*by);
                let overflow = || Error::Overflow { key: Text::from(key.clone()), value: number.unwrap_or(0), by: *by };
                let sum = sum.ok_or_else(overflow)?;
                // Only a key that is there has a lease to keep: the server refuses the rest.
                let put = match number {
                    Some(_) => TxnOp::put(&key[..], sum.to_string(), Some(PutOptions::new().with_ignore_lease())),
                    None => client.put(&key[..], sum.to_string()),
                };
                (put, Some(sum))
            }
        };
        Ok(Step { op, sum })
    }

    /// What the server answered.
    pub(super) fn answer(&self, step: &Step, response: Option<&TxnOpResponse>) -> TxnAnswer {
        let key = Text::from(self.key().to_vec());
        match (step.sum, response) {
            (Some(value), _) => TxnAnswer::Add { key, value },
            (None, Some(TxnOpResponse::Get(got))) => TxnAnswer::Get { key, kvs: got.kvs().iter().map(read).collect() },
            (None, Some(TxnOpResponse::Delete(deleted))) => TxnAnswer::Del { key, deleted: deleted.deleted() },
            (None, _) => TxnAnswer::Put { key },
        }
    }
}

impl KeyRange {
    /// The keys that it stands for beside `key`.
    pub(super) fn of(&self, key: &[u8]) -> Range {
        match self {
            Self::One => Range::raw(key.to_vec(), Vec::new()),
            Self::Prefix => Range::prefix(key),
            Self::FromKey => Range::from_key(key),
            Self::Until(end) => Range::raw(key.to_vec(), end.clone()),
        }
    }
}

fn read(kv: &etcd_client::KeyValue) -> TxnKey {
    TxnKey {
        key: kv.key().into(),
        value: kv.value().into(),
        create_revision: kv.create_revision(),
        mod_revision: kv.mod_revision(),
        version: kv.version(),
        lease: LeaseId::from_etcd(kv.lease()),
    }
}
