//! `lock status NAME`.

use std::cell::Cell;
use std::ffi::OsString;

use clap::Args;

use crate::client::Client;
use crate::command::context::{self, Context};
use crate::error::{ExitCode, Failure};
use crate::event::{ContenderRow, Event, LockEvent};
use crate::options::{Global, lock_name};
use crate::pattern::lock::{self, LockName};
use crate::report::{Reporter, Stdout};

/// Show who holds a lock and who waits for it; exit code 1 when nobody holds it
///
/// Examples:
///   etcdpat lock status /locks/deploy
///   etcdpat lock status /locks/deploy --watch  # again at every change
///   etcdpat lock status /locks/deploy -o json | jq -r .key
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub(super) struct StatusArgs {
    /// The lock's name
    name: OsString,
    /// Show it again whenever that changes, until SIGINT
    #[arg(long)]
    watch: bool,
}

pub(super) fn run(global: &Global, args: StatusArgs) -> Result<ExitCode, Failure> {
    context::run(global, Stdout::Events, async |context| {
        let client = context.client()?;
        let name = lock_name(args.name)?;
        if args.watch {
            return follow(&client, &name, context).await;
        }
        let rows = lock::status(&client, &name).await?;
        let held = rows.iter().any(|row| row.holder);
        show(&name, rows, &context.reporter);
        Ok(if held { ExitCode::Done } else { ExitCode::No })
    })
}

/// Shows the queue whenever it changes, until a signal.
async fn follow(client: &Client, name: &LockName, context: &Context<'_>) -> Result<ExitCode, Failure> {
    let (mut shutdown, reporter) = (context.shutdown()?, &context.reporter);
    let again = Cell::new(false);
    let show = async |rows: Vec<ContenderRow>| {
        if again.replace(true) {
            reporter.set_apart();
        }
        show(name, rows, reporter);
        // A queue that changes meanwhile is read when its reader is ready for it.
        reporter.has_room().await;
    };
    let emit = |event: Event| context.emit(event);
    let Err(ended) = tokio::select! {
        ended = lock::follow(client, name, &mut shutdown, &emit, show) => ended,
        never = reporter.watch_output() => never,
    };
    let failure = Failure::from(ended);
    // A signal is the way to end it, and nothing to talk about.
    let stopped = matches!(failure.code, ExitCode::Signal(_) | ExitCode::Interrupted { .. });
    if stopped { Ok(failure.code) } else { Err(failure) }
}

fn show(name: &LockName, rows: Vec<ContenderRow>, reporter: &Reporter) {
    if rows.is_empty() {
        reporter.emit(&LockEvent::Free { lock: name.text() }.into());
    } else {
        reporter.rows(rows.into_iter().map(LockEvent::Status));
    }
}
