//! What others ask of an election's leader, and so of those who stand before its successor.
//!
//! A request is a key that names the leader's fence: it can't hit the next leader. It stands on the lease of whoever asks,
//! and goes with it.

use std::collections::BTreeMap;
use std::time::Duration;

use tokio::sync::watch;
use tokio::task::JoinHandle;

use super::state::{State, fence_of};
use crate::client::Client;
use crate::event::Change;
use crate::pattern::keys::Range;
use crate::pattern::watch::{Batch, Options, Start, Store, Watcher};
use crate::record::Request;

/// Before requests that could not be watched are watched again.
const PAUSE: Duration = Duration::from_secs(1);

/// The requests that stand now, by the fence of the leader that they are made to.
type Known = BTreeMap<i64, Received>;

/// A request, and the revision at which it was made.
#[derive(Clone, Debug)]
pub(super) struct Received {
    pub(super) request: Request,
    pub(super) revision: i64,
}

/// The requests in one election, followed in the background until this is dropped.
#[derive(Debug)]
pub(super) struct Requests {
    known: watch::Receiver<Known>,
    following: JoinHandle<()>,
}

impl Requests {
    pub(super) fn follow(client: &Client, state: &State) -> Self {
        let (known, receiver) = watch::channel(Known::new());
        let following = tokio::spawn(follow_for_ever(client.clone(), state.requests(), known));
        Self { known: receiver, following }
    }

    /// Waits for a request to the leader with this fence that was made after the revision `answered`.
    pub(super) async fn to(&self, fence: i64, answered: i64) -> Received {
        let mut known = self.known.clone();
        let is_new = |known: &Known| known.get(&fence).is_some_and(|received| received.revision > answered);
        match known.wait_for(is_new).await {
            Ok(known) => known[&fence].clone(),
            // It is followed for as long as this is there.
            Err(_) => std::future::pending().await,
        }
    }

    /// Waits for a request, made after the revision `settled`, to hand over past the candidate with the fence `own` (0 as long
    /// as that is not known). The fence of the leader that is to do it.
    pub(super) async fn past(&self, mut own: watch::Receiver<i64>, settled: i64) -> (i64, Received) {
        let mut known = self.known.clone();
        loop {
            let own_fence = *own.borrow_and_update();
            let stands_between = |leader: i64, received: &Received| {
                let successor = received.request.to.as_ref();
                received.revision > settled
                    && leader < own_fence
                    && successor.is_some_and(|successor| own_fence < successor.fence)
            };
            let found = known
                .borrow_and_update()
                .iter()
                .find(|(leader, received)| stands_between(**leader, received))
                .map(|(leader, received)| (*leader, received.clone()));
            if let Some(found) = found {
                return found;
            }
            tokio::select! {
                Ok(()) = own.changed() => {}
                Ok(()) = known.changed() => {}
                else => std::future::pending().await,
            }
        }
    }
}

impl Drop for Requests {
    fn drop(&mut self) {
        self.following.abort();
    }
}

async fn follow_for_ever(client: Client, prefix: Vec<u8>, known: watch::Sender<Known>) {
    loop {
        let options = Options { start: Start::Initial, prev_kv: false, store: Store::default() };
        let mut watcher = Watcher::new(client.clone(), Range::prefix(prefix.clone()), options);
        known.send_modify(Known::clear);
        loop {
            match watcher.next().await {
                Ok(Batch::Changes { changes, .. } | Batch::State { changes, .. }) => {
                    known.send_modify(|known| changes.iter().for_each(|change| take(known, change)));
                }
                Ok(Batch::Resync { .. }) => known.send_modify(Known::clear),
                Ok(Batch::Began { .. } | Batch::Progress { .. } | Batch::Etcd(_)) => {}
                Err(error) => {
                    tracing::debug!(%error, "following requests");
                    break;
                }
            }
        }
        tokio::time::sleep(PAUSE).await;
    }
}

fn take(known: &mut Known, change: &Change) {
    let Some(fence) = fence_of(change.key.raw()) else { return };
    match change.value.as_ref().and_then(|value| serde_json::from_slice(value.raw()).ok()) {
        Some(request) => drop(known.insert(fence, Received { request, revision: change.mod_revision })),
        None => drop(known.remove(&fence)),
    }
}
