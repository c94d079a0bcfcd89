//! The command of a shard that is owned: started, started again when it has ended, and given up when it keeps failing.
//!
//! What must stay true: before every start, a read shows that the shard is still owned and the plan unchanged; whatever
//! ends the work, nothing of the command is left.

use std::ffi::OsString;
use std::os::unix::ffi::OsStringExt;
use std::time::Duration;

use super::Error;
use super::attempts::Attempts;
use super::desk::{Phase, Slot};
use super::owned::{Owned, Parting, Shard};
use crate::client;
use crate::clock::{BootTime, millis};
use crate::event::{Loss, Release, ShardedEvent};
use crate::pattern::hold;
use crate::pattern::outage::Pauses;
use crate::pattern::queue::environment;
use crate::shutdown::Shutdown;
use crate::supervise::{self, Guardian, Outcome};

/// One that has run for so long runs well: its bars are forgotten.
pub(super) const WELL: Duration = Duration::from_secs(60);

/// How one run of it has ended.
enum Ran {
    /// By itself, or it could not be started, with this code.
    Ended(u8),
    /// For want of time before the deadline.
    OutOfTime,
    Parting(Parting),
}

impl Owned<'_> {
    /// Runs the shard's command, as long as the shard is owned.
    pub(super) async fn work(&self, slot: &Slot, shard: &Shard) -> Result<Parting, Error> {
        let mut attempts = Attempts::default();
        let mut guardian = None;
        loop {
            let began = BootTime::now();
            match self.run_once(slot, shard, &mut guardian).await? {
                Ran::Parting(parting) => return Ok(parting),
                Ran::OutOfTime => {
                    if !self.is_still_held().await {
                        return Ok(Parting::Over);
                    }
                }
                Ran::Ended(code) => {
                    let ran = BootTime::now().since(began);
                    if ran >= WELL {
                        self.group.bars.forget(slot.shard);
                    }
                    let Some(pause) = attempts.ended(ran) else {
                        self.bar(shard.number, shard.fence, code, attempts.failures());
                        return Ok(Parting::Released(Release::Barred));
                    };
                    self.tell_ended(shard, code, ran, pause);
                    if let Some(parting) = self.paused(slot, shard, pause).await {
                        return Ok(parting);
                    }
                }
            }
            if let Some(parting) = self.prove(slot, shard).await? {
                return Ok(parting);
            }
        }
    }

    /// Runs it once.
    async fn run_once(&self, slot: &Slot, shard: &Shard, guardian: &mut Option<Guardian>) -> Result<Ran, Error> {
        if guardian.is_none() {
            // Who has to wait for that may not have to start any more.
            let _turn = self.group.starts.acquire().await;
            if let Some(parting) = self.parting(slot) {
                return Ok(Ran::Parting(parting));
            }
            match self.group.forks.guardian().await {
                Ok(new) => *guardian = Some(new),
                Err(error) => return self.failed(error).map(Ran::Ended),
            }
        }
        let Some(running) = guardian else { return Ok(Ran::OutOfTime) };
        if let Err(error) = running.prepare(self.group.params.task.clone()) {
            *guardian = None;
            return self.failed(error.into()).map(Ran::Ended);
        }
        let (signals, mut relayed) = Shutdown::relay();
        slot.signals_to(Some(signals));
        // From here to the start nothing is awaited: a signal that comes now is passed on.
        if let Some(parting) = self.parting(slot) {
            slot.signals_to(None);
            return Ok(Ran::Parting(parting));
        }
        let set = self.variables(shard);
        let ran = shard.hold.supervise(running, set, self.to_end(slot), &mut relayed, self.group.emit).await;
        slot.signals_to(None);
        match ran {
            Ok(Outcome { lost: Some(loss), .. }) => Ok(match shard.parting_for(loss).await {
                // It may be renewed yet.
                Parting::Over => Ran::OutOfTime,
                parting => Ran::Parting(parting),
            }),
            Ok(Outcome { status, asked, .. }) => {
                self.group.has_run.set(true);
                let moved = asked.then_some(Parting::Released(Release::Moved));
                Ok(match self.parting(slot).or(moved) {
                    Some(parting) => Ran::Parting(parting),
                    None => Ran::Ended(status.as_shell()),
                })
            }
            Err(supervise::Error::TooLate) => Ok(Ran::OutOfTime),
            Err(error) => {
                // One whose guardian has died gets another one.
                *guardian = None;
                self.failed(error).map(Ran::Ended)
            }
        }
    }

    /// What a failure of the supervision means: the code of a command that has ended with it.
    pub(super) fn failed(&self, error: supervise::Error) -> Result<u8, Error> {
        use supervise::Error as E;
        let code = match &error {
            E::Unkillable { .. } => return Err(hold::Error::from(error).into()),
            // No limit of the system's: none will ever start here.
            E::NotStarted(cause) if cause.raw_os_error().is_none() => return Err(hold::Error::from(error).into()),
            E::NotFound { .. } => 127,
            E::NotExecutable { .. } => 126,
            E::GuardianDied => 137,
            _ => 125,
        };
        // Where no shard's command has ever run here, none will.
        if matches!(code, 126 | 127) && !self.group.has_run.get() {
            return Err(hold::Error::from(error).into());
        }
        tracing::debug!(%error, "running a command");
        Ok(code)
    }

    /// Waits before another start.
    async fn paused(&self, slot: &Slot, shard: &Shard, pause: Duration) -> Option<Parting> {
        tokio::select! {
            () = tokio::time::sleep(pause) => {}
            () = slot.moved() => {}
            () = self.desk.reached(Phase::Leaving) => {}
            loss = shard.hold.lost() => return Some(shard.parting_for(loss).await),
        }
        self.parting(slot)
    }

    /// Makes sure that the shard is still owned, and to be so.
    async fn prove(&self, slot: &Slot, shard: &Shard) -> Result<Option<Parting>, Error> {
        if let Some(parting) = self.is_planned(slot, shard).await? {
            return Ok(Some(parting));
        }
        let mut pauses = Pauses::default();
        loop {
            let verified = tokio::select! {
                verified = shard.hold.verify() => verified,
                () = self.desk.reached(Phase::Over) => return Ok(Some(Parting::Over)),
            };
            match verified {
                Ok(()) => return Ok(None),
                Err(client::Error::KeyGone) => return Ok(Some(shard.parting_for(Loss::Deleted).await)),
                Err(client::Error::KeyTaken) => return Ok(Some(Parting::Lost(Loss::Overwritten))),
                Err(error) => tracing::debug!(%error, "looking at the key of a shard"),
            }
            pauses.wait().await;
        }
    }

    /// Waits until the command is to end in order: its shard has moved, or something has failed. One that has got a signal
    /// ends when it likes.
    async fn to_end(&self, slot: &Slot) {
        let moved = async {
            slot.moved().await;
            if self.desk.phase() > Phase::Working {
                std::future::pending::<()>().await;
            }
        };
        tokio::select! {
            () = moved => {}
            () = self.desk.reached(Phase::Ending) => {}
        }
    }

    /// Has the shard be kept away from this instance for a while.
    pub(super) fn bar(&self, shard: u32, fence: i64, code: u8, failures: u32) {
        let bar_ms = millis(self.group.bars.add(shard));
        let (group, id) = (self.group.params.name.text(), self.group.id.clone());
        self.group.tell(ShardedEvent::Barred { group, id, shard, fence, code, failures, bar_ms });
    }

    fn tell_ended(&self, shard: &Shard, code: u8, ran: Duration, pause: Duration) {
        let (group, id) = (self.group.params.name.text(), self.group.id.clone());
        let (shard, fence) = (shard.number, shard.fence);
        let (ran_ms, wait_ms) = (millis(ran), millis(pause));
        self.group.tell(ShardedEvent::Ended { group, id, shard, fence, code, ran_ms, wait_ms });
    }

    fn variables(&self, shard: &Shard) -> Vec<(OsString, OsString)> {
        let params = self.group.params;
        let mut variables = environment(&shard.queue.clone().into(), shard.hold.lease(), shard.fence, shard.read_at);
        variables.extend([
            ("ETCDPAT_SHARD".into(), shard.number.to_string().into()),
            ("ETCDPAT_SHARDS".into(), params.shards.to_string().into()),
            ("ETCDPAT_NODE_ID".into(), OsString::from_vec(params.id.clone())),
        ]);
        variables
    }
}
