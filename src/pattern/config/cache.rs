//! Values in memory: reads without a request.
//!
//! What must stay true: a read never waits; what it gives was all there at one revision, and how old that is can be asked; a
//! value that has changed for good is told to everybody who has subscribed to it.

use std::sync::Arc;
use std::time::Duration;

use tokio::sync::watch;
use tokio::task::JoinHandle;

use super::Error;
use super::follow::{Changed, Following, Happened};
use super::store::{Path, Store};
use super::values::{Read, Values};
use crate::client::Client;
use crate::clock::BootTime;
use crate::typed::Typed;

/// The values of a configuration, kept up to date as long as it lives. Where several reads must fit together, take
/// [`ConfigCache::values`] once, and read from that.
///
/// ```no_run
/// # async fn example(client: etcdpat::client::Client) -> Result<(), Box<dyn std::error::Error>> {
/// use etcdpat::pattern::config::{ConfigCache, Store};
///
/// let store = Store { root: "/config/app".parse()?, state_root: "/_etcdpat".to_owned() };
/// let cache = ConfigCache::follow(&client, store);
/// cache.ready().await?;
/// let port = cache.int("database/port")?.unwrap_or(5432);
/// let mut database = cache.subscribe(Some("database".parse()?));
/// while let Some(changes) = database.next().await {
///     println!("{} changes; the port was {port}", changes.len());
/// }
/// # Ok(()) }
/// ```
#[derive(Debug)]
pub struct ConfigCache {
    state: watch::Receiver<State>,
    following: JoinHandle<()>,
}

#[derive(Clone, Debug, Default)]
struct State {
    values: Arc<Values>,
    known: Known,
    failed: Option<Arc<Error>>,
}

/// How old what is known is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// The revision at which the values were so; 0 before they were read.
    pub revision: i64,
    /// Since when changes arrive as they happen; nothing while etcd is away.
    pub connected_since: Option<BootTime>,
}

impl ConfigCache {
    /// Of this configuration; nothing is known before [`ConfigCache::ready`].
    pub fn follow(client: &Client, store: Store) -> Self {
        let (tell, state) = watch::channel(State::default());
        let following = tokio::spawn(keep(Following::new(client, store), tell));
        Self { state, following }
    }

    /// Waits until the values are known.
    ///
    /// # Errors
    /// etcd was never reached, or refuses.
    pub async fn ready(&self) -> Result<(), Arc<Error>> {
        let mut state = self.state.clone();
        let reached = state.wait_for(|state| state.known.revision != 0 || state.failed.is_some()).await;
        let failed = reached.map_or_else(|_| self.failed(), |state| state.failed.clone());
        failed.map_or(Ok(()), Err)
    }

    /// All values, as they were at one revision.
    pub fn values(&self) -> Arc<Values> {
        Arc::clone(&self.state.borrow().values)
    }

    /// How old what is known is.
    pub fn known(&self) -> Known {
        self.state.borrow().known
    }

    /// Why the values are not kept up to date any more; nothing as long as they are.
    pub fn failed(&self) -> Option<Arc<Error>> {
        self.state.borrow().failed.clone()
    }

    /// Tells the changes at and below `path` (everywhere, where none is given), from what is known now on.
    pub fn subscribe(&self, path: Option<Path>) -> Subscription {
        let mut state = self.state.clone();
        let seen = Arc::clone(&state.borrow_and_update().values);
        Subscription { path, seen, state }
    }

    /// [`Values::string`], now.
    ///
    /// # Errors
    /// It is something else.
    pub fn string(&self, path: &str) -> Read<String> {
        self.state.borrow().values.string(path)
    }

    /// [`Values::int`], now.
    ///
    /// # Errors
    /// It is something else, or needs more than 64 bits.
    pub fn int(&self, path: &str) -> Read<i64> {
        self.state.borrow().values.int(path)
    }

    /// [`Values::float`], now.
    ///
    /// # Errors
    /// It is something else, or would be an infinity.
    pub fn float(&self, path: &str) -> Read<f64> {
        self.state.borrow().values.float(path)
    }

    /// [`Values::bool`], now.
    ///
    /// # Errors
    /// It is something else.
    pub fn bool(&self, path: &str) -> Read<bool> {
        self.state.borrow().values.bool(path)
    }

    /// [`Values::duration`], now.
    ///
    /// # Errors
    /// It is something else.
    pub fn duration(&self, path: &str) -> Read<Duration> {
        self.state.borrow().values.duration(path)
    }

    /// [`Values::bytes`], now.
    ///
    /// # Errors
    /// It is something else.
    pub fn bytes(&self, path: &str) -> Read<u64> {
        self.state.borrow().values.bytes(path)
    }

    /// [`Values::list`], now.
    ///
    /// # Errors
    /// It is something else.
    pub fn list(&self, path: &str) -> Read<Vec<Option<Typed>>> {
        self.state.borrow().values.list(path)
    }

    /// [`Values::json`], now.
    ///
    /// # Errors
    /// What is stored is not JSON.
    pub fn json(&self, path: &str) -> Read<String> {
        self.state.borrow().values.json(path)
    }
}

impl Drop for ConfigCache {
    fn drop(&mut self) {
        self.following.abort();
    }
}

/// Keeps the state up to date, until etcd refuses.
async fn keep(mut following: Following, tell: watch::Sender<State>) {
    loop {
        let happened = following.turn().await;
        let (revision, connected_since) = (following.revision(), following.connected_since());
        let values = matches!(happened, Ok(Happened::Changed(_))).then(|| Values::new(following.entries().values()));
        let failed = happened.err().map(Arc::new);
        let is_over = failed.is_some();
        tell.send_modify(|state| {
            let connected_since = connected_since.filter(|_| !is_over);
            state.known = Known { revision, connected_since };
            if let Some(values) = values {
                state.values = Arc::new(values);
            }
            state.failed = failed;
        });
        if is_over {
            return;
        }
    }
}

/// The changes of values, to who reads them one after another.
///
/// Nothing is lost as long as it lives. Who reads slowly gets several changes of a value as one, from what he knows to what it
/// is; one that is undone meanwhile is not told.
#[derive(Debug)]
pub struct Subscription {
    path: Option<Path>,
    seen: Arc<Values>,
    state: watch::Receiver<State>,
}

impl Subscription {
    /// Waits for the next changes, in the order of names: those of an import together, and of all that is there where it was
    /// subscribed to before the values were known. Nothing when the values are not kept up to date any more. Nothing is lost
    /// when it is dropped before.
    pub async fn next(&mut self) -> Option<Vec<Changed>> {
        loop {
            let values = Arc::clone(&self.state.borrow_and_update().values);
            if !Arc::ptr_eq(&values, &self.seen) {
                let changed = values.since(&self.seen, self.path.as_ref());
                self.seen = values;
                if !changed.is_empty() {
                    return Some(changed);
                }
            }
            self.state.changed().await.ok()?;
        }
    }
}
