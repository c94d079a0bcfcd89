//! Authentication that expires, members that die, endpoints that lead nowhere.

use std::fs;
use std::time::Duration;

use crate::support::{Etcd, Setup, Signal, black_hole, number_in, path, until};

#[test]
fn an_auth_token_that_expires_goes_unnoticed_while_holding_and_waiting() {
    let mut etcd = Etcd::with(Setup { arguments: vec!["--auth-token-ttl=2".to_owned()], ..Setup::default() });
    etcd.enable_auth();
    let dir = tempfile::tempdir().unwrap();
    let (pid, end) = (path(&dir, "pid"), path(&dir, "end"));
    let as_root =
        |arguments: &[&str]| etcd.pat(arguments).env("ETCDPAT_USER", "root").env("ETCDPAT_PASSWORD", "secret-pw");
    let script = format!("echo $$ > {pid}; until [ -e {end} ]; do sleep 0.05; done");
    let held = as_root(&["lock", "--ttl", "9s", "/l", "--", "sh", "-c", &script]).spawn();
    number_in(&pid);
    let waiter = as_root(&["lock", "--ttl", "9s", "/l", "--", "echo", "mine"]).spawn();
    waiter.wait_for_stderr("waiting for lock /l");
    // Longer than the TTL: both renew, every three seconds, each time with a new token.
    std::thread::sleep(Duration::from_secs(10));
    fs::write(&end, "").unwrap();
    let done = held.wait();
    assert_eq!((done.code, done.stderr.as_str()), (0, ""));
    let done = waiter.wait();
    assert_eq!((done.code, done.stdout.as_str()), (0, "mine\n"));
    assert!(!done.stderr.contains("again") && !done.stderr.contains("away"), "{}", done.stderr);
}

#[test]
fn tokens_lost_in_a_restart_go_unnoticed() {
    let mut etcd = Etcd::start();
    etcd.enable_auth();
    let dir = tempfile::tempdir().unwrap();
    let (pid, end) = (path(&dir, "pid"), path(&dir, "end"));
    let script = format!("echo $$ > {pid}; until [ -e {end} ]; do sleep 0.05; done");
    let as_root = |etcd: &Etcd, arguments: &[&str]| etcd.pat(arguments).env("ETCDPAT_USER", "root:secret-pw");
    let held = as_root(&etcd, &["lock", "--ttl", "6s", "/l", "--", "sh", "-c", &script]).spawn();
    number_in(&pid);
    let waiter = as_root(&etcd, &["lock", "--ttl", "6s", "/l", "--", "true"]).spawn();
    waiter.wait_for_stderr("waiting for lock /l");
    etcd.kill_member(0);
    etcd.start_member(0);
    etcd.wait_healthy();
    std::thread::sleep(Duration::from_secs(8));
    fs::write(&end, "").unwrap();
    assert_eq!(held.wait().code, 0);
    assert_eq!(waiter.wait().code, 0);
}

#[test]
fn the_leader_killed_and_restarted_costs_nobody_the_lock() {
    let mut etcd = Etcd::with(Setup { members: 3, ..Setup::default() });
    let dir = tempfile::tempdir().unwrap();
    let log = path(&dir, "log");
    let section = format!("echo begin $ETCDPAT_FENCE >> {log}; sleep 2; echo end $ETCDPAT_FENCE >> {log}");
    let all: Vec<_> = (0..6).map(|_| etcd.lock("/l").with_ttl(15).sh(&section).start()).collect();
    until("the first section", || fs::exists(&log).unwrap());
    until("all in the queue", || etcd.queue("/l").len() == 6);
    let leader = etcd.leader();
    etcd.kill_member(leader);
    std::thread::sleep(Duration::from_secs(3));
    etcd.start_member(leader);
    for one in all {
        let done = one.wait();
        assert_eq!(done.code, 0, "{}", done.stderr);
        assert!(!done.stderr.contains("lost"), "{}", done.stderr);
    }
    let text = fs::read_to_string(&log).unwrap();
    let lines: Vec<_> = text.lines().collect();
    assert_eq!(lines.len(), 12);
    for pair in lines.chunks(2) {
        assert_eq!(pair[0].strip_prefix("begin"), pair[1].strip_prefix("end"), "{text}");
    }
    etcd.wait_healthy();
}

#[test]
fn a_black_holed_first_endpoint_costs_one_dial_timeout() {
    let etcd = Etcd::with(Setup { members: 3, ..Setup::default() });
    let endpoints = format!("{},{},{}", black_hole(), etcd.endpoint(1), etcd.endpoint(2));
    let done = etcd.pat("lock /l -- true").env("ETCDPAT_ENDPOINTS", &endpoints).run();
    assert_eq!(done.code, 0, "{}", done.stderr);
    assert!(done.took < Duration::from_secs(3), "{:?}", done.took);
    // A dead one costs nothing.
    let endpoints = format!("127.0.0.1:1,{}", etcd.endpoint(2));
    let done = etcd.pat("lock /l -- true").env("ETCDPAT_ENDPOINTS", &endpoints).run();
    assert_eq!(done.code, 0);
    assert!(done.took < Duration::from_secs(1), "{:?}", done.took);
}

#[test]
fn a_frozen_member_does_not_cost_the_lock() {
    let etcd = Etcd::with(Setup { members: 3, ..Setup::default() });
    let leader = etcd.leader();
    let follower = (leader + 1) % 3;
    let endpoints =
        format!("{},{},{}", etcd.endpoint(follower), etcd.endpoint(leader), etcd.endpoint((leader + 2) % 3));
    let dir = tempfile::tempdir().unwrap();
    let (pid, end) = (path(&dir, "pid"), path(&dir, "end"));
    let script = format!("echo $$ > {pid}; until [ -e {end} ]; do sleep 0.05; done");
    let pat = |arguments: &[&str]| etcd.pat(arguments).env("ETCDPAT_ENDPOINTS", &endpoints);
    let held = pat(&["lock", "--ttl", "6s", "/l", "--", "sh", "-c", &script]).spawn();
    number_in(&pid);
    let waiter = pat(&["lock", "--ttl", "6s", "/l", "--", "true"]).spawn();
    waiter.wait_for_stderr("waiting for lock /l");
    etcd.signal_member(follower, Signal::STOP);
    std::thread::sleep(Duration::from_secs(10));
    fs::write(&end, "").unwrap();
    let done = held.wait();
    assert_eq!(done.code, 0, "{done:?}");
    // A renewal that went to the frozen member may have taken more than a second: that is told, and that it is over.
    assert!(done.stderr.lines().all(|line| line.contains("the lease is ")), "{}", done.stderr);
    // The waiter's watch hung at the frozen member: a ping finds that out.
    let done = waiter.wait_at_most(Duration::from_secs(15));
    assert_eq!(done.code, 0, "{}", done.stderr);
    etcd.signal_member(follower, Signal::CONT);
    etcd.wait_healthy();
}

#[test]
fn host_names_are_resolved() {
    let etcd = Etcd::start();
    let endpoint = etcd.endpoint(0).replace("127.0.0.1", "localhost");
    assert_eq!(etcd.pat("lock /l -- true").env("ETCDPAT_ENDPOINTS", &endpoint).run().code, 0);
}

#[test]
fn answers_of_more_than_4_mib_are_received() {
    let mut etcd = Etcd::start();
    let (lease, id) = etcd.grant();
    let value = "v".repeat(1_000_000);
    etcd.put_all((0..6).map(|n| (format!("/big/{n}/{lease}"), value.as_str())), id);
    let listed = etcd.run("lock list /big -o json");
    assert_eq!((listed.code, listed.stdout.lines().count()), (0, 6), "{}", listed.stderr);
    etcd.leave_be();
}

fn client(endpoint: &str) -> etcdpat::client::Client {
    etcdpat::client::Client::new(etcdpat::client::Options {
        endpoints: vec![endpoint.parse().unwrap()],
        credentials: None,
        tls: None,
        dial_timeout: Duration::from_secs(2),
        command_timeout: Duration::from_secs(5),
        scratch: None,
    })
}

/// A leader that was stopped answers, when it goes on, the renewals that it finds waiting: its successor knows nothing of
/// them.
#[test]
fn a_renewal_by_a_leader_that_was_replaced_does_not_count() {
    const TTL: i64 = 10;
    let etcd = Etcd::with(Setup { members: 3, ..Setup::default() });
    let leader = etcd.leader();
    let (stale, other) = (client(&etcd.endpoint(leader)), client(&etcd.endpoint((leader + 1) % 3)));
    let (id, key, limit) = (etcdpat::session::fresh_id().0, b"/any", Duration::from_secs(4));
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        stale.grant(id, TTL).await.unwrap();
        let proof = etcdpat::client::Proof::by_reading(key.to_vec());
        stale.renew(id, &proof, limit).await.unwrap();
        etcd.signal_member(leader, Signal::STOP);
        let stopped = std::time::Instant::now();
        while other.renew(id, &proof, Duration::from_secs(1)).await.is_err() {
            assert!(stopped.elapsed() < Duration::from_secs(20), "no successor renews");
        }
        // The successor counts from here on.
        tokio::time::sleep(Duration::from_secs(4)).await;
        let renewing = tokio::spawn(async move { stale.renew(id, &proof, limit).await });
        tokio::time::sleep(Duration::from_millis(200)).await;
        etcd.signal_member(leader, Signal::CONT);
        let sent = renewing.await.unwrap().unwrap().sent;
        let left = other.time_to_live(id, false).await.unwrap().ttl();
        let age = etcdpat::clock::BootTime::now().since(sent).as_secs_f64();
        // etcd tells whole seconds.
        assert!(left as f64 + 1.0 >= TTL as f64 - age, "{left} s are left, {age} s after a renewal");
        other.revoke(id, limit).await.unwrap();
    });
}
