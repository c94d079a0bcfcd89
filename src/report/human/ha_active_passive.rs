//! Active-passive nodes, for people.

use super::{Row, Words, ago, process, seconds};
use crate::event::{ActivePassiveEvent, ActivePassiveRow};
use crate::record::Role;
use crate::report::class::{Class, Kept, Said};

pub(super) fn class(event: &ActivePassiveEvent) -> Class {
    match event {
        ActivePassiveEvent::Status(_) | ActivePassiveEvent::NoNode { .. } => Class::Result,
        ActivePassiveEvent::Primary { .. } | ActivePassiveEvent::Secondary { .. } => Class::NOTE,
        ActivePassiveEvent::PrimaryFailed { .. }
        | ActivePassiveEvent::SecondaryEnded { .. }
        | ActivePassiveEvent::Health { .. } => Class::Diagnostic(Said::Always, Kept::Always),
    }
}

pub(super) fn words(event: &ActivePassiveEvent) -> Words {
    Words::Line(match event {
        ActivePassiveEvent::Primary { name, id, fence, .. } => {
            format!("{id} runs the primary of {name} (fence {fence})")
        }
        ActivePassiveEvent::Secondary { name, id, .. } => format!("{id} runs the secondary of {name}"),
        ActivePassiveEvent::PrimaryFailed { name, code, wait_ms, .. } => {
            format!("the primary ended with {code}; stepped down in {name}, standing again in {}", seconds(*wait_ms))
        }
        ActivePassiveEvent::SecondaryEnded { code, wait_ms, .. } => {
            format!("the secondary ended with {code}; starting it again in {}", seconds(*wait_ms))
        }
        ActivePassiveEvent::Health { id, healthy: true, .. } => format!("{id} is healthy"),
        ActivePassiveEvent::Health { id, role, message, .. } => {
            let why = message.as_ref().map(|message| format!(": {message}")).unwrap_or_default();
            format!("{id} is not healthy as {}{why}", role.name())
        }
        ActivePassiveEvent::Status(row) => return Words::Row(node(row)),
        ActivePassiveEvent::NoNode { name, .. } => format!("no node of {name} is there"),
    })
}

fn node(row: &ActivePassiveRow) -> Row {
    let ActivePassiveRow { id, role, position, running, since, health, health_since, host, pid, user, fence, .. } = row;
    let place = match (role, position) {
        (Role::Primary, _) => "leader".to_owned(),
        (Role::Secondary, Some(position)) => format!("standby {position}"),
        (Role::Secondary, None) => "not in the queue".to_owned(),
    };
    let runs = match (running, health) {
        (Some(running), _) => running.name(),
        (None, Some(_)) => "nothing",
        // It has not said.
        (None, None) => "",
    };
    let when = |since: &Option<_>| since.map(|since| format!("{} ago", ago(since))).unwrap_or_default();
    let health = health.map(|health| health.name().to_owned()).unwrap_or_default();
    let who = match (user, host, pid) {
        (Some(user), Some(host), Some(pid)) => process(user, host, *pid),
        _ => "another client".to_owned(),
    };
    let fence = fence.map(|fence| fence.to_string()).unwrap_or_default();
    let cells = [place, id.to_string(), runs.to_owned(), when(since), health, when(health_since), fence, who];
    Row::new(["", "ID", "RUNS", "STARTED", "HEALTH", "CHANGED", "FENCE", "NODE"], cells)
}
