//! Signals for commands.

use crate::signal::Number;

/// A signal that a command can answer.
pub fn answerable_signal(text: &str) -> Result<Number, String> {
    match text.parse::<Number>() {
        Ok(signal) if signal.is_absolute() => Err(format!("no command can answer {signal}")),
        Ok(signal) => Ok(signal),
        Err(invalid) => Err(invalid.to_string()),
    }
}
