//! What is tried again says so, once, and once more when it is over; what can't pass by waiting ends the command.

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use crate::support::gate::{Fate, Gate, confirms_a_watch};
use crate::support::odd::{NOT_FOUND, Odd, UNIMPLEMENTED, odd};
use crate::support::{Etcd, Pat, Running, Setup, eventually, rows, until};

/// Commands that follow something, or wait, for as long as they are let.
const LASTING: &[&str] = &[
    "watch /w",
    "watch --prefix /w/ --initial",
    "watch /w --rev 1",
    "elect observe /e",
    "discover watch web",
    "config watch",
    "config flag watch",
    "lock status /held --watch",
    "lock /held -- true",
    "lock --shared /held -- true",
    "lock --permits 2 /held -- true",
    "elect --id b /led -- true",
    "discover register web --id 1 --address 127.0.0.1:80",
    "discover pick none --wait 1m",
    "config exec -- sleep 60",
];

/// Somebody who has what the others wait for.
struct Holders {
    lock: Running,
    leader: Running,
}

impl Holders {
    fn of(etcd: &Etcd, user: &str) -> Self {
        let start = |line: &str, told: &str| {
            let running = etcd.pat(line).env("ETCDPAT_USER", user).spawn();
            running.wait_for_stderr(told);
            running
        };
        Self {
            lock: start("-v lock --ttl 60s /held -- sleep 600", "acquired lock"),
            leader: start("-v elect --ttl 60s --id a /led -- sleep 600", "leads"),
        }
    }

    fn end(self) {
        self.lock.end();
        self.leader.end();
    }
}

#[test]
fn without_a_user_every_command_ends_at_once_where_users_are_asked_for() {
    let mut etcd = Etcd::start();
    etcd.enable_auth();
    etcd.leave_be();
    let holders = Holders::of(&etcd, "root:secret-pw");
    for (user, told) in [
        ("", "give --user"),
        ("guest:guest-pw", "role grant-permission"),
        ("root:wrong", "the password is another one"),
    ] {
        let all: Vec<_> = LASTING
            .iter()
            .map(|line| {
                let pat = etcd.pat(*line);
                (line, if user.is_empty() { pat } else { pat.env("ETCDPAT_USER", user) }.spawn())
            })
            .collect();
        for (line, running) in all {
            let done = running.wait_at_most(Duration::from_secs(20));
            assert_eq!(done.code, 121, "{user} {line}: {done:?}");
            assert!(done.stderr.contains("Hint: ") && done.stderr.contains(told), "{user} {line}: {}", done.stderr);
        }
    }
    // As etcdctl does; but that one says 0 to a watch that is refused, from some releases on.
    assert_ne!(etcd.pat("watch /w").run().code, 0);
    holders.end();
}

#[test]
fn what_is_no_etcd_ends_every_command() {
    for kind in [
        Odd::Answers(NOT_FOUND),
        Odd::Answers(UNIMPLEMENTED),
        Odd::Closes(0),
        Odd::Says(b"HTTP/1.1 400 Bad Request\r\n\r\n"),
    ] {
        let endpoint = odd(kind);
        let all: Vec<_> = LASTING
            .iter()
            .filter(|line| !line.starts_with("config exec"))
            .map(|line| (line, Pat::new(*line).env("ETCDPAT_ENDPOINTS", &endpoint).spawn()))
            .collect();
        for (line, running) in all {
            println!("{kind:?}: {line}");
            let done = running.wait_at_most(Duration::from_secs(20));
            assert_eq!(done.code, 125, "{kind:?} {line}: {done:?}");
            assert!(done.stderr.contains("Hint: "), "{kind:?} {line}: {}", done.stderr);
        }
    }
}

fn count(text: &str, event: &str) -> usize {
    text.matches(&format!("\"event\":\"{event}\"")).count()
}

fn said(running: &Running) -> String {
    running.stdout() + &running.stderr()
}

#[test]
fn an_outage_is_told_once_when_it_lasts_and_once_when_it_is_over() {
    let mut etcd = Etcd::start();
    etcd.leave_be();
    let lease = etcd.grant().0;
    let holders = Holders::of(&etcd, "");
    let keepalive = format!("lease keepalive {lease}");
    let lines = LASTING.iter().copied().filter(|line| !line.contains("--permits"));
    let all: Vec<_> =
        lines.chain([keepalive.as_str()]).map(|line| (line, etcd.pat(&format!("-o json {line}")).spawn())).collect();
    // Until each stands: what it tells then needs no etcd.
    std::thread::sleep(Duration::from_secs(3));
    for (line, running) in &all {
        assert_eq!(count(&said(running), "error"), 0, "{line}: {}", said(running));
    }
    // Shorter than a second: nobody is to hear of it.
    etcd.freeze();
    std::thread::sleep(Duration::from_millis(500));
    etcd.thaw();
    etcd.kill_member(0);
    let killed = Instant::now();
    for (line, running) in all.iter().filter(|(line, _)| !line.starts_with("lease keepalive")) {
        eventually(&format!("{line} says that etcd is away"), Duration::from_secs(4), || {
            (count(&said(running), "etcd.unreachable") == 1).then_some(())
        });
        assert!(killed.elapsed() < Duration::from_secs(5), "{line}");
    }
    // It asks every 200 s alone: it has not noticed.
    etcd.start_member(0);
    etcd.wait_healthy();
    for (line, running) in all {
        if !line.starts_with("lease keepalive") {
            until(&format!("{line} says that etcd is back: {}", said(&running)), || {
                count(&said(&running), "etcd.reachable") == 1
            });
        }
        let done = running.end();
        let text = done.stdout + &done.stderr;
        assert!(count(&text, "etcd.unreachable") <= 1 && count(&text, "etcd.reachable") <= 1, "{line}: {text}");
        let back: Vec<_> = rows(&text).into_iter().filter(|row| row["event"] == "etcd.reachable").collect();
        assert!(back.iter().all(|row| row["away_ms"].as_u64().unwrap() >= 1000), "{line}: {text}");
        assert_eq!(count(&text, "error"), usize::from(text.contains("\"error\"")), "{line}: {text}");
    }
    holders.end();
}

#[test]
fn a_watch_that_breaks_again_and_again_is_told_and_asks_less_often() {
    let mut etcd = Etcd::start();
    etcd.leave_be();
    let gate = Gate::before(etcd.endpoint(0));
    let (opened, cutting) = (Arc::new(AtomicUsize::new(0)), gate.clone());
    let counter = Arc::clone(&opened);
    gate.set_rule(move |frame| {
        if confirms_a_watch(frame.data) {
            counter.fetch_add(1, Ordering::SeqCst);
            let cutting = cutting.clone();
            std::thread::spawn(move || {
                std::thread::sleep(Duration::from_millis(20));
                cutting.cut();
            });
        }
        Fate::Pass
    });
    let watching = Pat::new("watch /w -o json").env("ETCDPAT_ENDPOINTS", &gate.endpoint).spawn();
    watching.wait_for_stdout("etcd.unreachable");
    let before = opened.load(Ordering::SeqCst);
    std::thread::sleep(Duration::from_secs(4));
    let asked = opened.load(Ordering::SeqCst) - before;
    assert!((1..=6).contains(&asked), "{asked} times in 4 s");
    gate.set_rule(|_| Fate::Pass);
    watching.wait_for_stdout("etcd.reachable");
    etcd.ctl("put /w after");
    watching.wait_for_stdout("after");
    let text = watching.end().stdout;
    assert_eq!((count(&text, "etcd.unreachable"), count(&text, "etcd.reachable")), (1, 1), "{text}");
}

/// Users with a role of their own, `one:pw` and so on.
fn user(etcd: &Etcd, name: &str) {
    for line in [
        format!("user add {name}:pw"),
        format!("role add {name}"),
        format!("role grant-permission {name} readwrite --prefix /"),
        format!("user grant-role {name} {name}"),
    ] {
        assert_eq!(etcd.ctl(&line).code, 0, "{line}");
    }
}

#[test]
fn a_user_who_is_lost_in_the_middle_ends_who_waits_and_watches_with_121() {
    let mut etcd = Etcd::start();
    etcd.enable_auth();
    etcd.leave_be();
    let holders = Holders::of(&etcd, "root:secret-pw");
    for (name, lost) in [
        ("gone", "user delete gone"),
        ("revoked", "user revoke-role revoked revoked"),
        ("narrow", "role revoke-permission narrow --prefix /"),
        ("deleted", "role delete deleted"),
    ] {
        user(&etcd, name);
        let gate = Gate::before(etcd.endpoint(0));
        let lines = [
            "watch /w",
            "elect observe /e",
            "discover watch web --root /services",
            "lock status /held --watch",
            "lock /held -- true",
        ];
        let all: Vec<_> = lines
            .iter()
            .map(|line| {
                let pat = Pat::new(*line).env("ETCDPAT_ENDPOINTS", &gate.endpoint);
                (line, pat.env("ETCDPAT_USER", &format!("{name}:pw")).spawn())
            })
            .collect();
        until("all are there", || etcd.queue("/held").len() == 2);
        std::thread::sleep(Duration::from_secs(1));
        assert_eq!(etcd.ctl(lost).code, 0, "{lost}");
        // A stream that stands is not looked at again by etcd; a new one is.
        gate.cut();
        for (line, running) in all {
            let done = running.wait_at_most(Duration::from_secs(30));
            assert_eq!(done.code, 121, "{lost}, {line}: {done:?}");
        }
        until("nobody is left in the queue", || {
            etcd.queue("/held").iter().skip(1).for_each(|key| etcd.revoke_lease_of(key));
            etcd.queue("/held").len() == 1
        });
    }
    holders.end();
}

#[test]
fn authentication_that_is_switched_on_in_the_middle_is_noticed() {
    let mut etcd = Etcd::start();
    etcd.leave_be();
    let gate = Gate::before(etcd.endpoint(0));
    let start = |user: &str| {
        let pat = Pat::new("watch /w -o json --command-timeout 2s").env("ETCDPAT_ENDPOINTS", &gate.endpoint);
        let running = if user.is_empty() { pat } else { pat.env("ETCDPAT_USER", user) }.spawn();
        until("it stands", || {
            etcd.ctl("put /w before");
            running.stdout().contains("before")
        });
        running
    };
    let (nobody, root) = (start(""), start("root:secret-pw"));
    etcd.enable_auth();
    gate.cut();
    let done = nobody.wait();
    assert_eq!(done.code, 121, "{done:?}");
    etcd.ctl("put /w after");
    root.wait_for_stdout("after");
    assert_eq!(root.end().code, 143);
}

/// Commands that hold something on a lease, and the event that says so.
const HOLDING: &[(&str, &str)] = &[
    ("lock --ttl 15s /l1 -- sleep 600", "child.started"),
    ("lock --ttl 15s --hold /l2 /l3", "lock.acquired"),
    ("elect --ttl 15s /e1 --id a -- sleep 600", "child.started"),
    ("elect --ttl 15s /e2 --id a", "elect.elected"),
    ("elect --ttl 15s /e3 --id a --every 1h -- true", "child.exited"),
    ("lease run --ttl 15s --put /k=v -- sleep 600", "child.started"),
    ("ha active-passive --ttl 15s /ha/1 --node-id a --primary 'exec sleep 600'", "child.started"),
    ("ha sharded --ttl 15s /ha/2 --node-id a --shards 1 -- sleep 600", "child.started"),
    // Its first request has ended, and its second one begun.
    ("ha active-active --ttl 15s /w --jobs 1 -- sleep", "ha.request_ended"),
];

#[test]
fn a_lease_that_is_not_confirmed_is_told_before_anything_is_lost_and_so_is_its_return() {
    let mut etcd = Etcd::start();
    etcd.leave_be();
    let all: Vec<_> = HOLDING
        .iter()
        .map(|(line, holds)| (*line, *holds, etcd.pat(&format!("-o json {line}")).input(b"0\n600\n").spawn()))
        .collect();
    for (line, holds, running) in &all {
        let says = || (count(&said(running), holds) > 0).then_some(());
        eventually(&format!("{line} says {holds}"), Duration::from_secs(30), says);
    }
    etcd.freeze();
    for (line, _, running) in &all {
        until(&format!("{line} says that its lease is not confirmed"), || {
            count(&said(running), "lease.unconfirmed") == 1
        });
    }
    etcd.thaw();
    for (line, _, running) in all {
        until(&format!("{line} says that its lease is confirmed again"), || {
            count(&said(&running), "lease.confirmed") == 1
        });
        let done = running.end();
        let text = done.stdout + &done.stderr;
        assert_eq!(count(&text, "lease.unconfirmed"), 1, "{line}: {text}");
        assert!(!text.contains(".lost"), "{line}: {text}");
    }
}

#[test]
fn a_service_that_may_not_be_renewed_says_so_and_is_there_again_with_a_user() {
    let mut etcd = Etcd::start();
    etcd.leave_be();
    let line = "discover register web --id 1 --address 127.0.0.1:80 --ttl 3s --command-timeout 2s -- sleep 60";
    let running = etcd.pat(line).spawn();
    until("it is registered", || etcd.run("discover find web").code == 0);
    etcd.enable_auth();
    // Servers before 3.5 renew the lease for anybody.
    running.wait_for_stderr("etcd refused the user");
    running.wait_for_stderr("trying again");
    etcd.ctl("auth disable");
    let find = || Pat::new("discover find web").env("ETCDPAT_ENDPOINTS", &etcd.endpoint(0)).run();
    until("it is registered again", || find().code == 0);
    assert_eq!(running.end().code, 143);
}

#[test]
fn a_cluster_without_a_leader_is_an_outage_that_is_told() {
    let mut etcd = Etcd::with(Setup { members: 3, ..Setup::default() });
    etcd.leave_be();
    let one = etcd.endpoint(0);
    let watching = Pat::new("watch /w -o json --command-timeout 2s").env("ETCDPAT_ENDPOINTS", &one).spawn();
    until("it stands", || {
        etcd.ctl("put /w before");
        watching.stdout().contains("before")
    });
    etcd.kill_member(1);
    etcd.kill_member(2);
    watching.wait_for_stdout("etcd.unreachable");
    etcd.start_member(1);
    watching.wait_for_stdout("etcd.reachable");
    etcd.ctl("put /w after");
    watching.wait_for_stdout("after");
    watching.end();
}

#[test]
fn a_release_that_takes_long_says_why() {
    let mut etcd = Etcd::start();
    etcd.leave_be();
    let gate = Gate::before(etcd.endpoint(0));
    let held = Pat::new("-o json lock --ttl 20s /l -- sleep 600").env("ETCDPAT_ENDPOINTS", &gate.endpoint).spawn();
    until("it is held", || etcd.queue("/l").len() == 1);
    gate.refuse();
    held.signal(crate::support::Signal::TERM);
    held.wait_for_stderr("etcd.unreachable");
    gate.heal();
    let done = held.wait();
    assert_eq!(done.code, 143, "{done:?}");
    assert_eq!(
        (count(&done.stderr, "etcd.reachable"), count(&done.stderr, "lock.unreleased")),
        (1, 0),
        "{}",
        done.stderr
    );
    assert_eq!(etcd.queue("/l").len(), 0);
}
