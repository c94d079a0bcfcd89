//! `config history KEY`.

use std::num::NonZeroUsize;

use clap::Args;

use super::shown::row;
use super::store::{StoreArgs, path};
use crate::command::context;
use crate::error::{ExitCode, Failure};
use crate::event::ConfigEvent;
use crate::options::Global;
use crate::pattern::config;
use crate::report::Stdout;

/// Show what a value was, the newest first, as far as etcd still has it
#[derive(Debug, Args)]
pub(super) struct HistoryArgs {
    /// Its name
    key: String,
    /// So many at most
    #[arg(long, value_name = "N", default_value = "100")]
    limit: NonZeroUsize,
    #[command(flatten)]
    store: StoreArgs,
}

pub(super) fn run(global: &Global, args: &HistoryArgs) -> Result<ExitCode, Failure> {
    let (store, path) = (args.store.store(global)?, path(&args.key)?);
    context::run(global, Stdout::Events, async |context| {
        let entries = config::history(&context.client()?, &store, &path, args.limit.get()).await?;
        context.reporter.rows(entries.iter().map(|entry| ConfigEvent::Value(row(entry))));
        Ok(ExitCode::Done)
    })
}
