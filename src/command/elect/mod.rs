//! `etcdpat elect`: one file for each of its subcommands.
//!
//! - `run`: `elect NAME [-- CMD]`, without a subcommand

mod leader;
mod observe;
mod resign;
mod run;
mod status;
mod transfer;

use std::ffi::OsString;

use clap::{Args, Subcommand};

use crate::error::{ExitCode, Failure};
use crate::options::Global;

/// Run a command on one node at a time: on the leader.
///
/// All nodes stand in the election; the first leads and runs the command, whose whole process tree
/// is stopped before another node can lead, as under a lock. When the leadership is lost, the node
/// stands again. When the command ends by itself, etcdpat ends with its exit code.
/// Without a command, the node stands all the same, and every change of leadership is printed until
/// SIGINT or SIGTERM. To look on without standing: `etcdpat elect observe`.
///
/// Examples:
///   etcdpat elect /elections/db --id db-1 -- ./primary.sh
///   etcdpat elect /elections/db --on-elected ./promote.sh \
///       --on-defeat ./demote.sh -- ./primary.sh
///   etcdpat elect --every 10m /elections/jobs -- ./sync.sh  # on the leader alone
///   etcdpat elect --schedule '30 4 * * *' --timezone Europe/Berlin \
///       /elections/jobs -- ./report.sh
///   etcdpat elect status /elections/db  # who leads, who stands
///   etcdpat elect leader /elections/db --id db-1 && echo "db-1 leads"
///   etcdpat elect observe -o json /elections/db             # every change
///   etcdpat elect resign /elections/db                      # the next one leads
///   etcdpat elect transfer /elections/db --to db-3          # db-3 leads
///
/// The command's environment has what a lock's has (ETCDPAT_LOCK is the election), and
/// ETCDPAT_NODE_ID. --on-defeat is told why in ETCDPAT_REASON, and in ETCDPAT_STILL_LEADER (1 or 0)
/// whether the node still leads while it runs.
///
/// Exit codes: the command's own; 121 authentication or permission, 122 the id is in use, or
/// --timeout 0 and somebody leads, 123 the leadership was lost (--once), 124 timed out, 125 etcd
/// unreachable or another failure, 126 not executable, 127 not found, 128+n died of signal n.
#[derive(Debug, Args)]
#[command(verbatim_doc_comment, args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct ElectArgs {
    /// Ask about an election instead, or ask its leader for something.
    #[command(subcommand)]
    action: Option<Action>,
    #[command(flatten)]
    run: run::RunArgs,
}

#[derive(Debug, Subcommand)]
enum Action {
    Leader(leader::LeaderArgs),
    Observe(observe::ObserveArgs),
    Status(status::StatusArgs),
    Resign(resign::ResignArgs),
    Transfer(transfer::TransferArgs),
}

impl ElectArgs {
    /// Adds to clap's definition what the words before `--` can reach.
    pub(crate) fn define(command: clap::Command, words: &[OsString]) -> clap::Command {
        // (None of ours has aliases or may be shortened.)
        let is_one = |word: &str| Action::has_subcommand(word) || word == "help";
        let names_an_action = words.iter().any(|word| word.to_str().is_some_and(is_one));
        if names_an_action { Self::augment_args(command) } else { run::RunArgs::augment_args(command) }
    }
}

/// Runs the subcommand; without one, stands in the election.
pub fn run(global: &Global, args: ElectArgs) -> Result<ExitCode, Failure> {
    match args.action {
        None => run::run(global, args.run),
        Some(Action::Leader(args)) => leader::run(global, args),
        Some(Action::Observe(args)) => observe::run(global, args),
        Some(Action::Status(args)) => status::run(global, args),
        Some(Action::Resign(args)) => resign::run(global, args),
        Some(Action::Transfer(args)) => transfer::run(global, args),
    }
}
