//! What is searched of hand-overs.

use super::property::{ASIDE, EXCLUSION, FENCES, LED, MEANT, SUCCESSOR};
use super::rules::Rule;
use super::{Config, Faults};

fn of(name: &'static str, candidates: u8, asks: u8, faults: Faults) -> Config {
    Config { name, candidates, asks, faults, without: None, only: None }
}

fn faults(kills: u8, lapses: u8, losses: u8) -> Faults {
    Faults { kills, lapses, losses }
}

/// Those in which everything must hold.
pub fn sound() -> Vec<Config> {
    let twice = of("hand-over, asked twice", 3, 2, faults(1, 1, 1));
    let unguarded = Config { name: "hand-over, requests not guarded", ..twice.clone() };
    vec![
        twice,
        of("hand-over, four candidates", 4, 2, faults(1, 0, 1)),
        of("hand-over, more faults", 4, 1, faults(2, 1, 2)),
        Config { without: Some(Rule::GuardedRequest), ..unguarded },
    ]
}

/// For each rule: where it is switched off, and what breaks then.
pub fn broken() -> Vec<Config> {
    let without = |rule, only, candidates, faults| {
        let config = of("", candidates, 1, faults);
        Config { without: Some(rule), only: Some(only), ..config }
    };
    vec![
        without(Rule::ReapBeforeHandOver, EXCLUSION, 2, faults(0, 0, 0)),
        without(Rule::CompareSuccessor, SUCCESSOR, 3, faults(1, 0, 0)),
        without(Rule::NobodyBetween, SUCCESSOR, 3, faults(0, 0, 0)),
        without(Rule::RequestNamesLeader, MEANT, 3, faults(1, 0, 0)),
        without(Rule::UnansweredLeadsNoMore, EXCLUSION, 2, faults(0, 0, 1)),
        without(Rule::KeyStaysOnItsLease, FENCES, 2, faults(0, 0, 0)),
        without(Rule::AsideOnlyWhileLeaderStands, ASIDE, 3, faults(1, 0, 0)),
        without(Rule::MakingWayEnds, LED, 3, faults(0, 0, 0)),
    ]
}
