//! JSON, read with all its digits. serde_json checks the grammar and cuts the text up; each value is a slice of it.

use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use super::document::Document;
use super::error::{Mistake, Wrong};
use super::node::{Map, Node, Value, quoted};
use super::tree::Tree;
use super::{DEPTH, number};
use crate::plain;

/// Reads a whole text.
pub(super) fn read(text: &str) -> Result<Node, Mistake> {
    let raw: &RawValue = serde_json::from_str(text).map_err(|error| mistake(text, 0, &error))?;
    Reader { text }.node(raw.get(), DEPTH)
}

/// A document as nested objects.
pub(super) fn write(document: &Document) -> String {
    let mut out = String::new();
    write_tree(&Tree::new(document), 0, &mut out);
    out + "\n"
}

fn write_tree(tree: &Tree, level: usize, out: &mut String) {
    let branches = match tree {
        Tree::Leaf(value) => return *out += &value.wire(),
        Tree::Branch(branches) if branches.is_empty() => return *out += "{}",
        Tree::Branch(branches) => branches,
    };
    for (index, (name, below)) in branches.iter().enumerate() {
        *out += if index == 0 { "{\n" } else { ",\n" };
        *out += &"  ".repeat(level + 1);
        *out += &quoted(name);
        *out += ": ";
        write_tree(below, level + 1, out);
    }
    *out += "\n";
    *out += &"  ".repeat(level);
    *out += "}";
}

struct Reader<'a> {
    text: &'a str,
}

impl<'a> Reader<'a> {
    /// A slice of the text that is a value, with at most so many levels in it.
    fn node(&self, slice: &'a str, levels: usize) -> Result<Node, Mistake> {
        let at = slice.as_ptr().addr() - self.text.as_ptr().addr();
        let below = || levels.checked_sub(1).ok_or_else(|| Mistake::new(at, Wrong::TooDeep(DEPTH)));
        let value = match slice.as_bytes().first() {
            Some(b'n') => Value::Null,
            Some(b't' | b'f') => Value::Bool(slice == "true"),
            Some(b'"') => Value::String(self.parse(slice, at)?),
            Some(b'[') => {
                let below = below()?;
                let items: Vec<&RawValue> = self.parse(slice, at)?;
                let items = items.into_iter().map(|item| self.node(item.get(), below));
                Value::List(items.collect::<Result<_, _>>()?)
            }
            Some(b'{') => Value::Map(self.map(slice, at, below()?)?),
            _ => number::json(slice).ok_or_else(|| Mistake::new(at, Wrong::Syntax("invalid number".to_owned())))?,
        };
        Ok(Node { at, value })
    }

    fn map(&self, slice: &'a str, at: usize, below: usize) -> Result<Map, Mistake> {
        let Members(members) = self.parse(slice, at)?;
        let mut map = Map::default();
        for (name, value) in members {
            let at = name.get().as_ptr().addr() - self.text.as_ptr().addr();
            let name: String = self.parse(name.get(), at)?;
            map.check(at, &name)?;
            let node = self.node(value.get(), below).map_err(|mistake| mistake.within(&name))?;
            map.add(at, name, node);
        }
        Ok(map)
    }

    fn parse<T: Deserialize<'a>>(&self, slice: &'a str, at: usize) -> Result<T, Mistake> {
        serde_json::from_str(slice).map_err(|error| mistake(self.text, at, &error))
    }
}

/// The members of an object, as they are spelled.
struct Members<'a>(Vec<(&'a RawValue, &'a RawValue)>);

impl<'de> Deserialize<'de> for Members<'de> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct Pairs;
        impl<'de> Visitor<'de> for Pairs {
            type Value = Members<'de>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Members<'de>, A::Error> {
                let mut pairs = Vec::new();
                while let Some(pair) = map.next_entry()? {
                    pairs.push(pair);
                }
                Ok(Members(pairs))
            }
        }
        deserializer.deserialize_map(Pairs)
    }
}

/// An error in the slice of the text that begins at `from`.
fn mistake(text: &str, from: usize, error: &serde_json::Error) -> Mistake {
    let lines = text[from..].split_inclusive('\n').take(error.line().saturating_sub(1));
    let line: usize = lines.map(str::len).sum();
    let message = error.to_string();
    let why = message.split_once(" at line ").map_or(message.as_str(), |(why, _)| why);
    let at = from + line + error.column().saturating_sub(1);
    let rest = text.get(at..).unwrap_or_default();
    if ["NaN", "Infinity", "-Infinity"].iter().any(|number| rest.starts_with(number)) {
        return Mistake::new(at, Wrong::NotFinite);
    }
    Mistake::new(at, Wrong::Syntax(plain::json_syntax(why).to_owned()))
}
