//! `etcdpat lease run`: keys that live exactly as long as a command.

use std::time::{Duration, Instant};

use crate::support::{
    Etcd, Signal, eventually, number_in, path, reap_zombie_free, rows, script_without_interpreter, stubborn_tree, tree,
};

#[test]
fn keys_live_exactly_as_long_as_the_command() {
    for etcd in Etcd::of_each_version() {
        let dir = tempfile::tempdir().unwrap();
        let done = path(&dir, "done");
        let first = "etcdctl --endpoints $ETCDPAT_ENDPOINTS get --print-value-only /here/a";
        let script = format!("{first}; echo $ETCDPAT_LEASE; while [ ! -e {done} ]; do sleep 0.02; done; exit 7");
        let put = ["--ttl", "2s", "--put", "/here/a=x=y", "--put", "/here/b="];
        let running = etcd.pat(&[&["lease", "run"], &put[..], &["--", "sh", "-c", &script]].concat()).spawn();
        // They are there before the command does anything.
        running.wait_for_stdout("x=y\n");
        let lease = eventually("its lease", Duration::from_secs(5), || {
            running.stdout().split_once('\n')?.1.strip_suffix('\n').map(str::to_owned)
        });
        let end = Instant::now() + Duration::from_secs(7);
        while Instant::now() < end {
            assert_eq!(etcd.keys("/here/"), ["/here/a", "/here/b"], "past {:?} of 7s", end - Instant::now());
        }
        assert_eq!(etcd.run("lease of /here/b").stdout.trim(), lease);
        std::fs::write(&done, "").unwrap();
        eventually("the keys are gone", Duration::from_secs(1), || etcd.keys("/here/").is_empty().then_some(()));
        let ended = running.wait();
        assert_eq!((ended.code, ended.stderr.as_str()), (7, ""));
        assert!(etcd.leases().is_empty());
    }
}

#[test]
fn a_revoked_lease_ends_the_whole_tree_and_then_lease_run_with_123() {
    for etcd in Etcd::of_each_version() {
        let dir = tempfile::tempdir().unwrap();
        let running = etcd
            .pat(&["lease", "run", "--put", "/here/a=1", "--put", "/here/b=2", "--", "sh", "-c", &stubborn_tree(&dir)])
            .spawn();
        let tree = tree(&dir);
        let id = etcd.run("lease of /here/b").stdout.trim().to_owned();
        // One key is not the lease.
        etcd.ctl("del /here/a");
        // Long before its next renewal.
        assert_eq!(etcd.run(&format!("lease revoke {id}")).code, 0);
        let done = running.wait_at_most(Duration::from_secs(3));
        assert_eq!(done.code, 123, "{}", done.stderr);
        assert!(tree.into_iter().all(reap_zombie_free), "dead and reaped before the exit");
        assert!(done.stderr.contains(&format!("lease {id} was lost: its lease was revoked")), "{}", done.stderr);
    }
}

#[test]
fn a_frozen_etcd_ends_the_command_of_lease_run_before_the_deadline() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let pid = path(&dir, "pid");
    let script = format!("trap '' TERM; echo $$ > {pid}; while :; do sleep 0.1; done");
    let run = ["lease", "run", "--ttl", "4s", "--grace", "1s", "-o", "json", "--put", "/here=1", "--"];
    let running = etcd.pat(&[&run[..], &["sh", "-c", &script]].concat()).spawn();
    let command = number_in(&pid);
    etcd.freeze();
    eventually("dead", Duration::from_secs(4), || reap_zombie_free(command).then_some(()));
    let done = running.wait();
    etcd.thaw();
    etcd.wait_healthy();
    assert_eq!(done.code, 123);
    let events = rows(&done.stderr);
    let names = events.iter().map(|event| event["event"].as_str().unwrap());
    // That is told where requests have failed for a second: renewals and the release may come to that, or not.
    let names: Vec<_> = names.filter(|name| !["etcd.unreachable", "lease.unconfirmed"].contains(name)).collect();
    let expected =
        ["lease.held", "child.started", "child.terminating", "child.exited", "lease.lost", "lease.unreleased"];
    assert_eq!(names, [&expected[..], &["error"]].concat());
    assert!(events.iter().any(|event| event["event"] == "lease.lost" && event["reason"] == "unreachable"));
    eventually("expired", Duration::from_secs(10), || etcd.leases().is_empty().then_some(()));
}

#[test]
fn signals_are_passed_on_and_the_keys_stay_until_the_command_has_ended() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let (ready, termed, done) = (path(&dir, "ready"), path(&dir, "termed"), path(&dir, "done"));
    let slow = format!("echo 1 > {termed}; while [ ! -e {done} ]; do sleep 0.02; done; exit 9");
    let script = format!("trap '{slow}' TERM; echo $$ > {ready}; while :; do sleep 0.02; done");
    let running = etcd.pat(&["lease", "run", "--put", "/here=1", "--", "sh", "-c", &script]).spawn();
    number_in(&ready);
    running.signal(Signal::TERM);
    number_in(&termed);
    assert_eq!(etcd.value("/here"), "1");
    std::fs::write(&done, "").unwrap();
    assert_eq!(running.wait().code, 9);
    // The keys go on every way out.
    let broken = script_without_interpreter(&dir);
    for (command, code) in [("/nowhere/at-all", 127), (ready.as_str(), 126), (broken.as_str(), 127)] {
        assert_eq!(etcd.run(&["lease", "run", "--put", "/here=1", "--", command]).code, code);
    }
    assert!(etcd.keys("").is_empty() && etcd.leases().is_empty());
}

#[test]
fn all_keys_are_put_or_none() {
    for etcd in Etcd::of_each_version() {
        etcd.ctl("put /b theirs");
        let refused = etcd.run("lease run --put /a=1 --put /b=1 -- echo ran");
        assert_eq!((refused.code, refused.stdout.as_str()), (1, ""));
        assert!(refused.stderr.contains("key /b exists already"), "{}", refused.stderr);
        assert_eq!((etcd.keys(""), etcd.value("/b")), (vec!["/b".to_owned()], "theirs".to_owned()));
        assert!(etcd.leases().is_empty());
        let get = "etcdctl --endpoints $ETCDPAT_ENDPOINTS get --prefix --print-value-only /";
        let replace = ["lease", "run", "--replace", "--put", "/a=1", "--put", "/b=2", "--", "sh", "-c", get];
        assert_eq!(etcd.run(&replace).stdout, "1\n2\n");
        assert!(etcd.keys("").is_empty());
        // As many as the server takes, and one more.
        let pairs: Vec<_> = (0..129).map(|number| format!("--put=/many/{number}=")).collect();
        let pairs: Vec<_> = pairs.iter().map(String::as_str).collect();
        let run = |pairs: &[&str]| etcd.run(&[&["lease", "run"], pairs, &["--", "echo", "ran"]].concat());
        assert_eq!(run(&pairs[..128]).stdout, "ran\n");
        let refused = run(&pairs);
        assert_eq!((refused.code, refused.stdout.as_str()), (2, ""));
        assert!(refused.stderr.contains("129 keys") && refused.stderr.contains("128"), "{}", refused.stderr);
    }
}
