//! A process and its registration: its command, its checks, draining, and what asks it to stop.
//!
//! What must stay true: nothing that happens to the registration stops the command; a request to stop reaches the command
//! without waiting for etcd; the records are gone when etcdpat ends, or go with their lease.

use std::future::pending;
use std::time::Duration;

use tokio::sync::{Mutex, mpsc};
use tokio::time::{Instant, sleep, sleep_until};

use super::checking::{Checking, Checks};
use super::instance::Status;
use super::registration::{Order, Record, Registration, Wish};
use super::{Error, Registry};
use crate::client::Client;
use crate::clock::millis;
use crate::event::{DiscoverEvent, Emit, Text, Withdrawal};
use crate::shutdown::{Cause, Shutdown};
use crate::supervise::{self, Guardian, Outcome, Status as Ended};

/// How often the list of what is to be registered is looked at.
const LOOK: Duration = Duration::from_secs(1);
/// Before what etcd has refused is tried again: at first, and at the most.
const PAUSE: Duration = Duration::from_secs(1);
const LONGEST_PAUSE: Duration = Duration::from_secs(60);

/// What is registered, and how it is checked.
#[derive(Clone, Debug)]
pub struct Entry {
    /// The record.
    pub record: Record,
    /// How its instance is checked; without a check, it is healthy.
    pub checking: Option<Checking>,
}

/// Says what is to be registered from now on, when that has changed; or what is wrong with it.
pub type Reload<'a> = dyn Fn() -> Option<Result<Vec<Entry>, Text>> + 'a;

/// What is wanted.
pub struct Params<'a> {
    /// Where.
    pub registry: Registry,
    /// What is registered at first.
    pub entries: Vec<Entry>,
    /// Where the list of what is registered may change.
    pub reload: Option<&'a Reload<'a>>,
    /// The lease's TTL, whole seconds.
    pub ttl: Duration,
    /// Whether records of living processes are put over.
    pub replace: bool,
    /// How long after a request to stop the command is told: nobody picks the instance meanwhile.
    pub drain: Option<Duration>,
}

/// Who runs what.
#[derive(Debug)]
pub struct Runners {
    /// The command, prepared, where there is one.
    pub command: Option<Guardian>,
    /// Who runs checks by command.
    pub checks: Option<Guardian>,
}

/// Registers, until the command has ended or something asks to stop. How the command ended.
///
/// # Errors
/// [`Error::IdTaken`] and [`Error::OtherForm`] before anything is begun; the command could not be run; without a command,
/// etcd refuses. An outage is none, once etcd has been reached.
pub async fn register(
    client: &Client,
    params: &Params<'_>,
    runners: Runners,
    shutdown: &mut Shutdown,
    emit: Emit<'_>,
) -> Result<Option<Ended>, Error> {
    let mut registration = Registration::new(client, &params.registry, params.ttl, params.replace, emit);
    for entry in &params.entries {
        registration.add(entry.record.clone(), entry.first());
    }
    let claimed = tokio::select! {
        claimed = registration.claim() => claimed,
        cause = shutdown.next() => Err(Error::Stopped(cause)),
    };
    let ran = match claimed {
        Ok(()) => Box::pin(run(&mut registration, params, runners, shutdown, emit)).await,
        Err(error) => Err(error),
    };
    let reason = if shutdown.asked().is_some() { Withdrawal::Stopped } else { Withdrawal::Ended };
    registration.close(reason, shutdown).await;
    ran
}

impl Entry {
    /// What its record is to be at first: what is checked is there after its first success.
    fn first(&self) -> Wish {
        if self.checking.is_none() { Wish::Is(Status::Up) } else { Wish::Withdrawn(Withdrawal::Unhealthy) }
    }
}

async fn run(
    registration: &mut Registration<'_>,
    params: &Params<'_>,
    Runners { command, checks }: Runners,
    shutdown: &mut Shutdown,
    emit: Emit<'_>,
) -> Result<Option<Ended>, Error> {
    let (orders, mut inbox) = mpsc::unbounded_channel();
    let (relay, mut relayed) = Shutdown::relay();
    let check_guardian = Mutex::new(checks);
    let mut checks = Checks::new(&check_guardian, orders.clone(), emit);
    let mut entries = params.entries.clone();
    for entry in &entries {
        checks.set(
            params.registry.key(&entry.record.instance.service, &entry.record.instance.id),
            &entry.record.instance,
            entry.checking.clone(),
        );
    }
    let has_command = command.is_some();
    let running = run_command(command, &mut relayed, emit);
    let keeping = keep(registration, &mut inbox, has_command, emit);
    tokio::pin!(running, keeping);
    let mut stopping: Option<(Cause, Instant)> = None;
    loop {
        let (told_at, is_stopping) = (stopping.map(|(_, at)| at), stopping.is_some());
        tokio::select! {
            ended = &mut running => return Ok(ended?.map(|outcome| outcome.status)),
            Err(error) = &mut keeping => return Err(error),
            cause = shutdown.next() => match (cause, stopping) {
                (cause, _) if has_command && cause.is_for_the_command() => drop(relay.send(cause)),
                (cause, None) => {
                    let (wish, drain) = match params.drain {
                        Some(drain) => (Wish::Is(Status::Draining), drain),
                        None => (Wish::Withdrawn(Withdrawal::Stopped), Duration::ZERO),
                    };
                    let _ = orders.send(Order::All(wish));
                    stopping = Some((cause, Instant::now() + drain));
                }
                // Who asks again does not want to wait.
                (cause, Some((first, _))) => {
                    stopping = Some((first, Instant::now()));
                    let _ = relay.send(cause);
                }
            },
            () = at(told_at) => match stopping {
                Some((cause, _)) if has_command => {
                    let _ = relay.send(cause);
                    // Nobody else is told.
                    stopping = Some((cause, Instant::now() + Duration::from_secs(u64::from(u32::MAX))));
                }
                _ => return Ok(None),
            },
            () = checks.go_on(), if !is_stopping => {}
            () = sleep(LOOK), if params.reload.is_some() && !is_stopping => {
                match params.reload.and_then(|reload| reload()) {
                    None => {}
                    Some(Ok(new)) => change(&mut entries, new, params, &mut checks, &orders),
                    Some(Err(message)) => emit(DiscoverEvent::FileRefused { message }.into()),
                }
            }
        }
    }
}

async fn run_command(
    command: Option<Guardian>,
    relayed: &mut Shutdown,
    emit: Emit<'_>,
) -> Result<Option<Outcome>, supervise::Error> {
    let Some(mut guardian) = command else { return pending().await };
    let outcome = guardian.run(Vec::new(), None, pending(), pending(), relayed, emit).await?;
    Ok(Some(outcome))
}

/// Keeps the records. What etcd refuses while a command runs is told, and tried again.
async fn keep(
    registration: &mut Registration<'_>,
    inbox: &mut mpsc::UnboundedReceiver<Order>,
    has_command: bool,
    emit: Emit<'_>,
) -> Result<(), Error> {
    let mut pause = PAUSE;
    loop {
        match registration.keep(inbox).await {
            Err(error) if has_command => {
                let message = match &error {
                    Error::Client(failed) => format!("{failed}: {}", failed.error),
                    error => error.to_string(),
                };
                emit(DiscoverEvent::Retrying { wait_ms: millis(pause), message: message.into() }.into());
                sleep(pause).await;
                pause = (pause * 2).min(LONGEST_PAUSE);
            }
            Err(error) => return Err(error),
            Ok(()) => return pending().await,
        }
    }
}

/// Goes over to another list.
fn change(
    entries: &mut Vec<Entry>,
    new: Vec<Entry>,
    params: &Params<'_>,
    checks: &mut Checks<'_>,
    orders: &mpsc::UnboundedSender<Order>,
) {
    let key = |entry: &Entry| params.registry.key(&entry.record.instance.service, &entry.record.instance.id);
    for gone in entries.iter().filter(|old| !new.iter().any(|entry| key(entry) == key(old))) {
        checks.remove(&key(gone));
        let _ = orders.send(Order::Remove(key(gone)));
    }
    for entry in &new {
        let same = entries.iter().find(|old| key(old) == key(entry));
        let is_same = |what: fn(&Entry) -> String| same.is_some_and(|old| what(old) == what(entry));
        let has_same_check = is_same(|entry| format!("{:?}", entry.checking));
        if has_same_check && is_same(|entry| format!("{:?}", entry.record)) {
            continue;
        }
        // What is known of its health goes on.
        let wish = (!has_same_check).then(|| entry.first());
        if wish.is_some() {
            checks.set(key(entry), &entry.record.instance, entry.checking.clone());
        }
        let _ = orders.send(Order::Add(Box::new(entry.record.clone()), wish));
    }
    *entries = new;
}

async fn at(instant: Option<Instant>) {
    match instant {
        Some(instant) => sleep_until(instant).await,
        None => pending().await,
    }
}
