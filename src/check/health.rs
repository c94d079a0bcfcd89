//! From single results to turns: some successes in a row make a service healthy, some failures in a row unhealthy.
//!
//! What must stay true: two turns that follow each other are never equal; the first one is to healthy, because a service
//! that never answered may only be starting.

use std::num::NonZeroU32;

/// How many equal results in a row make a turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Thresholds {
    /// Successes in a row after which a service is healthy.
    pub rise: NonZeroU32,
    /// Failures in a row after which a healthy service is unhealthy.
    pub fall: NonZeroU32,
}

/// A change of a service's health.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Turn {
    /// It is healthy from now on.
    Healthy,
    /// It was healthy, and is no longer.
    Unhealthy,
}

/// The health of one service: unknown at first. `R` is the reason of a failure, as [`super::Failed`].
#[derive(Clone, Debug)]
pub struct Health<R> {
    thresholds: Thresholds,
    /// The newest turn.
    turned: Option<Turn>,
    /// Results in a row that speak against the newest turn; of an unknown service, successes.
    against: u32,
    reason: Option<R>,
}

impl<R> Health<R> {
    /// A service of which nothing is known.
    pub fn new(thresholds: Thresholds) -> Self {
        Self { thresholds, turned: None, against: 0, reason: None }
    }

    /// Takes the result of one check, and says whether the service's health turns with it.
    pub fn take(&mut self, result: Result<(), R>) -> Option<Turn> {
        let passed = result.is_ok();
        if let Err(reason) = result {
            self.reason = Some(reason);
        }
        if passed == self.is_healthy() {
            self.against = 0;
            return None;
        }
        self.against += 1;
        let (turn, needed) =
            if passed { (Turn::Healthy, self.thresholds.rise) } else { (Turn::Unhealthy, self.thresholds.fall) };
        if self.against < needed.get() {
            return None;
        }
        self.against = 0;
        self.turned = Some(turn);
        if turn == Turn::Healthy {
            self.reason = None;
        }
        Some(turn)
    }

    /// The newest turn; nothing while the health is unknown.
    pub fn turned(&self) -> Option<Turn> {
        self.turned
    }

    /// Whether the newest turn was to healthy.
    pub fn is_healthy(&self) -> bool {
        self.turned == Some(Turn::Healthy)
    }

    /// Why the newest failure failed, of those since the last turn to healthy.
    pub fn reason(&self) -> Option<&R> {
        self.reason.as_ref()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn health(rise: u32, fall: u32) -> Health<usize> {
        let count = |count| NonZeroU32::new(count).expect("it is more than 0");
        Health::new(Thresholds { rise: count(rise), fall: count(fall) })
    }

    /// The turns of these results; a failure's reason is its index.
    fn turns(health: &mut Health<usize>, results: &[bool]) -> Vec<(usize, Turn)> {
        let results = results.iter().enumerate();
        let take = |(at, &passed): (usize, &bool)| health.take(if passed { Ok(()) } else { Err(at) }).map(|t| (at, t));
        results.filter_map(take).collect()
    }

    fn results(text: &str) -> Vec<bool> {
        text.chars().map(|c| c == '+').collect()
    }

    #[test]
    fn results_in_a_row_make_turns() {
        use Turn::{Healthy, Unhealthy};
        for (rise, fall, text, expected) in [
            (1, 1, "+-+", &[(0, Healthy), (1, Unhealthy), (2, Healthy)][..]),
            (2, 3, "++---++", &[(1, Healthy), (4, Unhealthy), (6, Healthy)]),
            (2, 3, "+-++--+---", &[(3, Healthy), (9, Unhealthy)]),
            (1, 1, "-----", &[]),
            (2, 1, "-+-+-++", &[(6, Healthy)]),
        ] {
            assert_eq!(turns(&mut health(rise, fall), &results(text)), expected, "{text}");
        }
    }

    #[test]
    fn the_newest_reason_is_kept_until_it_is_healthy() {
        let mut health = health(2, 2);
        assert_eq!(turns(&mut health, &results("--+")), []);
        assert_eq!((health.turned(), health.reason()), (None, Some(&1)));
        assert_eq!(turns(&mut health, &results("+")), [(0, Turn::Healthy)]);
        assert_eq!(health.reason(), None);
        assert_eq!(turns(&mut health, &results("-+")), []);
        assert_eq!((health.is_healthy(), health.reason()), (true, Some(&0)));
    }

    proptest! {
        #[test]
        fn turns_alternate_and_begin_with_healthy(rise in 1u32..5, fall in 1u32..5, results: Vec<bool>) {
            let turns = turns(&mut health(rise, fall), &results);
            let expected = [Turn::Healthy, Turn::Unhealthy].into_iter().cycle();
            for ((at, turn), expected) in turns.into_iter().zip(expected) {
                prop_assert_eq!(turn, expected);
                // Just before a turn there are as many equal results as it needs.
                let needed = if turn == Turn::Healthy { rise } else { fall } as usize;
                prop_assert!(at + 1 >= needed);
                prop_assert!(results[at + 1 - needed..=at].iter().all(|&passed| passed == (turn == Turn::Healthy)));
            }
        }

        #[test]
        fn flapping_below_the_thresholds_never_turns(
            rise in 2u32..6, fall in 2u32..6, up: bool, runs in prop::collection::vec((1u32..6, 1u32..6), 0..50),
        ) {
            let mut health = health(rise, fall);
            if up {
                prop_assert_eq!(turns(&mut health, &vec![true; rise as usize]).len(), 1);
            }
            let before = health.turned();
            // Failures stay below `fall`, and successes of a service that is not healthy below `rise`.
            for (failures, successes) in runs {
                let successes = if up { successes } else { successes.min(rise - 1) };
                let run = [vec![false; failures.min(fall - 1) as usize], vec![true; successes as usize]].concat();
                prop_assert_eq!(turns(&mut health, &run), []);
            }
            prop_assert_eq!(health.turned(), before);
        }
    }
}
