//! `etcdpat ha`: one file for each of its subcommands.
//!
//! - `requests`: the requests on standard input

mod active_active;
mod active_passive;
mod list;
mod requests;
mod sharded;
mod status;
mod switch;

use clap::{Args, Subcommand};

use crate::error::{ExitCode, Failure};
use crate::options::Global;

/// Keep a service up on several nodes.
///
/// Examples:
///   etcdpat ha active-passive /ha/db --node-id db-1 --primary ./primary.sh \
///       --secondary ./replica.sh
///   etcdpat ha status /ha/db            # the role of every node
///   etcdpat ha switch /ha/db --to db-2  # a planned fail-over
///   etcdpat ha active-active /work/mail --jobs 4 -- ./send.sh < addresses
///   etcdpat ha sharded /ha/jobs --shards 16 --node-id node-1 -- ./worker.sh
///   etcdpat ha status /ha/jobs
///
/// Each subcommand has its own help: etcdpat ha active-active --help
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub struct HaArgs {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    ActiveActive(active_active::ActiveActiveArgs),
    ActivePassive(active_passive::ActivePassiveArgs),
    Sharded(sharded::ShardedArgs),
    List(list::ListArgs),
    Status(status::StatusArgs),
    Switch(switch::SwitchArgs),
}

/// Runs the subcommand.
pub fn run(global: &Global, args: HaArgs) -> Result<ExitCode, Failure> {
    match args.action {
        Action::ActiveActive(args) => active_active::run(global, args),
        Action::ActivePassive(args) => active_passive::run(global, args),
        Action::Sharded(args) => sharded::run(global, args),
        Action::List(args) => list::run(global, &args),
        Action::Status(args) => status::run(global, args),
        Action::Switch(args) => switch::run(global, args),
    }
}
