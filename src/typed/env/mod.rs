//! Variables of the environment, one on each line, as a shell and systemd read them. The module above has the rules.

mod name;
mod read;
mod write;

pub(super) use read::read;
pub(super) use write::{check, write};

use super::node::Value;
use super::{Typed, json};

/// What a variable's text is read as: an array or an object, or what is guessed of a text without a type.
fn value(text: &str) -> Typed {
    let json = json::read(text).ok().map(|node| node.value);
    let json = json.filter(|value| matches!(value, Value::List(_) | Value::Map(_)));
    json.and_then(Typed::new).or_else(|| Typed::read(text, None).ok()).unwrap_or_else(|| Typed::string(text))
}
