//! What all requests of a process have in common.

use std::cell::{Cell, RefCell};
use std::sync::Arc;

use tokio::sync::Mutex;

use super::worker::{Output, Worker};
use super::{Error, Params, Request, Tally};
use crate::client::Client;
use crate::deadline::Plan;
use crate::event::{ActiveActiveEvent, Emit, Text};
use crate::pattern::outage::Change;
use crate::pattern::queue::Progress;
use crate::session::Session;
use crate::supervise::ForkServer;

/// What all requests of a process have in common.
pub(super) struct Shared<'a, O> {
    pub(super) client: &'a Client,
    pub(super) params: &'a Params,
    pub(super) server: &'a ForkServer,
    pub(super) session: Arc<Session>,
    pub(super) plan: Plan,
    pub(super) output: &'a O,
    pub(super) emit: Emit<'a>,
    pub(super) idle: RefCell<Vec<Worker>>,
    /// Whoever has it passes output on.
    pub(super) printing: Mutex<()>,
    /// That etcd is away was told.
    pub(super) is_away: Cell<bool>,
}

impl<'a, O: Output> Shared<'a, O> {
    pub(super) fn new(
        client: &'a Client,
        params: &'a Params,
        server: &'a ForkServer,
        (session, plan): (Arc<Session>, Plan),
        output: &'a O,
        emit: Emit<'a>,
    ) -> Self {
        let (idle, printing, is_away) = (RefCell::default(), Mutex::default(), Cell::new(false));
        Self { client, params, server, session, plan, output, emit, idle, printing, is_away }
    }

    pub(super) fn show_progress(&self, tally: &Tally, under_way: usize) {
        if self.output.is_live() {
            let &Tally { done, failed, .. } = tally;
            let name = self.params.name.text();
            (self.emit)(ActiveActiveEvent::Progress { name, under_way, done, failed }.into());
        }
    }

    pub(super) async fn worker(&self) -> Result<Worker, Error> {
        if let Some(worker) = self.idle.borrow_mut().pop() {
            return Ok(worker);
        }
        Worker::start(self.server, self.params.grouped).await
    }

    /// Once for all requests.
    pub(super) fn tell_outage(&self, change: Change) {
        let is_away = matches!(change, Change::Away { .. });
        if self.is_away.replace(is_away) != is_away {
            (self.emit)(change.into());
        }
    }

    /// What happens on the way to a lock.
    pub(super) fn progress(&self, request: &Request, progress: Progress<'_>) {
        let (name, number) = (self.params.name.text(), request.number);
        let request = || Text::from(request.bytes.clone());
        match progress {
            Progress::Waiting { ahead, .. } => {
                let (position, holder_key) = (ahead.position, Text::from(ahead.holder.key.clone()));
                (self.emit)(
                    ActiveActiveEvent::Waiting { name, number, request: request(), position, holder_key }.into(),
                );
            }
            Progress::Requeued { reason, .. } => {
                (self.emit)(ActiveActiveEvent::Requeued { name, number, request: request(), reason }.into());
            }
            Progress::Etcd(change) => self.tell_outage(change),
            // (Where the lease is shared, no place is left behind.)
            Progress::Unreleased { .. } => {}
        }
    }
}
