//! What is done with locks that are held: a child is run under them, or they are simply held; then they are released.
//!
//! What must stay true: release comes after the child's whole tree is reaped, on every path.

use std::ffi::OsString;
use std::os::unix::ffi::OsStringExt;
use std::time::Duration;

use super::query::delete;
use super::{Error, LockName, LockNames};
use crate::client::{self, Client};
use crate::clock::{BootTime, millis};
use crate::deadline::Plan;
use crate::event::{Emit, Event, LockEvent, Loss, Text, Time};
use crate::pattern::deletion::{Deletion, Own};
use crate::pattern::tenure::{self, Unreleased};
use crate::session::Session;
use crate::shutdown::Shutdown;
use crate::supervise::{self, Guardian, Outcome, Status};

/// A child shorter than this costs no watch on its locks' keys.
const WATCH_AFTER: Duration = Duration::from_millis(50);
/// Between two looks at the key while its watch can't be had.
const PAUSE: Duration = Duration::from_millis(200);
/// How long the reason of a loss may be looked for, and what is left of it be cleared away, once nothing runs any more.
const AFTERMATH: Duration = Duration::from_secs(1);

/// One lock that is held, or several at once. Dropping it stops its renewal; use [`Held::release`] or one of the methods
/// that end with it.
#[derive(Debug)]
pub struct Held {
    pub(super) client: Client,
    pub(super) names: LockNames,
    pub(super) session: Session,
    pub(super) plan: Plan,
    pub(super) fence: i64,
    /// The header revision of the answer that proved ownership.
    pub(super) proved_at: i64,
    pub(super) since: BootTime,
    /// From the first request to that answer.
    pub(super) waited: Duration,
}

/// Whether a release was confirmed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Released {
    /// The key is deleted.
    Now,
    /// No server said so; the lock frees itself.
    Later,
}

impl Held {
    /// The key that holds the first lock.
    pub fn key(&self) -> Vec<u8> {
        self.names.first().key(self.session.lease())
    }

    /// The keys that hold the locks, in the order of their names.
    pub fn keys(&self) -> Vec<Vec<u8>> {
        self.names.keys(self.session.lease())
    }

    /// The keys' create revision, which grows from holder to holder: what a guarded write compares.
    pub fn fence(&self) -> i64 {
        self.fence
    }

    /// What a child is told of its locks: names and values of environment variables.
    pub fn environment(&self) -> Vec<(OsString, OsString)> {
        let text = |bytes: &[u8]| OsString::from_vec(bytes.to_vec());
        let names: Vec<_> = self.names.iter().map(LockName::as_bytes).collect();
        let key = self.key();
        [
            ("ETCDPAT_LOCK", text(names[0])),
            // All of them, a line each. Names of several locks have no line breaks.
            ("ETCDPAT_LOCKS", text(&names.join(&b'\n'))),
            ("ETCDPAT_KEY", text(&key)),
            ("ETCDPAT_KEYS", text(&self.keys().join(&b'\n'))),
            ("ETCDPAT_LEASE", self.session.lease().to_string().into()),
            ("ETCDPAT_FENCE", self.fence.to_string().into()),
            // etcdctl's names, with etcdctl's meaning.
            ("ETCD_LOCK_KEY", text(&key)),
            ("ETCD_LOCK_REV", self.proved_at.to_string().into()),
        ]
        .map(|(name, value)| (name.into(), value))
        .into()
    }

    /// Runs what the guardian has prepared while the lock is held, then releases it. How the command itself ended.
    ///
    /// # Errors
    /// [`Error::Lost`] when the lock was lost meanwhile: the command was stopped first. [`Error::Child`] when it did
    /// not run.
    pub async fn run(self, mut guardian: Guardian, shutdown: &mut Shutdown, emit: Emit<'_>) -> Result<Status, Error> {
        emit(self.acquired(None));
        let (told, gone) = (self.environment(), self.gone());
        let ran = tenure::run(&self.session, self.plan, &mut guardian, told, gone, shutdown, emit).await;
        match ran.as_ref().ok().and_then(|outcome| outcome.lost) {
            Some(loss) => Err(self.give_up(loss, shutdown, emit).await),
            None => {
                self.release_after(&ran, shutdown, emit).await;
                Ok(ran?.status)
            }
        }
    }

    /// Holds the lock until something asks to stop, then releases it.
    ///
    /// # Errors
    /// [`Error::Lost`] when the lock was lost meanwhile.
    pub async fn wait(self, shutdown: &mut Shutdown, emit: Emit<'_>) -> Result<(), Error> {
        emit(self.acquired(None));
        let lost = tokio::select! {
            _ = shutdown.next() => None,
            loss = self.session.lost(&self.plan) => Some(loss),
            loss = self.gone() => Some(loss),
        };
        match lost {
            Some(loss) => Err(self.give_up(loss, shutdown, emit).await),
            None => {
                self.release(shutdown, emit).await;
                Ok(())
            }
        }
    }

    /// Ends what is lost, when nothing runs under it any more: only now is there time to ask why.
    async fn give_up(self, seen: Loss, shutdown: &mut Shutdown, emit: Emit<'_>) -> Error {
        let loss = match seen {
            Loss::Deleted if !Box::pin(self.lease_is_alive()).await => self.session.loss_now(),
            seen => seen,
        };
        emit(self.lost(loss));
        if loss == Loss::Overwritten {
            let _ = tokio::time::timeout(AFTERMATH, clear(&self.client, &self.keys(), self.fence)).await;
        }
        let names = self.names.clone();
        self.release(shutdown, emit).await;
        Error::Lost { names, loss }
    }

    /// Gives the lock up: revokes its lease, retried until its deadline. Another request to stop leaves it a second
    /// more.
    pub async fn release(self, shutdown: &mut Shutdown, emit: Emit<'_>) -> Released {
        let nothing_runs = Ok(Outcome { status: Status::Code(0), lost: None });
        self.release_after(&nothing_runs, shutdown, emit).await
    }

    async fn release_after(
        self,
        ran: &Result<Outcome, supervise::Error>,
        shutdown: &mut Shutdown,
        emit: Emit<'_>,
    ) -> Released {
        let (lock, key, lease) = (self.names.first().text(), Text::from(self.key()), self.session.lease());
        let (fence, held_ms) = (self.fence, Some(millis(BootTime::now().since(self.since))));
        match tenure::release_after(ran, self.session, shutdown).await {
            Ok(()) => {
                emit(LockEvent::Released { lock, key, lease, fence, held_ms }.into());
                Released::Now
            }
            Err(Unreleased { frees_at, message }) => {
                emit(LockEvent::Unreleased { lock, key, lease, frees_at, message }.into());
                Released::Later
            }
        }
    }

    pub(super) fn acquired(&self, deadline: Option<Time>) -> Event {
        LockEvent::Acquired {
            lock: self.names.first().text(),
            locks: self.names.texts_of_several(),
            key: Text::from(self.key()),
            lease: self.session.lease(),
            fence: self.fence,
            ttl: self.session.ttl().as_secs(),
            waited_ms: millis(self.waited),
            deadline,
        }
        .into()
    }

    fn lost(&self, reason: Loss) -> Event {
        let (lock, key) = (self.names.first().text(), Text::from(self.key()));
        LockEvent::Lost { lock, key, lease: self.session.lease(), fence: self.fence, reason }.into()
    }

    /// Waits until the server says that the lease or a key is lost, at a renewal or by the watch on the keys: losing one
    /// key is losing all. Nothing is asked once that is known: whoever waits for this kills.
    async fn gone(&self) -> Loss {
        tokio::select! {
            loss = self.session.gone() => loss,
            loss = self.a_key_lost() => loss,
        }
    }

    async fn a_key_lost(&self) -> Loss {
        tokio::time::sleep(WATCH_AFTER).await;
        loop {
            // In a box: the space for it would be carried along by every command, and most are shorter.
            match Box::pin(self.watch_keys()).await {
                Ok(loss) => return loss,
                // A key that is not as it must be is told by the session.
                Err(error) => tracing::debug!(%error, "watching the locks' keys"),
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    async fn watch_keys(&self) -> Result<Loss, client::Error> {
        let own = Own { keys: self.keys(), lease: self.session.lease(), fence: self.fence };
        let mut deletion = Deletion::watch_own(&self.client, own).await?;
        // Under the watch, which sees only what comes. (A store that was restored may be behind.)
        if deletion.covered_from != self.proved_at + 1 {
            tokio::select! {
                happened = deletion.happened() => return happened,
                verified = self.session.verify() => verified?,
            }
        }
        deletion.happened().await
    }

    /// Whether a key that is gone went without its lease. Where no answer comes, it counts as if.
    async fn lease_is_alive(&self) -> bool {
        let asked = self.client.time_to_live(self.session.lease().0, false);
        !matches!(tokio::time::timeout(AFTERMATH, asked).await, Ok(Ok(lease)) if lease.ttl() <= 0)
    }
}

/// Deletes own keys that somebody has taken off their lease: they would not go with it, and block the queue for ever.
/// Only those that we have made: with this create revision.
pub(super) async fn clear(client: &Client, keys: &[Vec<u8>], fence: i64) {
    for key in keys {
        if let Err(error) = delete(client, key, fence, None).await {
            tracing::debug!(%error, "clearing away a key that was taken");
        }
    }
}
