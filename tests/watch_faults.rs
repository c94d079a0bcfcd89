//! A watch in bad weather: members that are killed, connections that are cut.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use etcd_client::{Client, Txn, TxnOp};

use crate::support::history::{commit, history};
use crate::support::{Etcd, Pat, Proxy, Setup, Signal, busy, seen};

/// Puts some 1,000 keys a second, four in a transaction, as long as it is let; what fails is not repeated.
fn write(endpoint: String, stop: Arc<AtomicBool>, written: Arc<AtomicUsize>) -> std::thread::JoinHandle<()> {
    std::thread::spawn(move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let client = Client::connect([endpoint], None).await.unwrap();
            let mut beat = tokio::time::interval(Duration::from_millis(4));
            let mut round = 0;
            while !stop.load(Ordering::Relaxed) {
                beat.tick().await;
                round += 1;
                let (mut client, written) = (client.clone(), Arc::clone(&written));
                tokio::spawn(async move {
                    let put = |n: usize| {
                        let value = [format!("{round}\n\"'").as_bytes(), b"\0\xff"].concat();
                        TxnOp::put(format!("/w/{}/{n}", round % 100), value, None)
                    };
                    let txn = client.txn(Txn::new().and_then((0..4).map(put).collect::<Vec<_>>()));
                    if let Ok(Ok(_)) = tokio::time::timeout(Duration::from_secs(2), txn).await {
                        written.fetch_add(4, Ordering::Relaxed);
                    }
                });
            }
        });
    })
}

#[test]
fn ten_restarts_and_many_cuts_later_every_event_has_come_once() {
    let _turn = busy();
    let mut etcd = Etcd::with(Setup { members: 3, ..Setup::default() });
    let proxies: Vec<_> = (0..3).map(|index| Proxy::start(etcd.endpoint(index))).collect();
    let endpoints = proxies.iter().map(|proxy| proxy.endpoint.clone()).collect::<Vec<_>>().join(",");
    let watching = Pat::new("watch --prefix /w/ -o json").env("ETCDPAT_ENDPOINTS", &endpoints).spawn();
    let first = loop {
        let revision = commit(&etcd, vec![TxnOp::put("/w/begin", "", None)]);
        std::thread::sleep(Duration::from_millis(50));
        if watching.stdout().contains("/w/begin") {
            break revision;
        }
    };
    let (stop, written) = (Arc::new(AtomicBool::new(false)), Arc::new(AtomicUsize::new(0)));
    let begun = Instant::now();
    let writers: Vec<_> =
        (0..3).map(|index| write(etcd.endpoint(index), Arc::clone(&stop), Arc::clone(&written))).collect();
    for restart in 0..10 {
        let member = if restart % 3 == 0 { etcd.leader() } else { restart % 3 };
        etcd.kill_member(member);
        std::thread::sleep(Duration::from_millis(300));
        proxies.iter().for_each(Proxy::cut);
        std::thread::sleep(Duration::from_millis(300));
        etcd.start_member(member);
        etcd.wait_healthy();
        proxies[restart % 3].cut();
        std::thread::sleep(Duration::from_millis(300));
    }
    stop.store(true, Ordering::Relaxed);
    writers.into_iter().for_each(|writer| writer.join().unwrap());
    let (written, took) = (written.load(Ordering::Relaxed), begun.elapsed());
    let last = commit(&etcd, vec![TxnOp::put("/w/end", "", None)]);
    watching.wait_for_stdout("/w/end");
    watching.signal(Signal::INT);
    let done = watching.wait();
    assert_eq!(done.code, 130, "{}", done.stderr);
    let came = seen(&done.stdout);
    let wanted = history(&etcd, "/w/", came[0].0, last);
    assert!(came[0].0 <= first && came == wanted, "{} events came, {} happened", came.len(), wanted.len());
    assert!(!done.stdout.contains("watch.resync"), "nothing was restored");
    eprintln!("{written} puts in {took:?}, {} events", came.len());
    assert!(came.len() > 20_000, "there was something to see: {}", came.len());
    etcd.leave_be();
}

#[test]
fn a_watch_outlives_its_token() {
    let mut etcd = Etcd::with(Setup { arguments: vec!["--auth-token-ttl=2".to_owned()], ..Setup::default() });
    etcd.enable_auth();
    etcd.leave_be();
    let watching = etcd.pat("watch --prefix /k --initial").env("ETCDPAT_USER", "root:secret-pw").spawn();
    etcd.ctl("put /k 1");
    watching.wait_for_stdout("put /k = 1");
    // The token expires while the stream runs; a restart ends the stream, and forgets all tokens.
    std::thread::sleep(Duration::from_secs(4));
    etcd.ctl("put /k 2");
    watching.wait_for_stdout("put /k = 2");
    etcd.kill_member(0);
    etcd.start_member(0);
    etcd.wait_healthy();
    etcd.ctl("put /k 3");
    watching.wait_for_stdout("put /k = 3");
    let done = watching.end();
    assert_eq!((done.code, done.stdout.lines().count()), (143, 3), "{done:?}");
}
