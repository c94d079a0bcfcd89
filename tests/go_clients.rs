//! Clients in Go and etcdpat exclude each other: Go's `concurrency.Mutex` and the lock service of etcd's API, with all
//! modes of `etcdpat lock`. The Go program is tests/go; `scripts/setup` builds it where Go is.
//!
//! That somebody does not hold yet is not judged by time. Each tells the revision of the answer that proved its ownership.
//! Where that revision is later than a read in which another's key was first, it did not hold before that read.

use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::{Receiver, channel};
use std::time::Duration;

use crate::support::{Etcd, Running, Signal, Version, until};

const KINDS: [&str; 2] = ["mutex", "service"];
const MODES: [&[&str]; 3] = [&[], &["--shared"], &["--permits", "2"]];

/// The Go program, which leaves what it holds when its input is closed.
struct Go {
    child: Child,
    lines: Receiver<String>,
    lease: String,
}

impl Go {
    /// One that has its lease and contends for `name`.
    fn start(etcd: &Etcd, kind: &str, name: &str) -> Self {
        let mut command = Command::new(program());
        command.args([kind, name]).env("ETCDPAT_ENDPOINTS", etcd.endpoints());
        crate::support::die_with_us(&mut command);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let (sender, lines) = channel();
        let output = BufReader::new(child.stdout.take().unwrap());
        std::thread::spawn(move || output.lines().map_while(Result::ok).try_for_each(|line| sender.send(line)));
        let mut go = Self { child, lines, lease: String::new() };
        go.lease = go.next("lease ");
        go
    }

    /// What follows `word` in the next line.
    fn next(&self, word: &str) -> String {
        let line = self.lines.recv_timeout(Duration::from_secs(20)).unwrap_or_else(|error| panic!("{word}: {error}"));
        line.strip_prefix(word).unwrap_or_else(|| panic!("{line:?}, not {word:?}")).to_owned()
    }

    fn key(&self, name: &str) -> String {
        format!("{name}/{}", self.lease)
    }

    /// Waits until it holds. The revision that proved it.
    fn holds(&self) -> i64 {
        let told = self.next("holds ");
        told.rsplit(' ').next().unwrap().parse().unwrap()
    }

    /// One that holds `name`.
    fn holding(etcd: &Etcd, kind: &str, name: &str) -> Self {
        let go = Self::start(etcd, kind, name);
        go.holds();
        go
    }

    /// One that waits in the queue of `name`, as its `place`th.
    fn waiting(etcd: &Etcd, kind: &str, name: &str, place: usize) -> Self {
        let go = Self::start(etcd, kind, name);
        until("in the queue", || etcd.queue(name).len() == place);
        go
    }

    fn release(mut self) {
        drop(self.child.stdin.take());
        self.next("released");
        assert!(self.child.wait().unwrap().success());
    }

    fn ends_with(mut self, code: i32) {
        assert_eq!(self.child.wait().unwrap().code(), Some(code));
    }
}

impl Drop for Go {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn program() -> String {
    concat!(env!("CARGO_MANIFEST_DIR"), "/.tools/go-locker").to_owned()
}

/// A cluster; none where the Go program is not there, said aloud.
fn etcd() -> Option<Etcd> {
    let built = std::fs::exists(program()).unwrap();
    if !built {
        eprintln!("SKIPPED: no {} (scripts/setup builds it where Go is)", program());
    }
    built.then(Etcd::start)
}

/// `etcdpat lock`, which prints the revision that proved its ownership, and holds.
fn start(etcd: &Etcd, mode: &[&str], name: &str) -> Running {
    etcd.pat(&[&["lock", "-v"], mode, &[name, "--", "sh", "-c", "echo $ETCD_LOCK_REV; exec sleep 1000"]].concat())
        .spawn()
}

fn holding(etcd: &Etcd, mode: &[&str], name: &str) -> Running {
    let held = start(etcd, mode, name);
    proof(&held);
    held
}

fn waiting(etcd: &Etcd, mode: &[&str], name: &str, place: usize) -> Running {
    let waiter = start(etcd, mode, name);
    until("in the queue", || etcd.queue(name).len() == place);
    waiter.wait_for_stderr("waiting for lock");
    waiter
}

/// Waits until it holds. The revision that proved it.
fn proof(held: &Running) -> i64 {
    held.wait_for_stdout("\n").trim().parse().unwrap()
}

fn release(held: Running) {
    held.signal(Signal::TERM);
    let done = held.wait();
    assert_eq!(done.code, 143, "{}", done.stderr);
}

/// The cluster's revision, in a read that shows `key` as the first in the queue.
fn revision_with_first(etcd: &Etcd, name: &str, key: &str) -> i64 {
    let arguments = ["get", "--prefix", &format!("{name}/"), "--sort-by=CREATE", "--order=ASCEND", "-w", "fields"];
    let fields = etcd.ctl(&arguments).stdout;
    let field = |name: &str| {
        let line =
            fields.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_else(|| panic!("{name} in {fields}"));
        line.trim_start_matches(" : ").trim_matches('"').to_owned()
    };
    assert_eq!(field("\"Key\""), key);
    field("\"Revision\"").parse().unwrap()
}

#[test]
fn while_go_holds_etcdpat_waits_in_every_mode() {
    let Some(etcd) = etcd() else { return };
    for kind in KINDS {
        for mode in MODES {
            let go = Go::holding(&etcd, kind, "/l");
            let waiter = waiting(&etcd, mode, "/l", 2);
            let before = revision_with_first(&etcd, "/l", &go.key("/l"));
            assert_eq!(
                etcd.run(&[&["lock", "--try"], mode, &["/l", "--", "true"]].concat()).code,
                122,
                "{kind} {mode:?}"
            );
            go.release();
            assert!(proof(&waiter) > before, "{kind} {mode:?}");
            release(waiter);
        }
    }
}

#[test]
fn while_etcdpat_holds_in_any_mode_go_waits() {
    let Some(etcd) = etcd() else { return };
    for kind in KINDS {
        for mode in MODES {
            let held = holding(&etcd, mode, "/l");
            let go = Go::waiting(&etcd, kind, "/l", 2);
            let first = etcd.queue("/l")[0].clone();
            assert_ne!(first, go.key("/l"));
            let before = revision_with_first(&etcd, "/l", &first);
            release(held);
            assert!(go.holds() > before, "{kind} {mode:?}");
            go.release();
        }
    }
}

#[test]
fn go_waits_for_all_readers_and_all_permits() {
    let Some(etcd) = etcd() else { return };
    for mode in &MODES[1..] {
        let (first, second) = (holding(&etcd, mode, "/l"), holding(&etcd, mode, "/l"));
        let go = Go::waiting(&etcd, "mutex", "/l", 3);
        let last = etcd.queue("/l")[1].clone();
        release(first);
        let before = revision_with_first(&etcd, "/l", &last);
        release(second);
        assert!(go.holds() > before, "{mode:?}");
        go.release();
    }
}

#[test]
fn a_queue_of_both_is_served_in_the_order_of_arrival() {
    let Some(etcd) = etcd() else { return };
    let first = holding(&etcd, &[], "/l");
    let mutex = Go::waiting(&etcd, "mutex", "/l", 2);
    let readers = [waiting(&etcd, &["--shared"], "/l", 3), waiting(&etcd, &["--shared"], "/l", 4)];
    let service = Go::waiting(&etcd, "service", "/l", 5);
    let permit = waiting(&etcd, &["--permits", "2"], "/l", 6);
    let last = Go::waiting(&etcd, "mutex", "/l", 7);

    let queue = etcd.queue("/l");
    let places = [(1, &mutex), (4, &service), (6, &last)];
    places.iter().for_each(|(place, go)| assert_eq!(queue[*place], go.key("/l")));
    // Each proves its ownership after a read in which the one before it still stood first.
    let still_first = |place: usize| revision_with_first(&etcd, "/l", &queue[place]);

    let mut before = still_first(0);
    release(first);
    assert!(mutex.holds() > before);
    before = still_first(1);
    mutex.release();
    readers.iter().for_each(|reader| assert!(proof(reader) > before));
    let [one, two] = readers;
    release(one);
    before = still_first(3);
    release(two);
    assert!(service.holds() > before);
    before = still_first(4);
    service.release();
    assert!(proof(&permit) > before);
    before = still_first(5);
    release(permit);
    assert!(last.holds() > before);
    last.release();
}

#[test]
fn a_lease_that_is_revoked_gives_the_lock_to_the_next_one_on_either_side() {
    let Some(etcd) = etcd() else { return };
    let revoke = |lease: &str| assert_eq!(etcd.ctl(&["lease", "revoke", lease]).code, 0);
    for kind in KINDS {
        // Go loses it, and etcdpat has it next.
        let go = Go::holding(&etcd, kind, "/l");
        let waiter = waiting(&etcd, &[], "/l", 2);
        let before = revision_with_first(&etcd, "/l", &go.key("/l"));
        revoke(&go.lease);
        assert!(proof(&waiter) > before, "{kind}");
        go.next("lost");
        go.ends_with(3);
        // etcdpat loses it, and Go has it next.
        let go = Go::waiting(&etcd, kind, "/l", 2);
        let first = etcd.queue("/l")[0].clone();
        let before = revision_with_first(&etcd, "/l", &first);
        revoke(first.rsplit('/').next().unwrap());
        assert!(go.holds() > before, "{kind}");
        assert_eq!(waiter.wait().code, 123);
        // A Go waiter that has lost its place holds up nobody.
        let gone = Go::waiting(&etcd, kind, "/l", 2);
        let waiter = waiting(&etcd, &[], "/l", 3);
        revoke(&gone.lease);
        until("its place is free", || etcd.queue("/l").len() == 2);
        let before = revision_with_first(&etcd, "/l", &go.key("/l"));
        go.release();
        assert!(proof(&waiter) > before, "{kind}");
        if kind == "service" && !Version::Installed.is_at_least(3, 5) {
            eprintln!("SKIPPED: the lock service before etcd 3.5 tells a waiter whose lease is gone that it holds");
        } else {
            gone.next("failed ");
            gone.ends_with(1);
        }
        release(waiter);
    }
}

#[test]
fn campaigns_of_go_follow_one_another() {
    let Some(etcd) = etcd() else { return };
    let leader = Go::holding(&etcd, "campaign", "/e");
    let next = Go::waiting(&etcd, "campaign", "/e", 2);
    let before = revision_with_first(&etcd, "/e", &leader.key("/e"));
    leader.release();
    assert!(next.holds() > before);
    next.release();
}

#[test]
fn candidates_of_go_and_nodes_of_etcdpat_lead_in_one_election() {
    let Some(etcd) = etcd() else { return };
    let node = |id: &str| etcd.pat(&["elect", "-v", "/e", "--id", id, "--", "sleep", "1000"]).spawn();
    let until_stand = |count| until("they stand", || etcd.queue("/e").len() == count);
    let leader = || etcd.run("elect leader /e").stdout.trim_end().to_owned();
    // Go's observer tells who leads when it looks: each is waited for.
    let mut go_observer = Go::start(&etcd, "observe", "/e");
    let observer = etcd.pat("elect observe /e").spawn();
    observer.wait_for_stdout("nobody leads /e\n");
    // etcdpat, Go, etcdpat.
    let one = node("one");
    until_stand(1);
    one.wait_for_stderr("one leads /e now");
    assert_eq!(go_observer.next("leader "), "one");
    let mut go = Go::waiting(&etcd, "campaign", "/e", 2);
    let two = node("two");
    until_stand(3);
    two.wait_for_stderr("waiting to lead /e");
    assert_eq!(etcd.run("elect transfer /e --to two").code, 1, "nobody can ask Go's candidate to leave");
    assert_eq!(one.end().code, 143);
    go.holds();
    assert_eq!(go_observer.next("leader "), "go-locker");
    assert_eq!(leader(), "go-locker");
    assert_eq!(etcd.run("elect resign /e").code, 1, "Go takes no requests");
    // Another value.
    std::io::Write::write_all(go.child.stdin.as_mut().unwrap(), b"renamed\n").unwrap();
    go.next("proclaimed ");
    assert_eq!(go_observer.next("leader "), "renamed");
    assert_eq!(leader(), "renamed");
    assert!(!two.stderr().contains("two leads"), "{}", two.stderr());
    go.release();
    two.wait_for_stderr("two leads /e now");
    assert_eq!(go_observer.next("leader "), "two");
    assert_eq!(two.end().code, 143);
    observer.wait_for_stdout("two\nnobody leads /e\n");
    assert_eq!(observer.end().stdout, "nobody leads /e\none\ngo-locker\nrenamed\ntwo\nnobody leads /e\n");
    drop(go_observer.child.stdin.take());
    assert!(go_observer.child.wait().unwrap().success());
}

#[test]
fn gos_resolver_reads_what_is_registered_for_it() {
    let Some(etcd) = etcd() else { return };
    let go = |kind: &str, name: &str| {
        let mut command = Command::new(program());
        command.args([kind, name]).env("ETCDPAT_ENDPOINTS", etcd.endpoints());
        crate::support::die_with_us(&mut command);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let (sender, lines) = channel();
        let output = BufReader::new(child.stdout.take().unwrap());
        std::thread::spawn(move || output.lines().map_while(Result::ok).try_for_each(|line| sender.send(line)));
        Go { child, lines, lease: String::new() }
    };
    // With four slashes: the docs say why.
    let resolver = go("resolve", "etcd:////services/shop/cart");
    let registers = |id: &str, port: u16| {
        let address = format!("10.0.0.7:{port}");
        let words = ["discover", "register", "shop/cart", "--format", "grpc", "--id", id, "--address", &address];
        etcd.pat(&words).spawn()
    };
    let resolves_to = |expected: &str| {
        while resolver.next("endpoints ") != expected {}
    };
    let one = registers("one", 9000);
    resolves_to("10.0.0.7:9000");
    let two = registers("two", 9001);
    resolves_to("10.0.0.7:9000,10.0.0.7:9001");
    // What Go writes is the same, byte for byte, and found.
    assert_eq!(go("endpoint", "/services/shop/cart/three").next("added "), "/services/shop/cart/three");
    assert_eq!(etcd.value("/services/shop/cart/three"), etcd.value("/services/shop/cart/one"));
    let found = etcd.run("discover find shop/cart --format address").stdout;
    assert_eq!(found, "10.0.0.7:9000\n10.0.0.7:9000\n10.0.0.7:9001\n");
    one.end();
    two.end();
    resolves_to("10.0.0.7:9000");
    etcd.ctl("del --prefix /");
}
