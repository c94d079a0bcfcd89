//! Signals to etcdpat, to its guardian, and what becomes of the command.

use std::time::{Duration, Instant};

use crate::support::{
    self, Etcd, Running, Signal, children_of, eventually, is_alive, number_in, path, plain_tree, quiet,
    reap_zombie_free, signal, signals_of, until,
};

/// A command that notes which signals it gets, and ends with 5 when a file appears.
fn noting(etcd: &Etcd, dir: &tempfile::TempDir, options: &str) -> Running {
    let (log, pid, end) = (path(dir, "log"), path(dir, "pid"), path(dir, "end"));
    let traps: String = ["TERM", "INT", "HUP", "QUIT", "USR1", "USR2"]
        .map(|name| format!("trap 'echo {name} >> {log}' {name}; "))
        .concat();
    let script = format!("{traps} echo $$ > {pid}; until [ -e {end} ]; do sleep 0.02; done; exit 5");
    let held = etcd.lock("/l").with(options).sh(&script).start();
    number_in(&pid);
    held
}

#[test]
fn signals_are_forwarded_and_the_lock_kept_until_the_command_has_ended() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let held = noting(&etcd, &dir, "--ttl 2s");
    let logged = || std::fs::read_to_string(path(&dir, "log")).unwrap_or_default();
    let signals = [
        (Signal::HUP, "HUP"),
        (Signal::QUIT, "QUIT"),
        (Signal::USR1, "USR1"),
        (Signal::USR2, "USR2"),
        (Signal::TERM, "TERM"),
    ];
    for (signal, name) in signals {
        held.signal(signal);
        until(name, || logged().lines().filter(|line| *line == name).count() == 1);
    }
    // Renewed for longer than its TTL.
    let until_then = Instant::now() + Duration::from_secs(4);
    while Instant::now() < until_then {
        assert_eq!(etcd.queue("/l").len(), 1);
        std::thread::sleep(Duration::from_millis(200));
    }
    std::fs::write(path(&dir, "end"), "").unwrap();
    let done = held.wait();
    assert_eq!(done.code, 5, "the command's own exit code");
    assert_eq!(etcd.queue("/l").len(), 0, "gone at once");
}

#[test]
fn a_second_sigterm_kills_the_tree_and_then_releases() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let held = noting(&etcd, &dir, "");
    let command = number_in(&path(&dir, "pid"));
    held.signal(Signal::TERM);
    until("the first is forwarded", || std::fs::exists(path(&dir, "log")).unwrap());
    assert!(is_alive(command));
    // Half a second after the first, and not sooner.
    std::thread::sleep(Duration::from_millis(500));
    let done = held.end();
    assert_eq!(done.code, 137);
    assert!(reap_zombie_free(command));
}

/// Holds /l with a tree of three. Their pids.
fn tree(etcd: &Etcd, dir: &tempfile::TempDir, options: &str) -> (Running, [i32; 3]) {
    let held = etcd.lock("/l").with(options).sh(&plain_tree(dir)).start();
    (held, support::tree(dir))
}

fn all_dead_within(pids: [i32; 3], limit: Duration) {
    let begun = Instant::now();
    while pids.into_iter().any(is_alive) {
        assert!(begun.elapsed() < limit, "alive after {limit:?}: {:?}", pids.map(is_alive));
        std::thread::sleep(Duration::from_millis(1));
    }
}

#[test]
fn sigkill_to_etcdpat_ends_the_whole_tree_within_100_ms() {
    let _turn = quiet();
    let mut etcd = Etcd::start();
    for _ in 0..5 {
        let dir = tempfile::tempdir().unwrap();
        let (held, pids) = tree(&etcd, &dir, "");
        held.signal(Signal::KILL);
        all_dead_within(pids, Duration::from_millis(100));
        drop(held);
        etcd.revoke_all();
    }
    etcd.user = None;
}

#[test]
fn a_stopped_etcdpat_leaves_no_running_command_past_the_deadline() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let (held, pids) = tree(&etcd, &dir, "--ttl 3s");
    held.signal(Signal::STOP);
    all_dead_within(pids, Duration::from_secs(3));
    until("the lease expires", || etcd.queue("/l").is_empty());
    held.signal(Signal::CONT);
    let done = held.wait();
    assert_eq!(done.code, 123, "{}", done.stderr);
}

#[test]
fn a_command_that_ended_while_etcdpat_was_stopped_has_ended_in_time() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let held = noting(&etcd, &dir, "--ttl 2s");
    held.signal(Signal::STOP);
    std::fs::write(path(&dir, "end"), "").unwrap();
    until("the command ends", || !is_alive(number_in(&path(&dir, "pid"))));
    until("the lease expires", || etcd.queue("/l").is_empty());
    held.signal(Signal::CONT);
    assert_eq!(held.wait().code, 5);
}

#[test]
fn sigkill_to_the_guardian_ends_the_tree_and_releases() {
    let etcd = Etcd::start();
    for _ in 0..5 {
        let dir = tempfile::tempdir().unwrap();
        let (held, pids) = tree(&etcd, &dir, "");
        signal(held.guardian(), Signal::KILL);
        let done = held.wait();
        assert_eq!(done.code, 125, "{}", done.stderr);
        assert!(pids.into_iter().all(reap_zombie_free));
        assert!(etcd.queue("/l").is_empty());
    }
}

#[test]
fn a_stopped_guardian_is_put_out_of_the_way_before_the_deadline() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let (held, pids) = tree(&etcd, &dir, "--ttl 3s");
    signal(held.guardian(), Signal::STOP);
    etcd.freeze();
    all_dead_within(pids, Duration::from_secs(3));
    etcd.thaw();
    assert_eq!(held.wait().code, 123);
    until("the lease is gone", || etcd.leases().is_empty());
}

#[test]
fn a_stopped_command_is_killed_when_the_lock_is_lost() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let (held, pids) = tree(&etcd, &dir, "");
    pids.into_iter().for_each(|pid| signal(pid, Signal::STOP));
    etcd.revoke_all();
    assert_eq!(held.wait().code, 123);
    assert!(pids.into_iter().all(reap_zombie_free));
}

#[test]
fn nested_etcdpats_end_together() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let pid = path(&dir, "pid");
    let own = env!("CARGO_BIN_EXE_etcdpat");
    let held = etcd
        .pat(&["lock", "/a", "--", own, "lock", "/b", "--", "sh", "-c", &format!("echo $$ > {pid}; sleep 1000")])
        .spawn();
    let inner = number_in(&pid);
    let done = held.end();
    assert_eq!((done.code, done.stderr.as_str()), (143, ""));
    assert!(reap_zombie_free(inner));
    // The outer lock lost: the inner tree goes with it.
    std::fs::write(&pid, "").unwrap();
    let held = etcd
        .pat(&["lock", "/a", "--", own, "lock", "/b", "--", "sh", "-c", &format!("echo $$ > {pid}; sleep 1000")])
        .spawn();
    let inner = number_in(&pid);
    etcd.revoke_lease_of(&etcd.queue("/a")[0]);
    assert_eq!(held.wait().code, 123);
    assert!(reap_zombie_free(inner));
    etcd.revoke_all();
}

/// A grandchild in a session of its own that ignores SIGTERM. Its pid goes into a file.
fn stubborn_grandchild(dir: &tempfile::TempDir) -> String {
    format!("setsid sh -c 'trap \"\" TERM; echo $$ > {}; while :; do sleep 0.1; done' & ", path(dir, "grandchild"))
}

#[test]
fn etcdpat_and_command_killed_together_leave_nobody() {
    let etcd = Etcd::start();
    for stop_guardian in [false, false, false, true] {
        let dir = tempfile::tempdir().unwrap();
        let pid = path(&dir, "pid");
        let script = format!("{} echo $$ > {pid}; while :; do sleep 0.1; done", stubborn_grandchild(&dir));
        let held = etcd.lock("/l").with_ttl(3).sh(&script).start();
        let (command, grandchild) = (number_in(&pid), number_in(&path(&dir, "grandchild")));
        let guardian = held.guardian();
        if stop_guardian {
            // Its reports reach nobody when it goes on.
            signal(guardian, Signal::STOP);
            signal(command, Signal::KILL);
            held.signal(Signal::KILL);
            signal(guardian, Signal::CONT);
        } else {
            held.signal(Signal::KILL);
            // The guardian may have been faster.
            let command = nix::unistd::Pid::from_raw(command);
            let _ = nix::sys::signal::kill(command, nix::sys::signal::Signal::SIGKILL);
        }
        until("the grandchild is dead", || !is_alive(grandchild));
        until("the guardian is gone", || !is_alive(guardian));
        drop(held);
        etcd.revoke_all();
    }
}

#[test]
fn a_guardian_whose_reports_nobody_reads_keeps_the_deadline() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let pid = path(&dir, "pid");
    // A child that stops and continues the command as fast as it can: a report each.
    let script =
        format!("echo $$ > {pid}; (while kill -STOP $$ && kill -CONT $$; do :; done) & while :; do sleep 0.1; done");
    let held = etcd.lock("/l").with_ttl(4).sh(&script).start();
    let command = number_in(&pid);
    let begun = Instant::now();
    held.signal(Signal::STOP);
    while is_alive(command) {
        assert!(begun.elapsed() < Duration::from_secs(4));
        std::thread::sleep(Duration::from_millis(5));
    }
    until("the lease expires", || etcd.queue("/l").is_empty());
    held.signal(Signal::CONT);
    assert_eq!(held.wait().code, 123);
}

#[test]
fn each_process_gets_sigterm_once() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let (log, up) = (path(&dir, "log"), path(&dir, "up"));
    // One in the command's group and one in a session of its own; both outlive the first SIGTERM by a little.
    let inner =
        format!("trap \"echo $0 >> {log}\" TERM; echo $0 >> {up}; for i in 1 2 3 4 5 6 7 8; do sleep 0.1; done");
    std::fs::write(path(&dir, "inner"), inner).unwrap();
    let inner = path(&dir, "inner");
    let start = format!("sh {inner} & setsid sh {inner} & until [ $(wc -l < {up}) = 2 ]; do sleep 0.05; done");
    // As stragglers.
    std::fs::write(&up, "").unwrap();
    let done = etcd.lock("/l").sh(&start).run();
    assert_eq!(done.code, 0);
    assert_eq!(std::fs::read_to_string(&log).unwrap().lines().count(), 2);
    // By a forwarded SIGTERM, that ends the command itself at once.
    for path in [&up, &log] {
        std::fs::write(path, "").unwrap();
    }
    let held = etcd.lock("/l").sh(&format!("{start}; sleep 1000")).start();
    until("both are up", || std::fs::read_to_string(&up).unwrap().lines().count() == 2);
    assert_eq!(held.end().code, 143);
    assert_eq!(std::fs::read_to_string(&log).unwrap().lines().count(), 2);
}

/// The process in readiness: the guardian's child, while the keeper waits.
fn ready_process(waiter: &Running) -> i32 {
    let guardian = waiter.guardian();
    eventually("the process in readiness", Duration::from_secs(5), || children_of(guardian).first().copied())
}

#[test]
fn a_signal_at_the_hand_over_is_not_lost() {
    let etcd = Etcd::start();
    let holder = etcd.lock("/l").hold();
    let waiter = etcd.pat("lock -v /l -- sh -c 'exit 7'").spawn();
    waiter.wait_for_stderr("waiting for lock /l");
    // Stopped between the order to become the command and exec.
    let ready = ready_process(&waiter);
    signal(ready, Signal::STOP);
    holder.end();
    waiter.wait_for_stderr("acquired lock /l");
    // SIGCONT comes with it.
    assert_eq!(waiter.end().code, 143);
}

#[test]
fn a_signal_that_comes_as_the_command_is_forked_is_not_lost() {
    let etcd = Etcd::start();
    let holder = etcd.lock("/l").hold();
    let waiter = etcd.pat("lock -v /l -- sleep 20").spawn();
    waiter.wait_for_stderr("waiting for lock /l");
    // The guardian forks another one when it is told to run the command, and reads of the signal at once after that.
    let (guardian, ready) = (waiter.guardian(), ready_process(&waiter));
    signal(ready, Signal::KILL);
    until("it is dead", || !is_alive(ready));
    signal(guardian, Signal::STOP);
    holder.end();
    waiter.wait_for_stderr("acquired lock /l");
    waiter.signal(Signal::TERM);
    until("the keeper has it", || signals_of(waiter.pid(), "ShdPnd") == 0);
    signal(guardian, Signal::CONT);
    assert_eq!(waiter.wait_at_most(Duration::from_secs(10)).code, 143);
}

#[test]
fn a_command_is_not_started_after_its_time() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let ran = path(&dir, "ran");
    let holder = etcd.lock("/l").hold();
    let waiter = etcd.pat(&["lock", "-v", "--ttl", "2s", "/l", "--", "touch", &ran]).spawn();
    waiter.wait_for_stderr("waiting for lock /l");
    let ready = ready_process(&waiter);
    signal(ready, Signal::STOP);
    holder.end();
    waiter.wait_for_stderr("acquired lock /l");
    // Its SIGTERM comes, with the SIGCONT that lets it take it.
    etcd.freeze();
    assert_eq!(waiter.wait().code, 123);
    assert!(!std::fs::exists(&ran).unwrap());
    etcd.thaw();
    until("the lease is gone", || etcd.leases().is_empty());
}

#[test]
fn a_stopped_guardian_is_put_out_of_the_way_however_much_it_was_told() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let (held, pids) = tree(&etcd, &dir, "--ttl 4s");
    signal(held.guardian(), Signal::STOP);
    for _ in 0..700 {
        held.signal(Signal::USR2);
        std::thread::sleep(Duration::from_millis(1));
    }
    etcd.freeze();
    all_dead_within(pids, Duration::from_secs(4));
    etcd.thaw();
    assert_eq!(held.wait().code, 123);
    until("the lease is gone", || etcd.leases().is_empty());
}

#[test]
fn a_revoked_lease_ends_the_tree_under_a_stopped_guardian_too() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let (held, pids) = tree(&etcd, &dir, "--ttl 10s");
    // Its watch begins when the command has run for a while.
    std::thread::sleep(Duration::from_millis(200));
    signal(held.guardian(), Signal::STOP);
    etcd.revoke_all();
    all_dead_within(pids, Duration::from_secs(2));
    assert_eq!(held.wait().code, 123);
}

#[test]
fn a_stopped_guardian_does_not_hold_up_a_waiter() {
    let etcd = Etcd::start();
    let holder = etcd.lock("/l").hold();
    let waiter = etcd.lock("/l").command("true").queue();
    signal(waiter.guardian(), Signal::STOP);
    waiter.signal(Signal::TERM);
    assert_eq!(waiter.wait_at_most(Duration::from_secs(5)).code, 143);
    holder.end();
}

#[test]
fn a_large_command_line_is_taken_quickly() {
    let etcd = Etcd::start();
    let words: Vec<String> = (0..12).map(|n| n.to_string().repeat(100_000 / n.to_string().len())).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let arguments = [&["lock", "--ttl", "2s", "/l", "--", "sh", "-c", "echo $#", "sh"][..], &words].concat();
    let done = etcd.run(&arguments);
    assert_eq!((done.code, done.stdout.as_str()), (0, "12\n"), "{}", done.stderr);
    assert!(done.took < Duration::from_secs(2), "{:?}", done.took);
}
