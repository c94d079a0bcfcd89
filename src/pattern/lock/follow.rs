//! Following a lock's queue as it changes.

use std::convert::Infallible;
use std::time::Duration;

use super::query::status_at;
use super::{Error, LockName};
use crate::client::{Client, Failed};
use crate::event::{Change, ContenderRow, Emit};
use crate::pattern::hold;
use crate::pattern::keys::Range;
use crate::pattern::outage::{self, Outage};
use crate::pattern::watch::{self, Batch, Options, Start, Store, Watcher};
use crate::shutdown::Shutdown;

/// How often to look without having been told of a change.
const LOOK_EVERY: Duration = Duration::from_secs(2);

/// Shows the contenders of a lock, and again whenever who they are or who holds has changed, until something asks to
/// stop. `show` returns when there is room for more.
///
/// # Errors
/// [`hold::Error::Stopped`]; an outage is waited out once the queue has been read.
pub async fn follow(
    client: &Client,
    name: &LockName,
    shutdown: &mut Shutdown,
    emit: Emit<'_>,
    show: impl AsyncFn(Vec<ContenderRow>),
) -> Result<Infallible, Error> {
    tokio::select! {
        ended = follow_for_ever(client, name, emit, show) => ended,
        cause = shutdown.next() => Err(hold::Error::Stopped(cause).into()),
    }
}

async fn follow_for_ever(
    client: &Client,
    name: &LockName,
    emit: Emit<'_>,
    show: impl AsyncFn(Vec<ContenderRow>),
) -> Result<Infallible, Error> {
    let mut outage = Outage::default();
    let tell = |change: Option<outage::Change>| change.into_iter().for_each(|change| emit(change.into()));
    let mut shown = None;
    let mut changes: Option<Watcher> = None;
    loop {
        let asked = Box::pin(status_at(client, name));
        let (rows, revision) = match outage.told_meanwhile(client, asked, |change| emit(change.into())).await {
            Err(Error::Client(Failed { error, .. })) if shown.is_some() && error.is_outage() => {
                tell(outage.unanswered(&error));
                outage.pause().await;
                continue;
            }
            answer => answer?,
        };
        tell(outage.answered());
        let now: Vec<_> = rows.iter().map(|row| (row.key.clone(), row.lease, row.holder)).collect();
        if shown.as_ref() != Some(&now) {
            show(rows).await;
            shown = Some(now);
        }
        let changes = changes.get_or_insert_with(|| watcher(client, name, revision + 1));
        // What one of several locks at once waits for may happen in another queue.
        if let Ok(changed) = tokio::time::timeout(LOOK_EVERY, changed(changes, name)).await {
            changed?;
        }
    }
}

fn watcher(client: &Client, name: &LockName, from: i64) -> Watcher {
    let options = Options { start: Start::Revision(from), prev_kv: false, store: Store::default() };
    Watcher::new(client.clone(), Range::prefix(name.prefix()), options)
}

/// Waits until a key of the queue has changed, or may have.
async fn changed(changes: &mut Watcher, name: &LockName) -> Result<(), Error> {
    loop {
        match changes.next().await {
            Ok(Batch::Changes { changes, .. } | Batch::State { changes, .. }) => {
                // Keys of locks below the name have a further slash.
                if changes.iter().any(|Change { key, .. }| name.owns(key.raw())) {
                    return Ok(());
                }
            }
            // The queue is read after an outage in any case, and that tells of it.
            Ok(Batch::Resync { .. } | Batch::Etcd(_)) => return Ok(()),
            Ok(Batch::Began { .. } | Batch::Progress { .. }) => {}
            Err(watch::Error::Client(failed)) => return Err(failed.into()),
            Err(error) => tracing::debug!(%error, "watching the queue"),
        }
    }
}
