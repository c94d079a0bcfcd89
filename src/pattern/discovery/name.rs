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

use super::Registry;
use crate::pattern::keys::{InvalidName, Range, check};

/// A service's name: one part or several, divided by slashes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Service(String);

/// An instance's id: one part.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Id(String);

/// Names are written into configurations of proxies, by templates that quote nothing.
fn check_harmless(text: &str) -> Result<(), InvalidName> {
    check(text)?;
    let is_allowed = |c: char| c.is_alphanumeric() || "-._:@+~[]/".contains(c);
    if text.chars().all(is_allowed) { Ok(()) } else { Err(InvalidName::Character(text.to_owned())) }
}

impl FromStr for Service {
    type Err = InvalidName;

    fn from_str(text: &str) -> Result<Self, InvalidName> {
        check_harmless(text)?;
        Ok(Self(text.to_owned()))
    }
}

impl FromStr for Id {
    type Err = InvalidName;

    fn from_str(text: &str) -> Result<Self, InvalidName> {
        if text.contains('/') {
            return Err(InvalidName::Slash(text.to_owned()));
        }
        check_harmless(text)?;
        Ok(Self(text.to_owned()))
    }
}

impl Registry {
    /// The key of an instance.
    pub fn key(&self, service: &Service, id: &Id) -> Vec<u8> {
        self.root.key(&format!("{service}/{id}"))
    }

    /// What the keys of a service's instances begin with, and those of the services below it.
    pub fn prefix(&self, service: &Service) -> String {
        format!("{}/{service}/", self.root)
    }

    /// All that may be an instance of a service.
    pub fn of(&self, service: &Service) -> Range {
        Range::prefix(self.prefix(service))
    }

    /// Whose key this is; nothing where it can't be an instance's.
    pub fn parse(&self, key: &[u8]) -> Option<(Service, Id)> {
        let (service, id) = self.root.name(key)?.rsplit_once('/')?;
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
    use crate::pattern::keys::Root;
    use proptest::prelude::*;

    fn registry(root: &str) -> Registry {
        Registry { root: root.parse().expect("a root"), state_root: "/_etcdpat".to_owned() }
    }

    #[test]
    fn the_last_part_of_a_key_is_the_id() {
        let registry = registry("/services");
        let whose = |key: &str| registry.parse(key.as_bytes()).map(|(service, id)| format!("{service} {id}"));
        assert_eq!(whose("/services/foo/1").as_deref(), Some("foo 1"));
        assert_eq!(whose("/services/foo/bar/1").as_deref(), Some("foo/bar 1"));
        assert_eq!(whose("/services/foo_other/1").as_deref(), Some("foo_other 1"));
        for key in
            ["/services/foo", "/services/foo/", "/services//1", "/servicesfoo/1", "/services/../1", "/services/a/\u{7}"]
        {
            assert_eq!(whose(key), None, "{key}");
        }
        assert_eq!(registry.parse(b"/services/foo/\xff"), None);
    }

    #[test]
    fn what_is_no_name_is_refused() {
        for text in ["", "/", "/a", "a/", "a//b", "..", "a/../b", ".", "a\0b", "a\nb"] {
            assert!(text.parse::<Service>().is_err(), "{text:?}");
        }
        for text in ["", "a/b", ".", "..", "a\u{1b}", "a b", "a;b", "a#", "a'b", "{a}", "a\\b"] {
            assert!(text.parse::<Id>().is_err(), "{text:?}");
        }
        for text in ["ä", "a:b", "a.b", "-", "[::1]:80"] {
            assert!(text.parse::<Service>().is_ok() && text.parse::<Id>().is_ok(), "{text:?}");
        }
        assert_eq!("/services/".parse::<Root>().map(|root| root.to_string()), Ok("/services".to_owned()));
        assert!("".parse::<Root>().is_err() && "/".parse::<Root>().is_err());
    }

    proptest! {
        /// A key says whose it is, and no two instances share one.
        #[test]
        fn a_key_is_one_instances(a in "[a-c/]{1,5}", b in "[a-c]{1,2}", c in "[a-c/]{1,5}", d in "[a-c]{1,2}") {
            let registry = registry("/s");
            if let (Ok(a), Ok(b), Ok(c), Ok(d)) = (a.parse::<Service>(), b.parse::<Id>(), c.parse::<Service>(), d.parse::<Id>()) {
                prop_assert_eq!(registry.parse(&registry.key(&a, &b)), Some((a.clone(), b.clone())));
                prop_assert_eq!(registry.key(&a, &b) == registry.key(&c, &d), (&a, &b) == (&c, &d));
            }
        }
    }
}
