//! `ha active-passive NAME --node-id ID --primary SH [--secondary SH]`.

use std::ffi::OsString;
use std::num::NonZeroU32;
use std::os::unix::ffi::OsStringExt;
use std::time::Duration;

use clap::Args;

use crate::check::Thresholds;
use crate::client::Options;
use crate::clock::millis;
use crate::command::{child, context};
use crate::deadline::Plan;
use crate::error::{ExitCode, Failure};
use crate::event::Event;
use crate::options::{Global, at_least_one, duration, lock_name, positive_duration, ttl};
use crate::pattern::ha::active_passive::{self, Checking, Params, Runners};
use crate::pattern::queue::Wait;
use crate::pattern::{election, hold, lock};
use crate::record::{Node, Role};
use crate::report::Stdout;
use crate::supervise::{Guardian, Task};

/// How often a node looks at the queue unasked: as a safety net, and while somebody watches.
const LOOK_EVERY: Duration = Duration::from_secs(30);
const LOOK_EVERY_LIVE: Duration = Duration::from_secs(2);

/// Run a primary on one node, and a secondary on every other one
///
/// The first healthy node of the queue leads and runs the primary, which is stopped with its whole
/// process tree before another node can lead, as the command of `etcdpat elect`. Every other node runs
/// the secondary, with etcd away, too. The two never run at once: each is stopped and reaped before
/// the other one is started.
///
/// A primary that ends with 0 is done: the node steps down, and etcdpat ends with 0. One that ends in
/// any other way has the node step down, and stand again at the end of the queue after a wait that
/// grows from 1s to 1m. A secondary that ends, whatever its code, is started again after such a wait.
///
/// With --health, a node is in the queue while it is healthy. A leader that is no longer healthy hands
/// over, unless nobody else is in the queue.
///
/// Examples:
///   etcdpat ha active-passive /ha/db --node-id db-1 --primary ./primary.sh \
///       --secondary ./replica.sh
///   etcdpat ha active-passive /ha/vip --node-id "$HOSTNAME" \
///       --primary 'exec ./hold-address.sh'
///   etcdpat ha active-passive /ha/db --node-id db-1 --primary ./primary.sh \
///       --secondary ./replica.sh --health './check.sh "$ETCDPAT_ROLE"' \
///       --health-interval 2s --start-period 30s
///
/// All three have ETCDPAT_ROLE (primary or secondary) and ETCDPAT_NODE_ID in their environment; the
/// primary has what the command of elect has, too (ETCDPAT_FENCE and so on).
///
/// Exit codes: 0 the primary is done; 121 authentication or permission, 122 the id is in use, 125 etcd
/// unreachable at the start or another failure, 128+n stopped by signal n; where a signal has ended the
/// primary, the primary's own code.
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub(super) struct ActivePassiveArgs {
    /// The name that the nodes share: that of an election
    name: OsString,
    /// What others know this node by: one process at a time has it
    #[arg(long, value_name = "ID")]
    node_id: OsString,
    /// The shell command to run while this node leads
    #[arg(long, value_name = "SH")]
    primary: OsString,
    /// The shell command to run while it does not
    #[arg(long, value_name = "SH")]
    secondary: Option<OsString>,
    /// The lease's time to live: how long an unreachable leader keeps others from leading
    #[arg(long, value_name = "DURATION", default_value = "30s", value_parser = ttl, allow_hyphen_values = true)]
    ttl: Duration,
    /// From SIGTERM to SIGKILL when primary or secondary is to end; 0 is SIGKILL at once [default: the lesser of 5s and a
    /// quarter of the TTL]
    #[arg(long, value_name = "DURATION", value_parser = duration, allow_hyphen_values = true)]
    grace: Option<Duration>,
    /// The node is healthy when this shell command exits with 0
    #[arg(long, value_name = "SH")]
    health: Option<OsString>,
    /// From one check to the next
    #[arg(long, value_name = "DURATION", default_value = "5s", value_parser = positive_duration, allow_hyphen_values = true, requires = "health")]
    health_interval: Duration,
    /// The longest that a check may take; one that takes longer has failed
    #[arg(long, value_name = "DURATION", default_value = "2s", value_parser = positive_duration, allow_hyphen_values = true, requires = "health")]
    health_timeout: Duration,
    /// So many successes in a row are healthy
    #[arg(long, value_name = "N", default_value = "1", value_parser = at_least_one, allow_hyphen_values = true, requires = "health")]
    rise: NonZeroU32,
    /// So many failures in a row are unhealthy
    #[arg(long, value_name = "N", default_value = "3", value_parser = at_least_one, allow_hyphen_values = true, requires = "health")]
    fall: NonZeroU32,
    /// How long after its start failures of a primary do not count
    #[arg(long, value_name = "DURATION", default_value = "10s", value_parser = duration, allow_hyphen_values = true, requires = "health")]
    start_period: Duration,
}

pub(super) fn run(global: &Global, args: ActivePassiveArgs) -> Result<ExitCode, Failure> {
    let connection = global.connection()?;
    let mut params = params(global, &connection, args)?;
    // One process for primary and secondary, one for checks; both before the runtime, which forks no more.
    let work = Guardian::start()?;
    let checks = params.checking.is_some().then(Guardian::start).transpose()?;
    context::run(global, Stdout::Taken, async |context| {
        if context.reporter.is_live() {
            params.election.look_every = LOOK_EVERY_LIVE;
        }
        let client = context.connect(connection);
        let mut shutdown = context.shutdown()?;
        let emit = |event: Event| context.emit(event);
        let ran = active_passive::run(&client, &params, Runners { work, checks }, &mut shutdown, &emit);
        Ok(Box::pin(ran).await?.into())
    })
}

/// What is wanted.
///
/// # Errors
/// Code 2.
fn params(global: &Global, connection: &Options, args: ActivePassiveArgs) -> Result<Params, Failure> {
    let name = lock_name(args.name)?;
    let id = args.node_id.into_vec();
    election::check_id(&id)?;
    let lines = [
        ("--primary", Some(&args.primary)),
        ("--secondary", args.secondary.as_ref()),
        ("--health", args.health.as_ref()),
    ];
    if let Some((option, _)) = lines.into_iter().find(|(_, line)| line.is_some_and(|line| line.is_empty())) {
        return Err(Failure::usage(format!("the command of {option} must not be empty")));
    }
    let plan = Plan::new(args.ttl, args.grace).map_err(hold::Error::from)?;
    let node = Node::new(lock::owner(std::slice::from_ref(&args.primary), None), millis(plan.grace()));
    let node_id = ("ETCDPAT_NODE_ID".into(), OsString::from_vec(id.clone()));
    let with = |mut task: Task, role: Option<Role>| {
        // A service reads no terminal; and a key on it is for etcdpat, which passes it on and ends.
        task.stdin = Some(Vec::new());
        task.set.push(node_id.clone());
        task.set.extend(role.map(|role| ("ETCDPAT_ROLE".into(), role.name().into())));
        task
    };
    let checking = args.health.map(|line| Checking {
        task: with(child::check(global, connection, line), None),
        interval: args.health_interval,
        timeout: args.health_timeout,
        thresholds: Thresholds { rise: args.rise, fall: args.fall },
        start_period: args.start_period,
    });
    Ok(Params {
        election: election::Params {
            name,
            state_root: global.state_root(),
            id,
            node,
            ttl: args.ttl,
            grace: args.grace,
            wait: Wait::ForEver,
            once: false,
            periodic: None,
            look_every: LOOK_EVERY,
        },
        primary: with(child::shell(global, connection, args.primary), Some(Role::Primary)),
        secondary: args.secondary.map(|line| with(child::shell(global, connection, line), Some(Role::Secondary))),
        checking,
    })
}
