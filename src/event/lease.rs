//! Leases: rows of answers.

use serde::Serialize;

use super::{LeaseId, Text};

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
