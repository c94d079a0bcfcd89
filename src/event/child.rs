//! The command that runs under a lock or a lease, or handles an event.

use serde::Serialize;

use super::{Loss, Text};

/// What becomes of the command.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "event")]
#[allow(missing_docs)] // The variants and their fields are docs/events.md.
pub enum ChildEvent {
    #[serde(rename = "child.started")]
    Started { pid: i32 },
    #[serde(rename = "child.terminating")]
    Terminating { pid: i32, reason: Loss, grace_ms: u64 },
    #[serde(rename = "child.killed")]
    Killed { pid: i32, reason: Text },
    #[serde(rename = "child.unkillable")]
    Unkillable { pid: i32, message: &'static str },
    #[serde(rename = "child.exited")]
    Exited { pid: i32, code: Option<u8>, signal: Option<u8> },
    #[serde(rename = "child.stragglers")]
    Stragglers { pid: i32, count: usize },
}
