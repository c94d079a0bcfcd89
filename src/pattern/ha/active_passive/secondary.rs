//! What runs while a node does not lead.
//!
//! What must stay true: it is under no deadline, so that an outage does not stop it; when this returns, nothing of it is left.

use std::future::pending;

use tokio::sync::watch;
use tokio::time::sleep;

use super::facts::Facts;
use crate::clock::{BootTime, millis};
use crate::event::{ActivePassiveEvent, Emit};
use crate::pattern::ha::backoff::Backoff;
use crate::shutdown::Shutdown;
use crate::supervise::{Error, Guardian, Status, Task, failure_of};

/// Whether it is to end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Stop {
    /// It is to run.
    No,
    /// What asks etcdpat to stop is passed on to it; it is started no more.
    Asked,
    /// It is to end: SIGTERM, and SIGKILL after its grace.
    InOrder,
}

/// The secondary of a node.
pub(super) struct Secondary<'a> {
    pub(super) task: Option<&'a Task>,
    pub(super) facts: &'a Facts,
    pub(super) stop: watch::Receiver<Stop>,
    pub(super) emit: Emit<'a>,
}

impl Secondary<'_> {
    /// Runs it, again and again, until it is to stop. How it ended where a key on the terminal ended it: that is for etcdpat,
    /// too.
    ///
    /// # Errors
    /// It can't be run, nor can anything else.
    pub(super) async fn run(&self, guardian: &mut Guardian, shutdown: &mut Shutdown) -> Result<Option<Status>, Error> {
        tokio::select! {
            biased;
            () = self.until(|stop| stop != Stop::No) => return Ok(None),
            error = failure_of(Some(guardian)) => return Err(error),
            () = self.begin() => {}
        }
        let Some(task) = self.task else { return Ok(None) };
        let mut backoff = Backoff::default();
        loop {
            guardian.prepare(task.clone())?;
            // What was not for anybody is not for the next one.
            shutdown.take_note().await;
            let begun = BootTime::now();
            let end = self.until(|stop| stop == Stop::InOrder);
            let ran = guardian.run(Vec::new(), None, pending(), end, shutdown, self.emit).await;
            self.facts.stopped();
            let status = ran?.status;
            if *self.stop.borrow() != Stop::No {
                return Ok(None);
            } else if matches!(status, Status::Interrupted { .. }) {
                return Ok(Some(status));
            }
            let wait = backoff.after(BootTime::now().since(begun));
            let (name, id) = (self.facts.name.clone(), self.facts.id.clone());
            let (code, wait_ms) = (status.as_shell(), millis(wait));
            (self.emit)(ActivePassiveEvent::SecondaryEnded { name, id, code, wait_ms }.into());
            tokio::select! {
                () = self.until(|stop| stop != Stop::No) => return Ok(None),
                error = failure_of(Some(guardian)) => return Err(error),
                () = sleep(wait) => {}
            }
        }
    }

    /// Waits until it is to be started.
    async fn begin(&self) {
        match self.task {
            Some(_) => self.facts.stands_by().await,
            None => pending().await,
        }
    }

    async fn until(&self, is_so: impl Fn(Stop) -> bool) {
        if self.stop.clone().wait_for(|stop| is_so(*stop)).await.is_err() {
            // Nobody says any more.
            pending::<()>().await;
        }
    }
}
