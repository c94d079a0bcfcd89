//! `ha switch NAME --to ID`.

use std::ffi::OsString;
use std::os::unix::ffi::OsStringExt;

use clap::Args;

use crate::command::context;
use crate::error::{ExitCode, Failure};
use crate::event::Event;
use crate::options::{Global, lock_name};
use crate::pattern::election::{self, Ask};
use crate::pattern::ha::active_passive;
use crate::pattern::lock;
use crate::record::Node;
use crate::report::Stdout;

/// Have the leader hand over to a certain node, and wait until that one leads; exit code 1 when it does not
///
/// The leader's primary gets SIGTERM and its grace; then the node stops its secondary and starts its
/// primary. Refused with 1, and the reason, for a node that is not there, not healthy, or not in the
/// queue; with 2 for the one that leads already; with 122 while the leader is asked for something else.
///
/// Examples:
///   etcdpat ha switch /ha/db --to db-2
///   etcdpat ha switch /ha/db --to db-2 && ./maintain.sh db-1
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub(super) struct SwitchArgs {
    /// The name that the nodes share
    name: OsString,
    /// The node that is to lead
    #[arg(long, value_name = "ID")]
    to: OsString,
}

pub(super) fn run(global: &Global, args: SwitchArgs) -> Result<ExitCode, Failure> {
    context::run(global, Stdout::Events, async |context| {
        let (client, name) = (context.client()?, lock_name(args.name)?);
        let to = args.to.into_vec();
        election::check_id(&to)?;
        let mut shutdown = context.shutdown()?;
        let emit = |event: Event| context.emit(event);
        let ask = Ask { name: &name, state_root: &global.state_root(), who: Node::new(lock::owner(&[], None), 0) };
        let switched = active_passive::switch(&client, &ask, &to, &mut shutdown, &emit).await;
        switched.map(|()| ExitCode::Done).map_err(|error| {
            let failure = Failure::from(error);
            match failure.code {
                ExitCode::No => failure.hint(format!("`etcdpat ha status {}` shows every node", name.word())),
                _ => failure,
            }
        })
    })
}
