//! Searches the model, and prints what was searched: `cargo test -p etcdpat-model`. More with `ETCDPAT_MODEL_DEEP=1`.

use std::process::ExitCode;

use etcdpat_model::search::{Search, counter_example, search};
use etcdpat_model::{slots, suite, transfer};
use stateright::Expectation;

fn main() -> ExitCode {
    let deep = std::env::var_os("ETCDPAT_MODEL_DEEP").is_some();
    let mut sound = suite::sound();
    if deep {
        sound.extend(suite::deep());
    }
    let unsound = count(sound, holds) + count(transfer::suite::sound(), holds) + count(slots::suite::sound(), holds);
    println!("one rule switched off       actions   states  broken property");
    let unbroken = count(suite::broken(), breaks)
        + count(transfer::suite::broken(), breaks)
        + count(slots::suite::broken(), breaks);
    println!("a holder is broken");
    let unlimited = count(suite::not_promised(), breaks);
    if unsound + unbroken + unlimited == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

/// How many searches do not find what they have to. `ETCDPAT_MODEL_ONLY` chooses some by how their names begin.
fn count<S: Search>(mut searches: Vec<S>, is_good: fn(&S) -> bool) -> usize {
    let only = std::env::var("ETCDPAT_MODEL_ONLY").ok();
    searches.retain(|one| one.name().is_empty() || only.as_ref().is_none_or(|only| one.name().starts_with(only)));
    searches.iter().filter(|one| !is_good(one)).count()
}

/// Whether every property of a configuration holds.
fn holds(config: &impl Search) -> bool {
    let searched = search(config);
    let (name, took) = (config.name(), searched.took.as_secs_f32());
    println!("{name}: {} states, depth {}, {took:.1} s", searched.states, searched.depth);
    println!("    {}", config.describe());
    println!("    {}", config.faults());
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
fn breaks(config: &impl Search) -> bool {
    let Some(property) = config.only() else { return false };
    let rule = config.without().unwrap_or_default();
    let Some(found) = counter_example(config) else {
        println!("{rule:27} NOT FOUND: {property}");
        return false;
    };
    let circle = found.circle.map(|(stem, circle)| match circle {
        0 => format!(" (then {stem} fair steps to a dead end)"),
        _ => format!(" (then {stem} fair steps into a circle of {circle})"),
    });
    let circle = circle.unwrap_or_default();
    println!("{rule:27} {:7}  {:7}  not: {property}{circle}", found.actions.len(), found.states);
    if std::env::var_os("ETCDPAT_MODEL_SHOW").is_some() {
        println!("    {:?}", found.actions);
    }
    true
}
