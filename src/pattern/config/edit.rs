//! Values edited as one document, while others may write: what was changed, and what becomes of it on top of what others
//! have changed.
//!
//! What must stay true: a value that was not touched is never written; one that was touched is written only if it is as it
//! was seen, and all of them together or none; what somebody else has changed is never overwritten unseen.

use std::collections::{BTreeMap, BTreeSet};

use etcd_client::{Compare, CompareOp, ResponseHeader, Txn, TxnOp};

use super::Error;
use super::limits;
use super::read::{Entry, list, no_import};
use super::store::{Path, Store};
use crate::client::Client;
use crate::pattern::keys::{self, Range};
use crate::typed::Typed;

/// The most values that are changed at once.
pub const MOST_CHANGES: usize = 100;
/// What they take at most together, in bytes, with room for the comparisons in a request.
const BYTES: usize = limits::LARGEST + (128 << 10);

/// What was seen: all values at and below a path, at one revision.
#[derive(Clone, Debug)]
pub struct Seen {
    /// Which are meant; all, where nothing is said.
    pub path: Option<Path>,
    /// The values, by their paths.
    pub entries: BTreeMap<Path, Entry>,
    /// The revision.
    pub revision: i64,
}

/// A value as it was, and as it is to be; nothing where it is not there.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit<V> {
    /// What it was.
    pub before: Option<V>,
    /// What it is to be.
    pub after: Option<V>,
}

/// The values that were changed, by their paths.
pub type Edits<V> = BTreeMap<Path, Edit<V>>;

/// A value that both have changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Conflict<V> {
    /// Its path.
    pub path: Path,
    /// What it was before both.
    pub was: Option<V>,
    /// What the others have made of it.
    pub theirs: Option<V>,
}

/// What becomes of an edit on top of what others have done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Merged<V> {
    /// All values: theirs, and on top of them those that were edited.
    pub values: BTreeMap<Path, V>,
    /// What the others have changed too, and otherwise.
    pub conflicts: Vec<Conflict<V>>,
}

/// What was changed.
pub fn edits<V: Clone + PartialEq>(base: &BTreeMap<Path, V>, edited: &BTreeMap<Path, V>) -> Edits<V> {
    let paths: BTreeSet<_> = base.keys().chain(edited.keys()).collect();
    let edit = |path: &Path| Edit { before: base.get(path).cloned(), after: edited.get(path).cloned() };
    let all = paths.into_iter().map(|path| (path.clone(), edit(path)));
    all.filter(|(_, edit)| edit.before != edit.after).collect()
}

/// What was changed from `base` to `edited`, on top of `theirs`. No value of the result is a folder of another one, if that
/// is so of what is given: what others have put where a folder or a value is to be now, gives way, and is a conflict.
pub fn merge<V: Clone + PartialEq>(
    base: &BTreeMap<Path, V>,
    edited: &BTreeMap<Path, V>,
    theirs: &BTreeMap<Path, V>,
) -> Merged<V> {
    let (mut values, mut disputed) = (theirs.clone(), BTreeSet::new());
    for (path, edit) in edits(base, edited) {
        let there = theirs.get(&path);
        if there != edit.before.as_ref() && there != edit.after.as_ref() {
            disputed.insert(path.clone());
        }
        match edit.after {
            None => drop(values.remove(&path)),
            Some(after) => {
                let in_the_way = |other: &&Path| {
                    other.parents().any(|parent| parent == path) || path.parents().any(|parent| parent == **other)
                };
                let gone: Vec<_> = values.keys().filter(in_the_way).cloned().collect();
                for other in gone {
                    values.remove(&other);
                    if theirs.get(&other) != base.get(&other) {
                        disputed.insert(other);
                    }
                }
                values.insert(path, after);
            }
        }
    }
    let conflict = |path: Path| {
        let (was, theirs) = (base.get(&path).cloned(), theirs.get(&path).cloned());
        Conflict { path, was, theirs }
    };
    Merged { values, conflicts: disputed.into_iter().map(conflict).collect() }
}

impl Seen {
    /// All values at and below a path, as they are; nothing of them while an import is under way.
    ///
    /// # Errors
    /// [`Error::Importing`], or a request failed.
    pub async fn read(client: &Client, store: &Store, path: Option<&Path>) -> Result<Self, Error> {
        let (entries, revision) = list(client, store, path).await?;
        no_import(client, store, revision).await?;
        let entries = entries.into_iter().map(|entry| (entry.path.clone(), entry)).collect();
        Ok(Self { path: path.cloned(), entries, revision })
    }

    /// The values alone.
    ///
    /// # Errors
    /// [`Error::NotTyped`].
    pub fn values(&self) -> Result<BTreeMap<Path, Typed>, Error> {
        self.entries.iter().map(|(path, entry)| Ok((path.clone(), entry.typed()?.clone()))).collect()
    }

    /// Whether it is one of the values that are meant.
    pub fn is_meant(&self, path: &Path) -> bool {
        self.path.as_ref().is_none_or(|own| path == own || path.parents().any(|parent| parent == *own))
    }

    fn below(&self, store: &Store) -> Range {
        self.path.as_ref().map_or_else(|| store.root.all(), |path| store.below(path))
    }
}

/// Writes what was edited, in one transaction: all of it, if each value is as it was seen. The revision of that; nothing
/// where one is not, or where others have put a value that could be in the way.
///
/// # Errors
/// [`Error::TooMany`], [`Error::Folder`], [`Error::Importing`]: nothing was changed. Or a request failed.
pub async fn write(client: &Client, store: &Store, seen: &Seen, edits: &Edits<Typed>) -> Result<Option<i64>, Error> {
    let size = |(path, edit): (&Path, &Edit<Typed>)| {
        2 * path.as_str().len() + edit.after.as_ref().map_or(0, |value| value.wire().len())
    };
    if edits.len() > MOST_CHANGES || edits.iter().map(size).sum::<usize>() > BYTES {
        return Err(Error::TooMany(edits.len()));
    }
    let parents: Vec<_> = seen.path.iter().flat_map(Path::parents).collect();
    let new = edits.iter().find(|(path, edit)| edit.after.is_some() && !seen.entries.contains_key(*path));
    let as_seen = edits.keys().map(|path| {
        let revision = seen.entries.get(path).map_or(0, |entry| entry.mod_revision);
        Compare::mod_revision(store.key(path), CompareOp::Equal, revision)
    });
    let mut unchanged: Vec<_> = [store.no_mark()].into_iter().chain(as_seen).collect();
    if new.is_some() {
        // A name may be a folder that others have made a value, or the other way round: nothing was created since.
        let below = seen.below(store);
        let none_new = |key| Compare::create_revision(key, CompareOp::Less, seen.revision + 1);
        unchanged.push(none_new(below.first().to_vec()).with_range(below.end()));
        unchanged.extend(seen.path.iter().map(|path| none_new(store.key(path))));
        unchanged.extend(parents.iter().map(|parent| Compare::version(store.key(parent), CompareOp::Equal, 0)));
    }
    let writes = edits.iter().map(|(path, edit)| match &edit.after {
        Some(value) => client.put(store.key(path), value.wire()),
        None => TxnOp::delete(store.key(path), None),
    });
    let reads = [store.mark()].into_iter().chain(parents.iter().map(|parent| store.key(parent)));
    let reads: Vec<_> = reads.map(|key| TxnOp::get(key, None)).collect();
    let write = Txn::new().when(unchanged).and_then(writes.collect::<Vec<_>>()).or_else(reads);
    // An attempt whose answer was lost could have written: the next one would find what it wrote itself.
    let answer = client.txn_at_most_once(write).await.map_err(store.failed("write what was edited"))?;
    if answer.succeeded() {
        return Ok(Some(answer.header().map_or(0, ResponseHeader::revision)));
    }
    let mut reads = keys::each_read(&answer);
    if let Some(mark) = reads.next().flatten() {
        return Err(store.importing(mark.value()));
    }
    let folder = reads.flatten().next().and_then(|kv| store.path(kv.key()));
    match (folder, new) {
        (Some(value), Some((below, _))) => Err(Error::Folder { value: value.to_string(), below: below.to_string() }),
        _ => Ok(None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    type Values = BTreeMap<Path, u8>;

    fn values(values: &[(&str, u8)]) -> Values {
        values.iter().map(|(path, value)| (path.parse().expect("a path"), *value)).collect()
    }

    fn merged(base: &[(&str, u8)], edited: &[(&str, u8)], theirs: &[(&str, u8)]) -> (Values, Vec<String>) {
        let Merged { values, conflicts } = merge(&values(base), &self::values(edited), &self::values(theirs));
        (values, conflicts.into_iter().map(|conflict| conflict.path.to_string()).collect())
    }

    #[test]
    fn what_only_one_side_has_changed_is_as_he_wants_it() {
        let base = [("a", 1), ("b", 1), ("c", 1), ("d", 1)];
        let (after, conflicts) =
            merged(&base, &[("a", 2), ("b", 1), ("c", 1), ("e", 9)], &[("a", 1), ("b", 3), ("d", 1)]);
        assert_eq!(after, values(&[("a", 2), ("b", 3), ("e", 9)]));
        assert!(conflicts.is_empty());
    }

    #[test]
    fn what_both_have_changed_is_a_conflict_unless_they_agree() {
        let base = [("a", 1), ("b", 1), ("c", 1), ("d", 1)];
        let (after, conflicts) = merged(&base, &[("a", 2), ("b", 2), ("d", 2)], &[("a", 3), ("b", 2), ("c", 4)]);
        assert_eq!(after, values(&[("a", 2), ("b", 2), ("d", 2)]));
        assert_eq!(conflicts, ["a", "c", "d"]);
    }

    #[test]
    fn a_folder_in_the_place_of_a_value_is_a_conflict_too() {
        assert_eq!(
            merged(&[], &[("a/b", 1)], &[("a", 2), ("x", 3)]),
            (values(&[("a/b", 1), ("x", 3)]), vec!["a".to_owned()])
        );
        assert_eq!(
            merged(&[], &[("a", 1)], &[("a/b", 2), ("ab", 3)]),
            (values(&[("a", 1), ("ab", 3)]), vec!["a/b".to_owned()])
        );
        assert_eq!(merged(&[("a", 1)], &[("a/b", 1)], &[("a", 1)]), (values(&[("a/b", 1)]), Vec::new()));
    }

    /// No value of it is a folder of another.
    fn is_sound(values: &Values) -> bool {
        values.keys().all(|path| path.parents().all(|parent| !values.contains_key(&parent)))
    }

    fn any_values() -> impl Strategy<Value = Values> {
        prop::collection::btree_map("[ab](/[ab]){0,2}", 0..3u8, 0..6).prop_map(|map| {
            let all: Values = map.into_iter().map(|(path, value)| (path.parse().expect("a path"), value)).collect();
            let keeps = |path: &Path| path.parents().all(|parent| !all.contains_key(&parent));
            all.iter().filter(|(path, _)| keeps(path)).map(|(path, value)| (path.clone(), *value)).collect()
        })
    }

    proptest! {
        /// What was touched is as it was edited; all else is theirs, or a conflict. Nothing of theirs is lost unsaid.
        #[test]
        fn nobody_s_change_is_lost(base in any_values(), edited in any_values(), theirs in any_values()) {
            let touched = edits(&base, &edited);
            let Merged { values, conflicts } = merge(&base, &edited, &theirs);
            prop_assert!(is_sound(&values));
            let disputed = |path: &Path| conflicts.iter().any(|conflict| conflict.path == *path);
            for (path, edit) in &touched {
                prop_assert_eq!(values.get(path), edit.after.as_ref());
            }
            for path in theirs.keys().chain(values.keys()).filter(|path| !touched.contains_key(*path)) {
                prop_assert!(values.get(path) == theirs.get(path) || disputed(path), "{}", path);
            }
            for (path, edit) in edits(&base, &theirs) {
                prop_assert!(values.get(&path) == edit.after.as_ref() || disputed(&path), "{}", path);
            }
            for Conflict { path, was, theirs: there } in &conflicts {
                prop_assert!(was != there && values.get(path) != there.as_ref());
                prop_assert_eq!((was.as_ref(), there.as_ref()), (base.get(path), theirs.get(path)));
            }
        }

        /// Where nobody else has changed anything, it is what was edited; where nothing was edited, it is theirs.
        #[test]
        fn one_alone_has_it_as_he_wants_it(base in any_values(), other in any_values()) {
            for (edited, theirs) in [(&other, &base), (&base, &other), (&other, &other)] {
                let Merged { values, conflicts } = merge(&base, edited, theirs);
                prop_assert_eq!((&values, conflicts.len()), (&other, 0));
            }
        }

        /// Without a conflict it does not matter who was first.
        #[test]
        fn two_who_agree_may_come_in_any_order(base in any_values(), one in any_values(), two in any_values()) {
            let (first, second) = (merge(&base, &one, &two), merge(&base, &two, &one));
            if first.conflicts.is_empty() && second.conflicts.is_empty() {
                prop_assert_eq!(first.values, second.values);
            }
        }
    }
}
