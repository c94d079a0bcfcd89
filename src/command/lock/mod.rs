//! `etcdpat lock`: its arguments, and who carries them out.
//!
//! - `hold`: acquiring, with a command or without
//! - `ask`: asking about locks, breaking one, and locks that no process holds

mod ask;
mod hold;

use std::ffi::OsString;
use std::num::NonZeroU32;
use std::os::unix::ffi::OsStringExt;
use std::time::Duration;

use clap::{Args, Subcommand};

use super::report;
use crate::cli::{self, Global, Words};
use crate::error::{ExitCode, Failure};
use crate::pattern::lock::{Claim, LockName, Wait};
use crate::report::Stdout;

/// Run a command while holding a lock, or several at once.
///
/// The command's whole process tree is stopped before anybody else can hold the lock, whatever
/// happens: etcd away, the lease revoked, etcdpat killed or stopped. Its exit code is etcdpat's.
/// Without a command, the lock's key is printed and the lock held until SIGINT or SIGTERM.
///
/// Examples:
///   etcdpat lock /locks/deploy -- ./deploy.sh
///   etcdpat lock --try /locks/backup -- ./backup.sh      # 122 at once when it is held
///   etcdpat lock --timeout 5m --note "build $CI_JOB_ID" /locks/db -- ./migrate.sh
///   etcdpat lock --shared /locks/repo -- ./read.sh       # readers together, writers alone
///   etcdpat lock --permits 3 /locks/api -- ./call.sh     # at most three at a time
///   etcdpat lock /locks/a /locks/b -- ./both.sh          # all or none, in any order
///   etcdpat lock status /locks/db                        # who holds it, who waits
///   etcdpat lock break /locks/db --key KEY               # remove a contender; its command is stopped
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
    hold: HoldArgs,
}

#[derive(Debug, Args)]
struct HoldArgs {
    /// The names of the locks
    #[arg(value_name = "NAME", required_unless_present = "explicit_name")]
    names: Vec<OsString>,
    /// A lock's name, where it is called like a subcommand
    #[arg(long = "name", value_name = "NAME", id = "explicit_name")]
    explicit_names: Vec<OsString>,
    #[command(flatten)]
    wait: WaitArgs,
    /// From SIGTERM to SIGKILL when the lock is being lost; 0 is SIGKILL at once [default: the lesser of 5s and a
    /// quarter of the TTL]
    #[arg(long, value_name = "DURATION", value_parser = cli::duration, allow_hyphen_values = true)]
    grace: Option<Duration>,
    /// The command to run, and its arguments
    #[arg(last = true, value_name = "CMD")]
    command: Vec<OsString>,
}

/// How a lock is taken.
#[derive(Debug, Args)]
struct WaitArgs {
    /// The lease's time to live: how long an unreachable holder keeps others out
    #[arg(long, value_name = "DURATION", default_value = "30s", value_parser = cli::ttl, allow_hyphen_values = true)]
    ttl: Duration,
    /// Don't wait: exit with 122 when the lock can't be had at once
    #[arg(long = "try", conflicts_with = "timeout")]
    try_once: bool,
    /// Wait at most this long, then exit with 124; 0 is --try
    #[arg(long, value_name = "DURATION", value_parser = cli::duration, allow_hyphen_values = true)]
    timeout: Option<Duration>,
    /// Hold it together with all who say --shared
    #[arg(long, conflicts_with = "permits")]
    shared: bool,
    /// Hold it together with others, at most N at a time; all say the same N
    #[arg(long, value_name = "N")]
    permits: Option<NonZeroU32>,
    /// A text that `lock status` shows to others
    #[arg(long, value_name = "TEXT")]
    note: Option<String>,
    /// The exit code for a lock that is busy, instead of 122
    #[arg(long, value_name = "CODE")]
    conflict_exit_code: Option<u8>,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Show who holds a lock and who waits for it; exit code 1 when nobody holds it
    Status {
        /// The lock's name
        name: OsString,
        /// Show it again whenever that changes, until SIGINT
        #[arg(long)]
        watch: bool,
    },
    /// Show all locks and elections, or those whose names begin with PREFIX
    List {
        /// What their names begin with
        #[arg(default_value = "")]
        prefix: OsString,
    },
    /// Ask whether a lock is held with this fence; exit code 1 when it is not
    Check {
        /// The lock's name
        name: OsString,
        /// The fence, as the holder's ETCDPAT_FENCE has it
        #[arg(long)]
        fence: i64,
    },
    /// Remove one contender from a lock's queue; its command is stopped by its own etcdpat
    Break {
        /// The lock's name
        name: OsString,
        /// The contender's key, as `lock status` shows it
        #[arg(long, value_name = "KEY", id = "contender_key")]
        key: OsString,
    },
    /// Acquire a lock that no process holds, and print its key
    ///
    /// For the steps of a CI job. Nothing renews the lock or stops anything when it is lost: it is
    /// held until its deadline, unless `lock renew` moves that, and a step must check its fence.
    ///
    /// Examples:
    ///   lock=$(etcdpat lock acquire /locks/deploy --ttl 10m -o json)
    ///   key=$(jq -r .key <<<"$lock") fence=$(jq -r .fence <<<"$lock")
    ///   etcdpat lock check /locks/deploy --fence "$fence" && ./deploy.sh
    ///   etcdpat lock renew "$key"
    ///   etcdpat lock release "$key"
    #[command(verbatim_doc_comment)]
    Acquire {
        /// The lock's name
        name: OsString,
        #[command(flatten)]
        wait: WaitArgs,
    },
    /// Renew a lock that was acquired with `lock acquire`, and print its new deadline; exit code 1 when it is not held
    Renew {
        /// The key that `lock acquire` printed
        key: OsString,
    },
    /// Release a lock that was acquired with `lock acquire`; exit code 1 when it is not held
    Release {
        /// The key that `lock acquire` printed
        key: OsString,
    },
}

impl LockArgs {
    /// Adds to clap's definition what the words can reach.
    pub(crate) fn define(command: clap::Command, words: &Words) -> clap::Command {
        if words.name::<Action>() { Self::augment_args(command) } else { HoldArgs::augment_args(command) }
    }
}

impl WaitArgs {
    fn wait(&self) -> Wait {
        match self.timeout {
            _ if self.try_once => Wait::Not,
            Some(Duration::ZERO) => Wait::Not,
            Some(after) => Wait::AtMost(after),
            None => Wait::ForEver,
        }
    }

    fn claim(&self) -> Claim {
        match self.permits {
            Some(permits) => Claim::Permit(permits),
            None if self.shared => Claim::Shared,
            None => Claim::Exclusive,
        }
    }
}

/// Runs it.
pub fn run(global: &Global, args: LockArgs) -> ExitCode {
    let LockArgs { action, hold } = args;
    let Some(action) = action else { return hold::run(global, hold) };
    // The one object of `acquire` is all that its standard output gets.
    let stdout = if matches!(action, Action::Acquire { .. }) { Stdout::Results } else { Stdout::Events };
    report(global, stdout, async |reporter, closed| Box::pin(ask::ask(global, action, reporter, closed)).await)
}

fn name(given: OsString) -> Result<LockName, Failure> {
    LockName::new(given.into_vec()).map_err(|invalid| Failure::usage(invalid.to_string()))
}
