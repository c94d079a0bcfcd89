//! A command for each event: what it is given, and how it is run.
//!
//! What must stay true: bytes reach it as they are, or it is told which did not; what it is given is the event's alone,
//! nothing left over from a handler outside.

use std::ffi::OsString;
use std::future::pending;
use std::os::unix::ffi::{OsStrExt, OsStringExt};

use nix::unistd::{SysconfVar, sysconf};

use super::Error;
use crate::event::{Change, Emit, Text, WatchEvent};
use crate::shutdown::Shutdown;
use crate::supervise::{self, Guardian, LONGEST_VARIABLE, Status, Task};

/// Left over of what arguments and environment may take together: the program's name, what an interpreter adds.
const SLACK: usize = 16 << 10;
/// What each string costs besides its bytes: a NUL and a pointer.
const EACH: usize = 9;

/// All that a handler may be told.
const NAMES: [&str; 8] = [
    "ETCDPAT_EVENT",
    "ETCDPAT_KEY",
    "ETCDPAT_VALUE",
    "ETCDPAT_PREV_VALUE",
    "ETCDPAT_OLD_VALUE",
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
    /// Runs it, to its end. `line` is what it reads on standard input. That it failed is told.
    ///
    /// # Errors
    /// It could not be run. [`Error::Stopped`]: it failed, and was told to stop, as we are; that is no failure of its own.
    pub async fn handle(
        &mut self,
        occasion: Occasion,
        line: Vec<u8>,
        shutdown: &mut Shutdown,
        emit: Emit<'_>,
    ) -> Result<Handled, Error> {
        let Occasion { key, revision: mod_revision, variables } = occasion;
        let (set, omitted) = fit(variables, self.room());
        if !omitted.is_empty() {
            let (key, variables) = (key.clone().unwrap_or_default(), omitted.join(" ").into());
            emit(WatchEvent::Omitted { key, mod_revision, variables }.into());
        }
        let status = match self.run(set, &omitted, line, shutdown, emit).await {
            Ok(Status::Code(0)) => return Ok(Handled::Well),
            Ok(status) => match shutdown.asked() {
                Some(cause) => return Err(Error::Stopped(cause)),
                None => status,
            },
            Err(supervise::Error::NotFound { .. }) if self.on_error == OnError::Continue => Status::Code(127),
            Err(supervise::Error::NotExecutable { .. }) if self.on_error == OnError::Continue => Status::Code(126),
            Err(error) => return Err(error.into()),
        };
        emit(WatchEvent::HandlerFailed { key, mod_revision, code: status.as_shell() }.into());
        Ok(if self.on_error == OnError::Stop { Handled::Ends(status) } else { Handled::Failed })
    }

    async fn run(
        &mut self,
        mut set: Vec<Variable>,
        omitted: &[&'static str],
        line: Vec<u8>,
        shutdown: &mut Shutdown,
        emit: Emit<'_>,
    ) -> Result<Status, supervise::Error> {
        if !omitted.is_empty() {
            set.push(("ETCDPAT_OMITTED", omitted.join(" ").into_bytes()));
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
        limit.unwrap_or(LONGEST_VARIABLE).saturating_sub(inherited + set + argv + SLACK)
    }
}

/// How it went.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Handled {
    /// It ended with 0.
    Well,
    /// It failed, and that is counted.
    Failed,
    /// It failed, which ends the watch.
    Ends(Status),
}

/// A variable, and what it is.
pub(in crate::pattern) type Variable = (&'static str, Vec<u8>);

/// What a handler is run for.
#[derive(Clone, Debug)]
pub struct Occasion {
    /// The key, where there is one.
    pub(in crate::pattern) key: Option<Text>,
    /// The revision.
    pub(in crate::pattern) revision: i64,
    /// What it is told; what comes first has precedence where there is no room for all.
    pub(in crate::pattern) variables: Vec<Variable>,
}

impl Occasion {
    /// A key was put or deleted.
    pub(super) fn change(change: &Change) -> Self {
        let kind = if change.is_delete() { "delete" } else { "put" };
        let bytes = |text: &Option<Text>| text.as_ref().map(|text| text.raw().to_vec());
        let mark = if change.initial { Some("initial") } else { change.resync.then_some("resync") };
        let (key, revision) = (Some(change.key.clone()), change.mod_revision);
        let more = [
            ("ETCDPAT_MARK", mark.map(Vec::from)),
            ("ETCDPAT_KEY", bytes(&key)),
            ("ETCDPAT_VALUE", bytes(&change.value)),
            ("ETCDPAT_PREV_VALUE", bytes(&change.prev_value)),
        ];
        Self::new(kind, key, revision, more)
    }

    /// The state follows instead of history, as it is at this revision.
    pub(super) fn resync(revision: i64) -> Self {
        Self::new("watch.resync", None, revision, [])
    }

    /// Something of this kind. Of the variables, those count that have a value.
    pub(in crate::pattern) fn new<const N: usize>(
        kind: &str,
        key: Option<Text>,
        revision: i64,
        more: [(&'static str, Option<Vec<u8>>); N],
    ) -> Self {
        let always = [("ETCDPAT_EVENT", kind.into()), ("ETCDPAT_REV", revision.to_string().into_bytes())];
        let more = more.into_iter().filter_map(|(name, value)| Some((name, value?)));
        Self { key, revision, variables: always.into_iter().chain(more).collect() }
    }
}

/// Those of the variables that can be passed on within `room`, and the names of the others. What comes first has
/// precedence.
fn fit(variables: Vec<Variable>, mut room: usize) -> (Vec<Variable>, Vec<&'static str>) {
    let (mut set, mut omitted) = (Vec::new(), Vec::new());
    for (name, value) in variables {
        let length = name.len() + 1 + value.len();
        if value.contains(&0) || length >= LONGEST_VARIABLE || length + EACH > room {
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
        let most = LONGEST_VARIABLE - "ETCDPAT_VALUE=".len() - 1;
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
