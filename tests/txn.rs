//! `txn`: what it answers, a file, what is refused.

mod blocks;
mod guard;
mod numbers;
mod once;
mod operators;
mod refused;

use std::net::TcpListener;
use std::time::Duration;

use etcdpat::client::{Client, Options};
use serde_json::Value;

use crate::support::{Done, Etcd, Pat, path};

/// A client of the library.
fn client(etcd: &Etcd) -> Client {
    let endpoints = vec![etcd.endpoint(0).parse().unwrap()];
    let (dial_timeout, command_timeout) = (Duration::from_secs(2), Duration::from_secs(5));
    Client::new(Options { endpoints, credentials: None, tls: None, dial_timeout, command_timeout, scratch: None })
}

fn block_on<T>(body: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(body)
}

fn json(done: &Done) -> Value {
    serde_json::from_str(&done.stdout).unwrap_or_else(|_| panic!("one object: {done:?}"))
}

#[test]
fn a_counter_is_set_once_and_its_answers_are_told() {
    let mut etcd = Etcd::start();
    etcd.leave_be();
    etcd.ctl("put /counter 0");
    let set = ["txn", "--if", "value(/counter) = 0", "--then", "put /counter 1", "--else", "get /counter"];
    let first = etcd.run(&set);
    assert_eq!((first.code, first.stdout.lines().next()), (0, Some("then, at revision 3")), "{first:?}");
    let second = etcd.run(&[&set[..], &["-o", "json"]].concat());
    assert_eq!(second.code, 1);
    let told = json(&second);
    assert_eq!((told["event"].as_str(), told["branch"].as_str()), (Some("txn.done"), Some("else")));
    assert_eq!((told["succeeded"].as_bool(), told["revision"].as_i64()), (Some(false), Some(3)));
    let mut kv = serde_json::json!({"key": "/counter", "value": "1", "version": 2, "lease": null});
    (kv["create_revision"], kv["mod_revision"]) = (2.into(), 3.into());
    assert_eq!(told["responses"], serde_json::json!([{"op": "get", "key": "/counter", "kvs": [kv]}]));
    let all = etcd.run(&[
        "txn",
        "--then",
        "del /counter",
        "--then",
        "put '/a b' \"\"",
        "--then",
        "get / --prefix",
        "--then",
        "get /none",
    ]);
    let table: Vec<Vec<_>> = all.stdout.lines().skip(1).map(|line| line.split_whitespace().collect()).collect();
    assert_eq!(table[0], ["OP", "KEY", "VALUE", "VERSION", "CREATE", "MOD", "LEASE"]);
    assert_eq!(table[1..3], [vec!["del", "/counter", "(1", "deleted)"], vec!["put", "/a", "b", "(written)"]]);
    assert_eq!(table[3..], [vec!["get", "/a", "b", "1", "4", "4"], vec!["get", "/none", "(no", "such", "key)"]]);
    // Only comparisons: the exit code is the answer.
    let asked = etcd.run("txn --if 'version(/none) > 0' -o json");
    assert_eq!((asked.code, &json(&asked)["responses"]), (1, &serde_json::json!([])));
}

#[test]
fn more_than_the_server_takes_is_refused_as_a_whole() {
    let etcd = Etcd::start();
    let puts: Vec<_> = (0..129).flat_map(|n| ["--then".to_owned(), format!("put /k/{n} x")]).collect();
    let puts: Vec<&str> = puts.iter().map(String::as_str).collect();
    let many = etcd.run(&[&["txn"], &puts[..]].concat());
    assert_eq!(many.code, 2, "{many:?}");
    assert!(many.stderr.contains("129 operations") && many.stderr.contains("128 by default"), "{}", many.stderr);
    // 128 fit, but not below a comparison of numbers.
    let below = etcd.run(
        &[&["txn", "--if", "version(/k/0) = 0", "--if", "int(/n) != 0", "--else", "add /n 1"], &puts[..256]].concat(),
    );
    assert_eq!(below.code, 1, "decided before it is sent, the other branch is not in it: {below:?}");
    let nested = etcd.run(&[&["txn", "--if", "version(/k/0) = 0", "--if", "int(/n) = 1"], &puts[..256]].concat());
    assert_eq!(nested.code, 2, "{nested:?}");
    assert!(nested.stderr.contains("129 operations"), "{}", nested.stderr);
    let numbers: Vec<_> = (0..129).flat_map(|n| ["--if".to_owned(), format!("int(/k/{n}) = 1")]).collect();
    let numbers = etcd.run(&[&["txn"], &numbers.iter().map(String::as_str).collect::<Vec<_>>()[..]].concat());
    assert!(numbers.code == 2 && numbers.stderr.contains("129 operations"), "{numbers:?}");
    let big = format!("{{\"then\":[{{\"op\":\"put\",\"key\":\"/k/0\",\"value\":\"{}\"}}]}}", "x".repeat(3 << 20));
    let large = etcd.pat("txn -f -").input(big.as_bytes()).run();
    assert_eq!(large.code, 2, "{large:?}");
    assert!(large.stderr.contains("1.5 MiB"), "{}", large.stderr);
    let leased = etcd.run("txn --then 'put /k/0 x --lease 1234'");
    assert_eq!(leased.code, 2, "{leased:?}");
    assert_eq!(etcd.keys("/k/"), [""; 0]);
    assert_eq!(etcd.run(&[&["txn"], &puts[..256]].concat()).code, 0);
    assert_eq!(etcd.keys("/k/").len(), 128);
    assert_eq!(etcd.run(&["txn", "--then", "del '' --prefix"]).code, 0);
}

#[test]
fn a_file_says_it_exactly_or_is_refused() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let file = path(&dir, "transaction.json");
    let text = r#"{
      "if": [{"target": "version", "key": "/n", "op": "<=", "value": 0},
             {"target": "lease", "key": "/n", "op": "=", "value": "0x0"}],
      "then": [{"op": "put", "key": {"base64": "L/8="}, "value": {"base64": "AP8="}},
               {"op": "add", "key": "/n", "by": -3},
               {"op": "get", "key": "/", "prefix": true}],
      "else": [{"op": "del", "key": "/", "range_end": "0"}]
    }"#;
    std::fs::write(&file, text).unwrap();
    let done = etcd.run(&format!("txn -f {file} -o json"));
    assert_eq!(done.code, 0, "{done:?}");
    let kvs = &json(&done)["responses"][2]["kvs"];
    assert_eq!((kvs[0]["key"].as_str(), kvs[0]["value"].as_str()), (Some("/n"), Some("-3")));
    assert_eq!((&kvs[1]["key"]["base64"], &kvs[1]["value"]["base64"]), (&"L/8=".into(), &"AP8=".into()));
    let done = etcd.run(&format!("txn -f {file} -o json"));
    assert_eq!((done.code, json(&done)["responses"][0]["deleted"].as_i64()), (1, Some(2)));
    for (bad, told) in [
        ("", "the text ends where a value is expected"),
        ("{}", "empty"),
        (r#"{"thn": []}"#, "`thn` is not known here"),
        (r#"{"then": [{"op": "put", "key": "/k", "value": "v", "x": 1}]}"#, "`x` is not known here"),
        (r#"{"then": [{"op": "put", "key": "/k", "key": "/l", "value": "v"}]}"#, "`key` is there twice"),
        (r#"{"then": [{"op": "get", "key": "/k", "prefix": true, "range_end": "/l"}]}"#, "then[0]"),
        (r#"{"if": [{"target": "mod", "key": "/k", "op": "==", "value": 1}]}"#, "`==` is not known"),
        (
            r#"{"if": [{"target": "mod", "key": "/k", "op": "=", "value": 1.5}]}"#,
            "expected a whole number, not the number 1.5",
        ),
        (r#"{"if": [{"target": "lease", "key": "/k", "op": "=", "value": "xyz"}]}"#, "not a lease id"),
        (r#"{"then": [{"op": "add", "key": "/k", "by": 9223372036854775808}]}"#, "line 1"),
        (r#"{"then": []} x"#, "there is something behind the value"),
    ] {
        let done = etcd.pat("txn -f -").input(bad.as_bytes()).run();
        assert_eq!(done.code, 2, "{bad}: {done:?}");
        assert!(done.stderr.contains(told), "{bad}: {}", done.stderr);
    }
}

#[test]
fn what_is_malformed_is_refused_where_it_is_and_nothing_is_sent() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    listener.set_nonblocking(true).unwrap();
    let endpoint = listener.local_addr().unwrap().to_string();
    let refused = |arguments: &[&str], input: Option<&str>, told: &str| {
        let pat = Pat::new(&[&["txn"], arguments].concat()).env("ETCDPAT_ENDPOINTS", &endpoint);
        let done = if let Some(input) = input { pat.input(input.as_bytes()) } else { pat }.run();
        assert_eq!(done.code, 2, "{arguments:?}: {done:?}");
        assert!(done.stdout.is_empty() && done.stderr.contains(told), "{arguments:?}: {}", done.stderr);
    };
    for (compare, told) in [
        ("version(\"/k\") ~ 1", "character 15: unknown operator ~"),
        ("version(\"/k\" = 1", "the bracket is not closed"),
        ("version(/k", "the bracket is not closed"),
        ("version(\"/k\") = abc", "character 17: \"abc\" is not a number"),
        ("version(/k) = 9223372036854775808", "not a number"),
        ("", "expected TARGET(KEY)"),
        ("size(/k) = 1", "unknown target \"size\""),
        ("value(/k) == 1", "unknown operator =="),
        ("value(/k) 1", "no operator"),
        ("value(/k) =", "nothing to compare with"),
        ("value(/k) = a b", "one word too many"),
        ("value() = a", "there is no key"),
        ("value('') = a", "a key must not be empty"),
        ("value('/k) = a", "character 7: the quote is not closed"),
        ("lease(/k) = xyz", "not a lease id"),
    ] {
        refused(&["--if", compare, "--then", "put /k v"], None, told);
    }
    for (op, told) in [
        ("", "there is no operation"),
        ("set /k v", "unknown operation \"set\""),
        ("put /k", "expected put K V"),
        ("put /k a b", "expected put K V"),
        ("put /k v --prefix", "character 10: unknown flag --prefix"),
        ("put /k v --lease", "--lease needs a value"),
        ("get /k --prefix=yes", "unknown flag"),
        ("del /k /l --prefix", "expected del K"),
        ("del b a", "the range from b to a is empty"),
        ("add /k 1.5", "not a number"),
        ("put '' v", "a key must not be empty"),
    ] {
        refused(&["--then", op], None, told);
    }
    refused(&[], None, "the transaction is empty");
    refused(&["--guard", "/l"], None, "expected NAME@FENCE");
    refused(&["--guard", "/l@0"], None, "expected NAME@FENCE");
    refused(&["--then", "put /k 1", "--then", "add /k 1"], None, "/k is written twice");
    refused(&["--else", "del /k --prefix", "--else", "put /k/1 1"], None, "/k/1 is written twice");
    refused(&["-f", "/nowhere/t.json"], None, "cannot read /nowhere/t.json");
    refused(&["-", "--then", "get /k"], None, "cannot be used with");
    refused(&["-"], Some("\n\n\n"), "the transaction is empty");
    refused(&["-"], Some("val(\"k\") = \"v\"\n\nput k \"v\n"), "line 3, character 7: the quote is not closed");
    refused(&["-"], Some("val(\"k\") == \"v\"\n"), "line 1, character 10: unknown operator ==");
    refused(&["-"], Some("\nget k\n\n\nget k\n"), "line 5");
    refused(&["-", "--user", "u", "--password-file", "-"], Some("pw\n"), "the transaction does");
    let nested: Vec<_> = (0..33).flat_map(|n| ["--if".to_owned(), format!("value(/{n}) >= a")]).collect();
    refused(&nested.iter().map(String::as_str).collect::<Vec<_>>(), None, "at most 32");
    assert!(listener.accept().is_err(), "nobody connected");
}

#[test]
fn a_missing_grant_is_named() {
    let mut etcd = Etcd::start();
    etcd.enable_auth();
    let arguments =
        ["txn", "--if", "value(/a) = x", "--then", "put /b x", "--then", "add /n 1", "--else", "get /c --prefix"];
    let run = |user: &str| etcd.pat(&arguments).env("ETCDPAT_USER", user).run();
    let denied = run("guest:guest-pw");
    assert_eq!(denied.code, 121, "{denied:?}");
    let grants = ["read --prefix /c", "read /a", "write /b", "readwrite /n"];
    let commands = grants.map(|grant| format!("etcdctl role grant-permission ROLE {grant}")).join("; ");
    assert!(denied.stderr.contains(&commands), "{}", denied.stderr);
    etcd.ctl("role add teller");
    for grant in grants {
        let words: Vec<_> = grant.split(' ').collect();
        assert_eq!(etcd.ctl(&[&["role", "grant-permission", "teller"], &words[..]].concat()).code, 0, "{grant}");
    }
    etcd.ctl("user grant-role guest teller");
    let granted = run("guest:guest-pw");
    assert_eq!(granted.code, 1, "{granted:?}");
}
