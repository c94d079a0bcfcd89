//! JSON lines, read back.

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde_json::Value;

use super::history::Seen;

/// An object a line.
pub fn rows(text: &str) -> Vec<Value> {
    text.lines().map(|line| serde_json::from_str(line).unwrap_or_else(|error| panic!("{error}: {line}"))).collect()
}

/// The names of the events.
pub fn names(text: &str) -> Vec<String> {
    rows(text).iter().map(|row| row["event"].as_str().unwrap().to_owned()).collect()
}

/// The puts and deletes among them.
pub fn seen(text: &str) -> Vec<Seen> {
    let changes = rows(text).into_iter().filter(|row| row["event"] == "put" || row["event"] == "delete");
    changes
        .map(|row| {
            let put = row["event"] == "put";
            let value = if put { bytes(&row["value"]) } else { Vec::new() };
            (row["mod_revision"].as_i64().unwrap(), put, bytes(&row["key"]), value)
        })
        .collect()
}

/// Text as JSON has it, back to bytes.
fn bytes(text: &Value) -> Vec<u8> {
    match text {
        Value::String(text) => text.clone().into_bytes(),
        other => BASE64_STANDARD.decode(other["base64"].as_str().unwrap_or_default()).unwrap(),
    }
}
