//! Members, shards and owners, asked once.

use std::collections::BTreeMap;

use super::planner::Standing;
use super::state::State;
use super::{Error, Name};
use crate::client::{self, Client};
use crate::event::{LeaseId, ShardRow, ShardedMemberRow, Text};
use crate::pattern::keys::{Pages, Range};
use crate::pattern::mirror::{Entries, Entry};

/// A group as it stands.
#[derive(Debug, Default)]
pub struct Status {
    /// Its members, those included for which shards wait; none where it has no instances.
    pub members: Vec<ShardedMemberRow>,
    /// Its shards, in order.
    pub shards: Vec<ShardRow>,
    /// The revision at which members and plan were read.
    pub revision: i64,
}

/// Reads a group.
///
/// # Errors
/// [`Error::Client`].
pub async fn status(client: &Client, name: &Name, state_root: &str) -> Result<Status, Error> {
    let state = State::new(state_root, name);
    let failed = || Error::client("read the group", name, &state);
    let (entries, revision) = read(client, state.all()).await.map_err(failed())?;
    let standing = Standing::of(&state, &entries);
    let number = entries.keys().find_map(|key| state.number(key));
    let planned = standing.plan.as_ref().map_or(0, |plan| u32::try_from(plan.shards()).unwrap_or(0));
    let Some(shards) = number.or((planned > 0).then_some(planned)) else {
        return Ok(Status { revision, ..Status::default() });
    };
    let (queues, _) = read(client, state.queues()).await.map_err(failed())?;
    let ids: BTreeMap<i64, &Text> = entries
        .values()
        .filter_map(|entry| {
            let member = standing.members.iter().find(|(fence, _)| *fence == entry.create_revision)?;
            Some((entry.lease?.0, &member.1.id))
        })
        .collect();
    let owners = owners(&state, &queues);
    let row = |shard| {
        let owner = owners.get(&shard);
        ShardRow {
            group: name.text(),
            shard,
            owner: owner.and_then(|owner| ids.get(&owner.1.0)).map(|id| (*id).clone()),
            key: owner.map(|owner| owner.2.clone()),
            lease: owner.map(|owner| owner.1),
            fence: owner.map(|owner| owner.0),
            planned: standing.plan.as_ref().and_then(|plan| plan.owner(shard)).cloned(),
        }
    };
    let rows: Vec<_> = (0..shards).map(row).collect();
    let leases = ids.iter().map(|(lease, id)| ((*id).clone(), LeaseId(*lease))).collect();
    Ok(Status { members: members(name, &standing, &rows, &leases, shards), shards: rows, revision })
}

/// Of each shard, the first contender: its fence, its lease and its key. A key that is nobody's owns nothing.
fn owners(state: &State, queues: &Entries) -> BTreeMap<u32, (i64, LeaseId, Text)> {
    let mut owners: BTreeMap<u32, (i64, LeaseId, Text)> = BTreeMap::new();
    for (key, entry) in queues {
        let (Some(shard), Some(lease)) = (state.shard(key), entry.lease) else { continue };
        let one = (entry.create_revision, lease, Text::from(key.clone()));
        let first = owners.entry(shard).or_insert_with(|| one.clone());
        if one.0 < first.0 {
            *first = one;
        }
    }
    owners
}

fn members(
    name: &Name,
    standing: &Standing,
    rows: &[ShardRow],
    leases: &BTreeMap<Text, LeaseId>,
    shards: u32,
) -> Vec<ShardedMemberRow> {
    let count =
        |of: &dyn Fn(&ShardRow) -> Option<&Text>, id: &Text| rows.iter().filter(|row| of(row) == Some(id)).count();
    let row = |id: &Text| ShardedMemberRow {
        group: name.text(),
        id: id.clone(),
        owned: count(&|row| row.owner.as_ref(), id),
        planned: count(&|row| row.planned.as_ref(), id),
        shards,
        weight: 0,
        planner: false,
        absent: true,
        leaving: false,
        barred: Vec::new(),
        lease: None,
        node: None,
    };
    let there = standing.members.iter().map(|(fence, member)| ShardedMemberRow {
        weight: member.weight.get(),
        planner: standing.planner() == Some(*fence),
        absent: false,
        leaving: member.leaving,
        barred: member.bars.clone(),
        lease: leases.get(&member.id).copied(),
        node: Some(member.node.clone()),
        ..row(&member.id)
    });
    let mut all: Vec<_> = there.collect();
    let is_there = |id: &Text| standing.members.iter().any(|(_, member)| member.id == *id);
    let planned = standing.plan.iter().flat_map(|plan| &plan.members);
    let gone = planned.filter(|planned| planned.absent && !is_there(&planned.id));
    all.extend(gone.map(|planned| ShardedMemberRow { weight: planned.weight.get(), ..row(&planned.id) }));
    all.sort_by(|one, other| one.id.cmp(&other.id));
    all
}

async fn read(client: &Client, range: Range) -> Result<(Entries, i64), client::Error> {
    let (mut entries, mut pages) = (Entries::new(), Pages::new(range));
    while let Some(page) = pages.next(client).await? {
        entries.extend(page.kvs().iter().map(|kv| {
            let entry = Entry {
                value: Text::from(kv.value()),
                create_revision: kv.create_revision(),
                mod_revision: kv.mod_revision(),
                lease: LeaseId::from_etcd(kv.lease()),
            };
            (kv.key().to_vec(), entry)
        }));
    }
    Ok((entries, pages.revision))
}
