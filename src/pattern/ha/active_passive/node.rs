//! A node that stands by, leads, and stands by again.
//!
//! What must stay true: primary and secondary never run at once; while the secondary is being stopped, the lease is renewed, and
//! what is lost meanwhile is known before the primary is started.

use std::future::{pending, ready};
use std::pin::pin;
use std::time::Duration;

use tokio::sync::{oneshot, watch};
use tokio::time::sleep;

use super::facts::Facts;
use super::secondary::{Secondary, Stop};
use crate::clock::{BootTime, millis};
use crate::event::{ActivePassiveEvent, ElectEvent, Emit, Loss, Parting};
use crate::pattern::election::{Candidate, Error, Left, Runner, Term};
use crate::pattern::ha::backoff::Backoff;
use crate::pattern::hold;
use crate::record::Role;
use crate::shutdown::{Cause, Shutdown};
use crate::supervise::{self, Status, Task};

/// A node, with what does not change while it is one.
pub(super) struct Member<'a> {
    pub(super) candidate: &'a Candidate<'a>,
    pub(super) facts: &'a Facts,
    pub(super) secondary: Option<&'a Task>,
    pub(super) emit: Emit<'a>,
}

/// How a wait has ended; the secondary is reaped.
enum Stood {
    /// The node leads, unless that was lost meanwhile.
    Elected(Term, Option<Loss>),
    /// A key on the terminal has ended the secondary.
    Interrupted(Status),
}

/// What ended the secondary, while the node stood.
type Ended = Result<Option<Status>, supervise::Error>;

impl Member<'_> {
    /// Stands by and leads by turns, until the primary has ended with 0, or something has asked to stop.
    pub(super) async fn serve(&self, runner: &mut Runner, shutdown: &mut Shutdown) -> Result<Status, Error> {
        let (mut backoff, mut wait) = (Backoff::default(), Duration::ZERO);
        loop {
            let (term, lost) = match Box::pin(self.stand_by(wait, runner, shutdown)).await? {
                Stood::Elected(term, lost) => (term, lost),
                Stood::Interrupted(status) => return Ok(status),
            };
            wait = Duration::ZERO;
            if let Some(cause) = shutdown.asked() {
                self.candidate.leave(term, Parting::Stopped, shutdown).await;
                return Err(hold::Error::Stopped(cause).into());
            }
            let (fence, begun) = (term.fence, BootTime::now());
            self.facts.take(Role::Primary);
            let left = Box::pin(self.candidate.lead(term, lost, Some(runner), shutdown)).await;
            self.facts.stopped();
            self.facts.take(Role::Secondary);
            match left? {
                Left::Ended(status) if is_final(status) || shutdown.asked().is_some() => return Ok(status),
                Left::Ended(status) => {
                    wait = backoff.after(BootTime::now().since(begun));
                    let (name, id) = (self.facts.name.clone(), self.facts.id.clone());
                    let (code, wait_ms) = (status.as_shell(), millis(wait));
                    (self.emit)(ActivePassiveEvent::PrimaryFailed { name, id, fence, code, wait_ms }.into());
                }
                Left::Lost(lost) if shutdown.asked().is_some() => return Err(lost.into()),
                Left::Lost(_) | Left::Asked | Left::Unfit | Left::Stopped | Left::HookFailed(_) => {}
            }
            if let Some(cause) = shutdown.asked() {
                return Err(hold::Error::Stopped(cause).into());
            }
        }
    }

    /// Runs the secondary, and stands after `wait`; when elected, stops the secondary.
    async fn stand_by(&self, wait: Duration, runner: &mut Runner, shutdown: &mut Shutdown) -> Result<Stood, Error> {
        let ((to_standing, mut asked), (to_secondary, mut relayed)) = (Shutdown::relay(), Shutdown::relay());
        let stop = watch::Sender::new(Stop::No);
        let secondary = Secondary { task: self.secondary, facts: self.facts, stop: stop.subscribe(), emit: self.emit };
        let mut running = pin!(secondary.run(runner.lend(), &mut relayed));
        let (broken, failed) = oneshot::channel();
        let (mut broken, mut ended, mut interrupted) = (Some(broken), false, None);
        let mut standing = pin!(self.stand(wait, failed, &mut asked));
        let stood = loop {
            tokio::select! {
                stood = &mut standing => break stood,
                end = &mut running, if !ended => {
                    ended = true;
                    match end {
                        Ok(None) => {}
                        Ok(Some(status)) => {
                            interrupted = Some(status);
                            let _ = to_standing.send(Cause::OutputClosed);
                        }
                        Err(error) => drop(broken.take().map(|broken| broken.send(error))),
                    }
                }
                cause = shutdown.next() => {
                    if !cause.is_for_the_command() {
                        stop.send_replace(Stop::Asked);
                        let _ = to_standing.send(cause);
                    }
                    let _ = to_secondary.send(cause);
                }
            }
        };
        if !matches!(stood, Err(Error::Hold(hold::Error::Stopped(_)))) {
            stop.send_replace(Stop::InOrder);
        }
        let term = match stood {
            Ok(term) => term,
            Err(error) => {
                while !ended {
                    tokio::select! {
                        _ = &mut running => ended = true,
                        cause = shutdown.next() => drop(to_secondary.send(cause)),
                    }
                }
                return interrupted.map_or(Err(error), |status| Ok(Stood::Interrupted(status)));
            }
        };
        let mut lost = None;
        let stopped: Ended = {
            let mut losing = pin!(term.hold.lost());
            let stopped = loop {
                tokio::select! {
                    end = &mut running, if !ended => break end,
                    loss = &mut losing, if lost.is_none() => lost = Some(loss),
                    cause = shutdown.next() => drop(to_secondary.send(cause)),
                    () = ready(()), if ended => break Ok(interrupted),
                }
            };
            // That took its time.
            if lost.is_none() && self.secondary.is_some() {
                let verified = async {
                    let _ = term.hold.session().verify().await;
                };
                tokio::select! {
                    loss = &mut losing => lost = Some(loss),
                    () = verified => {}
                }
                tokio::select! {
                    biased;
                    loss = &mut losing, if lost.is_none() => lost = Some(loss),
                    () = ready(()) => {}
                }
            }
            stopped
        };
        match stopped {
            Ok(None) => Ok(Stood::Elected(term, lost)),
            Ok(Some(status)) => {
                self.candidate.leave(term, Parting::Stopped, shutdown).await;
                Ok(Stood::Interrupted(status))
            }
            Err(error) => {
                self.candidate.leave(term, Parting::Stopped, shutdown).await;
                Err(hold::Error::from(error).into())
            }
        }
    }

    /// Stands, first after `wait`, until the node is elected; what etcd refuses is tried again. `failed` says that nothing
    /// can be run.
    async fn stand(
        &self,
        mut wait: Duration,
        failed: oneshot::Receiver<supervise::Error>,
        shutdown: &mut Shutdown,
    ) -> Result<Term, Error> {
        let mut failed = pin!(async {
            match failed.await {
                Ok(error) => error,
                Err(_) => pending().await,
            }
        });
        let mut backoff = Backoff::default();
        loop {
            tokio::select! {
                () = sleep(wait) => {}
                cause = shutdown.next() => return Err(hold::Error::Stopped(cause).into()),
                error = &mut failed => return Err(hold::Error::from(error).into()),
            }
            // It has reached etcd before, and waits out whatever comes.
            match self.candidate.campaign(false, failed.as_mut(), shutdown).await {
                Err(Error::Client(failure)) if !failure.error.is_denial() => {
                    wait = backoff.after(Duration::ZERO);
                    let (election, id) = (self.facts.name.clone(), self.facts.id.clone());
                    let (wait_ms, message) = (millis(wait), failure.to_string().into());
                    (self.emit)(ElectEvent::Retrying { election, id, wait_ms, message }.into());
                }
                stood => return stood,
            }
        }
    }
}

/// Whether the primary's end is the node's: it is done, or a key on the terminal has ended it.
fn is_final(status: Status) -> bool {
    matches!(status, Status::Code(0) | Status::Interrupted { .. })
}
