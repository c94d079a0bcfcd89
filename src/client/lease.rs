//! Requests about leases that somebody else may own, so that their answers must tell what was there before.
//!
//! What must stay true: that a lease exists already, or is gone, is an error, unless an earlier attempt of the same
//! request, whose answer was lost, may have brought it about.

use std::sync::atomic::{AtomicUsize, Ordering};

use etcd_client::{LeaseGrantOptions, LeaseStatus, PutOptions};

use super::{Client, Error};

/// How often a request was sent. An endpoint that could not be connected to has not got it.
#[derive(Default)]
struct Sent(AtomicUsize);

impl Sent {
    fn note(&self) {
        self.0.fetch_add(1, Ordering::Relaxed);
    }

    fn repeatedly(&self) -> bool {
        self.0.load(Ordering::Relaxed) > 1
    }
}

impl Client {
    /// Grants a lease of `ttl` seconds under an id that must be unused: the TTL that the server granted, seconds.
    ///
    /// # Errors
    /// [`Error::LeaseExists`].
    pub async fn grant_unused(&self, id: i64, ttl: i64) -> Result<i64, Error> {
        // A repeated attempt can't tell a lease of its own from one that was there before.
        if self.time_to_live(id, false).await?.granted_ttl() > 0 {
            return Err(Error::LeaseExists);
        }
        let (options, sent) = (LeaseGrantOptions::new().with_id(id), Sent::default());
        let granted = self.call(self.limits(), |client| {
            sent.note();
            let options = options.clone();
            async move { client.lease_client().grant(ttl, Some(options)).await }
        });
        match granted.await {
            Ok(granted) => Ok(granted.ttl()),
            Err(Error::LeaseExists) if sent.repeatedly() => self.granted_ttl(id).await,
            Err(error) => Err(error),
        }
    }

    /// Revokes a lease that must be there.
    ///
    /// # Errors
    /// [`Error::LeaseGone`].
    pub async fn revoke_present(&self, id: i64) -> Result<(), Error> {
        let sent = Sent::default();
        let revoked = self.call(self.limits(), |client| {
            sent.note();
            async move { client.lease_client().revoke(id).await }
        });
        match revoked.await {
            Err(Error::LeaseGone) if sent.repeatedly() => Ok(()),
            revoked => revoked.map(drop),
        }
    }

    /// Puts a key on a lease that must be there. (Not as a transaction: for those, old servers do not ask for the
    /// permissions that the lease's other keys need.)
    ///
    /// It may be sent twice: an attempt that is made again, because an answer was lost, puts the same value on the same
    /// lease. Whoever wrote in between did so while this put was under way, and would have lost to a slower one as well.
    ///
    /// # Errors
    /// [`Error::LeaseGone`]; then nothing was written.
    pub async fn attach(&self, id: i64, key: &[u8], value: &[u8]) -> Result<(), Error> {
        let options = PutOptions::new().with_lease(id);
        let put = self.call(self.limits(), |client| {
            let (key, value, options) = (key.to_vec(), value.to_vec(), options.clone());
            async move { client.kv_client().put(key, value, Some(options)).await }
        });
        put.await.map(drop)
    }

    /// The ids of all leases, as the member that answers knows them.
    pub async fn leases(&self) -> Result<Vec<i64>, Error> {
        let listed = self.call(self.limits(), |client| async move { client.lease_client().leases().await });
        Ok(listed.await?.leases().iter().map(LeaseStatus::id).collect())
    }
}
