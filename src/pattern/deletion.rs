//! Waiting for keys to be deleted.
//!
//! What must stay true: a watch that breaks is an error, never a deletion and never silence.
//!
//! The watch begins at the present, and says at which revision that was. With a revision of the past, even the last
//! one, etcd puts a watcher into its unsynced group, which is served every 100 ms only (mvcc/watchable_store.go). So it
//! does with a watcher that is opened just while a write is ending: the present is read before the write, and the group
//! chosen after it (v3rpc/watch.go). Of two that are opened one after the other, hardly both are caught by that.

use std::time::Duration;

use etcd_client::{EventType, WatchOptions, WatchResponse, WatchStream};

use crate::client::{self, Client};

/// A watch for the deletion of any of some keys.
pub(super) struct Deletion {
    stream: WatchStream,
    /// From which revision on a deletion is seen.
    pub(super) covered_from: i64,
    seen: bool,
    /// How long a confirmation may take.
    limit: Duration,
}

impl Deletion {
    /// Opens the watch, and waits until the server has confirmed it for each of `keys`; at least one.
    pub(super) async fn watch(client: &Client, keys: &[Vec<u8>]) -> Result<Self, client::Error> {
        let mut watch = Self::ask_for(client, keys).await?;
        watch.confirmed(keys.len()).await?;
        Ok(watch)
    }

    /// The same for somebody who must not learn of it 100 ms later: each key is watched twice.
    pub(super) async fn watch_closely(client: &Client, keys: &[Vec<u8>]) -> Result<Self, client::Error> {
        let mut watch = Self::ask_for(client, keys).await?;
        watch.ask(keys).await?;
        // Confirmed in the order in which they were asked for.
        watch.confirmed(keys.len()).await?;
        Ok(watch)
    }

    async fn ask_for(client: &Client, keys: &[Vec<u8>]) -> Result<Self, client::Error> {
        let stream = client.watch(&keys[0], WatchOptions::new()).await?;
        let mut watch = Self { stream, covered_from: 0, seen: false, limit: client.command_timeout() };
        watch.ask(&keys[1..]).await?;
        Ok(watch)
    }

    /// Watches these keys too, and waits until the server has confirmed it.
    pub(super) async fn add(&mut self, keys: &[Vec<u8>]) -> Result<(), client::Error> {
        self.ask(keys).await?;
        self.confirmed(keys.len()).await
    }

    async fn ask(&mut self, keys: &[Vec<u8>]) -> Result<(), client::Error> {
        for key in keys {
            self.stream.watch(&key[..], None).await.map_err(|error| ended(&error.to_string()))?;
        }
        Ok(())
    }

    async fn confirmed(&mut self, keys: usize) -> Result<(), client::Error> {
        let opened = tokio::time::timeout(self.limit, self.opened(keys)).await;
        opened.unwrap_or_else(|_| Err(ended("it was not confirmed")))
    }

    async fn opened(&mut self, keys: usize) -> Result<(), client::Error> {
        let mut confirmed = 0;
        while confirmed < keys {
            let answer = self.next().await?;
            if answer.created() {
                confirmed += 1;
                let revision = answer.header().map_or(i64::MAX - 1, etcd_client::ResponseHeader::revision);
                self.covered_from = self.covered_from.max(revision + 1);
            }
        }
        Ok(())
    }

    /// Waits until one of the keys is deleted.
    pub(super) async fn happened(&mut self) -> Result<(), client::Error> {
        while !self.seen {
            self.next().await?;
        }
        Ok(())
    }

    async fn next(&mut self) -> Result<WatchResponse, client::Error> {
        match self.stream.message().await {
            Ok(Some(answer)) if answer.canceled() => Err(ended(answer.cancel_reason())),
            Ok(Some(answer)) => {
                self.seen |= answer.events().iter().any(|event| event.event_type() == EventType::Delete);
                Ok(answer)
            }
            Ok(None) => Err(ended("closed by the server")),
            Err(error) => Err(ended(&error.to_string())),
        }
    }
}

fn ended(text: &str) -> client::Error {
    client::Error::Server(format!("the watch ended: {text}"))
}
