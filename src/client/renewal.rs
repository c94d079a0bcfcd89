//! Renewals that count.
//!
//! etcd's leader renews leases by itself, without asking the others. One that was stopped and has been replaced answers
//! the requests that it finds waiting when it goes on, before it learns of its successor; and that one knows nothing of
//! the renewal. So an acknowledgement alone may be worth nothing.
//!
//! What must stay true: a renewal counts only when linearizable reads at the same member, one before it and one after it,
//! show the same term of Raft. Then that member has known the term's leader all the time, and that one still led
//! after it had renewed the lease.

use std::time::Duration;

use etcd_client::GetOptions;
use tokio::time::Instant;

use super::{Client, Error, Limits};
use crate::clock::BootTime;

/// How often a renewal is sent anew because the leader or the member has changed.
const ATTEMPTS: usize = 3;

/// Who answered a linearizable read, and in which term of Raft.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Witness {
    member: u64,
    term: u64,
}

impl Client {
    /// Renews a lease within `limit`. `witness` is that of the last renewal, and becomes this one's; `key` is any that
    /// may be read. The instant before the request that counts was sent.
    ///
    /// # Errors
    /// [`Error::LeaseGone`] when the server says so.
    pub async fn renew(
        &self,
        id: i64,
        key: &[u8],
        witness: &mut Option<Witness>,
        limit: Duration,
    ) -> Result<BootTime, Error> {
        let end = Instant::now() + limit;
        let left = || end.saturating_duration_since(Instant::now());
        if witness.is_none() {
            *witness = Some(self.witness(key, left()).await?);
        }
        for _ in 0..ATTEMPTS {
            let sent = BootTime::now();
            self.keep_alive(id, left()).await?;
            let after = self.witness(key, left()).await?;
            if witness.replace(after) == Some(after) {
                return Ok(sent);
            }
        }
        let cause = "the leader changed meanwhile".to_owned();
        Err(Error::TimedOut { endpoints: self.endpoints(), after: limit, cause })
    }

    /// One attempt of at most `limit`; after a failure the next one goes to another endpoint.
    async fn keep_alive(&self, id: i64, limit: Duration) -> Result<(), Error> {
        let limits = Limits { total: limit, attempt: limit };
        self.call(limits, |client| async move { client.lease_client().keep_alive(id).await.map(drop) }).await
    }

    async fn witness(&self, key: &[u8], limit: Duration) -> Result<Witness, Error> {
        let limits = Limits { total: limit, attempt: limit };
        let read = self.call(limits, |client| {
            let key = key.to_vec();
            async move { client.kv_client().get(key, Some(GetOptions::new().with_keys_only())).await }
        });
        let read = read.await?;
        let header = read.header();
        let (member, term) = header.map_or((0, 0), |header| (header.member_id(), header.raft_term()));
        Ok(Witness { member, term })
    }
}
