//! Values as the environment of a command: no I/O.
//!
//! What must stay true: every value is in it, once, under a name that no other value has; nothing that etcdpat says to its
//! commands can be said by a value; where that can't be, there is no environment, but the name of what is in the way.

use std::collections::BTreeMap;
use std::ffi::OsString;

use super::read::Entry;
use super::store::Path;
use crate::supervise::LONGEST_VARIABLE;
use crate::typed::Typed;

/// What etcdpat says to its commands begins with these.
const OURS: [&str; 2] = ["ETCDPAT_", "ETCDCTL_"];

/// Variables and what they are.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Environment(BTreeMap<String, String>);

/// Why values can't be an environment.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// Two values would be one variable.
    #[error("{one} and {other} would both be the variable {name}")]
    Collision {
        /// The variable.
        name: String,
        /// One value.
        one: Path,
        /// The other.
        other: Path,
    },
    /// It would be taken for a word of etcdpat's own.
    #[error("{path} would be the variable {name}, and those that begin with ETCDPAT_ or ETCDCTL_ are etcdpat's own")]
    Ours {
        /// The variable.
        name: String,
        /// The value.
        path: Path,
    },
    /// An environment can't hold it.
    #[error("{0} has a NUL in it, which an environment can't hold")]
    Nul(Path),
    /// The system does not take it.
    #[error("{0} is longer than a variable may be (128 KiB)")]
    TooLong(Path),
    /// It is no JSON.
    #[error("{path} is not typed: {why}")]
    NotTyped {
        /// The value.
        path: Path,
        /// Why not.
        why: String,
    },
}

/// The name of a value as a variable: upper case, and all but ASCII letters and digits are `_`.
fn name(prefix: &str, path: &Path) -> String {
    let shouted = path.as_str().chars().map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_uppercase() } else { '_' });
    prefix.chars().chain(shouted).collect()
}

impl Environment {
    /// The environment of these values; `prefix` stands before each name.
    ///
    /// # Errors
    /// [`Unfit`].
    pub fn of<'a>(values: impl IntoIterator<Item = (&'a Path, &'a Typed)>, prefix: &str) -> Result<Self, Unfit> {
        let mut variables: BTreeMap<String, (&Path, &Typed)> = BTreeMap::new();
        for (path, value) in values {
            let name = name(prefix, path);
            if OURS.iter().any(|ours| name.starts_with(ours)) {
                return Err(Unfit::Ours { name, path: path.clone() });
            }
            if value.text().contains('\0') {
                return Err(Unfit::Nul(path.clone()));
            }
            if name.len() + 1 + value.text().len() >= LONGEST_VARIABLE {
                return Err(Unfit::TooLong(path.clone()));
            }
            if let Some((one, _)) = variables.insert(name.clone(), (path, value)) {
                return Err(Unfit::Collision { name, one: one.clone(), other: path.clone() });
            }
        }
        let text = |(name, (_, value)): (String, (&Path, &Typed))| (name, value.text().to_owned());
        Ok(Self(variables.into_iter().map(text).collect()))
    }

    /// The variables, as a command gets them.
    pub fn variables(&self) -> Vec<(OsString, OsString)> {
        self.0.iter().map(|(name, value)| (name.into(), value.into())).collect()
    }

    /// The names of those that are not the same in `other`.
    pub fn differences<'a>(&'a self, other: &'a Self) -> impl Iterator<Item = &'a str> {
        let gone = other.0.keys().filter(|name| !self.0.contains_key(*name));
        let there = self.0.iter().filter(|(name, value)| other.0.get(*name) != Some(value));
        there.map(|(name, _)| name).chain(gone).map(String::as_str)
    }
}

/// The values of entries, all of which can be used.
///
/// # Errors
/// [`Unfit::NotTyped`].
pub(super) fn typed(entries: &BTreeMap<Path, Entry>) -> Result<BTreeMap<Path, Typed>, Unfit> {
    let typed = |(path, entry): (&Path, &Entry)| match &entry.value {
        Ok(value) => Ok((path.clone(), value.clone())),
        Err(why) => Err(Unfit::NotTyped { path: path.clone(), why: why.clone() }),
    };
    entries.iter().map(typed).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn of(values: &[(&str, &str)], prefix: &str) -> Result<Vec<(OsString, OsString)>, String> {
        let values: BTreeMap<Path, Typed> = values
            .iter()
            .map(|(path, value)| (path.parse().expect(path), Typed::read(value, None).expect(value)))
            .collect();
        Environment::of(&values, prefix).map(|made| made.variables()).map_err(|unfit| unfit.to_string())
    }

    #[test]
    fn names_are_shouted_and_values_are_as_a_shell_has_them() {
        let made = of(&[("database/host", "db.com"), ("a.b-c", "1.10"), ("größe", "true"), ("1/x", "")], "");
        let expected = [("1_X", ""), ("A_B_C", "1.10"), ("DATABASE_HOST", "db.com"), ("GR__E", "true")];
        assert_eq!(made, Ok(expected.map(|(name, value)| (name.into(), value.into())).into()));
        assert_eq!(of(&[("a", "1")], "app_"), Ok(vec![("app_A".into(), "1".into())]));
        assert_eq!(of(&[], ""), Ok(Vec::new()));
    }

    #[test]
    fn what_can_not_be_a_variable_is_named() {
        let collision = "a.b and a_b would both be the variable A_B";
        assert_eq!(of(&[("a.b", "1"), ("a_b", "1")], ""), Err(collision.to_owned()));
        let unfit = |values: &[(&str, &str)], prefix: &str| of(values, prefix).expect_err("unfit");
        assert!(unfit(&[("a/b", "1"), ("A/B", "1")], "").starts_with("A/B and a/b would both"));
        assert!(unfit(&[("etcdpat/fence", "1")], "").starts_with("etcdpat/fence would be the variable ETCDPAT_FENCE"));
        assert!(unfit(&[("user", "x")], "ETCDCTL_").starts_with("user would be the variable ETCDCTL_USER"));
        assert!(of(&[("etcdpat/fence", "1")], "APP_").is_ok());
        assert_eq!(unfit(&[("a", "x\0y")], ""), "a has a NUL in it, which an environment can't hold");
        let long = "x".repeat(LONGEST_VARIABLE - "A=".len());
        assert_eq!(unfit(&[("a", &long)], ""), "a is longer than a variable may be (128 KiB)");
        assert!(of(&[("a", &long[1..])], "").is_ok());
    }

    #[test]
    fn differences_are_by_name() {
        let made = |values: &[(&str, &str)]| {
            let variables = values.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
            Environment(variables.collect())
        };
        let (one, other) = (made(&[("A", "1"), ("B", "1"), ("C", "1")]), made(&[("A", "1"), ("B", "2"), ("D", "1")]));
        assert_eq!(one.differences(&other).collect::<Vec<_>>(), ["B", "C", "D"]);
        assert_eq!(one.differences(&one).count(), 0);
    }

    proptest! {
        #[test]
        fn a_name_is_letters_digits_and_underscores(path in "[^/\\x00-\\x1f\\x7f-\\x9f]{1,12}") {
            if let Ok(path) = path.parse() {
                let name = name("", &path);
                prop_assert!(name.chars().all(|c| c.is_ascii_uppercase() || c.is_ascii_digit() || c == '_'));
                prop_assert_eq!(name.chars().count(), path.as_str().chars().count());
            }
        }
    }
}
