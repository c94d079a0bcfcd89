//! `ha active-active`: requests, each under its own lock.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::process::{Command, Stdio};
use std::time::Duration;

use super::support::{
    Etcd, FullPipe, Pat, Running, Setup, Signal, busy, children_of, die_with_us, eventually, is_alive, path, rows,
    signal, until,
};

fn arguments<'a>(options: &[&'a str], command: &[&'a str]) -> Vec<&'a str> {
    [&["ha", "active-active", "/w/a"][..], options, &["--"], command].concat()
}

fn start(etcd: &Etcd, options: &[&str], command: &[&str], input: &str) -> Running {
    etcd.pat(&arguments(options, command)).input(input.as_bytes()).spawn()
}

fn lines<T: std::fmt::Display>(requests: impl IntoIterator<Item = T>) -> String {
    requests.into_iter().map(|request| format!("{request}\n")).collect()
}

/// How often each event was told.
fn count(stderr: &str, event: &str) -> usize {
    rows(stderr).iter().filter(|row| row["event"] == event).count()
}

/// How many requests each of three processes gets, and over how many names.
const REQUESTS: usize = 1000;
const NAMES: usize = 50;

#[test]
fn each_request_is_done_once_and_equal_ones_never_at_the_same_time() {
    let _busy = busy();
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let log = path(&dir, "log");
    // Each knows where in its process's input it stands. The shell forks nothing: it opens the file once, to append to it.
    let script = format!(
        "exec >> {log}; echo b $0 $NODE $ETCDPAT_REQUEST_NUMBER $ETCDPAT_FENCE; \
         echo e $0 $NODE $ETCDPAT_REQUEST_NUMBER $ETCDPAT_FENCE"
    );
    let name_of = |number: usize| (number - 1) * 7 % NAMES;
    let input = lines((1..=REQUESTS).map(name_of));
    let nodes = ["x", "y", "z"].map(|node| {
        let words = arguments(&["--jobs", "8"], &["sh", "-c", &script]);
        etcd.pat(&words).env("NODE", node).input(input.as_bytes()).spawn()
    });
    for node in nodes {
        let done = node.wait_at_most(Duration::from_secs(120));
        assert_eq!(done.code, 0, "{}", done.stderr);
        assert!(done.stderr.contains(&format!("{REQUESTS} done, 0 failed")), "{}", done.stderr);
    }
    let log = fs::read_to_string(log).unwrap();
    let mut inside: BTreeMap<usize, (&str, usize)> = BTreeMap::new();
    let mut last: BTreeMap<(usize, &str), usize> = BTreeMap::new();
    let mut fences: BTreeMap<usize, i64> = BTreeMap::new();
    let mut ended: BTreeSet<(&str, usize)> = BTreeSet::new();
    for line in log.lines() {
        let [what, name, node, number, fence] = line.split(' ').collect::<Vec<_>>()[..] else { panic!("{line}") };
        let (name, number): (usize, usize) = (name.parse().unwrap(), number.parse().unwrap());
        assert_eq!(name, name_of(number), "{line}");
        if what == "e" {
            assert_eq!(inside.remove(&name), Some((node, number)), "{line}");
            assert!(ended.insert((node, number)), "done twice: {line}");
            continue;
        }
        assert_eq!(inside.insert(name, (node, number)), None, "two at once: {line}");
        assert!(last.insert((name, node), number).is_none_or(|before| before < number), "order: {line}");
        let fence: i64 = fence.parse().unwrap();
        assert!(fences.insert(name, fence).is_none_or(|before| before < fence), "fences grow: {line}");
    }
    assert_eq!(ended, ["x", "y", "z"].iter().flat_map(|node| (1..=REQUESTS).map(move |n| (*node, n))).collect());
    assert!(etcd.keys("/w/").is_empty() && etcd.leases().is_empty());
}

#[test]
fn the_command_gets_its_request_as_it_is() {
    let etcd = Etcd::start();
    let show = "printf '%s|' \"$@\" \"$ETCDPAT_REQUEST\" \"$ETCDPAT_LOCK\"; echo";
    let run = |options: &[&str], command: &[&str], input: &[u8]| {
        let done = etcd.pat(&arguments(options, command)).input(input).run();
        (done.code, done.stdout, done.stderr)
    };
    let sh = ["sh", "-c", show, "sh"];
    let (code, out, _) = run(&[], &sh, b"a b\n\n  \n$(touch x)\n-n\na/b//c\nlast");
    assert_eq!(code, 0);
    let show = |request: &str| format!("{request}|{request}|/w/a/{request}|\n");
    assert_eq!(out, ["a b", "  ", "$(touch x)", "-n", "a/b//c", "last"].map(show).concat());
    // In its place, in the middle of a word too.
    let (_, out, _) = run(&[], &["echo", "<{}>", "{}{}", "end"], b"x\n");
    assert_eq!(out, "<x> xx end\n");
    // With NUL bytes as ends, a line break is part of it.
    let (code, out, _) = run(&["--null"], &sh, b"a\nb\0\0c\0");
    assert_eq!((code, out), (0, ["a\nb", "c"].map(show).concat()));
    // What can be no argument fails alone.
    let long = "x".repeat(200_000);
    let (code, out, err) = run(&["--keep-going"], &["echo"], format!("a\n{long}\nn\0l\nb\n").as_bytes());
    assert_eq!((code, out.as_str()), (126, "a\nb\n"), "{err}");
    assert!(err.contains("it is too long for a command") && err.contains("2 done, 2 failed"), "{err}");
    // Nothing to do, and nothing said to etcd.
    let nothing = Pat::new(&arguments(&["--endpoints", "127.0.0.1:1"], &["false"])).input(b"\n\n").run();
    assert_eq!(nothing.code, 0, "{}", nothing.stderr);
    assert!(etcd.keys("/w/").is_empty());
}

#[test]
fn the_first_failure_decides() {
    let etcd = Etcd::start();
    let run = |options: &[&str], script: &str, input: &str| {
        let done = start(&etcd, options, &["sh", "-c", script], input).wait();
        (done.code, done.stdout, done.stderr)
    };
    let script = "echo $0; [ $0 != b ] || exit 7; [ $0 != c ] || exit 3";
    let (code, out, err) = run(&[], script, "a\nb\nc\nd\n");
    assert_eq!((code, out.as_str()), (7, "a\nb\n"), "{err}");
    let (code, out, err) = run(&["--keep-going", "-o", "json"], script, "a\nb\nc\nd\n");
    assert_eq!((code, out.as_str()), (7, "a\nb\nc\nd\n"), "{err}");
    let rows = rows(&err);
    let codes = rows.iter().filter(|row| row["event"] == "ha.request_ended").map(|row| row["code"].as_i64().unwrap());
    assert_eq!(codes.collect::<Vec<_>>(), [0, 7, 3, 0]);
    let summary = rows.last().unwrap();
    assert_eq!((&summary["done"], &summary["failed"]), (&2.into(), &2.into()));
    // 123 says that a lock was lost.
    assert_eq!(run(&[], "exit 123", "a\n").0, 1);
    assert_eq!(run(&[], "kill -9 $$", "a\n").0, 137);
    assert_eq!(start(&etcd, &[], &["/nosuch"], "a\n").wait().code, 127);
    assert_eq!(start(&etcd, &[], &["/etc/passwd"], "a\n").wait().code, 126);
}

#[test]
fn output_is_passed_on_in_one_piece() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    // Each line comes when all four have come so far.
    let together = |run: &str| {
        let at = path(&dir, run);
        fs::create_dir(&at).unwrap();
        format!(
            "for i in 1 2 3 4 5; do touch {at}/$0.$i; until [ $(ls {at} | grep -c [.]$i) = 4 ]; do sleep 0.01; done; \
             echo $0 $i; echo err $0 $i >&2; done"
        )
    };
    let input = lines(["a", "b", "c", "d"]);
    let grouped = start(&etcd, &["--jobs", "4"], &["sh", "-c", &together("grouped")], &input).wait();
    for stream in [&grouped.stdout, &grouped.stderr] {
        let names: Vec<_> = stream.lines().filter(|line| line.ends_with(char::is_numeric)).collect();
        for group in names.chunks(5) {
            let mut names = group.iter().map(|line| &line[..line.len() - 1]);
            let first = names.next().unwrap();
            assert!(names.all(|name| name == first), "{stream}");
        }
    }
    let ungrouped = start(&etcd, &["--jobs", "4", "--ungroup"], &["sh", "-c", &together("mixed")], &input).wait();
    let numbers: Vec<_> = ungrouped.stdout.lines().map(|line| &line[2..]).collect();
    assert_eq!((numbers.len(), &numbers[..4]), (20, &["1"; 4][..]), "{}", ungrouped.stdout);
    // A megabyte, and no file is left.
    let large = start(&etcd, &["--jobs", "2"], &["sh", "-c", "head -c 1000000 /dev/zero"], "a\nb\n").wait();
    assert_eq!(large.stdout.len(), 2_000_000);
}

#[test]
fn a_reader_who_does_not_read_holds_up_no_lock() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let (input, full) = (path(&dir, "input"), FullPipe::new());
    fs::write(&input, "a\n").unwrap();
    let words =
        [&[env!("CARGO_BIN_EXE_etcdpat")][..], &arguments(&[], &["head", "-c", "300000", "/dev/zero"])].concat();
    let mut command = Command::new("sh");
    command.args(["-c", &format!("exec \"$0\" \"$@\" < {input}")]).args(words);
    command.env("ETCDPAT_ENDPOINTS", etcd.endpoints()).stdout(full.writer()).stderr(Stdio::null());
    die_with_us(&mut command);
    let mut child = command.spawn().unwrap();
    until("it runs", || !etcd.leases().is_empty());
    // Its lock is given back, though nobody has read a byte.
    assert_eq!(etcd.run(&["lock", "--timeout", "20s", "/w/a/a", "--", "true"]).code, 0);
    assert!(is_alive(child.id() as i32));
    signal(child.id() as i32, Signal::TERM);
    assert!(!child.wait().unwrap().success());
    assert!(etcd.leases().is_empty());
}

#[test]
fn a_job_log_says_what_is_left_to_do() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let (log, out) = (path(&dir, "log"), path(&dir, "out"));
    let script = format!("echo $0 >> {out}; sleep 0.01; [ $0 != 30 ]");
    let input = lines(1..=60);
    // Killed in the middle: what was logged is not done again, all else at least once.
    let options = ["--jobs", "3", "--keep-going", "--joblog", &log, "--ttl", "4s"];
    let killed = start(&etcd, &options, &["sh", "-c", &script], &input);
    until("some are logged", || fs::read_to_string(&log).is_ok_and(|log| log.lines().count() > 20));
    killed.signal(Signal::KILL);
    killed.wait();
    let logged = numbers(&log);
    // A line that was torn counts as not there.
    let mut torn = fs::read(&log).unwrap();
    torn.extend_from_slice(b"99\t:\t1");
    fs::write(&log, torn).unwrap();
    let before = fs::read_to_string(&out).unwrap();
    let resumed = start(&etcd, &[&options[..], &["--resume"]].concat(), &["sh", "-c", &script], &input).wait();
    // 30 may have failed before: then nothing has now.
    assert_eq!(resumed.code, i32::from(!logged.contains(&30)), "{}", resumed.stderr);
    let after = fs::read_to_string(&out).unwrap()[before.len()..].to_owned();
    for number in 1..=60 {
        let again = after.lines().any(|line| line == number.to_string());
        assert_eq!(again, !logged.contains(&number), "{number}");
    }
    assert_eq!(numbers(&log).len(), 60);
    // Those that failed, once more.
    fs::remove_file(&out).unwrap();
    let failed = start(&etcd, &[&options[..], &["--resume-failed"]].concat(), &["sh", "-c", &script], &input).wait();
    assert_eq!((failed.code, fs::read_to_string(&out).unwrap()), (1, "30\n".to_owned()), "{}", failed.stderr);
    // Another input.
    let changed = start(&etcd, &[&options[..], &["--resume"]].concat(), &["sh", "-c", &script], "2\n").wait();
    assert_eq!(changed.code, 2);
    assert!(changed.stderr.contains("request 1 is not the one in the job log"), "{}", changed.stderr);
    // Another process that writes it.
    let writing = start(&etcd, &["--joblog", &log], &["sleep", "100"], "1\n");
    until("it has begun", || !etcd.keys("/w/a/1/").is_empty());
    assert_eq!(start(&etcd, &["--joblog", &log], &["true"], "1\n").wait().code, 122);
    writing.end();
    // Where no key of the one that was killed stood in the way, its lease may be there still.
    until("its lease has ended", || etcd.leases().is_empty());
}

/// A full disk, by a limit for files: the line that does not fit is not there in part, and a later one neither.
#[test]
fn a_job_log_that_can_not_grow_has_whole_lines() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let log = path(&dir, "log");
    let long = "a".repeat(3000);
    let input = format!("{long}\nb{long}\nc\nd\n");
    let line = |resume: &str| {
        format!(
            "trap '' XFSZ; {limit} exec \"$0\" ha active-active /w -k -j 3 --joblog {log} {resume} -- \
             sh -c 'case $1 in a*) ;; b*) sleep 0.2;; *) sleep 0.5;; esac' -",
            limit = if resume.is_empty() { "ulimit -f 8;" } else { "" }
        )
    };
    let run = |resume| {
        let mut command = std::process::Command::new("sh");
        command.args(["-c", &line(resume), env!("CARGO_BIN_EXE_etcdpat")]);
        command.env("ETCDPAT_ENDPOINTS", etcd.endpoints()).stdin(std::process::Stdio::piped());
        let mut child = command.stderr(std::process::Stdio::piped()).spawn().unwrap();
        std::io::Write::write_all(&mut child.stdin.take().unwrap(), input.as_bytes()).unwrap();
        child.wait_with_output().unwrap()
    };
    let full = run("");
    assert_eq!(full.status.code(), Some(125), "{full:?}");
    let kept = fs::read_to_string(&log).unwrap();
    assert!(kept.ends_with('\n') && kept.len() <= 4096 && numbers(&log).len() < 4, "{kept}");
    let resumed = run("--resume");
    assert_eq!(resumed.status.code(), Some(0), "{resumed:?}");
    let mut all = numbers(&log);
    all.sort_unstable();
    assert_eq!(all, [1, 2, 3, 4]);
}

/// Whoever reads only the first line does not make it look as if all was done.
#[test]
fn a_reader_who_goes_away_is_no_success() {
    let etcd = Etcd::start();
    let line = "seq 200 | { \"$0\" ha active-active /w -j 4 -- echo; echo $? >&3; } 3>&2 | head -1";
    let mut command = std::process::Command::new("sh");
    command.args(["-c", line, env!("CARGO_BIN_EXE_etcdpat")]).env("ETCDPAT_ENDPOINTS", etcd.endpoints());
    let done = crate::support::finish(command);
    assert!(done.stderr.lines().any(|line| line == "125"), "{done:?}");
    assert!(done.stderr.contains("the rest of the input was not read"), "{done:?}");
    assert!(done.stderr.contains("not all requests were done"), "{done:?}");
}

fn numbers(log: &str) -> Vec<u64> {
    let log = fs::read_to_string(log).unwrap();
    log.lines().skip(1).map(|line| line.split('\t').next().unwrap().parse().unwrap()).collect()
}

/// Starts commands that ignore SIGTERM and have left their sessions; their processes.
fn stubborn_ones(etcd: &Etcd, dir: &tempfile::TempDir, jobs: usize, ttl: u64) -> (Running, Vec<i32>) {
    let pids = path(dir, "pids");
    let inner = format!("trap \"\" TERM; echo $$ >> {pids}; while :; do sleep 0.2; done");
    let script = format!("trap '' TERM; setsid sh -c '{inner}' & echo $$ >> {pids}; while :; do sleep 0.2; done");
    let (jobs_text, ttl) = (jobs.to_string(), format!("{ttl}s"));
    let options = ["--jobs", &jobs_text, "--ttl", &ttl, "-o", "json"];
    let running = start(etcd, &options, &["sh", "-c", &script], &lines(0..jobs + 5));
    let all = eventually("all run", Duration::from_secs(20), || {
        let pids = fs::read_to_string(&pids).unwrap_or_default();
        let pids: Vec<i32> = pids.lines().filter_map(|line| line.parse().ok()).collect();
        (pids.len() == 2 * jobs).then_some(pids)
    });
    (running, all)
}

fn all_are_gone(pids: &[i32], limit: Duration) {
    eventually("all are dead", limit, || pids.iter().all(|&pid| !is_alive(pid)).then_some(()));
}

#[test]
fn a_lost_lease_stops_every_command() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let (running, pids) = stubborn_ones(&etcd, &dir, 20, 10);
    etcd.revoke_all();
    // Much sooner than its deadline, at which another may hold.
    all_are_gone(&pids, Duration::from_secs(3));
    let done = running.wait();
    assert_eq!(done.code, 123, "{}", done.stderr);
    assert_eq!(count(&done.stderr, "ha.request_interrupted"), 20, "{}", done.stderr);
    let summary = &rows(&done.stderr).into_iter().find(|row| row["event"] == "ha.requests_summary").unwrap();
    assert_eq!((&summary["done"], &summary["interrupted"]), (&0.into(), &20.into()));
    assert!(done.stderr.contains("the lock of a request was lost"), "{}", done.stderr);
}

#[test]
fn a_dead_or_frozen_keeper_leaves_no_command() {
    for (which, limit) in [(Signal::KILL, 3), (Signal::STOP, 6)] {
        let etcd = Etcd::start();
        let dir = tempfile::tempdir().unwrap();
        let (running, pids) = stubborn_ones(&etcd, &dir, 6, 4);
        running.signal(which);
        all_are_gone(&pids, Duration::from_secs(limit));
        running.signal(Signal::CONT);
        let done = running.wait_at_most(Duration::from_secs(20));
        assert_eq!(done.code, if which == Signal::KILL { 137 } else { 123 }, "{}", done.stderr);
        until("the lease has ended", || etcd.leases().is_empty());
    }
}

#[test]
fn a_dead_guardian_takes_its_own_command_alone() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let (running, pids) = stubborn_ones(&etcd, &dir, 4, 10);
    let victims: Vec<i32> = children_of(running.pid())
        .into_iter()
        .filter(|&pid| {
            fs::read_to_string(format!("/proc/{pid}/comm")).is_ok_and(|name| name.starts_with("pat-guardian"))
        })
        .collect();
    assert_eq!(victims.len(), 4);
    let below: Vec<i32> = children_of(victims[0]);
    assert!(!below.is_empty());
    signal(victims[0], Signal::KILL);
    eventually("its command is dead", Duration::from_secs(3), || {
        (pids.iter().filter(|&&pid| is_alive(pid)).count() == 6).then_some(())
    });
    // The others run on, and no more are begun.
    assert_eq!(etcd.keys("/w/").len(), 3);
    running.signal(Signal::TERM);
    // What comes later is a second request.
    std::thread::sleep(Duration::from_millis(600));
    running.signal(Signal::TERM);
    let done = running.wait();
    assert_eq!(done.code, 125, "{}", done.stderr);
    all_are_gone(&pids, Duration::from_secs(1));
}

#[test]
fn a_signal_ends_what_runs_and_begins_nothing() {
    let etcd = Etcd::start();
    let holder = etcd.lock("/w/a/waits").hold();
    let script = "trap 'echo ended $0; exit 0' TERM; echo begun $0 >&2; sleep 100 & wait";
    let running = start(&etcd, &["--jobs", "3", "--ungroup", "-o", "json"], &["sh", "-c", script], "a\nb\nwaits\nd\n");
    running.wait_for_stderr("begun a");
    running.wait_for_stderr("begun b");
    until("it waits", || etcd.keys("/w/a/waits/").len() == 2);
    running.signal(Signal::TERM);
    let done = running.wait();
    assert_eq!(done.code, 143, "{}", done.stderr);
    let mut ended: Vec<_> = done.stdout.lines().collect();
    ended.sort_unstable();
    assert_eq!(ended, ["ended a", "ended b"]);
    let events: Vec<_> = done.stderr.lines().filter(|line| line.starts_with('{')).collect();
    let events = events.join("\n");
    assert_eq!((count(&events, "ha.request_interrupted"), count(&events, "ha.request_not_begun")), (2, 1), "{events}");
    holder.end();
    assert!(etcd.keys("/w/").is_empty() && etcd.leases().is_empty());
}

#[test]
fn one_lost_lock_is_one_request() {
    let etcd = Etcd::start();
    let running =
        start(&etcd, &["--jobs", "2", "-o", "json"], &["sh", "-c", "[ $0 = a ] && exec sleep 100; sleep 1"], "a\nb\n");
    let key = eventually("a runs", Duration::from_secs(10), || etcd.keys("/w/a/a/").pop());
    until("b runs", || !etcd.keys("/w/a/b/").is_empty());
    etcd.ctl(&["del", &key]);
    let done = running.wait();
    assert_eq!(done.code, 123, "{}", done.stderr);
    let rows = rows(&done.stderr);
    let ended = rows.iter().find(|row| row["event"] == "ha.request_ended").unwrap();
    assert_eq!((&ended["request"], &ended["code"]), (&"b".into(), &0.into()), "{}", done.stderr);
    let lost = rows.iter().find(|row| row["event"] == "ha.request_interrupted").unwrap();
    assert_eq!((&lost["request"], &lost["reason"]), (&"a".into(), &"deleted".into()), "{}", done.stderr);
}

#[test]
fn it_goes_on_after_an_outage() {
    let mut etcd = Etcd::with(Setup { members: 1, ..Setup::default() });
    let running = start(&etcd, &["-o", "json", "--ttl", "30s"], &["sleep", "0.3"], &lines(0..8));
    running.wait_for_stderr("\"number\":2");
    etcd.kill_member(0);
    running.wait_for_stderr("etcd.unreachable");
    etcd.start_member(0);
    etcd.wait_healthy();
    let done = running.wait_at_most(Duration::from_secs(40));
    assert_eq!(done.code, 0, "{}", done.stderr);
    assert_eq!(count(&done.stderr, "ha.request_ended"), 8);
    assert_eq!(count(&done.stderr, "etcd.unreachable"), 1, "{}", done.stderr);
}

#[test]
fn bad_input_is_refused_and_nothing_is_sent() {
    for (options, says) in [
        (&["--jobs", "0"][..], "it must be a number from 1 to 1000"),
        (&["--jobs", "1001"], "it must be a number from 1 to 1000"),
        (&["--jobs", "x"], "it must be a number from 1 to 1000"),
        (&["--resume"], "--joblog"),
        (&["--resume-failed"], "--joblog"),
        (&["--joblog", "/tmp"], "--joblog /tmp"),
        (&["--joblog", "/nosuch/dir/log"], "No such file"),
        (&["--joblog", "/dev/null"], "not a regular file"),
        (&["--ttl", "1s"], "2s"),
        (&["--grace", "20s"], "grace"),
        (&["--password-file", "-", "--user", "u"], "standard input has the requests"),
    ] {
        let words = arguments(&[options, &["--endpoints", "127.0.0.1:1"]].concat(), &["true"]);
        let done = Pat::new(&words).input(b"a\n").run();
        assert_eq!(done.code, 2, "{options:?}: {}", done.stderr);
        assert!(done.stderr.contains(says), "{options:?}: {}", done.stderr);
    }
    for words in [&["ha", "active-active", "/w"][..], &["ha", "active-active", "", "--", "true"], &["ha"]] {
        assert_eq!(Pat::new(words).input(b"a\n").run().code, 2, "{words:?}");
    }
}
