//! Service discovery, for people.

use super::{Row, Words, ago, seconds};
use crate::event::{DiscoverEvent, InstanceChange, InstanceRow, ServiceCount, Withdrawal};
use crate::report::class::{Class, Kept, Said};

pub(super) fn class(event: &DiscoverEvent) -> Class {
    match event {
        DiscoverEvent::Added(_)
        | DiscoverEvent::Updated(_)
        | DiscoverEvent::Removed(_)
        | DiscoverEvent::Instance(_)
        | DiscoverEvent::Entry(_)
        | DiscoverEvent::Picked(_) => Class::Result,
        DiscoverEvent::None { waiting: false, .. } => Class::Diagnostic(Said::Always, Kept::AmongResults),
        DiscoverEvent::None { waiting: true, .. }
        | DiscoverEvent::Skipped { .. }
        | DiscoverEvent::Lost { .. }
        | DiscoverEvent::Retrying { .. }
        | DiscoverEvent::FileRefused { .. }
        | DiscoverEvent::IdTaken { .. }
        | DiscoverEvent::Unhealthy { .. }
        | DiscoverEvent::Healthy { .. } => Class::NOTE,
        DiscoverEvent::ExecFailed { .. }
        | DiscoverEvent::Replaced { .. }
        | DiscoverEvent::Deregistered { .. }
        | DiscoverEvent::Unreleased { .. } => Class::Diagnostic(Said::Always, Kept::Always),
        DiscoverEvent::Registered { .. } | DiscoverEvent::Withdrawn { .. } => Class::WaitOver,
    }
}

pub(super) fn words(event: &DiscoverEvent) -> Words {
    Words::Line(match event {
        DiscoverEvent::Added(row) => format!("added {}", told(row)),
        DiscoverEvent::Updated(InstanceChange { row, old_address, old_status, .. }) => {
            let before = if row.address == *old_address { String::new() } else { format!(", was at {old_address}") };
            let status = if row.status == *old_status { "" } else { old_status };
            let status = if status.is_empty() { String::new() } else { format!(", was {status}") };
            format!("updated {}{before}{status}", told(row))
        }
        DiscoverEvent::Removed(row) => format!("removed {}", told(row)),
        DiscoverEvent::Instance(row) => return Words::Row(instance(row)),
        DiscoverEvent::Entry(ServiceCount { service, instances, up }) => {
            let cells = [service.to_string(), instances.to_string(), up.to_string()];
            return Words::Row(Row::new(["SERVICE", "INSTANCES", "UP"], cells));
        }
        DiscoverEvent::Picked(row) => row.address.to_string(),
        DiscoverEvent::None { service, waiting: true } => format!("waiting for an instance of {service}"),
        DiscoverEvent::None { service, waiting: false } => format!("{service} has no instance"),
        DiscoverEvent::Skipped { service, key, message } => format!("left out {key} of {service}: {message}"),
        DiscoverEvent::ExecFailed { service, code } => format!("--exec for {service} failed with {code}"),
        DiscoverEvent::Registered { service, id, address, status: "up", .. } => {
            format!("registered {id} of {service} at {address}")
        }
        DiscoverEvent::Registered { service, id, address, status, .. } => {
            format!("registered {id} of {service} at {address}, {status}")
        }
        DiscoverEvent::Withdrawn { service, id, reason, .. } => {
            let why = match reason {
                Withdrawal::Unhealthy => "it is unhealthy",
                Withdrawal::Draining => "it is draining",
                Withdrawal::Ended => "it has ended",
                Withdrawal::Stopped => "asked to stop",
            };
            format!("withdrew {id} of {service}: {why}")
        }
        DiscoverEvent::Unhealthy { service, id, message } => format!("{id} of {service} is unhealthy: {message}"),
        DiscoverEvent::Healthy { service, id } => format!("{id} of {service} is healthy"),
        DiscoverEvent::Lost { service, id, reason, .. } => {
            format!("lost the record of {id} of {service}: {reason}; registering it again")
        }
        DiscoverEvent::IdTaken { service, id, host, pid, ttl_left, .. } => {
            let who = host.as_ref().zip(*pid).map(|(host, pid)| format!(" by pid {pid} on {host}")).unwrap_or_default();
            let left = ttl_left.map(|left| format!(" ({left}s left)")).unwrap_or_default();
            format!("{id} of {service} is registered{who}; waiting for its lease to end{left}")
        }
        DiscoverEvent::Replaced { service, id, address, host, pid } => {
            let who = host.as_ref().zip(*pid).map(|(host, pid)| format!(" by pid {pid} on {host}")).unwrap_or_default();
            let now = address.as_ref().map(|address| format!(", and is at {address} now")).unwrap_or_default();
            format!("{id} of {service} was replaced{who}{now}; it is registered here no more")
        }
        DiscoverEvent::Deregistered { service, id, .. } => {
            format!("{id} of {service} was deregistered")
        }
        DiscoverEvent::Retrying { wait_ms, message } => format!("{message}; trying again in {}", seconds(*wait_ms)),
        DiscoverEvent::FileRefused { message } => format!("{message}; what was registered before stays"),
        DiscoverEvent::Unreleased { frees_at, message, .. } => {
            format!("deregistering could not be confirmed ({message}); the record goes by itself by {:.0}", frees_at.0)
        }
    })
}

fn told(row: &InstanceRow) -> String {
    let InstanceRow { service, id, address, status, .. } = row;
    let status = if *status == "up" { String::new() } else { format!(", {status}") };
    let meta = meta(row);
    let meta = if meta.is_empty() { meta } else { format!(" ({meta})") };
    format!("{id} of {service} at {address}{meta}{status}")
}

fn meta(row: &InstanceRow) -> String {
    row.meta.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>().join(", ")
}

fn instance(row: &InstanceRow) -> Row {
    let since = row.since.map(|since| format!("{} ago", ago(since))).unwrap_or_default();
    let host = row.host.as_ref().map(ToString::to_string).unwrap_or_default();
    let cells = [
        row.id.to_string(),
        row.address.to_string(),
        row.status.to_owned(),
        meta(row),
        host,
        since,
        row.key.to_string(),
    ];
    Row::new(["ID", "ADDRESS", "STATUS", "META", "HOST", "SINCE", "KEY"], cells)
}
