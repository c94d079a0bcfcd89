//! One state of an election: the nodes, the queue, the requests, and what is on its way.

use super::rules::Rule;
use super::{Config, Faults};
use crate::notes::Wrongs;

/// A create revision, as an order.
pub type Fence = u8;

/// Everything.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct State {
    /// By number.
    pub nodes: Vec<Node>,
    /// The keys of the candidates, by create revision.
    pub queue: Vec<Key>,
    /// Those who ask for a hand-over.
    pub askers: Vec<Asker>,
    /// The requests that were written. None is ever removed: one that was withdrawn may be read late.
    pub requests: Vec<Request>,
    /// How many asks there were.
    pub asked: u8,
    /// Attempts at a deletion that got no answer, and may be carried out later.
    pub late: Vec<Deletion>,
    /// The last create revision.
    pub revision: Fence,
    /// Fence and node of the child that was started last.
    pub last: Option<(Fence, usize)>,
    /// What may still go wrong.
    pub faults: Faults,
    /// What has been done that must not be.
    pub wrong: Wrongs,
}

/// What must not be done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Wrong {
    /// A child was started with a fence that is not higher than that of another one before.
    Fence,
    /// A hand-over made somebody else than the successor the first.
    Successor,
    /// A leader ended its child for a request to another leader.
    Meant,
    /// A waiter stood aside though the leader that the request names did not lead any more when the request was read.
    Aside,
}

/// A candidate's key.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Key {
    /// Whose lease it stands on.
    pub node: usize,
    /// Its create revision.
    pub fence: Fence,
}

/// A node and its child.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Node {
    /// Where it stands.
    pub stage: Stage,
    /// Whether its child is alive.
    pub child: bool,
    /// The create revision of its key, as far as it knows.
    pub fence: Fence,
    /// The last ask that it answered, or found void.
    pub answered: u8,
}

/// Where a node stands. It may take any time between two steps. It leads from `Leads` to `Reaped`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Stage {
    /// It has no key, and will queue again.
    Out,
    /// It waits in the queue.
    Waits,
    /// It waits, has a request to stand aside, and reads whether the leader stands.
    Asked {
        /// The request.
        request: Request,
        /// Whether the leader led when the request was read.
        led: bool,
    },
    /// That read has shown the leader's key.
    Shown {
        /// Whether the leader led when the request was read.
        led: bool,
    },
    /// It leads.
    Leads,
    /// It has taken up a request, and waits until nobody is before its successor.
    MakesWay(Request),
    /// A read has shown that; it ends its child.
    Ends(Request),
    /// Its child is reaped; the deletion of its key is under way.
    Reaped {
        /// For whom.
        request: Request,
        /// Whether an attempt has got no answer.
        unanswered: bool,
    },
    /// It gives its lease up.
    Leaves,
    /// It was killed.
    Dead,
}

/// What an asker writes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Request {
    /// Of whom it is asked.
    pub candidate: Fence,
    /// While who leads.
    pub leader: Fence,
    /// Who is to lead next.
    pub to: Fence,
    /// The number of the ask: later ones have higher ones.
    pub ask: u8,
}

/// The transaction that ends a hand-over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Deletion {
    /// The leader's key.
    pub own: Fence,
    /// The successor's key.
    pub to: Fence,
}

/// Who asks for a hand-over, once. One that was killed takes no more steps.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Asker {
    /// It has not begun.
    Begins,
    /// It has read the queue, and writes its requests, one by one.
    Writes {
        /// The leader.
        leader: Fence,
        /// Who is to lead next.
        to: Fence,
        /// The number of the ask; 0 before the first write.
        ask: u8,
        /// To whom it has to write.
        left: Vec<Fence>,
    },
    /// It writes no more.
    Done,
}

impl State {
    /// All stand, nobody leads.
    pub fn first(config: &Config) -> Self {
        let fences = (0..config.candidates).zip(1..);
        let node = |(_, fence)| Node { stage: Stage::Waits, child: false, fence, answered: 0 };
        Self {
            nodes: fences.clone().map(node).collect(),
            queue: fences.map(|(node, fence)| Key { node: usize::from(node), fence }).collect(),
            askers: vec![Asker::Begins; usize::from(config.asks)],
            requests: Vec::new(),
            asked: 0,
            late: Vec::new(),
            revision: config.candidates,
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

    /// Whether a key stands.
    pub fn stands(&self, fence: Fence) -> bool {
        self.queue.iter().any(|key| key.fence == fence)
    }

    /// Whether a key is the first.
    pub fn leads(&self, fence: Fence) -> bool {
        self.queue.first().is_some_and(|key| key.fence == fence)
    }

    /// Whether a node has a key.
    pub fn has_key(&self, at: usize) -> bool {
        self.queue.iter().any(|key| key.node == at)
    }

    /// A lease is gone, and what stands on it.
    pub fn end_lease(&mut self, at: usize) {
        self.queue.retain(|key| key.node != at);
    }

    /// Takes the node out of the election. It will queue again.
    pub fn put_out(&mut self, at: usize) {
        self.end_lease(at);
        self.nodes[at] = Node { stage: Stage::Out, child: false, fence: 0, answered: 0 };
    }

    /// Carries a deletion out: whether its comparisons held.
    pub fn delete(&mut self, config: &Config, Deletion { own, to }: Deletion) -> bool {
        let Some(at) = self.queue.iter().position(|key| key.fence == own) else { return false };
        let successor = self.queue.iter().find(|key| key.fence == to).map(|key| key.node);
        match successor {
            None if config.keeps(Rule::CompareSuccessor) => return false,
            Some(node) if !config.keeps(Rule::KeyStaysOnItsLease) => self.queue[at].node = node,
            _ => drop(self.queue.remove(at)),
        }
        self.note(Wrong::Successor, self.queue.first().is_some_and(|key| Some(key.node) != successor));
        true
    }

    /// Forgets requests and deletions that can do nothing any more, so that equal states are equal.
    pub fn forget(&mut self, config: &Config) {
        let fences: Vec<Fence> = self.queue.iter().map(|key| key.fence).collect();
        self.late.retain(|late| fences.contains(&late.own));
        if config.keeps(Rule::RequestNamesLeader) {
            self.requests.retain(|request| fences.contains(&request.candidate));
        }
    }
}
