//! Every operator on every target, against a model.

use etcd_client::{KeyValue, PutOptions};
use etcdpat::client::Client;
use etcdpat::event::{LeaseId, TxnAnswer, TxnBranch};
use etcdpat::pattern::txn::{Compare, KeyRange, Op, Operand, Operator, Transaction, commit};

use super::{block_on, client};
use crate::support::{Etcd, Setup, Version, busy};

/// Empty, equal, one the beginning of another, with and without NULs at the end, not text.
const VALUES: [&[u8]; 9] = [b"", b"\0", b"a", b"a\0", b"a\0\0", b"ab", b"b", b"\xff", b"\xff\xff"];
const NUMBERS: [&[u8]; 5] = [b"-9223372036854775808", b"-1", b"0", b"10", b"9223372036854775807"];

/// The operator on two things that can be ordered, said once more.
fn relation<T: PartialOrd>(left: &T, operator: Operator, right: &T) -> bool {
    match operator.to_string().as_str() {
        "=" => left == right,
        "!=" => left != right,
        "<" => left < right,
        ">" => left > right,
        "<=" => left <= right,
        ">=" => left >= right,
        other => panic!("{other}"),
    }
}

/// What a comparison means: the numbers of a missing key are 0, nothing is true of its value.
fn model(stored: Option<&KeyValue>, compare: &Compare) -> bool {
    let number = |of: fn(&KeyValue) -> i64, right: &i64| relation(&stored.map_or(0, of), compare.operator, right);
    match &compare.operand {
        Operand::Value(right) => stored.is_some_and(|kv| relation(&kv.value(), compare.operator, &&right[..])),
        Operand::Int(right) => stored.is_some_and(|kv| {
            let left: i64 = std::str::from_utf8(kv.value()).unwrap().parse().unwrap();
            relation(&left, compare.operator, right)
        }),
        Operand::Version(right) => number(KeyValue::version, right),
        Operand::Create(right) => number(KeyValue::create_revision, right),
        Operand::Mod(right) => number(KeyValue::mod_revision, right),
        Operand::Lease(LeaseId(right)) => number(KeyValue::lease, right),
    }
}

/// Puts everything that is compared; every third key is written again, every other one stands on a lease.
async fn stored(etcd: &Etcd) -> Vec<(Vec<u8>, Option<KeyValue>)> {
    let mut raw = etcd_client::Client::connect([etcd.endpoint(0)], None).await.unwrap();
    let lease = raw.lease_grant(600, None).await.unwrap().id();
    let values = VALUES.iter().map(|value| ("/v", value)).chain(NUMBERS.iter().map(|value| ("/n", value)));
    let mut keys = vec![(b"/v/none".to_vec(), None), (b"/n/none".to_vec(), None)];
    for (index, (prefix, value)) in values.enumerate() {
        let key = format!("{prefix}/{index}").into_bytes();
        for _ in 0..=usize::from(index % 3 == 0) {
            let options = (index % 2 == 0).then(|| PutOptions::new().with_lease(lease));
            raw.put(&key[..], *value, options).await.unwrap();
        }
        let kv = raw.get(&key[..], None).await.unwrap().take_kvs().pop();
        keys.push((key, kv));
    }
    keys
}

/// All comparisons of a key that are tried.
fn compares(key: &[u8], kv: Option<&KeyValue>) -> Vec<Compare> {
    let around = |own: i64| [i64::MIN, i64::MIN + 1, -1, 0, own - 1, own, own + 1, i64::MAX - 1, i64::MAX];
    let own = |of: fn(&KeyValue) -> i64| around(kv.map_or(0, of));
    let mut operands: Vec<Operand> = Vec::new();
    operands.extend(VALUES.map(|value| Operand::Value(value.to_vec())));
    if key.starts_with(b"/n") {
        operands.extend(around(10).map(Operand::Int));
    }
    if !key.starts_with(b"/n") || kv.is_none() {
        operands.extend(own(KeyValue::version).map(Operand::Version));
        operands.extend(own(KeyValue::create_revision).map(Operand::Create));
        operands.extend(own(KeyValue::mod_revision).map(Operand::Mod));
        operands.extend(own(KeyValue::lease).map(|id| Operand::Lease(LeaseId(id))));
    }
    let with = |operand: Operand| {
        Operator::ALL.map(|operator| Compare { key: key.to_vec(), operator, operand: operand.clone() })
    };
    operands.into_iter().flat_map(with).collect()
}

/// Which branch was taken. The branches' answers have to be their own.
async fn holds(client: &Client, compares: Vec<Compare>) -> bool {
    let get = |key: &str| vec![Op::Get { key: key.into(), range: KeyRange::One }];
    let transaction = Transaction { compares, then: get("/then"), otherwise: get("/else"), ..Transaction::default() };
    let row = commit(client, &transaction).await.unwrap();
    let [TxnAnswer::Get { key, .. }] = &row.responses[..] else { panic!("{row:?}") };
    let expected = if row.branch == TxnBranch::Then { "/then" } else { "/else" };
    assert_eq!((key.to_string().as_str(), row.succeeded), (expected, row.branch == TxnBranch::Then), "{row:?}");
    row.succeeded
}

#[test]
fn every_operator_on_every_target_means_what_it_says() {
    let _turn = busy();
    for version in Version::all() {
        let mut etcd = Etcd::with(Setup { version, ..Setup::default() });
        etcd.leave_be();
        block_on(async {
            let client = client(&etcd);
            let mut all = Vec::new();
            for (key, kv) in stored(&etcd).await {
                for compare in compares(&key, kv.as_ref()) {
                    let meant = model(kv.as_ref(), &compare);
                    assert_eq!(
                        holds(&client, vec![compare.clone()]).await,
                        meant,
                        "{version:?}: {compare:?} of {kv:?}"
                    );
                    all.push((compare, meant));
                }
            }
            assert!(all.len() > 3000, "{}", all.len());
            // Several at once: all have to hold. Two true ones and one of any kind, so that both ways are taken.
            let trues: Vec<_> = all.iter().filter(|(_, meant)| *meant).collect();
            let mut taken = [0, 0];
            for index in 0..300 {
                let some =
                    [trues[index * 31 % trues.len()], trues[index * 67 % trues.len()], &all[index * 41 % all.len()]];
                let meant = some.iter().all(|(_, meant)| *meant);
                let compares: Vec<_> = some.iter().map(|(compare, _)| compare.clone()).collect();
                assert_eq!(holds(&client, compares.clone()).await, meant, "{version:?}: {compares:?}");
                taken[usize::from(meant)] += 1;
            }
            assert!(taken.iter().all(|count| *count > 50), "{taken:?}");
        });
    }
}

#[test]
fn as_many_at_least_as_are_allowed_hold_together() {
    let mut etcd = Etcd::start();
    etcd.leave_be();
    let at_least = |count: usize| {
        let one = |value: &str| {
            let operand = Operand::Value(value.into());
            Compare { key: b"/k".to_vec(), operator: Operator::AtLeast, operand }
        };
        [vec![one("a"); count - 1], vec![one("m")]].concat()
    };
    block_on(async {
        let client = client(&etcd);
        for (value, meant) in [("l", false), ("m", true), ("n", true)] {
            etcd.ctl(&["put", "/k", value]);
            assert_eq!(holds(&client, at_least(32)).await, meant, "{value}");
        }
    });
}
