//! `lock NAME... [-- CMD]`: runs a command under the locks, or holds them until a signal.

use std::ffi::OsString;
use std::os::unix::ffi::OsStrExt;
use std::time::Duration;

use clap::Args;

use super::acquisition::{Acquisition, AcquisitionArgs};
use crate::command::{child, context, mistyped};
use crate::error::{ExitCode, Failure};
use crate::event::{Event, LockEvent};
use crate::options::{Global, duration, lock_name};
use crate::pattern::lock::LockNames;
use crate::report::Stdout;
use crate::value::shell_text;

#[derive(Debug, Args)]
pub(super) struct RunArgs {
    /// The names of the locks
    #[arg(value_name = "NAME", required_unless_present = "explicit_name")]
    names: Vec<OsString>,
    /// A lock's name, where it is called like a subcommand
    #[arg(long = "name", value_name = "NAME", id = "explicit_name")]
    explicit_names: Vec<OsString>,
    #[command(flatten)]
    acquisition: AcquisitionArgs,
    /// From SIGTERM to SIGKILL when the lock is being lost; 0 is SIGKILL at once [default: the lesser of 5s and a
    /// quarter of the TTL]
    #[arg(long, value_name = "DURATION", value_parser = duration, allow_hyphen_values = true)]
    grace: Option<Duration>,
    /// Hold several locks without a command, until a signal
    #[arg(long, conflicts_with = "command")]
    hold: bool,
    /// The command to run, and its arguments
    #[arg(last = true, value_name = "CMD")]
    command: Vec<OsString>,
}

pub(super) fn run(global: &Global, args: RunArgs) -> Result<ExitCode, Failure> {
    let RunArgs { names, explicit_names, acquisition, grace, hold, command } = args;
    // `-- $CMD` with nothing in CMD must not hold the lock for ever.
    child::check_command(&command, "leave -- out to hold the lock until a signal")?;
    if command.is_empty() && !hold {
        check_names(&names, explicit_names.len())?;
    }
    let names: Result<Vec<_>, _> = names.into_iter().chain(explicit_names).map(lock_name).collect();
    let names = LockNames::new(names?).map_err(|invalid| Failure::usage(invalid.to_string()))?;
    let acquisition = Acquisition::new(names, acquisition, grace, &command)?;
    let connection = global.connection()?;
    let has_command = !command.is_empty();
    let guardian = if has_command { Some(child::start(global, &connection, command)?) } else { None };
    let stdout = if has_command { Stdout::Taken } else { Stdout::Events };
    context::run(global, stdout, async |context| {
        let mut shutdown = context.shutdown()?;
        let emit = |event: Event| {
            // Who looks on is told what goes on now.
            let holding = match &event {
                Event::Lock(LockEvent::Acquired { lock, .. }) if !has_command && context.reporter.is_live() => {
                    Some(LockEvent::Holding { lock: lock.clone() })
                }
                _ => None,
            };
            context.emit(event);
            if let Some(holding) = holding {
                context.emit(holding);
            }
        };
        let held = acquisition.acquire(&context.connect(connection), context, guardian.as_ref(), &mut shutdown).await?;
        match guardian {
            Some(guardian) => {
                context.reporter.make_way().await;
                Ok(held.run(guardian, &mut shutdown, &emit).await?.into())
            }
            None => {
                tokio::select! {
                    ended = held.wait(&mut shutdown, &emit) => ended?,
                    never = context.reporter.watch_output() => never,
                }
                context.reporter.hurry();
                Ok(ExitCode::Done)
            }
        }
    })
}

/// Refuses what is more likely a mistake than names to hold until a signal: a command without `--`, a mistyped subcommand.
///
/// # Errors
/// Code 2.
fn check_names(names: &[OsString], explicit: usize) -> Result<(), Failure> {
    let Some((first, rest)) = names.split_first() else { return Ok(()) };
    mistyped::check_name::<super::Action>("lock", first)?;
    if rest.is_empty() && explicit == 0 {
        return Ok(());
    }
    let message = "several locks, and no command: a command comes after `--`";
    let hint = match rest.first() {
        None => "--hold holds them until a signal".to_owned(),
        Some(program) => format!(
            "`{}` runs a command (etcdpat's options stand before `--`); --hold holds all of them until a signal",
            with_dashes(first, program)
        ),
    };
    Err(Failure::usage(message).hint(hint))
}

/// What was typed, with `--` between the name and the program.
fn with_dashes(name: &OsString, program: &OsString) -> String {
    let mut words = vec!["etcdpat".to_owned()];
    let mut is_behind_name = false;
    for word in std::env::args_os().skip(1) {
        if is_behind_name && word == *program {
            words.push("--".to_owned());
            is_behind_name = false;
        }
        is_behind_name |= word == *name;
        words.push(shell_text(word.as_bytes()));
    }
    words.join(" ")
}
