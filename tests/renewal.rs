//! Renewals that count, and losses that a holder learns of by them, or at once.

use std::time::{Duration, Instant};

use crate::support::gate::{Fate, Gate, renews};
use crate::support::peers::Alone;
use crate::support::{
    Etcd, Running, Setup, Signal, eventually, gone_within, is_alive, number_in, path, quiet, stubborn, until,
};

/// TTL and a third of it, where a leader that was replaced answers.
const TTL: u64 = 12;

/// The lease in a key, as it goes on the wire.
fn varint(key: &str) -> Vec<u8> {
    let mut rest = u64::from_str_radix(key.rsplit_once('/').unwrap().1, 16).unwrap();
    let mut bytes = Vec::new();
    while rest > 0x7f {
        bytes.push(rest as u8 | 0x80);
        rest >>= 7;
    }
    bytes.push(rest as u8);
    bytes
}

/// One holder whose endpoints are A and B. B led, was stopped and has been replaced, and can't hear of it. When the second renewal is due, A is
/// away for a moment. B goes on, answers what it finds waiting, and is away again after `answers` keepalives: what A is
/// asked after that must not confirm what B has answered. Both are away then. Whether two held at once.
fn overlaps(etcd: &Etcd, alone: &Alone, answers: usize) -> bool {
    let dir = tempfile::tempdir().unwrap();
    let pid = path(&dir, "pid");
    let stale = etcd.leader();
    let fresh = [(stale + 1) % 3, (stale + 2) % 3];
    let direct = format!("{},{}", etcd.endpoint(fresh[0]), etcd.endpoint(fresh[1]));
    let pat = |arguments: &[&str], endpoints: &str| etcd.pat(arguments).env("ETCDPAT_ENDPOINTS", endpoints);
    let (a, b) = (Gate::before(etcd.endpoint(fresh[0])), Gate::before(etcd.endpoint(stale)));
    let ttl = format!("{TTL}s");
    let held = pat(
        &["lock", "--ttl", &ttl, "--grace", "0", "/l", "--", "sh", "-c", &stubborn(&pid)],
        &format!("{},{}", a.endpoint, b.endpoint),
    )
    .spawn();
    let begun = Instant::now();
    let first = number_in(&pid);
    etcd.isolate(stale);
    etcd.signal_member(stale, Signal::STOP);
    until("a new leader", || pat(&["lock", "--ttl", "2s", "/elected", "--", "true"], &direct).run().code == 0);
    let at = |seconds: f64| {
        std::thread::sleep((begun + Duration::from_secs_f64(seconds)).saturating_duration_since(Instant::now()))
    };
    let third = TTL as f64 / 3.0;
    let script = format!("kill -0 {first} 2>/dev/null && echo beside || echo alone");
    let next = pat(&["lock", "--ttl", "30s", "/l", "--", "sh", "-c", &script], &direct).spawn();
    at(1.5 * third);
    let (mut left, back) = (answers, a.clone());
    b.set_rule(move |frame| {
        left = left.saturating_sub(usize::from(renews(frame.data, TTL as u8)));
        if left > 0 {
            return Fate::Pass;
        }
        back.heal();
        Fate::PassAndRefuse
    });
    a.refuse();
    let lease = varint(&etcd.queue_at(&direct, "/l")[0]);
    eventually("B is asked to renew", Duration::from_secs(10), || b.was_sent(&lease).then_some(()));
    etcd.signal_member(stale, Signal::CONT);
    let answered = Instant::now();
    while b.shut_at().is_none() && answered.elapsed() < Duration::from_millis(1500) {
        std::thread::sleep(Duration::from_millis(1));
    }
    etcd.signal_member(stale, Signal::STOP);
    b.refuse();
    a.heal();
    at(2.0 * third + 2.8);
    a.refuse();
    let beside = next.wait().stdout;
    let done = held.wait();
    assert_eq!(done.code, 123, "{}", done.stderr);
    etcd.signal_member(stale, Signal::CONT);
    alone.rejoin();
    etcd.wait_healthy();
    eventually("no lease", Duration::from_secs(40), || etcd.leases().is_empty().then_some(()));
    assert!(["beside\n", "alone\n"].contains(&beside.as_str()), "{beside}");
    if std::env::var_os("ETCDPAT_TEST_RUNS").is_some() {
        eprintln!("{answers} answers, B was away at {:?}: {}", b.shut_at().map(|at| at - begun), beside.trim_end());
    }
    beside == "beside\n"
}

/// `ETCDPAT_TEST_RUNS=30` for more than the few that a suite has time for.
#[test]
fn a_renewal_that_two_members_have_answered_does_not_count() {
    let runs = std::env::var("ETCDPAT_TEST_RUNS").map_or(2, |runs| runs.parse().unwrap());
    let alone = Alone::default();
    let etcd = Etcd::with(Setup { members: 3, alone: Some(alone.clone()), ..Setup::default() });
    let overlaps: Vec<_> = (0..runs).map(|run| overlaps(&etcd, &alone, 1 + run % 2)).collect();
    let count = overlaps.iter().filter(|overlap| **overlap).count();
    assert_eq!(count, 0, "of {runs} runs had two holders: {overlaps:?}");
}

/// Holds /l through `gate`, with a TTL of six seconds, and silences its watches.
fn hold_unwatched(etcd: &Etcd, gate: &Gate, pid: &str) -> (Running, i32) {
    let lock = ["lock", "-v", "--ttl", "6s", "--grace", "0", "/l", "--", "sh", "-c", &stubborn(pid)];
    let held = etcd.pat(&lock).env("ETCDPAT_ENDPOINTS", &gate.endpoint).spawn();
    gate.silence_watches();
    (held, number_in(pid))
}

/// What somebody does to a holder's key.
type Change = fn(&Etcd, &str);

#[test]
fn a_holder_whose_watch_never_delivers_learns_at_the_next_renewal_that_its_key_is_gone() {
    for mut etcd in Etcd::of_each_version() {
        etcd.leave_be();
        let changes: [(&str, Change); 3] = [
            ("its key was deleted", |etcd, key| {
                assert_eq!(etcd.run(&format!("lock break /l --key {key}")).code, 0);
            }),
            ("its key was written by somebody else", |etcd, key| drop(etcd.ctl(&format!("put {key} mine")))),
            ("its key was deleted", |etcd, key| {
                // It is there all the time, as who asks for its existence alone sees it.
                let lease = format!("--lease={}", key.rsplit_once('/').unwrap().1);
                etcd.ctl(&format!("del {key}"));
                etcd.ctl(&format!("put {lease} {key} mine"));
            }),
        ];
        for (reason, change) in changes {
            let dir = tempfile::tempdir().unwrap();
            let gate = Gate::before(etcd.endpoint(0));
            let (held, command) = hold_unwatched(&etcd, &gate, &path(&dir, "pid"));
            // Watched by now, and renewed once.
            std::thread::sleep(Duration::from_millis(2500));
            assert!(is_alive(command));
            change(&etcd, &etcd.queue("/l")[0]);
            // A third of the TTL, and the kill.
            let took = gone_within(Duration::from_secs(4), command);
            assert!(took < Duration::from_millis(2800), "{took:?}");
            let done = held.wait();
            assert_eq!(done.code, 123, "{}", done.stderr);
            assert!(done.stderr.contains(reason), "{}", done.stderr);
            until("nothing is left", || etcd.queue("/l").is_empty());
        }
    }
}

#[test]
fn a_kill_waits_for_no_reason() {
    let _turn = quiet();
    let etcd = Etcd::start();
    let kill = || {
        let dir = tempfile::tempdir().unwrap();
        let gate = Gate::before(etcd.endpoint(0));
        let (held, command) = hold_unwatched(&etcd, &gate, &path(&dir, "pid"));
        std::thread::sleep(Duration::from_millis(300));
        let key = etcd.queue("/l")[0].clone();
        // The deletion is the last that is heard of the server: whatever is asked after it has no answer.
        let deleted = key.clone();
        gate.set_rule(move |frame| {
            let is_it = frame.data.windows(deleted.len()).any(|window| window == deleted.as_bytes());
            if is_it { Fate::PassAndFreeze } else { Fate::Pass }
        });
        etcd.ctl(&format!("del {key}"));
        eventually("the end of the command", Duration::from_secs(5), || (!is_alive(command)).then_some(()));
        let took = gate.shut_at().expect("the deletion was told").elapsed();
        gate.heal();
        assert_eq!(held.wait().code, 123);
        took
    };
    // The quickest of some: the machine may have others to serve.
    let took = (0..5).map(|_| kill()).min().unwrap();
    assert!(took < Duration::from_millis(60), "{took:?}");
}
