//! Every event as data: what a reader of the JSON output sees (docs/events.md lists them, and a test holds that page
//! against this file).
//!
//! What must stay true: fields are flat, snake_case and only ever added; no etcd types, no clap.

use std::fmt;
use std::num::NonZeroU32;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use jiff::Timestamp;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// Where events go: tests collect them, the command line hands them to a reporter.
pub type Emit<'a> = &'a dyn Fn(Event);

/// Bytes that are text when they are UTF-8: in JSON a string, else `{"base64": "..."}`.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Text(pub Vec<u8>);

/// A lease id: 16 hex digits, as etcdctl prints it.
#[derive(Clone, Copy, PartialEq, Eq, Hash)]
pub struct LeaseId(pub i64);

/// A time of day: in JSON RFC 3339, UTC, with milliseconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(transparent)]
pub struct Time(pub Timestamp);

/// Why something that stood on a lease is lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Loss {
    /// The server had no such lease any more, after its deadline.
    Expired,
    /// The server had no such lease any more, before its deadline: somebody revoked it.
    Revoked,
    /// The key was deleted or taken over (`lock break`).
    Deleted,
    /// No server confirmed the lease in time.
    Unreachable,
}

/// How a contender excludes others.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Mode {
    /// Against everybody but those who share too.
    Shared,
    /// Against everybody but so many with the same number of permits.
    Permit,
    /// Against everybody.
    #[default]
    #[serde(other)]
    Exclusive,
}

/// What a contender says of itself, as the value of its key.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Owner {
    /// How it excludes others.
    pub mode: Mode,
    /// Of how many permits it wants one, where that is its mode.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub permits: Option<NonZeroU32>,
    /// All the locks that it wants at once, where there are several.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub locks: Vec<Text>,
    /// Host name.
    pub host: String,
    /// The kernel's id of this boot of the host: a pid means something only together with it.
    #[serde(default)]
    pub boot: String,
    /// The process that the user started: the keeper.
    pub pid: u32,
    /// The user's name.
    pub user: String,
    /// The command that it runs, or wants to.
    pub command: String,
    /// `--note`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub note: Option<String>,
    /// When it entered the queue.
    pub since: Time,
}

/// One contender of a lock, for `lock status`.
#[derive(Clone, Debug, Serialize)]
pub struct ContenderRow {
    /// The lock.
    pub lock: Text,
    /// The contender's key.
    pub key: Text,
    /// The lease that the key stands on.
    pub lease: LeaseId,
    /// The key's create revision.
    pub fence: i64,
    /// Whether it holds the lock. One of several locks at once is held when all are.
    pub holder: bool,
    /// Contenders before it: 0 for the first.
    pub position: usize,
    /// The TTL that the server granted, seconds.
    pub ttl: i64,
    /// What is left of it, seconds.
    pub ttl_left: i64,
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
    /// Its lease.
    pub lease: LeaseId,
    /// Its create revision.
    pub fence: i64,
    /// How many hold the lock, as far as its own queue says.
    pub holders: usize,
    /// How many wait.
    pub waiters: usize,
    /// What it says of itself.
    #[serde(flatten)]
    pub owner: Option<Owner>,
}

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
    #[serde(rename = "child.exited")]
    ChildExited { pid: i32, code: Option<u8>, signal: Option<u8> },
    #[serde(rename = "child.stragglers")]
    ChildStragglers { pid: i32, count: usize },
    #[serde(rename = "dev.ready")]
    DevReady { endpoints: String, members: usize, data_dir: Text },
    #[serde(rename = "example.step")]
    ExampleStep { example: String, step: usize, text: String, command: Option<String> },
    #[serde(rename = "error")]
    Error { code: u8, message: String, cause: Option<String>, hint: Option<String> },
}

impl Text {
    /// The text, with what is not UTF-8 replaced: for people.
    pub fn lossy(&self) -> std::borrow::Cow<'_, str> {
        String::from_utf8_lossy(&self.0)
    }
}

impl From<&[u8]> for Text {
    fn from(bytes: &[u8]) -> Self {
        Self(bytes.to_vec())
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:?}", self.lossy())
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // A name may hold an escape sequence; a terminal must not see it.
        self.lossy()
            .chars()
            .try_for_each(|c| if c.is_control() { write!(f, "{}", c.escape_default()) } else { write!(f, "{c}") })
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match std::str::from_utf8(&self.0) {
            Ok(text) => serializer.serialize_str(text),
            Err(_) => serializer.collect_map([("base64", BASE64_STANDARD.encode(&self.0))]),
        }
    }
}

impl Time {
    /// Now.
    pub fn now() -> Self {
        Self(Timestamp::now())
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        #[serde(untagged)]
        enum Either {
            Text(String),
            Bytes { base64: String },
        }
        match Either::deserialize(deserializer)? {
            Either::Text(text) => Ok(Self(text.into_bytes())),
            Either::Bytes { base64 } => BASE64_STANDARD.decode(base64).map(Self).map_err(serde::de::Error::custom),
        }
    }
}

impl fmt::Display for Time {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:.3}", self.0)
    }
}

impl Serialize for Time {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl fmt::Display for LeaseId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:016x}", self.0)
    }
}

impl fmt::Debug for LeaseId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Display::fmt(self, f)
    }
}

impl Serialize for LeaseId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl fmt::Display for Loss {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Expired => "its lease expired",
            Self::Revoked => "its lease was revoked",
            Self::Deleted => "its key was deleted",
            Self::Unreachable => "no etcd member confirmed its lease in time",
        })
    }
}

impl fmt::Display for Mode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Shared => "shared",
            Self::Permit => "permit",
            Self::Exclusive => "exclusive",
        })
    }
}
