//! Outages of etcd: waited out by trying again, and told once when they last, and once when they are over.

use std::time::Duration;

use crate::client::{Client, Error};
use crate::clock::{BootTime, millis};
use crate::event::{EtcdEvent, Event, Text};
use crate::random;

/// Before another attempt while etcd is away: at first, and at the most.
pub(super) const PAUSE: Duration = Duration::from_millis(100);
const LONGEST_PAUSE: Duration = Duration::from_secs(2);

/// What lasts longer is told.
pub(super) const TELL_AFTER: Duration = Duration::from_secs(1);

/// What is told of an outage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Change {
    /// It lasts.
    Away {
        /// What the last request that was not answered ran into.
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
pub(super) struct Outage {
    now: Option<Now>,
    pauses: Pauses,
}

/// An outage.
#[derive(Debug)]
struct Now {
    began: BootTime,
    /// What the last request ran into.
    error: Error,
    is_told: bool,
}

impl Outage {
    /// A request was not answered, or a watch broke. What is to be told now.
    #[must_use]
    pub(super) fn unanswered(&mut self, error: &Error) -> Option<Change> {
        // It was made again for so long.
        let lasted = if let Error::TimedOut { after, .. } = error { *after } else { Duration::ZERO };
        let began = BootTime::now().before(lasted);
        let now = self.now.get_or_insert_with(|| Now { began, error: error.clone(), is_told: false });
        (now.began, now.error) = (now.began.min(began), error.clone());
        if now.is_told || BootTime::now().since(now.began) < TELL_AFTER {
            return None;
        }
        now.is_told = true;
        let message = error.cause().map_or_else(|| error.to_string(), |cause| format!("{error}: {cause}"));
        Some(Change::Away { message: message.into() })
    }

    /// A request was answered. What is to be told now.
    #[must_use]
    pub(super) fn answered(&mut self) -> Option<Change> {
        self.pauses = Pauses::default();
        let over = self.now.take().filter(|now| now.is_told)?;
        Some(Change::Back { away: BootTime::now().since(over.began) })
    }

    /// Whether an outage is told that is not over.
    pub(super) fn is_told(&self) -> bool {
        self.now.as_ref().is_some_and(|now| now.is_told)
    }

    /// What the last request ran into, while etcd is away.
    pub(super) fn error(&self) -> Option<&Error> {
        self.now.as_ref().map(|now| &now.error)
    }

    /// Waits before the next attempt: longer each time, until something is answered.
    pub(super) async fn pause(&mut self) {
        self.pauses.wait().await;
    }

    /// How long that is.
    pub(super) fn next_pause(&mut self) -> Duration {
        self.pauses.next()
    }

    /// Waits for `asked`, and tells it when etcd has been away for long meanwhile.
    pub(super) async fn told_meanwhile<T>(
        &mut self,
        client: &Client,
        asked: impl Future<Output = T>,
        tell: impl Fn(Change),
    ) -> T {
        let mut asked = std::pin::pin!(asked);
        loop {
            tokio::select! {
                biased;
                answer = &mut asked => return answer,
                change = self.lasting(client) => tell(change),
            }
        }
    }

    /// Waits until requests have been made again for so long that it is to be told; for ever where it is told.
    pub(super) async fn lasting(&mut self, client: &Client) -> Change {
        while !self.is_told() {
            let error = client.in_trouble_for(TELL_AFTER).await;
            if let Some(change) = self.unanswered(&error) {
                return change;
            }
        }
        std::future::pending().await
    }

    /// Repeats a request until it is answered, however long that takes, once etcd has been reached.
    ///
    /// # Errors
    /// An answer that is an error; etcd was never reached.
    pub(super) async fn retry<T>(
        &mut self,
        client: &Client,
        request: impl AsyncFn() -> Result<T, Error>,
        tell: impl Fn(Change),
    ) -> Result<T, Error> {
        loop {
            match self.told_meanwhile(client, request(), &tell).await {
                // One that was never reached is not waited for here.
                Err(error @ Error::TimedOut { .. }) => {
                    self.unanswered(&error).into_iter().for_each(&tell);
                    self.pause().await;
                }
                answer => {
                    self.answered().into_iter().for_each(&tell);
                    return answer;
                }
            }
        }
    }
}

/// The pauses between attempts: each twice as long as the one before, up to the longest, and each by chance up to a quarter
/// shorter, so that those who were cut off together do not come back together.
#[derive(Debug)]
pub(super) struct Pauses(Duration);

impl Default for Pauses {
    fn default() -> Self {
        Self(PAUSE)
    }
}

impl Pauses {
    /// Waits for the next one.
    pub(super) async fn wait(&mut self) {
        let next = self.next();
        tokio::time::sleep(next).await;
    }

    fn next(&mut self) -> Duration {
        let next = self.0;
        self.0 = (next * 2).min(LONGEST_PAUSE);
        let quarter = u64::try_from(next.as_micros() / 4).unwrap_or(u64::MAX);
        next.saturating_sub(Duration::from_micros(random::number() % (quarter + 1)))
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

#[cfg(test)]
mod tests {
    use super::*;

    fn timed_out(after: Duration) -> Error {
        Error::TimedOut { endpoints: "a:1".into(), after, cause: "no leader".into() }
    }

    #[test]
    fn what_passes_soon_is_not_told_and_what_lasts_is_told_once() {
        let mut outage = Outage::default();
        assert_eq!(outage.unanswered(&Error::WatchEnded("closed".into())), None);
        assert!(outage.error().is_some() && outage.answered().is_none() && outage.error().is_none());
        let told = outage.unanswered(&timed_out(TELL_AFTER));
        assert!(matches!(told, Some(Change::Away { message }) if message.contains("no leader")));
        assert_eq!(outage.unanswered(&timed_out(TELL_AFTER)), None);
        assert!(matches!(outage.answered(), Some(Change::Back { away }) if away >= TELL_AFTER));
        assert_eq!(outage.answered(), None);
    }

    #[test]
    fn pauses_grow_up_to_the_longest() {
        let mut pauses = Pauses::default();
        let all: Vec<_> = (0..8).map(|_| pauses.next()).collect();
        let mut longest = PAUSE;
        for pause in all {
            assert!(pause <= longest && pause >= longest * 3 / 4, "{pause:?} of {longest:?}");
            longest = (longest * 2).min(LONGEST_PAUSE);
        }
        assert_eq!(longest, LONGEST_PAUSE);
    }
}
