//! Requests that etcd has not answered, or has refused.

use super::{ExitCode, Failure};
use crate::client;

/// After an answer that was lost.
pub(super) const READ_FIRST: &str = "it may have been done all the same: read what it writes before you repeat it";
/// How a full database is emptied.
const FULL: &str = "etcd's database is full: compact and defragment it, then `etcdctl alarm disarm`";

impl From<client::Failed> for Failure {
    fn from(failed: client::Failed) -> Self {
        let failure = Self::new(ExitCode::Failed, failed.doing).caused_by(failed.error.to_string());
        let failure = match failed.error.cause() {
            Some(cause) => failure.caused_by(cause.to_string()),
            None => failure,
        };
        match &failed.error {
            client::Error::Unreachable { problem: Some(problem), .. } => failure.hint(problem.hint()),
            client::Error::Unreachable { .. } => failure.hint(
                "is etcd running there? --endpoints or ETCDPAT_ENDPOINTS names others; --dev starts a throwaway one",
            ),
            client::Error::Denied => Failure { code: ExitCode::Denied, ..failure }
                .hint(format!("an administrator grants it: {}", grants(&failed.needs))),
            client::Error::Unauthenticated(why) => {
                Failure { code: ExitCode::Denied, ..failure }.hint(if why.contains("invalid user ID or password") {
                    "etcd knows no such user, or the password is another one"
                } else {
                    "give --user NAME and --password-file FILE, or ETCDPAT_USER and ETCDPAT_PASSWORD"
                })
            }
            client::Error::TimedOut { cause, .. } if cause.contains("not supported for learner") => {
                failure.hint("a learner answers nobody but its cluster: --endpoints names other members")
            }
            client::Error::TimedOut { cause, .. } if cause.contains("no leader") => failure
                .hint("the members elect no leader: is more than half of them running, and do they reach each other?"),
            client::Error::TimedOut { .. } => failure.hint("--command-timeout allows a request more time"),
            client::Error::Unknown { cause, .. } if cause.contains("space exceeded") => {
                failure.hint(format!("{READ_FIRST}. {FULL}"))
            }
            client::Error::Unknown { .. } => failure.hint(READ_FIRST),
            client::Error::NoSpace(_) => failure.hint(FULL),
            client::Error::Unserved { .. } => failure.hint(
                "is that the client address of an etcd (2379 by default), and no proxy that passes on a part of it? \
                 --endpoints or ETCDPAT_ENDPOINTS names others",
            ),
            client::Error::LeaseGone
            | client::Error::KeyGone
            | client::Error::KeyTaken
            | client::Error::LeaseExists
            | client::Error::Compacted
            | client::Error::FutureRevision
            | client::Error::TooManyOperations
            | client::Error::DuplicateKey
            | client::Error::TooLarge
            | client::Error::WatchEnded(_)
            | client::Error::Server(_) => failure,
        }
    }
}

/// The commands that grant these permissions, which `, ` divides.
fn grants(needs: &str) -> String {
    let parts = needs.split(", ").map(|one| one.strip_prefix("and ").unwrap_or(one));
    // A key may have a comma: what begins with no kind of permission belongs to the one before.
    let is_grant = |part: &str| ["read ", "write ", "readwrite "].iter().any(|kind| part.starts_with(kind));
    let mut each: Vec<String> = Vec::new();
    for part in parts {
        match each.last_mut() {
            Some(last) if !is_grant(part) => last.extend([", ", part]),
            _ => each.push(format!("etcdctl role grant-permission ROLE {part}")),
        }
    }
    each.join("; ")
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::*;
    use crate::value::Text;

    #[test]
    fn what_a_server_says_is_harmless() {
        let text = || Text::from("\x1b[31mred\r\nerror: forged\u{202e}\u{200b}");
        let (endpoints, after) = (String::new, Duration::ZERO);
        for error in [
            client::Error::Unreachable { endpoints: endpoints(), cause: text(), problem: None },
            client::Error::TimedOut { endpoints: endpoints(), after, cause: text() },
            client::Error::Unknown { endpoints: endpoints(), cause: text() },
            client::Error::Unauthenticated(text()),
            client::Error::Server(text()),
        ] {
            let failed = client::Failed { doing: String::new(), needs: String::new(), error };
            let causes = Failure::from(failed).causes.concat();
            assert!(causes.contains(r"\u{1b}[31mred\r\nerror: forged\u{202e}\u{200b}"), "{causes}");
        }
    }
}
