//! Replays of much history: every event, in order, in a fraction of a plain watch's time.

use std::time::{Duration, Instant};

use etcd_client::TxnOp;

use crate::support::history::{commit, compact, fill, fill_with, history};
use crate::support::{Etcd, Setup, Signal, Version, busy, rows, seen};

#[test]
fn dense_history_is_replayed_exactly_and_hands_over_to_the_present() {
    let _turn = busy();
    for version in Version::all() {
        let mut etcd = Etcd::with(Setup { version, ..Setup::default() });
        let head = fill(&etcd, "/d/", 30_000);
        let begun = Instant::now();
        let watching = etcd.pat("watch --prefix /d/ --rev 1 -o json").spawn();
        // The present goes on while the past is replayed.
        let last = fill(&etcd, "/d/late", 3000);
        let key = String::from_utf8(history(&etcd, "/d/late", last, last)[0].2.clone()).unwrap();
        watching.wait_for_stdout(&key);
        let ours = begun.elapsed();
        watching.signal(Signal::INT);
        let done = watching.wait();
        let begun = Instant::now();
        let wanted = history(&etcd, "/d/", 1, last);
        let plain = begun.elapsed();
        assert_eq!(wanted.len(), 33_000);
        assert!(seen(&done.stdout) == wanted, "order and content are exact ({head} at the start)");
        eprintln!("{version:?}: {ours:?} with 3,000 puts, a plain watch {plain:?}");
        etcd.leave_be();
    }
}

#[test]
fn history_of_changing_density_is_replayed_exactly() {
    let _turn = busy();
    let mut etcd = Etcd::start();
    fill(&etcd, "/m/a", 4000);
    fill(&etcd, "/other/", 8000);
    for round in 0..20 {
        fill(&etcd, "/m/b", 50);
        fill(&etcd, "/other/", 300);
        commit(&etcd, (0..60).map(|n| TxnOp::put(format!("/m/{n}"), round.to_string(), None)).collect());
    }
    let last = fill(&etcd, "/m/c", 5000);
    let wanted = history(&etcd, "/m/", 1, last);
    let count = wanted.len().to_string();
    let done = etcd.run(&["watch", "--prefix", "/m/", "--rev", "1", "-o", "json", "--count", &count]);
    assert!(seen(&done.stdout) == wanted);
    // Deletes alone: of the puts between them nothing is seen, but all is gone through.
    commit(&etcd, vec![TxnOp::delete("/m/c000001", None)]);
    let done = etcd.run("watch --prefix /m/ --rev 1 -o json --count 1 --filter delete");
    assert_eq!(rows(&done.stdout)[0]["key"], "/m/c000001");
    etcd.leave_be();
}

#[test]
fn a_compaction_during_a_replay_is_a_resync_and_no_silence() {
    let _turn = busy();
    for mut etcd in Etcd::of_each_version() {
        // More than is read ahead.
        let head = fill_with(&etcd, "/c/", 15_000, 4000);
        // Nobody reads until the compaction, so that it comes in the middle.
        let mut watching = std::process::Command::new(env!("CARGO_BIN_EXE_etcdpat"))
            .args(["watch", "--prefix", "/c/", "--rev", "1", "-o", "json"])
            .env("ETCDPAT_ENDPOINTS", etcd.endpoints())
            .stdout(std::process::Stdio::piped())
            .spawn()
            .unwrap();
        std::thread::sleep(Duration::from_secs(1));
        compact(&etcd, head);
        let end = fill(&etcd, "/c/end", 1);
        let mut lines = Vec::new();
        let stdout = std::io::BufReader::new(watching.stdout.take().unwrap());
        for line in std::io::BufRead::lines(stdout) {
            let line = line.unwrap();
            let is_last = line.contains("/c/end");
            lines.push(line);
            if is_last {
                break;
            }
        }
        watching.kill().unwrap();
        watching.wait().unwrap();
        let lines = rows(&lines.join("\n"));
        let resyncs: Vec<_> = (0..).zip(&lines).filter(|(_, line)| line["event"] == "watch.resync").collect();
        assert_eq!(resyncs.len(), 1, "one in the middle");
        let (at, resync) = resyncs[0];
        assert_eq!(resync["compact_revision"], head);
        let revisions: Vec<_> = lines[..at].iter().map(|line| line["mod_revision"].as_i64().unwrap()).collect();
        assert!(revisions.iter().copied().eq(2..2 + revisions.len() as i64), "no gap before it");
        assert!(at < 15_000, "{at}");
        let state: std::collections::BTreeSet<_> =
            lines[at + 1..].iter().filter(|line| line["resync"] == true).map(|line| line["key"].to_string()).collect();
        assert!(state.len() >= 15_000, "{}", state.len());
        assert!(lines.last().unwrap()["mod_revision"] == end);
        etcd.leave_be();
    }
}
