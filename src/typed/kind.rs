//! What a value is, and what it is asked to be.

use std::fmt;
use std::str::FromStr;

/// What a value is on the wire.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A text.
    String,
    /// A number without a point and an exponent.
    Int,
    /// A number with one of them.
    Float,
    /// `true` or `false`.
    Bool,
    /// An array or an object.
    Json,
}

impl fmt::Display for Kind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::String => "string",
            Self::Int => "int",
            Self::Float => "float",
            Self::Bool => "bool",
            Self::Json => "json",
        })
    }
}

/// What a value is asked to be, by who writes or reads it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Type {
    /// Any text.
    String,
    /// JSON's integer: `30`, of any length.
    Int,
    /// JSON's number: `1.5`, `1e5`, and `30` too.
    Float,
    /// `true` or `false`.
    Bool,
    /// Any JSON but null.
    Json,
    /// A string like `30s` or `1h 30m`.
    Duration,
    /// A string like `64KiB` or `10MB`.
    Bytes,
    /// A JSON array.
    List,
}

/// Not the name of a type or a format.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("expected one of {0}")]
pub struct Unknown(pub(super) &'static str);

impl Type {
    /// All of them, in the order in which help shows them.
    pub const ALL: [Self; 8] =
        [Self::String, Self::Int, Self::Float, Self::Bool, Self::Json, Self::Duration, Self::Bytes, Self::List];

    /// Its name, as on a command line.
    pub fn name(self) -> &'static str {
        match self {
            Self::String => "string",
            Self::Int => "int",
            Self::Float => "float",
            Self::Bool => "bool",
            Self::Json => "json",
            Self::Duration => "duration",
            Self::Bytes => "bytes",
            Self::List => "list",
        }
    }

    /// What a text of this type looks like.
    pub(super) fn spelling(self) -> &'static str {
        match self {
            Self::String => "a text",
            Self::Int => "digits without leading zeros, like 30 or -5",
            Self::Float => "a number as in JSON, like 1.5, 1e5 or 30",
            Self::Bool => "true or false",
            Self::Json => "JSON",
            Self::Duration => "numbers with units, like 30s or 1h 30m",
            Self::Bytes => {
                "a number with a unit, like 64KiB or 10MB: B, kB, MB, GB, TB, PB, or KiB, MiB, GiB, TiB, PiB"
            }
            Self::List => "strings with commas between them, like a,b, or a JSON array",
        }
    }
}

impl fmt::Display for Type {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

impl FromStr for Type {
    type Err = Unknown;

    fn from_str(name: &str) -> Result<Self, Unknown> {
        let found = Self::ALL.into_iter().find(|it| it.name() == name);
        found.ok_or(Unknown("string, int, float, bool, json, duration, bytes, list"))
    }
}
