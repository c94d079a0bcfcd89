//! One object a line: `{"time": ..., "event": ..., ...}`.

use jiff::Timestamp;
use serde::Serialize;

use crate::event::Event;

#[derive(Serialize)]
struct Line<'a> {
    /// RFC 3339, UTC, milliseconds.
    time: String,
    #[serde(flatten)]
    event: &'a Event,
}

/// The line for `event`, now.
pub(super) fn line(event: &Event) -> String {
    let time = format!("{:.3}", Timestamp::now());
    // Events are maps with string keys, which can always be written.
    serde_json::to_string(&Line { time, event }).unwrap_or_default()
}
