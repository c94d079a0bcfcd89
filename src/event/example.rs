//! Examples that run.

use serde::Serialize;

use super::Text;

/// How an example goes.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "event")]
#[allow(missing_docs)] // The variants and their fields are docs/events.md.
pub enum ExampleEvent {
    #[serde(rename = "example.step")]
    Step { example: &'static str, step: usize, text: Text, command: Option<Text> },
}
