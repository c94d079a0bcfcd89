//! TOML: a table for each folder, and arrays on one line.

use std::collections::BTreeMap;

use crate::typed::document::Document;
use crate::typed::error::Unfit;
use crate::typed::node::{Node, Value, quoted};

/// A document as tables.
pub(in crate::typed) fn write(document: &Document) -> String {
    let mut tables: BTreeMap<&str, Vec<(&str, Value)>> = BTreeMap::new();
    for (path, value) in document {
        let (folder, name) = path.split();
        tables.entry(folder).or_default().push((name, value.value()));
    }
    let mut out = String::new();
    for (folder, values) in tables {
        if !folder.is_empty() {
            let names: Vec<_> = folder.split('/').map(key).collect();
            out += if out.is_empty() { "" } else { "\n" };
            out.extend(["[", &names.join("."), "]\n"]);
        }
        for (name, value) in values {
            out += &key(name);
            out += " = ";
            write_value(&value, &mut out);
            out.push('\n');
        }
    }
    out
}

/// Whether a value can be written.
pub(in crate::typed) fn check(value: &Value) -> Result<(), Unfit> {
    match value {
        Value::Null => Err(Unfit::Null),
        Value::Int(digits) if digits.parse::<i64>().is_err() => Err(Unfit::Integer),
        Value::Float(digits) if digits.parse().is_ok_and(f64::is_infinite) => Err(Unfit::Float),
        Value::List(nodes) => nodes.iter().try_for_each(|node| check(&node.value)),
        Value::Map(map) => map.members().iter().try_for_each(|member| check(&member.node.value)),
        _ => Ok(()),
    }
}

fn write_value(value: &Value, out: &mut String) {
    match value {
        Value::String(text) => *out += &string(text),
        Value::List(nodes) => {
            out.push('[');
            for (index, Node { value, .. }) in nodes.iter().enumerate() {
                *out += if index == 0 { "" } else { ", " };
                write_value(value, out);
            }
            out.push(']');
        }
        Value::Map(map) if map.members().is_empty() => *out += "{}",
        Value::Map(map) => {
            for (index, member) in map.members().iter().enumerate() {
                *out += if index == 0 { "{ " } else { ", " };
                *out += &key(&member.name);
                *out += " = ";
                write_value(&member.node.value, out);
            }
            *out += " }";
        }
        _ => *out += &value.to_string(),
    }
}

/// A name, bare if it can be.
fn key(name: &str) -> String {
    let is_bare = !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '_' | '-'));
    if is_bare { name.to_owned() } else { string(name) }
}

/// A basic string: JSON's escapes, and one character more that has to be escaped.
fn string(text: &str) -> String {
    quoted(text).replace('\u{7f}', "\\u007F")
}
