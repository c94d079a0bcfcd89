//! A watch over a restore from a backup: said, and followed by the whole state; and not said when nothing was restored.

use std::collections::BTreeMap;
use std::fs;
use std::time::Duration;

use etcd_client::TxnOp;

use crate::support::history::commit;
use crate::support::{Done, Etcd, Pat, Proxy, Running, Setup, Signal, Version, busy, path, rows, until};

/// The token that clusters have unless told otherwise.
const SAME: &str = "etcd-cluster";

fn etcd(version: Version) -> Etcd {
    let mut etcd = Etcd::with(Setup { version, ..Setup::default() });
    etcd.leave_be();
    etcd
}

/// Puts `/w/NAME-0` and so on, each at a revision of its own.
fn put(etcd: &Etcd, name: &str, count: usize) {
    (0..count).for_each(|n| set(etcd, &format!("/w/{name}-{n:02}"), name));
}

fn set(etcd: &Etcd, key: &str, value: &str) {
    commit(etcd, vec![TxnOp::put(key, value, None)]);
}

/// What a reader of the lines knows: a resync has it forget everything. And the reasons of the resyncs.
fn known(text: &str) -> (BTreeMap<String, String>, Vec<String>) {
    let (mut known, mut reasons) = (BTreeMap::new(), Vec::new());
    for row in rows(text) {
        let key = || row["key"].as_str().unwrap().to_owned();
        match row["event"].as_str().unwrap() {
            "put" => drop(known.insert(key(), row["value"].as_str().unwrap().to_owned())),
            "delete" => drop(known.remove(&key())),
            "watch.resync" => {
                known.clear();
                reasons.push(row["reason"].as_str().unwrap_or("none").to_owned());
            }
            _ => {}
        }
    }
    (known, reasons)
}

/// What is there.
fn stored(etcd: &Etcd, prefix: &str) -> BTreeMap<String, String> {
    let lines = etcd.ctl(&["get", "--prefix", prefix]).stdout;
    let lines: Vec<_> = lines.lines().map(str::to_owned).collect();
    lines.chunks(2).map(|pair| (pair[0].clone(), pair[1].clone())).collect()
}

/// Begins a watch, which shows what `put` puts.
fn watch(etcd: &Etcd, more: &[&str]) -> Running {
    let watch = ["watch", "--prefix", "/w/", "-o", "json", "--command-timeout", "1s"];
    etcd.pat(&[&watch[..], more].concat()).spawn()
}

fn end(watching: Running) -> Done {
    let done = watching.end();
    assert_eq!(done.code, 143, "{done:?}");
    done
}

/// The reader knows what is there, after one resync.
fn assert_restored(etcd: &Etcd, text: &str, what: &str) {
    let (known, reasons) = known(text);
    assert_eq!(reasons, ["restored"], "{what}:\n{text}");
    assert_eq!(known, stored(etcd, "/w/"), "{what}");
}

#[test]
fn a_running_watch_says_that_etcd_was_restored_and_shows_all_of_it() {
    for version in Version::all() {
        for (token, above, file) in [
            (SAME, false, false),
            (SAME, true, false),
            (SAME, true, true),
            ("other", false, true),
            ("other", true, false),
            ("other", true, true),
        ] {
            let what = format!("{version:?}, token {token}, revision above the last seen {above}, resume file {file}");
            let mut etcd = etcd(version);
            let dir = tempfile::tempdir().unwrap();
            let position = path(&dir, "position");
            put(&etcd, "before", 5);
            let backup = etcd.save();
            let more: &[&str] = if file { &["--resume-file", &position] } else { &[] };
            let watching = watch(&etcd, &[&["--rev", "1"], more].concat());
            put(&etcd, "undone", 20);
            watching.wait_for_stdout("undone-19");
            if above {
                watching.signal(Signal::STOP);
            }
            etcd.stop();
            etcd.restore(&backup, token);
            if !above {
                watching.wait_for_stdout("watch.resync");
            }
            put(&etcd, "new", 25);
            if above {
                watching.signal(Signal::CONT);
            }
            watching.wait_for_stdout("new-24");
            put(&etcd, "after", 1);
            watching.wait_for_stdout("after-00");
            let done = end(watching);
            assert_restored(&etcd, &done.stdout, &what);
            let resync = rows(&done.stdout).into_iter().find(|row| row["event"] == "watch.resync").unwrap();
            assert_eq!(resync["compact_revision"], 0, "{what}");
        }
    }
}

#[test]
fn a_watch_that_was_away_over_the_restore_learns_of_it_from_its_file() {
    for version in Version::all() {
        for (token, new) in [(SAME, 0), (SAME, 25), (SAME, 200), ("other", 0), ("other", 25)] {
            let what = format!("{version:?}, token {token}, {new} puts after the restore");
            let mut etcd = etcd(version);
            let dir = tempfile::tempdir().unwrap();
            let position = path(&dir, "position");
            put(&etcd, "before", 5);
            let backup = etcd.save();
            let watching = watch(&etcd, &["--rev", "1", "--resume-file", &position]);
            put(&etcd, "undone", 20);
            watching.wait_for_stdout("undone-19");
            end(watching);
            etcd.stop();
            etcd.restore(&backup, token);
            put(&etcd, "new", new);
            let watching = watch(&etcd, &["--resume-file", &position]);
            watching.wait_for_stdout("watch.resync");
            put(&etcd, "after", 1);
            watching.wait_for_stdout("after-00");
            assert_restored(&etcd, &end(watching).stdout, &what);
            // Once it is said, it is not said again.
            put(&etcd, "later", 1);
            let done = watch(&etcd, &["--resume-file", &position, "--count", "1"]).wait();
            assert_eq!(known(&done.stdout).1, Vec::<String>::new(), "{what}: {}", done.stdout);
            assert!(done.stdout.contains("later-00"), "{what}: {}", done.stdout);
            assert!(!fs::read_to_string(&position).unwrap().contains("value"), "no value is kept");
        }
    }
}

#[test]
fn one_that_has_shown_nothing_yet_says_it_too() {
    for version in Version::all() {
        let mut etcd = etcd(version);
        put(&etcd, "before", 3);
        let backup = etcd.save();
        (0..20).for_each(|_| set(&etcd, "/elsewhere", ""));
        let dir = tempfile::tempdir().unwrap();
        let position = path(&dir, "position");
        let watching = watch(&etcd, &["--resume-file", &position]);
        until("it stands", || fs::exists(&position).unwrap());
        watching.signal(Signal::STOP);
        etcd.stop();
        etcd.restore(&backup, SAME);
        put(&etcd, "new", 22);
        watching.signal(Signal::CONT);
        watching.wait_for_stdout("watch.resync");
        watching.wait_for_stdout("new-21");
        assert_restored(&etcd, &end(watching).stdout, &format!("{version:?}"));
    }
}

#[test]
fn directories_that_were_copied_back_are_told_by_the_last_event() {
    for version in Version::all() {
        // One key, written by one writer: only its value tells one history from the other.
        let mut etcd = etcd(version);
        set(&etcd, "/w/k", "before");
        etcd.keep();
        let dir = tempfile::tempdir().unwrap();
        let position = path(&dir, "position");
        let watching = watch(&etcd, &["--rev", "1", "--resume-file", &position]);
        (0..10).for_each(|n| set(&etcd, "/w/k", &format!("undone-{n}")));
        watching.wait_for_stdout("undone-9");
        watching.signal(Signal::STOP);
        etcd.stop();
        etcd.put_back();
        (0..20).for_each(|n| set(&etcd, "/w/k", &format!("new-{n}")));
        let copied = path(&dir, "copied");
        fs::copy(&position, &copied).unwrap();
        let again = watch(&etcd, &["--resume-file", &copied]);
        watching.signal(Signal::CONT);
        for watching in [watching, again] {
            watching.wait_for_stdout("new-19");
            assert_restored(&etcd, &end(watching).stdout, &format!("{version:?}"));
        }
    }
}

#[test]
fn a_handler_is_told_and_given_the_state() {
    let mut etcd = etcd(Version::Installed);
    let dir = tempfile::tempdir().unwrap();
    let out = path(&dir, "out");
    let script = format!("echo \"$ETCDPAT_EVENT $ETCDPAT_MARK $ETCDPAT_KEY\" >> {out}; jq -r .reason >> {out}");
    put(&etcd, "before", 2);
    let backup = etcd.save();
    let watching = watch(&etcd, &["--rev", "1", "--", "sh", "-c", &script]);
    put(&etcd, "undone", 3);
    let told = || fs::read_to_string(&out).unwrap_or_default();
    until("the last event", || told().contains("put  /w/undone-02\nnull\n"));
    watching.signal(Signal::STOP);
    etcd.stop();
    etcd.restore(&backup, SAME);
    put(&etcd, "new", 5);
    watching.signal(Signal::CONT);
    until("the last event", || told().contains("/w/new-04\nnull\n"));
    put(&etcd, "after", 1);
    until("the last event", || told().contains("/w/after-00\nnull\n"));
    end(watching);
    let told = told();
    let told = told.split_once("watch.resync  \nrestored\n").unwrap().1;
    let keys: Vec<_> = told.lines().filter(|line| *line != "null").collect();
    let state = ["before-00", "before-01", "new-00", "new-01", "new-02", "new-03", "new-04"];
    let wanted = state.map(|key| format!("put resync /w/{key}"));
    assert_eq!(keys[..7], wanted);
    assert_eq!(keys[7..], ["put  /w/after-00"]);
}

#[test]
fn a_replay_of_long_history_goes_on_in_the_restored_store() {
    let _turn = busy();
    let mut etcd = etcd(Version::Installed);
    let fill = |etcd: &Etcd, count| crate::support::history::fill(etcd, "/w/", count);
    fill(&etcd, 10_000);
    let backup = etcd.save();
    let last = fill(&etcd, 40_000);
    let watching = watch(&etcd, &["--rev", "1"]);
    watching.wait_for_stdout("/w/000100");
    watching.signal(Signal::STOP);
    etcd.stop();
    etcd.restore(&backup, SAME);
    watching.signal(Signal::CONT);
    watching.wait_for_stdout("watch.resync");
    put(&etcd, "after", 1);
    watching.wait_for_stdout("after-00");
    let done = end(watching);
    let (known, reasons) = known(&done.stdout);
    assert_eq!(reasons, ["restored"]);
    assert_eq!(known.len(), 10_001);
    let before = done.stdout.split("watch.resync").next().unwrap();
    assert!(!before.contains(&format!("\"mod_revision\":{last},")), "it was still replaying");
}

#[test]
fn a_state_that_is_being_read_is_read_anew() {
    let mut etcd = etcd(Version::Installed);
    let dir = tempfile::tempdir().unwrap();
    let position = path(&dir, "position");
    put(&etcd, "before", 5);
    let backup = etcd.save();
    put(&etcd, "undone", 20);
    let count = ["--resume-file", &position, "--initial", "--count", "7"];
    assert_eq!(watch(&etcd, &count).wait().code, 0);
    assert!(fs::read_to_string(&position).unwrap().contains("state_after"));
    etcd.stop();
    etcd.restore(&backup, SAME);
    put(&etcd, "new", 200);
    let watching = watch(&etcd, &["--resume-file", &position]);
    // The last in the order of keys.
    watching.wait_for_stdout("new-99");
    assert_restored(&etcd, &end(watching).stdout, "state");
}

#[test]
fn members_that_restart_lag_and_lose_the_lead_are_no_restore() {
    for version in Version::all() {
        let arguments = vec!["--experimental-watch-progress-notify-interval=200ms".to_owned()];
        let mut etcd = Etcd::with(Setup { members: 3, version, arguments, ..Setup::default() });
        etcd.leave_be();
        let proxies: Vec<_> = (0..3).map(|index| Proxy::start(etcd.endpoint(index))).collect();
        let endpoints = proxies.iter().map(|proxy| proxy.endpoint.clone()).collect::<Vec<_>>().join(",");
        let dir = tempfile::tempdir().unwrap();
        let position = path(&dir, "position");
        let spawn = |more: &[&str]| {
            let words = [&["watch", "-o", "json", "--command-timeout", "2s", "--dial-timeout", "500ms"], more].concat();
            Pat::new(&words).env("ETCDPAT_ENDPOINTS", &endpoints).spawn()
        };
        put(&etcd, "first", 1);
        // One that sees much, one that is idle, one whose last key is gone; and one that comes and goes.
        commit(&etcd, vec![TxnOp::put("/idle/1", "1", None), TxnOp::put("/gone/1", "1", None)]);
        commit(&etcd, vec![TxnOp::delete("/gone/1", None)]);
        let watches: Vec<_> =
            ["/w/", "/idle/", "/gone/"].map(|prefix| spawn(&["--prefix", prefix, "--rev", "1"])).into();
        watches.iter().for_each(|watching| drop(watching.wait_for_stdout("\"put\"")));
        let mut resumed = spawn(&["--prefix", "/w/", "--initial", "--resume-file", &position]);
        until("it stands", || fs::exists(&position).unwrap());
        let mut texts = String::new();
        for round in 0..6 {
            let member = if round % 3 == 0 { etcd.leader() } else { round % 3 };
            etcd.signal_member(member, Signal::STOP);
            let last = etcd.put_past(member, &format!("/w/{}", round % 4), &round.to_string());
            proxies.iter().for_each(Proxy::cut);
            // The member is behind, and has its clients' requests before it catches up.
            etcd.signal_member(member, Signal::CONT);
            if round % 2 == 0 {
                until("a compaction", || {
                    let done = etcd.ctl(&["compact", &(last - 1).to_string()]);
                    done.code == 0 || done.stderr.contains("has been compacted")
                });
            }
            proxies.iter().for_each(Proxy::cut);
            if round % 3 == 1 {
                etcd.kill_member(member);
                etcd.start_member(member);
            }
            etcd.wait_healthy();
            // One file is one watch's.
            texts += &end(resumed).stdout;
            resumed = spawn(&["--prefix", "/w/", "--resume-file", &position]);
        }
        put(&etcd, "last", 1);
        resumed.wait_for_stdout("last-00");
        texts += &end(resumed).stdout;
        watches[0].wait_for_stdout("last-00");
        texts += &watches
            .into_iter()
            .map(|watching| {
                std::thread::sleep(Duration::from_millis(300));
                end(watching).stdout
            })
            .collect::<String>();
        let (_, reasons) = known(&texts);
        assert!(reasons.iter().all(|reason| reason == "compacted"), "{version:?}: {reasons:?}");
    }
}
