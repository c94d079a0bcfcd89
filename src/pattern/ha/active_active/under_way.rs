//! The requests that are under way: begun, told of signals, taken in when they have ended.
//!
//! What must stay true: no more are read than are under way; an equal one that came before is over first.

use std::collections::HashMap;
use std::pin::Pin;

use futures_util::StreamExt;
use futures_util::stream::FuturesUnordered;
use tokio::sync::{mpsc, watch};

use super::job::{Done, Ended, Job};
use super::shared::Shared;
use super::worker::Output;
use super::{Error, Input, Request, Tally};
use crate::shutdown::{Cause, Shutdown};

/// All requests that are under way.
pub(super) struct UnderWay<'a, 'b, O> {
    shared: &'a Shared<'a, O>,
    tally: &'b mut Tally,
    /// Where signals for each of them go.
    relays: HashMap<u64, mpsc::UnboundedSender<Cause>>,
    /// The last of each kind: its number, and when it is over.
    latest: HashMap<Vec<u8>, (u64, watch::Receiver<()>)>,
    error: Option<Error>,
}

impl<'a, 'b, O: Output> UnderWay<'a, 'b, O> {
    pub(super) fn new(shared: &'a Shared<'a, O>, tally: &'b mut Tally) -> Self {
        Self { shared, tally, relays: HashMap::new(), latest: HashMap::new(), error: None }
    }

    /// Does them all, until there are no more, or it must stop.
    pub(super) async fn go_on(
        mut self,
        first: Request,
        input: &mut Input,
        shutdown: &mut Shutdown,
    ) -> Result<(), Error> {
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
                    None => (has_more, self.tally.complete) = (false, true),
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
                // That a process is still there must not be lost among others.
                if self.error.is_none() || error.is_unkillable() {
                    self.error = Some(error);
                }
            }
        }
    }

    fn failed(&mut self, code: u8) {
        self.tally.failed += 1;
        self.tally.first_failure.get_or_insert(code);
    }
}
