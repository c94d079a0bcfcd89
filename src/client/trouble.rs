//! Since when no request has been answered.

use std::time::Duration;

use tokio::sync::watch;

use super::{Client, Error};
use crate::clock::{BootTime, sleep_until};
use crate::value::Text;

/// Since when attempts have failed one after the other, and what the last one has run into; nothing after an answer.
#[derive(Default)]
pub(super) struct Trouble(watch::Sender<Option<(BootTime, Text)>>);

impl Trouble {
    pub(super) fn unanswered(&self, cause: &Text) {
        self.0.send_modify(|trouble| {
            let began = trouble.as_ref().map_or_else(BootTime::now, |(began, _)| *began);
            *trouble = Some((began, cause.clone()));
        });
    }

    pub(super) fn answered(&self) {
        self.0.send_if_modified(|trouble| trouble.take().is_some());
    }
}

impl Client {
    /// Waits until this client's requests have failed for so long, all of them, however often they were made again.
    pub async fn in_trouble_for(&self, span: Duration) -> Error {
        let mut trouble = self.0.trouble.0.subscribe();
        loop {
            let began = match trouble.wait_for(Option::is_some).await.map(|now| now.as_ref().map(|(began, _)| *began)) {
                Ok(Some(began)) => began,
                // The sender lives as long as this client.
                _ => std::future::pending().await,
            };
            tokio::select! {
                () = sleep_until(began + span) => {
                    if let Some((since, cause)) = &*trouble.borrow_and_update() && *since == began {
                        return Error::TimedOut { endpoints: self.endpoints(), after: span, cause: cause.clone() };
                    }
                }
                // A failure more is one of the same trouble: the time is looked at anew.
                _ = trouble.changed() => {}
            }
        }
    }
}
