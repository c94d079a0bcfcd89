//! Watch streams, and leaving the member that one came from.

use std::fmt;
use std::sync::Arc;

use etcd_client::{WatchOptions, WatchStream};

use super::{Client, Connection, Error};

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
            async move {
                let mut watches = client.watch_client().max_decoding_message_size(usize::MAX);
                let stream = watches.watch(key, Some(options)).await?;
                Ok((stream, Origin(client)))
            }
        })
        .await
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
