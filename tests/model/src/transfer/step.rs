//! What each step of an election does.

use super::action::{Action, between};
use super::rules::Rule;
use super::state::{Asker, Deletion, Fence, Key, Node, Request, Stage, State, Wrong};
use super::{Config, Seen, TransferModel};

/// The state after `action`.
pub fn step(model: &TransferModel, last: &State, action: Action) -> State {
    let mut next = last.clone();
    let (config, state) = (&model.config, &mut next);
    match action {
        Action::Queue(at) => {
            state.revision += 1;
            let fence = state.revision;
            state.queue.push(Key { node: at, fence });
            state.nodes[at] = Node { stage: Stage::Waits, child: false, fence, answered: 0 };
        }
        Action::Lead(at) => lead(model, state, at),
        Action::Start(at) => start(state, at),
        Action::Take(at, request) => take(state, at, request),
        Action::Look(at) => look(model, state, at),
        Action::Aside(at) => {
            let led = matches!(state.nodes[at].stage, Stage::Asked { led, .. } | Stage::Shown { led } if led);
            state.note(Wrong::Aside, !led);
            state.nodes[at].stage = Stage::Leaves;
            model.see(Seen::StoodAside, true);
        }
        Action::GiveUp(at) => {
            model.see(Seen::GaveUp, true);
            lead_on(state, at);
        }
        Action::End(at) => end(state, at),
        Action::HandOver(at) => hand_over(model, state, at),
        Action::LoseAnswer(at) => lose_answer(state, at),
        Action::Unanswered(at) => unanswered(model, state, at),
        Action::Late(which) => {
            let deletion = state.late.remove(which);
            let done = state.delete(config, deletion);
            model.see(Seen::LateDeleted, done);
            model.see(Seen::LateInVain, !done);
        }
        Action::Leave(at) => state.put_out(at),
        Action::Kill(at) => {
            state.faults.kills -= 1;
            model.see(Seen::KilledWhileAsked, state.requests.iter().any(|one| one.leader == state.nodes[at].fence));
            state.nodes[at] = Node { stage: Stage::Dead, child: false, fence: 0, answered: 0 };
        }
        Action::Expire(at) => state.end_lease(at),
        Action::Lapse(at) => lapse(state, at),
        Action::Ask(asker, to) => ask(state, asker, to),
        Action::Write(asker) => write(config, state, asker),
    }
    state.forget(config);
    next
}

fn lead(model: &TransferModel, state: &mut State, at: usize) {
    let Some(first) = state.queue.first() else { return };
    // Its own key, or without a rule the one that was moved to its lease.
    let fence = first.fence;
    model.see(Seen::LedAgain, state.last.is_some_and(|(last, node)| node == at && last != fence));
    state.nodes[at] = Node { stage: Stage::Leads, child: false, fence, answered: 0 };
}

fn start(state: &mut State, at: usize) {
    let fence = state.nodes[at].fence;
    let grows = state.last.is_none_or(|(last, node)| last < fence || last == fence && node == at);
    state.note(Wrong::Fence, !grows);
    state.last = Some((fence, at));
    state.nodes[at].child = true;
}

fn take(state: &mut State, at: usize, request: Request) {
    let led = state.leads(request.leader);
    let leads = state.nodes[at].stage == Stage::Leads;
    state.nodes[at].stage = if leads { Stage::MakesWay(request) } else { Stage::Asked { request, led } };
}

fn look(model: &TransferModel, state: &mut State, at: usize) {
    match state.nodes[at].stage {
        Stage::Asked { request, led } if state.stands(request.leader) => {
            state.nodes[at].stage = Stage::Shown { led };
        }
        Stage::Asked { request, .. } => {
            model.see(Seen::FoundVoid, true);
            state.nodes[at].answered = request.ask;
            state.nodes[at].stage = Stage::Waits;
        }
        Stage::MakesWay(request) if !state.stands(request.to) => {
            model.see(Seen::SuccessorGone, true);
            lead_on(state, at);
        }
        Stage::MakesWay(request)
            if between(state, state.nodes[at].fence, request.to) == 0 || !model.config.keeps(Rule::NobodyBetween) =>
        {
            state.nodes[at].stage = Stage::Ends(request);
        }
        _ => {}
    }
}

/// The leader answers its request with no.
fn lead_on(state: &mut State, at: usize) {
    let node = &mut state.nodes[at];
    if let Stage::MakesWay(request) | Stage::Ends(request) | Stage::Reaped { request, .. } = node.stage {
        node.answered = request.ask;
        node.stage = Stage::Leads;
    }
}

fn end(state: &mut State, at: usize) {
    let node = &mut state.nodes[at];
    node.child = false;
    if let Stage::Ends(request) = node.stage {
        node.stage = Stage::Reaped { request, unanswered: false };
        let is_meant = request.leader == node.fence;
        state.note(Wrong::Meant, !is_meant);
    }
}

fn deletion(state: &State, at: usize) -> Option<Deletion> {
    match state.nodes[at].stage {
        Stage::Ends(request) | Stage::Reaped { request, .. } => {
            Some(Deletion { own: state.nodes[at].fence, to: request.to })
        }
        _ => None,
    }
}

fn hand_over(model: &TransferModel, state: &mut State, at: usize) {
    let Some(deletion) = deletion(state, at) else { return };
    let is_repeated = matches!(state.nodes[at].stage, Stage::Reaped { unanswered: true, .. });
    if state.delete(&model.config, deletion) {
        let dead = |key: &Key| state.nodes[key.node].stage == Stage::Dead;
        model.see(Seen::HandedOver, true);
        model.see(Seen::HandedToTheDead, state.queue.first().is_some_and(dead));
    } else if state.stands(deletion.own) {
        model.see(Seen::LedOn, true);
        lead_on(state, at);
        return;
    } else {
        model.see(Seen::FoundDeleted, is_repeated);
    }
    state.nodes[at].stage = Stage::Leaves;
}

fn lose_answer(state: &mut State, at: usize) {
    state.faults.losses -= 1;
    state.late.extend(deletion(state, at));
    if let Stage::Reaped { unanswered, .. } = &mut state.nodes[at].stage {
        *unanswered = true;
    }
}

fn unanswered(model: &TransferModel, state: &mut State, at: usize) {
    model.see(Seen::LeftUnanswered, true);
    if model.config.keeps(Rule::UnansweredLeadsNoMore) {
        state.nodes[at].stage = Stage::Leaves;
    } else {
        lead_on(state, at);
    }
}

/// The child is dead by now: the lock's argument. A node whose deletion is under way learns of the loss by the answer.
fn lapse(state: &mut State, at: usize) {
    state.faults.lapses -= 1;
    if matches!(state.nodes[at].stage, Stage::Reaped { .. }) {
        state.end_lease(at);
    } else {
        state.put_out(at);
    }
}

fn ask(state: &mut State, asker: usize, to: Fence) {
    let before: Vec<Fence> = state.queue.iter().map(|key| key.fence).take_while(|&fence| fence != to).collect();
    if let Some(&leader) = before.first() {
        state.askers[asker] = Asker::Writes { leader, to, ask: 0, left: before };
    }
}

fn write(config: &Config, state: &mut State, asker: usize) {
    let Asker::Writes { leader, to, ask, left } = &mut state.askers[asker] else { return };
    let stands = state.queue.iter().any(|key| key.fence == *leader);
    if !stands && config.keeps(Rule::GuardedRequest) {
        state.askers[asker] = Asker::Done;
        return;
    }
    if *ask == 0 {
        state.asked += 1;
        *ask = state.asked;
    }
    let request = Request { candidate: left.remove(0), leader: *leader, to: *to, ask: *ask };
    state.requests.push(request);
    if left.is_empty() {
        state.askers[asker] = Asker::Done;
    }
    state.requests.sort_unstable_by_key(|request| (request.ask, request.candidate));
}
