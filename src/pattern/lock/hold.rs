//! What is done with locks that are held: a child is run under them, or they are simply held; then they are released.
//!
//! What must stay true: release comes after the child's whole tree is reaped, on every path.

use std::ffi::OsString;
use std::os::unix::ffi::OsStringExt;
use std::time::Duration;

use super::{Error, LockName, LockNames};
use crate::client::{self, Client};
use crate::clock::{BootTime, millis};
use crate::deadline::Plan;
use crate::event::{Emit, Event, Loss, Text, Time};
use crate::pattern::deletion::Deletion;
use crate::pattern::tenure::{self, Unreleased};
use crate::session::Session;
use crate::shutdown::Shutdown;
use crate::supervise::{Guardian, Status};

/// A child shorter than this costs no watch on its locks' keys.
const WATCH_AFTER: Duration = Duration::from_millis(50);
/// Between two looks at the key while its watch can't be had.
const PAUSE: Duration = Duration::from_millis(200);

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
        let lost = ran.as_ref().ok().and_then(|outcome| outcome.lost);
        if let Some(reason) = lost {
            emit(self.lost(reason));
        }
        let names = self.names.clone();
        self.release(shutdown, emit).await;
        match lost {
            Some(loss) => Err(Error::Lost { names, loss }),
            None => Ok(ran?.status),
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
        if let Some(reason) = lost {
            emit(self.lost(reason));
        }
        let names = self.names.clone();
        self.release(shutdown, emit).await;
        lost.map_or(Ok(()), |loss| Err(Error::Lost { names, loss }))
    }

    /// Gives the lock up: revokes its lease, retried until its deadline. Another request to stop leaves it a second
    /// more.
    pub async fn release(self, shutdown: &mut Shutdown, emit: Emit<'_>) -> Released {
        let (lock, key, lease) = (self.names.first().text(), Text(self.key()), self.session.lease());
        let (fence, held_ms) = (self.fence, Some(millis(BootTime::now().since(self.since))));
        match tenure::release(self.session, shutdown).await {
            Ok(()) => {
                emit(Event::LockReleased { lock, key, lease, fence, held_ms });
                Released::Now
            }
            Err(Unreleased { frees_at, message }) => {
                emit(Event::LockUnreleased { lock, key, lease, frees_at, message });
                Released::Later
            }
        }
    }

    pub(super) fn acquired(&self, deadline: Option<Time>) -> Event {
        Event::LockAcquired {
            lock: self.names.first().text(),
            locks: self.names.texts_of_several(),
            key: Text(self.key()),
            lease: self.session.lease(),
            fence: self.fence,
            ttl: self.session.ttl().as_secs(),
            waited_ms: millis(self.waited),
            deadline,
        }
    }

    fn lost(&self, reason: Loss) -> Event {
        let (lock, key) = (self.names.first().text(), Text(self.key()));
        Event::LockLost { lock, key, lease: self.session.lease(), fence: self.fence, reason }
    }

    /// Waits until the server says that the lease or a key is gone: losing one key is losing all.
    async fn gone(&self) -> Loss {
        tokio::select! {
            loss = self.session.gone() => loss,
            () = self.a_key_deleted() => {
                if Box::pin(self.lease_is_alive()).await { Loss::Deleted } else { self.session.loss_now() }
            }
        }
    }

    async fn a_key_deleted(&self) {
        tokio::time::sleep(WATCH_AFTER).await;
        loop {
            // In a box: the space for it would be carried along by every command, and most are shorter.
            match Box::pin(self.watch_keys()).await {
                Ok(()) => return,
                Err(error) => tracing::debug!(%error, "watching the locks' keys"),
            }
            tokio::time::sleep(PAUSE).await;
        }
    }

    async fn watch_keys(&self) -> Result<(), client::Error> {
        let mut deletion = Deletion::watch(&self.client, &self.keys()).await?;
        // Under the watch, which sees only what comes.
        if deletion.covered_from > self.proved_at + 1 {
            for key in self.keys() {
                let read = self.client.get(&key, None).await?;
                if read.kvs().first().is_none_or(|kv| kv.create_revision() != self.fence) {
                    return Ok(());
                }
            }
        }
        deletion.happened().await
    }

    /// For the reason's sake only: the key is gone either way. Quick, because the child is still running.
    async fn lease_is_alive(&self) -> bool {
        let asked = self.client.time_to_live(self.session.lease().0, false);
        matches!(tokio::time::timeout(Duration::from_millis(100), asked).await, Ok(Ok(lease)) if lease.ttl() > 0)
    }
}
