//! Renewing a lease that somebody else may own.
//!
//! What must stay true: a renewal is told only when it counts (`client::renewal`) and the lease was still there after
//! it; an outage ends nothing, because only a server knows whether a lease is gone.

use std::convert::Infallible;
use std::time::Duration;

use super::grant::refused;
use super::{Error, query, seconds};
use crate::client::{self, Client, Proof};
use crate::clock::{BootTime, sleep_until};
use crate::deadline::{deadline, renew_at, renewal_limits};
use crate::event::{Emit, LeaseEvent, LeaseId, Text};
use crate::pattern::hold::{self, from_now};
use crate::pattern::outage::{self, Outage};
use crate::shutdown::Shutdown;

/// How many of a lease's keys are tried until one may be read.
const CANDIDATES: usize = 8;

/// Renews a lease now and, unless `once`, at every third of its TTL until something asks to stop. `readable` is a key
/// that may be read, there or not, for a lease without keys of its own: renewals are confirmed by it.
///
/// # Errors
/// [`Error::Gone`]; [`hold::Error::Stopped`]. After the first renewal, an outage is waited out: servers extend leases when
/// they start and when their leader changes, so a lease may outlive any time that is counted here.
pub async fn keep_alive(
    client: &Client,
    lease: LeaseId,
    readable: &[u8],
    once: bool,
    shutdown: &mut Shutdown,
    emit: Emit<'_>,
) -> Result<(), Error> {
    let renewing = async {
        let (mut renewal, deadline) = Renewal::begin(client, lease, readable, emit).await?;
        if once { Ok(()) } else { renewal.go_on(deadline).await.map(|never| match never {}) }
    };
    tokio::select! {
        renewed = renewing => renewed,
        cause = shutdown.next() => Err(hold::Error::Stopped(cause).into()),
    }
}

struct Renewal<'a> {
    client: &'a Client,
    lease: LeaseId,
    /// The key by which renewals are confirmed.
    readable: Vec<u8>,
    /// Whether no key is on the lease.
    bare: bool,
    emit: Emit<'a>,
}

/// A lease that was renewed just now.
#[derive(Clone, Copy)]
struct Renewed {
    sent: BootTime,
    /// As granted.
    ttl: Duration,
}

impl<'a> Renewal<'a> {
    async fn begin(
        client: &'a Client,
        lease: LeaseId,
        readable: &[u8],
        emit: Emit<'a>,
    ) -> Result<(Self, Renewed), Error> {
        let mut renewal = Self { client, lease, readable: readable.to_vec(), bare: false, emit };
        let renewed = match query::state_with_keys(client, lease).await {
            Ok(None) => return Err(Error::Gone(lease)),
            Ok(Some((state, count))) => {
                renewal.bare = count == Some(0);
                renewal.first(state.keys).await
            }
            Err(error) => Err(error),
        };
        match renewed {
            Ok(renewed) => {
                renewal.tell(renewed);
                Ok((renewal, renewed))
            }
            Err(error) => Err(renewal.failed(error).await),
        }
    }

    /// Renews by the first of the lease's own keys that may be read: whoever may use a lease may read these, more likely
    /// than any other.
    async fn first(&mut self, own: Vec<Vec<u8>>) -> Result<Renewed, client::Error> {
        let other = std::mem::take(&mut self.readable);
        for key in own.into_iter().take(CANDIDATES) {
            self.readable = key;
            match self.renew(self.client.command_timeout()).await {
                Err(client::Error::Denied) => {}
                renewed => return renewed,
            }
        }
        self.readable = other;
        self.renew(self.client.command_timeout()).await
    }

    async fn go_on(&mut self, mut last: Renewed) -> Result<Infallible, Error> {
        let mut outage = Outage::default();
        let emit = self.emit;
        let tell = |change: Option<outage::Change>| change.into_iter().for_each(|change| emit(change.into()));
        let mut next = renew_at(last.sent, last.ttl);
        loop {
            sleep_until(next).await;
            let ahead = deadline(last.sent, last.ttl);
            let (limit, pause) = renewal_limits(BootTime::now(), ahead, self.client.command_timeout());
            let client = self.client;
            let renewed = outage.told_meanwhile(client, self.renew(limit), |change| emit(change.into()));
            match renewed.await {
                Ok(renewed) => {
                    tell(outage.answered());
                    self.tell(renewed);
                    last = renewed;
                    next = renew_at(last.sent, last.ttl);
                }
                Err(error) if error.is_outage() => {
                    tell(outage.unanswered(&error));
                    next = BootTime::now() + pause;
                }
                Err(error) => return Err(self.failed(error).await),
            }
        }
    }

    async fn renew(&mut self, limit: Duration) -> Result<Renewed, client::Error> {
        let endpoints = self.client.endpoints();
        let renewed = tokio::time::timeout(limit, self.request(limit)).await;
        let cause = "the renewal was not confirmed".into();
        renewed.unwrap_or(Err(client::Error::TimedOut { endpoints, after: limit, cause }))
    }

    async fn request(&mut self, limit: Duration) -> Result<Renewed, client::Error> {
        let sent = self.client.renew(self.lease.0, &Proof::by_reading(self.readable.clone()), limit).await?.sent;
        // Old servers may acknowledge the renewal of a lease that was revoked: this has the last word.
        let state = query::state(self.client, self.lease, false).await?.ok_or(client::Error::LeaseGone)?;
        Ok(Renewed { sent, ttl: Duration::from_secs(u64::try_from(state.granted_ttl).unwrap_or(0)) })
    }

    fn tell(&self, renewed: Renewed) {
        let granted_ttl = seconds(renewed.ttl);
        let left = deadline(renewed.sent, renewed.ttl).since(BootTime::now());
        (self.emit)(
            LeaseEvent::Renewed { lease: self.lease, ttl: granted_ttl, granted_ttl, deadline: from_now(left) }.into(),
        );
    }

    async fn failed(&self, error: client::Error) -> Error {
        let also = self.bare.then(|| format!("read {}", Text::from(self.readable.clone())));
        let doing = format!("cannot renew lease {}", self.lease);
        refused(self.client, doing, self.lease, ("readwrite", also), error).await
    }
}
