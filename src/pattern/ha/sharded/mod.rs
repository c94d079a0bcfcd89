//! Sharded groups: a fixed number of shards, each owned by one instance at a time, which runs a command for each of its
//! own; every instance has its share.
//!
//! ```text
//! members (a record each, on the instance's one lease)
//!    | the oldest of them plans                      the plan is a wish
//!    v                                                      |
//!  plan  -- every instance sees which shards it is to own --'
//!                 |
//!                 v
//!  NAME/SHARD: a queue for each shard; its first contender owns the shard. Only that permits a start.
//! ```
//!
//! - `assign`: which member is to own each shard, as a pure function
//! - `plan`: the plan, and what the next one is, as data
//! - `state`: where the bookkeeping lies
//! - `instance`: an instance that joins, owns, and joins again
//! - `leaving`: how it ends its part in the group
//! - `membership`: joining with the one lease, and what a member says of itself
//! - `planner`: following members and plan; the oldest member makes the next plan
//! - `desk`: what all shards of one membership share
//! - `owned`: the shards of one membership: each waited for, owned and given up for itself
//! - `asking`: what it asks of etcd until it is answered
//! - `work`: the command of a shard that is owned: started, started again, given up
//! - `common`: instead, the one command of all shards: started, and started again
//! - `changes`: what it is told when its shards change
//! - `roster`: which shards that one is to have, and which it may be working on
//! - `owned_file`: the file that says so, and the pipe on which it acknowledges
//! - `attempts`: how often a command has failed, and when it is started again
//! - `bars`: shards that an instance must not have for a while
//! - `status`: members, shards and owners, asked once
//!
//! What must stay true (docs/safety.md): a shard's command runs only while its instance holds the shard's key, as under a
//! lock; the key is deleted only when the command's whole tree is reaped. The plan decides who is to enter a shard's queue
//! and who is to leave it, and nothing else: two plans that contradict each other cost time, never a second owner.

mod asking;
mod assign;
mod attempts;
mod bars;
mod changes;
mod common;
mod desk;
mod instance;
mod leaving;
mod membership;
mod owned;
mod owned_file;
mod plan;
mod planner;
mod roster;
mod state;
mod status;
mod work;

use std::num::NonZeroU32;
use std::time::Duration;

pub use instance::run;
pub use status::status;

use crate::client;
use crate::event::Text;
use crate::pattern::hold;
pub use crate::pattern::queue::Name;
use crate::record::{Node, Owner};
use crate::signal::Number;
use crate::supervise::{self, Task};
use state::State;

/// The most shards of a group.
pub const MOST_SHARDS: u32 = 10_000;

/// What an instance wants of a group.
#[derive(Clone, Debug)]
pub struct Params {
    /// The group.
    pub name: Name,
    /// The prefix under which all bookkeeping lives.
    pub state_root: String,
    /// The instance's id; never empty.
    pub id: Vec<u8>,
    /// What it says of itself besides.
    pub node: Node,
    /// The same, as the owner of a shard.
    pub owner: Owner,
    /// How many shards the group has: from 1 up to [`MOST_SHARDS`].
    pub shards: u32,
    /// Its part of the shards, in proportion to the others' weights.
    pub weight: NonZeroU32,
    /// For how long its shards wait for it when it is gone.
    pub rejoin: Duration,
    /// The lease's TTL, whole seconds.
    pub ttl: Duration,
    /// From SIGTERM to SIGKILL of a command; by default as [`Plan::new`](crate::deadline::Plan::new) has it.
    pub grace: Option<Duration>,
    /// The command of a shard, or of all shards of the instance.
    pub task: Task,
    /// Where it is one for all: what it means for it that the instance owns other shards.
    pub common: Option<OnChange>,
}

/// What it means for the one command of an instance that the instance owns other shards.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnChange {
    /// It ends, and is started again.
    Restart,
    /// It is sent this signal when the file is new; it says when it has taken that in.
    Signal(Number),
}

/// Why an instance does not take part, or a question was not answered.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// Instances run with another number of shards.
    #[error("{name} has {there} shards, not {wanted}")]
    OtherNumber {
        /// The group.
        name: Name,
        /// The number asked for.
        wanted: u32,
        /// The number that its instances have.
        there: u32,
    },
    /// A living instance has the id.
    #[error("the id {id} is in use in {name}{}", by(.holder.as_deref()))]
    IdTaken {
        /// The group.
        name: Name,
        /// The id.
        id: Text,
        /// Who has it, where that is known.
        holder: Option<Box<Node>>,
    },
    /// The file that says which shards are owned can't be made.
    #[error("cannot make a directory for the file of owned shards: {0}")]
    OwnedFile(std::io::Error),
    /// Nothing is held any longer, or a command can't be run.
    #[error(transparent)]
    Hold(#[from] hold::Error),
    /// A request failed.
    #[error(transparent)]
    Client(#[from] client::Failed),
}

impl Error {
    fn client(doing: &str, name: &Name, state: &State) -> impl FnOnce(client::Error) -> Self + use<> {
        let (doing, needs) = (format!("cannot {doing} {name}"), state.permission());
        move |error| client::Failed { doing, needs, error }.into()
    }

    /// Whether a process of a command is still there.
    fn is_unkillable(&self) -> bool {
        matches!(self, Self::Hold(hold::Error::Child(supervise::Error::Unkillable { .. })))
    }
}

fn by(holder: Option<&Node>) -> String {
    holder.map(|Node { host, pid, user, .. }| format!(" by {user}@{host} (pid {pid})")).unwrap_or_default()
}
