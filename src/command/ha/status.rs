//! `ha status NAME`.

use std::ffi::OsString;

use clap::Args;

use crate::command::context;
use crate::error::{ExitCode, Failure};
use crate::event::{ActivePassiveEvent, ShardedEvent, Text};
use crate::options::{Global, lock_name};
use crate::pattern::ha::{active_passive, sharded};
use crate::report::Stdout;

/// Show the nodes of a service: their roles, or their shards
///
/// Of active-passive nodes: the leader, the standbys in their order, and those that are not in the
/// queue. Of a sharded group: its instances, and each shard with its owner. Exit code 1 when there is
/// no node, nobody leads, or a shard has no owner.
///
/// Examples:
///   etcdpat ha status /ha/db
///   etcdpat ha status /ha/jobs -o json
///   etcdpat ha status /ha/db --ids  # the ids of the nodes alone
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub(super) struct StatusArgs {
    /// The name that the nodes share
    name: OsString,
    /// The ids of the nodes alone, a line each
    #[arg(long)]
    ids: bool,
}

pub(super) fn run(global: &Global, args: StatusArgs) -> Result<ExitCode, Failure> {
    context::run(global, Stdout::Events, async |context| {
        let (client, name) = (context.client()?, lock_name(args.name)?);
        let state_root = global.state_root();
        let (nodes, revision) = active_passive::status(&client, &name, &state_root).await?;
        let group = sharded::status(&client, &name, &state_root).await?;
        let (members, shards) = (group.members, group.shards);
        let all_owned = shards.iter().all(|shard| shard.owner.is_some());
        let one_leads = nodes.is_empty() || nodes.iter().any(|node| node.position == Some(0));
        let is_up = all_owned && one_leads && !(nodes.is_empty() && shards.is_empty());
        let code = if is_up { ExitCode::Done } else { ExitCode::No };
        if args.ids && !context.reporter.is_json() {
            let ids = nodes.iter().map(|node| &node.id).chain(members.iter().map(|member| &member.id));
            context.reporter.names(ids.map(Text::raw));
            return Ok(code);
        }
        if nodes.is_empty() && shards.is_empty() {
            context.emit(ActivePassiveEvent::NoNode { name: name.text(), revision });
            return Ok(code);
        }
        // One name may be both: their keys differ.
        if !nodes.is_empty() {
            context.reporter.rows(nodes.into_iter().map(ActivePassiveEvent::Status));
        }
        if !shards.is_empty() {
            context.reporter.rows(members.into_iter().map(ShardedEvent::Member));
            context.reporter.set_apart();
            context.reporter.rows(shards.into_iter().map(ShardedEvent::Shard));
        }
        Ok(code)
    })
}
