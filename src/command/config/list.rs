//! `config list [PREFIX]`.

use clap::Args;

use super::shown::row;
use super::store::{StoreArgs, path};
use crate::command::context;
use crate::error::{ExitCode, Failure};
use crate::event::{ConfigEvent, ValueRow};
use crate::options::Global;
use crate::pattern::config;
use crate::report::Stdout;

/// Show all values, or those at and below PREFIX; exit code 1 when there is none
///
/// Examples:
///   etcdpat config list
///   etcdpat config list database
///   etcdpat config list --names
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub(super) struct ListArgs {
    /// By its parts: `database` has database/host, not database2/host
    prefix: Option<String>,
    /// Their names alone, a line each; in JSON, rows without values
    #[arg(long)]
    names: bool,
    #[command(flatten)]
    store: StoreArgs,
}

pub(super) fn run(global: &Global, args: &ListArgs) -> Result<ExitCode, Failure> {
    let store = args.store.store(global)?;
    let prefix = args.prefix.as_deref().map(path).transpose()?;
    context::run(global, Stdout::Events, async |context| {
        let (entries, _) = config::list(&context.client()?, &store, prefix.as_ref()).await?;
        if entries.is_empty() {
            let below = prefix.map(|prefix| format!(" at {prefix} or below it")).unwrap_or_default();
            return Err(Failure::new(ExitCode::No, format!("there are no values{below}")));
        }
        if args.names && !context.reporter.is_json() {
            context.reporter.names(entries.iter().map(|entry| entry.path.as_str()));
        } else {
            let is_shown = |row: ValueRow| if args.names { ValueRow { value: None, ..row } } else { row };
            context.reporter.rows(entries.iter().map(|entry| ConfigEvent::Value(is_shown(row(entry)))));
        }
        Ok(ExitCode::Done)
    })
}
