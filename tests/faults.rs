//! The lock lost or out of reach: the command is stopped first, and not a moment too early.

use std::time::Duration;

use crate::support::{Etcd, Running, is_alive, number_in, path, reap_zombie_free, rows, stubborn_tree, tree, until};

#[test]
fn a_revoked_lease_ends_the_whole_tree_and_then_etcdpat_with_123() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let held = etcd.lock("/l").sh(&stubborn_tree(&dir)).start();
    let tree = tree(&dir);
    assert!(tree.into_iter().all(is_alive));
    etcd.revoke_all();
    let done = held.wait();
    assert_eq!(done.code, 123);
    assert!(tree.into_iter().all(reap_zombie_free), "dead and reaped before the exit");
    assert!(done.stderr.contains("its lease was revoked"), "{}", done.stderr);
}

#[test]
fn a_frozen_etcd_ends_the_command_before_the_deadline() {
    // Twenty runs: four freezes of five holders each.
    let etcd = Etcd::start();
    for _ in 0..4 {
        let dirs: Vec<_> = (0..5).map(|_| tempfile::tempdir().unwrap()).collect();
        let held: Vec<_> = dirs.iter().enumerate().map(|(index, dir)| hold_with_clock(&etcd, index, dir)).collect();
        let commands: Vec<_> = dirs.iter().map(|dir| number_in(&path(dir, "pid"))).collect();
        let frozen_at = uptime();
        etcd.freeze();
        let mut left = commands;
        while uptime() < frozen_at + 4.0 && !left.is_empty() {
            left.retain(|&command| !reap_zombie_free(command));
            std::thread::sleep(Duration::from_millis(5));
        }
        assert!(left.is_empty(), "dead and reaped 4 s after the freeze");
        for (dir, held) in dirs.iter().zip(held) {
            assert!(std::fs::exists(path(dir, "termed")).unwrap(), "it got SIGTERM first");
            let done = held.wait();
            assert_eq!(done.code, 123, "{}", done.stderr);
            assert!(done.stderr.contains("frees itself by"), "{}", done.stderr);
        }
        etcd.thaw();
        etcd.wait_healthy();
        until("the leases expire", || etcd.leases().is_empty());
    }
}

/// Holds a lock with a command that notes its pid and any SIGTERM, and goes on nevertheless.
fn hold_with_clock(etcd: &Etcd, index: usize, dir: &tempfile::TempDir) -> Running {
    let (pid, termed) = (path(dir, "pid"), path(dir, "termed"));
    let script = format!("trap 'echo 1 > {termed}' TERM; echo $$ > {pid}; while :; do sleep 0.1; done");
    etcd.pat(&["lock", "--ttl", "4s", "--grace", "1s", &format!("/l{index}"), "--", "sh", "-c", &script]).spawn()
}

fn uptime() -> f64 {
    std::fs::read_to_string("/proc/uptime").unwrap().split(' ').next().unwrap().parse().unwrap()
}

#[test]
fn an_etcd_that_is_frozen_for_8_s_or_restarted_disturbs_no_command() {
    let mut etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let (pid, done) = (path(&dir, "pid"), path(&dir, "done"));
    let script = format!("echo $$ > {pid}; while [ ! -e {done} ]; do sleep 0.05; done");
    let held = etcd.lock("/l").with_ttl(15).sh(&script).start();
    let command = number_in(&pid);
    // Over the first renewal, at 5 s.
    std::thread::sleep(Duration::from_secs(1));
    etcd.freeze();
    std::thread::sleep(Duration::from_secs(8));
    etcd.thaw();
    let left = || rows(&etcd.run("lock status /l -o json").stdout)[0]["ttl_left"].as_i64().unwrap();
    until("it is renewed", || left() >= 13);
    etcd.kill_member(0);
    std::thread::sleep(Duration::from_secs(1));
    etcd.start_member(0);
    etcd.wait_healthy();
    // Over the next renewal.
    std::thread::sleep(Duration::from_secs(6));
    assert!(is_alive(command));
    std::fs::write(&done, "").unwrap();
    let ended = held.wait();
    assert_eq!(ended.code, 0);
    // It is told: that the lease was not confirmed for a while, and then was.
    let told: Vec<_> = ended.stderr.lines().filter(|line| !line.contains("the lease is not confirmed: ")).collect();
    assert!(told.len() == 1 && told[0].contains("the lease is confirmed again"), "{}", ended.stderr);
}

#[test]
fn a_waiter_outlives_an_outage_and_says_so() {
    let mut etcd = Etcd::start();
    let held = etcd.lock("/l").hold();
    let waiter = etcd.pat("lock --ttl 2s --command-timeout 500ms /l -- echo mine").spawn();
    waiter.wait_for_stderr("waiting for lock /l");
    etcd.kill_member(0);
    // Longer than its TTL.
    std::thread::sleep(Duration::from_secs(3));
    waiter.wait_for_stderr("etcd is away");
    etcd.start_member(0);
    etcd.wait_healthy();
    waiter.wait_for_stderr("etcd is back");
    assert_eq!(held.end().code, 143);
    let done = waiter.wait();
    assert_eq!((done.code, done.stdout.as_str()), (0, "mine\n"));
}

#[test]
fn a_timeout_counts_while_etcd_is_away() {
    let mut etcd = Etcd::start();
    let held = etcd.lock("/l").hold();
    let waiter = etcd.pat("lock --timeout 2s /l -- true").spawn();
    waiter.wait_for_stderr("waiting for lock /l");
    etcd.kill_member(0);
    let done = waiter.wait();
    assert_eq!(done.code, 124);
    assert!(done.took < Duration::from_secs(4), "{:?}", done.took);
    etcd.start_member(0);
    etcd.wait_healthy();
    held.end();
    etcd.revoke_all();
}
