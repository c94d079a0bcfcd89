//! Renewals that count.
//!
//! etcd's leader renews leases by itself, without asking the others. One that was stopped and has been replaced answers
//! the requests that it finds waiting when it goes on, before it learns of its successor; and that one knows nothing of
//! the renewal. So an acknowledgement alone may be worth nothing.
//!
//! What must stay true: a renewal counts only when a keepalive and a linearizable read after it were answered over one
//! connection by one member in one term of Raft; whatever fails on the way, all of it is done again. The read shows the
//! keys for which the lease is held: where one of them is not as it was made, that is an error of its own, and no
//! renewal.
//!
//! Why one read is enough. Let the keepalive's answer say member M and term T, and the read's answer too.
//! - The member fills the header of a keepalive's answer before it renews (v3rpc/lease.go, `leaseKeepAlive`), with the
//!   term of the entry that it has applied last (etcdserver/server.go, `setTerm`). So T has had a leader L, elected before
//!   the renewal.
//! - For the read, some leader has had a majority confirm it, after the read was sent, and M has applied what that leader
//!   had committed by then, its own term included (raft, `MsgReadIndex`; `linearizableReadLoop`). So its term is not above
//!   T. Nor is it below T, because the majority that elected L confirms nobody of an earlier term any more. So it was L,
//!   which still led after it was sent, and no later term has had a leader by then.
//! - Who renewed the lease believed that it led: M, or the member that M took for the leader and forwarded to. Before M
//!   applied anything of term T, it had learned that no earlier term had a leader any more, and had stopped renewing by
//!   itself if it led one (`updateLead` and `updateLeadership` come before the entries of the same `Ready`). So the
//!   leader was one of term T, or of a later one, which there was not. So L renewed the lease.
//! - Whoever leads after L has been elected after that, and gives every lease its whole TTL then (`lessor.Promote`).
//!
//! A channel connects anew by itself, behind the same object, and behind a proxy the new connection may lead to another
//! member: therefore the members are compared, too.

use std::time::Duration;

use etcd_client::{
    Error as EtcdError, GetOptions, GetResponse, ResponseHeader, Txn, TxnOp, TxnOpResponse, TxnResponse,
};
use tokio::time::Instant;

use super::{Answered, Client, Confirmation, Connection, Error, KeyState, Limits, kv};
use crate::clock::BootTime;

/// How often a renewal is made anew because the leader or the member has changed.
const ATTEMPTS: usize = 3;

/// So many keys are read in one request: fewer than the 128 operations that etcd takes by default.
const READS: usize = 100;

/// The keys that are read to confirm a renewal, and how they must stand.
#[derive(Clone, Debug)]
pub struct Proof {
    keys: Vec<Vec<u8>>,
    /// The create revision of each of them, which must stand on the lease; nothing where any answer will do.
    fence: Option<i64>,
    /// Keys that must stand each for itself, with their create revisions.
    each: Vec<(Vec<u8>, i64)>,
}

/// A renewal that counts.
#[derive(Clone, Debug)]
pub struct Renewed {
    /// The instant before it was sent.
    pub sent: BootTime,
    /// Those of the keys that must stand each for itself which do not stand any more: with their create revision.
    pub lost: Vec<(Vec<u8>, i64, KeyState)>,
}

impl Client {
    /// Renews a lease within `limit`.
    ///
    /// # Errors
    /// [`Error::LeaseGone`] when the server says so; [`Error::KeyGone`] and [`Error::KeyTaken`] when the keys of `proof`
    /// do not stand any more.
    pub async fn renew(&self, id: i64, proof: &Proof, limit: Duration) -> Result<Renewed, Error> {
        let end = Instant::now() + limit;
        for _ in 0..ATTEMPTS {
            let left = end.saturating_duration_since(Instant::now());
            // After a failure the next renewal goes to another endpoint.
            let limits = Limits { total: left, attempt: left };
            match self.call(limits, |connection| renew_over(connection, id, proof.clone())).await? {
                (Confirmation::Counts, renewed) => return Ok(renewed),
                (Confirmation::Gone, _) => return Err(Error::KeyGone),
                (Confirmation::Taken, _) => return Err(Error::KeyTaken),
                (Confirmation::Changed, _) => {}
            }
        }
        let cause = "the leader changed meanwhile".into();
        Err(Error::TimedOut { endpoints: self.endpoints(), after: limit, cause })
    }

    /// Reads the keys by which renewals of the lease are confirmed.
    ///
    /// # Errors
    /// [`Error::KeyGone`] and [`Error::KeyTaken`] as for [`Client::renew`].
    pub async fn verify(&self, id: i64, proof: &Proof) -> Result<(), Error> {
        let read = self.txn(proof.read()).await?;
        match proof.key_states(&read, id).into_iter().find(|&state| state != KeyState::AsMade) {
            None => Ok(()),
            Some(KeyState::Taken) => Err(Error::KeyTaken),
            Some(_) => Err(Error::KeyGone),
        }
    }
}

/// All of a renewal over one connection: what the answers say.
async fn renew_over(connection: Connection, id: i64, proof: Proof) -> Result<(Confirmation, Renewed), EtcdError> {
    // The library keeps the header of a stream's first answer to itself.
    let (mut keeper, mut answers) = connection.lease_client().keep_alive(id).await?;
    let sent = BootTime::now();
    keeper.keep_alive().await?;
    let answer = answers.message().await?.filter(|answer| answer.ttl() > 0);
    let answer = answer.ok_or_else(|| EtcdError::LeaseKeepAliveError("lease not found".to_owned()))?;
    let mut read_of_each = Vec::new();
    // The last read is the one that confirms: it comes after all that is told of.
    for keys in proof.each.chunks(READS) {
        let gets: Vec<_> = keys.iter().map(|(key, _)| TxnOp::get(key.clone(), None)).collect();
        read_of_each.push(kv(&connection).txn(Txn::new().and_then(gets)).await?);
    }
    let read = kv(&connection).txn(proof.read()).await?;
    let [renewed_by, read_by] = [answer.header(), read.header()].map(|header| header.map(Answered::from));
    let fences = proof.each.iter().map(|(_, fence)| *fence);
    let states = states(read_of_each.into_iter().flat_map(|read| read.op_responses()), fences, id);
    let each = proof.each.iter().cloned().zip(states).map(|((key, fence), state)| (key, fence, state));
    let lost = each.filter(|(_, _, state)| *state != KeyState::AsMade).collect();
    let confirmation = Confirmation::of(renewed_by, read_by, proof.key_states(&read, id));
    Ok((confirmation, Renewed { sent, lost }))
}

impl Proof {
    /// By reading a key, whether or not it is there.
    pub fn by_reading(key: Vec<u8>) -> Self {
        Self { keys: vec![key], fence: None, each: Vec::new() }
    }

    /// By these keys, at least one, which were made at the revision `fence` on the lease, and must stay so.
    pub fn by_own(keys: Vec<Vec<u8>>, fence: i64) -> Self {
        Self { keys, fence: Some(fence), each: Vec::new() }
    }

    /// And by these keys with their create revisions, each of which is lost for itself.
    #[must_use]
    pub fn and_each(self, each: Vec<(Vec<u8>, i64)>) -> Self {
        Self { each, ..self }
    }

    fn read(&self) -> Txn {
        // Own keys with their values: etcd 3.7 answers a read of keys alone from its index, which has no leases.
        let options = self.fence.is_none().then(|| GetOptions::new().with_keys_only());
        let get = |key: &Vec<u8>| TxnOp::get(key.clone(), options.clone());
        Txn::new().and_then(self.keys.iter().map(get).collect::<Vec<_>>())
    }

    /// How the keys stand that must stand on the lease.
    fn key_states(&self, read: &TxnResponse, id: i64) -> Vec<KeyState> {
        self.fence.map_or_else(Vec::new, |fence| states(read.op_responses(), std::iter::repeat(fence), id))
    }
}

/// How keys stand, as each was read, which were made at these revisions on the lease.
fn states(reads: impl IntoIterator<Item = TxnOpResponse>, fences: impl Iterator<Item = i64>, id: i64) -> Vec<KeyState> {
    let state = |(response, fence)| match response {
        TxnOpResponse::Get(read) => {
            let found = GetResponse::kvs(&read).first().map(|kv| (kv.create_revision(), kv.lease()));
            Some(KeyState::of(found, fence, id))
        }
        _ => None,
    };
    reads.into_iter().zip(fences).filter_map(state).collect()
}

impl From<&ResponseHeader> for Answered {
    fn from(header: &ResponseHeader) -> Self {
        Self { member: header.member_id(), term: header.raft_term() }
    }
}
