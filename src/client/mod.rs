//! A client that survives: over several endpoints, outages, and auth tokens that expire.
//!
//! etcd-client gives channels. This module adds one channel for each endpoint, a time limit around every attempt,
//! rotation to the next endpoint when one is silent or down, and a new token when one is refused.
//!
//! What must stay true: [`Client`]'s requests are idempotent, because an attempt whose answer was lost is made again:
//! reads; grants with an id that the caller chose; renewals; transactions guarded by a revision; puts on a lease; revokes.
//! The one that need not be is [`Client::txn_at_most_once`].

mod at_most_once;
mod confirmation;
mod dial;
mod endpoint;
mod error;
mod failures;
mod fate;
mod lease;
mod options;
mod renewal;
mod requests;
mod srv;
mod stream;
mod trouble;
mod version;
mod watch;

use std::fmt;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::Duration;

use etcd_client::{Client as EtcdClient, Error as EtcdError};
use tokio::sync::Mutex;
use tokio::time::{Instant, sleep, timeout, timeout_at};

pub use confirmation::{Answered, Confirmation, KeyState};
use dial::Noted;
pub use endpoint::{Endpoint, Malformed};
use error::Verdict;
pub use error::{Error, Failed};
use failures::Failures;
pub use options::{Credentials, Options, Secret};
pub use renewal::{Proof, Renewed};
pub use srv::{Discovery, NotFound, dns_server};
pub use stream::{Cancelled, Refusal, StreamError, stream_end};
use trouble::Trouble;
pub use version::Version;
pub use watch::Origin;

use crate::value::Text;

/// Between two rounds over all endpoints while none of them answers: at first, then longer each time, up to a part of the time
/// that the request has.
const PAUSE: Duration = Duration::from_millis(100);
const PART: u32 = 10;

/// A handle on the cluster; clones share its connections.
#[derive(Clone)]
pub struct Client(Arc<Shared>);

struct Shared {
    options: Options,
    members: Vec<Member>,
    /// The member that requests go to: the last one that answered.
    current: AtomicUsize,
    /// Whether any member has ever answered.
    reached: AtomicBool,
    trouble: Trouble,
}

struct Member {
    endpoint: Endpoint,
    connection: Mutex<Option<Connection>>,
    noted: Noted,
}

/// A connection, shared by the requests that use it. (The client is large, and each request needs a part of it only.)
type Connection = Arc<EtcdClient>;

/// How long a request may take: in all, and at one endpoint.
#[derive(Clone, Copy)]
struct Limits {
    total: Duration,
    attempt: Duration,
}

impl Client {
    /// A client for these options. Nothing is sent yet.
    pub fn new(options: Options) -> Self {
        let member = |endpoint: &Endpoint| Member {
            endpoint: endpoint.clone(),
            connection: Mutex::new(None),
            noted: Noted::default(),
        };
        let members = options.endpoints.iter().map(member).collect();
        let (current, reached, trouble) = Default::default();
        Self(Arc::new(Shared { options, members, current, reached, trouble }))
    }

    /// The endpoints as they were given, separated by commas.
    pub fn endpoints(&self) -> String {
        self.0.options.endpoints.iter().map(ToString::to_string).collect::<Vec<_>>().join(",")
    }

    /// What a refusal says, when a new token did not help: with nobody to refuse, it is a user that is missing.
    pub fn refused(&self, refusal: Refusal) -> Error {
        let Options { credentials, tls, .. } = &self.0.options;
        let is_nobody = credentials.is_none() && tls.as_ref().is_none_or(|tls| !tls.has_identity());
        match refusal {
            Refusal::User(text) => Error::Unauthenticated(text),
            Refusal::Permission if is_nobody => {
                Error::Unauthenticated("permission denied, and no user was given".into())
            }
            Refusal::Permission => Error::Denied,
        }
    }

    /// The longest that one request may take.
    pub fn command_timeout(&self) -> Duration {
        self.0.options.command_timeout
    }

    /// How long somebody else's work in several requests is waited for by who has not begun yet.
    pub fn import_patience(&self) -> Duration {
        6 * self.command_timeout()
    }

    fn limits(&self) -> Limits {
        let Options { dial_timeout, command_timeout, .. } = self.0.options;
        let alone = self.0.members.len() == 1;
        Limits {
            total: command_timeout,
            attempt: if alone { command_timeout } else { dial_timeout.min(command_timeout) },
        }
    }

    /// Makes a request until it is answered: at one endpoint after the other, within its limits. Before any endpoint
    /// has ever answered, one round over all of them must do.
    async fn call<T, F>(&self, limits: Limits, request: impl Fn(Connection) -> F) -> Result<T, Error>
    where
        F: Future<Output = Result<T, EtcdError>>,
    {
        let end = Instant::now() + limits.total;
        let mut failures = Failures::default();
        let mut reauthenticated = false;
        let mut pause = PAUSE;
        loop {
            let index = self.0.current.load(Ordering::Relaxed);
            let left = end.saturating_duration_since(Instant::now());
            let attempt = timeout(left, self.attempt(index, limits.attempt, &request)).await;
            let (cause, never) = match attempt.unwrap_or_else(|_| Err(failures.cut_off(index, limits.total))) {
                Ok(answer) => return Ok(answer),
                Err(Verdict::Final(error)) => return Err(error),
                Err(Verdict::Reauthenticate(text)) if reauthenticated => return Err(Error::Unauthenticated(text)),
                Err(Verdict::Reauthenticate(_)) => {
                    // The next attempt connects anew, and so gets a new token.
                    reauthenticated = true;
                    self.disconnect(index).await;
                    continue;
                }
                Err(Verdict::Elsewhere(cause)) => (cause, false),
                Err(Verdict::Never(cause)) => (cause, true),
            };
            let cause = self.explained(index, cause, end).await;
            tracing::debug!(endpoint = %self.0.members[index].endpoint, %cause, "attempt failed");
            self.0.trouble.unanswered(&cause);
            self.disconnect(index).await;
            self.rotate_from(index);
            failures.add(index, cause, never);
            let round_done = failures.0.len() == self.0.members.len();
            let reached = self.0.reached.load(Ordering::Relaxed);
            if round_done && failures.are_for_good() {
                return Err(Error::Unserved { endpoints: self.endpoints(), cause: self.told(failures) });
            }
            if Instant::now() >= end || (round_done && !reached) {
                return Err(self.failed(failures, limits.total, reached));
            }
            if round_done {
                sleep(pause.min(end.saturating_duration_since(Instant::now()))).await;
                pause = (pause * 2).min(PAUSE.max(limits.total / PART));
            }
        }
    }

    async fn attempt<T, F>(
        &self,
        index: usize,
        limit: Duration,
        request: &impl Fn(Connection) -> F,
    ) -> Result<T, Verdict>
    where
        F: Future<Output = Result<T, EtcdError>>,
    {
        // One that lets nobody in costs no more time than a request elsewhere.
        let client = self.connection(index, limit.min(self.limits().attempt)).await?;
        match timeout(limit, request(client)).await {
            Ok(answer) => {
                // An error of etcd's own is an answer too: there is a server.
                let answered =
                    !matches!(&answer, Err(EtcdError::GRpcStatus(status)) if !status.message().contains("etcdserver"));
                self.0.reached.fetch_or(answered, Ordering::Relaxed);
                let answer = answer.map_err(Verdict::from);
                if !matches!(answer, Err(Verdict::Elsewhere(_) | Verdict::Never(_))) {
                    self.0.trouble.answered();
                }
                answer
            }
            Err(_) => Err(silent(limit)),
        }
    }

    async fn connection(&self, index: usize, limit: Duration) -> Result<Connection, Verdict> {
        let member = &self.0.members[index];
        let mut connection = member.connection.lock().await;
        if let Some(client) = &*connection {
            return Ok(client.clone());
        }
        let client = member.endpoint.connect(&self.0.options, limit, &member.noted).await?;
        *connection = Some(client.clone());
        Ok(client)
    }

    async fn disconnect(&self, index: usize) {
        *self.0.members[index].connection.lock().await = None;
    }

    /// Has later requests go to the next endpoint, unless somebody else has seen to that.
    fn rotate_from(&self, index: usize) {
        let next = (index + 1) % self.0.members.len();
        let _ = self.0.current.compare_exchange(index, next, Ordering::Relaxed, Ordering::Relaxed);
    }

    /// Why an attempt failed: the connection may know more than the request was told. Before etcd has ever been reached,
    /// somebody who closes connections is asked, until `end`; nothing holds up the renewals of a lock.
    async fn explained(&self, index: usize, cause: Text, end: Instant) -> Text {
        let Member { endpoint, noted, .. } = &self.0.members[index];
        if !self.0.reached.load(Ordering::Relaxed) {
            let _ = timeout_at(end, noted.ask(endpoint, self.0.options.tls.is_some())).await;
        }
        noted.known().map_or(cause, |problem| problem.to_string().into())
    }
}

fn silent(limit: Duration) -> Verdict {
    Verdict::Elsewhere(format!("no answer within {limit:.1?}").into())
}

fn kv(client: &EtcdClient) -> etcd_client::KvClient {
    client.kv_client().max_decoding_message_size(usize::MAX)
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Client").field(&self.endpoints()).finish()
    }
}
