//! TOML 1.1.

mod depth;
mod read;
mod write;

pub(super) use read::read;
pub(super) use write::{check, write};

/// More levels than these are refused by its parser.
pub(super) const DEPTH: usize = 80;
