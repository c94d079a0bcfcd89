//! TOML, from the tables of its parser, which keep the text of numbers.

use toml::Spanned;
use toml::de::{DeFloat, DeInteger, DeTable, DeValue, Error};

use super::{DEPTH, depth};
use crate::plain;
use crate::typed::error::{Mistake, Wrong};
use crate::typed::node::{Map, Node, Value};
use crate::typed::number;

/// Reads a whole text.
pub(in crate::typed) fn read(text: &str) -> Result<Node, Mistake> {
    depth::check(text)?;
    let table = DeTable::parse(text).map_err(|error| mistake(text, &error))?;
    Ok(Node { at: 0, value: map(table.into_inner(), DEPTH)? })
}

/// The values of a table, with at most so many levels in it. The parser gives them in the order of their names; they are
/// brought in the order of the text, which a table in an array keeps on the wire.
fn map(table: DeTable, levels: usize) -> Result<Value, Mistake> {
    let mut members: Vec<_> = table.into_iter().collect();
    members.sort_by_key(|(name, _)| name.span().start);
    let mut map = Map::default();
    for (name, value) in members {
        let (at, name) = (name.span().start, name.into_inner().into_owned());
        map.check(at, &name)?;
        let node = node(value, levels).map_err(|mistake| mistake.within(&name))?;
        map.add(at, name, node);
    }
    Ok(Value::Map(map))
}

fn node(value: Spanned<DeValue>, levels: usize) -> Result<Node, Mistake> {
    let at = value.span().start;
    let wrong = |why| Mistake::new(at, why);
    let below = || levels.checked_sub(1).ok_or_else(|| wrong(Wrong::TooDeep(DEPTH)));
    let value = match value.into_inner() {
        DeValue::String(text) => Value::String(text.into_owned()),
        DeValue::Boolean(value) => Value::Bool(value),
        DeValue::Integer(integer) => self::integer(&integer).map_err(wrong)?,
        DeValue::Float(float) => self::float(&float).map_err(wrong)?,
        DeValue::Datetime(_) => return Err(wrong(Wrong::Date)),
        DeValue::Array(items) => {
            let below = below()?;
            Value::List(items.into_iter().map(|item| node(item, below)).collect::<Result<_, _>>()?)
        }
        DeValue::Table(table) => map(table, below()?)?,
    };
    Ok(Node { at, value })
}

fn integer(integer: &DeInteger) -> Result<Value, Wrong> {
    let digits = integer.as_str();
    let number = i64::from_str_radix(digits, integer.radix()).map_err(|_| Wrong::TooLarge)?;
    // The sign of -0 is kept.
    Ok(Value::Int(if digits == "-0" { digits.to_owned() } else { number.to_string() }))
}

fn float(float: &DeFloat) -> Result<Value, Wrong> {
    let digits = float.as_str();
    let digits = digits.strip_prefix('+').unwrap_or(digits);
    if digits.parse::<f64>().is_ok_and(f64::is_infinite) && !digits.contains("inf") {
        return Err(Wrong::TooLarge);
    }
    number::json(digits).ok_or(Wrong::NotFinite)
}

/// What is wrong with a text.
pub(super) fn mistake(text: &str, error: &Error) -> Mistake {
    let span = error.span().unwrap_or(text.len()..text.len());
    match error.message() {
        "duplicate key" => {
            let name = text.get(span.clone()).unwrap_or_default();
            Mistake::new(span.start, Wrong::Duplicate).within(name.trim_matches(['"', '\'']))
        }
        message if message.contains("recursion") => Mistake::new(span.start, Wrong::TooDeep(DEPTH)),
        message => Mistake::new(span.start, Wrong::Syntax(plain::data(message))),
    }
}
