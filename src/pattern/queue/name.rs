//! Names of queues, and the keys that belong to them.

use std::fmt;

use crate::event::{LeaseId, Text};
use crate::value::shell_text;

/// The name of a queue, which is that of a lock or an election: any bytes but NUL, at least one.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Name(Vec<u8>);

/// Not a name, or not names that can be taken at once.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvalidName {
    /// No bytes.
    #[error("the name must not be empty")]
    Empty,
    /// A NUL byte: it could not be passed on in an environment.
    #[error("the name must not contain a NUL byte")]
    Nul,
    /// More names at once than a transaction of etcd's takes: two operations each, 128 by default.
    #[error("{0} locks at once: at most {MOST_NAMES} can be taken")]
    TooMany(usize),
    /// Several names are passed on as lines.
    #[error("a name among several must not contain a line break")]
    LineBreak,
}

/// The most queues that are entered at once.
const MOST_NAMES: usize = 63;

/// The queues that are entered at once: at least one, each once, in the order in which they were given.
#[derive(Clone, PartialEq, Eq)]
pub struct Names(Vec<Name>);

impl Name {
    /// Checks a name.
    pub fn new(name: impl Into<Vec<u8>>) -> Result<Self, InvalidName> {
        let name = name.into();
        match name.as_slice() {
            [] => Err(InvalidName::Empty),
            bytes if bytes.contains(&0) => Err(InvalidName::Nul),
            _ => Ok(Self(name)),
        }
    }

    /// The name's bytes.
    pub fn as_bytes(&self) -> &[u8] {
        &self.0
    }

    /// For events.
    pub fn text(&self) -> Text {
        Text::from(self.0.clone())
    }

    /// The name as a word of a command line, for a message.
    pub fn word(&self) -> String {
        shell_text(&self.0)
    }

    /// What all its contenders' keys begin with. So do those of queues below it.
    pub(in crate::pattern) fn prefix(&self) -> Vec<u8> {
        [&self.0[..], b"/"].concat()
    }

    /// The key of the contender with this lease.
    pub(in crate::pattern) fn key(&self, lease: LeaseId) -> Vec<u8> {
        [&self.0[..], format!("/{:x}", lease.0).as_bytes()].concat()
    }

    /// Whether a key is a contender of this queue, not of one below it, whatever lease it stands on.
    pub(in crate::pattern) fn owns(&self, key: &[u8]) -> bool {
        parts(key).is_some_and(|(name, _)| name == self.0)
    }
}

impl Names {
    /// Checks some names; those that are given again are left out.
    pub fn new(given: impl IntoIterator<Item = Name>) -> Result<Self, InvalidName> {
        let mut names: Vec<Name> = Vec::new();
        for name in given {
            if !names.contains(&name) {
                names.push(name);
            }
        }
        match names.len() {
            0 => Err(InvalidName::Empty),
            1 => Ok(Self(names)),
            2..=MOST_NAMES if names.iter().any(|name| name.0.contains(&b'\n')) => Err(InvalidName::LineBreak),
            2..=MOST_NAMES => Ok(Self(names)),
            many => Err(InvalidName::TooMany(many)),
        }
    }

    /// The first: what speaks for all where there is room for one.
    pub fn first(&self) -> &Name {
        &self.0[0]
    }

    /// All of them.
    pub fn iter(&self) -> impl Iterator<Item = &Name> {
        self.0.iter()
    }

    /// Whether there are several.
    pub fn are_several(&self) -> bool {
        self.0.len() > 1
    }

    /// All of them where there are several: for events and records.
    pub(in crate::pattern) fn texts_of_several(&self) -> Vec<Text> {
        if self.are_several() { self.iter().map(Name::text).collect() } else { Vec::new() }
    }

    /// The keys of the contender with this lease.
    pub(in crate::pattern) fn keys(&self, lease: LeaseId) -> Vec<Vec<u8>> {
        self.iter().map(|name| name.key(lease)).collect()
    }
}

impl From<Name> for Names {
    fn from(name: Name) -> Self {
        Self(vec![name])
    }
}

impl fmt::Display for Names {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.first())?;
        self.0[1..].iter().try_for_each(|name| write!(f, ", {name}"))
    }
}

impl fmt::Debug for Names {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(&self.0).finish()
    }
}

/// The queue in which `key` is a contender, and the lease that it was made on, as the key alone says: `NAME/<lease id in
/// hex>`.
pub(in crate::pattern) fn parts(key: &[u8]) -> Option<(&[u8], LeaseId)> {
    let slash = key.iter().rposition(|&byte| byte == b'/')?;
    let (name, hex) = (&key[..slash], &key[slash + 1..]);
    let id = i64::from_str_radix(std::str::from_utf8(hex).ok()?, 16).ok()?;
    (id != 0 && !name.is_empty() && hex == format!("{id:x}").as_bytes()).then_some((name, LeaseId(id)))
}

/// The same, with a name that can be one.
pub(in crate::pattern) fn split_key(key: &[u8]) -> Option<(Name, LeaseId)> {
    let (name, lease) = parts(key)?;
    Some((Name::new(name).ok()?, lease))
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.text(), f)
    }
}

impl fmt::Debug for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.text(), f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_not_empty_and_has_no_nul() {
        assert_eq!(Name::new(""), Err(InvalidName::Empty));
        assert_eq!(Name::new("a\0b"), Err(InvalidName::Nul));
        assert!(Name::new(&b"\xff"[..]).is_ok());
    }

    #[test]
    fn several_names_are_each_taken_once_and_at_most_63() {
        let name = |text: &str| Name::new(text).expect("a name");
        let names = Names::new(["b", "a", "b"].map(name)).expect("names");
        assert_eq!(names.to_string(), "b, a");
        assert_eq!(Names::new((0..64).map(|n| name(&n.to_string()))), Err(InvalidName::TooMany(64)));
        assert!(Names::new((0..63).map(|n| name(&n.to_string()))).is_ok());
        assert_eq!(Names::new(["a", "b\n"].map(name)), Err(InvalidName::LineBreak));
        assert!(Names::new([name("b\n")]).is_ok());
    }

    #[test]
    fn keys_of_queues_below_a_name_are_not_its_contenders() {
        let name = Name::new("/locks").expect("a name");
        let lease = LeaseId(0x1234_5678_9abc_def0);
        assert!(name.owns(b"/locks/123456789abcdef0"));
        assert!(!name.owns(b"/locks/x/123456789abcdef0"));
        assert!(!name.owns(b"/locks/0"));
        assert_eq!(parts(&name.key(lease)), Some((&b"/locks"[..], lease)));
        assert_eq!(split_key(&name.key(lease)), Some((name, lease)));
        for other in ["", "/", "/locks", "/locks/0", "/locks/-1", "/locks/+1", "/locks/0x1", "/locks/AB", "locks", "/1"]
        {
            assert_eq!(split_key(other.as_bytes()), None, "{other}");
        }
    }
}
