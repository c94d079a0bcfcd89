//! Searches the model, and prints what was searched: `cargo test -p etcdpat-model`. More with `ETCDPAT_MODEL_DEEP=1`.

use std::process::ExitCode;

use etcdpat_model::config::Config;
use etcdpat_model::search::{counter_example, search};
use etcdpat_model::suite;
use stateright::Expectation;

fn main() -> ExitCode {
    let deep = std::env::var_os("ETCDPAT_MODEL_DEEP").is_some();
    let mut sound = suite::sound();
    if deep {
        sound.extend(suite::deep());
    }
    let only = std::env::var("ETCDPAT_MODEL_ONLY").ok();
    sound.retain(|config| only.as_ref().is_none_or(|only| config.name.starts_with(only)));
    let unsound = sound.into_iter().map(holds).filter(|good| !good).count();
    println!("one rule switched off  actions   states  broken property");
    let unbroken = suite::broken().iter().map(breaks).filter(|good| !good).count();
    println!("a holder is broken");
    let unlimited = suite::not_promised().iter().map(breaks).filter(|good| !good).count();
    if unsound + unbroken + unlimited == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// Whether every property of a configuration holds.
fn holds(config: Config) -> bool {
    let (name, who, faults) = (config.name, config.describe(), config.faults);
    let searched = search(config);
    println!("{name}: {} states, depth {}, {:.1} s", searched.states, searched.depth, searched.took.as_secs_f32());
    println!("    {who}");
    println!("    {faults}");
    for (property, expectation, holds) in &searched.properties {
        let verdict = match (expectation, holds) {
            (Expectation::Sometimes, true) => "seen  ",
            (Expectation::Sometimes, false) => "UNSEEN",
            (_, true) => "holds ",
            (_, false) => "BROKEN",
        };
        println!("    {verdict} {property}");
    }
    searched.holds()
}

/// Whether the model has a counter-example, as it has to.
fn breaks(config: &Config) -> bool {
    let Some(property) = config.only else { return false };
    let rule = config.without.map(|rule| format!("{rule:?}")).unwrap_or_default();
    let Some(found) = counter_example(config) else {
        println!("{rule:22} NOT FOUND: {property}");
        return false;
    };
    let circle = found.circle.map(|(stem, circle)| format!(" (then {stem} fair steps into a circle of {circle})"));
    let circle = circle.unwrap_or_default();
    println!("{rule:22} {:7}  {:7}  not: {property}{circle}", found.actions.len(), found.states);
    if std::env::var_os("ETCDPAT_MODEL_SHOW").is_some() {
        println!("    {:?}", found.actions);
    }
    true
}
