//! Readers that have stalled: nothing waits for them but what is for them.
//!
//! Each fault is shown three times: with readers, with a standard error that nobody reads, and with a standard output
//! that nobody reads, too. `--nocapture` prints the times.

use std::fs;
use std::process::Stdio;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::support::history::{fill, history};
use crate::support::{Done, Etcd, FullPipe, Running, Signal, is_alive, number_in, path, rows, seen, signal, until};

/// Who reads what a process writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Readers {
    All,
    NoneOfStderr,
    None,
}

/// A process, and its pipes.
struct Started {
    running: Running,
    stdout: Option<FullPipe>,
    stderr: Option<FullPipe>,
}

fn start(etcd: &Etcd, arguments: &[&str], readers: Readers) -> Started {
    let stdout = (readers == Readers::None).then(FullPipe::new);
    let stderr = (readers != Readers::All).then(FullPipe::new);
    let end = |pipe: &Option<FullPipe>| pipe.as_ref().map_or_else(Stdio::piped, FullPipe::writer);
    let running = etcd.pat(arguments).spawn_onto(end(&stdout), end(&stderr));
    Started { running, stdout, stderr }
}

/// Shows `fault` with each kind of readers: what it returns is how long that took.
fn with_all_readers(what: &str, limit: Duration, fault: impl Fn(Readers) -> Duration + Sync) {
    let took = std::thread::scope(|scope| {
        let all = [Readers::All, Readers::NoneOfStderr, Readers::None];
        let faults = all.map(|readers| {
            scope.spawn({
                let fault = &fault;
                move || fault(readers)
            })
        });
        faults.map(|fault| fault.join().unwrap())
    });
    println!("| {what} | {} |", took.map(|took| format!("{:.3} s", took.as_secs_f64())).join(" | "));
    for took in took {
        assert!(took < limit, "{what}: {took:?}");
    }
}

/// The commands that run a command, up to their options.
const SUPERVISED: [&str; 4] = ["lock /l", "-o json lock /l", "lease run --put /k=v", "-o json lease run --put /k=v"];

/// Starts each of them with each kind of readers. `fault` gets it, and its command's pid; it returns how long it took.
fn with_each_supervised(
    what: &str,
    ttl: &str,
    limit: Duration,
    fault: impl Fn(&Etcd, Started, i32) -> Duration + Sync,
) {
    for which in SUPERVISED {
        with_all_readers(&format!("{what}: {which}"), limit, |readers| {
            let mut etcd = Etcd::start();
            etcd.leave_be();
            let dir = tempfile::tempdir().unwrap();
            let pid = path(&dir, "pid");
            let script = format!("echo $$ > {pid}; exec sleep 1000");
            let mut words: Vec<_> = which.split(' ').collect();
            words.extend(["--ttl", ttl, "--", "sh", "-c", &script]);
            let started = start(&etcd, &words, readers);
            let command = number_in(&pid);
            fault(&etcd, started, command)
        });
    }
}

fn time_until(what: &str, happened: impl FnMut() -> bool) -> Duration {
    let begun = Instant::now();
    until(what, happened);
    begun.elapsed()
}

fn ends(started: Started, code: i32) -> Done {
    let done = started.running.wait_at_most(Duration::from_secs(5));
    assert_eq!(done.code, code, "{}", done.stderr);
    done
}

#[test]
fn a_revoked_lease_kills_at_once() {
    with_each_supervised("lease revoked", "30s", Duration::from_secs(1), |etcd, started, command| {
        etcd.revoke_all();
        let took = time_until("the command is dead", || !is_alive(command));
        ends(started, 123);
        took
    });
}

#[test]
fn a_stopped_guardian_does_not_save_its_command() {
    with_each_supervised("guardian stopped, etcd away", "4s", Duration::from_secs(4), |etcd, started, command| {
        signal(started.running.guardian(), Signal::STOP);
        etcd.freeze();
        let took = time_until("the command is dead", || !is_alive(command));
        etcd.thaw();
        ends(started, 123);
        took
    });
}

#[test]
fn a_stopped_guardian_does_not_hold_up_a_kill() {
    with_each_supervised("guardian stopped, lease revoked", "30s", Duration::from_secs(3), |etcd, started, command| {
        signal(started.running.guardian(), Signal::STOP);
        etcd.revoke_all();
        let took = time_until("the command is dead", || !is_alive(command));
        ends(started, 123);
        took
    });
}

#[test]
fn a_stopped_keeper_ends_when_it_goes_on() {
    with_each_supervised("keeper stopped", "4s", Duration::from_secs(4), |_, started, command| {
        started.running.signal(Signal::STOP);
        let took = time_until("the command is dead", || !is_alive(command));
        started.running.signal(Signal::CONT);
        ends(started, 123);
        took
    });
}

#[test]
fn a_signal_is_passed_on_and_ends_it() {
    with_each_supervised("SIGTERM", "30s", Duration::from_secs(1), |etcd, started, command| {
        let begun = Instant::now();
        started.running.signal(Signal::TERM);
        until("the command is dead", || !is_alive(command));
        ends(started, 143);
        assert!(etcd.leases().is_empty());
        begun.elapsed()
    });
}

#[test]
fn a_lock_without_a_command_is_released_or_lost() {
    for words in [&["lock", "/l"][..], &["-o", "json", "lock", "/l"]] {
        for (what, code) in [("SIGTERM", 0), ("lease revoked", 123)] {
            with_all_readers(&format!("{what}: {}", words.join(" ")), Duration::from_secs(1), |readers| {
                let etcd = Etcd::start();
                let held = start(&etcd, words, readers);
                until("it is held", || etcd.queue("/l").len() == 1);
                // By then it would wait for its reader.
                std::thread::sleep(Duration::from_millis(100));
                if code == 0 {
                    held.running.signal(Signal::TERM);
                } else {
                    etcd.revoke_all();
                }
                let begun = Instant::now();
                ends(held, code);
                assert!(etcd.leases().is_empty());
                begun.elapsed()
            });
        }
    }
}

#[test]
fn what_follows_ends_at_a_signal() {
    let mut etcd = Etcd::start();
    etcd.leave_be();
    fill(&etcd, "/w/", 100);
    let (lease, _) = etcd.grant();
    let dir = tempfile::tempdir().unwrap();
    for line in [
        "watch --prefix /w/ --rev 1",
        "-o json watch --prefix /w/ --rev 1",
        "watch --prefix /w/ --rev 1 --resume-file POSITION",
        "watch --prefix /w/ --rev 1 -- sleep 1000",
        "-o json watch --prefix /w/ --rev 1 -- sleep 1000",
        "lock status --watch /l",
        &format!("lease keepalive {lease}"),
        &format!("-o json lease keepalive {lease}"),
        "-vvv watch --prefix /w/ --rev 1 --count 1",
        "-vvv lock status --watch /l",
    ] {
        // With a reader it would have ended.
        let counted = line.contains("--count");
        with_all_readers(&format!("SIGTERM: {line}"), Duration::from_secs(1), |readers| {
            let line = line.replace("POSITION", &path(&dir, &format!("{readers:?}")));
            let words: Vec<_> = line.split(' ').collect();
            let started = start(&etcd, &words, readers);
            if counted && readers == Readers::All {
                return ends(started, 0).took;
            }
            std::thread::sleep(Duration::from_millis(500));
            let begun = Instant::now();
            started.running.signal(Signal::TERM);
            ends(started, 143);
            begun.elapsed()
        });
    }
}

#[test]
fn renewals_go_on_and_what_was_not_written_is_counted() {
    let mut etcd = Etcd::start();
    etcd.leave_be();
    let granted = etcd.run("lease grant 2s").stdout;
    let lease = granted.trim();
    let stalled = start(&etcd, &["-o", "json", "lease", "keepalive", lease], Readers::None);
    std::thread::sleep(Duration::from_secs(6));
    assert_eq!(etcd.leases().len(), 1, "it is renewed");
    let shown = stalled.stdout.unwrap().read();
    std::thread::sleep(Duration::from_secs(1));
    stalled.running.end();
    let shown = rows(&shown.join().unwrap());
    assert!(shown.len() >= 8 && shown.iter().all(|row| row["event"] == "lease.renewed"), "{shown:?}");
}

#[test]
fn diagnostics_that_find_no_room_are_counted_in_their_place() {
    let mut etcd = Etcd::start();
    etcd.leave_be();
    fill(&etcd, "/w/", 600);
    let dir = tempfile::tempdir().unwrap();
    let log = path(&dir, "log");
    let script = format!("echo x >> {log}; exit 1");
    let words = "-o json watch --prefix /w/ --rev 1 --count 600 --on-error continue -- sh -c";
    let words: Vec<_> = words.split(' ').chain([script.as_str()]).collect();
    let stalled = start(&etcd, &words, Readers::None);
    // Two bytes for each.
    until("most are handled", || fs::metadata(&log).is_ok_and(|log| log.len() >= 2 * 590));
    let said = stalled.stderr.unwrap().read();
    assert_eq!(stalled.running.wait().code, 0);
    let said = rows(&said.join().unwrap());
    let dropped: Vec<_> = said.iter().filter(|row| row["event"] == "output.dropped").collect();
    let lost: u64 = dropped.iter().map(|row| row["lines"].as_u64().unwrap()).sum();
    assert!(lost > 0, "{}", said.len());
    // Started, exited, failed: for each event; and the sum at the end.
    assert_eq!(said.len() as u64 - dropped.len() as u64 + lost, 3 * 600 + 1);
    assert_eq!(said.last().unwrap()["event"], "watch.handled");
}

#[test]
fn results_wait_for_their_reader_and_all_arrive() {
    let mut etcd = Etcd::start();
    etcd.leave_be();
    let head = fill(&etcd, "/w/", 5000);
    let wanted = history(&etcd, "/w/", 1, head);
    for words in [
        &["watch", "--prefix", "/w/", "--rev", "1", "--count", "5000", "-o", "json"][..],
        &["-o", "json", "watch", "--prefix", "/w/", "--initial", "--count", "10"],
    ] {
        let stalled = start(&etcd, words, Readers::None);
        std::thread::sleep(Duration::from_millis(500));
        assert!(is_alive(stalled.running.pid()), "it waits for its reader");
        let shown = stalled.stdout.unwrap().read();
        assert_eq!(stalled.running.wait().code, 0);
        let shown = shown.join().unwrap();
        if words.contains(&"5000") {
            assert_eq!(seen(&shown), wanted);
        } else {
            assert_eq!(seen(&shown).len(), 10);
        }
    }
}

#[test]
fn a_resume_file_names_only_what_was_written() {
    let mut etcd = Etcd::start();
    etcd.leave_be();
    let head = fill(&etcd, "/w/", 10);
    let wanted = history(&etcd, "/w/", 1, head);
    let dir = tempfile::tempdir().unwrap();
    let resume = path(&dir, "position");
    let words = ["-o", "json", "watch", "--prefix", "/w/", "--rev", "1", "--resume-file", &resume];
    for end in [Signal::KILL, Signal::TERM] {
        let stalled = start(&etcd, &words, Readers::None);
        until("it has begun", || fs::exists(&resume).unwrap());
        std::thread::sleep(Duration::from_millis(300));
        stalled.running.signal(end);
        stalled.running.wait();
        assert_eq!(stalled.stdout.unwrap().read().join().unwrap(), "", "nothing was written");
    }
    let done = etcd.run(&[&words[..], &["--count", "10"]].concat());
    assert_eq!(seen(&done.stdout), wanted);
}

#[test]
fn what_nobody_was_told_of_is_given_back() {
    let etcd = Etcd::start();
    for words in ["lease grant 60s", "lock acquire /l --ttl 60s"] {
        let words: Vec<_> = words.split(' ').collect();
        let stalled = start(&etcd, &words, Readers::None);
        until("it is granted", || etcd.leases().len() == 1);
        std::thread::sleep(Duration::from_millis(300));
        assert!(is_alive(stalled.running.pid()), "its reader is to know of it");
        stalled.running.signal(Signal::TERM);
        ends(stalled, 143);
        until("it is revoked", || etcd.leases().is_empty());
    }
}

#[test]
fn both_streams_in_one_pipe_keep_their_order() {
    let mut etcd = Etcd::start();
    etcd.leave_be();
    let held = etcd.lock("/l").hold();
    let shell = format!("{} -o json lock /l 2>&1", env!("CARGO_BIN_EXE_etcdpat"));
    let mut command = std::process::Command::new("sh");
    command.args(["-c", &shell]).env("ETCDPAT_ENDPOINTS", etcd.endpoints()).stdout(Stdio::piped());
    let child = command.spawn().unwrap();
    until("it waits", || etcd.queue("/l").len() == 2);
    held.end();
    until("it holds", || etcd.queue("/l").len() == 1);
    std::thread::sleep(Duration::from_millis(200));
    etcd.revoke_all();
    let done = child.wait_with_output().unwrap();
    assert_eq!(done.status.code(), Some(123));
    let names: Vec<Value> = rows(&String::from_utf8(done.stdout).unwrap());
    let names: Vec<_> = names.iter().map(|row| row["event"].as_str().unwrap()).collect();
    assert_eq!(names, ["lock.waiting", "lock.acquired", "lock.lost", "lock.released", "error"]);
}
