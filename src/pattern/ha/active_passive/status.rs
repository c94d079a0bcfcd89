//! The role of every node, and handing over to one of them.

use std::collections::BTreeMap;

use etcd_client::GetOptions;

use super::presence::{failed, key, nodes};
use crate::client::Client;
use crate::event::{ActivePassiveRow, CandidateRow, Emit, Text};
use crate::pattern::election::{self, Ask, Error, Name};
use crate::record::{Condition, Presence, Role};
use crate::shutdown::Shutdown;

/// What nodes say of themselves, by the keys of their records.
type Presences = BTreeMap<Vec<u8>, Presence>;

/// Every node: the leader, the standbys in their order, then those that are not in the queue. The revision at which the
/// queue was so.
///
/// # Errors
/// A request failed.
pub async fn status(client: &Client, name: &Name, state_root: &str) -> Result<(Vec<ActivePassiveRow>, i64), Error> {
    let prefix = nodes(state_root, name);
    let read = client.get(&prefix, Some(GetOptions::new().with_prefix())).await;
    let read = read.map_err(failed(name, state_root))?;
    let parsed = |kv: &etcd_client::KeyValue| Some((kv.key().to_vec(), serde_json::from_slice(kv.value()).ok()?));
    let mut presences: Presences = read.kvs().iter().filter_map(parsed).collect();
    let (candidates, _, revision) = election::status(client, name, state_root).await?;
    let mut rows: Vec<_> = candidates
        .into_iter()
        .map(|one| {
            let presence = presences.remove(&key(state_root, name, one.id.raw()));
            in_queue(one, presence)
        })
        .collect();
    rows.extend(presences.into_values().map(|presence| row(name.text(), presence)));
    Ok((rows, revision))
}

/// Has the leader hand over to a node that is in the queue, and waits until that one leads.
///
/// # Errors
/// [`Error::Refused`], with the reason, for one that is not in the queue; as [`election::transfer`].
pub async fn switch(
    client: &Client,
    ask: &Ask<'_>,
    to: &[u8],
    shutdown: &mut Shutdown,
    emit: Emit<'_>,
) -> Result<(), Error> {
    let (rows, _) = status(client, ask.name, ask.state_root).await?;
    let is_meant = |row: &&ActivePassiveRow| row.id.raw() == to;
    let leader = rows.iter().find(|row| row.role == Role::Primary).ok_or_else(|| Error::Vacant(ask.name.clone()))?;
    let to_text = Text::from(to);
    let why = match rows.iter().find(is_meant) {
        None => Some(format!("there is no node {to_text}")),
        Some(row) if row.role == Role::Primary => None,
        Some(row) if row.health == Some(Condition::Unhealthy) => Some(format!("{to_text} is not healthy")),
        Some(row) if row.position.is_none() => Some(format!("{to_text} is not in the queue")),
        Some(_) => None,
    };
    match why {
        Some(why) => Err(Error::Refused { name: ask.name.clone(), leader: leader.id.clone(), what: "hand over", why }),
        None => election::transfer(client, ask, to, shutdown, emit).await,
    }
}

/// A node that stands in the election.
fn in_queue(one: CandidateRow, presence: Option<Presence>) -> ActivePassiveRow {
    let CandidateRow { election, id, leads, position, key, lease, fence, node } = one;
    let row = match (presence, node) {
        (Some(presence), _) => row(election, presence),
        (None, node) => ActivePassiveRow {
            name: election,
            id,
            role: Role::Secondary,
            position: None,
            running: None,
            since: None,
            health: None,
            health_since: None,
            host: node.as_ref().map(|node| node.host.clone()),
            pid: node.as_ref().map(|node| node.pid),
            user: node.map(|node| node.user),
            key: None,
            lease: None,
            fence: None,
        },
    };
    let role = if leads { Role::Primary } else { Role::Secondary };
    ActivePassiveRow { role, position: Some(position), key: Some(key), lease, fence: Some(fence), ..row }
}

/// A node as it says.
fn row(name: Text, presence: Presence) -> ActivePassiveRow {
    let Presence { id, node, running, running_since, health, health_since } = presence;
    ActivePassiveRow {
        name,
        id,
        role: Role::Secondary,
        position: None,
        running,
        since: Some(running_since),
        health: Some(health),
        health_since: Some(health_since),
        host: Some(node.host),
        pid: Some(node.pid),
        user: Some(node.user),
        key: None,
        lease: None,
        fence: None,
    }
}
