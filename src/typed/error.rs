//! What can go wrong with values and documents. No error shows a value: it may be a secret.

use std::fmt;

use crate::value::Text;

use super::{Format, InvalidPath, KeyPath, Kind, Type};

/// Not a value, or not of the type that was asked for.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum InvalidTyped {
    /// The text does not look like its type.
    #[error("this is not of type {0}: expected {spelling}", spelling = .0.spelling())]
    Not(Type),
    /// The text is not JSON, or JSON that can't be a value.
    #[error("this is not JSON that can be stored: {why} (line {line}, column {column})")]
    Json {
        /// What is wrong.
        why: Wrong,
        /// Where, from 1.
        line: usize,
        /// Where, in characters from 1.
        column: usize,
    },
    /// JSON's null.
    #[error("null is not a value: delete the key instead")]
    Null,
    /// What is stored is of another type.
    #[error("this is of type {kind}, not {wanted}")]
    Other {
        /// What it is.
        kind: Kind,
        /// What was asked for.
        wanted: Type,
    },
    /// What is stored is of this type, but a program can't hold it.
    #[error("this is more than a program's {0} holds: 64 bits")]
    TooLarge(Type),
}

impl From<ImportError> for InvalidTyped {
    fn from(error: ImportError) -> Self {
        Self::Json { why: error.why, line: error.line, column: error.column }
    }
}

/// A document can't be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}, column {column}: {}{why}", Named(.key.as_deref()))]
pub struct ImportError {
    /// Where, from 1.
    pub line: usize,
    /// Where, in characters from 1.
    pub column: usize,
    /// The key, as far as it is known.
    pub key: Option<String>,
    /// What is wrong.
    pub why: Wrong,
}

/// What is wrong in a document, or in JSON.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Wrong {
    /// Not text.
    #[error("not UTF-8")]
    NotUtf8,
    /// It does not follow the grammar of its format.
    #[error("{0}")]
    Syntax(String),
    /// The document is something else than an object or a table.
    #[error("expected an object of keys and values")]
    NotAnObject,
    /// A key is there twice.
    #[error("this key is there twice")]
    Duplicate,
    /// The key is a value and has keys below it.
    #[error("{} is a value and can't also be a folder", Text::from(.0.as_str()))]
    Folder(String),
    /// It can't be a name in a path.
    #[error(transparent)]
    Name(#[from] InvalidPath),
    /// The name of a variable that no path has.
    #[error("this is not the name of a path: expected letters, digits and single _, with __ between the names in it")]
    Variable,
    /// Null, or nothing.
    #[error("null is not a value: give one, or remove the key")]
    Null,
    /// A NaN or an infinity.
    #[error("a number has to be finite")]
    NotFinite,
    /// A number that can't be converted to digits that JSON has.
    #[error("the number is too large")]
    TooLarge,
    /// `007`: seven for some, and octal for others.
    #[error("a number with leading zeros is read in different ways: put it in quotes, or take the zeros away")]
    LeadingZero,
    /// TOML's dates and times.
    #[error("dates and times have no type here: put it in quotes")]
    Date,
    /// A part of YAML that is refused.
    #[error("{0} can't be used here")]
    Refused(&'static str),
    /// A key of YAML that is not a string.
    #[error("a key has to be a string: put it in quotes")]
    KeyNotString,
    /// Too many levels.
    #[error("more than {0} levels")]
    TooDeep(usize),
}

/// A document can't be written in this format.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{format} can't hold {key}: {why}")]
pub struct ExportError {
    /// The key.
    pub key: KeyPath,
    /// The format.
    pub format: Format,
    /// Why it can't be held.
    pub why: Unfit,
}

/// Why a format can't hold a value.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unfit {
    /// There is a value at a path above it.
    #[error("{0} is a value and can't also be a folder")]
    Folder(KeyPath),
    /// Its keys would be read back as keys of the document.
    #[error("it is an object, and would be read back as keys below it")]
    Object,
    /// The object that it is in would be read back as a flag.
    #[error("an object with `enabled` in it would be read back as a flag")]
    PartOfFlag,
    /// TOML has no null.
    #[error("it has a null in it")]
    Null,
    /// TOML's integers have 64 bits.
    #[error("an integer in it needs more than 64 bits")]
    Integer,
    /// TOML's floats are of 64 bits, and this one would be an infinity.
    #[error("a float in it is too large for 64 bits")]
    Float,
    /// A variable's name can't be turned back into the path.
    #[error(
        "its names have to be of lower-case letters, digits and single _, not at their ends, and begin with a letter"
    )]
    Variable,
    /// A string that would be read back as something else.
    #[error("it is a string, and would be read back as {0}")]
    LooksLike(Kind),
    /// A variable has no NUL.
    #[error("it has a NUL in it")]
    Nul,
    /// A name that readers of YAML refuse.
    #[error("it has a name of more than {0} characters in it")]
    LongName(usize),
    /// Too many levels.
    #[error("it has more than {0} levels")]
    TooDeep(usize),
}

/// `KEY: `, where there is one.
struct Named<'a>(Option<&'a str>);

impl fmt::Display for Named<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.filter(|key| !key.is_empty()).map_or(Ok(()), |key| write!(f, "{}: ", Text::from(key)))
    }
}

/// Something wrong at an offset in the text.
#[derive(Debug)]
pub(super) struct Mistake {
    /// The offset, in bytes.
    at: usize,
    /// The names that lead there, the last one first.
    names: Vec<String>,
    why: Wrong,
}

impl Mistake {
    pub(super) fn new(at: usize, why: Wrong) -> Self {
        Self { at, names: Vec::new(), why }
    }

    /// The same, in what has this name.
    pub(super) fn within(mut self, name: &str) -> Self {
        self.names.push(name.to_owned());
        self
    }

    /// The same, unless it is before this offset, where that begins.
    pub(super) fn within_from(self, from: usize, name: &str) -> Self {
        if self.at < from { self } else { self.within(name) }
    }

    /// Told to who knows the text.
    pub(super) fn told(mut self, text: &str) -> ImportError {
        let (line, column) = place(text, self.at);
        self.names.reverse();
        let key = Some(self.names.join("/")).filter(|_| !self.names.is_empty());
        ImportError { line, column, key, why: self.why }
    }
}

/// The text that these bytes are.
pub(super) fn decoded(bytes: &[u8]) -> Result<&str, ImportError> {
    std::str::from_utf8(bytes).map_err(|error| {
        let valid = String::from_utf8_lossy(&bytes[..error.valid_up_to()]);
        Mistake::new(valid.len(), Wrong::NotUtf8).told(&valid)
    })
}

/// The line and the column, in characters, of an offset in bytes: both from 1.
fn place(text: &str, at: usize) -> (usize, usize) {
    let at = (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0);
    let before = &text[..at];
    let line = before.rsplit('\n').next().unwrap_or("");
    (before.matches('\n').count() + 1, line.chars().count() + 1)
}
