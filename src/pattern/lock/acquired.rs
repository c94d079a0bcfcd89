//! Locks that were acquired: a command is run under them, or they are simply held; then they are released.

use std::ffi::OsString;
use std::time::Duration;

use super::{Error, LockNames, was};
use crate::clock::millis;
use crate::event::{Emit, Event, LeaseId, LockEvent, Text, Time};
use crate::pattern::hold::{End, Hold, Unreleased};
use crate::pattern::queue::{self, Turn};
use crate::shutdown::Shutdown;
use crate::supervise::{Guardian, Status};

/// One lock that was acquired, or several at once. Dropping it stops the renewal of its lease; use
/// [`Acquired::release`] or one of the methods that end with it.
#[derive(Debug)]
pub struct Acquired {
    pub(super) names: LockNames,
    pub(super) hold: Hold,
    fence: i64,
    /// The revision of the answer that proved ownership.
    proved_at: i64,
    /// From the first request to that answer.
    waited: Duration,
}

/// What events say of it.
struct Subject {
    lock: Text,
    key: Text,
    lease: LeaseId,
    fence: i64,
}

impl Acquired {
    pub(super) fn new(names: LockNames, turn: Turn, waited: Duration) -> Self {
        let Turn { hold, fence, read_at } = turn;
        Self { names, hold, fence, proved_at: read_at, waited }
    }

    /// The key that holds the first lock.
    pub fn key(&self) -> Vec<u8> {
        self.names.first().key(self.hold.lease())
    }

    /// The keys that hold the locks, in the order of their names.
    pub fn keys(&self) -> Vec<Vec<u8>> {
        self.names.keys(self.hold.lease())
    }

    /// The keys' create revision, which grows from holder to holder: what a guarded write compares.
    pub fn fence(&self) -> i64 {
        self.fence
    }

    /// What a child is told of its locks: names and values of environment variables.
    pub fn environment(&self) -> Vec<(OsString, OsString)> {
        queue::environment(&self.names, self.hold.lease(), self.fence, self.proved_at)
    }

    /// Runs what the guardian has prepared while the lock is held, then releases it. How the command itself ended.
    ///
    /// # Errors
    /// As [`Hold::run`].
    pub async fn run(self, guardian: Guardian, shutdown: &mut Shutdown, emit: Emit<'_>) -> Result<Status, Error> {
        emit(self.acquired(None));
        let (set, what, subject) = (self.environment(), was(&self.names), self.subject());
        let ran = self.hold.run(what, guardian, set, shutdown, emit, |end| emit(subject.event(end))).await;
        Ok(ran?)
    }

    /// Holds the lock until something asks to stop, then releases it.
    ///
    /// # Errors
    /// As [`Hold::wait`].
    pub async fn wait(self, shutdown: &mut Shutdown, emit: Emit<'_>) -> Result<(), Error> {
        emit(self.acquired(None));
        let (what, subject) = (was(&self.names), self.subject());
        Ok(self.hold.wait(what, shutdown, emit, |end| emit(subject.event(end))).await?)
    }

    /// Gives the lock up, as [`Hold::release`] does. Whether that was confirmed.
    pub async fn release(self, shutdown: &mut Shutdown, emit: Emit<'_>) -> bool {
        let subject = self.subject();
        self.hold.release(shutdown, |end| emit(subject.event(end))).await
    }

    pub(super) fn acquired(&self, deadline: Option<Time>) -> Event {
        let Subject { lock, key, lease, fence } = self.subject();
        LockEvent::Acquired {
            lock,
            locks: self.names.texts_of_several(),
            key,
            lease,
            fence,
            ttl: self.hold.session().ttl().as_secs(),
            waited_ms: millis(self.waited),
            deadline,
        }
        .into()
    }

    fn subject(&self) -> Subject {
        let (lock, key) = (self.names.first().text(), Text::from(self.key()));
        Subject { lock, key, lease: self.hold.lease(), fence: self.fence }
    }
}

impl Subject {
    fn event(&self, end: End) -> Event {
        let (lock, key, lease, fence) = (self.lock.clone(), self.key.clone(), self.lease, self.fence);
        let event = match end {
            End::Etcd(change) => return change.into(),
            End::Lost(reason) => LockEvent::Lost { lock, key, lease, fence, reason },
            End::Released { held } => LockEvent::Released { lock, key, lease, fence, held_ms: Some(millis(held)) },
            End::Unreleased(Unreleased { frees_at, message }) => {
                LockEvent::Unreleased { lock, key, lease, frees_at, message }
            }
        };
        event.into()
    }
}
