//! Names of services and instances, and the keys that they have.
//!
//! ```text
//! ROOT/SERVICE/ID        SERVICE may have several parts: ROOT/shop/web/web-1
//! ```
//!
//! What must stay true: the last part of a key is the instance's id, and all between it and the root is the service's name;
//! so no instance of `foo` is one of `foo_other` or `foo/bar`.

use std::fmt;
use std::str::FromStr;

use crate::pattern::keys::Range;

/// The prefix under which a registry lies, without the last slash: `/services`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Root(String);

/// A service's name: one part or several, divided by slashes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Service(String);

/// An instance's id: one part.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(String);

/// What can't be a name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvalidName {
    /// A root that is empty.
    #[error("a root must not be empty")]
    EmptyRoot,
    /// A part is empty.
    #[error("{0:?} has an empty part: no / at its begin or end, and no two of them together")]
    EmptyPart(String),
    /// A part that means something else in paths.
    #[error("{0:?} has a part that is . or ..")]
    Dots(String),
    /// A character that can't be seen.
    #[error("{0:?} has a control character")]
    Control(String),
    /// An id with a slash.
    #[error("an id must not have a / in it: {0:?}")]
    Slash(String),
}

fn check(text: &str) -> Result<(), InvalidName> {
    let mut parts = text.split('/');
    if parts.clone().any(str::is_empty) {
        Err(InvalidName::EmptyPart(text.to_owned()))
    } else if parts.any(|part| part == "." || part == "..") {
        Err(InvalidName::Dots(text.to_owned()))
    } else if text.chars().any(char::is_control) {
        Err(InvalidName::Control(text.to_owned()))
    } else {
        Ok(())
    }
}

impl FromStr for Root {
    type Err = InvalidName;

    fn from_str(text: &str) -> Result<Self, InvalidName> {
        let text = text.strip_suffix('/').unwrap_or(text);
        if text.is_empty() {
            return Err(InvalidName::EmptyRoot);
        }
        check(text.strip_prefix('/').unwrap_or(text))?;
        Ok(Self(text.to_owned()))
    }
}

impl FromStr for Service {
    type Err = InvalidName;

    fn from_str(text: &str) -> Result<Self, InvalidName> {
        check(text)?;
        Ok(Self(text.to_owned()))
    }
}

impl FromStr for Id {
    type Err = InvalidName;

    fn from_str(text: &str) -> Result<Self, InvalidName> {
        if text.contains('/') {
            return Err(InvalidName::Slash(text.to_owned()));
        }
        check(text)?;
        Ok(Self(text.to_owned()))
    }
}

impl Root {
    /// The key of an instance.
    pub fn key(&self, service: &Service, id: &Id) -> Vec<u8> {
        format!("{self}/{service}/{id}").into()
    }

    /// What the keys of a service's instances begin with, and those of the services below it.
    pub fn prefix(&self, service: &Service) -> String {
        format!("{self}/{service}/")
    }

    /// All keys below the root.
    pub fn all(&self) -> Range {
        Range::prefix(format!("{self}/"))
    }

    /// All that may be an instance of a service.
    pub fn of(&self, service: &Service) -> Range {
        Range::prefix(self.prefix(service))
    }

    /// Whose key this is; nothing where it can't be an instance's.
    pub fn parse(&self, key: &[u8]) -> Option<(Service, Id)> {
        let rest = std::str::from_utf8(key).ok()?.strip_prefix(&format!("{self}/"))?;
        let (service, id) = rest.rsplit_once('/')?;
        Some((service.parse().ok()?, id.parse().ok()?))
    }
}

impl Service {
    /// The name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl Id {
    /// The id.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Root {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for Service {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Display for Id {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn the_last_part_of_a_key_is_the_id() {
        let root: Root = "/services".parse().expect("a root");
        let whose = |key: &str| root.parse(key.as_bytes()).map(|(service, id)| format!("{service} {id}"));
        assert_eq!(whose("/services/foo/1").as_deref(), Some("foo 1"));
        assert_eq!(whose("/services/foo/bar/1").as_deref(), Some("foo/bar 1"));
        assert_eq!(whose("/services/foo_other/1").as_deref(), Some("foo_other 1"));
        for key in
            ["/services/foo", "/services/foo/", "/services//1", "/servicesfoo/1", "/services/../1", "/services/a/\u{7}"]
        {
            assert_eq!(whose(key), None, "{key}");
        }
        assert_eq!(root.parse(b"/services/foo/\xff"), None);
    }

    #[test]
    fn what_is_no_name_is_refused() {
        for text in ["", "/", "/a", "a/", "a//b", "..", "a/../b", ".", "a\0b", "a\nb"] {
            assert!(text.parse::<Service>().is_err(), "{text:?}");
        }
        for text in ["", "a/b", ".", "..", "a\u{1b}"] {
            assert!(text.parse::<Id>().is_err(), "{text:?}");
        }
        for text in ["a b", "ä", "a:b", "a.b", "-"] {
            assert!(text.parse::<Service>().is_ok() && text.parse::<Id>().is_ok(), "{text:?}");
        }
        assert_eq!("/services/".parse::<Root>().map(|root| root.to_string()), Ok("/services".to_owned()));
        assert!("".parse::<Root>().is_err() && "/".parse::<Root>().is_err());
    }

    proptest! {
        /// A key says whose it is, and no two instances share one.
        #[test]
        fn a_key_is_one_instances(a in "[a-c/]{1,5}", b in "[a-c]{1,2}", c in "[a-c/]{1,5}", d in "[a-c]{1,2}") {
            let root: Root = "/s".parse().expect("a root");
            if let (Ok(a), Ok(b), Ok(c), Ok(d)) = (a.parse::<Service>(), b.parse::<Id>(), c.parse::<Service>(), d.parse::<Id>()) {
                prop_assert_eq!(root.parse(&root.key(&a, &b)), Some((a.clone(), b.clone())));
                prop_assert_eq!(root.key(&a, &b) == root.key(&c, &d), (&a, &b) == (&c, &d));
            }
        }
    }
}
