//! One state of periodic work: the nodes and their runs, the record, and what is on its way.
//!
//! What must stay true: of a revision that somebody knows, a state says only whether it is still that of the record, so that
//! states in which the same can happen are equal.

use super::rules::Rule;
use super::{Config, Faults};
use crate::notes::Wrongs;

/// The create revision of a leader's key, as an order.
pub type Fence = u8;

/// An instant, in ticks.
pub type Ticks = i8;

/// Everything.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct State {
    /// The true time.
    pub now: Ticks,
    /// By number.
    pub nodes: Vec<Node>,
    /// The first key in the queue, where there is one.
    pub leader: Option<Fence>,
    /// The last fence that was given out.
    pub fence: Fence,
    /// The record.
    pub record: Option<Record>,
    /// Attempts at a write that got no answer, and may be carried out later.
    pub late: Vec<Write>,
    /// The slots that were begun: bits.
    pub begun: u16,
    /// The last slot whose run was started.
    pub last: Option<Ticks>,
    /// What may still go wrong.
    pub faults: Faults,
    /// What has been done that must not be.
    pub wrong: Wrongs,
}

/// What must not be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// A slot was begun twice.
    Twice,
    /// A slot was recorded by who did not lead.
    Writer,
    /// A slot was recorded, or its run started, after a later one.
    Order,
    /// A run was started beside another one.
    Overlap,
}

/// A node and its run.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Node {
    /// What it does.
    pub stage: Stage,
    /// Whether its lease stands. Its run is dead when it does not.
    pub holds: bool,
    /// The create revision of its key.
    pub fence: Fence,
    /// What it knows of the record.
    pub book: Option<Book>,
    /// The slot whose run is alive.
    pub run: Option<Ticks>,
}

/// What a node does. It may take any time between two steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stage {
    /// It stands in the election.
    Stands,
    /// It leads: it waits for the next slot, or its run goes on.
    Leads,
    /// A slot is its own to run.
    Begins(Ticks),
    /// A write is under way.
    Writes {
        /// What is written.
        write: Write,
        /// What the server has answered.
        answer: Option<Answer>,
        /// Whether an attempt has got no answer.
        unanswered: bool,
    },
}

/// What a node knows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Book {
    /// The last slot that was begun.
    pub done: Slot,
    /// Where slots count from.
    pub anchor: Ticks,
    /// Whether the record still has the revision that is known here.
    pub fresh: bool,
}

/// The last slot that was begun, or where there is none, that the first one is due at this instant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Slot {
    /// This one.
    Done(Ticks),
    /// None.
    FirstAt(Ticks),
}

/// What the server answers to a write.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Answer {
    /// It was carried out, now or in an earlier attempt.
    Written {
        /// Whether the record still has the revision that the answer names.
        fresh: bool,
    },
    /// It is refused.
    Refused,
}

/// What is recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Record {
    /// The slot that was begun.
    pub slot: Ticks,
    /// Where slots count from.
    pub anchor: Ticks,
    /// The fence of who has begun it.
    pub fence: Fence,
    /// Whether its run has ended.
    pub ended: bool,
}

/// The transaction that records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Write {
    /// The slot.
    pub slot: Ticks,
    /// Where slots count from.
    pub anchor: Ticks,
    /// The writer's key.
    pub fence: Fence,
    /// Whether it records an end.
    pub ended: bool,
    /// Whether the record still has the revision that is compared.
    pub fresh: bool,
}

impl Write {
    /// What it puts.
    pub fn record(self) -> Record {
        let Self { slot, anchor, fence, ended, .. } = self;
        Record { slot, anchor, fence, ended }
    }
}

impl Node {
    /// One that stands.
    pub fn new() -> Self {
        Self { stage: Stage::Stands, holds: false, fence: 0, book: None, run: None }
    }
}

impl Default for Node {
    fn default() -> Self {
        Self::new()
    }
}

impl State {
    /// Nobody leads, nothing is recorded.
    pub fn first(config: &Config) -> Self {
        Self {
            now: 0,
            nodes: vec![Node::new(); config.clocks.len()],
            leader: None,
            fence: 0,
            record: None,
            late: Vec::new(),
            begun: 0,
            last: None,
            faults: config.faults,
            wrong: Wrongs::default(),
        }
    }

    /// Notes what was done that must not be.
    pub fn note(&mut self, what: Wrong, done: bool) {
        self.wrong.note(what as u8, done);
    }

    /// Whether it was done.
    pub fn has(&self, what: Wrong) -> bool {
        self.wrong.has(what as u8)
    }

    /// Writes the record: whatever revision anybody knows, it is another one now.
    pub fn put(&mut self, record: Record) {
        self.record = Some(record);
        for node in &mut self.nodes {
            node.book = node.book.map(|book| Book { fresh: false, ..book });
            if let Stage::Writes { write, answer, .. } = &mut node.stage {
                write.fresh = false;
                if let Some(Answer::Written { fresh }) = answer {
                    *fresh = false;
                }
            }
        }
        self.late.iter_mut().for_each(|write| write.fresh = false);
    }

    /// Forgets writes that can do nothing any more. Whether there were any.
    pub fn forget(&mut self, config: &Config) -> bool {
        let before = self.late.len();
        let leader = self.leader;
        self.late.retain(|write| {
            (Some(write.fence) == leader || !config.keeps(Rule::CompareKey))
                && (write.fresh || !config.keeps(Rule::CompareRecord))
        });
        self.late.sort_unstable();
        self.late.dedup();
        self.late.len() < before
    }

    /// A slot is begun.
    pub fn begin(&mut self, slot: Ticks) {
        // One clock is behind: the first slots may be before the first instant.
        let bit = 1 << (slot + 4);
        self.note(Wrong::Twice, self.begun & bit != 0);
        self.begun |= bit;
    }

    /// The lease of a node is gone, and its run is dead.
    pub fn end_lease(&mut self, at: usize) {
        let node = &mut self.nodes[at];
        (node.holds, node.run) = (false, None);
        if self.leader == Some(node.fence) {
            self.leader = None;
        }
    }
}
