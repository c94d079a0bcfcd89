//! What we write.

use serde::Serialize;

/// What becomes of the output.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "event")]
#[allow(missing_docs)] // The variants and their fields are docs/events.md.
pub enum OutputEvent {
    #[serde(rename = "output.dropped")]
    Dropped { lines: u64 },
}
