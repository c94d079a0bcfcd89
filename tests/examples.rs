//! `etcdpat examples`: what it shows, and that nothing of it is left, however it ends.

use std::time::Duration;

use crate::support::{Etcd, Signal, Terminal, children_of, eventually, is_alive, until};

/// Where an example is ended: when it has told this step.
const POINTS: [(&str, &str); 11] = [
    ("lock", "Who waits, waits in line."),
    ("discovery", "A client picks one."),
    ("load-balancing", "By weight:"),
    ("config", "while a file is imported"),
    ("flags", "For 60 of 100"),
    ("election", "Hand over to the third."),
    ("leader-task", "another one waits."),
    ("txn", "Somebody holds a lock"),
    ("lease", "Put a key on it"),
    ("watch", "With a resume file"),
    ("ha", "A third one joins."),
];

/// How long a key may be left: the TTL of the leases, and what a server takes to end one.
const LEFT: Duration = Duration::from_secs(12);

/// All processes below this one.
fn below(pid: i32) -> Vec<i32> {
    let children = children_of(pid);
    children.iter().copied().chain(children.iter().copied().flat_map(below)).collect()
}

fn is_empty(etcd: &Etcd) -> bool {
    etcd.keys("").is_empty() && etcd.leases().is_empty()
}

/// Ends each example at its point. `has_ended` looks at what is left in etcd.
fn end_each_with(signal: Signal, etcd: &Etcd, has_ended: impl Fn(&str)) {
    for (example, step) in POINTS {
        let files = tempfile::tempdir().unwrap();
        let running = etcd.pat(&["examples", "--example", example]);
        let running = running.env("TMPDIR", files.path().to_str().unwrap()).spawn();
        running.wait_for_stdout(step);
        let processes = below(running.pid());
        assert!(processes.len() > 2, "{example}: {processes:?}");
        running.signal(signal);
        assert_eq!(running.wait().code, signal.code(), "{example}");
        until(example, || processes.iter().all(|&pid| !is_alive(pid)));
        assert!(signal == Signal::KILL || files.path().read_dir().unwrap().next().is_none(), "{example}: files");
        has_ended(example);
    }
}

#[test]
fn a_signal_leaves_nothing_of_the_examples() {
    std::thread::scope(|scope| {
        for signal in [Signal::INT, Signal::TERM, Signal::HUP] {
            scope.spawn(move || {
                let etcd = Etcd::start();
                // A process that had to be killed leaves its lease to the server.
                let is_clean = |example: &str| eventually(example, LEFT, || is_empty(&etcd).then_some(()));
                end_each_with(signal, &etcd, is_clean);
            });
        }
    });
}

#[test]
fn sigkill_leaves_nothing_of_the_examples_but_leases_that_end() {
    let etcd = Etcd::start();
    end_each_with(Signal::KILL, &etcd, |_| {});
    eventually("all leases have ended", LEFT, || is_empty(&etcd).then_some(()));
}

#[test]
fn ctrl_c_leaves_nothing_of_the_examples_and_stops_a_loop() {
    let etcd = Etcd::start();
    let Some(terminal) = Terminal::open(&etcd) else { return };
    terminal.enter("for i in 1 2; do etcdpat examples --example=lock; echo on''ward; done; echo code=$?.");
    terminal.wait_for("Who waits, waits in line.");
    terminal.keys("C-c");
    let screen = terminal.wait_for("$ ");
    until("it is over", || terminal.processes().trim() == "bash");
    assert!(!screen.contains("onward"), "{screen}");
    assert!(is_empty(&etcd), "{:?}", etcd.keys(""));
}

/// Whatever is put to stay goes through `Client::put`: else it would be left.
#[test]
fn what_is_put_to_stay_is_put_on_a_scratch_lease() {
    let etcd = Etcd::start();
    let lease = etcd.run("lease grant 60s").stdout.trim().to_owned();
    for line in [
        "config set a 1",
        "config flag enable f",
        "config snapshot create v",
        "txn --then 'put /k v' --then 'add /n 1'",
        "txn --then 'add /n 1'",
    ] {
        let done = etcd.pat(line).env("ETCDPAT_SCRATCH_LEASE", &lease).run();
        assert_eq!(done.code, 0, "{line}: {}", done.stderr);
    }
    let shown = etcd.run(&["lease", "ttl", &lease, "--keys", "-o", "json"]).stdout;
    let shown: serde_json::Value = serde_json::from_str(&shown).unwrap();
    let kept: Vec<_> = shown["keys"].as_array().unwrap().iter().map(|key| key.as_str().unwrap().to_owned()).collect();
    assert_eq!(kept, etcd.keys(""));
    assert!(kept.len() > 5, "{kept:?}");
    assert_eq!(etcd.run(&["lease", "revoke", &lease]).code, 0);
    let done = etcd.pat("config set a 1").env("ETCDPAT_SCRATCH_LEASE", &lease).run();
    assert_ne!(done.code, 0, "a lease that is gone is not forgotten");
    let done = etcd.pat("config set a 1").env("ETCDPAT_SCRATCH_LEASE", "x").run();
    assert_eq!(done.code, 2, "{}", done.stderr);
}
