//! `config watch [PREFIX]`.

use clap::Args;

use super::shown::changed;
use super::store::{StoreArgs, path};
use crate::client::Client;
use crate::command::context;
use crate::error::{ExitCode, Failure};
use crate::event::{ConfigEvent, Event};
use crate::options::Global;
use crate::pattern::config::{Changed, Following};
use crate::report::Stdout;

/// Show all values, then every change, with what they were, until SIGINT
///
/// An import is seen whole: all of its changes together, when it is done.
#[derive(Debug, Args)]
pub(super) struct WatchArgs {
    /// Only what is at and below this
    prefix: Option<String>,
    #[command(flatten)]
    store: StoreArgs,
}

pub(super) fn run(global: &Global, args: &WatchArgs) -> Result<ExitCode, Failure> {
    let store = args.store.store(global)?;
    let prefix = args.prefix.as_deref().map(path).transpose()?;
    let connection = global.connection()?;
    let is_meant = |change: &Changed| {
        let entry = change.after.as_ref().or(change.before.as_ref());
        prefix.as_ref().is_none_or(|prefix| {
            entry.is_some_and(|entry| entry.path == *prefix || entry.path.parents().any(|parent| parent == *prefix))
        })
    };
    context::run(global, Stdout::Events, async |context| {
        let mut following = Following::new(&Client::new(connection), store);
        let mut shutdown = context.shutdown()?;
        let emit = |event: Event| context.emit(event);
        let mut initial = true;
        loop {
            let changes = tokio::select! {
                changes = following.next(&emit) => changes?,
                cause = shutdown.next() => return Ok(Failure::from(cause).code),
                never = context.reporter.watch_output() => never,
            };
            for change in changes.iter().filter(|change| is_meant(change)) {
                let row = changed(change, following.revision(), initial);
                context.emit(if change.after.is_some() { ConfigEvent::Set(row) } else { ConfigEvent::Deleted(row) });
                tokio::select! {
                    () = context.reporter.has_room() => {}
                    cause = shutdown.next() => return Ok(Failure::from(cause).code),
                }
            }
            initial = false;
        }
    })
}
