//! Locks: a queue for each name, in which contenders exclude each other in one of three modes.
//!
//! - `owner`: what a contender says of itself
//! - `acquire`: waiting for a lock
//! - `acquired`: what is done with a lock that is held
//! - `detached`: locks that no process holds
//! - `query`: status, list, check and break
//! - `follow`: a queue as it changes

mod acquire;
mod acquired;
mod detached;
mod follow;
mod owner;
mod query;

use std::num::NonZeroU32;
use std::time::Duration;

pub use acquire::acquire;
pub use acquired::Acquired;
pub use detached::{release, renew};
pub use follow::follow;
pub(super) use owner::shown;
pub use owner::{command_line, owner};
pub use query::{Broken, Holder, break_key, check, holder, list, status};

use super::hold;
use super::queue::{self, Blocked, Doing};
pub use super::queue::{Claim, InvalidName, Name as LockName, Names as LockNames, Wait};
use crate::client;
use crate::event::Text;
use crate::record::Owner;

/// What is wanted of a lock, or of several at once.
#[derive(Clone, Debug)]
pub struct Params {
    /// Their names.
    pub names: LockNames,
    /// How others are excluded.
    pub claim: Claim,
    /// The lease's TTL, whole seconds.
    pub ttl: Duration,
    /// From SIGTERM to SIGKILL of a child whose time is up; by default as [`Plan::new`](crate::deadline::Plan::new) has it.
    pub grace: Option<Duration>,
    /// How long to wait for it.
    pub wait: Wait,
    /// What the queue says of us. Its mode and its locks are filled in from `claim` and `names`.
    pub owner: Owner,
    /// How often to look at the queue without having been woken: a safety net, and a fresh position for people.
    pub look_every: Duration,
}

/// Why a lock was not acquired, or could not be asked about.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// [`Wait::Not`], and somebody is there.
    #[error("lock {name} is held by {holder}")]
    Busy {
        /// The lock.
        name: LockName,
        /// The holder, for people.
        holder: String,
    },
    /// [`Wait::AtMost`] has passed.
    #[error("{} not acquired within {}", was(.names), humantime::format_duration(*.after))]
    TimedOut {
        /// The locks.
        names: LockNames,
        /// The wait that was allowed.
        after: Duration,
        /// Who held it when last looked, for people; or that etcd is away.
        reason: Option<String>,
    },
    /// Others in the queue want another number of permits.
    #[error("lock {name} is used with {there} permits, not {wanted}")]
    Refused {
        /// The lock.
        name: LockName,
        /// The number asked for.
        wanted: NonZeroU32,
        /// The number in the queue.
        there: NonZeroU32,
    },
    /// The key does not stand in this lock's queue.
    #[error("key {key:?} does not belong to lock {name}")]
    ForeignKey {
        /// The lock.
        name: LockName,
        /// The key.
        key: Text,
    },
    /// The key can't be that of a contender: it does not end in a lease's id.
    #[error("{0:?} is not a lock's key")]
    NotAKey(Text),
    /// The lock is not held with this key (any more).
    #[error("lock {name} is not held with key {key}: {why}")]
    NotHeld {
        /// The lock.
        name: LockName,
        /// The key.
        key: Text,
        /// Why that is.
        why: String,
    },
    /// The lock is held by a process, which would lose it.
    #[error("lock {name} is held with key {key} by {who}: it ends with its command")]
    Supervised {
        /// The lock.
        name: LockName,
        /// The key.
        key: Text,
        /// Who holds it.
        who: String,
    },
    /// It could not be held, or not any longer.
    #[error(transparent)]
    Hold(#[from] hold::Error),
    /// A request failed.
    #[error(transparent)]
    Client(#[from] client::Failed),
}

impl Error {
    fn client(doing: &str, names: &LockNames, permission: &str) -> impl FnOnce(client::Error) -> Self + use<> {
        let doing = format!("cannot {doing} {}", these(names));
        let needs = names.iter().map(|name| format!("{permission} --prefix {name}/")).collect::<Vec<_>>().join(", ");
        move |error| client::Failed { doing, needs, error }.into()
    }
}

/// Why the locks were not acquired.
fn refused(names: &LockNames, error: queue::Error) -> Error {
    match error {
        queue::Error::Busy { name, holder } => {
            let holder = holder.map_or_else(|| "somebody in a hurry".to_owned(), |holder| owner::describe(&holder));
            Error::Busy { name, holder }
        }
        queue::Error::TimedOut { after, blocked } => {
            let reason = blocked.map(|blocked| match blocked {
                Blocked::By { name, holder } => format!("{name} is held by {}", owner::describe(&holder)),
                Blocked::Unanswered(error) => error.to_string(),
            });
            Error::TimedOut { names: names.clone(), after, reason }
        }
        // (A lock has no seat.)
        queue::Error::SeatTaken { .. } => {
            Error::Busy { name: names.first().clone(), holder: "somebody else".to_owned() }
        }
        queue::Error::Refused { name, wanted, there } => Error::Refused { name, wanted, there },
        queue::Error::LeaseLost(loss) => hold::Error::Lost { what: was(names), loss }.into(),
        queue::Error::Stopped(cause) => hold::Error::Stopped(cause).into(),
        queue::Error::Unfit(unfit) => hold::Error::Unfit(unfit).into(),
        queue::Error::Guardian(error) => hold::Error::from(error).into(),
        queue::Error::Client { doing, error } => {
            let doing = match doing {
                Doing::GetLease => "get a lease for",
                Doing::Enter => "enter the queue of",
                Doing::Read => "read the queue of",
                Doing::Watch => "watch the queue of",
                Doing::Renew => "renew the lease of",
            };
            Error::client(doing, names, "readwrite")(error)
        }
    }
}

/// The locks, for people.
fn these(names: &LockNames) -> String {
    format!("{} {names}", if names.are_several() { "locks" } else { "lock" })
}

/// The locks with their verb, for people.
fn was(names: &LockNames) -> String {
    format!("{} {}", these(names), if names.are_several() { "were" } else { "was" })
}
