//! Changes shown, or handled by a command.

use std::ffi::OsString;

use clap::Args;

use crate::command::context::{self, Context};
use crate::command::{child, watch};
use crate::error::{ExitCode, Failure};
use crate::event::Event;
use crate::options::Global;
use crate::pattern::config::{Changed, Error, Following, Handling, Store, handle};
use crate::report::{Stdout, json_line};
use crate::shutdown::Shutdown;

/// What runs for each change.
#[derive(Debug, Args)]
pub(super) struct HandlerArgs {
    /// What to do when the command fails
    #[arg(long, value_enum, value_name = "WHAT", default_value = "stop", requires = "command")]
    on_error: watch::OnErrorArg,
    /// The command to run for each change, and its arguments
    #[arg(last = true, value_name = "CMD")]
    command: Vec<OsString>,
}

/// A change at this revision as an event, where it is wanted; at last, whether it was so at first.
pub(super) type ToEvent<'a> = &'a dyn Fn(&Changed, i64, bool) -> Option<Event>;

/// Follows the configuration, until the command fails or a signal ends it.
pub(super) fn follow(
    global: &Global,
    store: Store,
    args: HandlerArgs,
    to_event: ToEvent<'_>,
) -> Result<ExitCode, Failure> {
    child::check_command(&args.command, "leave -- out to have the changes printed")?;
    let connection = global.connection()?;
    let handler = watch::handler(global, &connection, args.command, args.on_error)?;
    let stdout = if handler.is_some() { Stdout::Taken } else { Stdout::Events };
    context::run(global, stdout, async |context| {
        let following = Following::new(&context.connect(connection), store);
        let mut shutdown = context.shutdown()?;
        let emit = |event: Event| context.emit(event);
        let ended = match handler {
            None => show(following, to_event, context, &mut shutdown).await,
            Some(handler) => {
                let line = |event: &Event| json_line(event);
                let handling = Handling { following, handler, event: to_event, line: &line };
                handle(handling, &mut shutdown, &emit).await.map(ExitCode::from)
            }
        };
        match ended {
            // A signal is the way to end it, and nothing to talk about.
            Err(Error::Stopped(cause)) => Ok(Failure::from(cause).code),
            ended => Ok(ended?),
        }
    })
}

async fn show(
    mut following: Following,
    to_event: ToEvent<'_>,
    context: &Context<'_>,
    shutdown: &mut Shutdown,
) -> Result<ExitCode, Error> {
    let emit = |event: Event| context.emit(event);
    let mut initial = true;
    loop {
        let changes = tokio::select! {
            changes = following.next(&emit) => changes?,
            cause = shutdown.next() => return Err(Error::Stopped(cause)),
            never = context.reporter.watch_output() => never,
        };
        let revision = following.revision();
        for event in changes.iter().filter_map(|change| to_event(change, revision, initial)) {
            context.emit(event);
            tokio::select! {
                () = context.reporter.has_room() => {}
                cause = shutdown.next() => return Err(Error::Stopped(cause)),
            }
        }
        initial = false;
    }
}
