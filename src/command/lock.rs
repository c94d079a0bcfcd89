//! `etcdpat lock`.

use std::ffi::OsString;
use std::os::unix::ffi::OsStringExt;
use std::sync::Arc;
use std::time::Duration;

use clap::{Args, Subcommand};
use tokio::sync::Notify;

use super::report;
use crate::cli::{self, Global, Words};
use crate::client::{Client, Options, Version};
use crate::deadline::Plan;
use crate::error::{ExitCode, Failure};
use crate::event::{Emit, Event, Text};
use crate::pattern::lock::{self, LockName, Params, Wait};
use crate::report::Reporter;
use crate::shutdown::Shutdown;
use crate::supervise::{Guardian, Task};

/// How often a waiter looks at the queue unasked: as a safety net, and while somebody watches.
const LOOK_EVERY: Duration = Duration::from_secs(30);
const LOOK_EVERY_LIVE: Duration = Duration::from_secs(2);

/// How long `-v` waits for the server's version.
const PATIENCE: Duration = Duration::from_millis(500);

/// Run a command while holding a lock.
///
/// The command's whole process tree is stopped before anybody else can hold the lock, whatever
/// happens: etcd away, the lease revoked, etcdpat killed or stopped. Its exit code is etcdpat's.
/// Without a command, the lock's key is printed and the lock held until SIGINT or SIGTERM.
///
/// Examples:
///   etcdpat lock /locks/deploy -- ./deploy.sh
///   etcdpat lock --try /locks/backup -- ./backup.sh      # 122 at once when it is held
///   etcdpat lock --timeout 5m --note "build $CI_JOB_ID" /locks/db -- ./migrate.sh
///   etcdpat lock status /locks/db                        # who holds it, who waits
///   etcdpat lock break /locks/db --key KEY               # remove a contender; its command is stopped
///
/// The command's environment has ETCDPAT_LOCK, ETCDPAT_KEY, ETCDPAT_LEASE, ETCDPAT_FENCE,
/// ETCDPAT_ENDPOINTS, and etcdctl's ETCD_LOCK_KEY and ETCD_LOCK_REV.
///
/// Exit codes: the command's own; 121 authentication or permission, 122 busy (--try), 123 the lock
/// was lost and the command stopped, 124 timed out, 125 etcd unreachable or another failure, 126 not
/// executable, 127 not found, 128+n died of signal n.
#[derive(Debug, Args)]
#[command(verbatim_doc_comment, args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct LockArgs {
    /// Ask about locks instead.
    #[command(subcommand)]
    action: Option<Action>,
    #[command(flatten)]
    hold: HoldArgs,
}

#[derive(Debug, Args)]
struct HoldArgs {
    /// The lock's name
    #[arg(value_name = "NAME", required_unless_present = "explicit_name", conflicts_with = "explicit_name")]
    name: Option<OsString>,
    /// The lock's name, where it is called like a subcommand
    #[arg(long = "name", value_name = "NAME", id = "explicit_name")]
    explicit_name: Option<OsString>,
    /// The lease's time to live: how long an unreachable holder keeps others out
    #[arg(long, value_name = "DURATION", default_value = "30s", value_parser = cli::ttl, allow_hyphen_values = true)]
    ttl: Duration,
    /// Don't wait: exit with 122 when somebody holds or waits for the lock
    #[arg(long = "try", conflicts_with = "timeout")]
    try_once: bool,
    /// Wait at most this long, then exit with 124; 0 is --try
    #[arg(long, value_name = "DURATION", value_parser = cli::duration, allow_hyphen_values = true)]
    timeout: Option<Duration>,
    /// From SIGTERM to SIGKILL when the lock is being lost; 0 is SIGKILL at once [default: the lesser of 5s and a
    /// quarter of the TTL]
    #[arg(long, value_name = "DURATION", value_parser = cli::duration, allow_hyphen_values = true)]
    grace: Option<Duration>,
    /// A text that `lock status` shows to others
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    /// The exit code for a lock that is busy, instead of 122
    #[arg(long, value_name = "CODE")]
    conflict_exit_code: Option<u8>,
    /// The command to run, and its arguments
    #[arg(last = true, value_name = "CMD")]
    command: Vec<OsString>,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Show who holds a lock and who waits for it; exit code 1 when nobody holds it
    Status {
        /// The lock's name
        name: OsString,
    },
    /// Show all locks and elections, or those whose names begin with PREFIX
    List {
        /// What their names begin with
        #[arg(default_value = "")]
        prefix: OsString,
    },
    /// Ask whether a lock is held with this fence; exit code 1 when it is not
    Check {
        /// The lock's name
        name: OsString,
        /// The fence, as the holder's ETCDPAT_FENCE has it
        #[arg(long)]
        fence: i64,
    },
    /// Remove one contender from a lock's queue; its command is stopped by its own etcdpat
    Break {
        /// The lock's name
        name: OsString,
        /// The contender's key, as `lock status` shows it
        #[arg(long, value_name = "KEY", id = "contender_key")]
        key: OsString,
    },
}

impl LockArgs {
    /// Adds to clap's definition what the words can reach.
    pub(crate) fn define(command: clap::Command, words: &Words) -> clap::Command {
        if words.name::<Action>() { Self::augment_args(command) } else { HoldArgs::augment_args(command) }
    }
}

/// Runs it.
pub fn run(global: &Global, args: LockArgs) -> ExitCode {
    let LockArgs { action, hold } = args;
    match action {
        Some(action) => report(global, false, async |reporter, _| ask(global, action, reporter).await),
        None => match prepare(global, hold) {
            Ok((order, guardian)) => {
                let taken = guardian.is_some();
                report(global, taken, async |reporter, closed| {
                    Box::pin(order.carry_out(guardian, reporter, closed)).await
                })
            }
            Err(failure) => cli::refuse(&failure),
        },
    }
}

/// What `lock NAME [-- CMD]` asks for, checked.
struct Order {
    options: Options,
    params: Params,
    task: Task,
    conflict_exit_code: u8,
}

/// Checks everything that can be checked before anything is sent, and starts the guardian if there is a command.
fn prepare(global: &Global, args: HoldArgs) -> Result<(Order, Option<Guardian>), Failure> {
    let name = name(args.name.or(args.explicit_name).unwrap_or_default())?;
    // `-- $CMD` with nothing in CMD must not hold the lock for ever.
    if args.command.is_empty() && std::env::args_os().any(|word| word == "--") {
        return Err(Failure::usage("there is no command after --").hint("leave -- out to hold the lock until a signal"));
    }
    Plan::new(args.ttl, args.grace).map_err(|unfit| Failure::from(lock::Error::from(unfit)))?;
    let options = global.connection()?;
    let wait = match args.timeout {
        _ if args.try_once => Wait::Not,
        Some(Duration::ZERO) => Wait::Not,
        Some(after) => Wait::AtMost(after),
        None => Wait::ForEver,
    };
    let (set, unset) = global.environment(&options);
    let params = Params {
        name,
        ttl: args.ttl,
        grace: args.grace,
        wait,
        owner: lock::owner(&args.command, args.note),
        look_every: LOOK_EVERY,
    };
    let conflict_exit_code = args.conflict_exit_code.unwrap_or(ExitCode::BUSY);
    let guardian = if args.command.is_empty() { None } else { Some(Guardian::start()?) };
    let task = Task { argv: args.command, set, unset, grace: Duration::ZERO };
    Ok((Order { options, params, task, conflict_exit_code }, guardian))
}

impl Order {
    async fn carry_out(
        mut self,
        guardian: Option<Guardian>,
        reporter: &Reporter,
        closed: Arc<Notify>,
    ) -> Result<ExitCode, Failure> {
        let mut shutdown = Shutdown::new(closed)?;
        if reporter.is_live() {
            self.params.look_every = LOOK_EVERY_LIVE;
        }
        let client = Client::new(self.options);
        let emit = |event: Event| reporter.emit(&event);
        let acquired = lock::acquire(&client, &self.params, &mut shutdown, &emit).await;
        let held = acquired.map_err(|error| {
            let failure = Failure::from(error);
            let busy = matches!(failure.code, ExitCode::Busy(_));
            let code = if busy { ExitCode::Busy(self.conflict_exit_code) } else { failure.code };
            Failure { code, ..failure }
        })?;
        if reporter.is_verbose() {
            tell_defects(&client, &emit).await;
        }
        match guardian {
            Some(guardian) => Ok(Box::pin(held.run(self.task, guardian, &mut shutdown, &emit)).await?.into()),
            None => {
                tokio::select! {
                    ended = held.wait(&mut shutdown, &emit) => ended?,
                    never = reporter.watch_output() => never,
                }
                Ok(ExitCode::Done)
            }
        }
    }
}

/// Says what is known to be wrong with the connected server. It works without an answer.
async fn tell_defects(client: &Client, emit: Emit<'_>) {
    let Ok(Ok(version)) = tokio::time::timeout(PATIENCE, client.version()).await else { return };
    for defect in version.parse::<Version>().iter().flat_map(|version| version.defects()) {
        emit(Event::EtcdOutdated { version: version.clone(), message: defect.to_owned() });
    }
}

async fn ask(global: &Global, action: Action, reporter: &Reporter) -> Result<ExitCode, Failure> {
    let client = Client::new(global.connection()?);
    match action {
        Action::Status { name: given } => {
            let name = name(given)?;
            let rows = lock::status(&client, &name).await?;
            if rows.is_empty() {
                reporter.emit(&Event::LockFree { lock: name.text() });
                return Ok(ExitCode::No);
            }
            reporter.rows(&rows.into_iter().map(Event::LockStatus).collect::<Vec<_>>());
        }
        Action::List { prefix } => {
            let rows = lock::list(&client, &prefix.into_vec()).await?;
            reporter.rows(&rows.into_iter().map(Event::LockEntry).collect::<Vec<_>>());
        }
        Action::Check { name: given, fence } => {
            let name = name(given)?;
            let holder_fence = lock::check(&client, &name).await?;
            let held = holder_fence == Some(fence);
            reporter.emit(&Event::LockChecked { lock: name.text(), fence, held, holder_fence });
            return Ok(if held { ExitCode::Done } else { ExitCode::No });
        }
        Action::Break { name: given, key } => {
            let (name, key) = (name(given)?, key.into_vec());
            let Some(lock::Broken { fence }) = lock::break_key(&client, &name, &key).await? else {
                let key = Text(key);
                return Err(Failure::new(ExitCode::No, format!("{key} is not in the queue of {name} any more")));
            };
            reporter.emit(&Event::LockBroken { lock: name.text(), key: Text(key), fence });
        }
    }
    Ok(ExitCode::Done)
}

fn name(given: OsString) -> Result<LockName, Failure> {
    LockName::new(given.into_vec()).map_err(|invalid| Failure::usage(invalid.to_string()))
}
