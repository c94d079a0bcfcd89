//! `watch --resume-file`: a restart goes on exactly where it was.

use std::fs;
use std::time::Duration;

use etcd_client::TxnOp;

use crate::support::history::{commit, compact, fill, history};
use crate::support::{Etcd, Signal, eventually, is_alive, path, rows, seen, until};

#[test]
fn killed_at_50_moments_it_leaves_nothing_out_and_repeats_only_what_was_in_flight() {
    let mut etcd = Etcd::start();
    // Three events at each revision.
    let revisions = 200;
    for round in 0..revisions {
        commit(&etcd, (0..3).map(|n| TxnOp::put(format!("/r/{n}"), round.to_string(), None)).collect());
    }
    let wanted = history(&etcd, "/r/", 1, revisions + 1);
    let dir = tempfile::tempdir().unwrap();
    let (file, out) = (path(&dir, "position"), path(&dir, "out"));
    let script = format!("cat >> {out}");
    let watch = ["watch", "--prefix", "/r/", "--rev", "1", "--resume-file", &file, "--", "sh", "-c", &script];
    let mut random = 12345u64;
    for _ in 0..50 {
        let watching = etcd.pat(&watch).spawn();
        let guardian = watching.guardian();
        random = random.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        std::thread::sleep(Duration::from_millis(20 + (random >> 33) % 150));
        watching.signal(Signal::KILL);
        assert_eq!(watching.wait().code, 137);
        // It ends the handler that may be running.
        until("the guardian's end", || !is_alive(guardian));
    }
    let last = etcd.pat(&watch).spawn();
    // Each of them is synced to the disk: how long that takes is the machine's.
    eventually("all are handled", Duration::from_secs(60), || {
        // What is being written may be there in part.
        let out = fs::read_to_string(&out).unwrap_or_default();
        let whole = out.rfind('\n').map_or("", |end| &out[..=end]);
        (seen(whole).last() == wanted.last()).then_some(())
    });
    last.end();
    let handled = seen(&fs::read_to_string(&out).unwrap());
    let mut once = handled.clone();
    once.dedup();
    assert_eq!(once, wanted, "in order, no gap; what came again came at once");
    assert!(handled.len() <= wanted.len() + 50, "{} of {}", handled.len(), wanted.len());
    assert!(
        fs::read_dir(dir.path()).unwrap().count() <= 3,
        "what was killed while it wrote leaves one file at the most"
    );
    etcd.leave_be();
}

#[test]
fn it_goes_on_inside_a_revision_and_inside_the_state() {
    let mut etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let file = path(&dir, "position");
    commit(&etcd, (0..5).map(|n| TxnOp::put(format!("/i/{n}"), "1", None)).collect());
    let watch = |more: &[&str]| {
        let words = [&["watch", "--prefix", "/i/", "-o", "json", "--resume-file", &file], more].concat();
        let done = etcd.run(&words);
        assert_eq!(done.code, 0, "{}", done.stderr);
        let keys = rows(&done.stdout);
        keys.iter().map(|row| row["key"].as_str().unwrap()[3..].to_owned()).collect::<String>()
    };
    assert_eq!(watch(&["--initial", "--count", "2"]), "01");
    // The state as it was then, and what has changed since.
    commit(&etcd, (0..5).rev().map(|n| TxnOp::put(format!("/i/{n}"), "2", None)).collect());
    assert_eq!(watch(&["--initial", "--count", "4"]), "2344");
    assert_eq!(watch(&["--rev", "1", "--count", "1"]), "3");
    // What a filter leaves out is done, too.
    assert_eq!(watch(&["--count", "3"]), "210");
    commit(&etcd, vec![TxnOp::put("/i/x", "", None)]);
    commit(&etcd, vec![TxnOp::delete("/i/x", None), TxnOp::put("/i/y", "", None)]);
    assert_eq!(watch(&["--filter", "delete", "--count", "1"]), "x");
    commit(&etcd, vec![TxnOp::put("/i/z", "", None)]);
    assert_eq!(watch(&["--count", "1"]), "z");
    let other = etcd.run(&format!("watch /i/ --resume-file {file}"));
    assert_eq!(other.code, 2);
    assert!(other.stderr.contains("another watch"), "{}", other.stderr);
    // One at a time has it; nobody has it after a kill.
    let running = etcd.pat(&["watch", "/i/x", "--resume-file", &path(&dir, "in-use")]).spawn();
    until("it stands", || fs::exists(path(&dir, "in-use")).unwrap());
    let second = ["watch", "/i/x", "--resume-file", &path(&dir, "in-use"), "--count", "1"];
    let refused = etcd.pat(&second).spawn().wait();
    assert_eq!(refused.code, 122, "{refused:?}");
    running.signal(Signal::KILL);
    running.wait();
    // A pipe in the place of the lock is waited for by nobody.
    let trap = path(&dir, ".trapped.lock");
    assert!(std::process::Command::new("mkfifo").arg(&trap).status().unwrap().success());
    let trapped = etcd.pat(&["watch", "/i/x", "--resume-file", &path(&dir, "trapped")]).spawn();
    assert_eq!(trapped.wait_at_most(Duration::from_secs(5)).code, 2);
    let second = etcd.pat(&second).spawn();
    commit(&etcd, vec![TxnOp::put("/i/x", "after", None)]);
    assert_eq!(second.wait().code, 0);
    etcd.leave_be();
}

#[test]
fn what_was_compacted_while_away_is_a_resync() {
    for mut etcd in Etcd::of_each_version() {
        let dir = tempfile::tempdir().unwrap();
        let file = path(&dir, "position");
        let words = ["watch", "--prefix", "/a/", "-o", "json", "--resume-file", &file];
        let watching = etcd.pat(&words).spawn();
        // The file is there as soon as the watch stands: from then on nothing is missed.
        until("the file", || fs::exists(&file).unwrap());
        watching.signal(Signal::KILL);
        watching.wait();
        let head = fill(&etcd, "/a/", 10);
        let done = etcd.run(&[&words[..], &["--count", "4"]].concat());
        assert_eq!(seen(&done.stdout), history(&etcd, "/a/", 1, head)[..4]);
        compact(&etcd, head);
        let done = etcd.run(&[&words[..], &["--count", "10"]].concat());
        let lines = rows(&done.stdout);
        assert_eq!((lines.len(), lines[0]["event"].as_str()), (11, Some("watch.resync")));
        assert_eq!(lines[0]["compact_revision"], head);
        assert!(lines[1..].iter().all(|line| line["resync"] == true));
        etcd.leave_be();
    }
}

#[test]
fn an_empty_state_is_a_position_too() {
    let mut etcd = Etcd::start();
    etcd.leave_be();
    let dir = tempfile::tempdir().unwrap();
    let file = path(&dir, "position");
    let watch = ["watch", "--prefix", "/jobs/", "--initial", "--resume-file", &file];
    let first = etcd.pat(&watch).spawn();
    until("the position", || fs::exists(&file).unwrap());
    first.signal(Signal::KILL);
    first.wait();
    etcd.ctl("put /jobs/1 v");
    etcd.ctl("del /jobs/1");
    let done = etcd.run(&[&watch[..], &["--count", "2"]].concat());
    let kinds: Vec<_> = done.stdout.lines().filter_map(|line| line.split(' ').next()).collect();
    assert_eq!(kinds, ["put", "delete"], "{done:?}");
}
