//! What comes out, and what happens when nobody reads it.

use crate::support::{Etcd, eventually, names, rows};

#[test]
fn json_is_one_object_a_line() {
    let etcd = Etcd::start();
    let held = etcd.lock("/l").hold();
    let waiter = etcd.pat("lock -o json /l -- sh -c 'exit 3'").spawn();
    waiter.wait_for_stderr("lock.waiting");
    held.end();
    let done = waiter.wait();
    assert_eq!((done.code, done.stdout.as_str()), (3, ""));
    let events = rows(&done.stderr);
    assert_eq!(
        names(&done.stderr),
        ["lock.waiting", "lock.acquired", "child.started", "child.exited", "lock.released"]
    );
    for event in &events {
        let time = event["time"].as_str().unwrap();
        assert!(time.len() == 24 && time.ends_with('Z') && time.as_bytes()[19] == b'.', "{time}");
        assert!(
            event.as_object().unwrap().values().all(|value| !value.is_array() && !value.is_object()),
            "flat: {event}"
        );
    }
    assert_eq!(events[0]["position"], 1);
    assert_eq!(events[0]["holder_command"], "sleep 1000");
    assert_eq!(events[1]["lease"], events[1]["key"].as_str().unwrap()[3..]);
    assert_eq!(events[3]["code"], 3);
    assert_eq!(events[1]["fence"], events[4]["fence"]);
}

#[test]
fn without_a_command_events_go_to_stdout_and_errors_to_stderr() {
    let etcd = Etcd::start();
    let held = etcd.pat("-o json lock /l").spawn();
    held.wait_for_stdout("lock.acquired");
    let busy = etcd.run("-o json lock --try /l");
    assert_eq!((busy.code, busy.stdout.as_str()), (122, ""));
    let error = &rows(&busy.stderr)[0];
    assert_eq!((error["event"].as_str(), error["code"].as_u64()), (Some("error"), Some(122)));
    assert!(error["hint"].as_str().unwrap().contains("lock status"));
    let done = held.end();
    assert_eq!(names(&done.stdout), ["lock.acquired", "lock.released"]);
    assert_eq!(done.stderr, "");
}

#[test]
fn a_closed_stdout_releases_the_lock() {
    let etcd = Etcd::start();
    for arguments in ["lock /x -o json", "lock /x"] {
        let shell = format!("{{ {} {arguments}; echo $? >&2; }} | head -1", env!("CARGO_BIN_EXE_etcdpat"));
        let mut command = std::process::Command::new("sh");
        let done = command.args(["-c", &shell]).env("ETCDPAT_ENDPOINTS", etcd.endpoints()).output().unwrap();
        assert_eq!(String::from_utf8_lossy(&done.stderr), "0\n", "{arguments}");
        assert_eq!(String::from_utf8_lossy(&done.stdout).lines().count(), 1);
        assert!(etcd.queue("/x").is_empty());
    }
}

#[test]
fn quiet_says_only_results_and_errors() {
    let etcd = Etcd::start();
    let held = etcd.lock("/l").hold();
    let waiter = etcd.pat("-q lock /l -- true").spawn();
    eventually("two contenders", std::time::Duration::from_secs(5), || (etcd.queue("/l").len() == 2).then_some(()));
    held.end();
    let done = waiter.wait();
    assert_eq!((done.code, done.stderr.as_str()), (0, ""));
}

#[test]
fn names_of_others_do_not_drive_the_terminal() {
    let etcd = Etcd::start();
    let held =
        etcd.pat(&["lock", "-v", "--note", "\x1b[2J", "/l", "--", "sh", "-c", "sleep 1000; : '\x1b[31m'"]).spawn();
    held.wait_for_stderr("acquired lock");
    let shown = etcd.run("lock status /l");
    assert!(!shown.stdout.contains('\x1b'), "{:?}", shown.stdout);
    let busy = etcd.run("lock --try /l -- true");
    assert!(!busy.stderr.contains('\x1b'), "{:?}", busy.stderr);
    held.end();
}

#[test]
fn a_full_disk_is_no_reader_that_has_gone() {
    let mut etcd = Etcd::start();
    etcd.leave_be();
    etcd.ctl("put /k v");
    for arguments in ["watch /k --rev 1", "watch /k --rev 1 -o json", "lock /x"] {
        let shell = format!("{} {arguments} > /dev/full", env!("CARGO_BIN_EXE_etcdpat"));
        let mut command = std::process::Command::new("sh");
        let done = command.args(["-c", &shell]).env("ETCDPAT_ENDPOINTS", etcd.endpoints()).output().unwrap();
        let said = String::from_utf8_lossy(&done.stderr);
        assert_eq!(done.status.code(), Some(125), "{arguments}: {said}");
        assert!(said.contains("cannot write standard output"), "{arguments}: {said}");
    }
    assert!(etcd.queue("/x").is_empty());
}
