//! `etcdpat lease`: beside etcdctl, leases that are gone, renewals, and keys that live as long as a command.

use std::time::{Duration, Instant};

use crate::faults::{stubborn_tree, tree};
use crate::query::rows;
use crate::support::{Done, Etcd, Mute, Pat, Setup, Version, eventually, number_in, path, reap_zombie_free, until};

fn etcds() -> impl Iterator<Item = Etcd> {
    Version::all().into_iter().map(|version| Etcd::with(Setup { version, ..Setup::default() }))
}

/// What etcdctl says of a key, or nothing.
fn value(etcd: &Etcd, key: &str) -> String {
    etcd.ctl(&["get", "--print-value-only", key]).stdout.trim_end().to_owned()
}

#[test]
fn leases_of_etcdctl_and_of_etcdpat_are_the_same() {
    for etcd in etcds() {
        // Theirs.
        let theirs = etcd.ctl(&["lease", "grant", "600"]).stdout.split(' ').nth(1).unwrap().to_owned();
        etcd.ctl(&["put", "/a", "1", "--lease", &theirs]);
        let attached = etcd.run(&["lease", "attach", &format!("0x{theirs}"), "/b", "-2"]);
        assert_eq!((attached.code, value(&etcd, "/b").as_str()), (0, "-2"), "{}", attached.stderr);
        let shown = &rows(&etcd.run(&["lease", "ttl", &theirs, "--keys", "-o", "json"]).stdout)[0];
        assert_eq!((shown["lease"].as_str(), shown["granted_ttl"].as_i64()), (Some(theirs.as_str()), Some(600)));
        assert!((590..=600).contains(&shown["ttl"].as_i64().unwrap()), "{shown}");
        assert_eq!(shown["keys"], serde_json::json!(["/a", "/b"]));
        assert!(rows(&etcd.run(&["lease", "ttl", &theirs, "-o", "json"]).stdout)[0].get("keys").is_none());
        let of = etcd.run(&["lease", "of", "/a"]);
        assert_eq!((of.code, of.stdout.trim()), (0, theirs.as_str()));
        // Ours, by an id of our own, with zeros in front.
        let ours = etcd.run(&["lease", "grant", "90", "--id", "0x00AB"]);
        assert_eq!((ours.code, ours.stdout.as_str()), (0, "00000000000000ab\n"), "{}", ours.stderr);
        assert_eq!(etcd.ctl(&["put", "/c", "3", "--lease=ab"]).code, 0);
        let told = etcd.ctl(&["lease", "timetolive", "ab", "--keys"]).stdout;
        assert!(told.contains("granted with TTL(90s)") && told.contains("/c"), "{told}");
        assert_eq!(etcd.ctl(&["lease", "keep-alive", "--once", "ab"]).code, 0);
        let listed = rows(&etcd.run(&["lease", "list", "-o", "json"]).stdout);
        let listed: Vec<_> = listed
            .iter()
            .map(|row| (row["lease"].as_str().unwrap(), row["granted_ttl"].as_i64(), row["keys"].as_i64()))
            .collect();
        assert_eq!(listed, [("00000000000000ab", Some(90), Some(1)), (theirs.as_str(), Some(600), Some(2))]);
        // Each ends the other's.
        assert_eq!(etcd.ctl(&["lease", "revoke", "ab"]).code, 0);
        assert_eq!(etcd.run(&["lease", "revoke", &theirs]).code, 0);
        assert_eq!((etcd.keys("").len(), etcd.leases().len()), (0, 0));
    }
}

#[test]
fn a_lease_that_is_gone_is_1_whatever_is_asked_of_it() {
    for etcd in etcds() {
        let id = etcd.run(&["lease", "grant", "60"]).stdout.trim().to_owned();
        let again = etcd.run(&["lease", "grant", "60", "--id", &id]);
        assert_eq!((again.code, again.stdout.as_str()), (1, ""), "an id in use");
        assert_eq!(etcd.run(&["lease", "revoke", &id]).code, 0);
        for arguments in [
            &["lease", "revoke", &id][..],
            &["lease", "ttl", &id],
            &["lease", "ttl", &id, "--keys"],
            &["lease", "keepalive", &id],
            &["lease", "keepalive", &id, "--once"],
            &["lease", "attach", &id, "/k", "v"],
        ] {
            let gone = etcd.run(arguments);
            assert_eq!((gone.code, gone.stdout.as_str()), (1, ""), "{arguments:?}: {}", gone.stderr);
            assert!(gone.stderr.contains(&format!("there is no lease {id}")), "{}", gone.stderr);
        }
        assert_eq!(etcd.keys("").len(), 0, "nothing was written");
        etcd.ctl(&["put", "/plain", "v"]);
        for (key, why) in [("/none", "there is no key"), ("/plain", "is on no lease")] {
            let none = etcd.run(&["lease", "of", key]);
            assert_eq!(none.code, 1);
            assert!(none.stderr.contains(why), "{}", none.stderr);
        }
        etcd.ctl(&["del", "/plain"]);
        let nothing = etcd.run(&["lease", "list"]);
        assert_eq!((nothing.code, nothing.stdout.as_str()), (0, ""));
    }
}

#[test]
fn a_list_of_many_leases_has_them_all_and_what_is_on_them() {
    let mut etcd = Etcd::start();
    let granted: Vec<_> = (0..8).map(|_| etcd.grant()).collect();
    for (count, (_, id)) in granted.iter().enumerate() {
        etcd.put_all((0..count).map(|key| (format!("/{id}/{key}"), "")), *id);
    }
    // More than are asked about at a time.
    let script = "for _ in $(seq 92); do etcdctl lease grant 600; done";
    let mut many = std::process::Command::new("sh");
    many.args(["-c", script]).env("ETCDCTL_API", "3").env("ETCDCTL_ENDPOINTS", etcd.endpoints());
    assert!(many.output().unwrap().status.success());
    let listed = rows(&etcd.run(&["lease", "list", "-o", "json"]).stdout);
    assert_eq!(listed.len(), 100);
    assert!(listed.is_sorted_by_key(|row| row["lease"].as_str().unwrap().to_owned()));
    for (count, (id, _)) in granted.iter().enumerate() {
        let row = listed.iter().find(|row| row["lease"] == format!("{id:0>16}")).unwrap();
        assert_eq!(row["keys"], count, "{row}");
    }
    etcd.leave_be();
}

#[test]
fn a_ttl_that_the_server_raises_is_told_apart_from_the_answer() {
    let etcd = Etcd::with(Setup { members: 3, ..Setup::default() });
    let granted = etcd.run(&["lease", "grant", "1ms", "-o", "json"]);
    let answer = &rows(&granted.stdout)[..];
    assert_eq!((granted.code, answer.len()), (0, 1));
    assert_eq!((answer[0]["ttl"].as_i64(), answer[0]["granted_ttl"].as_i64()), (Some(2), Some(2)));
    assert_eq!(rows(&granted.stderr)[0]["asked_ttl"], 1);
    let human = etcd.run(&["lease", "grant", "1"]);
    assert_eq!(human.stderr, "etcdpat: the server granted 2s instead of 1s\n");
    for lease in [answer[0]["lease"].as_str().unwrap(), human.stdout.trim()] {
        etcd.run(&["lease", "revoke", lease]);
    }
}

#[test]
fn keepalive_renews_until_a_signal_and_says_when_the_lease_is_gone() {
    for etcd in etcds() {
        let id = etcd.run(&["lease", "grant", "2"]).stdout.trim().to_owned();
        let begun = Instant::now();
        let renewing = etcd.pat(&["lease", "keepalive", &id, "-o", "json"]).spawn();
        until("over three TTLs", || begun.elapsed() > Duration::from_secs(7));
        let told = rows(&renewing.stdout());
        assert!((9..14).contains(&told.len()), "every third of the TTL: {}", told.len());
        assert!(told.iter().all(|one| one["event"] == "lease.renewed" && one["lease"] == id && one["ttl"] == 2));
        assert!(told.is_sorted_by_key(|one| one["deadline"].as_str().unwrap().to_owned()));
        renewing.signal(2);
        let done = renewing.wait();
        assert_eq!((done.code, done.stderr.as_str()), (130, ""));
        // Revoked while it renews.
        let renewing = etcd.pat(&["lease", "keepalive", &id]).spawn();
        renewing.wait_for_stdout(&format!("renewed lease {id} for 2s, until "));
        assert_eq!(etcd.ctl(&["lease", "revoke", &id]).code, 0);
        let done = renewing.wait_at_most(Duration::from_secs(3));
        assert_eq!(done.code, 1);
        assert!(done.stderr.contains("there is no lease"), "{}", done.stderr);
    }
}

#[test]
fn keepalive_ends_with_its_reader() {
    let etcd = Etcd::start();
    let (id, _) = etcd.grant();
    let shell = format!("{{ {} lease keepalive {id}; echo $? >&2; }} | head -1", env!("CARGO_BIN_EXE_etcdpat"));
    let mut command = std::process::Command::new("sh");
    let begun = Instant::now();
    let done = command.args(["-c", &shell]).env("ETCDPAT_ENDPOINTS", etcd.endpoints()).output().unwrap();
    assert_eq!(String::from_utf8_lossy(&done.stderr), "0\n");
    assert!(begun.elapsed() < Duration::from_secs(5), "not only at the next renewal");
    assert_eq!(etcd.run(&["lease", "revoke", &id]).code, 0, "it is somebody else's lease, and still there");
}

#[test]
fn keepalive_outlives_an_outage_and_says_so() {
    let mut etcd = Etcd::start();
    let id = etcd.run(&["lease", "grant", "4"]).stdout.trim().to_owned();
    let renewing = etcd.pat(&["lease", "keepalive", &id, "-o", "json"]).spawn();
    renewing.wait_for_stdout("lease.renewed");
    etcd.kill_member(0);
    renewing.wait_for_stdout("etcd.unreachable");
    etcd.start_member(0);
    etcd.wait_healthy();
    renewing.wait_for_stdout("etcd.reachable");
    let before = renewing.stdout().matches("lease.renewed").count();
    until("renewed again", || renewing.stdout().matches("lease.renewed").count() > before + 1);
    assert_eq!(renewing.stdout().matches("etcd.unreachable").count(), 1);
    renewing.signal(15);
    assert_eq!(renewing.wait().code, 143);
    assert_eq!(etcd.run(&["lease", "revoke", &id]).code, 0);
    // At the start it is told at once.
    etcd.kill_member(0);
    assert_eq!(etcd.run(&["lease", "keepalive", &id]).code, 125);
}

#[test]
fn keys_live_exactly_as_long_as_the_command() {
    for etcd in etcds() {
        let dir = tempfile::tempdir().unwrap();
        let done = path(&dir, "done");
        let first = "ETCDCTL_API=3 etcdctl --endpoints $ETCDPAT_ENDPOINTS get --print-value-only /here/a";
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
        assert_eq!(etcd.run(&["lease", "of", "/here/b"]).stdout.trim(), lease);
        std::fs::write(&done, "").unwrap();
        eventually("the keys are gone", Duration::from_secs(1), || etcd.keys("/here/").is_empty().then_some(()));
        let ended = running.wait();
        assert_eq!((ended.code, ended.stderr.as_str()), (7, ""));
        assert!(etcd.leases().is_empty());
    }
}

#[test]
fn a_revoked_lease_ends_the_whole_tree_and_then_lease_run_with_123() {
    for etcd in etcds() {
        let dir = tempfile::tempdir().unwrap();
        let running = etcd
            .pat(&["lease", "run", "--put", "/here/a=1", "--put", "/here/b=2", "--", "sh", "-c", &stubborn_tree(&dir)])
            .spawn();
        let tree = tree(&dir);
        let id = etcd.run(&["lease", "of", "/here/b"]).stdout.trim().to_owned();
        // One key is not the lease.
        etcd.ctl(&["del", "/here/a"]);
        // Long before its next renewal.
        assert_eq!(etcd.run(&["lease", "revoke", &id]).code, 0);
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
    let names: Vec<_> = events.iter().map(|event| event["event"].as_str().unwrap()).collect();
    let expected =
        ["lease.held", "child.started", "child.terminating", "child.exited", "lease.lost", "lease.unreleased"];
    assert_eq!(names, [&expected[..], &["error"]].concat());
    assert_eq!(events[4]["reason"], "unreachable");
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
    running.signal(15);
    number_in(&termed);
    assert_eq!(value(&etcd, "/here"), "1");
    std::fs::write(&done, "").unwrap();
    assert_eq!(running.wait().code, 9);
    // The keys go on every way out.
    for (command, code) in [("/nowhere/at-all", 127), (ready.as_str(), 126)] {
        assert_eq!(etcd.run(&["lease", "run", "--put", "/here=1", "--", command]).code, code);
    }
    assert!(etcd.keys("").is_empty() && etcd.leases().is_empty());
}

#[test]
fn all_keys_are_put_or_none() {
    for etcd in etcds() {
        etcd.ctl(&["put", "/b", "theirs"]);
        let refused = etcd.run(&["lease", "run", "--put", "/a=1", "--put", "/b=1", "--", "echo", "ran"]);
        assert_eq!((refused.code, refused.stdout.as_str()), (1, ""));
        assert!(refused.stderr.contains("key /b exists already"), "{}", refused.stderr);
        assert_eq!((etcd.keys(""), value(&etcd, "/b")), (vec!["/b".to_owned()], "theirs".to_owned()));
        assert!(etcd.leases().is_empty());
        let get = "ETCDCTL_API=3 etcdctl --endpoints $ETCDPAT_ENDPOINTS get --prefix --print-value-only /";
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

#[test]
fn a_request_whose_answer_was_lost_is_not_mistaken_for_somebody_elses() {
    let etcd = Etcd::start();
    let lossy = |answered: u32, arguments: &[&str]| -> Done {
        let mute = Mute::after(answered, &etcd.endpoint(0));
        let endpoints = format!("{},{}", mute.address, etcd.endpoint(0));
        let done = Pat::new(arguments).env("ETCDPAT_ENDPOINTS", &endpoints).run();
        assert_eq!(mute.lost(), 1, "{arguments:?}: {}", done.stderr);
        done
    };
    let granted = lossy(0, &["lease", "grant", "60"]);
    assert_eq!(granted.code, 0, "{}", granted.stderr);
    let id = granted.stdout.trim();
    assert_eq!(etcd.leases(), [id]);
    // After the look whether there is such a lease.
    let chosen = lossy(1, &["lease", "grant", "60", "--id", "77"]);
    assert_eq!((chosen.code, chosen.stdout.as_str()), (0, "0000000000000077\n"), "{}", chosen.stderr);
    assert_eq!(lossy(0, &["lease", "grant", "60", "--id", "77"]).code, 1, "an answer that was lost grants nothing");
    assert_eq!(lossy(0, &["lease", "attach", id, "/k", "v"]).code, 0);
    assert_eq!(value(&etcd, "/k"), "v");
    assert_eq!(lossy(2, &["lease", "keepalive", id, "--once"]).code, 0);
    // The grant is answered, the keys are not.
    let ran = lossy(1, &["lease", "run", "--put", "/a=1", "--put", "/b=2", "--", "echo", "ran"]);
    assert_eq!((ran.code, ran.stdout.as_str()), (0, "ran\n"), "{}", ran.stderr);
    for id in [id, "77"] {
        let revoked = lossy(0, &["lease", "revoke", id]);
        assert_eq!(revoked.code, 0, "{}", revoked.stderr);
    }
}

#[test]
fn a_missing_permission_is_121_and_named() {
    for mut etcd in etcds() {
        etcd.enable_auth();
        let root = |arguments: &[&str]| etcd.ctl(arguments);
        for arguments in [
            &["role", "add", "app"][..],
            &["role", "grant-permission", "app", "readwrite", "--prefix", "/app/"],
            &["user", "grant-role", "guest", "app"],
            &["lease", "grant", "600"],
        ] {
            assert_eq!(root(arguments).code, 0);
        }
        let id = etcd.leases()[0].clone();
        for key in ["/app/x", "/secret/y"] {
            root(&["put", key, "v", "--lease", &id]);
        }
        let guest = |arguments: &[&str]| etcd.pat(arguments).env("ETCDPAT_USER", "guest:guest-pw").run();
        let denied = |arguments: &[&str], grants: &[&str]| {
            let done = guest(arguments);
            assert_eq!((done.code, done.stdout.as_str()), (121, ""), "{arguments:?}: {}", done.stderr);
            let named = grants.iter().any(|grant| done.stderr.contains(&format!("grant-permission ROLE {grant}")));
            assert!(named, "{arguments:?}: {}", done.stderr);
        };
        denied(&["lease", "of", "/secret/y"], &["read /secret/y"]);
        denied(&["lease", "run", "--put", "/secret/n=1", "--", "true"], &["readwrite /secret/n"]);
        // Newer servers don't say which keys are on it, either.
        let write = ["write /app/x, write /secret/y", "write /secret/y, write /app/x", "write KEY, for every KEY on"];
        denied(&["lease", "revoke", &id], &write);
        denied(&["lease", "attach", &id, "/app/z", "v"], &write);
        // A lease of its own.
        let own = guest(&["lease", "grant", "600"]).stdout.trim().to_owned();
        denied(&["lease", "attach", &own, "/secret/z", "v"], &["write /secret/z"]);
        denied(&["lease", "keepalive", &own, "--once"], &["read /_etcdpat"]);
        assert_eq!(guest(&["lease", "attach", &own, "/app/z", "v"]).code, 0);
        let renewed = guest(&["lease", "keepalive", &own, "--once"]);
        assert_eq!(renewed.code, 0, "by the key that is on it now: {}", renewed.stderr);
        let ran = guest(&["lease", "run", "--put", "/app/n=1", "--", "echo", "ran"]);
        assert_eq!((ran.code, ran.stdout.as_str()), (0, "ran\n"), "{}", ran.stderr);
        // Old servers show leases and their keys to anybody, and let anybody renew them.
        let secret = |arguments: &[&str], grant: &str| {
            let done = guest(arguments);
            assert!(done.code == 0 || done.code == 121, "{arguments:?}: {}", done.stderr);
            assert!(
                done.code == 0 || done.stderr.contains(&format!("grant-permission ROLE {grant}\n")),
                "{}",
                done.stderr
            );
        };
        secret(&["lease", "list"], "read --prefix \"\"");
        secret(&["lease", "ttl", &id, "--keys"], "read KEY, for every KEY on the lease");
        secret(&["lease", "keepalive", &id, "--once"], "readwrite KEY, for every KEY on the lease");
        assert_eq!(guest(&["lease", "ttl", &id]).code, 0);
        for lease in [&own, &id] {
            assert_eq!(root(&["lease", "revoke", lease]).code, 0);
        }
    }
}

#[test]
fn the_examples_of_leases_run() {
    let done = Pat::new(&["--dev", "examples", "--example=lease"]).run();
    assert_eq!(done.code, 0, "{}{}", done.stdout, done.stderr);
    for text in ["$ etcdpat lease grant", "$ etcdpat lease run", "exit code 123"] {
        assert!(done.stdout.contains(text), "{text} in {}", done.stdout);
    }
}
