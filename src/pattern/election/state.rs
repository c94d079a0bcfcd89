//! Where an election's bookkeeping lies: under the state root, never under a name that others read.
//!
//! ```text
//! ROOT/elect/NAME/slot                    the slot of periodic work that was begun last, on no lease
//! ROOT/elect/NAME/node/ID                 who a node is, on its lease: whoever has it, has the id
//! ROOT/elect/NAME/request/FENCE/LEADER    what is asked of the candidate with this fence while LEADER (a fence, too)
//!                                         leads, on the lease of whoever asks
//! ROOT/elect/NAME/answer/LEADER           what that leader says to it, on its own lease
//! ```
//!
//! NAME and ID are escaped, so that each is one part of the key and no two elections share one.

use crate::pattern::keys::escaped;
use crate::pattern::queue::Name;

/// The keys of one election.
#[derive(Clone, Debug)]
pub(super) struct State {
    base: String,
}

impl State {
    pub(super) fn new(root: &str, name: &Name) -> Self {
        Self { base: format!("{root}/elect/{}", escaped(name.as_bytes())) }
    }

    /// The record of the node with this id.
    pub(super) fn node(&self, id: &[u8]) -> Vec<u8> {
        format!("{}/node/{}", self.base, escaped(id)).into()
    }

    /// What the records of all nodes begin with.
    pub(super) fn nodes(&self) -> Vec<u8> {
        format!("{}/node/", self.base).into()
    }

    /// What is asked of a candidate.
    pub(super) fn request(&self, Asked { candidate, leader }: Asked) -> Vec<u8> {
        format!("{}/request/{candidate}/{leader}", self.base).into()
    }

    /// What all requests to the candidate with this fence begin with.
    pub(super) fn requests(&self, candidate: i64) -> Vec<u8> {
        format!("{}/request/{candidate}/", self.base).into()
    }

    /// What the leader with this fence says.
    pub(super) fn answer(&self, fence: i64) -> Vec<u8> {
        format!("{}/answer/{fence}", self.base).into()
    }

    /// The slot of periodic work that was begun last.
    pub(super) fn slot(&self) -> Vec<u8> {
        format!("{}/slot", self.base).into()
    }

    /// The permission that this takes.
    pub(super) fn permission(&self) -> String {
        format!("readwrite --prefix {}/", self.base)
    }
}

/// The key under which an election's periodic work is recorded.
pub fn slot_key(state_root: &str, name: &Name) -> Vec<u8> {
    State::new(state_root, name).slot()
}

/// Of whom something is asked, and while who leads: their fences.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Asked {
    pub(super) candidate: i64,
    pub(super) leader: i64,
}

impl Asked {
    /// The leader itself.
    pub(super) fn leader(fence: i64) -> Self {
        Self { candidate: fence, leader: fence }
    }

    /// What a request's key ends in.
    pub(super) fn parse(key: &[u8]) -> Option<Self> {
        let mut parts = std::str::from_utf8(key).ok()?.rsplit('/');
        let (leader, candidate) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
        Some(Self { candidate, leader })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn keys_are_as_documented() {
        let state = State::new("/_etcdpat", &Name::new("/elections/db").expect("a name"));
        let text = |key: Vec<u8>| String::from_utf8(key).expect("text");
        assert_eq!(text(state.node(b"web 1")), "/_etcdpat/elect/%2Felections%2Fdb/node/web%201");
        let asked = Asked { candidate: 42, leader: 7 };
        assert_eq!(text(state.request(asked)), "/_etcdpat/elect/%2Felections%2Fdb/request/42/7");
        assert_eq!(Asked::parse(&state.request(asked)), Some(asked));
        assert_eq!(Asked::parse(b"/_etcdpat/elect/a/request/x/7"), None);
    }

    proptest! {
        /// No two elections, and no two ids, share a key.
        #[test]
        fn different_names_have_different_keys(
            a in prop::collection::vec(1u8.., 1..6), b in prop::collection::vec(1u8.., 1..6),
            c in prop::collection::vec(1u8.., 1..6), d in prop::collection::vec(1u8.., 1..6),
        ) {
            let key = |name: &[u8], id: &[u8]| State::new("/r", &Name::new(name).expect("a name")).node(id);
            prop_assert_eq!(key(&a, &b) == key(&c, &d), (&a, &b) == (&c, &d));
            prop_assert!(!key(&a, &b).contains(&0));
        }
    }
}
