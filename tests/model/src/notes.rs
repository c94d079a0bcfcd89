//! What a search has come across, and what has gone wrong on the way to a state: bits.

use std::sync::atomic::{AtomicU32, Ordering};

/// What has been seen, and what has been told of it. The search runs in several threads.
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

/// What has been done that must not be. It is a part of a state.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Wrongs(u8);

impl Wrongs {
    /// Notes what was done.
    pub fn note(&mut self, what: u8, done: bool) {
        self.0 |= u8::from(done) << what;
    }

    /// Whether it was done.
    pub fn has(self, what: u8) -> bool {
        self.0 & 1 << what != 0
    }
}
