//! `ha status NAME`.

use std::ffi::OsString;

use clap::Args;

use crate::command::context;
use crate::error::{ExitCode, Failure};
use crate::event::ActivePassiveEvent;
use crate::options::{Global, lock_name};
use crate::pattern::ha::active_passive;
use crate::report::Stdout;

/// Show the role of every node: the leader, the standbys in their order, and those that are not in the queue; exit code 1
/// when there is no node
#[derive(Debug, Args)]
pub(super) struct StatusArgs {
    /// The name that the nodes share
    name: OsString,
}

pub(super) fn run(global: &Global, args: StatusArgs) -> Result<ExitCode, Failure> {
    context::run(global, Stdout::Events, async |context| {
        let (client, name) = (context.client()?, lock_name(args.name)?);
        let (rows, revision) = active_passive::status(&client, &name, &global.state_root()).await?;
        if rows.is_empty() {
            context.emit(ActivePassiveEvent::NoNode { name: name.text(), revision });
            return Ok(ExitCode::No);
        }
        context.reporter.rows(rows.into_iter().map(ActivePassiveEvent::Status));
        Ok(ExitCode::Done)
    })
}
