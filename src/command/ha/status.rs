//! `ha status NAME`.

use std::ffi::OsString;

use clap::Args;

use crate::command::context;
use crate::error::{ExitCode, Failure};
use crate::event::ShardedEvent;
use crate::options::{Global, lock_name};
use crate::pattern::ha::sharded;
use crate::report::Stdout;

/// Show instances, shards and owners; exit code 1 when a shard has no owner
#[derive(Debug, Args)]
pub(super) struct StatusArgs {
    /// The group's name
    name: OsString,
}

pub(super) fn run(global: &Global, args: StatusArgs) -> Result<ExitCode, Failure> {
    context::run(global, Stdout::Events, async |context| {
        let (client, name) = (context.client()?, lock_name(args.name)?);
        let status = sharded::status(&client, &name, &global.state_root()).await?;
        if status.shards.is_empty() {
            context.emit(ShardedEvent::None { group: name.text(), revision: status.revision });
            return Ok(ExitCode::No);
        }
        let all_owned = status.shards.iter().all(|shard| shard.owner.is_some());
        context.reporter.rows(status.members.into_iter().map(ShardedEvent::Member));
        context.reporter.set_apart();
        context.reporter.rows(status.shards.into_iter().map(ShardedEvent::Shard));
        Ok(if all_owned { ExitCode::Done } else { ExitCode::No })
    })
}
