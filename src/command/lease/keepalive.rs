//! `lease keepalive ID`.

use clap::Args;

use crate::command::context;
use crate::error::{ExitCode, Failure};
use crate::event::{Event, LeaseId};
use crate::options::{Global, lease_id};
use crate::pattern::lease;
use crate::report::Stdout;

/// Renew a lease at every third of its TTL, until a signal; exit code 1 when it is gone
///
/// Examples:
///   etcdpat lease keepalive "$lease"
///   etcdpat lease keepalive "$lease" --once
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub(super) struct KeepaliveArgs {
    /// The lease's id
    #[arg(value_parser = lease_id)]
    id: LeaseId,
    /// Renew it once
    #[arg(long)]
    once: bool,
}

pub(super) fn run(global: &Global, args: &KeepaliveArgs) -> Result<ExitCode, Failure> {
    context::run(global, Stdout::Events, async |context| {
        let client = context.client()?;
        let mut shutdown = context.shutdown()?;
        let readable = global.state_root().into_bytes();
        let emit = |event: Event| context.emit(event);
        let ended = tokio::select! {
            ended = lease::keep_alive(&client, args.id, &readable, args.once, &mut shutdown, &emit) => ended,
            never = context.reporter.watch_output() => never,
        };
        match ended.map_err(Failure::from) {
            // A signal or a reader that goes away is the way to end it, and nothing to talk about.
            Err(Failure {
                code: code @ (ExitCode::Signal(_) | ExitCode::Interrupted { .. } | ExitCode::Done), ..
            }) => Ok(code),
            ended => ended.map(|()| ExitCode::Done),
        }
    })
}
