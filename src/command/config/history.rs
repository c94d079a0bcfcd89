//! `config history KEY`.

use clap::Args;

use super::shown::{deleted, row};
use super::store::{StoreArgs, path};
use crate::command::context;
use crate::error::{ExitCode, Failure};
use crate::event::ConfigEvent;
use crate::options::Global;
use crate::pattern::config::{self, Past};
use crate::report::Stdout;

/// Show what a value was, the newest first, as far as etcd still has it
///
/// Deletions are rows, too, and what was there before them: of a value that is gone, its history is shown.
/// It begins where etcd's own history does: see `etcdctl compact`.
///
/// Examples:
///   etcdpat config history database/host --limit 5
///   etcdpat config history database/host -o json \
///       | jq -r 'select(.type != "deleted").value'
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub(super) struct HistoryArgs {
    /// Its name
    key: String,
    /// The newest so many
    #[arg(long, value_name = "N", default_value = "100", value_parser = limit, allow_hyphen_values = true)]
    limit: usize,
    #[command(flatten)]
    store: StoreArgs,
}

fn limit(text: &str) -> Result<usize, String> {
    let limit = text.parse().ok().filter(|limit| *limit > 0);
    limit.ok_or_else(|| "expected a whole number from 1".to_owned())
}

pub(super) fn run(global: &Global, args: &HistoryArgs) -> Result<ExitCode, Failure> {
    let (store, path) = (args.store.store(global)?, path(&args.key)?);
    context::run(global, Stdout::Events, async |context| {
        let entries = config::history(&context.client()?, &store, &path, args.limit).await?;
        context.reporter.rows(entries.iter().map(|past| match past {
            Past::Value(entry) => ConfigEvent::Value(row(entry)),
            Past::Deleted(revision) => ConfigEvent::Value(deleted(&path, *revision)),
        }));
        Ok(ExitCode::Done)
    })
}
