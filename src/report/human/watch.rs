//! Watches, for people.

use std::fmt::Write;

use crate::event::{Change, Gap, WatchEvent};
use crate::report::class::{Class, Kept, Said};

pub(super) fn class(event: &WatchEvent) -> Class {
    match event {
        WatchEvent::Put(_) | WatchEvent::Delete(_) | WatchEvent::Progress { .. } => Class::Result,
        WatchEvent::Resync { .. } => Class::Diagnostic(Said::Always, Kept::AmongResults),
        WatchEvent::Omitted { .. } | WatchEvent::HandlerFailed { .. } | WatchEvent::Handled { .. } => Class::NOTE,
    }
}

pub(super) fn words(event: &WatchEvent) -> String {
    match event {
        WatchEvent::Put(change) => put(change),
        WatchEvent::Delete(change) => delete(change),
        WatchEvent::Resync { reason: Gap::Compacted, compact_revision, revision } => format!(
            "history up to revision {compact_revision} is gone; the state at revision {revision} follows instead"
        ),
        WatchEvent::Resync { reason: Gap::Restored, revision, .. } => format!(
            "this is not the store that was watched (etcd was restored from a backup, or is another cluster); its state \
             at revision {revision} follows"
        ),
        WatchEvent::Progress { revision } => format!("progress  (rev {revision})"),
        WatchEvent::Omitted { key, mod_revision, variables } => {
            format!("{key} at revision {mod_revision} does not fit the environment, only standard input: {variables}")
        }
        WatchEvent::HandlerFailed { key, mod_revision, code } => {
            let what = key.as_ref().map_or_else(|| "the resync".to_owned(), ToString::to_string);
            format!("the handler of {what} at revision {mod_revision} failed with {code}")
        }
        WatchEvent::Handled { handled, failed } => format!("{failed} of {handled} handlers failed"),
    }
}

fn delete(Change { key, prev_value, mod_revision, .. }: &Change) -> String {
    match prev_value {
        Some(prev) => format!("delete {key}  (rev {mod_revision}, was {prev})"),
        None => format!("delete {key}  (rev {mod_revision})"),
    }
}

fn put(change: &Change) -> String {
    let Change { key, value, prev_value, mod_revision, initial, resync, .. } = change;
    let mut line =
        format!("put {key} = {}  (rev {mod_revision}", value.as_ref().map_or_else(String::new, ToString::to_string));
    if let Some(prev) = prev_value {
        // A string takes whatever is written into it.
        let _ = write!(line, ", was {prev}");
    }
    for (is_so, mark) in [(initial, "initial"), (resync, "resync")] {
        if *is_so {
            let _ = write!(line, ", {mark}");
        }
    }
    line + ")"
}
