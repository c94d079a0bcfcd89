//! `elect status NAME`.

use std::ffi::OsString;

use clap::Args;

use crate::command::context;
use crate::error::{ExitCode, Failure};
use crate::event::ElectEvent;
use crate::options::{Global, lock_name};
use crate::pattern::election;
use crate::report::Stdout;

/// Show who leads and who stands, in order, and the last slot of periodic work; exit code 1 when nobody leads
///
/// Examples:
///   etcdpat elect status /elections/db
///   etcdpat elect status /elections/db -o json | jq -r .id
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub(super) struct StatusArgs {
    /// The election's name
    name: OsString,
}

pub(super) fn run(global: &Global, args: StatusArgs) -> Result<ExitCode, Failure> {
    context::run(global, Stdout::Events, async |context| {
        let (client, name) = (context.client()?, lock_name(args.name)?);
        let (rows, slot, revision) = election::status(&client, &name, &global.state_root()).await?;
        let led = rows.iter().any(|row| row.leads);
        if rows.is_empty() {
            context.emit(ElectEvent::Vacant { election: name.text(), revision });
        } else {
            context.reporter.rows(rows.into_iter().map(ElectEvent::Status));
        }
        if let Some(slot) = slot {
            context.emit(ElectEvent::LastSlot(slot));
        }
        Ok(if led { ExitCode::Done } else { ExitCode::No })
    })
}
