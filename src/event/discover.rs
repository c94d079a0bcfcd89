//! Service discovery: what happens to instances and their registration, and rows of answers.

use std::collections::BTreeMap;

use serde::Serialize;

use super::{LeaseId, Loss, Text, Time};

/// What happens to services.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "event")]
#[allow(missing_docs)] // The variants and their fields are docs/events.md.
pub enum DiscoverEvent {
    #[serde(rename = "service.added")]
    Added(InstanceRow),
    #[serde(rename = "service.updated")]
    Updated(InstanceChange),
    #[serde(rename = "service.removed")]
    Removed(InstanceRow),
    #[serde(rename = "service.instance")]
    Instance(InstanceRow),
    #[serde(rename = "service.entry")]
    Entry(ServiceCount),
    #[serde(rename = "service.skipped")]
    Skipped { service: Text, key: Text, message: Text },
    #[serde(rename = "service.picked")]
    Picked(InstanceRow),
    #[serde(rename = "service.none")]
    None { service: Text, waiting: bool },
    #[serde(rename = "service.exec_failed")]
    ExecFailed { service: Text, code: u8 },
    #[serde(rename = "service.registered")]
    Registered { service: Text, id: Text, address: Text, key: Text, lease: LeaseId, status: &'static str },
    #[serde(rename = "service.withdrawn")]
    Withdrawn { service: Text, id: Text, key: Text, reason: Withdrawal },
    #[serde(rename = "service.unhealthy")]
    Unhealthy { service: Text, id: Text, message: Text },
    #[serde(rename = "service.healthy")]
    Healthy { service: Text, id: Text },
    #[serde(rename = "service.lost")]
    Lost { service: Text, id: Text, key: Text, reason: Loss },
    #[serde(rename = "service.id_taken")]
    IdTaken {
        service: Text,
        id: Text,
        host: Option<Text>,
        pid: Option<u32>,
        lease: Option<LeaseId>,
        ttl_left: Option<i64>,
    },
    #[serde(rename = "service.replaced")]
    Replaced { service: Text, id: Text, address: Option<Text>, host: Option<Text>, pid: Option<u32> },
    #[serde(rename = "service.deregistered")]
    Deregistered { service: Text, id: Text, key: Text },
    #[serde(rename = "service.retrying")]
    Retrying { wait_ms: u64, message: Text },
    #[serde(rename = "service.file_refused")]
    FileRefused { message: Text },
    #[serde(rename = "service.unreleased")]
    Unreleased { lease: LeaseId, frees_at: Time, message: Text },
}

/// An instance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct InstanceRow {
    /// Of which service.
    pub service: Text,
    /// Its id.
    pub id: Text,
    /// Where it is reached.
    pub address: Text,
    /// What else is told of it.
    pub meta: BTreeMap<Text, Text>,
    /// `up`, `draining` or `unhealthy`.
    pub status: &'static str,
    /// Its key.
    pub key: Text,
    /// The lease that it stands on.
    pub lease: Option<LeaseId>,
    /// The host of the process that registered it, where the record says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub host: Option<Text>,
    /// That process.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pid: Option<u32>,
    /// When it was registered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub since: Option<Time>,
}

/// An instance that is another one than it was.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct InstanceChange {
    /// What it is.
    #[serde(flatten)]
    pub row: InstanceRow,
    /// Where it was reached before.
    pub old_address: Text,
    /// What else was told of it before.
    pub old_meta: BTreeMap<Text, Text>,
    /// Its status before.
    pub old_status: &'static str,
}

/// A service, for `discover services`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ServiceCount {
    /// The service.
    pub service: Text,
    /// How many instances it has.
    pub instances: usize,
    /// How many of them may be picked.
    pub up: usize,
}

/// Why a record was withdrawn whose process lives on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Withdrawal {
    /// Its check fails.
    Unhealthy,
    /// It is about to end.
    Draining,
    /// It has ended, or is not in the file of services any more.
    Ended,
    /// Its service has been told to stop.
    Stopped,
}
