//! The end of a command that failed.

use serde::Serialize;

use super::Text;

/// What failed, why, and what to do about it.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "event", rename = "error")]
#[allow(missing_docs)] // The fields are docs/events.md.
pub struct ErrorEvent {
    pub code: u8,
    pub message: Text,
    pub cause: Option<Text>,
    pub hint: Option<Text>,
}
