//! Active-passive: the primary runs on the leader of an election, the secondary on every other node.
//!
//! - `node`: a node that stands by, leads, and stands by again
//! - `secondary`: what runs while the node does not lead
//! - `health`: whether the node is fit to lead
//! - `facts`: what is known of the node, by all of these
//! - `presence`: what the node says of itself, in the queue or not
//! - `status`: the role of every node, and handing over to one of them
//!
//! What must stay true (docs/safety.md): the primary is the command of an election's leader, under the deadline of its
//! lease; the secondary is under no deadline, and is reaped before the primary is started; the primary is reaped before
//! the secondary is started. A node that is not healthy is not in the queue.

mod facts;
mod health;
mod node;
mod presence;
mod secondary;
mod status;

pub use health::Checking;
pub use status::{status, switch};

use crate::client::Client;
use crate::deadline::Plan;
use crate::event::{Emit, Event};
use crate::pattern::election::{Candidate, Error, Runner, Work};
use crate::pattern::{election, hold};
use crate::shutdown::Shutdown;
use crate::supervise::{Guardian, Status, Task};
use facts::Facts;
use node::Member;
use presence::Announced;

/// What a node wants.
#[derive(Clone, Debug)]
pub struct Params {
    /// Its election: it waits for ever, stands again and again, and has no slots.
    pub election: election::Params,
    /// What runs on the leader.
    pub primary: Task,
    /// What runs on every other node.
    pub secondary: Option<Task>,
    /// How it is checked; without a check it may always lead.
    pub checking: Option<Checking>,
}

/// Who runs what.
#[derive(Debug)]
pub struct Runners {
    /// The primary and the secondary, one after the other.
    pub work: Guardian,
    /// The checks, where there are any.
    pub checks: Option<Guardian>,
}

/// Is a node, until its primary has ended with 0 or something asks to stop. How the primary ended.
///
/// # Errors
/// [`Error`]; nothing of it runs then, and nothing of ours is left in etcd, or, where that is away, it leaves with its
/// lease.
pub async fn run(
    client: &Client,
    params: &Params,
    runners: Runners,
    shutdown: &mut Shutdown,
    emit: Emit<'_>,
) -> Result<Status, Error> {
    let election = &params.election;
    let plan = Plan::new(election.ttl, election.grace).map_err(hold::Error::from)?;
    let facts = Facts::new(election, params.checking.is_some());
    let told = |event: Event| {
        emit(event.clone());
        facts.note(&event, emit);
    };
    let candidate = Candidate::new(client, election, Some(facts.fit()), &told)?;
    let mut announced = Announced::claim(client, election, &candidate, &facts, shutdown).await?;
    let work =
        Work { guardian: runners.work, command: Some(params.primary.clone()), on_elected: None, on_defeat: None };
    let mut runner = Runner::new(work, plan.grace());
    let secondary = params.secondary.clone().map(|task| Task { grace: plan.grace(), ..task });
    let member = Member { candidate: &candidate, facts: &facts, secondary: secondary.as_ref(), emit: &told };
    let ended = tokio::select! {
        ended = member.serve(&mut runner, shutdown) => ended,
        never = health::check_for_ever(params.checking.as_ref(), runners.checks, &facts, emit) => never,
        never = announced.keep(&facts) => never,
    };
    announced.leave().await;
    ended
}
