//! A request that must not be made twice.
//!
//! What must stay true: it is made again only when it certainly was not applied: it was not sent, or the answer says that it
//! was refused ([`Fate`]). Everything else is [`Error::Unknown`], and the caller's to find out. So that this is said of few,
//! nothing is sent before an etcd has answered something else on the same connection: what takes connections and is no
//! etcd, resets or closes them, or wants a certificate, has then got nothing that could be applied.

use std::error::Error as _;

use etcd_client::{Error as EtcdError, Txn, TxnResponse};
use tokio::time::{Instant, timeout, timeout_at};
use tonic::{Code, Status};

use super::error::{chain, http_status};
use super::fate::Fate;
use super::{Client, Connection, Error, Limits, kv};

/// What etcd has answered before the request was sent: which member, at which revision; nothing where it tells that only to
/// users, and there is none.
type Proven = Option<(u64, i64)>;

impl Client {
    /// A transaction of any kind, applied at most once.
    ///
    /// # Errors
    /// [`Error::Unknown`] when it may or may not have been applied; after all others it was not.
    pub async fn txn_at_most_once(&self, txn: Txn) -> Result<TxnResponse, Error> {
        // Silence after it was sent is no reason to ask another endpoint, so the first may take all the time. It is
        // seen in here first: this limit begins before those of the attempt.
        let total = self.command_timeout();
        let (end, patience) = (Instant::now() + total, self.limits().attempt);
        let answer = self.call(Limits { total, attempt: total }, |connection| {
            let txn = txn.clone();
            async move {
                // Before it was sent, silence is one.
                let silence = || EtcdError::GRpcStatus(Status::unavailable(format!("no answer within {patience:.1?}")));
                let proven = timeout(patience, prove(&connection)).await.unwrap_or_else(|_| Err(silence()))?;
                match timeout_at(end, kv(&connection).txn(txn)).await {
                    Ok(Ok(answer)) => Ok(Ok(answer)),
                    Ok(Err(error)) => match timeout_at(end, fate(&connection, proven, &error)).await {
                        Ok(Fate::Refused) => Err(error),
                        _ => Ok(Err(describe(&error))),
                    },
                    Err(_) => Ok(Err(format!("no answer within {total:.1?}"))),
                }
            }
        });
        answer.await?.map_err(|cause| Error::Unknown { endpoints: self.endpoints(), cause: cause.into() })
    }
}

/// Makes sure that an etcd answers on this connection.
pub(super) async fn prove(connection: &Connection) -> Result<Proven, EtcdError> {
    match connection.maintenance_client().status().await {
        Ok(status) => Ok(status.header().map(|header| (header.member_id(), header.revision()))),
        // It answers. Whether it takes requests of this user, the request itself will show.
        Err(EtcdError::GRpcStatus(status)) if is_kept_back(&status) => Ok(None),
        Err(error) => Err(error),
    }
}

/// Whether an etcd keeps its status back: newer ones tell it only to users, and what stands before one may lack it.
fn is_kept_back(status: &Status) -> bool {
    match status.code() {
        Code::PermissionDenied | Code::InvalidArgument => status.message().starts_with("etcdserver: "),
        Code::Unimplemented => http_status(status.message()).is_none(),
        _ => false,
    }
}

/// What has become of the request: where the database is full, what the member's revision says. As long as it is what it was
/// before, nothing was applied.
async fn fate(connection: &Connection, proven: Proven, error: &EtcdError) -> Fate {
    match (Fate::of(error), proven) {
        (Fate::Full, Some(_)) => match prove(connection).await {
            Ok(now) if now == proven => Fate::Refused,
            _ => Fate::Full,
        },
        (fate, _) => fate,
    }
}

fn describe(error: &EtcdError) -> String {
    match error {
        EtcdError::GRpcStatus(status) => match status.source() {
            Some(source) => format!("{}: {}", status.message(), chain(source)),
            None => status.message().trim_start_matches("etcdserver: ").to_owned(),
        },
        other => other.to_string(),
    }
}
