//! Plain lines and tables, for people.
//!
//! Each file of `event` has one here. Its `class` says what each event is to its reader, its `words` how it is told:
//! matches that leave no event out, so that a new one without a class and words does not compile.

mod child;
mod config;
mod dev;
mod discover;
mod elect;
mod error;
mod etcd;
mod example;
mod ha;
mod ha_active_active;
mod ha_active_passive;
mod ha_sharded;
mod lease;
mod lock;
mod output;
mod render;
mod table;
#[cfg(test)]
mod tests;
mod txn;
mod watch;

use std::time::Duration;

use jiff::{Timestamp, Unit};

use table::{Row, lay_out};

use super::class::Class;
use super::{Stdout, Style};
use crate::event::{Event, OutputEvent, Text, Time};
use crate::record::{LONGEST_TEXT, Owner};

/// An event as people are told of it.
enum Words {
    /// A line, or a few.
    Line(String),
    /// A row of a table.
    Row(Row),
    /// A line, and a table below it.
    Table(String, Vec<Row>),
}

/// What an event is to its reader.
pub(super) fn class(event: &Event) -> Class {
    match event {
        Event::Lock(event) => lock::class(event),
        Event::Elect(event) => elect::class(event),
        Event::Ha(event) => ha::class(event),
        Event::ActivePassive(event) => ha_active_passive::class(event),
        Event::Discover(event) => discover::class(event),
        Event::Config(event) => config::class(event),
        Event::ActiveActive(event) => ha_active_active::class(event),
        Event::Lease(event) => lease::class(event),
        Event::Txn(event) => txn::class(event),
        Event::Watch(event) => watch::class(event),
        Event::Etcd(event) => etcd::class(event),
        Event::Child(event) => child::class(event),
        Event::Render(event) => render::class(event),
        Event::Output(event) => output::class(event),
        Event::Dev(event) => dev::class(event),
        Event::Example(event) => example::class(event),
        Event::Sharded(event) => ha_sharded::class(event),
        Event::Error(_) => Class::Failure,
    }
}

/// The words for an event. `aside`: it is said on standard error, though it is a result.
fn words(event: &Event, aside: bool, color: bool) -> Words {
    match event {
        Event::Lock(event) => lock::words(event, aside),
        Event::Elect(event) => elect::words(event, aside),
        Event::Ha(event) => ha::words(event),
        Event::ActivePassive(event) => ha_active_passive::words(event),
        Event::Discover(event) => discover::words(event),
        Event::Config(event) => config::words(event, color),
        Event::ActiveActive(event) => ha_active_active::words(event),
        Event::Lease(event) => lease::words(event),
        Event::Txn(event) => txn::words(event),
        Event::Watch(event) => Words::Line(watch::words(event)),
        Event::Etcd(event) => Words::Line(etcd::words(event)),
        Event::Child(event) => Words::Line(child::words(event)),
        Event::Render(event) => Words::Line(render::words(event, color)),
        Event::Output(event) => Words::Line(output::words(event)),
        Event::Dev(event) => Words::Line(dev::words(event)),
        Event::Example(event) => Words::Line(example::words(event)),
        Event::Sharded(event) => ha_sharded::words(event),
        Event::Error(event) => Words::Line(error::words(event, color)),
    }
}

/// The line for an event, when it is worth one; nothing is written for an empty one. `is_live`: a line shows the wait;
/// `waited`: how long the wait has lasted that this event ended; `width`: that of where it is written.
pub(super) fn line(
    event: &Event,
    style: Style,
    is_live: bool,
    waited: Option<Duration>,
    width: impl FnOnce() -> Option<usize>,
) -> Option<String> {
    let class = class(event);
    if !class.is_said(style, is_live, waited) {
        return None;
    }
    let aside = style.stdout == Stdout::Taken;
    let is_out = class.is_result() && !aside;
    let line = words(event, aside, if is_out { style.color_out } else { style.color }).into_text(width);
    let is_ours = class != Class::Failure && !is_out;
    Some(if is_ours { format!("etcdpat: {line}") } else { line })
}

/// What a line shows of a wait while it lasts.
pub(super) fn wait(event: &Event) -> String {
    words(event, true, false).into_text(|| None)
}

/// The line that says how many lines are missing.
pub(super) fn dropped(lines: u64) -> String {
    format!("etcdpat: {}\n", output::words(&OutputEvent::Dropped { lines }))
}

/// A table of rows of one kind.
pub(super) fn table(rows: &[Event], width: Option<usize>) -> String {
    let rows = rows.iter().filter_map(|row| match words(row, false, false) {
        Words::Row(row) => Some(row),
        Words::Line(_) | Words::Table(..) => None,
    });
    lay_out(&rows.collect::<Vec<_>>(), width)
}

impl Words {
    fn into_text(self, width: impl FnOnce() -> Option<usize>) -> String {
        match self {
            Self::Line(line) => line,
            Self::Row(row) => lay_out(&[row], width()),
            Self::Table(title, rows) if rows.is_empty() => title,
            Self::Table(title, rows) => format!("{title}\n{}", lay_out(&rows, width())),
        }
    }
}

/// A line of a document. A tab does no harm.
pub(super) fn harmless_line(line: &[u8]) -> String {
    let parts = line.split(|&byte| byte == b'\t').map(|part| Text::from(part).to_string());
    parts.collect::<Vec<_>>().join("\t")
}

/// A process that somebody has started, for people.
fn process(user: &Text, host: &Text, pid: u32) -> String {
    Owner { user: user.clone(), host: host.clone(), pid, ..Owner::default() }.who(true)
}

/// A text of a record, which another may have made as long as etcd allows.
fn brief(text: &Text) -> String {
    text.brief(LONGEST_TEXT).to_string()
}

fn listed(texts: &[Text]) -> String {
    texts.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

fn ago(since: Time) -> String {
    age(since, Time(Timestamp::now()))
}

/// The time from one to the other, in its two largest units: `2d 7h`.
fn age(since: Time, until: Time) -> String {
    let seconds = since.0.until((Unit::Second, until.0)).map_or(0, |span| span.get_seconds().max(0));
    let (minutes, hours, days) = (seconds / 60, seconds / 3600, seconds / 86_400);
    match () {
        () if days > 0 => format!("{days}d {}h", hours % 24),
        () if hours > 0 => format!("{hours}h {}m", minutes % 60),
        () if minutes > 0 => format!("{minutes}m {}s", seconds % 60),
        () => format!("{seconds}s"),
    }
}

fn seconds(ms: u64) -> String {
    format!("{:.1?}", Duration::from_millis(ms))
}
