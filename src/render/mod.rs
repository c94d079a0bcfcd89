//! Templates, and the files that are made of them, each replaced as a whole.
//!
//! - `template`: a text with gaps, in the language of Jinja
//! - `undefined`: what it has that nobody has given
//! - `rewritten`: the text as the engine gets it
//! - `value`: what fills them
//! - `output`: the file that is to have the text
//! - `staged`: the new file beside the old one, until it takes its place
//! - `leftovers`: new files of processes that died
//! - `mark`: the note that others are still to be told of it
//! - `error`: what can go wrong
//!
//! What must stay true: a reader of the file sees the old text or the new one, never a part, also after a loss of power;
//! a file that has the text already is not written; whatever fails leaves the old file as it is. Text that the template
//! takes from nowhere (an undefined name) is an error, never an empty gap.
//!
//! All of it blocks: a small file takes milliseconds, most of them for the disk.

mod error;
mod leftovers;
mod mark;
mod output;
mod rewritten;
mod staged;
mod target;
mod template;
#[cfg(test)]
mod tests;
mod undefined;
mod value;

pub use error::Error;
pub use mark::Mark;
pub use output::Output;
pub use staged::Staged;
pub use template::Template;
pub use value::{Value, number, object, serialized};
