//! A real terminal (tmux): Ctrl-C, Ctrl-Z, full-screen programs, and the waiting line.

use std::process::Command;
use std::time::Duration;

use crate::support::{
    Etcd, Signal, Terminal, children_of, eventually, is_alive, number_in, path, script_without_interpreter, signal,
    until,
};

#[test]
fn ctrl_c_reaches_the_command_once() {
    let etcd = Etcd::start();
    let Some(terminal) = Terminal::open(&etcd) else { return };
    let dir = tempfile::tempdir().unwrap();
    let (log, pid) = (path(&dir, "log"), path(&dir, "pid"));
    let script = path(&dir, "script");
    let text = format!(
        "trap 'echo INT >> {log}' INT; echo $$ > {pid}; until [ -e {log} ]; do sleep 0.05; done; sleep 0.3; exit 5\n"
    );
    std::fs::write(&script, text).unwrap();
    // With the terminal handed over, and in a pipeline, where it is not.
    for pipe in ["", " | cat"] {
        std::fs::write(&pid, "").unwrap();
        let _ = std::fs::remove_file(&log);
        terminal.enter(&format!("clear; etcdpat lock /l -- sh {script}{pipe}; echo \"code=${{PIPESTATUS[0]}}.\""));
        number_in(&pid);
        terminal.keys("C-c");
        if pipe.is_empty() {
            terminal.wait_for("code=5.");
        } else {
            until("the command notes it", || std::fs::exists(&log).unwrap());
            until("the lock is free", || etcd.queue("/l").is_empty());
        }
        assert_eq!(std::fs::read_to_string(&log).unwrap(), "INT\n", "{pipe:?}");
    }
}

/// What runs on a node reads no terminal: a key is for etcdpat, which passes it on and ends; a second one kills.
#[test]
fn ctrl_c_ends_a_node_whatever_its_command_makes_of_it() {
    let etcd = Etcd::start();
    let Some(terminal) = Terminal::open(&etcd) else { return };
    let dir = tempfile::tempdir().unwrap();
    let pid = path(&dir, "pid");
    let waits = |trap: &str| format!("trap '{trap}' INT; echo $$ > {pid}; while :; do sleep 0.05; done");
    for (role, trap, keys) in
        [("primary", "exit 1", 1), ("primary", "exit 0", 1), ("primary", "", 2), ("secondary", "exit 0", 1)]
    {
        std::fs::write(&pid, "").unwrap();
        let leader = (role == "secondary").then(|| {
            let leader = etcd.pat("elect /ha --id other -- sleep 1000").spawn();
            until("it leads", || etcd.queue("/ha").len() == 1);
            leader
        });
        let lines = [("primary", "sleep 1000".to_owned()), (role, waits(trap))].map(|(role, line)| {
            let script = path(&dir, role);
            std::fs::write(&script, line).unwrap();
            format!("--{role} 'exec sh {script}'")
        });
        let lines = if role == "primary" { lines[1].clone() } else { lines.join(" ") };
        terminal.enter(&format!("clear; etcdpat ha active-passive /ha --node-id a {lines}"));
        number_in(&pid);
        for key in 0..keys {
            if key > 0 {
                std::thread::sleep(std::time::Duration::from_millis(600));
            }
            terminal.keys("C-c");
        }
        until("it has ended", || etcd.keys("/_etcdpat/ha/").is_empty());
        drop(leader);
        etcd.revoke_all();
    }
}

// The scripts of the next two are bash's: a dash that is stopped in vfork(2) waits for a child that is stopped before exec.

#[test]
fn ctrl_z_stops_command_and_etcdpat_and_fg_continues_both() {
    let etcd = Etcd::start();
    let Some(terminal) = Terminal::open(&etcd) else { return };
    let dir = tempfile::tempdir().unwrap();
    let (tick, pid) = (path(&dir, "tick"), path(&dir, "pid"));
    let script = path(&dir, "script");
    std::fs::write(&script, format!("echo $$ > {pid}; while :; do echo x >> {tick}; sleep 0.05; done\n")).unwrap();
    // (A bash goes on after a Ctrl-C that its sleep(1) has not died of, because that had just ended.)
    terminal.enter(&format!("clear; etcdpat lock --ttl 60s /l -- dash {script}; echo code=$?."));
    let command = number_in(&pid);
    terminal.keys("C-z");
    terminal.wait_for("Stopped");
    let ticks = || std::fs::read_to_string(&tick).unwrap().len();
    let state = |pid: i32| {
        std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default().split(' ').nth(2).map(str::to_owned)
    };
    until("the command is stopped", || state(command).as_deref() == Some("T"));
    let stopped = ticks();
    terminal.enter("clear; fg");
    until("it goes on", || ticks() > stopped);
    // In the background too, and back.
    terminal.keys("C-z");
    terminal.wait_for("Stopped");
    let stopped = ticks();
    terminal.enter("clear; bg");
    until("it goes on in the background", || ticks() > stopped);
    terminal.enter("fg");
    std::thread::sleep(Duration::from_millis(300));
    terminal.keys("C-c");
    terminal.enter("echo code=$?.");
    terminal.wait_for("code=130.");
    assert!(!is_alive(command));
}

#[test]
fn a_job_stopped_past_its_deadline_is_dead_with_123() {
    let etcd = Etcd::start();
    let Some(terminal) = Terminal::open(&etcd) else { return };
    let dir = tempfile::tempdir().unwrap();
    let pid = path(&dir, "pid");
    let script = path(&dir, "script");
    std::fs::write(&script, format!("echo $$ > {pid}; while :; do sleep 0.05; done\n")).unwrap();
    terminal.enter(&format!("clear; etcdpat lock --ttl 2s /l -- bash {script}"));
    let command = number_in(&pid);
    terminal.keys("C-z");
    terminal.wait_for("Stopped");
    until("the command is dead", || !is_alive(command));
    until("the lease expires", || etcd.queue("/l").is_empty());
    terminal.enter("clear; fg; echo code=$?.");
    terminal.wait_for("code=123.");
}

#[test]
fn a_full_screen_editor_works_under_a_lock() {
    let etcd = Etcd::start();
    let Some(terminal) = Terminal::open(&etcd) else { return };
    if Command::new("vim").arg("--version").output().is_err() && Command::new("vi").arg("--version").output().is_err() {
        eprintln!("SKIPPED: no vim here");
        return;
    }
    let dir = tempfile::tempdir().unwrap();
    let file = path(&dir, "file");
    std::fs::write(&file, "first line\n").unwrap();
    terminal.enter("clear; stty -a > /dev/null; editor=$(command -v vim || command -v vi)");
    terminal.enter(&format!("etcdpat lock --ttl 60s /l -- $editor -u NONE {file}"));
    terminal.wait_for("first line");
    terminal.keys("C-z");
    terminal.wait_for("Stopped");
    assert_eq!(etcd.queue("/l").len(), 1);
    terminal.enter("clear; fg");
    terminal.wait_for("first line");
    terminal.tmux(&["send-keys", "-l", "osecond line"]);
    terminal.keys("Escape");
    terminal.enter(":wq");
    until("vim has ended", || etcd.queue("/l").is_empty());
    terminal.enter("echo code=$?.");
    terminal.wait_for("code=0.");
    assert_eq!(std::fs::read_to_string(&file).unwrap(), "first line\nsecond line\n");
}

#[test]
fn the_terminal_is_restored_after_a_command_that_was_killed() {
    let etcd = Etcd::start();
    let Some(terminal) = Terminal::open(&etcd) else { return };
    // In a script, so that no interactive shell tidies up.
    let dir = tempfile::tempdir().unwrap();
    let (script, pid) = (path(&dir, "script"), path(&dir, "pid"));
    let text = format!(
        "etcdpat lock /l -- sh -c 'echo $$ > {pid}; stty raw -echo; sleep 1000'\nstty -a | grep -o -- '[-]*icanon' | sed s/^/mode:/\nread line\necho got $line.\n"
    );
    std::fs::write(&script, text).unwrap();
    terminal.enter(&format!("clear; sh {script}"));
    let command = number_in(&pid);
    std::thread::sleep(Duration::from_millis(300));
    signal(command, Signal::KILL);
    terminal.wait_for("\nmode:icanon");
    terminal.enter("input");
    terminal.wait_for("got input.");
}

#[test]
fn the_terminal_is_ours_again_after_a_command_that_could_not_be_run() {
    let etcd = Etcd::start();
    let Some(terminal) = Terminal::open(&etcd) else { return };
    let dir = tempfile::tempdir().unwrap();
    let (script, command) = (path(&dir, "script"), script_without_interpreter(&dir));
    let lines = format!("etcdpat lock /l -- {command}\necho code=$?.\nread line\necho got $line.\n");
    std::fs::write(&script, lines).unwrap();
    terminal.enter(&format!("clear; sh {script}"));
    terminal.wait_for("code=127.");
    terminal.enter("input");
    terminal.wait_for("got input.");
}

/// The process of a script that runs etcdpat in `terminal`, and etcdpat's.
fn script_with_a_lock(terminal: &Terminal, dir: &tempfile::TempDir) -> (i32, i32) {
    let (script, pid) = (path(dir, "script"), path(dir, "pid"));
    std::fs::write(&script, format!("echo $$ > {pid}\netcdpat lock /l -- sleep 1000\necho after\n")).unwrap();
    terminal.enter(&format!("clear; dash {script}"));
    let dash = number_in(&pid);
    (dash, first_child(dash))
}

fn first_child(parent: i32) -> i32 {
    eventually("a child", Duration::from_secs(10), || children_of(parent).first().copied())
}

#[test]
fn a_shell_that_has_taken_its_terminal_back_keeps_it_when_the_command_starts() {
    let etcd = Etcd::start();
    let Some(terminal) = Terminal::open(&etcd) else { return };
    let dir = tempfile::tempdir().unwrap();
    let holder = etcd.lock("/l").hold();
    let (dash, etcdpat) = script_with_a_lock(&terminal, &dir);
    until("it waits", || etcd.queue("/l").len() == 2);
    let guardian = first_child(etcdpat);
    signal(guardian, Signal::STOP);
    holder.end();
    until("the lock is its own", || etcd.queue("/l").len() == 1);
    signal(dash, Signal::KILL);
    terminal.enter("echo rea''dy");
    terminal.wait_for("ready");
    signal(guardian, Signal::CONT);
    until("the command runs", || terminal.processes().contains("sleep"));
    terminal.enter("clear; echo still he''re");
    terminal.wait_for("still here");
    signal(etcdpat, Signal::TERM);
    until("the lock is free", || etcd.queue("/l").is_empty());
}

#[test]
fn a_shell_that_has_taken_its_terminal_back_keeps_it_when_the_command_ends() {
    let etcd = Etcd::start();
    let Some(terminal) = Terminal::open(&etcd) else { return };
    let dir = tempfile::tempdir().unwrap();
    let (dash, etcdpat) = script_with_a_lock(&terminal, &dir);
    until("the command runs", || terminal.processes().contains("sleep"));
    signal(dash, Signal::KILL);
    terminal.enter("echo rea''dy");
    terminal.wait_for("ready");
    signal(etcdpat, Signal::TERM);
    until("etcdpat has ended", || !is_alive(etcdpat));
    terminal.enter("clear; echo still he''re");
    terminal.wait_for("still here");
}

#[test]
fn a_wait_shows_position_holder_and_time_and_leaves_no_trace() {
    let etcd = Etcd::start();
    let Some(terminal) = Terminal::open(&etcd) else { return };
    let held = etcd.lock("/l").hold();
    terminal.enter("clear; etcdpat lock /l -- echo mine");
    let screen = terminal.wait_for("waiting for lock /l, position 1; held by");
    assert!(screen.contains(&format!("(pid {}): sleep 1000", held.pid())), "{screen}");
    terminal.wait_for(" 2s");
    held.end();
    let screen = terminal.wait_for("mine");
    assert!(!screen.contains("waiting for lock"), "{screen}");
}

#[test]
fn a_terminal_that_is_stopped_holds_nothing_up() {
    let etcd = Etcd::start();
    let Some(terminal) = Terminal::open(&etcd) else { return };
    let dir = tempfile::tempdir().unwrap();
    let pid = path(&dir, "pid");
    let held = etcd.lock("/l").hold();
    terminal.enter(&format!("clear; etcdpat lock /l -- sh -c 'echo $$ > {pid}; exec sleep 1000'; echo code=$?."));
    terminal.wait_for("waiting for lock /l, position 1; held by");
    // Ctrl-S; then the line can't be drawn any more.
    terminal.keys("C-s");
    std::thread::sleep(Duration::from_millis(300));
    held.end();
    let command = number_in(&pid);
    etcd.revoke_all();
    let revoked = std::time::Instant::now();
    until("the command is dead", || !is_alive(command));
    assert!(revoked.elapsed() < Duration::from_secs(1), "{:?}", revoked.elapsed());
    terminal.keys("C-q");
    let screen = terminal.wait_for("code=123.");
    assert!(!screen.contains("waiting for lock"), "{screen}");
}

#[test]
fn a_wait_that_is_interrupted_leaves_no_trace_either() {
    let etcd = Etcd::start();
    let Some(terminal) = Terminal::open(&etcd) else { return };
    let held = etcd.lock("/l").hold();
    terminal.enter("clear; etcdpat lock /l -- true");
    terminal.wait_for("waiting for lock /l, position 1; held by");
    terminal.keys("C-c");
    until("the shell goes on", || terminal.screen().trim_end().ends_with("\n$"));
    terminal.enter("echo code=$?.");
    let screen = terminal.wait_for("code=130.");
    assert!(screen.contains("error: stopped by SIGINT while waiting"), "{screen}");
    assert!(!screen.contains("position 1"), "{screen}");
    held.end();
}
