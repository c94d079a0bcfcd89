//! `lease ttl ID`.

use clap::Args;

use crate::command::context;
use crate::error::{ExitCode, Failure};
use crate::event::{LeaseEvent, LeaseId};
use crate::options::{Global, lease_id};
use crate::pattern::lease;
use crate::report::Stdout;

/// Show what is left of a lease's TTL; exit code 1 when it is gone
///
/// Examples:
///   etcdpat lease ttl "$lease"
///   etcdpat lease ttl "$lease" --keys
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub(super) struct TtlArgs {
    /// The lease's id
    #[arg(value_parser = lease_id)]
    id: LeaseId,
    /// Show the keys on it, too
    #[arg(long)]
    keys: bool,
}

pub(super) fn run(global: &Global, args: &TtlArgs) -> Result<ExitCode, Failure> {
    context::run(global, Stdout::Events, async |context| {
        context.emit(LeaseEvent::Ttl(lease::ttl(&context.client()?, args.id, args.keys).await?));
        Ok(ExitCode::Done)
    })
}
