//! Locks: what their contenders say of themselves, and rows of answers.

use std::fmt;
use std::num::NonZeroU32;

use serde::{Deserialize, Serialize};

use super::{LeaseId, Text, Time};

/// Why something that stood on a lease is lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Loss {
    /// The server had no such lease any more, after its deadline.
    Expired,
    /// The server had no such lease any more, before its deadline: somebody revoked it.
    Revoked,
    /// The key was deleted (`lock break`), or made anew by somebody else.
    Deleted,
    /// Somebody else wrote the key, so that it stands on another lease, or none.
    Overwritten,
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
    /// What it says of itself.
    #[serde(flatten)]
    pub owner: Option<Owner>,
}

impl fmt::Display for Loss {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Expired => "its lease expired",
            Self::Revoked => "its lease was revoked",
            Self::Deleted => "its key was deleted",
            Self::Overwritten => "its key was written by somebody else",
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
