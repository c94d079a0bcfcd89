//! Highly available services of any shape: rows of answers.

use serde::Serialize;

use super::Text;

/// What is said of services of any shape. What happens in one is told by the events of its shape.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "event")]
#[allow(missing_docs)] // The variants and their fields are docs/events.md.
pub enum HaEvent {
    #[serde(rename = "ha.entry")]
    Entry(HaRow),
}

/// One service, for `ha list`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct HaRow {
    /// The name that its nodes share.
    pub name: Text,
    /// Which shape it has.
    pub shape: Shape,
    /// How many nodes are there.
    pub nodes: usize,
}

/// In which way nodes work together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Shape {
    /// One of them works.
    ActivePassive,
    /// Each has its share.
    Sharded,
}

impl Shape {
    /// All that nodes of are known by name.
    pub const ALL: [Self; 2] = [Self::ActivePassive, Self::Sharded];

    /// As the command line has it.
    pub fn name(self) -> &'static str {
        match self {
            Self::ActivePassive => "active-passive",
            Self::Sharded => "sharded",
        }
    }
}
