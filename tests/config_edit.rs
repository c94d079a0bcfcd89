//! Imports that meet, and what history still tells.

use std::collections::BTreeMap;
use std::fs;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::support::{Done, Etcd, Running, Signal, path, rows};

const MARK: &str = "/_etcdpat/config/%2Fconfig%2Fapp/importing";

fn config(etcd: &Etcd, words: &[&str]) -> Done {
    etcd.run(&[&["config"], words].concat())
}

fn done(etcd: &Etcd, words: &[&str]) -> String {
    let done = config(etcd, words);
    assert_eq!(done.code, 0, "{words:?}: {}", done.stderr);
    done.stdout
}

fn refused(etcd: &Etcd, words: &[&str], code: i32, says: &str) -> String {
    let done = config(etcd, words);
    assert_eq!(done.code, code, "{words:?}: {}", done.stderr);
    assert!(done.stderr.contains(says), "{words:?}: {}", done.stderr);
    done.stderr
}

fn stored(etcd: &Etcd) -> BTreeMap<String, String> {
    let all = etcd.ctl("get --prefix /config/app/").stdout;
    let mut lines = all.lines();
    let mut found = BTreeMap::new();
    while let (Some(key), Some(value)) = (lines.next(), lines.next()) {
        found.insert(key.trim_start_matches("/config/app/").to_owned(), value.to_owned());
    }
    found
}

fn expected(values: &[(&str, &str)]) -> BTreeMap<String, String> {
    values.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
}

fn file(dir: &TempDir, name: &str, text: &str) -> String {
    let file = path(dir, name);
    fs::write(&file, text).unwrap();
    file
}

fn many(value: &str, count: usize) -> String {
    let values: Vec<_> = (0..count).map(|number| format!("\"k{number}\": \"{value}\"")).collect();
    format!("{{{}}}", values.join(","))
}

/// An import that is stopped (SIGSTOP) in its middle.
fn stopped_in_the_middle(etcd: &Etcd, words: &[&str]) -> Running {
    for _ in 0..50 {
        etcd.ctl("del --prefix /config/app/k");
        let import = etcd.pat(words).spawn();
        let end = Instant::now() + Duration::from_secs(10);
        while etcd.value(MARK).is_empty() && Instant::now() < end && etcd.keys("/config/app/k0").is_empty() {}
        import.signal(Signal::STOP);
        if !etcd.value(MARK).is_empty() {
            return import;
        }
        import.signal(Signal::CONT);
        import.wait();
    }
    panic!("it was never caught in the middle");
}

#[test]
fn an_import_that_was_broken_off_can_be_taken_over() {
    let (etcd, dir) = (Etcd::start(), tempfile::tempdir().unwrap());
    let (one, two) = (file(&dir, "one.json", &many("one", 4000)), file(&dir, "two.json", &many("two", 4000)));
    done(&etcd, &["set", "first", "1"]);
    done(&etcd, &["snapshot", "create", "v1"]);
    let other = r#"{"host":"h","pid":1,"user":"u","since":"2026-11-27T00:00:00Z","content":"other"}"#;
    etcd.ctl(&["put", MARK, other]);
    let said = refused(&etcd, &["import", &one], 122, "begun by u@h (pid 1)");
    assert!(said.contains("--take-over"), "{said}");
    done(&etcd, &["import", &one, "--take-over"]);
    assert_eq!(stored(&etcd).len(), 4001);
    etcd.ctl(&["put", MARK, other]);
    refused(&etcd, &["snapshot", "restore", "v1"], 122, "begun by u@h (pid 1)");
    done(&etcd, &["snapshot", "restore", "v1", "--take-over"]);
    assert_eq!(stored(&etcd), expected(&[("first", "1")]));
    assert!(etcd.value(MARK).is_empty());
    // One that is alive: no step of it follows.
    let first = stopped_in_the_middle(&etcd, &["config", "import", &one]);
    done(&etcd, &["import", &two, "--take-over"]);
    first.signal(Signal::CONT);
    let first = first.wait();
    assert_eq!(first.code, 122, "{first:?}");
    let values = stored(&etcd);
    assert_eq!(values.len(), 4001);
    assert!(values.values().all(|value| value != "\"one\""));
    etcd.ctl("del --prefix /");
}

#[test]
fn two_who_import_the_same_at_once_both_succeed_and_undo_nothing() {
    let (etcd, dir) = (Etcd::start(), tempfile::tempdir().unwrap());
    let file = file(&dir, "one.json", &many("one", 4000));
    for _ in 0..5 {
        etcd.ctl("del --prefix /config/");
        let both: Vec<_> = (0..2).map(|_| etcd.pat(&["config", "import", &file]).spawn()).collect();
        for done in both.into_iter().map(Running::wait) {
            assert_eq!(done.code, 0, "{done:?}");
        }
        assert_eq!(etcd.keys("/config/app/k").len(), 4000);
        assert!(etcd.value(MARK).is_empty());
    }
    // Somebody else finishes it, and a third one goes on from there.
    let first = stopped_in_the_middle(&etcd, &["config", "import", &file]);
    done(&etcd, &["import", &file]);
    done(&etcd, &["set", "k3999", "later"]);
    first.signal(Signal::CONT);
    let first = first.wait();
    assert_eq!(first.code, 0, "{first:?}");
    assert_eq!(etcd.value("/config/app/k3999"), "\"later\"");
    etcd.ctl("del --prefix /");
}

#[test]
fn a_restore_that_was_killed_is_finished_by_the_same_one() {
    let (etcd, dir) = (Etcd::start(), tempfile::tempdir().unwrap());
    let file = |name: &str, text: &str| file(&dir, name, text);
    done(&etcd, &["import", &file("a.json", &many("a", 1500))]);
    done(&etcd, &["set", "k7", "seven"]);
    let large = stored(&etcd);
    done(&etcd, &["snapshot", "create", "a"]);
    done(&etcd, &["import", "--prune", &file("b.json", &many("b", 1200))]);
    done(&etcd, &["set", "other", "1"]);
    done(&etcd, &["snapshot", "create", "b"]);
    let other = stored(&etcd);
    let took = {
        let begun = Instant::now();
        done(&etcd, &["snapshot", "restore", "a"]);
        begun.elapsed()
    };
    let mut caught = 0;
    for round in 0..20 {
        done(&etcd, &["snapshot", "restore", "b"]);
        let restore = etcd.pat("config snapshot restore a").spawn();
        std::thread::sleep(took * round / 20);
        drop(restore);
        caught += usize::from(!etcd.value(MARK).is_empty());
        done(&etcd, &["snapshot", "restore", "a"]);
        assert_eq!(stored(&etcd), large);
        assert!(etcd.value(MARK).is_empty());
    }
    assert!(caught > 0);
    // Two of different ones: one is refused, or both are whole.
    for _ in 0..10 {
        let both: Vec<_> =
            ["a", "b"].iter().map(|version| etcd.pat(&["config", "snapshot", "restore", version]).spawn()).collect();
        let codes: Vec<_> = both.into_iter().map(|one| one.wait().code).collect();
        assert!(codes.iter().all(|code| [0, 122].contains(code)) && codes.contains(&0), "{codes:?}");
        let now = stored(&etcd);
        assert!(now == large || now == other);
        assert!(codes[0] == 0 || now == other);
        assert!(codes[1] == 0 || now == large);
    }
    etcd.ctl("del --prefix /");
}

#[test]
fn history_goes_back_over_deletions_up_to_a_compaction() {
    for etcd in Etcd::of_each_version() {
        let history = |words: &[&str]| -> Vec<String> {
            let shown = rows(&done(&etcd, &[&["history", "-o", "json"], words].concat()));
            let short = |row: &serde_json::Value| match row["type"].as_str().unwrap() {
                "deleted" => "deleted".to_owned(),
                _ => row["value"].to_string(),
            };
            shown.iter().map(short).collect()
        };
        for value in ["1", "2"] {
            done(&etcd, &["set", "a", value]);
        }
        done(&etcd, &["delete", "a"]);
        done(&etcd, &["set", "ab", "no"]);
        assert_eq!(history(&["a"]), ["deleted", "2", "1"]);
        for value in ["3", "4"] {
            done(&etcd, &["set", "a", value]);
        }
        assert_eq!(history(&["a"]), ["4", "3", "deleted", "2", "1"]);
        assert_eq!(history(&["a", "--limit", "3"]), ["4", "3", "deleted"]);
        let table = done(&etcd, &["history", "a"]);
        assert!(table.lines().nth(3).unwrap().contains("deleted"), "{table}");
        let revisions: Vec<_> = rows(&done(&etcd, &["history", "a", "-o", "json"]))
            .iter()
            .map(|row| row["mod_revision"].as_i64().unwrap())
            .collect();
        assert!(revisions.is_sorted_by(|newer, older| newer > older), "{revisions:?}");
        refused(&etcd, &["history", "none"], 1, "there is no none");
        // Compacted at a value; then after a deletion; then so that nothing is left.
        let compact = |revision: i64| assert_eq!(etcd.ctl(&["compact", &revision.to_string()]).code, 0);
        compact(revisions[1]);
        assert_eq!(history(&["a"]), ["4", "3"]);
        done(&etcd, &["delete", "a"]);
        assert_eq!(history(&["a"]), ["deleted", "4", "3"]);
        compact(revisions[0]);
        assert_eq!(history(&["a"]), ["deleted", "4"]);
        // Where there is much of it.
        etcd.put_all((0..2500).map(|number| ("/config/app/a".to_owned(), if number % 2 == 0 { "0" } else { "1" })), 0);
        assert_eq!(history(&["a", "--limit", "5000"]).len(), 2502);
        assert_eq!(history(&["a"]).len(), 100);
        let now = rows(&done(&etcd, &["set", "last", "1", "-o", "json"]))[0]["mod_revision"].as_i64().unwrap();
        done(&etcd, &["delete", "a"]);
        compact(now + 1);
        refused(&etcd, &["history", "a"], 1, "there is no a");
        etcd.ctl("del --prefix /");
    }
}

#[test]
fn what_etcd_would_not_take_is_refused_before() {
    let (etcd, dir) = (Etcd::start(), tempfile::tempdir().unwrap());
    let largest = 1 << 20;
    // Two of its bytes are the quotes.
    for (length, fits) in [(largest - 2, true), (largest - 1, false), (largest + 1, false)] {
        let text = "x".repeat(length);
        let named = file(&dir, "value", &text);
        let json = file(&dir, "value.json", &format!("{{\"small\": 1, \"large\": \"{text}\"}}"));
        let stdin = etcd.pat("config set v --stdin").input(text.as_bytes()).run();
        let codes =
            [config(&etcd, &["set", "v", "--file", &named]).code, stdin.code, config(&etcd, &["import", &json]).code];
        assert_eq!(codes, if fits { [0; 3] } else { [2; 3] }, "{length}");
        if fits {
            assert_eq!(stored(&etcd)["v"].len(), largest);
            // Snapshots take them too, whatever they are written as.
            done(&etcd, &["set", "quotes", "--file", &file(&dir, "quotes", &"\"".repeat(largest / 2 - 1))]);
            etcd.ctl(&["put", "/config/app/control", &"\u{1}".repeat(100_000)]);
            let before = stored(&etcd);
            done(&etcd, &["snapshot", "create", "large"]);
            etcd.ctl("del --prefix /config/app/");
            done(&etcd, &["snapshot", "restore", "large"]);
            assert!(stored(&etcd) == before);
        } else {
            refused(&etcd, &["import", &json], 2, "large is too large: a value has at most 1 MiB");
        }
        etcd.ctl("del --prefix /");
    }
    refused(&etcd, &["set", &"a/".repeat(100).trim_end_matches('/').repeat(2), "x"], 2, "at most 100 parts");
    refused(&etcd, &["set", &"a".repeat(5000), "x"], 2, "at most 4096 bytes");
    done(&etcd, &["set", "a/".repeat(100).trim_end_matches('/'), "x"]);
    etcd.ctl("del --prefix /");
    let pipe = path(&dir, "pipe.json");
    nix::unistd::mkfifo(pipe.as_str(), nix::sys::stat::Mode::S_IRWXU).unwrap();
    for unfit in [pipe.as_str(), "/dev/zero", dir.path().to_str().unwrap()] {
        refused(&etcd, &["import", unfit, "--format", "json"], 2, "it is not a regular file");
        refused(&etcd, &["set", "v", "--file", unfit], 2, "it is not a regular file");
    }
    let endless = etcd.pat("config set v --stdin").input(&vec![b'x'; 3 << 20]).run();
    assert!(endless.code == 2 && endless.stderr.contains("more than 1 MiB"), "{endless:?}");
    assert!(etcd.keys("").is_empty());
}

#[test]
fn what_would_change_is_shown_as_a_diff() {
    let (etcd, dir) = (Etcd::start(), tempfile::tempdir().unwrap());
    for (key, value) in [("a", "1"), ("b", "two"), ("c", "3")] {
        done(&etcd, &["set", key, value]);
    }
    etcd.ctl(&["put", "/config/app/raw", "no json"]);
    let file = file(&dir, "new.yaml", "a: 1\nb: 2\nd: [4]\n");
    let words = ["import", &file, "--prune", "--dry-run"];
    let plain = "~ b = 2 (was \"two\")\n- c = 3\n+ d = [4]\n- raw = no json\nwould import into /config/app: 2 set, 2 deleted, 1 unchanged\n";
    assert_eq!(done(&etcd, &words), plain);
    let colored = done(&etcd, &[&words[..], &["--color", "always"]].concat());
    assert!(
        colored.starts_with("\x1b[33m~ b = 2 (was \"two\")\x1b[0m\n\x1b[31m- c = 3\x1b[0m\n\x1b[32m+ d = [4]\x1b[0m\n"),
        "{colored}"
    );
    let json = rows(&done(&etcd, &[&words[..], &["-o", "json"]].concat()));
    let short: Vec<_> =
        json.iter().map(|row| (row["event"].as_str().unwrap(), &row["value"], &row["old_value"])).collect();
    let (two, four) = (serde_json::json!("two"), serde_json::json!([4]));
    assert_eq!(short[0], ("config.differs", &2.into(), &two));
    assert_eq!(short[1], ("config.differs", &serde_json::Value::Null, &3.into()));
    assert_eq!(short[2], ("config.differs", &four, &serde_json::Value::Null));
    done(&etcd, &["snapshot", "create", "v1"]);
    done(&etcd, &["import", &file, "--prune"]);
    let diff = config(&etcd, &["snapshot", "diff", "v1"]);
    assert_eq!((diff.code, diff.stdout.as_str()), (1, plain.split_once("would").unwrap().0));
    etcd.ctl("del --prefix /");
}
