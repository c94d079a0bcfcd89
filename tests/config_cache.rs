//! Configuration in memory: typed reads, subscriptions, and how old what is known is; several values in one transaction.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::time::{Duration, Instant};

use etcd_client::TxnOp;
use etcdpat::client::{Client, Options};
use etcdpat::pattern::config::{self, Changed, ConfigCache, Error, Path, Store, Subscription, Update};
use etcdpat::typed::{Kind, Type, Typed};

use crate::support::history::{commit, compact};
use crate::support::{Etcd, Proxy, path};

fn client(endpoint: &str) -> Client {
    let second = Duration::from_secs(1);
    Client::new(Options {
        endpoints: vec![endpoint.parse().unwrap()],
        credentials: None,
        tls: None,
        dial_timeout: 2 * second,
        command_timeout: 5 * second,
        scratch: None,
    })
}

fn store() -> Store {
    Store { root: "/config/app".parse().unwrap(), state_root: "/_etcdpat".to_owned() }
}

fn name(text: &str) -> Path {
    text.parse().unwrap()
}

/// On one thread: as long as the test itself does something, the cache stands still.
fn run(body: impl AsyncFnOnce()) {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(body());
}

/// A cache that knows the values.
async fn cache(endpoint: &str) -> ConfigCache {
    let cache = ConfigCache::follow(&client(endpoint), store());
    cache.ready().await.unwrap();
    cache
}

fn set(etcd: &Etcd, key: &str, value: &str) {
    let done = etcd.run(&["config", "set", key, value]);
    assert_eq!(done.code, 0, "{}", done.stderr);
}

async fn until(what: &str, mut happened: impl FnMut() -> bool) {
    let end = Instant::now() + Duration::from_secs(20);
    while !happened() {
        assert!(Instant::now() < end, "{what}");
        tokio::time::sleep(Duration::from_millis(5)).await;
    }
}

/// The next changes: name, what it was, what it is.
async fn next(subscription: &mut Subscription) -> Vec<(String, String, String)> {
    let changed = tokio::time::timeout(Duration::from_secs(20), subscription.next()).await.expect("a change");
    let text = |entry: Option<&config::Entry>| entry.map_or("-".to_owned(), |entry| entry.typed().unwrap().wire());
    let told = |one: &Changed| (one.path().unwrap().to_string(), text(one.before.as_ref()), text(one.after.as_ref()));
    changed.expect("it is kept up to date").iter().map(told).collect()
}

fn told(all: &[(&str, &str, &str)]) -> Vec<(String, String, String)> {
    all.iter().map(|(path, before, after)| (path.to_string(), before.to_string(), after.to_string())).collect()
}

#[test]
fn a_value_is_read_as_its_type_or_refused() {
    let etcd = Etcd::start();
    for (key, value, kind) in [
        ("database/host", "db.com", "string"),
        ("database/port", "5432", "int"),
        ("ratio", "1.5", "float"),
        ("debug", "true", "bool"),
        ("wait", "1h 30m", "duration"),
        ("size", "1.5 GiB", "bytes"),
        ("hosts", "a,b", "list"),
        ("large", "12345678901234567890", "int"),
    ] {
        assert_eq!(etcd.run(&["config", "set", key, value, "--type", kind]).code, 0);
    }
    etcd.ctl(&["put", "/config/app/raw", "no json"]);
    run(async || {
        let cache = cache(&etcd.endpoint(0)).await;
        assert_eq!(cache.string("database/host"), Ok(Some("db.com".to_owned())));
        assert_eq!(cache.int("database/port"), Ok(Some(5432)));
        assert_eq!((cache.float("ratio"), cache.bool("debug")), (Ok(Some(1.5)), Ok(Some(true))));
        assert_eq!(cache.duration("wait"), Ok(Some(Duration::from_secs(5400))));
        assert_eq!(cache.bytes("size"), Ok(Some(3 << 29)));
        let hosts = ["a", "b"].map(|host| Some(Typed::read(host, None).unwrap()));
        assert_eq!(cache.list("hosts"), Ok(Some(hosts.into())));
        assert_eq!(cache.json("hosts"), Ok(Some(r#"["a","b"]"#.to_owned())));
        assert_eq!((cache.int("none"), cache.string("database")), (Ok(None), Ok(None)));
        for (wrong, kind, wanted) in [
            (cache.int("database/host").unwrap_err(), Some(Kind::String), Type::Int),
            (cache.duration("database/host").unwrap_err(), Some(Kind::String), Type::Duration),
            (cache.int("large").unwrap_err(), Some(Kind::Int), Type::Int),
            (cache.bool("ratio").map(drop).unwrap_err(), Some(Kind::Float), Type::Bool),
            (cache.string("raw").map(drop).unwrap_err(), None, Type::String),
        ] {
            assert_eq!((wrong.kind, wrong.wanted), (kind, wanted), "{wrong}");
            // What it is, may be a secret.
            assert!(wrong.to_string().starts_with(wrong.path.as_str()) && !wrong.to_string().contains("db.com"));
        }
        let entry = cache.values().entry("debug").cloned().unwrap();
        assert!(entry.mod_revision > 1 && entry.mod_revision <= cache.known().revision);
    });
    etcd.ctl("del --prefix /");
}

#[test]
fn a_subscriber_is_told_what_changes_below_and_an_import_at_once() {
    let etcd = Etcd::start();
    set(&etcd, "database/host", "a");
    run(async || {
        let client = client(&etcd.endpoint(0));
        let cache = ConfigCache::follow(&client, store());
        // Before anything is known: the first changes are all that is there.
        let mut all = cache.subscribe(None);
        let mut database = cache.subscribe(Some(name("database")));
        assert_eq!(next(&mut all).await, told(&[("database/host", "-", "\"a\"")]));
        assert_eq!(next(&mut database).await, told(&[("database/host", "-", "\"a\"")]));
        let mut host = cache.subscribe(Some(name("database/host")));
        set(&etcd, "database2/host", "x");
        assert_eq!(next(&mut all).await, told(&[("database2/host", "-", "\"x\"")]));
        set(&etcd, "database/host", "b");
        for subscription in [&mut all, &mut database, &mut host] {
            assert_eq!(next(subscription).await, told(&[("database/host", "\"a\"", "\"b\"")]));
        }
        assert_eq!(etcd.run("config delete database/host").code, 0);
        for subscription in [&mut all, &mut database, &mut host] {
            assert_eq!(next(subscription).await, told(&[("database/host", "\"b\"", "-")]));
        }
        // A thousand values, in several transactions: all of them at once, also in memory.
        let dir = tempfile::tempdir().unwrap();
        let file = path(&dir, "large.json");
        let values: Vec<_> = (0..1000).map(|number| format!("\"k{number:03}\": {number}")).collect();
        fs::write(&file, format!("{{\"database\": {{{}}}}}", values.join(","))).unwrap();
        let import = etcd.pat(&["config", "import", &file]).spawn();
        until("it is imported", || {
            let known = cache.values().iter().filter(|entry| entry.path.as_str().starts_with("database/")).count();
            assert!([0, 1000].contains(&known), "{known}");
            known == 1000
        })
        .await;
        assert_eq!(import.wait().code, 0);
        assert_eq!(next(&mut database).await.len(), 1000);
        assert_eq!(cache.int("database/k007"), Ok(Some(7)));
        // Who reads slowly gets what it was when he read, and what it is.
        for value in ["1", "2", "3"] {
            set(&etcd, "database/k007", value);
            until("it is known", || cache.json("database/k007") == Ok(Some(value.to_owned()))).await;
        }
        assert_eq!(next(&mut database).await, told(&[("database/k007", "7", "3")]));
        // Nobody keeps it up to date any more.
        drop(cache);
        assert!(database.next().await.is_none());
    });
    etcd.ctl("del --prefix /");
}

#[test]
fn after_a_compaction_while_cut_off_all_is_read_anew() {
    let etcd = Etcd::start();
    for (key, value) in [("a", "1"), ("b", "2"), ("c", "3")] {
        set(&etcd, key, value);
    }
    let proxy = Proxy::start(etcd.endpoint(0));
    run(async || {
        let cache = cache(&proxy.endpoint).await;
        let mut all = cache.subscribe(None);
        // It stands still meanwhile.
        proxy.cut();
        set(&etcd, "a", "9");
        assert_eq!(etcd.run("config delete b").code, 0);
        std::thread::scope(|scope| {
            scope.spawn(|| compact(&etcd, commit(&etcd, vec![TxnOp::put("/config/app/d", "4", None)])));
        });
        assert_eq!(next(&mut all).await, told(&[("a", "1", "9"), ("b", "2", "-"), ("d", "-", "4")]));
        assert_eq!((cache.int("a"), cache.int("b"), cache.int("c")), (Ok(Some(9)), Ok(None), Ok(Some(3))));
        // And it goes on from there.
        set(&etcd, "c", "5");
        assert_eq!(next(&mut all).await, told(&[("c", "3", "5")]));
    });
    etcd.ctl("del --prefix /");
}

#[test]
fn while_etcd_is_away_reads_give_what_is_known_and_say_how_old_it_is() {
    let mut etcd = Etcd::start();
    set(&etcd, "a", "1");
    run(async || {
        let cache = cache(&etcd.endpoint(0)).await;
        until("it is connected", || cache.known().connected_since.is_some()).await;
        let before = cache.known();
        etcd.kill_member(0);
        until("it says that etcd is away", || cache.known().connected_since.is_none()).await;
        assert_eq!((cache.int("a"), cache.known().revision), (Ok(Some(1)), before.revision));
        etcd.start_member(0);
        etcd.wait_healthy();
        until("it is connected again", || cache.known().connected_since > before.connected_since).await;
        set(&etcd, "a", "2");
        until("it is known", || cache.int("a") == Ok(Some(2))).await;
        assert!(cache.known().revision > before.revision && cache.failed().is_none());
    });
    etcd.ctl("del --prefix /");
}

#[test]
fn who_never_reaches_etcd_or_may_not_read_is_told() {
    let mut etcd = Etcd::start();
    run(async || {
        let nobody = ConfigCache::follow(&client("127.0.0.1:1"), store());
        for _ in 0..2 {
            assert!(nobody.ready().await.is_err());
        }
        assert!(nobody.failed().is_some() && nobody.known() == config::Known::default());
    });
    set(&etcd, "a", "1");
    etcd.ctl("del --prefix /");
    etcd.enable_auth();
    run(async || {
        let guest = ConfigCache::follow(&client(&etcd.endpoint(0)), store());
        let refused = guest.ready().await.unwrap_err();
        assert!(matches!(*refused, Error::Client(_)), "{refused}");
        assert!(guest.subscribe(None).next().await.is_none());
    });
}

#[test]
fn several_values_are_changed_in_one_transaction_or_not_at_all() {
    let etcd = Etcd::start();
    for (key, value) in [("a", "1"), ("b/c", "2"), ("d", "3")] {
        set(&etcd, key, value);
    }
    run(async || {
        let client = client(&etcd.endpoint(0));
        let cache = cache(&etcd.endpoint(0)).await;
        let mut all = cache.subscribe(None);
        let value = |text: &str| Typed::read(text, None).unwrap();
        let revision = |path: &str| cache.values().entry(path).unwrap().mod_revision;
        let update = Update {
            puts: BTreeMap::from([(name("a"), value("10")), (name("b"), value("x"))]),
            deletes: BTreeSet::from([name("b/c"), name("none")]),
            seen: BTreeMap::from([(name("a"), revision("a")), (name("d"), revision("d")), (name("new"), 0)]),
        };
        let done = config::update(&client, &store(), &update).await.unwrap();
        let changes = told(&[("a", "1", "10"), ("b", "-", "\"x\""), ("b/c", "2", "-")]);
        assert_eq!(next(&mut all).await, changes);
        assert_eq!((revision("a"), revision("b")), (done, done));
        // What was seen has changed: nothing is done.
        let again = config::update(&client, &store(), &update).await;
        assert!(matches!(again, Err(Error::Changed { there, .. }) if there == done), "{again:?}");
        let below = Update { puts: BTreeMap::from([(name("d/e"), value("1"))]), ..Update::default() };
        assert!(matches!(config::update(&client, &store(), &below).await, Err(Error::Folder { .. })));
        let mark = "/_etcdpat/config/%2Fconfig%2Fapp/importing";
        etcd.ctl(&["put", mark, r#"{"host":"h","pid":1,"user":"u","since":"2026-11-27T00:00:00Z","content":"other"}"#]);
        let other = Update { puts: BTreeMap::from([(name("d"), value("9"))]), ..Update::default() };
        assert!(matches!(config::update(&client, &store(), &other).await, Err(Error::Importing { .. })));
        etcd.ctl(&["del", mark]);
        // Many at once, each from what it has seen: none is lost.
        let counts = (0..10).map(|_| {
            let client = client.clone();
            tokio::spawn(async move {
                loop {
                    let entry = config::get(&client, &store(), &name("d")).await.unwrap();
                    let next = entry.typed().unwrap().as_int().unwrap() + 1;
                    let update = Update {
                        puts: BTreeMap::from([(name("d"), Typed::read(&next.to_string(), None).unwrap())]),
                        deletes: BTreeSet::new(),
                        seen: BTreeMap::from([(name("d"), entry.mod_revision)]),
                    };
                    match config::update(&client, &store(), &update).await {
                        Err(Error::Changed { .. }) => {}
                        done => return done.unwrap(),
                    }
                }
            })
        });
        for count in counts.collect::<Vec<_>>() {
            count.await.unwrap();
        }
        until("all have counted", || cache.int("d") == Ok(Some(13))).await;
    });
    etcd.ctl("del --prefix /");
}
