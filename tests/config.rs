//! Configuration: typed, compared before it is written, imported and restored whole.

use std::collections::BTreeMap;
use std::fs;

use crate::support::{Done, Etcd, Setup, deaf_after, eventually, names, path, rows, until};

fn config(etcd: &Etcd, words: &[&str]) -> Done {
    etcd.run(&[&["config"], words].concat())
}

/// Runs it; its output.
fn done(etcd: &Etcd, words: &[&str]) -> String {
    let done = config(etcd, words);
    assert_eq!(done.code, 0, "{words:?}: {}", done.stderr);
    done.stdout
}

fn refused(etcd: &Etcd, words: &[&str], code: i32, says: &str) {
    let done = config(etcd, words);
    assert_eq!(done.code, code, "{words:?}: {}", done.stderr);
    assert!(done.stderr.contains(says), "{words:?}: {}", done.stderr);
}

fn stored(etcd: &Etcd) -> BTreeMap<String, String> {
    let keys = etcd.keys("/config/app/");
    keys.into_iter().map(|key| (key.trim_start_matches("/config/app/").to_owned(), etcd.value(&key))).collect()
}

#[test]
fn values_are_typed_as_they_are_written_and_as_etcdctl_sees_them() {
    let etcd = Etcd::start();
    for (text, wire) in [
        ("db.com", "\"db.com\""),
        ("30", "30"),
        ("1.10", "1.10"),
        ("12345678901234567890", "12345678901234567890"),
        ("true", "true"),
        ("yes", "\"yes\""),
        ("007", "\"007\""),
        ("null", "\"null\""),
        ("2026-11-27", "\"2026-11-27\""),
        ("\"x\"", r#""\"x\"""#),
        ("", "\"\""),
        ("a\nb", r#""a\nb""#),
    ] {
        done(&etcd, &["set", "v", text]);
        assert_eq!(etcd.value("/config/app/v"), wire, "{text}");
        assert_eq!(done(&etcd, &["get", "v"]), format!("{text}\n"));
    }
    for (kind, text, wire) in [
        ("string", "30", "\"30\""),
        ("json", r#"{ "a": [1.10] }"#, r#"{"a":[1.10]}"#),
        ("duration", "1h 30m", "\"1h 30m\""),
        ("bytes", "64KiB", "\"64KiB\""),
        ("list", "a,b", r#"["a","b"]"#),
    ] {
        done(&etcd, &["set", "v", text, "--type", kind]);
        assert_eq!(etcd.value("/config/app/v"), wire, "{text}");
    }
    for (kind, text) in [
        ("int", "1.5"),
        ("int", "x"),
        ("bool", "yes"),
        ("json", "{"),
        ("json", "null"),
        ("float", "NaN"),
        ("duration", "soon"),
    ] {
        refused(&etcd, &["set", "v", text, "--type", kind], 2, "v: ");
    }
    done(&etcd, &["set", "n", "5"]);
    assert_eq!(done(&etcd, &["get", "n", "--type", "int"]), "5\n");
    assert_eq!(done(&etcd, &["get", "n", "--type", "float"]), "5\n");
    refused(&etcd, &["get", "n", "--type", "string"], 2, "n: ");
    refused(&etcd, &["get", "none"], 1, "there is no none");
    assert_eq!(done(&etcd, &["get", "none", "--default", "7", "--type", "int"]), "7\n");
    let row = rows(&done(&etcd, &["get", "n", "-o", "json"])).remove(0);
    assert_eq!((row["value"].as_i64(), row["type"].as_str()), (Some(5), Some("int")));
    etcd.ctl(&["put", "/config/app/raw", "no json"]);
    refused(&etcd, &["get", "raw"], 2, "raw is not typed");
    etcd.ctl("del --prefix /");
}

#[test]
fn names_are_by_their_parts_and_a_value_is_no_folder() {
    let etcd = Etcd::start();
    for (key, value) in [("database/host", "a"), ("database/port", "1"), ("database2/host", "b"), ("other", "c")] {
        done(&etcd, &["set", key, value]);
    }
    let listed = |words: &[&str]| -> Vec<String> {
        let shown = rows(&done(&etcd, &[&["list", "-o", "json"], words].concat()));
        shown.iter().map(|row| row["key"].as_str().unwrap().to_owned()).collect()
    };
    assert_eq!(listed(&["database"]), ["database/host", "database/port"]);
    assert_eq!(listed(&[]).len(), 4);
    assert_eq!(config(&etcd, &["list", "data"]).code, 1);
    let folder = config(&etcd, &["set", "database", "x"]);
    assert_eq!(folder.code, 2);
    assert!(folder.stderr.contains("database is a folder, with database/host in it: it can't be a value, too"));
    assert!(
        folder.stderr.contains("`etcdpat config delete database --prefix` deletes the folder"),
        "{}",
        folder.stderr
    );
    refused(&etcd, &["delete", "database"], 1, "it is a folder: `etcdpat config delete database --prefix`");
    refused(&etcd, &["get", "database"], 1, "it is a folder: `etcdpat config list database` shows");
    done(&etcd, &["set", "data base/a b", "x"]);
    refused(&etcd, &["get", "data base"], 1, "`etcdpat config list 'data base'` shows");
    done(&etcd, &["delete", "data base/a b"]);
    assert!(!config(&etcd, &["get", "nope"]).stderr.contains("config list"));
    refused(&etcd, &["set", "other/below", "x"], 2, "other is a value, and other/below would lie below it");
    for key in ["", "/a", "a/", "a//b", "..", "a/../b", "a\u{7}"] {
        refused(&etcd, &["set", key, "x"], 2, "not a name");
    }
    refused(&etcd, &["set", "a", "x", "--root", ""], 2, "--root");
    assert_eq!(
        done(&etcd, &["delete", "database", "--prefix"]),
        "database/host deleted (was \"a\")\ndatabase/port deleted (was 1)\n"
    );
    refused(&etcd, &["list", "--state-root", "/config/app/x"], 2, "bookkeeping would be values");
    refused(&etcd, &["delete", "database"], 1, "there is no database");
    assert_eq!(listed(&[]), ["database2/host", "other"]);
    etcd.ctl("del --prefix /");
}

#[test]
fn of_many_editors_each_change_is_on_what_it_saw_or_refused() {
    let etcd = Etcd::start();
    done(&etcd, &["set", "n", "0"]);
    let seen = || rows(&done(&etcd, &["get", "n", "-o", "json"])).remove(0);
    let mut applied = 0;
    for count in [10, 10, 10, 40] {
        let row = seen();
        let (value, revision) = (row["value"].as_i64().unwrap(), row["mod_revision"].to_string());
        let next = (value + 1).to_string();
        let editors: Vec<_> =
            (0..count).map(|_| etcd.pat(&["config", "set", "n", &next, "--if-revision", &revision]).spawn()).collect();
        let codes: Vec<_> = editors.into_iter().map(|editor| editor.wait().code).collect();
        assert_eq!(codes.iter().filter(|code| **code == 0).count(), 1, "{codes:?}");
        assert!(codes.iter().all(|code| [0, 1].contains(code)), "{codes:?}");
        applied += 1;
    }
    assert_eq!(seen()["value"].as_i64(), Some(applied));
    refused(&etcd, &["set", "n", "9", "--if-revision", "0"], 1, "n is there already, at revision");
    refused(&etcd, &["set", "n", "9", "--if-revision", "1"], 1, "n has changed");
    refused(
        &etcd,
        &["set", "nope", "9", "--if-revision", "5"],
        1,
        "nope is not there any more: it was seen at revision 5",
    );
    refused(&etcd, &["set", "n", "9", "--if-revision", "x"], 2, "expected a revision, a whole number from 0");
    refused(&etcd, &["history", "n", "--limit", "0"], 2, "expected a whole number from 1");
    done(&etcd, &["set", "new", "9", "--if-revision", "0"]);
    let history = rows(&done(&etcd, &["history", "n", "-o", "json"]));
    let values: Vec<_> = history.iter().map(|row| row["value"].as_i64().unwrap()).collect();
    assert_eq!(values, [4, 3, 2, 1, 0]);
    // A secret is not shown.
    let secret = done(&etcd, &["set", "password", "hunter2", "--no-echo"]);
    assert!(!secret.contains("hunter2"));
    assert!(!done(&etcd, &["list", "--names", "-o", "json"]).contains("hunter2"));
    refused(&etcd, &["set", "password", "--no-echo"], 2, "--stdin or --file FILE");
    let deleted = done(&etcd, &["delete", "password", "--no-echo"]);
    assert!(deleted.contains("password deleted") && !deleted.contains("hunter2"), "{deleted}");
    etcd.ctl("del --prefix /");
}

#[test]
fn an_import_is_whole_and_a_file_with_a_mistake_changes_nothing() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let file = |name: &str, text: &str| {
        let file = path(&dir, name);
        fs::write(&file, text).unwrap();
        file
    };
    let yaml = file("a.yaml", "database:\n  host: db.com\n  port: 5432\n  ratio: 1.10\ndebug: false\nanswer: yes\n");
    let dry = done(&etcd, &["import", &yaml, "--dry-run"]);
    assert!(dry.contains("+ database/port = 5432\n") && dry.contains("would import"), "{dry}");
    assert!(stored(&etcd).is_empty());
    done(&etcd, &["import", &yaml]);
    let expected = [
        ("answer", "\"yes\""),
        ("database/host", "\"db.com\""),
        ("database/port", "5432"),
        ("database/ratio", "1.10"),
        ("debug", "false"),
    ];
    let expected: BTreeMap<_, _> = expected.map(|(key, value)| (key.to_owned(), value.to_owned())).into();
    assert_eq!(stored(&etcd), expected);
    assert!(done(&etcd, &["import", &yaml]).contains("0 set, 0 deleted, 5 unchanged"));
    // What was exported is imported again, in each format that holds it.
    for format in ["json", "yaml", "toml"] {
        let text = done(&etcd, &["export", "--format", format]);
        let exported = file(&format!("b.{format}"), &text);
        etcd.ctl("del --prefix /config/");
        done(&etcd, &["import", &exported]);
        assert_eq!(stored(&etcd), expected, "{text}");
    }
    for (name, text, says) in [
        ("c.yaml", "a: 1\na: 2\n", "line 2, column 1: a: this key is there twice"),
        ("c.yaml", "a: 1\nb: [\n", "c.yaml, line"),
        ("c.yaml", "a: ~\n", "line 1"),
        ("c.yaml", "a: 007\n", "line 1"),
        ("c.toml", "a = 2026-11-27\n", "line 1"),
        ("c.toml", "a = nan\n", "line 1"),
        ("c.json", "{\"a\": null}", "line 1"),
        ("c.json", "{\"a\": 1, \"a\": 2}", "line 1"),
        ("c.json", "{\"a\": 1", "c.json, line"),
        ("c.txt", "a", "format"),
    ] {
        let wrong = file(name, text);
        refused(&etcd, &["import", &wrong], 2, says);
    }
    let below = file("d.json", r#"{"database": 1}"#);
    refused(&etcd, &["import", &below], 2, "database is a folder, with database/host in it");
    assert_eq!(stored(&etcd), expected);
    // From a pipe, and a file that is its ending alone.
    let piped = |line: &str| {
        let sh = format!("{line} >&2", line = line.replace("PAT", env!("CARGO_BIN_EXE_etcdpat")));
        etcd.run(&["lock", "l", "--", "bash", "-c", &sh])
    };
    for line in [
        "echo '{\"piped\": 1}' | PAT config import - --format json",
        "PAT config import --format yaml <(echo 'piped: 1')",
        "echo piped=1 | PAT config import --format env /dev/stdin",
        "printf '1\\r\\n' | PAT config set piped --stdin",
        "PAT config set piped --file <(echo 1)",
    ] {
        let done = piped(line);
        assert_eq!(done.code, 0, "{line}: {}", done.stderr);
        assert_eq!(etcd.value("/config/app/piped"), "1");
        etcd.ctl("del /config/app/piped");
    }
    refused(&etcd, &["import", "-"], 2, "the format of standard input is not known");
    let dot = file(".env", "PIPED=1\n");
    done(&etcd, &["import", &dot]);
    done(&etcd, &["delete", "piped"]);
    refused(&etcd, &["export", "nope"], 1, "there is nothing at or below nope");
    for name in ["empty.yaml", "empty.env", "empty.toml"] {
        let empty = file(name, "");
        refused(&etcd, &["import", "--prune", &empty], 2, "--prune would delete all");
    }
    // Pruned: all but flags.
    done(&etcd, &["flag", "enable", "new-ui"]);
    done(&etcd, &["import", "--prune", &below]);
    let left: Vec<_> = stored(&etcd).into_iter().collect();
    assert_eq!(left, [("database".to_owned(), "1".to_owned()), ("features/new-ui".to_owned(), "true".to_owned())]);
    etcd.ctl("del --prefix /");
}

#[test]
fn a_large_import_is_seen_whole_and_finished_by_the_same_one() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let file = path(&dir, "large.json");
    let values: Vec<_> = (0..1000).map(|number| format!("\"k{number}\": {{\"v\": 1}}")).collect();
    fs::write(&file, format!("{{{}}}", values.join(","))).unwrap();
    done(&etcd, &["snapshot", "create", "v0"]);
    let watch = etcd.pat("config watch -o json").spawn();
    done(&etcd, &["set", "first", "1"]);
    until("it watches", || watch.stdout().contains("\"first\""));
    // One that was broken off: its mark stands.
    let mark = "/_etcdpat/config/%2Fconfig%2Fapp/importing";
    etcd.ctl(&["put", mark, r#"{"host":"h","pid":1,"user":"u","since":"2026-11-27T00:00:00Z","content":"other"}"#]);
    refused(&etcd, &["import", &file], 122, "an import into /config/app is not finished: begun by u@h (pid 1)");
    refused(&etcd, &["set", "a", "1"], 122, "not finished");
    refused(&etcd, &["delete", "first"], 122, "not finished");
    refused(&etcd, &["snapshot", "create", "v1"], 122, "not finished");
    refused(&etcd, &["snapshot", "delete", "v0"], 122, "not finished");
    refused(&etcd, &["snapshot", "diff", "v0"], 122, "not finished");
    refused(&etcd, &["export"], 122, "not finished");
    // Who has not begun yet, gives up after a while.
    let template = path(&dir, "t.j2");
    fs::write(&template, "x\n").unwrap();
    let once = ["render", &template, &path(&dir, "out"), "--once"];
    for words in [&once[..], &["exec", "--", "true"]] {
        refused(&etcd, &[&["--command-timeout", "200ms"], words].concat(), 122, "--take-over");
    }
    // What somebody writes meanwhile is not passed on.
    etcd.ctl(&["put", "/config/app/half", "1"]);
    watch.wait_for_stdout("\"event\":\"config.importing\"");
    assert!(!watch.stdout().contains("\"half\""));
    etcd.ctl(&["del", mark]);
    until("it is told then", || watch.stdout().contains("\"half\""));
    let told = done(&etcd, &["import", &file]);
    assert!(told.contains("1000 set, 0 deleted, 0 unchanged, in several steps"), "{told}");
    assert!(!etcd.keys("/_etcdpat/").iter().any(|key| key.ends_with("/importing")));
    let set = || names(&watch.stdout()).iter().filter(|name| *name == "config.set").count();
    until("all are told", || set() == 1002);
    watch.end();
    // Killed at any time: run again, it is done.
    for round in 0..6 {
        etcd.ctl("del --prefix /config/app/k");
        let import = etcd.pat(&["config", "import", &file]).spawn();
        std::thread::sleep(std::time::Duration::from_millis(round * 8));
        drop(import);
        done(&etcd, &["import", &file]);
        assert_eq!(etcd.keys("/config/app/k").len(), 1000);
        assert!(!etcd.keys("/_etcdpat/").iter().any(|key| key.ends_with("/importing")));
    }
    etcd.ctl("del --prefix /");
}

#[test]
fn a_snapshot_is_restored_exactly() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    for (key, value) in [("a", "1"), ("b/c", "two"), ("features/x", "true")] {
        done(&etcd, &["set", key, value]);
    }
    etcd.ctl(&["put", "/config/app/raw", "no json"]);
    let raw = rows(&done(&etcd, &["list", "raw", "-o", "json"])).remove(0);
    assert!(raw["value"].is_null() && raw["message"].as_str().is_some(), "{raw}");
    let before = stored(&etcd);
    assert!(done(&etcd, &["snapshot", "create", "v1"]).contains("v1"));
    refused(&etcd, &["snapshot", "create", "v1"], 1, "there is a snapshot v1 already");
    assert_eq!(config(&etcd, &["snapshot", "diff", "v1"]).code, 0);
    done(&etcd, &["set", "a", "9"]);
    done(&etcd, &["delete", "b/c"]);
    done(&etcd, &["set", "later", "x"]);
    done(&etcd, &["snapshot", "create", "v2"]);
    // Each value has the revision at which it was put.
    let shown = |words: &[&str]| rows(&done(&etcd, &[words, &["-o", "json"]].concat()));
    let revisions =
        |rows: Vec<serde_json::Value>| rows.iter().map(|row| row["mod_revision"].as_i64()).collect::<Vec<_>>();
    assert_eq!(revisions(shown(&["snapshot", "show", "v2"])), revisions(shown(&["list"])));
    // The second one does not have the first one in it.
    assert!(!done(&etcd, &["snapshot", "show", "v2"]).contains("two"));
    let diff = config(&etcd, &["snapshot", "diff", "v1"]);
    assert_eq!(diff.code, 1);
    for line in ["~ a = 9 (was 1)\n", "- b/c = \"two\"\n", "+ later = \"x\"\n"] {
        assert!(diff.stdout.contains(line), "{}", diff.stdout);
    }
    done(&etcd, &["snapshot", "restore", "v1"]);
    assert_eq!(stored(&etcd), before);
    assert_eq!(config(&etcd, &["snapshot", "diff", "v1", "v2"]).code, 1);
    let listed = rows(&done(&etcd, &["snapshot", "list", "-o", "json"]));
    let versions: Vec<_> = listed.iter().map(|row| row["version"].as_str().unwrap()).collect();
    assert_eq!(versions, ["v1", "v2"]);
    // A thousand, and some that are large; killed in the middle, and run again.
    let values: Vec<_> = (0..1000).map(|number| format!("\"k{number}\": \"{}\"", "x".repeat(1500))).collect();
    let file = path(&dir, "large.json");
    fs::write(&file, format!("{{{}}}", values.join(","))).unwrap();
    done(&etcd, &["import", &file]);
    let large = stored_hash(&etcd);
    done(&etcd, &["snapshot", "create", "large"]);
    for round in 0..5 {
        done(&etcd, &["snapshot", "restore", "v1"]);
        let restore = etcd.pat("config snapshot restore large").spawn();
        std::thread::sleep(std::time::Duration::from_millis(round * 20));
        drop(restore);
        done(&etcd, &["snapshot", "restore", "large"]);
        assert_eq!(stored_hash(&etcd), large);
    }
    // A damaged one is said to be.
    let part = etcd.keys("/_etcdpat/config/%2Fconfig%2Fapp/snapshot/v1/part/").remove(0);
    etcd.ctl(&["put", &part, "[]"]);
    refused(&etcd, &["snapshot", "restore", "v1"], 125, "snapshot v1 is damaged: its checksum is another one");
    done(&etcd, &["snapshot", "delete", "v1"]);
    refused(&etcd, &["snapshot", "show", "v1"], 1, "there is no snapshot v1");
    etcd.ctl("del --prefix /");
}

fn stored_hash(etcd: &Etcd) -> String {
    let all = etcd.ctl("get --prefix /config/app/").stdout;
    format!("{} {}", all.len(), etcd.keys("/config/app/").len())
}

#[test]
fn flags_are_on_for_whom_they_say() {
    let etcd = Etcd::start();
    let code = |words: &[&str]| config(&etcd, &[&["flag"], words].concat()).code;
    assert_eq!(code(&["get", "new-ui"]), 1);
    assert_eq!(code(&["enable", "new-ui"]), 0);
    assert_eq!(etcd.value("/config/app/features/new-ui"), "true");
    assert_eq!((code(&["get", "new-ui"]), code(&["get", "new-ui", "--for", "ann"])), (0, 0));
    assert_eq!(code(&["enable", "new-ui", "--percent", "0", "--allow", "ann", "--deny", "bob"]), 0);
    assert_eq!(["ann", "bob", "eve"].map(|user| code(&["get", "new-ui", "--for", user])), [0, 1, 1]);
    refused(&etcd, &["flag", "get", "new-ui"], 2, "none is named");
    assert_eq!(code(&["disable", "new-ui"]), 0);
    assert_eq!(code(&["get", "new-ui", "--for", "ann"]), 1);
    assert!(etcd.value("/config/app/features/new-ui").contains("ann"));
    // What it was on for, is as it was, when it is enabled again.
    assert_eq!(code(&["enable", "new-ui", "--percent", "100"]), 0);
    assert_eq!(["ann", "bob", "eve"].map(|user| code(&["get", "new-ui", "--for", user])), [0, 1, 0]);
    // Lists are added to, and taken out of.
    assert_eq!(code(&["enable", "new-ui", "--percent", "0", "--allow", "eve", "--allow", "bob", "--allow", "eve"]), 0);
    assert_eq!(["ann", "bob", "eve"].map(|user| code(&["get", "new-ui", "--for", user])), [0, 0, 0]);
    assert_eq!(code(&["enable", "new-ui", "--deny", "ann", "--forget", "eve"]), 0);
    assert_eq!(
        etcd.value("/config/app/features/new-ui"),
        r#"{"enabled":true,"percent":0,"allow":["bob"],"deny":["ann"]}"#
    );
    for words in [&["--allow", ""][..], &["--allow", "x", "--deny", "x"], &["--percent", "12.5"], &["--percent", "-1"]]
    {
        assert_eq!(code(&[&["enable", "new-ui"], words].concat()), 2);
    }
    refused(&etcd, &["flag", "enable", "n", "--percent", "12.5"], 2, "expected a whole number from 0 to 100");
    assert_eq!(code(&["enable", "new-ui", "--percent", "100", "--forget", "ann"]), 0);
    assert_eq!(code(&["get", "new-ui"]), 0);
    assert_eq!(code(&["enable", "new-ui", "--for-all"]), 0);
    assert_eq!(etcd.value("/config/app/features/new-ui"), "true");
    assert_eq!(code(&["enable", "new-ui", "--percent", "101"]), 2);
    done(&etcd, &["set", "features/text", "on"]);
    refused(&etcd, &["flag", "get", "text"], 2, "it is not a flag");
    let listed = config(&etcd, &["flag", "list"]);
    assert!(listed.stdout.contains(" STATE ") && listed.stdout.contains("new-ui"), "{listed:?}");
    assert!(listed.stderr.contains("features/text: it is not a flag"), "{listed:?}");
    // One that is not there is off, and is not made.
    let off = config(&etcd, &["flag", "disable", "typo"]);
    assert_eq!((off.code, off.stdout.as_str()), (0, ""));
    assert!(off.stderr.contains("there is no flag typo: it is off already"), "{off:?}");
    assert!(etcd.keys("/config/app/features/typo").is_empty());
    etcd.ctl("del --prefix /");
}

#[test]
fn a_watcher_ends_with_what_a_fresh_read_shows_while_members_restart() {
    let mut etcd = Etcd::with(Setup { members: 3, ..Setup::default() });
    let watch = etcd.pat("config watch -o json").spawn();
    for round in 0..10 {
        for number in 0..5 {
            let key = format!("k{}", (round * 7 + number * 3) % 8);
            if number == 4 {
                config(&etcd, &["delete", &key]);
            } else {
                done(&etcd, &["set", &key, &format!("{round}{number}")]);
            }
        }
        etcd.kill_member(round % 3);
        etcd.start_member(round % 3);
        etcd.wait_healthy();
    }
    let fresh = stored(&etcd);
    let replayed = || {
        let mut state = BTreeMap::new();
        for row in rows(&watch.stdout()) {
            let key = row["key"].as_str().unwrap_or_default().to_owned();
            match row["event"].as_str().unwrap() {
                "config.set" => drop(state.insert(key, row["value"].to_string())),
                "config.deleted" => drop(state.remove(&key)),
                _ => {}
            }
        }
        state
    };
    eventually("it has told all", std::time::Duration::from_secs(20), || (replayed() == fresh).then_some(()));
    assert!(!fresh.is_empty());
    watch.end();
    etcd.ctl("del --prefix /");
}

/// An answer that was lost: a second attempt would undo what somebody else has done since.
#[test]
fn a_write_whose_answer_was_lost_is_not_sent_again() {
    let mut etcd = Etcd::start();
    etcd.leave_be();
    etcd.run("config set gone-once-only 1");
    assert_eq!(etcd.run("config snapshot create v-once-only").code, 0);
    let dir = tempfile::tempdir().unwrap();
    let file = path(&dir, "settings.json");
    fs::write(&file, r#"{"imported": "imported-once-only"}"#).unwrap();
    for (line, marker) in [
        ("config set there once-and-not-again", &b"once-and-not-again"[..]),
        ("config delete gone-once-only", b"gone-once-only"),
        ("config flag enable new-ui --allow allowed-once-only", b"allowed-once-only"),
        ("config import IMPORTED", b"imported-once-only"),
        ("config snapshot delete v-once-only", b"v-once-only"),
    ] {
        // The next endpoint would answer.
        let endpoints = format!("{},{}", deaf_after(&etcd.endpoint(0), marker), etcd.endpoint(0));
        let line = line.replace("IMPORTED", &file);
        let done = etcd.run(&format!("{line} --command-timeout 1s --endpoints {endpoints}"));
        assert_eq!(done.code, 125, "{line}: {done:?}");
        assert!(done.stderr.contains("it may have been done all the same"), "{line}: {}", done.stderr);
    }
    assert_eq!(etcd.run(&["txn", "--if", "version(/config/app/there) = 1"]).code, 0);
    assert_eq!(etcd.run("config get gone-once-only").code, 1);
    assert_eq!(etcd.run("config get imported").stdout, "imported-once-only\n");
    assert_eq!(etcd.run("config snapshot list --names").stdout, "");
}
