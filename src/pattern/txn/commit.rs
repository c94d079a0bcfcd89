//! Guards, numbers, sending, and trying again.
//!
//! What must stay true: another attempt is made only after an answer which says that nothing was applied.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use etcd_client::{Compare as SentCompare, CompareOp, TxnResponse};
use tokio::time::sleep;

use super::numbers::{Numbers, added, compared};
use super::plan::Plan;
use super::{Error, Guard, KeyRange, Op, Transaction};
use crate::client::{self, Client};
use crate::event::{TxnBranch, TxnRow};
use crate::pattern::lock;
use crate::random;

/// The longest pause before the next attempt is this much after the first one, and twice as much after each more ...
const PAUSE: Duration = Duration::from_millis(4);
/// ... up to this.
const LONGEST_PAUSE: Duration = Duration::from_millis(250);

/// Guards, as they are sent.
enum Guarded {
    Held(Vec<SentCompare>),
    /// One of them is not: its lock is not held with its fence, at this revision.
    Refused(Guard, i64),
}

/// Applies a transaction, and tells what was answered. Where others keep changing the numbers that it needs, it is
/// tried until it succeeds.
///
/// # Errors
/// Nothing was applied, but with [`client::Error::Unknown`]: then it may have been.
pub async fn commit(client: &Client, transaction: &Transaction) -> Result<TxnRow, Error> {
    let mut attempt = 0;
    loop {
        let guards = match guards(client, &transaction.guards).await? {
            Guarded::Held(guards) => guards,
            Guarded::Refused(guard, revision) => return Ok(refused(&guard, revision)),
        };
        let numbers = read(client, transaction).await?;
        let plan = Plan::new(client, transaction, guards, &numbers)?;
        let response = send(client, transaction, &plan).await?;
        let revision = response.header().map_or(0, etcd_client::ResponseHeader::revision);
        if let Some(answer) = plan.answer(&response) {
            let (branch, responses) = answer?;
            let succeeded = branch == TxnBranch::Then;
            return Ok(TxnRow { succeeded, branch, revision, lock: None, fence: None, responses });
        }
        attempt += 1;
        tracing::debug!(attempt, "what was read has changed");
        sleep(pause(attempt)).await;
    }
}

/// Looks for the holders.
///
/// A contender that was seen to hold does so until one of its keys is deleted, or taken off its lease: create revisions
/// only grow, so nobody can come before it any more. So that these keys are there with this fence and this lease is all
/// that has to be compared.
async fn guards(client: &Client, guards: &[Guard]) -> Result<Guarded, Error> {
    let mut compares = Vec::new();
    for guard in guards {
        let lock::Holder { keys, lease, revision } = lock::holder(client, &guard.lock, guard.fence).await?;
        let Some(keys) = keys else { return Ok(Guarded::Refused(guard.clone(), revision)) };
        for key in keys {
            compares.push(SentCompare::create_revision(key.clone(), CompareOp::Equal, guard.fence));
            compares.push(SentCompare::lease(key, CompareOp::Equal, lease.0));
        }
    }
    Ok(Guarded::Held(compares))
}

fn refused(guard: &Guard, revision: i64) -> TxnRow {
    let (lock, fence) = (Some(guard.lock.text()), Some(guard.fence));
    TxnRow { succeeded: false, branch: TxnBranch::None, revision, lock, fence, responses: Vec::new() }
}

async fn read(client: &Client, transaction: &Transaction) -> Result<Numbers, Error> {
    let Transaction { compares, then, otherwise, .. } = transaction;
    let keys: BTreeSet<_> = compared(compares).chain(added(then)).chain(added(otherwise)).collect();
    let count = keys.len();
    let read = Numbers::read(client, keys).await;
    read.map_err(|error| failed(transaction, "cannot read the numbers of the transaction", count, error))
}

async fn send(client: &Client, transaction: &Transaction, plan: &Plan<'_>) -> Result<TxnResponse, Error> {
    let request = plan.request();
    let writes = transaction.then.iter().chain(&transaction.otherwise).any(Op::writes);
    let sent = if writes { client.txn_at_most_once(request).await } else { client.txn(request).await };
    sent.map_err(|error| {
        let unknown = matches!(error, client::Error::Unknown { .. });
        let doing =
            if unknown { "the transaction may have been applied, or not" } else { "cannot apply the transaction" };
        failed(transaction, doing, plan.size(), error)
    })
}

/// What an error means for a request with so many operations.
fn failed(transaction: &Transaction, doing: &str, operations: usize, error: client::Error) -> Error {
    match &error {
        client::Error::TooManyOperations => Error::TooManyOperations { operations },
        client::Error::DuplicateKey => Error::DuplicateKey,
        client::Error::TooLarge => Error::TooLarge,
        client::Error::LeaseGone => Error::LeaseGone,
        _ => client::Failed { doing: doing.to_owned(), needs: needs(transaction), error }.into(),
    }
}

/// Everything that the transaction needs to be granted, as etcdctl's `role grant-permission` takes it.
fn needs(transaction: &Transaction) -> String {
    let mut grants: BTreeMap<String, (bool, bool)> = BTreeMap::new();
    let mut grant = |key: &[u8], range: &KeyRange, (read, write)| {
        let granted = grants.entry(range.of(key).granted()).or_default();
        *granted = (granted.0 || read, granted.1 || write);
    };
    for compare in &transaction.compares {
        grant(&compare.key, &KeyRange::One, (true, false));
    }
    for op in transaction.then.iter().chain(&transaction.otherwise) {
        match op {
            Op::Put { key, .. } => grant(key, &KeyRange::One, (false, true)),
            Op::Add { key, .. } => grant(key, &KeyRange::One, (true, true)),
            Op::Get { key, range } => grant(key, range, (true, false)),
            Op::Delete { key, range } => grant(key, range, (false, true)),
        }
    }
    let kind = |grant| match grant {
        (true, true) => "readwrite",
        (true, false) => "read",
        _ => "write",
    };
    grants.into_iter().map(|(keys, grant)| format!("{} {keys}", kind(grant))).collect::<Vec<_>>().join(", ")
}

/// Any time up to the longest, so that those who disturbed each other do not meet again ("full jitter").
fn pause(attempt: u32) -> Duration {
    let longest = PAUSE.saturating_mul(1 << attempt.min(10)).min(LONGEST_PAUSE);
    let micros = u64::try_from(longest.as_micros()).unwrap_or(u64::MAX);
    Duration::from_micros(random::number() % (micros + 1))
}
