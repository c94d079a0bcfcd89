//! What a search has come across, as bits. The search runs in several threads.

use std::sync::atomic::{AtomicU32, Ordering};

/// What has been seen, and what has been told of it.
#[derive(Debug, Default)]
pub struct Notes {
    seen: AtomicU32,
    told: AtomicU32,
}

impl Notes {
    /// Whether the search has come across it: said once, since the checker would write down every time.
    pub fn tells(&self, what: u32) -> bool {
        self.has_seen(what) && self.told.fetch_or(1 << what, Ordering::Relaxed) & 1 << what == 0
    }

    fn has_seen(&self, what: u32) -> bool {
        self.seen.load(Ordering::Relaxed) & 1 << what != 0
    }

    /// Notes what happened.
    pub fn see(&self, what: u32, happened: bool) {
        if happened && !self.has_seen(what) {
            self.seen.fetch_or(1 << what, Ordering::Relaxed);
        }
    }
}
