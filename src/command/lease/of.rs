//! `lease of KEY`.

use std::ffi::OsString;

use clap::Args;

use crate::command::context;
use crate::error::{ExitCode, Failure};
use crate::event::{LeaseEvent, Text};
use crate::options::{Global, key};
use crate::pattern::lease;
use crate::report::Stdout;

/// Print the lease that a key is on; exit code 1 when there is none, or no such key
///
/// Examples:
///   etcdpat lease of /nodes/a
///   etcdpat lease keepalive "$(etcdpat lease of /nodes/a)" --once
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub(super) struct OfArgs {
    /// The key
    key: OsString,
}

pub(super) fn run(global: &Global, args: OfArgs) -> Result<ExitCode, Failure> {
    context::run(global, Stdout::Events, async |context| {
        let client = context.client()?;
        let key = key(args.key)?;
        let lease = lease::of(&client, &key).await?;
        context.emit(LeaseEvent::Of { key: Text::from(key), lease });
        Ok(ExitCode::Done)
    })
}
