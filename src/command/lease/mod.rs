//! `etcdpat lease`: its arguments, and who carries them out.
//!
//! - `ask`: one request, or a few, about one lease or all
//! - `run`: keys that live as long as a command

mod ask;
mod run;

use std::ffi::OsString;
use std::time::Duration;

use clap::{Args, Subcommand};

use super::report;
use crate::cli::{self, Global};
use crate::error::ExitCode;
use crate::event::LeaseId;
use crate::report::Stdout;

/// Grant, renew and revoke leases; put keys on them that go when they end.
///
/// Examples:
///   lease=$(etcdpat lease grant 60s)
///   etcdpat lease attach "$lease" /nodes/a up
///   etcdpat lease keepalive "$lease"                     # until a signal, or the lease is gone
///   etcdpat lease ttl "$lease" --keys
///   etcdpat lease revoke "$lease"
///   etcdpat lease run --ttl 10s --put /nodes/a=up -- ./serve.sh
///
/// A lease's ID is hex, with or without 0x. A lease that is gone is exit code 1.
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub struct LeaseArgs {
    /// What to do.
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Grant a lease, and print its id
    ///
    /// Nothing renews it: it ends after TTL, unless `lease keepalive` or somebody else does.
    ///
    /// Examples:
    ///   etcdpat lease grant 60s
    ///   etcdpat lease grant 1h --id 1234abcd      # exit code 1 when there is such a lease
    #[command(verbatim_doc_comment)]
    Grant {
        /// Its time to live: 1s to 10 years, whole seconds; a fraction rounds up
        #[arg(value_parser = cli::lease_ttl, allow_negative_numbers = true)]
        ttl: Duration,
        /// The id to grant it under, which nobody may use yet [default: a random one]
        #[arg(long, value_name = "ID", value_parser = cli::lease_id)]
        id: Option<LeaseId>,
    },
    /// Revoke a lease, and so delete every key on it; exit code 1 when it is gone
    Revoke {
        /// The lease's id
        #[arg(value_parser = cli::lease_id)]
        id: LeaseId,
    },
    /// Show what is left of a lease's TTL; exit code 1 when it is gone
    Ttl {
        /// The lease's id
        #[arg(value_parser = cli::lease_id)]
        id: LeaseId,
        /// Show the keys on it, too
        #[arg(long)]
        keys: bool,
    },
    /// Renew a lease at every third of its TTL, until a signal; exit code 1 when it is gone
    Keepalive {
        /// The lease's id
        #[arg(value_parser = cli::lease_id)]
        id: LeaseId,
        /// Renew it once
        #[arg(long)]
        once: bool,
    },
    /// Show all leases: what is left of their TTLs, and how many keys are on them
    List,
    /// Put a key on a lease; exit code 1 when the lease is gone, and nothing is written
    Attach {
        /// The lease's id
        #[arg(value_parser = cli::lease_id)]
        id: LeaseId,
        /// The key
        key: OsString,
        /// Its value
        #[arg(allow_hyphen_values = true)]
        value: OsString,
    },
    /// Print the lease that a key is on; exit code 1 when there is none, or no such key
    Of {
        /// The key
        key: OsString,
    },
    Run(run::RunArgs),
}

/// Runs it.
pub fn run(global: &Global, args: LeaseArgs) -> ExitCode {
    let action = match args.action {
        Action::Run(args) => return run::run(global, args),
        action => action,
    };
    // Its one object is all that the standard output of `grant` gets.
    let stdout = if matches!(action, Action::Grant { .. }) { Stdout::Results } else { Stdout::Events };
    report(global, stdout, async |reporter, closed| Box::pin(ask::ask(global, action, reporter, closed)).await)
}
