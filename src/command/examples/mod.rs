//! `etcdpat examples`: the patterns at work. Each step is a command line that anybody can type, run for real.
//!
//! - `supervised`: all of it under one lease
//! - `show`: the steps, told and run
//! - `files`: files that steps read and write

mod config;
mod discovery;
mod election;
mod files;
mod flags;
mod ha;
mod leader_task;
mod lease;
mod load_balancing;
mod lock;
mod show;
mod supervised;
mod txn;
mod watch;

use clap::builder::NonEmptyStringValueParser;
use clap::{Args, ValueEnum};

use super::context;
use crate::error::{ExitCode, Failure};
use crate::options::Global;
use crate::report::Stdout;
use show::Show;

/// Show the patterns at work, against a real etcd.
///
/// Each step is a command line that you could type yourself; it is printed and run. Nothing is left
/// behind, however it ends: all keys are on leases of 10s, and no process outlives etcdpat.
///
/// Examples:
///   etcdpat --dev examples                  # against a throwaway etcd
///   etcdpat examples --example=election --node-id web-1
///   etcdpat examples --example=lock         # against the one in ETCDPAT_ENDPOINTS
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub struct ExamplesArgs {
    /// Which example
    #[arg(long, value_enum, default_value = "all", value_name = "NAME")]
    example: Example,
    /// What the node of the examples `discovery`, `election`, `leader-task` and `ha` is called
    #[arg(long, value_name = "ID", default_value = "node-1", value_parser = NonEmptyStringValueParser::new())]
    node_id: String,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Example {
    /// All of them
    All,
    /// Locks: run, try, wait, hand over, share, take several, lose
    Lock,
    /// Service discovery: register, find, pick, take out
    Discovery,
    /// Load balancing: picks in turn, by weight, by a key, by use
    LoadBalancing,
    /// Configuration: set, get, import, follow, two who edit at once, snapshots
    Config,
    /// Feature flags: for some users, for all, for nobody
    Flags,
    /// Leases: grant, attach, renew, revoke; keys that live as long as a command
    Lease,
    /// Elections: lead, ask, hand over, step down
    Election,
    /// Periodic work of the leader alone: every second, no slot twice
    LeaderTask,
    /// Transactions: compare and set, count, transfer, write under a lock
    Txn,
    /// Watches: state and changes, history, a command for each event, a restart
    Watch,
    /// High availability: a primary that is taken over, requests that two do, shards that are shared
    Ha,
}

/// Shows one example, or all of them.
pub fn run(global: &Global, args: &ExamplesArgs) -> Result<ExitCode, Failure> {
    supervised::check_password(global)?;
    if !supervised::is_supervised() {
        return supervised::run_ourselves(global);
    }
    context::run(global, Stdout::Events, async |context| {
        let mut shutdown = context.shutdown()?;
        let mut show = Show::new(global, context, &args.node_id)?;
        let result = tokio::select! {
            result = examples(args.example, &mut show) => result.map(|()| ExitCode::Done),
            cause = shutdown.next() => Err(cause.into()),
        };
        show.clean_up().await;
        result
    })
}

async fn examples(example: Example, show: &mut Show<'_>) -> Result<(), Failure> {
    match example {
        Example::All => {
            lock::show(show).await?;
            discovery::show(show).await?;
            load_balancing::show(show).await?;
            config::show(show).await?;
            flags::show(show).await?;
            election::show(show).await?;
            leader_task::show(show).await?;
            txn::show(show).await?;
            lease::show(show).await?;
            watch::show(show).await?;
            ha::show(show).await
        }
        Example::Lock => lock::show(show).await,
        Example::Discovery => discovery::show(show).await,
        Example::LoadBalancing => load_balancing::show(show).await,
        Example::Config => config::show(show).await,
        Example::Flags => flags::show(show).await,
        Example::Election => election::show(show).await,
        Example::LeaderTask => leader_task::show(show).await,
        Example::Txn => txn::show(show).await,
        Example::Lease => lease::show(show).await,
        Example::Watch => watch::show(show).await,
        Example::Ha => ha::show(show).await,
    }
}
