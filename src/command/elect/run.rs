//! `elect NAME [-- CMD]`: stands in an election.

use std::ffi::OsString;
use std::os::unix::ffi::OsStringExt;
use std::time::Duration;

use clap::Args;

use crate::client::Options;
use crate::command::context::Context;
use crate::command::{child, context, mistyped};
use crate::deadline::Plan;
use crate::error::{ExitCode, Failure};
use crate::event::Event;
use crate::options::{Global, duration, lock_name, positive_duration, ttl};
use crate::pattern::election::{self, Params, Periodic, Work};
use crate::pattern::lock;
use crate::pattern::queue::Wait;
use crate::random;
use crate::record::Node;
use crate::report::Stdout;
use crate::schedule::{InvalidSchedule, Schedule};
use crate::supervise::{Guardian, Task};

/// How often a candidate looks at the queue unasked: as a safety net, and while somebody watches.
const LOOK_EVERY: Duration = Duration::from_secs(30);
const LOOK_EVERY_LIVE: Duration = Duration::from_secs(2);

/// The shortest period.
const LEAST_PERIOD: Duration = Duration::from_millis(100);

#[derive(Debug, Args)]
pub(super) struct RunArgs {
    /// The election's name
    #[arg(value_name = "NAME", required_unless_present = "explicit_name")]
    name: Option<OsString>,
    /// The election's name, where it is called like a subcommand
    #[arg(long = "name", value_name = "NAME", id = "explicit_name", conflicts_with = "name")]
    explicit_name: Option<OsString>,
    /// What others know this node by [default: host name, pid and something random]
    #[arg(long)]
    id: Option<OsString>,
    /// The lease's time to live: how long an unreachable leader keeps others from leading
    #[arg(long, value_name = "DURATION", default_value = "30s", value_parser = ttl, allow_hyphen_values = true)]
    ttl: Duration,
    /// Wait at most this long to be elected the first time, then exit with 124; 0 exits with 122 at once where somebody
    /// leads
    #[arg(long, value_name = "DURATION", value_parser = duration, allow_hyphen_values = true)]
    timeout: Option<Duration>,
    /// From SIGTERM to SIGKILL when the leadership is being lost or given up; 0 is SIGKILL at once [default: the lesser of
    /// 5s and a quarter of the TTL]
    #[arg(long, value_name = "DURATION", value_parser = duration, allow_hyphen_values = true)]
    grace: Option<Duration>,
    /// A shell command to run when elected, before CMD; when it fails, the node steps down
    #[arg(long, value_name = "SH")]
    on_elected: Option<OsString>,
    /// A shell command to run when CMD has ended: before the place is given up, or after it was lost
    #[arg(long, value_name = "SH")]
    on_defeat: Option<OsString>,
    /// Stand only once: exit when the leadership is lost (123) or given up
    #[arg(long)]
    once: bool,
    /// Run CMD so often (500ms, 30s, 5m, 1h; seconds without a unit), on the leader alone, first at once; no slot twice,
    /// whichever node leads
    #[arg(long, value_name = "DURATION", value_parser = positive_duration, allow_hyphen_values = true, conflicts_with = "schedule")]
    every: Option<Duration>,
    /// Run CMD by a cron expression of five fields, on the leader alone
    #[arg(long, value_name = "CRON")]
    schedule: Option<String>,
    /// The time zone of --schedule [default: UTC]
    #[arg(long, value_name = "ZONE", requires = "schedule")]
    timezone: Option<String>,
    /// How old a slot may be that a new leader still runs [default: one period]
    #[arg(long, value_name = "DURATION", value_parser = duration, allow_hyphen_values = true)]
    catch_up: Option<Duration>,
    /// The command to run while this node leads, and its arguments
    #[arg(last = true, value_name = "CMD")]
    command: Vec<OsString>,
}

pub(super) fn run(global: &Global, args: RunArgs) -> Result<ExitCode, Failure> {
    let RunArgs { name, explicit_name, id, ttl, timeout, grace, on_elected, on_defeat, once, command, .. } = args;
    let periodic = periodic(args.every, args.schedule, args.timezone.as_deref(), args.catch_up)?;
    if periodic.is_some() && command.is_empty() {
        return Err(Failure::usage("there is no command to run in each slot").hint("it comes after --"));
    }
    if let (Some(name), true) = (&name, command.is_empty()) {
        mistyped::check_name::<super::Action>("elect", name)?;
    }
    let name = lock_name(name.or(explicit_name).unwrap_or_default())?;
    child::check_command(&command, "leave -- out to stand without a command; `etcdpat elect observe` only looks on")?;
    child::check_times(ttl, grace)?;
    let owner = lock::owner(&command, None);
    let default_id = || format!("{}-{}-{:08x}", owner.host, owner.pid, random::number() >> 32).into_bytes();
    let id = id.map_or_else(default_id, OsStringExt::into_vec);
    election::check_id(&id)?;
    let plan = Plan::new(ttl, grace).map_err(crate::pattern::hold::Error::from)?;
    let params = Params {
        name,
        state_root: global.state_root(),
        id,
        node: Node::new(owner, crate::clock::millis(plan.grace())),
        ttl,
        grace,
        wait: match timeout {
            Some(Duration::ZERO) => Wait::Not,
            Some(after) => Wait::AtMost(after),
            None => Wait::ForEver,
        },
        once,
        periodic,
        look_every: LOOK_EVERY,
    };
    let connection = global.connection()?;
    // What is typed or piped in is the command's.
    let hook = |line: OsString| child::aside(global, &connection, line);
    let (has_command, has_hook) = (!command.is_empty(), on_elected.is_some() || on_defeat.is_some());
    let work = (has_command || has_hook).then(|| -> Result<Work, Failure> {
        let command: Option<Task> = has_command.then(|| child::task(global, &connection, command));
        let (on_elected, on_defeat) = (on_elected.map(hook), on_defeat.map(hook));
        Ok(Work { guardian: Guardian::start()?, command, on_elected, on_defeat })
    });
    let work = work.transpose()?;
    let stdout = if has_command { Stdout::Taken } else { Stdout::Events };
    context::run(global, stdout, async |context| Box::pin(stand(context, connection, params, work, has_command)).await)
}

/// When the command runs.
///
/// # Errors
/// Code 2.
fn periodic(
    every: Option<Duration>,
    schedule: Option<String>,
    zone: Option<&str>,
    catch_up: Option<Duration>,
) -> Result<Option<Periodic>, Failure> {
    let schedule = match (every, schedule) {
        (Some(every), _) if every < LEAST_PERIOD || every.subsec_nanos() % 1_000_000 != 0 => {
            return Err(Failure::usage("--every must be at least 100ms, and whole milliseconds"));
        }
        (Some(_), _) if zone.is_some() => {
            return Err(Failure::usage("--timezone is for --schedule: --every counts in UTC"));
        }
        (Some(every), _) => Schedule::Every(every),
        (None, Some(text)) => Schedule::cron(&text, zone.unwrap_or("UTC")).map_err(|invalid| {
            let failure = Failure::usage(invalid.to_string());
            match invalid {
                InvalidSchedule::Zone(_) => failure,
                _ => failure.hint("minute hour day month weekday: '30 4 * * 1-5'; no macros like @daily"),
            }
        })?,
        (None, None) if catch_up.is_some() => {
            return Err(Failure::usage("--catch-up is given, but neither --every nor --schedule"));
        }
        (None, None) => return Ok(None),
    };
    Ok(Some(Periodic { schedule, catch_up }))
}

async fn stand(
    context: &Context<'_>,
    connection: Options,
    mut params: Params,
    work: Option<Work>,
    has_command: bool,
) -> Result<ExitCode, Failure> {
    if context.reporter.is_live() {
        params.look_every = LOOK_EVERY_LIVE;
    }
    let client = context.connect(connection);
    let mut shutdown = context.shutdown()?;
    let emit = |event: Event| context.emit(event);
    let mut standing = Box::pin(election::stand(&client, &params, work, &mut shutdown, &emit));
    if has_command {
        return Ok(standing.await?.map_or(ExitCode::Done, ExitCode::from));
    }
    // The node's own work is not dropped for want of a reader.
    let observed =
        async { election::observe(&client, &params.name, &emit, async || context.reporter.has_room().await).await };
    tokio::pin!(observed);
    let ended = tokio::select! {
        ended = &mut standing => ended,
        Err(error) = &mut observed => {
            tracing::debug!(%error, "observing");
            standing.await
        }
        never = context.reporter.watch_output() => never,
    };
    context.reporter.hurry();
    Ok(ended?.map_or(ExitCode::Done, ExitCode::from))
}
