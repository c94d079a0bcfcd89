//! A key on the lease that is lost for itself: others on the same lease stand.

use std::sync::Arc;

use tokio::sync::watch;

use super::Lease;
use crate::client::{Error, Proof};
use crate::event::Loss;

/// A key that is lost for itself.
#[derive(Debug)]
pub(super) struct Lone {
    /// Its create revision.
    pub(super) fence: i64,
    pub(super) lost: watch::Sender<Option<Loss>>,
}

/// That a key is expected to stand, until this is dropped.
#[derive(Debug)]
pub struct Expected {
    pub(super) lease: Arc<Lease>,
    pub(super) key: Vec<u8>,
    pub(super) fence: i64,
    pub(super) lost: watch::Receiver<Option<Loss>>,
}

impl Expected {
    /// Waits until it is lost, as far as renewals show.
    pub async fn lost(&self) -> Loss {
        match self.lost.clone().wait_for(Option::is_some).await.map(|loss| *loss) {
            Ok(Some(loss)) => loss,
            // It is expected no more.
            _ => std::future::pending().await,
        }
    }

    /// Whether [`Expected::lost`] would say so at once.
    pub fn is_known_to_be_lost(&self) -> bool {
        self.lost.borrow().is_some()
    }

    /// Reads the key now.
    ///
    /// # Errors
    /// [`Error::KeyGone`] and [`Error::KeyTaken`]; [`Expected::lost`] says so, too.
    pub async fn verify(&self) -> Result<(), Error> {
        let proof = Proof::by_own(vec![self.key.clone()], self.fence);
        let verified = self.lease.client.verify(self.lease.id.0, &proof).await;
        match verified {
            Err(Error::KeyGone) => self.lease.lose(&self.key, self.fence, Loss::Deleted),
            Err(Error::KeyTaken) => self.lease.lose(&self.key, self.fence, Loss::Overwritten),
            _ => {}
        }
        verified
    }
}

impl Drop for Expected {
    fn drop(&mut self) {
        let mut each = self.lease.each();
        if each.get(&self.key).is_some_and(|lone| lone.fence == self.fence) {
            each.remove(&self.key);
        }
    }
}
