//! Leases, for people.

use super::{Row, seconds};
use crate::event::{Event, LeaseRow, LeaseStanding, Text};

/// What is said of an event on standard error.
pub(super) fn diagnostic(event: &Event) -> Option<String> {
    Some(match event {
        Event::LeaseTtlRaised { asked_ttl, granted_ttl, .. } => {
            format!("the server granted {granted_ttl}s instead of {asked_ttl}s")
        }
        Event::LeaseHeld { lease, ttl, keys } => format!("put {} on lease {lease} ({ttl}s)", listed(keys)),
        Event::LeaseLost { lease, reason } => format!("lost lease {lease}: {reason}"),
        Event::LeaseReleased { lease, held_ms } => format!("revoked lease {lease} after {}", seconds(*held_ms)),
        Event::LeaseUnreleased { lease, frees_at, message } => {
            format!("the end of lease {lease} could not be confirmed ({message}); its keys go by {:.0}", frees_at.0)
        }
        _ => return None,
    })
}

/// An answer that is a line, or a few.
pub(super) fn result(event: &Event) -> Option<String> {
    Some(match event {
        Event::LeaseGranted { lease, .. } | Event::LeaseOf { lease, .. } => lease.to_string(),
        Event::LeaseRevoked { lease } => format!("revoked lease {lease}"),
        Event::LeaseTtl(LeaseStanding { lease, ttl, granted_ttl, keys }) => {
            let line = format!("lease {lease} has {ttl}s left of {granted_ttl}s");
            keys.iter().flatten().fold(line, |lines, key| format!("{lines}\n  {key}"))
        }
        Event::LeaseRenewed { lease, ttl, deadline, .. } => {
            format!("renewed lease {lease} for {ttl}s, until {deadline}")
        }
        Event::LeaseAttached { lease, key } => format!("put {key} on lease {lease}"),
        _ => return None,
    })
}

/// An answer that is a row of a table.
pub(super) fn row(event: &Event) -> Option<Row> {
    let Event::LeaseEntry(LeaseRow { lease, ttl, granted_ttl, keys }) = event else { return None };
    let keys = keys.map_or_else(|| "?".to_owned(), |keys| keys.to_string());
    Some(Row::new(["LEASE", "TTL", "KEYS"], [lease.to_string(), format!("{ttl}/{granted_ttl}s"), keys]))
}

fn listed(keys: &[Text]) -> String {
    keys.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}
