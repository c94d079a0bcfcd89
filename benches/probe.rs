//! What `scripts/bench` measures etcdpat with and against. It is no benchmark by itself.
//!
//! - `probe bare ENDPOINT NAME`: the least that a lock needs, without any of etcdpat: connect, grant, enqueue, run
//!   `true`, revoke
//! - `probe crowd ENDPOINT NAME COUNT`: so many waiters for a lock in one process, each with its own session; says
//!   `waiting` when all are in the queue, and leaves it when standard input ends
//! - `probe candidates ENDPOINT NAME COUNT`: the same, of an election
//! - `probe fill ENDPOINT COUNT`: puts so many keys `k/...` of 64 bytes, a revision each, and a key `s/...` after every
//!   1,000 of them
//! - `probe write ENDPOINT PREFIX COUNT RATE`: puts so many keys, RATE of them a second, up to 100 in a transaction; each
//!   value begins with the time when it was sent, in nanoseconds since boot
//! - `probe instances ENDPOINT PREFIX COUNT`: so many records of a service
//! - `probe picks ENDPOINT SERVICE SECONDS`: how many picks from memory a second
//! - `probe turns ENDPOINT SERVICE COUNT`: so many round-robin picks at once: how often each instance was picked
//! - `probe watchers ENDPOINT SERVICE COUNT`: follows the service so many times: its memory, in KiB
//! - `probe stamp FILE`: appends its first and its last instruction's time, in nanoseconds since boot

#![allow(clippy::print_stdout, missing_docs)]

use std::cell::Cell;
use std::fs::OpenOptions;
use std::io::{Read, Write};
use std::process::Command;
use std::rc::Rc;
use std::sync::Arc;
use std::time::Duration;

use anyhow::{Context, Result, bail};
use etcd_client::{LeaseGrantOptions, PutOptions, Txn, TxnOp};
use etcdpat::client::{Client, Options};
use etcdpat::clock::BootTime;
use etcdpat::event::{ElectEvent, Emit, Event, LockEvent};
use etcdpat::pattern::discovery::{self, Balancer, Meta, Registry, Strategy, Wanted};
use etcdpat::pattern::election;
use etcdpat::pattern::hold;
use etcdpat::pattern::lock::{self, Claim, Error, LockName, Params, Wait};
use etcdpat::record::Node;
use etcdpat::session::fresh_id;
use etcdpat::shutdown::{Cause, Shutdown};
use tokio::sync::Notify;
use tokio::task::LocalSet;

/// Long enough that nobody renews while something is measured.
const TTL: Duration = Duration::from_secs(600);

fn main() -> Result<()> {
    let started = BootTime::now();
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let runtime = || tokio::runtime::Builder::new_current_thread().enable_all().build();
    match words[..] {
        ["bare", endpoint, name] => runtime()?.block_on(bare(endpoint, name)),
        ["crowd", endpoint, name, count] => {
            LocalSet::new().block_on(&runtime()?, crowd(endpoint, name, count.parse()?, waits))
        }
        ["candidates", endpoint, name, count] => {
            LocalSet::new().block_on(&runtime()?, crowd(endpoint, name, count.parse()?, stands))
        }
        ["fill", endpoint, count] => runtime()?.block_on(fill(endpoint, count.parse()?)),
        ["write", endpoint, prefix, count, rate] => {
            runtime()?.block_on(write(endpoint, prefix, count.parse()?, rate.parse()?))
        }
        ["instances", endpoint, prefix, count] => runtime()?.block_on(instances(endpoint, prefix, count.parse()?)),
        ["picks", endpoint, service, seconds] => runtime()?.block_on(picks(endpoint, service, seconds.parse()?)),
        ["turns", endpoint, service, count] => {
            LocalSet::new().block_on(&runtime()?, turns(endpoint, service, count.parse()?))
        }
        ["watchers", endpoint, service, count] => runtime()?.block_on(watchers(endpoint, service, count.parse()?)),
        ["stamp", file] => {
            let mut file = OpenOptions::new().append(true).create(true).open(file)?;
            Ok(writeln!(file, "{} {}", started.as_nanos(), BootTime::now().as_nanos())?)
        }
        _ => {
            bail!("usage: probe bare ENDPOINT NAME | crowd|candidates ENDPOINT NAME COUNT | stamp FILE | fill | write")
        }
    }
}

async fn bare(endpoint: &str, name: &str) -> Result<()> {
    let mut client = etcd_client::Client::connect([endpoint], None).await?;
    let id = fresh_id().0;
    client.lease_grant(30, Some(LeaseGrantOptions::new().with_id(id))).await?;
    let put = TxnOp::put(format!("{name}/{id:x}"), "", Some(PutOptions::new().with_lease(id)));
    let read = TxnOp::get(format!("{name}/"), Some(etcd_client::GetOptions::new().with_prefix()));
    client.txn(Txn::new().and_then([put, read])).await?;
    if !Command::new("true").status()?.success() {
        bail!("`true` failed");
    }
    client.lease_revoke(id).await?;
    Ok(())
}

/// Waits for a lock, and holds it, until it is to leave.
async fn waits(client: Client, name: String, shutdown: &mut Shutdown, emit: Emit<'_>) -> Result<()> {
    let params = Params {
        names: LockName::new(name)?.into(),
        claim: Claim::Exclusive,
        ttl: TTL,
        grace: None,
        wait: Wait::ForEver,
        owner: lock::owner(&[], None),
        look_every: TTL,
    };
    match lock::acquire(&client, &params, None, shutdown, emit).await {
        // What was before it has gone: it holds the lock until all leave.
        Ok(held) => Ok(held.wait(shutdown, emit).await?),
        Err(Error::Hold(hold::Error::Stopped(Cause::OutputClosed))) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

/// Stands in an election, and leads, until it is to leave.
async fn stands(client: Client, name: String, shutdown: &mut Shutdown, emit: Emit<'_>) -> Result<()> {
    let params = election::Params {
        name: LockName::new(name)?,
        state_root: "/_etcdpat".to_owned(),
        id: fresh_id().0.to_string().into(),
        node: Node::new(lock::owner(&[], None), 0),
        ttl: TTL,
        grace: None,
        wait: Wait::ForEver,
        once: true,
        periodic: None,
        look_every: TTL,
    };
    match Box::pin(election::stand(&client, &params, None, shutdown, emit)).await {
        Ok(_) | Err(election::Error::Hold(hold::Error::Stopped(Cause::OutputClosed))) => Ok(()),
        Err(error) => Err(error.into()),
    }
}

async fn crowd(
    endpoint: &str,
    name: &str,
    count: usize,
    joins: impl AsyncFn(Client, String, &mut Shutdown, Emit<'_>) -> Result<()> + Copy + 'static,
) -> Result<()> {
    let client = client(endpoint)?;
    let (waiting, all_wait) = (Rc::new(Cell::new(0)), Rc::new(Notify::new()));
    let mut waiters = Vec::new();
    for _ in 0..count {
        let (client, waiting, all_wait) = (client.clone(), Rc::clone(&waiting), Rc::clone(&all_wait));
        let (name, leave) = (name.to_owned(), Arc::new(Notify::new()));
        let mut shutdown = Shutdown::new(Arc::clone(&leave))?;
        let waiter = tokio::task::spawn_local(async move {
            let seen = Cell::new(false);
            let emit = |event: Event| {
                let waits = matches!(event, Event::Lock(LockEvent::Waiting(_)) | Event::Elect(ElectEvent::Waiting(_)));
                if waits && !seen.replace(true) {
                    waiting.set(waiting.get() + 1);
                    if waiting.get() == count {
                        all_wait.notify_one();
                    }
                }
            };
            joins(client, name, &mut shutdown, &emit).await
        });
        waiters.push((leave, waiter));
    }
    all_wait.notified().await;
    println!("waiting");
    tokio::task::spawn_blocking(|| std::io::stdin().read_to_end(&mut Vec::new())).await??;
    for (leave, _) in &waiters {
        leave.notify_one();
    }
    for (_, waiter) in waiters {
        waiter.await.context("a waiter panicked")??;
    }
    Ok(())
}

fn client(endpoint: &str) -> Result<Client> {
    let second = Duration::from_secs(1);
    Ok(Client::new(Options {
        endpoints: vec![endpoint.parse()?],
        credentials: None,
        tls: None,
        dial_timeout: 2 * second,
        command_timeout: 60 * second,
        scratch: None,
    }))
}

fn registry() -> Result<Registry> {
    Ok(Registry { root: "/services".parse()?, state_root: "/_etcdpat".to_owned() })
}

async fn instances(endpoint: &str, prefix: &str, count: usize) -> Result<()> {
    let client = client(endpoint)?;
    for first in (0..count).step_by(100) {
        let put = |index: usize| {
            let (id, host) = (format!("i{index:05}"), index % 250 + 1);
            let record = format!(
                r#"{{"id":"{id}","address":"10.0.0.{host}:80","meta":{{"zone":"b","weight":"1"}},"host":"h","boot":"0f9a41c0-2f3b-4f8e-9a0b-1c2d3e4f5a6b","pid":4711,"since":"2026-11-27T03:41:52.175Z"}}"#
            );
            TxnOp::put(format!("{prefix}/{id}"), record, None)
        };
        client.txn(Txn::new().and_then((first..count.min(first + 100)).map(put).collect::<Vec<_>>())).await?;
    }
    Ok(())
}

async fn picks(endpoint: &str, service: &str, seconds: u64) -> Result<()> {
    let balancer = Balancer::follow(&client(endpoint)?, registry()?, service.parse()?, Meta::new());
    balancer.ready().await?;
    let (begun, mut count, mut sum) = (BootTime::now(), 0u64, 0u64);
    while BootTime::now().since(begun) < Duration::from_secs(seconds) {
        for _ in 0..100_000 {
            sum += balancer.pick_with(Strategy::RoundRobin, |one| u64::from(one.address.port())).unwrap_or(0);
        }
        count += 100_000;
    }
    if sum != count * 80 {
        bail!("not every pick was one");
    }
    println!("{}", count / seconds);
    Ok(())
}

async fn turns(endpoint: &str, service: &str, count: usize) -> Result<()> {
    let client = client(endpoint)?;
    let (wanted, registry) = (
        Rc::new(Wanted { service: service.parse()?, meta: Meta::new(), strategy: Strategy::RoundRobin, ttl: TTL }),
        Rc::new(registry()?),
    );
    let picks: Vec<_> = (0..count)
        .map(|_| {
            let (client, wanted, registry) = (client.clone(), Rc::clone(&wanted), Rc::clone(&registry));
            tokio::task::spawn_local(async move { discovery::pick(&client, &registry, &wanted, &|_| {}).await })
        })
        .collect();
    let mut counts = std::collections::BTreeMap::<String, usize>::new();
    for pick in picks {
        *counts.entry(pick.await??.found.instance.id.to_string()).or_default() += 1;
    }
    let counts: Vec<_> = counts.values().map(usize::to_string).collect();
    println!("{}", counts.join(" "));
    Ok(())
}

async fn watchers(endpoint: &str, service: &str, count: usize) -> Result<()> {
    let client = client(endpoint)?;
    let mut all = Vec::new();
    for _ in 0..count {
        let balancer = Balancer::follow(&client, registry()?, service.parse()?, Meta::new());
        balancer.ready().await?;
        all.push(balancer);
    }
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).context("no VmRSS")?;
    println!("{}", line.split_whitespace().next().unwrap_or_default());
    Ok(())
}

async fn fill(endpoint: &str, count: usize) -> Result<()> {
    let client = etcd_client::Client::connect([endpoint], None).await?;
    let mut tasks = tokio::task::JoinSet::new();
    for worker in 0..100 {
        let mut client = client.clone();
        tasks.spawn(async move {
            let value = "v".repeat(64);
            for index in (worker..count).step_by(100) {
                client.put(format!("k/{index:07}"), value.clone(), None).await?;
                if index % 1000 == 0 {
                    client.put(format!("s/{index:07}"), value.clone(), None).await?;
                }
            }
            Ok::<_, etcd_client::Error>(())
        });
    }
    while let Some(done) = tasks.join_next().await {
        done??;
    }
    Ok(())
}

async fn write(endpoint: &str, prefix: &str, count: u64, rate: u64) -> Result<()> {
    let client = etcd_client::Client::connect([endpoint], None).await?;
    let size = (rate / 100).clamp(1, 100);
    let mut beat = tokio::time::interval(Duration::from_nanos(1_000_000_000 * size / rate));
    let mut tasks = tokio::task::JoinSet::new();
    for first in (0..count).step_by(usize::try_from(size)?) {
        beat.tick().await;
        let put = |index: u64| {
            let now = BootTime::now().as_nanos().to_string();
            TxnOp::put(format!("{prefix}{index:07}"), format!("{now:v<64}"), None)
        };
        let txn = Txn::new().and_then((first..count.min(first + size)).map(put).collect::<Vec<_>>());
        let mut client = client.clone();
        tasks.spawn(async move { client.txn(txn).await });
        while let Some(done) = tasks.try_join_next() {
            done??;
        }
    }
    while let Some(done) = tasks.join_next().await {
        done??;
    }
    Ok(())
}
