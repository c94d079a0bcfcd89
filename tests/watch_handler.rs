//! `watch ... -- CMD`: what a handler is given, and what becomes of its failures.

use std::fs;

use etcd_client::TxnOp;

use crate::support::history::commit;
use crate::support::{Etcd, Signal, number_in, path, rows, until};

#[test]
fn a_handler_gets_the_bytes_in_its_environment_and_the_line_on_stdin() {
    let mut etcd = Etcd::start();
    let values: [&[u8]; 4] = [b"plain", b"two\nlines\n", b"\"quoted\" 'too'", b"\xff\xfe"];
    commit(&etcd, values.iter().zip(0..).map(|(value, n)| TxnOp::put(format!("/e/{n}"), *value, None)).collect());
    commit(&etcd, vec![TxnOp::delete("/e/0", None)]);
    let dir = tempfile::tempdir().unwrap();
    // The environment as it is, and the event, an entry each.
    let script = format!("n=$(ls {0} | wc -l); cat /proc/self/environ > {0}/$n; cat >> {0}/../lines", path(&dir, ""));
    let lines = path(&dir, "../lines");
    let _ = fs::remove_file(&lines);
    let done = etcd
        .pat(&["watch", "--prefix", "/e/", "--rev", "1", "--prev-kv", "--count", "5", "--", "sh", "-c", &script])
        // Left over from outside, which must not be taken for the event's.
        .env("ETCDPAT_PREV_VALUE", "stale")
        .env("ETCDPAT_VALUE", "stale")
        .env("ETCDPAT_OMITTED", "stale")
        .run();
    assert_eq!((done.code, done.stderr.as_str()), (0, ""));
    let environment = |index: usize| -> Vec<Vec<u8>> {
        let all = fs::read(path(&dir, &index.to_string())).unwrap();
        all.split(|&byte| byte == 0).map(<[u8]>::to_vec).collect()
    };
    let has = |index: usize, line: &[u8]| environment(index).iter().any(|one| one == line);
    for (index, value) in values.iter().enumerate() {
        assert!(has(index, &[b"ETCDPAT_VALUE=", *value].concat()), "{index}");
        assert!(has(index, b"ETCDPAT_EVENT=put") && has(index, b"ETCDPAT_REV=2"));
        assert!(has(index, format!("ETCDPAT_KEY=/e/{index}").as_bytes()));
        let leftover = environment(index).iter().any(|one| one.ends_with(b"=stale"));
        assert!(!leftover);
    }
    assert!(has(4, b"ETCDPAT_EVENT=delete") && has(4, b"ETCDPAT_PREV_VALUE=plain") && has(4, b"ETCDPAT_REV=3"));
    assert!(!environment(4).iter().any(|one| one.starts_with(b"ETCDPAT_VALUE=")));
    let events = rows(&fs::read_to_string(&lines).unwrap());
    assert_eq!(events.len(), 5);
    assert_eq!((events[1]["value"].as_str(), events[4]["event"].as_str()), (Some("two\nlines\n"), Some("delete")));
    fs::remove_file(&lines).unwrap();
    etcd.leave_be();
}

#[test]
fn what_does_not_fit_the_environment_is_on_stdin_alone_and_said() {
    let mut etcd = Etcd::start();
    commit(&etcd, vec![TxnOp::put("/big", vec![b'x'; 1_000_000], None)]);
    commit(&etcd, vec![TxnOp::put("/big", "nul\0inside", None)]);
    commit(&etcd, vec![TxnOp::put("/big", vec![b'x'; 131_000], None)]);
    let script = r#"echo "${#ETCDPAT_VALUE} $ETCDPAT_OMITTED $(wc -c)""#;
    let watch = ["watch", "/big", "--rev", "1", "--count", "3", "--", "sh", "-c", script];
    let done = etcd.run(&watch);
    assert_eq!(done.code, 0, "{}", done.stderr);
    let lines: Vec<Vec<&str>> = done.stdout.lines().map(|line| line.split_whitespace().collect()).collect();
    assert_eq!(lines[0][..2], ["0", "ETCDPAT_VALUE"]);
    assert!(lines[0][2].parse::<usize>().unwrap() > 1_000_000, "{:?}", lines[0]);
    assert_eq!(lines[1][..2], ["0", "ETCDPAT_VALUE"]);
    assert_eq!(lines[2].len(), 2, "{:?}", lines[2]);
    assert_eq!(lines[2][0], "131000");
    assert_eq!(done.stderr.matches("does not fit the environment").count(), 2, "{}", done.stderr);
    // One that reads nothing keeps nobody waiting.
    let done = etcd.run("watch /big --rev 1 --count 3 -- true");
    assert_eq!(done.code, 0);
    etcd.leave_be();
}

#[test]
fn a_handler_that_fails_ends_the_watch_or_is_counted() {
    let mut etcd = Etcd::start();
    for value in ["0", "7", "0", "9"] {
        etcd.ctl(&["put", "/f", value]);
    }
    let watch = |more: &[&str]| {
        let words = [&["watch", "/f", "--rev", "1", "--count", "4", "-o", "json"], more].concat();
        etcd.run(&words)
    };
    let named = |text: &str, name: &str| -> Vec<serde_json::Value> {
        rows(text).into_iter().filter(|row| row["event"] == name).collect()
    };
    let stopped = watch(&["--", "sh", "-c", "exit $ETCDPAT_VALUE"]);
    assert_eq!(stopped.code, 7);
    let failed = named(&stopped.stderr, "watch.handler_failed");
    assert_eq!((failed.len(), failed[0]["mod_revision"].as_i64(), failed[0]["code"].as_i64()), (1, Some(3), Some(7)));
    let counted = watch(&["--on-error", "continue", "--", "sh", "-c", "exit $ETCDPAT_VALUE"]);
    assert_eq!(counted.code, 0);
    let handled = named(&counted.stderr, "watch.handled");
    assert_eq!((handled[0]["handled"].as_i64(), handled[0]["failed"].as_i64()), (Some(4), Some(2)));
    assert_eq!(watch(&["--", "sh", "-c", "kill -9 $$"]).code, 137);
    assert_eq!(watch(&["--", "no-such-command"]).code, 127);
    assert_eq!(watch(&["--", "/proc/self/status"]).code, 126);
    etcd.leave_be();
}

#[test]
fn a_signal_reaches_the_handler_and_then_ends_the_watch() {
    let mut etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let (pid, file) = (path(&dir, "pid"), path(&dir, "position"));
    etcd.ctl("put /g 1");
    etcd.ctl("put /g 2");
    // One that ends in order has handled its event; nothing is run after it.
    let script = format!("trap 'exit 0' TERM; echo $$ > {pid}; while :; do sleep 0.05; done");
    let watching = etcd.pat(&["watch", "/g", "--rev", "2", "--resume-file", &file, "--", "sh", "-c", &script]).spawn();
    number_in(&pid);
    let done = watching.end();
    // A shell may say of its own that its `sleep` was terminated.
    assert!(done.code == 143 && !done.stderr.contains("etcdpat"), "{done:?}");
    assert!(fs::read_to_string(&file).unwrap().contains("\"revision\":2"));
    // While none runs, too.
    let watching = etcd.pat("watch /g --rev 3 -- sh -c 'echo handled'").spawn();
    watching.wait_for_stdout("handled");
    watching.signal(Signal::HUP);
    assert_eq!(watching.wait().code, 129);
    etcd.leave_be();
}

#[test]
fn an_etcdpat_inside_a_handler_takes_the_key_for_what_it_is() {
    let mut etcd = Etcd::start();
    etcd.ctl("put /n 1");
    let inner = format!("{} lock /inner -- true", env!("CARGO_BIN_EXE_etcdpat"));
    let done = etcd.run(&["watch", "/n", "--rev", "1", "--count", "1", "--", "sh", "-c", &inner]);
    assert_eq!(done.code, 0, "{}", done.stderr);
    until("the inner lock is free", || etcd.queue("/inner").is_empty());
    etcd.leave_be();
}
