//! Membership: the instance's one lease, and what it says of itself on it.
//!
//! What must stay true: in one transaction, an instance joins only where no other has its id and all others have the same
//! number of shards; its key goes with its lease, and so do all its shards' keys.

use std::sync::Arc;
use std::time::Duration;

use etcd_client::{Compare, CompareOp, GetOptions, PutOptions, ResponseHeader, Txn, TxnOp};

use super::instance::Group;
use super::plan::Member;
use super::{Error, Params};
use crate::client;
use crate::clock::BootTime;
use crate::deadline::Plan;
use crate::event::{LeaseId, ShardedEvent, Text};
use crate::pattern::hold;
use crate::pattern::keys;
use crate::pattern::lapse::{Lapse, lapse};
use crate::record::Node;
use crate::session::{Session, fresh_id};
use crate::shutdown::Shutdown;

/// Before joining is tried again that others came in between of.
const AGAIN: Duration = Duration::from_millis(50);

/// An instance's place among the members.
#[derive(Debug)]
pub(super) struct Membership {
    pub(super) session: Arc<Session>,
    /// How the time before the deadline is divided, of the TTL that was granted.
    pub(super) plan: Plan,
    /// Its key, and the revision at which that was made: the older, the sooner it plans.
    pub(super) key: Vec<u8>,
    pub(super) fence: i64,
    pub(super) since: BootTime,
}

/// What has come of an attempt to join.
enum Attempt {
    Joined {
        fence: i64,
    },
    OtherNumber(u32),
    IdTaken {
        lease: LeaseId,
        holder: Option<Box<Node>>,
    },
    /// Whoever was in the way has gone.
    Again,
}

/// Joins the group. An id whose owner does not renew its lease is waited for.
///
/// # Errors
/// [`Error`]; then nothing of ours is left there, or, where etcd is away, it goes with its lease.
pub(super) async fn join(group: &Group<'_>, record: &Member, shutdown: &mut Shutdown) -> Result<Membership, Error> {
    loop {
        let lease = fresh_id();
        let mut session = None;
        let attempt = tokio::select! {
            attempt = attempt(group, lease, record, &mut session) => attempt,
            cause = group.asked_to_leave(shutdown) => Err(hold::Error::Stopped(cause).into()),
        };
        if let Ok(Attempt::Joined { fence }) = attempt
            && let Some(session) = session.take()
        {
            return settle(group, session, fence).await;
        }
        if let Err(error) = hold::abandon(group.client, lease, session.as_ref()).await {
            tracing::debug!(%error, "giving up a lease");
        }
        let name = || group.params.name.clone();
        match attempt? {
            Attempt::OtherNumber(there) => {
                return Err(Error::OtherNumber { name: name(), wanted: group.params.shards, there });
            }
            // Our own, from before an outage: nothing stands on it any more that runs.
            Attempt::IdTaken { lease, .. } if group.left_over.get() == Some(lease) => {
                let _ = group.client.revoke(lease.0, group.client.command_timeout()).await;
                group.left_over.set(None);
            }
            Attempt::IdTaken { lease, holder } => wait_for_id(group, lease, holder, shutdown).await?,
            Attempt::Joined { .. } | Attempt::Again => tokio::time::sleep(AGAIN).await,
        }
    }
}

/// A membership whose TTL allows a command its grace.
async fn settle(group: &Group<'_>, session: Session, fence: i64) -> Result<Membership, Error> {
    let key = group.own_key();
    session.expect(vec![key.clone()], fence);
    match Plan::new(session.ttl(), group.params.grace) {
        Ok(plan) => Ok(Membership { session: Arc::new(session), plan, key, fence, since: BootTime::now() }),
        Err(unfit) => {
            let _ = hold::abandon(group.client, session.lease(), Some(&session)).await;
            Err(hold::Error::from(unfit).into())
        }
    }
}

/// One attempt, with a lease of its own.
async fn attempt(
    group: &Group<'_>,
    lease: LeaseId,
    record: &Member,
    session: &mut Option<Session>,
) -> Result<Attempt, Error> {
    let (params, state, key) = (group.params, &group.state, group.own_key());
    let failed = |doing| Error::client(doing, &params.name, state);
    let opened = Session::open(group.client, lease, params.ttl, key.clone()).await;
    *session = Some(opened.map_err(failed("get a lease for"))?);
    let absent = Compare::create_revision(key.clone(), CompareOp::Equal, 0);
    let conditions = state.no_other_number(params.shards).into_iter().chain([absent]);
    let put = TxnOp::put(key.clone(), written(record), Some(PutOptions::new().with_lease(lease.0)));
    let numbers = state.members().read(GetOptions::new().with_keys_only());
    let reads = [TxnOp::get(key.clone(), None), TxnOp::get(state.members().first(), Some(numbers))];
    let join = Txn::new().when(conditions.collect::<Vec<_>>()).and_then([put]).or_else(reads);
    let answer = group.client.txn(join).await.map_err(failed("join"))?;
    if answer.succeeded() {
        return Ok(Attempt::Joined { fence: answer.header().map_or(0, ResponseHeader::revision) });
    }
    let mut reads = keys::reads(&answer).map(|mut read| read.take_kvs());
    let own = reads.next().and_then(|mut kvs| kvs.pop());
    let numbers = reads.next().unwrap_or_default();
    let other = numbers.iter().filter_map(|kv| state.number(kv.key())).find(|&number| number != params.shards);
    Ok(match (own, other) {
        // An attempt whose answer was lost has done it.
        (Some(kv), _) if kv.lease() == lease.0 => Attempt::Joined { fence: kv.create_revision() },
        // One that somebody has written anew without its lease is nobody's, and would stand for ever.
        (Some(kv), _) if kv.lease() == 0 => {
            let deleted = keys::delete(group.client, &key, 0, Some(LeaseId(0))).await;
            deleted.map_err(failed("take away a record on no lease of"))?;
            Attempt::Again
        }
        (_, Some(there)) => Attempt::OtherNumber(there),
        (Some(kv), None) => Attempt::IdTaken {
            lease: LeaseId(kv.lease()),
            holder: serde_json::from_slice::<Member>(kv.value()).ok().map(|member| Box::new(member.node)),
        },
        (None, None) => Attempt::Again,
    })
}

/// Waits until nobody has the id any more, as long as whoever has it does not renew its lease.
async fn wait_for_id(
    group: &Group<'_>,
    lease: LeaseId,
    holder: Option<Box<Node>>,
    shutdown: &mut Shutdown,
) -> Result<(), Error> {
    let (name, id) = (&group.params.name, Text::from(group.params.id.clone()));
    let tell = |ttl_left| {
        group.tell(ShardedEvent::IdTaken {
            group: name.text(),
            id: id.clone(),
            host: holder.as_ref().map(|node| node.host.clone()),
            pid: holder.as_ref().map(|node| node.pid),
            lease,
            ttl_left,
        });
    };
    tokio::select! {
        lapsed = lapse(group.client, lease, None, tell, |change| (group.emit)(change.into())) => {
            match lapsed.map_err(Error::client("read the lease of the id in", name, &group.state))? {
                Lapse::Ended => Ok(()),
                Lapse::Renewed | Lapse::TimedOut => {
                    Err(Error::IdTaken { name: name.clone(), id: id.clone(), holder: holder.clone() })
                }
            }
        }
        cause = group.asked_to_leave(shutdown) => Err(hold::Error::Stopped(cause).into()),
    }
}

impl Membership {
    /// Puts what the instance says of itself now, if its key still stands.
    pub(super) async fn put(&self, client: &client::Client, record: &Member) -> Result<(), client::Error> {
        let lease = self.session.lease().0;
        let put = TxnOp::put(self.key.clone(), written(record), Some(PutOptions::new().with_lease(lease)));
        let stands = [self.is_there(), Compare::lease(self.key.clone(), CompareOp::Equal, lease)];
        client.txn(Txn::new().when(stands).and_then([put])).await.map(drop)
    }

    /// Deletes its record, and the plan with the last one. Of those who do so at once, one is the last.
    pub(super) async fn withdraw(&self, group: &Group<'_>) {
        let own = TxnOp::delete(self.key.clone(), None);
        let is_last = group.state.no_other_member(&self.key).into_iter().chain([self.is_there()]);
        let alone = Txn::new().when([self.is_there()]).and_then([own.clone()]);
        let withdraw = Txn::new().when(is_last.collect::<Vec<_>>());
        let withdraw = withdraw.and_then([TxnOp::delete(group.state.plan(), None), own]).or_else([TxnOp::txn(alone)]);
        if let Err(error) = group.client.txn(withdraw).await {
            tracing::debug!(%error, "deleting the record");
        }
    }

    /// That its key still is the one that was made when it joined.
    pub(super) fn is_there(&self) -> Compare {
        Compare::create_revision(self.key.clone(), CompareOp::Equal, self.fence)
    }
}

/// A record of plain strings and numbers can always be written.
fn written(record: &Member) -> Vec<u8> {
    serde_json::to_vec(record).unwrap_or_default()
}

impl Params {
    /// What the instance says of itself. `bars`: the shards that it must not have now.
    pub(super) fn record(&self, bars: Vec<u32>, leaving: bool) -> Member {
        let rejoin_ms = crate::clock::millis(self.rejoin);
        Member {
            id: Text::from(self.id.clone()),
            node: self.node.clone(),
            weight: self.weight,
            rejoin_ms,
            bars,
            leaving,
        }
    }
}
