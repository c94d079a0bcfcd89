//! What the end of a stream means: an error, or the server's reason to cancel a watch.

use super::error::{Error, Verdict};
use crate::value::Text;

/// What the end of a stream calls for.
#[derive(Clone, Debug)]
pub enum StreamError {
    /// No other stream will do better.
    Final(Error),
    /// A new token may do.
    User(Text),
    /// Another stream may do.
    Broken(Text),
}

/// What an error means with which a stream has ended.
pub fn stream_end(error: etcd_client::Error) -> StreamError {
    match Verdict::from(error) {
        Verdict::Final(error) => StreamError::Final(error),
        Verdict::Never(text) => StreamError::Final(Error::Server(text)),
        Verdict::Reauthenticate(text) => StreamError::User(text),
        Verdict::Elsewhere(text) => StreamError::Broken(text),
    }
}

/// What a server means that has cancelled a watch.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cancelled {
    /// A new token may do; else it is this, for good.
    Refused(Refusal),
    /// It never will be served.
    Never(Text),
    /// It may be served later.
    Broken(Text),
}

/// A refusal of the user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// A permission is missing; before 3.5, a token that is not valid any more reads so, too.
    Permission,
    /// No user, or no valid token.
    User(Text),
}

impl From<&Text> for Cancelled {
    /// Of the reason that it gives: etcd's texts, with or without gRPC's words before them (v3rpc/watch.go).
    fn from(reason: &Text) -> Self {
        let text = reason.to_string();
        let said = || Text::from(text.rsplit("etcdserver: ").next().unwrap_or_default());
        let has = |known: &[&str]| known.iter().any(|known| text.contains(known));
        if has(&["permission denied"]) {
            Self::Refused(Refusal::Permission)
        } else if has(&["user name is empty", "invalid auth token", "auth store is old", "authentication"]) {
            Self::Refused(Refusal::User(said()))
        } else if has(&["watcher range is empty", "duplicate watch ID"]) {
            Self::Never(said())
        } else {
            Self::Broken(reason.clone())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_can_not_pass_is_told_from_what_can() {
        let user = |text: &str| Cancelled::Refused(Refusal::User(text.into()));
        for (reason, meant) in [
            (
                "rpc error: code = PermissionDenied desc = etcdserver: permission denied",
                Cancelled::Refused(Refusal::Permission),
            ),
            ("rpc error: code = InvalidArgument desc = etcdserver: user name is empty", user("user name is empty")),
            ("rpc error: code = Unauthenticated desc = etcdserver: invalid auth token", user("invalid auth token")),
            ("etcdserver: revision of auth store is old", user("revision of auth store is old")),
            ("mvcc: watcher range is empty", Cancelled::Never("mvcc: watcher range is empty".into())),
            ("etcdserver: no leader", Cancelled::Broken("etcdserver: no leader".into())),
            ("", Cancelled::Broken("".into())),
        ] {
            assert_eq!(Cancelled::from(&Text::from(reason)), meant, "{reason}");
        }
    }
}
