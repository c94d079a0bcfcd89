//! `config exec`, `config watch -- CMD`: commands with a configuration, and told of its changes.

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::time::{Duration, Instant};

use etcd_client::TxnOp;

use crate::support::history::commit;
use crate::support::{
    Done, Etcd, FullPipe, Running, Signal, Terminal, eventually, is_alive, names, number_in, path, rows, until,
};

/// Runs a script with the configuration as its environment.
fn exec(etcd: &Etcd, options: &[&str], script: &str) -> Running {
    etcd.pat(&[&["config", "exec"], options, &["--", "sh", "-c", script]].concat()).spawn()
}

/// The same to its end.
fn ran(etcd: &Etcd, options: &[&str], script: &str) -> Done {
    etcd.run(&[&["config", "exec"], options, &["--", "sh", "-c", script]].concat())
}

fn set(etcd: &Etcd, key: &str, value: &str) {
    let done = etcd.run(&["config", "set", key, value]);
    assert_eq!(done.code, 0, "{}", done.stderr);
}

fn put(etcd: &Etcd, key: &str, wire: &str) {
    commit(etcd, vec![TxnOp::put(format!("/config/app/{key}"), wire, None)]);
}

fn lines(file: &str) -> Vec<String> {
    fs::read_to_string(file).unwrap_or_default().lines().map(str::to_owned).collect()
}

fn until_lines(file: &str, expected: &[&str]) {
    eventually(&format!("{expected:?} in {file}"), Duration::from_secs(20), || (lines(file) == expected).then_some(()));
}

/// A script that says in a file what it was started with, and stays.
fn saying(what: &str, file: &str) -> String {
    format!("echo \"{what}\" >> {file}; exec sleep 1000")
}

#[test]
fn a_command_has_the_values_as_its_environment_and_its_code_is_etcdpats() {
    let etcd = Etcd::start();
    for (key, value) in [("database/host", "db.com"), ("max-size", "1.10"), ("path", "/nowhere"), ("home", "mine")] {
        set(&etcd, key, value);
    }
    let done = ran(&etcd, &[], "echo $DATABASE_HOST $MAX_SIZE $PATH $HOME $ETCDPAT_ENDPOINTS");
    assert_eq!((done.code, done.stderr.as_str()), (0, ""));
    assert_eq!(done.stdout, format!("db.com 1.10 /nowhere mine {}\n", etcd.endpoint(0)));
    // Each name once, and nothing inherited.
    let pristine = etcd.pat("config exec --env-prefix app_ --pristine -- env").env("INHERITED", "x").run();
    let mut shown: Vec<_> = pristine.stdout.lines().filter(|line| !line.starts_with("ETCDPAT_")).collect();
    shown.sort_unstable();
    assert_eq!(shown, ["app_DATABASE_HOST=db.com", "app_HOME=mine", "app_MAX_SIZE=1.10", "app_PATH=/nowhere"]);
    assert!(pristine.stdout.contains("ETCDPAT_ENDPOINTS="));
    let inherited = etcd.pat("config exec -- /usr/bin/env").env("HOME", "theirs").env("INHERITED", "x").run();
    assert!(inherited.stdout.contains("INHERITED=x\n"));
    assert_eq!(inherited.stdout.matches("\nHOME=").count(), 1, "{}", inherited.stdout);
    // Its end is etcdpat's.
    assert_eq!(ran(&etcd, &[], "exit 7").code, 7);
    assert_eq!(ran(&etcd, &[], "kill -9 $$").code, 137);
    assert_eq!(etcd.run("config exec -- no-such-command").code, 127);
    assert_eq!(etcd.run("config exec --pristine -- no-such-command").code, 127);
    assert_eq!(etcd.run("config exec -- /proc/self/status").code, 126);
    assert_eq!(etcd.pat("config exec -- cat").input(b"its own").run().stdout, "its own");
    etcd.ctl("del --prefix /");
}

#[test]
fn what_can_not_be_an_environment_is_named_and_nothing_is_started() {
    let etcd = Etcd::start();
    let refused = |options: &[&str], says: &str| {
        let done = ran(&etcd, options, "echo started");
        assert_eq!((done.code, done.stdout.as_str()), (2, ""), "{}", done.stderr);
        assert!(done.stderr.contains(says), "{}", done.stderr);
    };
    for (key, wire, says) in [
        ("a_b", "1", "a.b and a_b would both be the variable A_B"),
        ("etcdpat/endpoints", "1", "etcdpat/endpoints would be the variable ETCDPAT_ENDPOINTS"),
        ("nul", r#""x\u0000y""#, "nul has a NUL in it"),
        ("raw", "no json", "raw is not typed"),
        ("long", &format!("\"{}\"", "x".repeat(140_000)), "long is longer than a variable may be"),
    ] {
        put(&etcd, "a.b", "1");
        put(&etcd, key, wire);
        refused(&[], says);
        etcd.ctl("del --prefix /");
    }
    set(&etcd, "user", "x");
    refused(&["--env-prefix", "ETCDCTL_"], "user would be the variable ETCDCTL_USER");
    refused(&["--env-prefix", "A="], "--env-prefix");
    for bad in ["later", "signal", "signal:", "signal:NONE", "signal:KILL", "restart:HUP"] {
        refused(&["--on-change", bad], "--on-change");
    }
    refused(&["--grace", "1e15"], "--grace");
    assert_eq!(etcd.run("config exec").code, 2);
    assert_eq!(etcd.run("config exec --").code, 2);
    etcd.ctl("del --prefix /");
}

#[test]
fn a_burst_of_changes_starts_it_once_or_twice_and_no_change_does_not() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let file = path(&dir, "said");
    put(&etcd, "n", "0");
    put(&etcd, "gone", "1");
    let running = exec(&etcd, &[], &saying("$N ${GONE-none}", &file));
    until_lines(&file, &["0 1"]);
    for n in 1..=50 {
        put(&etcd, "n", &n.to_string());
    }
    until("the newest is there", || lines(&file).last().is_some_and(|line| line == "50 1"));
    let starts = lines(&file).len() - 1;
    assert!((1..=2).contains(&starts), "{:?}", lines(&file));
    // Written anew as it was, and spelled otherwise: no other environment.
    put(&etcd, "n", "50");
    put(&etcd, "n", " 50 ");
    // A deletion is a change.
    etcd.ctl("del /config/app/gone");
    until("it is told", || lines(&file).last().is_some_and(|line| line == "50 none"));
    assert_eq!(lines(&file).len() - 1, starts + 1);
    let done = running.end();
    assert_eq!(done.code, 143);
    assert!(
        done.stderr.contains("the configuration has changed (GONE); starting the command again"),
        "{}",
        done.stderr
    );
    etcd.ctl("del --prefix /");
}

#[test]
fn a_signal_tells_the_command_alone_and_none_tells_nobody() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let (file, helper) = (path(&dir, "said"), path(&dir, "helper"));
    set(&etcd, "n", "1");
    let script = format!(
        "trap 'echo told >> {file}' HUP; echo $N >> {file}; sleep 1000 & echo $! > {helper}; while :; do wait; done"
    );
    let running = exec(&etcd, &["--on-change", "signal:sighup"], &script);
    until_lines(&file, &["1"]);
    let helper = number_in(&helper);
    set(&etcd, "n", "2");
    until_lines(&file, &["1", "told"]);
    set(&etcd, "m", "2");
    until_lines(&file, &["1", "told", "told"]);
    assert!(is_alive(helper));
    assert_eq!(running.end().code, 143);
    until("its helper is gone", || !is_alive(helper));
    let running = exec(&etcd, &["-o", "json", "--on-change", "none"], "echo started; exec sleep 1000");
    running.wait_for_stdout("started");
    set(&etcd, "n", "3");
    running.wait_for_stderr("config.applied");
    let done = running.end();
    let applied = rows(&done.stderr).into_iter().find(|row| row["event"] == "config.applied").unwrap();
    assert_eq!((applied["action"].as_str(), applied["variables"][0].as_str()), (Some("none"), Some("N")));
    assert_eq!((done.code, done.stdout.as_str()), (143, "started\n"));
    etcd.ctl("del --prefix /");
}

#[test]
fn all_of_a_stubborn_tree_is_killed_after_the_grace() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let (file, pid) = (path(&dir, "said"), path(&dir, "pid"));
    set(&etcd, "n", "1");
    let script = format!(
        "trap '' TERM; (setsid sh -c 'echo $$ > {pid}; while :; do sleep 1; done' &); echo $N >> {file}; while :; do sleep 1; done"
    );
    let running = exec(&etcd, &["--grace", "300ms"], &script);
    until_lines(&file, &["1"]);
    let first = number_in(&pid);
    let begun = Instant::now();
    set(&etcd, "n", "2");
    until_lines(&file, &["1", "2"]);
    assert!(begun.elapsed() > Duration::from_millis(300) && !is_alive(first));
    running.signal(Signal::TERM);
    std::thread::sleep(Duration::from_millis(600));
    running.signal(Signal::TERM);
    assert_eq!(running.wait().code, 137);
    etcd.ctl("del --prefix /");
}

#[test]
fn a_command_that_fails_after_a_change_is_tried_again_until_the_next_one() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let file = path(&dir, "said");
    set(&etcd, "code", "0");
    let script = format!("echo $CODE >> {file}; [ $CODE = 0 ] || exit $CODE; exec sleep 1000");
    let running = exec(&etcd, &["-o", "json"], &script);
    until_lines(&file, &["0"]);
    set(&etcd, "code", "3");
    // At once, after one second, after two more.
    until_lines(&file, &["0", "3", "3", "3"]);
    let failed = || -> Vec<_> {
        let all = rows(&running.stderr()).into_iter().filter(|row| row["event"] == "config.exec_failed");
        all.map(|row| (row["code"].as_i64().unwrap(), row["wait_ms"].as_i64().unwrap())).collect()
    };
    until("all is told", || failed() == [(3, 1000), (3, 2000), (3, 4000)]);
    let begun = Instant::now();
    set(&etcd, "code", "0");
    until_lines(&file, &["0", "3", "3", "3", "0"]);
    assert!(begun.elapsed() < Duration::from_secs(2), "{:?}", begun.elapsed());
    // A request to stop ends the pause.
    set(&etcd, "code", "4");
    until("it has failed", || failed().last() == Some(&(4, 1000)));
    let begun = Instant::now();
    let done = running.end();
    assert!(done.code == 143 && begun.elapsed() < Duration::from_secs(1), "{done:?}");
    // Without a change, its failure is etcdpat's, and so is its success soon after one.
    assert_eq!(ran(&etcd, &[], "exit $CODE").code, 4);
    let ends = format!("[ $CODE = 5 ] && exit 0; echo x >> {file}; exec sleep 1000");
    let running = exec(&etcd, &[], &ends);
    until("it runs", || lines(&file).last().is_some_and(|line| line == "x"));
    set(&etcd, "code", "5");
    assert_eq!(running.wait().code, 0);
    // One that can't be executed any more, too.
    let program = path(&dir, "program");
    fs::write(&program, format!("#!/bin/sh\necho $CODE >> {file}\nexec sleep 1000\n")).unwrap();
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
    let running = etcd.pat(&["config", "exec", "--", &program]).spawn();
    until("it runs", || lines(&file).last().is_some_and(|line| line == "5"));
    fs::set_permissions(&program, fs::Permissions::from_mode(0o644)).unwrap();
    set(&etcd, "code", "6");
    running.wait_for_stderr("the command failed with 126 after a change; trying again in 1.0s");
    fs::set_permissions(&program, fs::Permissions::from_mode(0o755)).unwrap();
    until("it runs", || lines(&file).last().is_some_and(|line| line == "6"));
    assert_eq!(running.end().code, 143);
    etcd.ctl("del --prefix /");
}

#[test]
fn what_can_not_be_an_environment_later_is_told_once_and_the_command_goes_on() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let file = path(&dir, "said");
    set(&etcd, "a.b", "1");
    let running = exec(&etcd, &["-o", "json"], &saying("$A_B", &file));
    until_lines(&file, &["1"]);
    put(&etcd, "a_b", "2");
    running.wait_for_stderr("config.kept");
    put(&etcd, "a.b", "3");
    put(&etcd, "raw", "no json");
    etcd.ctl("del /config/app/a_b");
    running.wait_for_stderr("raw is not typed");
    assert_eq!(lines(&file), ["1"]);
    etcd.ctl("del /config/app/raw");
    until_lines(&file, &["1", "3"]);
    let done = running.end();
    assert_eq!(names(&done.stderr).iter().filter(|name| *name == "config.kept").count(), 2, "{}", done.stderr);
    etcd.ctl("del --prefix /");
}

#[test]
fn while_etcd_is_away_it_runs_on_and_starts_from_the_cache() {
    let mut etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let (file, cache) = (path(&dir, "said"), path(&dir, "cache"));
    let mode = || fs::metadata(&cache).unwrap().permissions().mode() & 0o7777;
    set(&etcd, "n", "1");
    set(&etcd, "secret", "hunter2");
    // One that is there, and wider.
    fs::write(&cache, "").unwrap();
    fs::set_permissions(&cache, fs::Permissions::from_mode(0o666)).unwrap();
    let running = exec(&etcd, &["--cache", &cache], &saying("$N", &file));
    until_lines(&file, &["1"]);
    assert_eq!(mode(), 0o600);
    set(&etcd, "n", "2");
    until_lines(&file, &["1", "2"]);
    until("it is kept", || fs::read_to_string(&cache).unwrap().contains("\"n\":2"));
    assert_eq!(mode(), 0o600);
    etcd.kill_member(0);
    running.wait_for_stderr("etcd is away");
    // Without a cache, nothing is started.
    let done = ran(&etcd, &[], "echo started");
    assert_eq!((done.code, done.stdout.as_str()), (125, ""), "{}", done.stderr);
    let other = exec(&etcd, &["-o", "json", "--cache", &cache], &saying("$N $SECRET", &file));
    until_lines(&file, &["1", "2", "2 hunter2"]);
    let told = rows(&other.wait_for_stderr("config.from_cache"));
    let told = told.iter().find(|row| row["event"] == "config.from_cache").unwrap();
    assert!(told["revision"].as_i64().unwrap() > 1 && told["written"].as_str().unwrap().ends_with('Z'));
    // Back, and as it was: nobody is started again. Then a change reaches both.
    etcd.start_member(0);
    etcd.wait_healthy();
    running.wait_for_stderr("etcd is back");
    other.wait_for_stderr("etcd.reachable");
    set(&etcd, "n", "3");
    until("both have it", || lines(&file).len() == 5);
    let mut said = lines(&file).split_off(3);
    said.sort();
    assert_eq!(said, ["3", "3 hunter2"]);
    assert_eq!((running.end().code, other.end().code), (143, 143));
    // Changed while nobody ran: applied when etcd is back; also where nothing is left.
    etcd.ctl("del --prefix /config/");
    etcd.kill_member(0);
    let late = exec(&etcd, &["--cache", &cache], &saying("late ${N-none}", &file));
    until("it runs", || lines(&file).last().is_some_and(|line| line == "late 3"));
    etcd.start_member(0);
    etcd.wait_healthy();
    until("it has what there is", || lines(&file).last().is_some_and(|line| line == "late none"));
    assert_eq!(late.end().code, 143);
}

#[test]
fn a_cache_that_is_another_ones_or_damaged_is_refused_and_one_that_fails_is_told() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let cache = path(&dir, "cache");
    set(&etcd, "n", "1");
    assert_eq!(ran(&etcd, &["--cache", &cache], "exit $N").code, 1);
    let refused = |options: &[&str], code, says: &str| {
        let done = ran(&etcd, options, "echo started");
        assert_eq!((done.code, done.stdout.as_str()), (code, ""), "{}", done.stderr);
        assert!(done.stderr.contains(says), "{}", done.stderr);
    };
    refused(&["--cache", &cache, "--root", "/other"], 2, "keeps the values of /config/app, not of /other");
    refused(&["--cache", &path(&dir, "")], 2, "a directory");
    refused(&["--cache", &path(&dir, "none/cache")], 2, "none");
    let text = fs::read_to_string(&cache).unwrap();
    fs::write(&cache, &text[..text.len() / 2]).unwrap();
    // A damaged one is said to be, and written anew; what is none is left alone.
    let damaged = ran(&etcd, &["--cache", &cache], "exit $N");
    assert_eq!(damaged.code, 1, "{}", damaged.stderr);
    assert!(damaged.stderr.contains("is damaged: "), "{}", damaged.stderr);
    assert_eq!(fs::read_to_string(&cache).unwrap().len(), text.len());
    fs::write(&cache, "mine\n").unwrap();
    refused(&["--cache", &cache], 2, "is no cache of values");
    assert_eq!(fs::read_to_string(&cache).unwrap(), "mine\n");
    // A directory that is gone meanwhile.
    let (below, file) = (path(&dir, "below"), path(&dir, "said"));
    fs::create_dir(&below).unwrap();
    let running = exec(&etcd, &["--cache", &format!("{below}/cache")], &saying("$N", &file));
    until_lines(&file, &["1"]);
    fs::remove_dir_all(&below).unwrap();
    set(&etcd, "n", "2");
    until_lines(&file, &["1", "2"]);
    running.wait_for_stderr("cannot keep the values in");
    assert_eq!(running.end().code, 143);
    etcd.ctl("del --prefix /");
}

#[test]
fn a_frozen_etcd_is_away_for_who_has_a_cache() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let cache = path(&dir, "cache");
    set(&etcd, "n", "1");
    assert_eq!(ran(&etcd, &["--cache", &cache], "exit $N").code, 1);
    etcd.freeze();
    let done = ran(&etcd, &["--cache", &cache, "--command-timeout", "500ms"], "exit 4$N");
    etcd.thaw();
    assert_eq!(done.code, 41, "{}", done.stderr);
    assert!(done.stderr.contains("taking the values from"), "{}", done.stderr);
    etcd.ctl("del --prefix /");
}

#[test]
fn half_an_import_is_given_to_nobody() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let (file, values) = (path(&dir, "said"), path(&dir, "values.json"));
    let import = |n: i32| {
        let all: Vec<_> = (0..400).map(|key| format!("\"k{key}\": {n}")).collect();
        fs::write(&values, format!("{{{}}}", all.join(","))).unwrap();
        let done = etcd.run(&["config", "import", &values]);
        assert!(done.code == 0 && done.stdout.contains("in several steps"), "{done:?}");
    };
    import(0);
    let count = format!("env | grep '^K[0-9]' | cut -d= -f2 | sort | uniq -c | tr -s ' \\n' ' ' >> {file}");
    let running = exec(&etcd, &[], &format!("{count}; echo >> {file}; exec sleep 1000"));
    for n in 1..4 {
        import(n);
        until("it is seen", || lines(&file).last().is_some_and(|line| line.trim() == format!("400 {n}")));
    }
    for line in lines(&file) {
        assert!(line.trim().starts_with("400 ") && line.trim().split(' ').count() == 2, "{line}");
    }
    assert_eq!(running.end().code, 143);
    etcd.ctl("del --prefix /");
}

#[test]
fn signals_are_passed_on_and_a_change_does_not_start_what_is_to_end() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let (file, go) = (path(&dir, "said"), path(&dir, "go"));
    set(&etcd, "n", "1");
    let script = format!(
        "trap 'echo hup >> {file}' HUP; trap 'echo usr >> {file}' USR1; trap 'echo term >> {file}; \
         while ! [ -e {go} ]; do sleep 0.05; done; exit 9' TERM; echo $N >> {file}; while :; do sleep 0.05; done"
    );
    let running = exec(&etcd, &["-o", "json"], &script);
    until_lines(&file, &["1"]);
    running.signal(Signal::HUP);
    until_lines(&file, &["1", "hup"]);
    running.signal(Signal::USR1);
    until_lines(&file, &["1", "hup", "usr"]);
    running.signal(Signal::TERM);
    until_lines(&file, &["1", "hup", "usr", "term"]);
    let cache = path(&dir, "seen");
    let seen = exec(&etcd, &[], &saying("$N", &cache));
    until_lines(&cache, &["1"]);
    set(&etcd, "n", "2");
    until_lines(&cache, &["1", "2"]);
    seen.end();
    fs::write(&go, "").unwrap();
    let done = running.wait();
    assert_eq!((done.code, lines(&file).len()), (9, 4), "{}", done.stderr);
    etcd.ctl("del --prefix /");
}

#[test]
fn a_command_runs_for_each_change_in_order() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let (file, events) = (path(&dir, "said"), path(&dir, "events"));
    set(&etcd, "database/host", "a");
    set(&etcd, "database2", "b");
    let script = format!(
        "cat >> {events}; echo \"$ETCDPAT_EVENT $ETCDPAT_KEY ${{ETCDPAT_VALUE-none}} ${{ETCDPAT_OLD_VALUE-none}} \
         ${{ETCDPAT_MARK-none}} ${{ETCDPAT_OMITTED-none}} $ETCDPAT_REV\" >> {file}"
    );
    let watching = etcd
        .pat(&["config", "watch", "database", "--", "sh", "-c", &script])
        .env("ETCDPAT_OLD_VALUE", "stale")
        .env("ETCDPAT_OMITTED", "stale")
        .spawn();
    until("it has what is there", || lines(&file).len() == 1);
    set(&etcd, "database2", "c");
    set(&etcd, "database/host", "b c");
    until("it has the change", || lines(&file).len() == 2);
    put(&etcd, "database/host", &format!("\"{}\"", "x".repeat(140_000)));
    until("it has the large one", || lines(&file).len() == 3);
    etcd.ctl("del /config/app/database/host");
    until("it has the deletion", || lines(&file).len() == 4);
    let said: Vec<_> =
        lines(&file).iter().map(|line| line.rsplit_once(' ').map(|(said, _)| said.to_owned()).unwrap()).collect();
    assert_eq!(
        said,
        [
            "set database/host a none initial none",
            "set database/host b c a none none",
            "set database/host none b c none ETCDPAT_VALUE",
            "deleted database/host none none none ETCDPAT_OLD_VALUE",
        ]
    );
    let rows = rows(&fs::read_to_string(&events).unwrap());
    assert_eq!((rows[1]["event"].as_str(), rows[1]["value"].as_str()), (Some("config.set"), Some("b c")));
    assert_eq!(rows[3]["event"].as_str(), Some("config.deleted"));
    assert_eq!(watching.end().code, 143);
    // It fails.
    set(&etcd, "n", "7");
    assert_eq!(etcd.run(&["config", "watch", "n", "--", "sh", "-c", "exit $ETCDPAT_VALUE"]).code, 7);
    assert_eq!(etcd.run("config watch n -- no-such-command").code, 127);
    assert_eq!(etcd.run("config watch n --").code, 2);
    let counted =
        etcd.pat(&["config", "watch", "-o", "json", "n", "--on-error", "continue", "--", "sh", "-c", "exit 3"]).spawn();
    counted.wait_for_stderr("watch.handler_failed");
    set(&etcd, "n", "8");
    until("both are told", || counted.stderr().matches("watch.handler_failed").count() == 2);
    let done = counted.end();
    assert!(done.code == 143 && done.stderr.contains("\"handled\":2,\"failed\":2"), "{}", done.stderr);
    etcd.ctl("del --prefix /");
}

#[test]
fn flags_are_watched_as_flags() {
    let etcd = Etcd::start();
    let flag = |words: &[&str]| assert_eq!(etcd.run(&[&["config", "flag"], words].concat()).code, 0);
    flag(&["enable", "old"]);
    let all = etcd.pat("config flag watch -o json").spawn();
    let script = r#"echo "$ETCDPAT_EVENT $ETCDPAT_KEY $ETCDPAT_VALUE $(cat)""#;
    let one = etcd.pat(&["config", "flag", "watch", "new-ui", "--", "sh", "-c", script]).spawn();
    all.wait_for_stdout("\"old\"");
    set(&etcd, "other", "1");
    flag(&["enable", "new-ui", "--percent", "20"]);
    all.wait_for_stdout("\"percent\":20");
    one.wait_for_stdout("\"percent\":20");
    etcd.run("config delete features/new-ui");
    all.wait_for_stdout("config.deleted");
    one.wait_for_stdout("config.deleted");
    assert_eq!(names(&all.end().stdout), ["config.flag", "config.flag", "config.deleted"]);
    let said = one.end().stdout;
    let mut said = said.lines();
    assert!(said.next().unwrap().starts_with(r#"set features/new-ui {"enabled":true,"percent":20} {"time":"#));
    assert!(said.next().unwrap().starts_with("deleted features/new-ui  {"));
    assert!(said.next().is_none());
    etcd.ctl("del --prefix /");
}

#[test]
fn who_may_not_read_any_more_is_told_and_the_command_runs_on() {
    let mut etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let file = path(&dir, "said");
    set(&etcd, "n", "1");
    etcd.enable_auth();
    let role = |words: &[&str]| assert_eq!(etcd.ctl(&[&["role"], words].concat()).code, 0);
    let grant = |prefix: &str| role(&["grant-permission", "app", "read", "--prefix=true", prefix]);
    role(&["add", "app"]);
    grant("/config/app/");
    grant("/_etcdpat/config/");
    etcd.ctl(&["user", "grant-role", "guest", "app"]);
    let words = ["config", "exec", "-o", "json", "--", "sh", "-c", &saying("$N", &file)];
    let running = etcd.pat(&words).env("ETCDPAT_USER", "guest").env("ETCDPAT_PASSWORD", "guest-pw").spawn();
    until_lines(&file, &["1"]);
    role(&["revoke-permission", "app", "--prefix=true", "/_etcdpat/config/"]);
    etcd.ctl("put /config/app/n 2");
    running.wait_for_stderr("config.retrying");
    let refused =
        etcd.pat("config exec -- true").env("ETCDPAT_USER", "guest").env("ETCDPAT_PASSWORD", "guest-pw").run();
    assert_eq!(refused.code, 121, "{}", refused.stderr);
    assert_eq!(lines(&file), ["1"]);
    grant("/_etcdpat/config/");
    until_lines(&file, &["1", "2"]);
    assert_eq!(running.end().code, 143);
    etcd.ctl("del --prefix /");
}

#[test]
fn an_import_that_was_broken_off_does_not_hold_up_who_has_a_cache() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let (file, cache) = (path(&dir, "said"), path(&dir, "cache"));
    set(&etcd, "n", "1");
    assert_eq!(ran(&etcd, &["--cache", &cache], "exit $N").code, 1);
    let mark = "/_etcdpat/config/%2Fconfig%2Fapp/importing";
    etcd.ctl(&["put", mark, r#"{"host":"h","pid":1,"user":"u","since":"2026-11-27T00:00:00Z","content":"other"}"#]);
    etcd.ctl("put /config/app/n 2");
    let running = exec(&etcd, &["--cache", &cache], &saying("$N", &file));
    until_lines(&file, &["1"]);
    etcd.ctl(&["del", mark]);
    until_lines(&file, &["1", "2"]);
    assert_eq!(running.end().code, 143);
    etcd.ctl("del --prefix /");
}

#[test]
fn no_output_that_nobody_reads_holds_up_a_restart_or_a_signal() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let file = path(&dir, "said");
    set(&etcd, "n", "1");
    let pipe = FullPipe::new();
    let words = ["config", "exec", "-v", "-o", "json", "--", "sh", "-c", &saying("$N", &file)];
    let running = etcd.pat(&words).spawn_onto(pipe.writer(), pipe.writer());
    until_lines(&file, &["1"]);
    for n in 2..5 {
        set(&etcd, "n", &n.to_string());
        until("it has it", || lines(&file).last() == Some(&n.to_string()));
    }
    assert_eq!(running.end().code, 143);
    etcd.ctl("del --prefix /");
}

#[test]
fn a_command_that_is_started_again_has_the_terminal_again() {
    let etcd = Etcd::start();
    let Some(terminal) = Terminal::open(&etcd) else { return };
    set(&etcd, "n", "1");
    let script = "echo have $N; read line; echo got $N $line; [ $N != 2 ]";
    let looped =
        |script: &str| format!("clear; for x in 1 2; do etcdpat config exec -- sh -c '{script}'; done; echo e''nd");
    terminal.enter(&looped(script));
    terminal.wait_for("have 1");
    set(&etcd, "n", "3");
    terminal.wait_for("have 3");
    terminal.enter("hello");
    terminal.wait_for("got 3 hello");
    // Ctrl-C soon after a restart, and while it is to be tried again: both end etcdpat and what runs it.
    set(&etcd, "n", "2");
    terminal.wait_for("have 2");
    terminal.keys("C-c");
    terminal.enter("clear; echo o''ne");
    terminal.wait_for("one");
    set(&etcd, "n", "1");
    terminal.enter(&looped("echo have $N; [ $N = 1 ] && exec sleep 99; exit 4"));
    terminal.wait_for("have 1");
    set(&etcd, "n", "2");
    terminal.wait_for("failed with 4 after a change");
    terminal.keys("C-c");
    terminal.enter("echo t''wo");
    assert!(!terminal.wait_for("two").contains("end"));
    etcd.ctl("del --prefix /");
}
