//! Whether a watch's stream stands, as data: no I/O.
//!
//! What must stay true: a stream that comes after one which broke at once counts as standing only when it has brought
//! something, or has stood for a while. So one that is confirmed and ended again and again is an outage.

use crate::clock::BootTime;
use crate::pattern::outage::TELL_AFTER;

#[derive(Debug)]
pub(super) struct Standing {
    opened_at: BootTime,
    /// The last stream has broken at once.
    doubtful: bool,
    /// When the present one counts, where it does not yet.
    counts_at: Option<BootTime>,
}

impl Standing {
    pub(super) fn new() -> Self {
        Self { opened_at: BootTime::now(), doubtful: false, counts_at: None }
    }

    /// A stream was opened. Whether it counts at once.
    pub(super) fn opened(&mut self, now: BootTime) -> bool {
        self.opened_at = now;
        self.counts_at = self.doubtful.then(|| now + TELL_AFTER);
        !self.doubtful
    }

    /// When it counts, where it does not yet.
    pub(super) fn counts_at(&self) -> Option<BootTime> {
        self.counts_at
    }

    /// It counts from now on. Whether it did not before.
    pub(super) fn count(&mut self) -> bool {
        self.doubtful = false;
        self.counts_at.take().is_some()
    }

    /// It has ended, or none could be opened; `fruitful`: after it has brought something.
    pub(super) fn ended(&mut self, was_open: bool, fruitful: bool, now: BootTime) {
        let broke_at_once = was_open && !fruitful && now.since(self.opened_at) < TELL_AFTER;
        self.doubtful = broke_at_once || !was_open && self.doubtful;
        self.counts_at = None;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn after_one_that_broke_at_once_the_next_one_has_to_stand() {
        let at = |ms: u64| BootTime::from_nanos(ms * 1_000_000);
        let mut standing = Standing::new();
        assert!(standing.opened(at(0)));
        standing.ended(true, true, at(10));
        assert!(standing.opened(at(20)));
        standing.ended(true, false, at(30));
        // A failed attempt in between proves nothing.
        standing.ended(false, false, at(40));
        assert!(!standing.opened(at(50)) && standing.counts_at() == Some(at(1050)));
        assert!(standing.count() && !standing.count());
        standing.ended(true, false, at(5000));
        assert!(standing.opened(at(5010)));
    }
}
