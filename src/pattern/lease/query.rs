//! What is left of a lease, all leases, and the lease of a key.

use tokio::task::JoinSet;

use super::Error;
use super::grant::refused;
use crate::client::{self, Client};
use crate::event::{LeaseId, LeaseRow, LeaseStanding, Text};

/// How many leases are asked about at a time.
const IN_FLIGHT: usize = 32;

/// A lease as the server has it.
pub(super) struct LeaseState {
    /// What is left of its TTL, seconds.
    pub(super) ttl: i64,
    /// As granted, seconds.
    pub(super) granted_ttl: i64,
    /// The keys on it, where they were asked for.
    pub(super) keys: Vec<Vec<u8>>,
}

/// The lease; nothing when it is gone.
pub(super) async fn state(client: &Client, lease: LeaseId, keys: bool) -> Result<Option<LeaseState>, client::Error> {
    let answer = client.time_to_live(lease.0, keys).await?;
    // -1 says that there is no such lease. One that has expired a moment ago may still wait for its end.
    let there = answer.ttl() >= 0 && answer.granted_ttl() > 0;
    let keys = answer.keys().to_vec();
    Ok(there.then(|| LeaseState { ttl: answer.ttl(), granted_ttl: answer.granted_ttl(), keys }))
}

/// The same with its keys, where these can be had: the user may not be allowed to read one of them, and more than 4 MiB
/// are not taken.
pub(super) async fn state_with_keys(
    client: &Client,
    lease: LeaseId,
) -> Result<Option<(LeaseState, Option<usize>)>, client::Error> {
    match state(client, lease, true).await {
        Err(client::Error::Denied | client::Error::Server(_)) => {
            Ok(state(client, lease, false).await?.map(|state| (state, None)))
        }
        answer => Ok(answer?.map(|state| {
            let count = state.keys.len();
            (state, Some(count))
        })),
    }
}

/// What is left of a lease, and its keys where they are asked for.
///
/// # Errors
/// [`Error::Gone`].
pub async fn ttl(client: &Client, lease: LeaseId, keys: bool) -> Result<LeaseStanding, Error> {
    let state = match state(client, lease, keys).await {
        Ok(state) => state.ok_or(Error::Gone(lease))?,
        Err(error) => {
            return Err(refused(client, format!("cannot read lease {lease}"), lease, ("read", None), error).await);
        }
    };
    let LeaseState { ttl, granted_ttl, keys: found } = state;
    let mut found: Vec<_> = found.into_iter().map(Text::from).collect();
    found.sort();
    Ok(LeaseStanding { lease, ttl, granted_ttl, keys: keys.then_some(found) })
}

/// All leases by id. One that goes while it is asked about is left out.
pub async fn list(client: &Client) -> Result<Vec<LeaseRow>, Error> {
    let failed = |error| client::Failed {
        doing: "cannot list leases".to_owned(),
        // Newer servers show the leases only to those who may read every key on any of them.
        needs: "read --prefix \"\"".to_owned(),
        error,
    };
    let mut ids = client.leases().await.map_err(failed)?.into_iter().map(LeaseId);
    let mut asked = JoinSet::new();
    let mut rows = Vec::new();
    loop {
        for lease in ids.by_ref().take(IN_FLIGHT - asked.len()) {
            let client = client.clone();
            asked.spawn(async move { row(&client, lease).await });
        }
        // A task of ours neither panics nor is cancelled.
        let Some(Ok(answer)) = asked.join_next().await else { break };
        rows.extend(answer.map_err(failed)?);
    }
    rows.sort_by_key(|row: &LeaseRow| row.lease.0);
    Ok(rows)
}

async fn row(client: &Client, lease: LeaseId) -> Result<Option<LeaseRow>, client::Error> {
    let row = |(LeaseState { ttl, granted_ttl, .. }, keys)| LeaseRow { lease, ttl, granted_ttl, keys };
    Ok(state_with_keys(client, lease).await?.map(row))
}

/// The lease that a key is on.
///
/// # Errors
/// [`Error::NoKey`], [`Error::NoLease`].
pub async fn of(client: &Client, key: &[u8]) -> Result<LeaseId, Error> {
    let text = Text::from(key);
    // With its value: etcd 3.7 answers a read of keys alone without their leases.
    let read = client.get(key, None).await;
    let (doing, needs) = (format!("cannot read key {text}"), format!("read {text}"));
    let read = read.map_err(|error| client::Failed { doing, needs, error })?;
    match read.kvs().first() {
        None => Err(Error::NoKey(text)),
        Some(kv) if kv.lease() == 0 => Err(Error::NoLease(text)),
        Some(kv) => Ok(LeaseId(kv.lease())),
    }
}
