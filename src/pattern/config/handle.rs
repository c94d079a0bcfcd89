//! A command for each change, one at a time, in order.

use super::Error;
use super::follow::{Changed, Following};
use super::read::Entry;
use super::store::Path;
use crate::event::{Emit, Event, WatchEvent};
use crate::pattern::watch::{self, Handled, Handler, Occasion, OnError};
use crate::shutdown::Shutdown;
use crate::supervise::Status;

/// What is handled, and how.
pub struct Handling<'a> {
    /// The changes.
    pub following: Following,
    /// The command.
    pub handler: Handler,
    /// A change at this revision as the event that it is, where it matters; at last, whether it was so at first.
    pub event: &'a dyn Fn(&Changed, i64, bool) -> Option<Event>,
    /// An event as the line that the command reads.
    pub line: &'a dyn Fn(&Event) -> Vec<u8>,
}

/// Runs the command for all that is there, and then for every change, until it fails or something asks to stop. How it
/// failed.
///
/// # Errors
/// etcd was never reached, or refuses; the command could not be run; something has asked to stop.
pub async fn handle(mut handling: Handling<'_>, shutdown: &mut Shutdown, emit: Emit<'_>) -> Result<Status, Error> {
    let (mut handled, mut failed) = (0, 0);
    let ended = run(&mut handling, (&mut handled, &mut failed), shutdown, emit).await;
    if failed > 0 && handling.handler.on_error == OnError::Continue {
        emit(WatchEvent::Handled { handled, failed }.into());
    }
    ended
}

async fn run(
    handling: &mut Handling<'_>,
    (handled, failed): (&mut u64, &mut u64),
    shutdown: &mut Shutdown,
    emit: Emit<'_>,
) -> Result<Status, Error> {
    let mut initial = true;
    loop {
        let changes = tokio::select! {
            biased;
            cause = shutdown.next() => if cause.is_for_the_command() { continue } else { return Err(Error::Stopped(cause)) },
            changes = handling.following.next(emit) => changes?,
        };
        let revision = handling.following.revision();
        for change in &changes {
            let Some(event) = (handling.event)(change, revision, initial) else { continue };
            let line = (handling.line)(&event);
            let ran = handling.handler.handle(occasion(change, revision, initial), line, shutdown, emit).await;
            *handled += 1;
            match ran.map_err(of_watch)? {
                Handled::Well => {}
                Handled::Failed => *failed += 1,
                Handled::Ends(status) => return Ok(status),
            }
            // It may have come while the command ran, which has ended in order.
            shutdown.asked_now().await;
            if let Some(cause) = shutdown.asked() {
                return Err(Error::Stopped(cause));
            }
        }
        initial = false;
    }
}

/// What the command is told.
fn occasion(change: &Changed, revision: i64, initial: bool) -> Occasion {
    let text = |entry: &Option<Entry>| {
        let value = entry.as_ref()?.value.as_ref().ok()?;
        Some(value.text().as_bytes().to_vec())
    };
    let path = change.path().map(Path::as_str);
    let revision = change.after.as_ref().map_or(revision, |entry| entry.mod_revision);
    let more = [
        ("ETCDPAT_MARK", initial.then(|| b"initial".to_vec())),
        ("ETCDPAT_KEY", path.map(Vec::from)),
        ("ETCDPAT_VALUE", text(&change.after)),
        ("ETCDPAT_OLD_VALUE", text(&change.before)),
    ];
    Occasion::new(if change.after.is_some() { "set" } else { "deleted" }, path.map(Into::into), revision, more)
}

fn of_watch(error: watch::Error) -> Error {
    match error {
        watch::Error::Stopped(cause) => Error::Stopped(cause),
        watch::Error::Handler(error) => error.into(),
        watch::Error::Client(failed) => failed.into(),
        watch::Error::Unwritable { error, .. } => crate::supervise::Error::from(error).into(),
    }
}
