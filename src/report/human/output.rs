//! What we write, for people.

use crate::event::OutputEvent;
use crate::report::class::Class;

pub(super) fn class(event: &OutputEvent) -> Class {
    match event {
        OutputEvent::Dropped { .. } => Class::NOTE,
    }
}

pub(super) fn words(event: &OutputEvent) -> String {
    match event {
        OutputEvent::Dropped { lines } => format!("{lines} line(s) were not written: their reader was too slow"),
    }
}
