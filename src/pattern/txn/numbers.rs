//! Values that are numbers, for `int()` and `add`: read first, decided on the client.
//!
//! What must stay true: whatever rests on such a number is applied only together with the comparison that its key is
//! still as it was read ([`Numbers::unchanged`]).

use std::collections::{BTreeMap, BTreeSet};

use etcd_client::{Compare as SentCompare, CompareOp, Txn, TxnOp, TxnOpResponse};

use super::{Compare, Error, Op, Operand};
use crate::client::{self, Client};

/// Keys as they were read in one request.
#[derive(Debug, Default)]
pub(super) struct Numbers(BTreeMap<Vec<u8>, Found>);

/// What was there: nothing has no value, and was last written at revision 0.
#[derive(Debug, Default)]
struct Found {
    value: Option<Vec<u8>>,
    mod_revision: i64,
}

impl Numbers {
    /// Reads some keys in one request; none takes no request.
    pub(super) async fn read(client: &Client, keys: BTreeSet<&[u8]>) -> Result<Self, client::Error> {
        if keys.is_empty() {
            return Ok(Self::default());
        }
        let gets: Vec<_> = keys.iter().map(|key| TxnOp::get(*key, None)).collect();
        let read = client.txn(Txn::new().and_then(gets)).await?.op_responses();
        let found = |response: TxnOpResponse| match response {
            TxnOpResponse::Get(mut got) => got.take_kvs().pop().map_or_else(Found::default, |kv| {
                let mod_revision = kv.mod_revision();
                Found { value: Some(kv.into_key_value().1), mod_revision }
            }),
            _ => Found::default(),
        };
        Ok(Self(keys.into_iter().map(<[u8]>::to_vec).zip(read.into_iter().map(found)).collect()))
    }

    /// The number at a key; nothing where there is no such key.
    ///
    /// # Errors
    /// [`Error::NotANumber`].
    pub(super) fn number(&self, key: &[u8]) -> Result<Option<i64>, Error> {
        let Some(value) = self.0.get(key).and_then(|found| found.value.as_deref()) else { return Ok(None) };
        let number = std::str::from_utf8(value).ok().and_then(|text| text.parse().ok());
        number.map(Some).ok_or_else(|| Error::NotANumber { key: key.into(), value: value.into() })
    }

    /// Whether an `int()` holds; nothing for another comparison. Of a missing key none does.
    pub(super) fn holds(&self, compare: &Compare) -> Option<Result<bool, Error>> {
        let Operand::Int(operand) = compare.operand else { return None };
        let number = self.number(&compare.key);
        Some(number.map(|number| number.is_some_and(|number| compare.operator.holds(number.cmp(&operand)))))
    }

    /// The comparison that this key is as it was read. A mod revision says so alone: every write gives a new one, and a
    /// missing key has 0.
    pub(super) fn unchanged(&self, key: &[u8]) -> SentCompare {
        SentCompare::mod_revision(key, CompareOp::Equal, self.0.get(key).map_or(0, |found| found.mod_revision))
    }
}

/// The keys that `add`s need.
pub(super) fn added(ops: &[Op]) -> impl Iterator<Item = &[u8]> {
    ops.iter().filter(|op| matches!(op, Op::Add { .. })).map(Op::key)
}

/// The keys that `int()`s need.
pub(super) fn compared(compares: &[Compare]) -> impl Iterator<Item = &[u8]> {
    compares.iter().filter(|one| matches!(one.operand, Operand::Int(_))).map(|one| &one.key[..])
}
