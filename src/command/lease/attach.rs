//! `lease attach ID KEY VALUE`.

use std::ffi::OsString;
use std::os::unix::ffi::OsStringExt;

use clap::Args;

use crate::command::context;
use crate::error::{ExitCode, Failure};
use crate::event::{Event, LeaseId};
use crate::options::{Global, key, lease_id};
use crate::pattern::lease;
use crate::report::Stdout;

/// Put a key on a lease; exit code 1 when the lease is gone, and nothing is written
///
/// Examples:
///   etcdpat lease attach "$lease" /nodes/a up
///   etcdpat lease attach "$(etcdpat lease grant 60s)" /nodes/b up
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub(super) struct AttachArgs {
    /// The lease's id
    #[arg(value_parser = lease_id)]
    id: LeaseId,
    /// The key
    key: OsString,
    /// Its value
    #[arg(allow_hyphen_values = true)]
    value: OsString,
}

pub(super) fn run(global: &Global, args: AttachArgs) -> Result<ExitCode, Failure> {
    context::run(global, Stdout::Events, async |context| {
        let client = context.client()?;
        let (key, value) = (key(args.key)?, args.value.into_vec());
        lease::attach(&client, args.id, &key, &value, &|event: Event| context.emit(event)).await?;
        Ok(ExitCode::Done)
    })
}
