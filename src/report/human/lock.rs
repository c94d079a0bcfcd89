//! Locks, for people.

use super::{Row, age, printable, seconds};
use crate::event::{ContenderRow, Event, LockRow, Mode, Owner, Text};

/// A wait, as its line shows it.
pub(in crate::report) fn waiting(event: &Event) -> String {
    let Event::LockWaiting {
        lock,
        position,
        holders,
        holder_key,
        holder_host,
        holder_pid,
        holder_user,
        holder_command,
        holder_since,
        ..
    } = event
    else {
        return String::new();
    };
    let holder = match (holder_host, holder_pid, holder_user) {
        (Some(host), Some(pid), Some(user)) => format!("{user}@{host} (pid {pid})"),
        _ => format!("another client's key {holder_key}"),
    };
    let command = holder_command.as_deref().filter(|command| !command.is_empty());
    let command = command.map(|command| format!(": {}", printable(command))).unwrap_or_default();
    let since = holder_since.map(|since| format!(", queued {} ago", age(since))).unwrap_or_default();
    let others = if *holders > 1 { format!(" and {} more", holders - 1) } else { String::new() };
    format!("waiting for lock {lock}, position {position}; held by {holder}{command}{since}{others}")
}

/// What is said of an event on standard error.
pub(super) fn diagnostic(event: &Event) -> Option<String> {
    Some(match event {
        Event::LockWaiting { .. } => waiting(event),
        Event::LockAcquired { lock, locks, fence, waited_ms, .. } => {
            let names = if locks.is_empty() { format!("lock {lock}") } else { format!("locks {}", listed(locks)) };
            format!("acquired {names} (fence {fence}) after {}", seconds(*waited_ms))
        }
        Event::LockRefused { lock, permits, queue_permits } => {
            format!("lock {lock} is used with {queue_permits} permits, not {permits}")
        }
        Event::LockRequeued { lock, reason, .. } => {
            format!("lost the place in the queue of lock {lock}: {reason}; queued again")
        }
        Event::LockLost { lock, reason, .. } => format!("lost lock {lock}: {reason}"),
        Event::LockReleased { lock, held_ms, .. } => {
            let after = held_ms.map(|ms| format!(" after {}", seconds(ms))).unwrap_or_default();
            format!("released lock {lock}{after}")
        }
        Event::LockUnreleased { lock, frees_at, message, .. } => {
            format!(
                "the release of lock {lock} could not be confirmed ({message}); it frees itself by {:.0}",
                frees_at.0
            )
        }
        _ => return None,
    })
}

/// An answer that is a line.
pub(super) fn result(event: &Event) -> Option<String> {
    Some(match event {
        Event::LockAcquired { key, .. } => key.to_string(),
        Event::LockChecked { lock, fence, held: true, .. } => format!("{lock} is held with fence {fence}"),
        Event::LockChecked { lock, fence, holder_fence: Some(other), .. } => {
            format!("{lock} is not held with fence {fence}: its holder's fence is {other}")
        }
        Event::LockFree { lock } | Event::LockChecked { lock, .. } => format!("nobody holds {lock}"),
        Event::LockRenewed { deadline, .. } => deadline.to_string(),
        Event::LockBroken { lock, key, .. } => format!("removed {key} from the queue of {lock}"),
        _ => return None,
    })
}

/// An answer that is a row of a table.
pub(super) fn row(event: &Event) -> Option<Row> {
    match event {
        Event::LockStatus(row) => Some(contender(row)),
        Event::LockEntry(row) => Some(lock(row)),
        _ => None,
    }
}

fn contender(row: &ContenderRow) -> Row {
    let ContenderRow { lock, key, stands, fence, holder, position, ttl, ttl_left, owner, .. } = row;
    let place = match (holder, stands) {
        (true, _) => "holder".to_owned(),
        (false, true) => format!("waiter {position}"),
        (false, false) => "blocks".to_owned(),
    };
    let left = ttl_left.zip(*ttl).map_or_else(|| "no lease".to_owned(), |(left, ttl)| format!("{left}/{ttl}s"));
    let locks = owner.as_ref().map_or(&[][..], |owner| &owner.locks);
    let others: Vec<_> = locks.iter().filter(|one| *one != lock).cloned().collect();
    let with = if others.is_empty() { String::new() } else { format!(", with {}", listed(&others)) };
    let note = owner.as_ref().and_then(|owner| owner.note.clone()).unwrap_or_default();
    let [who, since, command] = who(owner.as_ref());
    let cells = [
        place,
        fence.to_string(),
        format!("{}{with}", mode(owner.as_ref())),
        left,
        who,
        since,
        command,
        printable(&note),
        key.to_string(),
    ];
    Row::new(["", "FENCE", "MODE", "TTL", "OWNER", "SINCE", "COMMAND", "NOTE", "KEY"], cells)
}

fn mode(owner: Option<&Owner>) -> String {
    match owner {
        Some(Owner { mode, permits: Some(permits), .. }) => format!("{mode} of {permits}"),
        Some(Owner { mode, .. }) => mode.to_string(),
        None => Mode::Exclusive.to_string(),
    }
}

fn listed(names: &[Text]) -> String {
    names.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

fn lock(row: &LockRow) -> Row {
    let LockRow { lock, election, fence, holders, waiters, owner, .. } = row;
    let kind = if *election { "election".to_owned() } else { mode(owner.as_ref()) };
    let [who, since, command] = who(owner.as_ref());
    let cells =
        [lock.to_string(), kind, fence.to_string(), holders.to_string(), waiters.to_string(), who, since, command];
    Row::new(["LOCK", "KIND", "FENCE", "HOLDERS", "WAITERS", "OWNER", "SINCE", "COMMAND"], cells)
}

fn who(owner: Option<&Owner>) -> [String; 3] {
    match owner {
        Some(Owner { user, host, pid, since, command, .. }) => {
            [format!("{user}@{host} (pid {pid})"), format!("{} ago", age(*since)), printable(command)]
        }
        None => ["another client".to_owned(), String::new(), String::new()],
    }
}
