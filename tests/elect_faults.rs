//! Faults on a cluster of three, of which each could make two leaders.

use std::time::Duration;

use crate::support::contest::Contest;
use crate::support::{Pat, Running};

fn node(endpoints: &str, id: &str, script: &str, _dir: &str) -> Running {
    let words = ["elect", "/e", "--id", id, "--ttl", "2s", "--grace", "100ms", "--", "sh", "-c", script];
    Pat::new(&words).env("ETCDPAT_ENDPOINTS", endpoints).spawn()
}

/// The leader is asked; whether one was there.
fn resign(contest: &Contest) -> bool {
    let asked = contest.etcd.run("elect resign /e");
    assert!(asked.code == 0 || asked.stderr.contains("nobody leads"), "{}", asked.stderr);
    asked.code == 0
}

/// Some rounds, or as many as ROUNDS says: all faults in turn.
#[test]
fn no_fault_makes_two_leaders() {
    let faults = [&["asked"][..], &Contest::FAULTS].concat();
    let rounds = std::env::var("ROUNDS").map_or(faults.len(), |rounds| rounds.parse().unwrap());
    let mut contest = Contest::new("/e", node);
    for fault in faults.iter().cycle().take(rounds) {
        let asked = |contest: &Contest, _| assert!(resign(contest));
        let took = contest.round(fault, asked, resign);
        println!("{fault} {took:?}");
        // The TTL, and a second.
        assert!(*fault != "killed" || took < Duration::from_secs(3), "{took:?}");
    }
    contest.end();
}
