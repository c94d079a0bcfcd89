//! Every event as data: what a reader of the JSON output sees (docs/events.md lists them, and a test holds that page
//! against this file).
//!
//! - `value`: what fields are made of
//! - `lock`: rows and records of locks
//! - `lease`: rows of leases
//! - `txn`: answers of transactions
//! - `watch`: what happens to keys
//!
//! What must stay true: fields are flat, snake_case and only ever added; no etcd types, no clap.

mod lease;
mod lock;
mod txn;
mod value;
mod watch;

use std::num::NonZeroU32;

use serde::Serialize;

pub use lease::{LeaseRow, LeaseStanding};
pub use lock::{ContenderRow, LockRow, Loss, Mode, Owner};
pub use txn::{TxnAnswer, TxnBranch, TxnKey, TxnRow};
pub use value::{LeaseId, Text, Time};
pub use watch::{Change, Gap};

/// Where events go: tests collect them, the command line hands them to a reporter.
pub type Emit<'a> = &'a dyn Fn(Event);

/// Something that happened, or one row of an answer.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "event")]
#[allow(missing_docs)] // The variants and their fields are docs/events.md.
pub enum Event {
    #[serde(rename = "lock.waiting")]
    LockWaiting {
        lock: Text,
        key: Text,
        position: usize,
        holders: usize,
        holder_key: Text,
        holder_host: Option<String>,
        holder_pid: Option<u32>,
        holder_user: Option<String>,
        holder_command: Option<String>,
        holder_since: Option<Time>,
    },
    #[serde(rename = "lock.acquired")]
    LockAcquired {
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
    #[serde(rename = "lock.refused")]
    LockRefused { lock: Text, permits: NonZeroU32, queue_permits: NonZeroU32 },
    #[serde(rename = "lock.renewed")]
    LockRenewed { lock: Text, key: Text, lease: LeaseId, fence: i64, ttl: u64, deadline: Time },
    #[serde(rename = "lock.requeued")]
    LockRequeued { lock: Text, key: Text, lease: LeaseId, lost_key: Text, reason: Loss },
    #[serde(rename = "lock.lost")]
    LockLost { lock: Text, key: Text, lease: LeaseId, fence: i64, reason: Loss },
    #[serde(rename = "lock.released")]
    LockReleased {
        lock: Text,
        key: Text,
        lease: LeaseId,
        fence: i64,
        #[serde(skip_serializing_if = "Option::is_none")]
        held_ms: Option<u64>,
    },
    #[serde(rename = "lock.unreleased")]
    LockUnreleased { lock: Text, key: Text, lease: LeaseId, frees_at: Time, message: String },
    #[serde(rename = "lock.status")]
    LockStatus(ContenderRow),
    #[serde(rename = "lock.free")]
    LockFree { lock: Text },
    #[serde(rename = "lock.entry")]
    LockEntry(LockRow),
    #[serde(rename = "lock.checked")]
    LockChecked { lock: Text, fence: i64, held: bool, holder_fence: Option<i64> },
    #[serde(rename = "lock.broken")]
    LockBroken { lock: Text, key: Text, fence: i64 },
    #[serde(rename = "lease.granted")]
    LeaseGranted { lease: LeaseId, ttl: i64, granted_ttl: i64, keys: usize },
    #[serde(rename = "lease.ttl_raised")]
    LeaseTtlRaised { lease: LeaseId, asked_ttl: i64, granted_ttl: i64 },
    #[serde(rename = "lease.revoked")]
    LeaseRevoked { lease: LeaseId },
    #[serde(rename = "lease.ttl")]
    LeaseTtl(LeaseStanding),
    #[serde(rename = "lease.renewed")]
    LeaseRenewed { lease: LeaseId, ttl: i64, granted_ttl: i64, deadline: Time },
    #[serde(rename = "lease.entry")]
    LeaseEntry(LeaseRow),
    #[serde(rename = "lease.attached")]
    LeaseAttached { lease: LeaseId, key: Text },
    #[serde(rename = "lease.of")]
    LeaseOf { key: Text, lease: LeaseId },
    #[serde(rename = "lease.held")]
    LeaseHeld { lease: LeaseId, ttl: u64, keys: Vec<Text> },
    #[serde(rename = "lease.lost")]
    LeaseLost { lease: LeaseId, reason: Loss },
    #[serde(rename = "lease.released")]
    LeaseReleased { lease: LeaseId, held_ms: u64 },
    #[serde(rename = "lease.unreleased")]
    LeaseUnreleased { lease: LeaseId, frees_at: Time, message: String },
    #[serde(rename = "txn.done")]
    TxnDone(TxnRow),
    #[serde(rename = "put")]
    Put(Change),
    #[serde(rename = "delete")]
    Delete(Change),
    #[serde(rename = "watch.resync")]
    WatchResync { reason: Gap, compact_revision: i64, revision: i64 },
    #[serde(rename = "watch.progress")]
    WatchProgress { revision: i64 },
    #[serde(rename = "watch.omitted")]
    WatchOmitted { key: Text, mod_revision: i64, variables: String },
    #[serde(rename = "watch.handler_failed")]
    WatchHandlerFailed { key: Option<Text>, mod_revision: i64, code: u8 },
    #[serde(rename = "watch.handled")]
    WatchHandled { handled: u64, failed: u64 },
    #[serde(rename = "etcd.unreachable")]
    EtcdUnreachable { message: String },
    #[serde(rename = "etcd.reachable")]
    EtcdReachable { away_ms: u64 },
    #[serde(rename = "etcd.outdated")]
    EtcdOutdated { version: String, message: String },
    #[serde(rename = "child.started")]
    ChildStarted { pid: i32 },
    #[serde(rename = "child.terminating")]
    ChildTerminating { pid: i32, reason: Loss, grace_ms: u64 },
    #[serde(rename = "child.killed")]
    ChildKilled { pid: i32, reason: String },
    #[serde(rename = "child.unkillable")]
    ChildUnkillable { pid: i32, message: String },
    #[serde(rename = "child.exited")]
    ChildExited { pid: i32, code: Option<u8>, signal: Option<u8> },
    #[serde(rename = "child.stragglers")]
    ChildStragglers { pid: i32, count: usize },
    #[serde(rename = "output.dropped")]
    OutputDropped { lines: u64 },
    #[serde(rename = "dev.ready")]
    DevReady { endpoints: String, members: usize, data_dir: Text },
    #[serde(rename = "example.step")]
    ExampleStep { example: String, step: usize, text: String, command: Option<String> },
    #[serde(rename = "error")]
    Error { code: u8, message: String, cause: Option<String>, hint: Option<String> },
}
