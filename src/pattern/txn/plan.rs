//! The transaction that is sent, and how its answer is read.
//!
//! It is a tree: comparisons with a way on for yes and one for no. A way on that is another comparison is a transaction
//! within the transaction; the server evaluates all comparisons before it applies anything.
//!
//! What must stay true: what is sent and how the answer is read come from the same tree.

use std::collections::BTreeSet;

use etcd_client::{Compare as SentCompare, Txn, TxnOp, TxnOpResponse, TxnResponse};

use super::compare::Sent;
use super::numbers::{Numbers, added, compared};
use super::op::Step;
use super::{Error, Transaction};
use crate::client::Client;
use crate::event::{TxnAnswer, TxnBranch};

/// A transaction, ready to be sent.
#[derive(Debug)]
pub(super) struct Plan<'a> {
    transaction: &'a Transaction,
    then: Result<Vec<Step>, Error>,
    otherwise: Result<Vec<Step>, Error>,
    root: Node,
}

/// A place in the tree.
#[derive(Clone, Debug)]
enum Node {
    /// The end: this branch; none when something that was compared on the client has changed.
    End(Option<End>),
    Test {
        compares: Vec<SentCompare>,
        yes: Box<Node>,
        no: Box<Node>,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum End {
    Then,
    Otherwise,
}

impl<'a> Plan<'a> {
    /// The plan for what is known: what guards compare, and the numbers that were read.
    ///
    /// # Errors
    /// [`Error::NotANumber`] for an `int()`. An `add` that can't be done spoils its branch alone: that is an error only
    /// when the branch is the one.
    pub(super) fn new(
        client: &Client,
        transaction: &'a Transaction,
        mut guards: Vec<SentCompare>,
        numbers: &Numbers,
    ) -> Result<Self, Error> {
        let decided = transaction.compares.iter().filter_map(|one| numbers.holds(one));
        let holds = decided.collect::<Result<Vec<bool>, _>>()?.into_iter().all(|holds| holds);
        let conditions = if holds { conditions(transaction) } else { Node::End(Some(End::Otherwise)) };
        let mut keys: BTreeSet<_> = compared(&transaction.compares).collect();
        for (end, ops) in [(End::Then, &transaction.then), (End::Otherwise, &transaction.otherwise)] {
            keys.extend(added(ops).filter(|_| conditions.leads_to(end)));
        }
        guards.extend(keys.into_iter().map(|key| numbers.unchanged(key)));
        let root = if guards.is_empty() { conditions } else { test(guards, conditions, Node::End(None)) };
        let steps = |ops: &[super::Op]| ops.iter().map(|op| op.step(client, numbers)).collect();
        Ok(Self { transaction, then: steps(&transaction.then), otherwise: steps(&transaction.otherwise), root })
    }

    /// What is sent.
    pub(super) fn request(&self) -> Txn {
        match &self.root {
            Node::End(_) => Txn::new().and_then(self.operations(&self.root)),
            Node::Test { compares, yes, no } => self.test(compares, yes, no),
        }
    }

    /// How many operations the server counts in it: at each level the longest of the three lists, and the same of the
    /// transactions within it (etcd, v3rpc/key.go, checkTxnRequest).
    pub(super) fn size(&self) -> usize {
        self.count(&self.root)
    }

    /// The branch that was taken, and its answers; nothing when what had been read has changed.
    pub(super) fn answer(self, response: &TxnResponse) -> Option<Result<(TxnBranch, Vec<TxnAnswer>), Error>> {
        let (end, responses) = reached(&self.root, response.succeeded(), response.op_responses());
        let (branch, ops, steps) = match end? {
            End::Then => (TxnBranch::Then, &self.transaction.then, self.then),
            End::Otherwise => (TxnBranch::Else, &self.transaction.otherwise, self.otherwise),
        };
        let answer = |steps: Vec<Step>| {
            let each = ops.iter().zip(&steps).enumerate();
            (branch, each.map(|(index, (op, step))| op.answer(step, responses.get(index))).collect())
        };
        Some(steps.map(answer))
    }

    fn test(&self, compares: &[SentCompare], yes: &Node, no: &Node) -> Txn {
        Txn::new().when(compares).and_then(self.operations(yes)).or_else(self.operations(no))
    }

    fn operations(&self, node: &Node) -> Vec<TxnOp> {
        match node {
            Node::End(end) => self.steps(*end).iter().map(|step| step.op.clone()).collect(),
            Node::Test { compares, yes, no } => vec![TxnOp::txn(self.test(compares, yes, no))],
        }
    }

    /// A branch that can't be done does nothing.
    fn steps(&self, end: Option<End>) -> &[Step] {
        let steps = match end {
            None => return &[],
            Some(End::Then) => &self.then,
            Some(End::Otherwise) => &self.otherwise,
        };
        steps.as_ref().map_or(&[], |steps| &steps[..])
    }

    fn count(&self, node: &Node) -> usize {
        let ways = |node: &Node| match node {
            Node::End(end) => (self.steps(*end).len(), 0),
            Node::Test { .. } => (1, self.count(node)),
        };
        match node {
            Node::End(_) => ways(node).0,
            Node::Test { compares, yes, no } => {
                let ((yes, below_yes), (no, below_no)) = (ways(yes), ways(no));
                compares.len().max(yes).max(no) + below_yes.max(below_no)
            }
        }
    }
}

impl Node {
    fn leads_to(&self, wanted: End) -> bool {
        match self {
            Self::End(end) => *end == Some(wanted),
            Self::Test { yes, no, .. } => yes.leads_to(wanted) || no.leads_to(wanted),
        }
    }
}

fn test(compares: Vec<SentCompare>, yes: Node, no: Node) -> Node {
    Node::Test { compares, yes: Box::new(yes), no: Box::new(no) }
}

/// The comparisons that the server does. One that takes a transaction of its own is asked the other way round, below
/// those that say that its key exists: a missing key is not below anything, and must not be a yes.
fn conditions(transaction: &Transaction) -> Node {
    let (mut compares, mut not_below) = (Vec::new(), Vec::new());
    for sent in transaction.compares.iter().filter_map(super::Compare::sent) {
        match sent {
            Sent::Always => {}
            Sent::One(compare) => compares.push(compare),
            Sent::NotBelow { exists, below } => {
                compares.push(exists);
                not_below.push(below);
            }
        }
    }
    let otherwise = || Node::End(Some(End::Otherwise));
    let then = Node::End(Some(End::Then));
    let inner = not_below.into_iter().rev().fold(then, |inner, below| test(vec![below], otherwise(), inner));
    if compares.is_empty() { inner } else { test(compares, inner, otherwise()) }
}

/// Where an answer leads to, and the answers of the operations there.
fn reached(node: &Node, succeeded: bool, mut responses: Vec<TxnOpResponse>) -> (Option<End>, Vec<TxnOpResponse>) {
    match node {
        Node::End(end) => (*end, responses),
        Node::Test { yes, no, .. } => match if succeeded { &**yes } else { &**no } {
            Node::End(end) => (*end, responses),
            below @ Node::Test { .. } => match responses.pop() {
                Some(TxnOpResponse::Txn(inner)) => reached(below, inner.succeeded(), inner.op_responses()),
                _ => (None, Vec::new()),
            },
        },
    }
}
