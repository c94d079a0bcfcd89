//! Ctrl-C and its kind as shells, make, nohup and timeout(1) mean them: what a script does under flock(1), it does under
//! etcdpat.

use std::process::Command;
use std::time::Duration;

use crate::support::{
    Etcd, Signal, Terminal, eventually, finish, is_alive, is_stopped, number_in, path, reap_zombie_free, start, until,
};

/// A loop, in a file or typed, that notes each turn in DIR/log. LOCK runs a command under a lock.
struct Case {
    what: &'static str,
    /// What the file DIR/text has.
    text: &'static str,
    typed: &'static str,
    key: &'static str,
    /// What `$?` may be, where that is not exactly what it is under flock.
    codes: &'static [&'static str],
}

impl Case {
    /// A script of bash, ended with Ctrl-C.
    const BASH: Self = Self { what: "", text: "", typed: "bash DIR/text", key: "C-c", codes: &[] };

    fn agrees(&self, got: &(String, String), expected: &(String, String)) -> bool {
        let codes = [got, expected].map(|(_, code)| code.as_str());
        got.0 == expected.0 && (codes[0] == codes[1] || codes.iter().all(|code| self.codes.contains(code)))
    }
}

const LOOP: &str = "for i in 1 2 3; do echo turn >>DIR/log; LOCK sleep 20; done; echo after >>DIR/log";

const CASES: &[Case] = &[
    Case { what: "a script of bash", text: LOOP, ..Case::BASH },
    Case { what: "a script of sh", text: LOOP, typed: "dash DIR/text", ..Case::BASH },
    Case { what: "typed", typed: LOOP, ..Case::BASH },
    Case { what: "Ctrl-\\", text: LOOP, typed: "dash DIR/text", key: "C-\\", ..Case::BASH },
    Case { what: "bash -c", typed: "bash -c 'echo turn >>DIR/log; LOCK sleep 20; echo after >>DIR/log'", ..Case::BASH },
    Case {
        what: "a pipeline",
        text: "for i in 1 2 3; do echo turn >>DIR/log; LOCK sleep 20 | cat; done; echo after >>DIR/log",
        ..Case::BASH
    },
    Case {
        what: "output that is taken",
        text: "for i in 1 2 3; do echo turn >>DIR/log; x=$(LOCK sleep 20); done; echo after >>DIR/log",
        ..Case::BASH
    },
    // make gets the SIGINT, too. When the machine is slow to run it, its wait(2) returns the child first; its signal
    // handler then waits for that child again, fails ("wait: No child processes. Stop.") and exits with 2 instead of
    // dying of SIGINT. Under flock as often as under etcdpat: 10 of 100 times.
    Case {
        what: "make -k",
        text: "all: a b c\na b c:\n\t@echo turn >>DIR/log; LOCK sleep 20; echo after >>DIR/log\n",
        typed: "make -k -f DIR/text",
        codes: &["130", "2"],
        ..Case::BASH
    },
    Case {
        what: "a lock in a lock",
        text: "for i in 1 2 3; do echo turn >>DIR/log; LOCK2 LOCK sleep 20; done; echo after >>DIR/log",
        ..Case::BASH
    },
    Case {
        what: "a job in the background",
        text: "echo turn >>DIR/log; LOCK sh -c 'sleep 1; echo survived >>DIR/log' & sleep 20; echo after >>DIR/log",
        ..Case::BASH
    },
];

/// What the case has noted when its time was up, and what `$?` is then. The key is pressed when `is_ready`.
fn played(case: &Case, terminal: &Terminal, locks: [&str; 2], is_ready: impl Fn() -> bool) -> (String, String) {
    let dir = tempfile::tempdir().unwrap();
    let put = |text: &str| {
        let text = text.replace("LOCK2", locks[1]).replace("LOCK", locks[0]);
        text.replace("DIR", dir.path().to_str().unwrap())
    };
    std::fs::write(path(&dir, "text"), put(case.text)).unwrap();
    let log = || std::fs::read_to_string(path(&dir, "log")).unwrap_or_default();
    terminal.enter("clear");
    terminal.enter(&put(case.typed));
    until(case.what, || !log().is_empty() && is_ready());
    terminal.keys(case.key);
    terminal.enter("echo code=$?.");
    let code = eventually(case.what, Duration::from_secs(10), || {
        let screen = terminal.screen();
        Some(screen.lines().rev().find_map(|line| line.strip_prefix("code="))?.split('.').next()?.to_owned())
    });
    // What goes on, has the time to.
    std::thread::sleep(Duration::from_millis(if case.what.contains("background") { 2000 } else { 100 }));
    (log(), code)
}

/// Each case with `theirs` and with `ours` as LOCK and LOCK2.
fn same(cases: &[Case], terminal: &Terminal, theirs: [&str; 2], ours: [&str; 2], is_ready: impl Fn() -> bool) {
    let mut wrong = Vec::new();
    for case in cases {
        // make may begin its next target before it takes the signal, and then waits for that one: not under flock either
        // can it be relied on.
        let expected = match case.codes {
            [] => played(case, terminal, theirs, &is_ready),
            [code, ..] => ("turn\n".to_owned(), (*code).to_owned()),
        };
        let got = played(case, terminal, ours, &is_ready);
        if !case.agrees(&got, &expected) {
            wrong.push(format!("{}: {got:?} instead of {expected:?}", case.what));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn ctrl_c_stops_loops_scripts_and_make_as_under_flock() {
    let etcd = Etcd::start();
    let Some(terminal) = Terminal::open(&etcd) else { return };
    let dir = tempfile::tempdir().unwrap();
    let flock = ["a", "b"].map(|name| format!("flock {}", path(&dir, name)));
    let theirs = [flock[0].as_str(), &flock[1]];
    let ours = ["etcdpat lock /a --", "etcdpat lock /b --"];
    same(CASES, &terminal, theirs, ours, || terminal.processes().contains("sleep"));
    until("both locks are free", || etcd.queue("/a").is_empty() && etcd.queue("/b").is_empty());
    // The other commands that run one.
    let loops = &CASES[..1];
    same(loops, &terminal, theirs, ["etcdpat lease run --put /k=v --", ""], || terminal.processes().contains("sleep"));
    same(loops, &terminal, theirs, ["etcdpat dev --", ""], || terminal.processes().contains("sleep"));
}

#[test]
fn ctrl_c_in_a_wait_stops_the_loop_too() {
    let etcd = Etcd::start();
    let Some(terminal) = Terminal::open(&etcd) else { return };
    let holder = etcd.lock("/a").hold();
    for case in CASES.iter().filter(|case| !case.what.contains("background")) {
        let waits = || etcd.queue("/a").len() == 2;
        let got = played(case, &terminal, ["etcdpat lock /a --", "exec"], waits);
        let code = if case.key == "C-c" { "130" } else { "131" };
        let expected = ("turn\n".to_owned(), code.to_owned());
        assert!(case.agrees(&got, &expected), "{}: {got:?} instead of {expected:?}", case.what);
        until("its place is given up", || etcd.queue("/a").len() == 1);
    }
    holder.end();
}

#[test]
fn ctrl_c_stops_a_loop_of_watches_as_one_of_tail() {
    let etcd = Etcd::start();
    let Some(terminal) = Terminal::open(&etcd) else { return };
    let dir = tempfile::tempdir().unwrap();
    std::fs::write(path(&dir, "file"), "there!\n").unwrap();
    etcd.ctl("put /k there!");
    let tail = format!("tail -f {} #", path(&dir, "file"));
    let text = "for i in 1 2 3; do echo turn >>DIR/log; LOCK\ndone; echo after >>DIR/log";
    let cases = [Case { what: "follow", text, ..Case::BASH }];
    // The key comes when the command that is to take it says something: a shell whose substitution has had the key, and
    // ended all the same, goes on.
    for (ours, says) in [
        ("etcdpat watch --initial /k", "there!"),
        ("etcdpat watch --initial /k -- sh -c 'echo \"$ETCDPAT_VALUE\"; sleep 20'", "there!"),
        ("etcdpat lock status --watch /l", "nobody holds /l"),
        ("etcdpat lease keepalive $(etcdpat lease grant 2)", "renewed"),
    ] {
        let watched = || ["there!", says].iter().any(|text| terminal.screen().contains(text));
        same(&cases, &terminal, [&tail, ""], [ours, ""], watched);
    }
    etcd.ctl("del /k");
    etcd.revoke_all();
}

#[test]
fn a_sigint_from_a_process_makes_an_ordinary_exit_code() {
    let etcd = Etcd::start();
    let held = etcd.lock("/l").hold();
    let waiter = etcd.lock("/l").command("true").queue();
    for running in [waiter, held] {
        running.signal(Signal::INT);
        let done = running.wait();
        assert_eq!((done.code, done.died_of), (130, None), "{}", done.stderr);
    }
}

#[test]
fn timeout_ends_the_command_in_order_ten_times() {
    let etcd = Etcd::start();
    let own = env!("CARGO_BIN_EXE_etcdpat");
    for nested in [false, true] {
        let outer: &[&str] = if nested { &[own, "lock", "/outer", "--"] } else { &[] };
        for _ in 0..10 {
            let script = "trap 'echo term; sleep 0.2; exit 5' TERM; echo ready; sleep 5 & wait";
            let words = [&["1000"], outer, &[own, "lock", "/l", "--", "sh", "-c", script]].concat();
            let mut command = Command::new("timeout");
            command.args(words).env("ETCDPAT_ENDPOINTS", etcd.endpoints());
            let running = start(command);
            running.wait_for_stdout("ready");
            // What it does with it is what it does when the time is up: it signals its child, then its group.
            let done = running.end();
            assert_eq!((done.code, done.stdout.as_str()), (5, "ready\nterm\n"), "{}", done.stderr);
            assert!(!done.stderr.contains("killing"), "{}", done.stderr);
        }
    }
    until("the locks are free", || etcd.leases().is_empty());
}

#[test]
fn a_command_that_has_stopped_itself_gets_a_forwarded_signal() {
    let etcd = Etcd::start();
    for signal in [Signal::TERM, Signal::INT, Signal::HUP, Signal::RT_40] {
        let dir = tempfile::tempdir().unwrap();
        let pid = path(&dir, "pid");
        let script = format!("echo $$ > {pid}; kill -STOP $$; sleep 1000");
        let held = etcd.lock("/l").sh(&script).start();
        let command = number_in(&pid);
        until("it has stopped itself", || is_stopped(command));
        held.signal(signal);
        assert_eq!(held.wait_at_most(Duration::from_secs(5)).code, signal.code());
        assert!(reap_zombie_free(command));
    }
}

#[test]
fn what_a_shell_ignores_is_ignored_by_the_command_too() {
    let etcd = Etcd::start();
    let own = env!("CARGO_BIN_EXE_etcdpat");
    let script = format!("trap '' HUP INT; exec {own} lock /l -- sh -c 'kill -HUP $$; kill -INT $$; echo alive'");
    let mut command = Command::new("sh");
    command.args(["-c", &script]).env("ETCDPAT_ENDPOINTS", etcd.endpoints());
    let done = finish(command);
    assert_eq!((done.code, done.stdout.as_str()), (0, "alive\n"), "{}", done.stderr);
}

#[test]
fn sigusr1_is_for_the_command_alone() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let (child, command) = (path(&dir, "child"), path(&dir, "command"));
    let script = format!("sleep 1000 & echo $! > {child}; trap 'exit 6' USR1; echo $$ > {command}; wait");
    let held = etcd.pat(&["lock", "/l", "-o", "json", "--", "sh", "-c", &script]).spawn();
    let child = number_in(&child);
    number_in(&command);
    held.signal(Signal::USR1);
    let done = held.wait();
    assert_eq!(done.code, 6);
    // It did not die of the signal, but as one that was left running.
    assert!(done.stderr.contains("child.stragglers"), "{}", done.stderr);
    assert!(!is_alive(child));
}

#[test]
fn a_lock_without_a_command_is_released_on_any_signal() {
    let etcd = Etcd::start();
    for signal in [Signal::TERM, Signal::USR1, Signal::ALRM, Signal::RT_40] {
        let held = etcd.pat("lock /l").spawn();
        held.wait_for_stdout("/l/");
        held.signal(signal);
        assert_eq!(held.wait().code, 0);
        assert!(etcd.leases().is_empty());
    }
}

#[test]
fn a_limit_of_etcdpats_own_is_not_passed_on_as_a_signal() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let own = env!("CARGO_BIN_EXE_etcdpat");
    let said = path(&dir, "said");
    let script = format!("ulimit -f 0; exec {own} lock -v /l -- sh -c 'sleep 0.2; exit 5' 2>{said}");
    let mut command = Command::new("sh");
    command.args(["-c", &script]).env("ETCDPAT_ENDPOINTS", etcd.endpoints());
    assert_eq!(finish(command).code, 5);
}
