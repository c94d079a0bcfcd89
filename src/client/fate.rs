//! What a failed attempt says of its request: whether the request may have been applied.
//!
//! What must stay true: [`Fate::Refused`] only where the request never left this process, or where what was answered is given
//! before a request is proposed to the other members, or when applying it has failed as a whole. So it has been in etcd 3.4 to
//! 3.7: the checks and limits of a member (v3rpc/interceptor.go, key.go, quota.go), those before the proposal
//! (v3_server.go, processInternalRaftRequestOnce), those before the first write (apply.go, txn.go). Timeouts, changed leaders and
//! members that stop say nothing: what was proposed may still be applied.

use std::error::Error as _;

use etcd_client::Error as EtcdError;
use tonic::{Code, ConnectError, Status};

use super::error::{chain, http_status};

/// What is known of a request whose attempt has failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fate {
    /// It was not applied, and will not be.
    Refused,
    /// The database is full. That is said of requests that are refused; and of the first one that is over the quota, which is
    /// applied (apply.go, quotaApplierV3).
    Full,
    /// It may be applied, or not.
    Open,
}

/// Refusals whose codes differ between releases, or are those of other answers, too.
const REFUSALS: &[&str] = &[
    // The interceptor's: for members that have just been started, for learners, for requests that want a leader.
    "etcdserver: not capable",
    "etcdserver: rpc not supported for learner",
    "etcdserver: no leader",
    // Before the proposal.
    "etcdserver: too many requests",
    "raft proposal dropped",
    // Before the first write.
    "etcdserver: mvcc: required revision has been compacted",
    "etcdserver: mvcc: required revision is a future revision",
    // Instead of applying anything.
    "etcdserver: corrupt cluster",
];

impl Fate {
    /// As this error tells it.
    pub(super) fn of(error: &EtcdError) -> Self {
        match error {
            EtcdError::GRpcStatus(status) if never_left(status) || refuses(status) => Self::Refused,
            EtcdError::GRpcStatus(status) if status.message() == "etcdserver: mvcc: database space exceeded" => {
                Self::Full
            }
            _ => Self::Open,
        }
    }
}

/// The request was not sent: there was no connection, or the server has never looked at it.
fn never_left(status: &Status) -> bool {
    let mut next = status.source();
    while let Some(error) = next {
        if error.is::<ConnectError>() {
            return true;
        }
        next = error.source();
    }
    // The channel had closed; and HTTP/2's word for a stream that was not taken up (RFC 9113, 8.7).
    status.message().starts_with("Service was not ready")
        || status.source().is_some_and(|source| chain(source).contains("refused stream before processing"))
}

fn refuses(status: &Status) -> bool {
    let text = status.message();
    if let Some(code) = http_status(text) {
        // A proxy's, which has passed nothing on.
        return matches!(code, 400 | 401 | 403 | 404);
    }
    match status.code() {
        Code::InvalidArgument
        | Code::NotFound
        | Code::FailedPrecondition
        // A request without a valid token is not proposed; one with an old one is not applied.
        | Code::PermissionDenied
        | Code::Unauthenticated => text.starts_with("etcdserver: "),
        // gRPC's own, before etcd has seen the request.
        Code::Unimplemented => true,
        Code::ResourceExhausted if text.contains("received message larger than max") => true,
        _ => REFUSALS.contains(&text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn answer(code: Code, text: &str) -> EtcdError {
        EtcdError::GRpcStatus(Status::new(code, text))
    }

    #[test]
    fn every_answer_of_etcd_says_what_its_sources_do() {
        let table = include_str!("../../tests/data/etcd-answers.tsv");
        let rows = table.lines().filter(|line| !line.starts_with('#'));
        let mut seen = 0;
        for row in rows {
            let fields: Vec<_> = row.split('\t').collect();
            let code = (0..=16)
                .map(Code::from_i32)
                .find(|code| format!("{code:?}").replace("Cancelled", "Canceled") == fields[0]);
            let fate = match fields[2] {
                "refused" => Fate::Refused,
                "full" => Fate::Full,
                _ => Fate::Open,
            };
            assert_eq!(Fate::of(&answer(code.expect(row), fields[1])), fate, "{row}");
            seen += 1;
        }
        assert!(seen > 60, "{seen}");
    }

    #[test]
    fn what_others_say_is_a_refusal_only_where_nothing_was_passed_on() {
        let http = |code: Code, status: u16| {
            answer(code, &format!("grpc-status header missing, mapped from HTTP status code {status}"))
        };
        for refusal in [
            answer(Code::Unimplemented, "unknown service etcdserverpb.KV"),
            answer(Code::ResourceExhausted, "grpc: received message larger than max (3145742 vs. 2097152)"),
            answer(Code::Unknown, "Service was not ready: buffered service failed"),
            http(Code::Unimplemented, 404),
            http(Code::PermissionDenied, 403),
            http(Code::Unauthenticated, 401),
        ] {
            assert_eq!(Fate::of(&refusal), Fate::Refused, "{refusal}");
        }
        for open in [
            http(Code::Unavailable, 502),
            http(Code::Unavailable, 503),
            http(Code::Unavailable, 504),
            answer(Code::PermissionDenied, "what a proxy says"),
            answer(Code::OutOfRange, "Error, decoded message length too large: found 5 bytes, the limit is: 4 bytes"),
            answer(Code::Unavailable, "transport error"),
            answer(Code::Unknown, "h2 protocol error"),
            answer(Code::Internal, "stream closed"),
            answer(Code::Cancelled, "operation was canceled"),
            answer(Code::DeadlineExceeded, "context deadline exceeded"),
            EtcdError::Internal("anything".to_owned()),
        ] {
            assert_eq!(Fate::of(&open), Fate::Open, "{open}");
        }
    }
}
