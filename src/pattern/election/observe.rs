//! Every change of leadership, without a lease and without standing.

use std::convert::Infallible;

use super::board::Board;
use super::{Error, Name};
use crate::client::Client;
use crate::event::{ElectEvent, Emit, Leading, WatchEvent};
use crate::pattern::keys::Range;
use crate::pattern::watch::{self, Batch, Options, Start, Store, Watcher};

/// Tells who leads, then every change: another leader, another value of the leader's key, a vacancy. After history that is
/// gone (`watch.resync`), who leads is told again. `has_room` returns when there is room for more.
///
/// # Errors
/// etcd was never reached, or refuses. An outage is waited out.
pub async fn observe(
    client: &Client,
    name: &Name,
    emit: Emit<'_>,
    has_room: impl AsyncFn(),
) -> Result<Infallible, Error> {
    let options = Options { start: Start::Initial, prev_kv: false, store: Store::default() };
    let mut watcher = Watcher::new(client.clone(), Range::prefix(name.prefix()), options);
    let mut board = Board::default();
    // Who was said to lead last; nothing before anybody was.
    let mut told: Option<Option<Leading>> = None;
    loop {
        let revision = match watcher.next().await {
            Ok(Batch::Changes { revision, changes }) => {
                board.take_all(name, &changes);
                revision
            }
            Ok(Batch::State { revision, changes, last, .. }) => {
                board.take_all(name, &changes);
                if !last {
                    continue;
                }
                revision
            }
            Ok(Batch::Resync { reason, compact_revision, revision }) => {
                emit(WatchEvent::Resync { reason, compact_revision, revision }.into());
                board.clear();
                told = None;
                continue;
            }
            Ok(Batch::Etcd(change)) => {
                emit(change.into());
                continue;
            }
            Ok(Batch::Began { .. } | Batch::Progress { .. }) => continue,
            Err(watch::Error::Client(failed)) => return Err(failed.into()),
            Err(error) => {
                tracing::debug!(%error, "observing");
                continue;
            }
        };
        let now = board.leader(name, revision);
        if told.as_ref().is_none_or(|told| !is_same(told.as_ref(), now.as_ref())) {
            emit(match &now {
                Some(leading) => ElectEvent::Leader(leading.clone()).into(),
                None => ElectEvent::Vacant { election: name.text(), revision }.into(),
            });
            told = Some(now);
            has_room().await;
        }
    }
}

fn is_same(one: Option<&Leading>, other: Option<&Leading>) -> bool {
    let what = |leading: &Leading| (leading.key.clone(), leading.fence, leading.leader.clone());
    one.map(what) == other.map(what)
}
