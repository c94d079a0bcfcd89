//! Highly available services of any shape, for people.

use super::{Row, Words};
use crate::event::{HaEvent, HaRow};
use crate::report::class::Class;

pub(super) fn class(event: &HaEvent) -> Class {
    match event {
        HaEvent::Entry(_) => Class::Result,
    }
}

pub(super) fn words(event: &HaEvent) -> Words {
    let HaEvent::Entry(HaRow { name, shape, nodes }) = event;
    Words::Row(Row::new(["NAME", "SHAPE", "NODES"], [name.to_string(), shape.name().to_owned(), nodes.to_string()]))
}
