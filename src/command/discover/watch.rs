//! `discover watch SERVICE`.

use std::ffi::OsString;
use std::time::Duration;

use clap::Args;

use super::registry::{RegistryArgs, service};
use crate::command::child;
use crate::command::context::{self, Context};
use crate::error::{ExitCode, Failure};
use crate::event::{DiscoverEvent, Event};
use crate::options::Global;
use crate::pattern::discovery::{Following, Reaction, Service, react};
use crate::report::{Stdout, json_line};
use crate::shutdown::Shutdown;
use crate::supervise::{Guardian, Task};

/// From SIGTERM to SIGKILL, for what the command leaves running.
const GRACE: Duration = Duration::from_secs(5);

/// Show the instances of a service, then every change, until SIGINT
///
/// With --exec, a shell command runs at first and after every change instead. It reads the instances
/// as JSON lines. Changes that come in quick succession are one; the command is never run twice at a
/// time.
///
/// Examples:
///   etcdpat discover watch web
///   etcdpat discover watch web -o json | jq --unbuffered -r .event
///   etcdpat discover watch web --exec './reconfigure.sh'
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub(super) struct WatchArgs {
    /// The service
    service: String,
    /// A shell command to run on change; it reads all instances on standard input, a JSON line each
    #[arg(long, value_name = "SH")]
    exec: Option<OsString>,
    #[command(flatten)]
    registry: RegistryArgs,
}

pub(super) fn run(global: &Global, args: WatchArgs) -> Result<ExitCode, Failure> {
    let (registry, service) = (args.registry.registry(global)?, service(&args.service)?);
    let connection = global.connection()?;
    let reaction = args.exec.map(|line| -> Result<Reaction, Failure> {
        let task = child::shell(global, &connection, line);
        Ok(Reaction { task: Task { grace: GRACE, ..task }, guardian: Guardian::start()? })
    });
    let reaction = reaction.transpose()?;
    let stdout = if reaction.is_some() { Stdout::Taken } else { Stdout::Events };
    context::run(global, stdout, async |context| {
        let following = Following::new(&context.connect(connection), registry, service.clone());
        let mut shutdown = context.shutdown()?;
        let emit = |event: Event| context.emit(event);
        let Some(mut reaction) = reaction else { return show(&service, following, context, &mut shutdown).await };
        let line = |event: &Event| json_line(event);
        let ended = react(&service, following, &mut reaction, &line, &mut shutdown, &emit).await;
        let failure = Failure::from(ended);
        let stopped = matches!(failure.code, ExitCode::Signal(_) | ExitCode::Interrupted { .. });
        if stopped { Ok(failure.code) } else { Err(failure) }
    })
}

/// Shows what happens, until a signal.
async fn show(
    service: &Service,
    mut following: Following,
    context: &Context<'_>,
    shutdown: &mut Shutdown,
) -> Result<ExitCode, Failure> {
    let emit = |event: Event| context.emit(event);
    let mut is_first = true;
    loop {
        let changes = tokio::select! {
            changes = following.next(&emit) => changes?,
            cause = shutdown.next() => return Ok(Failure::from(cause).code),
            never = context.reporter.watch_output() => never,
        };
        if std::mem::take(&mut is_first) && changes.is_empty() {
            context.emit(DiscoverEvent::None { service: service.as_str().into(), waiting: true });
        }
        for change in changes {
            context.emit(DiscoverEvent::from(change));
            tokio::select! {
                () = context.reporter.has_room() => {}
                cause = shutdown.next() => return Ok(Failure::from(cause).code),
            }
        }
    }
}
