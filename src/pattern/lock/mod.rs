//! Locks: one queue for each name, first come, first served.
//!
//! It is the queue of etcd's own Go `concurrency` package, `etcdctl lock` and the v3lock service, so that all of them
//! exclude each other: a contender is the key `NAME/<lease id in hex>`, bound to that lease, ordered by create revision.
//!
//! - `name`: names, and the keys that belong to them
//! - `claim`: how contenders exclude each other
//! - `queue`: who holds and who waits, as data
//! - `owner`: what a contender says of itself
//! - `enqueue`: the requests that enter queues and read them, as data
//! - `entrance`: taking a place in the queues, taking it anew, giving it up
//! - `acquire`: waiting for one's turn
//! - `hold`: what is done with a lock that is held
//! - `unattended`: locks that no process holds
//! - `query`: status, list, check and break
//! - `follow`: a queue as it changes
//!
//! What must stay true (docs/safety.md): a lock is held only on the word of a read that shows the own key and nothing
//! earlier that conflicts; a wake-up alone is never that.

mod acquire;
mod claim;
mod enqueue;
mod entrance;
mod follow;
mod hold;
mod name;
mod owner;
mod query;
mod queue;
mod unattended;

use std::num::NonZeroU32;
use std::time::Duration;

pub use acquire::acquire;
pub use claim::Claim;
pub use follow::follow;
pub use hold::{Held, Released};
pub use name::{InvalidName, LockName, LockNames};
pub use owner::owner;
pub use query::{Broken, Holder, break_key, check, holder, list, status};
pub use unattended::{release, renew};

use crate::client;
use crate::deadline::Unfit;
use crate::event::{Loss, Text};
use crate::record::Owner;
use crate::shutdown::Cause;
use crate::supervise;

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

/// How long to wait for a lock.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wait {
    /// Not at all: enter the queue only when that acquires.
    Not,
    /// At most this long.
    AtMost(Duration),
    /// Until it is acquired.
    ForEver,
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
    #[error("{names} {} not acquired within {}", names.was(), humantime::format_duration(*.after))]
    TimedOut {
        /// The locks.
        names: LockNames,
        /// The wait that was allowed.
        after: Duration,
        /// Who held it when last looked, for people; or that etcd is away.
        because: Option<String>,
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
    /// The wait was ended from outside.
    #[error("stopped while waiting")]
    Stopped(Cause),
    /// The TTL that the server granted does not fit the grace.
    #[error(transparent)]
    Unfit(#[from] Unfit),
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
    /// Lost while held; its child was stopped first.
    #[error("{names} {} lost: {loss}", names.was())]
    Lost {
        /// The locks.
        names: LockNames,
        /// Why.
        loss: Loss,
    },
    /// The child did not run, or its supervision failed.
    #[error(transparent)]
    Child(#[from] supervise::Error),
    /// A request failed.
    #[error(transparent)]
    Client(#[from] client::Failed),
}

impl Error {
    fn client(doing: &str, names: &LockNames, permission: &str) -> impl FnOnce(client::Error) -> Self + use<> {
        let doing = format!("cannot {doing} {names}");
        let needs = names.iter().map(|name| format!("{permission} --prefix {name}/")).collect::<Vec<_>>().join(", ");
        move |error| client::Failed { doing, needs, error }.into()
    }
}
