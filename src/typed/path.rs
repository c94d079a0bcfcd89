//! The name of a value in a document.

use std::fmt;

use crate::value::Text;

/// The path of a value: names joined by `/`, like `database/host`.
///
/// No name is empty, `.` or `..`, and none has a control character in it. Shown, what drives a terminal is escaped.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct KeyPath(String);

/// Not a path, or not a part of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvalidPath {
    /// There is nothing, or nothing between two `/`.
    #[error("a name in a path can't be empty")]
    Empty,
    /// `.` or `..`.
    #[error("a name in a path can't be . or ..")]
    Dots,
    /// A control character.
    #[error("a name in a path can't have a control character in it")]
    Control,
    /// A single name with a `/` in it.
    #[error("a name in a document can't have / in it: it would be the path of another key")]
    Slash,
}

impl KeyPath {
    /// This text as a path.
    ///
    /// # Errors
    /// [`InvalidPath`].
    pub fn new(text: impl Into<String>) -> Result<Self, InvalidPath> {
        let text = text.into();
        text.split('/').try_for_each(check_name)?;
        Ok(Self(text))
    }

    /// The names in it, at least one.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.split('/')
    }

    /// The text of it.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The paths of the folders that it is in, the outermost first.
    pub(super) fn folders(&self) -> impl Iterator<Item = Self> {
        self.0.match_indices('/').map(|(at, _)| Self(self.0[..at].to_owned()))
    }

    /// The path of its folder, empty at the top, and its own name.
    pub(super) fn split(&self) -> (&str, &str) {
        self.0.rsplit_once('/').unwrap_or(("", &self.0))
    }
}

/// Whether this can be one name in a path.
pub(super) fn check_name(name: &str) -> Result<(), InvalidPath> {
    match name {
        "" => Err(InvalidPath::Empty),
        "." | ".." => Err(InvalidPath::Dots),
        _ if name.contains('/') => Err(InvalidPath::Slash),
        _ if name.contains(char::is_control) => Err(InvalidPath::Control),
        _ => Ok(()),
    }
}

impl fmt::Display for KeyPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Text::from(self.as_str()).fmt(f)
    }
}

impl fmt::Debug for KeyPath {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&Text::from(self.as_str()), f)
    }
}
