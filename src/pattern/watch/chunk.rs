//! One watcher of a window: which part of history it is to deliver, and what it has delivered and nobody has taken yet.
//!
//! What must stay true: what it holds is whole and in order from the last revision taken up to `received`; a revision
//! that arrived in part is not taken.

use std::collections::VecDeque;

use super::answer::size;
use crate::event::Change;

#[derive(Debug)]
pub(super) struct Chunk {
    /// Which request for a watcher was its own.
    pub(super) serial: u64,
    /// The watcher, as soon as the server has confirmed it.
    pub(super) id: Option<i64>,
    /// The first revision that is wanted from it.
    pub(super) from: i64,
    /// The first that is not: the next chunk's. Nothing for the last, which goes on for ever.
    end: Option<i64>,
    /// Everything that happened up to this revision has been delivered.
    pub(super) received: i64,
    /// About what is held takes in memory.
    pub(super) bytes: usize,
    held: VecDeque<Change>,
    batch: Batch,
}

/// What the server has sent at one go, as far as it has arrived.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Batch {
    /// Revisions of history that it spans.
    pub(super) span: i64,
    /// Those of them in which something happened.
    pub(super) revisions: usize,
    pub(super) bytes: usize,
    last: i64,
}

impl Chunk {
    pub(super) fn new(serial: u64, from: i64) -> Self {
        Self {
            serial,
            id: None,
            from,
            end: None,
            received: from - 1,
            bytes: 0,
            held: VecDeque::new(),
            batch: Batch::default(),
        }
    }

    /// The first revision that is not wanted from it, if there is one.
    pub(super) fn end(&self) -> Option<i64> {
        self.end
    }

    /// Whether all that is wanted from it has arrived: its watcher is of no more use.
    pub(super) fn is_complete(&self) -> bool {
        self.end.is_some_and(|end| self.received >= end - 1)
    }

    /// Whether part of a revision has arrived.
    pub(super) fn is_within_revision(&self) -> bool {
        self.held.back().is_some_and(|change| change.mod_revision > self.received)
    }

    /// Takes in what its watcher has delivered. The batch, when this was its end.
    pub(super) fn take_in(&mut self, changes: Vec<Change>, fragment: bool) -> Option<Batch> {
        let before = self.received;
        let last = changes.last().map(|change| change.mod_revision);
        for change in changes {
            // Servers before 3.4.25 and 3.5.8 may send something twice.
            if change.mod_revision <= before {
                continue;
            }
            let size = size(&change);
            self.batch.revisions += usize::from(self.batch.last != change.mod_revision);
            self.batch.last = change.mod_revision;
            self.batch.bytes += size;
            self.bytes += size;
            self.held.push_back(change);
        }
        // The last revision of a fragment may go on in the next one.
        let whole = last.map_or(before, |last| if fragment { last - 1 } else { last });
        self.received = self.received.max(whole);
        self.batch.span += self.received - before;
        (!fragment).then(|| std::mem::take(&mut self.batch))
    }

    /// The server has said that nothing more will come up to this revision.
    pub(super) fn nothing_up_to(&mut self, revision: i64) {
        self.received = self.received.max(revision);
    }

    /// Bounds it, or leaves it without a bound. What it holds beyond may still be wanted: see [`Chunk::trim`].
    pub(super) fn set_end(&mut self, end: Option<i64>) {
        self.end = end;
    }

    /// Drops what lies beyond the end.
    pub(super) fn trim(&mut self) {
        let Some(end) = self.end else { return };
        let wanted = self.held.partition_point(|change| change.mod_revision < end);
        self.bytes -= self.held.drain(wanted..).map(|change| size(&change)).sum::<usize>();
    }

    /// The next revision, whole.
    pub(super) fn take(&mut self) -> Option<Vec<Change>> {
        let revision = self.held.front()?.mod_revision;
        if revision > self.received {
            return None;
        }
        let count = self.held.iter().take_while(|change| change.mod_revision == revision).count();
        let changes: Vec<_> = self.held.drain(..count).collect();
        self.bytes -= changes.iter().map(size).sum::<usize>();
        Some(changes)
    }
}
