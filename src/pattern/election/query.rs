//! Who leads and who stands, asked once.

use std::collections::BTreeMap;

use etcd_client::{GetOptions, KeyValue, ResponseHeader, SortOrder, SortTarget, Txn, TxnOp};

use super::state::State;
use super::{Error, Name};
use crate::client::Client;
use crate::event::{CandidateRow, Leading, LeaseId, SlotRow, Text};
use crate::pattern::keys;
use crate::pattern::queue::Contender;
use crate::record::{Node, SlotRecord};

/// An election as it stands.
pub(super) struct Standing {
    /// First come, first served.
    pub(super) candidates: Vec<(Contender, Option<Node>)>,
    /// The revision at which it was read.
    pub(super) revision: i64,
    /// The slot of periodic work that was begun last.
    slot: Option<SlotRecord>,
}

impl Standing {
    /// Who leads: the first, if its key stands on its own lease.
    pub(super) fn leader(&self) -> Option<&(Contender, Option<Node>)> {
        self.candidates.first().filter(|(one, _)| one.stands)
    }
}

/// Reads an election and what its nodes say of themselves, in one request.
pub(super) async fn read(client: &Client, name: &Name, state: &State) -> Result<Standing, Error> {
    let in_order = GetOptions::new().with_prefix().with_sort(SortTarget::Create, SortOrder::Ascend);
    let all_nodes = GetOptions::new().with_prefix();
    let gets = [
        TxnOp::get(name.prefix(), Some(in_order)),
        TxnOp::get(state.nodes(), Some(all_nodes)),
        TxnOp::get(state.slot(), None),
    ];
    let answer =
        client.txn(Txn::new().and_then(gets)).await.map_err(Error::client("read the election", name, state))?;
    let revision = answer.header().map_or(0, ResponseHeader::revision);
    let mut kvs = keys::reads(&answer).map(|mut read| read.take_kvs());
    let all = kvs.next().unwrap_or_default();
    let nodes = kvs.next().unwrap_or_default().into_iter();
    let nodes: BTreeMap<i64, KeyValue> = nodes.map(|kv| (kv.lease(), kv)).collect();
    let slot = kvs.next().unwrap_or_default().first().and_then(|kv| serde_json::from_slice(kv.value()).ok());
    let own = all.iter().filter(|kv| name.owns(kv.key())).filter_map(Contender::parse);
    let candidates = own.map(|(_, one)| {
        let node = nodes.get(&one.lease.0).filter(|kv| kv.key() == state.node(&one.value));
        let node = node.and_then(|kv| serde_json::from_slice(kv.value()).ok());
        (one, node)
    });
    Ok(Standing { candidates: candidates.collect(), revision, slot })
}

/// Who leads.
///
/// # Errors
/// [`Error::Vacant`], or a request failed.
pub async fn leader(client: &Client, name: &Name, state_root: &str) -> Result<Leading, Error> {
    let standing = read(client, name, &State::new(state_root, name)).await?;
    let (one, _) = standing.leader().ok_or_else(|| Error::Vacant(name.clone()))?;
    Ok(Leading {
        election: name.text(),
        leader: Text::from(one.value.clone()),
        key: Text::from(one.key.clone()),
        lease: LeaseId::from_etcd(one.lease.0),
        fence: one.fence,
        revision: standing.revision,
    })
}

/// Everybody who stands, first come, first served, and the slot that was begun last, where there is periodic work. The
/// revision at which that was so.
///
/// # Errors
/// A request failed.
pub async fn status(
    client: &Client,
    name: &Name,
    state_root: &str,
) -> Result<(Vec<CandidateRow>, Option<SlotRow>, i64), Error> {
    let Standing { candidates, revision, slot } = read(client, name, &State::new(state_root, name)).await?;
    let row = |(position, (one, node)): (usize, (Contender, Option<Node>))| CandidateRow {
        election: name.text(),
        id: Text::from(one.value),
        leads: position == 0 && one.stands,
        position,
        key: Text::from(one.key),
        lease: LeaseId::from_etcd(one.lease.0),
        fence: one.fence,
        node,
    };
    let slot = slot.map(|SlotRecord { slot, schedule, zone, fence, id, ended, .. }| SlotRow {
        election: name.text(),
        slot,
        schedule,
        zone,
        id,
        fence,
        ended,
    });
    Ok((candidates.into_iter().enumerate().map(row).collect(), slot, revision))
}
