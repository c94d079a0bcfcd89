//! Whether a node is fit to lead: a check by command, beside whatever else it runs.
//!
//! What must stay true: a node with a check is not fit before the first turn to healthy; a failure does not count in the
//! start period of a primary, nor where what the node is to run has changed while it was checked.

use std::convert::Infallible;
use std::future::pending;
use std::time::Duration;

use tokio::time::{Instant, sleep_until};

use super::facts::Facts;
use crate::check::{Health, Thresholds, Turn};
use crate::clock::BootTime;
use crate::event::{ActivePassiveEvent, Emit, Text};
use crate::record::Role;
use crate::supervise::{Guardian, Task};

/// From one check to the next, before the first success.
const STARTING: Duration = Duration::from_millis(500);

/// How a node is checked.
#[derive(Clone, Debug)]
pub struct Checking {
    /// The command: exit code 0 is healthy.
    pub task: Task,
    /// From one beginning to the next.
    pub interval: Duration,
    /// The longest that one may take.
    pub timeout: Duration,
    /// How many results in a row count.
    pub thresholds: Thresholds,
    /// How long after the start of a primary its failures do not count.
    pub start_period: Duration,
}

impl Checking {
    /// Whether a failure counts of what was to run this since then.
    fn counts(&self, (role, since): (Role, BootTime), now: BootTime) -> bool {
        role == Role::Secondary || now.since(since) >= self.start_period
    }
}

/// Checks the node for ever, where it is to be checked.
pub(super) async fn check_for_ever<T>(
    checking: Option<&Checking>,
    guardian: Option<Guardian>,
    facts: &Facts,
    emit: Emit<'_>,
) -> T {
    let (Some(checking), Some(mut guardian)) = (checking, guardian) else { return pending().await };
    match check(checking, &mut guardian, facts, emit).await {}
}

async fn check(checking: &Checking, guardian: &mut Guardian, facts: &Facts, emit: Emit<'_>) -> Infallible {
    let mut health: Health<Text> = Health::new(checking.thresholds);
    let mut failures = 0;
    loop {
        let is_new = health.turned().is_none();
        let next = Instant::now() + if is_new { checking.interval.min(STARTING) } else { checking.interval };
        let before = facts.role_since();
        let set = vec![("ETCDPAT_ROLE".into(), before.0.name().into())];
        let result = guardian.check(checking.task.clone(), set, checking.timeout).await;
        let result = result.map_err(|failed| Text::from(failed.to_string()));
        let tell = |healthy, message| {
            let (name, id) = (facts.name.clone(), facts.id.clone());
            emit(ActivePassiveEvent::Health { name, id, role: before.0, healthy, message }.into());
        };
        let now = facts.role_since();
        if result.is_ok() || (before == now && checking.counts(now, BootTime::now())) {
            failures += u32::from(result.is_err());
            if let (Err(message), true) = (&result, is_new && failures == checking.thresholds.fall.get()) {
                tell(false, Some(message.clone()));
            }
            match health.take(result) {
                None => {}
                Some(Turn::Healthy) => {
                    tell(true, None);
                    facts.turned(true);
                }
                Some(Turn::Unhealthy) => {
                    tell(false, health.reason().cloned());
                    facts.turned(false);
                }
            }
        }
        sleep_until(next).await;
    }
}
