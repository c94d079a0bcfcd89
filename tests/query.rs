//! `lock status`, `list`, `check` and `break`.

use crate::support::{Etcd, Signal, is_alive, number_in, path, rows, until};

#[test]
fn status_shows_the_holder_and_the_waiters_in_order() {
    let etcd = Etcd::start();
    let free = etcd.run("lock status /l");
    assert_eq!((free.code, free.stdout.as_str()), (1, "nobody holds /l\n"));
    let held = etcd.pat("lock -v --note 'build 7' /l -- sleep 1000").spawn();
    held.wait_for_stderr("acquired lock");
    let mut waiters = Vec::new();
    for count in 2..5 {
        waiters.push(etcd.pat("lock --ttl 40s /l -- true").spawn());
        until("in the queue", || etcd.queue("/l").len() == count);
    }
    let shown = etcd.run("lock status /l -o json");
    assert_eq!(shown.code, 0);
    let rows = rows(&shown.stdout);
    let keys: Vec<_> = rows.iter().map(|row| row["key"].as_str().unwrap().to_owned()).collect();
    assert_eq!(keys, etcd.queue("/l"));
    let holder = &rows[0];
    assert_eq!(holder["holder"], true);
    assert_eq!(holder["position"], 0);
    assert_eq!(holder["pid"], held.pid());
    assert_eq!(holder["command"], "sleep 1000");
    assert_eq!(holder["note"], "build 7");
    assert_eq!(holder["mode"], "exclusive");
    assert_eq!(holder["ttl"], 30);
    assert_eq!(holder["lease"], keys[0].strip_prefix("/l/").unwrap());
    assert!(holder["fence"].as_i64().unwrap() < rows[1]["fence"].as_i64().unwrap());
    assert!((1..=30).contains(&holder["ttl_left"].as_i64().unwrap()));
    assert!(!holder["host"].as_str().unwrap().is_empty() && !holder["since"].as_str().unwrap().is_empty());
    for (position, (row, waiter)) in rows[1..].iter().zip(&waiters).enumerate() {
        assert_eq!((row["holder"].clone(), row["position"].clone()), (false.into(), (position + 1).into()));
        assert_eq!((row["pid"].clone(), row["ttl"].clone()), (waiter.pid().into(), 40.into()));
    }
    let table = etcd.run("lock status /l").stdout;
    for text in ["holder", "waiter 3", "sleep 1000", "build 7", &format!("(pid {})", held.pid())] {
        assert!(table.contains(text), "{text} in\n{table}");
    }
    held.end();
    waiters.into_iter().for_each(|waiter| assert_eq!(waiter.wait().code, 0));
}

#[test]
fn list_tells_locks_from_elections_and_from_other_keys() {
    let mut etcd = Etcd::start();
    let (one, two) = (etcd.lock("/locks/one").hold(), etcd.lock("/locks/two/deep").hold());
    let mut elected =
        etcd.ctl_command("elect /elections/e node-1").stdout(std::process::Stdio::null()).spawn().unwrap();
    until("elected", || etcd.queue("/elections/e").len() == 1);
    etcd.ctl("put /locks/plain/1234 'no lock'");
    let list = |arguments: &[&str]| -> Vec<(String, bool)> {
        let listed = etcd.run(&[&["lock", "list", "-o", "json"], arguments].concat());
        assert_eq!(listed.code, 0);
        rows(&listed.stdout)
            .iter()
            .map(|row| (row["lock"].as_str().unwrap().to_owned(), row["election"] == true))
            .collect()
    };
    let locks = [("/locks/one".to_owned(), false), ("/locks/two/deep".to_owned(), false)];
    assert_eq!(list(&[])[0], ("/elections/e".to_owned(), true));
    assert_eq!(list(&[])[1..], locks);
    assert_eq!(list(&["/locks/"]), locks);
    assert_eq!(list(&["/none"]), []);
    assert!(etcd.run("lock list").stdout.contains("election"));
    for held in [one, two] {
        held.end();
    }
    elected.kill().unwrap();
    elected.wait().unwrap();
    etcd.leave_be();
}

#[test]
fn list_reads_more_than_a_page() {
    let mut etcd = Etcd::start();
    let (lease, id) = etcd.grant();
    let keys = (0..1200).map(|n| (format!("/many/{n:04}/{lease}"), ""));
    etcd.put_all(keys, id);
    assert_eq!(rows(&etcd.run("lock list /many -o json").stdout).len(), 1200);
    etcd.leave_be();
}

#[test]
fn check_compares_the_holders_fence() {
    let etcd = Etcd::start();
    let script = format!(
        "{0} lock check /l --fence $ETCDPAT_FENCE && {0} lock check /l --fence 1",
        env!("CARGO_BIN_EXE_etcdpat")
    );
    let done = etcd.lock("/l").sh(&script).run();
    assert_eq!(done.code, 1);
    assert!(
        done.stdout.contains("is held with fence") && done.stdout.contains("is not held with fence 1"),
        "{}",
        done.stdout
    );
    assert_eq!(etcd.run("lock check /l --fence 2").code, 1);
}

#[test]
fn break_removes_one_contender_whose_command_is_stopped_first() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let pid = path(&dir, "pid");
    let held = etcd.lock("/l").sh(&format!("echo $$ > {pid}; trap '' TERM; while :; do sleep 1; done")).start();
    let command = number_in(&pid);
    let key = etcd.queue("/l")[0].clone();
    assert_eq!(etcd.run(&format!("lock break /other --key {key}")).code, 2);
    assert_eq!(etcd.run("lock break /l --key /l/0").code, 1);
    let broken = etcd.run(&format!("lock break /l --key {key}"));
    assert_eq!(broken.code, 0, "{}", broken.stderr);
    let done = held.wait();
    assert_eq!(done.code, 123);
    assert!(done.stderr.contains("its key was deleted"), "{}", done.stderr);
    assert!(!is_alive(command));
    assert_eq!(etcd.run(&format!("lock break /l --key {key}")).code, 1);
}

#[test]
fn a_broken_waiter_queues_again() {
    let etcd = Etcd::start();
    let held = etcd.lock("/l").hold();
    let waiter = etcd.pat("lock /l -- true").spawn();
    until("two contenders", || etcd.queue("/l").len() == 2);
    assert_eq!(etcd.run(&["lock", "break", "/l", "--key", &etcd.queue("/l")[1]]).code, 0);
    waiter.wait_for_stderr("queued again");
    held.end();
    assert_eq!(waiter.wait().code, 0);
}

#[test]
fn status_follows_a_queue() {
    let etcd = Etcd::start();
    let watching = etcd.pat("lock status --watch /l -o json").spawn();
    watching.wait_for_stdout("lock.free");
    let held = etcd.lock("/l").hold();
    watching.wait_for_stdout(&etcd.queue("/l")[0]);
    let waiter = etcd.pat("lock /l -- true").spawn();
    until("in the queue", || etcd.queue("/l").len() == 2);
    watching.wait_for_stdout(&etcd.queue("/l")[1]);
    held.end();
    waiter.wait();
    until("free again", || watching.stdout().matches("lock.free").count() == 2);
    watching.signal(Signal::INT);
    assert_eq!(watching.wait().code, 130);
}
