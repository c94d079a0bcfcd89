//! Plain lines and tables, for people.

use std::time::Duration;

use comfy_table::presets::NOTHING;
use comfy_table::{ContentArrangement, Table};
use jiff::{Timestamp, Unit};

use super::{Stdout, Style};
use crate::event::{ContenderRow, Event, LockRow, Mode, Owner, Text, Time};

/// Whether an event is said to people on standard error rather than printed as a result.
pub(super) fn is_diagnostic(event: &Event) -> bool {
    !matches!(
        event,
        Event::LockAcquired { .. }
            | Event::LockStatus(_)
            | Event::LockFree { .. }
            | Event::LockEntry(_)
            | Event::LockChecked { .. }
            | Event::LockBroken { .. }
            | Event::LockRenewed { .. }
            | Event::DevReady { .. }
            | Event::ExampleStep { .. }
    )
}

/// The line for an event, when it is worth one. `waited` is how long the wait has lasted that this event ended.
pub(super) fn line(event: &Event, style: Style, waited: Option<Duration>) -> Option<String> {
    if let Event::Error { message, cause, hint, .. } = event {
        return error(message, cause.as_deref(), hint.as_deref(), style.color);
    }
    if is_diagnostic(event) || style.stdout == Stdout::Taken {
        let worth_it = match event {
            Event::LockAcquired { .. } => waited.is_some() || style.verbosity > 0,
            // The error says it.
            Event::LockLost { .. } | Event::LockRefused { .. } => false,
            Event::LockReleased { .. } | Event::ChildStarted { .. } | Event::ChildExited { .. } => style.verbosity > 0,
            _ => true,
        };
        let live_wait = matches!(event, Event::LockWaiting { .. }) && live(style);
        let said = worth_it && !live_wait && style.verbosity >= 0;
        return said.then(|| format!("etcdpat: {}", diagnostic(event)));
    }
    Some(result(event))
}

fn live(style: Style) -> bool {
    style.verbosity >= 0 && std::io::IsTerminal::is_terminal(&std::io::stderr())
}

/// A wait, as its line shows it.
pub(super) fn waiting(event: &Event) -> String {
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

fn diagnostic(event: &Event) -> String {
    match event {
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
        Event::EtcdUnreachable { message } => format!("etcd is away, still waiting: {message}"),
        Event::EtcdReachable { away_ms } => format!("etcd is back after {}", seconds(*away_ms)),
        Event::EtcdOutdated { version, message } => format!("etcd {version} has a known defect: {message}"),
        Event::ChildStarted { pid } => format!("started the command (pid {pid})"),
        Event::ChildTerminating { reason, grace_ms, .. } => {
            format!("{reason}; stopping the command with SIGTERM, in {} with SIGKILL", seconds(*grace_ms))
        }
        Event::ChildKilled { reason, .. } => format!("killing the command: {reason}"),
        Event::ChildExited { code: Some(code), .. } => format!("the command exited with {code}"),
        Event::ChildExited { signal, .. } => format!("the command died of signal {}", signal.unwrap_or(0)),
        Event::ChildStragglers { count, .. } => format!("stopping {count} process(es) that the command left running"),
        _ => result(event),
    }
}

fn result(event: &Event) -> String {
    match event {
        Event::LockAcquired { key, .. } => key.to_string(),
        Event::LockStatus(_) | Event::LockEntry(_) => table(std::slice::from_ref(event)),
        Event::LockChecked { lock, fence, held: true, .. } => format!("{lock} is held with fence {fence}"),
        Event::LockChecked { lock, fence, holder_fence: Some(other), .. } => {
            format!("{lock} is not held with fence {fence}: its holder's fence is {other}")
        }
        Event::LockFree { lock } | Event::LockChecked { lock, .. } => format!("nobody holds {lock}"),
        Event::LockRenewed { deadline, .. } => deadline.to_string(),
        Event::LockBroken { lock, key, .. } => format!("removed {key} from the queue of {lock}"),
        Event::DevReady { endpoints, members, data_dir } => {
            let plural = if *members == 1 { "" } else { "s" };
            format!(
                "etcd with {members} member{plural} at {endpoints}\ndata in {data_dir}, removed at the end\nexport ETCDPAT_ENDPOINTS={endpoints}"
            )
        }
        Event::ExampleStep { step, text, command, .. } => match command {
            Some(command) => format!("{step}. {text}\n   $ {command}"),
            None => format!("   {text}"),
        },
        _ => String::new(),
    }
}

fn error(message: &str, cause: Option<&str>, hint: Option<&str>, color: bool) -> Option<String> {
    if message.is_empty() {
        return None;
    }
    let title = if color { "\x1b[1;31merror:\x1b[0m" } else { "error:" };
    let mut lines = vec![format!("{title} {}", printable_lines(message))];
    lines.extend(cause.map(|cause| format!("  Caused by: {}", printable_lines(cause))));
    lines.extend(hint.map(|hint| format!("  Hint: {}", printable_lines(hint))));
    Some(lines.join("\n"))
}

/// A table of rows of one kind.
pub(super) fn table(rows: &[Event]) -> String {
    let mut table = Table::new();
    table.load_preset(NOTHING).set_content_arrangement(ContentArrangement::Dynamic);
    match rows.first() {
        Some(Event::LockStatus(_)) => {
            table.set_header(["", "FENCE", "MODE", "TTL", "OWNER", "SINCE", "COMMAND", "NOTE", "KEY"])
        }
        Some(Event::LockEntry(_)) => {
            table.set_header(["LOCK", "KIND", "FENCE", "HOLDERS", "WAITERS", "OWNER", "SINCE", "COMMAND"])
        }
        _ => return String::new(),
    };
    for row in rows {
        match row {
            Event::LockStatus(row) => table.add_row(contender(row)),
            Event::LockEntry(row) => table.add_row(lock(row)),
            _ => continue,
        };
    }
    table.trim_fmt()
}

fn contender(row: &ContenderRow) -> [String; 9] {
    let ContenderRow { lock, key, fence, holder, position, ttl, ttl_left, owner, .. } = row;
    let place = if *holder { "holder".to_owned() } else { format!("waiter {position}") };
    let locks = owner.as_ref().map_or(&[][..], |owner| &owner.locks);
    let others: Vec<_> = locks.iter().filter(|one| *one != lock).cloned().collect();
    let with = if others.is_empty() { String::new() } else { format!(", with {}", listed(&others)) };
    let note = owner.as_ref().and_then(|owner| owner.note.clone()).unwrap_or_default();
    let [who, since, command] = who(owner.as_ref());
    [
        place,
        fence.to_string(),
        format!("{}{with}", mode(owner.as_ref())),
        format!("{ttl_left}/{ttl}s"),
        who,
        since,
        command,
        printable(&note),
        key.to_string(),
    ]
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

fn lock(row: &LockRow) -> [String; 8] {
    let LockRow { lock, election, fence, holders, waiters, owner, .. } = row;
    let kind = if *election { "election".to_owned() } else { mode(owner.as_ref()) };
    let [who, since, command] = who(owner.as_ref());
    [lock.to_string(), kind, fence.to_string(), holders.to_string(), waiters.to_string(), who, since, command]
}

fn who(owner: Option<&Owner>) -> [String; 3] {
    match owner {
        Some(Owner { user, host, pid, since, command, .. }) => {
            [format!("{user}@{host} (pid {pid})"), format!("{} ago", age(*since)), printable(command)]
        }
        None => ["another client".to_owned(), String::new(), String::new()],
    }
}

/// The same for a text of several lines: a log's end.
fn printable_lines(text: &str) -> String {
    text.split('\n').map(printable).collect::<Vec<_>>().join("\n")
}

/// What others wrote into the queue must not drive a terminal.
fn printable(text: &str) -> String {
    text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect()
}

fn age(since: Time) -> String {
    let seconds = since.0.until((Unit::Second, Timestamp::now())).map_or(0, |span| span.get_seconds());
    humantime::format_duration(Duration::from_secs(u64::try_from(seconds).unwrap_or(0))).to_string()
}

fn seconds(ms: u64) -> String {
    format!("{:.1?}", Duration::from_millis(ms))
}
