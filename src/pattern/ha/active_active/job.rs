//! One request: it waits for its lock, its command runs, the lock is given back, its output is passed on.
//!
//! What must stay true: the output of one command is passed on when nothing of the command is left and its lock is given
//! back, so that a reader who does not read holds up nobody's lock.

use std::cell::Cell;
use std::ffi::OsString;
use std::future::pending;
use std::io;
use std::os::unix::ffi::OsStringExt;
use std::time::{Duration, SystemTime};

use tokio::sync::watch;
use tokio::time::sleep;

use super::shared::Shared;
use super::worker::{Output, Worker};
use super::{Error, LONGEST_REQUEST, Request};
use crate::client::{self};
use crate::clock::{BootTime, millis};
use crate::event::{ActiveActiveEvent, ChildEvent, Event, Loss, Text, Time};
use crate::pattern::hold::{End, Hold, Unreleased};
use crate::pattern::lock;
use crate::pattern::outage::Change;
use crate::pattern::queue::{self, Claim, Name, Names, Progress, Turn, Wait};
use crate::plain;
use crate::record::Owner;
use crate::shutdown::{Cause, Shutdown};
use crate::supervise::{self, Guardian, Status, Task};

/// How often a queue is looked at without having been woken.
const LOOK_EVERY: Duration = Duration::from_secs(30);
/// A lock that takes longer to give back is told of.
const TELL_AFTER: Duration = Duration::from_secs(1);
/// How long the reader of output may take when something has asked to stop.
const PARTING: Duration = Duration::from_secs(1);

/// How a request ended.
pub(super) enum Ended {
    /// Its command has.
    Ran(Status),
    /// It can't be run, with this code.
    Refused(u8),
    /// Its command was stopped: its lock was lost, alone or with the lease.
    Lost(Loss),
    /// Its command was stopped because something asked to stop.
    Interrupted,
    /// Its command was not begun.
    NotBegun,
    /// Nothing can be run any more.
    Broken(Error),
}

/// What is known of a request that has ended.
pub(super) struct Done {
    pub(super) request: Request,
    pub(super) began: SystemTime,
    pub(super) took: Duration,
}

/// One that is under way.
pub(super) struct Job<'a, O> {
    shared: &'a Shared<'a, O>,
    request: Request,
    /// Whether those that wait are not to begin any more.
    stopped: watch::Receiver<bool>,
    shutdown: Shutdown,
    entered: BootTime,
    began: SystemTime,
    took: Duration,
}

impl<'a, O: Output> Job<'a, O> {
    pub(super) fn new(
        shared: &'a Shared<'a, O>,
        request: Request,
        stopped: watch::Receiver<bool>,
        shutdown: Shutdown,
    ) -> Self {
        let (entered, began, took) = (BootTime::now(), SystemTime::now(), Duration::ZERO);
        Self { shared, request, stopped, shutdown, entered, began, took }
    }

    /// Does it, when the one `before` is over. `over` is dropped when an equal one may follow.
    pub(super) async fn run(mut self, before: Option<watch::Receiver<()>>, over: watch::Sender<()>) -> (Done, Ended) {
        let mut worker = None;
        let may_begin = async {
            if let Some(mut before) = before {
                // An error: it is gone.
                while before.changed().await.is_ok() {}
            }
        };
        let may_begin = tokio::select! {
            () = may_begin => true,
            () = stop(self.stopped.clone()) => false,
        };
        let mut ended = if may_begin { self.under_lock(&mut worker).await } else { Ended::NotBegun };
        drop(over);
        self.tell(&ended);
        if let Some(mut worker) = worker {
            if let Err(error) = self.tell_what_it_wrote(&mut worker).await {
                ended = Ended::Broken(Error::Output(error));
            }
            self.shared.idle.borrow_mut().push(worker);
        }
        (Done { request: self.request, began: self.began, took: self.took }, ended)
    }

    /// Passes on what the command has written, and waits until there is room for what was told. Whoever has asked to stop
    /// waits for a slow reader only so long, and whoever asks again not at all.
    async fn tell_what_it_wrote(&mut self, worker: &mut Worker) -> io::Result<()> {
        let was_asked = self.shutdown.asked().is_some();
        let told = async {
            let printing = self.shared.printing.lock().await;
            worker.pass_on(self.shared.output).await?;
            drop(printing);
            self.shared.output.has_room().await;
            Ok(())
        };
        let parting = async { if was_asked { sleep(PARTING).await } else { pending().await } };
        let asked = async { while self.shutdown.next().await.is_for_the_command() {} };
        tokio::select! {
            told = told => told,
            () = parting => Ok(()),
            () = asked => Ok(()),
        }
    }

    /// What is left of `worker` can run the next one.
    async fn under_lock(&mut self, worker: &mut Option<Worker>) -> Ended {
        use supervise::Error as E;

        let Shared { params, .. } = self.shared;
        let bytes = &self.request.bytes;
        let name = match Name::new([params.name.as_bytes(), b"/", bytes].concat()) {
            Err(invalid) => return self.refuse(&invalid),
            Ok(name) if name.as_bytes().len() >= LONGEST_REQUEST => {
                return self.refuse(&"it is too long for a command");
            }
            Ok(name) => Names::from(name),
        };
        let mut own = match self.shared.worker().await {
            Ok(own) => own,
            Err(error) => return Ended::Broken(error),
        };
        let argv = params.template.with(bytes);
        let task = Task { argv, stdin: Some(Vec::new()), grace: self.shared.plan.grace(), ..params.task.clone() };
        if let Err(error) = own.guardian.prepare(task) {
            return Ended::Broken(supervise::Error::from(error).into());
        }
        let turn = match self.acquire(&name, &own.guardian).await {
            Ok(turn) => turn,
            Err(ended) => {
                *worker = Some(own);
                return ended;
            }
        };
        let Turn { hold, fence, read_at } = turn;
        let mut set = queue::environment(&name, hold.lease(), fence, read_at);
        set.push(("ETCDPAT_REQUEST".into(), OsString::from_vec(bytes.clone())));
        set.push(("ETCDPAT_REQUEST_NUMBER".into(), self.request.number.to_string().into()));
        let (began, emit) = (BootTime::now(), self.shared.emit);
        self.began = SystemTime::now();
        // What is told of each command is told of its request.
        let emit = |event| match event {
            Event::Child(ChildEvent::Started { .. } | ChildEvent::Exited { .. }) => {}
            event => emit(event),
        };
        let ran = hold.supervise(&mut own.guardian, set, pending(), &mut self.shutdown, &emit).await;
        self.took = BootTime::now().since(began);
        // One whose guardian has failed runs nothing any more.
        if matches!(ran, Ok(_) | Err(E::TooLate | E::NotFound { .. } | E::NotExecutable { .. })) {
            *worker = Some(own);
        }
        let ended = match ran {
            // A process of it is still there: the key goes with the lease, which is not revoked.
            Err(error @ E::Unkillable { .. }) => return Ended::Broken(error.into()),
            Ok(outcome) => match outcome.lost {
                Some(loss) => return Ended::Lost(self.give_up(hold, loss).await),
                None if self.shutdown.asked().is_some() => Ended::Interrupted,
                None => Ended::Ran(outcome.status),
            },
            Err(E::TooLate) => Ended::NotBegun,
            Err(error @ E::NotFound { .. }) => self.refuse_with(127, &error),
            Err(error @ E::NotExecutable { .. }) => self.refuse_with(126, &error),
            Err(error) => Ended::Broken(error.into()),
        };
        self.give_back(hold).await;
        ended
    }

    async fn acquire(&self, names: &Names, guardian: &Guardian) -> Result<Turn, Ended> {
        let Shared { client, params, session, .. } = self.shared;
        let owner = Owner {
            command: lock::shown(&params.template.with(&self.request.bytes)).into(),
            since: Time::now(),
            ..params.owner.clone()
        };
        let wanted = queue::Params {
            names,
            claim: Claim::Exclusive,
            value: &serde_json::to_vec(&owner).unwrap_or_default(),
            ttl: params.ttl,
            grace: params.grace,
            wait: Wait::ForEver,
            look_every: LOOK_EVERY,
            patient: true,
            seat: None,
            session: Some(session),
        };
        let ended = async {
            tokio::select! {
                () = stop(self.stopped.clone()) => queue::Error::Stopped(Cause::OutputClosed),
                error = supervise::failure_of(Some(guardian)) => queue::Error::Guardian(error),
            }
        };
        let tell = |progress: Progress<'_>| self.shared.progress(&self.request, progress);
        queue::acquire(client, &wanted, ended, &tell).await.map_err(|error| match error {
            queue::Error::Client { error, .. } => {
                let doing = format!("cannot take the lock {}", names.first());
                let needs = format!("readwrite --prefix {}/", params.name);
                Ended::Broken(client::Failed { doing, needs, error }.into())
            }
            queue::Error::Guardian(error) => Ended::Broken(error.into()),
            queue::Error::Unfit(unfit) => Ended::Broken(unfit.into()),
            // It was asked to stop, or the lease is gone, which whoever waits for that tells. (Who waits for ever for an
            // exclusive lock is not refused.)
            _ => Ended::NotBegun,
        })
    }

    async fn give_back(&mut self, hold: Hold) {
        let (shared, lease) = (self.shared, hold.lease());
        let tell = |end| {
            if let End::Unreleased(Unreleased { frees_at, message }) = end {
                let name = shared.params.name.text();
                (shared.emit)(ActiveActiveEvent::Unreleased { name, lease, frees_at, message }.into());
            }
        };
        let mut releasing = Box::pin(hold.release(&mut self.shutdown, tell));
        if tokio::time::timeout(TELL_AFTER, &mut releasing).await.is_ok() {
            return;
        }
        let began = BootTime::now();
        shared.tell_outage(Change::Away { message: "no server has confirmed that a lock was given back".into() });
        releasing.await;
        shared.tell_outage(Change::Back { away: BootTime::now().since(began) + TELL_AFTER });
    }

    async fn give_up(&mut self, hold: Hold, seen: Loss) -> Loss {
        let reason = Cell::new(seen);
        let tell = |end| {
            if let End::Lost(loss) = end {
                reason.set(loss);
            }
        };
        Box::pin(hold.give_up(String::new(), seen, &mut self.shutdown, tell)).await;
        reason.get()
    }

    fn refuse(&self, why: &dyn std::fmt::Display) -> Ended {
        self.refuse_with(126, why)
    }

    fn refuse_with(&self, code: u8, why: &dyn std::fmt::Display) -> Ended {
        let (name, number, request, message) = self.subject(why);
        (self.shared.emit)(ActiveActiveEvent::Refused { name, number, request, code, message }.into());
        Ended::Refused(code)
    }

    fn subject(&self, why: &dyn std::fmt::Display) -> (Text, u64, Text, Text) {
        let Request { number, bytes } = &self.request;
        (self.shared.params.name.text(), *number, Text::from(bytes.clone()), plain::system(why.to_string()).into())
    }

    /// Tells how it ended.
    fn tell(&self, ended: &Ended) {
        let (name, number, request, _) = self.subject(&"");
        let took_ms = millis(self.took);
        let event = match ended {
            Ended::Ran(status) => {
                let waited_ms = millis(BootTime::now().since(self.entered).saturating_sub(self.took));
                ActiveActiveEvent::Ended { name, number, request, code: status.as_shell(), waited_ms, took_ms }
            }
            Ended::Lost(reason) => {
                ActiveActiveEvent::Interrupted { name, number, request, took_ms, reason: Some(*reason) }
            }
            Ended::Interrupted => ActiveActiveEvent::Interrupted { name, number, request, took_ms, reason: None },
            Ended::NotBegun => ActiveActiveEvent::NotBegun { name, number, request },
            // That is told already, or will be.
            Ended::Refused(_) | Ended::Broken(_) => return,
        };
        (self.shared.emit)(event.into());
    }
}

/// Waits until those that wait are not to begin any more.
async fn stop(mut stopped: watch::Receiver<bool>) {
    if stopped.wait_for(|stopped| *stopped).await.is_err() {
        pending::<()>().await;
    }
}
