//! `elect resign NAME [--id ID]`.

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

/// Ask the leader to step down, and wait until it has; exit code 1 when it has not, or nobody leads
///
/// Its command gets SIGTERM and its grace, and only then the next one leads. Exit code 122 while the
/// leader is asked for something else.
///
/// Examples:
///   etcdpat elect resign /elections/db
///   etcdpat elect resign /elections/db --id db-1  # only if db-1 leads
///   etcdpat elect resign /elections/db --force    # or one that hangs
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub(super) struct ResignArgs {
    /// The election's name
    name: OsString,
    /// Only if this node leads
    #[arg(long)]
    id: Option<OsString>,
    /// Remove the key of a leader that can't be asked, or does not leave in time; its own etcdpat stops its command
    #[arg(long)]
    force: bool,
}

pub(super) fn run(global: &Global, args: ResignArgs) -> Result<ExitCode, Failure> {
    context::run(global, Stdout::Events, async |context| {
        let (client, name) = (context.client()?, lock_name(args.name)?);
        let id = args.id.map(OsStringExt::into_vec);
        id.as_deref().map_or(Ok(()), election::check_id)?;
        let mut shutdown = context.shutdown()?;
        let emit = |event: Event| context.emit(event);
        let ask = Ask { name: &name, state_root: &global.state_root(), who: Node::new(lock::owner(&[], None), 0) };
        election::resign(&client, &ask, id.as_deref(), args.force, &mut shutdown, &emit).await?;
        Ok(ExitCode::Done)
    })
}
