//! A lease's id.

use std::fmt;
use std::str::FromStr;

use serde::{Serialize, Serializer};

/// A lease id: 16 hex digits, as etcdctl prints it.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct LeaseId(pub i64);

/// Not a lease's id.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a lease id: expected 1 to 16 hex digits, at most 7fffffffffffffff")]
pub struct NotALeaseId(String);

impl LeaseId {
    /// A lease as etcd has it, where 0 is none.
    pub fn from_etcd(id: i64) -> Option<Self> {
        (id != 0).then_some(Self(id))
    }
}

impl FromStr for LeaseId {
    type Err = NotALeaseId;

    /// Up to 16 hex digits, as etcdctl prints them, with or without `0x`. 0 stands for no lease.
    fn from_str(text: &str) -> Result<Self, NotALeaseId> {
        let digits = text.strip_prefix("0x").or_else(|| text.strip_prefix("0X")).unwrap_or(text);
        let hex = (1..=16).contains(&digits.len()) && digits.bytes().all(|byte| byte.is_ascii_hexdigit());
        let id = hex.then(|| i64::from_str_radix(digits, 16).ok()).flatten();
        id.map(Self).ok_or_else(|| NotALeaseId(text.to_owned()))
    }
}

impl fmt::Display for LeaseId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl fmt::Debug for LeaseId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for LeaseId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
