//! Elections: what happens to a node and to the leadership, and rows of answers.

use serde::Serialize;

use super::{LeaseId, Loss, Text, Time};
use crate::record::Node;

/// What happens in an election.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "event")]
#[allow(missing_docs)] // The variants and their fields are docs/events.md.
pub enum ElectEvent {
    #[serde(rename = "elect.waiting")]
    Waiting(ElectWait),
    #[serde(rename = "elect.elected")]
    Elected { election: Text, id: Text, key: Text, lease: LeaseId, fence: i64, ttl: u64, waited_ms: u64 },
    #[serde(rename = "elect.requeued")]
    Requeued { election: Text, id: Text, key: Text, lease: LeaseId, lost_key: Text, reason: Loss },
    #[serde(rename = "elect.stood_aside")]
    StoodAside { election: Text, id: Text, to: Text },
    #[serde(rename = "elect.id_taken")]
    IdTaken { election: Text, id: Text, host: Option<Text>, pid: Option<u32>, lease: LeaseId, ttl_left: i64 },
    #[serde(rename = "elect.lost")]
    Lost { election: Text, id: Text, key: Text, lease: LeaseId, fence: i64, reason: Loss },
    #[serde(rename = "elect.asking")]
    Asking { election: Text, id: Text, fence: i64, to: Option<Text>, limit_ms: u64 },
    #[serde(rename = "elect.asked")]
    Asked { election: Text, id: Text, fence: i64, to: Option<Text>, host: Text, pid: u32, user: Text },
    #[serde(rename = "elect.leads_on")]
    LeadsOn { election: Text, id: Text, fence: i64, message: Text },
    #[serde(rename = "elect.resigned")]
    Resigned { election: Text, id: Text, key: Text, lease: LeaseId, fence: i64, reason: Parting, held_ms: u64 },
    #[serde(rename = "elect.unreleased")]
    Unreleased { election: Text, key: Text, lease: LeaseId, frees_at: Time, message: Text },
    #[serde(rename = "elect.hook_failed")]
    HookFailed { election: Text, hook: Hook, code: u8, too_long: bool },
    #[serde(rename = "elect.retrying")]
    Retrying { election: Text, id: Text, wait_ms: u64, message: Text },
    #[serde(rename = "elect.next_slot")]
    NextSlot { election: Text, id: Text, fence: i64, slot: Time },
    #[serde(rename = "elect.slot_begun")]
    SlotBegun { election: Text, id: Text, fence: i64, slot: Time, missed: u64, late_ms: u64 },
    #[serde(rename = "elect.slot_ended")]
    SlotEnded { election: Text, id: Text, fence: i64, slot: Time, code: u8, took_ms: u64 },
    #[serde(rename = "elect.slot_interrupted")]
    SlotInterrupted { election: Text, id: Text, fence: i64, slot: Time },
    #[serde(rename = "elect.slots_missed")]
    SlotsMissed { election: Text, id: Text, missed: u64, slot: Time },
    #[serde(rename = "elect.schedule_changed")]
    ScheduleChanged { election: Text, id: Text, before: Text, after: Text, slot: Time },
    #[serde(rename = "elect.clock_behind")]
    ClockBehind { election: Text, id: Text, slot: Time, now: Time },
    #[serde(rename = "elect.leader")]
    Leader(Leading),
    #[serde(rename = "elect.vacant")]
    Vacant { election: Text, revision: i64 },
    #[serde(rename = "elect.status")]
    Status(CandidateRow),
    #[serde(rename = "elect.last_slot")]
    LastSlot(SlotRow),
    #[serde(rename = "elect.handed_over")]
    HandedOver { election: Text, id: Text, fence: i64, leader: Option<Text>, leader_fence: Option<i64>, forced: bool },
}

/// A wait for the leadership.
#[derive(Clone, Debug, Serialize)]
pub struct ElectWait {
    /// The election.
    pub election: Text,
    /// The node that waits.
    pub id: Text,
    /// Its key.
    pub key: Text,
    /// Candidates before it, the leader included.
    pub position: usize,
    /// The leader's id.
    pub leader: Text,
    /// Its key.
    pub leader_key: Text,
}

/// Who leads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Leading {
    /// The election.
    pub election: Text,
    /// The leader's id: the value of its key.
    pub leader: Text,
    /// Its key.
    pub key: Text,
    /// Its lease.
    pub lease: Option<LeaseId>,
    /// The key's create revision, which grows from leader to leader.
    pub fence: i64,
    /// The revision at which it was so.
    pub revision: i64,
}

/// One candidate, for `elect status`.
#[derive(Clone, Debug, Serialize)]
pub struct CandidateRow {
    /// The election.
    pub election: Text,
    /// Its id: the value of its key.
    pub id: Text,
    /// Whether it leads.
    pub leads: bool,
    /// Candidates before it: 0 for the first.
    pub position: usize,
    /// Its key.
    pub key: Text,
    /// The lease that the key stands on, where it stands on any.
    pub lease: Option<LeaseId>,
    /// The key's create revision.
    pub fence: i64,
    /// What it says of itself; nothing when it is another client's.
    #[serde(flatten)]
    pub node: Option<Node>,
}

/// The slot of periodic work that was begun last, for `elect status`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SlotRow {
    /// The election.
    pub election: Text,
    /// The slot.
    pub slot: Time,
    /// The schedule that it is of.
    pub schedule: Text,
    /// The time zone of that.
    pub zone: Text,
    /// Who has begun it.
    pub id: Text,
    /// With this fence.
    pub fence: i64,
    /// Whether its command has ended.
    pub ended: bool,
}

/// Why a leader has given up its leadership in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Parting {
    /// Its command has ended by itself.
    Ended,
    /// A signal has asked for it.
    Stopped,
    /// `elect resign` has asked for it.
    Resigned,
    /// `elect transfer` has asked for it.
    Transferred,
    /// Its `--on-elected` has failed.
    HookFailed,
    /// It is not healthy, and another node waits.
    Unhealthy,
}

/// A command that is run at a change of leadership.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Hook {
    /// `--on-elected`.
    OnElected,
    /// `--on-defeat`.
    OnDefeat,
}

impl Parting {
    /// As events have it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Ended => "ended",
            Self::Stopped => "stopped",
            Self::Resigned => "resigned",
            Self::Transferred => "transferred",
            Self::HookFailed => "hook_failed",
            Self::Unhealthy => "unhealthy",
        }
    }
}

impl Hook {
    /// As the option is called.
    pub fn option(self) -> &'static str {
        match self {
            Self::OnElected => "--on-elected",
            Self::OnDefeat => "--on-defeat",
        }
    }
}
