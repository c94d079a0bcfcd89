//! A request that must not be made twice.
//!
//! What must stay true: it is made again only when it certainly was not applied: it was not sent, or the server's
//! answer says that it refused it. Everything else is [`Error::Unknown`], and the caller's to find out.

use std::error::Error as _;

use etcd_client::{Error as EtcdError, Txn, TxnResponse};
use tokio::time::{Instant, timeout_at};
use tonic::{Code, ConnectError, Status};

use super::error::chain;
use super::{Client, Error, Limits, kv};

impl Client {
    /// A transaction of any kind, applied at most once.
    ///
    /// # Errors
    /// [`Error::Unknown`] when it may or may not have been applied; after all others it was not.
    pub async fn txn_at_most_once(&self, txn: Txn) -> Result<TxnResponse, Error> {
        // Silence after it was sent is no reason to ask another endpoint, so the first may take all the time. It is
        // seen in here first: this limit begins before those of the attempt.
        let total = self.command_timeout();
        let end = Instant::now() + total;
        let answer = self.call(Limits { total, attempt: total }, |client| {
            let txn = txn.clone();
            async move {
                match timeout_at(end, kv(&client).txn(txn)).await {
                    Ok(Err(error)) if !was_refused(&error) => Ok(Err(describe(&error))),
                    Ok(answer) => answer.map(Ok),
                    Err(_) => Ok(Err(format!("no answer within {total:.1?}"))),
                }
            }
        });
        answer.await?.map_err(|cause| Error::Unknown { endpoints: self.endpoints(), cause: cause.into() })
    }
}

/// Whether an error says that nothing was applied, and nothing will be.
fn was_refused(error: &EtcdError) -> bool {
    match error {
        EtcdError::GRpcStatus(status) => never_sent(status) || refuses(status),
        _ => false,
    }
}

/// The connection was lost before, and could not be made again.
fn never_sent(status: &Status) -> bool {
    let mut next = status.source();
    while let Some(error) = next {
        if error.is::<ConnectError>() {
            return true;
        }
        next = error.source();
    }
    false
}

/// What etcd answers before it proposes a request to the others, or when applying it has failed as a whole
/// (api/v3rpc/rpctypes/error.go; etcdserver/v3_server.go, processInternalRaftRequestOnce).
fn refuses(status: &Status) -> bool {
    let text = status.message();
    match status.code() {
        // A request without a valid token is not proposed; one with an old one is not applied.
        Code::Unauthenticated | Code::PermissionDenied => true,
        Code::InvalidArgument | Code::NotFound | Code::FailedPrecondition => text.contains("etcdserver"),
        // "space exceeded" is no refusal: the transaction that is over the quota is applied, and then told so
        // (etcdserver/apply.go, quotaApplierV3).
        Code::ResourceExhausted => text.contains("too many requests") || text.contains("larger than max"),
        // The interceptor's, for requests that want a leader. "leader changed", "timed out" and "stopped" say nothing.
        Code::Unavailable => text == "etcdserver: no leader",
        Code::Unknown => text.contains("raft proposal dropped"),
        _ => false,
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_refusal_is_one() {
        let error = |code, text: &str| EtcdError::GRpcStatus(Status::new(code, text));
        for refusal in [
            error(Code::Unauthenticated, "etcdserver: invalid auth token"),
            error(Code::InvalidArgument, "etcdserver: revision of auth store is old"),
            error(Code::InvalidArgument, "etcdserver: too many operations in txn request"),
            error(Code::PermissionDenied, "etcdserver: permission denied"),
            error(Code::NotFound, "etcdserver: requested lease not found"),
            error(Code::FailedPrecondition, "etcdserver: rpc not supported for learner"),
            error(Code::ResourceExhausted, "etcdserver: too many requests"),
            error(Code::Unavailable, "etcdserver: no leader"),
            error(Code::Unknown, "raft proposal dropped"),
        ] {
            assert!(was_refused(&refusal), "{refusal}");
        }
        for unknown in [
            error(Code::Unavailable, "etcdserver: leader changed"),
            error(Code::Unavailable, "etcdserver: request timed out"),
            error(Code::Unavailable, "etcdserver: request timed out, possibly due to previous leader failure"),
            error(Code::Unavailable, "etcdserver: server stopped"),
            error(Code::Unavailable, "transport error"),
            error(Code::ResourceExhausted, "etcdserver: mvcc: database space exceeded"),
            error(Code::Unknown, "h2 protocol error"),
            error(Code::Internal, "stream closed"),
            error(Code::Cancelled, "operation was canceled"),
            error(Code::DeadlineExceeded, "context deadline exceeded"),
            EtcdError::Internal("anything".to_owned()),
        ] {
            assert!(!was_refused(&unknown), "{unknown}");
        }
    }
}
