//! Acquiring locks, and telling how that goes.

use super::acquired::Acquired;
use super::owner;
use super::{Error, LockName, Params, refused};
use crate::client::Client;
use crate::clock::BootTime;
use crate::event::{Emit, Event, LeaseId, LockEvent, LockWait, Text};
use crate::pattern::hold::Unreleased;
use crate::pattern::queue::{self, Ahead, Progress};
use crate::record::Owner;
use crate::shutdown::Shutdown;
use crate::supervise::{self, Guardian};

/// Acquires the locks, waiting as long as `params` allows, and as long as the guardian lives that is to run something then.
///
/// # Errors
/// [`Error`]; then nothing of ours is left in the queues, or, where etcd is away, it leaves with its lease.
pub async fn acquire(
    client: &Client,
    params: &Params,
    guardian: Option<&Guardian>,
    shutdown: &mut Shutdown,
    emit: Emit<'_>,
) -> Result<Acquired, Error> {
    let begun = BootTime::now();
    let names = &params.names;
    let (mode, permits) = owner::mode(params.claim);
    let owner = Owner { mode, permits, locks: names.texts_of_several(), ..params.owner.clone() };
    let wanted = queue::Params {
        names,
        claim: params.claim,
        // A record of plain strings and numbers can always be written.
        value: &serde_json::to_vec(&owner).unwrap_or_default(),
        ttl: params.ttl,
        grace: params.grace,
        wait: params.wait,
        look_every: params.look_every,
        patient: false,
        seat: None,
        session: None,
    };
    let stopped = async {
        tokio::select! {
            cause = shutdown.next() => queue::Error::Stopped(cause),
            error = supervise::failure_of(guardian) => queue::Error::Guardian(error),
        }
    };
    let acquired = queue::acquire(client, &wanted, stopped, &|progress| emit(event(names.first(), progress))).await;
    match acquired {
        Ok(turn) => Ok(Acquired::new(names.clone(), turn, BootTime::now().since(begun))),
        Err(error) => {
            if let queue::Error::Refused { name, wanted, there } = &error {
                emit(LockEvent::Refused { lock: name.text(), permits: *wanted, queue_permits: *there }.into());
            }
            Err(refused(names, error))
        }
    }
}

/// What happens on the way to several locks is told of the `first`, but for the one that is waited for.
fn event(first: &LockName, progress: Progress<'_>) -> Event {
    let key = |lease| Text::from(first.key(lease));
    match progress {
        Progress::Waiting { name, lease, ahead, .. } => waiting(name, lease, ahead),
        Progress::Requeued { lease, lost, reason } => {
            LockEvent::Requeued { lock: first.text(), key: key(lease), lease, lost_key: key(lost), reason }.into()
        }
        Progress::Etcd(change) => change.into(),
        Progress::Unreleased { lease, unreleased: Unreleased { frees_at, message } } => {
            LockEvent::Unreleased { lock: first.text(), key: key(lease), lease, frees_at, message }.into()
        }
    }
}

fn waiting(name: &LockName, lease: LeaseId, ahead: &Ahead) -> Event {
    let owner = owner::of(&ahead.holder);
    LockEvent::Waiting(LockWait {
        lock: name.text(),
        key: Text::from(name.key(lease)),
        position: ahead.position,
        holders: ahead.holders,
        holder_key: Text::from(ahead.holder.key.clone()),
        holder_host: owner.as_ref().map(|owner| owner.host.clone()),
        holder_pid: owner.as_ref().map(|owner| owner.pid),
        holder_user: owner.as_ref().map(|owner| owner.user.clone()),
        holder_command: owner.as_ref().map(|owner| owner.command.clone()),
        holder_detached: owner.as_ref().is_some_and(|owner| owner.detached),
        holder_since: owner.map(|owner| owner.since),
    })
    .into()
}
