//! `config delete KEY`.

use clap::Args;

use super::shown::change;
use super::store::{StoreArgs, path, told};
use crate::command::context;
use crate::error::{ExitCode, Failure};
use crate::event::ConfigEvent;
use crate::options::Global;
use crate::pattern::config;
use crate::report::Stdout;

/// Delete a value; exit code 1 when there is none
///
/// Examples:
///   etcdpat config delete database/host
///   etcdpat config delete database --prefix
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub(super) struct DeleteArgs {
    /// Its name
    key: String,
    /// Delete all below it, too
    #[arg(long)]
    prefix: bool,
    /// Don't show what it was: a secret
    #[arg(long)]
    no_echo: bool,
    #[command(flatten)]
    store: StoreArgs,
}

pub(super) fn run(global: &Global, args: &DeleteArgs) -> Result<ExitCode, Failure> {
    let (store, path) = (args.store.store(global)?, path(&args.key)?);
    context::run(global, Stdout::Events, async |context| {
        let client = context.client()?;
        let deleted = match config::delete(&client, &store, &path, args.prefix).await {
            Ok(deleted) => deleted,
            Err(error) => {
                let hint = |name: &str| format!("`etcdpat config delete {name} --prefix` deletes all that is in it");
                return Err(told(&client, &store, error, hint).await);
            }
        };
        for (path, before) in deleted {
            let mut change = change(&path, None, before.value.as_ref(), before.revision);
            if args.no_echo {
                change.old_value = None;
            }
            context.emit(ConfigEvent::Deleted(change));
        }
        Ok(ExitCode::Done)
    })
}
