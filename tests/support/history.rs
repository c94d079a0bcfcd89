//! Writing history, and reading it back with a plain watch, without any of etcdpat.

use std::time::Duration;

use etcd_client::{Client, CompactionOptions, EventType, Txn, TxnOp, WatchOptions};

use super::Etcd;

/// One event: its revision, whether it is a put, key and value.
pub type Seen = (i64, bool, Vec<u8>, Vec<u8>);

/// Runs something with a client of etcd's own.
pub fn with_client<T>(etcd: &Etcd, body: impl AsyncFnOnce(Client) -> T) -> T {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        let endpoints: Vec<_> = etcd.endpoints().split(',').map(str::to_owned).collect();
        body(Client::connect(endpoints, None).await.unwrap()).await
    })
}

/// Puts so many keys `PREFIX000000`..., one revision each, many at a time. The last revision.
pub fn fill(etcd: &Etcd, prefix: &str, count: usize) -> i64 {
    fill_with(etcd, prefix, count, 64)
}

/// The same, with values of this size.
pub fn fill_with(etcd: &Etcd, prefix: &str, count: usize, size: usize) -> i64 {
    with_client(etcd, async |client| {
        let value = "v".repeat(size);
        let mut tasks = tokio::task::JoinSet::new();
        for worker in 0..50 {
            let (mut client, value, prefix) = (client.clone(), value.clone(), prefix.to_owned());
            tasks.spawn(async move {
                let mut last = 0;
                for index in (worker..count).step_by(50) {
                    let put = client.put(format!("{prefix}{index:06}"), value.clone(), None).await.unwrap();
                    last = put.header().unwrap().revision();
                }
                last
            });
        }
        tasks.join_all().await.into_iter().max().unwrap()
    })
}

/// Puts so many keys, ten at each revision.
pub fn fill_by_tens(etcd: &Etcd, prefix: &str, count: usize) {
    with_client(etcd, async |client| {
        let mut tasks = tokio::task::JoinSet::new();
        for worker in 0..50 {
            let (mut client, prefix) = (client.clone(), prefix.to_owned());
            tasks.spawn(async move {
                for ten in (worker..count / 10).step_by(50) {
                    let put = |index| TxnOp::put(format!("{prefix}{ten:05}{index}"), "v".repeat(64), None);
                    client.txn(Txn::new().and_then((0..10).map(put).collect::<Vec<_>>())).await.unwrap();
                }
            });
        }
        tasks.join_all().await;
    });
}

/// Puts and deletes in one transaction. Its revision.
pub fn commit(etcd: &Etcd, operations: Vec<TxnOp>) -> i64 {
    with_client(etcd, async |mut client| {
        client.txn(Txn::new().and_then(operations)).await.unwrap().header().unwrap().revision()
    })
}

/// Compacts history up to `revision`.
pub fn compact(etcd: &Etcd, revision: i64) {
    with_client(etcd, async |mut client| {
        client.compact(revision, Some(CompactionOptions::new().with_physical())).await.unwrap();
    });
}

/// All that happened below a prefix from one revision up to another.
pub fn history(etcd: &Etcd, prefix: &str, from: i64, to: i64) -> Vec<Seen> {
    with_client(etcd, async |mut client| {
        let options = WatchOptions::new().with_prefix().with_start_revision(from);
        let mut stream = client.watch(prefix, Some(options)).await.unwrap();
        let mut seen: Vec<Seen> = Vec::new();
        while seen.last().is_none_or(|last| last.0 < to) {
            let answer = tokio::time::timeout(Duration::from_secs(30), stream.message()).await.unwrap();
            let answer = answer.unwrap().unwrap();
            assert!(!answer.canceled(), "{}", answer.cancel_reason());
            seen.extend(answer.events().iter().map(|event| {
                let kv = event.kv().unwrap();
                (kv.mod_revision(), event.event_type() == EventType::Put, kv.key().to_vec(), kv.value().to_vec())
            }));
        }
        seen
    })
}
