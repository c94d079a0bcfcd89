//! `ha sharded NAME -- CMD`.

use std::ffi::OsString;
use std::num::NonZeroU32;
use std::os::unix::ffi::OsStringExt;
use std::time::Duration;

use clap::Args;
use clap::builder::TypedValueParser;
use nix::sys::resource::{Resource, getrlimit};

use crate::command::{child, context};
use crate::deadline::Plan;
use crate::error::{ExitCode, Failure};
use crate::event::Event;
use crate::options::{Global, Offering, answerable_signal, at_least_one, count, duration, lock_name, ttl};
use crate::pattern::ha::sharded::{self, MOST_SHARDS, OnChange, Params};
use crate::pattern::{election, hold, lock};
use crate::record::Node;
use crate::report::Stdout;
use crate::supervise::{ForkServer, Task};

/// Descriptors and processes that a shard takes (a guardian and the command), and what etcdpat needs besides.
const FILES_EACH: u64 = 4;
const PROCESSES_EACH: u64 = 2;
const BESIDES: u64 = 64;

/// Run a command for each of a fixed number of shards, each at one instance at a time
///
/// Every instance gets its share of the shards (in proportion to --weight, to the floor or the
/// ceiling), and runs CMD once for each of its own, with ETCDPAT_SHARD (from 0), ETCDPAT_SHARDS and
/// ETCDPAT_NODE_ID in the environment, and what a lock's command has (ETCDPAT_FENCE, ETCDPAT_KEY,
/// ETCDPAT_LEASE, ETCDPAT_LOCK: the lock NAME/SHARD). When instances come and go, the fewest shards
/// move that make the balance; the command of a shard that moves is stopped, its whole process tree,
/// before another instance can start its own. All commands of an instance stand under one lease.
///
/// A command that ends is started again; after 4 failures within 10s each, its shard is given up,
/// and kept away from this instance for 10s, then for twice as long each time, at most 10m.
/// SIGTERM and SIGINT are passed on to every command; when all have ended, etcdpat leaves.
///
/// With --per-instance, CMD runs once for all shards of the instance. The file named by
/// ETCDPAT_OWNED_FILE says which these are, and their fences. When they change, CMD is ended and
/// started again; with --on-change signal:SIG it gets the signal instead, reads the file again, and
/// writes the file's generation to the pipe ETCDPAT_OWNED_ACK as soon as it works on nothing else.
///
/// Examples:
///   etcdpat ha sharded /ha/jobs --shards 16 --node-id node-1 -- ./worker.sh
///   etcdpat ha sharded /ha/jobs --shards 16 --node-id big-1 --weight 3 \
///       -- ./worker.sh
///   etcdpat ha sharded /ha/jobs --shards 16 --node-id node-1 --rejoin 1m \
///       -- ./worker.sh
///   etcdpat ha sharded /ha/jobs --shards 64 --node-id node-1 --per-instance \
///       -- ./worker.sh
///   etcdpat ha sharded /ha/jobs --shards 64 --node-id node-1 --per-instance \
///       --on-change signal:HUP -- ./worker
///   etcdpat ha status /ha/jobs
///
/// Exit codes: 0 stopped in order; 2 usage; 121 authentication or permission; 122 the id is in use,
/// or instances run with another number of shards; 123 the lease was lost while it was stopping;
/// 125 etcd unreachable or another failure; 126 not executable, 127 not found; 128+n stopped by
/// signal n before it had joined.
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub(super) struct ShardedArgs {
    /// The group's name
    name: OsString,
    /// How many shards there are, from 1 to 10000: the same at every instance
    #[arg(long, value_name = "N", value_parser = count(MOST_SHARDS), allow_hyphen_values = true)]
    shards: u32,
    /// What others know this instance by
    #[arg(long, value_name = "ID")]
    node_id: OsString,
    /// Its part of the shards, in proportion to the others' weights
    #[arg(long, value_name = "W", default_value = "1", value_parser = at_least_one, allow_hyphen_values = true)]
    weight: NonZeroU32,
    /// Have its shards wait so long for this instance when it is gone: a restart does not move them
    #[arg(long, value_name = "DURATION", default_value = "0s", value_parser = duration, allow_hyphen_values = true)]
    rejoin: Duration,
    /// The lease's time to live: how long an unreachable instance keeps its shards from the others
    #[arg(long, value_name = "DURATION", default_value = "30s", value_parser = ttl, allow_hyphen_values = true)]
    ttl: Duration,
    /// From SIGTERM to SIGKILL when a shard moves or is being lost; 0 is SIGKILL at once [default: the lesser of 5s and a
    /// quarter of the TTL]
    #[arg(long, value_name = "DURATION", value_parser = duration, allow_hyphen_values = true)]
    grace: Option<Duration>,
    /// Run CMD once for all shards of the instance, not once for each
    #[arg(long)]
    per_instance: bool,
    /// What it means for that CMD that the shards change: restart; signal:SIG sends a signal, and CMD
    /// has the grace to acknowledge
    #[arg(long, value_name = "WHAT", default_value = "restart", value_parser = offering(), hide_possible_values = true, requires = "per_instance")]
    on_change: OnChange,
    /// The command of a shard, and its arguments
    #[arg(last = true, value_name = "CMD", required = true)]
    command: Vec<OsString>,
}

/// What completions offer of it, too.
fn offering() -> impl TypedValueParser<Value = OnChange> {
    Offering::new(
        on_change,
        &["restart", "signal:HUP", "signal:INT", "signal:QUIT", "signal:TERM", "signal:USR1", "signal:USR2"],
    )
}

fn on_change(text: &str) -> Result<OnChange, String> {
    match text.split_once(':') {
        None if text == "restart" => Ok(OnChange::Restart),
        Some(("signal", signal)) => answerable_signal(signal).map(OnChange::Signal),
        _ => Err("expected restart or signal:SIG".to_owned()),
    }
}

pub(super) fn run(global: &Global, args: ShardedArgs) -> Result<ExitCode, Failure> {
    let ShardedArgs { name, shards, node_id, weight, rejoin, ttl, grace, per_instance, on_change, command } = args;
    let (name, id) = (lock_name(name)?, node_id.into_vec());
    election::check_id(&id)?;
    child::check_times(ttl, grace)?;
    child::check_program(&command)?;
    if !per_instance {
        check_limits(shards)?;
    }
    let plan = Plan::new(ttl, grace).map_err(hold::Error::from)?;
    if matches!(on_change, OnChange::Signal(_)) && plan.grace().is_zero() {
        let message = "with --on-change signal, a --grace of 0 leaves the command no time to acknowledge";
        return Err(Failure::usage(message).hint("--on-change restart; or a longer --grace"));
    }
    let owner = lock::owner(&command, Some(String::from_utf8_lossy(&id).into_owned()));
    let connection = global.connection()?;
    let params = Params {
        name,
        state_root: global.state_root(),
        id,
        node: Node::new(owner.clone(), crate::clock::millis(plan.grace())),
        owner,
        shards,
        weight,
        rejoin,
        ttl,
        grace,
        task: Task { stdin: Some(Vec::new()), ..child::task(global, &connection, command) },
        common: per_instance.then_some(on_change),
    };
    let forks = ForkServer::start()?;
    context::run(global, Stdout::Taken, async |context| {
        let client = context.connect(connection);
        let mut shutdown = context.shutdown()?;
        let emit = |event: Event| context.emit(event);
        Box::pin(sharded::run(&client, &params, &forks, &mut shutdown, &emit)).await?;
        Ok(ExitCode::Done)
    })
}

/// Refuses more shards than one instance could run alone: to run out of anything in the middle is worse.
///
/// # Errors
/// Code 2, with the limit's name.
fn check_limits(shards: u32) -> Result<(), Failure> {
    let limits = [
        (Resource::RLIMIT_NOFILE, FILES_EACH, "open files", "ulimit -n"),
        (Resource::RLIMIT_NPROC, PROCESSES_EACH, "processes", "ulimit -u"),
    ];
    for (resource, each, what, shown) in limits {
        let needed = u64::from(shards) * each + BESIDES;
        if let Ok((allowed, _)) = getrlimit(resource)
            && allowed < needed
        {
            let message =
                format!("{shards} shards may need {needed} {what} at one instance, and only {allowed} are allowed");
            return Err(Failure::usage(message).hint(format!("fewer --shards, or allow more: `{shown} {needed}`")));
        }
    }
    Ok(())
}
