//! `-- CMD`: the command that etcdpat runs, and the guardian that owns it.
//!
//! What must stay true: everything that can be checked is checked before the guardian is started, and the guardian is
//! started before the runtime: it is forked.

use std::ffi::OsString;
use std::time::Duration;

use crate::client::Options;
use crate::deadline::Plan;
use crate::error::Failure;
use crate::options::Global;
use crate::pattern::hold;
use crate::supervise::{self, Guardian, Task};

/// From SIGTERM to SIGKILL for a check that takes too long.
const CHECK_GRACE: Duration = Duration::from_secs(1);

/// Checks a command that may be left out. `--` with nothing behind it is refused: `-- $CMD` with nothing in CMD.
///
/// # Errors
/// Code 2, with this hint; as [`check_program`].
pub(super) fn check_command(command: &[OsString], hint: &str) -> Result<(), Failure> {
    if command.is_empty() && std::env::args_os().any(|word| word == "--") {
        return Err(Failure::usage("there is no command after --").hint(hint));
    }
    check_program(command)
}

/// Refuses a command whose program is not there: it may be hours until it is started, and nobody looks on then.
///
/// # Errors
/// Codes 126 and 127; 2 for a program without a name.
pub(super) fn check_program(command: &[OsString]) -> Result<(), Failure> {
    match command.first() {
        None => Ok(()),
        Some(program) if program.is_empty() => {
            Err(Failure::usage("the first word after -- is empty: a command is expected"))
        }
        Some(program) => Ok(supervise::check_program(program)?),
    }
}

/// Refuses `--ttl` and `--grace` that leave a command too little time.
///
/// # Errors
/// Code 2.
pub(super) fn check_times(ttl: Duration, grace: Option<Duration>) -> Result<(), Failure> {
    Plan::new(ttl, grace).map(|_| ()).map_err(|unfit| hold::Error::from(unfit).into())
}

/// Starts the guardian of a command, and has it make the command ready.
///
/// # Errors
/// The guardian can't be started.
pub(super) fn start(global: &Global, connection: &Options, command: Vec<OsString>) -> Result<Guardian, Failure> {
    Ok(Guardian::start_for(task(global, connection, command))?)
}

/// A command, whose environment says how to reach the same cluster.
pub(super) fn task(global: &Global, connection: &Options, command: Vec<OsString>) -> Task {
    let (set, unset) = global.environment(connection);
    Task { argv: command, set, unset, ..Task::default() }
}

/// A shell line that is neither the command nor ours to hear: it reads nothing, and no signal that users agree on with the
/// command is for it.
pub(super) fn aside(global: &Global, connection: &Options, line: OsString) -> Task {
    Task { stdin: Some(Vec::new()), no_user_signals: true, ..shell(global, connection, line) }
}

/// A shell line that checks something: its exit code is the answer, and what it says is heard by nobody.
pub(super) fn check(global: &Global, connection: &Options, line: OsString) -> Task {
    let mut silent = OsString::from("exec > /dev/null 2>&1\n");
    silent.push(line);
    Task { grace: CHECK_GRACE, ..aside(global, connection, silent) }
}

/// A shell line.
pub(super) fn shell(global: &Global, connection: &Options, line: OsString) -> Task {
    task(global, connection, vec!["/bin/sh".into(), "-c".into(), line])
}
