//! Leases, for people.

use super::{Row, Words, listed, seconds};
use crate::event::{LeaseEvent, LeaseRow, LeaseStanding};
use crate::report::class::{Class, Kept, Said};

pub(super) fn class(event: &LeaseEvent) -> Class {
    match event {
        LeaseEvent::Granted { .. }
        | LeaseEvent::Revoked { .. }
        | LeaseEvent::Ttl(_)
        | LeaseEvent::Entry(_)
        | LeaseEvent::Attached { .. }
        | LeaseEvent::Of { .. } => Class::Result,
        LeaseEvent::Renewed { .. } => Class::Renewal,
        LeaseEvent::TtlRaised { .. } | LeaseEvent::Unconfirmed { .. } | LeaseEvent::Confirmed { .. } => Class::NOTE,
        LeaseEvent::Held { .. } => Class::DETAIL,
        LeaseEvent::Lost { .. } => Class::Diagnostic(Said::Never, Kept::Always),
        LeaseEvent::Released { .. } => Class::Diagnostic(Said::Verbose, Kept::Always),
        LeaseEvent::Unreleased { .. } => Class::Diagnostic(Said::Always, Kept::Always),
    }
}

pub(super) fn words(event: &LeaseEvent) -> Words {
    Words::Line(match event {
        LeaseEvent::Granted { lease, .. } | LeaseEvent::Of { lease, .. } => lease.to_string(),
        LeaseEvent::TtlRaised { asked_ttl, granted_ttl, .. } => {
            format!("the server granted {granted_ttl}s instead of {asked_ttl}s")
        }
        LeaseEvent::Revoked { lease } => format!("revoked lease {lease}"),
        LeaseEvent::Ttl(LeaseStanding { lease, ttl, granted_ttl, keys }) => {
            let line = format!("lease {lease} has {ttl}s left of {granted_ttl}s");
            keys.iter().flatten().fold(line, |lines, key| format!("{lines}\n  {key}"))
        }
        LeaseEvent::Renewed { lease, ttl, deadline, .. } => {
            format!("renewed lease {lease} for {ttl}s, until {deadline}")
        }
        LeaseEvent::Entry(row) => return Words::Row(entry(row)),
        LeaseEvent::Attached { lease, key } => format!("put {key} on lease {lease}"),
        LeaseEvent::Held { lease, ttl, keys } => format!("put {} on lease {lease} ({ttl}s)", listed(keys)),
        LeaseEvent::Unconfirmed { message, deadline, .. } => {
            format!("the lease is not confirmed: {message}; trying again until {:.0}", deadline.0)
        }
        LeaseEvent::Confirmed { away_ms, .. } => format!("the lease is confirmed again after {}", seconds(*away_ms)),
        LeaseEvent::Lost { lease, reason } => format!("lost lease {lease}: {reason}"),
        LeaseEvent::Released { lease, held_ms } => format!("revoked lease {lease} after {}", seconds(*held_ms)),
        LeaseEvent::Unreleased { lease, frees_at, message } => {
            format!("the end of lease {lease} could not be confirmed ({message}); its keys go by {:.0}", frees_at.0)
        }
    })
}

fn entry(LeaseRow { lease, ttl, granted_ttl, keys }: &LeaseRow) -> Row {
    let keys = keys.map_or_else(|| "?".to_owned(), |keys| keys.to_string());
    Row::new(["LEASE", "TTL", "KEYS"], [lease.to_string(), format!("{ttl}/{granted_ttl}s"), keys])
}
