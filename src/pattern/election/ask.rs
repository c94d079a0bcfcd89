//! Asking a leader to step down, or to hand over to a certain candidate.
//!
//! What must stay true: nothing is begun that can't be finished, as far as that can be seen before; a request goes with the
//! lease of whoever asks, whatever becomes of that.

use std::time::Duration;

use etcd_client::{Compare, CompareOp, KeyValue, PutOptions, ResponseHeader, Txn, TxnOp};

use super::query::{self, Standing};
use super::state::{Asked, State};
use super::{Error, Name};
use crate::client::Client;
use crate::clock::{BootTime, millis};
use crate::event::{ElectEvent, Emit, LeaseId, Text};
use crate::pattern::hold;
use crate::pattern::keys;
use crate::pattern::queue::Contender;
use crate::record::{Answer, Node, Request, Successor};
use crate::session::{Session, fresh_id};
use crate::shutdown::Shutdown;

/// The TTL of the lease that a request stands on.
const TTL: Duration = Duration::from_secs(10);
/// What a leader may take besides its grace.
const SLACK: Duration = Duration::from_secs(5);
/// What those may take who stand before a successor.
const MAKING_WAY: Duration = Duration::from_secs(5);
/// How many operations a transaction may have, with etcd's own settings.
const OPERATIONS: usize = 128;
/// Between two looks.
const LOOK: Duration = Duration::from_millis(50);

/// Who asks, and in which election.
#[derive(Clone, Debug)]
pub struct Ask<'a> {
    /// The election.
    pub name: &'a Name,
    /// The prefix under which all bookkeeping lives.
    pub state_root: &'a str,
    /// Who asks.
    pub who: Node,
}

/// What is wanted of a leader.
struct Wanted {
    /// Who is to lead then; whoever is next, if nobody.
    to: Option<Successor>,
    /// The fences of those who stand between the two.
    between: Vec<i64>,
    /// Whether it matters what others have asked of it.
    force: bool,
}

/// What has come of a request.
enum Came {
    /// The leader's key is gone.
    Gone,
    /// The leader leads on.
    Refused(Text),
    /// The time is up.
    Nothing {
        /// Whether the leader has taken the request up.
        under_way: bool,
    },
}

/// Asks the leader to step down, which does so when its command has ended: the next one leads then. Only if `id` leads,
/// where one is given. `force` deletes the key of a leader that can't be asked, or does not leave in time.
///
/// # Errors
/// [`Error::Vacant`], [`Error::NotTheLeader`], [`Error::Refused`] and [`Error::Asked`] before anything is begun;
/// [`Error::StillLeads`].
pub async fn resign(
    client: &Client,
    ask: &Ask<'_>,
    id: Option<&[u8]>,
    force: bool,
    shutdown: &mut Shutdown,
    emit: Emit<'_>,
) -> Result<(), Error> {
    let (name, state) = (ask.name, ask.state());
    let standing = query::read(client, name, &state).await?;
    let (leader, node) = standing.leader().ok_or_else(|| Error::Vacant(name.clone()))?;
    let leads = Text::from(leader.value.clone());
    if let Some(id) = id.filter(|id| *id != leader.value) {
        return Err(Error::NotTheLeader { name: name.clone(), id: id.into(), leader: leads });
    }
    let came = match node {
        Some(node) => {
            let limit = Duration::from_millis(node.grace_ms) + SLACK;
            ask.request(client, leader, Wanted { to: None, between: Vec::new(), force }, limit, shutdown, emit).await?
        }
        None if force => Came::Nothing { under_way: false },
        None => {
            let why = "it is another client's, which takes no requests".to_owned();
            return Err(Error::Refused { name: name.clone(), leader: leads, what: "step down", why });
        }
    };
    let forced = match came {
        Came::Gone => false,
        Came::Nothing { .. } | Came::Refused(_) if force => {
            let deleted = keys::delete(client, &leader.key, leader.fence, None).await;
            deleted.map_err(Error::client("remove the leader of", name, &state))?;
            true
        }
        came => return Err(ask.still_leads(leads, came)),
    };
    ask.tell_who_leads(client, leader, forced, emit).await.map(drop)
}

/// Asks the leader to hand over to the candidate `to`: those who stand before it leave their places first, while the leader
/// still leads.
///
/// # Errors
/// As [`resign`]; [`Error::ToItself`] and [`Error::Refused`] before anything is begun; [`Error::WentToAnother`].
pub async fn transfer(
    client: &Client,
    ask: &Ask<'_>,
    to: &[u8],
    shutdown: &mut Shutdown,
    emit: Emit<'_>,
) -> Result<(), Error> {
    let (name, state) = (ask.name, ask.state());
    let standing = query::read(client, name, &state).await?;
    let (leader, node) = standing.leader().ok_or_else(|| Error::Vacant(name.clone()))?;
    let leads = Text::from(leader.value.clone());
    let is_named = |one: &&(Contender, Option<Node>)| one.0.value == to;
    if leader.value == to && standing.candidates.iter().filter(is_named).count() == 1 {
        return Err(Error::ToItself { name: name.clone(), id: leads });
    }
    let refused = |why: String| Error::Refused { name: name.clone(), leader: leads.clone(), what: "hand over", why };
    let node = node.as_ref().ok_or_else(|| refused("it is another client's, which takes no requests".to_owned()))?;
    let (successor, between) = successor(&standing, to).map_err(refused)?;
    let limit = Duration::from_millis(node.grace_ms) + SLACK + MAKING_WAY;
    let wanted = Wanted { to: Some(successor.clone()), between, force: false };
    match ask.request(client, leader, wanted, limit, shutdown, emit).await? {
        Came::Gone => {}
        came => return Err(ask.still_leads(leads, came)),
    }
    match ask.tell_who_leads(client, leader, false, emit).await? {
        Some(now) if now.fence != successor.fence => {
            let leader = Text::from(now.value);
            Err(Error::WentToAnother { name: name.clone(), id: to.into(), leader })
        }
        Some(_) => Ok(()),
        None => Err(Error::Vacant(name.clone())),
    }
}

/// The candidate that is to lead next, and the fences of those between, if these can be asked to leave.
fn successor(standing: &Standing, to: &[u8]) -> Result<(Successor, Vec<i64>), String> {
    let id = Text::from(to);
    let mut named = standing.candidates.iter().enumerate().filter(|(_, (one, _))| one.value == to);
    let (at, (one, _)) = named.next().ok_or_else(|| format!("{id} does not stand"))?;
    if named.next().is_some() {
        return Err(format!("there are several candidates with the id {id}"));
    }
    if !one.stands {
        return Err(format!("the key of {id} is not on its own lease any more"));
    }
    let between = standing.candidates.iter().take(at).skip(1);
    if let Some((other, _)) = between.clone().find(|(_, node)| node.is_none()) {
        let other = Text::from(other.value.clone());
        return Err(format!("{other} stands before {id}, and is another client's, which takes no requests"));
    }
    let between = between.map(|(other, _)| other.fence).collect();
    Ok((Successor { id, key: Text::from(one.key.clone()), fence: one.fence }, between))
}

impl Ask<'_> {
    fn state(&self) -> State {
        State::new(self.state_root, self.name)
    }

    /// Makes a request to the leader and waits for what comes of it, at most for `limit`.
    async fn request(
        &self,
        client: &Client,
        leader: &Contender,
        wanted: Wanted,
        limit: Duration,
        shutdown: &mut Shutdown,
        emit: Emit<'_>,
    ) -> Result<Came, Error> {
        let asking = ElectEvent::Asking {
            election: self.name.text(),
            id: Text::from(leader.value.clone()),
            fence: leader.fence,
            to: wanted.to.as_ref().map(|to| to.id.clone()),
            limit_ms: millis(limit),
        };
        let failed = || Error::client("ask the leader of", self.name, &self.state());
        let lease = fresh_id();
        let key = self.state().request(Asked::leader(leader.fence));
        let session = Session::open(client, lease, TTL, key.clone()).await.map_err(failed())?;
        emit(asking.into());
        let came = tokio::select! {
            came = self.ask(client, leader, lease, key, wanted, limit) => came,
            cause = shutdown.next() => Err(hold::Error::Stopped(cause).into()),
        };
        if let Err(error) = session.close_within(client.command_timeout()).await {
            tracing::debug!(%error, "withdrawing the request");
        }
        came
    }

    async fn ask(
        &self,
        client: &Client,
        leader: &Contender,
        lease: LeaseId,
        key: Vec<u8>,
        wanted: Wanted,
        limit: Duration,
    ) -> Result<Came, Error> {
        let failed = || Error::client("ask the leader of", self.name, &self.state());
        let Node { host, pid, user, .. } = self.who.clone();
        let is_the_same =
            |kv: &KeyValue| serde_json::from_slice(kv.value()).is_ok_and(|there: Request| there.to == wanted.to);
        let request = Request { to: wanted.to.clone(), host, pid, user };
        let request = serde_json::to_vec(&request).unwrap_or_default();
        let leads = Compare::create_revision(leader.key.clone(), CompareOp::Equal, leader.fence);
        let unasked = Compare::create_revision(key.clone(), CompareOp::Equal, 0);
        let put = |key| TxnOp::put(key, request.clone(), Some(PutOptions::new().with_lease(lease.0)));
        let reads = [TxnOp::get(key.clone(), None), TxnOp::get(leader.key.clone(), None)];
        let ask_leader = Txn::new().when([leads.clone(), unasked]).and_then([put(key)]).or_else(reads);
        let asked = client.txn(ask_leader).await.map_err(failed())?;
        let mut asked_at = asked.header().map_or(0, ResponseHeader::revision);
        if !asked.succeeded() {
            let mut read = keys::each_read(&asked);
            match (read.next().flatten(), read.next().flatten()) {
                // An attempt whose answer was lost has put it; or what somebody else asks is what we want, too.
                (Some(kv), Some(_)) if kv.lease() == lease.0 || wanted.force || is_the_same(&kv) => {
                    asked_at = kv.mod_revision();
                }
                (Some(_), Some(_)) => return Err(Error::Asked(self.name.clone())),
                // Nobody asks that leader any more, or for anything new.
                (None, _) | (_, None) => return Ok(Came::Gone),
            }
        }
        for some in wanted.between.chunks(OPERATIONS) {
            let to = |&candidate| put(self.state().request(Asked { candidate, leader: leader.fence }));
            let asides = Txn::new().when([leads.clone()]).and_then(some.iter().map(to).collect::<Vec<_>>());
            client.txn(asides).await.map_err(failed())?;
        }
        let end = BootTime::now() + limit;
        let answer = self.state().answer(leader.fence);
        let look = Txn::new().and_then([TxnOp::get(leader.key.clone(), None), TxnOp::get(answer, None)]);
        let mut under_way = false;
        loop {
            let read = client.txn(look.clone()).await.map_err(failed())?;
            let mut kvs = keys::each_read(&read);
            if kvs.next().flatten().is_none_or(|kv| kv.create_revision() != leader.fence) {
                return Ok(Came::Gone);
            }
            // An older one is to an earlier request.
            let answered = kvs.next().flatten().filter(|kv| kv.mod_revision() > asked_at);
            match answered.and_then(|kv| serde_json::from_slice(kv.value()).ok()) {
                Some(Answer::Refused { why }) => return Ok(Came::Refused(why)),
                Some(Answer::UnderWay) => under_way = true,
                None => {}
            }
            if BootTime::now() >= end {
                return Ok(Came::Nothing { under_way });
            }
            tokio::time::sleep(LOOK).await;
        }
    }

    fn still_leads(&self, leader: Text, came: Came) -> Error {
        let may_be_forced = matches!(came, Came::Nothing { .. });
        let why = match came {
            Came::Refused(why) => why.to_string(),
            Came::Nothing { under_way: true } => "it has begun to leave, and is not done".to_owned(),
            Came::Nothing { under_way: false } => "it has not taken the request up".to_owned(),
            Came::Gone => "it is gone".to_owned(),
        };
        Error::StillLeads { name: self.name.clone(), leader, why, may_be_forced }
    }

    /// Tells who leads after `before`.
    async fn tell_who_leads(
        &self,
        client: &Client,
        before: &Contender,
        forced: bool,
        emit: Emit<'_>,
    ) -> Result<Option<Contender>, Error> {
        let standing = query::read(client, self.name, &self.state()).await?;
        let now = standing.leader().map(|(one, _)| one.clone());
        emit(
            ElectEvent::HandedOver {
                election: self.name.text(),
                id: Text::from(before.value.clone()),
                fence: before.fence,
                leader: now.as_ref().map(|one| Text::from(one.value.clone())),
                leader_fence: now.as_ref().map(|one| one.fence),
                forced,
            }
            .into(),
        );
        Ok(now)
    }
}
