//! Active-active, for people.

use super::{Words, seconds};
use crate::event::ActiveActiveEvent;
use crate::report::class::{Class, Kept, Said};

/// So many characters are shown of a request that is too long for a command.
const LONGEST_SHOWN: usize = 100;

pub(super) fn class(event: &ActiveActiveEvent) -> Class {
    match event {
        ActiveActiveEvent::Progress { .. } => Class::Wait,
        ActiveActiveEvent::Waiting { .. } => Class::DETAIL,
        ActiveActiveEvent::Requeued { .. } => Class::NOTE,
        ActiveActiveEvent::Ended { code: 0, .. } => Class::Diagnostic(Said::Verbose, Kept::Always),
        ActiveActiveEvent::Ended { .. }
        | ActiveActiveEvent::Refused { .. }
        | ActiveActiveEvent::Interrupted { .. }
        | ActiveActiveEvent::NotBegun { .. }
        | ActiveActiveEvent::Unreleased { .. }
        | ActiveActiveEvent::Summary { .. } => Class::Diagnostic(Said::Always, Kept::Always),
    }
}

pub(super) fn words(event: &ActiveActiveEvent) -> Words {
    Words::Line(match event {
        ActiveActiveEvent::Waiting { number, request, position, holder_key, .. } => {
            format!("request {number} ({request}) waits for its lock, position {position}; {holder_key} holds it")
        }
        ActiveActiveEvent::Requeued { number, request, reason, .. } => {
            format!("request {number} ({request}) lost its place in the queue: {reason}; queued again")
        }
        ActiveActiveEvent::Ended { number, request, code, took_ms, .. } => {
            format!("request {number} ({request}) ended with {code} after {}", seconds(*took_ms))
        }
        ActiveActiveEvent::Refused { number, request, code, message, .. } => {
            let mut request = request.to_string();
            if request.chars().count() > LONGEST_SHOWN {
                request = request.chars().take(LONGEST_SHOWN).chain(['…']).collect();
            }
            format!("request {number} ({request}) can't be run ({code}): {message}")
        }
        ActiveActiveEvent::Interrupted { number, request, took_ms, reason, .. } => {
            let why = reason.map(|reason| format!(": its lock was lost: {reason}")).unwrap_or_default();
            format!("request {number} ({request}) was stopped after {}{why}", seconds(*took_ms))
        }
        ActiveActiveEvent::NotBegun { number, request, .. } => format!("request {number} ({request}) was not begun"),
        ActiveActiveEvent::Unreleased { name, lease, frees_at, message } => {
            format!(
                "could not give back what is held below {name} (lease {lease}): {message}; it is free at {frees_at}"
            )
        }
        ActiveActiveEvent::Progress { name, under_way, done, failed } => {
            format!("{name}: {done} done, {failed} failed, {under_way} under way")
        }
        ActiveActiveEvent::Summary { done, failed, interrupted, not_begun, skipped, complete, took_ms, .. } => {
            let more = [(interrupted, "stopped"), (not_begun, "not begun"), (skipped, "done before")];
            let more = more.iter().filter(|(count, _)| **count > 0).map(|(count, what)| format!(", {count} {what}"));
            let rest = if *complete { "" } else { "; the rest of the input was not read" };
            format!("{done} done, {failed} failed{} in {}{rest}", more.collect::<String>(), seconds(*took_ms))
        }
    })
}
