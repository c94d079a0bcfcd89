//! Readers that have stalled: nothing waits for them but what is for them.
//!
//! Each fault is shown three times: with readers, with a standard error that nobody reads, and with a standard output
//! that nobody reads, too. `--nocapture` prints the times.

use std::fs;
use std::process::Stdio;
use std::time::{Duration, Instant};

use serde_json::Value;

use crate::query::rows;
use crate::support::history::{fill, history};
use crate::support::{Done, Etcd, FullPipe, Running, is_alive, number_in, path, signal, until};
use crate::watch::seen;

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
fn with_all_readers(what: &str, limit: Duration, fault: impl Fn(Readers) -> Duration) {
    let took = [Readers::All, Readers::NoneOfStderr, Readers::None].map(&fault);
    println!("| {what} | {} |", took.map(|took| format!("{:.3} s", took.as_secs_f64())).join(" | "));
    for took in took {
        assert!(took < limit, "{what}: {took:?}");
    }
}

/// The commands that run a command, which writes its pid into a file.
fn supervised(ttl: &str, pid: &str) -> Vec<Vec<String>> {
    let script = format!("echo $$ > {pid}; exec sleep 1000");
    ["lock /l", "-o json lock /l", "lease run --put /k=v", "-o json lease run --put /k=v"]
        .map(|words| {
            let words = format!("{words} --ttl {ttl} -- sh -c");
            words.split(' ').map(str::to_owned).chain([script.clone()]).collect()
        })
        .into()
}

/// Starts each of them with each kind of readers. `fault` gets it, and its command's pid; it returns how long it took.
fn with_each_supervised(what: &str, ttl: &str, limit: Duration, fault: impl Fn(&Etcd, Started, i32) -> Duration) {
    let dir = tempfile::tempdir().unwrap();
    let pid = path(&dir, "pid");
    for words in supervised(ttl, &pid) {
        let words: Vec<_> = words.iter().map(String::as_str).collect();
        let name = words[..words.len() - 4].join(" ");
        with_all_readers(&format!("{what}: {name}"), limit, |readers| {
            let mut etcd = Etcd::start();
            etcd.leave_be();
            let _ = fs::remove_file(&pid);
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
        etcd.ctl(&["lease", "revoke", &etcd.leases()[0]]);
        let took = time_until("the command is dead", || !is_alive(command));
        ends(started, 123);
        took
    });
}

#[test]
fn a_stopped_guardian_does_not_save_its_command() {
    with_each_supervised("guardian stopped, etcd away", "4s", Duration::from_secs(4), |etcd, started, command| {
        signal(started.running.guardian(), 19);
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
        signal(started.running.guardian(), 19);
        etcd.ctl(&["lease", "revoke", &etcd.leases()[0]]);
        let took = time_until("the command is dead", || !is_alive(command));
        ends(started, 123);
        took
    });
}

#[test]
fn a_stopped_keeper_ends_when_it_goes_on() {
    with_each_supervised("keeper stopped", "4s", Duration::from_secs(4), |_, started, command| {
        started.running.signal(19);
        let took = time_until("the command is dead", || !is_alive(command));
        started.running.signal(18);
        ends(started, 123);
        took
    });
}

#[test]
fn a_signal_is_passed_on_and_ends_it() {
    with_each_supervised("SIGTERM", "30s", Duration::from_secs(1), |etcd, started, command| {
        let begun = Instant::now();
        started.running.signal(15);
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
                    held.running.signal(15);
                } else {
                    etcd.ctl(&["lease", "revoke", &etcd.leases()[0]]);
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
    let resume = path(&dir, "position");
    for words in [
        "watch --prefix /w/ --rev 1",
        "-o json watch --prefix /w/ --rev 1",
        &format!("watch --prefix /w/ --rev 1 --resume-file {resume}"),
        "watch --prefix /w/ --rev 1 -- sleep 1000",
        "-o json watch --prefix /w/ --rev 1 -- sleep 1000",
        "lock status --watch /l",
        &format!("lease keepalive {lease}"),
        &format!("-o json lease keepalive {lease}"),
        "-vvv watch --prefix /w/ --rev 1 --count 1",
        "-vvv lock status --watch /l",
    ] {
        // With a reader it would have ended.
        let counted = words.contains("--count");
        let words: Vec<_> = words.split(' ').collect();
        with_all_readers(&format!("SIGTERM: {}", words.join(" ")), Duration::from_secs(1), |readers| {
            let _ = fs::remove_file(&resume);
            let started = start(&etcd, &words, readers);
            if counted && readers == Readers::All {
                return ends(started, 0).took;
            }
            std::thread::sleep(Duration::from_millis(500));
            let begun = Instant::now();
            started.running.signal(15);
            ends(started, 143);
            begun.elapsed()
        });
    }
}

#[test]
fn renewals_go_on_and_what_was_not_written_is_counted() {
    let mut etcd = Etcd::start();
    etcd.leave_be();
    let granted = etcd.run(&["lease", "grant", "2s"]).stdout;
    let lease = granted.trim();
    let stalled = start(&etcd, &["-o", "json", "lease", "keepalive", lease], Readers::None);
    std::thread::sleep(Duration::from_secs(6));
    assert_eq!(etcd.leases().len(), 1, "it is renewed");
    let shown = stalled.stdout.unwrap().read();
    std::thread::sleep(Duration::from_secs(1));
    stalled.running.signal(15);
    stalled.running.wait();
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
    for end in [9, 15] {
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
        stalled.running.signal(15);
        ends(stalled, 143);
        until("it is revoked", || etcd.leases().is_empty());
    }
}

#[test]
fn both_streams_in_one_pipe_keep_their_order() {
    let mut etcd = Etcd::start();
    etcd.leave_be();
    let held = etcd.holder("/l");
    let shell = format!("{} -o json lock /l 2>&1", env!("CARGO_BIN_EXE_etcdpat"));
    let mut command = std::process::Command::new("sh");
    command.args(["-c", &shell]).env("ETCDPAT_ENDPOINTS", etcd.endpoints()).stdout(Stdio::piped());
    let child = command.spawn().unwrap();
    until("it waits", || etcd.queue("/l").len() == 2);
    held.signal(15);
    held.wait();
    until("it holds", || etcd.queue("/l").len() == 1);
    std::thread::sleep(Duration::from_millis(200));
    etcd.ctl(&["lease", "revoke", &etcd.leases()[0]]);
    let done = child.wait_with_output().unwrap();
    assert_eq!(done.status.code(), Some(123));
    let names: Vec<Value> = rows(&String::from_utf8(done.stdout).unwrap());
    let names: Vec<_> = names.iter().map(|row| row["event"].as_str().unwrap()).collect();
    assert_eq!(names, ["lock.waiting", "lock.acquired", "lock.lost", "lock.released", "error"]);
}
