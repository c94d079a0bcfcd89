//! Every parser of what a user or another client wrote takes any bytes: a few hundred each here, millions by `scripts/fuzz`.

mod inputs;
mod parsers;
mod run;

use crate::support::Random;

/// How many inputs each parser gets, of which a seed makes the same ones.
const INPUTS: u64 = 400;

#[test]
fn parsers_take_any_bytes() {
    let faults: Vec<_> = std::thread::scope(|scope| {
        let parsers: Vec<_> = parsers::all().collect();
        let running = parsers.into_iter().map(|parser| {
            scope.spawn(move || (parser.name, run::run(&parser, Random::seeded(1), |count| count < INPUTS)))
        });
        let running: Vec<_> = running.collect();
        running.into_iter().map(|thread| thread.join().unwrap()).collect()
    });
    for (name, report) in faults {
        assert!(report.faults.is_empty(), "{name}: {report}");
        assert!(report.understood > 0, "{name}: none of the inputs means anything: {report}");
    }
}
