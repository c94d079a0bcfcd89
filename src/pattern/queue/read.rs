//! Reading queues without entering them.

use std::collections::{BTreeMap, BTreeSet};

use etcd_client::GetOptions;

use super::contender::{self, Contender, Queue, Queues};
use super::{Name, Names, request};
use crate::client::{self, Client};
use crate::pattern::keys::{Pages, Range};

/// Queues read in one request.
const NAMES: usize = 60;

/// A queue as it stands.
pub(in crate::pattern) struct QueueState {
    /// Everybody in it, earliest first, and whether they hold: here, and in all the others that they have entered with it.
    pub(in crate::pattern) contenders: Vec<(Contender, bool)>,
    /// The revision at which it was read.
    pub(in crate::pattern) revision: i64,
}

/// Reads a queue, and those others which its first contenders have entered at the same time.
pub(in crate::pattern) async fn read(client: &Client, name: &Name) -> Result<QueueState, client::Error> {
    let Queues { revision, mut queues } = read_all(client, &name.clone().into(), &contender::all()).await?;
    let queue = queues.pop().unwrap_or_default();
    let here: Vec<_> = queue.0.iter().map(|one| queue.is_holder(one)).collect();
    let wanted: BTreeSet<_> =
        queue.0.iter().zip(&here).filter(|(_, here)| **here).flat_map(|(one, _)| one.other_names(name)).collect();
    let wanted: Vec<_> = wanted.into_iter().collect();
    let mut others = BTreeMap::new();
    // As they were at the same time.
    let then = contender::all().with_revision(revision);
    for some in wanted.chunks(NAMES) {
        let Ok(names) = Names::new(some.iter().cloned()) else { continue };
        others.extend(some.iter().cloned().zip(read_all(client, &names, &then).await?.queues));
    }
    let there = |one: &Contender| {
        one.other_names(name).all(|other| others.get(&other).is_some_and(|queue| queue.holds(one, &other)))
    };
    let holds: Vec<_> = queue.0.iter().zip(&here).map(|(one, &here)| here && there(one)).collect();
    Ok(QueueState { contenders: queue.0.into_iter().zip(holds).collect(), revision })
}

/// Every queue whose name begins with `prefix`, by name: what any keys look like that end in what can be a lease's id.
pub(in crate::pattern) async fn below(
    client: &Client,
    prefix: &[u8],
) -> Result<BTreeMap<Vec<u8>, Queue>, client::Error> {
    let mut queues: BTreeMap<Vec<u8>, Queue> = BTreeMap::new();
    let mut pages = Pages::new(Range::prefix(prefix));
    while let Some(page) = pages.next(client).await? {
        for (name, one) in page.kvs().iter().filter_map(Contender::parse) {
            queues.entry(name.to_vec()).or_default().0.push(one);
        }
    }
    for queue in queues.values_mut() {
        queue.0.sort_by_key(|one| one.fence);
    }
    Ok(queues)
}

async fn read_all(client: &Client, names: &Names, which: &GetOptions) -> Result<Queues, client::Error> {
    Ok(request::queues(names, &client.txn(request::read(names, which)).await?))
}
