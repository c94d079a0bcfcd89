//! `lock check NAME --fence N`.

use std::ffi::OsString;

use clap::Args;

use crate::command::context;
use crate::error::{ExitCode, Failure};
use crate::event::LockEvent;
use crate::options::{Global, lock_name, revision};
use crate::pattern::lock;
use crate::report::Stdout;

/// Ask whether a lock is held with this fence; exit code 1 when it is not
///
/// Examples:
///   etcdpat lock check /locks/deploy --fence "$fence" && ./deploy.sh
///   etcdpat lock check "$ETCDPAT_LOCK" --fence "$ETCDPAT_FENCE"  # in a command
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub(super) struct CheckArgs {
    /// The lock's name
    name: OsString,
    /// The fence, as the holder's ETCDPAT_FENCE has it
    #[arg(long, value_name = "N", value_parser = revision, allow_hyphen_values = true)]
    fence: i64,
}

pub(super) fn run(global: &Global, args: CheckArgs) -> Result<ExitCode, Failure> {
    context::run(global, Stdout::Events, async |context| {
        let client = context.client()?;
        let (name, fence) = (lock_name(args.name)?, args.fence);
        let fences = lock::check(&client, &name).await?;
        let held = fences.contains(&fence);
        let holder_fence = if held { Some(fence) } else { fences.first().copied() };
        context.emit(LockEvent::Checked { lock: name.text(), fence, held, holder_fence });
        Ok(if held { ExitCode::Done } else { ExitCode::No })
    })
}
