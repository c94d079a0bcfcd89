//! `lock NAME... [-- CMD]` and `lock acquire NAME`.

use std::ffi::OsString;
use std::sync::Arc;
use std::time::Duration;

use tokio::sync::Notify;

use super::super::report;
use super::{HoldArgs, WaitArgs, name};
use crate::cli::{self, Global};
use crate::client::{Client, Options, Version};
use crate::deadline::Plan;
use crate::error::{ExitCode, Failure};
use crate::event::{Emit, EtcdEvent, Event};
use crate::pattern::lock::{self, Held, LockNames, Params};
use crate::report::{Reporter, Stdout};
use crate::shutdown::Shutdown;
use crate::supervise::{Guardian, Task};

/// How often a waiter looks at the queue unasked: as a safety net, and while somebody watches.
const LOOK_EVERY: Duration = Duration::from_secs(30);
const LOOK_EVERY_LIVE: Duration = Duration::from_secs(2);

/// How long `-v` waits for the server's version.
const PATIENCE: Duration = Duration::from_millis(500);

/// Runs a command under the locks, or holds them until a signal.
pub(super) fn run(global: &Global, args: HoldArgs) -> ExitCode {
    let (acquisition, guardian) = match prepare(global, args) {
        Ok(prepared) => prepared,
        Err(failure) => return cli::refuse(&failure),
    };
    let stdout = if guardian.is_some() { Stdout::Taken } else { Stdout::Events };
    report(global, stdout, async |reporter, closed| Box::pin(carry_out(acquisition, guardian, reporter, closed)).await)
}

/// Acquires a lock and leaves it to whoever has its key.
pub(super) async fn acquire(
    global: &Global,
    given: OsString,
    wait: WaitArgs,
    reporter: &Reporter,
    closed: Arc<Notify>,
) -> Result<ExitCode, Failure> {
    let acquisition = Acquisition::new(global, name(given)?.into(), wait, None, &[])?;
    let mut shutdown = Shutdown::new(closed)?;
    let held = acquisition.acquire(reporter, &mut shutdown).await?;
    let told = async || reporter.is_written().await;
    held.leave_unattended(&mut shutdown, told, &|event| reporter.emit(&event)).await?;
    Ok(ExitCode::Done)
}

/// What is to be acquired, checked.
struct Acquisition {
    options: Options,
    params: Params,
    conflict_exit_code: u8,
}

/// Checks everything that can be checked before anything is sent, and starts the guardian if there is a command.
fn prepare(global: &Global, args: HoldArgs) -> Result<(Acquisition, Option<Guardian>), Failure> {
    let HoldArgs { names, explicit_names, wait, grace, command } = args;
    let names: Result<Vec<_>, _> = names.into_iter().chain(explicit_names).map(name).collect();
    let names = LockNames::new(names?).map_err(|invalid| Failure::usage(invalid.to_string()))?;
    // `-- $CMD` with nothing in CMD must not hold the lock for ever.
    if command.is_empty() && std::env::args_os().any(|word| word == "--") {
        return Err(Failure::usage("there is no command after --").hint("leave -- out to hold the lock until a signal"));
    }
    let acquisition = Acquisition::new(global, names, wait, grace, &command)?;
    let (set, unset) = global.environment(&acquisition.options);
    if command.is_empty() {
        return Ok((acquisition, None));
    }
    let task = Task { argv: command, set, unset, ..Task::default() };
    Ok((acquisition, Some(Guardian::start_for(task)?)))
}

async fn carry_out(
    acquisition: Acquisition,
    guardian: Option<Guardian>,
    reporter: &Reporter,
    closed: Arc<Notify>,
) -> Result<ExitCode, Failure> {
    let mut shutdown = Shutdown::new(closed)?;
    let emit = |event: Event| reporter.emit(&event);
    let held = acquisition.acquire(reporter, &mut shutdown).await?;
    match guardian {
        Some(guardian) => Ok(Box::pin(held.run(guardian, &mut shutdown, &emit)).await?.into()),
        None => {
            tokio::select! {
                ended = held.wait(&mut shutdown, &emit) => ended?,
                never = reporter.watch_output() => never,
            }
            reporter.hurry();
            Ok(ExitCode::Done)
        }
    }
}

impl Acquisition {
    fn new(
        global: &Global,
        names: LockNames,
        args: WaitArgs,
        grace: Option<Duration>,
        command: &[OsString],
    ) -> Result<Self, Failure> {
        Plan::new(args.ttl, grace).map_err(|unfit| Failure::from(lock::Error::from(unfit)))?;
        let params = Params {
            names,
            claim: args.claim(),
            ttl: args.ttl,
            grace,
            wait: args.wait(),
            owner: lock::owner(command, args.note),
            look_every: LOOK_EVERY,
        };
        let conflict_exit_code = args.conflict_exit_code.unwrap_or(ExitCode::BUSY);
        Ok(Self { options: global.connection()?, params, conflict_exit_code })
    }

    async fn acquire(mut self, reporter: &Reporter, shutdown: &mut Shutdown) -> Result<Held, Failure> {
        if reporter.is_live() {
            self.params.look_every = LOOK_EVERY_LIVE;
        }
        let client = Client::new(self.options);
        let emit = |event: Event| reporter.emit(&event);
        let acquired = lock::acquire(&client, &self.params, shutdown, &emit).await;
        let held = acquired.map_err(|error| {
            let failure = Failure::from(error);
            let busy = matches!(failure.code, ExitCode::Busy(_));
            let code = if busy { ExitCode::Busy(self.conflict_exit_code) } else { failure.code };
            Failure { code, ..failure }
        })?;
        if reporter.is_verbose() {
            tell_defects(&client, &emit).await;
        }
        Ok(held)
    }
}

/// Says what is known to be wrong with the connected server. It works without an answer.
async fn tell_defects(client: &Client, emit: Emit<'_>) {
    let Ok(Ok(version)) = tokio::time::timeout(PATIENCE, client.version()).await else { return };
    for defect in Version::of(&version).iter().flat_map(|version| version.defects()) {
        emit(EtcdEvent::Outdated { version: version.clone(), message: defect }.into());
    }
}
