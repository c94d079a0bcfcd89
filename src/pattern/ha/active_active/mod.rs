//! Many requests at a time, each under the lock `NAME/REQUEST`, all on one lease.
//!
//! - `under_way`: all that were begun
//! - `job`: one of them, from the wait for its lock to its output
//! - `shared`: what all of them have in common
//! - `worker`: a guardian for one after the other, and what its commands write
//! - `template`: a command with a request in it, as data
//! - `job_log`: which requests are done, in a file
//!
//! What must stay true: a command runs only while its request's lock is held; equal requests of one process run one after
//! another, in their order, and give the lock back in between; when the lease is lost, every command is stopped before its
//! deadline; no more requests are read than are under way.

mod job;
mod job_log;
mod shared;
mod template;
mod under_way;
mod worker;

use std::io;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::mpsc;

pub use job_log::{InvalidJobLog, JobLog, Resume};
pub use template::{LONGEST_REQUEST, Template};
pub use worker::{ChildStream, Output};

use crate::client::{self, Client};
use crate::clock::{BootTime, millis};
use crate::deadline::{Plan, Unfit};
use crate::event::{ActiveActiveEvent, Emit, Loss};
use crate::pattern::hold;
use crate::pattern::queue::Name;
use crate::record::Owner;
use crate::session::{self, Session};
use crate::shutdown::{Cause, Shutdown};
use crate::supervise::{self, ForkServer, Task};
use shared::Shared;
use under_way::UnderWay;

/// What is to be done with requests.
pub struct Params {
    /// The locks lie below it.
    pub name: Name,
    /// How many requests may be under way, those that wait for their locks included.
    pub jobs: usize,
    /// Whether others are begun after one has failed.
    pub keep_going: bool,
    /// The lease's TTL, whole seconds.
    pub ttl: Duration,
    /// From SIGTERM to SIGKILL.
    pub grace: Option<Duration>,
    /// The command, without a request.
    pub template: Template,
    /// Its environment. What is run, is made of the template.
    pub task: Task,
    /// What contenders say of themselves.
    pub owner: Owner,
    /// Whether the output of each request is passed on in one piece, when it has ended.
    pub grouped: bool,
}

/// A request, as it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Request {
    /// From 1 on, in the order of the input.
    pub number: u64,
    /// Without the line break. One that is too long for any command may be cut off.
    pub bytes: Vec<u8>,
}

/// What has become of all requests.
#[derive(Clone, Debug, Default)]
pub struct Tally {
    /// How many ended with 0.
    pub done: u64,
    /// With something else.
    pub failed: u64,
    /// Were stopped: their lock or the lease was lost, or etcdpat was stopped.
    pub interrupted: u64,
    /// Were read, and not begun.
    pub not_begun: u64,
    /// Were left out: the job log has them.
    pub skipped: u64,
    /// Whether all of the input was read.
    pub complete: bool,
    /// How the first that failed did, as a shell has it.
    pub first_failure: Option<u8>,
    /// A lock was lost while its command ran, or the lease of all.
    pub lost: Option<Loss>,
    /// What asked to stop.
    pub stopped: Option<Cause>,
}

/// Why no more requests can be done.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The TTL does not fit the grace.
    #[error(transparent)]
    Unfit(#[from] Unfit),
    /// A request to etcd failed.
    #[error(transparent)]
    Client(#[from] client::Failed),
    /// No command can be run.
    #[error(transparent)]
    Child(#[from] supervise::Error),
    /// The requests can't be read.
    #[error("cannot read the requests: {0}")]
    Unreadable(io::Error),
    /// The job log can't be written.
    #[error("cannot write the job log: {0}")]
    Unlogged(io::Error),
    /// The job log is of another input or command.
    #[error(transparent)]
    Changed(#[from] InvalidJobLog),
    /// The output of a command could not be kept.
    #[error("cannot keep the output of a command: {0}")]
    Output(io::Error),
}

impl Error {
    /// Whether a process of a command is still there.
    fn is_unkillable(&self) -> bool {
        matches!(self, Self::Child(supervise::Error::Unkillable { .. }))
    }
}

/// Does the requests that come, until there are no more, or it must stop. What is under way then is stopped where it must
/// be, else ends first.
///
/// # Errors
/// [`Error`]; nothing runs any more.
pub async fn run<O: Output>(
    client: &Client,
    params: &Params,
    server: &ForkServer,
    mut input: Input,
    output: &O,
    shutdown: &mut Shutdown,
    emit: Emit<'_>,
) -> Result<Tally, Error> {
    Plan::new(params.ttl, params.grace)?;
    let begun = BootTime::now();
    let mut tally = Tally::default();
    let ended = match input.first(&params.template, &mut tally, shutdown).await {
        Ok(Some(first)) => do_all(client, params, server, (first, input), &mut tally, output, shutdown, emit).await,
        ended => ended.map(drop),
    };
    emit(tally.summary(&params.name, millis(BootTime::now().since(begun))).into());
    ended.map(|()| tally)
}

/// Where requests come from, and which of them are done already.
pub struct Input {
    /// Those that come.
    pub requests: mpsc::Receiver<io::Result<Request>>,
    /// Which are done.
    pub job_log: Option<JobLog>,
}

impl Input {
    /// The first request that is not done.
    async fn first(
        &mut self,
        template: &Template,
        tally: &mut Tally,
        shutdown: &mut Shutdown,
    ) -> Result<Option<Request>, Error> {
        loop {
            tokio::select! {
                biased;
                cause = shutdown.next() => if !cause.is_for_the_command() {
                    tally.stopped = Some(cause);
                    return Ok(None);
                },
                request = self.requests.recv() => {
                    let Some(request) = request.transpose().map_err(Error::Unreadable)? else {
                        tally.complete = true;
                        return Ok(None);
                    };
                    if !self.is_done(template, &request, tally)? {
                        return Ok(Some(request));
                    }
                }
            }
        }
    }

    fn is_done(&self, template: &Template, request: &Request, tally: &mut Tally) -> Result<bool, Error> {
        let done = match &self.job_log {
            Some(log) => log.is_done(request.number, &template.line(&request.bytes))?,
            None => false,
        };
        tally.skipped += u64::from(done);
        Ok(done)
    }
}

impl Tally {
    fn summary(&self, name: &Name, took_ms: u64) -> ActiveActiveEvent {
        let Self { done, failed, interrupted, not_begun, skipped, complete, .. } = *self;
        let name = name.text();
        ActiveActiveEvent::Summary { name, done, failed, interrupted, not_begun, skipped, complete, took_ms }
    }

    /// Whether all requests have ended by themselves.
    pub fn is_whole(&self) -> bool {
        self.complete && self.interrupted == 0 && self.not_begun == 0
    }

    fn must_stop(&self, keep_going: bool) -> bool {
        self.stopped.is_some() || self.lost.is_some() || (self.first_failure.is_some() && !keep_going)
    }
}

#[allow(clippy::too_many_arguments)]
async fn do_all<O: Output>(
    client: &Client,
    params: &Params,
    server: &ForkServer,
    (first, mut input): (Request, Input),
    tally: &mut Tally,
    output: &O,
    shutdown: &mut Shutdown,
    emit: Emit<'_>,
) -> Result<(), Error> {
    let session = match open(client, params, shutdown).await {
        Ok(session) => Arc::new(session),
        Err(error) => {
            tally.not_begun += 1;
            (tally.stopped, _) = (shutdown.asked(), &error);
            return if tally.stopped.is_some() { Ok(()) } else { Err(error) };
        }
    };
    let plan = Plan::new(session.ttl(), params.grace);
    let shared = plan.map(|plan| Shared::new(client, params, server, (Arc::clone(&session), plan), output, emit));
    let ended = match &shared {
        Ok(shared) => {
            let work = UnderWay::new(shared, tally).go_on(first, &mut input, shutdown);
            hold::told_meanwhile(&session, emit, work).await
        }
        Err(unfit) => Err((*unfit).into()),
    };
    let released = match &ended {
        // A process is still there that a lock is held for: the lease is renewed no more, and ends by itself.
        Err(error) if error.is_unkillable() => {
            session.renew_no_more();
            Err(hold::Unreleased::within(session.ttl(), error))
        }
        _ => hold::release(&session, shutdown).await,
    };
    if let Err(hold::Unreleased { frees_at, message }) = released {
        let (name, lease) = (params.name.text(), session.lease());
        emit(ActiveActiveEvent::Unreleased { name, lease, frees_at, message }.into());
    }
    ended
}

/// The lease of all.
async fn open(client: &Client, params: &Params, shutdown: &mut Shutdown) -> Result<Session, Error> {
    let id = session::fresh_id();
    let opened = tokio::select! {
        opened = Session::open(client, id, params.ttl, params.name.prefix()) => opened,
        _ = shutdown.next() => Err(client::Error::LeaseGone),
    };
    if opened.is_err() {
        let _ = hold::abandon(client, id, None).await;
    }
    opened.map_err(|error| {
        let needs = format!("readwrite --prefix {}/", params.name);
        client::Failed { doing: format!("cannot get a lease for {}", params.name), needs, error }.into()
    })
}
