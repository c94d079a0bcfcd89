//! All files once: made, checked, put in place, and whoever depends on them told.

use std::collections::BTreeSet;
use std::ffi::{OsStr, OsString};
use std::future::pending;
use std::time::Duration;

use tokio::time::sleep;

use super::{File, How, Rendering, Runner, Source};
use crate::event::{Emit, RenderEvent, Text};
use crate::plain;
use crate::render::{self, Staged, Template};
use crate::shutdown::{Cause, Shutdown};
use crate::supervise::{self, Status};

/// The longest that a check or a reload command may take.
const LIMIT: Duration = Duration::from_secs(60);

/// How it went.
pub(super) enum Turned {
    /// All files are as they are to be, and whoever depends on them knows.
    Done,
    /// Files were left as they were.
    Kept(Vec<Kept>),
    /// A reload command failed.
    ReloadFailed,
    /// Something asked to stop meanwhile.
    Stopped(Cause),
}

/// A file that was left as it was.
pub(super) struct Kept {
    pub(super) path: Text,
    /// Why.
    pub(super) message: Text,
    /// Whether that may pass without a change of what fills it.
    pub(super) may_pass: bool,
}

impl Kept {
    fn new(file: &File, why: &dyn std::fmt::Display, may_pass: bool) -> Self {
        Self { path: file.path(), message: plain::system(why.to_string()).into(), may_pass }
    }
}

/// How a command ended.
enum Ran {
    Well,
    Badly(u8),
    Stopped(Cause),
}

impl<S: Source> Rendering<S> {
    pub(super) async fn turn(&mut self, shutdown: &mut Shutdown, emit: Emit<'_>) -> Result<Turned, supervise::Error> {
        let texts = match self.texts() {
            Ok(texts) => texts,
            Err(kept) => return Ok(self.kept(kept)),
        };
        if self.how == How::DryRun {
            return Ok(self.compare(&texts, emit));
        }
        // The disk may have room again.
        let staged = self
            .files
            .iter()
            .zip(&texts)
            .map(|(file, text)| file.output.stage(text.as_bytes()).map_err(|error| Kept::new(file, &error, true)));
        let staged = match gathered(staged) {
            Ok(staged) => staged,
            Err(kept) => return Ok(self.kept(kept)),
        };
        match self.check(&staged, shutdown, emit).await? {
            Turned::Done => {}
            other => return Ok(other),
        }
        let kept = self.put_in_place(staged, emit);
        match self.reload(shutdown, emit).await? {
            Turned::Done if !kept.is_empty() => Ok(Turned::Kept(kept)),
            reloaded => Ok(reloaded),
        }
    }

    /// All files were left as they were, because of these.
    fn kept(&self, mut kept: Vec<Kept>) -> Turned {
        let Some(Kept { path: first, may_pass, .. }) = kept.first() else { return Turned::Kept(kept) };
        let why = format!("all of them are replaced together, and {first} is not");
        let others = self.files.iter().filter(|file| kept.iter().all(|kept| kept.path != file.path()));
        let others: Vec<_> = others.map(|file| Kept::new(file, &why, *may_pass)).collect();
        kept.extend(others);
        Turned::Kept(kept)
    }

    fn texts(&mut self) -> Result<Vec<String>, Vec<Kept>> {
        let context = self.source.context();
        gathered(self.files.iter().map(|file| {
            let context = context.as_ref().map_err(|why| Kept::new(file, why, false))?;
            // Somebody may be writing it this very moment.
            let template = Template::read(&file.template).map_err(|error| Kept::new(file, &error, true))?;
            template.render(context).map_err(|error| Kept::new(file, &error, false))
        }))
    }

    fn compare(&self, texts: &[String], emit: Emit<'_>) -> Turned {
        let mut kept = Vec::new();
        for (file, text) in self.files.iter().zip(texts) {
            match file.output.diff(text) {
                Ok(Some(diff)) => emit(RenderEvent::Differs { path: file.path(), diff: diff.into() }.into()),
                Ok(None) => emit(RenderEvent::Unchanged { path: file.path() }.into()),
                Err(error) => kept.push(Kept::new(file, &error, false)),
            }
        }
        if kept.is_empty() { Turned::Done } else { Turned::Kept(kept) }
    }

    /// Checks all that are to be replaced, as long as none has failed.
    async fn check(
        &mut self,
        staged: &[Option<Staged>],
        shutdown: &mut Shutdown,
        emit: Emit<'_>,
    ) -> Result<Turned, supervise::Error> {
        let Some(mut runner) = self.runner.take() else { return Ok(Turned::Done) };
        let checked = self.check_with(&mut runner, staged, shutdown, emit).await;
        self.runner = Some(runner);
        checked
    }

    async fn check_with(
        &self,
        runner: &mut Runner,
        staged: &[Option<Staged>],
        shutdown: &mut Shutdown,
        emit: Emit<'_>,
    ) -> Result<Turned, supervise::Error> {
        for (file, staged) in self.files.iter().zip(staged) {
            let (Some(check), Some(staged)) = (&file.check, staged) else { continue };
            let set = vec![("ETCDPAT_FILE".into(), staged.path().as_os_str().to_owned())];
            match runner.run(check, set, shutdown, emit).await? {
                Ran::Well => {}
                Ran::Badly(code) => {
                    let kept = Kept::new(file, &format!("--check failed with {code}"), true);
                    return Ok(self.kept(vec![kept]));
                }
                Ran::Stopped(cause) => return Ok(Turned::Stopped(cause)),
            }
        }
        Ok(Turned::Done)
    }

    /// What could not be.
    fn put_in_place(&mut self, staged: Vec<Option<Staged>>, emit: Emit<'_>) -> Vec<Kept> {
        let mut kept = Vec::new();
        for (file, staged) in self.files.iter().zip(staged) {
            let placed = staged.map(|staged| self::place(file, staged));
            match placed {
                None => emit(RenderEvent::Unchanged { path: file.path() }.into()),
                Some(Ok(())) => {
                    self.pending.extend(file.reload.clone());
                    emit(RenderEvent::Written { path: file.path() }.into());
                }
                Some(Err(error)) => {
                    let is_mounted = matches!(error, render::Error::Mounted { .. });
                    kept.push(Kept::new(file, &error, !is_mounted));
                }
            }
        }
        kept
    }

    /// Runs each reload command once, of which a file was replaced and which has not succeeded since.
    async fn reload(&mut self, shutdown: &mut Shutdown, emit: Emit<'_>) -> Result<Turned, supervise::Error> {
        let Some(runner) = &mut self.runner else { return Ok(Turned::Done) };
        let (mut seen, mut has_failed) = (BTreeSet::new(), false);
        for file in &self.files {
            let Some(reload) = &file.reload else { continue };
            let same = self.files.iter().filter(|file| file.reload.as_ref() == Some(reload));
            // Those of a later text, which another process may put while it runs, are for the next time.
            let marks: Vec<_> = same.filter_map(|file| Some((file, file.output.marked()?))).collect();
            if !seen.insert(reload) || (marks.is_empty() && !self.pending.contains(reload)) {
                continue;
            }
            match runner.run(reload, Vec::new(), shutdown, emit).await? {
                Ran::Well => {
                    self.pending.remove(reload);
                    for (file, mark) in marks {
                        file.output.unmark(&mark);
                    }
                }
                Ran::Badly(code) => {
                    has_failed = true;
                    emit(RenderEvent::ReloadFailed { path: file.path(), code }.into());
                }
                Ran::Stopped(cause) => return Ok(Turned::Stopped(cause)),
            }
        }
        Ok(if has_failed { Turned::ReloadFailed } else { Turned::Done })
    }
}

impl Runner {
    /// Runs a shell command, for as long as it may take.
    async fn run(
        &mut self,
        line: &OsStr,
        set: Vec<(OsString, OsString)>,
        shutdown: &mut Shutdown,
        emit: Emit<'_>,
    ) -> Result<Ran, supervise::Error> {
        let argv = vec!["/bin/sh".into(), "-c".into(), line.to_owned()];
        let task = supervise::Task { argv, ..self.task.clone() };
        self.guardian.prepare(task)?;
        let outcome = self.guardian.run(set, None, pending(), sleep(LIMIT), shutdown, emit).await?;
        if let Some(cause) = shutdown.asked() {
            return Ok(Ran::Stopped(cause));
        }
        Ok(match outcome.status {
            Status::Code(0) => Ran::Well,
            other => Ran::Badly(other.as_shell()),
        })
    }
}

/// Puts a file in place, and notes that others are to be told of it: before, so that who dies in between has that still
/// before him.
fn place(file: &File, staged: Staged) -> Result<(), render::Error> {
    if file.reload.is_none() {
        return staged.commit();
    }
    let before = file.output.marked();
    let mark = file.output.mark()?;
    let placed = staged.commit();
    if before.is_none() && matches!(&placed, Err(error) if !matches!(error, render::Error::Unsynced { .. })) {
        file.output.unmark(&mark);
    }
    placed
}

/// All of them, or all that failed.
fn gathered<T>(results: impl Iterator<Item = Result<T, Kept>>) -> Result<Vec<T>, Vec<Kept>> {
    let (mut good, mut kept) = (Vec::new(), Vec::new());
    for result in results {
        match result {
            Ok(one) => good.push(one),
            Err(one) => kept.push(one),
        }
    }
    if kept.is_empty() { Ok(good) } else { Err(kept) }
}
