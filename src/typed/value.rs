//! One value of a configuration.

use std::time::Duration;

use super::error::{InvalidTyped, decoded};
use super::node::{Value, quoted};
use super::{Kind, Type, json, number, quantity};

/// One value of a configuration: JSON on the wire, in its compact form, with all digits of its numbers.
///
/// ```
/// # use etcdpat::typed::{Kind, Typed};
/// let size = Typed::read("1.10", None)?;
/// assert_eq!((size.kind(), size.wire().as_str()), (Kind::Float, "1.10"));
/// assert_eq!(Typed::read("007", None)?.wire(), r#""007""#);
/// assert_eq!(Typed::from_wire(br#"{ "a": [1e5, "\u0041"] }"#)?.wire(), r#"{"a":[1e5,"A"]}"#);
/// # Ok::<(), etcdpat::typed::InvalidTyped>(())
/// ```
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct Typed(Repr);

/// Numbers, and json, in the text of the wire.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
enum Repr {
    String(String),
    Int(String),
    Float(String),
    Bool(bool),
    Json(String),
}

impl Typed {
    /// What someone has typed, of this type.
    ///
    /// Without a type, only JSON's own numbers, `true` and `false` are what they look like; all else is a string: `007`,
    /// `null`, `yes`, `"x"` with its quotes, and nothing.
    ///
    /// # Errors
    /// [`InvalidTyped::Not`], or [`InvalidTyped::Json`] and [`InvalidTyped::Null`] for JSON.
    pub fn read(text: &str, wanted: Option<Type>) -> Result<Self, InvalidTyped> {
        let Some(wanted) = wanted else { return Ok(Self::guess(text)) };
        let not = || InvalidTyped::Not(wanted);
        let guessed = Self::guess(text);
        match (wanted, guessed.kind()) {
            (Type::String, _) => Ok(Self::string(text)),
            (Type::Int, Kind::Int) | (Type::Float, Kind::Int | Kind::Float) | (Type::Bool, Kind::Bool) => Ok(guessed),
            (Type::Int | Type::Float | Type::Bool, _) => Err(not()),
            (Type::Json, _) => Self::parse(text),
            (Type::Duration, _) => quantity::duration(text).map(|_| Self::string(text)).ok_or_else(not),
            (Type::Bytes, _) => quantity::bytes(text).map(|_| Self::string(text)).ok_or_else(not),
            (Type::List, _) => Self::list(text),
        }
    }

    /// What is stored.
    ///
    /// # Errors
    /// It is not JSON, or null, or has a name twice in an object, or too many levels.
    pub fn from_wire(bytes: &[u8]) -> Result<Self, InvalidTyped> {
        Self::parse(decoded(bytes)?)
    }

    /// What is to be stored.
    pub fn wire(&self) -> String {
        match &self.0 {
            Repr::String(text) => quoted(text),
            _ => self.text().to_owned(),
        }
    }

    /// What it is.
    pub fn kind(&self) -> Kind {
        match self.0 {
            Repr::String(_) => Kind::String,
            Repr::Int(_) => Kind::Int,
            Repr::Float(_) => Kind::Float,
            Repr::Bool(_) => Kind::Bool,
            Repr::Json(_) => Kind::Json,
        }
    }

    /// What a shell gets: a string as it is, without quotes, and all else as on the wire.
    pub fn text(&self) -> &str {
        match &self.0 {
            Repr::String(text) | Repr::Int(text) | Repr::Float(text) | Repr::Json(text) => text,
            Repr::Bool(true) => "true",
            Repr::Bool(false) => "false",
        }
    }

    /// Whether it is of this type, as its reader wants it. An int is a float too, and everything is JSON.
    ///
    /// # Errors
    /// [`InvalidTyped::Other`], or [`InvalidTyped::Not`] for a string that is no duration or size.
    pub fn check(&self, wanted: Type) -> Result<(), InvalidTyped> {
        let fits = match (wanted, self.kind()) {
            (Type::Duration, Kind::String) => return self.as_duration().map(drop),
            (Type::Bytes, Kind::String) => return self.as_bytes().map(drop),
            (Type::String | Type::Duration | Type::Bytes, kind) => kind == Kind::String,
            (Type::Int, kind) => kind == Kind::Int,
            (Type::Float, kind) => matches!(kind, Kind::Int | Kind::Float),
            (Type::Bool, kind) => kind == Kind::Bool,
            (Type::List, _) => self.is_array(),
            (Type::Json, _) => true,
        };
        if fits { Ok(()) } else { Err(self.other(wanted)) }
    }

    /// The string.
    ///
    /// # Errors
    /// [`InvalidTyped::Other`].
    pub fn as_str(&self) -> Result<&str, InvalidTyped> {
        match &self.0 {
            Repr::String(text) => Ok(text),
            _ => Err(self.other(Type::String)),
        }
    }

    /// The integer.
    ///
    /// # Errors
    /// [`InvalidTyped::Other`], or [`InvalidTyped::TooLarge`] for one that needs more than 64 bits.
    pub fn as_int(&self) -> Result<i64, InvalidTyped> {
        match &self.0 {
            Repr::Int(digits) => digits.parse().map_err(|_| InvalidTyped::TooLarge(Type::Int)),
            _ => Err(self.other(Type::Int)),
        }
    }

    /// The nearest float to the number; an int is one too.
    ///
    /// # Errors
    /// [`InvalidTyped::Other`], or [`InvalidTyped::TooLarge`] for one that would be an infinity.
    pub fn as_float(&self) -> Result<f64, InvalidTyped> {
        let (Repr::Int(digits) | Repr::Float(digits)) = &self.0 else { return Err(self.other(Type::Float)) };
        let float = digits.parse().ok().filter(|float: &f64| float.is_finite());
        float.ok_or(InvalidTyped::TooLarge(Type::Float))
    }

    /// The boolean.
    ///
    /// # Errors
    /// [`InvalidTyped::Other`].
    pub fn as_bool(&self) -> Result<bool, InvalidTyped> {
        match self.0 {
            Repr::Bool(value) => Ok(value),
            _ => Err(self.other(Type::Bool)),
        }
    }

    /// The duration.
    ///
    /// # Errors
    /// [`InvalidTyped::Other`], or [`InvalidTyped::Not`] for a string that is none.
    pub fn as_duration(&self) -> Result<Duration, InvalidTyped> {
        let Repr::String(text) = &self.0 else { return Err(self.other(Type::Duration)) };
        quantity::duration(text).ok_or(InvalidTyped::Not(Type::Duration))
    }

    /// The size, in bytes; a part of a byte is left out.
    ///
    /// # Errors
    /// [`InvalidTyped::Other`], or [`InvalidTyped::Not`] for a string that is none.
    pub fn as_bytes(&self) -> Result<u64, InvalidTyped> {
        let Repr::String(text) = &self.0 else { return Err(self.other(Type::Bytes)) };
        quantity::bytes(text).ok_or(InvalidTyped::Not(Type::Bytes))
    }

    /// The elements of the array; nothing for a null among them.
    ///
    /// # Errors
    /// [`InvalidTyped::Other`].
    pub fn as_list(&self) -> Result<Vec<Option<Self>>, InvalidTyped> {
        match self.value() {
            Value::List(nodes) => Ok(nodes.into_iter().map(|node| Self::new(node.value)).collect()),
            _ => Err(self.other(Type::List)),
        }
    }

    fn other(&self, wanted: Type) -> InvalidTyped {
        InvalidTyped::Other { kind: self.kind(), wanted }
    }

    /// This string.
    pub(super) fn string(text: impl Into<String>) -> Self {
        Self(Repr::String(text.into()))
    }

    /// A value of a document; nothing for null.
    pub(super) fn new(value: Value) -> Option<Self> {
        Some(Self(match value {
            Value::Null => return None,
            Value::Bool(value) => Repr::Bool(value),
            Value::Int(digits) => Repr::Int(digits),
            Value::Float(digits) => Repr::Float(digits),
            Value::String(text) => Repr::String(text),
            Value::List(_) | Value::Map(_) => Repr::Json(value.to_string()),
        }))
    }

    /// The same with its parts. Only an array and an object have some, and they have been read before.
    pub(crate) fn value(&self) -> Value {
        match &self.0 {
            Repr::String(text) => Value::String(text.clone()),
            Repr::Int(digits) => Value::Int(digits.clone()),
            Repr::Float(digits) => Value::Float(digits.clone()),
            Repr::Bool(value) => Value::Bool(*value),
            Repr::Json(text) => json::read(text).map_or(Value::Null, |node| node.value),
        }
    }

    fn is_array(&self) -> bool {
        matches!(&self.0, Repr::Json(text) if text.starts_with('['))
    }

    fn guess(text: &str) -> Self {
        match text {
            "true" => Self(Repr::Bool(true)),
            "false" => Self(Repr::Bool(false)),
            _ => number::json(text).and_then(Self::new).unwrap_or_else(|| Self::string(text)),
        }
    }

    fn parse(text: &str) -> Result<Self, InvalidTyped> {
        let node = json::read(text).map_err(|mistake| mistake.told(text))?;
        Self::new(node.value).ok_or(InvalidTyped::Null)
    }

    /// A JSON array, or strings with commas between them.
    fn list(text: &str) -> Result<Self, InvalidTyped> {
        if text.trim_start().starts_with('[') {
            return Self::parse(text);
        }
        let items: Vec<_> = if text.trim().is_empty() { Vec::new() } else { text.split(',').map(str::trim).collect() };
        if items.contains(&"") {
            return Err(InvalidTyped::Not(Type::List));
        }
        Ok(Self(Repr::Json(format!("[{}]", items.into_iter().map(quoted).collect::<Vec<_>>().join(",")))))
    }
}
