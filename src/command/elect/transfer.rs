//! `elect transfer NAME --to ID`.

use std::ffi::OsString;
use std::os::unix::ffi::OsStringExt;

use clap::Args;

use crate::command::context;
use crate::error::{ExitCode, Failure};
use crate::event::Event;
use crate::options::{Global, lock_name};
use crate::pattern::election::{self, Ask};
use crate::pattern::lock;
use crate::record::Node;
use crate::report::Stdout;

/// Have the leader hand over to a certain node, and wait until that one leads; exit code 1 when it does not
///
/// Those who stand before it leave their places and queue again, while the leader still leads. Then
/// the leader's command gets SIGTERM and its grace, and the node leads. Exit code 2 when it leads
/// already, 122 while the leader is asked for something else.
///
/// Examples:
///   etcdpat elect transfer /elections/db --to db-3
///   etcdpat elect transfer /elections/db --to db-3 && ./maintain.sh db-1
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub(super) struct TransferArgs {
    /// The election's name
    name: OsString,
    /// The node that is to lead
    #[arg(long, value_name = "ID")]
    to: OsString,
}

pub(super) fn run(global: &Global, args: TransferArgs) -> Result<ExitCode, Failure> {
    context::run(global, Stdout::Events, async |context| {
        let (client, name) = (context.client()?, lock_name(args.name)?);
        let to = args.to.into_vec();
        election::check_id(&to)?;
        let mut shutdown = context.shutdown()?;
        let emit = |event: Event| context.emit(event);
        let ask = Ask { name: &name, state_root: &global.state_root(), who: Node::new(lock::owner(&[], None), 0) };
        election::transfer(&client, &ask, &to, &mut shutdown, &emit).await?;
        Ok(ExitCode::Done)
    })
}
