//! The one command of an instance, for all shards that it owns (`--per-instance`).
//!
//! What must stay true: a shard is given up only when the command does not work on it: it has acknowledged a generation of the
//! file without it, or nothing of the command is left; before every start, plan and keys are read once more; when the lease
//! is lost, or a key that the command may be working under, the command is killed.

use std::ffi::OsString;
use std::os::unix::ffi::OsStringExt;
use std::rc::Rc;
use std::time::Duration;

use super::attempts::Attempts;
use super::changes::settled;
use super::desk::{Phase, Slot};
use super::owned::{Owned, Parting, Shard};
use super::owned_file::OwnedFile;
use super::roster::Given;
use super::work::WELL;
use super::{Error, OnChange};
use crate::clock::{BootTime, millis};
use crate::event::{Release, ShardedEvent, Told};
use crate::shutdown::Shutdown;
use crate::supervise::{self, Guardian, Outcome, Term};

/// How one run of it has ended. Nothing of it is left.
enum Ran {
    /// By itself, or it could not be started, with this code.
    Ended(u8),
    /// By etcdpat: it is to be started again, for other shards perhaps.
    ToRestart,
}

impl Owned<'_> {
    /// Has the one command work on a shard until it is to be given up, and does not work on it any more. Nothing where a
    /// process of the command can't be killed.
    pub(super) async fn share(&self, slot: &Rc<Slot>, shard: &Rc<Shard>) -> Option<Parting> {
        self.roster.enter(slot, shard);
        let unwanted = async {
            let mut news = slot.news();
            loop {
                news.borrow_and_update();
                if let Some(parting) = self.parting(slot) {
                    return parting;
                }
                if self.group.bars.has(slot.shard) {
                    return Parting::Released(Release::Barred);
                }
                tokio::select! {
                    _ = news.changed() => {}
                    () = self.desk.reached(Phase::Leaving) => {}
                }
            }
        };
        let given_back = async {
            let parting = unwanted.await;
            self.roster.leave(shard.number, None).await.then_some(parting)
        };
        tokio::select! {
            parting = given_back => parting,
            // Also while it is being given back.
            loss = shard.hold.lost() => {
                if !self.roster.leave(shard.number, Some(loss)).await {
                    return None;
                }
                Some(shard.parting_for(loss).await)
            }
        }
    }

    /// Runs the command while the instance owns shards, until the end has come.
    ///
    /// # Errors
    /// It can't be run at all, or a process of it can't be killed; etcd refuses.
    pub(super) async fn run_common(&self, on_change: OnChange, file: &mut OwnedFile) -> Result<(), Error> {
        let (mut attempts, mut guardian) = (Attempts::default(), None);
        while self.is_needed().await && self.prove_all().await? {
            let (shards, began) = (self.roster.wanted(), BootTime::now());
            if shards.is_empty() {
                continue;
            }
            let ran = self.run_common_once(on_change, &shards, file, &mut guardian).await;
            match &ran {
                Err(error) if error.is_unkillable() => self.roster.stuck(),
                _ => self.roster.ended(),
            }
            if let Ran::Ended(code) = ran?
                && self.desk.phase() == Phase::Working
            {
                self.take_in_end(code, BootTime::now().since(began), &mut attempts, &shards, file.generation()).await;
            }
        }
        Ok(())
    }

    /// Waits until the instance owns shards, and no more come at once; not so when the end comes first.
    async fn is_needed(&self) -> bool {
        let needed = async {
            let mut news = self.roster.news();
            let mut any = !self.roster.wanted().is_empty();
            while !any {
                let _ = news.changed().await;
                any = !self.roster.wanted().is_empty();
            }
            settled(self.roster.news(), true).await;
        };
        tokio::select! {
            biased;
            () = self.desk.reached(Phase::Leaving) => false,
            () = needed => true,
        }
    }

    /// Makes sure that plan and keys are as they are known here; not so when the end comes first.
    async fn prove_all(&self) -> Result<bool, Error> {
        loop {
            let known = self.desk.plan();
            match self.is_plan_of(known).await? {
                None => return Ok(false),
                // A renewal shows which keys stand.
                Some(true) => return Ok(self.is_still_held().await && self.desk.phase() == Phase::Working),
                Some(false) => {}
            }
            tokio::select! {
                () = self.desk.replanned(known) => {}
                () = self.desk.reached(Phase::Leaving) => return Ok(false),
            }
        }
    }

    async fn run_common_once(
        &self,
        on_change: OnChange,
        shards: &[Given],
        file: &mut OwnedFile,
        guardian: &mut Option<Guardian>,
    ) -> Result<Ran, Error> {
        if guardian.is_none() {
            match self.group.forks.guardian().await {
                Ok(new) => *guardian = Some(new),
                Err(error) => return self.failed(error).map(Ran::Ended),
            }
        }
        let Some(running) = guardian else { return Ok(Ran::ToRestart) };
        if let Err(error) = running.prepare(self.group.params.task.clone()) {
            *guardian = None;
            return self.failed(error.into()).map(Ran::Ended);
        }
        tokio::select! {
            written = file.write(self.group.params, self.membership.session.lease(), shards) => if let Err(error) = written {
                self.tell_unwritten(&error);
                return Ok(Ran::Ended(125));
            },
            // A disk that hangs holds up no end.
            () = self.desk.reached(Phase::Leaving) => return Ok(Ran::ToRestart),
        }
        let (signals, mut relayed) = Shutdown::relay();
        self.desk.signals_to(Some(signals.clone()));
        // From here to the start nothing is awaited: a signal that comes now is passed on, and what is lost now ends it.
        if self.desk.phase() > Phase::Working || self.roster.wanted() != shards {
            self.desk.signals_to(None);
            return Ok(Ran::ToRestart);
        }
        self.roster.give(shards, file.generation());
        self.tell_given(file.generation(), shards, Told::Start);
        let session = &self.membership.session;
        let set = self.common_variables(on_change, file);
        let term = Term { plan: self.membership.plan, deadline: session.deadlines() };
        let lost = async {
            tokio::select! {
                loss = session.gone() => loss,
                loss = self.roster.lost() => loss,
            }
        };
        let end = self.common_is_to_end(on_change, shards, file, &signals);
        let ran = running.run(set, Some(term), lost, end, &mut relayed, self.group.emit).await;
        self.desk.signals_to(None);
        match ran {
            Ok(Outcome { status, asked, lost }) => {
                self.group.has_run.set(true);
                Ok(if asked || lost.is_some() { Ran::ToRestart } else { Ran::Ended(status.as_shell()) })
            }
            Err(supervise::Error::TooLate) => Ok(Ran::ToRestart),
            Err(error) => {
                // One whose guardian has died gets another one.
                *guardian = None;
                self.failed(error).map(Ran::Ended)
            }
        }
    }

    /// Takes in that the command has ended by itself: waits before it is started again, or gives up all of its shards.
    async fn take_in_end(&self, code: u8, ran: Duration, attempts: &mut Attempts, shards: &[Given], generation: u64) {
        if ran >= WELL {
            for given in shards {
                self.group.bars.forget(given.shard);
            }
        }
        let Some(pause) = attempts.ended(ran) else {
            for Given { shard, fence, .. } in shards {
                self.bar(*shard, *fence, code, attempts.failures());
                self.desk.stir(*shard);
            }
            *attempts = Attempts::default();
            return;
        };
        let (group, id) = (self.group.params.name.text(), self.group.id.clone());
        let (ran_ms, wait_ms) = (millis(ran), millis(pause));
        self.group.tell(ShardedEvent::CommonEnded { group, id, generation, code, ran_ms, wait_ms });
        tokio::select! {
            () = tokio::time::sleep(pause) => {}
            () = self.desk.reached(Phase::Leaving) => {}
        }
    }

    fn common_variables(&self, on_change: OnChange, file: &OwnedFile) -> Vec<(OsString, OsString)> {
        let params = self.group.params;
        let mut variables = vec![
            ("ETCDPAT_LEASE".into(), self.membership.session.lease().to_string().into()),
            ("ETCDPAT_SHARDS".into(), params.shards.to_string().into()),
            ("ETCDPAT_NODE_ID".into(), OsString::from_vec(params.id.clone())),
            file.variable(),
        ];
        if matches!(on_change, OnChange::Signal(_)) {
            variables.push(file.pipe_variable());
        }
        variables
    }
}
