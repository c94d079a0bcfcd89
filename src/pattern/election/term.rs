//! A term: what a node does while it leads, and how it leaves.
//!
//! What must stay true (docs/safety.md, rules 2 and 4): hooks and command run one after the other, under the deadline of
//! the node's lease; the key goes after the last of them has been reaped. `--on-defeat` runs once for each `--on-elected`
//! that was begun, and never without one.

use std::cell::RefCell;
use std::ffi::OsString;
use std::future::pending;
use std::os::unix::ffi::OsStringExt;
use std::time::Duration;

use etcd_client::{Compare, CompareOp, PutOptions, Txn, TxnOp};
use tokio::task::JoinHandle;

use super::Error;
use super::campaign::{Candidate, Work};
use super::requests::Received;
use crate::clock::{BootTime, millis, sleep_until};
use crate::event::{ElectEvent, Hook, Loss, Parting, Text};
use crate::pattern::hold::{self, End, Hold, Unreleased};
use crate::pattern::keys::each_read;
use crate::pattern::queue::{self, Names, Turn, split_key};
use crate::record::{Answer, Request, Successor};
use crate::shutdown::Shutdown;
use crate::supervise::{self, Guardian, Outcome, Status, Task};

/// How long those who stand before a successor may take to leave.
const MAKING_WAY: Duration = Duration::from_secs(5);
/// Between two looks at that.
const LOOK: Duration = Duration::from_millis(50);
/// Between two looks at whether somebody waits, while the leader is not fit to lead.
const NEXT_LOOK: Duration = Duration::from_millis(500);

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
    answering: RefCell<Option<JoinHandle<()>>>,
}

impl Term {
    pub(super) fn new(hold: Hold, fence: i64, environment: Vec<(OsString, OsString)>) -> Self {
        Self { hold, fence, environment, answering: RefCell::default() }
    }
}

/// What the guardian runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Role {
    Command,
    Hook(Hook),
}

/// Who runs the work.
pub(in crate::pattern) struct Runner {
    work: Work,
    /// What the guardian has made ready.
    ready: Option<Role>,
}

impl Runner {
    pub(in crate::pattern) fn new(mut work: Work, grace: Duration) -> Self {
        for task in [&mut work.command, &mut work.on_elected, &mut work.on_defeat].into_iter().flatten() {
            task.grace = grace;
        }
        Self { work, ready: None }
    }

    pub(super) fn guardian(&self) -> &Guardian {
        &self.work.guardian
    }

    /// The guardian, to run something else while the node does not lead.
    pub(in crate::pattern) fn lend(&mut self) -> &mut Guardian {
        self.ready = None;
        &mut self.work.guardian
    }

    fn task(&self, role: Role) -> Option<&Task> {
        match role {
            Role::Command => self.work.command.as_ref(),
            Role::Hook(Hook::OnElected) => self.work.on_elected.as_ref(),
            Role::Hook(Hook::OnDefeat) => self.work.on_defeat.as_ref(),
        }
    }

    /// Has the guardian make ready what comes first.
    pub(super) fn make_ready(&mut self) -> Result<(), supervise::Error> {
        let first = [Role::Hook(Hook::OnElected), Role::Command].into_iter().find(|&role| self.task(role).is_some());
        first.map_or(Ok(()), |role| self.prepare(role).map(drop))
    }

    /// The guardian, with the task made ready; nothing where there is none.
    fn prepare(&mut self, role: Role) -> Result<Option<&mut Guardian>, supervise::Error> {
        let Some(task) = self.task(role) else { return Ok(None) };
        if self.ready != Some(role) {
            let task = task.clone();
            self.work.guardian.prepare(task)?;
        }
        self.ready = Some(role);
        Ok(Some(&mut self.work.guardian))
    }

    pub(super) fn start(&mut self, role: Role) -> Result<Option<&mut Guardian>, supervise::Error> {
        self.prepare(role)?;
        self.ready = None;
        Ok(self.task(role).is_some().then_some(&mut self.work.guardian))
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
            let worked = match work.await {
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

    /// Runs `--on-defeat`. What was lost meanwhile, where it runs under the deadline.
    async fn defeat(
        &self,
        term: &Term,
        defeat: Defeat,
        runner: Option<&mut Runner>,
        shutdown: &mut Shutdown,
    ) -> Result<Option<Loss>, supervise::Error> {
        let Some(runner) = runner else { return Ok(None) };
        let Some(guardian) = runner.start(Role::Hook(Hook::OnDefeat))? else { return Ok(None) };
        let mut set = term.environment.clone();
        let (reason, still_leads) = match defeat {
            Defeat::Before(parting) => (parting.name(), "1"),
            Defeat::After(loss) => (loss.name(), "0"),
        };
        set.extend(
            [("ETCDPAT_REASON", reason), ("ETCDPAT_STILL_LEADER", still_leads)]
                .map(|(name, value)| (name.into(), value.into())),
        );
        // What asked to stop before is not for the hook, nor is the first request: the node is about to leave anyway.
        shutdown.take_note().await;
        let (relay, mut relayed) = Shutdown::relay();
        let run = async {
            match defeat {
                Defeat::Before(_) => {
                    term.hold.supervise(guardian, set, self.hook_limit(term), &mut relayed, self.emit).await
                }
                Defeat::After(_) => {
                    let limit = tokio::time::sleep(self.hook_time(term));
                    guardian.run(set, None, pending(), limit, &mut relayed, self.emit).await
                }
            }
        };
        tokio::pin!(run);
        let outcome = loop {
            let was_asked = shutdown.asked().is_some();
            tokio::select! {
                ended = &mut run => break ended?,
                cause = shutdown.next() => if was_asked {
                    let _ = relay.send(cause);
                },
            }
        };
        if outcome.lost.is_none() {
            self.has_succeeded(Hook::OnDefeat, outcome);
        }
        Ok(outcome.lost)
    }

    /// Whether a hook did what it is for; that it did not is told.
    fn has_succeeded(&self, hook: Hook, outcome: Outcome) -> bool {
        if outcome.status == Status::Code(0) {
            return true;
        }
        let (code, too_long) = (outcome.status.as_shell(), outcome.asked);
        self.tell(ElectEvent::HookFailed { election: self.name().text(), hook, code, too_long });
        false
    }

    /// How long a hook may take: as long as the lease lasts that it begins under, without a renewal.
    async fn hook_limit(&self, term: &Term) {
        sleep_until(self.plan.schedule(term.hold.session().deadline()).term_at).await;
    }

    /// The same in all, for one that runs under no lease.
    fn hook_time(&self, term: &Term) -> Duration {
        term.hold.session().ttl().saturating_sub(self.plan.margin() + self.plan.grace())
    }

    /// Waits until the leader is to leave: somebody asks for it, or it is not fit to lead.
    async fn to_leave(&self, term: &Term, answered: i64) -> Why {
        tokio::select! {
            received = self.asked(term, answered) => Why::Asked(received),
            () = self.to_give_way(term) => Why::Unfit,
        }
    }

    /// Waits until the leader is not fit to lead while another candidate waits: those in the queue are.
    async fn to_give_way(&self, term: &Term) {
        loop {
            self.until(false).await;
            match self.read().await {
                Ok(standing) => {
                    let mut others = standing.candidates.iter().map(|(one, _)| one);
                    if others.any(|one| one.fence > term.fence && one.stands) {
                        return;
                    }
                }
                Err(error) => tracing::debug!(%error, "reading who stands"),
            }
            tokio::time::sleep(NEXT_LOOK).await;
        }
    }

    /// Waits until somebody asks the leader to leave, and, where it is to hand over, its successor is next.
    pub(super) async fn asked(&self, term: &Term, mut answered: i64) -> Received {
        loop {
            let received = self.requests.to_leader(term.fence, answered).await;
            let Request { to, host, pid, user } = received.request.clone();
            self.tell(ElectEvent::Asked {
                election: self.name().text(),
                id: self.id(),
                fence: term.fence,
                to: to.as_ref().map(|to| to.id.clone()),
                host,
                pid,
                user,
            });
            self.answer(term, &Answer::UnderWay).await;
            let Some(successor) = to else { return received };
            match self.make_way(term, &successor).await {
                Ok(()) => return received,
                Err(why) => self.lead_on(term, why).await,
            }
            answered = received.revision;
        }
    }

    /// Waits until nobody stands between the leader and its successor. Nobody comes between them either: create revisions
    /// only grow.
    async fn make_way(&self, term: &Term, successor: &Successor) -> Result<(), String> {
        let end = BootTime::now() + MAKING_WAY;
        loop {
            let between = match self.read().await {
                Ok(standing) => {
                    let mut candidates = standing.candidates.iter().map(|(one, _)| one);
                    if !candidates.clone().any(|one| one.fence == successor.fence && one.stands) {
                        return Err(format!("{} does not stand any more", successor.id));
                    }
                    candidates.by_ref().filter(|one| term.fence < one.fence && one.fence < successor.fence).count()
                }
                Err(error) => {
                    tracing::debug!(%error, "reading who stands");
                    1
                }
            };
            if between == 0 {
                return Ok(());
            }
            if BootTime::now() >= end {
                return Err(format!("{between} candidates before {} have not left their places", successor.id));
            }
            tokio::time::sleep(LOOK).await;
        }
    }

    /// Deletes the leader's key, if its successor still stands: that one leads then. Where no server says what has become
    /// of that, the key may be gone, and the node must not lead on.
    async fn hand_over(&self, term: &Term, successor: &Successor) -> Result<(), String> {
        let key = self.name().key(term.hold.lease());
        let made = |key: &[u8], fence| Compare::create_revision(key, CompareOp::Equal, fence);
        let (next, next_lease) = (successor.key.raw(), split_key(successor.key.raw()).map_or(0, |(_, lease)| lease.0));
        // One that was written again without its lease is nobody's, and would block the queue.
        let stands = Compare::lease(next, CompareOp::Equal, next_lease);
        let unchanged = [made(&key, term.fence), made(next, successor.fence), stands];
        let delete = Txn::new().when(unchanged).and_then([TxnOp::delete(key.clone(), None)]);
        let is_there = match self.client.txn(delete.or_else([TxnOp::get(key, None)])).await {
            // An attempt whose answer was lost may have deleted it.
            Ok(answer) => !answer.succeeded() && each_read(&answer).flatten().next().is_some(),
            Err(error) => {
                tracing::debug!(%error, "handing over");
                false
            }
        };
        if is_there { Err(format!("{} does not stand any more", successor.id)) } else { Ok(()) }
    }

    /// Says that it leads on, and why.
    async fn lead_on(&self, term: &Term, why: String) {
        self.answer(term, &Answer::Refused { why: why.clone().into() }).await;
        self.tell(ElectEvent::LeadsOn {
            election: self.name().text(),
            id: self.id(),
            fence: term.fence,
            message: why.into(),
        });
    }

    /// Answers a request, on the leader's lease: after the answer before, and while the leader goes on. Whoever asks sees by the
    /// leader's key, too, what has become of it.
    async fn answer(&self, term: &Term, answer: &Answer) {
        let before = term.answering.take();
        if let Some(before) = before {
            let _ = before.await;
        }
        let value = serde_json::to_vec(answer).unwrap_or_default();
        let on_lease = PutOptions::new().with_lease(term.hold.lease().0);
        let put = Txn::new().and_then([TxnOp::put(self.state.answer(term.fence), value, Some(on_lease))]);
        let client = self.client.clone();
        term.answering.replace(Some(tokio::spawn(async move {
            if let Err(error) = client.txn(put).await {
                tracing::debug!(%error, "answering a request");
            }
        })));
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

/// When `--on-defeat` runs, and why.
#[derive(Clone, Copy)]
enum Defeat {
    /// While the node still leads.
    Before(Parting),
    /// When another one may lead already.
    After(Loss),
}
