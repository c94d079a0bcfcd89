//! YAML: mappings in block style, and arrays in flow style, all on one line.

use super::scalar::{escaped, string};
use crate::typed::document::Document;
use crate::typed::error::Unfit;
use crate::typed::node::{Node, Value};
use crate::typed::tree::Tree;
use crate::typed::{KeyPath, Typed};

/// Readers look for the `:` after a key in no more than 1,024 characters (YAML 1.2.2, section 7.4.2).
const NAME: usize = 1000;

/// A document as nested mappings.
pub(in crate::typed) fn write(document: &Document) -> String {
    let mut out = String::new();
    match Tree::new(document) {
        Tree::Branch(branches) if branches.is_empty() => "{}\n".to_owned(),
        tree => {
            write_tree(&tree, 0, &mut out);
            out
        }
    }
}

/// Whether a value can be written.
pub(in crate::typed) fn check(path: &KeyPath, value: &Value) -> Result<(), Unfit> {
    let is_short = |name: &str| escaped(name).chars().count() <= NAME;
    if path.names().all(is_short) && has_names(value, &is_short) { Ok(()) } else { Err(Unfit::LongName(NAME)) }
}

/// Whether all names in a value are like this.
fn has_names(value: &Value, like: &impl Fn(&str) -> bool) -> bool {
    match value {
        Value::List(nodes) => nodes.iter().all(|node| has_names(&node.value, like)),
        Value::Map(map) => map.members().iter().all(|member| like(&member.name) && has_names(&member.node.value, like)),
        _ => true,
    }
}

fn write_tree(tree: &Tree, level: usize, out: &mut String) {
    let Tree::Branch(branches) = tree else { return };
    for (name, below) in branches {
        *out += &"  ".repeat(level);
        *out += &string(name);
        *out += ":";
        match below {
            Tree::Leaf(value) => {
                out.push(' ');
                write_leaf(value, out);
                out.push('\n');
            }
            Tree::Branch(_) => {
                out.push('\n');
                write_tree(below, level + 1, out);
            }
        }
    }
}

fn write_leaf(value: &Typed, out: &mut String) {
    match value.value() {
        Value::String(text) => *out += &string(&text),
        value => write_flow(&value, out),
    }
}

fn write_flow(value: &Value, out: &mut String) {
    match value {
        Value::String(text) => *out += &escaped(text),
        Value::List(nodes) => {
            out.push('[');
            for (index, Node { value, .. }) in nodes.iter().enumerate() {
                *out += if index == 0 { "" } else { ", " };
                write_flow(value, out);
            }
            out.push(']');
        }
        Value::Map(map) => {
            out.push('{');
            for (index, member) in map.members().iter().enumerate() {
                *out += if index == 0 { "" } else { ", " };
                *out += &escaped(&member.name);
                *out += ": ";
                write_flow(&member.node.value, out);
            }
            out.push('}');
        }
        _ => *out += &value.to_string(),
    }
}
