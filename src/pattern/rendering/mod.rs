//! Files made of templates and of what etcd says, kept up to date, and the commands that depend on them.
//!
//! - `turn`: all files once: made, checked, put in place, told
//!
//! What must stay true: all files are of one state; none is replaced unless all could be made and all checks have passed; a
//! file is written only when its text changes. A reload command runs when a file of it was replaced, once after all, and
//! again until it has succeeded: a mark lies beside the file from before the replacement until then, so that the next
//! process knows of it too. While etcd is away all stays as it was.

mod turn;

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::future::pending;
use std::path::PathBuf;
use std::time::Duration;

use tokio::time::{Instant, sleep_until};

use crate::event::{Emit, RenderEvent, Text};
use crate::render::{Output, Value};
use crate::shutdown::{Cause, Shutdown};
use crate::supervise::{self, Guardian, Task};
use turn::Turned;

/// Before what failed is tried again: at first, and at the most.
const PAUSE: Duration = Duration::from_secs(5);
const LONGEST_PAUSE: Duration = Duration::from_secs(60);

/// Where what fills the templates comes from.
pub trait Source {
    /// Why nothing more comes from it.
    type Error: From<supervise::Error>;

    /// Waits for a change, and until there is none for a while; `any`: also where nothing is there at first. Outages and
    /// skipped history are told. Nothing is lost when it is dropped before.
    fn settled(&mut self, any: bool, emit: Emit<'_>) -> impl Future<Output = Result<(), Self::Error>>;

    /// What fills the templates, as it is now; or why the files are to stay as they are.
    ///
    /// # Errors
    /// The reason, for people.
    fn context(&mut self) -> Result<Value, String>;
}

/// A file that is kept up to date.
#[derive(Clone, Debug)]
pub struct File {
    /// Its template, which is read anew each time.
    pub template: PathBuf,
    /// The file.
    pub output: Output,
    /// A shell command that says by its exit code whether the new file, `ETCDPAT_FILE`, is good.
    pub check: Option<OsString>,
    /// A shell command that runs when it was replaced.
    pub reload: Option<OsString>,
}

/// Who runs the commands.
#[derive(Debug)]
pub struct Runner {
    /// What all of them have in common; it has no command yet.
    pub task: Task,
    /// Who runs them.
    pub guardian: Guardian,
}

/// How often it is done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum How {
    /// At first, and after each change.
    Always,
    /// Once.
    Once,
    /// Once, and only said.
    DryRun,
}

/// Files, and what they are made of.
pub struct Rendering<S> {
    /// Where what fills them comes from.
    pub source: S,
    /// The files.
    pub files: Vec<File>,
    /// Who runs the commands, where there are some.
    pub runner: Option<Runner>,
    /// How often it is done.
    pub how: How,
    /// Reload commands that have not succeeded since a file of theirs was replaced.
    pending: BTreeSet<OsString>,
}

impl<S: Source> Rendering<S> {
    /// These files, of this source.
    pub fn new(source: S, files: Vec<File>, runner: Option<Runner>, how: How) -> Self {
        Self { source, files, runner, how, pending: BTreeSet::new() }
    }
}

/// How it ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ended {
    /// It was done once: whether the files are as they are to be.
    Once(bool),
    /// Something asked to stop.
    Stopped(Cause),
}

/// Renders at first and after every change, until something asks to stop; or once.
///
/// # Errors
/// What the source says; a command could not be run at all.
pub async fn render<S: Source>(
    rendering: &mut Rendering<S>,
    shutdown: &mut Shutdown,
    emit: Emit<'_>,
) -> Result<Ended, S::Error> {
    let (mut is_first, mut told, mut again, mut pause) = (true, Vec::new(), None, PAUSE);
    loop {
        tokio::select! {
            changed = rendering.source.settled(is_first, emit) => {
                changed?;
                pause = PAUSE;
            }
            () = at(again) => {}
            cause = shutdown.next() => return Ok(Ended::Stopped(cause)),
        }
        (is_first, again) = (false, None);
        let turned = rendering.turn(shutdown, emit).await?;
        let is_good = match turned {
            Turned::Done => {
                told.clear();
                true
            }
            Turned::Kept(kept) => {
                if kept.iter().any(|kept| kept.may_pass) {
                    again = Some(Instant::now() + pause);
                    pause = (pause * 2).min(LONGEST_PAUSE);
                }
                let messages: Vec<_> = kept.into_iter().map(|kept| (kept.path, kept.message)).collect();
                // What is tried again, is told once.
                if told != messages {
                    told.clone_from(&messages);
                    for (path, message) in messages {
                        emit(RenderEvent::Kept { path, message }.into());
                    }
                }
                false
            }
            Turned::ReloadFailed => {
                again = Some(Instant::now() + pause);
                pause = (pause * 2).min(LONGEST_PAUSE);
                false
            }
            Turned::Stopped(cause) => return Ok(Ended::Stopped(cause)),
        };
        if rendering.how != How::Always {
            return Ok(Ended::Once(is_good));
        }
    }
}

async fn at(instant: Option<Instant>) {
    match instant {
        Some(instant) => sleep_until(instant).await,
        None => pending().await,
    }
}

impl File {
    fn path(&self) -> Text {
        self.output.path().display().to_string().into()
    }
}
