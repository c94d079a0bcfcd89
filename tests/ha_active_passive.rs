//! Active-passive: what runs where, through every change of who leads.

use std::fs;
use std::time::{Duration, Instant};

use crate::support::ha::{node, primary, until_status};
use crate::support::{
    Etcd, Pat, Setup, Signal, children_of, eventually, gone_within, is_alive, number_in, path, rows,
    sections_are_disjoint, signal, stubborn, until,
};

const TTL: Duration = Duration::from_secs(2);
const WAITS: &str = "exec sleep 1000";

fn text(log: &str) -> String {
    fs::read_to_string(log).unwrap_or_default()
}

#[test]
fn the_primary_runs_on_the_leader_and_the_secondary_on_the_others() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let (log, secondaries) = (path(&dir, "log"), path(&dir, "secondaries"));
    let done = etcd.run("ha status /ha");
    assert_eq!((done.code, done.stdout.as_str()), (1, "no node of /ha is there\n"));
    let secondary = format!("echo $ETCDPAT_NODE_ID $ETCDPAT_ROLE >> {secondaries}; {WAITS}");
    let starts = |id: &str| node(&etcd, id, &primary(&log), &["--secondary", &secondary]);
    let a = starts("a");
    until_status(&etcd, &["a:0:primary:unchecked"]);
    // The first one has run no secondary before.
    assert_eq!(text(&secondaries), "");
    let b = starts("b");
    until_status(&etcd, &["a:0:primary:unchecked", "b:1:secondary:unchecked"]);
    let c = starts("c");
    until_status(&etcd, &["a:0:primary:unchecked", "b:1:secondary:unchecked", "c:2:secondary:unchecked"]);
    let row = &rows(&etcd.run("ha status /ha -o json").stdout)[0];
    assert_eq!((row["role"].as_str(), row["pid"].as_i64()), (Some("primary"), Some(a.pid().into())));
    // Asked to stop, as a leader and as a standby.
    assert_eq!(a.end().code, 0);
    until_status(&etcd, &["b:0:primary:unchecked", "c:1:secondary:unchecked"]);
    assert!(b.stderr().contains("b runs the secondary of /ha") && b.stderr().contains("b runs the primary of /ha"));
    let done = c.end();
    assert_eq!(done.code, 143, "{}", done.stderr);
    until_status(&etcd, &["b:0:primary:unchecked"]);
    // Killed, with its primary; the next one leads when the lease has run out.
    let d = starts("d");
    until_status(&etcd, &["b:0:primary:unchecked", "d:1:secondary:unchecked"]);
    let killed = Instant::now();
    drop(b);
    until_status(&etcd, &["d:0:primary:unchecked"]);
    assert!(killed.elapsed() < TTL + Duration::from_secs(2), "{:?}", killed.elapsed());
    d.end();
    assert_eq!(text(&secondaries), "b secondary\nc secondary\nd secondary\n");
    // The one that was killed noted no end.
    let noted: Vec<_> = text(&log).lines().map(|line| line.split(' ').next().unwrap().to_owned()).collect();
    assert_eq!(noted, ["begin", "end", "begin", "begin", "end"]);
}

#[test]
fn a_primary_that_is_done_ends_its_node_and_one_that_fails_hands_over_and_waits_longer_each_time() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let log = path(&dir, "log");
    let done = node(&etcd, "a", "echo $ETCDPAT_ROLE $ETCDPAT_NODE_ID; exit 0", &[]).wait();
    assert_eq!((done.code, done.stdout.as_str()), (0, "primary a\n"), "{}", done.stderr);
    assert!(etcd.leases().is_empty());
    // Alone, it leads again.
    let looping = node(&etcd, "a", "exit 7", &["--secondary", WAITS]);
    looping.wait_for_stderr("the primary ended with 7; stepped down in /ha, standing again in 1.0s");
    until_status(&etcd, &["a:null:secondary:unchecked"]);
    looping.wait_for_stderr("standing again in 2.0s");
    // The next one leads on, and is not asked to leave.
    let good = node(&etcd, "b", &primary(&log), &["--secondary", WAITS]);
    until_status(&etcd, &["b:0:primary:unchecked", "a:1:secondary:unchecked"]);
    assert_eq!(looping.end().code, 143);
    // kill -9 of the child is such an end.
    let next = node(&etcd, "c", &primary(&log), &["--secondary", WAITS]);
    until_status(&etcd, &["b:0:primary:unchecked", "c:1:secondary:unchecked"]);
    let child = children_of(good.guardian())[0];
    signal(child, Signal::KILL);
    until_status(&etcd, &["c:0:primary:unchecked", "b:1:secondary:unchecked"]);
    assert!(good.stderr().contains("the primary ended with 137"), "{}", good.stderr());
    for node in [next, good] {
        node.end();
    }
    assert!(etcd.leases().is_empty());
}

#[test]
fn a_secondary_that_ends_is_started_again() {
    let etcd = Etcd::start();
    let leads = node(&etcd, "a", WAITS, &[]);
    until_status(&etcd, &["a:0:primary:unchecked"]);
    let standby = node(&etcd, "b", WAITS, &["--secondary", "exit 0"]);
    standby.wait_for_stderr("the secondary ended with 0; starting it again in 1.0s");
    standby.wait_for_stderr("the secondary ended with 0; starting it again in 2.0s");
    until_status(&etcd, &["a:0:primary:unchecked", "b:1:null:unchecked"]);
    // It leads all the same.
    leads.end();
    until_status(&etcd, &["b:0:primary:unchecked"]);
    standby.end();
}

#[test]
fn a_secondary_that_ignores_sigterm_is_reaped_before_the_primary_starts() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let (pid, seen) = (path(&dir, "pid"), path(&dir, "seen"));
    let leads = node(&etcd, "a", WAITS, &[]);
    until_status(&etcd, &["a:0:primary:unchecked"]);
    let looks = format!("[ -e /proc/$(cat {pid}) ] && echo there > {seen} || echo gone > {seen}; {WAITS}");
    // It takes longer than a renewal may: the lease is renewed meanwhile.
    let options = ["--secondary", &stubborn(&pid), "--ttl", "4s", "--grace", "1500ms"];
    let words = ["ha", "active-passive", "/ha", "-v", "--node-id", "b", "--primary", &looks];
    let standby = etcd.pat(&[&words[..], &options].concat()).spawn();
    let secondary = number_in(&pid);
    until("it stands", || etcd.queue("/ha").len() == 2);
    leads.end();
    standby.wait_for_stderr("b leads /ha now");
    assert!(is_alive(secondary));
    until_status(&etcd, &["b:0:secondary:unchecked"]);
    until_status(&etcd, &["b:0:primary:unchecked"]);
    until("it has looked", || !text(&seen).is_empty());
    assert_eq!(text(&seen), "gone\n");
    standby.end();
}

#[test]
fn what_is_lost_while_the_secondary_ends_starts_no_primary() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let (pid, log) = (path(&dir, "pid"), path(&dir, "log"));
    let leads = node(&etcd, "a", WAITS, &[]);
    until_status(&etcd, &["a:0:primary:unchecked"]);
    let options = ["--secondary", &stubborn(&pid), "--ttl", "4s", "--grace", "1500ms"];
    let words = ["ha", "active-passive", "/ha", "-v", "--node-id", "b", "--primary", &primary(&log)];
    let standby = etcd.pat(&[&words[..], &options].concat()).spawn();
    number_in(&pid);
    until("it stands", || etcd.queue("/ha").len() == 2);
    leads.end();
    standby.wait_for_stderr("b leads /ha now");
    etcd.revoke_lease_of(&etcd.queue("/ha")[0]);
    standby.wait_for_stderr("lost the leadership of /ha: ");
    assert_eq!(text(&log), "");
    // Then it stands again.
    until("its primary runs", || text(&log).starts_with("begin"));
    standby.end();
}

#[test]
fn a_lost_lease_ends_the_primary_and_starts_the_secondary() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let pid = path(&dir, "pid");
    let a = node(&etcd, "a", &stubborn(&pid), &["--secondary", WAITS]);
    let command = number_in(&pid);
    let b = node(&etcd, "b", WAITS, &["--secondary", WAITS]);
    until_status(&etcd, &["a:0:primary:unchecked", "b:1:secondary:unchecked"]);
    etcd.revoke_lease_of(&etcd.queue("/ha")[0]);
    until_status(&etcd, &["b:0:primary:unchecked", "a:1:secondary:unchecked"]);
    assert!(!is_alive(command));
    assert!(a.stderr().contains("lost the leadership of /ha"), "{}", a.stderr());
    for node in [a, b] {
        node.end();
    }
}

#[test]
fn an_outage_ends_the_primary_before_its_deadline_and_no_secondary() {
    for is_killed in [false, true] {
        let mut etcd = Etcd::start();
        let dir = tempfile::tempdir().unwrap();
        let [primary, first, second] = ["primary", "first", "second"].map(|name| path(&dir, name));
        let notes = |file: &str| format!("echo $$ > {file}; {WAITS}");
        let a = node(&etcd, "a", &stubborn(&primary), &["--secondary", &notes(&first)]);
        until_status(&etcd, &["a:0:primary:unchecked"]);
        let b = node(&etcd, "b", WAITS, &["--secondary", &notes(&second)]);
        until_status(&etcd, &["a:0:primary:unchecked", "b:1:secondary:unchecked"]);
        let (command, standby) = (number_in(&primary), number_in(&second));
        if is_killed {
            etcd.kill_member(0);
        } else {
            etcd.freeze();
        }
        gone_within(TTL, command);
        // With etcd away.
        assert!(is_alive(number_in(&first)));
        a.wait_for_stderr("a runs the secondary of /ha");
        assert!(is_alive(standby), "{}", b.stderr());
        if is_killed {
            etcd.start_member(0);
            etcd.wait_healthy();
        } else {
            etcd.thaw();
        }
        b.wait_for_stderr("etcd");
        let terms = || [&a, &b].map(|node| node.stderr().matches("leads /ha now").count()).iter().sum::<usize>();
        eventually("one leads", Duration::from_secs(20), || (terms() > 1).then_some(()));
        // The primary of one of them ignores SIGTERM.
        drop((a, b));
        etcd.revoke_all();
    }
}

#[test]
fn a_node_that_is_not_healthy_is_not_in_the_queue_and_does_not_lead_where_another_one_can() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let roles = path(&dir, "roles");
    let healthy = |id: &str| path(&dir, id);
    let starts = |id: &str, more: &[&str]| {
        let check = format!("echo $ETCDPAT_NODE_ID $ETCDPAT_ROLE >> {roles}; test -e {}", healthy(id));
        let options = ["--secondary", WAITS, "--health", &check, "--health-interval", "50ms", "--fall", "2"];
        node(&etcd, id, WAITS, &[&options[..], more].concat())
    };
    let a = starts("a", &["--start-period", "0"]);
    until_status(&etcd, &["a:null:secondary:unhealthy"]);
    assert_eq!(etcd.run("elect leader /ha").code, 1);
    fs::write(healthy("a"), "").unwrap();
    until_status(&etcd, &["a:0:primary:healthy"]);
    // Alone, it leads on.
    fs::remove_file(healthy("a")).unwrap();
    until_status(&etcd, &["a:0:primary:unhealthy"]);
    let b = starts("b", &["--start-period", "1h"]);
    until_status(&etcd, &["a:0:primary:unhealthy", "b:null:secondary:unhealthy"]);
    for _ in 0..3 {
        until_status(&etcd, &["a:0:primary:unhealthy", "b:null:secondary:unhealthy"]);
    }
    // Until somebody healthy waits.
    fs::write(healthy("b"), "").unwrap();
    until_status(&etcd, &["b:0:primary:healthy", "a:null:secondary:unhealthy"]);
    assert!(a.stderr().contains("a is not healthy as primary: exit code 1"), "{}", a.stderr());
    let done = etcd.run("ha switch /ha --to a");
    assert_eq!(done.code, 1);
    assert!(done.stderr.contains("b can't hand over in /ha: a is not healthy"), "{}", done.stderr);
    // In a start period failures do not count.
    fs::remove_file(healthy("b")).unwrap();
    fs::write(healthy("a"), "").unwrap();
    until_status(&etcd, &["b:0:primary:healthy", "a:1:secondary:healthy"]);
    let checks = || text(&roles).matches("b primary").count();
    let before = checks();
    until("it was checked often", || checks() > before + 4);
    until_status(&etcd, &["b:0:primary:healthy", "a:1:secondary:healthy"]);
    assert!(text(&roles).contains("a primary") && text(&roles).contains("a secondary"));
    for node in [a, b] {
        node.end();
    }
}

#[test]
fn a_check_that_hangs_has_failed_and_is_dead() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let pid = path(&dir, "pid");
    let check = format!("echo $$ > {pid}; sleep 1000; :");
    let options = [
        "--secondary",
        WAITS,
        "--health",
        &check,
        "--health-timeout",
        "100ms",
        "--fall",
        "1",
        "--health-interval",
        "1h",
    ];
    let one = node(&etcd, "a", WAITS, &options);
    let first = number_in(&pid);
    one.wait_for_stderr("a is not healthy as secondary: no end within 100ms");
    assert!(!is_alive(first));
    until_status(&etcd, &["a:null:secondary:unhealthy"]);
    one.end();
}

#[test]
fn a_guardian_that_is_killed_takes_its_own_along_and_nothing_else() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let pid = path(&dir, "pid");
    let check = ["--health", "true", "--health-interval", "50ms", "--fall", "2", "--start-period", "0"];
    let one = node(&etcd, "a", &stubborn(&pid), &check);
    until_status(&etcd, &["a:0:primary:healthy"]);
    let primary = number_in(&pid);
    let owns = |guardian: &i32| children_of(*guardian).contains(&primary);
    let (work, checks): (Vec<_>, Vec<_>) = children_of(one.pid()).into_iter().partition(owns);
    signal(checks[0], Signal::KILL);
    one.wait_for_stderr("a is not healthy as primary: the guardian process ");
    until_status(&etcd, &["a:0:primary:unhealthy"]);
    assert!(is_alive(primary));
    signal(work[0], Signal::KILL);
    let done = one.wait();
    assert_eq!(done.code, 125, "{}", done.stderr);
    assert!(!is_alive(primary) && etcd.leases().is_empty());
    // Of a standby, too.
    let leads = node(&etcd, "a", WAITS, &[]);
    until_status(&etcd, &["a:0:primary:unchecked"]);
    let standby = node(&etcd, "b", WAITS, &["--secondary", &stubborn(&path(&dir, "secondary"))]);
    let secondary = number_in(&path(&dir, "secondary"));
    until("it stands", || etcd.queue("/ha").len() == 2);
    signal(standby.guardian(), Signal::KILL);
    let done = standby.wait();
    assert_eq!(done.code, 125, "{}", done.stderr);
    assert!(!is_alive(secondary) && etcd.queue("/ha").len() == 1);
    leads.end();
}

#[test]
fn a_planned_switch_hands_over_to_the_node_that_was_named() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let log = path(&dir, "log");
    let starts = |id: &str| node(&etcd, id, &primary(&log), &["--secondary", WAITS]);
    let a = starts("a");
    until_status(&etcd, &["a:0:primary:unchecked"]);
    let b = starts("b");
    until_status(&etcd, &["a:0:primary:unchecked", "b:1:secondary:unchecked"]);
    let c = starts("c");
    until_status(&etcd, &["a:0:primary:unchecked", "b:1:secondary:unchecked", "c:2:secondary:unchecked"]);
    let done = etcd.run("ha switch /ha --to c");
    assert_eq!((done.code, done.stdout.as_str()), (0, "a leads /ha no more; c leads now\n"), "{}", done.stderr);
    until("its primary runs", || text(&log).matches("begin").count() == 2);
    for (to, code, why) in
        [("c", 2, "c leads /ha already"), ("x", 1, "there is no node x"), ("", 2, "must not be empty")]
    {
        let done = etcd.run(&["ha", "switch", "/ha", "--to", to]);
        assert_eq!(done.code, code, "{}", done.stderr);
        assert!(done.stderr.contains(why), "{}", done.stderr);
    }
    assert_eq!(etcd.run("ha switch /nobody --to a").code, 1);
    for node in [a, b, c] {
        node.end();
    }
    assert_eq!(sections_are_disjoint(&log), text(&log).lines().count() / 2);
}

#[test]
fn an_id_is_one_nodes_at_a_time_in_the_queue_or_not() {
    let etcd = Etcd::start();
    let first = node(&etcd, "a", WAITS, &["--health", "false"]);
    until_status(&etcd, &["a:null:null:unhealthy"]);
    let refused = node(&etcd, "a", "true", &[]).wait();
    assert_eq!(refused.code, 122, "{}", refused.stderr);
    assert!(refused.stderr.contains(&format!("is in use in /ha by pid {}", first.pid())), "{}", refused.stderr);
    // One that was killed leaves it with its lease.
    drop(first);
    let next = node(&etcd, "a", "true", &[]).wait();
    assert_eq!(next.code, 0, "{}", next.stderr);
}

#[test]
fn a_second_signal_ends_a_standby_that_does_not_listen() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let pid = path(&dir, "pid");
    let leads = node(&etcd, "a", WAITS, &[]);
    until_status(&etcd, &["a:0:primary:unchecked"]);
    let standby = node(&etcd, "b", WAITS, &["--secondary", &stubborn(&pid)]);
    let secondary = number_in(&pid);
    standby.signal(Signal::TERM);
    // Its place is free at once, and its secondary has all the time that it takes.
    until("it is out of the queue", || etcd.queue("/ha").len() == 1);
    assert!(is_alive(secondary));
    let end = Instant::now() + Duration::from_secs(5);
    while is_alive(secondary) {
        assert!(Instant::now() < end);
        standby.signal(Signal::TERM);
        std::thread::sleep(Duration::from_millis(100));
    }
    assert_eq!(standby.wait().code, 143);
    leads.end();
}

#[test]
fn the_death_of_etcds_leader_leaves_one_primary() {
    let mut etcd = Etcd::with(Setup { members: 3, ..Setup::default() });
    let dir = tempfile::tempdir().unwrap();
    let log = path(&dir, "log");
    let options = ["--secondary", WAITS, "--ttl", "5s"];
    let words = |id: &'static str| ["ha", "active-passive", "/ha", "-v", "--node-id", id, "--primary"];
    let starts = |id| etcd.pat(&[&words(id)[..], &[&primary(&log)], &options].concat()).spawn();
    let a = starts("a");
    until_status(&etcd, &["a:0:primary:unchecked"]);
    let b = starts("b");
    until_status(&etcd, &["a:0:primary:unchecked", "b:1:secondary:unchecked"]);
    let member = etcd.leader();
    etcd.kill_member(member);
    eventually("another one leads", Duration::from_secs(20), || (etcd.leader() != member).then_some(()));
    until("a node leads", || etcd.run("elect leader /ha").code == 0);
    etcd.start_member(member);
    etcd.wait_healthy();
    for node in [b, a] {
        node.end();
    }
    sections_are_disjoint(&log);
}

#[test]
fn bad_input_is_refused() {
    let words = ["ha", "active-passive", "/ha"];
    let id = ["--node-id", "a"];
    let primary = ["--primary", "true"];
    let health = ["--health", "true"];
    for more in [
        &[&["--node-id", ""][..], &primary].concat()[..],
        &primary,
        &id,
        &[&id[..], &["--primary", ""]].concat(),
        &[&id[..], &primary, &["--secondary", ""]].concat(),
        &[&id[..], &primary, &["--health", ""]].concat(),
        &[&id[..], &primary, &["--rise", "2"]].concat(),
        &[&id[..], &primary, &health, &["--rise", "0"]].concat(),
        &[&id[..], &primary, &health, &["--fall", "0"]].concat(),
        &[&id[..], &primary, &health, &["--health-interval", "0"]].concat(),
        &[&id[..], &primary, &health, &["--health-timeout", "0"]].concat(),
        &[&id[..], &primary, &["--ttl", "1s"]].concat(),
        &[&id[..], &primary, &["--ttl", "2s", "--grace", "2s"]].concat(),
        &[&id[..], &primary, &["extra"]].concat(),
    ] {
        // Nothing listens there.
        let done = Pat::new(&[&words[..], more].concat()).env("ETCDPAT_ENDPOINTS", "127.0.0.1:1").run();
        assert_eq!(done.code, 2, "{more:?}: {}", done.stderr);
    }
}
