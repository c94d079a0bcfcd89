//! Files made of templates, for people.

use super::harmless_line;
use crate::event::{RenderEvent, Text};
use crate::report::class::{Class, Kept, Said};

pub(super) fn class(event: &RenderEvent) -> Class {
    match event {
        RenderEvent::Written { .. } | RenderEvent::Differs { .. } => Class::Result,
        RenderEvent::Unchanged { .. } => Class::DETAIL,
        // With --once they are why it ends with 1: --quiet does not hide them.
        RenderEvent::Kept { .. } | RenderEvent::ReloadFailed { .. } => Class::Diagnostic(Said::InAnyCase, Kept::Always),
    }
}

pub(super) fn words(event: &RenderEvent, color: bool) -> String {
    match event {
        RenderEvent::Written { path } => format!("wrote {path}"),
        RenderEvent::Unchanged { path } => format!("{path} is as it is to be"),
        RenderEvent::Differs { diff, .. } => differs(diff, color),
        RenderEvent::Kept { path, message } => format!("left {path} as it was: {message}"),
        RenderEvent::ReloadFailed { path, code } => format!("--reload for {path} failed with {code}"),
    }
}

/// A diff, line by line: what is in it stays harmless.
fn differs(diff: &Text, color: bool) -> String {
    let lines = diff.raw().split(|&byte| byte == b'\n').map(|line| {
        let ours = match line.first() {
            Some(b'+') if color => "\x1b[32m",
            Some(b'-') if color => "\x1b[31m",
            Some(b'@') if color => "\x1b[36m",
            _ => return harmless_line(line),
        };
        format!("{ours}{}\x1b[0m", harmless_line(line))
    });
    lines.collect::<Vec<_>>().join("\n").trim_end().to_owned()
}
