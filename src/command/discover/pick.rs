//! `discover pick SERVICE [-- CMD]`.

use std::ffi::OsString;
use std::future::pending;
use std::time::Duration;

use clap::{Args, ValueEnum};

use super::registry::{RegistryArgs, meta, service};
use crate::client::Client;
use crate::command::child;
use crate::command::context::{self, Context};
use crate::error::{ExitCode, Failure};
use crate::event::{DiscoverEvent, Event};
use crate::options::{Global, duration, ttl};
use crate::pattern::discovery::{self, Picked, Registry, Strategy, Wanted};
use crate::report::Stdout;
use crate::shutdown::Shutdown;
use crate::supervise::Guardian;

/// Pick an instance of a service: print its address, or run a command that is told it
///
/// All who pick, on all machines, share the turns of round-robin; it costs one write each. With
/// least-conn the instance counts as used while the command runs.
///
/// Examples:
///   curl "http://$(etcdpat discover pick web)/"
///   etcdpat discover pick web --meta zone=b \
///       -- sh -c 'curl "http://$ETCDPAT_ADDRESS/"'
///   etcdpat discover pick db --strategy least-conn -- ./report.sh
///   etcdpat discover pick cache --strategy hash --hash-key "$USER"
///
/// The command's environment has ETCDPAT_SERVICE, ETCDPAT_INSTANCE, ETCDPAT_ADDRESS, ETCDPAT_HOST,
/// ETCDPAT_PORT, and ETCDPAT_META_... for what else is said of the instance.
///
/// Exit codes: the command's own; 1 there is no such instance; 2 usage; 121 authentication or
/// permission; 124 --wait is over; 125 etcd unreachable or another failure; 126 not executable; 127
/// not found; 128+n died of signal n.
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub(super) struct PickArgs {
    /// The service
    service: String,
    /// How to pick
    #[arg(long, value_enum, default_value = "round-robin")]
    strategy: How,
    /// What the pick goes by: the same instance for the same key, as long as it is there
    #[arg(long, value_name = "KEY", required_if_eq("strategy", "hash"))]
    hash_key: Option<OsString>,
    /// Only instances of which this is said; repeatable
    #[arg(long, value_name = "K=V")]
    meta: Vec<String>,
    /// Wait at most this long until there is one, then exit with 124
    #[arg(long, value_name = "DURATION", value_parser = duration, allow_hyphen_values = true)]
    wait: Option<Duration>,
    /// For least-conn, how long a use counts whose host has crashed
    #[arg(long, value_name = "DURATION", default_value = "30s", value_parser = ttl, allow_hyphen_values = true)]
    ttl: Duration,
    #[command(flatten)]
    registry: RegistryArgs,
    /// The command to run, and its arguments
    #[arg(last = true, value_name = "CMD")]
    command: Vec<OsString>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum How {
    /// One after the other, over all who pick
    RoundRobin,
    /// Each as likely as any other
    Random,
    /// As likely as their metadata `weight` says; 1 without one
    Weighted,
    /// The least used one; only with a command
    LeastConn,
    /// By --hash-key
    Hash,
}

pub(super) fn run(global: &Global, args: PickArgs) -> Result<ExitCode, Failure> {
    child::check_command(&args.command, "leave -- out to print the address")?;
    let (registry, service, meta) = (args.registry.registry(global)?, service(&args.service)?, meta(&args.meta)?);
    let has_command = !args.command.is_empty();
    let key = args.hash_key.as_deref().map(std::os::unix::ffi::OsStrExt::as_bytes);
    let strategy = match (args.strategy, key) {
        (How::LeastConn, _) if !has_command => {
            return Err(Failure::usage("least-conn counts how long an instance is used, and there is no command")
                .hint("put the command that uses it after --"));
        }
        (How::Hash, key) => Strategy::Hash(key.unwrap_or_default()),
        (_, Some(_)) => return Err(Failure::usage("--hash-key is given, but not --strategy hash")),
        (How::RoundRobin, _) => Strategy::RoundRobin,
        (How::Random, _) => Strategy::Random,
        (How::Weighted, _) => Strategy::Weighted,
        (How::LeastConn, _) => Strategy::LeastConn,
    };
    let wanted = Wanted { service, meta, strategy, ttl: args.ttl };
    let connection = global.connection()?;
    let mut guardian = None;
    if has_command {
        let mut task = child::task(global, &connection, args.command);
        // Nothing left over from a pick outside.
        let is_meta = |(name, _): &(OsString, OsString)| name.to_string_lossy().starts_with("ETCDPAT_META_");
        task.unset.extend(std::env::vars_os().filter(is_meta).map(|(name, _)| name));
        guardian = Some(Guardian::start_for(task)?);
    }
    let stdout = if has_command { Stdout::Taken } else { Stdout::Events };
    context::run(global, stdout, async |context| {
        let client = context.connect(connection);
        let mut shutdown = context.shutdown()?;
        let emit = |event: Event| context.emit(event);
        let picked = tokio::select! {
            picked = pick(&client, &registry, &wanted, args.wait, context) => picked?,
            cause = shutdown.next() => return Err(cause.into()),
        };
        match guardian {
            None => {
                context.emit(DiscoverEvent::Picked(picked.found.row()));
                Ok(ExitCode::Done)
            }
            Some(guardian) => use_it(picked, guardian, context, &mut shutdown, &emit).await,
        }
    })
}

/// Picks; where there is none, waits for one.
async fn pick(
    client: &Client,
    registry: &Registry,
    wanted: &Wanted<'_>,
    wait: Option<Duration>,
    context: &Context<'_>,
) -> Result<Picked, Failure> {
    let emit = |event: Event| context.emit(event);
    let picking = async {
        loop {
            match discovery::pick(client, registry, wanted, &emit).await {
                Err(discovery::Error::None { .. }) if wait.is_some_and(|wait| !wait.is_zero()) => {
                    context.emit(DiscoverEvent::None { service: wanted.service.as_str().into(), waiting: true });
                    discovery::until_there_is_one(client, registry, wanted, &emit).await?;
                }
                picked => return Ok(picked?),
            }
        }
    };
    match wait {
        None => picking.await,
        Some(wait) => tokio::time::timeout(wait.max(Duration::from_millis(1)), picking).await.unwrap_or_else(|_| {
            let after = humantime::format_duration(wait);
            Err(Failure::new(ExitCode::TimedOut, format!("{} had no instance within {after}", wanted.service)))
        }),
    }
}

/// Runs the command; its instance counts as used meanwhile. What becomes of the count does not matter to the command.
async fn use_it(
    picked: Picked,
    mut guardian: Guardian,
    context: &Context<'_>,
    shutdown: &mut Shutdown,
    emit: &dyn Fn(Event),
) -> Result<ExitCode, Failure> {
    context.reporter.make_way().await;
    let set = picked.found.instance.environment();
    let ran = guardian.run(set, None, pending(), pending(), shutdown, emit).await;
    guardian.dismiss();
    picked.release(shutdown, emit).await;
    Ok(ran?.status.into())
}
