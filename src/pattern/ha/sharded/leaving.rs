//! How an instance ends its part in the group, when nothing of its commands runs any more.

use std::pin::pin;

use super::instance::{Group, is_to_leave};
use super::membership::Membership;
use crate::clock::{BootTime, millis};
use crate::event::{LeaseId, Loss, ShardedEvent};
use crate::pattern::hold::{Unreleased, release};
use crate::shutdown::{Cause, Shutdown};

impl Group<'_> {
    /// Leaves in order, when nothing runs any more. The last one takes the plan along, unless its shards wait for it.
    pub(super) async fn leave(&self, membership: Membership, shutdown: &mut Shutdown) {
        let (lease, since) = (membership.session.lease(), membership.since);
        // That its key is gone then is no loss.
        membership.session.renew_no_more();
        if self.params.rejoin.is_zero() {
            membership.withdraw(self).await;
        }
        match release(&membership.session, shutdown).await {
            Ok(()) => {
                let held_ms = millis(BootTime::now().since(since));
                self.tell(ShardedEvent::Left { group: self.params.name.text(), id: self.id.clone(), lease, held_ms });
            }
            Err(unreleased) => self.tell_unreleased_lease(lease, unreleased),
        }
    }

    /// Takes in that the lease is lost, when nothing runs any more. What has asked to leave meanwhile, if anything has: it is
    /// not to be lost on who joins again.
    pub(super) async fn give_up(&self, membership: Membership, reason: Loss, shutdown: &mut Shutdown) -> Option<Cause> {
        let lease = membership.session.lease();
        self.tell(ShardedEvent::Lost { group: self.params.name.text(), id: self.id.clone(), lease, reason });
        let (relay, mut relayed) = Shutdown::relay();
        let (mut releasing, mut asked) = (pin!(release(&membership.session, &mut relayed)), None);
        let released = loop {
            tokio::select! {
                released = &mut releasing => break released,
                cause = shutdown.next() => {
                    asked = asked.or(is_to_leave(cause).then_some(cause));
                    let _ = relay.send(cause);
                }
            }
        };
        if let Err(unreleased) = released {
            self.left_over.set(Some(lease));
            self.tell_unreleased_lease(lease, unreleased);
        }
        asked
    }

    pub(super) fn tell_unreleased(&self, membership: &Membership, unreleased: Unreleased) {
        membership.session.renew_no_more();
        self.tell_unreleased_lease(membership.session.lease(), unreleased);
    }

    fn tell_unreleased_lease(&self, lease: LeaseId, unreleased: Unreleased) {
        let Unreleased { frees_at, message } = unreleased;
        let (group, id) = (self.params.name.text(), self.id.clone());
        self.tell(ShardedEvent::Unreleased { group, id, lease, frees_at, message });
    }
}
