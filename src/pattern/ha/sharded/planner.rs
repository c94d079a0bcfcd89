//! Following members and plan; the oldest member makes the next plan.
//!
//! What must stay true: a plan is written only over the one that it was made from, and only while its maker's key stands;
//! the clocks of two hosts are never compared: how long a member has been gone counts from when the planner saw it go.

use std::collections::BTreeMap;
use std::time::Duration;

use etcd_client::{Compare, CompareOp, ResponseHeader, Txn};

use super::Error;
use super::desk::Desk;
use super::instance::Group;
use super::membership::Membership;
use super::plan::{Member, Plan, Planned};
use super::state::State;
use crate::client;
use crate::clock::{BootTime, sleep_until};
use crate::event::{ShardedEvent, Text};
use crate::pattern::mirror::{Entries, Mirror, Turn};
use crate::pattern::{outage, watch};

/// Changes of the members that come sooner after each other make one plan.
const QUIET: Duration = Duration::from_millis(100);
/// But the first of them does not wait longer.
const AT_MOST: Duration = Duration::from_secs(1);

/// Members and plan, as they were at one revision.
#[derive(Debug, Default)]
pub(super) struct Standing {
    /// The members, with the revisions at which they joined.
    pub(super) members: Vec<(i64, Member)>,
    /// The plan, and the revision at which it was written; 0 where there is none.
    pub(super) plan: Option<Plan>,
    pub(super) revision: i64,
}

/// An instance that follows, and plans where it is the oldest.
pub(super) struct Planner<'a> {
    pub(super) group: &'a Group<'a>,
    pub(super) membership: &'a Membership,
    pub(super) desk: &'a Desk,
    /// Since when those are gone whose shards wait for them.
    pub(super) away: BTreeMap<Text, BootTime>,
}

impl Standing {
    pub(super) fn of(state: &State, entries: &Entries) -> Self {
        let members = state.members();
        let in_members = entries.range(members.first().to_vec()..members.end().to_vec());
        // One that was written anew without its lease is nobody's.
        let standing = in_members.filter(|(_, entry)| entry.lease.is_some());
        let member = |value: &Text| serde_json::from_slice(value.raw()).ok();
        let members = standing.filter_map(|(_, entry)| Some((entry.create_revision, member(&entry.value)?)));
        let plan = entries.get(&state.plan());
        Self {
            members: members.collect(),
            plan: plan.and_then(|entry| Plan::read(entry.value.raw())),
            revision: plan.map_or(0, |entry| entry.mod_revision),
        }
    }

    /// The member that plans: the oldest.
    pub(super) fn planner(&self) -> Option<i64> {
        self.members.iter().map(|(fence, _)| *fence).min()
    }
}

impl Planner<'_> {
    /// Follows, without end.
    ///
    /// # Errors
    /// etcd refuses.
    pub(super) async fn follow(&mut self) -> Error {
        let Group { client, state, params, .. } = self.group;
        let mut mirror = Mirror::new((*client).clone(), state.all());
        let mut standing = Standing::default();
        let (mut due, mut changed): (Option<BootTime>, Option<BootTime>) = (None, None);
        loop {
            let at = async {
                match due {
                    Some(due) => sleep_until(due).await,
                    None => std::future::pending().await,
                }
            };
            tokio::select! {
                turn = mirror.next() => match turn {
                    Ok(Turn::At { .. }) => {
                        standing = Standing::of(state, mirror.entries());
                        self.desk.wish(&standing, params.shards, &self.group.id);
                        let now = BootTime::now();
                        let first = *changed.get_or_insert(now);
                        due = Some((now + QUIET).min(first + AT_MOST));
                    }
                    Ok(Turn::Etcd(change)) => (self.group.emit)(change.into()),
                    Err(watch::Error::Client(failed)) => return failed.into(),
                    Err(error) => tracing::debug!(%error, "following the group"),
                },
                () = at => {
                    changed = None;
                    due = match self.plan(&standing).await {
                        Ok(due) => due,
                        Err(error) if error.is_outage() => Some(BootTime::now() + outage::PAUSE),
                        Err(error) => return Error::client("plan", &params.name, state)(error),
                    };
                }
            }
        }
    }

    /// Writes the next plan, where it is this instance's to make, and differs from the one that there is. When to plan
    /// again, though nothing changes.
    async fn plan(&mut self, standing: &Standing) -> Result<Option<BootTime>, client::Error> {
        if standing.planner() != Some(self.membership.fence) {
            self.away.clear();
            return Ok(None);
        }
        let staying = standing.members.iter().map(|(_, member)| member).filter(|member| !member.leaving);
        let staying: BTreeMap<_, _> = staying.map(|member| (member.id.clone(), member.clone())).collect();
        if staying.is_empty() {
            return Ok(None);
        }
        let now = BootTime::now();
        self.away.retain(|id, _| !staying.contains_key(id));
        let (away, mut due) = (&mut self.away, None);
        let is_awaited = |gone: &Planned| {
            let since = *away.entry(gone.id.clone()).or_insert(now);
            let until = since + Duration::from_millis(gone.rejoin_ms);
            if until > now {
                due = Some(due.map_or(until, |due: BootTime| due.min(until)));
            }
            until > now
        };
        let (shards, before) = (self.group.params.shards, standing.plan.as_ref());
        let next = Plan::next(shards, before, &staying, is_awaited);
        if standing.plan.as_ref() != Some(&next) {
            let unchanged = Compare::mod_revision(self.group.state.plan(), CompareOp::Equal, standing.revision);
            let value = serde_json::to_vec(&next).unwrap_or_default();
            let put = self.group.client.put(self.group.state.plan(), value);
            let write = Txn::new().when([self.membership.is_there(), unchanged]).and_then([put]);
            let answer = self.group.client.txn(write).await?;
            if answer.succeeded() {
                self.tell(&next, before, answer.header().map_or(0, ResponseHeader::revision));
            }
        }
        Ok(due)
    }

    fn tell(&self, plan: &Plan, before: Option<&Plan>, revision: i64) {
        self.group.tell(ShardedEvent::Planned {
            group: self.group.params.name.text(),
            planner: self.group.id.clone(),
            members: plan.members.len(),
            absent: plan.members.iter().filter(|member| member.absent).count(),
            moves: plan.moves_from(before),
            unowned: plan.unowned(),
            revision,
        });
    }
}
