//! One object a line: `{"time": ..., "event": ..., ...}`.

use serde::Serialize;

use crate::event::{Event, Time};

#[derive(Serialize)]
struct Line<'a> {
    time: Time,
    #[serde(flatten)]
    event: &'a Event,
}

/// The line for `event`, now.
pub(super) fn line(event: &Event) -> String {
    // Events are maps with string keys, which can always be written.
    serde_json::to_string(&Line { time: Time::now(), event }).unwrap_or_default()
}
