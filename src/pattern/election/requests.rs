//! What others ask of a candidate: to step down or hand over while it leads, to stand aside while it waits.
//!
//! A request is a key that names the candidate's fence and the leader's: it can't hit another one, nor mean another leader.
//! It stands on the lease of whoever asks, and goes with it. Each candidate follows the requests to itself alone.

use std::collections::BTreeMap;
use std::time::Duration;

use tokio::sync::watch;
use tokio::task::JoinHandle;

use super::state::{Asked, State};
use crate::client::Client;
use crate::pattern::keys::Range;
use crate::pattern::mirror::{Entries, Mirror, Turn};
use crate::record::Request;

/// Before requests that could not be watched are watched again.
const PAUSE: Duration = Duration::from_secs(1);

/// The requests that stand now.
type Known = BTreeMap<Asked, Received>;

/// A request, and the revision at which it was made.
#[derive(Clone, Debug)]
pub(super) struct Received {
    pub(super) request: Request,
    pub(super) revision: i64,
}

/// The requests to one candidate, followed in the background until this is dropped.
#[derive(Debug)]
pub(super) struct Requests {
    /// Its fence; 0 before it has one.
    own: watch::Sender<i64>,
    known: watch::Receiver<Known>,
    following: JoinHandle<()>,
}

impl Requests {
    pub(super) fn follow(client: &Client, state: &State) -> Self {
        let ((own, fences), (known, receiver)) = (watch::channel(0), watch::channel(Known::new()));
        let following = tokio::spawn(follow_for_ever(client.clone(), state.clone(), fences, known));
        Self { own, known: receiver, following }
    }

    /// Waits for a request to the leader with this fence that was made after the revision `answered`.
    pub(super) async fn to_leader(&self, fence: i64, answered: i64) -> Received {
        self.next(fence, |asked, received| asked.leader == fence && received.revision > answered).await.1
    }

    /// Waits for a request, made after the revision `settled`, to stand aside. The leader's fence.
    pub(super) async fn to_waiter(&self, fence: i64, settled: i64) -> (i64, Received) {
        let (asked, received) = self
            .next(fence, |asked, received| {
                asked.leader < fence
                    && received.revision > settled
                    && received.request.to.as_ref().is_some_and(|successor| fence < successor.fence)
            })
            .await;
        (asked.leader, received)
    }

    async fn next(&self, fence: i64, is_meant: impl Fn(&Asked, &Received) -> bool) -> (Asked, Received) {
        self.own.send_if_modified(|own| std::mem::replace(own, fence) != fence);
        let found = |known: &Known| {
            let mut to_it = known.iter().filter(|(asked, _)| asked.candidate == fence);
            to_it
                .find(|(asked, received)| is_meant(asked, received))
                .map(|(asked, received)| (*asked, received.clone()))
        };
        let mut known = self.known.clone();
        loop {
            if let Some(found) = found(&known.borrow_and_update()) {
                return found;
            }
            if known.changed().await.is_err() {
                // They are followed for as long as this is there.
                std::future::pending::<()>().await;
            }
        }
    }
}

impl Drop for Requests {
    fn drop(&mut self) {
        self.following.abort();
    }
}

async fn follow_for_ever(client: Client, state: State, mut own: watch::Receiver<i64>, known: watch::Sender<Known>) {
    loop {
        let fence = *own.borrow_and_update();
        known.send_modify(Known::clear);
        tokio::select! {
            () = follow(&client, state.requests(fence), &known), if fence != 0 => tokio::time::sleep(PAUSE).await,
            changed = own.changed() => if changed.is_err() { return },
        }
    }
}

/// Follows the requests under a prefix until that fails.
async fn follow(client: &Client, prefix: Vec<u8>, known: &watch::Sender<Known>) {
    let mut mirror = Mirror::new(client.clone(), Range::prefix(prefix));
    loop {
        match mirror.next().await {
            Ok(Turn::At { .. }) => drop(known.send_replace(parsed(mirror.entries()))),
            Ok(Turn::Etcd(_)) => {}
            Err(error) => {
                tracing::debug!(%error, "following requests");
                return;
            }
        }
    }
}

fn parsed(entries: &Entries) -> Known {
    let requests = entries.iter().filter_map(|(key, entry)| {
        let request = serde_json::from_slice(entry.value.raw()).ok()?;
        Some((Asked::parse(key)?, Received { request, revision: entry.mod_revision }))
    });
    requests.collect()
}
