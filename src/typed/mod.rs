//! Configuration as typed values, and documents of many values in four formats.
//!
//! - `value`: [`Typed`], one value: JSON on the wire, text for a shell
//! - `kind`: what a value is ([`Kind`]), and what it is asked to be ([`Type`])
//! - `number`, `quantity`: the spelling of numbers, and of durations and sizes
//! - `path`: [`KeyPath`], the name of a value in a document
//! - `document`: [`Format`], which reads and writes a [`Document`]: a flat map of paths to values
//! - `json`, `yaml`, `toml`, `env`: the four formats
//! - `node`: what JSON, YAML and TOML are read into
//! - `tree`: paths put together again, as the formats that nest have them
//! - `error`: what can go wrong, and where
//!
//! What must stay true: a number keeps its digits, whatever it goes through, so none is ever an `f64`; the text that
//! [`Format::export`] makes is read back by [`Format::import`] to the very same map, or there is no text but an error with
//! the key that the format can't hold; no input, however deep or broken, makes a reader panic or overflow its stack; an
//! error tells names and places, but never a value, which may be a secret.
//!
//! # Documents
//!
//! A path is the names of nested objects, joined by `/`. An array is one value, with all that is in it. So an object that
//! is itself one value (`{"a":1}` at `x`) can only be written as env: elsewhere it would be read back as the key `x/a`. An
//! object without keys is nothing: it has no value. An object below `features/` that has `enabled` in it is a flag: one value.
//!
//! In an array, null is a part of the value. Elsewhere it is refused: it is not a value, and an empty text is another one.
//!
//! | format | what is special |
//! |---|---|
//! | JSON | keys that are there twice are refused |
//! | YAML | 1.2, core schema; no anchors, aliases, tags, merge keys, directives and second documents |
//! | TOML | 1.1; no dates and times; integers of 64 bits; 80 levels instead of 100 |
//! | env | see below |
//!
//! # Env
//!
//! A line for each value, `NAME=VALUE`. The name is the path in upper case, with `__` for `/`: `database/max_size` is
//! `DATABASE__MAX_SIZE`. Reading turns that round, whatever the case of the name. So each part of a path has to be of
//! lower-case letters, digits and single `_`, which are not at its ends, and the path has to begin with a letter. Others,
//! such as `max-size`, are refused by name: they would be read back as another key.
//!
//! A value is written so that a shell and systemd's `EnvironmentFile=` read the same: as it is where no quotes are needed,
//! or in single quotes, or, where it has a single quote in it, in double quotes. A variable has no type. So reading finds
//! it: JSON's numbers, `true` and `false`, arrays and objects are what they look like, with quotes and without, and all
//! else is a string. A string that looks like one of these is refused by name, and so is one with a NUL in it.

mod document;
mod env;
mod error;
mod json;
mod kind;
mod node;
mod number;
mod path;
mod quantity;
#[cfg(test)]
mod tests;
mod toml;
mod tree;
mod value;
mod yaml;

pub use document::{Document, Format};
pub use error::{ExportError, ImportError, InvalidTyped, Unfit, Wrong};
pub use kind::{Kind, Type, Unknown};
pub(crate) use node::Value;
pub use path::{InvalidPath, KeyPath};
pub(crate) use toml::{check_depth as check_toml_depth, told as told_of_toml};
pub use value::Typed;

/// More levels than these are refused, in a value and in a document.
const DEPTH: usize = 100;
