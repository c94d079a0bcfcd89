//! Examples that run, for people.

use crate::event::ExampleEvent;
use crate::report::class::Class;

pub(super) fn class(event: &ExampleEvent) -> Class {
    match event {
        ExampleEvent::Step { .. } => Class::Result,
    }
}

pub(super) fn words(event: &ExampleEvent) -> String {
    match event {
        ExampleEvent::Step { step, text, command: Some(command), .. } => format!("{step}. {text}\n   $ {command}"),
        ExampleEvent::Step { text, command: None, .. } => format!("   {text}"),
    }
}
