//! Keys that live exactly as long as a command.
//!
//! What must stay true: the keys are put before the command starts, and deleted with the lease, after its whole tree is
//! reaped, on every path; the command is stopped before the lease can expire.

use std::time::Duration;

use super::Error;
use crate::client::{self, Client};
use crate::clock::millis;
use crate::deadline::Plan;
use crate::event::{Emit, LeaseEvent, LeaseId, Text};
use crate::pattern::hold::{self, End, Hold, Unreleased};
use crate::pattern::keys::Pairs;
use crate::session::{self, Session};
use crate::shutdown::Shutdown;
use crate::supervise::{Guardian, Status};

/// What is put on a lease, and how that is held.
#[derive(Clone, Debug)]
pub struct Params {
    /// The keys and their values.
    pub pairs: Pairs,
    /// Whether keys that exist are replaced.
    pub replace: bool,
    /// The lease's TTL, whole seconds.
    pub ttl: Duration,
    /// From SIGTERM to SIGKILL of a child whose time is up; by default as [`Plan::new`] has it.
    pub grace: Option<Duration>,
    /// Whether what an etcdpat below the command puts to stay goes on the lease, too.
    pub scratch: bool,
}

/// Puts the keys on a new lease, all or none of them, then runs what the guardian has prepared while they are there, and
/// revokes the lease. How the command itself ended.
///
/// # Errors
/// [`Error::KeyExists`], [`Error::TooMany`] and others: then nothing was run, and nothing of ours is left, or it goes with
/// its lease. [`hold::Error::Lost`] when the lease was lost meanwhile: the command was stopped first.
pub async fn run(
    client: &Client,
    params: &Params,
    guardian: Guardian,
    shutdown: &mut Shutdown,
    emit: Emit<'_>,
) -> Result<Status, Error> {
    // A grace that can't fit is refused before anything is sent.
    Plan::new(params.ttl, params.grace).map_err(hold::Error::from)?;
    let lease = session::fresh_id();
    let mut session = None;
    let put = tokio::select! {
        biased;
        put = put(client, params, lease, &mut session) => put,
        cause = shutdown.next() => Err(hold::Error::Stopped(cause).into()),
    };
    let (plan, session) = match (put, session) {
        (Ok(plan), Some(session)) => (plan, session),
        (put, session) => {
            if let Err(error) = hold::abandon(client, lease, session.as_ref()).await {
                let Unreleased { frees_at, message } = Unreleased::within(params.ttl, &error);
                emit(LeaseEvent::Unreleased { lease, frees_at, message }.into());
            }
            return Err(put.err().unwrap_or(Error::Gone(lease)));
        }
    };
    let keys: Vec<_> = params.pairs.keys().cloned().collect();
    emit(
        LeaseEvent::Held { lease, ttl: session.ttl().as_secs(), keys: keys.iter().cloned().map(Text::from).collect() }
            .into(),
    );
    let hold = Hold::of_lease(client, session, plan, keys);
    let names = if params.scratch { &["ETCDPAT_LEASE", "ETCDPAT_SCRATCH_LEASE"][..] } else { &["ETCDPAT_LEASE"] };
    let set = names.iter().map(|name| (name.into(), lease.to_string().into())).collect();
    let ended = |end| {
        let event = match end {
            End::Etcd(change) => return emit(change.into()),
            End::Lost(reason) => LeaseEvent::Lost { lease, reason },
            End::Released { held } => LeaseEvent::Released { lease, held_ms: millis(held) },
            End::Unreleased(Unreleased { frees_at, message }) => LeaseEvent::Unreleased { lease, frees_at, message },
        };
        emit(event.into());
    };
    Ok(hold.run(was(lease), guardian, set, shutdown, emit, ended).await?)
}

/// The lease with its verb, for people.
fn was(lease: LeaseId) -> String {
    format!("lease {lease} was")
}

/// Leaves a session in which the keys are put and a child may be started.
async fn put(client: &Client, params: &Params, lease: LeaseId, session: &mut Option<Session>) -> Result<Plan, Error> {
    let Params { pairs, replace, ttl, grace, .. } = params;
    let readable = pairs.keys().next().cloned().unwrap_or_default();
    let opened = Session::open(client, lease, *ttl, readable).await;
    let session = session.insert(opened.map_err(failed(pairs, lease, "cannot get a lease"))?);
    let plan = Plan::new(session.ttl(), *grace).map_err(hold::Error::from)?;
    let lost = |session: &Session| hold::Error::Lost { what: was(lease), loss: session.loss_now() };
    match client.txn(pairs.put(lease, *replace)).await.map(|answer| Pairs::conflict(&answer, lease)) {
        Ok(None) => {}
        Ok(Some(key)) => return Err(Error::KeyExists(key)),
        Err(client::Error::LeaseGone) => return Err(lost(session).into()),
        Err(error) => return Err(failed(pairs, lease, "cannot put the keys")(error)),
    }
    // Renews the lease, where all this has taken so long that too little time is left.
    match session.ready(&plan).await {
        Ok(()) => Ok(plan),
        Err(client::Error::LeaseGone) => Err(lost(session).into()),
        Err(error) => Err(failed(pairs, lease, "cannot renew the lease")(error)),
    }
}

/// What a request ran into that needs all the keys.
fn failed(pairs: &Pairs, lease: LeaseId, doing: &str) -> impl FnOnce(client::Error) -> Error + use<> {
    let needs = pairs.keys().map(|key| format!("readwrite {}", Text::from(key.clone()))).collect::<Vec<_>>().join(", ");
    let (count, failed) = (pairs.count(), super::failed(doing.to_owned(), lease, needs));
    move |error| match error {
        client::Error::TooManyOperations => Error::TooMany(count),
        error => failed(error),
    }
}
