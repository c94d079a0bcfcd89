//! What can happen in an election, and when.

use super::Config;
use super::rules::Rule;
use super::state::{Asker, Fence, Node, Request, Stage, State};

/// One step. The number is the node's or the asker's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// A node stands: it makes a new key.
    Queue(usize),
    /// A waiter's read shows that it is the first: it leads.
    Lead(usize),
    /// A leader starts its child.
    Start(usize),
    /// A node reads a request.
    Take(usize, Request),
    /// A node that was asked reads the queue.
    Look(usize),
    /// A waiter that was asked stands aside.
    Aside(usize),
    /// The time is up in which those between may leave: the leader leads on.
    GiveUp(usize),
    /// A leader's child is ended and reaped.
    End(usize),
    /// The deletion of the leader's key is carried out, and it has the answer.
    HandOver(usize),
    /// An attempt at that gets no answer; it may be carried out later.
    LoseAnswer(usize),
    /// A leader gives up waiting for that answer.
    Unanswered(usize),
    /// A deletion without an answer is carried out.
    Late(usize),
    /// A node's lease is revoked.
    Leave(usize),
    /// A node is killed.
    Kill(usize),
    /// The lease of a node that was killed expires.
    Expire(usize),
    /// The lease of a node expires that is alive, but paused.
    Lapse(usize),
    /// An asker reads the queue, and chooses this one to lead next.
    Ask(usize, Fence),
    /// An asker writes its next request.
    Write(usize),
}

/// All that can happen in `state`. `fair`: only what happens without faults, when askers do nothing more.
pub fn offer(config: &Config, state: &State, fair: bool, out: &mut Vec<Action>) {
    for (at, node) in state.nodes.iter().enumerate() {
        offer_steps(config, state, at, node, out);
        offer_requests(config, state, at, node, out);
        if !fair {
            offer_faults(state, at, node, out);
        }
    }
    out.extend((0..state.late.len()).map(Action::Late));
    for (at, asker) in state.askers.iter().enumerate() {
        match asker {
            // They begin in turn, without loss: all are alike.
            Asker::Begins if !fair && !state.askers[..at].contains(&Asker::Begins) => {
                out.extend(state.queue.iter().skip(1).map(|key| Action::Ask(at, key.fence)));
            }
            Asker::Writes { .. } if !fair => out.push(Action::Write(at)),
            _ => {}
        }
    }
}

fn offer_steps(config: &Config, state: &State, at: usize, node: &Node, out: &mut Vec<Action>) {
    let is_first = state.queue.first().is_some_and(|key| key.node == at);
    match node.stage {
        Stage::Out => out.push(Action::Queue(at)),
        Stage::Waits | Stage::Asked { .. } | Stage::Shown { .. } if is_first => out.push(Action::Lead(at)),
        _ => {}
    }
    match node.stage {
        Stage::Asked { .. } if config.keeps(Rule::AsideOnlyWhileLeaderStands) => out.push(Action::Look(at)),
        Stage::Asked { .. } | Stage::Shown { .. } => out.push(Action::Aside(at)),
        Stage::Leads if !node.child => out.push(Action::Start(at)),
        Stage::MakesWay(request) => {
            let is_blocked = state.stands(request.to) && between(state, node.fence, request.to) > 0;
            if !is_blocked || !config.keeps(Rule::NobodyBetween) {
                out.push(Action::Look(at));
            } else if config.keeps(Rule::MakingWayEnds) {
                out.push(Action::GiveUp(at));
            }
        }
        Stage::Ends(_) if config.keeps(Rule::ReapBeforeHandOver) => out.push(Action::End(at)),
        Stage::Ends(_) => out.push(Action::HandOver(at)),
        Stage::Reaped { unanswered, .. } => {
            out.push(Action::HandOver(at));
            if unanswered {
                out.push(Action::Unanswered(at));
            }
        }
        Stage::Leaves if node.child => out.push(Action::End(at)),
        Stage::Leaves => out.push(Action::Leave(at)),
        Stage::Dead if state.has_key(at) => out.push(Action::Expire(at)),
        Stage::Out | Stage::Waits | Stage::Leads | Stage::Dead => {}
    }
}

/// The requests that a node may read now.
fn offer_requests(config: &Config, state: &State, at: usize, node: &Node, out: &mut Vec<Action>) {
    let is_meant = |request: &&Request| {
        let is_to_leader = request.candidate == request.leader;
        let is_named = request.candidate == node.fence || is_to_leader && !config.keeps(Rule::RequestNamesLeader);
        let is_new = request.ask > node.answered && request.to != node.fence;
        is_named
            && is_new
            && match node.stage {
                Stage::Waits => !is_to_leader && request.leader < node.fence && node.fence < request.to,
                Stage::Leads => is_to_leader && node.child,
                _ => false,
            }
    };
    out.extend(state.requests.iter().filter(is_meant).map(|&request| Action::Take(at, request)));
}

fn offer_faults(state: &State, at: usize, node: &Node, out: &mut Vec<Action>) {
    if matches!(node.stage, Stage::Reaped { .. }) && state.faults.losses > 0 {
        out.push(Action::LoseAnswer(at));
    }
    if matches!(node.stage, Stage::Out | Stage::Dead) {
        return;
    }
    if state.faults.kills > 0 {
        out.push(Action::Kill(at));
    }
    if state.faults.lapses > 0 && state.has_key(at) {
        out.push(Action::Lapse(at));
    }
}

/// How many stand between a leader and its successor.
pub fn between(state: &State, leader: Fence, to: Fence) -> usize {
    state.queue.iter().filter(|key| leader < key.fence && key.fence < to).count()
}
