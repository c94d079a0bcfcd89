//! Waiting for a lease of somebody else to end, as long as nobody renews it.
//!
//! What must stay true: a lease of which more is left than there can be was renewed, so its owner lives, and is not waited for.

use std::time::Duration;

use crate::client::{self, Client};
use crate::clock::BootTime;
use crate::event::LeaseId;
use crate::pattern::outage::{self, Outage};

/// Between two looks.
const LOOK: Duration = Duration::from_millis(500);

/// What became of the lease.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lapse {
    /// It has ended.
    Ended,
    /// Its owner has renewed it.
    Renewed,
    /// The time is up.
    TimedOut,
}

/// Waits until the lease has ended, was renewed, or `limit` has come. How many seconds are left of it is told once, where
/// there is something to wait for; an outage is waited out, and told.
///
/// # Errors
/// A request failed.
pub(super) async fn lapse(
    client: &Client,
    lease: LeaseId,
    limit: Option<BootTime>,
    tell: impl FnOnce(i64),
    tell_outage: impl Fn(outage::Change),
) -> Result<Lapse, client::Error> {
    let (mut first, mut tell): (Option<(BootTime, i64)>, _) = (None, Some(tell));
    let mut outage = Outage::default();
    loop {
        let ask = async || client.time_to_live(lease.0, false).await;
        let left = outage.retry(client, ask, &tell_outage).await?.ttl();
        let now = BootTime::now();
        match first {
            _ if left <= 0 => return Ok(Lapse::Ended),
            Some((at, least)) if is_renewed(now.since(at), least, left) => return Ok(Lapse::Renewed),
            _ if limit.is_some_and(|limit| now >= limit) => return Ok(Lapse::TimedOut),
            Some(_) => {}
            None => tell.take().into_iter().for_each(|tell| tell(left)),
        }
        first.get_or_insert((now, left));
        tokio::time::sleep(LOOK).await;
    }
}

/// Whether a lease of which `first` seconds were left, and `left` seconds after `since`, was renewed in between. (The server
/// tells whole seconds, cut off.)
fn is_renewed(since: Duration, first: i64, left: i64) -> bool {
    const SLACK: Duration = Duration::from_millis(500);
    let seconds = |whole: i64| Duration::from_secs(u64::try_from(whole).unwrap_or(0));
    since + seconds(left) > seconds(first) + Duration::from_secs(1) + SLACK
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_lease_is_renewed_when_more_is_left_of_it_than_there_can_be() {
        let ms = Duration::from_millis;
        for (since, first, left) in [(0, 2, 2), (500, 2, 2), (999, 2, 2), (1500, 2, 1), (1500, 2, 2), (29_000, 29, 1)] {
            assert!(!is_renewed(ms(since), first, left), "{since} {first} {left}");
        }
        for (since, first, left) in [(1600, 2, 2), (600, 2, 3), (0, 2, 9), (10_000, 29, 29)] {
            assert!(is_renewed(ms(since), first, left), "{since} {first} {left}");
        }
    }
}
