//! Service discovery: records that are never stale, whoever dies.

use std::collections::BTreeMap;
use std::fs;
use std::io::{Read, Write};
use std::net::TcpListener;
use std::sync::Arc;
use std::sync::atomic::{AtomicU16, Ordering};
use std::time::{Duration, Instant};

use crate::support::history::compact;
use crate::support::{
    Etcd, Pat, Proxy, Running, Setup, Signal, eventually, is_alive, names, number_in, path, rows, until,
};

/// Registers an instance of `web` with these options, and runs `script` meanwhile.
fn registers(etcd: &Etcd, id: &str, options: &[&str], script: &str) -> Running {
    let words = ["discover", "register", "-v", "web", "--id", id, "--address", "10.0.0.7:80"];
    etcd.pat(&[&words[..], options, &["--", "sh", "-c", script]].concat()).spawn()
}

/// The ids of a service, as `find` shows them, each with its status.
fn found(etcd: &Etcd, service: &str) -> Vec<String> {
    let shown = rows(&etcd.run(&["discover", "find", "-o", "json", service]).stdout);
    shown
        .iter()
        .filter(|row| row["event"] == "service.instance")
        .map(|row| format!("{} {}", row["id"].as_str().unwrap(), row["status"].as_str().unwrap()))
        .collect()
}

fn until_found(etcd: &Etcd, expected: &[&str]) {
    until(&format!("{expected:?} are found"), || found(etcd, "web") == expected);
}

fn text(file: &str) -> String {
    fs::read_to_string(file).unwrap_or_default()
}

#[test]
fn instances_come_change_and_go_and_a_watch_tells_it() {
    let etcd = Etcd::start();
    let watch = etcd.pat("discover watch -o json web").spawn();
    let one = registers(&etcd, "web-1", &["--meta", "zone=b", "--meta", "weight=3"], "sleep 1000");
    until_found(&etcd, &["web-1 up"]);
    let two = registers(&etcd, "web-2", &["--meta", "zone=c", "--ttl", "2s"], "sleep 1000");
    until_found(&etcd, &["web-1 up", "web-2 up"]);
    let shown = etcd.run("discover find web --meta zone=c --format address");
    assert_eq!((shown.code, shown.stdout.as_str()), (0, "10.0.0.7:80\n"));
    assert_eq!(etcd.run("discover find web --meta zone=x").code, 1);
    assert_eq!(etcd.run("discover find other").code, 1);
    assert!(etcd.run("discover services").stdout.contains(" web      2          2\n"));
    // Killed: gone with its lease, and its command with its guardian.
    let begun = Instant::now();
    drop(two);
    until_found(&etcd, &["web-1 up"]);
    assert!(begun.elapsed() < Duration::from_secs(4));
    // SIGTERM: at once, and the command's code.
    assert_eq!(one.end().code, 143);
    assert_eq!(found(&etcd, "web"), Vec::<String>::new());
    let told = || names(&watch.stdout());
    let all = ["service.none", "service.added", "service.added", "service.removed", "service.removed"];
    until("all is told", || told() == all);
    let removed = rows(&watch.stdout()).pop().unwrap();
    assert_eq!((removed["id"].as_str(), removed["meta"]["weight"].as_str()), (Some("web-1"), Some("3")));
    watch.end();
    assert!(etcd.leases().is_empty() && etcd.keys("").is_empty());
}

#[test]
fn a_record_that_was_taken_away_comes_back_and_its_command_runs_on() {
    let mut etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let pid = path(&dir, "pid");
    let node = registers(&etcd, "web-1", &["--ttl", "2s"], &format!("echo $$ > {pid}; exec sleep 1000"));
    let command = number_in(&pid);
    until_found(&etcd, &["web-1 up"]);
    // Its lease revoked, its key deleted.
    for take in [true, false] {
        let begun = Instant::now();
        if take {
            etcd.revoke_all()
        } else {
            drop(etcd.ctl("del /services/web/web-1"))
        }
        until("it is registered again", || etcd.keys("/services/").len() == 1);
        assert!(begun.elapsed() < Duration::from_secs(1), "{:?}", begun.elapsed());
    }
    node.wait_for_stderr("lost the record of web-1 of web: its lease was revoked");
    node.wait_for_stderr("lost the record of web-1 of web: its key was deleted");
    // etcd down for longer than the TTL.
    etcd.kill_member(0);
    node.wait_for_stderr("etcd is away");
    std::thread::sleep(Duration::from_secs(3));
    etcd.start_member(0);
    etcd.wait_healthy();
    let back = Instant::now();
    until_found(&etcd, &["web-1 up"]);
    assert!(back.elapsed() < Duration::from_secs(2), "{:?}", back.elapsed());
    assert!(is_alive(command));
    assert_eq!(node.end().code, 143);
    until("nothing is left", || etcd.leases().is_empty() && etcd.keys("").is_empty());
}

#[test]
fn an_id_is_one_living_process_and_a_dead_one_is_followed_at_once() {
    let etcd = Etcd::start();
    let first = registers(&etcd, "web-1", &["--ttl", "20s"], "sleep 1000");
    until_found(&etcd, &["web-1 up"]);
    // Killed with -9, and started again at once.
    drop(first);
    let begun = Instant::now();
    let second = registers(&etcd, "web-1", &["--ttl", "3s"], "sleep 1000");
    second.wait_for_stderr("registered web-1");
    assert!(begun.elapsed() < Duration::from_secs(3), "{:?}", begun.elapsed());
    // A living one is refused before its command runs ...
    let refused = registers(&etcd, "web-1", &[], "echo ran").wait();
    assert_eq!((refused.code, refused.stdout.as_str()), (122, ""), "{}", refused.stderr);
    assert!(refused.stderr.contains(&format!("web-1 of web is registered already by pid {}", second.pid())));
    // ... or replaces it, which then stays out of the way.
    let third = registers(&etcd, "web-1", &["--replace"], "sleep 1000");
    second.wait_for_stderr(&format!("web-1 of web was replaced by pid {}", third.pid()));
    until_found(&etcd, &["web-1 up"]);
    assert_eq!(second.end().code, 143);
    assert_eq!(found(&etcd, "web"), ["web-1 up"]);
    third.end();
    // (Those who were killed leave theirs.)
    etcd.revoke_all();
    assert!(etcd.keys("").is_empty());
}

#[test]
fn a_process_whose_instance_was_deregistered_does_not_bring_it_back() {
    let etcd = Etcd::start();
    let node = registers(&etcd, "web-1", &[], "sleep 1000");
    until_found(&etcd, &["web-1 up"]);
    assert_eq!(etcd.run("discover deregister web web-1").code, 0);
    node.wait_for_stderr("web-1 of web was deregistered");
    assert_eq!(etcd.run("discover deregister web web-1").code, 1);
    assert_eq!(found(&etcd, "web"), Vec::<String>::new());
    assert_eq!(node.end().code, 143);
    assert!(etcd.leases().is_empty() && etcd.keys("").is_empty());
}

#[test]
fn of_two_that_start_at_once_with_one_id_one_runs_its_command() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let (alone, log) = (path(&dir, "alone"), path(&dir, "log"));
    let script = format!("mkdir {alone} || echo beside >> {log}; echo ran >> {log}; sleep 1; rmdir {alone}");
    for _ in 0..5 {
        let _ = fs::remove_file(&log);
        let both = [0, 1].map(|_| registers(&etcd, "one", &["--ttl", "2s"], &script)).map(Running::wait);
        let mut codes = both.each_ref().map(|done| done.code);
        codes.sort_unstable();
        // The other one waits for the lease; the first may have ended by then.
        let ran = text(&log);
        assert!(
            (codes, ran.as_str()) == ([0, 122], "ran\n") || (codes, ran.as_str()) == ([0, 0], "ran\nran\n"),
            "{ran} {both:?}"
        );
    }
    assert!(etcd.leases().is_empty() && etcd.keys("").is_empty());
}

#[test]
fn an_instance_that_is_deregistered_while_nobody_hears_of_it_stays_away() {
    let etcd = Etcd::start();
    // Its process is stopped for longer than its TTL.
    let node = registers(&etcd, "web-1", &["--ttl", "2s"], "sleep 1000");
    until_found(&etcd, &["web-1 up"]);
    node.signal(Signal::STOP);
    assert_eq!(etcd.run("discover deregister web web-1").code, 0);
    until("its lease has ended", || etcd.leases().is_empty());
    node.signal(Signal::CONT);
    node.wait_for_stderr("web-1 of web was deregistered");
    assert_eq!(found(&etcd, "web"), Vec::<String>::new());
    assert_eq!(node.end().code, 143);
    // Its check has not succeeded yet.
    let dir = tempfile::tempdir().unwrap();
    let good = path(&dir, "good");
    let check = format!("[ -e {good} ]");
    let node = registers(&etcd, "web-1", &["--check-cmd", &check, "--check-interval", "50ms"], "sleep 1000");
    until("it keeps its id", || !etcd.keys("/_etcdpat/discover/").is_empty());
    assert_eq!(etcd.run("discover deregister web web-1").code, 0);
    node.wait_for_stderr("web-1 of web was deregistered");
    fs::write(&good, "").unwrap();
    node.wait_for_stderr("web-1 of web is healthy");
    assert_eq!(found(&etcd, "web"), Vec::<String>::new());
    node.end();
    // The next one with that id is another one.
    let node = registers(&etcd, "web-1", &[], "sleep 1000");
    until_found(&etcd, &["web-1 up"]);
    node.end();
    assert!(etcd.leases().is_empty() && etcd.keys("").is_empty());
}

#[test]
fn a_registration_that_etcd_refuses_is_121_before_the_command_runs() {
    let mut etcd = Etcd::start();
    etcd.enable_auth();
    let denied = etcd.pat(&["discover", "register", "web", "--id", "a", "--address", "h:1", "--", "echo", "ran"]);
    let done = denied.env("ETCDPAT_USER", "guest:guest-pw").run();
    assert_eq!((done.code, done.stdout.as_str()), (121, ""), "{}", done.stderr);
    etcd.leave_be();
}

#[test]
fn draining_keeps_others_from_picking_before_the_command_is_told() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let log = path(&dir, "log");
    let script = format!("trap 'echo term >> {log}; exit 3' TERM; while :; do sleep 0.02; done");
    let node = registers(&etcd, "web-1", &["--drain", "1s"], &script);
    until_found(&etcd, &["web-1 up"]);
    let begun = Instant::now();
    node.signal(Signal::TERM);
    until_found(&etcd, &["web-1 draining"]);
    assert_eq!(etcd.run("discover pick web").code, 1);
    assert_eq!(text(&log), "");
    assert_eq!(node.wait().code, 3);
    assert!(begun.elapsed() >= Duration::from_secs(1), "{:?}", begun.elapsed());
    assert_eq!(text(&log), "term\n");
    // Who asks twice does not wait.
    let node = registers(&etcd, "web-1", &["--drain", "100s"], "sleep 1000");
    until_found(&etcd, &["web-1 up"]);
    node.signal(Signal::TERM);
    until_found(&etcd, &["web-1 draining"]);
    node.signal(Signal::TERM);
    assert_eq!(node.wait().code, 143);
    assert!(etcd.leases().is_empty());
    etcd.ctl("del --prefix /_etcdpat/");
}

/// An HTTP server that answers with whatever code it is told, until that is 0: then it says nothing.
fn server(code: &Arc<AtomicU16>) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let (address, code) = (listener.local_addr().unwrap(), Arc::clone(code));
    std::thread::spawn(move || {
        let mut kept = Vec::new();
        for mut connection in listener.incoming().flatten() {
            let _ = connection.read(&mut [0; 1024]);
            match code.load(Ordering::Relaxed) {
                0 => kept.push(connection),
                code => drop(write!(connection, "HTTP/1.1 {code} x\r\nContent-Length: 0\r\n\r\n")),
            }
        }
    });
    format!("http://{address}/health")
}

#[test]
fn a_check_withdraws_and_brings_back() {
    let etcd = Etcd::start();
    let code = Arc::new(AtomicU16::new(500));
    let url = server(&code);
    let times = ["--check-interval", "50ms", "--check-timeout", "200ms", "--rise", "2", "--fall", "2"];
    let node = registers(&etcd, "web-1", &[&["--check-http", &url][..], &times].concat(), "sleep 1000");
    node.wait_for_stderr("web-1 of web is unhealthy: HTTP 500");
    assert_eq!(found(&etcd, "web"), Vec::<String>::new());
    for bad in [500, 0] {
        code.store(204, Ordering::Relaxed);
        until_found(&etcd, &["web-1 up"]);
        code.store(bad, Ordering::Relaxed);
        until_found(&etcd, &[]);
    }
    node.wait_for_stderr("no answer within 200ms");
    assert_eq!(node.end().code, 143);
    // Marked instead.
    code.store(200, Ordering::Relaxed);
    let marked = [&["--check-http", &url, "--unhealthy", "mark"][..], &times].concat();
    let node = registers(&etcd, "web-1", &marked, "sleep 1000");
    until_found(&etcd, &["web-1 up"]);
    code.store(503, Ordering::Relaxed);
    until_found(&etcd, &["web-1 unhealthy"]);
    assert_eq!(etcd.run("discover pick web --strategy random").code, 1);
    // A check that flaps below its thresholds writes nothing.
    code.store(200, Ordering::Relaxed);
    until_found(&etcd, &["web-1 up"]);
    let version = |etcd: &Etcd| {
        let shown = etcd.run("watch /services/web/web-1 --initial --count 1 -o json").stdout;
        rows(&shown)[0]["version"].as_i64().unwrap()
    };
    let before = version(&etcd);
    for flap in 0..10 {
        code.store(if flap % 2 == 0 { 503 } else { 200 }, Ordering::Relaxed);
        std::thread::sleep(Duration::from_millis(55));
    }
    code.store(200, Ordering::Relaxed);
    assert!(version(&etcd) <= before + 2, "{} {before}", version(&etcd));
    node.end();
}

#[test]
fn a_check_by_command_that_hangs_is_ended_with_its_whole_tree() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let (pid, hang) = (path(&dir, "pid"), path(&dir, "hang"));
    let check = format!("echo checking; [ -e {hang} ] || exit 0; (trap '' TERM; echo $$ > {pid}; sleep 1000) & wait");
    let options = ["--check-cmd", &check, "--check-interval", "50ms", "--check-timeout", "200ms", "--fall", "1"];
    let node = registers(&etcd, "web-1", &options, "sleep 1000");
    until_found(&etcd, &["web-1 up"]);
    fs::write(&hang, "").unwrap();
    node.wait_for_stderr("web-1 of web is unhealthy: no end within 200ms");
    until_found(&etcd, &[]);
    let hanging = number_in(&pid);
    until("its tree is dead", || !is_alive(hanging));
    fs::remove_file(&hang).unwrap();
    until_found(&etcd, &["web-1 up"]);
    // What a check says is not the command's output.
    let done = node.end();
    assert_eq!((done.code, done.stdout.as_str()), (143, ""));
    // A TCP check, of a port that nobody listens on.
    let tcp = registers(&etcd, "web-1", &["--check-tcp", "127.0.0.1:1", "--check-interval", "50ms"], "exit 5");
    assert_eq!(tcp.wait().code, 5);
    assert!(etcd.leases().is_empty() && etcd.keys("").is_empty());
}

#[test]
fn records_for_go_and_for_coredns_are_as_these_read_them() {
    let etcd = Etcd::start();
    let registers = |words: &[&str]| etcd.pat(&[&["discover", "register"][..], words].concat()).spawn();
    let grpc = registers(&["shop/cart", "--id", "c1", "--address", "10.0.0.7:9000", "--format", "grpc"]);
    until("it stands", || etcd.keys("/services/") == ["/services/shop/cart/c1"]);
    assert_eq!(etcd.value("/services/shop/cart/c1"), r#"{"Op":0,"Addr":"10.0.0.7:9000","Metadata":null}"#);
    assert_eq!(etcd.run("discover find shop/cart --format address").stdout, "10.0.0.7:9000\n");
    // A service has one form.
    let other = etcd.run("discover register shop/cart --id c2 --address 10.0.0.8:9000");
    assert_eq!(other.code, 125);
    assert!(other.stderr.contains("shop/cart has records in the form grpc, not json"), "{}", other.stderr);
    grpc.end();
    let words = ["--format", "skydns", "--domain", "cluster.local", "--ttl", "20s", "--meta", "priority=5"];
    let skydns = registers(&[&["web", "--id", "w1", "--address", "10.0.0.7:80"][..], &words].concat());
    until("it stands", || etcd.keys("/skydns/") == ["/skydns/local/cluster/web/w1"]);
    assert_eq!(etcd.value("/skydns/local/cluster/web/w1"), r#"{"host":"10.0.0.7","port":80,"priority":5,"ttl":20}"#);
    let shown = etcd.run("discover find web --domain cluster.local --format address");
    assert_eq!(shown.stdout, "10.0.0.7:80\n");
    skydns.end();
    assert!(etcd.leases().is_empty() && etcd.keys("").is_empty());
}

/// Puts some records as another program would.
fn put_some(etcd: &Etcd, service: &str, count: usize) {
    for number in 1..=count {
        let record = format!(r#"{{"id":"i{number}","address":"10.0.0.{number}:80"}}"#);
        etcd.ctl(&["put", &format!("/services/{service}/i{number}"), &record]);
    }
}

#[test]
fn picks_are_fair_over_all_processes() {
    let etcd = Etcd::start();
    put_some(&etcd, "web", 3);
    let picks: Vec<_> = (0..30).map(|_| etcd.pat("discover pick web").spawn()).collect();
    let mut counts: BTreeMap<String, usize> = BTreeMap::new();
    for pick in picks {
        *counts.entry(pick.wait().stdout).or_default() += 1;
    }
    assert_eq!(counts.values().copied().collect::<Vec<_>>(), [10, 10, 10], "{counts:?}");
    // By a key: the same one, also when another one goes.
    let by = |key: &str| etcd.run(&["discover", "pick", "web", "--strategy", "hash", "--hash-key", key]).stdout;
    let mut before: Vec<_> = (0..10).map(|key| (key, by(&key.to_string()))).collect();
    etcd.ctl("del /services/web/i2");
    before.retain(|(_, address)| address != "10.0.0.2:80\n");
    assert!(before.iter().all(|(key, address)| by(&key.to_string()) == *address));
    // Weights that leave one alone.
    etcd.ctl(&["put", "/services/web/i1", r#"{"address":"10.0.0.1:80","meta":{"weight":"0"}}"#]);
    assert!((0..5).all(|_| etcd.run("discover pick web --strategy weighted").stdout == "10.0.0.3:80\n"));
    let script = "echo $ETCDPAT_SERVICE $ETCDPAT_INSTANCE $ETCDPAT_ADDRESS $ETCDPAT_HOST $ETCDPAT_PORT $ETCDPAT_META_WEIGHT $ETCDPAT_META_OLD; exit 7";
    let words = ["discover", "pick", "web", "--meta", "weight=0", "--", "sh", "-c", script];
    let done = etcd.pat(&words).env("ETCDPAT_META_OLD", "left over").run();
    assert_eq!((done.code, done.stdout.as_str()), (7, "web i1 10.0.0.1:80 10.0.0.1 80 0\n"));
    etcd.ctl("del --prefix /");
}

#[test]
fn the_least_used_is_picked_and_a_killed_caller_frees_its_count() {
    let etcd = Etcd::start();
    put_some(&etcd, "web", 3);
    let dir = tempfile::tempdir().unwrap();
    let log = path(&dir, "log");
    let uses = || {
        let script = format!("echo $ETCDPAT_INSTANCE >> {log}; exec sleep 1000");
        etcd.pat(&["discover", "pick", "web", "--strategy", "least-conn", "--ttl", "2s", "--", "sh", "-c", &script])
            .spawn()
    };
    let mut users = vec![uses(), uses(), uses()];
    until("three are used", || text(&log).lines().count() == 3);
    let mut used: Vec<_> = text(&log).lines().map(str::to_owned).collect();
    let first = used[0].clone();
    used.sort();
    assert_eq!(used, ["i1", "i2", "i3"]);
    // Whoever was first is killed: with its lease, its count is gone.
    let at = users.iter().position(|user| {
        fs::read(format!("/proc/{}/environ", crate::support::children_of(user.guardian())[0]))
            .is_ok_and(|all| String::from_utf8_lossy(&all).contains(&format!("ETCDPAT_INSTANCE={first}\0")))
    });
    drop(users.remove(at.unwrap()));
    until("its count is gone", || etcd.keys("/_etcdpat/discover/%2Fservices/web/use/").len() == 2);
    users.push(uses());
    until("a fourth is used", || text(&log).lines().count() == 4);
    assert_eq!(text(&log).lines().last(), Some(first.as_str()));
    // A lost count does not stop a command.
    etcd.revoke_all();
    assert_eq!(users.pop().unwrap().end().code, 143);
    assert_eq!(etcd.run("discover pick web --strategy least-conn").code, 2);
    drop(users);
    etcd.ctl("del --prefix /");
}

#[test]
fn a_pick_waits_for_an_instance_if_it_is_asked_to() {
    let etcd = Etcd::start();
    let done = etcd.run("discover pick web --wait 200ms");
    assert_eq!(done.code, 124, "{}", done.stderr);
    let waiting = etcd.pat("discover pick web --strategy random --wait 20s").spawn();
    waiting.wait_for_stderr("waiting for an instance of web");
    let node = registers(&etcd, "web-1", &[], "sleep 1000");
    assert_eq!(waiting.wait().stdout, "10.0.0.7:80\n");
    node.end();
    etcd.ctl("del --prefix /_etcdpat/");
}

#[test]
fn what_another_wrote_is_checked_and_harmless() {
    let etcd = Etcd::start();
    put_some(&etcd, "foo", 1);
    put_some(&etcd, "foo_other", 1);
    put_some(&etcd, "foo/bar", 1);
    let hostile = "\u{1b}]0;title\u{7}";
    for (key, value) in [
        ("/services/foo/no-record", "hello"),
        ("/services/foo/config", r#"{"address":"1.2.3.4:80; }"}"#),
        ("/services/foo/other", r#"{"id":"else","address":"10.0.0.1:80"}"#),
        (&format!("/services/foo/x{hostile}"), r#"{"address":"10.0.0.1:80"}"#),
        ("/services/foo/hostile", r#"{"address":"10.0.0.9:80","meta":{"note":"\u001b]0;title\u0007\nerror: forged"}}"#),
    ] {
        etcd.ctl(&["put", key, value]);
    }
    let shown = etcd.run("discover find foo");
    assert_eq!(shown.code, 0);
    assert!(shown.stderr.contains("left out /services/foo/config of foo: its address \"1.2.3.4:80; }\" can't be used"));
    assert!(!shown.stdout.contains('\u{1b}') && !shown.stderr.contains('\u{1b}'), "{shown:?}");
    assert_eq!(found(&etcd, "foo"), ["hostile up", "i1 up"]);
    assert_eq!((found(&etcd, "foo_other"), found(&etcd, "foo/bar")), (vec!["i1 up".into()], vec!["i1 up".into()]));
    let services = etcd.run("discover services -o json").stdout;
    let entries = rows(&services).into_iter().filter(|row| row["event"] == "service.entry");
    let all: Vec<_> = entries.map(|row| row["service"].as_str().unwrap().to_owned()).collect();
    assert_eq!(all, ["foo", "foo/bar", "foo_other"]);
    // Safe to eval, whatever it is.
    let eval = etcd.run("discover find foo --format env").stdout;
    let dir = tempfile::tempdir().unwrap();
    let file = path(&dir, "env");
    fs::write(&file, eval).unwrap();
    let script = format!(". {file}; echo $ETCDPAT_COUNT $ETCDPAT_ADDRESSES");
    let shell = std::process::Command::new("sh").args(["-c", &script]).output().unwrap();
    assert_eq!(String::from_utf8(shell.stdout).unwrap(), "2 10.0.0.9:80 10.0.0.1:80\n");
    assert_eq!(String::from_utf8(shell.stderr).unwrap(), "");
    etcd.ctl("del --prefix /");
}

#[test]
fn bad_input_is_refused_before_anything_is_sent() {
    let etcd = Etcd::start();
    let good = ["discover", "register", "web", "--id", "a", "--address", "10.0.0.7:80"];
    let with = |words: &[&str]| [&good[..], words].concat().iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    let other =
        |words: &[&str]| [&["discover"], words].concat().iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    for (words, says) in [
        (other(&["register", "web", "--id", "a", "--address", "0.0.0.0:80"]), "an address to listen on"),
        (other(&["register", "web", "--id", "a", "--address", "[::]:80"]), "auto:PORT"),
        (other(&["register", "web", "--id", "a", "--address", "10.0.0.7"]), "expected HOST:PORT"),
        (other(&["register", "web", "--id", "a/b", "--address", "h:1"]), "must not have a /"),
        (other(&["register", "web", "--id", "..", "--address", "h:1"]), ". or .."),
        (other(&["register", "web", "--id", "", "--address", "h:1"]), "must not be empty"),
        (other(&["register", "web", "--id", "a b", "--address", "h:1"]), "is not allowed"),
        (with(&["--meta", "weight=-1"]), "weight is a whole number"),
        (other(&["register", "a//b", "--id", "a", "--address", "h:1"]), "an empty part"),
        (other(&["register", "we\nb", "--id", "a", "--address", "h:1"]), "a control character"),
        (other(&["register", "web", "--id", "a"]), "--address"),
        (with(&["--meta", "zone"]), "is not metadata"),
        (with(&["--meta", "a b=c"]), "is not a name for metadata"),
        (with(&["--meta", "a.b=1", "--meta", "a_b=2"]), "are both ETCDPAT_META_A_B"),
        (with(&["--meta", "a=1", "--meta", "a=2"]), "given twice"),
        (with(&["--check-http", "ftp://x"]), "http"),
        (with(&["--check-http", "http://x/", "--check-tcp", "h:1"]), "cannot be used with"),
        (with(&["--check-tcp", "h"]), "HOST:PORT"),
        (with(&["--check-interval", "0"]), "more than 0"),
        (with(&["--rise", "0"]), "--rise"),
        (with(&["--format", "grpc", "--meta", "a=b"]), "makes Go's clients panic"),
        (with(&["--format", "grpc", "--unhealthy", "mark"]), "can be marked"),
        (with(&["--format", "skydns"]), "needs --domain"),
        (with(&["--format", "skydns", "--domain", "Cluster.local"]), "is not a DNS zone"),
        (with(&["--format", "skydns", "--domain", "x.y", "--meta", "zone=b"]), "no place for --meta zone"),
        (with(&["--root", ""]), "a root must not be empty"),
        (with(&["--ttl", "1s"]), "a TTL is at least 2s"),
        (with(&["--"]), "no command after --"),
        (other(&["register", "--file", "/no/such/file"]), "cannot read /no/such/file"),
        (other(&["find", "a/"]), "an empty part"),
        (other(&["pick", "web", "--strategy", "hash"]), "--hash-key"),
        (other(&["pick", "web", "--hash-key", "x"]), "not --strategy hash"),
        (other(&["deregister", "web", "a/b"]), "must not have a /"),
    ] {
        let words: Vec<_> = words.iter().map(String::as_str).collect();
        let done = etcd.run(&words);
        assert_eq!(done.code, 2, "{words:?}: {}", done.stderr);
        assert!(done.stderr.contains(says), "{words:?}: {}", done.stderr);
    }
    assert!(etcd.keys("").is_empty() && etcd.leases().is_empty());
}

#[test]
fn a_file_of_services_is_one_lease_and_its_changes_are_followed() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let file = path(&dir, "services.toml");
    let service =
        |id: &str, port: u16| format!("[[service]]\nname = \"web\"\nid = \"{id}\"\naddress = \"10.0.0.7:{port}\"\n");
    fs::write(&file, service("a", 1) + &service("b", 2)).unwrap();
    let node = etcd.pat(&["discover", "register", "--file", &file]).spawn();
    until_found(&etcd, &["a up", "b up"]);
    assert_eq!(etcd.leases().len(), 1);
    let since = |id: &str| {
        let shown = rows(&etcd.run("discover find web -o json").stdout);
        shown.iter().find(|row| row["id"] == id).map(|row| (row["since"].to_string(), row["lease"].to_string()))
    };
    let before = since("b");
    fs::write(&file, "nonsense").unwrap();
    node.wait_for_stderr("is not a list of services");
    fs::write(&file, "").unwrap();
    node.wait_for_stderr("has no [[service]]");
    assert_eq!(found(&etcd, "web"), ["a up", "b up"]);
    fs::write(&file, service("b", 22) + "check-tcp = \"127.0.0.1:1\"\n" + &service("c", 3)).unwrap();
    until_found(&etcd, &["c up"]);
    fs::write(&file, service("b", 22) + &service("c", 3) + "meta = { zone = \"x\" }\n").unwrap();
    until_found(&etcd, &["b up", "c up"]);
    until("its metadata is there", || etcd.run("discover find web --meta zone=x").code == 0);
    assert_eq!(since("b"), before, "what has not changed is not registered anew");
    assert_eq!(etcd.leases().len(), 1);
    assert_eq!(node.end().code, 0);
    assert!(etcd.leases().is_empty() && etcd.keys("").is_empty());
}

/// What the events of a watch add up to.
fn replayed(lines: &str) -> BTreeMap<String, String> {
    let mut state = BTreeMap::new();
    for row in rows(lines) {
        let id = row["id"].as_str().unwrap_or_default().to_owned();
        match row["event"].as_str().unwrap() {
            "service.added" => assert_eq!(state.insert(id, row["address"].to_string()), None, "{row}"),
            "service.updated" => {
                assert_eq!(state.insert(id, row["address"].to_string()), Some(row["old_address"].to_string()), "{row}");
            }
            "service.removed" => assert_eq!(state.remove(&id), Some(row["address"].to_string()), "{row}"),
            _ => {}
        }
    }
    state
}

#[test]
fn a_watch_ends_with_what_a_fresh_read_shows_whatever_happened() {
    let mut etcd = Etcd::with(Setup { members: 3, ..Setup::default() });
    let proxies: Vec<_> = (0..3).map(|member| Proxy::start(etcd.endpoint(member))).collect();
    let endpoints: Vec<_> = proxies.iter().map(|proxy| proxy.endpoint.clone()).collect();
    let watch = Pat::new("discover watch -o json web").env("ETCDPAT_ENDPOINTS", &endpoints.join(",")).spawn();
    let mut random = 7u32;
    let mut draw = |below: u32| {
        random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (random >> 16) % below
    };
    let mut last = 0;
    for round in 0..10 {
        for _ in 0..20 {
            let key = format!("/services/web/i{}", draw(8));
            let operation = if draw(3) == 0 {
                etcd_client::TxnOp::delete(key, None)
            } else {
                etcd_client::TxnOp::put(key, format!(r#"{{"address":"10.0.0.1:{}"}}"#, 1 + draw(60_000)), None)
            };
            last = crate::support::history::commit(&etcd, vec![operation]);
        }
        match round % 3 {
            0 => {
                etcd.kill_member(round % 3);
                etcd.start_member(round % 3);
                etcd.wait_healthy();
            }
            1 => proxies.iter().for_each(Proxy::cut),
            _ => {
                watch.signal(Signal::STOP);
                proxies.iter().for_each(Proxy::cut);
                compact(&etcd, last);
                watch.signal(Signal::CONT);
            }
        }
    }
    let fresh = || -> BTreeMap<String, String> {
        let shown = rows(&etcd.run("discover find web -o json").stdout);
        shown.iter().map(|row| (row["id"].as_str().unwrap().to_owned(), row["address"].to_string())).collect()
    };
    let expected = fresh();
    eventually("it has told all", Duration::from_secs(20), || (replayed(&watch.stdout()) == expected).then_some(()));
    assert!(expected.len() > 1);
    watch.end();
    etcd.ctl("del --prefix /");
}

#[test]
fn a_command_runs_for_each_change_and_reads_all_instances() {
    let etcd = Etcd::start();
    put_some(&etcd, "web", 2);
    let dir = tempfile::tempdir().unwrap();
    let log = path(&dir, "log");
    let exec = format!("wc -l >> {log}");
    let watch = etcd.pat(&["discover", "watch", "web", "--exec", &exec]).spawn();
    until("it has run", || text(&log) == "2\n");
    for number in 3..=30 {
        etcd.ctl(&["put", &format!("/services/web/i{number}"), r#"{"address":"10.0.0.1:80"}"#]);
    }
    until("it has run for the last", || text(&log).ends_with("30\n"));
    assert!(text(&log).lines().count() < 15, "{}", text(&log));
    assert_eq!(watch.end().code, 143);
    etcd.ctl("del --prefix /");
}
