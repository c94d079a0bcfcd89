//! `int()` and `add`: exact, however many do it at once.

use super::json;
use crate::support::Etcd;

#[test]
fn a_hundred_transfers_at_once_conserve_the_sum() {
    let mut etcd = Etcd::start();
    etcd.leave_be();
    (0..4).for_each(|account| drop(etcd.ctl(&["put", &format!("/account/{account}"), "30"])));
    let transfer = |number: usize| {
        let (from, to, amount) = (number % 4, (number + 1 + number / 4 % 3) % 4, 5 + number * 7 % 23);
        let enough = format!("int(/account/{from}) >= {amount}");
        let (take, give) = (format!("add /account/{from} -{amount}"), format!("add /account/{to} {amount}"));
        let log = format!("put /log/{number} '{from} to {to}: {amount}'");
        etcd.run(&["txn", "--if", &enough, "--then", &take, "--then", &give, "--then", &log])
    };
    let codes: Vec<i32> = std::thread::scope(|scope| {
        let tellers: Vec<_> = (0..25)
            .map(|teller| scope.spawn(move || (0..4).map(|n| transfer(teller + n * 25)).collect::<Vec<_>>()))
            .collect();
        tellers
            .into_iter()
            .flat_map(|teller| teller.join().unwrap())
            .map(|done| {
                assert!(done.code < 2, "{done:?}");
                done.code
            })
            .collect()
    });
    let done = codes.iter().filter(|code| **code == 0).count();
    assert!(done > 0 && done < 100, "some can be made, some can't: {done}");
    let balances: Vec<i64> =
        (0..4).map(|account| etcd.value(&format!("/account/{account}")).parse().unwrap()).collect();
    assert_eq!(balances.iter().sum::<i64>(), 120, "{balances:?}");
    assert!(balances.iter().all(|balance| *balance >= 0), "{balances:?}");
    assert_eq!(etcd.keys("/log/").len(), done);
}

#[test]
fn forty_adds_at_once_make_forty() {
    let mut etcd = Etcd::start();
    etcd.leave_be();
    let running: Vec<_> = (0..40).map(|_| etcd.pat("txn --then 'add /n 1' -o json").spawn()).collect();
    let mut sums: Vec<_> =
        running.into_iter().map(|one| json(&one.wait())["responses"][0]["value"].as_i64().unwrap()).collect();
    sums.sort_unstable();
    assert_eq!(sums, (1..=40).collect::<Vec<_>>(), "each has its own");
    assert_eq!(etcd.value("/n"), "40");
}

#[test]
fn what_is_no_integer_is_2_and_changes_nothing() {
    let mut etcd = Etcd::start();
    etcd.leave_be();
    for (key, value) in
        [("/text", "abc"), ("/space", "5 "), ("/empty", ""), ("/most", "9223372036854775807"), ("/n", "1")]
    {
        etcd.ctl(&["put", key, value]);
    }
    let before = etcd.ctl("get '' --prefix -w json").stdout;
    for (arguments, told) in [
        (&["--then", "add /text 1", "--then", "put /other x"][..], "the value of /text is not an integer: \"abc\""),
        (&["--if", "int(/space) = 5", "--else", "put /other x"], "/space"),
        (&["--if", "int(/empty) = 0", "--else", "put /other x"], "/empty"),
        (&["--then", "add /n 1", "--then", "add /most 1"], "/most"),
        (&["--if", "value(/n) = 1", "--then", "add /text 1", "--else", "add /n 1"], "/text"),
    ] {
        let done = etcd.run(&[&["txn"], arguments].concat());
        assert_eq!(done.code, 2, "{arguments:?}: {done:?}");
        assert!(done.stderr.contains(told), "{}", done.stderr);
    }
    assert_eq!(etcd.ctl("get '' --prefix -w json").stdout, before);
    // A branch that is not taken may hold what it likes.
    assert_eq!(etcd.run("txn --if 'value(/n) = 1' --then 'add /n 1' --else 'add /text 1'").code, 0);
    // int() is false of a missing key, whatever the operator; add counts from 0.
    assert_eq!(etcd.run("txn --if 'int(/none) != 7'").code, 1);
    assert_eq!(etcd.run("txn --if 'int(/n) = +2' --then 'add /none -7'").code, 0);
    assert_eq!((etcd.value("/n"), etcd.value("/none")), ("2".to_owned(), "-7".to_owned()));
    // The lease stays.
    let (lease, _) = etcd.grant();
    assert_eq!(etcd.run(&["txn", "--then", &format!("put /leased 1 --lease 0x{lease}")]).code, 0);
    assert_eq!(etcd.run(&["txn", "--if", &format!("lease(/leased) = {lease}"), "--then", "add /leased 1"]).code, 0);
    assert_eq!(etcd.run(&["txn", "--if", &format!("lease(/leased) = {lease}"), "--if", "int(/leased) = 2"]).code, 0);
}
