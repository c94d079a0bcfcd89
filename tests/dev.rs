//! `etcdpat dev`, `--dev` and `examples`: throwaway clusters that leave nothing behind.

use std::path::Path;
use std::time::Duration;

use crate::support::{Pat, Signal, eventually, is_alive, number_in, path, until};

#[test]
fn a_command_gets_a_cluster_of_its_own() {
    let script = "echo $ETCDPAT_ENDPOINTS; ETCDCTL_API=3 etcdctl put k v; exit 4";
    let done = Pat::new(&["dev", "--", "sh", "-c", script]).run();
    assert_eq!(done.code, 4, "{}", done.stderr);
    assert!(done.stdout.starts_with("127.0.0.1:") && done.stdout.ends_with("OK\n"), "{}", done.stdout);
}

#[test]
fn three_members_make_a_cluster() {
    let done = Pat::new("dev --members 3 -- sh -c 'ETCDCTL_API=3 etcdctl endpoint health'").run();
    assert_eq!(done.code, 0, "{}", done.stderr);
    assert_eq!(done.stdout.matches("is healthy").count() + done.stderr.matches("is healthy").count(), 3);
}

#[test]
fn nothing_is_left_however_it_ends() {
    for signal in [Signal::INT, Signal::TERM, Signal::KILL] {
        let running = Pat::new("dev -o json").spawn();
        let ready = running.wait_for_stdout("\n");
        let ready: serde_json::Value = serde_json::from_str(ready.trim()).unwrap();
        let (dir, endpoints) =
            (ready["data_dir"].as_str().unwrap().to_owned(), ready["endpoints"].as_str().unwrap().to_owned());
        assert!(Path::new(&dir).exists());
        let etcd = etcd_with(&dir);
        running.signal(signal);
        let code = running.wait().code;
        assert_eq!(code, if signal == Signal::KILL { 137 } else { 0 });
        until("the member is gone", || !is_alive(etcd));
        until("the directory is gone", || !Path::new(&dir).exists());
        assert!(std::net::TcpStream::connect(endpoints).is_err());
    }
}

/// The pid of the etcd that has this directory on its command line.
fn etcd_with(dir: &str) -> i32 {
    eventually("the etcd process", Duration::from_secs(5), || {
        std::fs::read_dir("/proc").unwrap().flatten().find_map(|entry| {
            let line = std::fs::read(entry.path().join("cmdline")).ok()?;
            let line = String::from_utf8_lossy(&line).into_owned();
            (line.contains(&format!("--data-dir={dir}")) && line.contains("etcd"))
                .then(|| entry.file_name().to_str()?.parse().ok())?
        })
    })
}

#[test]
fn data_in_a_named_directory_stays() {
    let dir = tempfile::tempdir().unwrap();
    let data = path(&dir, "data");
    let put = ["dev", "--data-dir", &data, "--", "sh", "-c", "ETCDCTL_API=3 etcdctl put k v"];
    assert_eq!(Pat::new(&put).run().code, 0);
    assert!(Path::new(&data).join("member1").exists());
}

#[test]
fn dev_before_a_command_gives_it_a_cluster() {
    let done = Pat::new("--dev lock /l -- sh -c 'echo $ETCDPAT_LOCK; exit 6'")
        .env("ETCDPAT_ENDPOINTS", "127.0.0.1:1")
        .env("ETCDPAT_USER", "nobody")
        .run();
    assert_eq!((done.code, done.stdout.as_str()), (6, "/l\n"), "{}", done.stderr);
    assert_eq!(Pat::new("lock status /l --dev").run().code, 1);
}

#[test]
fn no_etcd_is_125_with_how_to_get_one() {
    for pat in [Pat::new("dev").env("PATH", "/nowhere"), Pat::new("--dev lock /l").env("ETCDPAT_ETCD", "/nowhere/etcd")]
    {
        let done = pat.run();
        assert_eq!(done.code, 125);
        assert!(
            done.stderr.contains("apt-get install etcd-server") && done.stderr.contains("ETCDPAT_ETCD"),
            "{}",
            done.stderr
        );
    }
}

#[test]
fn an_etcd_that_does_not_start_is_told_with_its_log() {
    let dir = tempfile::tempdir().unwrap();
    let etcd = path(&dir, "etcd");
    std::fs::write(&etcd, "#!/bin/sh\necho cannot do it\nexit 1\n").unwrap();
    std::fs::set_permissions(&etcd, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    let done = Pat::new("dev").env("ETCDPAT_ETCD", &etcd).run();
    assert_eq!(done.code, 125);
    assert!(done.stderr.contains("cannot do it"), "{}", done.stderr);
}

#[test]
fn a_command_that_outlives_dev_is_stopped_first() {
    let dir = tempfile::tempdir().unwrap();
    let pid = path(&dir, "pid");
    let running = Pat::new(&["dev", "--", "sh", "-c", &format!("echo $$ > {pid}; exec sleep 1000")]).spawn();
    let command = number_in(&pid);
    assert_eq!(running.end().code, 143);
    assert!(!is_alive(command));
}

#[test]
fn the_examples_run_real_locks_and_leave_nothing() {
    for arguments in [&["--dev", "examples", "--example=lock"][..], &["--dev", "examples"]] {
        let done = Pat::new(arguments).run();
        assert_eq!(done.code, 0, "{}{}", done.stdout, done.stderr);
        for text in ["$ etcdpat lock", "--try", "exit code 122", "exit code 123", "lease revoke"] {
            assert!(done.stdout.contains(text), "{text} in {}", done.stdout);
        }
    }
    for (example, texts) in [
        ("config", &["$ etcdpat config set", "--if-revision", "config import", "snapshot restore", "exit code 2"][..]),
        ("flags", &["$ etcdpat config flag enable", "--percent", "--for", "flag disable", "flag list"]),
        (
            "ha",
            &[
                "$ etcdpat ha active-passive",
                "node-1 is the primary, with fence",
                "node-1-2 is a secondary",
                "node-1-2 is the primary, with fence",
                "ann bob ann | etcdpat ha active-active",
                "3 done, 0 failed",
                "$ etcdpat ha sharded",
                "node-1-3 has shard",
                "exit code 143",
            ],
        ),
    ] {
        let done = Pat::new(&["--dev", "examples", "--example", example]).run();
        assert_eq!(done.code, 0, "{}{}", done.stdout, done.stderr);
        for text in texts {
            assert!(done.stdout.contains(text), "{text} in {}", done.stdout);
        }
    }
    let script = format!(
        "{} examples -o json && ETCDCTL_API=3 etcdctl get --prefix '' && ETCDCTL_API=3 etcdctl lease list",
        env!("CARGO_BIN_EXE_etcdpat")
    );
    let done = Pat::new(&["dev", "--", "sh", "-c", &script]).run();
    assert_eq!(done.code, 0, "{}", done.stderr);
    assert!(done.stdout.ends_with("found 0 leases\n"), "{}", done.stdout);
    let steps = done.stdout.lines().filter(|line| line.starts_with('{'));
    assert!(
        steps
            .map(|line| serde_json::from_str::<serde_json::Value>(line).unwrap())
            .all(|step| step["event"] == "example.step")
    );
    assert_eq!(Pat::new("examples --endpoints 127.0.0.1:1").run().code, 125);
}
