//! `watch`: what is shown, in which order, and how it ends.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use etcd_client::TxnOp;

use crate::support::history::{commit, compact, fill, fill_by_tens, history, with_client};
use crate::support::{Etcd, Pat, Setup, Signal, Version, busy, names, rows, seen, signal, until};

#[test]
fn bytes_of_any_kind_come_through_exactly() {
    for version in Version::all() {
        let mut etcd = Etcd::with(Setup { version, ..Setup::default() });
        let values: [&[u8]; 6] =
            [b"", b"plain", b"two\nlines\r\n", b"\"quoted\" \\ 'too'", b"nul\0inside", b"\xff\xfe\x80"];
        let puts = values.iter().map(|value| TxnOp::put([b"/b/", *value].concat(), *value, None)).collect();
        let revision = commit(&etcd, puts);
        commit(&etcd, vec![TxnOp::delete("/b/plain", None)]);
        let done = etcd.run("watch --prefix /b/ --rev 1 --count 7 --prev-kv -o json");
        assert_eq!((done.code, done.stderr.as_str()), (0, ""));
        assert_eq!(seen(&done.stdout), history(&etcd, "/b/", 1, revision + 1));
        let lines = rows(&done.stdout);
        let fields = ["key", "value", "mod_revision", "create_revision", "version", "lease"];
        assert!(fields.iter().all(|field| lines[0].get(field).is_some()) && lines[0].get("prev_value").is_none());
        assert_eq!((lines[6]["prev_value"].as_str(), lines[6].get("value")), (Some("plain"), None));
        let human = etcd.run("watch --prefix /b/ --rev 1 --count 7").stdout;
        assert!(human.contains(&format!("put /b/plain = plain  (rev {revision})\n")), "{human}");
        assert!(human.contains("two\\nlines\\r\\n") && human.lines().count() == 7, "{human}");
        etcd.leave_be();
    }
}

#[test]
fn the_state_comes_first_and_then_what_changes() {
    let mut etcd = Etcd::start();
    // More than a page.
    fill(&etcd, "/s/", 1200);
    let watching = etcd.pat("watch --prefix /s/ --initial -o json").spawn();
    watching.wait_for_stdout("/s/001199");
    commit(&etcd, vec![TxnOp::put("/s/new", "1", None), TxnOp::delete("/s/000000", None)]);
    watching.wait_for_stdout("\"delete\"");
    watching.signal(Signal::INT);
    let done = watching.wait();
    assert_eq!((done.code, done.stderr.as_str()), (130, ""));
    let lines = rows(&done.stdout);
    assert_eq!(lines.len(), 1202);
    let keys: Vec<_> = lines[..1200].iter().map(|line| line["key"].as_str().unwrap()).collect();
    assert!(keys.is_sorted() && lines[..1200].iter().all(|line| line["initial"] == true));
    assert!(lines[1200..].iter().all(|line| line.get("initial").is_none()));
    assert_eq!(lines[1200]["mod_revision"], lines[1201]["mod_revision"]);
    etcd.leave_be();
}

#[test]
fn ranges_filters_and_counts_choose() {
    let mut etcd = Etcd::start();
    for key in ["a", "b", "b/1", "c", "\u{7f}"] {
        etcd.ctl(&format!("put {key} {key}"));
    }
    etcd.ctl("del b/1");
    let keys = |arguments: &[&str], count: &str| {
        let done = etcd.run(&[&["watch", "--rev", "1", "-o", "json", "--count", count], arguments].concat());
        assert_eq!(done.code, 0, "{}", done.stderr);
        rows(&done.stdout).iter().map(|row| row["key"].as_str().unwrap().to_owned()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(keys(&["b"], "1"), "b");
    assert_eq!(keys(&["b", "c"], "3"), "b b/1 b/1");
    assert_eq!(keys(&["--prefix", "b/"], "2"), "b/1 b/1");
    assert_eq!(keys(&["--prefix", ""], "5"), "a b b/1 c \u{7f}");
    assert_eq!(keys(&["--from-key", "c"], "2"), "c \u{7f}");
    assert_eq!(keys(&["--prefix", "", "--filter", "delete"], "1"), "b/1");
    // The count may end inside a revision.
    commit(&etcd, vec![TxnOp::put("t/1", "", None), TxnOp::put("t/2", "", None)]);
    assert_eq!(keys(&["--prefix", "t/"], "1"), "t/1");
    etcd.leave_be();
}

#[test]
fn progress_is_an_event_of_its_own_where_it_is_asked_for() {
    for version in Version::all() {
        let arguments = vec!["--experimental-watch-progress-notify-interval=200ms".to_owned()];
        let mut etcd = Etcd::with(Setup { version, arguments, ..Setup::default() });
        let asked = etcd.pat("watch /p --progress-notify -o json").spawn();
        let silent = etcd.pat("watch /p -o json").spawn();
        asked.wait_for_stdout("watch.progress");
        etcd.ctl("put /other 1");
        let revision = etcd.ctl("put /p 1").code + 3;
        asked.wait_for_stdout(&format!("\"watch.progress\",\"revision\":{revision}"));
        silent.wait_for_stdout("\"put\"");
        for watching in [asked, silent] {
            let done = watching.end();
            assert_eq!(done.code, 143);
            assert_eq!(names(&done.stdout).iter().filter(|name| *name == "put").count(), 1);
        }
        etcd.leave_be();
    }
}

#[test]
fn a_missing_permission_is_121_and_names_the_grant() {
    let mut etcd = Etcd::start();
    etcd.enable_auth();
    let watch = || etcd.pat("watch --prefix /x/").env("ETCDPAT_USER", "guest:guest-pw").run();
    let denied = watch();
    assert_eq!(denied.code, 121, "{}", denied.stderr);
    assert!(denied.stderr.contains("read --prefix /x/"), "{}", denied.stderr);
}

#[test]
fn what_nobody_reads_ends_it_at_once() {
    let _turn = busy();
    let mut etcd = Etcd::start();
    fill_by_tens(&etcd, "/h/", 100_000);
    for format in ["json", "human"] {
        let shell = format!(
            "{{ {} watch --prefix /h/ --rev 1 -o {format}; echo $? >&2; }} | head -3",
            env!("CARGO_BIN_EXE_etcdpat")
        );
        let begun = Instant::now();
        let done = Command::new("sh").args(["-c", &shell]).env("ETCDPAT_ENDPOINTS", etcd.endpoints()).output().unwrap();
        assert_eq!(String::from_utf8_lossy(&done.stderr), "0\n");
        assert_eq!(String::from_utf8_lossy(&done.stdout).lines().count(), 3);
        assert!(begun.elapsed() < Duration::from_secs(5), "{:?}", begun.elapsed());
    }
    // One who reads slowly does not keep it from ending either, nor does it need memory.
    let mut watching = Command::new(env!("CARGO_BIN_EXE_etcdpat"))
        .args(["watch", "--prefix", "/h/", "--rev", "1"])
        .env("ETCDPAT_ENDPOINTS", etcd.endpoints())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    std::thread::sleep(Duration::from_secs(2));
    let status = std::fs::read_to_string(format!("/proc/{}/status", watching.id())).unwrap();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    let peak: u64 = peak.trim().trim_end_matches(" kB").parse().unwrap();
    assert!(peak < 64 << 10, "{peak} KiB");
    signal(watching.id() as i32, Signal::TERM);
    until("its end", || watching.try_wait().unwrap().is_some());
    etcd.leave_be();
}

#[test]
fn compacted_history_is_one_resync_and_the_state_instead() {
    for mut etcd in Etcd::of_each_version() {
        etcd.ctl("put /c/gone 1");
        etcd.ctl("put /c/left 2");
        etcd.ctl("del /c/gone");
        compact(&etcd, 4);
        let watching = etcd.pat("watch --prefix /c/ --rev 2 -o json").spawn();
        watching.wait_for_stdout("/c/left");
        etcd.ctl("put /c/new 3");
        watching.wait_for_stdout("/c/new");
        watching.signal(Signal::INT);
        let done = watching.wait();
        let lines = rows(&done.stdout);
        assert_eq!(names(&done.stdout), ["watch.resync", "put", "put"]);
        assert_eq!((lines[0]["compact_revision"].as_i64(), lines[0]["revision"].as_i64()), (Some(4), Some(4)));
        assert_eq!((lines[1]["resync"].as_bool(), lines[2].get("resync")), (Some(true), None));
        etcd.leave_be();
    }
}

#[test]
fn a_delete_at_the_compacted_revision_is_not_passed_over_in_silence() {
    for version in Version::all() {
        let mut etcd = Etcd::with(Setup { version, ..Setup::default() });
        etcd.ctl("put /d/1 1");
        etcd.ctl("del /d/1");
        compact(&etcd, 3);
        etcd.ctl("put /d/2 2");
        let done = etcd.run("watch --prefix /d/ --rev 3 -o json --count 1");
        let names = names(&done.stdout);
        assert!(names[0] == "delete" || names[0] == "watch.resync", "{version:?}: {}", done.stdout);
        etcd.leave_be();
    }
}

#[test]
fn an_outage_is_waited_out_and_said() {
    let mut etcd = Etcd::start();
    let watching = etcd.pat("watch /o -o json --command-timeout 500ms").spawn();
    // Until it stands: what is put before is not its matter.
    until("an event", || {
        etcd.ctl("put /o 1");
        watching.stdout().contains("\"put\"")
    });
    etcd.kill_member(0);
    watching.wait_for_stdout("etcd.unreachable");
    etcd.start_member(0);
    etcd.wait_healthy();
    watching.wait_for_stdout("etcd.reachable");
    etcd.ctl("put /o after");
    watching.wait_for_stdout("after");
    watching.signal(Signal::INT);
    assert_eq!(watching.wait().code, 130);
    let away = Pat::new("watch /o").env("ETCDPAT_ENDPOINTS", "127.0.0.1:1").run();
    assert_eq!(away.code, 125, "{}", away.stderr);
    etcd.leave_be();
}

#[test]
fn large_values_do_not_come_in_halves() {
    let mut etcd = Etcd::start();
    // 12 MB at four revisions: etcd sends them in parts of 1.5 MB, which end anywhere.
    for _ in 0..4 {
        with_client(&etcd, async |mut client| {
            let puts = (0..3).map(|index| TxnOp::put(format!("/l/{index}"), vec![b'x'; 400_000], None));
            client.txn(etcd_client::Txn::new().and_then(puts.collect::<Vec<_>>())).await.unwrap();
        });
    }
    let done = etcd.run("watch --prefix /l/ --rev 1 -o json --count 12");
    let revisions: Vec<_> = seen(&done.stdout).iter().map(|one| (one.0, one.3.len())).collect();
    assert_eq!(revisions, (2..6).flat_map(|revision| [(revision, 400_000); 3]).collect::<Vec<_>>());
    etcd.leave_be();
}
