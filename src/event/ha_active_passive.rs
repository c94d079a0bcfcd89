//! Active-passive nodes: what runs where, and rows of answers.

use serde::Serialize;

use super::{LeaseId, Text, Time};
use crate::record::{Condition, Role};

/// What happens to a node of `ha active-passive`. What happens in its election is [`super::ElectEvent`].
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "event")]
#[allow(missing_docs)] // The variants and their fields are docs/events.md.
pub enum ActivePassiveEvent {
    #[serde(rename = "ha.primary")]
    Primary { name: Text, id: Text, fence: i64, pid: i32 },
    #[serde(rename = "ha.secondary")]
    Secondary { name: Text, id: Text, pid: i32 },
    #[serde(rename = "ha.primary_failed")]
    PrimaryFailed { name: Text, id: Text, fence: i64, code: u8, wait_ms: u64 },
    #[serde(rename = "ha.secondary_ended")]
    SecondaryEnded { name: Text, id: Text, code: u8, wait_ms: u64 },
    #[serde(rename = "ha.health")]
    Health { name: Text, id: Text, role: Role, healthy: bool, message: Option<Text> },
    #[serde(rename = "ha.status")]
    Status(ActivePassiveRow),
    #[serde(rename = "ha.no_node")]
    NoNode { name: Text, revision: i64 },
}

/// One node, for `ha status`.
#[derive(Clone, Debug, Serialize)]
pub struct ActivePassiveRow {
    /// The name that the nodes share.
    pub name: Text,
    /// Its id.
    pub id: Text,
    /// What it is to run: the leader is the primary.
    pub role: Role,
    /// Nodes before it in the queue; nothing for one that is not in it.
    pub position: Option<usize>,
    /// What it runs, as it says.
    pub running: Option<Role>,
    /// Since when it runs that, or nothing.
    pub since: Option<Time>,
    /// How it is.
    pub health: Option<Condition>,
    /// Since when.
    pub health_since: Option<Time>,
    /// Its host.
    pub host: Option<Text>,
    /// Its process.
    pub pid: Option<u32>,
    /// Its user.
    pub user: Option<Text>,
    /// Its key in the queue.
    pub key: Option<Text>,
    /// The lease of that.
    pub lease: Option<LeaseId>,
    /// The create revision of that.
    pub fence: Option<i64>,
}
