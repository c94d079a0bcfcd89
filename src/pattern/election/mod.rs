//! Elections: a queue whose first candidate leads, as etcd's own Go `Election`, `etcdctl elect` and the v3election service
//! have it, so that all of them respect each other: a candidate's key is that of a queue's contender, and its value the
//! candidate's id.
//!
//! - `stand`: a node that stands, leads, and stands again
//! - `campaign`: the wait until it leads
//! - `term`: what a node does while it leads: its hooks, its command, and leaving in order
//! - `runner`: who runs command and hooks
//! - `hooks`: how long a hook may take, and what its failure means
//! - `make_way`: a leader that is to leave, and hands over
//! - `slots`: periodic work of the leader alone
//! - `requests`: what others ask of leaders and candidates
//! - `ask`: asking a leader to step down, or to hand over
//! - `observe`: every change of leadership
//! - `query`: who leads, who stands
//! - `board`: who stands, as data
//! - `state`: where the bookkeeping lies
//!
//! What must stay true (docs/safety.md): a command runs only while its node leads, as under a lock; a leader's key never
//! moves to another lease; a request names the leader's fence, so that none hits the next leader.

mod ask;
mod board;
mod campaign;
mod hooks;
mod make_way;
mod observe;
mod query;
mod requests;
mod runner;
mod slots;
mod stand;
mod state;
mod term;

use std::time::Duration;

pub use ask::{Ask, resign, transfer};
pub(super) use campaign::Candidate;
pub use observe::observe;
pub use query::{leader, status};
pub use runner::Work;
pub use slots::Periodic;
pub use stand::stand;
pub use state::slot_key;

use super::hold;
pub use super::queue::{Name, Wait};
use crate::client;
use crate::event::Text;
use crate::record::Node;
pub(super) use runner::Runner;
use state::State;
pub(super) use term::{Left, Term};

/// What a node wants of an election.
#[derive(Clone, Debug)]
pub struct Params {
    /// The election.
    pub name: Name,
    /// The prefix under which all bookkeeping lives.
    pub state_root: String,
    /// The node's id; never empty.
    pub id: Vec<u8>,
    /// What the node says of itself besides.
    pub node: Node,
    /// The lease's TTL, whole seconds.
    pub ttl: Duration,
    /// From SIGTERM to SIGKILL of its command; by default as [`Plan::new`](crate::deadline::Plan::new) has it.
    pub grace: Option<Duration>,
    /// How long to wait for the first leadership.
    pub wait: Wait,
    /// Whether it stands only once.
    pub once: bool,
    /// When the command runs, instead of once in each term.
    pub periodic: Option<Periodic>,
    /// How often to look at the queue without having been woken.
    pub look_every: Duration,
}

/// Why a node did not lead, or a question was not answered.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// [`Wait::Not`], and somebody leads.
    #[error("{leader} leads {name}")]
    Busy {
        /// The election.
        name: Name,
        /// Who leads.
        leader: Text,
    },
    /// [`Wait::AtMost`] has passed.
    #[error("not elected in {name} within {}", humantime::format_duration(*.after))]
    TimedOut {
        /// The election.
        name: Name,
        /// The wait that was allowed.
        after: Duration,
        /// Who led when last looked, for people; or that etcd is away.
        reason: Option<String>,
    },
    /// A living node has the id.
    #[error("the id {id} is in use in {name}{}", by(.holder.as_deref()))]
    IdTaken {
        /// The election.
        name: Name,
        /// The id.
        id: Text,
        /// Who has it, where that is known.
        holder: Option<Box<Node>>,
    },
    /// What an id can't be.
    #[error("{0}")]
    InvalidId(&'static str),
    /// Nobody leads.
    #[error("nobody leads {0}")]
    Vacant(Name),
    /// Another one leads.
    #[error("{leader} leads {name}, not {id}")]
    NotTheLeader {
        /// The election.
        name: Name,
        /// Who was asked about.
        id: Text,
        /// Who leads.
        leader: Text,
    },
    /// It is asked to do what it can't, and nothing was begun.
    #[error("{leader} can't {what} in {name}: {why}")]
    Refused {
        /// The election.
        name: Name,
        /// Who leads.
        leader: Text,
        /// `step down`, `hand over`.
        what: &'static str,
        /// Why not.
        why: String,
    },
    /// The leader is still there.
    #[error("{leader} still leads {name}: {why}")]
    StillLeads {
        /// The election.
        name: Name,
        /// Who leads.
        leader: Text,
        /// How far it has come.
        why: String,
        /// Whether it may hang.
        may_be_forced: bool,
    },
    /// Another one leads than was asked for.
    #[error("{leader} leads {name} now, not {id}")]
    WentToAnother {
        /// The election.
        name: Name,
        /// Who was to lead.
        id: Text,
        /// Who leads.
        leader: Text,
    },
    /// Somebody else has asked that leader for something.
    #[error("another request to the leader of {0} is under way")]
    Asked(Name),
    /// The leader is to hand over to itself.
    #[error("{id} leads {name} already")]
    ToItself {
        /// The election.
        name: Name,
        /// Who leads.
        id: Text,
    },
    /// It could not be held, or not any longer; or the command did not run.
    #[error(transparent)]
    Hold(#[from] hold::Error),
    /// A request failed.
    #[error(transparent)]
    Client(#[from] client::Failed),
}

impl Error {
    fn client(doing: &str, name: &Name, state: &State) -> impl FnOnce(client::Error) -> Self + use<> {
        let (doing, needs) =
            (format!("cannot {doing} {name}"), format!("readwrite --prefix {name}/, {}", state.permission()));
        move |error| client::Failed { doing, needs, error }.into()
    }
}

fn by(holder: Option<&Node>) -> String {
    holder.map(|Node { host, pid, user, .. }| format!(" by {user}@{host} (pid {pid})")).unwrap_or_default()
}

/// Checks an id.
///
/// # Errors
/// [`Error::InvalidId`].
pub fn check_id(id: &[u8]) -> Result<(), Error> {
    match id {
        [] => Err(Error::InvalidId("an id must not be empty")),
        id if id.contains(&0) => Err(Error::InvalidId("an id must not contain a NUL byte")),
        // A lock's waiters would take it for a shared claim.
        id if super::queue::is_claim(id) => Err(Error::InvalidId("an id must not read as a lock's record")),
        _ => Ok(()),
    }
}
