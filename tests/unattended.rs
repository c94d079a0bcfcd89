//! `lock acquire`, `renew` and `release`: locks that no process holds.

use std::process::Command;
use std::time::Duration;

use crate::support::{Etcd, eventually, rows, until};

/// What the guide says that a CI job does.
const JOB: &str = r#"
set -e
lock=$(etcdpat lock acquire /deploy --ttl 20s -o json)
key=$(jq -r .key <<<"$lock") fence=$(jq -r .fence <<<"$lock")
[ "$(jq -r '.lock + " " + (.ttl | tostring)' <<<"$lock")" = "/deploy 20" ]
[ "$key" = "/deploy/$(jq -r .lease <<<"$lock")" ]
etcdpat lock check /deploy --fence "$fence"
before=$(jq -r .deadline <<<"$lock")
sleep 0.01
after=$(etcdpat lock renew "$key")
[ "$after" \> "$before" ]
etcdpat lock --try /deploy -- true && exit 50
etcdpat lock release "$key"
code=0; etcdpat lock release "$key" || code=$?
[ $code = 1 ]
code=0; etcdpat lock renew "$key" || code=$?
[ $code = 1 ]
etcdpat lock check /deploy --fence "$fence" && exit 51
etcdpat lock --try /deploy -- true
"#;

#[test]
fn a_job_acquires_checks_renews_and_releases() {
    let etcd = Etcd::start();
    let bin = std::path::Path::new(env!("CARGO_BIN_EXE_etcdpat")).parent().unwrap();
    let mut command = Command::new("bash");
    command.args(["-c", JOB]).env("ETCDPAT_ENDPOINTS", etcd.endpoints());
    command.env("PATH", format!("{}:{}", bin.display(), std::env::var("PATH").unwrap()));
    let done = command.output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    assert_eq!((etcd.queue("/deploy").len(), etcd.leases().len()), (0, 0));
}

#[test]
fn its_one_object_is_all_that_acquire_prints() {
    let etcd = Etcd::start();
    let held = etcd.lock("/l").hold();
    let waiter = etcd.pat("lock acquire /l --ttl 5s --note step -o json").spawn();
    waiter.wait_for_stderr("lock.waiting");
    held.end();
    let done = waiter.wait();
    let printed = rows(&done.stdout);
    assert_eq!((done.code, printed.len(), printed[0]["event"].as_str()), (0, 1, Some("lock.acquired")));
    let busy = etcd.run("lock acquire /l --try --conflict-exit-code 9");
    assert_eq!((busy.code, busy.stdout.as_str()), (9, ""));
    assert_eq!(etcd.run("lock acquire /l --timeout 300ms").code, 124);
    assert_eq!(etcd.queue("/l").len(), 1);
    // Nobody renews it: it goes by itself, and that is said.
    let key = printed[0]["key"].as_str().unwrap();
    eventually("expired", Duration::from_secs(10), || etcd.queue("/l").is_empty().then_some(()));
    for action in ["renew", "release"] {
        let gone = etcd.run(&format!("lock {action} {key}"));
        assert_eq!(gone.code, 1);
        assert!(gone.stderr.contains("expired"), "{}", gone.stderr);
    }
}

#[test]
fn a_key_that_waits_is_neither_renewed_nor_released() {
    let etcd = Etcd::start();
    let held = etcd.lock("/l").hold();
    let waiter = etcd.lock("/l").command("true").queue();
    let keys = etcd.queue("/l");
    for action in ["renew", "release"] {
        let refused = etcd.run(&["lock", action, &keys[1]]);
        assert_eq!(refused.code, 1);
        assert!(refused.stderr.contains("it is waiting"), "{}", refused.stderr);
    }
    assert_eq!(etcd.queue("/l"), keys);
    held.end();
    assert_eq!(waiter.wait().code, 0);
}

#[test]
fn a_lock_of_a_process_and_a_leaders_key_are_not_released() {
    let etcd = Etcd::start();
    let (holder, leader) = (etcd.lock("/l").hold(), etcd.pat("elect /e --id a -- sleep 60").spawn());
    until("it leads", || etcd.run("elect leader /e").code == 0);
    for name in ["/l", "/e"] {
        let key = &etcd.queue(name)[0];
        let refused = etcd.run(&["lock", "release", key]);
        assert_eq!(refused.code, 1, "{refused:?}");
        assert!(refused.stderr.contains("it ends with its command"), "{}", refused.stderr);
        assert!(refused.stderr.contains(&format!("`etcdpat lock break {name} --key {key}`")), "{}", refused.stderr);
        assert_eq!(&etcd.queue(name)[0], key);
    }
    assert_eq!((holder.end().code, leader.end().code), (143, 143));
}

#[test]
fn a_key_that_nobody_reads_is_given_up() {
    let etcd = Etcd::start();
    // The reader is gone before there is anything to read.
    let script = format!("{} lock acquire /l | true; exit ${{PIPESTATUS[0]}}", env!("CARGO_BIN_EXE_etcdpat"));
    let held = etcd.lock("/l").hold();
    let mut command = Command::new("bash");
    let acquiring = command.args(["-c", &script]).env("ETCDPAT_ENDPOINTS", etcd.endpoints()).spawn().unwrap();
    until("in the queue", || etcd.queue("/l").len() == 2);
    held.end();
    assert_eq!(acquiring.wait_with_output().unwrap().status.code(), Some(0));
    assert_eq!((etcd.queue("/l").len(), etcd.leases().len()), (0, 0));
}

#[test]
fn a_release_ends_the_lease_that_was_made_for_the_key_alone() {
    for mut etcd in Etcd::of_each_version() {
        let acquire = || etcd.run("lock acquire /l --ttl 1h").stdout.trim().to_owned();
        for _ in 0..3 {
            assert_eq!(etcd.run(&["lock", "release", &acquire()]).code, 0);
        }
        assert_eq!(etcd.leases(), [""; 0]);
        // What else stands on it stays.
        let key = acquire();
        let lease = key.rsplit_once('/').unwrap().1;
        assert_eq!(etcd.run(&format!("lease attach {lease} /also here")).code, 0);
        assert_eq!(etcd.run(&format!("lock release {key}")).code, 0);
        assert_eq!((etcd.keys(""), etcd.leases()), (vec!["/also".to_owned()], vec![lease.to_owned()]));
        // So does a lease that etcdpat has not made.
        let (lease, _) = etcd.grant();
        let key = format!("/l/{}", lease.trim_start_matches('0'));
        etcd.ctl(&["put", &format!("--lease={lease}"), &key, ""]);
        assert_eq!(etcd.run(&format!("lock release {key}")).code, 0);
        assert!(etcd.leases().iter().any(|one| one.ends_with(&lease)), "{:?}", etcd.leases());
        etcd.leave_be();
    }
}
