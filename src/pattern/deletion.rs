//! Waiting for keys to be deleted, and for own keys to be taken.
//!
//! What must stay true: a watch that breaks is an error, never a deletion and never silence.
//!
//! The watch begins at the present, and says at which revision that was. With a revision of the past, even the last
//! one, etcd puts a watcher into its unsynced group, which is served every 100 ms only (mvcc/watchable_store.go). So it
//! does with a watcher that is opened just while a write is ending: the present is read before the write, and the group
//! chosen after it (v3rpc/watch.go). Of two that are opened one after the other, hardly both are caught by that.

use std::collections::BTreeSet;
use std::time::Duration;

use etcd_client::{Event, EventType, KeyValue, WatchOptions, WatchStream};

use crate::client::{self, Client};
use crate::event::{LeaseId, Loss};

/// Keys that were made on `lease` at the revision `fence` (0: at any), and must stay so. What else is written to them is no
/// loss.
#[derive(Clone, Debug)]
pub(super) struct Own {
    pub(super) keys: Vec<Vec<u8>>,
    pub(super) lease: LeaseId,
    pub(super) fence: i64,
}

impl Own {
    /// Whether this key, if it is one of them, still stands as it must.
    pub(super) fn stands(&self, kv: &KeyValue) -> bool {
        (kv.lease() == self.lease.0 && (self.fence == 0 || kv.create_revision() == self.fence))
            || !self.keys.iter().any(|key| key == kv.key())
    }
}

/// A watch for the deletion of any of some keys.
pub(super) struct Deletion {
    stream: WatchStream,
    /// From which revision on a deletion of the keys that were asked for first is seen.
    pub(super) covered_from: i64,
    /// How many watches these were: the server numbers them from 0, in the order in which they are asked for.
    first: i64,
    asked: i64,
    /// Those that the server has not confirmed yet; it may confirm them in any order.
    unconfirmed: BTreeSet<i64>,
    /// Those of the keys that are our own.
    own: Option<Own>,
    seen: Option<Loss>,
    /// How long a confirmation may take.
    limit: Duration,
}

impl Deletion {
    /// Opens the watch, and waits until the server has confirmed it for each of `keys`; at least one.
    pub(super) async fn watch(client: &Client, keys: &[Vec<u8>]) -> Result<Self, client::Error> {
        let mut watch = Self::open(client, keys).await?;
        watch.confirmed(watch.first).await?;
        Ok(watch)
    }

    /// The same for somebody who must not learn of it 100 ms later: each key is watched twice.
    pub(super) async fn watch_closely(client: &Client, keys: &[Vec<u8>]) -> Result<Self, client::Error> {
        let mut watch = Self::open(client, keys).await?;
        watch.ask(keys).await?;
        watch.confirmed(watch.first).await?;
        Ok(watch)
    }

    /// The same for keys of our own, which may be taken, too.
    pub(super) async fn watch_own(client: &Client, own: Own) -> Result<Self, client::Error> {
        let mut watch = Self::open(client, &own.keys).await?;
        watch.own = Some(own);
        watch.confirmed(watch.first).await?;
        Ok(watch)
    }

    /// Watches keys of our own, too, and waits until the server has confirmed it.
    pub(super) async fn add_own(&mut self, own: Own) -> Result<(), client::Error> {
        self.ask(&own.keys).await?;
        self.own = Some(own);
        self.confirmed(self.asked).await
    }

    async fn open(client: &Client, keys: &[Vec<u8>]) -> Result<Self, client::Error> {
        let stream = client.watch(&keys[0], WatchOptions::new()).await?;
        let limit = client.command_timeout();
        let unconfirmed = BTreeSet::from([0]);
        let mut watch = Self { stream, covered_from: 0, first: 1, asked: 1, unconfirmed, own: None, seen: None, limit };
        watch.ask(&keys[1..]).await?;
        watch.first = watch.asked;
        Ok(watch)
    }

    async fn ask(&mut self, keys: &[Vec<u8>]) -> Result<(), client::Error> {
        for key in keys {
            self.stream.watch(&key[..], None).await.map_err(|error| ended(&error.to_string()))?;
            self.unconfirmed.insert(self.asked);
            self.asked += 1;
        }
        Ok(())
    }

    /// Waits until the first `count` watches are confirmed, or what they are for has happened.
    async fn confirmed(&mut self, count: i64) -> Result<(), client::Error> {
        let limit = self.limit;
        let opened = async {
            while self.seen.is_none() && self.unconfirmed.first().is_some_and(|number| *number < count) {
                self.next().await?;
            }
            Ok(())
        };
        let opened = tokio::time::timeout(limit, opened).await;
        opened.unwrap_or_else(|_| Err(ended("it was not confirmed")))
    }

    /// Waits until one of the keys is deleted, or one of our own is taken.
    pub(super) async fn happened(&mut self) -> Result<Loss, client::Error> {
        loop {
            match self.seen {
                Some(loss) => return Ok(loss),
                None => self.next().await?,
            }
        }
    }

    async fn next(&mut self) -> Result<(), client::Error> {
        match self.stream.message().await {
            Ok(Some(answer)) if answer.canceled() => Err(ended(answer.cancel_reason())),
            Ok(Some(answer)) => {
                let number = answer.watch_id();
                if answer.created() && self.unconfirmed.remove(&number) && number < self.first {
                    let revision = answer.header().map_or(i64::MAX - 1, etcd_client::ResponseHeader::revision);
                    self.covered_from = self.covered_from.max(revision + 1);
                }
                self.seen = self.seen.or_else(|| answer.events().iter().find_map(|event| self.loss(event)));
                Ok(())
            }
            Ok(None) => Err(ended("closed by the server")),
            Err(error) => Err(ended(&error.to_string())),
        }
    }
}

impl Deletion {
    fn loss(&self, event: &Event) -> Option<Loss> {
        let stands = |kv| self.own.as_ref().is_none_or(|own| own.stands(kv));
        match (event.event_type(), event.kv()) {
            (EventType::Delete, _) => Some(Loss::Deleted),
            (EventType::Put, Some(kv)) if !stands(kv) => Some(Loss::Overwritten),
            (EventType::Put, _) => None,
        }
    }
}

fn ended(text: &str) -> client::Error {
    client::Error::WatchEnded(text.into())
}
