//! Files made of templates, for people.

use crate::event::RenderEvent;
use crate::report::class::{Class, Kept, Said};

pub(super) fn class(event: &RenderEvent) -> Class {
    match event {
        RenderEvent::Written { .. } => Class::Result,
        RenderEvent::Unchanged { .. } => Class::DETAIL,
        RenderEvent::Kept { .. } | RenderEvent::ReloadFailed { .. } => Class::Diagnostic(Said::Always, Kept::Always),
    }
}

pub(super) fn words(event: &RenderEvent) -> String {
    match event {
        RenderEvent::Written { path } => format!("wrote {path}"),
        RenderEvent::Unchanged { path } => format!("{path} is as it is to be"),
        RenderEvent::Kept { path, message } => format!("left {path} as it was: {message}"),
        RenderEvent::ReloadFailed { path, code } => format!("--reload for {path} failed with {code}"),
    }
}
