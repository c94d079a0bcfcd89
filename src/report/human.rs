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
#[cfg(test)]
mod tests;
mod txn;
mod watch;

use std::time::Duration;

use comfy_table::presets::NOTHING;
use comfy_table::{ContentArrangement, Table};
use jiff::{Timestamp, Unit};

use super::class::Class;
use super::{Stdout, Style};
use crate::event::{Event, OutputEvent, Text, Time};

/// An event as people are told of it.
enum Words {
    /// A line, or a few.
    Line(String),
    /// A row of a table.
    Row(Row),
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
        Event::Txn(event) => Words::Line(txn::words(event)),
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
/// `waited`: how long the wait has lasted that this event ended.
pub(super) fn line(event: &Event, style: Style, is_live: bool, waited: Option<Duration>) -> Option<String> {
    let class = class(event);
    if !class.is_said(style, is_live, waited) {
        return None;
    }
    let aside = style.stdout == Stdout::Taken;
    let is_out = class.is_result() && !aside;
    let line = words(event, aside, if is_out { style.color_out } else { style.color }).into_text();
    let is_ours = class != Class::Failure && !is_out;
    Some(if is_ours { format!("etcdpat: {line}") } else { line })
}

/// What a line shows of a wait while it lasts.
pub(super) fn wait(event: &Event) -> String {
    words(event, true, false).into_text()
}

/// The line that says how many lines are missing.
pub(super) fn dropped(lines: u64) -> String {
    format!("etcdpat: {}\n", output::words(&OutputEvent::Dropped { lines }))
}

/// A table of rows of one kind.
pub(super) fn table(rows: &[Event]) -> String {
    tabulate(rows.iter().filter_map(|row| match words(row, false, false) {
        Words::Row(row) => Some(row),
        Words::Line(_) => None,
    }))
}

impl Words {
    fn into_text(self) -> String {
        match self {
            Self::Line(line) => line,
            Self::Row(row) => tabulate(std::iter::once(row)),
        }
    }
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

fn listed(texts: &[Text]) -> String {
    texts.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

fn ago(since: Time) -> String {
    age(since, Time(Timestamp::now()))
}

/// The time from one to the other.
fn age(since: Time, until: Time) -> String {
    let seconds = since.0.until((Unit::Second, until.0)).map_or(0, |span| span.get_seconds());
    humantime::format_duration(Duration::from_secs(u64::try_from(seconds).unwrap_or(0))).to_string()
}

fn seconds(ms: u64) -> String {
    format!("{:.1?}", Duration::from_millis(ms))
}
