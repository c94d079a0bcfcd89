//! Watches, for people.

use std::fmt::Write;

use crate::event::{Change, Event, Gap};

/// What is said of an event on standard error.
pub(super) fn diagnostic(event: &Event) -> Option<String> {
    Some(match event {
        Event::WatchResync { reason: Gap::Compacted, compact_revision, revision } => format!(
            "history up to revision {compact_revision} is gone; the state at revision {revision} follows instead"
        ),
        Event::WatchResync { reason: Gap::Restored, revision, .. } => format!(
            "this is not the store that was watched (etcd was restored from a backup, or is another cluster); its state \
             at revision {revision} follows"
        ),
        Event::WatchOmitted { key, mod_revision, variables } => {
            format!("{key} at revision {mod_revision} does not fit the environment, only standard input: {variables}")
        }
        Event::WatchHandlerFailed { key, mod_revision, code } => {
            let what = key.as_ref().map_or_else(|| "the resync".to_owned(), ToString::to_string);
            format!("the handler of {what} at revision {mod_revision} failed with {code}")
        }
        Event::WatchHandled { handled, failed } => format!("{failed} of {handled} handlers failed"),
        _ => return None,
    })
}

/// What is a line of its own.
pub(super) fn result(event: &Event) -> Option<String> {
    Some(match event {
        Event::Put(change) => put(change),
        Event::Delete(Change { key, prev_value, mod_revision, .. }) => match prev_value {
            Some(prev) => format!("delete {key}  (rev {mod_revision}, was {prev})"),
            None => format!("delete {key}  (rev {mod_revision})"),
        },
        Event::WatchProgress { revision } => format!("progress  (rev {revision})"),
        _ => return None,
    })
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
