//! Shards that an instance must not have for a while, because their command keeps failing there.
//!
//! What must stay true: a bar ends by the clock of the instance that has set it.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::time::Duration;

use tokio::sync::watch;

use crate::clock::{BootTime, sleep_until};

/// How long a shard is barred the first time, and at the most.
const FIRST: Duration = Duration::from_secs(10);
const LONGEST: Duration = Duration::from_secs(600);

/// The bars of one instance.
#[derive(Debug, Default)]
pub(super) struct Bars {
    bars: RefCell<BTreeMap<u32, Bar>>,
    /// Notified of every change.
    changed: watch::Sender<()>,
}

#[derive(Clone, Copy, Debug)]
struct Bar {
    /// Nothing when it is over, and only its length is remembered.
    until: Option<BootTime>,
    length: Duration,
}

impl Bars {
    /// Bars a shard: for twice as long as the last time, where it has not run well since. For how long.
    pub(super) fn add(&self, shard: u32) -> Duration {
        let mut bars = self.bars.borrow_mut();
        let length = bars.get(&shard).map_or(FIRST, |bar| (bar.length * 2).min(LONGEST));
        bars.insert(shard, Bar { until: Some(BootTime::now() + length), length });
        self.changed.send_replace(());
        length
    }

    /// Its command runs well.
    pub(super) fn forget(&self, shard: u32) {
        self.bars.borrow_mut().remove(&shard);
    }

    /// Whether a shard is barred.
    pub(super) fn has(&self, shard: u32) -> bool {
        self.bars.borrow().get(&shard).is_some_and(|bar| bar.until.is_some())
    }

    /// All barred shards.
    pub(super) fn all(&self) -> Vec<u32> {
        let bars = self.bars.borrow();
        bars.iter().filter(|(_, bar)| bar.until.is_some()).map(|(shard, _)| *shard).collect()
    }

    /// What is notified of changes.
    pub(super) fn changes(&self) -> watch::Receiver<()> {
        self.changed.subscribe()
    }

    /// Waits until a bar is over, and lifts it.
    pub(super) async fn lifted(&self) -> u32 {
        let mut changes = self.changes();
        loop {
            let next = self.bars.borrow().iter().filter_map(|(shard, bar)| Some((bar.until?, *shard))).min();
            let Some((until, shard)) = next else {
                let _ = changes.changed().await;
                continue;
            };
            tokio::select! {
                () = sleep_until(until) => {
                    if let Some(bar) = self.bars.borrow_mut().get_mut(&shard) {
                        bar.until = None;
                    }
                    self.changed.send_replace(());
                    return shard;
                }
                _ = changes.changed() => {}
            }
        }
    }
}
