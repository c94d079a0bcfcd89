//! `etcdpat lease`: one file for each of its subcommands.

mod attach;
mod grant;
mod keepalive;
mod list;
mod of;
mod revoke;
mod run;
mod ttl;

use clap::{Args, Subcommand};

use crate::error::{ExitCode, Failure};
use crate::options::Global;

/// Grant, renew and revoke leases; put keys on them that go when they end.
///
/// Examples:
///   lease=$(etcdpat lease grant 60s)
///   etcdpat lease attach "$lease" /nodes/a up
///   etcdpat lease keepalive "$lease"  # until a signal, or the lease is gone
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
    Grant(grant::GrantArgs),
    Revoke(revoke::RevokeArgs),
    Ttl(ttl::TtlArgs),
    Keepalive(keepalive::KeepaliveArgs),
    List(list::ListArgs),
    Attach(attach::AttachArgs),
    Of(of::OfArgs),
    Run(run::RunArgs),
}

/// Runs the subcommand.
pub fn run(global: &Global, args: LeaseArgs) -> Result<ExitCode, Failure> {
    match args.action {
        Action::Grant(args) => grant::run(global, &args),
        Action::Revoke(args) => revoke::run(global, &args),
        Action::Ttl(args) => ttl::run(global, &args),
        Action::Keepalive(args) => keepalive::run(global, &args),
        Action::List(args) => list::run(global, &args),
        Action::Attach(args) => attach::run(global, args),
        Action::Of(args) => of::run(global, args),
        Action::Run(args) => run::run(global, args),
    }
}
