//! What is searched of periodic work.

use super::property::{ALONE, GROW, LEADS, ONCE};
use super::rules::Rule;
use super::state::Ticks;
use super::{Config, Faults};

fn of(name: &'static str, clocks: &[Ticks], (period, end): (u8, Ticks), faults: Faults) -> Config {
    Config { name, clocks: clocks.to_vec(), period, end, faults, without: None, only: None }
}

fn faults(terms: u8, lapses: u8, losses: u8) -> Faults {
    Faults { terms, lapses, losses }
}

/// Those in which everything must hold.
pub fn sound() -> Vec<Config> {
    vec![
        of("slots, two clocks", &[-1, 1], (1, 3), faults(3, 1, 1)),
        of("slots, three clocks", &[-1, 0, 1], (1, 3), faults(3, 1, 0)),
        of("slots, a longer period", &[-1, 1], (2, 5), faults(2, 1, 1)),
        of("slots, more writes lost", &[0, 1], (1, 3), faults(2, 1, 2)),
    ]
}

/// For each rule: where it is switched off, and what breaks then.
pub fn broken() -> Vec<Config> {
    let without = |rule, only, faults| {
        let config = of("", &[0, -1], (1, 3), faults);
        Config { without: Some(rule), only: Some(only), ..config }
    };
    vec![
        without(Rule::RecordFirst, ONCE, faults(2, 1, 0)),
        without(Rule::CompareKey, LEADS, faults(2, 1, 0)),
        without(Rule::CompareRecord, ONCE, faults(2, 1, 1)),
        without(Rule::CompareRecord, GROW, faults(2, 1, 1)),
        without(Rule::AfterRecorded, ONCE, faults(2, 1, 0)),
        without(Rule::AfterRecorded, GROW, faults(2, 1, 0)),
        without(Rule::ReadBackByFence, ONCE, faults(2, 1, 0)),
        without(Rule::AwaitEnd, ALONE, faults(1, 0, 0)),
    ]
}
