//! The command: started, told of changes, and started again.
//!
//! What must stay true: its own end is etcdpat's, but for one that fails soon after a restart that etcdpat has ordered: it
//! may be the new values' fault, and the next ones' merit; what asks to stop is followed by no start.

use std::cell::Cell;
use std::future::pending;
use std::time::Duration;

use tokio::sync::watch;
use tokio::time::sleep;

use super::{OnChange, Wanted};
use crate::clock::{BootTime, millis};
use crate::event::{ConfigEvent, Emit};
use crate::pattern::config::Error;
use crate::shutdown::{Cause, Shutdown};
use crate::supervise::{self, Guardian, Status, Task};

/// How long a command that was started again has to run until it counts as started.
const SOON: Duration = Duration::from_secs(10);
/// Before it is tried again: at first, and at the most.
const PAUSE: Duration = Duration::from_secs(1);
const LONGEST_PAUSE: Duration = Duration::from_secs(60);

pub(super) struct Command<'a> {
    pub(super) guardian: &'a mut Guardian,
    pub(super) task: Task,
    pub(super) on_change: OnChange,
    pub(super) wanted: watch::Receiver<Wanted>,
    pub(super) emit: Emit<'a>,
}

/// How one run of it ended.
enum Ended {
    /// It was ended, to be started with other values.
    ToRestart,
    /// By itself, or because something asked to stop.
    ByItself { status: Status, was_asked: bool },
}

impl Command<'_> {
    pub(super) async fn run(mut self, shutdown: &mut Shutdown) -> Result<Status, Error> {
        let (mut is_restart, mut pause) = (false, PAUSE);
        loop {
            let current = self.wanted.borrow_and_update().clone();
            if is_restart {
                self.guardian.prepare(self.task.clone()).map_err(supervise::Error::from)?;
            }
            let began = BootTime::now();
            let code = match self.once(current.clone(), shutdown).await {
                Ok(Ended::ToRestart) => {
                    if let Some(cause) = asked_between(shutdown).await {
                        return Err(Error::Stopped(cause));
                    }
                    (is_restart, pause) = (true, PAUSE);
                    continue;
                }
                Ok(Ended::ByItself { status, was_asked }) => {
                    let is_soon = BootTime::now().since(began) < SOON;
                    // A key on the terminal is the user's wish, and reaches the command alone.
                    let is_wanted = was_asked || matches!(status, Status::Code(0) | Status::Interrupted { .. });
                    if !is_restart || !is_soon || is_wanted {
                        return Ok(status);
                    }
                    status.as_shell()
                }
                Err(supervise::Error::NotFound { .. }) if is_restart => 127,
                Err(supervise::Error::NotExecutable { .. }) if is_restart => 126,
                Err(error) => return Err(error.into()),
            };
            (self.emit)(ConfigEvent::ExecFailed { code, wait_ms: millis(pause) }.into());
            tokio::select! {
                () = sleep(pause) => pause = (pause * 2).min(LONGEST_PAUSE),
                () = differs(&mut self.wanted, &current) => {
                    applied(&current, &self.wanted.borrow(), "restart", self.emit);
                    pause = PAUSE;
                }
                cause = request(shutdown) => return Err(Error::Stopped(cause)),
            }
        }
    }

    /// Runs it to its end.
    async fn once(&mut self, mut current: Wanted, shutdown: &mut Shutdown) -> Result<Ended, supervise::Error> {
        let (on_change, emit) = (self.on_change, self.emit);
        let (relay, mut relayed) = Shutdown::relay();
        let (was_asked, is_stopping) = (Cell::new(false), Cell::new(false));
        let (mut newest, mut told, before) = (self.wanted.clone(), self.wanted.clone(), current.clone());
        let end = async {
            if on_change != OnChange::Restart {
                return pending().await;
            }
            differs(&mut newest, &before).await;
            if is_stopping.get() {
                return pending().await;
            }
            applied(&before, &newest.borrow(), "restart", emit);
        };
        let variables = current.environment.variables();
        let running = self.guardian.run(variables, None, pending(), end, &mut relayed, emit);
        tokio::pin!(running);
        loop {
            tokio::select! {
                biased;
                outcome = &mut running => {
                    let (outcome, was_asked) = (outcome?, was_asked.get());
                    let is_ended = outcome.asked && !is_stopping.get();
                    let status = outcome.status;
                    return Ok(if is_ended { Ended::ToRestart } else { Ended::ByItself { status, was_asked } });
                }
                cause = shutdown.next() => {
                    was_asked.set(was_asked.get() || !cause.is_for_the_command());
                    // One that goes on after SIGHUP is one that has read its files again.
                    is_stopping.set(is_stopping.get() || cause.is_to_end());
                    let _ = relay.send(cause);
                }
                () = differs(&mut told, &current), if on_change != OnChange::Restart => {
                    let new = told.borrow_and_update().clone();
                    let action = match on_change {
                        OnChange::Signal(number) => {
                            let _ = relay.send(Cause::ForCommand(number));
                            "signal"
                        }
                        OnChange::Restart | OnChange::Nothing => "none",
                    };
                    applied(&current, &new, action, emit);
                    current = new;
                }
            }
        }
    }
}

/// Waits until something else is wanted.
async fn differs(wanted: &mut watch::Receiver<Wanted>, current: &Wanted) {
    if wanted.wait_for(|wanted| wanted.environment != current.environment).await.is_err() {
        pending::<()>().await;
    }
}

fn applied(before: &Wanted, after: &Wanted, action: &'static str, emit: Emit<'_>) {
    let variables = after.environment.differences(&before.environment).map(Into::into).collect();
    emit(ConfigEvent::Applied { revision: after.revision, action, variables }.into());
}

/// Waits for a request to stop, while there is no command that others might be for.
async fn request(shutdown: &mut Shutdown) -> Cause {
    loop {
        let cause = shutdown.next().await;
        if !cause.is_for_the_command() {
            return cause;
        }
    }
}

/// What has asked to stop since a command has ended.
async fn asked_between(shutdown: &mut Shutdown) -> Option<Cause> {
    tokio::select! {
        biased;
        cause = request(shutdown) => Some(cause),
        () = std::future::ready(()) => None,
    }
}
