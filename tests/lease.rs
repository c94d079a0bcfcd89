//! `etcdpat lease`: beside etcdctl, leases that are gone, renewals, answers that are lost, permissions.

use std::time::{Duration, Instant};

use crate::support::{Done, Etcd, Mute, Pat, Setup, Signal, rows, until};

#[test]
fn leases_of_etcdctl_and_of_etcdpat_are_the_same() {
    for etcd in Etcd::of_each_version() {
        // Theirs.
        let theirs = etcd.ctl("lease grant 600").stdout.split(' ').nth(1).unwrap().to_owned();
        etcd.ctl(&format!("put /a 1 --lease {theirs}"));
        let attached = etcd.run(&["lease", "attach", &format!("0x{theirs}"), "/b", "-2"]);
        assert_eq!((attached.code, etcd.value("/b").as_str()), (0, "-2"), "{}", attached.stderr);
        let shown = &rows(&etcd.run(&format!("lease ttl {theirs} --keys -o json")).stdout)[0];
        assert_eq!((shown["lease"].as_str(), shown["granted_ttl"].as_i64()), (Some(theirs.as_str()), Some(600)));
        assert!((590..=600).contains(&shown["ttl"].as_i64().unwrap()), "{shown}");
        assert_eq!(shown["keys"], serde_json::json!(["/a", "/b"]));
        assert!(rows(&etcd.run(&format!("lease ttl {theirs} -o json")).stdout)[0].get("keys").is_none());
        let of = etcd.run("lease of /a");
        assert_eq!((of.code, of.stdout.trim()), (0, theirs.as_str()));
        // Ours, by an id of our own, with zeros in front.
        let ours = etcd.run("lease grant 90 --id 0x00AB");
        assert_eq!((ours.code, ours.stdout.as_str()), (0, "00000000000000ab\n"), "{}", ours.stderr);
        assert_eq!(etcd.ctl("put /c 3 --lease=ab").code, 0);
        let told = etcd.ctl("lease timetolive ab --keys").stdout;
        assert!(told.contains("granted with TTL(90s)") && told.contains("/c"), "{told}");
        assert_eq!(etcd.ctl("lease keep-alive --once ab").code, 0);
        let listed = rows(&etcd.run("lease list -o json").stdout);
        let listed: Vec<_> = listed
            .iter()
            .map(|row| (row["lease"].as_str().unwrap(), row["granted_ttl"].as_i64(), row["keys"].as_i64()))
            .collect();
        assert_eq!(listed, [("00000000000000ab", Some(90), Some(1)), (theirs.as_str(), Some(600), Some(2))]);
        // Each ends the other's.
        assert_eq!(etcd.ctl("lease revoke ab").code, 0);
        assert_eq!(etcd.run(&format!("lease revoke {theirs}")).code, 0);
        assert_eq!((etcd.keys("").len(), etcd.leases().len()), (0, 0));
    }
}

#[test]
fn a_lease_that_is_gone_is_1_whatever_is_asked_of_it() {
    for etcd in Etcd::of_each_version() {
        let id = etcd.run("lease grant 60").stdout.trim().to_owned();
        let again = etcd.run(&format!("lease grant 60 --id {id}"));
        assert_eq!((again.code, again.stdout.as_str()), (1, ""), "an id in use");
        assert_eq!(etcd.run(&format!("lease revoke {id}")).code, 0);
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
        etcd.ctl("put /plain v");
        for (key, why) in [("/none", "there is no key"), ("/plain", "is on no lease")] {
            let none = etcd.run(&format!("lease of {key}"));
            assert_eq!(none.code, 1);
            assert!(none.stderr.contains(why), "{}", none.stderr);
        }
        etcd.ctl("del /plain");
        let nothing = etcd.run("lease list");
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
    let listed = rows(&etcd.run("lease list -o json").stdout);
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
    let granted = etcd.run("lease grant 1ms -o json");
    let answer = &rows(&granted.stdout)[..];
    assert_eq!((granted.code, answer.len()), (0, 1));
    assert_eq!((answer[0]["ttl"].as_i64(), answer[0]["granted_ttl"].as_i64()), (Some(2), Some(2)));
    assert_eq!(rows(&granted.stderr)[0]["asked_ttl"], 1);
    let human = etcd.run("lease grant 1");
    assert_eq!(human.stderr, "etcdpat: the server granted 2s instead of 1s\n");
    for lease in [answer[0]["lease"].as_str().unwrap(), human.stdout.trim()] {
        etcd.run(&format!("lease revoke {lease}"));
    }
}

#[test]
fn a_lease_whose_id_nobody_reads_is_given_up() {
    let etcd = Etcd::start();
    for chosen in [&[][..], &["--id", "77"]] {
        let (reader, writer) = std::io::pipe().unwrap();
        drop(reader);
        let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_etcdpat"));
        command.args(["lease", "grant", "600"]).args(chosen).env("ETCDPAT_ENDPOINTS", etcd.endpoints());
        let done = command.stdout(writer).output().unwrap();
        assert_eq!((done.status.code(), String::from_utf8_lossy(&done.stderr).as_ref()), (Some(0), ""));
        assert_eq!(etcd.leases().len(), 0);
    }
}

#[test]
fn keepalive_renews_until_a_signal_and_says_when_the_lease_is_gone() {
    for etcd in Etcd::of_each_version() {
        let id = etcd.run("lease grant 2").stdout.trim().to_owned();
        let begun = Instant::now();
        let renewing = etcd.pat(&format!("lease keepalive {id} -o json")).spawn();
        until("over three TTLs", || begun.elapsed() > Duration::from_secs(7));
        let told = rows(&renewing.stdout());
        assert!((9..14).contains(&told.len()), "every third of the TTL: {}", told.len());
        assert!(told.iter().all(|one| one["event"] == "lease.renewed" && one["lease"] == id && one["ttl"] == 2));
        assert!(told.is_sorted_by_key(|one| one["deadline"].as_str().unwrap().to_owned()));
        renewing.signal(Signal::INT);
        let done = renewing.wait();
        assert_eq!((done.code, done.stderr.as_str()), (130, ""));
        // Revoked while it renews.
        let renewing = etcd.pat(&format!("lease keepalive {id}")).spawn();
        renewing.wait_for_stdout(&format!("renewed lease {id} for 2s, until "));
        assert_eq!(etcd.ctl(&format!("lease revoke {id}")).code, 0);
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
    assert_eq!(etcd.run(&format!("lease revoke {id}")).code, 0, "it is somebody else's lease, and still there");
}

#[test]
fn keepalive_outlives_an_outage_and_says_so() {
    let mut etcd = Etcd::start();
    let id = etcd.run("lease grant 4").stdout.trim().to_owned();
    let renewing = etcd.pat(&format!("lease keepalive {id} -o json")).spawn();
    renewing.wait_for_stdout("lease.renewed");
    etcd.kill_member(0);
    renewing.wait_for_stdout("etcd.unreachable");
    etcd.start_member(0);
    etcd.wait_healthy();
    renewing.wait_for_stdout("etcd.reachable");
    let before = renewing.stdout().matches("lease.renewed").count();
    until("renewed again", || renewing.stdout().matches("lease.renewed").count() > before + 1);
    assert_eq!(renewing.stdout().matches("etcd.unreachable").count(), 1);
    assert_eq!(renewing.end().code, 143);
    assert_eq!(etcd.run(&format!("lease revoke {id}")).code, 0);
    // At the start it is told at once.
    etcd.kill_member(0);
    assert_eq!(etcd.run(&format!("lease keepalive {id}")).code, 125);
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
    assert_eq!(etcd.value("/k"), "v");
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
    for mut etcd in Etcd::of_each_version() {
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
        let write = [
            "write /app/x; etcdctl role grant-permission ROLE write /secret/y",
            "write /secret/y; etcdctl role grant-permission ROLE write /app/x",
            "write KEY, for every KEY on",
        ];
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
    let done = Pat::new("--dev examples --example=lease").run();
    assert_eq!(done.code, 0, "{}{}", done.stdout, done.stderr);
    for text in ["$ etcdpat lease grant", "$ etcdpat lease run", "exit code 123"] {
        assert!(done.stdout.contains(text), "{text} in {}", done.stdout);
    }
}
