//! How often a command has failed one time after the other, and when it is started again.

use std::time::Duration;

/// A command that ends sooner has failed fast.
const SOON: Duration = Duration::from_secs(10);
/// Before it is started again: the first time; then twice as long each time.
const PAUSE: Duration = Duration::from_millis(250);
const LONGEST_PAUSE: Duration = Duration::from_secs(30);
/// After so many fast failures one after the other, its shards are given up.
const FAILURES: u32 = 4;

/// The attempts of one command.
#[derive(Debug)]
pub(super) struct Attempts {
    failures: u32,
    pause: Duration,
}

impl Default for Attempts {
    fn default() -> Self {
        Self { failures: 0, pause: PAUSE }
    }
}

impl Attempts {
    /// Takes in that it has ended after so long. When to start it again; nothing when it has failed too often.
    pub(super) fn ended(&mut self, ran: Duration) -> Option<Duration> {
        if ran >= SOON {
            *self = Self::default();
        } else {
            self.failures += 1;
        }
        let pause = self.pause;
        self.pause = (pause * 2).min(LONGEST_PAUSE);
        (self.failures < FAILURES).then_some(pause)
    }

    /// How often it has failed one time after the other.
    pub(super) fn failures(&self) -> u32 {
        self.failures
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pauses_grow_and_the_fourth_fast_failure_is_the_last() {
        let mut attempts = Attempts::default();
        let mut ended = |seconds| attempts.ended(Duration::from_secs(seconds)).map(|pause| pause.as_millis());
        assert_eq!([0, 0, 0].map(&mut ended), [Some(250), Some(500), Some(1000)]);
        assert_eq!([20, 20, 0, 0].map(&mut ended), [Some(250), Some(250), Some(500), Some(1000)]);
        assert_eq!([9, 9].map(&mut ended), [Some(2000), None]);
        assert_eq!(attempts.failures(), 4);
    }
}
