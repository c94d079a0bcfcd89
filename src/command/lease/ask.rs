//! `lease grant`, `revoke`, `ttl`, `keepalive`, `list`, `attach` and `of`.

use std::ffi::OsString;
use std::os::unix::ffi::OsStringExt;
use std::sync::Arc;

use tokio::sync::Notify;

use super::Action;
use crate::cli::Global;
use crate::client::Client;
use crate::error::{ExitCode, Failure};
use crate::event::{Event, LeaseEvent, LeaseId, Text};
use crate::pattern::lease;
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
        Action::Grant { ttl, id } => {
            let mut shutdown = Shutdown::new(closed)?;
            lease::grant(&client, ttl, id, &mut shutdown, async || reporter.is_written().await, &emit).await?;
        }
        Action::Revoke { id } => lease::revoke(&client, id, &emit).await?,
        Action::Ttl { id, keys } => emit(LeaseEvent::Ttl(lease::ttl(&client, id, keys).await?).into()),
        Action::Keepalive { id, once } => return keep_alive(global, &client, id, once, reporter, closed).await,
        Action::List => {
            let rows = lease::list(&client).await?;
            reporter.rows(rows.into_iter().map(LeaseEvent::Entry));
        }
        Action::Attach { id, key, value } => {
            lease::attach(&client, id, &not_empty(key)?, &value.into_vec(), &emit).await?;
        }
        Action::Of { key } => {
            let key = not_empty(key)?;
            let lease = lease::of(&client, &key).await?;
            emit(LeaseEvent::Of { key: Text::from(key), lease }.into());
        }
        // It has been carried out before there was a runtime.
        Action::Run(_) => {}
    }
    Ok(ExitCode::Done)
}

async fn keep_alive(
    global: &Global,
    client: &Client,
    id: LeaseId,
    once: bool,
    reporter: &Reporter,
    closed: Arc<Notify>,
) -> Result<ExitCode, Failure> {
    let mut shutdown = Shutdown::new(closed)?;
    let (readable, emit) = (global.state_root().into_bytes(), |event: Event| reporter.emit(&event));
    let ended = tokio::select! {
        ended = lease::keep_alive(client, id, &readable, once, &mut shutdown, &emit) => ended,
        never = reporter.watch_output() => never,
    };
    match ended.map_err(Failure::from) {
        // A signal or a reader that goes away is the way to end it, and nothing to talk about.
        Err(Failure { code: code @ (ExitCode::Signal(_) | ExitCode::Interrupted { .. } | ExitCode::Done), .. }) => {
            Ok(code)
        }
        ended => ended.map(|()| ExitCode::Done),
    }
}

fn not_empty(key: OsString) -> Result<Vec<u8>, Failure> {
    if key.is_empty() { Err(Failure::usage("the key is empty")) } else { Ok(key.into_vec()) }
}
