//! `--shared`, `--permits` and several names: who holds together, and who waits for whom.

use std::fs;
use std::time::Duration;

use crate::support::{Etcd, Running, Signal, eventually, number_in, path, rows, sections_are_disjoint, signal, until};

fn end(held: Running) {
    assert_eq!(held.end().code, 143);
}

fn holders(etcd: &Etcd, name: &str) -> Vec<i64> {
    let shown = rows(&etcd.run(&["lock", "status", name, "-o", "json"]).stdout);
    shown.iter().filter(|row| row["holder"] == true).map(|row| row["pid"].as_i64().unwrap()).collect()
}

#[test]
fn readers_hold_together_and_a_writer_alone_first_come_first_served() {
    let etcd = Etcd::start();
    let (one, two) = (etcd.lock("/l").shared().hold(), etcd.lock("/l").shared().hold());
    let writer = etcd.lock("/l").queue_at(3);
    let late = etcd.lock("/l").shared().queue_at(4);
    assert_eq!(holders(&etcd, "/l"), [one.pid(), two.pid()].map(i64::from));
    assert_eq!(etcd.lock("/l").shared().try_once(), 122, "a writer waits before it");
    end(two);
    assert_eq!(holders(&etcd, "/l"), [i64::from(one.pid())], "the writer waits for both");
    end(one);
    writer.wait_for_stderr("acquired lock");
    assert_eq!(holders(&etcd, "/l"), [i64::from(writer.pid())], "the later reader waits for the writer");
    end(writer);
    late.wait_for_stderr("acquired lock");
    assert_eq!(etcd.lock("/l").shared().try_once(), 0);
    end(late);
}

#[test]
fn etcdctl_waits_for_a_reader_and_a_reader_for_etcdctl() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let entered = path(&dir, "entered");
    let reader = etcd.lock("/l").shared().hold();
    let script = format!("echo $$ > {entered}; exec sleep 1000");
    let mut ctl = etcd.ctl_command(&["lock", "/l", "--", "sh", "-c", &script]).spawn().unwrap();
    until("etcdctl in the queue", || etcd.queue("/l").len() == 2);
    let late = etcd.lock("/l").shared().queue_at(3);
    assert!(!fs::exists(&entered).unwrap());
    end(reader);
    let inner = number_in(&entered);
    assert!(!late.stderr().contains("acquired"));
    signal(inner, Signal::KILL);
    ctl.wait().unwrap();
    late.wait_for_stderr("acquired lock");
    end(late);
    etcd.revoke_all();
}

#[test]
fn three_permits_are_held_by_three_at_the_most() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let log = path(&dir, "log");
    let section = format!("echo begin >> {log}; sleep 0.1; echo end >> {log}");
    let contenders: Vec<_> = (0..20).map(|_| etcd.lock("/l").permits(3).sh(&section).start()).collect();
    contenders.into_iter().for_each(|contender| assert_eq!(contender.wait().code, 0));
    let mut inside = 0;
    let text = fs::read_to_string(&log).unwrap();
    let counts: Vec<_> = text
        .lines()
        .map(|line| {
            inside += if line == "begin" { 1 } else { -1 };
            inside
        })
        .collect();
    assert_eq!((counts.len(), counts.iter().max()), (40, Some(&3)), "{text}");
}

#[test]
fn whichever_permit_is_given_back_lets_the_next_one_in() {
    let etcd = Etcd::start();
    let mut held: Vec<_> = (0..3).map(|_| etcd.lock("/l").permits(3).hold()).collect();
    // The oldest, then the newest of three.
    for which in [0, 2] {
        let next = etcd.lock("/l").permits(3).queue_at(4);
        assert_eq!(etcd.lock("/l").permits(3).try_once(), 122);
        end(held.remove(which));
        eventually("its turn", Duration::from_secs(1), || next.stderr().contains("acquired lock").then_some(()));
        held.push(next);
    }
    held.into_iter().for_each(end);
}

#[test]
fn different_modes_wait_for_each_other_and_another_number_of_permits_is_refused() {
    let etcd = Etcd::start();
    let permit = etcd.lock("/l").permits(3).hold();
    let reader = etcd.lock("/l").shared().queue_at(2);
    let late = etcd.lock("/l").permits(3).queue_at(3);
    let refused = etcd.run("lock --permits 5 /l -o json -- true");
    assert_eq!(refused.code, 125);
    let told = rows(&refused.stderr);
    assert_eq!((told[0]["event"].as_str(), told[0]["permits"].as_i64()), (Some("lock.refused"), Some(5)));
    assert_eq!(told[0]["queue_permits"], 3);
    assert!(told[1]["message"].as_str().unwrap().contains("is used with 3 permits, not 5"), "{}", refused.stderr);
    assert_eq!((etcd.queue("/l").len(), etcd.leases().len()), (3, 3), "nothing of it is left");
    end(permit);
    reader.wait_for_stderr("acquired lock");
    assert_eq!(holders(&etcd, "/l"), [i64::from(reader.pid())], "the later permit waits for the reader");
    end(reader);
    late.wait_for_stderr("acquired lock");
    end(late);
}

#[test]
fn several_names_are_taken_at_once_in_any_order_without_deadlock() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let log = path(&dir, "log");
    let section = format!("echo begin $ETCDPAT_FENCE >> {log}; sleep 0.01; echo end $ETCDPAT_FENCE >> {log}");
    let names = |number| if number % 2 == 0 { ["/a", "/b"] } else { ["/b", "/a"] };
    let contenders: Vec<_> = (0..40).map(|number| etcd.locks(&names(number)).sh(&section).start()).collect();
    contenders.into_iter().for_each(|contender| assert_eq!(contender.wait().code, 0));
    assert_eq!(sections_are_disjoint(&log), 40);
}

/// The keys of the lower lock begin with the upper one's name.
#[test]
fn a_lock_and_one_below_it_are_taken_at_once() {
    let etcd = Etcd::start();
    let both = etcd.locks(&["/a", "/a/b"]).permits(2);
    let (one, two) = (both.clone().hold(), both.clone().hold());
    let three = both.queue_at(3);
    assert_eq!(holders(&etcd, "/a/b"), [one.pid(), two.pid()].map(i64::from));
    end(one);
    three.wait_for_stderr("acquired locks /a, /a/b");
    end(two);
    end(three);
}

#[test]
fn the_environment_names_all_locks_and_the_first() {
    let etcd = Etcd::start();
    let show =
        "echo $ETCDPAT_LOCK; echo \"$ETCDPAT_LOCKS\"; echo $ETCDPAT_KEY; echo \"$ETCDPAT_KEYS\"; echo $ETCDPAT_LEASE";
    let shown = etcd.run(&["lock", "/b", "/a", "/b", "--", "sh", "-c", show]).stdout;
    let lines: Vec<_> = shown.lines().collect();
    let lease = lines[6];
    let (a, b) = (format!("/a/{lease}"), format!("/b/{lease}"));
    assert_eq!(lines[..6], ["/b", "/b", "/a", &b, &b, &a]);
    // An inner lock shows itself alone.
    let inner = format!("{} lock /c -- sh -c 'echo $ETCDPAT_LOCKS $ETCDPAT_KEYS'", env!("CARGO_BIN_EXE_etcdpat"));
    let shown = etcd.run(&["lock", "/a", "/b", "--", "sh", "-c", &inner]).stdout;
    assert!(shown.starts_with("/c /c/") && !shown.contains("/a"), "{shown}");
}

#[test]
fn first_in_some_but_not_in_all_is_not_held() {
    let etcd = Etcd::start();
    let other = etcd.lock("/b").hold();
    let both = etcd.locks(&["/a", "/b"]).queue_at(2);
    let shown = etcd.run("lock status /a -o json");
    let row = &rows(&shown.stdout)[0];
    assert_eq!((shown.code, &row["holder"], &row["locks"]), (1, &false.into(), &["/a", "/b"][..].into()));
    let fence = row["fence"].to_string();
    assert_eq!(etcd.run(&format!("lock check /a --fence {fence}")).code, 1);
    assert_eq!(etcd.lock("/a").try_once(), 122);
    assert!(etcd.run("lock status /a").stdout.contains("exclusive, with /b"));
    end(other);
    both.wait_for_stderr("acquired locks /a, /b");
    for name in ["/a", "/b"] {
        assert_eq!(etcd.run(&["lock", "check", name, "--fence", &fence]).code, 0);
        assert_eq!(holders(&etcd, name), [i64::from(both.pid())]);
    }
    assert_eq!(etcd.locks(&["/c", "/a"]).try_once(), 122);
    assert_eq!(etcd.queue("/c").len(), 0);
    let timed_out = etcd.run("lock --timeout 300ms /c /a -- true");
    assert_eq!(timed_out.code, 124);
    assert_eq!(etcd.queue("/c").len(), 0);
    end(both);
}

#[test]
fn losing_one_key_is_losing_all() {
    let etcd = Etcd::start();
    let held = etcd.locks(&["/a", "/b"]).hold();
    let waiter = etcd.locks(&["/b", "/a"]).queue_at(2);
    let lost = etcd.queue("/a")[1].clone();
    assert_eq!(etcd.run(&format!("lock break /a --key {lost}")).code, 0);
    waiter.wait_for_stderr("queued again");
    let queues = || ["/a", "/b"].map(|name| etcd.queue(name));
    let [a, b] = queues();
    assert_eq!((a.len(), b.len()), (2, 2));
    assert!(a[1] != lost && a[1][3..] == b[1][3..], "one new lease in both: {a:?} {b:?}");
    assert_eq!(etcd.run(&["lock", "break", "/b", "--key", &b[0]]).code, 0);
    assert_eq!(held.wait().code, 123);
    waiter.wait_for_stderr("acquired lock");
    end(waiter);
}

#[test]
fn list_shows_modes_holders_and_waiters() {
    let etcd = Etcd::start();
    let held = [
        etcd.lock("/s").shared().hold(),
        etcd.lock("/s").shared().hold(),
        etcd.lock("/s").queue_at(3),
        etcd.lock("/p").permits(2).hold(),
    ];
    let listed = rows(&etcd.run("lock list -o json").stdout);
    let short: Vec<_> = listed
        .iter()
        .map(|row| (row["lock"].as_str().unwrap(), row["mode"].as_str().unwrap(), row["holders"].as_i64().unwrap()))
        .collect();
    assert_eq!(short, [("/p", "permit", 1), ("/s", "shared", 2)]);
    assert_eq!((listed[1]["waiters"].as_i64(), listed[0]["permits"].as_i64()), (Some(1), Some(2)));
    let table = etcd.run("lock list").stdout;
    assert!(table.contains("permit of 2") && table.contains("shared"), "{table}");
    for one in held {
        one.end();
    }
}
