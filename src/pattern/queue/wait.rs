//! Waiting for one's turn.
//!
//! What must stay true: whatever ends the wait, no key and no lease of ours is left behind; a wake-up is only a reason
//! to look.

use std::convert::Infallible;
use std::time::Duration;

use etcd_client::{KeyValue, Txn, TxnOp, TxnOpResponse};

use super::contender::{Ahead, Place};
use super::contest::Contest;
use super::request::READS;
use super::{Doing, Error, Params, Progress, Wait};
use crate::client::{self, Client};
use crate::clock::{BootTime, sleep_until};
use crate::deadline::Plan;
use crate::event::Loss;
use crate::pattern::deletion::{Deletion, Own};
use crate::pattern::hold::Hold;
use crate::pattern::outage::TELL_AFTER;

/// A wait shorter than this costs no watch on the own keys.
const WATCH_OWN_AFTER: Duration = Duration::from_millis(50);

/// The first place in all the queues that were entered, as far as those who count are concerned: what is wanted is held.
pub(in crate::pattern) struct Turn {
    pub(in crate::pattern) hold: Hold,
    /// The keys' create revision.
    pub(in crate::pattern) fence: i64,
    /// The revision of the answer that showed it.
    pub(in crate::pattern) read_at: i64,
}

/// Enters the queues and waits for the turn in all of them, as long as `params` allows and until `ended`. What happens
/// meanwhile is told.
///
/// # Errors
/// What `ended` says, or an [`Error`]; then nothing of ours is left in the queues, or, where etcd is away, it leaves with its
/// lease.
pub(in crate::pattern) async fn acquire<E: From<Error>>(
    client: &Client,
    params: &Params<'_>,
    ended: impl Future<Output = E>,
    tell: &dyn Fn(Progress<'_>),
) -> Result<Turn, E> {
    // A grace that can't fit is refused before anything is sent.
    Plan::new(params.ttl, params.grace).map_err(Error::from)?;
    let begun = BootTime::now();
    let mut contest = Contest::new(client, params, tell);
    let end = tokio::select! {
        biased;
        acquired = contest.acquire() => match acquired {
            Ok(turn) => return Ok(turn),
            Err(error) => End::Failed(error),
        },
        ended = ended => End::Ended(ended),
        after = elapsed(begun, params.wait) => End::TimedOut(after),
    };
    contest.leave().await;
    Err(match end {
        End::Ended(ended) => ended,
        End::Failed(error) => error.into(),
        End::TimedOut(after) => Error::TimedOut { after, blocked: contest.reason_to_wait() }.into(),
    })
}

/// Why a wait ended without the turn.
enum End<E> {
    /// From outside.
    Ended(E),
    /// The wait that was allowed is over.
    TimedOut(Duration),
    Failed(Error),
}

/// Waits until the wait that is allowed is over.
async fn elapsed(begun: BootTime, wait: Wait) -> Duration {
    let Wait::AtMost(after) = wait else { return std::future::pending().await };
    sleep_until(begun + after).await;
    after
}

/// What ended a stretch of waiting.
enum Wake {
    /// Something may have changed.
    Look,
    /// The lease or a key is gone, and the place with it.
    Gone(Loss),
}

impl Contest<'_> {
    async fn acquire(&mut self) -> Result<Turn, Error> {
        let mut place = self.enter_anew(self.params.patient).await?;
        let mut told = None;
        loop {
            let Some(ahead) = &place.ahead else {
                if let Some(held) = self.hold(&place).await? {
                    return Ok(held);
                }
                place = self.look_or_reenter(&place).await?;
                continue;
            };
            if self.params.wait == Wait::Not {
                let holder = Some(Box::new(ahead.holder.clone()));
                return Err(Error::Busy { name: self.name(ahead.at).clone(), holder });
            }
            let now = (ahead.at, ahead.position, ahead.holder.fence);
            if told.replace(now) != Some(now) {
                self.blocked(place.fence, ahead);
            }
            place = match self.wait(&place, ahead).await? {
                Wake::Look => self.look_or_reenter(&place).await?,
                Wake::Gone(reason) => self.reenter(&place, reason).await?,
            };
        }
    }

    /// What is held, when a child could be started under it now; nothing when the lease had to be renewed first, so that
    /// the place is to be read again.
    async fn hold(&mut self, place: &Place) -> Result<Option<Turn>, Error> {
        let Some(session) = &self.session else { return Ok(None) };
        let plan = Plan::new(session.ttl(), self.params.grace)?;
        if !plan.may_start(BootTime::now(), session.deadline()) {
            match session.ready(&plan).await {
                Ok(()) | Err(client::Error::LeaseGone | client::Error::KeyGone | client::Error::KeyTaken) => {}
                Err(error) if error.is_outage() => {
                    self.unanswered(&error);
                    self.outage.pause().await;
                }
                Err(error) => return Err(Doing::Renew.failed()(error)),
            }
            return Ok(None);
        }
        let (keys, fence, read_at) = (self.keys(), place.fence, place.revision);
        let is_shared = self.params.session.is_some();
        let turn = |session| {
            let of_keys = if is_shared { Hold::of_keys_among_others } else { Hold::of_keys };
            Turn { hold: of_keys(self.client, session, plan, keys, fence, read_at), fence, read_at }
        };
        Ok(self.session.take().map(turn))
    }

    /// Waits until a key that blocks us is deleted or one of our own lost, the lease is gone, or it is time to look anyway.
    async fn wait(&self, place: &Place, ahead: &Ahead) -> Result<Wake, Error> {
        let Some(session) = &self.session else { return Ok(Wake::Look) };
        tokio::select! {
            loss = session.gone() => Ok(Wake::Gone(loss)),
            woken = Box::pin(self.woken(place, ahead)) => {
                match woken {
                    Ok(()) => {}
                    // A watch that broke says nothing: look, but not in a hurry.
                    Err(error) if error.may_pass() => self.blind(&error).await,
                    Err(error) => return Err(Doing::Watch.failed()(error)),
                }
                Ok(Wake::Look)
            }
            // A watch opened at the compacted revision can miss a delete (fixed in 3.4.36 and 3.5.18).
            () = tokio::time::sleep(self.params.look_every) => Ok(Wake::Look),
        }
    }

    /// Takes in that a watch broke. An outage is told by who asks, and waits.
    async fn blind(&self, error: &client::Error) {
        if !error.is_outage() {
            let change = self.blind.borrow_mut().unanswered(error);
            if let Some(change) = change {
                (self.tell)(Progress::Etcd(change));
            }
        }
        let pause = self.blind.borrow_mut().next_pause();
        tokio::time::sleep(pause).await;
    }

    /// Takes in that a watch stands, when it has stood for a while. It never ends.
    async fn sighted(&self) -> Infallible {
        tokio::time::sleep(TELL_AFTER).await;
        let change = self.blind.borrow_mut().answered();
        if let Some(change) = change {
            (self.tell)(Progress::Etcd(change));
        }
        std::future::pending().await
    }

    /// Waits until one of those keys is deleted or taken after `place` was read.
    async fn woken(&self, place: &Place, ahead: &Ahead) -> Result<(), client::Error> {
        let mut deletion = Deletion::watch_closely(self.client, &ahead.blockers).await?;
        let mut unsure = Vec::new();
        // A lower revision is that of a member that is behind, or of a store that was restored from a backup.
        if deletion.covered_from != place.revision + 1 {
            // Somebody wrote in between, most likely somewhere else. A holder may have left just then; another waiter
            // hardly, so that a look at it can wait, and most often is not needed at all.
            if ahead.near && self.any_is_gone(&ahead.blockers, None).await? {
                return Ok(());
            } else if !ahead.near {
                unsure.clone_from(&ahead.blockers);
            }
        }
        if let Ok(happened) = tokio::time::timeout(WATCH_OWN_AFTER, deletion.happened()).await {
            return happened.map(drop);
        }
        let Some(lease) = self.lease else { return Ok(()) };
        let own = Own { keys: self.keys(), lease, fence: place.fence };
        deletion.add_own(own.clone()).await?;
        unsure.extend(own.keys.iter().cloned());
        if self.any_is_gone(&unsure, Some(&own)).await? {
            return Ok(());
        }
        tokio::select! {
            happened = deletion.happened() => happened.map(drop),
            never = self.sighted() => match never {},
        }
    }

    /// Whether any of these keys is not there, or not as it must be where it is our own.
    async fn any_is_gone(&self, keys: &[Vec<u8>], own: Option<&Own>) -> Result<bool, client::Error> {
        let stands = |kv: &KeyValue| own.is_none_or(|own| own.stands(kv));
        let there =
            |one: &TxnOpResponse| matches!(one, TxnOpResponse::Get(read) if read.kvs().first().is_some_and(stands));
        for keys in keys.chunks(READS) {
            // With its value: etcd 3.7 answers a read of keys alone without their leases.
            let get = |key: &Vec<u8>| TxnOp::get(key.clone(), None);
            let read = self.client.txn(Txn::new().and_then(keys.iter().map(get).collect::<Vec<_>>())).await?;
            if !read.op_responses().iter().all(there) {
                return Ok(true);
            }
        }
        Ok(false)
    }
}
