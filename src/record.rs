//! What etcdpat stores in etcd, and reads back from there. Others may have written it: its text is [`Text`].

use std::fmt;
use std::num::NonZeroU32;

use serde::{Deserialize, Deserializer, Serialize};

use crate::value::{Text, Time, whole_characters};

/// The longest text of a record that somebody has chosen, in bytes: a command, a note. Every contender reads it.
pub const LONGEST_TEXT: usize = 4096;
/// Of the names of a user and a host, so much is shown.
const LONGEST_NAME: usize = 256;

/// A text as it fits a record: cut between two characters where it is too long, which `…` says.
pub fn fitted(mut text: String) -> String {
    const MARK: char = '…';

    if text.len() > LONGEST_TEXT {
        text.truncate(whole_characters(text.as_bytes(), LONGEST_TEXT - MARK.len_utf8()));
        text.push(MARK);
    }
    text
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
    #[serde(deserialize_with = "string")]
    pub host: Text,
    /// The kernel's id of this boot of the host: a pid means something only together with it.
    #[serde(default, deserialize_with = "string")]
    pub boot: Text,
    /// The process that the user started: the keeper.
    pub pid: u32,
    /// The user's name.
    #[serde(deserialize_with = "string")]
    pub user: Text,
    /// The command that it runs, or wants to.
    #[serde(deserialize_with = "string")]
    pub command: Text,
    /// `--note`.
    #[serde(default, skip_serializing_if = "Option::is_none", deserialize_with = "optional_string")]
    pub note: Option<Text>,
    /// No process stands behind it once it holds: it is from `lock acquire`, and its pid is that of a process of the past.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub detached: bool,
    /// When it entered the queue. Since when it holds is nowhere: a holder's key is written once, so that its mod revision is
    /// the fence (docs/guide/fence.md).
    pub since: Time,
}

impl Owner {
    /// Who it is, for people. A holder may have no process any more: nobody supervises its lock.
    pub fn who(&self, holds: bool) -> String {
        let Self { user, host, pid, .. } = self;
        let process = if holds && self.detached { "unsupervised".to_owned() } else { format!("pid {pid}") };
        format!("{}@{} ({process})", user.brief(LONGEST_NAME), host.brief(LONGEST_NAME))
    }
}

/// What a node says of itself, beside its place in the queue of an election.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Node {
    /// Host name.
    #[serde(deserialize_with = "string")]
    pub host: Text,
    /// The kernel's id of this boot of the host.
    #[serde(default, deserialize_with = "string")]
    pub boot: Text,
    /// The process that the user started: the keeper.
    pub pid: u32,
    /// The user's name.
    #[serde(deserialize_with = "string")]
    pub user: Text,
    /// The command that it runs while it leads.
    #[serde(deserialize_with = "string")]
    pub command: Text,
    /// When it was started.
    pub since: Time,
    /// From SIGTERM to SIGKILL of its command, milliseconds.
    pub grace_ms: u64,
}

impl Node {
    /// The same process as a contender of a lock would say it.
    pub fn new(owner: Owner, grace_ms: u64) -> Self {
        let Owner { host, boot, pid, user, command, since, .. } = owner;
        Self { host, boot, pid, user, command, since, grace_ms }
    }
}

/// What a node of `ha active-passive` says of itself, whether it is in the queue or not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Presence {
    /// Its id.
    pub id: Text,
    /// Who it is.
    #[serde(flatten)]
    pub node: Node,
    /// What it runs.
    pub running: Option<Role>,
    /// Since when; or since when it runs nothing.
    pub running_since: Time,
    /// How it is.
    pub health: Condition,
    /// Since when.
    pub health_since: Time,
}

/// What a node of `ha active-passive` runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// What runs on the leader.
    Primary,
    /// What runs on the others.
    Secondary,
}

impl Role {
    /// As events and variables have it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Primary => "primary",
            Self::Secondary => "secondary",
        }
    }
}

/// How a node is, as its check says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Condition {
    /// It may lead.
    Healthy,
    /// It may not: its check fails, or has not succeeded yet.
    Unhealthy,
    /// It has no check, and may lead.
    Unchecked,
}

impl Condition {
    /// As events have it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Healthy => "healthy",
            Self::Unhealthy => "unhealthy",
            Self::Unchecked => "unchecked",
        }
    }
}

/// What is asked of a candidate in an election.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Request {
    /// To whom it is to hand over; to whoever is next, where nobody is named.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub to: Option<Successor>,
    /// Who asks: host name.
    #[serde(deserialize_with = "string")]
    pub host: Text,
    /// Its process.
    pub pid: u32,
    /// Its user.
    #[serde(deserialize_with = "string")]
    pub user: Text,
}

/// The candidate that is to lead next.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Successor {
    /// Its id.
    pub id: Text,
    /// Its key.
    pub key: Text,
    /// The key's create revision.
    pub fence: i64,
}

/// The slot of periodic work that was begun last in an election.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SlotRecord {
    /// Its nominal instant.
    pub slot: Time,
    /// Where a period counts from.
    pub anchor: Time,
    /// The schedule that it is of.
    pub schedule: Text,
    /// The time zone of that.
    pub zone: Text,
    /// The fence of the leader that began it.
    pub fence: i64,
    /// Its id.
    pub id: Text,
    /// Whether its command has ended.
    pub ended: bool,
}

/// What a leader says to a request.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum Answer {
    /// It is at it.
    UnderWay,
    /// It leads on.
    Refused {
        /// Why.
        why: Text,
    },
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

/// A field that is a string in every record: what is not is no record of ours.
fn string<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Text, D::Error> {
    String::deserialize(deserializer).map(Text::from)
}

fn optional_string<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Option<Text>, D::Error> {
    Option::<String>::deserialize(deserializer).map(|text| text.map(Text::from))
}
