//! An instance: it joins, owns its shards, and joins again when its lease was lost.
//!
//! What must stay true: the lease is revoked, or another one taken, only when every command's tree is reaped; the end of
//! one membership is complete before the next one begins.

use std::cell::Cell;
use std::collections::BTreeMap;
use std::rc::Rc;
use std::time::Duration;

use futures_util::StreamExt;
use futures_util::stream::FuturesUnordered;
use tokio::sync::{Mutex, Semaphore, mpsc};

use super::bars::Bars;
use super::desk::{Desk, Phase, Slot};
use super::membership::{Membership, join};
use super::owned::Owned;
use super::owned_file::OwnedFile;
use super::planner::Planner;
use super::state::State;
use super::{Error, OnChange, Params};
use crate::client::Client;
use crate::clock::millis;
use crate::event::{Emit, LeaseId, Loss, ShardedEvent, Text};
use crate::pattern::ha::backoff::Backoff;
use crate::pattern::hold::{self, Unreleased};
use crate::pattern::outage::Pauses;
use crate::shutdown::{Cause, Shutdown};
use crate::supervise::ForkServer;

/// An instance: what does not change while it takes part.
pub(super) struct Group<'a> {
    pub(super) client: &'a Client,
    pub(super) params: &'a Params,
    pub(super) id: Text,
    pub(super) state: State,
    pub(super) forks: &'a ForkServer,
    pub(super) bars: Bars,
    /// Whether it has ever joined.
    has_joined: Cell<bool>,
    /// Whether a command has ever run.
    pub(super) has_run: Cell<bool>,
    /// The lease of a membership that was lost, where no server has confirmed that it is revoked.
    pub(super) left_over: Cell<Option<LeaseId>>,
    /// One guardian is started after the other.
    pub(super) starts: Semaphore,
    /// Where one command has all shards.
    pub(super) common: Option<Common>,
    pub(super) emit: Emit<'a>,
}

/// What the one command of all shards needs, over all memberships.
pub(super) struct Common {
    on_change: OnChange,
    /// One command at a time.
    file: Mutex<OwnedFile>,
}

/// How one membership has ended.
enum End {
    /// Something has asked for it.
    Stopped,
    /// The lease was lost.
    Lost,
    /// The same, while it was stopping.
    LostWhileLeaving(Loss),
}

/// Takes part in the group until something asks to stop.
///
/// # Errors
/// [`Error`]; nothing runs any more then, and nothing of ours is left, or, where etcd is away, it goes with its lease.
pub async fn run(
    client: &Client,
    params: &Params,
    forks: &ForkServer,
    shutdown: &mut Shutdown,
    emit: Emit<'_>,
) -> Result<(), Error> {
    let (id, state) = (Text::from(params.id.clone()), State::new(&params.state_root, &params.name));
    let common = match params.common {
        Some(on_change) => Some(Common { on_change, file: Mutex::new(OwnedFile::new().map_err(Error::OwnedFile)?) }),
        None => None,
    };
    let group = Group {
        client,
        params,
        id,
        state,
        forks,
        bars: Bars::default(),
        has_joined: Cell::new(false),
        has_run: Cell::new(false),
        left_over: Cell::new(None),
        starts: Semaphore::new(1),
        common,
        emit,
    };
    let mut backoff = Backoff::default();
    loop {
        let failure = match Box::pin(group.take_part(shutdown)).await {
            Ok(End::Stopped) => return Ok(()),
            Ok(End::LostWhileLeaving(loss)) => {
                let what = format!("{} was", params.name);
                return Err(hold::Error::Lost { what, loss }.into());
            }
            Ok(End::Lost) => {
                backoff = Backoff::default();
                continue;
            }
            Err(Error::Client(failed)) if group.has_joined.get() && !failed.error.is_denial() => failed,
            Err(error) => return Err(error),
        };
        let pause = backoff.after(Duration::ZERO);
        group.tell(ShardedEvent::Retrying {
            group: params.name.text(),
            id: group.id.clone(),
            wait_ms: millis(pause),
            message: format!("{failure}: {}", failure.error).into(),
        });
        tokio::select! {
            () = tokio::time::sleep(pause) => {}
            cause = group.asked_to_leave(shutdown) => return Err(hold::Error::Stopped(cause).into()),
        }
    }
}

/// Whether an instance leaves for it. (SIGHUP is for the commands.)
pub(super) fn is_to_leave(cause: Cause) -> bool {
    cause.is_to_end() || cause == Cause::OutputClosed
}

/// The first error of two, unless the second says that a process is still there: that must not be lost.
fn graver(first: Result<(), Error>, second: Result<(), Error>) -> Result<(), Error> {
    if second.as_ref().is_err_and(Error::is_unkillable) { second } else { first.and(second) }
}

impl Group<'_> {
    pub(super) fn tell(&self, event: ShardedEvent) {
        (self.emit)(event.into());
    }

    /// The key of its record.
    pub(super) fn own_key(&self) -> Vec<u8> {
        self.state.member(self.params.shards, &self.params.id)
    }

    /// Waits until something asks it to leave. What is for its commands is not, once it has joined: they may be running again
    /// soon.
    pub(super) async fn asked_to_leave(&self, shutdown: &mut Shutdown) -> Cause {
        loop {
            let cause = shutdown.next().await;
            if !self.has_joined.get() || is_to_leave(cause) {
                return cause;
            }
        }
    }

    /// Joins, and owns shards until the end.
    async fn take_part(&self, shutdown: &mut Shutdown) -> Result<End, Error> {
        let membership = join(self, &self.params.record(self.bars.all(), false), shutdown).await?;
        self.has_joined.set(true);
        self.tell(ShardedEvent::Joined {
            group: self.params.name.text(),
            id: self.id.clone(),
            lease: membership.session.lease(),
            ttl: membership.session.ttl().as_secs(),
            shards: self.params.shards,
            weight: self.params.weight.get(),
        });
        let (desk, slots) = Desk::new();
        let own = Box::pin(self.own(&membership, &desk, slots, shutdown));
        let (loss, ended) = hold::told_meanwhile(&membership.session, self.emit, own).await;
        let mut asked = None;
        match loss {
            // A process of a command is still there: the lease is renewed no more, and ends by itself.
            _ if ended.as_ref().is_err_and(Error::is_unkillable) => {
                self.tell_unreleased(&membership, Unreleased::within(membership.session.ttl(), &"a process is left"));
            }
            Some(loss) => asked = self.give_up(membership, loss, shutdown).await,
            None => self.leave(membership, shutdown).await,
        }
        ended?;
        match (loss, asked) {
            (None, _) => Ok(End::Stopped),
            (Some(loss), _) if desk.is_leaving() => Ok(End::LostWhileLeaving(loss)),
            (Some(_), Some(cause)) => Err(hold::Error::Stopped(cause).into()),
            (Some(_), None) => Ok(End::Lost),
        }
    }

    /// Owns shards until the end, and every command's tree is reaped: why the lease is lost, where it is, and what else
    /// has ended it.
    async fn own(
        &self,
        membership: &Membership,
        desk: &Desk,
        slots: mpsc::UnboundedReceiver<Rc<Slot>>,
        shutdown: &mut Shutdown,
    ) -> (Option<Loss>, Result<(), Error>) {
        let owned = Owned::new(self, membership, desk);
        let mut planner = Planner { group: self, membership, desk, away: BTreeMap::default() };
        let (mut loss, mut failure) = (None, Ok(()));
        let tended = async {
            let (tended, common) = tokio::join!(self.tend(desk, &owned, slots), self.run_common(desk, &owned));
            graver(tended, common)
        };
        let followed = planner.follow();
        let (kept, lost) = (self.keep_record(membership, desk), membership.session.lost(&membership.plan));
        tokio::pin!(tended, followed, kept, lost);
        loop {
            tokio::select! {
                biased;
                ended = &mut tended => return (loss, graver(failure, ended)),
                lost = &mut lost, if loss.is_none() => {
                    loss = Some(lost);
                    membership.session.renew_no_more();
                    desk.go_on_to(Phase::Over);
                }
                cause = shutdown.next() => {
                    if is_to_leave(cause) {
                        desk.leave();
                    }
                    desk.pass_on(cause);
                }
                error = &mut followed, if failure.is_ok() => {
                    failure = Err(error);
                    desk.go_on_to(Phase::Ending);
                }
                () = &mut kept => {}
            }
        }
    }

    /// Tends shards, each by itself, until the end has come to all of them.
    async fn tend(
        &self,
        desk: &Desk,
        owned: &Owned<'_>,
        mut slots: mpsc::UnboundedReceiver<Rc<Slot>>,
    ) -> Result<(), Error> {
        let mut tended = FuturesUnordered::new();
        let mut result = Ok(());
        loop {
            tokio::select! {
                Some(slot) = slots.recv() => tended.push(owned.tend(slot)),
                Some(ended) = tended.next() => if let Err(error) = ended {
                    desk.go_on_to(Phase::Ending);
                    result = graver(result, Err(error));
                },
                () = desk.reached(Phase::Leaving), if tended.is_empty() => return result,
            }
        }
    }

    /// Runs the one command of all shards, where there is one, until the end has come to it.
    async fn run_common(&self, desk: &Desk, owned: &Owned<'_>) -> Result<(), Error> {
        let Some(Common { on_change, file }) = &self.common else { return Ok(()) };
        let ran = Box::pin(owned.run_common(*on_change, &mut *file.lock().await)).await;
        if ran.is_err() {
            desk.go_on_to(Phase::Ending);
        }
        ran
    }

    /// Keeps what the instance says of itself, as bars come and go, and when it is about to leave. It never ends.
    async fn keep_record(&self, membership: &Membership, desk: &Desk) {
        let mut bars = self.bars.changes();
        let lifting = async {
            loop {
                let shard = self.bars.lifted().await;
                self.tell(ShardedEvent::Unbarred { group: self.params.name.text(), id: self.id.clone(), shard });
                desk.stir(shard);
            }
        };
        let writing = async {
            let mut is_leaving = false;
            loop {
                tokio::select! {
                    _ = bars.changed() => {}
                    () = desk.reached(Phase::Leaving), if !is_leaving => is_leaving = true,
                }
                let record = self.params.record(self.bars.all(), is_leaving);
                let mut pauses = Pauses::default();
                while let Err(error) = membership.put(self.client, &record).await {
                    tracing::debug!(%error, "writing the record");
                    pauses.wait().await;
                }
            }
        };
        tokio::join!(lifting, writing);
    }
}
