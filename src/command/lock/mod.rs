//! `etcdpat lock`: one file for each of its subcommands.
//!
//! - `run`: `lock NAME... [-- CMD]`, without a subcommand
//! - `acquisition`: how `run` and `acquire` take locks

mod acquire;
mod acquisition;
mod r#break;
mod check;
mod list;
mod release;
mod renew;
mod run;
mod status;

use std::ffi::OsString;

use clap::{Args, Subcommand};

use crate::error::{ExitCode, Failure};
use crate::options::Global;

/// Run a command while holding a lock, or several at once.
///
/// The command's whole process tree is stopped before anybody else can hold the lock: with etcd
/// away, with etcdpat killed or stopped; and as soon as it is known that the lock was taken away
/// (its lease revoked, its key deleted). Its exit code is etcdpat's.
/// Without a command, the lock's key is printed and the lock held until SIGINT or SIGTERM.
///
/// Examples:
///   etcdpat lock /locks/deploy -- ./deploy.sh
///   etcdpat lock --try /locks/backup -- ./backup.sh  # 122 at once when it is held
///   etcdpat lock --timeout 5m --note "build $CI_JOB_ID" /locks/db -- ./migrate.sh
///   etcdpat lock --shared /locks/repo -- ./read.sh    # readers share it
///   etcdpat lock --permits 3 /locks/api -- ./call.sh  # at most three at a time
///   etcdpat lock /locks/a /locks/b -- ./both.sh       # all or none, in any order
///   etcdpat lock status /locks/db                     # who holds it, who waits
///   etcdpat lock break /locks/deploy --key "$key"     # its command is stopped
///
/// The command's environment has ETCDPAT_LOCK, ETCDPAT_KEY, ETCDPAT_LEASE, ETCDPAT_FENCE,
/// ETCDPAT_ENDPOINTS, etcdctl's ETCD_LOCK_KEY and ETCD_LOCK_REV, and all names and keys, a line
/// each, in ETCDPAT_LOCKS and ETCDPAT_KEYS.
///
/// Exit codes: the command's own; 121 authentication or permission, 122 busy (--try), 123 the lock
/// was lost and the command stopped, 124 timed out, 125 etcd unreachable or another failure, 126 not
/// executable, 127 not found, 128+n died of signal n.
#[derive(Debug, Args)]
#[command(verbatim_doc_comment, args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
pub struct LockArgs {
    /// Ask about locks instead, or hold one without a process.
    #[command(subcommand)]
    action: Option<Action>,
    #[command(flatten)]
    run: run::RunArgs,
}

#[derive(Debug, Subcommand)]
enum Action {
    Status(status::StatusArgs),
    List(list::ListArgs),
    Check(check::CheckArgs),
    Break(r#break::BreakArgs),
    Acquire(acquire::AcquireArgs),
    Renew(renew::RenewArgs),
    Release(release::ReleaseArgs),
}

/// Whether `lock` has such a subcommand.
pub(crate) fn has_subcommand(word: &str) -> bool {
    Action::has_subcommand(word)
}

impl LockArgs {
    /// Adds to clap's definition what the words before `--` can reach.
    pub(crate) fn define(command: clap::Command, words: &[OsString]) -> clap::Command {
        // (None of ours has aliases or may be shortened.)
        let is_one = |word: &str| Action::has_subcommand(word) || word == "help";
        let names_an_action = words.iter().any(|word| word.to_str().is_some_and(is_one));
        if names_an_action { Self::augment_args(command) } else { run::RunArgs::augment_args(command) }
    }
}

/// Runs the subcommand; without one, takes the locks.
pub fn run(global: &Global, args: LockArgs) -> Result<ExitCode, Failure> {
    match args.action {
        None => run::run(global, args.run),
        Some(Action::Status(args)) => status::run(global, args),
        Some(Action::List(args)) => list::run(global, args),
        Some(Action::Check(args)) => check::run(global, args),
        Some(Action::Break(args)) => r#break::run(global, args),
        Some(Action::Acquire(args)) => acquire::run(global, args),
        Some(Action::Renew(args)) => renew::run(global, args),
        Some(Action::Release(args)) => release::run(global, args),
    }
}
