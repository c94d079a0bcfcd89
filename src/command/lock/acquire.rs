//! `lock acquire NAME`.

use std::ffi::OsString;

use clap::Args;

use super::acquisition::{Acquisition, AcquisitionArgs};
use crate::command::context;
use crate::error::{ExitCode, Failure};
use crate::event::Event;
use crate::options::{Global, lock_name};
use crate::report::Stdout;

/// Acquire a lock that no process holds, and print its key
///
/// For the steps of a CI job. Nothing renews the lock or stops anything when it is lost: it is
/// held until its deadline, unless `lock renew` moves that, and a step must check its fence.
///
/// Examples:
///   lock=$(etcdpat lock acquire /locks/deploy --ttl 10m -o json)
///   key=$(jq -r .key <<<"$lock") fence=$(jq -r .fence <<<"$lock")
///   etcdpat lock check /locks/deploy --fence "$fence" && ./deploy.sh
///   etcdpat lock renew "$key"
///   etcdpat lock release "$key"
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub(super) struct AcquireArgs {
    /// The lock's name
    name: OsString,
    #[command(flatten)]
    acquisition: AcquisitionArgs,
}

pub(super) fn run(global: &Global, args: AcquireArgs) -> Result<ExitCode, Failure> {
    // Its one object is all that standard output gets.
    context::run(global, Stdout::Results, async |context| {
        let client = context.client()?;
        let acquisition = Acquisition::new(lock_name(args.name)?.into(), args.acquisition, None, &[])?.detached();
        let mut shutdown = context.shutdown()?;
        let held = acquisition.acquire(&client, context, None, &mut shutdown).await?;
        let written = async || context.reporter.is_written().await;
        held.detach(&mut shutdown, written, &|event: Event| context.emit(event)).await?;
        Ok(ExitCode::Done)
    })
}
