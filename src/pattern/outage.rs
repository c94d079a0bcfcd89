//! Outages of etcd: waited out by trying again, and told once when they begin and once when they are over.

use std::time::Duration;

use crate::client::Error;
use crate::clock::{BootTime, millis};
use crate::event::{EtcdEvent, Event, Text};

/// Before another attempt while etcd is away.
pub(super) const PAUSE: Duration = Duration::from_millis(100);

/// What is told of an outage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// It has begun.
    Away {
        /// What the first request that was not answered ran into.
        message: Text,
    },
    /// It is over.
    Back {
        /// How long it has lasted.
        away: Duration,
    },
}

/// Whether etcd is away. One outage comes after the other.
#[derive(Debug, Default)]
pub(super) struct Outage(Option<(BootTime, Error)>);

impl Outage {
    /// A request was not answered. What is to be told now.
    #[must_use]
    pub(super) fn unanswered(&mut self, error: &Error) -> Option<Change> {
        let began = self.0.as_ref().map(|(began, _)| *began);
        self.0 = Some((began.unwrap_or_else(BootTime::now), error.clone()));
        let message = || error.cause().map_or_else(|| error.to_string(), |cause| format!("{error}: {cause}"));
        began.is_none().then(|| Change::Away { message: message().into() })
    }

    /// A request was answered. What is to be told now.
    #[must_use]
    pub(super) fn answered(&mut self) -> Option<Change> {
        self.0.take().map(|(began, _)| Change::Back { away: BootTime::now().since(began) })
    }

    /// What the last request ran into, while etcd is away.
    pub(super) fn error(&self) -> Option<&Error> {
        self.0.as_ref().map(|(_, error)| error)
    }

    /// Repeats a request until it is answered, however long that takes.
    ///
    /// # Errors
    /// An answer that is an error.
    pub(super) async fn retry<T>(
        &mut self,
        request: impl AsyncFn() -> Result<T, Error>,
        tell: impl Fn(Change),
    ) -> Result<T, Error> {
        loop {
            match request().await {
                Err(error) if error.is_outage() => {
                    self.unanswered(&error).into_iter().for_each(&tell);
                    tokio::time::sleep(PAUSE).await;
                }
                answer => {
                    self.answered().into_iter().for_each(&tell);
                    return answer;
                }
            }
        }
    }
}

impl From<Change> for Event {
    fn from(change: Change) -> Self {
        match change {
            Change::Away { message } => EtcdEvent::Unreachable { message }.into(),
            Change::Back { away } => EtcdEvent::Reachable { away_ms: millis(away) }.into(),
        }
    }
}
