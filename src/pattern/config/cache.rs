//! Values in memory: reads without a request.
//!
//! What must stay true: a read never waits; what it gives was all there at one revision, and how old that is can be asked.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use tokio::sync::watch;
use tokio::task::JoinHandle;

use super::Error;
use super::follow::{Following, Happened};
use super::store::Store;
use crate::client::Client;
use crate::clock::BootTime;
use crate::typed::Typed;

type Values = BTreeMap<String, Typed>;

/// The values of a configuration, as long as it lives.
#[derive(Debug)]
pub struct ConfigCache {
    shared: Arc<Shared>,
    known: watch::Receiver<Known>,
    following: JoinHandle<()>,
}

#[derive(Debug, Default)]
struct Shared {
    values: RwLock<Arc<Values>>,
    failed: Mutex<Option<Error>>,
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
        let (tell, known) = watch::channel(Known::default());
        let shared = Arc::new(Shared::default());
        let kept = Arc::clone(&shared);
        let mut following = Following::new(client, store);
        let following = tokio::spawn(async move {
            loop {
                let happened = following.turn().await;
                match happened {
                    Ok(Happened::Changed(_)) => {
                        let typed = following
                            .entries()
                            .iter()
                            .filter_map(|(path, entry)| Some((path.to_string(), entry.value.as_ref().ok()?.clone())));
                        *kept.values.write().unwrap_or_else(PoisonError::into_inner) = Arc::new(typed.collect());
                    }
                    Ok(Happened::Told(_)) => {}
                    Err(error) => {
                        *kept.failed.lock().unwrap_or_else(PoisonError::into_inner) = Some(error);
                        return;
                    }
                }
                let (revision, connected_since) = (following.revision(), following.connected_since());
                tell.send_replace(Known { revision, connected_since });
            }
        });
        Self { shared, known, following }
    }

    /// Waits until the values are known.
    ///
    /// # Errors
    /// etcd was never reached, or refuses.
    pub async fn ready(&self) -> Result<(), Error> {
        let mut known = self.known.clone();
        if known.wait_for(|known| known.revision != 0).await.is_ok() {
            return Ok(());
        }
        let failed = self.shared.failed.lock().unwrap_or_else(PoisonError::into_inner).take();
        failed.map_or(Ok(()), Err)
    }

    /// All values, as they were at one revision.
    pub fn all(&self) -> Arc<Values> {
        Arc::clone(&self.shared.values.read().unwrap_or_else(PoisonError::into_inner))
    }

    /// What `take` makes of a value; nothing where there is none.
    pub fn get<T>(&self, path: &str, take: impl FnOnce(&Typed) -> T) -> Option<T> {
        self.shared.values.read().unwrap_or_else(PoisonError::into_inner).get(path).map(take)
    }

    /// Waits until a value at or below `path` is another one than it is now.
    pub async fn changed(&self, path: &str) {
        let is_meant =
            |name: &str| name.strip_prefix(path).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        let now = || -> Vec<(String, Typed)> {
            let all = self.all();
            all.iter().filter(|(name, _)| is_meant(name)).map(|(name, value)| (name.clone(), value.clone())).collect()
        };
        let (before, mut known) = (now(), self.known.clone());
        while known.changed().await.is_ok() {
            if now() != before {
                return;
            }
        }
        std::future::pending::<()>().await;
    }

    /// How old what is known is.
    pub fn known(&self) -> Known {
        *self.known.borrow()
    }
}

impl Drop for ConfigCache {
    fn drop(&mut self) {
        self.following.abort();
    }
}
