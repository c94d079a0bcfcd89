//! The shards of one membership: each waited for, owned and given up for itself, on the one lease.
//!
//! What must stay true: a shard's key is deleted only when nothing of its command is left; a shard that is stuck delays
//! only itself.

use std::rc::Rc;
use std::time::Duration;

use tokio::sync::watch;

use super::Error;
use super::desk::{Desk, Phase, Slot};
use super::instance::Group;
use super::membership::Membership;
use super::roster::Roster;
use crate::clock::{BootTime, millis};
use crate::event::{Loss, Release, ShardedEvent, Text};
use crate::pattern::hold::{self, Hold};
use crate::pattern::outage;
use crate::pattern::queue::{self, Claim, Contender, Name, Names, Progress, Turn, Wait};
use crate::record::Owner;

/// How often to look at a queue without having been woken.
const LOOK_EVERY: Duration = Duration::from_secs(30);

/// The shards that an instance owns, or waits for.
pub(super) struct Owned<'a> {
    pub(super) group: &'a Group<'a>,
    pub(super) membership: &'a Membership,
    pub(super) desk: &'a Desk,
    /// What the one command of all shards is to have, where there is one.
    pub(super) roster: Roster,
    /// What the own keys say.
    record: Vec<u8>,
}

/// A shard that is owned.
#[derive(Debug)]
pub(super) struct Shard {
    pub(super) number: u32,
    pub(super) queue: Name,
    pub(super) hold: Hold,
    /// The create revision of its key.
    pub(super) fence: i64,
    /// The revision of the answer that proves it.
    pub(super) read_at: i64,
}

/// Why a shard is not owned any longer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Parting {
    /// It is given up in order.
    Released(Release),
    /// Its key was lost.
    Lost(Loss),
    /// With the lease.
    Over,
}

/// What ends a wait.
enum Ended {
    /// It is not to be ours any more.
    Unwanted,
    Failed(queue::Error),
}

impl From<queue::Error> for Ended {
    fn from(error: queue::Error) -> Self {
        Self::Failed(error)
    }
}

impl Shard {
    /// What it means that it is lost: its key alone, or the lease.
    pub(super) async fn parting_for(&self, loss: Loss) -> Parting {
        match self.hold.reason(loss).await {
            loss @ (Loss::Deleted | Loss::Overwritten) => Parting::Lost(loss),
            _ => Parting::Over,
        }
    }
}

impl<'a> Owned<'a> {
    pub(super) fn new(group: &'a Group<'a>, membership: &'a Membership, desk: &'a Desk) -> Self {
        let record = serde_json::to_vec(&group.params.owner).unwrap_or_default();
        Self { group, membership, desk, roster: Roster::default(), record }
    }

    /// Tends a shard until the end.
    pub(super) async fn tend(&self, slot: Rc<Slot>) -> Result<(), Error> {
        while self.is_wanted(&slot).await {
            let began = BootTime::now();
            let Some(shard) = self.acquire(&slot).await?.map(Rc::new) else { continue };
            let parting = match self.is_planned(&slot, &shard).await? {
                None => {
                    self.tell_owned(&shard, began);
                    match self.group.common {
                        None => Box::pin(self.work(&slot, &shard)).await,
                        Some(_) => match self.share(&slot, &shard).await {
                            Some(parting) => Ok(parting),
                            // The command says it.
                            None => return Ok(()),
                        },
                    }
                }
                Some(parting) => Ok(parting),
            };
            match parting {
                // A process of its command is still there: it goes with the lease.
                Err(error) if error.is_unkillable() => return Err(error),
                Err(error) => {
                    self.part(shard, Parting::Released(Release::Stopped)).await?;
                    return Err(error);
                }
                Ok(parting) => self.part(shard, parting).await?,
            }
        }
        Ok(())
    }

    /// Waits until the shard is to be this instance's; not so when the end comes first.
    async fn is_wanted(&self, slot: &Slot) -> bool {
        let mut news = slot.news();
        loop {
            if self.desk.phase() > Phase::Working {
                return false;
            }
            if *news.borrow_and_update() && !self.group.bars.has(slot.shard) {
                return true;
            }
            tokio::select! {
                _ = news.changed() => {}
                () = self.desk.reached(Phase::Leaving) => return false,
            }
        }
    }

    /// Waits in the shard's queue until it is owned; nothing when it is not to be any more.
    async fn acquire(&self, slot: &Slot) -> Result<Option<Shard>, Error> {
        let queue = self.group.state.queue(slot.shard);
        let names = Names::from(queue.clone());
        let params = self.group.params;
        let wanted = queue::Params {
            names: &names,
            claim: Claim::Exclusive,
            value: &self.record,
            ttl: params.ttl,
            grace: params.grace,
            wait: Wait::ForEver,
            look_every: LOOK_EVERY,
            patient: true,
            seat: None,
            session: Some(&self.membership.session),
        };
        // The create revision of the own key, where it is known to wait; else 0.
        let place = watch::Sender::new(0);
        let unwanted = async {
            // Not before it is known what has to be deleted then: the next key would have the same name.
            let moved = async {
                let _ = place.subscribe().wait_for(|fence| *fence != 0).await;
                slot.moved().await;
            };
            tokio::select! {
                () = moved => {}
                () = self.desk.reached(Phase::Leaving) => {}
            }
            Ended::Unwanted
        };
        let tell = |progress: Progress<'_>| match progress {
            Progress::Waiting { ahead, lease, fence, .. } => {
                place.send_replace(fence);
                self.tell_waiting(slot.shard, Text::from(queue.key(lease)), &ahead.holder);
            }
            Progress::Requeued { .. } => drop(place.send_replace(0)),
            // An outage is told by who follows the members.
            Progress::Etcd(_) | Progress::Unreleased { .. } => {}
        };
        match Box::pin(queue::acquire(self.group.client, &wanted, unwanted, &tell)).await {
            Ok(Turn { hold, fence, read_at }) => Ok(Some(Shard { number: slot.shard, queue, hold, fence, read_at })),
            Err(Ended::Unwanted) => {
                let (key, fence) = (queue.key(self.membership.session.lease()), *place.borrow());
                if fence != 0 {
                    self.withdraw(&key, fence, Some(self.membership.session.lease())).await?;
                }
                Ok(None)
            }
            Err(Ended::Failed(queue::Error::Client { error, .. })) if error.is_denial() => {
                Err(Error::client("enter the queue of a shard of", &params.name, &self.group.state)(error))
            }
            Err(Ended::Failed(queue::Error::Unfit(unfit))) => Err(hold::Error::from(unfit).into()),
            Err(Ended::Failed(_)) => {
                // That the lease is lost is for the session to find out.
                tokio::time::sleep(outage::PAUSE).await;
                Ok(None)
            }
        }
    }

    /// Looks at the plan once more, before anything is started. Why the shard is not to be ours, where it is not.
    pub(super) async fn is_planned(&self, slot: &Slot, shard: &Shard) -> Result<Option<Parting>, Error> {
        let mut news = slot.news();
        loop {
            news.borrow_and_update();
            if let Some(parting) = self.parting(slot) {
                return Ok(Some(parting));
            }
            match self.is_plan_of(self.desk.plan()).await? {
                Some(true) => return Ok(None),
                Some(false) => {}
                None => return Ok(Some(Parting::Over)),
            }
            tokio::select! {
                _ = news.changed() => {}
                () = self.desk.reached(Phase::Leaving) => {}
                loss = shard.hold.lost() => return Ok(Some(shard.parting_for(loss).await)),
            }
        }
    }

    /// Why a shard is to be given up.
    pub(super) fn parting(&self, slot: &Slot) -> Option<Parting> {
        match self.desk.phase() {
            Phase::Over => Some(Parting::Over),
            Phase::Leaving | Phase::Ending => Some(Parting::Released(Release::Stopped)),
            Phase::Working if slot.is_mine() => None,
            Phase::Working => Some(Parting::Released(Release::Moved)),
        }
    }

    /// Gives up a shard of whose command nothing is left, and tells why.
    async fn part(&self, shard: Rc<Shard>, parting: Parting) -> Result<(), Error> {
        let (lease, since, fence) = (shard.hold.lease(), shard.hold.since(), shard.fence);
        let (number, key) = (shard.number, shard.queue.key(lease));
        // From now on that the key is gone is no loss.
        drop(shard);
        // One that somebody else has written anew is in the way of all: it is ours to take away.
        let on = (!matches!(parting, Parting::Lost(Loss::Overwritten))).then_some(lease);
        if parting != Parting::Over {
            self.withdraw(&key, fence, on).await?;
        }
        let (group, id, shard, key) = (self.group.params.name.text(), self.group.id.clone(), number, Text::from(key));
        let held_ms = millis(BootTime::now().since(since));
        match parting {
            Parting::Released(reason) => {
                self.group.tell(ShardedEvent::Released { group, id, shard, key, fence, reason, held_ms });
            }
            Parting::Lost(reason) => {
                self.group.tell(ShardedEvent::ShardLost { group, id, shard, key, lease, fence, reason });
            }
            Parting::Over => {}
        }
        Ok(())
    }

    fn tell_waiting(&self, shard: u32, key: Text, holder: &Contender) {
        let (group, id) = (self.group.params.name.text(), self.group.id.clone());
        let note = serde_json::from_slice::<Owner>(&holder.value).ok().and_then(|owner| owner.note);
        let holder_key = Text::from(holder.key.clone());
        self.group.tell(ShardedEvent::Waiting { group, id, shard, key, holder: note, holder_key });
    }

    fn tell_owned(&self, shard: &Shard, began: BootTime) {
        let lease = shard.hold.lease();
        self.group.tell(ShardedEvent::Owned {
            group: self.group.params.name.text(),
            id: self.group.id.clone(),
            shard: shard.number,
            key: Text::from(shard.queue.key(lease)),
            lease,
            fence: shard.fence,
            waited_ms: millis(BootTime::now().since(began)),
        });
    }
}
