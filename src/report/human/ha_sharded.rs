//! Sharded groups, for people.

use super::{Row, Words, ago, process, seconds};
use crate::event::{Release, ShardRow, ShardedEvent, ShardedMemberRow, Told};
use crate::record::Node;
use crate::report::class::{Class, Kept, Said};

pub(super) fn class(event: &ShardedEvent) -> Class {
    match event {
        ShardedEvent::Shard(_) | ShardedEvent::Member(_) => Class::Result,
        ShardedEvent::Joined { .. }
        | ShardedEvent::IdTaken { .. }
        | ShardedEvent::Retrying { .. }
        | ShardedEvent::Planned { .. }
        | ShardedEvent::Ended { .. }
        | ShardedEvent::CommonEnded { .. }
        | ShardedEvent::Unbarred { .. } => Class::NOTE,
        ShardedEvent::Waiting { .. } | ShardedEvent::Acknowledged { .. } => Class::DETAIL,
        ShardedEvent::Lost { .. }
        | ShardedEvent::Unreleased { .. }
        | ShardedEvent::Barred { .. }
        | ShardedEvent::Unacknowledged { .. }
        | ShardedEvent::Unwritten { .. }
        | ShardedEvent::ShardLost { .. } => Class::Diagnostic(Said::Always, Kept::Always),
        ShardedEvent::Left { .. }
        | ShardedEvent::Owned { .. }
        | ShardedEvent::Given { .. }
        | ShardedEvent::Released { .. } => Class::Diagnostic(Said::Verbose, Kept::Always),
    }
}

pub(super) fn words(event: &ShardedEvent) -> Words {
    Words::Line(match event {
        ShardedEvent::Joined { group, id, shards, .. } => {
            format!("{id} joined {group}, which has {}", count(*shards as usize, "shard"))
        }
        ShardedEvent::IdTaken { group, id, host, pid, ttl_left, .. } => {
            let who = host.as_ref().zip(*pid).map(|(host, pid)| format!(" by pid {pid} on {host}")).unwrap_or_default();
            format!("the id {id} is in use in {group}{who}; waiting for its lease to end ({ttl_left}s left)")
        }
        ShardedEvent::Lost { group, reason, .. } => {
            format!("lost the lease of all shards of {group}: {reason}; every command was stopped")
        }
        ShardedEvent::Retrying { group, wait_ms, message, .. } => {
            format!("joining {group} again in {}: {message}", seconds(*wait_ms))
        }
        ShardedEvent::Left { group, id, held_ms, .. } => format!("{id} left {group} after {}", seconds(*held_ms)),
        ShardedEvent::Unreleased { group, frees_at, message, .. } => format!(
            "leaving {group} could not be confirmed ({message}); the shards free themselves by {:.0}",
            frees_at.0
        ),
        ShardedEvent::Planned { group, members, absent, moves, unowned, .. } => {
            let absent = if *absent > 0 { format!(", {absent} of them away") } else { String::new() };
            let unowned = if *unowned > 0 { format!(", {unowned} barred everywhere") } else { String::new() };
            let (members, moves) = (count(*members, "instance"), count(*moves, "shard"));
            format!("planned {group} for {members}{absent}; to be moved: {moves}{unowned}")
        }
        ShardedEvent::Waiting { group, shard, holder, holder_key, .. } => {
            let holder = holder.as_ref().unwrap_or(holder_key);
            format!("waiting for shard {shard} of {group}: {holder} still has it")
        }
        ShardedEvent::Owned { group, shard, fence, waited_ms, .. } => {
            format!("owns shard {shard} of {group} now (fence {fence}), after {}", seconds(*waited_ms))
        }
        ShardedEvent::Ended { group, shard, code, ran_ms, wait_ms, .. } => format!(
            "the command of shard {shard} of {group} ended with {code} after {}; started again in {}",
            seconds(*ran_ms),
            seconds(*wait_ms)
        ),
        ShardedEvent::Barred { group, shard, code, failures, bar_ms, .. } => format!(
            "gave up shard {shard} of {group} for {}: its command failed {failures} times, with {code} at last",
            seconds(*bar_ms)
        ),
        ShardedEvent::Unbarred { group, shard, .. } => format!("may have shard {shard} of {group} again"),
        ShardedEvent::ShardLost { group, shard, reason, .. } => format!("lost shard {shard} of {group}: {reason}"),
        ShardedEvent::Released { group, shard, reason, held_ms, .. } => {
            format!("gave up shard {shard} of {group} after {}: {}", seconds(*held_ms), Release::words(*reason))
        }
        ShardedEvent::Given { group, generation, shards, by, .. } => {
            let how = match by {
                Told::Start => "started with",
                Told::Signal => "is told of",
            };
            let shards = count(*shards, "shard");
            format!("the command of {group} {how} generation {generation}: {shards}")
        }
        ShardedEvent::Acknowledged { group, generation, .. } => {
            format!("the command of {group} acknowledged generation {generation}")
        }
        ShardedEvent::Unacknowledged { group, generation, waited_ms, .. } => format!(
            "the command of {group} has not written {generation}, or a later generation, to $ETCDPAT_OWNED_ACK within {}; it is \
             started again",
            seconds(*waited_ms)
        ),
        ShardedEvent::Unwritten { group, message, .. } => {
            format!("cannot write the file of the shards of {group} that are owned: {message}")
        }
        ShardedEvent::CommonEnded { group, code, ran_ms, wait_ms, .. } => format!(
            "the command of {group} ended with {code} after {}; started again in {}",
            seconds(*ran_ms),
            seconds(*wait_ms)
        ),
        ShardedEvent::Shard(row) => return Words::Row(shard(row)),
        ShardedEvent::Member(row) => return Words::Row(member(row)),
    })
}

fn count(number: usize, what: &str) -> String {
    if number == 1 { format!("1 {what}") } else { format!("{number} {what}s") }
}

fn shard(row: &ShardRow) -> Row {
    let ShardRow { shard, owner, key, fence, planned, .. } = row;
    let owner = match (owner, key) {
        (Some(owner), _) => owner.to_string(),
        (None, Some(_)) => "(no member)".to_owned(),
        (None, None) => "(nobody)".to_owned(),
    };
    let text = |text: &Option<crate::event::Text>| text.as_ref().map(ToString::to_string).unwrap_or_default();
    let fence = fence.map(|fence| fence.to_string()).unwrap_or_default();
    Row::new(["SHARD", "OWNER", "FENCE", "PLANNED", "KEY"], [shard.to_string(), owner, fence, text(planned), text(key)])
}

fn member(row: &ShardedMemberRow) -> Row {
    let ShardedMemberRow { id, owned, planned, shards, weight, planner, absent, leaving, barred, node, .. } = row;
    let role = match () {
        () if *absent => "away",
        () if *leaving => "leaving",
        () if *planner => "planner",
        () => "",
    };
    let barred = barred.iter().map(ToString::to_string).collect::<Vec<_>>().join(",");
    let [who, since] = match node {
        Some(Node { user, host, pid, since, .. }) => [process(user, host, *pid), format!("{} ago", ago(*since))],
        None => [String::new(), String::new()],
    };
    let cells =
        [id.to_string(), format!("{owned}/{shards}"), planned.to_string(), weight.to_string(), role.to_owned(), barred];
    let [id, owned, planned, weight, role, barred] = cells;
    Row::new(
        ["ID", "OWNED", "PLANNED", "WEIGHT", "", "BARRED", "NODE", "STARTED"],
        [id, owned, planned, weight, role, barred, who, since],
    )
}
