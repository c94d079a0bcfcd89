//! Keys that somebody writes anew, on another lease or none: they hold nothing, and block until they go.

use std::fs;
use std::time::Duration;

use serde_json::Value;

use crate::support::{Etcd, Running, Signal, gone_within, is_alive, number_in, path, rows, stubborn, until};

#[test]
fn a_key_that_is_written_anew_blocks_until_it_goes_and_its_holder_is_stopped() {
    for etcd in Etcd::of_each_version() {
        let dir = tempfile::tempdir().unwrap();
        let pid = path(&dir, "pid");
        let held = etcd.lock("/l").with("--grace 0").sh(&stubborn(&pid)).start();
        let command = number_in(&pid);
        let script = format!("kill -0 {command} 2>/dev/null && echo beside || echo alone");
        let next = etcd.lock("/l").sh(&script).start();
        next.wait_for_stderr("waiting for lock");
        let key = etcd.queue("/l")[0].clone();
        // A new value, as Proclaim writes it, changes nothing.
        etcd.ctl(&format!("put --ignore-lease {key} new"));
        std::thread::sleep(Duration::from_millis(500));
        assert!(is_alive(command));
        etcd.ctl(&format!("put {key} mine"));
        let took = gone_within(Duration::from_secs(5), command);
        assert!(took < Duration::from_secs(2), "{took:?}");
        let done = held.wait();
        assert_eq!(done.code, 123);
        assert!(done.stderr.contains("its key was written by somebody else"), "{}", done.stderr);
        assert_eq!(next.wait().stdout, "alone\n");
    }
}

/// Holds /l with a keeper that is stopped, and writes its key anew: the holder has not noticed. Its key and fence.
fn taken_unnoticed(etcd: &Etcd) -> (Running, String, i64) {
    let held = etcd.lock("/l").hold();
    held.signal(Signal::STOP);
    let shown = rows(&etcd.run("lock status /l -o json").stdout);
    let (key, fence) = (shown[0]["key"].as_str().unwrap().to_owned(), shown[0]["fence"].as_i64().unwrap());
    etcd.ctl(&format!("put {key} mine"));
    (held, key, fence)
}

#[test]
fn a_key_without_its_lease_is_shown_holds_nothing_and_can_be_removed() {
    for etcd in Etcd::of_each_version() {
        let (held, key, fence) = taken_unnoticed(&etcd);
        let waiter = etcd.pat("lock /l -- echo mine").spawn();
        waiter.wait_for_stderr("held by another client's key");
        assert_eq!(etcd.lock("/l").try_once(), 122);
        let status = etcd.run("lock status /l -o json");
        let shown = rows(&status.stdout);
        assert_eq!((status.code, shown.len()), (1, 2), "{status:?}");
        let row = &shown[0];
        assert_eq!((row["key"].as_str(), row["holder"].as_bool()), (Some(&key[..]), Some(false)));
        assert_eq!((&row["lease"], &row["ttl"], &row["ttl_left"]), (&Value::Null, &Value::Null, &Value::Null));
        let table = etcd.run("lock status /l").stdout;
        assert!(table.contains("blocks") && table.contains("another client"), "{table}");
        let listed = rows(&etcd.run("lock list /l -o json").stdout);
        assert_eq!((listed.len(), listed[0]["holders"].as_i64(), listed[0]["waiters"].as_i64()), (1, Some(0), Some(2)));
        assert_eq!(etcd.run(&["lock", "check", "/l", "--fence", &fence.to_string()]).code, 1);
        assert_eq!(etcd.run(&["txn", "--guard", &format!("/l@{fence}"), "--then", "put /r x"]).code, 1);
        assert_eq!(etcd.run(&format!("lock release {key}")).code, 1);
        assert_eq!(etcd.run(&format!("lock renew {key}")).code, 1);
        assert_eq!(etcd.run(&format!("lock break /l --key {key}")).code, 0);
        assert_eq!(waiter.wait().stdout, "mine\n");
        held.signal(Signal::CONT);
        assert_eq!(held.wait().code, 123);
    }
}

/// As [safety.md](../docs/safety.md#the-fence) has it.
fn guarded_put() -> String {
    let page = fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/safety.md")).unwrap();
    let script = page.split("```").find(|block| block.starts_with("bash\n# guarded.sh")).unwrap();
    script.strip_prefix("bash\n").unwrap().to_owned()
}

#[test]
fn the_documented_guard_refuses_who_has_lost_its_key_or_its_lease() {
    for etcd in Etcd::of_each_version() {
        let (held, key, fence) = taken_unnoticed(&etcd);
        let write = || {
            let mut command = etcd.ctl_command(&[]);
            let etcdctl = command.get_program().to_owned();
            let script =
                format!("etcdctl() {{ command {} \"$@\"; }}\n{}guarded_put /r x", etcdctl.display(), guarded_put());
            let environment: Vec<_> =
                command.get_envs().filter_map(|(name, value)| Some((name.to_owned(), value?.to_owned()))).collect();
            command = std::process::Command::new("bash");
            command.args(["-c", &script]).envs(environment);
            let done = command.env("ETCDPAT_KEY", &key).env("ETCDPAT_FENCE", fence.to_string()).output().unwrap();
            let said = String::from_utf8(done.stdout).unwrap();
            assert!(said.starts_with("SUCCESS") || said.starts_with("FAILURE"), "{said}");
            said.starts_with("SUCCESS")
        };
        assert!(!write(), "without its lease");
        etcd.ctl(&format!("del {key}"));
        assert!(!write(), "deleted");
        held.signal(Signal::CONT);
        assert_eq!(held.wait().code, 123);
        // It is not refused without a reason.
        let script = format!(
            "{}guarded_put /r \"$ETCDPAT_FENCE\" && etcdctl del /r",
            guarded_put().replace("etcdctl", "ETCDCTL_API=3 etcdctl")
        );
        let script = script.replace("&& etcdctl", "&& ETCDCTL_API=3 etcdctl");
        let done =
            etcd.pat(&["lock", "/l", "--", "bash", "-c", &script]).env("ETCDCTL_ENDPOINTS", &etcd.endpoints()).run();
        assert!(done.stdout.starts_with("SUCCESS"), "{done:?}");
    }
}

#[test]
fn a_waiter_whose_key_is_written_anew_queues_again_and_leaves_nothing() {
    let etcd = Etcd::start();
    let held = etcd.lock("/l").hold();
    let waiter = etcd.lock("/l").command("true").queue();
    let key = etcd.queue("/l")[1].clone();
    etcd.ctl(&format!("put {key} mine"));
    waiter.wait_for_stderr("its key was written by somebody else; queued again");
    until("its old key is gone", || etcd.queue("/l").len() == 2 && !etcd.queue("/l").contains(&key));
    held.end();
    assert_eq!(waiter.wait().code, 0);
}

#[test]
fn ordinary_keys_are_no_locks() {
    let mut etcd = Etcd::start();
    etcd.leave_be();
    for key in ["/users/1234", "/a/b", "/dates/20261124", "/x/7fffffffffffffff"] {
        etcd.ctl(&["put", key, "{\"any\": \"value\"}"]);
    }
    assert_eq!(etcd.run("lock list -o json").stdout, "");
    // But who locks there waits for them, as etcdctl does.
    assert_eq!(etcd.lock("/users").try_once(), 122);
    // A holder's own record shows a lock that nobody holds any more.
    let held = etcd.lock("/l").hold();
    held.signal(Signal::STOP);
    etcd.ctl(&["put", "--ignore-value", &etcd.queue("/l")[0]]);
    let listed = rows(&etcd.run("lock list -o json").stdout);
    assert_eq!((listed.len(), listed[0]["lock"].as_str(), listed[0]["holders"].as_i64()), (1, Some("/l"), Some(0)));
    held.signal(Signal::CONT);
    held.wait();
}

#[test]
fn what_another_wrote_forges_no_line_of_an_error() {
    let etcd = Etcd::start();
    let command = "sleep 1000\nerror: forged\u{1b}[31m";
    let held = etcd.pat(&["lock", "-v", "/l", "--", "bash", "-c", command]).spawn();
    held.wait_for_stderr("acquired lock /l");
    etcd.ctl(&["put", "/n\nerror: forged/abc", "v"]);
    for (name, more) in [("/l", "--try"), ("/l", "--timeout=300ms"), ("/n\nerror: forged", "--try")] {
        let done = etcd.run(&["lock", "-q", more, name, "--", "true"]);
        assert!(matches!(done.code, 122 | 124), "{done:?}");
        let forged = done.stderr.lines().filter(|line| line.starts_with("error:")).count();
        assert_eq!((forged, done.stderr.contains('\u{1b}')), (1, false), "{}", done.stderr);
    }
    held.end();
    etcd.ctl(&["del", "/n\nerror: forged/abc"]);
}
