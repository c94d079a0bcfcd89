//! All values as they were at one revision, for reading: by name, as the type that a program wants.
//!
//! What must stay true: a value that is not of the wanted type is an error, never a missing one.

use std::collections::HashMap;
use std::time::Duration;

use super::follow::Changed;
use super::read::Entry;
use super::store::Path;
use crate::typed::{InvalidTyped, Kind, Type, Typed};

/// All values as they were at one revision.
#[derive(Clone, Debug, Default)]
pub struct Values(HashMap<Path, Entry>);

/// A value is not what its reader wants.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{path} can't be read as {wanted}: {why}")]
pub struct WrongType {
    /// Its name.
    pub path: Path,
    /// What it is; nothing where it is not JSON.
    pub kind: Option<Kind>,
    /// What it was asked to be.
    pub wanted: Type,
    /// Why it is not.
    pub why: String,
}

/// The value as its reader wants it; nothing where there is none.
pub type Read<T> = Result<Option<T>, WrongType>;

impl Values {
    pub(super) fn new<'a>(entries: impl IntoIterator<Item = &'a Entry>) -> Self {
        Self(entries.into_iter().map(|entry| (entry.path.clone(), entry.clone())).collect())
    }

    /// A value with its revisions; nothing where there is none.
    pub fn entry(&self, path: &str) -> Option<&Entry> {
        self.0.get(path)
    }

    /// All of them, in no order.
    pub fn iter(&self) -> impl Iterator<Item = &Entry> {
        self.0.values()
    }

    /// A string.
    ///
    /// # Errors
    /// It is something else.
    pub fn string(&self, path: &str) -> Read<String> {
        self.read(path, Type::String, |typed| typed.as_str().map(str::to_owned))
    }

    /// An integer.
    ///
    /// # Errors
    /// It is something else, or needs more than 64 bits.
    pub fn int(&self, path: &str) -> Read<i64> {
        self.read(path, Type::Int, Typed::as_int)
    }

    /// A number.
    ///
    /// # Errors
    /// It is something else, or would be an infinity.
    pub fn float(&self, path: &str) -> Read<f64> {
        self.read(path, Type::Float, Typed::as_float)
    }

    /// True or false.
    ///
    /// # Errors
    /// It is something else.
    pub fn bool(&self, path: &str) -> Read<bool> {
        self.read(path, Type::Bool, Typed::as_bool)
    }

    /// A duration: a string like `1h 30m`.
    ///
    /// # Errors
    /// It is something else.
    pub fn duration(&self, path: &str) -> Read<Duration> {
        self.read(path, Type::Duration, Typed::as_duration)
    }

    /// A number of bytes: a string like `64KiB`.
    ///
    /// # Errors
    /// It is something else.
    pub fn bytes(&self, path: &str) -> Read<u64> {
        self.read(path, Type::Bytes, Typed::as_bytes)
    }

    /// An array; nothing for a null in it.
    ///
    /// # Errors
    /// It is something else.
    pub fn list(&self, path: &str) -> Read<Vec<Option<Typed>>> {
        self.read(path, Type::List, Typed::as_list)
    }

    /// Any value, as JSON text.
    ///
    /// # Errors
    /// What is stored is not JSON.
    pub fn json(&self, path: &str) -> Read<String> {
        self.read(path, Type::Json, |typed| Ok(typed.wire()))
    }

    fn read<T>(&self, path: &str, wanted: Type, take: impl FnOnce(&Typed) -> Result<T, InvalidTyped>) -> Read<T> {
        let Some(entry) = self.0.get(path) else { return Ok(None) };
        let typed = entry.value.as_ref();
        let wrong = |kind, why| WrongType { path: entry.path.clone(), kind, wanted, why };
        match typed.map(take) {
            Ok(Ok(value)) => Ok(Some(value)),
            Ok(Err(why)) => Err(wrong(typed.ok().map(Typed::kind), why.to_string())),
            Err(why) => Err(wrong(None, why.clone())),
        }
    }

    /// The values at and below `path` (all, where none is given) that are other ones than `before`, in the order of their
    /// names.
    pub(super) fn since(&self, before: &Self, path: Option<&Path>) -> Vec<Changed> {
        let is_meant = |entry: &&Entry| path.is_none_or(|path| entry.path.is_within(path));
        let gone = before.iter().filter(is_meant).filter(|entry| !self.0.contains_key(&entry.path));
        let gone = gone.map(|entry| Changed { before: Some(entry.clone()), after: None });
        let there = self.iter().filter(is_meant).filter_map(|entry| {
            let old = before.0.get(&entry.path);
            let is_other = old.is_none_or(|old| old.value != entry.value);
            is_other.then(|| Changed { before: old.cloned(), after: Some(entry.clone()) })
        });
        let mut changed: Vec<_> = gone.chain(there).collect();
        changed.sort_by(|one, other| one.path().cmp(&other.path()));
        changed
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn values(texts: &[(&str, &str)]) -> Values {
        let entry = |(path, wire): &(&str, &str)| Entry {
            path: path.parse().expect("a path"),
            value: Typed::from_wire(wire.as_bytes()).map_err(|why| why.to_string()),
            mod_revision: 1,
            create_revision: 1,
            version: 1,
        };
        Values::new(&texts.iter().map(entry).collect::<Vec<_>>())
    }

    #[test]
    fn a_value_is_read_as_its_type_or_refused_by_name() {
        let values = values(&[
            ("a/host", "\"db.com\""),
            ("a/port", "5432"),
            ("a/ratio", "1.5"),
            ("a/debug", "true"),
            ("a/wait", "\"1h 30m\""),
            ("a/size", "\"64KiB\""),
            ("a/hosts", r#"["x","y"]"#),
            ("a/raw", "no json"),
        ]);
        assert_eq!(values.string("a/host"), Ok(Some("db.com".to_owned())));
        assert_eq!((values.int("a/port"), values.float("a/port")), (Ok(Some(5432)), Ok(Some(5432.0))));
        assert_eq!((values.float("a/ratio"), values.bool("a/debug")), (Ok(Some(1.5)), Ok(Some(true))));
        assert_eq!(values.duration("a/wait"), Ok(Some(Duration::from_secs(5400))));
        assert_eq!(values.bytes("a/size"), Ok(Some(65_536)));
        assert_eq!(values.list("a/hosts").map(|list| list.map(|list| list.len())), Ok(Some(2)));
        assert_eq!(values.json("a/hosts"), Ok(Some(r#"["x","y"]"#.to_owned())));
        assert_eq!((values.int("a"), values.int("a/none")), (Ok(None), Ok(None)));
        let wrong = values.int("a/host").expect_err("a string");
        assert_eq!((wrong.kind, wrong.wanted), (Some(Kind::String), Type::Int));
        assert_eq!(wrong.to_string(), "a/host can't be read as int: this is of type string, not int");
        assert_eq!(values.duration("a/host").expect_err("no duration").kind, Some(Kind::String));
        assert_eq!(values.string("a/raw").expect_err("no JSON").kind, None);
    }

    #[test]
    fn changes_are_those_at_and_below_a_path_in_order() {
        let before = values(&[("a", "1"), ("b/c", "2"), ("b/d", "3"), ("bc", "4")]);
        let after = values(&[("a", "2"), ("b/c", "2"), ("b/e", "5"), ("b/a", "6"), ("bc", "5")]);
        let told = |path: Option<&str>| -> Vec<String> {
            let path = path.map(|path| path.parse().expect("a path"));
            let changed = after.since(&before, path.as_ref());
            changed.iter().filter_map(Changed::path).map(ToString::to_string).collect()
        };
        assert_eq!(told(None), ["a", "b/a", "b/d", "b/e", "bc"]);
        assert_eq!(told(Some("b")), ["b/a", "b/d", "b/e"]);
        assert_eq!(told(Some("b/c")), Vec::<String>::new());
        assert_eq!(told(Some("a")), ["a"]);
    }
}
