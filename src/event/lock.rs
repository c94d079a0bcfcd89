//! Locks: what happens to them, and rows of answers.

use std::num::NonZeroU32;

use serde::Serialize;

use super::{LeaseId, Loss, Text, Time};
use crate::record::Owner;

/// What happens to a lock.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "event")]
#[allow(missing_docs)] // The variants and their fields are docs/events.md.
pub enum LockEvent {
    #[serde(rename = "lock.waiting")]
    Waiting(LockWait),
    #[serde(rename = "lock.acquired")]
    Acquired {
        lock: Text,
        #[serde(skip_serializing_if = "Vec::is_empty")]
        locks: Vec<Text>,
        key: Text,
        lease: LeaseId,
        fence: i64,
        ttl: u64,
        waited_ms: u64,
        #[serde(skip_serializing_if = "Option::is_none")]
        deadline: Option<Time>,
    },
    #[serde(rename = "lock.holding")]
    Holding { lock: Text },
    #[serde(rename = "lock.cut")]
    Cut { lock: Text, field: &'static str, length: usize, longest: usize },
    #[serde(rename = "lock.refused")]
    Refused { lock: Text, permits: NonZeroU32, queue_permits: NonZeroU32 },
    #[serde(rename = "lock.renewed")]
    Renewed { lock: Text, key: Text, lease: LeaseId, fence: i64, ttl: u64, deadline: Time },
    #[serde(rename = "lock.requeued")]
    Requeued { lock: Text, key: Text, lease: LeaseId, lost_key: Text, reason: Loss },
    #[serde(rename = "lock.lost")]
    Lost { lock: Text, key: Text, lease: LeaseId, fence: i64, reason: Loss },
    #[serde(rename = "lock.released")]
    Released {
        lock: Text,
        key: Text,
        lease: LeaseId,
        fence: i64,
        #[serde(skip_serializing_if = "Option::is_none")]
        held_ms: Option<u64>,
    },
    #[serde(rename = "lock.unreleased")]
    Unreleased { lock: Text, key: Text, lease: LeaseId, frees_at: Time, message: Text },
    #[serde(rename = "lock.status")]
    Status(ContenderRow),
    #[serde(rename = "lock.free")]
    Free { lock: Text },
    #[serde(rename = "lock.entry")]
    Entry(LockRow),
    #[serde(rename = "lock.checked")]
    Checked { lock: Text, fence: i64, held: bool, holder_fence: Option<i64> },
    #[serde(rename = "lock.broken")]
    Broken { lock: Text, key: Text, fence: i64 },
}

/// A wait for a lock.
#[derive(Clone, Debug, Serialize)]
pub struct LockWait {
    /// The lock.
    pub lock: Text,
    /// The key that waits.
    pub key: Text,
    /// Contenders before it.
    pub position: usize,
    /// How many of these hold the lock.
    pub holders: usize,
    /// The first holder's key.
    pub holder_key: Text,
    /// What that one says of itself; nothing when another client made its key.
    pub holder_host: Option<Text>,
    /// Its pid.
    pub holder_pid: Option<u32>,
    /// Its user.
    pub holder_user: Option<Text>,
    /// Its command.
    pub holder_command: Option<Text>,
    /// Whether it has no process any more, and its pid is one of the past.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub holder_detached: bool,
    /// When it entered the queue.
    pub holder_since: Option<Time>,
}

/// One contender of a lock, for `lock status`.
#[derive(Clone, Debug, Serialize)]
pub struct ContenderRow {
    /// The lock.
    pub lock: Text,
    /// The contender's key.
    pub key: Text,
    /// The lease that the key stands on, where it stands on any.
    pub lease: Option<LeaseId>,
    /// Whether that is the lease of its name; else somebody has written the key anew, and it only blocks others.
    #[serde(skip)]
    pub stands: bool,
    /// The key's create revision.
    pub fence: i64,
    /// Whether it holds the lock. One of several locks at once is held when all are.
    pub holder: bool,
    /// Contenders before it: 0 for the first.
    pub position: usize,
    /// The TTL that the server granted to that lease, seconds.
    pub ttl: Option<i64>,
    /// What is left of it, seconds.
    pub ttl_left: Option<i64>,
    /// Its id, where it is a candidate in an election.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub candidate: Option<Text>,
    /// What it says of itself; nothing when another client made the key.
    #[serde(flatten)]
    pub owner: Option<Owner>,
}

/// One lock or election, for `lock list`. The key, lease, fence and record are those of the first in its queue.
#[derive(Clone, Debug, Serialize)]
pub struct LockRow {
    /// Its name.
    pub lock: Text,
    /// Whether the holder's value says that it is an election.
    pub election: bool,
    /// Its key.
    pub key: Text,
    /// Its lease, where it stands on any.
    pub lease: Option<LeaseId>,
    /// Its create revision.
    pub fence: i64,
    /// How many hold the lock, as far as its own queue says.
    pub holders: usize,
    /// How many wait.
    pub waiters: usize,
    /// The leader's id, where it is an election.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub candidate: Option<Text>,
    /// What it says of itself.
    #[serde(flatten)]
    pub owner: Option<Owner>,
}
