//! Keys that live exactly as long as a command.
//!
//! What must stay true: the keys are put before the command starts, and deleted with the lease, after its whole tree is
//! reaped, on every path; the command is stopped before the lease can expire.

use std::time::Duration;

use super::{Error, Pairs, query};
use crate::client::{self, Client};
use crate::clock::{BootTime, millis};
use crate::deadline::Plan;
use crate::event::{Emit, LeaseEvent, LeaseId, Loss, Text};
use crate::pattern::deletion::Deletion;
use crate::pattern::tenure::{self, Unreleased, from_now};
use crate::session::{self, Session};
use crate::shutdown::Shutdown;
use crate::supervise::{Guardian, Status};

/// A child shorter than this costs no watch on its keys.
const WATCH_AFTER: Duration = Duration::from_millis(50);
/// Before another attempt to watch them.
const PAUSE: Duration = Duration::from_secs(1);

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
}

/// A lease with its keys, renewed until [`Held::run`] has ended.
#[derive(Debug)]
pub struct Held {
    client: Client,
    session: Session,
    plan: Plan,
    keys: Vec<Text>,
    since: BootTime,
}

/// Puts the keys on a new lease, all or none of them.
///
/// # Errors
/// [`Error::KeyExists`], [`Error::TooMany`] and others; then nothing of ours is left, or it goes with its lease.
pub async fn hold(client: &Client, params: &Params, shutdown: &mut Shutdown, emit: Emit<'_>) -> Result<Held, Error> {
    // A grace that can't fit is refused before anything is sent.
    Plan::new(params.ttl, params.grace)?;
    let lease = session::fresh_id();
    let mut session = None;
    let put = tokio::select! {
        biased;
        put = put(client, params, lease, &mut session) => put,
        cause = shutdown.next() => Err(Error::Stopped(cause)),
    };
    match (put, session) {
        (Ok(plan), Some(session)) => {
            let keys = params.pairs.keys().cloned().map(Text::from).collect();
            Ok(Held { client: client.clone(), session, plan, keys, since: BootTime::now() })
        }
        (put, session) => {
            if let Err(error) = tenure::abandon(client, lease, session).await {
                let (frees_at, message) = (from_now(params.ttl), error.to_string().into());
                emit(LeaseEvent::Unreleased { lease, frees_at, message }.into());
            }
            Err(put.err().unwrap_or(Error::Gone(lease)))
        }
    }
}

/// Leaves a session in which the keys are put and a child may be started.
async fn put(client: &Client, params: &Params, lease: LeaseId, session: &mut Option<Session>) -> Result<Plan, Error> {
    let Params { pairs, replace, ttl, grace } = params;
    let readable = pairs.keys().next().cloned().unwrap_or_default();
    let opened = Session::open(client, lease, *ttl, readable).await;
    let session = session.insert(opened.map_err(failed(pairs, lease, "cannot get a lease"))?);
    let plan = Plan::new(session.ttl(), *grace)?;
    match client.txn(pairs.put(lease, *replace)).await.map(|answer| Pairs::conflict(&answer, lease)) {
        Ok(None) => {}
        Ok(Some(key)) => return Err(Error::KeyExists(key)),
        Err(client::Error::LeaseGone) => return Err(Error::Lost { lease, loss: session.loss_now() }),
        Err(error) => return Err(failed(pairs, lease, "cannot put the keys")(error)),
    }
    // Renews the lease, where all this has taken so long that too little time is left.
    match session.ready(&plan).await {
        Ok(()) => Ok(plan),
        Err(client::Error::LeaseGone) => Err(Error::Lost { lease, loss: session.loss_now() }),
        Err(error) => Err(failed(pairs, lease, "cannot renew the lease")(error)),
    }
}

/// What a request ran into that needs all the keys.
fn failed(pairs: &Pairs, lease: LeaseId, doing: &str) -> impl FnOnce(client::Error) -> Error + use<> {
    let needs = pairs.keys().map(|key| format!("readwrite {}", Text::from(key.clone()))).collect::<Vec<_>>().join(", ");
    let (count, failed) = (pairs.count(), super::failed(doing.to_owned(), lease, needs));
    move |error| match error {
        client::Error::Server(text) if text.contains("too many operations") => Error::TooMany(count),
        error => failed(error),
    }
}

impl Held {
    /// Runs what the guardian has prepared while the keys are there, then revokes their lease. How the command itself ended.
    ///
    /// # Errors
    /// [`Error::Lost`] when the lease was lost meanwhile: the command was stopped first. [`Error::Child`] when it did
    /// not run.
    pub async fn run(self, mut guardian: Guardian, shutdown: &mut Shutdown, emit: Emit<'_>) -> Result<Status, Error> {
        let Self { client, session, plan, keys, since } = self;
        let lease = session.lease();
        emit(LeaseEvent::Held { lease, ttl: session.ttl().as_secs(), keys: keys.clone() }.into());
        let told = vec![("ETCDPAT_LEASE".into(), lease.to_string().into())];
        let ran =
            tenure::run(&session, plan, &mut guardian, told, gone(&client, &session, &keys), shutdown, emit).await;
        let lost = ran.as_ref().ok().and_then(|outcome| outcome.lost);
        if let Some(reason) = lost {
            emit(LeaseEvent::Lost { lease, reason }.into());
        }
        let held_ms = millis(BootTime::now().since(since));
        emit(match tenure::release_after(&ran, session, shutdown).await {
            Ok(()) => LeaseEvent::Released { lease, held_ms }.into(),
            Err(Unreleased { frees_at, message }) => LeaseEvent::Unreleased { lease, frees_at, message }.into(),
        });
        match lost {
            Some(loss) => Err(Error::Lost { lease, loss }),
            None => Ok(ran?.status),
        }
    }
}

/// Waits until the server says that the lease is gone: at a renewal, or sooner, when the keys go with it.
async fn gone(client: &Client, session: &Session, keys: &[Text]) -> Loss {
    tokio::select! {
        loss = session.gone() => loss,
        () = gone_with_keys(client, session, keys) => session.loss_now(),
    }
}

/// A key that is deleted is a reason to ask for the lease. By itself it is no loss: it is the lease that is held.
async fn gone_with_keys(client: &Client, session: &Session, keys: &[Text]) {
    let keys: Vec<_> = keys.iter().map(|key| key.raw().to_vec()).collect();
    let asked = async || -> Result<bool, client::Error> {
        // Opened before the question, so that nothing is missed in between.
        let mut deletion = Deletion::watch(client, &keys).await?;
        if query::standing(client, session.lease(), false).await?.is_none() {
            // A leader that is new may not know the lease yet; a renewal tells for certain.
            return match session.renew().await {
                Ok(()) => Ok(false),
                Err(client::Error::LeaseGone) => Ok(true),
                Err(error) => Err(error),
            };
        }
        deletion.happened().await?;
        Ok(false)
    };
    tokio::time::sleep(WATCH_AFTER).await;
    loop {
        // In a box: the space for it would be carried along by every command, and most are shorter.
        match Box::pin(asked()).await {
            Ok(true) => return,
            Ok(false) => {}
            Err(error) => {
                tracing::debug!(%error, "watching the keys of the lease");
                tokio::time::sleep(PAUSE).await;
            }
        }
    }
}
