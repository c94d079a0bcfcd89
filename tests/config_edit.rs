//! What history still tells.

use crate::support::{Done, Etcd, rows};

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
