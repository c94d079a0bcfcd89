//! `etcdpat lock NAME -- CMD`: exit codes, streams, environment, and who waits for whom.

use std::collections::BTreeMap;
use std::fs;
use std::time::Duration;

use crate::support::{
    Etcd, Setup, Signal, Version, eventually, is_alive, number_in, path, script_without_interpreter,
    sections_are_disjoint, until,
};

#[test]
fn the_commands_exit_code_is_etcdpats() {
    let etcd = Etcd::start();
    let code = |command: &[&str]| {
        let done = etcd.run(&[&["lock", "/locks/x", "--"], command].concat());
        assert_eq!(done.stdout, "", "stdout is the command's alone");
        done.code
    };
    assert_eq!(code(&["true"]), 0);
    assert_eq!(code(&["sh", "-c", "exit 7"]), 7);
    assert_eq!(code(&["sh", "-c", "exit 255"]), 255);
    assert_eq!(code(&["sh", "-c", "kill -TERM $$"]), 143);
    assert_eq!(code(&["sh", "-c", "kill -KILL $$"]), 137);
    assert_eq!(code(&["no-such-command-anywhere"]), 127);
    let dir = tempfile::tempdir().unwrap();
    fs::write(path(&dir, "file"), "").unwrap();
    assert_eq!(code(&[&path(&dir, "file")]), 126);
    assert_eq!(code(&["/"]), 126);
    // What is found out only when it is started.
    assert_eq!(code(&[&script_without_interpreter(&dir)]), 127);
}

#[test]
fn stdin_and_stdout_belong_to_the_command() {
    let etcd = Etcd::start();
    let bytes = b"one\ntwo\0three\xff";
    let done = etcd.pat("lock -o json -vv /l -- cat").input(bytes).run();
    assert_eq!((done.code, done.stdout), (0, String::from_utf8_lossy(bytes).into_owned()));
}

#[test]
fn a_command_starts_with_default_signals_no_mask_and_no_descriptor_of_ours() {
    let etcd = Etcd::start();
    let done = etcd.run("lock /l -- grep -E Sig(Blk|Ign) /proc/self/status");
    let masks: Vec<_> = done.stdout.lines().filter_map(|line| line.split_once(":\t")).collect();
    let mask = |name: &str| u64::from_str_radix(masks.iter().find(|(found, _)| *found == name).unwrap().1, 16).unwrap();
    assert_eq!(mask("SigBlk"), 0);
    assert_eq!(mask("SigIgn") & 0x7fff_ffff, 0, "no signal is ignored, SIGPIPE neither");
    // The test's own environment may leave some open; they are the user's business.
    let plain =
        std::process::Command::new("ls").arg("/proc/self/fd").stdin(std::process::Stdio::null()).output().unwrap();
    let under_lock = etcd.run("lock /l -- ls /proc/self/fd").stdout;
    assert_eq!(under_lock, String::from_utf8_lossy(&plain.stdout));
    // A command that writes to a pipe nobody reads ends at once.
    let shell = format!("{} lock /l -- yes | head -1", env!("CARGO_BIN_EXE_etcdpat"));
    let mut command = std::process::Command::new("sh");
    let done = command.args(["-c", &shell]).env("ETCDPAT_ENDPOINTS", etcd.endpoints()).output().unwrap();
    assert_eq!(String::from_utf8_lossy(&done.stdout), "y\n");
}

fn environment(text: &str) -> BTreeMap<String, String> {
    let variables = text.lines().filter_map(|line| line.split_once('='));
    variables
        .filter(|(name, _)| name.starts_with("ETCD"))
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}

/// docs/guide/fence.md: a holder's key is written once, so etcdctl can compare its mod revision with the fence.
#[test]
fn the_key_of_a_holder_that_has_waited_still_has_its_fence_as_mod_revision() {
    let etcd = Etcd::start();
    let held = etcd.lock("/l").hold();
    let waiter = etcd.pat("lock /l -- sleep 1000").spawn();
    waiter.wait_for_stderr("waiting for lock /l");
    // A wait of this length is one that people see.
    std::thread::sleep(Duration::from_millis(1200));
    held.end();
    until("it holds", || etcd.queue("/l").len() == 1 && etcd.run("lock status /l").stdout.contains("sleep 1000"));
    let row: serde_json::Value = serde_json::from_str(&etcd.run("lock status /l -o json").stdout).unwrap();
    let (key, fence) = (row["key"].as_str().unwrap(), &row["fence"]);
    let guarded = etcd.run(&["txn", "--if", &format!("mod({key}) = {fence}"), "--then", "put /state done"]);
    assert_eq!(guarded.code, 0, "{guarded:?}");
    waiter.end();
    etcd.run("txn --then 'del /state'");
}

#[test]
fn the_command_is_told_of_its_lock_and_the_fence_grows() {
    let etcd = Etcd::start();
    let mut last = 0;
    for _ in 0..3 {
        let got = environment(&etcd.run("lock /locks/x -- env").stdout);
        let fence: i64 = got["ETCDPAT_FENCE"].parse().unwrap();
        assert!(fence > last);
        last = fence;
        assert_eq!(got["ETCDPAT_LOCK"], "/locks/x");
        assert_eq!(got["ETCDPAT_KEY"], format!("/locks/x/{}", got["ETCDPAT_LEASE"]));
        assert_eq!(got["ETCDPAT_ENDPOINTS"], etcd.endpoints());
        assert_eq!(got["ETCD_LOCK_KEY"], got["ETCDPAT_KEY"]);
        assert_eq!(got["ETCD_LOCK_REV"], got["ETCDPAT_FENCE"], "uncontended, the proof is the enqueuing itself");
        assert_eq!(got["ETCDPAT_LEASE"].len(), 16);
    }
}

#[test]
fn a_nested_lock_shows_the_inner_values_once() {
    let etcd = Etcd::start();
    let done = etcd.run(&["lock", "/a", "--", env!("CARGO_BIN_EXE_etcdpat"), "lock", "/b", "--", "env"]);
    assert_eq!((done.code, done.stderr.as_str()), (0, ""));
    for name in ["ETCDPAT_LOCK=/b", "ETCDPAT_KEY=/b/", "ETCD_LOCK_KEY=/b/"] {
        assert!(done.stdout.contains(name), "{name} in {}", done.stdout);
    }
    for name in
        ["ETCDPAT_LOCK=", "ETCDPAT_KEY=", "ETCDPAT_LEASE=", "ETCDPAT_FENCE=", "ETCD_LOCK_KEY=", "ETCD_LOCK_REV="]
    {
        assert_eq!(done.stdout.lines().filter(|line| line.starts_with(name)).count(), 1, "{name}");
    }
}

#[test]
fn try_and_timeout_give_up_and_leave_nothing() {
    let etcd = Etcd::start();
    let held = etcd.lock("/locks/x").hold();
    let busy = etcd.run("lock --try /locks/x -- true");
    assert_eq!(busy.code, 122);
    assert!(busy.took < Duration::from_secs(1));
    assert!(busy.stderr.contains("held by") && busy.stderr.contains("sleep 1000"), "{}", busy.stderr);
    assert_eq!(etcd.run("lock --timeout 0 /locks/x -- true").code, 122);
    let code = etcd.run("lock --try --conflict-exit-code 9 /locks/x -- true").code;
    assert_eq!(code, 9);
    let timed_out = etcd.run("lock --timeout 1s /locks/x -- true");
    assert_eq!(timed_out.code, 124);
    assert!((950..1600).contains(&timed_out.took.as_millis()), "{:?}", timed_out.took);
    assert_eq!(etcd.queue("/locks/x").len(), 1, "only the holder is left in the queue");
    assert_eq!(etcd.leases().len(), 1);
    assert_eq!(etcd.lock("/locks").try_once(), 0, "/locks is another lock");
    assert_eq!(held.end().code, 143);
    assert_eq!(etcd.lock("/locks/x").try_once(), 0);
}

#[test]
fn try_is_not_disturbed_by_locks_below_its_name() {
    let etcd = Etcd::start();
    let below = etcd.lock("/locks/below").hold();
    assert_eq!(etcd.lock("/locks").try_once(), 0);
    below.end();
}

#[test]
fn a_waiter_that_is_stopped_leaves_the_queue() {
    let etcd = Etcd::start();
    let held = etcd.lock("/l").hold();
    for (signal, code) in [(Signal::TERM, 143), (Signal::INT, 130), (Signal::HUP, 129), (Signal::USR1, 138)] {
        let waiter = etcd.pat("lock /l -- true").spawn();
        waiter.wait_for_stderr("waiting for lock /l, position 1; held by");
        waiter.signal(signal);
        assert_eq!(waiter.wait().code, code);
        assert_eq!(etcd.queue("/l").len(), 1);
    }
    held.end();
}

#[test]
fn without_a_command_the_key_is_printed_and_the_lock_held_until_a_signal() {
    let etcd = Etcd::start();
    let held = etcd.pat("lock /l").spawn();
    let printed = held.wait_for_stdout("\n");
    assert_eq!(etcd.queue("/l"), [printed.trim()]);
    assert_eq!(etcd.lock("/l").try_once(), 122);
    held.signal(Signal::INT);
    let done = held.wait();
    assert_eq!((done.code, done.stdout), (0, printed));
    assert_eq!(etcd.queue("/l").len(), 0);
}

#[test]
fn a_name_like_a_subcommand_and_names_that_are_not_text() {
    let etcd = Etcd::start();
    let done = etcd.run("lock --name status -- sh -c 'echo $ETCDPAT_LOCK'");
    assert_eq!((done.code, done.stdout.as_str()), (0, "status\n"));
    assert_eq!(
        etcd.run(&["lock", "ünï çödé/\u{1f512}", "--", "sh", "-c", "echo $ETCDPAT_LOCK"]).stdout,
        "ünï çödé/\u{1f512}\n"
    );
}

#[test]
fn a_waiter_whose_lease_is_gone_queues_again_and_acquires_later() {
    let etcd = Etcd::start();
    let held = etcd.lock("/l").hold();
    // Long before its next renewal.
    let waiter = etcd.pat("lock /l -- true").spawn();
    waiter.wait_for_stderr("waiting for lock /l, position 1");
    let lost = etcd.queue("/l")[1].clone();
    etcd.revoke_lease_of(&lost);
    let new = eventually("a new place", Duration::from_secs(1), || etcd.queue("/l").get(1).cloned());
    assert_ne!(new, lost);
    waiter.wait_for_stderr("queued again");
    held.end();
    assert_eq!(waiter.wait().code, 0);
}

#[test]
fn twenty_four_contenders_hold_one_after_another() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let log = path(&dir, "log");
    let section = format!("echo begin $ETCDPAT_FENCE >> {log}; sleep 0.02; echo end $ETCDPAT_FENCE >> {log}");
    let contenders: Vec<_> = (0..24).map(|_| etcd.lock("/l").sh(&section).start()).collect();
    for contender in contenders {
        let done = contender.wait();
        assert_eq!(done.code, 0, "{}", done.stderr);
    }
    assert_eq!(sections_are_disjoint(&log), 24);
}

#[test]
fn etcdctl_and_etcdpat_exclude_each_other() {
    for version in Version::all() {
        let etcd = Etcd::with(Setup { version, ..Setup::default() });
        // etcdctl holds: etcdpat waits.
        let dir = tempfile::tempdir().unwrap();
        let (inside, done) = (path(&dir, "inside"), path(&dir, "done"));
        let script = format!("echo $$ > {inside}; while [ ! -e {done} ]; do sleep 0.02; done");
        let mut ctl = etcd.ctl_command(&["lock", "/l", "--", "sh", "-c", &script]).spawn().unwrap();
        let inner = number_in(&inside);
        assert_eq!(etcd.lock("/l").try_once(), 122, "{version:?}");
        let check = format!("kill -0 {inner} 2>/dev/null && echo overlap; true");
        let waiter = etcd.lock("/l").sh(&check).start();
        waiter.wait_for_stderr("held by another client's key /l/");
        fs::write(&done, "").unwrap();
        assert!(ctl.wait().unwrap().success());
        assert_eq!(waiter.wait().stdout, "", "{version:?}");
        // etcdctl leaves its lease to expire; it must not count as ours.
        etcd.revoke_all();
        // etcdpat holds: etcdctl waits.
        let held = etcd.lock("/l").hold();
        let entered = path(&dir, "entered");
        let mut ctl =
            etcd.ctl_command(&["lock", "/l", "--", "sh", "-c", &format!("echo $$ > {entered}")]).spawn().unwrap();
        until("etcdctl in the queue", || etcd.queue("/l").len() == 2);
        assert!(!fs::exists(&entered).unwrap(), "{version:?}");
        held.end();
        number_in(&entered);
        ctl.wait().unwrap();
        etcd.revoke_all();
    }
}

#[test]
fn what_the_command_leaves_running_is_stopped_before_the_release() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let pid = path(&dir, "pid");
    // In the group, and out of it.
    for start in ["sleep 1000 & echo $!", "setsid sh -c 'echo $$; exec sleep 1000' & sleep 0.1"] {
        fs::write(&pid, "").unwrap();
        let done = etcd.lock("/l").sh(&format!("({start}) > {pid}")).run();
        assert_eq!(done.code, 0);
        assert!(!is_alive(number_in(&pid)), "{start}");
        assert!(done.stderr.contains("that the command left running"), "{}", done.stderr);
        assert!(done.took < Duration::from_secs(3), "SIGTERM is enough: {:?}", done.took);
    }
    // One that ignores SIGTERM goes after the grace.
    fs::write(&pid, "").unwrap();
    let inner = format!("trap \"\" TERM; echo $$ > {pid}; sleep 1000; :");
    let stubborn = format!("sh -c '{inner}' & until [ -s {pid} ]; do sleep 0.01; done");
    let done = etcd.lock("/l").with("--grace 1s").sh(&stubborn).run();
    assert_eq!(done.code, 0);
    assert!(!is_alive(number_in(&pid)));
    assert!(done.took > Duration::from_secs(1), "{:?}", done.took);
}
