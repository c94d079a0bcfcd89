//! Keys as every pattern uses them: ranges of them, pages of a range, pairs that are put together, and deletions that hit
//! only what was made by whom is meant.
//!
//! - `range`: one key, or all from one up to another
//! - `page`: reading a range page by page
//! - `pairs`: keys and values that are put on a lease together
//! - `reads`: what a transaction has read
//! - `escape`: text as one part of a key
//! - `path`: names in parts, below a root
//! - `delete`: deleting a key, if it is still the one that is meant

mod delete;
mod escape;
mod page;
mod pairs;
mod path;
mod range;
mod reads;

pub(super) use delete::{clear, delete};
pub(super) use escape::{escaped, unescaped};
pub(super) use page::Pages;
pub use pairs::{InvalidPairs, Pairs};
pub(super) use path::check;
pub use path::{InvalidName, Root};
pub use range::{InvalidRange, Range};
pub(super) use reads::{each_read, reads};
