//! What `scripts/bench --config` measures the cache of configuration with. It is no benchmark by itself.
//!
//! - `config reads ENDPOINT ROOT COUNT SECONDS`: imports so many values, keeps them in memory and reads them, each kind of
//!   read for so long on one thread; a line `NAME READS_PER_SECOND` for each kind

#![allow(clippy::print_stdout, missing_docs)]

use std::time::Duration;

use anyhow::{Result, bail};
use etcdpat::client::{Client, Options};
use etcdpat::clock::BootTime;
use etcdpat::pattern::config::{self, ConfigCache, Import, Prune, Store, WrongType};
use etcdpat::pattern::lock;

fn main() -> Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let ["reads", endpoint, root, count, seconds] = words[..] else {
        bail!("usage: config reads ENDPOINT ROOT COUNT SECONDS");
    };
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    runtime.block_on(reads(endpoint, root, count.parse()?, Duration::from_secs(seconds.parse()?)))
}

async fn reads(endpoint: &str, root: &str, count: usize, long: Duration) -> Result<()> {
    let second = Duration::from_secs(1);
    let client = Client::new(Options {
        endpoints: vec![endpoint.parse()?],
        credentials: None,
        tls: None,
        dial_timeout: 2 * second,
        command_timeout: 60 * second,
        scratch: None,
    });
    let store = Store { root: root.parse()?, state_root: "/_etcdpat".to_owned() };
    let paths =
        |name: &str| -> Vec<String> { (0..count / 2).map(|i| format!("part-{:03}/{name}-{i:05}", i % 50)).collect() };
    let (ints, strings) = (paths("port"), paths("host"));
    let values = ints.iter().map(|path| (path, b"5432".to_vec()));
    let values = values.chain(strings.iter().map(|path| (path, br#""db.example.com""#.to_vec())));
    let wanted = values.map(|(path, value)| Ok((path.parse()?, value))).collect::<Result<_>>()?;
    config::import(&client, &store, &Import { wanted, prune: Prune::All }, &lock::owner(&[], None), false).await?;
    let cache = ConfigCache::follow(&client, store);
    cache.ready().await?;
    if cache.values().iter().count() != count {
        bail!("not all of the {count} values are known");
    }
    let port = |read: Option<i64>| u64::from(read == Some(5432));
    measure("int", long, &ints, |path| Ok(port(cache.int(path)?)))?;
    measure("string", long, &strings, |path| Ok(u64::from(cache.string(path)?.is_some_and(|text| text.len() == 14))))?;
    let values = cache.values();
    measure("int-of-one-revision", long, &ints, |path| Ok(port(values.int(path)?)))?;
    Ok(())
}

/// Reads all of them again and again; every read must find its value.
fn measure(name: &str, long: Duration, paths: &[String], read: impl Fn(&str) -> Result<u64, WrongType>) -> Result<()> {
    let (begun, mut count, mut found) = (BootTime::now(), 0, 0);
    while BootTime::now().since(begun) < long {
        for _ in 0..100 {
            for path in paths {
                found += read(path)?;
            }
        }
        count += 100 * u64::try_from(paths.len())?;
    }
    if found != count {
        bail!("{} of {count} reads found nothing", count - found);
    }
    println!("{name} {}", u128::from(count) * 1_000_000_000 / BootTime::now().since(begun).as_nanos());
    Ok(())
}
