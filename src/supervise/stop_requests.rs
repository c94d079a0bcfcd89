//! What a second request to stop means.
//!
//! What must stay true: somebody who asks again is served at once; who has only asked once, in two ways (timeout(1)
//! signals its child and then its own group), does not have the command killed.

use std::time::Duration;

use nix::sys::signal::Signal;

use crate::clock::BootTime;
use crate::signal::Number;

/// What comes sooner after the first request is no second one.
const IMPATIENCE: Duration = Duration::from_millis(500);

/// The requests so far.
#[derive(Debug, Default)]
pub(super) struct StopRequests {
    first: Option<BootTime>,
    last: Option<Number>,
}

/// What is to be done with a signal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Answer {
    PassOn,
    /// The command has had it.
    Swallow,
    Kill,
}

impl StopRequests {
    /// Takes note of a signal that came `now`.
    pub(super) fn answer(&mut self, signal: Number, now: BootTime) -> Answer {
        if ![Signal::SIGTERM, Signal::SIGINT].map(Number::from).contains(&signal) {
            return Answer::PassOn;
        }
        let first = *self.first.get_or_insert(now);
        if now >= first + IMPATIENCE {
            return Answer::Kill;
        }
        if self.last.replace(signal) == Some(signal) { Answer::Swallow } else { Answer::PassOn }
    }
}

#[cfg(test)]
mod tests {
    use super::Answer::{Kill, PassOn, Swallow};
    use super::*;

    #[test]
    fn only_a_later_request_is_a_second_one() {
        let at = |ms| BootTime::from_nanos(0) + Duration::from_millis(ms);
        let (term, int, hup) = (Number(15), Number(2), Number(1));
        let answers = |signals: &[(Number, u64)]| {
            let mut asked = StopRequests::default();
            signals.iter().map(|&(signal, ms)| asked.answer(signal, at(ms))).collect::<Vec<_>>()
        };
        assert_eq!(answers(&[(term, 0), (term, 1), (term, 499), (term, 500)]), [PassOn, Swallow, Swallow, Kill]);
        assert_eq!(answers(&[(term, 0), (int, 100), (int, 900)]), [PassOn, PassOn, Kill]);
        assert_eq!(answers(&[(hup, 0), (hup, 900), (term, 900), (hup, 901)]), [PassOn; 4]);
    }
}
