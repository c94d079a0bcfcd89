//! `discover register SERVICE --id ID --address HOST:PORT [-- CMD]`.

use std::ffi::OsString;
use std::path::PathBuf;
use std::time::Duration;

use clap::{Args, ValueEnum};

use super::entry::{Given, Grace, ourselves};
use super::file::File;
use super::registry::RegistryArgs;
use crate::command::child;
use crate::command::context;
use crate::error::{ExitCode, Failure};
use crate::event::{Event, Text};
use crate::options::{Global, at_least_one, duration, positive_duration, ttl};
use crate::pattern::discovery::{self, Entry, Params, Runners};
use crate::report::Stdout;
use crate::supervise::Guardian;

/// Register an instance of a service, as long as a command runs, or until a signal
///
/// The record stands on a lease: it is gone within the TTL when the host is. SIGTERM takes it away at
/// once. If it is lost while etcdpat runs (etcd away for longer than the TTL, its lease revoked), it is
/// registered again. With a check, it is there after the first success, and as long as the check
/// succeeds. Nothing that happens to the record stops the command.
///
/// Examples:
///   etcdpat discover register web --id web-1 --address 10.0.0.7:80 -- ./serve
///   etcdpat discover register web --id "web-$HOSTNAME" --address auto:80 \
///       --meta zone=b --check-http http://localhost/health --drain 10s \
///       -- ./serve
///   etcdpat discover register db --id db-1 --address db1:5432 \
///       --check-tcp localhost:5432
///   etcdpat discover register --file services.toml  # several services
///   etcdpat discover register shop/cart --format grpc --id c1 \
///       --address 10.0.0.7:9000 -- ./cart
///   etcdpat discover register web --format skydns --domain cluster.local --id w1 \
///       --address 10.0.0.7:80
///
/// Exit codes: the command's own; 0 stopped by a signal, without a command; 2 usage; 121 authentication
/// or permission; 122 the id is registered by a living process; 125 etcd unreachable at the start, or
/// the service has records of another --format; 126 not executable; 127 not found; 128+n died of signal
/// n.
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub(super) struct RegisterArgs {
    /// The service
    #[arg(required_unless_present = "file", conflicts_with = "file")]
    service: Option<String>,
    /// The instance's id: one process at a time has it
    #[arg(long, required_unless_present = "file", conflicts_with = "file")]
    id: Option<String>,
    /// Where it is reached; auto:PORT is this host's own address, as others see it
    #[arg(long, value_name = "HOST:PORT", required_unless_present = "file", conflicts_with = "file")]
    address: Option<String>,
    /// What else is told of it; repeatable
    #[arg(long, value_name = "K=V", conflicts_with = "file")]
    meta: Vec<String>,
    /// Register all services in this file, and follow its changes
    #[arg(long, value_name = "FILE")]
    file: Option<PathBuf>,
    /// The lease's time to live: how long a record outlives a host that has crashed
    #[arg(long, value_name = "DURATION", default_value = "30s", value_parser = ttl, allow_hyphen_values = true)]
    ttl: Duration,
    /// Healthy when this URL answers with 2xx or 3xx
    #[arg(long, value_name = "URL", conflicts_with_all = ["check_tcp", "check_cmd", "file"])]
    check_http: Option<String>,
    /// A header for --check-http; repeatable
    #[arg(long, value_name = "NAME: VALUE", requires = "check_http")]
    check_header: Vec<String>,
    /// Healthy when this accepts a connection
    #[arg(long, value_name = "HOST:PORT", conflicts_with_all = ["check_cmd", "file"])]
    check_tcp: Option<String>,
    /// Healthy when this shell command exits with 0
    #[arg(long, value_name = "SH", conflicts_with = "file")]
    check_cmd: Option<OsString>,
    /// From one check to the next
    #[arg(long, value_name = "DURATION", default_value = "5s", value_parser = positive_duration, allow_hyphen_values = true)]
    check_interval: Duration,
    /// The longest that a check may take
    #[arg(long, value_name = "DURATION", default_value = "2s", value_parser = positive_duration, allow_hyphen_values = true)]
    check_timeout: Duration,
    /// So many successes in a row are healthy
    #[arg(long, value_name = "N", default_value = "1", value_parser = at_least_one, allow_hyphen_values = true)]
    rise: std::num::NonZeroU32,
    /// So many failures in a row are unhealthy
    #[arg(long, value_name = "N", default_value = "3", value_parser = at_least_one, allow_hyphen_values = true)]
    fall: std::num::NonZeroU32,
    /// What becomes of the record while the check fails
    #[arg(long, value_enum, default_value = "withdraw")]
    unhealthy: Unhealthy,
    /// On SIGTERM, keep others from picking the instance for so long before the command is told
    #[arg(long, value_name = "DURATION", value_parser = duration, allow_hyphen_values = true)]
    drain: Option<Duration>,
    /// Take the place of a living process with the same id, too
    #[arg(long)]
    replace: bool,
    /// Whom the record is for: etcdpat, Go's gRPC resolver, or CoreDNS
    #[arg(long, value_enum, default_value = "json")]
    format: Format,
    #[command(flatten)]
    registry: RegistryArgs,
    /// The command to run, and its arguments
    #[arg(last = true, value_name = "CMD")]
    command: Vec<OsString>,
}

/// What becomes of a record while its check fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Unhealthy {
    /// It is taken away
    Withdraw,
    /// It stays, marked, and is not picked
    Mark,
}

/// The form of a record.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum Format {
    Json,
    Grpc,
    Skydns,
}

pub(super) fn run(global: &Global, args: &RegisterArgs) -> Result<ExitCode, Failure> {
    child::check_command(&args.command, "leave -- out to register until a signal")?;
    let registry = args.registry.registry(global)?;
    let connection = global.connection()?;
    let check = |line| child::check(global, &connection, line);
    let (ttl, by) = (args.ttl, ourselves());
    let (file, entries, needs_checks) = match &args.file {
        Some(path) => {
            let mut file = File::new(path.clone());
            let entries =
                file.read(&|given| given.entry(args.format, ttl, args.registry.domain.as_deref(), &by, &check))?;
            (Some(file), entries, true)
        }
        None => {
            let entry = given(args).entry(args.format, ttl, args.registry.domain.as_deref(), &by, &check)?;
            (None, vec![entry], args.check_cmd.is_some())
        }
    };
    // One process for the command, one for checks by command; both before the runtime, which forks no more.
    let has_command = !args.command.is_empty();
    let task = || child::task(global, &connection, args.command.clone()).with_grace();
    let command = if has_command { Some(Guardian::start_for(task())?) } else { None };
    let checks = if needs_checks { Some(Guardian::start()?) } else { None };
    let stdout = if has_command { Stdout::Taken } else { Stdout::Events };
    let file = std::cell::RefCell::new(file);
    let reload = || -> Option<Result<Vec<Entry>, Text>> {
        let mut file = file.borrow_mut();
        let read = file
            .as_mut()?
            .changed(&|given| given.entry(args.format, ttl, args.registry.domain.as_deref(), &by, &check))?;
        Some(read.map_err(|Failure { message, causes, .. }| [&[message], &causes[..]].concat().join(": ").into()))
    };
    context::run(global, stdout, async |context| {
        let client = context.connect(connection.clone());
        let mut shutdown = context.shutdown()?;
        let emit = |event: Event| context.emit(event);
        let params = Params {
            registry: registry.clone(),
            entries,
            reload: args.file.is_some().then_some(&reload),
            ttl,
            replace: args.replace,
            drain: args.drain.filter(|drain| !drain.is_zero()),
        };
        let runners = Runners { command, checks };
        let registered = discovery::register(&client, &params, runners, &mut shutdown, &emit);
        let ended = tokio::select! {
            ended = registered => ended?,
            never = context.reporter.watch_output(), if !has_command => never,
        };
        Ok(ended.map_or(ExitCode::Done, ExitCode::from))
    })
}

/// What the options say.
fn given(args: &RegisterArgs) -> Given {
    Given {
        service: args.service.clone().unwrap_or_default(),
        id: args.id.clone().unwrap_or_default(),
        address: args.address.clone().unwrap_or_default(),
        meta: args.meta.clone(),
        check_http: args.check_http.clone(),
        check_header: args.check_header.clone(),
        check_tcp: args.check_tcp.clone(),
        check_cmd: args.check_cmd.clone(),
        check_interval: args.check_interval,
        check_timeout: args.check_timeout,
        rise: args.rise,
        fall: args.fall,
        unhealthy: args.unhealthy,
    }
}
