//! Leases: what happens to them, and rows of answers.

use serde::Serialize;

use super::{LeaseId, Loss, Text, Time};

/// What happens to a lease.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "event")]
#[allow(missing_docs)] // The variants and their fields are docs/events.md.
pub enum LeaseEvent {
    #[serde(rename = "lease.granted")]
    Granted { lease: LeaseId, ttl: i64, granted_ttl: i64, keys: usize },
    #[serde(rename = "lease.ttl_raised")]
    TtlRaised { lease: LeaseId, asked_ttl: i64, granted_ttl: i64 },
    #[serde(rename = "lease.revoked")]
    Revoked { lease: LeaseId },
    #[serde(rename = "lease.ttl")]
    Ttl(LeaseStanding),
    #[serde(rename = "lease.renewed")]
    Renewed { lease: LeaseId, ttl: i64, granted_ttl: i64, deadline: Time },
    #[serde(rename = "lease.entry")]
    Entry(LeaseRow),
    #[serde(rename = "lease.attached")]
    Attached { lease: LeaseId, key: Text },
    #[serde(rename = "lease.of")]
    Of { key: Text, lease: LeaseId },
    #[serde(rename = "lease.held")]
    Held { lease: LeaseId, ttl: u64, keys: Vec<Text> },
    #[serde(rename = "lease.unconfirmed")]
    Unconfirmed { lease: LeaseId, message: Text, deadline: Time },
    #[serde(rename = "lease.confirmed")]
    Confirmed { lease: LeaseId, away_ms: u64 },
    #[serde(rename = "lease.lost")]
    Lost { lease: LeaseId, reason: Loss },
    #[serde(rename = "lease.released")]
    Released { lease: LeaseId, held_ms: u64 },
    #[serde(rename = "lease.unreleased")]
    Unreleased { lease: LeaseId, frees_at: Time, message: Text },
}

/// A lease, for `lease ttl`.
#[derive(Clone, Debug, Serialize)]
pub struct LeaseStanding {
    /// Its id.
    pub lease: LeaseId,
    /// What is left of its TTL, seconds.
    pub ttl: i64,
    /// The TTL that the server granted, seconds.
    pub granted_ttl: i64,
    /// The keys on it, where they were asked for.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub keys: Option<Vec<Text>>,
}

/// A lease, for `lease list`.
#[derive(Clone, Debug, Serialize)]
pub struct LeaseRow {
    /// Its id.
    pub lease: LeaseId,
    /// What is left of its TTL, seconds.
    pub ttl: i64,
    /// The TTL that the server granted, seconds.
    pub granted_ttl: i64,
    /// How many keys are on it; nothing where they can't be counted.
    pub keys: Option<usize>,
}
