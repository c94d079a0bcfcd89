//! `lease run --put K=V... -- CMD`.

use std::ffi::OsString;
use std::os::unix::ffi::OsStringExt;
use std::time::Duration;

use clap::Args;

use crate::command::{child, context};
use crate::error::{ExitCode, Failure};
use crate::event::Event;
use crate::options::{Global, duration, ttl};
use crate::pattern::keys::Pairs;
use crate::pattern::lease::{self, Params};
use crate::report::Stdout;

/// Run a command, and keep keys in etcd exactly as long as it runs
///
/// The keys are put on a lease before the command starts, all or none of them, and deleted with the
/// lease when it has ended. If the lease is lost, the command's whole process tree is stopped first.
///
/// Examples:
///   etcdpat lease run --put /nodes/a=up -- ./serve.sh
///   etcdpat lease run --ttl 10s --put /app/a/addr=10.0.0.7:80 \
///       --put /app/a/zone=b -- ./serve.sh
///   etcdpat lease run --replace --put "/present/$HOSTNAME=$$" -- sleep 60
///
/// The command's environment has ETCDPAT_LEASE and ETCDPAT_ENDPOINTS.
///
/// Exit codes: the command's own; 1 a key exists already, 121 authentication or permission, 123 the
/// lease was lost and the command stopped, 125 etcd unreachable or another failure, 126 not
/// executable, 127 not found, 128+n died of signal n.
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub(super) struct RunArgs {
    /// The lease's time to live: how long the keys outlive a host that has crashed
    #[arg(long, value_name = "DURATION", default_value = "30s", value_parser = ttl, allow_hyphen_values = true)]
    ttl: Duration,
    /// From SIGTERM to SIGKILL when the lease is being lost; 0 is SIGKILL at once [default: the lesser of 5s and a
    /// quarter of the TTL]
    #[arg(long, value_name = "DURATION", value_parser = duration, allow_hyphen_values = true)]
    grace: Option<Duration>,
    /// A key and its value, divided at the first =; repeatable
    #[arg(long = "put", value_name = "K=V", required = true)]
    pairs: Vec<OsString>,
    /// Put keys that exist already, too, instead of giving up with exit code 1
    #[arg(long)]
    replace: bool,
    /// The command to run, and its arguments
    #[arg(last = true, required = true, value_name = "CMD")]
    command: Vec<OsString>,
}

pub(super) fn run(global: &Global, args: RunArgs) -> Result<ExitCode, Failure> {
    let RunArgs { ttl, grace, pairs, replace, command } = args;
    child::check_times(ttl, grace)?;
    child::check_program(&command)?;
    let pairs = Pairs::parse(pairs.into_iter().map(OsString::into_vec));
    let pairs = pairs.map_err(|invalid| Failure::usage(format!("--put: {invalid}")))?;
    let params = Params { pairs, replace, ttl, grace, scratch: false };
    let connection = global.connection()?;
    let guardian = child::start(global, &connection, command)?;
    context::run(global, Stdout::Taken, async |context| {
        let mut shutdown = context.shutdown()?;
        let emit = |event: Event| context.emit(event);
        let client = context.connect(connection);
        let ran = lease::run(&client, &params, guardian, &mut shutdown, &emit).await?;
        Ok(ran.into())
    })
}
