//! Leases: a time to live that is kept up by renewals, and the keys that end with it.
//!
//! - `change`: granting, revoking, attaching a key
//! - `query`: what is left of a lease, all leases, the lease of a key
//! - `keepalive`: renewing a lease that somebody else may own
//! - `run`: keys that live as long as a command
//! - `grant`: the permissions that a refused request needs
//!
//! What must stay true: a lease that is gone is an answer of its own, never success and never silence.

mod change;
mod grant;
mod keepalive;
mod query;
mod run;

use std::time::Duration;

pub use change::{attach, grant, revoke};
pub use keepalive::keep_alive;
pub use query::{list, of, ttl};
pub use run::{Params, run};

use super::hold;

use crate::client;
use crate::event::{LeaseId, Text};

/// What can't be done with a lease.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// It has expired, was revoked, or never was.
    #[error("there is no lease {0}")]
    Gone(LeaseId),
    /// The id that was asked for is in use.
    #[error("a lease {0} exists already")]
    Exists(LeaseId),
    /// The key whose lease is asked for is not there.
    #[error("there is no key {0}")]
    NoKey(Text),
    /// The key is there, on no lease.
    #[error("key {0} is on no lease")]
    NoLease(Text),
    /// A key that is to be put exists already; nothing was put.
    #[error("key {0} exists already")]
    KeyExists(Text),
    /// More keys than the server takes in one transaction; nothing was put.
    #[error("{0} keys are more than this etcd takes in one transaction (by default 128: --max-txn-ops)")]
    TooMany(usize),
    /// The lease could not be held, or not any longer.
    #[error(transparent)]
    Hold(#[from] hold::Error),
    /// A request failed.
    #[error(transparent)]
    Client(#[from] client::Failed),
}

/// What a request about `lease` ran into, where no permission is in question.
fn failed(doing: String, lease: LeaseId, needs: String) -> impl FnOnce(client::Error) -> Error {
    move |error| match error {
        client::Error::LeaseGone => Error::Gone(lease),
        client::Error::LeaseExists => Error::Exists(lease),
        error => client::Failed { doing, needs, error }.into(),
    }
}

/// As etcd's API has it.
fn seconds(ttl: Duration) -> i64 {
    i64::try_from(ttl.as_secs()).unwrap_or(i64::MAX)
}
