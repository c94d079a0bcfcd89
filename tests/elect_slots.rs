//! Periodic work of the leader, on its worst day: etcd away between two slots, the guardian killed, a record from the
//! future, keys on a terminal.

use std::fs;
use std::time::{Duration, Instant};

use crate::support::election::{stands, until_leads};
use crate::support::{Etcd, Signal, Terminal, path, rows, signal, until};

const SLOT: &str = "/_etcdpat/elect/%2Fe/slot";

fn text(log: &str) -> String {
    fs::read_to_string(log).unwrap_or_default()
}

#[test]
fn a_node_that_can_not_record_the_end_of_a_slot_heeds_its_deadline_and_a_stop() {
    for (asked, reason, code) in [(true, "stopped", 143), (false, "unreachable", 123)] {
        let etcd = Etcd::start();
        let dir = tempfile::tempdir().unwrap();
        let (log, go) = (path(&dir, "log"), path(&dir, "go"));
        let script = format!("echo runs >> {log}; while [ ! -e {go} ]; do sleep 0.02; done");
        let defeat = format!("echo defeat $ETCDPAT_REASON >> {log}");
        let options = ["--every", "1h", "--ttl", "4s", "--once", "--on-defeat", &defeat];
        let node = etcd.pat(&[&["elect", "/e"][..], &options, &["--", "sh", "-c", &script]].concat()).spawn();
        until("it runs", || text(&log) == "runs\n");
        etcd.freeze();
        fs::write(&go, "").unwrap();
        let begun = Instant::now();
        if asked {
            std::thread::sleep(Duration::from_millis(300));
            node.signal(Signal::TERM);
        }
        until("its hook runs", || text(&log) == format!("runs\ndefeat {reason}\n"));
        assert!(begun.elapsed() < Duration::from_secs(4), "{:?}", begun.elapsed());
        let done = node.wait();
        assert_eq!(done.code, code, "{}", done.stderr);
        etcd.thaw();
        until("nothing is left", || etcd.leases().is_empty());
        etcd.ctl(&["del", SLOT]);
    }
}

#[test]
fn on_defeat_is_not_ended_by_a_signal_that_is_older() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let log = path(&dir, "log");
    let defeat = format!("echo defeat $ETCDPAT_STILL_LEADER >> {log}");
    let words =
        ["elect", "/e", "--id", "a", "--ttl", "3s", "--grace", "0", "--on-defeat", &defeat, "--", "sleep", "1000"];
    let node = etcd.pat(&words).spawn();
    until_leads(&etcd, "a");
    node.signal(Signal::STOP);
    node.signal(Signal::TERM);
    until("its lease has ended", || etcd.leases().is_empty());
    node.signal(Signal::CONT);
    let done = node.wait();
    assert_eq!((done.code, text(&log).as_str()), (123, "defeat 0\n"), "{}", done.stderr);
}

#[test]
fn a_record_of_the_future_can_be_deleted_while_a_leader_waits_for_it() {
    let etcd = Etcd::start();
    let record = r#"{"slot":"2100-01-01T00:00:00.000Z","anchor":"2100-01-01T00:00:00.000Z","schedule":"every 1s","zone":"UTC","fence":1,"id":"old","ended":true}"#;
    etcd.ctl(&["put", SLOT, record]);
    let node = etcd.pat("elect /e --id a -o json --every 1s -- true").spawn();
    node.wait_for_stderr("elect.clock_behind");
    assert!(!node.stderr().contains("elect.slot_begun"));
    assert_eq!(etcd.run(&["txn", "--then", &format!("del {SLOT}")]).code, 0);
    node.wait_for_stderr("elect.slot_begun");
    node.end();
    etcd.ctl(&["del", SLOT]);
}

#[test]
fn a_guardian_that_dies_between_two_slots_ends_the_node_before_the_next_one() {
    let etcd = Etcd::start();
    let node = etcd.pat("elect /e --id a -o json --every 1h -- true").spawn();
    node.wait_for_stderr("elect.slot_ended");
    signal(node.guardian(), Signal::KILL);
    let done = node.wait();
    assert_eq!(done.code, 125, "{}", done.stderr);
    let begun = rows(&done.stderr).into_iter().filter(|row| row["event"] == "elect.slot_begun").count();
    assert_eq!(begun, 1, "{}", done.stderr);
    assert!(etcd.leases().is_empty());
    etcd.ctl(&["del", SLOT]);
}

#[test]
fn a_node_that_waits_for_an_id_waits_out_an_outage() {
    let etcd = Etcd::start();
    let first = stands(&etcd, "a", "--ttl 20s", "sleep 1000");
    until_leads(&etcd, "a");
    drop(first);
    let next = etcd.pat("elect /e --id a --command-timeout 500ms -- true").spawn();
    next.wait_for_stderr("the id a is in use");
    etcd.freeze();
    next.wait_for_stderr("etcd is away");
    etcd.thaw();
    next.wait_for_stderr("etcd is back");
    etcd.revoke_all();
    assert_eq!(next.wait().code, 0);
}

#[test]
fn keys_on_a_terminal_are_for_the_node_whatever_it_runs() {
    let etcd = Etcd::start();
    let Some(terminal) = Terminal::open(&etcd) else { return };
    let dir = tempfile::tempdir().unwrap();
    let log = path(&dir, "log");
    // Ctrl-C during a slot.
    terminal.enter(&format!("clear; etcdpat elect /e --every 1s -- sh -c 'echo x >> {log}; exec sleep 30'"));
    until("it runs", || text(&log) == "x\n");
    terminal.keys("C-c");
    terminal.enter("echo code=$?.");
    terminal.wait_for("code=130.");
    assert_eq!(text(&log), "x\n");
    // Ctrl-Z and Ctrl-C between two.
    etcd.ctl(&["del", SLOT]);
    terminal.enter("clear; etcdpat elect /e --every 1h -- sh -c 'echo $((6 * 7))x'");
    terminal.wait_for("42x");
    until("it has ended", || etcd.value(SLOT).contains(r#""ended":true"#));
    terminal.keys("C-z");
    terminal.wait_for("Stopped");
    terminal.enter("clear; fg");
    terminal.wait_for("etcdpat elect");
    terminal.keys("C-c");
    terminal.enter("echo code=$?.");
    terminal.wait_for("code=130.");
    until("nothing is left", || etcd.leases().is_empty());
    etcd.ctl(&["del", SLOT]);
}
