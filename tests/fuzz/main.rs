//! `scripts/fuzz` runs this: arbitrary and half-right bytes for every parser of what a user or another client wrote.
//!
//! `fuzz SECONDS [SEED] [PARSER...]`: each parser for so long, in time of the processor; a line for each, and the inputs
//! that were too much.

#![allow(
    clippy::unwrap_used,
    clippy::pedantic,
    clippy::print_stdout,
    clippy::print_stderr,
    dead_code,
    missing_docs,
    unreachable_pub
)]

mod inputs;
mod parsers;
#[path = "../support/random.rs"]
mod random;
mod run;

use std::time::Duration;

use nix::sys::resource::{UsageWho, getrusage};
use nix::sys::time::TimeValLike;
use random::Random;

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    let (Some(Ok(seconds)), rest) = (words.first().map(|word| word.parse()), words.get(1..).unwrap_or_default()) else {
        eprintln!("usage: fuzz SECONDS [SEED] [PARSER...]");
        std::process::exit(2);
    };
    let seed = rest.first().and_then(|word| word.parse().ok());
    let names = &rest[usize::from(seed.is_some())..];
    let mut sound = true;
    for parser in parsers::all() {
        if !names.is_empty() && !names.iter().any(|name| name == parser.name) {
            continue;
        }
        let seed = seed.unwrap_or_else(|| std::time::UNIX_EPOCH.elapsed().unwrap().as_secs());
        let end = spent() + Duration::from_secs(seconds);
        let report = run::run(&parser, Random::seeded(seed), |_| spent() < end);
        println!("{:<12} seed {seed}: {report}", parser.name);
        sound &= report.faults.is_empty();
    }
    std::process::exit(i32::from(!sound));
}

/// What this process and its children have taken of the processor.
fn spent() -> Duration {
    let of = |who| {
        let usage = getrusage(who).unwrap();
        [usage.user_time(), usage.system_time()]
    };
    let times = [UsageWho::RUSAGE_SELF, UsageWho::RUSAGE_CHILDREN].map(of);
    times.iter().flatten().map(|time| Duration::from_micros(time.num_microseconds().unsigned_abs())).sum()
}
