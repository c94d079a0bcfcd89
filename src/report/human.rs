//! Plain lines and tables, for people.
//!
//! What belongs to a pattern stands in a file of its own: its lines on standard error, its answers, its rows.

mod lease;
mod lock;
mod txn;
mod watch;

use std::time::Duration;

use comfy_table::presets::NOTHING;
use comfy_table::{ContentArrangement, Table};
use jiff::{Timestamp, Unit};

use super::{Stdout, Style};
use crate::event::{Event, Time};

pub(super) use lock::waiting;

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
            | Event::LeaseGranted { .. }
            | Event::LeaseRevoked { .. }
            | Event::LeaseTtl(_)
            | Event::LeaseRenewed { .. }
            | Event::LeaseEntry(_)
            | Event::LeaseAttached { .. }
            | Event::LeaseOf { .. }
            | Event::TxnDone(_)
            | Event::Put(_)
            | Event::Delete(_)
            | Event::WatchProgress { .. }
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
            Event::LockLost { .. } | Event::LockRefused { .. } | Event::LeaseLost { .. } => false,
            Event::LockReleased { .. }
            | Event::LeaseHeld { .. }
            | Event::LeaseReleased { .. }
            | Event::ChildStarted { .. }
            | Event::ChildExited { .. } => style.verbosity > 0,
            _ => true,
        };
        let live_wait = matches!(event, Event::LockWaiting { .. }) && live(style);
        let said = worth_it && !live_wait && style.verbosity >= 0;
        return said.then(|| format!("etcdpat: {}", diagnostic(event)));
    }
    Some(result(event))
}

/// The line that says how many lines are missing.
pub(super) fn dropped(lines: u64) -> String {
    format!("etcdpat: {}\n", diagnostic(&Event::OutputDropped { lines }))
}

fn live(style: Style) -> bool {
    style.verbosity >= 0 && std::io::IsTerminal::is_terminal(&std::io::stderr())
}

fn diagnostic(event: &Event) -> String {
    match event {
        Event::EtcdUnreachable { message } => format!("etcd is away, still waiting: {message}"),
        Event::EtcdReachable { away_ms } => format!("etcd is back after {}", seconds(*away_ms)),
        Event::EtcdOutdated { version, message } => format!("etcd {version} has a known defect: {message}"),
        Event::OutputDropped { lines } => format!("{lines} line(s) were not written: their reader was too slow"),
        Event::ChildStarted { pid } => format!("started the command (pid {pid})"),
        Event::ChildTerminating { reason, grace_ms, .. } => {
            format!("{reason}; stopping the command with SIGTERM, in {} with SIGKILL", seconds(*grace_ms))
        }
        Event::ChildKilled { reason, .. } => format!("killing the command: {reason}"),
        Event::ChildUnkillable { pid, message } => {
            format!("can't kill process {pid} of the command ({message}): waiting for it to end")
        }
        Event::ChildExited { code: Some(code), .. } => format!("the command exited with {code}"),
        Event::ChildExited { signal, .. } => format!("the command died of signal {}", signal.unwrap_or(0)),
        Event::ChildStragglers { count, .. } => format!("stopping {count} process(es) that the command left running"),
        _ => lock::diagnostic(event)
            .or_else(|| lease::diagnostic(event))
            .or_else(|| watch::diagnostic(event))
            .unwrap_or_else(|| result(event)),
    }
}

fn result(event: &Event) -> String {
    match event {
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
        _ => lock::result(event)
            .or_else(|| lease::result(event))
            .or_else(|| txn::result(event))
            .or_else(|| watch::result(event))
            .unwrap_or_else(|| table(std::slice::from_ref(event))),
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
    tabulate(rows.iter().filter_map(|row| lock::row(row).or_else(|| lease::row(row))))
}

fn tabulate(rows: impl Iterator<Item = Row>) -> String {
    let mut table = Table::new();
    table.load_preset(NOTHING).set_content_arrangement(ContentArrangement::Dynamic);
    for row in rows {
        table.set_header(row.header);
        table.add_row(row.cells);
    }
    table.trim_fmt()
}

/// A row of a table, and what stands above it.
struct Row {
    header: Vec<&'static str>,
    cells: Vec<String>,
}

impl Row {
    fn new<const N: usize>(header: [&'static str; N], cells: [String; N]) -> Self {
        Self { header: header.into(), cells: cells.into() }
    }

    /// Its first columns.
    fn first(mut self, columns: usize) -> Self {
        self.header.truncate(columns);
        self.cells.truncate(columns);
        self
    }
}

/// The same for a text of several lines, a log's end for one. All but the first stand in, so that none looks like a line
/// of ours.
fn printable_lines(text: &str) -> String {
    text.split('\n').map(printable).collect::<Vec<_>>().join("\n    ")
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
