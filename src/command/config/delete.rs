//! `config delete KEY`.

use clap::Args;

use super::shown::change;
use super::store::{StoreArgs, path};
use crate::command::context;
use crate::error::{ExitCode, Failure};
use crate::event::ConfigEvent;
use crate::options::Global;
use crate::pattern::config;
use crate::report::Stdout;

/// Delete a value; exit code 1 when there is none
#[derive(Debug, Args)]
pub(super) struct DeleteArgs {
    /// Its name
    key: String,
    /// Delete all below it, too
    #[arg(long)]
    prefix: bool,
    #[command(flatten)]
    store: StoreArgs,
}

pub(super) fn run(global: &Global, args: &DeleteArgs) -> Result<ExitCode, Failure> {
    let (store, path) = (args.store.store(global)?, path(&args.key)?);
    context::run(global, Stdout::Events, async |context| {
        for (path, before) in config::delete(&context.client()?, &store, &path, args.prefix).await? {
            context.emit(ConfigEvent::Deleted(change(&path, None, before.value.as_ref(), before.revision)));
        }
        Ok(ExitCode::Done)
    })
}
