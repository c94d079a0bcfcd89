//! Many requests at a time, each under the lock `NAME/REQUEST`, all on one lease.
//!
//! - `job`: one request, from the wait for its lock to its output
//! - `template`: a command with a request in it, as data
//! - `job_log`: which requests are done, in a file
//!
//! What must stay true: a command runs only while its request's lock is held; equal requests of one process run one after
//! another, in their order, and give the lock back in between; when the lease is lost, every command is stopped before its
//! deadline; no more requests are read than are under way.

mod job;
mod job_log;
mod template;

use std::collections::HashMap;
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::time::Duration;

use futures_util::StreamExt;
use futures_util::stream::FuturesUnordered;
use tokio::sync::{mpsc, watch};

pub use job::{ChildStream, Output};
pub use job_log::{InvalidJobLog, JobLog, Resume};
pub use template::{LONGEST_REQUEST, Template};

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
use job::{Done, Ended, Job, Shared};

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
                    let Some(request) = request.transpose().map_err(Error::Unreadable)? else { return Ok(None) };
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
        let Self { done, failed, interrupted, not_begun, skipped, .. } = *self;
        ActiveActiveEvent::Summary { name: name.text(), done, failed, interrupted, not_begun, skipped, took_ms }
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
        Ok(shared) => All::new(shared, tally).go_on(first, &mut input, shutdown).await,
        Err(unfit) => Err((*unfit).into()),
    };
    if let Err(hold::Unreleased { frees_at, message }) = hold::release(&session, shutdown).await {
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

/// All requests that are under way.
struct All<'a, 'b, O> {
    shared: &'a Shared<'a, O>,
    tally: &'b mut Tally,
    /// Where signals for each of them go.
    relays: HashMap<u64, mpsc::UnboundedSender<Cause>>,
    /// The last of each kind: its number, and when it is over.
    latest: HashMap<Vec<u8>, (u64, watch::Receiver<()>)>,
    error: Option<Error>,
}

impl<'a, 'b, O: Output> All<'a, 'b, O> {
    fn new(shared: &'a Shared<'a, O>, tally: &'b mut Tally) -> Self {
        Self { shared, tally, relays: HashMap::new(), latest: HashMap::new(), error: None }
    }

    async fn go_on(mut self, first: Request, input: &mut Input, shutdown: &mut Shutdown) -> Result<(), Error> {
        let params = self.shared.params;
        let (stop, stopped) = watch::channel(false);
        let mut jobs = FuturesUnordered::new();
        jobs.push(self.begin(first, &stopped));
        let mut has_more = true;
        while !jobs.is_empty() || has_more {
            let wants_more = has_more && jobs.len() < params.jobs;
            let has_lost = self.tally.lost.is_some();
            tokio::select! {
                biased;
                cause = shutdown.next() => {
                    for relay in self.relays.values() {
                        let _ = relay.send(cause);
                    }
                    if !cause.is_for_the_command() {
                        self.tally.stopped.get_or_insert(cause);
                    }
                }
                Some((job, ended)) = jobs.next() => self.take(&job, ended, input),
                // Each command is stopped by its own hold.
                loss = self.shared.session.lost(&self.shared.plan), if !has_lost => self.tally.lost = Some(loss),
                request = input.requests.recv(), if wants_more => match request {
                    None => has_more = false,
                    Some(Err(error)) => self.error = Some(Error::Unreadable(error)),
                    Some(Ok(request)) => match input.is_done(&params.template, &request, self.tally) {
                        Ok(true) => {}
                        Ok(false) => jobs.push(self.begin(request, &stopped)),
                        Err(error) => self.error = Some(error),
                    },
                },
            }
            if self.error.is_some() || self.tally.must_stop(params.keep_going) {
                has_more = false;
                stop.send_replace(true);
            }
            self.shared.show_progress(self.tally, jobs.len());
        }
        self.error.map_or(Ok(()), Err)
    }

    /// One more is under way.
    fn begin(
        &mut self,
        request: Request,
        stopped: &watch::Receiver<bool>,
    ) -> Pin<Box<impl Future<Output = (Done, Ended)> + use<'a, O>>> {
        let (relay, relayed) = Shutdown::relay();
        let (over, when_over) = watch::channel(());
        let before = self.latest.insert(request.bytes.clone(), (request.number, when_over)).map(|(_, over)| over);
        self.relays.insert(request.number, relay);
        let (shared, stopped) = (self.shared, stopped.clone());
        Box::pin(Job::new(shared, request, stopped, relayed).run(before, over))
    }

    /// One is over.
    fn take(&mut self, job: &Done, ended: Ended, input: &mut Input) {
        let Done { request, began, took } = job;
        self.relays.remove(&request.number);
        if self.latest.get(&request.bytes).is_some_and(|(number, _)| *number == request.number) {
            self.latest.remove(&request.bytes);
        }
        match ended {
            Ended::Ran(status) => {
                if let Some(log) = &mut input.job_log {
                    let line = self.shared.params.template.line(&request.bytes);
                    if let Err(error) = log.add(request.number, *began, *took, status, &line) {
                        self.error.get_or_insert(Error::Unlogged(error));
                    }
                }
                match status.as_shell() {
                    0 => self.tally.done += 1,
                    code => self.failed(code),
                }
            }
            Ended::Refused(code) => self.failed(code),
            Ended::Lost(loss) => {
                self.tally.interrupted += 1;
                self.tally.lost.get_or_insert(loss);
            }
            Ended::Interrupted => self.tally.interrupted += 1,
            Ended::NotBegun => self.tally.not_begun += 1,
            Ended::Broken(error) => {
                self.tally.failed += 1;
                self.error.get_or_insert(error);
            }
        }
    }

    fn failed(&mut self, code: u8) {
        self.tally.failed += 1;
        self.tally.first_failure.get_or_insert(code);
    }
}
