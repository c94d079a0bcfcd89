//! `lock break NAME --key KEY`.

use std::ffi::OsString;
use std::os::unix::ffi::OsStringExt;

use clap::Args;

use crate::command::context;
use crate::error::{ExitCode, Failure};
use crate::event::{LockEvent, Text};
use crate::options::{Global, lock_name};
use crate::pattern::lock;
use crate::report::Stdout;

/// Remove one contender from a lock's queue; its command is stopped by its own etcdpat
///
/// Examples:
///   key=$(etcdpat lock status /locks/deploy -o json | jq -r .key | head -n 1)
///   etcdpat lock break /locks/deploy --key "$key"
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub(super) struct BreakArgs {
    /// The lock's name
    name: OsString,
    /// The contender's key, as `lock status` shows it
    #[arg(long, value_name = "KEY", id = "contender_key")]
    key: OsString,
}

pub(super) fn run(global: &Global, args: BreakArgs) -> Result<ExitCode, Failure> {
    if args.key.is_empty() {
        return Err(Failure::usage("the key must not be empty").hint("`etcdpat lock status NAME` shows the keys"));
    }
    context::run(global, Stdout::Events, async |context| {
        let client = context.client()?;
        let (name, key) = (lock_name(args.name)?, args.key.into_vec());
        let Some(lock::Broken { fence }) = lock::break_key(&client, &name, &key).await? else {
            let key = Text::from(key);
            return Err(Failure::new(ExitCode::No, format!("{key} is not in the queue of {name} any more")));
        };
        context.emit(LockEvent::Broken { lock: name.text(), key: Text::from(key), fence });
        Ok(ExitCode::Done)
    })
}
