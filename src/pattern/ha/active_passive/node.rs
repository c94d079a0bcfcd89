//! A node that stands by, leads, and stands by again.
//!
//! What must stay true: primary and secondary never run at once; while the secondary is being stopped, the lease is renewed, and
//! what is lost meanwhile is known before the primary is started.

use std::future::pending;
use std::pin::{Pin, pin};
use std::time::Duration;

use tokio::sync::{mpsc, oneshot, watch};
use tokio::time::sleep;

use super::facts::Facts;
use super::secondary::{Secondary, Stop};
use crate::client;
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
    Elected(Box<Term>, Option<Loss>),
    /// A key on the terminal has ended the secondary.
    Interrupted(Status),
}

/// How the secondary has ended: by a key on the terminal, or as it was to; or why it can't be run.
type Ended = Result<Option<Status>, supervise::Error>;

/// The secondary, beside whatever the node does meanwhile.
struct Beside<'a, F> {
    running: Pin<&'a mut F>,
    /// How it has ended, once it has.
    ended: Option<Ended>,
    /// What asks etcdpat to stop is passed on to it here.
    relay: mpsc::UnboundedSender<Cause>,
    stop: watch::Sender<Stop>,
}

impl<F: Future<Output = Ended>> Beside<'_, F> {
    /// Waits until it ends now; for ever where it has ended before.
    async fn end(&mut self) {
        if self.ended.is_some() {
            pending::<()>().await;
        }
        self.ended = Some(self.running.as_mut().await);
    }

    /// Waits until it has ended, and passes on to it what asks to stop meanwhile.
    async fn reap(&mut self, shutdown: &mut Shutdown) -> Ended {
        loop {
            if let Some(ended) = self.ended.take() {
                return ended;
            }
            tokio::select! {
                () = self.end() => {}
                cause = shutdown.next() => drop(self.relay.send(cause)),
            }
        }
    }
}

impl Member<'_> {
    /// Stands by and leads by turns, until the primary has ended with 0, or something has asked to stop.
    pub(super) async fn serve(&self, runner: &mut Runner, shutdown: &mut Shutdown) -> Result<Status, Error> {
        let (mut backoff, mut wait) = (Backoff::default(), Duration::ZERO);
        loop {
            let (term, lost) = match Box::pin(self.stand_by(wait, runner, shutdown)).await? {
                Stood::Elected(term, lost) => (*term, lost),
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
            self.facts.has_led();
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
        let ((to_standing, mut asked), (relay, mut relayed)) = (Shutdown::relay(), Shutdown::relay());
        let stop = watch::Sender::new(Stop::No);
        let secondary = Secondary { task: self.secondary, facts: self.facts, stop: stop.subscribe(), emit: self.emit };
        let mut beside = Beside { running: pin!(secondary.run(runner.lend(), &mut relayed)), ended: None, relay, stop };
        let (broken, failed) = oneshot::channel();
        let (mut broken, mut standing) = (Some(broken), pin!(self.stand(wait, failed, &mut asked)));
        let stood = loop {
            tokio::select! {
                stood = &mut standing => break stood,
                () = beside.end() => match beside.ended.take() {
                    Some(Err(error)) => {
                        beside.ended = Some(Ok(None));
                        drop(broken.take().map(|broken| broken.send(error)));
                    }
                    ended => {
                        if let Some(Ok(Some(_))) = ended {
                            let _ = to_standing.send(Cause::OutputClosed);
                        }
                        beside.ended = ended;
                    }
                },
                cause = shutdown.next() => {
                    if !cause.is_for_the_command() {
                        beside.stop.send_replace(Stop::Asked);
                        let _ = to_standing.send(cause);
                    }
                    let _ = beside.relay.send(cause);
                }
            }
        };
        match stood {
            Ok(term) => self.take_over(term, beside, shutdown).await,
            Err(error) => {
                // What asked to stop was passed on to it.
                if !matches!(error, Error::Hold(hold::Error::Stopped(_))) {
                    beside.stop.send_replace(Stop::InOrder);
                }
                match beside.reap(shutdown).await {
                    Ok(Some(status)) => Ok(Stood::Interrupted(status)),
                    Ok(None) => Err(error),
                    Err(failed) => Err(hold::Error::from(failed).into()),
                }
            }
        }
    }

    /// Stops the secondary, while the lease of the term is renewed, and what is lost meanwhile is seen.
    async fn take_over(
        &self,
        term: Term,
        mut beside: Beside<'_, impl Future<Output = Ended>>,
        shutdown: &mut Shutdown,
    ) -> Result<Stood, Error> {
        beside.stop.send_replace(Stop::InOrder);
        let mut lost = None;
        let ended = {
            let (mut ending, mut losing) = (pin!(beside.reap(shutdown)), pin!(term.hold.lost()));
            let ended = loop {
                tokio::select! {
                    ended = &mut ending => break ended,
                    loss = &mut losing, if lost.is_none() => lost = Some(loss),
                }
            };
            if lost.is_none() && self.secondary.is_some() {
                // It took its time. What is lost is said by the session, too.
                let stands = async {
                    use client::Error as E;
                    if let Err(E::LeaseGone | E::KeyGone | E::KeyTaken) = term.hold.session().verify().await {
                        pending::<()>().await;
                    }
                };
                lost = tokio::select! {
                    loss = &mut losing => Some(loss),
                    () = stands => None,
                };
            }
            ended
        };
        let ended = match ended {
            Ok(None) => return Ok(Stood::Elected(Box::new(term), lost)),
            Ok(Some(status)) => Ok(Stood::Interrupted(status)),
            Err(error) => Err(hold::Error::from(error).into()),
        };
        self.candidate.leave(term, Parting::Stopped, shutdown).await;
        ended
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
