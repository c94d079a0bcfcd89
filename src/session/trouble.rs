//! Renewals that fail: who holds something tells it, before anything is lost.

use tokio::sync::watch;

use super::Session;
use crate::client::Error;
use crate::clock::BootTime;

/// Renewals that are not confirmed, and tried again.
#[derive(Clone, Debug)]
pub struct Trouble {
    /// When the first of them was sent.
    pub since: BootTime,
    /// What the last one ran into.
    pub error: Error,
}

impl Session {
    /// Waits until etcd refuses a renewal: no valid user, or no permission. The lease may live on nevertheless: servers before
    /// 3.5 renew it for anybody, and refuse only the read that makes the renewal count.
    pub async fn refused(&self) -> Error {
        let mut troubles = self.troubles();
        let refused = |trouble: &Trouble| trouble.error.is_denial().then(|| trouble.error.clone());
        let found = troubles.wait_for(|now| now.as_ref().and_then(refused).is_some()).await;
        match found.map(|now| now.as_ref().and_then(refused)) {
            Ok(Some(error)) => error,
            // The sender lives as long as this session.
            _ => std::future::pending().await,
        }
    }

    /// Whether renewals fail now, and all later changes of that.
    pub fn troubles(&self) -> watch::Receiver<Option<Trouble>> {
        self.lease.trouble.subscribe()
    }
}
