//! A node in an election: it enters the queue, waits there until it leads, and leaves it for another one that is to lead.
//!
//! What must stay true: while a node is not fit to lead, it is not in the queue.

use std::time::Duration;

use etcd_client::GetOptions;
use tokio::sync::watch;

use super::requests::{Received, Requests};
use super::state::State;
use super::term::Term;
use super::{Error, Name, Params, check_id, query};
use crate::client::{self, Client};
use crate::clock::{BootTime, millis};
use crate::deadline::Plan;
use crate::event::{ElectEvent, ElectWait, Emit, Event, LeaseId, Text};
use crate::pattern::hold::{self, Unreleased};
use crate::pattern::lapse::{Lapse, lapse};
use crate::pattern::outage;
use crate::pattern::queue::{self, Blocked, Claim, Doing, Names, Progress, Seat, Wait};
use crate::record::{Node, Successor};
use crate::shutdown::Shutdown;
use crate::supervise::{self};

/// Before what could not be read is read again.
const LOOK: Duration = Duration::from_millis(500);

/// A node in an election: what does not change while it stands.
pub(in crate::pattern) struct Candidate<'a> {
    pub(super) client: &'a Client,
    pub(super) params: &'a Params,
    /// Whether it is fit to lead, where something says so.
    pub(super) fit: Option<watch::Receiver<bool>>,
    pub(super) state: State,
    pub(super) requests: Requests,
    pub(super) plan: Plan,
    pub(super) emit: Emit<'a>,
}

/// What ends a wait in the queue.
enum Ended {
    /// It is in the way of this one, which is to lead next.
    Aside(Successor),
    /// It is not fit to lead any more.
    Unfit,
    Failed(queue::Error),
}

impl From<queue::Error> for Ended {
    fn from(error: queue::Error) -> Self {
        Self::Failed(error)
    }
}

impl<'a> Candidate<'a> {
    /// A node that does not stand yet. `fit` says whether it is fit to lead: one that is not leaves the queue, and hands over
    /// as soon as somebody waits.
    ///
    /// # Errors
    /// An id that can't be one, and times that leave a command too little time.
    pub(in crate::pattern) fn new(
        client: &'a Client,
        params: &'a Params,
        fit: Option<watch::Receiver<bool>>,
        emit: Emit<'a>,
    ) -> Result<Self, Error> {
        check_id(&params.id)?;
        let plan = Plan::new(params.ttl, params.grace).map_err(hold::Error::from)?;
        let state = State::new(&params.state_root, &params.name);
        let requests = Requests::follow(client, &state);
        Ok(Self { client, params, fit, state, requests, plan, emit })
    }
}

impl Candidate<'_> {
    pub(super) fn name(&self) -> &Name {
        &self.params.name
    }

    pub(super) fn id(&self) -> Text {
        Text::from(self.params.id.clone())
    }

    pub(super) fn tell(&self, event: ElectEvent) {
        (self.emit)(event.into());
    }

    /// Stands, whenever it is fit, until it is elected. `failed`: there is nothing to run what the node is to run then.
    ///
    /// # Errors
    /// [`Error`]; it is in no queue then, or leaves it with its lease.
    pub(in crate::pattern) async fn campaign(
        &self,
        is_first: bool,
        failed: impl Future<Output = supervise::Error>,
        shutdown: &mut Shutdown,
    ) -> Result<Term, Error> {
        tokio::pin!(failed);
        let begun = BootTime::now();
        let Params { name, id, node, ttl, grace, look_every, .. } = self.params;
        // A record of plain strings and numbers can always be written.
        let node = Node { grace_ms: millis(self.plan.grace()), ..node.clone() };
        let record = serde_json::to_vec(&node).unwrap_or_default();
        let seat = self.state.node(id);
        let names = Names::from(name.clone());
        loop {
            tokio::select! {
                biased;
                () = self.until(true) => {}
                cause = shutdown.next() => return Err(hold::Error::Stopped(cause).into()),
                error = &mut failed => return Err(hold::Error::from(error).into()),
            }
            let wait = match self.params.wait {
                _ if !is_first => Wait::ForEver,
                Wait::AtMost(limit) => Wait::AtMost(limit.saturating_sub(BootTime::now().since(begun))),
                wait => wait,
            };
            let wanted = queue::Params {
                names: &names,
                claim: Claim::Exclusive,
                value: id,
                ttl: *ttl,
                grace: *grace,
                wait,
                look_every: *look_every,
                patient: !is_first,
                seat: Some(Seat { key: &seat, value: &record }),
                session: None,
            };
            let (own, known) = watch::channel(0);
            let ended = async {
                tokio::select! {
                    cause = shutdown.next() => Ended::Failed(queue::Error::Stopped(cause)),
                    successor = self.to_stand_aside(known) => Ended::Aside(successor),
                    () = self.until(false) => Ended::Unfit,
                    error = &mut failed => Ended::Failed(queue::Error::Guardian(error)),
                }
            };
            let tell = |progress: Progress<'_>| {
                match &progress {
                    Progress::Waiting { fence, .. } => drop(own.send_replace(*fence)),
                    Progress::Requeued { .. } => drop(own.send_replace(0)),
                    Progress::Etcd(_) | Progress::Unreleased { .. } => {}
                }
                (self.emit)(self.progress(progress));
            };
            match queue::acquire(self.client, &wanted, ended, &tell).await {
                Ok(turn) => return Ok(self.begin(turn, BootTime::now().since(begun))),
                Err(Ended::Unfit) => {}
                Err(Ended::Aside(successor)) => {
                    self.tell(ElectEvent::StoodAside { election: name.text(), id: self.id(), to: successor.id });
                }
                Err(Ended::Failed(queue::Error::SeatTaken { lease })) => {
                    let limit = match wait {
                        Wait::AtMost(limit) => Some(begun + limit),
                        Wait::Not => Some(begun),
                        Wait::ForEver => None,
                    };
                    self.wait_for_id(&seat, lease, limit, shutdown).await?;
                }
                Err(Ended::Failed(error)) => return Err(self.refused(error)),
            }
        }
    }

    /// Waits until this node is in the way of a leader's successor. `own`: its fence, as far as that is known.
    async fn to_stand_aside(&self, mut own: watch::Receiver<i64>) -> Successor {
        let mut settled = 0;
        loop {
            let fence = *own.borrow_and_update();
            let (leader, Received { request, revision }) = tokio::select! {
                asked = self.requests.to_waiter(fence, settled), if fence != 0 => asked,
                Ok(()) = own.changed() => continue,
            };
            // A candidate watches only the one before it: it does not know who leads.
            match (Box::pin(self.stands(leader)).await, request.to) {
                (Ok(true), Some(successor)) => return successor,
                (Ok(_), _) => settled = revision,
                (Err(error), _) => {
                    tracing::debug!(%error, "reading whether the leader stands");
                    tokio::time::sleep(LOOK).await;
                }
            }
        }
    }

    /// Whether a candidate with this fence stands in the election.
    async fn stands(&self, fence: i64) -> Result<bool, client::Error> {
        let made_then = GetOptions::new().with_prefix().with_min_create_revision(fence).with_max_create_revision(fence);
        let read = self.client.get(&self.name().prefix(), Some(made_then)).await?;
        Ok(read.kvs().iter().any(|kv| self.name().owns(kv.key())))
    }

    /// Waits until the node is fit to lead, or is not; it always is where nothing says so.
    pub(super) async fn until(&self, is_fit: bool) {
        let turned = match self.fit.clone() {
            Some(mut fit) => fit.wait_for(|now| *now == is_fit).await.is_ok(),
            None => is_fit,
        };
        if !turned {
            std::future::pending::<()>().await;
        }
    }

    /// Waits until nobody has the id any more, which whoever has `seat` has, as long as its lease is not renewed.
    pub(in crate::pattern) async fn wait_for_id(
        &self,
        seat: &[u8],
        lease: LeaseId,
        limit: Option<BootTime>,
        shutdown: &mut Shutdown,
    ) -> Result<(), Error> {
        let name = self.name();
        let holder = self.client.get(seat, None).await;
        let holder = holder.map_err(Error::client("read the nodes of", name, &self.state))?;
        let holder = holder.kvs().first().and_then(|kv| serde_json::from_slice::<Node>(kv.value()).ok()).map(Box::new);
        let tell = |ttl_left| {
            self.tell(ElectEvent::IdTaken {
                election: name.text(),
                id: self.id(),
                host: holder.as_ref().map(|node| node.host.clone()),
                pid: holder.as_ref().map(|node| node.pid),
                lease,
                ttl_left,
            });
        };
        tokio::select! {
            lapsed = lapse(self.client, lease, limit, tell, |change| (self.emit)(change.into())) => {
                match lapsed.map_err(Error::client("read the lease of the id in", name, &self.state))? {
                    Lapse::Ended => Ok(()),
                    Lapse::Renewed | Lapse::TimedOut => {
                        Err(Error::IdTaken { name: name.clone(), id: self.id(), holder: holder.clone() })
                    }
                }
            }
            cause = shutdown.next() => Err(hold::Error::Stopped(cause).into()),
        }
    }

    /// What happens on the way.
    fn progress(&self, progress: Progress<'_>) -> Event {
        let (name, election, id) = (self.name(), self.name().text(), self.id());
        let key = |lease| Text::from(name.key(lease));
        match progress {
            Progress::Waiting { lease, ahead, .. } => ElectEvent::Waiting(ElectWait {
                election,
                id,
                key: key(lease),
                position: ahead.position,
                leader: Text::from(ahead.holder.value.clone()),
                leader_key: Text::from(ahead.holder.key.clone()),
            })
            .into(),
            Progress::Requeued { lease, lost, reason } => {
                ElectEvent::Requeued { election, id, key: key(lease), lease, lost_key: key(lost), reason }.into()
            }
            Progress::Etcd(change) => outage::Change::into(change),
            Progress::Unreleased { lease, unreleased: Unreleased { frees_at, message } } => {
                ElectEvent::Unreleased { election, key: key(lease), lease, frees_at, message }.into()
            }
        }
    }

    /// Why it was not elected.
    fn refused(&self, error: queue::Error) -> Error {
        let name = self.name().clone();
        let leads = |holder: &queue::Contender| Text::from(holder.value.clone());
        match error {
            queue::Error::Busy { holder, .. } => {
                Error::Busy { name, leader: holder.map_or_else(|| "somebody".into(), |holder| leads(&holder)) }
            }
            queue::Error::TimedOut { after, blocked } => {
                let reason = blocked.map(|blocked| match blocked {
                    Blocked::By { holder, .. } => format!("{} leads", leads(&holder)),
                    Blocked::Unanswered(error) => error.to_string(),
                });
                let after = if let Wait::AtMost(after) = self.params.wait { after } else { after };
                Error::TimedOut { name, after, reason }
            }
            // (A candidate wants no permit.)
            queue::Error::Refused { .. } => Error::Busy { name, leader: "somebody".into() },
            queue::Error::SeatTaken { .. } => Error::IdTaken { name, id: self.id(), holder: None },
            queue::Error::LeaseLost(loss) => hold::Error::Lost { what: format!("the place in {name}"), loss }.into(),
            queue::Error::Stopped(cause) => hold::Error::Stopped(cause).into(),
            queue::Error::Unfit(unfit) => hold::Error::Unfit(unfit).into(),
            queue::Error::Guardian(error) => hold::Error::from(error).into(),
            queue::Error::Client { doing, error } => {
                let doing = match doing {
                    Doing::GetLease => "get a lease for",
                    Doing::Enter => "enter the queue of",
                    Doing::Read => "read the queue of",
                    Doing::Watch => "watch the queue of",
                    Doing::Renew => "renew the lease of",
                };
                Error::client(doing, &name, &self.state)(error)
            }
        }
    }

    /// Reads who stands.
    pub(super) async fn read(&self) -> Result<query::Standing, Error> {
        query::read(self.client, self.name(), &self.state).await
    }
}
