//! Sharded groups: what happens to an instance, to the plan and to shards, and rows of answers.

use serde::Serialize;

use super::{LeaseId, Loss, Text, Time};
use crate::record::Node;

/// What happens in a sharded group.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "event")]
#[allow(missing_docs)] // The variants and their fields are docs/events.md.
pub enum ShardedEvent {
    #[serde(rename = "ha.sharded.joined")]
    Joined { group: Text, id: Text, lease: LeaseId, ttl: u64, shards: u32, weight: u32 },
    #[serde(rename = "ha.sharded.id_taken")]
    IdTaken { group: Text, id: Text, host: Option<Text>, pid: Option<u32>, lease: LeaseId, ttl_left: i64 },
    #[serde(rename = "ha.sharded.lost")]
    Lost { group: Text, id: Text, lease: LeaseId, reason: Loss },
    #[serde(rename = "ha.sharded.retrying")]
    Retrying { group: Text, id: Text, wait_ms: u64, message: Text },
    #[serde(rename = "ha.sharded.left")]
    Left { group: Text, id: Text, lease: LeaseId, held_ms: u64 },
    #[serde(rename = "ha.sharded.unreleased")]
    Unreleased { group: Text, id: Text, lease: LeaseId, frees_at: Time, message: Text },
    #[serde(rename = "ha.plan")]
    Planned { group: Text, planner: Text, members: usize, absent: usize, moves: usize, unowned: usize, revision: i64 },
    #[serde(rename = "ha.shard.waiting")]
    Waiting { group: Text, id: Text, shard: u32, key: Text, holder: Option<Text>, holder_key: Text },
    #[serde(rename = "ha.shard.owned")]
    Owned { group: Text, id: Text, shard: u32, key: Text, lease: LeaseId, fence: i64, waited_ms: u64 },
    #[serde(rename = "ha.shard.ended")]
    Ended { group: Text, id: Text, shard: u32, fence: i64, code: u8, ran_ms: u64, wait_ms: u64 },
    #[serde(rename = "ha.shard.barred")]
    Barred { group: Text, id: Text, shard: u32, fence: i64, code: u8, failures: u32, bar_ms: u64 },
    #[serde(rename = "ha.shard.unbarred")]
    Unbarred { group: Text, id: Text, shard: u32 },
    #[serde(rename = "ha.shard.lost")]
    ShardLost { group: Text, id: Text, shard: u32, key: Text, lease: LeaseId, fence: i64, reason: Loss },
    #[serde(rename = "ha.shard.released")]
    Released { group: Text, id: Text, shard: u32, key: Text, fence: i64, reason: Release, held_ms: u64 },
    #[serde(rename = "ha.owned.given")]
    Given { group: Text, id: Text, generation: u64, shards: usize, by: Told },
    #[serde(rename = "ha.owned.acknowledged")]
    Acknowledged { group: Text, id: Text, generation: u64 },
    #[serde(rename = "ha.owned.unacknowledged")]
    Unacknowledged { group: Text, id: Text, generation: u64, waited_ms: u64 },
    #[serde(rename = "ha.owned.unwritten")]
    Unwritten { group: Text, id: Text, message: Text },
    #[serde(rename = "ha.owned.ended")]
    CommonEnded { group: Text, id: Text, generation: u64, code: u8, ran_ms: u64, wait_ms: u64 },
    #[serde(rename = "ha.shard.status")]
    Shard(ShardRow),
    #[serde(rename = "ha.sharded.member")]
    Member(ShardedMemberRow),
}

/// How the one command of an instance is told which shards it owns.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Told {
    /// It is started.
    Start,
    /// It gets a signal, as soon as it has acknowledged what it was started with.
    Signal,
}

/// Why an instance has given up a shard in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Release {
    /// The plan has given it to another one.
    Moved,
    /// Its command keeps failing.
    Barred,
    /// The instance is stopping.
    Stopped,
}

/// One shard, for `ha status`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ShardRow {
    /// The group.
    pub group: Text,
    /// The shard's number.
    pub shard: u32,
    /// Who owns it: nobody, or somebody who is no member.
    pub owner: Option<Text>,
    /// The owner's key; nothing where nobody owns it.
    pub key: Option<Text>,
    /// The lease that the key stands on.
    pub lease: Option<LeaseId>,
    /// The key's create revision, which grows from owner to owner.
    pub fence: Option<i64>,
    /// Who is to own it.
    pub planned: Option<Text>,
}

/// One instance, for `ha status`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ShardedMemberRow {
    /// The group.
    pub group: Text,
    /// Its id.
    pub id: Text,
    /// How many shards it owns.
    pub owned: usize,
    /// How many it is to own.
    pub planned: usize,
    /// How many shards the group has.
    pub shards: u32,
    /// Its weight.
    pub weight: u32,
    /// Whether it makes the plan.
    pub planner: bool,
    /// Whether it is gone, and its shards wait for it.
    pub absent: bool,
    /// Whether it is about to leave.
    pub leaving: bool,
    /// The shards that it must not have now, because their command keeps failing there.
    pub barred: Vec<u32>,
    /// Its lease; nothing when it is gone.
    pub lease: Option<LeaseId>,
    /// What it says of itself; nothing when it is gone.
    #[serde(flatten)]
    pub node: Option<Node>,
}

impl Release {
    /// For people.
    pub fn words(self) -> &'static str {
        match self {
            Self::Moved => "it has moved",
            Self::Barred => "its command keeps failing",
            Self::Stopped => "stopping",
        }
    }
}
