//! `lock release KEY`.

use std::ffi::OsString;
use std::os::unix::ffi::OsStringExt;

use clap::Args;

use crate::command::context;
use crate::error::{ExitCode, Failure};
use crate::event::Event;
use crate::options::Global;
use crate::pattern::lock;
use crate::report::Stdout;

/// Release a lock that was acquired with `lock acquire`; exit code 1 when it is not held
///
/// Examples:
///   etcdpat lock release "$key"
///   trap 'etcdpat lock release "$key"' EXIT
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub(super) struct ReleaseArgs {
    /// The key that `lock acquire` printed
    key: OsString,
}

pub(super) fn run(global: &Global, args: ReleaseArgs) -> Result<ExitCode, Failure> {
    context::run(global, Stdout::Events, async |context| {
        let client = context.client()?;
        lock::release(&client, &args.key.into_vec(), &|event: Event| context.emit(event)).await?;
        Ok(ExitCode::Done)
    })
}
