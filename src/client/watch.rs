//! Watch streams: opening one, asking the member that one comes from, and leaving that member.

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::Ordering;

use etcd_client::{Error as EtcdError, StatusResponse, Txn, TxnResponse, WatchOptions, WatchStream};
use tokio::time::timeout;

use super::at_most_once::prove;
use super::error::Verdict;
use super::{Client, Connection, Error, kv, silent};

/// Where a watch stream comes from.
#[derive(Clone)]
pub struct Origin(Connection);

impl Client {
    /// Opens a watch at the current endpoint. It ends with that endpoint; the caller reads again and opens another.
    pub async fn watch(&self, key: &[u8], options: WatchOptions) -> Result<WatchStream, Error> {
        Ok(self.watch_from(key, options).await?.0)
    }

    /// As [`Client::watch`], and where the stream comes from.
    pub async fn watch_from(&self, key: &[u8], options: WatchOptions) -> Result<(WatchStream, Origin), Error> {
        self.call(self.limits(), |client| {
            let (key, options) = (key.to_vec(), options.clone());
            let is_known = self.0.reached.load(Ordering::Relaxed);
            async move {
                // The library takes any answer for the beginning of a stream.
                if !is_known {
                    prove(&client).await?;
                }
                let mut watches = client.watch_client().max_decoding_message_size(usize::MAX);
                let stream = watches.watch(key, Some(options)).await?;
                Ok((stream, Origin(client)))
            }
        })
        .await
    }

    /// A transaction that only reads: at the member that a stream comes from, over the stream's connection, or at any.
    ///
    /// # Errors
    /// One that [`Error::is_outage`] where that member does not answer.
    pub async fn read(&self, origin: Option<&Origin>, txn: Txn) -> Result<TxnResponse, Error> {
        match origin {
            Some(origin) => self.once_at(origin, async |client| kv(&client).txn(txn).await).await,
            None => self.txn(txn).await,
        }
    }

    /// What a member says of itself: the one that a stream comes from, or any.
    ///
    /// # Errors
    /// As [`Client::read`].
    pub async fn status(&self, origin: Option<&Origin>) -> Result<StatusResponse, Error> {
        match origin {
            Some(origin) => self.once_at(origin, async |client| client.maintenance_client().status().await).await,
            None => self.call(self.limits(), |client| async move { client.maintenance_client().status().await }).await,
        }
    }

    /// One attempt, on this connection and no other.
    async fn once_at<T>(
        &self,
        origin: &Origin,
        request: impl AsyncFnOnce(Connection) -> Result<T, EtcdError>,
    ) -> Result<T, Error> {
        let limit = self.limits().attempt;
        let verdict = match timeout(limit, request(origin.0.clone())).await {
            Ok(Ok(answer)) => return Ok(answer),
            Ok(Err(error)) => error.into(),
            Err(_) => silent(limit),
        };
        match verdict {
            Verdict::Final(error) => Err(error),
            Verdict::Never(cause) => Err(Error::Unserved { endpoints: self.endpoints(), cause }),
            Verdict::Elsewhere(cause) | Verdict::Reauthenticate(cause) => {
                Err(Error::TimedOut { endpoints: self.endpoints(), after: limit, cause })
            }
        }
    }

    /// Has later requests go elsewhere, after a stream from there has broken: to another endpoint, and when its turn
    /// comes again, over a new connection with a new token.
    pub async fn leave(&self, origin: &Origin) {
        for (index, member) in self.0.members.iter().enumerate() {
            let mut connection = member.connection.lock().await;
            if connection.as_ref().is_some_and(|current| Arc::ptr_eq(current, &origin.0)) {
                *connection = None;
                self.rotate_from(index);
            }
        }
    }
}

impl fmt::Debug for Origin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Origin")
    }
}
