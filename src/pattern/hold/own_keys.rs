//! Noticing that own keys were lost.

use std::time::Duration;

use super::Hold;
use crate::client::Error;
use crate::clock::BootTime;
use crate::event::Loss;
use crate::pattern::deletion::{Deletion, Own};
use crate::pattern::outage::{Pauses, TELL_AFTER};

/// A command shorter than this costs no watch on its keys.
const WATCH_AFTER: Duration = Duration::from_millis(50);

/// What is expected of the keys on the lease.
#[derive(Debug)]
pub(super) enum OwnKeys {
    /// Each has to stand as it was made.
    MustStand {
        own: Own,
        /// The revision of the answer that showed them.
        read_at: i64,
    },
    /// It is the lease alone that is held. At least one key.
    MayGo(Vec<Vec<u8>>),
}

impl Hold {
    /// Waits until the server says that the lease, or a key that has to stand, is lost: at a renewal or by the watch on
    /// the keys. Nothing is asked once that is known: whoever waits for this kills.
    pub(super) async fn lost_on_server(&self) -> Loss {
        tokio::select! {
            loss = self.session.gone() => loss,
            loss = self.lost_alone() => loss,
            loss = self.lost_by_watch() => loss,
        }
    }

    async fn lost_alone(&self) -> Loss {
        match &self.alone {
            Some(alone) => alone.lost().await,
            None => std::future::pending().await,
        }
    }

    /// Reads the keys that have to stand.
    ///
    /// # Errors
    /// [`Error::KeyGone`] and [`Error::KeyTaken`] where one does not stand as it was made.
    pub(in crate::pattern) async fn verify(&self) -> Result<(), Error> {
        match &self.alone {
            Some(alone) => alone.verify().await,
            None => self.session.verify().await,
        }
    }

    async fn lost_by_watch(&self) -> Loss {
        tokio::time::sleep(WATCH_AFTER).await;
        let mut pauses = Pauses::default();
        loop {
            let began = BootTime::now();
            // In a box: it is large, and every command would carry the space for it.
            match Box::pin(self.watch_keys()).await {
                Ok(Some(loss)) => return loss,
                Ok(None) => {}
                // A key that is not as it must be is told by the session.
                Err(error) => {
                    tracing::debug!(%error, "watching the own keys");
                    // It stood for a while, or it never did. Renewals look at the keys meanwhile.
                    if BootTime::now().since(began) > TELL_AFTER {
                        pauses = Pauses::default();
                    }
                    pauses.wait().await;
                }
            }
        }
    }

    /// Waits until something has happened to a key, and says what was lost by that.
    async fn watch_keys(&self) -> Result<Option<Loss>, Error> {
        match &self.keys {
            OwnKeys::MustStand { own, read_at } => {
                let mut deletion = Deletion::watch_own(&self.client, own.clone()).await?;
                // Under the watch, which sees only what comes. (A store that was restored may be behind.)
                if deletion.covered_from != read_at + 1 {
                    tokio::select! {
                        happened = deletion.happened() => return happened.map(Some),
                        verified = self.verify() => verified?,
                    }
                }
                deletion.happened().await.map(Some)
            }
            OwnKeys::MayGo(keys) => {
                // Opened before the question, so that nothing is missed in between.
                let mut deletion = Deletion::watch(&self.client, keys).await?;
                if self.lease_is_gone().await? {
                    return Ok(Some(self.session.loss_now()));
                }
                deletion.happened().await?;
                Ok(None)
            }
        }
    }

    async fn lease_is_gone(&self) -> Result<bool, Error> {
        let lease = self.client.time_to_live(self.session.lease().0, false).await?;
        // One that has expired a moment ago may still wait for its end.
        if lease.ttl() >= 0 && lease.granted_ttl() > 0 {
            return Ok(false);
        }
        // A leader that is new may not know the lease yet; a renewal tells for certain.
        match self.session.renew().await {
            Ok(()) => Ok(false),
            Err(Error::LeaseGone) => Ok(true),
            Err(error) => Err(error),
        }
    }
}
