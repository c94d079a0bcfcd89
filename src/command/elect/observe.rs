//! `elect observe NAME`.

use std::ffi::OsString;

use clap::Args;

use crate::command::context;
use crate::error::{ExitCode, Failure};
use crate::event::Event;
use crate::options::{Global, lock_name};
use crate::pattern::election;
use crate::report::Stdout;
use crate::shutdown::Cause;

/// Print who leads, and every change of that, until SIGINT
///
/// Examples:
///   etcdpat elect observe /elections/db
///   etcdpat elect observe /elections/db -o json \
///       | jq --unbuffered -r '.leader // "nobody"'
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub(super) struct ObserveArgs {
    /// The election's name
    name: OsString,
}

pub(super) fn run(global: &Global, args: ObserveArgs) -> Result<ExitCode, Failure> {
    context::run(global, Stdout::Events, async |context| {
        let (client, name) = (context.client()?, lock_name(args.name)?);
        let mut shutdown = context.shutdown()?;
        let emit = |event: Event| context.emit(event);
        let room = async || context.reporter.has_room().await;
        let cause: Cause = tokio::select! {
            ended = election::observe(&client, &name, &emit, room) => match ended? {},
            cause = shutdown.next() => cause,
            never = context.reporter.watch_output() => never,
        };
        // A signal is the way to end it, and nothing to talk about.
        Ok(Failure::from(cause).code)
    })
}
