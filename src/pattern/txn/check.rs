//! What is refused before anything is sent.

use super::{Compare, KeyRange, Op, Transaction};
use crate::event::Text;

/// The most comparisons that need a transaction of their own. Each is one level deeper in the answer, and what reads
/// answers goes down a hundred levels, two for each.
const MOST_NESTED: usize = 32;

/// Not a transaction that etcd takes.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Invalid {
    /// Nothing to compare, nothing to do.
    #[error("the transaction is empty")]
    Empty,
    /// etcd has no empty key.
    #[error("a key must not be empty")]
    EmptyKey,
    /// A range that ends where it begins, or before.
    #[error("the range from {0} to {1} is empty")]
    EmptyRange(Text, Text),
    /// etcd takes one write of a key.
    #[error("key {0} is written twice in the same branch")]
    WrittenTwice(Text),
    /// Each would be one level deeper in the answer.
    #[error("{0} comparisons of values with >=: at most {MOST_NESTED} can be made")]
    TooManyNested(usize),
}

impl Transaction {
    /// Checks what does not depend on anything stored.
    pub fn check(&self) -> Result<(), Invalid> {
        let Self { guards, compares, then, otherwise } = self;
        if guards.is_empty() && compares.is_empty() && then.is_empty() && otherwise.is_empty() {
            return Err(Invalid::Empty);
        }
        let without_key = |op: &Op| match op {
            Op::Get { key, range } | Op::Delete { key, range } => {
                key.is_empty() && !matches!(range, KeyRange::Prefix | KeyRange::FromKey)
            }
            Op::Put { key, .. } | Op::Add { key, .. } => key.is_empty(),
        };
        if compares.iter().any(|one| one.key.is_empty()) || then.iter().chain(otherwise).any(without_key) {
            return Err(Invalid::EmptyKey);
        }
        if let Some(empty) = then.iter().chain(otherwise).find_map(empty_range) {
            return Err(empty);
        }
        let nested = compares.iter().filter(|one| Compare::nests(one)).count();
        if nested > MOST_NESTED {
            return Err(Invalid::TooManyNested(nested));
        }
        [then, otherwise].into_iter().find_map(|ops| written_twice(ops)).map_or(Ok(()), Err)
    }
}

/// The server would take an empty end for none. (NUL is the end of everything.)
fn empty_range(op: &Op) -> Option<Invalid> {
    match op {
        Op::Get { key, range: KeyRange::Until(end) } | Op::Delete { key, range: KeyRange::Until(end) }
            if end <= key && end != b"\0" =>
        {
            Some(Invalid::EmptyRange(Text::from(key.clone()), Text::from(end.clone())))
        }
        _ => None,
    }
}

/// As the server has it (v3rpc/key.go, checkIntervals): each key is put once, and not in a range that is deleted.
fn written_twice(ops: &[Op]) -> Option<Invalid> {
    let written = |(index, op): (usize, &Op)| match op {
        Op::Put { key, .. } | Op::Add { key, .. } => Some((index, key.clone())),
        Op::Get { .. } | Op::Delete { .. } => None,
    };
    let again = |(index, key): &(usize, Vec<u8>)| {
        ops.iter().enumerate().any(|(other, op)| match op {
            Op::Put { .. } | Op::Add { .. } => other > *index && op.key() == key,
            Op::Delete { key: from, range } => range.of(from).contains(key),
            Op::Get { .. } => false,
        })
    };
    ops.iter().enumerate().filter_map(written).find(again).map(|(_, key)| Invalid::WrittenTwice(Text::from(key)))
}
