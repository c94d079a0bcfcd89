//! What can go wrong with a request, and what that means for the next attempt.

use std::time::Duration;

use tonic::{Code, Status};

use crate::plain;
use crate::tls::Problem;
use crate::value::Text;

/// A request that failed for good.
#[derive(Clone, Debug, thiserror::Error)]
pub enum Error {
    /// No endpoint answered: none could be connected to, or each failed or stayed silent until the time was up.
    #[error("etcd is unreachable at {endpoints}")]
    Unreachable {
        /// The endpoints tried, as given.
        endpoints: String,
        /// What the last attempt at each ran into.
        cause: Text,
        /// What somebody who was there made of the connection.
        problem: Option<Box<Problem>>,
    },
    /// A request was not answered in time, though etcd has been reached before.
    #[error("no answer from {endpoints} within {}", humantime::format_duration(rounded(*.after)))]
    TimedOut {
        /// The endpoints tried, as given.
        endpoints: String,
        /// For how long.
        after: Duration,
        /// What the last attempt ran into.
        cause: Text,
    },
    /// Wrong user or password, or none given where one is needed.
    #[error("etcd refused the user: {0}")]
    Unauthenticated(Text),
    /// The user lacks a permission.
    #[error("etcd denied permission")]
    Denied,
    /// The lease does not exist (any more).
    #[error("the lease does not exist")]
    LeaseGone,
    /// A key that was made on the lease is gone, or has been made anew by somebody else.
    #[error("the key is gone")]
    KeyGone,
    /// A key that was made on the lease has been written by somebody else, and stands on another lease, or none.
    #[error("the key stands on another lease")]
    KeyTaken,
    /// A lease with this id exists already.
    #[error("a lease with this id exists already")]
    LeaseExists,
    /// A request that must not be made twice was sent, and its answer never came.
    #[error("the answer of {endpoints} was lost")]
    Unknown {
        /// The endpoints, as given.
        endpoints: String,
        /// What came instead of an answer.
        cause: Text,
    },
    /// None of the endpoints has what was asked for: they are no etcd, or a part of one.
    #[error("{endpoints} does not offer that")]
    Unserved {
        /// The endpoints, as given.
        endpoints: String,
        /// What each has answered.
        cause: Text,
    },
    /// The revision that was asked for is gone.
    #[error("that revision has been compacted")]
    Compacted,
    /// The revision that was asked for has not been reached.
    #[error("that revision has not been reached")]
    FutureRevision,
    /// A transaction has more operations than the server takes.
    #[error("too many operations in one transaction")]
    TooManyOperations,
    /// A transaction writes a key twice.
    #[error("a key is written twice in one transaction")]
    DuplicateKey,
    /// A request is larger than the server takes.
    #[error("the request is too large")]
    TooLarge,
    /// The server's database is full.
    #[error("etcd: {0}")]
    NoSpace(Text),
    /// A watch has ended.
    #[error("the watch ended: {0}")]
    WatchEnded(Text),
    /// Any other answer that is an error.
    #[error("etcd: {0}")]
    Server(Text),
}

impl Error {
    /// Whether etcd may answer later: an outage, not a refusal.
    pub fn is_outage(&self) -> bool {
        matches!(self, Self::Unreachable { .. } | Self::TimedOut { .. })
    }

    /// Whether it may pass by waiting: an outage, or a watch that broke.
    pub fn may_pass(&self) -> bool {
        self.is_outage() || matches!(self, Self::WatchEnded(_))
    }

    /// Whether trying again is of no use.
    pub fn is_denial(&self) -> bool {
        matches!(self, Self::Denied | Self::Unauthenticated(_))
    }

    /// What lies beneath, for an error's `Caused by:`.
    pub fn cause(&self) -> Option<&Text> {
        match self {
            Self::Unreachable { cause, .. }
            | Self::TimedOut { cause, .. }
            | Self::Unknown { cause, .. }
            | Self::Unserved { cause, .. } => Some(cause),
            Self::Unauthenticated(_)
            | Self::Denied
            | Self::LeaseGone
            | Self::KeyGone
            | Self::KeyTaken
            | Self::LeaseExists
            | Self::Compacted
            | Self::FutureRevision
            | Self::TooManyOperations
            | Self::DuplicateKey
            | Self::TooLarge
            | Self::NoSpace(_)
            | Self::WatchEnded(_)
            | Self::Server(_) => None,
        }
    }
}

/// What a request was for, and why it failed.
#[derive(Clone, Debug, thiserror::Error)]
#[error("{doing}")]
pub struct Failed {
    /// What can't be done now.
    pub doing: String,
    /// The permission that it needs, as etcdctl's `role grant-permission` takes it.
    pub needs: String,
    /// What etcd or the connection said.
    #[source]
    pub error: Error,
}

/// What one attempt's failure calls for.
#[derive(Debug)]
pub(super) enum Verdict {
    /// Another endpoint, or the same one later, may do.
    Elsewhere(Text),
    /// This endpoint never will do; another one may.
    Never(Text),
    /// A new auth token, then the same again.
    Reauthenticate(Text),
    /// No attempt will do better.
    Final(Error),
}

impl From<etcd_client::Error> for Verdict {
    fn from(error: etcd_client::Error) -> Self {
        match error {
            etcd_client::Error::GRpcStatus(status) => judge(&status),
            etcd_client::Error::LeaseKeepAliveError(text) if text.contains("not found") => {
                Self::Final(Error::LeaseGone)
            }
            etcd_client::Error::TransportError(error) => Self::Elsewhere(chain(&error).into()),
            other => Self::Elsewhere(other.to_string().into()),
        }
    }
}

/// etcd's errors by code and text (api/v3rpc/rpctypes/error.go). Some have another code in each release.
fn judge(status: &Status) -> Verdict {
    let text = status.message();
    let ours = || Text::from(text.trim_start_matches("etcdserver: "));
    if let Some(code) = http_status(text) {
        return Verdict::Elsewhere(format!("what answers there is no etcd: HTTP status {code}").into());
    }
    match status.code() {
        Code::Unauthenticated => Verdict::Reauthenticate(ours()),
        // The second where authentication was switched on after the connection was made.
        Code::InvalidArgument if text.contains("auth store is old") || text.contains("user name is empty") => {
            Verdict::Reauthenticate(ours())
        }
        Code::InvalidArgument if text.contains("authentication failed") => {
            Verdict::Final(Error::Unauthenticated(ours()))
        }
        Code::PermissionDenied => Verdict::Final(Error::Denied),
        Code::NotFound if text.contains("lease not found") => Verdict::Final(Error::LeaseGone),
        Code::FailedPrecondition if text.contains("lease already exists") => Verdict::Final(Error::LeaseExists),
        Code::OutOfRange if text.contains("has been compacted") => Verdict::Final(Error::Compacted),
        Code::OutOfRange if text.contains("future revision") => Verdict::Final(Error::FutureRevision),
        _ if text.contains("too many operations") => Verdict::Final(Error::TooManyOperations),
        _ if text.contains("duplicate key") => Verdict::Final(Error::DuplicateKey),
        // The second text is gRPC's.
        _ if text.contains("request is too large") || text.contains("received message larger than max") => {
            Verdict::Final(Error::TooLarge)
        }
        _ if text.contains("space exceeded") => Verdict::Final(Error::NoSpace(ours())),
        Code::Unimplemented if text.is_empty() => Verdict::Never("no such method".into()),
        Code::Unimplemented => Verdict::Never(ours()),
        // A learner answers no requests, nor does one that was just started; one with too many may do so later.
        _ if ["for learner", "not capable", "too many requests"].iter().any(|known| text.contains(known)) => {
            Verdict::Elsewhere(ours())
        }
        // One that stopped or lost its leader may do so later, too.
        Code::Unavailable | Code::Cancelled | Code::DeadlineExceeded => Verdict::Elsewhere(describe(status)),
        // A broken connection shows as either; etcd's own errors carry its name.
        Code::Unknown | Code::Internal if !text.contains("etcdserver") => Verdict::Elsewhere(describe(status)),
        _ => Verdict::Final(Error::Server(ours())),
    }
}

/// The HTTP status of an answer that is not gRPC's, as the library words it.
pub(super) fn http_status(text: &str) -> Option<u16> {
    text.strip_prefix("grpc-status header missing, mapped from HTTP status code ")?.parse().ok()
}

fn describe(status: &Status) -> Text {
    let text = match std::error::Error::source(status) {
        Some(source) => format!("{}: {}", status.message(), chain(source)),
        None => status.message().trim_start_matches("etcdserver: ").to_owned(),
    };
    // So does a server that speaks HTTP/1 answer.
    if text.contains("frame with invalid size") {
        return format!("what answers there does not speak HTTP/2: {text}").into();
    }
    text.into()
}

/// To hundredths of a second, where it is that long: for people.
fn rounded(span: Duration) -> Duration {
    let hundredths = span.as_micros().saturating_add(5000) / 10_000;
    if hundredths == 0 { span } else { Duration::from_millis(u64::try_from(hundredths * 10).unwrap_or(u64::MAX)) }
}

/// What the layers of a connection put before what happened.
const LAYERS: [&str; 4] = ["transport error: ", "client error (Connect): ", "tcp connect error: ", "dns error: "];

/// An error and what lies beneath it, without repeating itself, and without the names of the layers above it.
pub(super) fn chain(error: &dyn std::error::Error) -> String {
    let mut texts = vec![error.to_string()];
    let mut next = error.source();
    while let Some(source) = next {
        let text = source.to_string();
        if texts.iter().all(|seen| !seen.contains(&text)) {
            texts.push(text);
        }
        next = source.source();
    }
    let whole = texts.join(": ");
    let mut told = whole.as_str();
    while let Some(below) = LAYERS.iter().find_map(|layer| told.strip_prefix(layer)) {
        told = below;
    }
    plain::system(told)
}
