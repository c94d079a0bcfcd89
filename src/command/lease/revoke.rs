//! `lease revoke ID`.

use clap::Args;

use crate::command::context;
use crate::error::{ExitCode, Failure};
use crate::event::{Event, LeaseId};
use crate::options::{Global, lease_id};
use crate::pattern::lease;
use crate::report::Stdout;

/// Revoke a lease, and so delete every key on it; exit code 1 when it is gone
///
/// Examples:
///   etcdpat lease revoke "$lease"
///   etcdpat lease list -o json | jq -r 'select(.keys == 0).lease' \
///       | xargs -r -n 1 etcdpat lease revoke
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub(super) struct RevokeArgs {
    /// The lease's id
    #[arg(value_parser = lease_id)]
    id: LeaseId,
}

pub(super) fn run(global: &Global, args: &RevokeArgs) -> Result<ExitCode, Failure> {
    context::run(global, Stdout::Events, async |context| {
        lease::revoke(&context.client()?, args.id, &|event: Event| context.emit(event)).await?;
        Ok(ExitCode::Done)
    })
}
