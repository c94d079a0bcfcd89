//! Who leads an election that is mirrored: no I/O.
//!
//! What must stay true: a key that was written anew without its own lease never leads, and blocks those behind it.

use crate::event::{Leading, Text};
use crate::pattern::mirror::Entries;
use crate::pattern::queue::{Name, split_key};

/// Who leads at `revision`.
pub(super) fn leader(name: &Name, entries: &Entries, revision: i64) -> Option<Leading> {
    let candidates = entries.iter().filter(|(key, _)| name.owns(key));
    let (key, first) = candidates.min_by_key(|(_, entry)| entry.create_revision)?;
    let made_on = split_key(key).map(|(_, lease)| lease);
    (first.lease.is_some() && first.lease == made_on).then(|| Leading {
        election: name.text(),
        leader: first.value.clone(),
        key: Text::from(key.clone()),
        lease: first.lease,
        fence: first.create_revision,
        revision,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::event::LeaseId;
    use crate::pattern::mirror::Entry;

    #[test]
    fn the_first_that_stands_on_its_own_lease_leads() {
        let name = Name::new("/e").expect("a name");
        let leader = |entries: &Entries| leader(&name, entries, 9).map(|leading| leading.leader.to_string());
        let entry = |value: &str, fence, lease| Entry {
            value: value.into(),
            create_revision: fence,
            mod_revision: fence,
            lease: LeaseId::from_etcd(lease),
        };
        let mut entries = Entries::new();
        assert_eq!(leader(&entries), None);
        entries.insert(b"/e/a".to_vec(), entry("one", 5, 0xa));
        entries.insert(b"/e/b".to_vec(), entry("two", 3, 0xb));
        // Of another election, and no candidate's key at all.
        entries.insert(b"/e/sub/c".to_vec(), entry("three", 1, 0xc));
        entries.insert(b"/e/zzz".to_vec(), entry("four", 1, 0xd));
        assert_eq!(leader(&entries).as_deref(), Some("two"));
        entries.insert(b"/e/b".to_vec(), entry("TWO", 3, 0xb));
        assert_eq!(leader(&entries).as_deref(), Some("TWO"));
        entries.insert(b"/e/b".to_vec(), entry("TWO", 3, 0));
        assert_eq!(leader(&entries), None);
        entries.remove(&b"/e/b"[..]);
        assert_eq!(leader(&entries).as_deref(), Some("one"));
    }
}
