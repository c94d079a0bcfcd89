//! Watches: what happens to keys, and to those who follow them.

use serde::Serialize;

use super::{LeaseId, Text};

/// What a watch sees.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "event")]
#[allow(missing_docs)] // The variants and their fields are docs/events.md.
pub enum WatchEvent {
    #[serde(rename = "put")]
    Put(Change),
    #[serde(rename = "delete")]
    Delete(Change),
    #[serde(rename = "watch.resync")]
    Resync { reason: Gap, compact_revision: i64, revision: i64 },
    #[serde(rename = "watch.progress")]
    Progress { revision: i64 },
    #[serde(rename = "watch.omitted")]
    Omitted { key: Text, mod_revision: i64, variables: Text },
    #[serde(rename = "watch.handler_failed")]
    HandlerFailed { key: Option<Text>, mod_revision: i64, code: u8 },
    #[serde(rename = "watch.handled")]
    Handled { handled: u64, failed: u64 },
}

/// A key as it was put, or its deletion.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Change {
    /// The key.
    pub key: Text,
    /// What it was put to; nothing when it was deleted.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Text>,
    /// What it was before, where that was asked for and it was there.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub prev_value: Option<Text>,
    /// The revision of the change.
    pub mod_revision: i64,
    /// The revision at which the key was created; 0 when it was deleted.
    pub create_revision: i64,
    /// How often it has been put since then; 0 when it was deleted.
    pub version: i64,
    /// The lease that it stands on.
    pub lease: Option<LeaseId>,
    /// It was so when the watch began.
    #[serde(skip_serializing_if = "is_false")]
    pub initial: bool,
    /// It was so when the state was read again, after `watch.resync`.
    #[serde(skip_serializing_if = "is_false")]
    pub resync: bool,
}

/// Why a watch can't show what happened, and shows the state instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Gap {
    /// History was compacted.
    Compacted,
    /// The store is not the one that was watched: it was restored from a backup, or is another cluster's.
    Restored,
}

impl Change {
    /// Whether the key was deleted.
    pub fn is_delete(&self) -> bool {
        self.value.is_none()
    }
}

impl From<Change> for WatchEvent {
    fn from(change: Change) -> Self {
        if change.is_delete() { Self::Delete(change) } else { Self::Put(change) }
    }
}

#[allow(clippy::trivially_copy_pass_by_ref)] // As serde calls it.
fn is_false(flag: &bool) -> bool {
    !flag
}
