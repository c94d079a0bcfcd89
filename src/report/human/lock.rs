//! Locks, for people.

use super::{Row, Words, ago, brief, listed, seconds};
use crate::event::{ContenderRow, LockEvent, LockRow, LockWait};
use crate::record::{Mode, Owner};
use crate::report::class::{Class, Kept, Said};

/// Of a command that is too long for one line, so much is shown there.
const LONGEST_IN_LINE: usize = 300;

pub(super) fn class(event: &LockEvent) -> Class {
    match event {
        LockEvent::Waiting(_) => Class::Wait,
        LockEvent::Acquired { .. } => Class::WaitOver,
        LockEvent::Renewed { .. }
        | LockEvent::Status(_)
        | LockEvent::Free { .. }
        | LockEvent::Entry(_)
        | LockEvent::Checked { .. }
        | LockEvent::Broken { .. }
        // By `lock release`: it is what was asked for.
        | LockEvent::Released { held_ms: None, .. } => Class::Result,
        LockEvent::Holding { .. } | LockEvent::Requeued { .. } | LockEvent::Cut { field: "note", .. } => Class::NOTE,
        LockEvent::Cut { .. } => Class::DETAIL,
        LockEvent::Refused { .. } => Class::Diagnostic(Said::Never, Kept::Never),
        LockEvent::Lost { .. } => Class::Diagnostic(Said::Never, Kept::Always),
        LockEvent::Released { held_ms: Some(_), .. } => Class::Diagnostic(Said::Verbose, Kept::Always),
        LockEvent::Unreleased { .. } => Class::Diagnostic(Said::Always, Kept::Always),
    }
}

/// `aside`: standard output is a child's.
pub(super) fn words(event: &LockEvent, aside: bool) -> Words {
    Words::Line(match event {
        LockEvent::Waiting(wait) => waiting(wait),
        LockEvent::Acquired { lock, locks, fence, waited_ms, .. } if aside => {
            let names = if locks.is_empty() { format!("lock {lock}") } else { format!("locks {}", listed(locks)) };
            format!("acquired {names} (fence {fence}) after {}", seconds(*waited_ms))
        }
        LockEvent::Acquired { key, .. } => key.to_string(),
        LockEvent::Holding { lock } => format!("holding {lock}; Ctrl-C releases it"),
        LockEvent::Cut { lock, field, length, longest } => {
            format!("the {field} has {length} bytes: the queue of {lock} has the first {longest}")
        }
        LockEvent::Refused { lock, permits, queue_permits } => {
            format!("lock {lock} is used with {queue_permits} permits, not {permits}")
        }
        LockEvent::Renewed { deadline, .. } => deadline.to_string(),
        LockEvent::Requeued { lock, reason, .. } => {
            format!("lost the place in the queue of lock {lock}: {reason}; queued again")
        }
        LockEvent::Lost { lock, reason, .. } => format!("lost lock {lock}: {reason}"),
        LockEvent::Released { lock, key, held_ms: None, .. } => format!("released lock {lock}, key {key}"),
        LockEvent::Released { lock, held_ms: Some(ms), .. } => format!("released lock {lock} after {}", seconds(*ms)),
        LockEvent::Unreleased { lock, frees_at, message, .. } => format!(
            "the release of lock {lock} could not be confirmed ({message}); it frees itself by {:.0}",
            frees_at.0
        ),
        LockEvent::Status(row) => return Words::Row(contender(row)),
        LockEvent::Entry(row) => return Words::Row(lock(row)),
        LockEvent::Checked { lock, fence, held: true, .. } => format!("{lock} is held with fence {fence}"),
        LockEvent::Checked { lock, fence, held: false, holder_fence: Some(other) } => {
            format!("{lock} is not held with fence {fence}: its holder's fence is {other}")
        }
        LockEvent::Free { lock } | LockEvent::Checked { lock, held: false, holder_fence: None, .. } => {
            format!("nobody holds {lock}")
        }
        LockEvent::Broken { lock, key, .. } => format!("removed {key} from the queue of {lock}"),
    })
}

fn waiting(wait: &LockWait) -> String {
    let LockWait { lock, position, holders, holder_key, holder_command, holder_since, .. } = wait;
    let holder = match (&wait.holder_host, wait.holder_pid, &wait.holder_user) {
        (Some(host), Some(pid), Some(user)) => {
            let (host, user) = (host.clone(), user.clone());
            Owner { host, pid, user, detached: wait.holder_detached, ..Owner::default() }.who(true)
        }
        _ => format!("another client's key {holder_key}"),
    };
    let command = holder_command.as_ref().filter(|command| !command.is_empty());
    let command = command.map(|command| format!(": {}", command.brief(LONGEST_IN_LINE))).unwrap_or_default();
    let since = holder_since.map(|since| format!(", queued {} ago", ago(since))).unwrap_or_default();
    let others = if *holders > 1 { format!(" and {} more", holders - 1) } else { String::new() };
    format!("waiting for lock {lock}, position {position}; held by {holder}{command}{since}{others}")
}

fn contender(row: &ContenderRow) -> Row {
    let ContenderRow { lock, key, stands, fence, holder, position, ttl, ttl_left, candidate, owner, .. } = row;
    let place = match (holder, stands, candidate) {
        (true, _, None) => "holder".to_owned(),
        (true, _, Some(_)) => "leader".to_owned(),
        (false, true, None) => format!("waiter {position}"),
        (false, true, Some(_)) => format!("candidate {position}"),
        (false, false, _) => "blocks".to_owned(),
    };
    let left = ttl_left.zip(*ttl).map_or_else(|| "no lease".to_owned(), |(left, ttl)| format!("{left}/{ttl}s"));
    let locks = owner.as_ref().map_or(&[][..], |owner| &owner.locks);
    let others: Vec<_> = locks.iter().filter(|one| *one != lock).cloned().collect();
    let with = if others.is_empty() { String::new() } else { format!(", with {}", listed(&others)) };
    let note = owner.as_ref().and_then(|owner| owner.note.as_ref()).map(brief).unwrap_or_default();
    let [mut who, since, command] = who(owner.as_ref(), *holder);
    let mut mode = format!("{}{with}", mode(owner.as_ref()));
    if let Some(id) = candidate {
        (who, mode) = (id.to_string(), "election".to_owned());
    }
    let cells = [place, fence.to_string(), mode, left, who, since, command, note, key.to_string()];
    Row::new(["", "FENCE", "MODE", "TTL", "OWNER", "QUEUED", "COMMAND", "NOTE", "KEY"], cells)
}

fn mode(owner: Option<&Owner>) -> String {
    match owner {
        Some(Owner { mode, permits: Some(permits), .. }) => format!("{mode} of {permits}"),
        Some(Owner { mode, .. }) => mode.to_string(),
        None => Mode::Exclusive.to_string(),
    }
}

fn lock(row: &LockRow) -> Row {
    let LockRow { lock, election, fence, holders, waiters, candidate, owner, .. } = row;
    let kind = if *election { "election".to_owned() } else { mode(owner.as_ref()) };
    // The first in the queue holds it.
    let [mut who, since, command] = who(owner.as_ref(), *holders > 0);
    if let Some(id) = candidate {
        who = id.to_string();
    }
    let cells =
        [lock.to_string(), kind, fence.to_string(), holders.to_string(), waiters.to_string(), who, since, command];
    Row::new(["LOCK", "KIND", "FENCE", "HOLDERS", "WAITERS", "OWNER", "QUEUED", "COMMAND"], cells)
}

fn who(owner: Option<&Owner>, holds: bool) -> [String; 3] {
    match owner {
        Some(owner) => [owner.who(holds), format!("{} ago", ago(owner.since)), brief(&owner.command)],
        None => ["another client".to_owned(), String::new(), String::new()],
    }
}
