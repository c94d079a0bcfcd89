//! Leaving a leadership, or the queue: asked to by others, by a signal, or because something has failed meanwhile.

use std::fs;
use std::time::{Duration, Instant};

use crate::support::election::{ids, leader, section, stands, until_leads, until_stand};
use crate::support::{Etcd, Running, Signal, is_alive, path, until};

/// Ignores SIGTERM until it is told to go on by the file `go`, after it has noted that it had it.
fn lingers(log: &str, go: &str) -> String {
    format!(
        "echo begin >> {log}; trap 'echo asked >> {log}; while [ ! -e {go} ]; do sleep 0.02; done; exit 0' TERM; while :; do sleep 0.02; done"
    )
}

const FORCED: &str = "a leads /e no more; b leads now. The key of a was removed; its command runs on until its etcdpat learns of that, or hangs for a TTL\n";

fn text(log: &str) -> String {
    fs::read_to_string(log).unwrap_or_default()
}

#[test]
fn a_transfer_makes_way_also_after_the_leader_has_changed() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let log = path(&dir, "log");
    let mut nodes = Vec::new();
    for id in ["a", "b", "c", "d"] {
        nodes.push(stands(&etcd, id, "", &section(&log)));
        until_stand(&etcd, nodes.len());
    }
    // Nobody but b has to notice that.
    assert_eq!(etcd.run("elect resign /e").code, 0);
    until("a is last", || ids(&etcd) == ["b", "c", "d", "a"]);
    let done = etcd.run("elect transfer /e --to a");
    assert_eq!((done.code, done.stdout.as_str()), (0, "b leads /e no more; a leads now\n"), "{}", done.stderr);
    until("all stand", || ids(&etcd).len() == 4);
    assert_eq!(ids(&etcd)[0], "a");
    drop(nodes);
    etcd.revoke_all();
}

#[test]
fn a_request_to_a_leader_that_is_gone_moves_nobody() {
    let etcd = Etcd::start();
    let mut nodes = Vec::new();
    for id in ["a", "b", "c"] {
        nodes.push(stands(&etcd, id, "", "sleep 1000"));
        until_stand(&etcd, nodes.len());
    }
    let order = etcd.queue("/e");
    let fence = |id: &str| {
        let shown = etcd.run("elect status /e -o json").stdout;
        crate::support::rows(&shown).iter().find(|row| row["id"] == id).unwrap()["fence"].as_i64().unwrap()
    };
    // It names a leader before a, who never was.
    let request =
        format!(r#"{{"to":{{"id":"c","key":"{}","fence":{}}},"host":"h","pid":1,"user":"u"}}"#, order[2], fence("c"));
    etcd.ctl(&["put", &format!("/_etcdpat/elect/%2Fe/request/{}/{}", fence("b"), fence("a") - 1), &request]);
    // It would have been taken up by the time that another request is.
    assert_eq!(etcd.run("elect transfer /e --to b").code, 0);
    assert_eq!(ids(&etcd)[..2], ["b", "c"]);
    assert!(!nodes[2].stderr().contains("gave up the place"), "{}", nodes[2].stderr());
    drop(nodes);
    etcd.revoke_all();
    etcd.ctl("del --prefix /_etcdpat/");
}

#[test]
fn a_node_that_is_asked_to_stop_while_it_leaves_does_not_stand_again() {
    for request in ["resign /e", "transfer /e --to b"] {
        let etcd = Etcd::start();
        let dir = tempfile::tempdir().unwrap();
        let (log, go) = (path(&dir, "log"), path(&dir, "go"));
        let node = stands(&etcd, "a", "--grace 10s", &lingers(&log, &go));
        until_stand(&etcd, 1);
        let next = stands(&etcd, "b", "", "sleep 1000");
        until_stand(&etcd, 2);
        until("it runs", || text(&log) == "begin\n");
        let asking = etcd.pat(&format!("elect {request}")).spawn();
        until("it is asked to leave", || text(&log) == "begin\nasked\n");
        node.signal(Signal::TERM);
        fs::write(&go, "").unwrap();
        // The code is the command's.
        let done = node.wait();
        assert_eq!(done.code, 0, "{}", done.stderr);
        assert_eq!(asking.wait().code, 0);
        assert_eq!(text(&log).matches("begin").count(), 1);
        assert_eq!(ids(&etcd), ["b"]);
        next.end();
    }
    // Of a hook, too, and where nobody else stands.
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let (log, go) = (path(&dir, "log"), path(&dir, "go"));
    // The first request does not interrupt it.
    let hook = format!("echo begin >> {log}; while [ ! -e {go} ]; do sleep 0.02; done");
    let words = ["elect", "/e", "--id", "a", "--grace", "10s", "--on-defeat", &hook, "--", "sleep", "1000"];
    let node = etcd.pat(&words).spawn();
    until_leads(&etcd, "a");
    let asking = etcd.pat("elect resign /e").spawn();
    until("its hook runs", || text(&log) == "begin\n");
    node.signal(Signal::TERM);
    fs::write(&go, "").unwrap();
    assert_eq!((node.wait().code, text(&log).as_str()), (143, "begin\n"));
    asking.wait();
    assert!(etcd.leases().is_empty());
}

#[test]
fn a_node_that_was_stopped_while_its_command_ended_goes_on_in_order() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let (log, go) = (path(&dir, "log"), path(&dir, "go"));
    let (script, defeat) = (lingers(&log, &go), format!("echo defeat $ETCDPAT_STILL_LEADER >> {log}"));
    let options = ["--id", "a", "--once", "--grace", "500ms", "--on-defeat", &defeat];
    let node = etcd.pat(&[&["elect", "/e"][..], &options, &["--", "sh", "-c", &script]].concat()).spawn();
    until("it runs", || text(&log) == "begin\n");
    let asking = etcd.pat("elect resign /e").spawn();
    until("it is asked to leave", || text(&log) == "begin\nasked\n");
    node.signal(Signal::STOP);
    fs::write(&go, "").unwrap();
    // Longer than grace and margin: what its guardian has said meanwhile counts, not that the time is over.
    let over = Instant::now() + Duration::from_secs(3);
    until("the time is over", || Instant::now() > over);
    node.signal(Signal::CONT);
    let done = node.wait();
    assert_eq!((done.code, text(&log).as_str()), (0, "begin\nasked\ndefeat 1\n"), "{}", done.stderr);
    asking.wait();
    assert!(etcd.leases().is_empty());
}

#[test]
fn who_could_run_nothing_does_not_wait_for_its_turn() {
    let etcd = Etcd::start();
    let first = stands(&etcd, "a", "", "sleep 1000");
    until_leads(&etcd, "a");
    let waits_with = |waiting: Running| {
        until_stand(&etcd, 2);
        waiting.wait_for_stderr("waiting");
        crate::support::signal(waiting.guardian(), Signal::KILL);
        let done = waiting.wait();
        assert_eq!(done.code, 125, "{}", done.stderr);
        assert!(done.stderr.contains("error: the guardian process died; no command can be run"), "{}", done.stderr);
        until_stand(&etcd, 1);
    };
    waits_with(stands(&etcd, "b", "", "sleep 1000"));
    waits_with(etcd.pat("lock /e -- true").spawn());
    first.end();
    assert!(etcd.leases().is_empty());
}

#[test]
fn a_request_that_is_under_way_is_in_the_way_of_another_kind_alone() {
    let etcd = Etcd::start();
    let frozen = stands(&etcd, "a", "--grace 0", "sleep 1000");
    until_leads(&etcd, "a");
    let next = stands(&etcd, "b", "", "sleep 1000");
    until_stand(&etcd, 2);
    frozen.signal(Signal::STOP);
    let transfer = etcd.pat("elect transfer /e --to b").spawn();
    until("it is asked", || etcd.keys("/_etcdpat/elect/%2Fe/request/").len() == 1);
    let done = etcd.run("elect resign /e");
    assert_eq!(done.code, 122, "{}", done.stderr);
    assert!(done.stderr.contains("another request to the leader of /e is under way"), "{}", done.stderr);
    let same = etcd.pat("elect transfer /e --to b").spawn();
    let forced = etcd.run("elect resign /e --force");
    assert_eq!((forced.code, forced.stdout.as_str()), (0, FORCED), "{}", forced.stderr);
    assert_eq!((transfer.wait().code, same.wait().code), (0, 0));
    frozen.signal(Signal::CONT);
    frozen.wait_for_stderr("lost the leadership of /e: its key was deleted");
    frozen.end();
    next.end();
    assert_eq!(leader(&etcd), "");
}

#[test]
fn a_hook_has_neither_the_commands_input_nor_the_users_signals() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let (log, go) = (path(&dir, "log"), path(&dir, "go"));
    let hook = format!("cat; echo begin >> {log}; while [ ! -e {go} ]; do sleep 0.02; done");
    let words = ["elect", "/e", "--on-elected", &hook, "--", "sed", "s/^/it is /"];
    let node = etcd.pat(&words).input(b"for the command\n").spawn();
    until("its hook runs", || text(&log) == "begin\n");
    node.signal(Signal::USR1);
    node.signal(Signal::USR2);
    assert!(is_alive(node.pid()));
    fs::write(&go, "").unwrap();
    let done = node.wait();
    assert_eq!((done.code, done.stdout.as_str()), (0, "it is for the command\n"), "{}", done.stderr);
    assert_eq!(text(&log), "begin\n");
}

#[test]
fn who_is_meant_by_an_id_that_two_have_is_not_guessed() {
    let etcd = Etcd::start();
    let node = stands(&etcd, "a", "", "sleep 1000");
    until_leads(&etcd, "a");
    let (_, id) = etcd.grant();
    etcd.put_all([(format!("/e/{id:x}"), "a")].into_iter(), id);
    let done = etcd.run("elect transfer /e --to a");
    assert_eq!(done.code, 1);
    assert!(done.stderr.contains("there are several candidates with the id a"), "{}", done.stderr);
    node.end();
    etcd.revoke_all();
}
