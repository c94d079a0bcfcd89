//! Names of locks, and the keys that belong to them.

use std::fmt;

use crate::event::{LeaseId, Text};

/// A lock's name: any bytes but NUL, at least one.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct LockName(Vec<u8>);

/// Not a lock's name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvalidName {
    /// No bytes.
    #[error("a lock's name must not be empty")]
    Empty,
    /// A NUL byte: it could not be passed on in an environment.
    #[error("a lock's name must not contain a NUL byte")]
    Nul,
}

impl LockName {
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
        Text(self.0.clone())
    }

    /// What all its contenders' keys begin with. So do those of locks below it.
    pub(super) fn prefix(&self) -> Vec<u8> {
        [&self.0[..], b"/"].concat()
    }

    /// The key of the contender with this lease.
    pub(super) fn key(&self, lease: LeaseId) -> Vec<u8> {
        [&self.0[..], format!("/{:x}", lease.0).as_bytes()].concat()
    }

    /// Whether a key on `lease` is a contender of this lock, not of one below it.
    pub(super) fn owns(&self, key: &[u8], lease: LeaseId) -> bool {
        lock_of(key, lease).is_some_and(|name| name == self.0)
    }
}

/// The lock or election in whose queue `key`, which stands on `lease`, is a contender: its last part is that lease.
pub(super) fn lock_of(key: &[u8], lease: LeaseId) -> Option<&[u8]> {
    let slash = key.iter().rposition(|&byte| byte == b'/')?;
    let (name, id) = (&key[..slash], &key[slash + 1..]);
    (lease.0 != 0 && !name.is_empty() && id == format!("{:x}", lease.0).as_bytes()).then_some(name)
}

impl fmt::Display for LockName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(&self.text(), f)
    }
}

impl fmt::Debug for LockName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.text(), f)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_not_empty_and_has_no_nul() {
        assert_eq!(LockName::new(""), Err(InvalidName::Empty));
        assert_eq!(LockName::new("a\0b"), Err(InvalidName::Nul));
        assert!(LockName::new(&b"\xff"[..]).is_ok());
    }

    #[test]
    fn keys_of_locks_below_a_name_are_not_its_contenders() {
        let name = LockName::new("/locks").expect("a name");
        let lease = LeaseId(0x1234_5678_9abc_def0);
        assert!(name.owns(b"/locks/123456789abcdef0", lease));
        assert!(!name.owns(b"/locks/x/123456789abcdef0", lease));
        assert!(!name.owns(b"/locks/123456789abcdef0", LeaseId(0x1234_5678_9abc_def1)));
        assert!(!name.owns(b"/locks/0", LeaseId(0)));
        assert_eq!(lock_of(&name.key(lease), lease), Some(&b"/locks"[..]));
    }
}
