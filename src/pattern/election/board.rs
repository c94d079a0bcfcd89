//! Who stands in an election, as far as a watch has told: no I/O.
//!
//! What must stay true: all changes of one revision are taken in before anybody is said to lead; a key that was written
//! anew without its own lease never leads, and blocks those behind it.

use std::collections::BTreeMap;

use crate::event::{Change, Leading, LeaseId, Text};
use crate::pattern::queue::{Name, split_key};

/// Those who stand.
#[derive(Debug, Default)]
pub(super) struct Board(BTreeMap<Vec<u8>, Candidate>);

#[derive(Clone, Debug)]
struct Candidate {
    fence: i64,
    lease: Option<LeaseId>,
    stands: bool,
    value: Text,
}

impl Board {
    /// Takes in what has become of keys.
    pub(super) fn take_all(&mut self, name: &Name, changes: &[Change]) {
        for change in changes {
            self.take(name, change);
        }
    }

    fn take(&mut self, name: &Name, change: &Change) {
        let key = change.key.raw();
        if !name.owns(key) {
            return;
        }
        let Some(value) = &change.value else {
            self.0.remove(key);
            return;
        };
        let made_on = split_key(key).map(|(_, lease)| lease);
        let candidate = Candidate {
            fence: change.create_revision,
            lease: change.lease,
            stands: change.lease.is_some() && change.lease == made_on,
            value: value.clone(),
        };
        self.0.insert(key.to_vec(), candidate);
    }

    /// Forgets all of them.
    pub(super) fn clear(&mut self) {
        self.0.clear();
    }

    /// Who leads at `revision`.
    pub(super) fn leader(&self, name: &Name, revision: i64) -> Option<Leading> {
        let (key, first) = self.0.iter().min_by_key(|(_, one)| one.fence)?;
        first.stands.then(|| Leading {
            election: name.text(),
            leader: first.value.clone(),
            key: Text::from(key.clone()),
            lease: first.lease,
            fence: first.fence,
            revision,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn change(key: &str, value: Option<&str>, fence: i64, lease: i64) -> Change {
        Change {
            key: key.into(),
            value: value.map(Text::from),
            prev_value: None,
            mod_revision: fence,
            create_revision: fence,
            version: 1,
            lease: LeaseId::from_etcd(lease),
            initial: false,
            resync: false,
        }
    }

    #[test]
    fn the_first_that_stands_on_its_own_lease_leads() {
        let name = Name::new("/e").expect("a name");
        let mut board = Board::default();
        let leader = |board: &Board| board.leader(&name, 9).map(|leading| leading.leader.to_string());
        assert_eq!(leader(&board), None);
        board.take(&name, &change("/e/a", Some("one"), 5, 0xa));
        board.take(&name, &change("/e/b", Some("two"), 3, 0xb));
        // Of another election, and no candidate's key at all.
        board.take(&name, &change("/e/sub/c", Some("three"), 1, 0xc));
        board.take(&name, &change("/e/zzz", Some("four"), 1, 0xd));
        assert_eq!(leader(&board).as_deref(), Some("two"));
        board.take(&name, &change("/e/b", Some("TWO"), 3, 0xb));
        assert_eq!(leader(&board).as_deref(), Some("TWO"));
        board.take(&name, &change("/e/b", Some("TWO"), 3, 0));
        assert_eq!(leader(&board), None);
        board.take(&name, &change("/e/b", None, 0, 0));
        assert_eq!(leader(&board).as_deref(), Some("one"));
        board.clear();
        assert_eq!(leader(&board), None);
    }
}
