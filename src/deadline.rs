//! When a holder must have stopped: the arithmetic of safety rules 1 and 2 (docs/safety.md), with no clock and no I/O.
//!
//! ```text
//! sent                          term_at        kill_at    deadline = sent + granted TTL
//!  |------- renewing, ≥ TTL/2 -----|--- grace ---|- margin -|   the server may give the lease to somebody else
//! ```
//!
//! What must stay true: `deadline` counts from before the request was sent; nothing but an acknowledged renewal moves
//! it; SIGKILL goes out one margin before it.

use std::time::Duration;

use crate::clock::BootTime;

/// The least margin, for servers and clients whose clocks run at slightly different rates.
const LEAST_MARGIN: Duration = Duration::from_millis(500);
/// The longest default grace.
const DEFAULT_GRACE: Duration = Duration::from_secs(5);

/// How much of a lease's TTL is for renewing, for a child's orderly end, and for clocks that differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Plan {
    ttl: Duration,
    grace: Duration,
    margin: Duration,
}

/// The two moments of a child's forced end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Schedule {
    /// The tree gets SIGTERM.
    pub term_at: BootTime,
    /// The tree gets SIGKILL.
    pub kill_at: BootTime,
}

/// Grace and margin leave less than half of the TTL for renewing.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error(
    "a grace of {} does not fit into a TTL of {}: at most {} does",
    humantime::format_duration(*.grace), humantime::format_duration(*.ttl), humantime::format_duration(*.most)
)]
pub struct Unfit {
    /// The grace asked for.
    pub grace: Duration,
    /// The TTL asked for, or granted.
    pub ttl: Duration,
    /// The longest grace that fits into it.
    pub most: Duration,
}

impl Plan {
    /// Divides a TTL. Without a `grace`, it is the lesser of 5 s and a quarter of the TTL.
    ///
    /// # Errors
    /// [`Unfit`] when less than half of the TTL would be left for renewing.
    pub fn new(ttl: Duration, grace: Option<Duration>) -> Result<Self, Unfit> {
        let margin = LEAST_MARGIN.max(ttl / 10);
        let grace = grace.unwrap_or_else(|| DEFAULT_GRACE.min(ttl / 4));
        let most = (ttl / 2).saturating_sub(margin);
        if grace > most || margin > ttl / 2 {
            return Err(Unfit { grace, ttl, most });
        }
        Ok(Self { ttl, grace, margin })
    }

    /// From SIGTERM to SIGKILL.
    pub fn grace(&self) -> Duration {
        self.grace
    }

    /// From SIGKILL to the deadline.
    pub fn margin(&self) -> Duration {
        self.margin
    }

    /// How long a kill may take, whoever kills: half of the margin, so that the other half is left for clocks and dying.
    pub fn kill_within(&self) -> Duration {
        self.margin / 2
    }

    /// The forced end that belongs to `deadline`.
    pub fn schedule(&self, deadline: BootTime) -> Schedule {
        let kill_at = deadline.before(self.margin);
        Schedule { term_at: kill_at.before(self.grace), kill_at }
    }

    /// Whether a child may be started now: its SIGTERM must lie ahead.
    pub fn may_start(&self, now: BootTime, deadline: BootTime) -> bool {
        now < self.schedule(deadline).term_at
    }
}

/// The instant up to which a lease is certainly held, given when the acknowledged request was sent (safety rule 1).
pub fn deadline(sent: BootTime, granted: Duration) -> BootTime {
    sent + granted
}

/// When the next renewal is due after one that was sent at `sent`: a third of the TTL later.
pub fn renew_at(sent: BootTime, granted: Duration) -> BootTime {
    sent + granted / 3
}

/// How long one renewal may take, and how long to wait after a miss: a few of each must fit before the deadline, the
/// request never longer than `longest` and never too short to be answered at all. After the deadline there is no hurry.
pub fn renewal_limits(now: BootTime, deadline: BootTime, longest: Duration) -> (Duration, Duration) {
    let left = deadline.since(now);
    if left.is_zero() {
        return (longest, Duration::from_secs(1));
    }
    let request = (left / 4).clamp(Duration::from_millis(200), longest.max(Duration::from_millis(200)));
    let pause = (left / 20).clamp(Duration::from_millis(50), Duration::from_secs(1));
    (request, pause)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const SECOND: u64 = 1_000_000_000;

    /// One renewal: sent this long after the one before, answered after this long (or never), both in nanoseconds.
    type Renewal = (u64, Option<u64>);

    fn renewals() -> impl Strategy<Value = Vec<Renewal>> {
        let one = (0..20 * SECOND, prop::option::weighted(0.7, 0..5 * SECOND));
        prop::collection::vec(one, 0..20)
    }

    proptest! {
        /// A server that received each acknowledged request somewhere between its sending and its answer, on a clock
        /// that runs up to a margin per TTL fast, has not expired the lease when the child is killed.
        #[test]
        fn killed_before_the_server_can_expire_the_lease(
            ttl in 2u64..3600, sent in 0..1_000 * SECOND, trip in 0..5 * SECOND, received in 0.0f64..=1.0,
            renewals in renewals(), fast in 0.0f64..=1.0,
        ) {
            let ttl = Duration::from_secs(ttl);
            let plan = Plan::new(ttl, None).expect("the default grace fits");
            #[expect(clippy::cast_sign_loss, clippy::cast_possible_truncation, clippy::cast_precision_loss)]
            let part = |span: u64| (span as f64 * received) as u64;
            let mut own = deadline(BootTime::from_nanos(sent), ttl);
            let mut server = BootTime::from_nanos(sent + part(trip)) + ttl;
            let mut at = sent + trip;
            for (gap, answer) in renewals {
                at += gap;
                let Some(trip) = answer else { continue };
                if BootTime::from_nanos(at + trip) >= plan.schedule(own).kill_at { break }
                own = deadline(BootTime::from_nanos(at), ttl);
                server = BootTime::from_nanos(at + part(trip)) + ttl;
                at += trip;
            }
            // A server whose clock runs fast by up to margin in a TTL expires the lease that much earlier.
            let expires = server.before(plan.margin().mul_f64(fast));
            prop_assert!(plan.schedule(own).kill_at <= expires);
        }

        #[test]
        fn an_accepted_plan_is_ordered_and_leaves_half_for_renewing(
            ttl in 0u64..100_000, grace in prop::option::of(0u64..100_000), sent in 0..1_000 * SECOND,
        ) {
            let (ttl, grace) = (Duration::from_millis(ttl), grace.map(Duration::from_millis));
            let sent = BootTime::from_nanos(sent);
            match Plan::new(ttl, grace) {
                Ok(plan) => {
                    let end = deadline(sent, ttl);
                    let Schedule { term_at, kill_at } = plan.schedule(end);
                    prop_assert!(term_at <= kill_at && kill_at < end);
                    prop_assert!(term_at.since(sent) >= ttl / 2);
                    prop_assert_eq!(kill_at.since(term_at), plan.grace());
                    prop_assert!(end.since(kill_at) >= LEAST_MARGIN.max(ttl / 10));
                    prop_assert!(renew_at(sent, ttl) < term_at);
                    prop_assert!(plan.may_start(sent, end) && !plan.may_start(term_at, end));
                }
                Err(unfit) => {
                    let margin = LEAST_MARGIN.max(ttl / 10);
                    prop_assert!(unfit.grace + margin > ttl / 2);
                    prop_assert!(margin > ttl / 2 || Plan::new(ttl, Some(unfit.most)).is_ok());
                }
            }
        }

        #[test]
        fn several_renewals_fit_before_the_deadline(left in 1u64..100, longest in 1u64..60) {
            let now = BootTime::from_nanos(SECOND);
            let left = Duration::from_secs(left);
            let (request, pause) = renewal_limits(now, now + left, Duration::from_secs(longest));
            prop_assert!(2 * (request + pause) <= left);
        }
    }

    #[test]
    fn two_seconds_is_the_least_ttl_that_has_a_default_plan() {
        assert!(Plan::new(Duration::from_secs(1), None).is_err());
        let plan = Plan::new(Duration::from_secs(2), None).expect("2 s fit");
        assert_eq!((plan.grace(), plan.margin()), (Duration::from_millis(500), Duration::from_millis(500)));
    }
}
