//! A transaction is applied at most once, whatever becomes of its answer.

use std::time::Duration;

use etcd_client::{Txn, TxnOp};
use etcdpat::client::{Client, Credentials, Options, Secret};
use tokio::time::sleep;

use super::block_on;
use crate::support::{Etcd, Mute, deaf_after};

#[test]
fn after_a_lost_answer_it_is_not_sent_again() {
    let mut etcd = Etcd::start();
    etcd.leave_be();
    etcd.ctl("put /n 123456788");
    for (op, marker, key, version) in
        [("put /k once-and-not-again", &b"once-and-not-again"[..], "/k", 1), ("add /n 1", b"123456789", "/n", 2)]
    {
        // The next endpoint would answer.
        let endpoints = format!("{},{}", deaf_after(&etcd.endpoint(0), marker), etcd.endpoint(0));
        let arguments = ["txn", "--command-timeout", "1s", "--endpoints", &endpoints, "--then", op];
        let done = etcd.run(&arguments);
        assert_eq!(done.code, 125, "{op}: {done:?}");
        assert!(done.stderr.contains("error: the transaction may have been applied, or not"), "{}", done.stderr);
        assert!(done.stdout.is_empty() && done.took < Duration::from_secs(5), "{done:?}");
        assert_eq!(etcd.value(key).as_bytes(), marker);
        assert_eq!(etcd.run(&["txn", "--if", &format!("version({key}) = {version}")]).code, 0, "{op}");
    }
    // What only reads may be asked again.
    let endpoints = format!("{},{}", deaf_after(&etcd.endpoint(0), b"/k-read"), etcd.endpoint(0));
    let read = etcd.run(&["txn", "--endpoints", &endpoints, "--if", "version(/k) = 1", "--then", "get /k-read"]);
    assert_eq!(read.code, 0, "{read:?}");
}

#[test]
fn what_was_never_sent_is_no_riddle() {
    let mut etcd = Etcd::start();
    etcd.leave_be();
    let refused = etcd.run("txn --endpoints 127.0.0.1:1 --then 'put /k x'");
    assert_eq!(refused.code, 125);
    assert!(refused.stderr.contains("unreachable") && !refused.stderr.contains("may have"), "{}", refused.stderr);
    // So another endpoint is asked.
    let endpoints = format!("127.0.0.1:1,{}", etcd.endpoint(0));
    assert_eq!(etcd.run(&["txn", "--endpoints", &endpoints, "--then", "add /n 1"]).code, 0);
    assert_eq!(etcd.run(&["txn", "--endpoints", &endpoints, "--if", "version(/n) = 1"]).code, 0);
}

#[test]
fn silence_leaves_it_open_only_after_it_was_sent() {
    let mut etcd = Etcd::start();
    etcd.leave_be();
    etcd.freeze();
    // Before anything has answered, nothing was sent.
    let silent = etcd.run("txn --command-timeout 500ms --then 'put /k x'");
    etcd.thaw();
    assert_eq!(silent.code, 125, "{silent:?}");
    assert!(silent.stderr.contains("error: cannot apply the transaction"), "{}", silent.stderr);
    assert_eq!(etcd.value("/k"), "");
    // A way on which the answer to the second request never comes: the first has shown that an etcd is there.
    let mute = Mute::after(1, &etcd.endpoint(0));
    let lost = etcd.run(&["txn", "--endpoints", &mute.address, "--then", "put /k x"]);
    assert_eq!((lost.code, mute.lost()), (125, 1), "{lost:?}");
    assert!(lost.stderr.contains("error: the transaction may have been applied, or not"), "{}", lost.stderr);
    assert!(lost.stderr.contains("Hint: read what it writes"), "{}", lost.stderr);
    assert_eq!(etcd.value("/k"), "x");
}

#[test]
fn a_connection_and_a_token_that_a_restart_has_ended_are_made_anew() {
    let mut etcd = Etcd::start();
    etcd.leave_be();
    etcd.enable_auth();
    let credentials = Some(Credentials { user: "root".to_owned(), password: Secret::new("secret-pw".to_owned()) });
    let endpoints = vec![etcd.endpoint(0).parse().unwrap()];
    let (dial_timeout, command_timeout) = (Duration::from_secs(2), Duration::from_secs(20));
    block_on(async {
        let client =
            Client::new(Options { endpoints, credentials, tls: None, dial_timeout, command_timeout, scratch: None });
        client.get(b"/k", None).await.unwrap();
        etcd.kill_member(0);
        // Time to notice; a request that is written into a connection as it breaks may have been applied.
        sleep(Duration::from_millis(100)).await;
        let put = client.txn_at_most_once(Txn::new().and_then([TxnOp::put("/k", "x", None)]));
        let restart = async {
            sleep(Duration::from_millis(300)).await;
            etcd.start_member(0);
        };
        let (put, ()) = tokio::join!(put, restart);
        put.unwrap();
        let read = client.get(b"/k", None).await.unwrap();
        assert_eq!(read.kvs().iter().map(etcd_client::KeyValue::version).collect::<Vec<_>>(), [1]);
    });
}
