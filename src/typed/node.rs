//! What JSON, YAML and TOML are read into: values with their places in the text.

use std::collections::HashSet;
use std::fmt;

use super::error::{Mistake, Wrong};

/// A value, and where it begins.
#[derive(Clone, Debug)]
pub(crate) struct Node {
    /// The offset, in bytes.
    pub(super) at: usize,
    pub(crate) value: Value,
}

/// A value; numbers in JSON's spelling.
#[derive(Clone, Debug)]
pub(crate) enum Value {
    Null,
    Bool(bool),
    Int(String),
    Float(String),
    String(String),
    List(Vec<Node>),
    Map(Map),
}

/// The members of an object, in their order. No name is there twice.
#[derive(Clone, Debug, Default)]
pub(crate) struct Map {
    members: Vec<Member>,
    names: HashSet<String>,
}

/// A member of an object.
#[derive(Clone, Debug)]
pub(crate) struct Member {
    /// The offset of its name, in bytes.
    pub(super) at: usize,
    pub(crate) name: String,
    pub(crate) node: Node,
}

impl Map {
    /// Refuses a name that is there already.
    pub(super) fn check(&mut self, at: usize, name: &str) -> Result<(), Mistake> {
        let is_new = self.names.insert(name.to_owned());
        if is_new { Ok(()) } else { Err(Mistake::new(at, Wrong::Duplicate).within(name)) }
    }

    /// One more member, whose name has been checked.
    pub(super) fn add(&mut self, at: usize, name: String, node: Node) {
        self.members.push(Member { at, name, node });
    }

    pub(crate) fn members(&self) -> &[Member] {
        &self.members
    }

    pub(super) fn into_members(self) -> Vec<Member> {
        self.members
    }
}

impl Value {
    /// How many arrays and objects are in one another.
    pub(super) fn depth(&self) -> usize {
        let deepest = match self {
            Self::List(nodes) => nodes.iter().map(|node| node.value.depth()).max(),
            Self::Map(map) => map.members.iter().map(|member| member.node.value.depth()).max(),
            _ => return 0,
        };
        deepest.unwrap_or(0) + 1
    }
}

/// Compact JSON.
impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("null"),
            Self::Bool(value) => value.fmt(f),
            Self::Int(digits) | Self::Float(digits) => f.write_str(digits),
            Self::String(text) => f.write_str(&quoted(text)),
            Self::List(nodes) => {
                for (index, node) in nodes.iter().enumerate() {
                    write!(f, "{}{}", if index == 0 { "[" } else { "," }, node.value)?;
                }
                f.write_str(if nodes.is_empty() { "[]" } else { "]" })
            }
            Self::Map(map) => {
                for (index, Member { name, node, .. }) in map.members.iter().enumerate() {
                    write!(f, "{}{}:{}", if index == 0 { "{" } else { "," }, quoted(name), node.value)?;
                }
                f.write_str(if map.members.is_empty() { "{}" } else { "}" })
            }
        }
    }
}

/// A text as a JSON string.
pub(super) fn quoted(text: &str) -> String {
    serde_json::Value::from(text).to_string()
}
