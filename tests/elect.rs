//! Elections: who leads, what runs, and how the leadership changes hands.

use std::fs;
use std::time::{Duration, Instant};

use etcd_client::TxnOp;

use crate::support::election::{ids, leader, section, stands, until_leads, until_stand};
use crate::support::history::{commit, compact, history};
use crate::support::{
    Etcd, Pat, Proxy, Running, Setup, Signal, eventually, is_alive, names, number_in, path, rows,
    script_without_interpreter, sections_are_disjoint, until,
};

#[test]
fn one_leads_and_the_next_one_starts_after_its_command_was_reaped() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let log = path(&dir, "log");
    let mut nodes = Vec::new();
    for id in ["a", "b", "c"] {
        nodes.push(stands(&etcd, id, "", &section(&log)));
        until_stand(&etcd, nodes.len());
    }
    assert_eq!((leader(&etcd).as_str(), ids(&etcd)), ("a", vec!["a".into(), "b".into(), "c".into()]));
    assert_eq!(etcd.run("elect leader /e --id a").code, 0);
    assert_eq!(etcd.run("elect leader /e --id b").code, 1);
    // A command that ends by itself, here for a signal, ends its node.
    assert_eq!(nodes.remove(0).end().code, 0);
    until_leads(&etcd, "b");
    // Killed: the next one leads when the lease has run out.
    let lease = etcd.queue("/e")[0].clone();
    nodes.remove(0);
    until("its command is dead", || {
        let text = fs::read_to_string(&log).unwrap();
        text.lines().last().is_some_and(|line| line == "begin b")
    });
    etcd.revoke_lease_of(&lease);
    until_leads(&etcd, "c");
    until("its command runs", || fs::read_to_string(&log).unwrap().ends_with("begin c\n"));
    assert_eq!(nodes.remove(0).end().code, 0);
    let done = etcd.run("elect leader /e");
    assert_eq!((done.code, done.stdout.as_str()), (1, ""));
    assert!(done.stderr.contains("error: nobody leads /e"), "{}", done.stderr);
    assert_eq!(fs::read_to_string(&log).unwrap(), "begin a\nend a\nbegin b\nbegin c\nend c\n");
    assert!(etcd.leases().is_empty());
}

#[test]
fn the_command_is_told_who_it_is_and_its_code_is_etcdpats() {
    let etcd = Etcd::start();
    let script = "echo $ETCDPAT_NODE_ID $ETCDPAT_LOCK $ETCDPAT_KEY $ETCDPAT_LEASE $ETCDPAT_FENCE; exit 7";
    let done = stands(&etcd, "node 1", "", script).wait();
    assert_eq!(done.code, 7);
    let words: Vec<_> = done.stdout.split_whitespace().map(str::to_owned).collect();
    assert_eq!(words[..3], ["node", "1", "/e"]);
    assert_eq!(words[3], format!("/e/{}", words[4]));
    assert!(words[5].parse::<i64>().unwrap() > 0);
    assert!(etcd.leases().is_empty() && etcd.keys("").is_empty());
}

#[test]
fn a_node_that_lost_the_leadership_stands_again_once_its_command_is_dead() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let (log, pid) = (path(&dir, "log"), path(&dir, "pid"));
    let script = format!("echo $$ > {pid}; {}", section(&log));
    let one = stands(&etcd, "one", "", &script);
    let command = number_in(&pid);
    let two = stands(&etcd, "two", "", &section(&log));
    until_stand(&etcd, 2);
    etcd.revoke_lease_of(&etcd.queue("/e")[0]);
    until_leads(&etcd, "two");
    until("its command is dead", || !is_alive(command));
    until("it stands again", || ids(&etcd) == ["two", "one"]);
    assert!(one.stderr().contains("lost the leadership of /e"), "{}", one.stderr());
    assert_eq!(two.end().code, 0);
    until_leads(&etcd, "one");
    assert_eq!(one.end().code, 0);
    // With --once it does not.
    let once = stands(&etcd, "once", "--once", &section(&log));
    until_leads(&etcd, "once");
    etcd.revoke_all();
    let done = once.wait();
    assert_eq!(done.code, 123, "{}", done.stderr);
}

#[test]
fn a_wait_has_its_end() {
    let etcd = Etcd::start();
    let leads = stands(&etcd, "a", "", "sleep 1000");
    until_leads(&etcd, "a");
    let done = etcd.run("elect /e --id b --timeout 300ms -- true");
    assert_eq!(done.code, 124);
    assert!(done.stderr.contains("error: not elected in /e within 300ms\n  Caused by: a leads"), "{}", done.stderr);
    assert_eq!(etcd.run("elect /e --id b --timeout 0 -- true").code, 122);
    assert_eq!(etcd.queue("/e").len(), 1);
    leads.end();
}

#[test]
fn hooks_run_in_order_once_for_each_change() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let log = path(&dir, "log");
    let hook = |what: &str| format!("echo {what} $ETCDPAT_NODE_ID $ETCDPAT_REASON $ETCDPAT_STILL_LEADER >> {log}");
    let options = ["--on-elected", &hook("elected"), "--on-defeat", &hook("defeat")].map(str::to_owned);
    let node = |id: &str| {
        let script = format!("echo runs >> {log}; while :; do sleep 0.02; done");
        let words =
            [&["elect", "/e", "--id", id][..], &options.each_ref().map(String::as_str), &["--", "sh", "-c", &script]];
        etcd.pat(&words.concat()).spawn()
    };
    let text = || fs::read_to_string(&log).unwrap_or_default();
    let one = node("one");
    until("it runs", || text() == "elected one\nruns\n");
    // Asked to: while it still leads.
    assert_eq!(etcd.run("elect resign /e").code, 0);
    until("it runs again", || text() == "elected one\nruns\ndefeat one resigned 1\nelected one\nruns\n");
    fs::write(&log, "").unwrap();
    // Lost.
    etcd.revoke_lease_of(&etcd.queue("/e")[0]);
    until("it runs again", || text() == "defeat one revoked 0\nelected one\nruns\n");
    fs::write(&log, "").unwrap();
    assert_eq!(one.end().code, 143);
    assert_eq!(text(), "defeat one stopped 1\n");
}

#[test]
fn on_defeat_runs_after_a_command_that_could_not_be_run() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let script = script_without_interpreter(&dir);
    let words = ["elect", "/e", "--on-elected", "echo elected", "--on-defeat", "echo defeat $ETCDPAT_REASON", "--"];
    let done = etcd.run(&[&words[..], &[&script]].concat());
    assert_eq!((done.code, done.stdout.as_str()), (127, "elected\ndefeat ended\n"), "{}", done.stderr);
    // But not where nothing was begun.
    let done = etcd.run(&["elect", "/e", "--on-defeat", "echo defeat", "--ttl", "2s", "--grace", "5s", "--", "true"]);
    assert_eq!((done.code, done.stdout.as_str()), (2, ""), "{}", done.stderr);
    assert!(etcd.leases().is_empty());
}

#[test]
fn a_hook_that_fails_or_hangs_is_told_and_on_elected_steps_down() {
    let etcd = Etcd::start();
    let failing = etcd.pat(&["elect", "/e", "--id", "a", "--once", "--on-elected", "exit 3", "--", "true"]).run();
    assert_eq!(failing.code, 3);
    assert!(failing.stderr.contains("--on-elected failed with 3"), "{}", failing.stderr);
    // It would stand again, after a pause that grows.
    let again = etcd.pat(&["elect", "/e", "--id", "a", "--on-elected", "exit 3", "--", "true"]).spawn();
    again.wait_for_stderr("standing for /e again in 1.0s: --on-elected has failed");
    assert!(etcd.queue("/e").is_empty());
    again.wait_for_stderr("standing for /e again in 2.0s");
    assert_eq!(again.end().code, 143);
    // A hook has as long as the lease lasts.
    let begun = Instant::now();
    let words = ["elect", "/e", "--id", "a", "--ttl", "2s", "--on-defeat", "sleep 1000", "--", "true"];
    let hanging = etcd.run(&words);
    assert_eq!(hanging.code, 0, "{}", hanging.stderr);
    assert!(hanging.stderr.contains("--on-defeat took too long and was stopped"), "{}", hanging.stderr);
    assert!(begun.elapsed() < Duration::from_secs(4));
    assert!(etcd.leases().is_empty());
}

#[test]
fn an_id_is_one_nodes_at_a_time() {
    let etcd = Etcd::start();
    let first = stands(&etcd, "a", "--ttl 3s", "sleep 1000");
    until_leads(&etcd, "a");
    let refused = etcd.run("elect /e --id a -- true");
    assert_eq!(refused.code, 122, "{}", refused.stderr);
    assert!(refused.stderr.contains(&format!("is in use in /e by pid {}", first.pid())), "{}", refused.stderr);
    // One that was killed leaves it with its lease.
    drop(first);
    let begun = Instant::now();
    let next = etcd.run("elect /e --id a -- true");
    assert_eq!(next.code, 0, "{}", next.stderr);
    assert!(begun.elapsed() < Duration::from_secs(5));
    for (id, why) in
        [("", "must not be empty"), (r#"{"mode":"shared","host":"h","pid":1,"since":"x"}"#, "must not read as")]
    {
        let done = etcd.run(&["elect", "/e", "--id", id, "--", "true"]);
        assert_eq!(done.code, 2, "{}", done.stderr);
        assert!(done.stderr.contains(why), "{}", done.stderr);
    }
}

#[test]
fn who_resigns_is_last_in_the_queue_and_its_command_had_its_grace() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let log = path(&dir, "log");
    let nodes: Vec<_> = ["a", "b", "c"]
        .map(|id| {
            let node = stands(&etcd, id, "", &section(&log));
            until("it stands", || ids(&etcd).iter().any(|one| one == id));
            node
        })
        .into();
    assert_eq!(etcd.run("elect resign /e --id b").code, 1);
    assert_eq!(etcd.run("elect resign /nobody").code, 1);
    let done = etcd.run("elect resign /e --id a");
    assert_eq!((done.code, done.stdout.as_str()), (0, "a leads /e no more; b leads now\n"), "{}", done.stderr);
    until("it is last", || ids(&etcd) == ["b", "c", "a"]);
    until("b runs", || fs::read_to_string(&log).unwrap() == "begin a\nend a\nbegin b\n");
    nodes.into_iter().rev().for_each(drop);
    etcd.revoke_all();
}

#[test]
fn a_leader_that_takes_no_requests_is_told_and_removed_by_force() {
    let etcd = Etcd::start();
    let (lease, id) = etcd.grant();
    etcd.put_all([(format!("/e/{id:x}"), "theirs")].into_iter(), id);
    assert_eq!(leader(&etcd), "theirs");
    let done = etcd.run("elect resign /e");
    assert_eq!(done.code, 1);
    assert!(done.stderr.contains("theirs can't step down in /e: it is another client's"), "{}", done.stderr);
    assert_eq!(etcd.run("elect resign /e --force").code, 0);
    assert_eq!(etcd.run("elect leader /e").code, 1);
    assert!(!lease.is_empty());
    etcd.revoke_all();
    // A frozen one.
    let frozen = stands(&etcd, "frozen", "--grace 0", "sleep 1000");
    until_leads(&etcd, "frozen");
    frozen.signal(Signal::STOP);
    let done = etcd.run("elect resign /e");
    assert_eq!(done.code, 1);
    assert!(done.stderr.contains("frozen still leads /e: it has not taken the request up"), "{}", done.stderr);
    frozen.signal(Signal::CONT);
    frozen.end();
    until("nothing is left", || etcd.leases().is_empty());
}

#[test]
fn a_transfer_makes_way_for_its_successor() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let log = path(&dir, "log");
    let mut nodes = Vec::new();
    for id in ["a", "b", "c", "d", "e"] {
        nodes.push(stands(&etcd, id, "", &section(&log)));
        until_stand(&etcd, nodes.len());
    }
    for (to, code, says) in [("a", 2, "a leads /e already"), ("x", 1, "x does not stand")] {
        let done = etcd.run(&["elect", "transfer", "/e", "--to", to]);
        assert_eq!(done.code, code);
        assert!(done.stderr.contains(says), "{}", done.stderr);
    }
    let done = etcd.run("elect transfer /e --to c");
    assert_eq!((done.code, done.stdout.as_str()), (0, "a leads /e no more; c leads now\n"), "{}", done.stderr);
    until("the queue is as it must be", || {
        let ids = ids(&etcd);
        ids.len() == 5 && ids[..3] == ["c", "d", "e"]
    });
    until("c runs", || fs::read_to_string(&log).unwrap() == "begin a\nend a\nbegin c\n");
    // Another client's candidate is in the way.
    let (_, id) = etcd.grant();
    etcd.put_all([(format!("/e/{id:x}"), "theirs")].into_iter(), id);
    nodes.push(stands(&etcd, "f", "", &section(&log)));
    until_stand(&etcd, 7);
    let done = etcd.run("elect transfer /e --to f");
    assert_eq!(done.code, 1);
    assert!(done.stderr.contains("theirs stands before f"), "{}", done.stderr);
    assert_eq!(leader(&etcd), "c");
    drop(nodes);
    etcd.revoke_all();
}

#[test]
fn an_observer_tells_every_change_vacancies_and_values_included() {
    let etcd = Etcd::start();
    let observer = etcd.pat("elect observe -o json /e").spawn();
    let told = || names(&observer.stdout());
    until("nobody leads", || told() == ["elect.vacant"]);
    let (_, one) = etcd.grant();
    let (_, two) = etcd.grant();
    etcd.put_all([(format!("/e/{one:x}"), "one")].into_iter(), one);
    etcd.put_all([(format!("/e/{two:x}"), "two")].into_iter(), two);
    // As Go's Proclaim does it.
    etcd.put_all([(format!("/e/{one:x}"), "ONE")].into_iter(), one);
    etcd.ctl(&["del", &format!("/e/{one:x}")]);
    etcd.ctl("del --prefix /e/");
    let leaders = || -> Vec<String> {
        rows(&observer.stdout()).iter().map(|row| row["leader"].as_str().unwrap_or("-").to_owned()).collect()
    };
    until("all is told", || leaders() == ["-", "one", "ONE", "two", "-"]);
    assert_eq!(observer.end().code, 143);
    // All candidates at once, the leader last: nobody leads in between.
    let observer = etcd.pat("elect observe -o json /e").spawn();
    until("nobody leads", || observer.stdout().contains("elect.vacant"));
    etcd.put_all([(format!("/e/{one:x}"), "one")].into_iter(), one);
    etcd.put_all([(format!("/e/{two:x}"), "two")].into_iter(), two);
    etcd.ctl("del --prefix /e/");
    until("all is told", || observer.stdout().lines().count() == 3);
    etcd.revoke_all();
}

#[test]
fn without_a_command_a_node_follows_the_election() {
    let etcd = Etcd::start();
    let node = etcd.pat("elect /e --id a").spawn();
    node.wait_for_stdout("a\n");
    let other = etcd.pat("elect -o json /e --id b").spawn();
    until("it waits", || etcd.queue("/e").len() == 2);
    assert_eq!(node.end().code, 0);
    other.wait_for_stdout("elect.elected");
    let done = other.end();
    assert_eq!(done.code, 0);
    let events = names(&done.stdout);
    assert!(events.contains(&"elect.leader".to_owned()) && events.contains(&"elect.resigned".to_owned()), "{events:?}");
    assert!(etcd.leases().is_empty());
}

#[test]
fn a_lock_beside_an_election_reads_no_id_as_a_claim() {
    let etcd = Etcd::start();
    let node = stands(&etcd, r#"{"mode":"shared"}"#, "", "sleep 1000");
    until_stand(&etcd, 1);
    assert_eq!(etcd.lock("/e").shared().try_once(), 122);
    let listed = etcd.run("lock list -o json");
    assert_eq!(rows(&listed.stdout)[0]["election"], true, "{}", listed.stdout);
    node.end();
}

#[test]
fn a_cluster_that_loses_its_leader_keeps_one_leader_at_a_time() {
    let mut etcd = Etcd::with(Setup { members: 3, ..Setup::default() });
    let dir = tempfile::tempdir().unwrap();
    let log = path(&dir, "log");
    let section = format!("echo begin $ETCDPAT_FENCE >> {log}; sleep 0.3; echo end $ETCDPAT_FENCE >> {log}; exit 5");
    let nodes: Vec<_> = ["a", "b", "c"]
        .map(|id| {
            let words = ["elect", "/e", "--id", id, "--ttl", "3s", "--", "sh", "-c", &section];
            etcd.pat(&words).spawn()
        })
        .into();
    let leads = etcd.leader();
    etcd.kill_member(leads);
    for node in nodes {
        assert_eq!(node.wait().code, 5);
    }
    assert_eq!(sections_are_disjoint(&log), 3);
    eventually("nothing is left", Duration::from_secs(10), || etcd.queue("/e").is_empty().then_some(()));
}

/// A node with periodic work, which notes its slot, whom it has missed, and its own id.
fn works(etcd: &Etcd, id: &str, options: &str, log: &str, script: &str) -> Running {
    // An expression is one word.
    let options: Vec<_> = options.split_whitespace().map(|word| word.replace('_', " ")).collect();
    let options: Vec<_> = options.iter().map(String::as_str).collect();
    let script = format!("echo $ETCDPAT_SLOT $ETCDPAT_MISSED $ETCDPAT_NODE_ID >> {log}; {script}");
    let words = [&["elect", "-o", "json", "/e", "--id", id][..], &options, &["--", "sh", "-c", &script]].concat();
    etcd.pat(&words).spawn()
}

/// The record stays, for whoever leads next.
fn forget_slots(etcd: &Etcd) {
    assert_eq!(etcd.keys(""), [SLOT]);
    assert_eq!(etcd.run(&["txn", "--then", &format!("del {SLOT}")]).code, 0);
}

const SLOT: &str = "/_etcdpat/elect/%2Fe/slot";

fn lines(log: &str) -> Vec<Vec<String>> {
    let text = fs::read_to_string(log).unwrap_or_default();
    text.lines().map(|line| line.split(' ').map(str::to_owned).collect()).collect()
}

#[test]
fn no_slot_is_run_twice_whoever_leads() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let log = path(&dir, "log");
    let node = |id: &str| works(&etcd, id, "--every 200ms --ttl 2s", &log, "true");
    let mut nodes: Vec<_> = ["a", "b", "c"].map(node).into();
    for round in 0..4 {
        let ran = lines(&log).len();
        until("slots are run", || lines(&log).len() >= ran + 5);
        let leads = leader(&etcd);
        if round % 2 == 0 {
            assert_eq!(etcd.run("elect resign /e").code, 0);
        } else {
            // It is killed, and another one takes its place.
            let at = nodes.iter().position(|node| node.stderr().contains(&format!("\"id\":\"{leads}\""))).unwrap();
            drop(nodes.remove(at));
            nodes.push(works(&etcd, &format!("{leads}{round}"), "--every 200ms --ttl 2s", &log, "true"));
        }
    }
    let ran = lines(&log).len();
    until("slots are run", || lines(&log).len() >= ran + 3);
    let events: Vec<_> = nodes
        .into_iter()
        .flat_map(|node| {
            node.signal(Signal::TERM);
            rows(&node.wait().stderr)
        })
        .collect();
    let slots: Vec<_> = lines(&log).into_iter().map(|line| line[0].clone()).collect();
    let mut once = slots.clone();
    once.sort();
    once.dedup();
    assert_eq!(once.len(), slots.len(), "{slots:?}");
    // From the first to the last, each is run or said to be missed.
    let first: jiff::Timestamp = once[0].parse().unwrap();
    let last: jiff::Timestamp = once[once.len() - 1].parse().unwrap();
    let all = (last.as_millisecond() - first.as_millisecond()) / 200 + 1;
    let missed: i64 = lines(&log).iter().map(|line| line[1].parse::<i64>().unwrap()).sum();
    let unknown = all - i64::try_from(once.len()).unwrap() - missed;
    // A kill between the record and the start leaves no more than one each.
    assert!((0..=2).contains(&unknown), "{all} slots, {} run, {missed} missed: {events:?}", once.len());
    assert!(etcd.leases().is_empty());
    forget_slots(&etcd);
}

#[test]
fn a_run_that_takes_long_is_not_doubled_and_a_failing_one_is_told() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let log = path(&dir, "log");
    let node = works(&etcd, "a", "--every 100ms", &log, "sleep 0.35; exit 3");
    until("three slots are run", || lines(&log).len() >= 3);
    node.signal(Signal::TERM);
    let done = node.wait();
    assert!(lines(&log)[1..].iter().all(|line| line[1] != "0"), "{:?}", lines(&log));
    let ended: Vec<_> = rows(&done.stderr).into_iter().filter(|row| row["event"] == "elect.slot_ended").collect();
    assert!(ended.len() >= 2 && ended[0]["code"] == 3, "{}", done.stderr);
    forget_slots(&etcd);
}

#[test]
fn a_command_that_is_missing_ends_its_slot_alone() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let log = path(&dir, "log");
    let script = script_without_interpreter(&dir);
    let node = etcd.pat(&["elect", "/e", "--id", "a", "--every", "200ms", "--", &script]).spawn();
    node.wait_for_stderr("ended with 127: command not found");
    fs::set_permissions(&script, std::os::unix::fs::PermissionsExt::from_mode(0o644)).unwrap();
    fs::write(&script, format!("#!/bin/sh\necho ran >> {log}\n")).unwrap();
    node.wait_for_stderr("ended with 126: command not executable");
    fs::set_permissions(&script, std::os::unix::fs::PermissionsExt::from_mode(0o755)).unwrap();
    until("it runs", || fs::read_to_string(&log).is_ok_and(|text| text.lines().count() >= 2));
    let told = etcd.run("elect status /e").stdout;
    assert!(told.contains("last slot 20") && told.contains("(every 200ms, UTC): begun by a, has ended"), "{told}");
    node.end();
    forget_slots(&etcd);
}

#[test]
fn a_leader_says_when_its_next_slot_comes_and_ends_as_it_is_stopped() {
    let etcd = Etcd::start();
    let node = etcd.pat(&["elect", "/e", "--id", "a", "--schedule", "59 23 31 12 *", "--", "true"]).spawn();
    node.wait_for_stderr("a leads /e now");
    let told = node.wait_for_stderr("the next slot is ");
    assert!(told.contains("-12-31T23:59:00.000Z, in "), "{told}");
    assert_eq!(node.end().code, 143);
    assert!(etcd.leases().is_empty() && etcd.keys("").is_empty());
}

#[test]
fn a_new_leader_goes_by_the_record() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let log = path(&dir, "log");
    let record = |slot: &str, schedule: &str, ended: bool| {
        let value = format!(
            r#"{{"slot":"{slot}","anchor":"{slot}","schedule":"{schedule}","zone":"UTC","fence":1,"id":"old","ended":{ended}}}"#
        );
        etcd.ctl(&["put", SLOT, &value]);
    };
    let events = |options: &str, event: &str| {
        let node = works(&etcd, "a", options, &log, "true");
        node.wait_for_stderr(event);
        node.signal(Signal::TERM);
        node.wait().stderr
    };
    // A clock that is behind: nothing is run.
    record("2100-01-01T00:00:00.000Z", "every 1s", true);
    events("--every 1s", "elect.clock_behind");
    assert!(lines(&log).is_empty());
    // Killed before it has said that it ended; too old to be caught up with.
    record("2026-01-01T00:00:00.000Z", "* * * * *", false);
    let told = events("--schedule *_*_*_*_* --catch-up 0", "elect.slots_missed");
    assert!(told.contains("elect.slot_interrupted"), "{told}");
    // Another schedule.
    let told = events("--every 1h", "elect.slot_ended");
    assert!(told.contains("elect.schedule_changed"), "{told}");
    assert_eq!(lines(&log).len(), 1);
    // It is recorded, and not run again.
    let node = works(&etcd, "a", "--every 1h", &log, "true");
    until_leads(&etcd, "a");
    node.signal(Signal::TERM);
    node.wait();
    assert_eq!(lines(&log).len(), 1);
    forget_slots(&etcd);
}

#[test]
fn what_is_no_schedule_is_refused_before_anything_is_sent() {
    let etcd = Etcd::start();
    for (words, says) in [
        (&["--every", "0"][..], "--every"),
        (&["--every", "1ms"], "at least 100ms"),
        (&["--every", "x"], "not a duration"),
        (&["--every", "1s", "--schedule", "* * * * *"], "cannot be used with"),
        (&["--schedule", "61 * * * *"], "found 61, at character 1"),
        (&["--schedule", "* * * * * *"], "6 fields instead of 5"),
        (&["--schedule", "* * * *"], "4 fields instead of 5"),
        (&["--schedule", "@daily"], "no macros"),
        (&["--schedule", "0 0 30 2 *"], "it never comes"),
        (&["--schedule", "* * * * *", "--timezone", "Nowhere/City"], "is not a time zone"),
        (&["--timezone", "UTC"], "--schedule"),
        (&["--catch-up", "1s"], "neither --every nor --schedule"),
        (&["--id", ""], "must not be empty"),
        (&["--ttl", "1s"], "a TTL is at least 2s"),
    ] {
        let done = etcd.run(&[&["elect", "/e"][..], words, &["--", "true"]].concat());
        assert_eq!(done.code, 2, "{words:?}: {}", done.stderr);
        assert!(done.stderr.contains(says), "{words:?}: {}", done.stderr);
    }
    assert_eq!(etcd.run("elect --every 1s /e").code, 2);
    for words in
        [&["elect"][..], &["elect", "transfer", "/e"], &["elect", "leader"], &["elect", "leader", "/e", "--id", ""]]
    {
        assert_eq!(etcd.run(words).code, 2, "{words:?}");
    }
    assert!(etcd.keys("").is_empty() && etcd.leases().is_empty());
}

#[test]
fn etcdctl_elect_and_etcdpat_lead_in_one_election() {
    let etcd = Etcd::start();
    let ctl = |id: &str| {
        let mut command = etcd.ctl_command(&["elect", "/e", id]);
        crate::support::die_with_us(&mut command);
        command.stdout(std::process::Stdio::null()).spawn().unwrap()
    };
    let interrupt = |mut child: std::process::Child| {
        crate::support::signal(child.id().cast_signed(), Signal::INT);
        child.wait().unwrap();
    };
    // etcdctl, etcdpat, etcdctl.
    let first = ctl("first");
    until_leads(&etcd, "first");
    let second = stands(&etcd, "second", "", "sleep 1000");
    until_stand(&etcd, 2);
    let third = ctl("third");
    until_stand(&etcd, 3);
    assert_eq!(ids(&etcd), ["first", "second", "third"]);
    second.wait_for_stderr("waiting to lead /e, position 1; first leads");
    interrupt(first);
    second.wait_for_stderr("second leads /e now");
    assert_eq!(leader(&etcd), "second");
    assert_eq!(second.end().code, 143);
    until_leads(&etcd, "third");
    // It may have had no time to see to its key.
    interrupt(third);
    etcd.revoke_all();
}

#[test]
fn hooks_of_two_nodes_keep_their_order_over_fifty_changes() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let log = path(&dir, "log");
    let note = |what: &str| format!("echo {what} $ETCDPAT_NODE_ID $ETCDPAT_FENCE >> {log}");
    let (elected, defeat) = (note("elected"), note("defeat"));
    let runs = format!("{}; exec sleep 1000", note("runs"));
    let node = |id: &str| {
        let hooks = ["--on-elected", &elected, "--on-defeat", &defeat];
        etcd.pat(&[&["elect", "/e", "--id", id][..], &hooks, &["--", "sh", "-c", &runs]].concat()).spawn()
    };
    let nodes = [node("a"), node("b")];
    until_stand(&etcd, 2);
    let text = || fs::read_to_string(&log).unwrap_or_default();
    for change in 1..=50 {
        until("the command runs", || text().lines().filter(|line| line.starts_with("runs")).count() == change);
        match change % 10 {
            0 => etcd.revoke_lease_of(&etcd.queue("/e")[0]),
            _ => assert_eq!(etcd.run("elect resign /e").code, 0),
        }
        until("both stand", || etcd.queue("/e").len() == 2);
    }
    until("the command runs", || text().lines().filter(|line| line.starts_with("runs")).count() == 51);
    // (Of a leadership that is revoked, the end may come after the next one's beginning.)
    let mut terms: std::collections::BTreeMap<String, Vec<String>> = std::collections::BTreeMap::new();
    for line in text().lines() {
        let mut words = line.split(' ').map(str::to_owned);
        let (what, id, fence) = (words.next().unwrap(), words.next().unwrap(), words.next().unwrap());
        terms.entry(format!("{id} {fence}")).or_default().push(what);
    }
    assert_eq!(terms.len(), 51);
    let running = terms.values().filter(|term| **term == ["elected", "runs"]).count();
    let over = terms.values().filter(|term| **term == ["elected", "runs", "defeat"]).count();
    assert_eq!((over, running), (50, 1), "{terms:?}");
    nodes.into_iter().for_each(|node| drop(node.end()));
}

/// Rounds of a transfer to the third of five, in which source or target is killed: a few, or as many as ROUNDS says.
#[test]
fn a_transfer_in_which_somebody_is_killed_makes_no_two_leaders() {
    let rounds = std::env::var("ROUNDS").map_or(3, |rounds| rounds.parse().unwrap());
    for round in 0..rounds {
        let etcd = Etcd::start();
        let dir = tempfile::tempdir().unwrap();
        let log = path(&dir, "log");
        let script = format!(
            "echo begin $ETCDPAT_FENCE >> {log}; trap 'sleep 0.05; echo end $ETCDPAT_FENCE >> {log}; exit 0' TERM; while :; do sleep 0.01; done"
        );
        let mut nodes: Vec<Running> = Vec::new();
        for id in ["a", "b", "c", "d", "e"] {
            nodes.push(stands(&etcd, id, "--ttl 2s", &script));
            until_stand(&etcd, nodes.len());
        }
        let transfer = etcd.pat("elect transfer /e --to c").spawn();
        std::thread::sleep(Duration::from_millis(10 * (round * 7 % 23)));
        let victim = if round % 3 == 2 { None } else { Some(nodes.remove(if round % 3 == 0 { 0 } else { 2 })) };
        let killed_leader = round % 3 == 0;
        drop(victim);
        let done = transfer.wait();
        assert!([0, 1].contains(&done.code), "{}: {}", done.code, done.stderr);
        until("somebody leads", || etcd.run("elect leader /e").code == 0);
        if round % 3 == 2 {
            assert_eq!((done.code, leader(&etcd).as_str()), (0, "c"), "{}", done.stderr);
        }
        let leads = leader(&etcd);
        until("its command runs", || fs::read_to_string(&log).unwrap().lines().last().unwrap().starts_with("begin"));
        nodes.into_iter().for_each(drop);
        // One after the other; who was killed has said no end.
        let mut inside: Option<i64> = None;
        for line in fs::read_to_string(&log).unwrap().lines() {
            let (what, fence) = line.split_once(' ').unwrap();
            let fence: i64 = fence.parse().unwrap();
            match (what, inside) {
                ("begin", None) => inside = Some(fence),
                ("begin", Some(last)) => {
                    assert!(last < fence && (killed_leader || round % 3 == 1), "{leads}: two at once");
                    inside = Some(fence);
                }
                ("end", Some(last)) if last == fence => inside = None,
                other => panic!("{other:?}"),
            }
        }
        etcd.revoke_all();
    }
}

/// Who led after each revision, as etcd's own history has it: told once where that did not change.
fn leaders_by_history(etcd: &Etcd, to: i64) -> Vec<String> {
    let (mut keys, mut leaders) = (std::collections::BTreeMap::<Vec<u8>, (i64, String)>::new(), vec!["-".to_owned()]);
    let seen = history(etcd, "/e/", 1, to);
    for at in 0..seen.len() {
        let (revision, is_put, key, value) = &seen[at];
        if *is_put {
            let made = keys.get(key).map_or(*revision, |(made, _)| *made);
            keys.insert(key.clone(), (made, String::from_utf8(value.clone()).unwrap()));
        } else {
            keys.remove(key);
        }
        // All of one revision first. (Of two made at once, the lesser key is the earlier one.)
        if seen.get(at + 1).is_none_or(|next| next.0 != *revision) {
            let first = keys.iter().min_by_key(|(_, (made, _))| *made);
            let leader = first.map_or("-".to_owned(), |(key, (made, value))| {
                format!("{} {made} {value}", String::from_utf8(key.clone()).unwrap())
            });
            if leaders.last() != Some(&leader) {
                leaders.push(leader);
            }
        }
    }
    leaders
}

fn observed(observer: &Running) -> Vec<String> {
    let text = observer.stdout();
    let events =
        rows(&text).into_iter().filter(|row| row["event"] != "etcd.unreachable" && row["event"] != "etcd.reachable");
    events
        .map(|row| match row["event"].as_str() {
            Some("elect.leader") => {
                format!("{} {} {}", row["key"].as_str().unwrap(), row["fence"], row["leader"].as_str().unwrap())
            }
            Some("elect.vacant") => "-".to_owned(),
            other => other.unwrap().to_owned(),
        })
        .collect()
}

/// Some candidates of another client, which come, change their value and go: several of them at once at times.
struct Candidates {
    leases: Vec<(String, i64)>,
    present: Vec<bool>,
    random: u32,
}

impl Candidates {
    fn new(etcd: &Etcd) -> Self {
        Self { leases: (0..5).map(|_| etcd.grant()).collect(), present: vec![false; 5], random: 7 }
    }

    /// All of them at once.
    fn leave(&mut self, etcd: &Etcd) -> i64 {
        self.present.fill(false);
        commit(etcd, vec![TxnOp::delete("/e/", Some(etcd_client::DeleteOptions::new().with_prefix()))])
    }

    fn step(&mut self, etcd: &Etcd, number: usize) -> i64 {
        let mut draw = |below: u32| {
            self.random = self.random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (self.random >> 16) % below
        };
        let (first, count) = (draw(5) as usize, 1 + draw(2) as usize);
        let mut operations = Vec::new();
        for at in (first..first + count).map(|at| at % 5) {
            let (hex, lease) = &self.leases[at];
            let key = format!("/e/{hex}");
            if self.present[at] && draw(3) > 0 {
                self.present[at] = false;
                operations.push(TxnOp::delete(key, None));
            } else {
                self.present[at] = true;
                let on_lease = etcd_client::PutOptions::new().with_lease(*lease);
                operations.push(TxnOp::put(key, format!("value-{number}"), Some(on_lease)));
            }
        }
        commit(etcd, operations)
    }
}

#[test]
fn an_observer_tells_exactly_the_history_while_members_restart() {
    let mut etcd = Etcd::with(Setup { members: 3, ..Setup::default() });
    let mut candidates = Candidates::new(&etcd);
    let endpoints = [1, 2, 0].map(|index| etcd.endpoint(index)).join(",");
    let observer = Pat::new("elect observe -o json /e").env("ETCDPAT_ENDPOINTS", &endpoints).spawn();
    until("it observes", || observed(&observer) == ["-"]);
    let mut last = 0;
    for number in 0..120 {
        if number % 30 == 10 {
            let member = 1 + number / 30 % 2;
            etcd.kill_member(member);
            etcd.start_member(member);
            etcd.wait_healthy();
        }
        last = if number % 40 == 39 { candidates.leave(&etcd) } else { candidates.step(&etcd, number) };
    }
    let expected = leaders_by_history(&etcd, last);
    until("it has told all", || observed(&observer).len() >= expected.len());
    assert_eq!(observed(&observer), expected);
    assert!(expected.len() > 20 && expected.iter().filter(|leader| *leader == "-").count() > 3, "{expected:?}");
    observer.end();
    etcd.revoke_all();
}

#[test]
fn an_observer_says_that_history_was_compacted_and_who_leads_then() {
    let etcd = Etcd::start();
    let mut candidates = Candidates::new(&etcd);
    let proxy = Proxy::start(etcd.endpoint(0));
    let observer = Pat::new("elect observe -o json /e").env("ETCDPAT_ENDPOINTS", &proxy.endpoint).spawn();
    until("it observes", || observed(&observer) == ["-"]);
    let first = candidates.step(&etcd, 0);
    let before = leaders_by_history(&etcd, first);
    until("it has told the first", || observed(&observer) == before);
    observer.signal(Signal::STOP);
    proxy.cut();
    let last = (1..40).map(|number| candidates.step(&etcd, number)).last().unwrap();
    let expected = leaders_by_history(&etcd, last);
    compact(&etcd, last);
    observer.signal(Signal::CONT);
    let told = || observed(&observer)[before.len()..].to_vec();
    until("it has told the last", || told().len() == 2);
    assert_eq!(told(), ["watch.resync".to_owned(), expected.last().unwrap().clone()]);
    let last = candidates.step(&etcd, 100);
    assert!(last > 0);
    observer.end();
    etcd.revoke_all();
}

#[test]
fn an_election_below_another_one_is_its_own() {
    let etcd = Etcd::start();
    let (hex, lease) = etcd.grant();
    etcd.put_all([(format!("/e/sub/{hex}"), "theirs")].into_iter(), lease);
    let done = etcd.run("elect /e --id one --timeout 0 -- etcdctl version");
    assert_ne!(done.code, 122, "{}", done.stderr);
    assert_eq!(etcd.run("elect leader /e").code, 1);
    assert_eq!(etcd.run("elect leader /e/sub").stdout, "theirs\n");
    etcd.revoke_all();
}
