//! `lease list`.

use clap::Args;

use crate::command::context;
use crate::error::{ExitCode, Failure};
use crate::event::LeaseEvent;
use crate::options::Global;
use crate::pattern::lease;
use crate::report::Stdout;

/// Show all leases: what is left of their TTLs, and how many keys are on them
///
/// Examples:
///   etcdpat lease list
///   etcdpat lease list -o json | jq -r .lease
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub(super) struct ListArgs {}

pub(super) fn run(global: &Global, _: &ListArgs) -> Result<ExitCode, Failure> {
    context::run(global, Stdout::Events, async |context| {
        let rows = lease::list(&context.client()?).await?;
        context.reporter.rows(rows.into_iter().map(LeaseEvent::Entry));
        Ok(ExitCode::Done)
    })
}
