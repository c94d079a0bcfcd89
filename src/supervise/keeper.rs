//! One child's run, as the keeper sees it: ordered, reported, signals and renewals passed on.
//!
//! - `foreground`: who has the terminal, and what Ctrl-Z means
//! - `times`: what it waits for

mod foreground;
mod times;

use std::ffi::OsString;
use std::io;
use std::time::Duration;

use nix::errno::Errno;
use nix::sys::signal::{Signal, kill};
use nix::unistd::{Pid, getpgrp};
use times::{at, backstop, renewed};
use tokio::time::Instant;

use super::connection::Connection;
use super::protocol::{Ending, Notice, Order, Run, variables};
use super::stop_requests::{Answer, StopRequests};
use super::sweep::{sweep, unkillable_event};
use super::{Error, Guardian, Outcome, Status, Term};
use crate::clock::BootTime;
use crate::event::{ChildEvent, Emit, Loss};
use crate::os::signals;
use crate::os::terminal::Terminal;
use crate::shutdown::{Cause, Shutdown, SignalSet};
use crate::signal::Number;

/// How long the guardian may take to say that the command has started.
const LAUNCH: Duration = Duration::from_secs(10);
/// How long it may take to kill the command, where no margin says so.
const KILL: Duration = Duration::from_secs(1);

impl Guardian {
    /// Runs the task that is prepared, with `set` as more variables, to its end: until it has ended by itself, or its `term`
    /// has run out, or `lost` says why it must not go on, or a second signal asks for it. When `end` is ready, it is told to
    /// end in order: SIGTERM, and SIGKILL after the grace. Signals are passed on to it meanwhile. When this returns,
    /// nothing of it is left.
    ///
    /// # Errors
    /// [`Error`] when the command could not be started, or when the guardian died (it is started no more, then).
    pub async fn run(
        &mut self,
        set: Vec<(OsString, OsString)>,
        term: Option<Term>,
        lost: impl Future<Output = Loss>,
        end: impl Future<Output = ()>,
        shutdown: &mut Shutdown,
        emit: Emit<'_>,
    ) -> Result<Outcome, Error> {
        let outbox = std::mem::take(&mut self.outbox);
        let connection = Connection::new(&self.orders, outbox)?;
        let mut keeper = Keeper::new(connection, self, emit);
        let grace = term.as_ref().map_or(self.grace, |term| term.plan.grace());
        if let Some(shelved) = self.shelved.take_if(|_| self.reads_ours) {
            signals::put_back(&shelved)?;
        }
        let followed = keeper.follow(set, grace, term, (lost, end), shutdown).await;
        if self.reads_ours && keeper.terminal.is_some() && !signals::ignored_at_start().has(Signal::SIGTSTP.into()) {
            // Between two commands Ctrl-Z is for etcdpat.
            self.shelved = Some(signals::shelve_handler_of_stop_key()?);
        }
        let swept = match followed {
            Err(Error::GuardianDied | Error::Guardian(_)) => {
                sweep(&mut self.tree, [self.pid, keeper.pid], shutdown, emit).await
            }
            _ => Ok(()),
        };
        keeper.restore_terminal();
        swept?;
        match followed {
            Err(Error::GuardianDied) if keeper.loss.is_some() || keeper.ordered > Ordered::Nothing => {
                Ok(keeper.outcome(keeper.status.unwrap_or(Status::Signal(9))))
            }
            Err(Error::NotExecutable { source, .. }) if source.kind() == io::ErrorKind::NotFound => {
                Err(Error::NotFound { command: self.command.clone() })
            }
            Err(Error::NotExecutable { source, .. }) => {
                Err(Error::NotExecutable { command: self.command.clone(), source })
            }
            followed => followed,
        }
    }
}

struct Keeper<'a> {
    connection: Connection<'a>,
    guardian: Pid,
    emit: Emit<'a>,
    terminal: Option<Terminal>,
    /// The child is to have the terminal whenever we could have it.
    wants_terminal: bool,
    /// It is not to have what is between the user and another command.
    no_user_signals: bool,
    /// The child has it from us.
    lent: bool,
    pid: Pid,
    status: Option<Status>,
    loss: Option<Loss>,
    /// When SIGTERM and SIGINT were passed on first.
    requests: StopRequests,
    /// What the terminal sent to etcdpat's group, and so to whoever runs it, for Ctrl-C or Ctrl-\.
    from_terminal: Option<Number>,
    /// What the guardian has been ordered to do to it.
    ordered: Ordered,
    /// When a guardian that has not done what it was ordered to do is put out of the way.
    patience: Option<Instant>,
    kill_within: Duration,
}

/// The end of the command, as it was ordered last.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Ordered {
    Nothing,
    /// SIGTERM, and SIGKILL after the grace.
    End,
    /// SIGKILL.
    Kill,
}

impl<'a> Keeper<'a> {
    fn new(connection: Connection<'a>, guardian: &Guardian, emit: Emit<'a>) -> Self {
        Self {
            connection,
            guardian: guardian.pid,
            emit,
            terminal: Terminal::open(),
            wants_terminal: guardian.reads_ours,
            no_user_signals: guardian.no_user_signals,
            lent: false,
            pid: Pid::from_raw(0),
            status: None,
            loss: None,
            requests: StopRequests::default(),
            from_terminal: None,
            ordered: Ordered::Nothing,
            patience: None,
            kill_within: KILL,
        }
    }

    async fn follow(
        &mut self,
        set: Vec<(OsString, OsString)>,
        grace: Duration,
        mut term: Option<Term>,
        (lost, end): (impl Future<Output = Loss>, impl Future<Output = ()>),
        shutdown: &mut Shutdown,
    ) -> Result<Outcome, Error> {
        // Between two of many commands nobody would take them.
        let job_signals = self.terminal.as_ref().filter(|_| self.wants_terminal);
        let job_signals = job_signals.map_or(&[][..], |_| &[Signal::SIGTSTP, Signal::SIGCONT]);
        let mut job_control = SignalSet::new(job_signals.iter().copied())?;
        let until = term.as_mut().map(|term| {
            self.kill_within = term.plan.kill_within();
            term.plan.schedule(*term.deadline.borrow_and_update())
        });
        if until.is_some_and(|until| BootTime::now() >= until.term_at) {
            return Err(Error::TooLate);
        }
        // Ctrl-C is for etcdpat where a command is one of many, whose input is not the terminal.
        self.lent = self.wants_terminal && self.terminal.as_ref().is_some_and(Terminal::is_for_child);
        self.wants_terminal = self.lent;
        self.patience = Some(Instant::now() + LAUNCH);
        let (set, until) = (variables(set), until.map(Ending::from));
        let lender = self.lent.then(|| getpgrp().as_raw());
        self.connection.order(&Order::Run(Run { set, lender, grace, until }))?;
        let backstop = backstop(term.as_ref().map(|term| (term.plan, term.deadline.clone())));
        tokio::pin!(lost, end, backstop);
        loop {
            let patience = self.patience;
            tokio::select! {
                // Reports first: a child that ended before its time is up has ended, however late we read it.
                biased;
                report = self.connection.report() => {
                    if let Some(status) = self.take_note(&report?, grace)? {
                        return Ok(self.outcome(status));
                    }
                }
                until = renewed(&mut term) => self.connection.order(&Order::Until(until.into()))?,
                loss = &mut lost, if self.loss.is_none() => {
                    self.loss = Some(loss);
                    self.kill(&loss.to_string())?;
                }
                () = &mut end, if self.ordered == Ordered::Nothing => self.end_in_order(grace)?,
                cause = shutdown.next() => self.pass_on(cause)?,
                signal = job_control.next() => self.job_control(signal)?,
                () = &mut backstop => {
                    // The guardian should have ended the tree by now. Its death does, at once.
                    self.loss.get_or_insert(Loss::Unreachable);
                    return self.give_up_on_guardian();
                }
                () = at(patience) => {
                    // Where both were stopped meanwhile, the guardian has had no time either.
                    let was_stopped = patience.is_some_and(|patience| Instant::now() > patience + self.kill_within);
                    if self.ordered == Ordered::Kill || !was_stopped {
                        return self.give_up_on_guardian();
                    }
                    self.patience = Some(Instant::now() + self.kill_within);
                }
            }
        }
    }

    fn give_up_on_guardian(&self) -> Result<Outcome, Error> {
        let killed = kill(self.guardian, Signal::SIGKILL).map_err(io::Error::from);
        let reason = "the guardian did not do it in time".into();
        (self.emit)(ChildEvent::Killed { pid: self.pid.as_raw(), reason }.into());
        killed?;
        Err(Error::GuardianDied)
    }

    /// Takes note of a report. The command's status when nothing is left of it.
    fn take_note(&mut self, report: &Notice, grace: Duration) -> Result<Option<Status>, Error> {
        match *report {
            Notice::Started { pid } => {
                self.pid = Pid::from_raw(pid);
                if self.ordered == Ordered::Nothing {
                    self.patience = None;
                }
                (self.emit)(ChildEvent::Started { pid }.into());
            }
            Notice::Failed { errno } => {
                let source = io::Error::from_raw_os_error(errno);
                return Err(Error::NotExecutable { command: String::new(), source });
            }
            Notice::TooLate => return Err(Error::TooLate),
            Notice::Stopped { signal } => self.stopped(signal)?,
            Notice::TimeUp => {
                let reason = *self.loss.get_or_insert(Loss::Unreachable);
                let grace_ms = u64::try_from(grace.as_millis()).unwrap_or(u64::MAX);
                (self.emit)(ChildEvent::Terminating { pid: self.pid.as_raw(), reason, grace_ms }.into());
            }
            Notice::Exited { code, signal } => {
                self.status = Some(code.map_or_else(|| self.died_of(signal.unwrap_or(0)), Status::Code));
                // Before anything is said: after a full-screen program died, the terminal is not fit for it.
                self.restore_terminal();
                (self.emit)(ChildEvent::Exited { pid: self.pid.as_raw(), code, signal }.into());
            }
            Notice::Stragglers { count } => {
                (self.emit)(ChildEvent::Stragglers { pid: self.pid.as_raw(), count }.into());
            }
            Notice::Unkillable { pid, errno } => {
                // The guardian does what can be done.
                self.patience = None;
                (self.emit)(unkillable_event(Pid::from_raw(pid), Errno::from_raw(errno)));
            }
            Notice::Broken { errno } => return Err(Error::Guardian(io::Error::from_raw_os_error(errno))),
            Notice::Ended => return Ok(Some(self.status.unwrap_or(Status::Signal(9)))),
        }
        Ok(None)
    }

    /// Passes a request to stop on to the command; a second one that comes later ends its tree.
    fn pass_on(&mut self, cause: Cause) -> Result<(), Error> {
        let (number, from_terminal) = match cause {
            Cause::Signal { number, from_terminal } => (number, from_terminal),
            Cause::ForCommand(number) => {
                return self.connection.order(&Order::Signal { number: number.0, group: false });
            }
            Cause::OutputClosed => return Ok(()),
        };
        if self.no_user_signals && number.is_for_the_command() {
            return Ok(());
        }
        match self.requests.answer(number, BootTime::now()) {
            Answer::PassOn => {}
            Answer::Swallow => return Ok(()),
            Answer::Kill => return self.kill("a second signal asked for it"),
        }
        if from_terminal {
            self.from_terminal = Some(number);
        }
        // As the terminal and timeout(1) do: the group. Some are between the user and the command alone.
        self.connection.order(&Order::Signal { number: number.0, group: !number.is_for_the_command() })
    }

    /// The command died of a signal: for a key on the terminal perhaps, which reaches the foreground alone. Then whoever
    /// runs etcdpat (a script, make) is to learn of it: by etcdpat's death, and by the signal itself, unless the
    /// terminal sent it there too.
    fn died_of(&self, signal: u8) -> Status {
        let number = Number(signal.into());
        let meant = number.is_interrupt() && !signals::ignored_at_start().has(number);
        if meant && self.from_terminal == Some(number) {
            Status::Interrupted { signal, group_has_it: true }
        } else if meant && self.lent && self.terminal.is_some() {
            Status::Interrupted { signal, group_has_it: false }
        } else {
            Status::Signal(signal)
        }
    }

    /// Has it end in order. A guardian that does not do that in time is put out of the way.
    fn end_in_order(&mut self, grace: Duration) -> Result<(), Error> {
        self.ordered = Ordered::End;
        self.patience = Some(Instant::now() + grace + self.kill_within);
        self.connection.order(&Order::End)
    }

    fn outcome(&self, status: Status) -> Outcome {
        Outcome { status, asked: self.ordered == Ordered::End, lost: self.loss }
    }

    fn kill(&mut self, reason: &str) -> Result<(), Error> {
        self.ordered = Ordered::Kill;
        self.patience = Some(Instant::now() + self.kill_within);
        // First the order, then the telling.
        let ordered = self.connection.order(&Order::Kill);
        (self.emit)(ChildEvent::Killed { pid: self.pid.as_raw(), reason: reason.into() }.into());
        ordered
    }
}
