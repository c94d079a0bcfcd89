//! Elections, for people.

use jiff::Timestamp;

use super::{Row, Words, age, ago, brief, process, seconds};
use crate::event::{CandidateRow, ElectEvent, ElectWait, Leading, Parting, SlotRow, Time};
use crate::record::Node;
use crate::report::class::{Class, Kept, Said};

pub(super) fn class(event: &ElectEvent) -> Class {
    match event {
        ElectEvent::Waiting(_) => Class::Wait,
        ElectEvent::Elected { .. } => Class::Turn,
        ElectEvent::Leader(_)
        | ElectEvent::Vacant { .. }
        | ElectEvent::Status(_)
        | ElectEvent::LastSlot(_)
        | ElectEvent::HandedOver { .. } => Class::Result,
        ElectEvent::Requeued { .. }
        | ElectEvent::StoodAside { .. }
        | ElectEvent::IdTaken { .. }
        | ElectEvent::Asked { .. }
        | ElectEvent::Retrying { .. }
        | ElectEvent::Asking { .. }
        | ElectEvent::NextSlot { .. }
        | ElectEvent::ScheduleChanged { .. }
        | ElectEvent::ClockBehind { .. } => Class::NOTE,
        ElectEvent::Lost { .. }
        | ElectEvent::LeadsOn { .. }
        | ElectEvent::HookFailed { .. }
        | ElectEvent::Unreleased { .. }
        | ElectEvent::SlotBegun { missed: 1.., .. }
        | ElectEvent::SlotEnded { code: 1.., .. }
        | ElectEvent::SlotInterrupted { .. }
        | ElectEvent::SlotsMissed { .. }
        | ElectEvent::Resigned {
            reason: Parting::Resigned | Parting::Transferred | Parting::HookFailed | Parting::Unhealthy,
            ..
        } => Class::Diagnostic(Said::Always, Kept::Always),
        ElectEvent::Resigned { reason: Parting::Ended | Parting::Stopped, .. }
        | ElectEvent::SlotBegun { missed: 0, .. }
        | ElectEvent::SlotEnded { code: 0, .. } => Class::Diagnostic(Said::Verbose, Kept::Always),
    }
}

/// `aside`: standard output is a command's.
pub(super) fn words(event: &ElectEvent, aside: bool) -> Words {
    Words::Line(match event {
        ElectEvent::Waiting(ElectWait { election, position, leader, .. }) => {
            format!("waiting to lead {election}, position {position}; {leader} leads")
        }
        ElectEvent::Elected { election, id, fence, waited_ms, .. } if aside => {
            format!("{id} leads {election} now (fence {fence}), after {}", seconds(*waited_ms))
        }
        // Without a command, who leads is told anyway.
        ElectEvent::Elected { .. } => String::new(),
        ElectEvent::Requeued { election, reason, .. } => {
            format!("lost the place in the queue of {election}: {reason}; queued again")
        }
        ElectEvent::StoodAside { election, to, .. } => {
            format!("gave up the place in the queue of {election}, so that {to} is next; queued again")
        }
        ElectEvent::IdTaken { election, id, host, pid, ttl_left, .. } => {
            let who = host.as_ref().zip(*pid).map(|(host, pid)| format!(" by pid {pid} on {host}")).unwrap_or_default();
            format!("the id {id} is in use in {election}{who}; waiting for its lease to end ({ttl_left}s left)")
        }
        ElectEvent::Lost { election, reason, .. } => format!("lost the leadership of {election}: {reason}"),
        ElectEvent::Asking { election, id, to, limit_ms, .. } => {
            let to = to.as_ref().map_or_else(|| "step down".to_owned(), |to| format!("hand over to {to}"));
            format!("asked {id} to {to} in {election}; it has {}", seconds(*limit_ms))
        }
        ElectEvent::NextSlot { slot, .. } => {
            format!("the next slot is {slot}, in {}", age(Time(Timestamp::now()), *slot))
        }
        ElectEvent::LastSlot(SlotRow { schedule, zone, slot, id, ended, .. }) => {
            let ended = if *ended { "has ended" } else { "has not said that it ended" };
            format!("last slot {slot} ({schedule}, {zone}): begun by {id}, {ended}")
        }
        ElectEvent::Asked { election, to, host, pid, user, .. } => {
            let to = to.as_ref().map_or_else(|| "step down".to_owned(), |to| format!("hand over to {to}"));
            format!("asked by {} to {to} in {election}", process(user, host, *pid))
        }
        ElectEvent::LeadsOn { election, id, message, .. } => format!("{id} leads {election} on: {message}"),
        ElectEvent::Resigned { election, id, held_ms, .. } => {
            format!("{id} stepped down in {election} after {}", seconds(*held_ms))
        }
        ElectEvent::Unreleased { election, frees_at, message, .. } => format!(
            "stepping down in {election} could not be confirmed ({message}); the place frees itself by {:.0}",
            frees_at.0
        ),
        ElectEvent::HookFailed { hook, code, too_long, .. } => {
            let why =
                if *too_long { "took too long and was stopped".to_owned() } else { format!("failed with {code}") };
            format!("{} {why}", hook.option())
        }
        ElectEvent::Retrying { election, wait_ms, message, .. } => {
            format!("standing for {election} again in {}: {message}", seconds(*wait_ms))
        }
        ElectEvent::SlotBegun { slot, missed: 0, late_ms, .. } => {
            format!("slot {slot} begins, {} late", seconds(*late_ms))
        }
        ElectEvent::SlotBegun { slot, missed, .. } => format!("slot {slot} begins; {missed} before it were missed"),
        ElectEvent::SlotEnded { slot, code: code @ (126 | 127), .. } => {
            let why = if *code == 127 { "not found" } else { "not executable" };
            format!("slot {slot} ended with {code}: command {why}")
        }
        ElectEvent::SlotEnded { slot, code, took_ms, .. } => {
            format!("slot {slot} ended with {code} after {}", seconds(*took_ms))
        }
        ElectEvent::SlotInterrupted { id, slot, .. } => {
            format!("slot {slot} was begun by {id}, which has not said that it ended")
        }
        ElectEvent::SlotsMissed { missed: 1, slot, .. } => format!("slot {slot} was missed"),
        ElectEvent::SlotsMissed { missed, slot, .. } => format!("{missed} slots were missed, the last of them {slot}"),
        ElectEvent::ScheduleChanged { before, after, slot, .. } => {
            format!("the schedule was {before:?} and is {after:?} now; it goes on after slot {slot}")
        }
        ElectEvent::ClockBehind { slot, now, .. } => {
            format!("slot {slot} was begun already, and it is {now} by this host's clock; waiting until it is past")
        }
        ElectEvent::Leader(Leading { election, leader, fence, .. }) if aside => {
            format!("{leader} leads {election} (fence {fence})")
        }
        ElectEvent::Leader(Leading { leader, .. }) => leader.to_string(),
        ElectEvent::Vacant { election, .. } => format!("nobody leads {election}"),
        ElectEvent::Status(row) => return Words::Row(candidate(row)),
        ElectEvent::HandedOver { election, id, leader, forced, .. } => {
            let leader = leader.as_ref().map_or_else(|| "nobody".to_owned(), ToString::to_string);
            let forced = if *forced {
                format!(
                    ". The key of {id} was removed; its command runs on until its etcdpat learns of that, or hangs for a TTL"
                )
            } else {
                String::new()
            };
            format!("{id} leads {election} no more; {leader} leads now{forced}")
        }
    })
}

fn candidate(row: &CandidateRow) -> Row {
    let CandidateRow { id, leads, position, key, lease, fence, node, .. } = row;
    let place = match (leads, lease) {
        (true, _) => "leader".to_owned(),
        (false, Some(_)) => format!("candidate {position}"),
        (false, None) => "blocks".to_owned(),
    };
    let [who, since, command] = match node {
        Some(Node { user, host, pid, since, command, .. }) => {
            let command = if command.is_empty() { "(none)".to_owned() } else { brief(command) };
            [process(user, host, *pid), format!("{} ago", ago(*since)), command]
        }
        None => ["another client".to_owned(), String::new(), String::new()],
    };
    let cells = [place, id.to_string(), fence.to_string(), who, since, command, key.to_string()];
    Row::new(["", "ID", "FENCE", "NODE", "STARTED", "COMMAND", "KEY"], cells)
}
