//! A command for each event: what it is given, and how it is run.
//!
//! What must stay true: bytes reach it as they are, or it is told which did not; what it is given is the event's alone,
//! nothing left over from a handler outside.

use std::ffi::OsString;
use std::future::pending;
use std::os::unix::ffi::{OsStrExt, OsStringExt};

use nix::unistd::{SysconfVar, sysconf};

use crate::event::{Change, Emit, Text, WatchEvent};
use crate::shutdown::Shutdown;
use crate::supervise::{self, Guardian, Status, Task};

/// A string of the environment may have less than this (`MAX_ARG_STRLEN`: 32 pages of 4 KiB), the NUL at its end included.
const LONGEST: usize = 128 << 10;
/// Left over of what arguments and environment may take together: the program's name, what an interpreter adds.
const SLACK: usize = 16 << 10;
/// What each string costs besides its bytes: a NUL and a pointer.
const EACH: usize = 9;

/// All that a handler may be told.
const NAMES: [&str; 7] = [
    "ETCDPAT_EVENT",
    "ETCDPAT_KEY",
    "ETCDPAT_VALUE",
    "ETCDPAT_PREV_VALUE",
    "ETCDPAT_REV",
    "ETCDPAT_MARK",
    "ETCDPAT_OMITTED",
];

/// What happens when a handler fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnError {
    /// The watch ends with the handler's exit code.
    Stop,
    /// It is counted.
    Continue,
}

/// The command, and who runs it.
#[derive(Debug)]
pub struct Handler {
    /// What it is, what its environment has more and less than ours; an event's own variables come last.
    pub task: Task,
    /// Who runs it.
    pub guardian: Guardian,
    /// What happens when it fails.
    pub on_error: OnError,
}

impl Handler {
    /// Runs it, to its end. `line` is what it reads on standard input.
    pub(super) async fn run(
        &mut self,
        occasion: Occasion<'_>,
        line: Vec<u8>,
        shutdown: &mut Shutdown,
        emit: Emit<'_>,
    ) -> Result<Status, supervise::Error> {
        let (mut set, omitted) = fit(variables(occasion), self.room());
        if !omitted.is_empty() {
            let variables = omitted.join(" ");
            set.push(("ETCDPAT_OMITTED", variables.clone().into_bytes()));
            let (key, mod_revision) = occasion.subject();
            emit(
                WatchEvent::Omitted { key: key.unwrap_or_default(), mod_revision, variables: variables.into() }.into(),
            );
        }
        let mut task = self.task.clone();
        task.unset.extend(NAMES.map(OsString::from));
        task.unset.retain(|name| !set.iter().any(|(own, _)| name == own));
        task.set.extend(set.into_iter().map(|(name, value)| (name.into(), OsString::from_vec(value))));
        task.stdin = Some(line);
        self.guardian.prepare(task)?;
        let outcome = self.guardian.run(Vec::new(), None, pending(), pending(), shutdown, emit).await?;
        Ok(outcome.status)
    }

    /// How much the variables of an event may take in all.
    fn room(&self) -> usize {
        let limit = sysconf(SysconfVar::ARG_MAX).ok().flatten().and_then(|limit| usize::try_from(limit).ok());
        let length = |word: &OsString| word.as_bytes().len() + EACH;
        let pair = |(name, value): (&OsString, &OsString)| length(name) + length(value);
        let inherited: usize = std::env::vars_os().map(|(name, value)| pair((&name, &value))).sum();
        let set: usize = self.task.set.iter().map(|(name, value)| pair((name, value))).sum();
        let argv: usize = self.task.argv.iter().map(length).sum();
        limit.unwrap_or(LONGEST).saturating_sub(inherited + set + argv + SLACK)
    }
}

/// What a handler is run for.
#[derive(Clone, Copy, Debug)]
pub(super) enum Occasion<'a> {
    /// A key was put or deleted.
    Change(&'a Change),
    /// The state follows instead of history, as it is at this revision.
    Resync(i64),
}

impl Occasion<'_> {
    /// The key, where it has one, and the revision.
    pub(super) fn subject(self) -> (Option<Text>, i64) {
        match self {
            Self::Change(change) => (Some(change.key.clone()), change.mod_revision),
            Self::Resync(revision) => (None, revision),
        }
    }
}

type Variable = (&'static str, Vec<u8>);

/// What a handler is run for, as variables.
fn variables(occasion: Occasion<'_>) -> Vec<Variable> {
    let (kind, change) = match occasion {
        Occasion::Change(change) if change.is_delete() => ("delete", Some(change)),
        Occasion::Change(change) => ("put", Some(change)),
        Occasion::Resync(_) => ("watch.resync", None),
    };
    let (key, revision) = occasion.subject();
    let bytes = |text: &Option<Text>| text.as_ref().map(|text| text.raw().to_vec());
    let all = [
        ("ETCDPAT_EVENT", Some(kind.into())),
        ("ETCDPAT_REV", Some(revision.to_string().into_bytes())),
        ("ETCDPAT_MARK", change.and_then(mark).map(Vec::from)),
        ("ETCDPAT_KEY", bytes(&key)),
        ("ETCDPAT_VALUE", change.and_then(|change| bytes(&change.value))),
        ("ETCDPAT_PREV_VALUE", change.and_then(|change| bytes(&change.prev_value))),
    ];
    all.into_iter().filter_map(|(name, value)| Some((name, value?))).collect()
}

fn mark(change: &Change) -> Option<&'static str> {
    if change.initial { Some("initial") } else { change.resync.then_some("resync") }
}

/// Those of the variables that can be passed on within `room`, and the names of the others. What comes first has
/// precedence.
fn fit(variables: Vec<Variable>, mut room: usize) -> (Vec<Variable>, Vec<&'static str>) {
    let (mut set, mut omitted) = (Vec::new(), Vec::new());
    for (name, value) in variables {
        let length = name.len() + 1 + value.len();
        if value.contains(&0) || length >= LONGEST || length + EACH > room {
            omitted.push(name);
        } else {
            room -= length + EACH;
            set.push((name, value));
        }
    }
    (set, omitted)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_the_environment_can_not_hold_is_left_out_and_named() {
        let most = LONGEST - "ETCDPAT_VALUE=".len() - 1;
        let fits = |value: Vec<u8>, room| fit(vec![("ETCDPAT_VALUE", value)], room).1.is_empty();
        assert!(fits(vec![b'x'; most], 1 << 20));
        assert!(!fits(vec![b'x'; most + 1], 1 << 20));
        assert!(!fits(b"a\0b".to_vec(), 1 << 20));
        assert!(fits(b"\xff\n\"'".to_vec(), 1 << 20));
        assert!(!fits(vec![b'x'; 100], 100));
        let (set, omitted) = fit(vec![("A", vec![b'x'; 50]), ("B", vec![b'x'; 60]), ("C", vec![b'x'; 10])], 100);
        assert_eq!((set.len(), omitted), (2, vec!["B"]));
    }
}
