//! What the owner of shards asks of etcd, until it is answered or the lease is lost.

use std::sync::Arc;

use etcd_client::{Compare, CompareOp, Txn};

use super::Error;
use super::desk::Phase;
use super::owned::Owned;
use crate::client;
use crate::event::LeaseId;
use crate::pattern::keys;
use crate::pattern::outage::Pauses;

impl Owned<'_> {
    /// Whether the plan still is the one that was written at this revision; nothing when the lease is lost before that is known.
    pub(super) async fn is_plan_of(&self, revision: i64) -> Result<Option<bool>, Error> {
        let known = Compare::mod_revision(self.group.state.plan(), CompareOp::Equal, revision);
        let look = Txn::new().when([known]);
        let looked = self.ask("read the plan of", async || self.group.client.txn(look.clone()).await).await?;
        Ok(looked.map(|answer| answer.succeeded()))
    }

    /// Deletes an own key that was made at the revision `fence`: when this returns, it is gone. `on`: its lease, where it is to
    /// stand on it.
    pub(super) async fn withdraw(&self, key: &[u8], fence: i64, on: Option<LeaseId>) -> Result<(), Error> {
        let delete = async || keys::delete(self.group.client, key, fence, on).await;
        self.ask("leave the queue of a shard of", delete).await.map(drop)
    }

    /// Makes a request until it is answered; nothing when the lease is lost before.
    ///
    /// # Errors
    /// etcd refuses.
    async fn ask<T>(
        &self,
        doing: &'static str,
        request: impl AsyncFn() -> Result<T, client::Error>,
    ) -> Result<Option<T>, Error> {
        let mut pauses = Pauses::default();
        loop {
            let answer = tokio::select! {
                answer = request() => answer,
                () = self.desk.reached(Phase::Over) => return Ok(None),
            };
            match answer {
                Ok(answer) => return Ok(Some(answer)),
                Err(error) if error.is_denial() => {
                    return Err(Error::client(doing, &self.group.params.name, &self.group.state)(error));
                }
                Err(error) => tracing::debug!(%error, doing),
            }
            pauses.wait().await;
        }
    }

    /// Whether the lease is still held, after all: waits until a renewal says so.
    pub(super) async fn is_still_held(&self) -> bool {
        let (session, mut pauses) = (Arc::clone(&self.membership.session), Pauses::default());
        loop {
            tokio::select! {
                () = self.desk.reached(Phase::Over) => return false,
                renewed = session.renew() => if renewed.is_ok() { return true },
            }
            pauses.wait().await;
        }
    }
}
