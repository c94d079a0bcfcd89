//! Values as events have them.

use crate::event::{ConfigValue, Text, ValueChange, ValueRow};
use crate::pattern::config::{Changed, Entry, Path};
use crate::typed::{Kind, Typed};

/// A value, or what is there instead.
pub(super) fn row(entry: &Entry) -> ValueRow {
    let (value, kind, message) = match &entry.value {
        Ok(typed) => (Some(shown(typed)), name(typed.kind()), None),
        Err(why) => (None, "none", Some(Text::from(why.as_str()))),
    };
    ValueRow { key: entry.path.as_str().into(), value, kind, mod_revision: entry.mod_revision, message }
}

/// That a value was deleted, in its history.
pub(super) fn deleted(path: &Path, mod_revision: i64) -> ValueRow {
    ValueRow { key: path.as_str().into(), value: None, kind: "deleted", mod_revision, message: None }
}

fn name(kind: Kind) -> &'static str {
    match kind {
        Kind::String => "string",
        Kind::Int => "int",
        Kind::Float => "float",
        Kind::Bool => "bool",
        Kind::Json => "json",
    }
}

pub(super) fn shown(typed: &Typed) -> ConfigValue {
    ConfigValue(Text::from(typed.wire()))
}

/// A change that we have made.
pub(super) fn change(path: &Path, value: Option<&Typed>, old: Option<&Typed>, mod_revision: i64) -> ValueChange {
    ValueChange {
        key: path.as_str().into(),
        value: value.map(shown),
        old_value: old.map(shown),
        kind: value.or(old).map_or("none", |typed| name(typed.kind())),
        mod_revision,
        initial: false,
    }
}

/// A difference between two states, of values as they are stored: those that are no JSON too.
pub(super) fn difference(path: &Path, old: Option<&Vec<u8>>, new: Option<&Vec<u8>>) -> ValueChange {
    let stored = |wire: &Vec<u8>| ConfigValue(Text::from(wire.clone()));
    let kind = new.or(old).and_then(|wire| Typed::from_wire(wire).ok()).map_or("none", |typed| name(typed.kind()));
    ValueChange {
        key: path.as_str().into(),
        value: new.map(stored),
        old_value: old.map(stored),
        kind,
        mod_revision: 0,
        initial: false,
    }
}

/// A change that was seen at `revision`.
pub(super) fn changed(changed: &Changed, revision: i64, initial: bool) -> ValueChange {
    let typed = |entry: &Option<Entry>| entry.as_ref().and_then(|entry| entry.value.clone().ok());
    let (before, after) = (typed(&changed.before), typed(&changed.after));
    let entry = changed.after.as_ref().or(changed.before.as_ref());
    ValueChange {
        key: entry.map(|entry| entry.path.as_str().into()).unwrap_or_default(),
        value: after.as_ref().map(shown),
        old_value: before.as_ref().map(shown),
        kind: after.as_ref().or(before.as_ref()).map_or("none", |typed| name(typed.kind())),
        mod_revision: changed.after.as_ref().map_or(revision, |entry| entry.mod_revision),
        initial,
    }
}
