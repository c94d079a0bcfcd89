//! Faults on active-passive nodes of a cluster of three, at random: the primary is never on two nodes.

use std::fs;

use crate::support::contest::Contest;
use crate::support::ha::node_at;
use crate::support::{Random, Running, Signal, children_of, signal};

/// A node is ill as long as there is a file of its id.
fn node(endpoints: &str, id: &str, script: &str, dir: &str) -> Running {
    let check = format!("test ! -e {dir}/ill-{id}");
    let options = [
        &["--secondary", "exec sleep 1000", "--grace", "100ms", "--health", &check][..],
        &["--health-interval", "100ms", "--fall", "2", "--start-period", "0"],
    ];
    node_at(endpoints, id, script, &options.concat())
}

/// Some rounds, or as many as ROUNDS says.
#[test]
fn no_fault_makes_two_primaries() {
    let faults = [&["switched", "unhealthy", "child killed"][..], &Contest::FAULTS].concat();
    let rounds = std::env::var("ROUNDS").map_or(faults.len(), |rounds| rounds.parse().unwrap());
    let mut random = Random::new();
    let mut contest = Contest::new("/ha", node);
    for round in 0..rounds {
        // Each at least once in as many rounds as there are faults.
        let fault = faults.get(round).copied().unwrap_or_else(|| faults[random.below(faults.len())]);
        let mut ill = None;
        let other = |contest: &Contest, at: usize| match fault {
            "switched" => {
                let to = &contest.nodes[(at + 1) % 3].id;
                assert_eq!(contest.etcd.run(&["ha", "switch", "/ha", "--to", to]).code, 0);
            }
            "unhealthy" => {
                let file = ill.insert(contest.path(&format!("ill-{}", contest.nodes[at].id)));
                fs::write(file, "").unwrap();
            }
            _ => {
                // The work's guardian is started before the checks'.
                let guardians = children_of(contest.nodes[at].running.pid());
                signal(children_of(*guardians.iter().min().unwrap())[0], Signal::KILL);
            }
        };
        let resign = |contest: &Contest| contest.etcd.run("elect resign /ha").code == 0;
        let took = contest.round(fault, other, resign);
        println!("{fault} {took:?}");
        if let Some(ill) = ill {
            fs::remove_file(ill).unwrap();
        }
    }
    contest.end();
}
