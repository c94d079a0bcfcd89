//! A term: what a node does while it leads, and how it leaves.
//!
//! What must stay true (docs/safety.md, rules 2 and 4): hooks and command run one after the other, under the deadline of
//! the node's lease; the key goes after the last of them has been reaped. `--on-defeat` runs once for each `--on-elected`
//! that was begun, and never without one.

use std::cell::RefCell;
use std::ffi::OsString;
use std::os::unix::ffi::OsStringExt;
use std::time::Duration;

use tokio::task::JoinHandle;

use super::Error;
use super::campaign::Candidate;
use super::hooks::Defeat;
use super::requests::Received;
use super::runner::{Role, Runner};
use crate::clock::millis;
use crate::event::{ElectEvent, Hook, Loss, Parting, Text};
use crate::pattern::hold::{self, End, Hold, Unreleased};
use crate::pattern::queue::{self, Names, Turn};
use crate::record::Request;
use crate::shutdown::Shutdown;
use crate::supervise::{self, Status};

/// How a term has ended; nothing of the work runs any more, and the place is given up.
pub(in crate::pattern) enum Left {
    /// The command has ended by itself, or for a signal.
    Ended(Status),
    /// Something has asked to stop, and there is no command.
    Stopped,
    /// Somebody has asked the node to step down.
    Asked,
    /// It is not fit to lead, and another one waits.
    Unfit,
    /// `--on-elected` has failed.
    HookFailed(Status),
    /// The leadership was lost.
    Lost(hold::Error),
}

/// Why a node works no more, while it still leads, or when it has lost that.
pub(super) enum Why {
    Ended(Status),
    Stopped,
    Asked(Received),
    Unfit,
    HookFailed(Status),
    Lost(Loss),
}

impl Why {
    fn parting(&self, shutdown: &Shutdown) -> Parting {
        match self {
            Self::Ended(_) if shutdown.asked().is_some() => Parting::Stopped,
            Self::Ended(_) | Self::Lost(_) => Parting::Ended,
            Self::Stopped => Parting::Stopped,
            Self::Asked(Received { request: Request { to: None, .. }, .. }) => Parting::Resigned,
            Self::Asked(_) => Parting::Transferred,
            Self::Unfit => Parting::Unhealthy,
            Self::HookFailed(_) => Parting::HookFailed,
        }
    }
}

/// The leadership, as long as it is held.
pub(in crate::pattern) struct Term {
    pub(in crate::pattern) hold: Hold,
    pub(in crate::pattern) fence: i64,
    /// What the command and the hooks are told of it.
    pub(super) environment: Vec<(OsString, OsString)>,
    /// The answer that is on its way: nothing waits for it but the next one.
    pub(super) answering: RefCell<Option<JoinHandle<()>>>,
}

impl Term {
    pub(super) fn new(hold: Hold, fence: i64, environment: Vec<(OsString, OsString)>) -> Self {
        Self { hold, fence, environment, answering: RefCell::default() }
    }
}

impl Candidate<'_> {
    /// Begins to lead, `waited` after the first request.
    pub(super) fn begin(&self, turn: Turn, waited: Duration) -> Term {
        let Turn { hold, fence, read_at } = turn;
        let mut environment = queue::environment(&Names::from(self.name().clone()), hold.lease(), fence, read_at);
        environment.push(("ETCDPAT_NODE_ID".into(), OsString::from_vec(self.params.id.clone())));
        self.tell(ElectEvent::Elected {
            election: self.name().text(),
            id: self.id(),
            key: self.key(&hold),
            lease: hold.lease(),
            fence,
            ttl: hold.session().ttl().as_secs(),
            waited_ms: millis(waited),
        });
        Term::new(hold, fence, environment)
    }

    /// Leads, until that ends for one reason or another. `lost`: it was lost before anything was run under it.
    ///
    /// # Errors
    /// What the node is to run can't be run.
    pub(in crate::pattern) async fn lead(
        &self,
        term: Term,
        lost: Option<Loss>,
        mut runner: Option<&mut Runner>,
        shutdown: &mut Shutdown,
    ) -> Result<Left, Error> {
        if let Some(loss) = lost {
            return self.lose(term, loss, false, runner, shutdown).await.map(Left::Lost);
        }
        let mut answered = 0;
        loop {
            let mut has_begun = false;
            let work = Box::pin(self.work(&term, answered, &mut has_begun, runner.as_deref_mut(), shutdown));
            let worked = match hold::told_meanwhile(term.hold.session(), self.emit, work).await {
                Ok(why) if !matches!(why, Why::Lost(_)) && has_begun => {
                    has_begun = false;
                    let defeat = Defeat::Before(why.parting(shutdown));
                    self.defeat(&term, defeat, runner.as_deref_mut(), shutdown)
                        .await
                        .map(|lost| lost.map_or(why, Why::Lost))
                }
                worked => worked,
            };
            let why = match worked {
                Ok(why) => why,
                Err(supervise::Error::TooLate) => Why::Lost(Loss::Unreachable),
                Err(error) => {
                    // The command could not be run; what --on-elected has done is undone.
                    let may_run = !matches!(
                        error,
                        supervise::Error::Unkillable { .. }
                            | supervise::Error::GuardianDied
                            | supervise::Error::DiedWaiting
                    );
                    if has_begun && may_run {
                        let defeat = Defeat::Before(Parting::Ended);
                        if let Err(error) = self.defeat(&term, defeat, runner, shutdown).await {
                            tracing::debug!(%error, "running --on-defeat");
                        }
                    }
                    return Err(self.fail(term, error, shutdown).await);
                }
            };
            let parting = why.parting(shutdown);
            let left = match why {
                Why::Lost(loss) => {
                    return self.lose(term, loss, has_begun, runner, shutdown).await.map(Left::Lost);
                }
                Why::Asked(Received { request: Request { to: Some(successor), .. }, revision }) => {
                    if let Err(why) = self.hand_over(&term, &successor).await
                        && shutdown.asked().is_none()
                    {
                        self.lead_on(&term, why).await;
                        answered = revision;
                        continue;
                    }
                    Left::Asked
                }
                Why::Asked(_) => Left::Asked,
                Why::Unfit => Left::Unfit,
                Why::Ended(status) => Left::Ended(status),
                Why::Stopped => Left::Stopped,
                Why::HookFailed(status) => Left::HookFailed(status),
            };
            self.leave(term, parting, shutdown).await;
            return Ok(left);
        }
    }

    /// Runs `--on-elected`, then the command, until that has ended or is to end. `answered`: the revision of the request
    /// that was answered last; `has_begun`: whether `--on-defeat` is due.
    async fn work(
        &self,
        term: &Term,
        answered: i64,
        has_begun: &mut bool,
        mut runner: Option<&mut Runner>,
        shutdown: &mut Shutdown,
    ) -> Result<Why, supervise::Error> {
        *has_begun = true;
        if let Some(runner) = runner.as_deref_mut()
            && let Some(guardian) = runner.start(Role::Hook(Hook::OnElected))?
        {
            let set = term.environment.clone();
            let ran = term.hold.supervise(guardian, set, self.hook_limit(term), shutdown, self.emit).await;
            // It was not begun.
            *has_begun = !matches!(ran, Err(supervise::Error::TooLate));
            let outcome = ran?;
            if let Some(loss) = outcome.lost {
                return Ok(Why::Lost(loss));
            } else if shutdown.asked().is_some() {
                return Ok(Why::Ended(outcome.status));
            } else if !self.has_succeeded(Hook::OnElected, outcome) {
                return Ok(Why::HookFailed(outcome.status));
            }
        }
        if let (Some(periodic), Some(runner)) = (&self.params.periodic, runner.as_deref_mut()) {
            return Box::pin(self.work_in_slots(term, periodic, answered, runner, shutdown)).await;
        }
        if let Some(runner) = runner.as_deref_mut()
            && let Some(guardian) = runner.start(Role::Command)?
        {
            let asked = RefCell::new(None);
            let end = async {
                let why = self.to_leave(term, answered).await;
                asked.replace(Some(why));
            };
            let set = term.environment.clone();
            let outcome = Box::pin(term.hold.supervise(guardian, set, end, shutdown, self.emit)).await?;
            return Ok(match (outcome.lost, asked.take()) {
                (Some(loss), _) => Why::Lost(loss),
                (None, Some(why)) if shutdown.asked().is_none() => why,
                _ => Why::Ended(outcome.status),
            });
        }
        let guardian = runner.as_deref().map(Runner::guardian);
        tokio::select! {
            loss = term.hold.lost() => Ok(Why::Lost(loss)),
            why = self.to_leave(term, answered) => Ok(why),
            error = supervise::failure_of(guardian) => Err(error),
            _ = shutdown.next() => Ok(Why::Stopped),
        }
    }

    /// Gives the leadership up in order.
    pub(in crate::pattern) async fn leave(&self, term: Term, reason: Parting, shutdown: &mut Shutdown) {
        let (key, lease, fence) = (self.key(&term.hold), term.hold.lease(), term.fence);
        let (election, id) = (self.name().text(), self.id());
        term.hold
            .release(shutdown, |end| match end {
                End::Released { held } => {
                    let (election, id, key, held_ms) = (election.clone(), id.clone(), key.clone(), millis(held));
                    self.tell(ElectEvent::Resigned { election, id, key, lease, fence, reason, held_ms });
                }
                End::Lost(reason) => self.tell_loss(&key, lease, fence, reason),
                End::Unreleased(unreleased) => self.tell_unreleased(&key, lease, unreleased),
                End::Etcd(change) => (self.emit)(change.into()),
            })
            .await;
    }

    /// Takes in that the leadership is lost, when nothing runs under it any more.
    async fn lose(
        &self,
        term: Term,
        loss: Loss,
        has_begun: bool,
        runner: Option<&mut Runner>,
        shutdown: &mut Shutdown,
    ) -> Result<hold::Error, Error> {
        // It would take the place for longer than it is of use.
        term.hold.renew_no_more();
        let loss = term.hold.reason(loss).await;
        self.tell_loss(&self.key(&term.hold), term.hold.lease(), term.fence, loss);
        let defeated =
            if has_begun { self.defeat(&term, Defeat::After(loss), runner, shutdown).await } else { Ok(None) };
        let (key, lease) = (self.key(&term.hold), term.hold.lease());
        let what = format!("the leadership of {} was", self.name());
        let lost = term
            .hold
            .give_up(what, loss, shutdown, |end| match end {
                // That it is lost was told.
                End::Lost(_) | End::Released { .. } => {}
                End::Unreleased(unreleased) => self.tell_unreleased(&key, lease, unreleased),
                End::Etcd(change) => (self.emit)(change.into()),
            })
            .await;
        defeated.map_err(hold::Error::from)?;
        Ok(lost)
    }

    /// Gives the leadership up after the supervision has failed.
    async fn fail(&self, term: Term, error: supervise::Error, shutdown: &mut Shutdown) -> Error {
        // A process of the command is still there: the lease is renewed no more, and ends by itself.
        if let supervise::Error::Unkillable { .. } = error {
            let unreleased = Unreleased::within(term.hold.session().ttl(), &error);
            self.tell_unreleased(&self.key(&term.hold), term.hold.lease(), unreleased);
        } else {
            self.leave(term, Parting::Ended, shutdown).await;
        }
        hold::Error::from(error).into()
    }

    fn key(&self, hold: &Hold) -> Text {
        Text::from(self.name().key(hold.lease()))
    }

    fn tell_loss(&self, key: &Text, lease: crate::event::LeaseId, fence: i64, reason: Loss) {
        let (election, id, key) = (self.name().text(), self.id(), key.clone());
        self.tell(ElectEvent::Lost { election, id, key, lease, fence, reason });
    }

    fn tell_unreleased(&self, key: &Text, lease: crate::event::LeaseId, unreleased: Unreleased) {
        let Unreleased { frees_at, message } = unreleased;
        let (election, key) = (self.name().text(), key.clone());
        self.tell(ElectEvent::Unreleased { election, key, lease, frees_at, message });
    }
}
