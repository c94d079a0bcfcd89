//! Telling that etcd is away: once when that begins, and once when it is over.

use crate::client::Error;
use crate::clock::{BootTime, millis};
use crate::event::{Emit, EtcdEvent};

/// One outage after the other.
pub(super) struct Outage<'a> {
    emit: Emit<'a>,
    since: Option<BootTime>,
}

impl<'a> Outage<'a> {
    pub(super) fn new(emit: Emit<'a>) -> Self {
        Self { emit, since: None }
    }

    /// A request was not answered.
    pub(super) fn goes_on(&mut self, error: &Error) {
        self.since.get_or_insert_with(|| {
            let message = error.cause().map_or_else(|| error.to_string(), |cause| format!("{error}: {cause}"));
            (self.emit)(EtcdEvent::Unreachable { message: message.into() }.into());
            BootTime::now()
        });
    }

    /// A request was answered.
    pub(super) fn is_over(&mut self) {
        if let Some(since) = self.since.take() {
            (self.emit)(EtcdEvent::Reachable { away_ms: millis(BootTime::now().since(since)) }.into());
        }
    }
}
