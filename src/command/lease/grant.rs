//! `lease grant TTL`.

use std::time::Duration;

use clap::Args;

use crate::command::context;
use crate::error::{ExitCode, Failure};
use crate::event::{Event, LeaseId};
use crate::options::{Global, lease_id, lease_ttl};
use crate::pattern::lease;
use crate::report::Stdout;

/// Grant a lease, and print its id
///
/// Nothing renews it: it ends after TTL, unless `lease keepalive` or somebody else does.
///
/// Examples:
///   etcdpat lease grant 60s
///   etcdpat lease grant 1h --id 1234abcd  # exit code 1 when there is such a lease
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub(super) struct GrantArgs {
    /// Its time to live: 1s to 10 years, whole seconds; a fraction rounds up
    #[arg(value_parser = lease_ttl, allow_negative_numbers = true)]
    ttl: Duration,
    /// The id to grant it under, which nobody may use yet [default: a random one]
    #[arg(long, value_name = "ID", value_parser = lease_id)]
    id: Option<LeaseId>,
}

pub(super) fn run(global: &Global, args: &GrantArgs) -> Result<ExitCode, Failure> {
    // Its one object is all that standard output gets.
    context::run(global, Stdout::Results, async |context| {
        let client = context.client()?;
        let mut shutdown = context.shutdown()?;
        let written = async || context.reporter.is_written().await;
        lease::grant(&client, args.ttl, args.id, &mut shutdown, written, &|event: Event| context.emit(event)).await?;
        Ok(ExitCode::Done)
    })
}
