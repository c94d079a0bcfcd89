//! `etcdpat dev`, and `--dev` before any other command.

use std::ffi::{OsStr, OsString};
use std::future::pending;
use std::path::PathBuf;
use std::time::Duration;

use clap::Args;

use super::{child, context};
use crate::dev::Cluster;
use crate::error::{ExitCode, Failure};
use crate::event::{DevEvent, Text};
use crate::options::Global;
use crate::report::Stdout;
use crate::supervise::{Guardian, Task};

/// From SIGTERM to SIGKILL for what a command leaves running.
const GRACE: Duration = Duration::from_secs(5);

/// Start a throwaway real etcd on free loopback ports, and run a command against it.
///
/// The command finds it in ETCDPAT_ENDPOINTS and ETCDCTL_ENDPOINTS. Without a command, the endpoints
/// are printed and the cluster runs until SIGINT or SIGTERM. It is gone when etcdpat is, however
/// that ends.
///
/// Examples:
///   etcdpat dev -- bash
///   etcdpat dev --members 3 -- ./integration-tests.sh
///   etcdpat --dev lock /locks/x -- env  # one command against a cluster of its own
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub struct DevArgs {
    /// How many members
    #[arg(long, default_value = "1", value_parser = ["1", "3", "5"])]
    members: String,
    /// Where to keep the data; without it, it is temporary
    #[arg(long, value_name = "DIR")]
    data_dir: Option<PathBuf>,
    /// The command to run, and its arguments
    #[arg(last = true, value_name = "CMD")]
    command: Vec<OsString>,
}

/// Starts a cluster, and runs the command against it or waits for a signal.
pub fn run(global: &Global, args: &DevArgs) -> Result<ExitCode, Failure> {
    if global.endpoints.is_some() {
        return Err(Failure::usage("`dev` starts an etcd of its own: --endpoints makes no sense with it"));
    }
    child::check_command(&args.command, "leave -- out to have the cluster run until a signal")?;
    if let Some(dir) = args.data_dir.as_deref().filter(|dir| dir.exists() && !dir.is_dir()) {
        return Err(Failure::usage(format!("{} is no directory", dir.display())));
    }
    let members = args.members.parse().unwrap_or(1);
    let cluster = Cluster::start(members, args.data_dir.as_deref())?;
    if !args.command.is_empty() {
        return supervised(global, &cluster, args.command.clone(), true);
    }
    context::run(global, Stdout::Events, async |context| {
        let (mut shutdown, reporter) = (context.shutdown()?, &context.reporter);
        reporter.emit(
            &DevEvent::Ready {
                endpoints: cluster.endpoints().into(),
                members,
                data_dir: Text::from(cluster.dir().as_os_str().as_encoded_bytes().to_vec()),
            }
            .into(),
        );
        tokio::select! {
            _ = shutdown.next() => {}
            never = reporter.watch_output() => never,
        }
        reporter.hurry();
        Ok(ExitCode::Done)
    })
}

/// `--dev`: this very command line, without it, against a cluster of its own.
pub(crate) fn run_ourselves(global: &Global) -> Result<ExitCode, Failure> {
    let own = std::env::current_exe()?;
    let cluster = Cluster::start(1, None)?;
    supervised(global, &cluster, command_line(own.into(), std::env::args_os().skip(1)), false)
}

fn command_line(own: OsString, arguments: impl Iterator<Item = OsString>) -> Vec<OsString> {
    let mut line = vec![own];
    let mut ours = true;
    for argument in arguments {
        ours &= argument != OsStr::new("--");
        if !(ours && argument == OsStr::new("--dev")) {
            line.push(argument);
        }
    }
    line
}

/// Runs a command against the cluster. `tells`: what becomes of it is said, too.
fn supervised(global: &Global, cluster: &Cluster, argv: Vec<OsString>, tells: bool) -> Result<ExitCode, Failure> {
    let endpoints = OsString::from(cluster.endpoints());
    let set = ["ETCDPAT_ENDPOINTS", "ETCDCTL_ENDPOINTS"].map(|name| (name.into(), endpoints.clone())).into();
    // Users, certificates and domains are another cluster's.
    let parts = [
        "USER",
        "PASSWORD",
        "CACERT",
        "CERT",
        "KEY",
        "DISCOVERY_SRV",
        "INSECURE_SKIP_TLS_VERIFY",
        "INSECURE_TRANSPORT",
        "TLS_SERVER_NAME",
    ];
    let names = parts.iter().flat_map(|part| [format!("ETCDPAT_{part}"), format!("ETCDCTL_{part}")]);
    let unset = names.chain(["ETCDPAT_PASSWORD_FILE".to_owned()]).map(OsString::from).collect();
    let task = Task { argv, set, unset, grace: GRACE, ..Task::default() };
    let mut guardian = Guardian::start_for(task)?;
    context::run(global, Stdout::Taken, async |context| {
        let mut shutdown = context.shutdown()?;
        let emit = |event| {
            if tells {
                context.emit(event);
            }
        };
        let ran = guardian.run(Vec::new(), None, pending(), pending(), &mut shutdown, &emit).await?;
        Ok(ran.status.into())
    })
}
