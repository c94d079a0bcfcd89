//! Names in parts, as paths have them: `shop/web`, below a root.

use std::fmt;
use std::str::FromStr;

use super::Range;

/// A prefix under which keys lie, without the last slash: `/services`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Root(String);

/// What can't be a name.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvalidName {
    /// A root that is empty.
    #[error("a root must not be empty")]
    EmptyRoot,
    /// There is nothing.
    #[error("it must not be empty")]
    Empty,
    /// A part is empty.
    #[error("{0:?} has an empty part: no / at the start, none at the end, no // between")]
    EmptyPart(String),
    /// A part that means something else in paths.
    #[error("{0:?} has a part that is . or ..")]
    Dots(String),
    /// A character that can't be seen.
    #[error("{0:?} has a control character")]
    Control(String),
    /// A character that means something in a configuration, a shell or a URL.
    #[error("{0:?} has a character that is not allowed: letters, digits and - . _ : @ + ~ [ ] are")]
    Character(String),
    /// One part is meant.
    #[error("an id must not have a / in it: {0:?}")]
    Slash(String),
}

/// Checks a name of one part or several.
pub(in crate::pattern) fn check(text: &str) -> Result<(), InvalidName> {
    let mut parts = text.split('/');
    if text.is_empty() {
        Err(InvalidName::Empty)
    } else if parts.clone().any(str::is_empty) {
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

impl Root {
    /// The key with this name.
    pub fn key(&self, name: &str) -> Vec<u8> {
        format!("{self}/{name}").into()
    }

    /// All keys below it.
    pub fn all(&self) -> Range {
        Range::prefix(format!("{self}/"))
    }

    /// The name of a key below it, if it can be one.
    pub fn name<'a>(&self, key: &'a [u8]) -> Option<&'a str> {
        let name = std::str::from_utf8(key).ok()?.strip_prefix(self.0.as_str())?.strip_prefix('/')?;
        check(name).is_ok().then_some(name)
    }
}

impl fmt::Display for Root {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
