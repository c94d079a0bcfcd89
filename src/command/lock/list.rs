//! `lock list [PREFIX]`.

use std::ffi::OsString;
use std::os::unix::ffi::OsStringExt;

use clap::Args;

use crate::command::context;
use crate::error::{ExitCode, Failure};
use crate::event::LockEvent;
use crate::options::Global;
use crate::pattern::lock;
use crate::report::Stdout;

/// Show all locks and elections, or those whose names begin with PREFIX
///
/// Examples:
///   etcdpat lock list
///   etcdpat lock list /locks/
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub(super) struct ListArgs {
    /// What their names begin with
    #[arg(default_value = "")]
    prefix: OsString,
    /// Their names alone, a line each
    #[arg(long)]
    names: bool,
}

pub(super) fn run(global: &Global, args: ListArgs) -> Result<ExitCode, Failure> {
    context::run(global, Stdout::Events, async |context| {
        let rows = lock::list(&context.client()?, &args.prefix.into_vec()).await?;
        if args.names && !context.reporter.is_json() {
            context.reporter.names(rows.iter().map(|row| row.lock.raw()));
        } else {
            context.reporter.rows(rows.into_iter().map(LockEvent::Entry));
        }
        Ok(ExitCode::Done)
    })
}
