//! TOML 1.1.

mod depth;
mod read;
mod write;

pub(super) use read::read;
pub(super) use write::{check, write};

/// More levels than these are refused by its parser.
pub(super) const DEPTH: usize = 80;

/// What is wrong with a text, where that is read as something else than a document.
pub(crate) fn told(text: &str, error: &::toml::de::Error) -> super::ImportError {
    read::mistake(text, error).told(text)
}

/// Refuses a text that goes so deep that to make tables of it would overflow the stack.
///
/// # Errors
/// Where it does.
pub(crate) fn check_depth(text: &str) -> Result<(), super::ImportError> {
    depth::check(text).map_err(|mistake| mistake.told(text))
}
