//! `etcdpat ha`: one file for each of its subcommands.
//!
//! - `requests`: the requests on standard input

mod active_active;
mod requests;

use clap::{Args, Subcommand};

use crate::error::{ExitCode, Failure};
use crate::options::Global;

/// Keep a service up on several nodes.
///
/// Examples:
///   etcdpat ha active-active /work/mail --jobs 4 -- ./send.sh < addresses
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
}

/// Runs the subcommand.
pub fn run(global: &Global, args: HaArgs) -> Result<ExitCode, Failure> {
    match args.action {
        Action::ActiveActive(args) => active_active::run(global, args),
    }
}
