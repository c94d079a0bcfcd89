//! One object a line: `{"time": ..., "event": ..., ...}`.
//!
//! What must stay true: a line is harmless, on a terminal too; what is read from it is what was written.

use serde::Serialize;

use crate::event::{Event, Time};
use crate::value::harmless_json;

#[derive(Serialize)]
struct Line<'a> {
    time: Time,
    #[serde(flatten)]
    event: &'a Event,
}

/// The line for `event`, now.
pub(super) fn line(event: &Event) -> String {
    // Events are maps with string keys, which can always be written.
    harmless_json(serde_json::to_string(&Line { time: Time::now(), event }).unwrap_or_default())
}
