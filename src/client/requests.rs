//! The requests, each made until it is answered.

use std::time::Duration;

use etcd_client::{
    GetOptions, GetResponse, LeaseGrantOptions, LeaseTimeToLiveOptions, LeaseTimeToLiveResponse, PutOptions, Txn,
    TxnOp, TxnResponse,
};

use super::{Client, Error, Limits, kv};
use crate::value::Text;

impl Client {
    /// Reads keys. Answers of any size are taken.
    pub async fn get(&self, key: &[u8], options: Option<GetOptions>) -> Result<GetResponse, Error> {
        self.call(self.limits(), |client| {
            let (key, options) = (key.to_vec(), options.clone());
            async move { kv(&client).get(key, options).await }
        })
        .await
    }

    /// Puts a key that is to stay: on no lease, but where all that is put is to go with one ([`scratch`](super::Options::scratch)).
    pub fn put(&self, key: impl Into<Vec<u8>>, value: impl Into<Vec<u8>>) -> TxnOp {
        self.put_with(key, value, PutOptions::new())
    }

    /// The same, with options that name no lease.
    pub fn put_with(&self, key: impl Into<Vec<u8>>, value: impl Into<Vec<u8>>, options: PutOptions) -> TxnOp {
        let options = match self.0.options.scratch {
            Some(lease) => options.with_lease(lease.0),
            None => options,
        };
        TxnOp::put(key, value, Some(options))
    }

    /// A transaction that may be sent twice: its comparisons must make the second a no-op or the same.
    pub async fn txn(&self, txn: Txn) -> Result<TxnResponse, Error> {
        self.call(self.limits(), |client| {
            let txn = txn.clone();
            async move { kv(&client).txn(txn).await }
        })
        .await
    }

    /// Grants a lease of `ttl` seconds under an id of the caller's choice: the TTL that the server granted, seconds.
    /// A lease that an earlier attempt has granted, whose answer was lost, is read back.
    pub async fn grant(&self, id: i64, ttl: i64) -> Result<i64, Error> {
        let options = LeaseGrantOptions::new().with_id(id);
        let granted = self.call(self.limits(), |client| {
            let options = options.clone();
            async move { client.lease_client().grant(ttl, Some(options)).await }
        });
        match granted.await {
            Ok(granted) => Ok(granted.ttl()),
            Err(Error::LeaseExists) => self.granted_ttl(id).await,
            Err(error) => Err(error),
        }
    }

    /// The TTL that was granted to a lease which an earlier attempt has made, seconds.
    ///
    /// # Errors
    /// [`Error::LeaseGone`] also where the leader is new and does not know the lease yet.
    pub(super) async fn granted_ttl(&self, id: i64) -> Result<i64, Error> {
        let ttl = self.time_to_live(id, false).await?.granted_ttl();
        if ttl > 0 { Ok(ttl) } else { Err(Error::LeaseGone) }
    }

    /// Revokes a lease, within `limit`. One that is gone is revoked.
    pub async fn revoke(&self, id: i64, limit: Duration) -> Result<(), Error> {
        let attempt = self.limits().attempt.min(limit);
        let revoked =
            self.call(Limits { total: limit, attempt }, |client| async move { client.lease_client().revoke(id).await });
        match revoked.await {
            Ok(_) | Err(Error::LeaseGone) => Ok(()),
            Err(error) => Err(error),
        }
    }

    /// What is left of a lease; a TTL of -1 when there is no such lease.
    pub async fn time_to_live(&self, id: i64, keys: bool) -> Result<LeaseTimeToLiveResponse, Error> {
        let options = keys.then(|| LeaseTimeToLiveOptions::new().with_keys());
        self.call(self.limits(), |client| {
            let options = options.clone();
            async move { client.lease_client().time_to_live(id, options).await }
        })
        .await
    }

    /// The release that the current endpoint runs, as it says itself.
    pub async fn version(&self) -> Result<Text, Error> {
        Ok(self.status(None).await?.version().into())
    }
}
