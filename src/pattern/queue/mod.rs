//! Queues: first come, first served, over any number of names at once.
//!
//! It is the queue of etcd's own Go `concurrency` package, `etcdctl lock` and `elect`, and the v3lock and v3election
//! services, so that all of them respect each other: a contender is the key `NAME/<lease id in hex>`, bound to that
//! lease, ordered by create revision. What the key's value says besides the claim is the matter of the pattern that
//! uses the queue.
//!
//! - `name`: names, and the keys that belong to them
//! - `claim`: how contenders exclude each other
//! - `contender`: who stands in a queue, as data
//! - `request`: the requests that enter queues and read them, as data
//! - `contest`: taking a place in the queues, taking it anew, giving it up
//! - `wait`: waiting for one's turn
//! - `read`: reading queues without entering them
//! - `environment`: what a command is told of what is held
//!
//! What must stay true (docs/safety.md): a contender holds only on the word of a read that shows its own key and nothing
//! earlier that conflicts; a wake-up alone is never that.

mod claim;
mod contender;
mod contest;
mod environment;
mod name;
mod read;
mod request;
mod wait;

use std::num::NonZeroU32;
use std::sync::Arc;
use std::time::Duration;

pub use claim::Claim;
pub(super) use claim::is_claim;
pub(super) use contender::{Ahead, Contender, Queue};
pub(super) use environment::environment;
pub(super) use name::split_key;
pub use name::{InvalidName, Name, Names};
pub(super) use read::{QueueState, below, read};
pub(super) use wait::{Turn, acquire};

use super::hold::Unreleased;
use super::outage;
use crate::client;
use crate::deadline::Unfit;
use crate::event::{LeaseId, Loss};
use crate::session::Session;
use crate::shutdown::Cause;
use crate::supervise;

/// What is wanted of some queues.
pub(super) struct Params<'a> {
    /// Their names.
    pub(super) names: &'a Names,
    /// How others are excluded. `value` says the same.
    pub(super) claim: Claim,
    /// What the own keys' value is.
    pub(super) value: &'a [u8],
    /// The lease's TTL, whole seconds.
    pub(super) ttl: Duration,
    /// From SIGTERM to SIGKILL of a child whose time is up; by default as [`Plan::new`](crate::deadline::Plan::new) has it.
    pub(super) grace: Option<Duration>,
    /// How long to wait.
    pub(super) wait: Wait,
    /// How often to look at the queue without having been woken: a safety net, and a fresh position for people.
    pub(super) look_every: Duration,
    /// Whether an outage is waited out from the beginning on, not only once a place was taken.
    pub(super) patient: bool,
    /// What else is put on the lease, in the same transaction.
    pub(super) seat: Option<Seat<'a>>,
    /// The session on which the key is to stand, beside others: then there is one name. Without it, a session is opened.
    pub(super) session: Option<&'a Arc<Session>>,
}

/// A key beside those in the queues, which goes with their lease: whoever has put it has the only place of that kind.
#[derive(Clone, Copy)]
pub(super) struct Seat<'a> {
    pub(super) key: &'a [u8],
    pub(super) value: &'a [u8],
}

/// How long to wait for one's turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wait {
    /// Not at all: enter the queue only when that acquires.
    Not,
    /// At most this long.
    AtMost(Duration),
    /// Until it is acquired.
    ForEver,
}

/// What happens on the way.
pub(super) enum Progress<'a> {
    /// Others are before us.
    Waiting {
        /// In this queue.
        name: &'a Name,
        /// Our lease.
        lease: LeaseId,
        /// The create revision of our keys: our place.
        fence: i64,
        /// Who they are.
        ahead: &'a Ahead,
    },
    /// The place was lost, and another one was taken.
    Requeued {
        /// Our lease now.
        lease: LeaseId,
        /// The one that the lost place stood on.
        lost: LeaseId,
        /// Why it was lost.
        reason: Loss,
    },
    /// etcd is away, or back.
    Etcd(outage::Change),
    /// The place was given up, but no server has confirmed that.
    Unreleased {
        /// What it stands on.
        lease: LeaseId,
        /// Until when.
        unreleased: Unreleased,
    },
}

/// What a wait was for.
pub(super) enum Blocked {
    /// A contender before us.
    By {
        /// In this queue.
        name: Name,
        /// The first in it.
        holder: Box<Contender>,
    },
    /// etcd did not answer.
    Unanswered(client::Error),
}

/// Why the turn did not come.
pub(super) enum Error {
    /// [`Wait::Not`], and somebody is there.
    Busy {
        /// In this queue.
        name: Name,
        /// The first in it; nobody where others came and went.
        holder: Option<Box<Contender>>,
    },
    /// [`Wait::AtMost`] has passed.
    TimedOut {
        /// The wait that was allowed.
        after: Duration,
        /// What it was for when last looked.
        blocked: Option<Blocked>,
    },
    /// Others in the queue want another number of permits.
    Refused {
        /// The queue.
        name: Name,
        /// The number asked for.
        wanted: NonZeroU32,
        /// The number in the queue.
        there: NonZeroU32,
    },
    /// Somebody else has the seat.
    SeatTaken {
        /// The lease that it stands on.
        lease: LeaseId,
    },
    /// The lease on which others stand, too, is gone.
    LeaseLost(Loss),
    /// The wait was ended from outside.
    Stopped(Cause),
    /// The TTL that the server granted does not fit the grace.
    Unfit(Unfit),
    /// The guardian, which was to run something then, has failed.
    Guardian(supervise::Error),
    /// A request failed.
    Client {
        /// What it was for.
        doing: Doing,
        /// What the client says.
        error: client::Error,
    },
}

/// What a request is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Doing {
    /// Getting a lease for the own keys.
    GetLease,
    /// Entering the queues.
    Enter,
    /// Reading them.
    Read,
    /// Watching those who stand before.
    Watch,
    /// Renewing the lease.
    Renew,
}

impl Doing {
    fn failed(self) -> impl FnOnce(client::Error) -> Error {
        move |error| Error::Client { doing: self, error }
    }
}

impl From<Unfit> for Error {
    fn from(unfit: Unfit) -> Self {
        Self::Unfit(unfit)
    }
}
