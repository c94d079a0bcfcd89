//! `elect leader NAME [--id ID]`.

use std::ffi::OsString;
use std::os::unix::ffi::OsStringExt;

use clap::Args;

use crate::command::context;
use crate::error::{ExitCode, Failure};
use crate::event::ElectEvent;
use crate::options::{Global, lock_name};
use crate::pattern::election;
use crate::report::Stdout;

/// Print who leads; exit code 1 when nobody does
///
/// Examples:
///   etcdpat elect leader /elections/db
///   etcdpat elect leader /elections/db --id db-1 && echo "db-1 leads"
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub(super) struct LeaderArgs {
    /// The election's name
    name: OsString,
    /// Exit code 1 also when another node leads
    #[arg(long)]
    id: Option<OsString>,
}

pub(super) fn run(global: &Global, args: LeaderArgs) -> Result<ExitCode, Failure> {
    context::run(global, Stdout::Events, async |context| {
        let (client, name) = (context.client()?, lock_name(args.name)?);
        let id = args.id.map(OsStringExt::into_vec);
        id.as_deref().map_or(Ok(()), election::check_id)?;
        let leading = election::leader(&client, &name, &global.state_root()).await?;
        let is_meant = id.is_none_or(|id| leading.leader.raw() == id);
        context.emit(ElectEvent::Leader(leading));
        Ok(if is_meant { ExitCode::Done } else { ExitCode::No })
    })
}
