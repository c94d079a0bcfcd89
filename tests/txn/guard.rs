//! `txn --guard`: applied while the lock is held, never after a hand-over.

use std::time::{Duration, Instant};

use etcd_client::{Client as Raw, PutOptions};
use etcdpat::event::TxnBranch;
use etcdpat::pattern::lock::LockName;
use etcdpat::pattern::txn::{Guard, Op, Transaction, commit};

use super::{block_on, client, json};
use crate::support::{Etcd, Signal, until};

#[test]
fn it_is_applied_while_the_lock_is_held_and_refused_after_a_hand_over() {
    let mut etcd = Etcd::start();
    etcd.leave_be();
    let held = json(&etcd.run("lock acquire /l@x -o json"));
    let (key, fence) = (held["key"].as_str().unwrap(), held["fence"].as_i64().unwrap());
    let guard = format!("/l@x@{fence}");
    let write = |text: &str| etcd.run(&["txn", "-o", "json", "--guard", &guard, "--then", &format!("put /r {text}")]);
    let done = write("one");
    assert_eq!((done.code, json(&done)["branch"].as_str()), (0, Some("then")));
    // A guard that holds leaves the branch to the comparisons, and to numbers.
    let done =
        etcd.run(&["txn", "--guard", &guard, "--if", "value(/r) >= p", "--then", "get /r", "--else", "add /n 1"]);
    assert_eq!((done.code, etcd.value("/n")), (1, "1".to_owned()), "{done:?}");
    let waiter = etcd.pat("lock -v /l@x -- sleep 1000").spawn();
    until("two contenders", || etcd.queue("/l@x").len() == 2);
    let waiting = json(&etcd.run(&["txn", "-o", "json", "--then", &format!("get {}", etcd.queue("/l@x")[1])]));
    let waiters_fence = waiting["responses"][0]["kvs"][0]["create_revision"].as_i64().unwrap();
    let early = etcd.run(&["txn", "--guard", &format!("/l@x@{waiters_fence}"), "--then", "put /r early"]);
    assert_eq!(early.code, 1, "who waits does not hold: {early:?}");
    assert!(early.stdout.contains("/l@x is not held with fence"), "{}", early.stdout);
    assert_eq!(etcd.run(&format!("lock release {key}")).code, 0);
    waiter.wait_for_stderr("acquired lock");
    let late = write("two");
    let told = json(&late);
    assert_eq!((late.code, told["branch"].as_str(), told["succeeded"].as_bool()), (1, Some("none"), Some(false)));
    assert_eq!((told["lock"].as_str(), told["fence"].as_i64()), (Some("/l@x"), Some(fence)));
    assert_eq!(etcd.run(&["txn", "--guard", &format!("/l@x@{waiters_fence}"), "--then", "put /r three"]).code, 0);
    let both = ["txn", "--guard", &format!("/l@x@{waiters_fence}"), "--guard", &guard, "--then", "put /r four"];
    assert_eq!(etcd.run(&both).code, 1);
    assert_eq!(etcd.value("/r"), "three");
    waiter.end();
}

#[test]
fn of_several_locks_all_must_be_there() {
    let mut etcd = Etcd::start();
    etcd.leave_be();
    // The other lock's key is gone: first in one queue alone is not held, though its own etcdpat has yet to see that.
    let keeper = etcd.pat("lock -v /a /b -- sleep 1000").spawn();
    keeper.wait_for_stderr("acquired locks");
    keeper.signal(Signal::STOP);
    let key = etcd.queue("/a")[0].clone();
    let told = json(&etcd.run(&["txn", "-o", "json", "--then", &format!("get {key}")]));
    let fence = told["responses"][0]["kvs"][0]["create_revision"].as_i64().unwrap();
    let write = || etcd.run(&["txn", "--guard", &format!("/a@{fence}"), "--then", "put /r x"]).code;
    assert_eq!(write(), 0);
    etcd.ctl(&["del", &etcd.queue("/b")[0]]);
    assert_eq!((write(), etcd.queue("/a").len()), (1, 1));
    keeper.signal(Signal::CONT);
    keeper.wait();
}

/// A contender's key, as etcd's Go client makes one.
async fn contend(raw: &mut Raw, lock: &str) -> (String, i64) {
    let lease = raw.lease_grant(60, None).await.unwrap().id();
    let key = format!("{lock}/{lease:x}");
    let put = raw.put(&key[..], "", Some(PutOptions::new().with_lease(lease))).await.unwrap();
    (key, put.header().unwrap().revision())
}

#[test]
fn a_hundred_races_with_a_hand_over_are_never_lost() {
    let mut etcd = Etcd::start();
    etcd.leave_be();
    block_on(async {
        let client = client(&etcd);
        let mut raw = Raw::connect([etcd.endpoint(0)], None).await.unwrap();
        let (mut taken, mut usual) = ([0, 0], Duration::ZERO);
        for race in 0..100 {
            let lock = format!("/race/{race}");
            let (key, fence) = contend(&mut raw, &lock).await;
            contend(&mut raw, &lock).await;
            let guard = Guard { lock: LockName::new(lock.clone()).unwrap(), fence };
            let put = Op::Put { key: format!("{lock}.guarded").into_bytes(), value: b"x".to_vec(), lease: None };
            let transaction = Transaction { guards: vec![guard], then: vec![put], ..Transaction::default() };
            let begun = Instant::now();
            // From before the guard is read to after the transaction, in steps finer than a timer's.
            let hand_over = async {
                while begun.elapsed() < usual * (race % 10) / 5 {
                    tokio::task::yield_now().await;
                }
                raw.delete(&key[..], None).await.unwrap();
                // The next holder holds, and begins.
                raw.put(format!("{lock}.next"), "x", None).await.unwrap().header().unwrap().revision()
            };
            let guarded = async {
                let row = commit(&client, &transaction).await.unwrap();
                (row, begun.elapsed())
            };
            let ((row, took), next) = tokio::join!(guarded, hand_over);
            usual = (usual * 4 + took) / 5;
            let written = client.get(format!("{lock}.guarded").as_bytes(), None).await.unwrap();
            let applied = row.branch == TxnBranch::Then;
            assert_eq!(applied, !written.kvs().is_empty(), "{row:?}");
            assert!(written.kvs().iter().all(|kv| kv.mod_revision() < next - 1), "{race}: {row:?}");
            taken[usize::from(applied)] += 1;
        }
        assert!(taken.iter().all(|count| *count > 5), "a race that only one side wins is none: {taken:?}");
    });
}
