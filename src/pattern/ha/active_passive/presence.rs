//! What a node says of itself, in the queue or not: a record on a lease of its own.
//!
//! ```text
//! ROOT/ha/NAME/node/ID      who has it, has the id
//! ```
//!
//! What must stay true: it is for people alone, and nothing waits for it, once the node has begun: who leads is the
//! election's matter.

use std::sync::Arc;
use std::time::Duration;

use etcd_client::{Compare, CompareOp, PutOptions, ResponseHeader, Txn, TxnOp};
use tokio::sync::watch;
use tokio::time::sleep;

use super::facts::Facts;
use crate::client::{self, Client};
use crate::event::LeaseId;
use crate::pattern::election::{self, Candidate, Error};
use crate::pattern::hold;
use crate::pattern::keys::{self, each_read, escaped};
use crate::pattern::queue::Name;
use crate::record::Presence;
use crate::session::{self, Session};
use crate::shutdown::Shutdown;

/// Before what could not be written is written again.
const PAUSE: Duration = Duration::from_secs(1);
/// Before it is put again, when what was in the way is gone.
const AGAIN: Duration = Duration::from_millis(50);
/// How long its end may take.
const LEAVING: Duration = Duration::from_secs(1);

/// What the records of all nodes begin with.
pub(super) fn nodes(state_root: &str, name: &Name) -> Vec<u8> {
    format!("{state_root}/ha/{}/node/", escaped(name.as_bytes())).into()
}

/// The record of the node with this id.
pub(super) fn key(state_root: &str, name: &Name, id: &[u8]) -> Vec<u8> {
    [nodes(state_root, name), escaped(id).into_bytes()].concat()
}

/// A request about these records has failed.
pub(super) fn failed(name: &Name, state_root: &str) -> impl FnOnce(client::Error) -> Error {
    let doing = format!("cannot read or write the nodes of {name}");
    let needs = format!("readwrite --prefix {state_root}/ha/{}/", escaped(name.as_bytes()));
    move |error| client::Failed { doing, needs, error }.into()
}

/// The record of a node, on its lease.
pub(super) struct Announced<'a> {
    client: &'a Client,
    params: &'a election::Params,
    key: Vec<u8>,
    /// The lease that was asked for last: it may exist though no answer has told us so.
    lease: LeaseId,
    session: Option<Session>,
    /// The record's create revision; 0 before it is there.
    fence: i64,
}

/// What has come of an attempt to put it.
enum Put {
    /// It is there.
    Done,
    /// Somebody else has the id, on this lease.
    Taken(LeaseId),
    /// What was in the way is gone.
    Again,
}

impl<'a> Announced<'a> {
    /// Puts it for the first time. Where somebody has the id, waits as long as that one's lease is not renewed.
    ///
    /// # Errors
    /// [`Error::IdTaken`]; a request failed; something asked to stop.
    pub(super) async fn claim(
        client: &'a Client,
        params: &'a election::Params,
        candidate: &Candidate<'_>,
        facts: &Facts,
        shutdown: &mut Shutdown,
    ) -> Result<Self, Error> {
        let key = key(&params.state_root, &params.name, &params.id);
        let mut announced = Self { client, params, key, lease: session::fresh_id(), session: None, fence: 0 };
        let presence = facts.presence();
        loop {
            let record = presence.borrow().clone();
            let put = tokio::select! {
                put = announced.put(&record) => put.map_err(failed(&params.name, &params.state_root)),
                cause = shutdown.next() => Err(hold::Error::Stopped(cause).into()),
            };
            match put {
                Ok(Put::Done) => return Ok(announced),
                Ok(Put::Again) => sleep(AGAIN).await,
                Ok(Put::Taken(lease)) => candidate.wait_for_id(&announced.key, lease, None, shutdown).await?,
                Err(error) => {
                    announced.leave().await;
                    return Err(error);
                }
            }
        }
    }

    /// Keeps it as the node is, for ever, through outages.
    pub(super) async fn keep<T>(&mut self, facts: &Facts) -> T {
        let mut presence = facts.presence();
        // It may have changed since it was put.
        presence.mark_changed();
        loop {
            if let Some(session) = &self.session {
                tokio::select! {
                    _ = presence.changed() => {}
                    _ = session.gone() => self.session = None,
                }
            }
            self.put_at_last(&mut presence).await;
        }
    }

    async fn put_at_last(&mut self, presence: &mut watch::Receiver<Arc<Presence>>) {
        loop {
            let record = presence.borrow_and_update().clone();
            match self.put(&record).await {
                Ok(Put::Done) => return,
                Ok(Put::Again) => tracing::debug!("the node's record was on no lease"),
                // The election says who may stand.
                Ok(Put::Taken(lease)) => tracing::debug!(%lease, "somebody else has the id"),
                Err(error) => tracing::debug!(%error, "writing the node's record"),
            }
            sleep(PAUSE).await;
        }
    }

    /// Puts it, on the lease that there is, or on a new one.
    async fn put(&mut self, record: &Presence) -> Result<Put, client::Error> {
        let value = serde_json::to_vec(record).unwrap_or_default();
        if self.session.is_none() {
            (self.lease, self.fence) = (session::fresh_id(), 0);
            self.session = Some(Session::open(self.client, self.lease, self.params.ttl, self.key.clone()).await?);
        }
        let (lease, fence) = (self.lease.0, self.fence);
        let unchanged = Compare::create_revision(self.key.clone(), CompareOp::Equal, fence);
        let put = TxnOp::put(self.key.clone(), value, Some(PutOptions::new().with_lease(lease)));
        let txn = Txn::new().when([unchanged]).and_then([put]).or_else([TxnOp::get(self.key.clone(), None)]);
        let answer = self.client.txn(txn).await.inspect_err(|error| {
            if matches!(error, client::Error::LeaseGone) {
                self.session = None;
            }
        })?;
        let there = each_read(&answer).flatten().next();
        self.fence = match there {
            _ if answer.succeeded() && fence == 0 => answer.header().map_or(0, ResponseHeader::revision),
            _ if answer.succeeded() => fence,
            // An attempt whose answer was lost has put it.
            Some(kv) if kv.lease() == lease => kv.create_revision(),
            there => {
                if let Some(session) = self.session.take() {
                    let _ = session.close_within(LEAVING).await;
                }
                return match there.map(|kv| LeaseId(kv.lease())) {
                    // One that somebody has written anew without its lease is nobody's, and would stand for ever.
                    Some(LeaseId(0)) => {
                        keys::delete(self.client, &self.key, 0, Some(LeaseId(0))).await.map(|_| Put::Again)
                    }
                    Some(lease) => Ok(Put::Taken(lease)),
                    None => Ok(Put::Again),
                };
            }
        };
        if let Some(session) = &self.session {
            session.expect(vec![self.key.clone()], self.fence);
        }
        Ok(Put::Done)
    }

    /// Takes it away.
    pub(super) async fn leave(self) {
        if let Err(error) = hold::abandon(self.client, self.lease, self.session.as_ref()).await {
            tracing::debug!(%error, "taking the node's record away");
        }
    }
}
