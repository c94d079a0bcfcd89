//! Following a lock's queue as it changes.

use std::convert::Infallible;
use std::time::Duration;

use etcd_client::{KeyValue, WatchOptions};

use super::query::status_at;
use super::{Error, LockName};
use crate::client::{self, Client, Failed};
use crate::event::ContenderRow;
use crate::shutdown::Shutdown;

/// How often to look without having been told of a change.
const LOOK_EVERY: Duration = Duration::from_secs(2);
/// Before another attempt while etcd is away.
const PAUSE: Duration = Duration::from_millis(200);

/// Shows the contenders of a lock, and again whenever who they are or who holds has changed, until something asks to
/// stop. `show` returns when there is room for more.
///
/// # Errors
/// [`Error::Stopped`]; an outage is waited out once the queue has been read.
pub async fn follow(
    client: &Client,
    name: &LockName,
    shutdown: &mut Shutdown,
    show: impl AsyncFn(Vec<ContenderRow>),
) -> Result<Infallible, Error> {
    tokio::select! {
        ended = follow_for_ever(client, name, show) => ended,
        cause = shutdown.next() => Err(Error::Stopped(cause)),
    }
}

async fn follow_for_ever(
    client: &Client,
    name: &LockName,
    show: impl AsyncFn(Vec<ContenderRow>),
) -> Result<Infallible, Error> {
    let mut shown = None;
    loop {
        let (rows, revision) = match status_at(client, name).await {
            Err(Error::Client(Failed { error, .. })) if shown.is_some() && error.is_outage() => {
                tracing::debug!(%error, "reading the queue");
                tokio::time::sleep(PAUSE).await;
                continue;
            }
            answer => answer?,
        };
        let now: Vec<_> = rows.iter().map(|row| (row.key.clone(), row.lease, row.holder)).collect();
        if shown.as_ref() != Some(&now) {
            show(rows).await;
            shown = Some(now);
        }
        // What one of several locks at once waits for may happen in another queue.
        if let Ok(Err(error)) = tokio::time::timeout(LOOK_EVERY, changed(client, name, revision)).await {
            tracing::debug!(%error, "watching the queue");
            tokio::time::sleep(PAUSE).await;
        }
    }
}

/// Waits until a key of the queue has changed after `revision`.
async fn changed(client: &Client, name: &LockName, revision: i64) -> Result<(), client::Error> {
    let ended = |text: &str| client::Error::Server(format!("the watch ended: {text}").into());
    let prefix = name.prefix();
    let options = WatchOptions::new().with_prefix().with_start_revision(revision + 1);
    let mut stream = client.watch(&prefix, options).await?;
    loop {
        match stream.message().await {
            Ok(Some(answer)) if answer.canceled() => return Err(ended(answer.cancel_reason())),
            Ok(Some(answer)) => {
                let keys = answer.events().iter().filter_map(|event| event.kv()).map(KeyValue::key);
                // Keys of locks below the name have a further slash.
                if keys.into_iter().any(|key| !key[prefix.len()..].contains(&b'/')) {
                    return Ok(());
                }
            }
            Ok(None) => return Err(ended("closed by the server")),
            Err(error) => return Err(ended(&error.to_string())),
        }
    }
}
