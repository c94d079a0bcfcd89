//! A command whose environment is a configuration, and which is told of its changes.
//!
//! - `values`: the values, followed and kept in a file
//! - `command`: the command, started again or signalled
//!
//! What must stay true: nothing is started whose environment is not that of one revision; what happens to etcd, or to the
//! cache, never ends a command; nothing that ends one waits for etcd, for a disk or for a reader of the output.

mod command;
mod values;

use tokio::sync::watch;

use super::Error;
use super::cache_file::{CacheFile, Cached};
use super::environment::Environment;
use super::store::Store;
use crate::client::Client;
use crate::event::Emit;
use crate::shutdown::Shutdown;
use crate::signal::Number;
use crate::supervise::{Guardian, Status, Task, failure_of};
use command::Command;
use values::Values;

/// What a change means for the command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OnChange {
    /// It ends, and is started with the new environment.
    Restart,
    /// It is sent this signal.
    Signal(Number),
    /// Nothing.
    Nothing,
}

/// What is to run, and how.
#[derive(Debug)]
pub struct Params {
    /// The configuration.
    pub store: Store,
    /// What stands before the name of each variable.
    pub prefix: String,
    /// The command. It is prepared already.
    pub task: Task,
    /// What a change means for it.
    pub on_change: OnChange,
    /// Where values are kept, and what was kept there.
    pub cache: Option<(CacheFile, Option<Cached>)>,
}

/// What a command is to be given.
#[derive(Clone, PartialEq, Eq)]
struct Wanted {
    environment: Environment,
    revision: i64,
}

/// Runs the command, until it has ended by itself or something asks to stop. How it ended.
///
/// # Errors
/// Before it is started: etcd was not reached and there is no cache, or the values are no environment. It could not be run;
/// it was to be started again when something asked to stop.
pub async fn exec(
    client: &Client,
    params: Params,
    mut guardian: Guardian,
    shutdown: &mut Shutdown,
    emit: Emit<'_>,
) -> Result<Status, Error> {
    let Params { store, prefix, task, on_change, cache } = params;
    let (file, cached) = cache.unzip();
    let mut values = Values::new(client, store, prefix, file, emit);
    let first = tokio::select! {
        first = values.first(cached.flatten()) => first?,
        failed = failure_of(Some(&guardian)) => return Err(failed.into()),
        cause = shutdown.next() => return Err(Error::Stopped(cause)),
    };
    let (tell, wanted) = watch::channel(first);
    let command = Command { guardian: &mut guardian, task, on_change, wanted, emit };
    tokio::select! {
        // A command that has ended, has: what is read meanwhile does not matter.
        biased;
        ended = command.run(shutdown) => ended,
        never = values.keep(&tell) => match never {},
    }
}
