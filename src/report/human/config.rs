//! Configuration, for people.

use super::{Row, Words, ago, listed, process, seconds};
use crate::event::{ConfigEvent, ConfigValue, FlagRow, SnapshotRow, Text, ValueChange, ValueRow};
use crate::report::class::{Class, Kept, Said};

pub(super) fn class(event: &ConfigEvent) -> Class {
    match event {
        ConfigEvent::Value(_)
        | ConfigEvent::Set(_)
        | ConfigEvent::Deleted(_)
        | ConfigEvent::Differs(_)
        | ConfigEvent::Unchanged { .. }
        | ConfigEvent::Imported { .. }
        | ConfigEvent::Flag(_)
        | ConfigEvent::Snapshot(_)
        | ConfigEvent::SnapshotDeleted { .. }
        | ConfigEvent::Restored { .. } => Class::Result,
        ConfigEvent::Applied { .. }
        | ConfigEvent::Retrying { .. }
        | ConfigEvent::ExecFailed { .. }
        | ConfigEvent::EditAgain { .. }
        | ConfigEvent::NoFlag { .. }
        | ConfigEvent::Importing { .. } => Class::NOTE,
        ConfigEvent::Kept { .. }
        | ConfigEvent::NotAFlag { .. }
        | ConfigEvent::FromCache { .. }
        | ConfigEvent::CacheDamaged { .. }
        | ConfigEvent::Uncached { .. } => Class::Diagnostic(Said::Always, Kept::Always),
    }
}

pub(super) fn words(event: &ConfigEvent, color: bool) -> Words {
    Words::Line(match event {
        ConfigEvent::Value(row) => return Words::Row(value(row)),
        ConfigEvent::Set(change) => set(change),
        ConfigEvent::Deleted(ValueChange { key, old_value, .. }) => {
            let was = old_value.as_ref().map(|ConfigValue(old)| format!(" (was {old})")).unwrap_or_default();
            format!("{key} deleted{was}")
        }
        ConfigEvent::Differs(change) => difference(change, color),
        ConfigEvent::Unchanged { root } => format!("nothing was changed in {root}"),
        ConfigEvent::EditAgain { message } => format!("{message}: the editor opens again"),
        ConfigEvent::Imported { root, set, deleted, unchanged, in_steps, dry_run } => {
            let would = if *dry_run { "would import" } else { "imported" };
            let steps = if *in_steps { ", in several steps" } else { "" };
            format!("{would} into {root}: {set} set, {deleted} deleted, {unchanged} unchanged{steps}")
        }
        ConfigEvent::Importing { root, host, pid, user, since } => {
            let (who, begun) = (process(user, host, *pid), ago(*since));
            format!(
                "an import into {root} is not finished: begun by {who} {begun} ago; waiting for it. \
                 Where it was broken off, the same one finishes it, or another one with --take-over"
            )
        }
        ConfigEvent::Flag(row) => return Words::Row(flag(row)),
        ConfigEvent::NoFlag { flag } => format!("there is no flag {flag}: it is off already"),
        ConfigEvent::NotAFlag { message, .. } => message.to_string(),
        ConfigEvent::Snapshot(row) => return Words::Row(snapshot(row)),
        ConfigEvent::SnapshotDeleted { version } => format!("deleted snapshot {version}"),
        ConfigEvent::Restored { version, set, deleted, unchanged, in_steps } => {
            let steps = if *in_steps { ", in several steps" } else { "" };
            format!("restored {version}: {set} set, {deleted} deleted, {unchanged} unchanged{steps}")
        }
        ConfigEvent::Applied { action, variables, .. } => {
            let action = match *action {
                "restart" => "; starting the command again",
                "signal" => "; the command is told",
                _ => "",
            };
            format!("the configuration has changed ({}){action}", listed(variables))
        }
        ConfigEvent::Kept { message, .. } => format!("{message}; the command keeps the values that it has"),
        ConfigEvent::ExecFailed { code, wait_ms } => {
            format!("the command failed with {code} after a change; trying again in {}", seconds(*wait_ms))
        }
        ConfigEvent::Retrying { wait_ms, message } => format!("{message}; trying again in {}", seconds(*wait_ms)),
        ConfigEvent::FromCache { path, revision, written, message } => {
            format!("taking the values from {path}, of revision {revision}, written {} ago: {message}", ago(*written))
        }
        ConfigEvent::CacheDamaged { path, message } => format!("{message}; {path} is written anew"),
        ConfigEvent::Uncached { path, message } => format!("cannot keep the values in {path}: {message}"),
    })
}

fn set(ValueChange { key, value, old_value, mod_revision, .. }: &ValueChange) -> String {
    let Some(ConfigValue(value)) = value else { return format!("{key} set, at revision {mod_revision}") };
    let was = old_value.as_ref().map(|ConfigValue(old)| format!(" (was {old})")).unwrap_or_default();
    format!("{key} = {value}{was}")
}

/// A line of a diff.
fn difference(ValueChange { key, value, old_value, .. }: &ValueChange, color: bool) -> String {
    let (sgr, line) = match (value, old_value) {
        (Some(ConfigValue(new)), None) => ("32", format!("+ {key} = {new}")),
        (Some(ConfigValue(new)), Some(ConfigValue(old))) => ("33", format!("~ {key} = {new} (was {old})")),
        (None, Some(ConfigValue(old))) => ("31", format!("- {key} = {old}")),
        (None, None) => ("31", format!("- {key}")),
    };
    if color { format!("\x1b[{sgr}m{line}\x1b[0m") } else { line }
}

fn value(ValueRow { key, value, kind, mod_revision, message }: &ValueRow) -> Row {
    let value = value.as_ref().map(|ConfigValue(value)| value).or(message.as_ref());
    let value = value.map(ToString::to_string).unwrap_or_default();
    let cells = [key.to_string(), (*kind).to_owned(), value, mod_revision.to_string()];
    Row::new(["KEY", "TYPE", "VALUE", "REVISION"], cells)
}

fn flag(FlagRow { flag, enabled, percent, allow, deny, .. }: &FlagRow) -> Row {
    let names = |names: &[Text]| names.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ");
    let percent = percent.map(|percent| format!("{percent}%")).unwrap_or_default();
    let on = if *enabled { "on" } else { "off" };
    Row::new(
        ["FLAG", "STATE", "PERCENT", "ALLOW", "DENY"],
        [flag.to_string(), on.to_owned(), percent, names(allow), names(deny)],
    )
}

fn snapshot(SnapshotRow { version, revision, created, values }: &SnapshotRow) -> Row {
    let cells = [version.to_string(), values.to_string(), revision.to_string(), format!("{} ago", ago(*created))];
    Row::new(["VERSION", "VALUES", "REVISION", "CREATED"], cells)
}
