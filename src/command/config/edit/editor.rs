//! The user's editor: a command of the shell, as for git, which gets the terminal.

use std::ffi::OsString;
use std::future::pending;
use std::io::{self, IsTerminal};
use std::os::fd::AsFd;
use std::time::Duration;

use nix::poll::{PollFd, PollFlags, PollTimeout, poll};

use super::draft::Draft;
use crate::command::context::Context;
use crate::error::{ExitCode, Failure};
use crate::event::Event;
use crate::shutdown::Shutdown;
use crate::supervise::{Guardian, Status, Task};

/// How long a terminal that is stopped may hold up the editor.
const WRITING: Duration = Duration::from_millis(200);
/// Between two looks whether the user has pressed Enter.
const LOOK: Duration = Duration::from_millis(50);

pub(super) struct Editor<'a> {
    command: OsString,
    /// Its environment.
    task: Task,
    guardian: Guardian,
    shutdown: Shutdown,
    context: &'a Context<'a>,
}

/// The editor that the user wants.
///
/// # Errors
/// Code 2: none is named, and there is no terminal for vi.
pub(super) fn command() -> Result<OsString, Failure> {
    let named = |name| std::env::var_os(name).filter(|command| !command.is_empty());
    match named("VISUAL").or_else(|| named("EDITOR")) {
        Some(command) => Ok(command),
        None if io::stdin().is_terminal() => Ok("vi".into()),
        None => {
            Err(Failure::usage("there is no terminal for an editor").hint("set EDITOR to a command that needs none"))
        }
    }
}

/// Waits for a line on standard input, which is a terminal, or for its end.
pub(super) async fn enter() {
    let input = io::stdin();
    let is_ready = || {
        let mut polled = [PollFd::new(input.as_fd(), PollFlags::POLLIN)];
        poll(&mut polled, PollTimeout::ZERO).is_ok_and(|ready| ready > 0)
    };
    while !is_ready() {
        tokio::time::sleep(LOOK).await;
    }
    let _ = input.read_line(&mut String::new());
}

impl<'a> Editor<'a> {
    pub(super) fn new(
        command: OsString,
        task: Task,
        guardian: Guardian,
        context: &'a Context<'a>,
    ) -> Result<Self, Failure> {
        Ok(Self { command, task, guardian, shutdown: context.shutdown()?, context })
    }

    /// The result of this work, unless etcdpat is asked to stop before.
    ///
    /// # Errors
    /// What has asked to stop.
    pub(super) async fn unless_stopped<T>(&mut self, work: impl Future<Output = T>) -> Result<T, Failure> {
        super::unless_stopped(&mut self.shutdown, work).await
    }

    /// What the user makes of this text; nothing where he saves it as it is.
    ///
    /// # Errors
    /// The editor failed, or could not be run.
    pub(super) async fn edited(&mut self, draft: &mut Draft, text: &str) -> Result<Option<String>, Failure> {
        draft.write(text.as_bytes())?;
        self.run(draft).await?;
        let saved = draft.read()?;
        if saved == text.as_bytes() {
            return Ok(None);
        }
        String::from_utf8(saved).map(Some).map_err(|_| Failure::usage("nothing was written: the text is not UTF-8"))
    }

    async fn run(&mut self, draft: &Draft) -> Result<(), Failure> {
        let mut line = self.command.clone();
        line.push(" \"$@\"");
        let argv = vec!["/bin/sh".into(), "-c".into(), line, self.command.clone(), draft.path().into()];
        // It may draw on the whole terminal: what is said, is said before.
        let _ = tokio::time::timeout(WRITING, self.context.reporter.is_done()).await;
        self.guardian.prepare(Task { argv, ..self.task.clone() })?;
        let emit = |event: Event| self.context.emit(event);
        let ran = self.guardian.run(Vec::new(), None, pending(), pending(), &mut self.shutdown, &emit).await?;
        if let Some(cause) = self.shutdown.asked() {
            return Err(cause.into());
        }
        let failed = |how: String| Failure::new(ExitCode::No, format!("nothing was written: the editor {how}"));
        match ran.status {
            Status::Code(0) => Ok(()),
            Status::Code(code) => Err(failed(format!("exited with {code}"))),
            Status::Signal(signal) => Err(failed(format!("died of signal {signal}"))),
            Status::Interrupted { signal, .. } => {
                Err(Failure { code: ran.status.into(), ..failed(format!("died of signal {signal}")) })
            }
        }
    }
}
