//! Signals for commands, and what a change means to one.

use std::ffi::OsStr;

use clap::builder::{PossibleValue, TypedValueParser};

use crate::signal::Number;

/// A signal that a command can answer.
pub fn answerable_signal(text: &str) -> Result<Number, String> {
    match text.parse::<Number>() {
        Ok(signal) if signal.is_absolute() => Err(format!("no command can answer {signal}")),
        Ok(signal) => Ok(signal),
        Err(invalid) => Err(invalid.to_string()),
    }
}

/// A parser of what a change means, some of whose values completions offer.
#[derive(Clone)]
pub(crate) struct Offering<P> {
    parser: P,
    offered: &'static [&'static str],
}

impl<P> Offering<P> {
    /// For `parser`, these.
    pub(crate) fn new(parser: P, offered: &'static [&'static str]) -> Self {
        Self { parser, offered }
    }
}

impl<P: TypedValueParser> TypedValueParser for Offering<P> {
    type Value = P::Value;

    fn parse_ref(
        &self,
        command: &clap::Command,
        arg: Option<&clap::Arg>,
        value: &OsStr,
    ) -> Result<Self::Value, clap::Error> {
        self.parser.parse_ref(command, arg, value)
    }

    fn possible_values(&self) -> Option<Box<dyn Iterator<Item = PossibleValue> + '_>> {
        Some(Box::new(self.offered.iter().map(PossibleValue::new)))
    }
}
