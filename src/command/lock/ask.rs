//! `lock status`, `list`, `check`, `break`, `acquire`, `renew` and `release`.

use std::cell::Cell;
use std::os::unix::ffi::OsStringExt;
use std::sync::Arc;

use tokio::sync::Notify;

use super::{Action, hold, name};
use crate::cli::Global;
use crate::client::Client;
use crate::error::{ExitCode, Failure};
use crate::event::{ContenderRow, Event, LockEvent, Text};
use crate::pattern::lock::{self, LockName};
use crate::report::Reporter;
use crate::shutdown::Shutdown;

/// Answers it.
pub(super) async fn ask(
    global: &Global,
    action: Action,
    reporter: &Reporter,
    closed: Arc<Notify>,
) -> Result<ExitCode, Failure> {
    let client = Client::new(global.connection()?);
    let emit = |event: Event| reporter.emit(&event);
    match action {
        Action::Status { name: given, watch: true } => {
            let name = name(given)?;
            let mut shutdown = Shutdown::new(closed)?;
            let again = Cell::new(false);
            let show = async |rows: Vec<ContenderRow>| {
                if again.replace(true) {
                    reporter.set_apart();
                }
                show(&name, rows, reporter);
                // A queue that changes meanwhile is read when its reader is ready for it.
                reporter.has_room().await;
            };
            let Err(ended) = tokio::select! {
                ended = lock::follow(&client, &name, &mut shutdown, show) => ended,
                never = reporter.watch_output() => never,
            };
            let failure = Failure::from(ended);
            // A signal is the way to end it, and nothing to talk about.
            let stopped = matches!(failure.code, ExitCode::Signal(_) | ExitCode::Interrupted { .. });
            return if stopped { Ok(failure.code) } else { Err(failure) };
        }
        Action::Status { name: given, watch: false } => {
            let name = name(given)?;
            let rows = lock::status(&client, &name).await?;
            let held = rows.iter().any(|row| row.holder);
            show(&name, rows, reporter);
            return Ok(if held { ExitCode::Done } else { ExitCode::No });
        }
        Action::List { prefix } => {
            let rows = lock::list(&client, &prefix.into_vec()).await?;
            reporter.rows(rows.into_iter().map(LockEvent::Entry));
        }
        Action::Check { name: given, fence } => {
            let name = name(given)?;
            let fences = lock::check(&client, &name).await?;
            let held = fences.contains(&fence);
            let holder_fence = if held { Some(fence) } else { fences.first().copied() };
            reporter.emit(&LockEvent::Checked { lock: name.text(), fence, held, holder_fence }.into());
            return Ok(if held { ExitCode::Done } else { ExitCode::No });
        }
        Action::Break { name: given, key } => {
            let (name, key) = (name(given)?, key.into_vec());
            let Some(lock::Broken { fence }) = lock::break_key(&client, &name, &key).await? else {
                let key = Text::from(key);
                return Err(Failure::new(ExitCode::No, format!("{key} is not in the queue of {name} any more")));
            };
            reporter.emit(&LockEvent::Broken { lock: name.text(), key: Text::from(key), fence }.into());
        }
        Action::Acquire { name, wait } => return hold::acquire(global, name, wait, reporter, closed).await,
        Action::Renew { key } => lock::renew(&client, &key.into_vec(), &emit).await?,
        Action::Release { key } => lock::release(&client, &key.into_vec(), &emit).await?,
    }
    Ok(ExitCode::Done)
}

fn show(name: &LockName, rows: Vec<ContenderRow>, reporter: &Reporter) {
    if rows.is_empty() {
        reporter.emit(&LockEvent::Free { lock: name.text() }.into());
    } else {
        reporter.rows(rows.into_iter().map(LockEvent::Status));
    }
}
