//! One key, or a range of keys.

use std::fmt;

use etcd_client::{DeleteOptions, GetOptions, WatchOptions};

use crate::event::Text;

/// All keys from NUL on, or all up to the last: etcd's way to say "no end" (etcd API, `range_end`).
const NUL: &[u8] = &[0];

/// One key, or all keys from one up to, not including, another.
#[derive(Clone, PartialEq, Eq)]
pub struct Range {
    key: Vec<u8>,
    /// Empty for one key, NUL for no end.
    end: Vec<u8>,
}

/// Not a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvalidRange {
    /// etcd has no empty key.
    #[error("a key must not be empty")]
    EmptyKey,
    /// Nothing lies in it.
    #[error("the end of the range does not come after its first key")]
    EmptyRange,
}

impl Range {
    /// One key.
    pub fn key(key: impl Into<Vec<u8>>) -> Result<Self, InvalidRange> {
        let key = key.into();
        if key.is_empty() { Err(InvalidRange::EmptyKey) } else { Ok(Self { key, end: Vec::new() }) }
    }

    /// All keys that begin with `prefix`; all keys when it is empty.
    pub fn prefix(prefix: impl Into<Vec<u8>>) -> Self {
        let prefix = prefix.into();
        let end = successor(&prefix);
        Self { key: if prefix.is_empty() { NUL.to_vec() } else { prefix }, end }
    }

    /// All keys from `key` on.
    pub fn from_key(key: impl Into<Vec<u8>>) -> Self {
        let key = key.into();
        Self { key: if key.is_empty() { NUL.to_vec() } else { key }, end: NUL.to_vec() }
    }

    /// All keys from `key` up to, not including, `end`.
    pub fn between(key: impl Into<Vec<u8>>, end: impl Into<Vec<u8>>) -> Result<Self, InvalidRange> {
        let (key, end) = (key.into(), end.into());
        match (key.as_slice(), end.as_slice()) {
            ([], _) => Err(InvalidRange::EmptyKey),
            (key, end) if end <= key => Err(InvalidRange::EmptyRange),
            _ => Ok(Self { key, end }),
        }
    }

    /// As somebody has written it down, whatever that is.
    pub(in crate::pattern) fn raw(key: Vec<u8>, end: Vec<u8>) -> Self {
        Self { key, end }
    }

    /// Its first key, as etcd takes it.
    pub fn first(&self) -> &[u8] {
        &self.key
    }

    /// Its end, as etcd takes it: empty for one key, NUL for none.
    pub fn end(&self) -> &[u8] {
        &self.end
    }

    /// The permission that reading it takes, as etcdctl's `role grant-permission` takes it.
    pub(in crate::pattern) fn permission(&self) -> String {
        format!("read {}", self.granted())
    }

    /// The range in such a permission.
    pub(in crate::pattern) fn granted(&self) -> String {
        let key = Text::from(self.key.clone());
        match self.end.as_slice() {
            [] => key.to_string(),
            _ if self.is_all() => "--prefix ''".to_owned(),
            [0] => format!("--from-key {key}"),
            _ if self.is_prefix() => format!("--prefix {key}"),
            end => format!("{key} {}", Text::from(end)),
        }
    }

    /// Whether a key lies in it.
    pub fn contains(&self, key: &[u8]) -> bool {
        match self.end.as_slice() {
            [] => key == self.key,
            NUL => *key >= *self.key,
            end => *key >= *self.key && key < end,
        }
    }

    pub(in crate::pattern) fn watched(&self, options: WatchOptions) -> WatchOptions {
        if self.end.is_empty() { options } else { options.with_range(self.end.clone()) }
    }

    pub(in crate::pattern) fn read(&self, options: GetOptions) -> GetOptions {
        if self.end.is_empty() { options } else { options.with_range(self.end.clone()) }
    }

    pub(in crate::pattern) fn deleted(&self, options: DeleteOptions) -> DeleteOptions {
        if self.end.is_empty() { options } else { options.with_range(self.end.clone()) }
    }

    fn is_all(&self) -> bool {
        self.key == NUL && self.end == NUL
    }

    fn is_prefix(&self) -> bool {
        self.end == successor(&self.key)
    }
}

/// The first key after all that begin with `prefix`; NUL when there is none.
fn successor(prefix: &[u8]) -> Vec<u8> {
    match prefix.iter().rposition(|&byte| byte < u8::MAX) {
        Some(last) => [&prefix[..last], &[prefix[last] + 1]].concat(),
        None => NUL.to_vec(),
    }
}

impl fmt::Display for Range {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let key = Text::from(self.key.clone());
        match self.end.as_slice() {
            [] => write!(f, "{key}"),
            _ if self.is_all() => f.write_str("all keys"),
            [0] => write!(f, "all keys from {key}"),
            _ if self.is_prefix() => write!(f, "prefix {key}"),
            end => write!(f, "{key} to {}", Text::from(end)),
        }
    }
}

impl fmt::Debug for Range {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_prefix_ends_before_its_successor_and_no_prefix_is_everything() {
        let end = |prefix: &[u8]| Range::prefix(prefix).end;
        assert_eq!(end(b"a/"), b"a0");
        assert_eq!(end(b"a\xff\xff"), b"b");
        assert_eq!(end(b"\xff"), NUL);
        assert_eq!((Range::prefix("").key.as_slice(), end(b"").as_slice()), (NUL, NUL));
    }

    #[test]
    fn empty_ranges_are_refused() {
        assert_eq!(Range::key(""), Err(InvalidRange::EmptyKey));
        assert_eq!(Range::between("", "b"), Err(InvalidRange::EmptyKey));
        for end in ["", "a", "b"] {
            assert_eq!(Range::between("b", end), Err(InvalidRange::EmptyRange), "{end}");
        }
        assert!(Range::between("b", "b\0").is_ok());
    }

    #[test]
    fn a_range_is_named_as_etcdctl_grants_it() {
        assert_eq!(Range::prefix("/a/").permission(), "read --prefix /a/");
        assert_eq!(Range::prefix("").permission(), "read --prefix ''");
        assert_eq!(Range::from_key("b").permission(), "read --from-key b");
        assert_eq!(Range::key("b").map(|range| range.permission()), Ok("read b".to_owned()));
        assert_eq!(Range::between("a", "c").map(|range| range.permission()), Ok("read a c".to_owned()));
    }
}
