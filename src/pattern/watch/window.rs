//! A sliding window of watchers over history, which the last of them leaves for the present.
//!
//! etcd sends history in batches of 1,000 revisions in which something happened, and for each batch looks through all
//! that is left (mvcc/watchable_store.go, `syncWatchers`): with one watcher, a replay's cost grows with the square of its
//! length. One look serves all watchers, though. So history is cut into chunks of a little less than what a batch spans,
//! each with a watcher of its own. Where nothing says that this pays, there is one chunk, which is a plain watch.
//!
//! What must stay true: a chunk is complete only when its own watcher has delivered something at the next chunk's start
//! or past it (or the last thing before it), or the server's own periodic notice says that nothing is left. One that can
//! show neither has nothing behind it but what is yet to happen; it waits, and the chunks after it wait with it. Chunks
//! are taken in order, each only when those before it are complete. The last chunk has no end: it is the live watch.
//!
//! No I/O here: answers come in, requests and changes go out.

use std::collections::VecDeque;

use super::answer::Answer;
use super::chunk::{Batch, Chunk};
use crate::event::{Change, Text};

/// What bounds a window.
#[derive(Clone, Copy, Debug)]
pub(super) struct Limits {
    /// How many revisions a server sends at one go (`watchBatchMaxRevs`).
    pub(super) batch: usize,
    /// How many chunks there are at the most.
    pub(super) chunks: usize,
    /// How much of what has arrived may wait for its turn, in bytes.
    pub(super) bytes: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self { batch: 1000, chunks: 64, bytes: 16 << 20 }
    }
}

/// So many batches must be left for a plain watch to become a window: below that, it is as fast.
const BEGIN: i64 = 3;

/// What is to be asked of the server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Request {
    /// A watcher, from this revision on.
    Create(i64),
    /// This watcher is of no more use.
    Cancel(i64),
}

/// What comes out of a window.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Taken {
    /// All that happened at the next revision.
    Revision(Vec<Change>),
    /// Nothing more happened up to this revision.
    Nothing(i64),
}

/// Why a window has come to its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum WatcherEnd {
    /// History is gone up to this revision.
    Compacted(i64),
    /// The server ended it: its reason.
    Canceled(Text),
}

#[derive(Debug)]
pub(super) struct Window {
    limits: Limits,
    /// In the order of history, at least one. Each ends where the next begins.
    chunks: VecDeque<Chunk>,
    /// The chunks whose watchers have not been confirmed yet, in the order of the requests.
    asked: VecDeque<u64>,
    serials: u64,
    requests: VecDeque<Request>,
    /// How far the member has come, as it said last.
    head: i64,
    /// The last full batch.
    batch: Option<Batch>,
    /// A notice that has not been taken.
    nothing: Option<i64>,
}

impl Window {
    /// A plain watch from this revision on, whose request the caller has sent.
    pub(super) fn new(from: i64, limits: Limits) -> Self {
        Self {
            limits,
            chunks: VecDeque::from([Chunk::new(0, from)]),
            asked: VecDeque::from([0]),
            serials: 0,
            requests: VecDeque::new(),
            head: 0,
            batch: None,
            nothing: None,
        }
    }

    /// Whether it is a plain watch now.
    pub(super) fn is_plain(&self) -> bool {
        self.chunks.len() == 1
    }

    /// What is to be asked next.
    pub(super) fn next_request(&mut self) -> Option<Request> {
        self.extend();
        self.requests.front().copied()
    }

    /// That has been sent.
    pub(super) fn sent(&mut self) {
        self.requests.pop_front();
    }

    /// What is next in history, as far as it has arrived.
    pub(super) fn take(&mut self) -> Option<Taken> {
        while let Some(chunk) = self.chunks.front_mut() {
            if let Some(changes) = chunk.take() {
                return Some(Taken::Revision(changes));
            }
            if !chunk.is_complete() || self.chunks.len() == 1 {
                break;
            }
            self.chunks.pop_front();
        }
        self.nothing.take_if(|_| self.chunks.len() == 1).map(Taken::Nothing)
    }

    /// Takes in an answer.
    pub(super) fn receive(&mut self, answer: Answer) -> Result<(), WatcherEnd> {
        self.head = self.head.max(answer.revision);
        if answer.created && answer.canceled.is_none() {
            self.confirm(answer.id);
            return Ok(());
        }
        let mut chunks = self.chunks.iter();
        let Some(index) = chunks.position(|chunk| chunk.id == Some(answer.id) && !chunk.is_complete()) else {
            // Of a watcher that has been given up; or it says why there is none.
            return if answer.created { Err(ended(answer)) } else { Ok(()) };
        };
        if answer.canceled.is_some() || answer.compact_revision > 0 {
            return Err(ended(answer));
        }
        if answer.changes.is_empty() && !answer.fragment {
            self.chunks[index].nothing_up_to(answer.revision);
            // Of the rest of a window it says nothing.
            self.nothing = self.is_plain().then_some(answer.revision);
        } else if let Some(batch) = self.chunks[index].take_in(answer.changes, answer.fragment)
            && batch.revisions >= self.limits.batch
        {
            self.batch = Some(batch);
        }
        self.settle(index);
        self.shed();
        Ok(())
    }

    fn confirm(&mut self, id: i64) {
        let serial = self.asked.pop_front();
        match self.chunks.iter_mut().find(|chunk| Some(chunk.serial) == serial) {
            Some(chunk) => chunk.id = Some(id),
            None => self.requests.push_back(Request::Cancel(id)),
        }
    }

    /// After a chunk has grown: those that it has wholly overtaken are dropped, and it is closed if it is complete.
    fn settle(&mut self, index: usize) {
        let received = self.chunks[index].received;
        while let Some(end) = self.chunks.get(index + 1).and_then(Chunk::end).filter(|end| received >= end - 1) {
            if let Some(overtaken) = self.chunks.remove(index + 1) {
                self.give_up(&overtaken);
            }
            self.chunks[index].set_end(Some(end));
        }
        self.chunks[index].trim();
        if self.chunks[index].is_complete() {
            self.requests.extend(self.chunks[index].id.map(Request::Cancel));
        }
    }

    /// Gives up the farthest chunks while too much waits for its turn. They are asked for again when there is room.
    fn shed(&mut self) {
        let waiting = |chunks: &VecDeque<Chunk>| chunks.iter().skip(1).map(|chunk| chunk.bytes).sum::<usize>();
        while self.chunks.len() > 1 && waiting(&self.chunks) > self.limits.bytes {
            if let Some(farthest) = self.chunks.pop_back() {
                self.give_up(&farthest);
            }
            self.limits.chunks = self.chunks.len();
            if let Some(last) = self.chunks.back_mut().filter(|last| !last.is_complete()) {
                last.set_end(None);
            }
        }
    }

    fn give_up(&mut self, chunk: &Chunk) {
        if !chunk.is_complete() {
            self.requests.extend(chunk.id.map(Request::Cancel));
        }
    }

    /// Asks for more chunks, as far as that pays and there is room.
    fn extend(&mut self) {
        while let Some(last) = self.chunks.back() {
            let next = match (last.end(), self.batch) {
                // One that is complete has no watcher any more: there must be another after it, in the end.
                (Some(end), _) if self.chunks.len() == 1 || self.chunks.len() < self.limits.chunks => end,
                (None, Some(Batch { span, bytes, .. })) if !last.is_within_revision() => {
                    // A batch is to reach past the next chunk's start, though history is not the same everywhere.
                    let next = (last.from + span - span / 20).max(last.received + 1);
                    let least = if self.chunks.len() == 1 { BEGIN * span } else { span };
                    let most = (self.limits.bytes / bytes.max(1)).min(self.limits.chunks);
                    if self.head - next < least || self.chunks.len() >= most {
                        return;
                    }
                    next
                }
                _ => return,
            };
            self.append(next);
        }
    }

    fn append(&mut self, from: i64) {
        if let Some(last) = self.chunks.back_mut()
            && last.end().is_none()
        {
            last.set_end(Some(from));
            if last.is_complete() {
                self.requests.extend(last.id.map(Request::Cancel));
            }
        }
        self.serials += 1;
        self.chunks.push_back(Chunk::new(self.serials, from));
        self.asked.push_back(self.serials);
        self.requests.push_back(Request::Create(from));
    }
}

fn ended(answer: Answer) -> WatcherEnd {
    match answer.compact_revision {
        0 => WatcherEnd::Canceled(answer.canceled.unwrap_or_default()),
        compacted => WatcherEnd::Compacted(compacted),
    }
}

#[cfg(test)]
#[path = "window_tests.rs"]
mod tests;
