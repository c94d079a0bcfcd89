//! Hooks: how long one may take, what `--on-defeat` is told, and what a failure means.
//!
//! What must stay true: while the node leads, a hook runs under the deadline of its lease; after a loss, `--on-defeat` has a
//! limit of its own.

use std::future::pending;
use std::time::Duration;

use super::campaign::Candidate;
use super::runner::{Role, Runner};
use super::term::Term;
use crate::clock::sleep_until;
use crate::event::{ElectEvent, Hook, Loss, Parting};
use crate::shutdown::Shutdown;
use crate::supervise::{self, Outcome, Status};

/// When `--on-defeat` runs, and why.
#[derive(Clone, Copy)]
pub(super) enum Defeat {
    /// While the node still leads.
    Before(Parting),
    /// When another one may lead already.
    After(Loss),
}

impl Candidate<'_> {
    /// Runs `--on-defeat`. What was lost meanwhile, where it runs under the deadline.
    pub(super) async fn defeat(
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
    pub(super) fn has_succeeded(&self, hook: Hook, outcome: Outcome) -> bool {
        if outcome.status == Status::Code(0) {
            return true;
        }
        let (code, too_long) = (outcome.status.as_shell(), outcome.asked);
        self.tell(ElectEvent::HookFailed { election: self.name().text(), hook, code, too_long });
        false
    }

    /// How long a hook may take: as long as the lease lasts that it begins under, without a renewal.
    pub(super) async fn hook_limit(&self, term: &Term) {
        sleep_until(self.plan.schedule(term.hold.session().deadline()).term_at).await;
    }

    /// The same in all, for one that runs under no lease.
    fn hook_time(&self, term: &Term) -> Duration {
        term.hold.session().ttl().saturating_sub(self.plan.margin() + self.plan.grace())
    }
}
