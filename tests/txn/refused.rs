//! What can't have been applied is not said to be open, and the next endpoint is asked.

use std::time::Duration;

use crate::support::odd::{
    FORBIDDEN, Instead, NOT_FOUND, Nth, Odd, PAGE, UNAUTHORIZED, UNAVAILABLE, UNIMPLEMENTED, odd,
};
use crate::support::{Done, Etcd, Setup, black_hole, path, until};
use crate::tls::certificates;

const OPEN: &str = "the transaction may have been applied, or not";
const NOT: &str = "error: cannot apply the transaction";

/// What is no etcd, and a word of what is said of it.
const ODD: &[(Odd, &str)] = &[
    (Odd::Closes(0), ""),
    (Odd::Closes(1), ""),
    (Odd::Closes(24), ""),
    (Odd::Closes(60), ""),
    (Odd::Resets(0), ""),
    (Odd::Resets(24), ""),
    (Odd::Resets(60), ""),
    (Odd::Says(b"HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"), ""),
    (Odd::Says(b"SSH-2.0-OpenSSH_9.2p1 Debian-2\r\n"), ""),
    (Odd::Says(b"\x15\x03\x01\x00\x02\x02\x46"), ""),
    (Odd::Says(b"-ERR unknown command\r\n-ERR unknown command\r\n"), ""),
    (Odd::Answers(NOT_FOUND), "no etcd: HTTP status 404"),
    (Odd::Answers(FORBIDDEN), "no etcd: HTTP status 403"),
    (Odd::Answers(UNAUTHORIZED), "no etcd: HTTP status 401"),
    (Odd::Answers(UNAVAILABLE), "no etcd: HTTP status 503"),
    (Odd::Answers(PAGE), ""),
    (Odd::Answers(UNIMPLEMENTED), "does not offer that"),
    (Odd::RefusesStreams(7), "refused"),
    (Odd::RefusesStreams(8), ""),
    (Odd::FallsSilent, "no answer within"),
    (Odd::GoesAway, ""),
];

#[test]
fn what_is_no_etcd_has_applied_nothing_and_the_next_endpoint_is_asked() {
    let mut etcd = Etcd::start();
    etcd.leave_be();
    for (index, (kind, told)) in ODD.iter().enumerate() {
        let endpoint = odd(*kind);
        let put = format!("put /k/{index} x");
        let run = |endpoints: &str| {
            etcd.run(&[
                "txn",
                "--dial-timeout",
                "300ms",
                "--command-timeout",
                "2s",
                "--endpoints",
                endpoints,
                "--then",
                &put,
            ])
        };
        let alone = run(&endpoint);
        assert_eq!(alone.code, 125, "{kind:?}: {alone:?}");
        assert!(alone.stderr.contains(NOT) && alone.stderr.contains(told), "{kind:?}: {}", alone.stderr);
        assert!(alone.stderr.contains("Hint: "), "{kind:?}: {}", alone.stderr);
        let done = run(&format!("{endpoint},{}", etcd.endpoint(0)));
        assert_eq!(done.code, 0, "{kind:?}: {done:?}");
        assert!(done.took < Duration::from_secs(2), "{kind:?}: {:?}", done.took);
        let once = etcd.run(&["txn", "--if", &format!("version(/k/{index}) = 1")]);
        assert_eq!(once.code, 0, "{kind:?}");
    }
}

#[test]
fn one_that_wants_a_certificate_has_applied_nothing() {
    let Some(dir) = certificates() else { return };
    let etcd = Etcd::with(Setup { tls: Some(dir.path().to_owned()), ..Setup::default() });
    let endpoints = format!("https://{}", etcd.endpoint(0));
    let refused =
        etcd.run(&["txn", "--cacert", &path(&dir, "ca.pem"), "--endpoints", &endpoints, "--then", "put /k x"]);
    assert_eq!(refused.code, 125, "{refused:?}");
    assert!(refused.stderr.contains(NOT), "{}", refused.stderr);
}

#[test]
fn what_was_sent_is_open_unless_the_answer_refuses_it() {
    let mut etcd = Etcd::start();
    etcd.leave_be();
    // The second request is the transaction, and the third one's endpoint would answer.
    for (index, (instead, applied)) in [
        (Instead::Reset(7), Some(true)),
        (Instead::Reset(8), None),
        (Instead::Close, None),
        (Instead::PassAndClose, None),
    ]
    .into_iter()
    .enumerate()
    {
        let way = Nth::request(2, &etcd.endpoint(0), instead);
        let endpoints = format!("{},{}", way.address, etcd.endpoint(0));
        let done = etcd.run(&["txn", "--endpoints", &endpoints, "--then", &format!("add /n/{index} 1")]);
        // `add` reads first: that is the first request, and has shown that an etcd is there.
        let put = etcd.run(&["txn", "--endpoints", &endpoints, "--then", &format!("put /k/{index} x")]);
        match applied {
            Some(_) => {
                assert_eq!(put.code, 0, "{instead:?}: {put:?}");
                assert_eq!(etcd.run(&["txn", "--if", &format!("version(/k/{index}) = 1")]).code, 0);
            }
            None => {
                assert_eq!(put.code, 125, "{instead:?}: {put:?}");
                assert!(put.stderr.contains(OPEN) && put.stderr.contains("Hint: read what"), "{}", put.stderr);
            }
        }
        assert!(way.met() > 0 && done.code < 126, "{instead:?}: {done:?}");
        // Never twice.
        assert_eq!(etcd.run(&["txn", "--if", &format!("version(/k/{index}) <= 1")]).code, 0);
    }
}

/// Fills a store of 2 MiB until it refuses: how, and which key.
fn fill(etcd: &Etcd) -> (Done, String) {
    for index in 0..64 {
        let (key, value) = (format!("/fill/{index}"), "x".repeat(100_000));
        let full = etcd.pat(&["txn", "-f", "-"]).input(put(&key, &value).as_bytes()).run();
        if full.code != 0 {
            return (full, key);
        }
    }
    panic!("it was never full");
}

fn put(key: &str, value: &str) -> String {
    format!(r#"{{"then": [{{"op": "put", "key": "{key}", "value": "{value}"}}]}}"#)
}

#[test]
fn a_full_store_is_said_with_what_to_do() {
    let mut etcd =
        Etcd::with(Setup { arguments: vec!["--quota-backend-bytes=2097152".to_owned()], ..Setup::default() });
    etcd.leave_be();
    let (first, key) = fill(&etcd);
    // One that fills the store, as against one that no longer fits, is told to be refused, and is taken. Later ones are
    // refused by the alarm.
    for (done, key) in [(first, key.as_str()), (etcd.run(&["txn", "--then", "put /k x"]), "/k")] {
        assert_eq!(done.code, 125, "{done:?}");
        assert!(done.stderr.contains("space exceeded") && done.stderr.contains("alarm disarm"), "{}", done.stderr);
        let is_there = !etcd.value(key).is_empty();
        assert_eq!(
            (done.stderr.contains("may have"), done.stderr.contains(NOT)),
            (is_there, !is_there),
            "{}",
            done.stderr
        );
    }
    assert_eq!(etcd.value("/k"), "");
    // Deletions pass.
    assert_eq!(etcd.run(&["txn", "--then", "del /fill --prefix"]).code, 0);
    let set = etcd.run("config set --if-revision 0 a 1");
    assert_eq!(set.code, 125, "{set:?}");
    assert!(set.stderr.contains("space exceeded") && set.stderr.contains("alarm disarm"), "{}", set.stderr);
}

#[test]
fn a_member_without_a_leader_has_applied_nothing() {
    let mut etcd = Etcd::with(Setup { members: 3, ..Setup::default() });
    etcd.leave_be();
    etcd.kill_member(1);
    etcd.kill_member(2);
    let run = || etcd.run(&["txn", "--endpoints", &etcd.endpoint(0), "--command-timeout", "2s", "--then", "put /k x"]);
    let mut done = run();
    // At first it takes the one that is gone for its leader.
    until("it knows that it has none", || {
        done = run();
        done.stderr.contains("no leader")
    });
    assert_eq!(done.code, 125, "{done:?}");
    assert!(done.stderr.contains(NOT), "{}", done.stderr);
}

#[test]
fn a_learner_has_applied_nothing_and_a_voter_is_asked() {
    let mut etcd = Etcd::start();
    etcd.leave_be();
    let learner = etcd.add_learner();
    let run = |endpoints: &str| {
        etcd.run(&[
            "txn",
            "--command-timeout",
            "2s",
            "--endpoints",
            endpoints,
            "--then",
            "add /n 1",
            "--then",
            "put /k x",
        ])
    };
    let alone = run(&etcd.endpoint(learner));
    assert_eq!(alone.code, 125, "{alone:?}");
    assert!(alone.stderr.contains("learner") && !alone.stderr.contains("may have"), "{}", alone.stderr);
    let done = run(&format!("{},{}", etcd.endpoint(learner), etcd.endpoint(0)));
    assert_eq!(done.code, 0, "{done:?}");
    assert_eq!(etcd.run(&["txn", "--endpoints", &etcd.endpoint(0), "--if", "version(/k) = 1"]).code, 0);
}

#[test]
fn a_black_hole_costs_one_dial_timeout() {
    let mut etcd = Etcd::start();
    etcd.leave_be();
    let endpoints = format!("{},{}", black_hole(), etcd.endpoint(0));
    let done = etcd.run(&["txn", "--dial-timeout", "500ms", "--endpoints", &endpoints, "--then", "put /k x"]);
    assert_eq!(done.code, 0, "{done:?}");
    assert!(done.took < Duration::from_secs(2), "{:?}", done.took);
}
