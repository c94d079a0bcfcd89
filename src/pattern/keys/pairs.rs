//! Keys and values that are put on a lease together, as data: no I/O.
//!
//! What must stay true: all are put in one transaction or none; it may be sent twice.

use std::collections::BTreeSet;

use etcd_client::{Compare, CompareOp, PutOptions, Txn, TxnOp, TxnResponse};

use super::each_read;
use crate::event::{LeaseId, Text};

/// Keys, each with its value: at least one, none of them twice.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pairs(Vec<(Vec<u8>, Vec<u8>)>);

/// No such pairs.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvalidPairs {
    /// There is no `=` in it.
    #[error("{0:?} has no =: expected KEY=VALUE")]
    NoValue(Text),
    /// Nothing stands before its `=`.
    #[error("{0:?} has no key: expected KEY=VALUE")]
    NoKey(Text),
    /// A key is given more than once.
    #[error("key {0} is given twice")]
    Twice(Text),
    /// There are none.
    #[error("there is no key to put")]
    None,
}

impl Pairs {
    /// From texts `KEY=VALUE`, each divided at its first `=`.
    pub fn parse(given: impl IntoIterator<Item = Vec<u8>>) -> Result<Self, InvalidPairs> {
        let pairs = given.into_iter().map(divide).collect::<Result<Vec<_>, _>>()?;
        let mut seen = BTreeSet::new();
        if let Some((twice, _)) = pairs.iter().find(|(key, _)| !seen.insert(key)) {
            return Err(InvalidPairs::Twice(Text::from(twice.clone())));
        }
        if pairs.is_empty() { Err(InvalidPairs::None) } else { Ok(Self(pairs)) }
    }

    /// How many they are.
    pub(in crate::pattern) fn count(&self) -> usize {
        self.0.len()
    }

    /// The keys, in the order in which they were given; never none.
    pub(in crate::pattern) fn keys(&self) -> impl Iterator<Item = &Vec<u8>> {
        self.0.iter().map(|(key, _)| key)
    }

    /// Puts all of them on the lease: whatever is there when they are to `replace` it, else only if none of the keys
    /// exists. Where one does, reads whose they are.
    pub(in crate::pattern) fn put(&self, lease: LeaseId, replace: bool) -> Txn {
        let put = |(key, value): &(Vec<u8>, Vec<u8>)| {
            TxnOp::put(key.clone(), value.clone(), Some(PutOptions::new().with_lease(lease.0)))
        };
        let puts: Vec<_> = self.0.iter().map(put).collect();
        if replace {
            return Txn::new().and_then(puts);
        }
        let absent = |key: &Vec<u8>| Compare::create_revision(key.clone(), CompareOp::Equal, 0);
        // With its value: etcd 3.7 answers a read of keys alone without their leases.
        let read = |key: &Vec<u8>| TxnOp::get(key.clone(), None);
        let (absent, reads): (Vec<_>, Vec<_>) = self.keys().map(|key| (absent(key), read(key))).unzip();
        Txn::new().when(absent).and_then(puts).or_else(reads)
    }

    /// A key that was there before, from the answer to [`Pairs::put`]. Keys on our own lease are those of an earlier
    /// attempt, whose answer was lost: nobody else knows of the lease.
    pub(in crate::pattern) fn conflict(answer: &TxnResponse, lease: LeaseId) -> Option<Text> {
        if answer.succeeded() {
            return None;
        }
        each_read(answer).flatten().find(|kv| kv.lease() != lease.0).map(|kv| Text::from(kv.key()))
    }
}

fn divide(mut text: Vec<u8>) -> Result<(Vec<u8>, Vec<u8>), InvalidPairs> {
    match text.iter().position(|&byte| byte == b'=') {
        None => Err(InvalidPairs::NoValue(Text::from(text))),
        Some(0) => Err(InvalidPairs::NoKey(Text::from(text))),
        Some(at) => {
            let value = text.split_off(at + 1);
            text.pop();
            Ok((text, value))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn pairs_have_a_key_and_none_of_them_twice() {
        let parse = |given: &[&str]| Pairs::parse(given.iter().map(|text| text.as_bytes().to_vec()));
        let pairs = parse(&["/a=", "/b=x=y", "/c\n=\0"]).expect("they are good");
        let expected = [("/a", ""), ("/b", "x=y"), ("/c\n", "\0")];
        assert_eq!(pairs.0, expected.map(|(key, value)| (key.as_bytes().to_vec(), value.as_bytes().to_vec())));
        assert_eq!(parse(&[]), Err(InvalidPairs::None));
        assert_eq!(parse(&["/a"]), Err(InvalidPairs::NoValue(Text::from(&b"/a"[..]))));
        assert_eq!(parse(&["=x"]), Err(InvalidPairs::NoKey(Text::from(&b"=x"[..]))));
        assert_eq!(parse(&["/a=1", "/b=1", "/a=2"]), Err(InvalidPairs::Twice(Text::from(&b"/a"[..]))));
    }

    proptest! {
        #[test]
        fn any_bytes_are_divided_at_the_first_equals_sign(given in prop::collection::vec(any::<u8>(), 0..20)) {
            if let Ok((key, value)) = divide(given.clone()) {
                prop_assert!(!key.is_empty() && !key.contains(&b'='));
                prop_assert_eq!([key, value].join(&b'='), given);
            }
        }
    }
}
