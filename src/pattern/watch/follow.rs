//! A watch for people and scripts: one event at a time is shown or handed to a handler, counted, and taken note of.

use std::num::NonZeroU64;
use std::time::{Duration, Instant};

use super::{Batch, Error, Handled, Handler, Occasion, OnError, Position, ResumeFile, Store, Watcher};
use crate::event::{Change, Emit, Event, WatchEvent};
use crate::shutdown::{Cause, Shutdown};
use crate::supervise::Status;

/// How often a position is written that comes of nothing shown.
const NOTE_EVERY: Duration = Duration::from_secs(1);
/// How long an event that is being written when something asks to stop may take.
const PARTING: Duration = Duration::from_millis(200);

/// What is to be followed, and how.
pub struct Follow<'a> {
    /// The changes.
    pub watcher: Watcher,
    /// Only these are shown.
    pub filter: Option<Kind>,
    /// So many are shown.
    pub count: Option<NonZeroU64>,
    /// The server's word that nothing is left out is shown.
    pub progress: bool,
    /// How far an earlier watch has come, after which this one goes on.
    pub resumed: Option<Position>,
    /// Where to write down how far it has come.
    pub resume: Option<ResumeFile>,
    /// What handles the events, instead of the reader of the output.
    pub handler: Option<Handler>,
    /// An event as the line that a handler reads.
    pub line: &'a dyn Fn(&Event) -> Vec<u8>,
}

/// A kind of change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A key was put.
    Put,
    /// A key was deleted.
    Delete,
}

/// How a watch ended that did not fail.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Finished {
    /// As many events as were wanted have been shown.
    Counted,
    /// A handler failed, like this.
    Handler(Status),
}

/// How far the output has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Output {
    /// It has room for an event.
    HasRoom,
    /// All that was shown is written, or can't be.
    IsWritten,
}

/// Follows until as many events are shown as are wanted, a handler fails, or something asks to stop. `until` waits for the
/// output.
///
/// # Errors
/// [`Error::Stopped`], and whatever else ends it.
pub async fn follow(
    follow: Follow<'_>,
    shutdown: &mut Shutdown,
    until: impl AsyncFn(Output),
    emit: Emit<'_>,
) -> Result<Finished, Error> {
    let (position, store) = (follow.resumed.clone(), Store::default());
    let (noted, is_noted) = (Instant::now(), true);
    let mut run = Run { follow, emit, shown: 0, failed: 0, position, store, noted, is_noted, stop: None };
    let ended = run.run(shutdown, until).await;
    let noted = run.note(true);
    if run.failed > 0 && matches!(run.follow.handler, Some(Handler { on_error: OnError::Continue, .. })) {
        emit(WatchEvent::Handled { handled: run.shown, failed: run.failed }.into());
    }
    let ended = ended?;
    noted?;
    Ok(ended)
}

struct Run<'a> {
    follow: Follow<'a>,
    emit: Emit<'a>,
    shown: u64,
    failed: u64,
    position: Option<Position>,
    /// What was known of the store when the position was come to: another store's revisions are not its own.
    store: Store,
    /// When the position was written last.
    noted: Instant,
    is_noted: bool,
    /// A signal that came while an event was shown.
    stop: Option<Cause>,
}

impl Run<'_> {
    async fn run(&mut self, shutdown: &mut Shutdown, until: impl AsyncFn(Output)) -> Result<Finished, Error> {
        loop {
            // It may have come while a handler ran, which has ended in order.
            if let Some(cause) = shutdown.asked() {
                return Err(Error::Stopped(cause));
            }
            let batch = tokio::select! {
                biased;
                cause = shutdown.next() => match cause {
                    cause if cause.is_for_the_command() && self.follow.handler.is_some() => continue,
                    cause => return Err(Error::Stopped(cause)),
                },
                batch = self.follow.watcher.next() => batch?,
            };
            if let Some(ended) = self.show_batch(batch, shutdown, &until).await? {
                return Ok(ended);
            }
        }
    }

    async fn show_batch(
        &mut self,
        batch: Batch,
        shutdown: &mut Shutdown,
        until: &impl AsyncFn(Output),
    ) -> Result<Option<Finished>, Error> {
        match batch {
            Batch::Began { revision } => {
                // At once: what happens from now on is not to be missed by a restart.
                let position = self.position.take().unwrap_or(Position::After(revision));
                self.come_to(position);
                self.note(true)?;
            }
            Batch::Progress { revision } => {
                if self.follow.progress {
                    room(shutdown, until).await?;
                    (self.emit)(WatchEvent::Progress { revision }.into());
                }
                // A member that is behind says less than is known.
                if self.position.as_ref().is_none_or(|position| position.revision() <= revision) {
                    self.come_to(Position::After(revision));
                }
            }
            Batch::Resync { reason, compact_revision, revision } => {
                // A revision of another store may have the number of the one that was resumed within.
                self.follow.resumed = None;
                let event: Event = WatchEvent::Resync { reason, compact_revision, revision }.into();
                if self.follow.handler.is_none() {
                    room(shutdown, until).await?;
                }
                (self.emit)(event.clone());
                if self.follow.handler.is_some() {
                    return self.handle(Occasion::resync(revision), &event, shutdown).await;
                }
            }
            Batch::Changes { revision, changes } => {
                let done = match self.follow.resumed.take() {
                    Some(Position::Within { revision: resumed, done }) if resumed == revision => done,
                    _ => 0,
                };
                let at = |done| Position::Within { revision, done };
                return self.show(changes, done, at, Some(Position::After(revision)), shutdown, until).await;
            }
            Batch::State { revision, mark, changes, last } => {
                let keys: Vec<_> = changes.iter().map(|change| change.key.raw().to_vec()).collect();
                let at = |done: usize| Position::State { mark, revision, after: keys[done - 1].clone() };
                let end = last.then_some(Position::After(revision));
                let ended = self.show(changes, 0, at, end, shutdown, until).await?;
                self.note(last)?;
                return Ok(ended);
            }
            Batch::Etcd(change) => (self.emit)(change.into()),
        }
        self.note(false)?;
        Ok(None)
    }

    /// Shows what is wanted of some changes, of which the first `done` are done. `at` is the position after so many, and
    /// `end` that after all of them, where it is another one.
    async fn show(
        &mut self,
        changes: Vec<Change>,
        done: usize,
        at: impl Fn(usize) -> Position,
        end: Option<Position>,
        shutdown: &mut Shutdown,
        until: &impl AsyncFn(Output),
    ) -> Result<Option<Finished>, Error> {
        let wanted =
            |change: &Change| self.follow.filter.is_none_or(|kind| (kind == Kind::Delete) == change.is_delete());
        let all = changes.len();
        let last_wanted = changes.iter().rposition(wanted);
        let wanted: Vec<_> = changes.into_iter().enumerate().skip(done).filter(|(_, change)| wanted(change)).collect();
        for (index, change) in wanted {
            let ended = self.one(change, shutdown, until).await?;
            let stopped = matches!(ended, Some(Finished::Handler(_)));
            if !stopped {
                let at =
                    if Some(index) == last_wanted { end.clone().unwrap_or_else(|| at(all)) } else { at(index + 1) };
                self.come_to(at);
                self.note(true)?;
            }
            if let Some(cause) = self.asked(shutdown).await {
                return Err(Error::Stopped(cause));
            }
            if ended.is_some() {
                return Ok(ended);
            }
        }
        // What is not wanted is done, too.
        if let Some(end) = end.or_else(|| (all > 0).then(|| at(all))) {
            self.come_to(end);
        }
        self.note(false)?;
        Ok(None)
    }

    /// Shows one change, or has it handled.
    async fn one(
        &mut self,
        change: Change,
        shutdown: &mut Shutdown,
        until: &impl AsyncFn(Output),
    ) -> Result<Option<Finished>, Error> {
        let ended = if self.follow.handler.is_some() {
            let event = WatchEvent::from(change.clone()).into();
            self.handle(Occasion::change(&change), &event, shutdown).await?
        } else {
            room(shutdown, until).await?;
            (self.emit)(WatchEvent::from(change).into());
            // A line that nobody reads any more is not shown; a signal comes after it.
            let stop = if self.follow.resume.is_some() { written(shutdown, until).await? } else { None };
            self.stop = shutdown.asked_now().await.or(stop);
            if self.stop == Some(Cause::OutputClosed) {
                return Err(Error::Stopped(Cause::OutputClosed));
            }
            None
        };
        self.shown += 1;
        let counted = self.follow.count.is_some_and(|count| self.shown >= count.get());
        Ok(ended.or(counted.then_some(Finished::Counted)))
    }

    async fn handle(
        &mut self,
        occasion: Occasion,
        event: &Event,
        shutdown: &mut Shutdown,
    ) -> Result<Option<Finished>, Error> {
        let Some(handler) = &mut self.follow.handler else { return Ok(None) };
        let line = (self.follow.line)(event);
        let handled = handler.handle(occasion, line, shutdown, self.emit).await?;
        self.failed += u64::from(handled != Handled::Well);
        Ok(if let Handled::Ends(status) = handled { Some(Finished::Handler(status)) } else { None })
    }

    /// What asks to stop after an event. SIGUSR1 and SIGUSR2 do so where there is no handler, whose they are.
    async fn asked(&mut self, shutdown: &mut Shutdown) -> Option<Cause> {
        let now = shutdown.asked_now().await;
        if self.follow.handler.is_some() { shutdown.asked() } else { self.stop.take().or(now) }
    }

    fn come_to(&mut self, position: Position) {
        self.is_noted = false;
        self.position = Some(position);
        if self.follow.resume.is_some() {
            self.store.clone_from(self.follow.watcher.store());
        }
    }

    /// Writes the position down: `now`, or when it is time to.
    fn note(&mut self, now: bool) -> Result<(), Error> {
        let (Some(file), Some(position)) = (&self.follow.resume, &self.position) else { return Ok(()) };
        if self.is_noted || !(now || self.noted.elapsed() >= NOTE_EVERY) {
            return Ok(());
        }
        // A handler takes milliseconds anyway. Of what was only shown nobody knows where it was after a loss of power.
        file.write(position, &self.store, self.follow.handler.is_some())?;
        (self.is_noted, self.noted) = (true, Instant::now());
        Ok(())
    }
}

/// Waits until there is room for an event.
async fn room(shutdown: &mut Shutdown, until: &impl AsyncFn(Output)) -> Result<(), Error> {
    tokio::select! {
        biased;
        () = until(Output::HasRoom) => Ok(()),
        cause = shutdown.next() => Err(Error::Stopped(cause)),
    }
}

/// Waits until what was shown is written: the resume file says nothing else. What has asked to stop meanwhile.
async fn written(shutdown: &mut Shutdown, until: &impl AsyncFn(Output)) -> Result<Option<Cause>, Error> {
    tokio::select! {
        biased;
        () = until(Output::IsWritten) => Ok(None),
        cause = shutdown.next() => match tokio::time::timeout(PARTING, until(Output::IsWritten)).await {
            Ok(()) => Ok(Some(cause)),
            Err(_) => Err(Error::Stopped(cause)),
        },
    }
}
