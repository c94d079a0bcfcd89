//! What each step of periodic work does.

use super::action::{Action, due};
use super::rules::Rule;
use super::state::{Answer, Book, Node, Record, Slot, Stage, State, Ticks, Write, Wrong};
use super::{Config, Seen, SlotsModel};

/// The state after `action`.
pub fn step(model: &SlotsModel, last: &State, action: Action) -> State {
    let mut next = last.clone();
    let (config, state) = (&model.config, &mut next);
    match action {
        Action::Tick => state.now += 1,
        Action::Elect(at) => {
            state.faults.terms -= 1;
            state.fence += 1;
            state.leader = Some(state.fence);
            state.nodes[at] = Node { stage: Stage::Leads, holds: true, fence: state.fence, ..Node::new() };
        }
        Action::Open(at) => open(model, state, at),
        Action::Plan(at) => plan(model, state, at),
        Action::Arrive(at) => arrive(model, state, at),
        Action::Answer(at) => answer(config, state, at),
        Action::Start(at) => start(config, state, at),
        Action::End(at) => end(state, at),
        Action::Notice(at) => leave(state, at),
        Action::Leave(at) => {
            state.end_lease(at);
            leave(state, at);
        }
        Action::Lapse(at) => {
            state.faults.lapses -= 1;
            model.see(Seen::RunKilled, state.nodes[at].run.is_some());
            state.end_lease(at);
        }
        Action::LoseAnswer(at) => send_again(state, at),
        Action::Delay(at) => {
            hold_up(state, at);
            send_again(state, at);
        }
        Action::GiveUp(at) => give_up(model, state, at),
        Action::Late(which) => {
            let write = state.late.remove(which);
            carry_out(model, state, write);
            model.see(Seen::LateWritten, true);
        }
    }
    let in_vain = state.forget(config);
    model.see(Seen::LateInVain, in_vain);
    next
}

fn open(model: &SlotsModel, state: &mut State, at: usize) {
    let now = state.now + model.config.clocks[at];
    let book = match state.record {
        Some(Record { slot, anchor, fence, ended }) => {
            model.see(Seen::Interrupted, !ended && fence != state.nodes[at].fence);
            model.see(Seen::ClockBehind, slot > now);
            Book { done: Slot::Done(slot), anchor, fresh: true }
        }
        None => Book { done: Slot::FirstAt(now), anchor: now, fresh: true },
    };
    state.nodes[at].book = Some(book);
}

fn plan(model: &SlotsModel, state: &mut State, at: usize) {
    let Some((slot, missed)) = due(&model.config, state, at) else { return };
    model.see(Seen::Missed, missed > 0);
    if model.config.keeps(Rule::RecordFirst) {
        send(state, at, slot, false);
    } else {
        state.nodes[at].stage = Stage::Begins(slot);
    }
}

/// Sends the write of a slot.
fn send(state: &mut State, at: usize, slot: Ticks, ended: bool) {
    let node = &mut state.nodes[at];
    let Some(Book { anchor, fresh, .. }) = node.book else { return };
    let write = Write { slot, anchor, fence: node.fence, ended, fresh };
    node.stage = Stage::Writes { write, answer: None, unanswered: false };
}

fn arrive(model: &SlotsModel, state: &mut State, at: usize) {
    let Stage::Writes { write, .. } = state.nodes[at].stage else { return };
    let done = carry_out(model, state, write);
    // The write that may be sent again knows an older record by now.
    if let Stage::Writes { answer, .. } = &mut state.nodes[at].stage {
        *answer = Some(done);
    }
}

/// Carries a write out.
fn carry_out(model: &SlotsModel, state: &mut State, write: Write) -> Answer {
    let config = &model.config;
    let leads = state.leader == Some(write.fence);
    if (leads || !config.keeps(Rule::CompareKey)) && (write.fresh || !config.keeps(Rule::CompareRecord)) {
        let falls = state.record.is_some_and(|there| there.slot >= write.slot);
        state.note(Wrong::Writer, !write.ended && !leads);
        state.note(Wrong::Order, !write.ended && falls);
        state.put(write.record());
        return Answer::Written { fresh: true };
    }
    model.see(Seen::OldLeaderRefused, !leads && write.fresh);
    let by_fence = config.keeps(Rule::ReadBackByFence);
    let is_own = state.record.is_some_and(|there| {
        let fence = if by_fence { there.fence } else { write.fence };
        Record { fence, ..there } == write.record()
    });
    model.see(Seen::ReadBack, is_own);
    if is_own { Answer::Written { fresh: true } } else { Answer::Refused }
}

fn answer(config: &Config, state: &mut State, at: usize) {
    let Stage::Writes { write, answer: Some(answer), .. } = state.nodes[at].stage else { return };
    let node = &mut state.nodes[at];
    node.stage = Stage::Leads;
    match answer {
        Answer::Written { fresh } => {
            node.book = Some(Book { done: Slot::Done(write.slot), anchor: write.anchor, fresh });
            if !write.ended && config.keeps(Rule::RecordFirst) {
                node.stage = Stage::Begins(write.slot);
                state.begin(write.slot);
            }
        }
        // Another one's, or none any more: it is read again. After an end, the next write finds that out.
        Answer::Refused if !write.ended => node.book = None,
        Answer::Refused => {}
    }
}

fn start(config: &Config, state: &mut State, at: usize) {
    let Stage::Begins(slot) = state.nodes[at].stage else { return };
    state.note(Wrong::Overlap, state.nodes.iter().any(|node| node.run.is_some()));
    state.note(Wrong::Order, state.last.is_some_and(|last| last >= slot));
    state.last = Some(slot);
    state.nodes[at].run = Some(slot);
    state.nodes[at].stage = Stage::Leads;
    if !config.keeps(Rule::RecordFirst) {
        state.begin(slot);
        send(state, at, slot, false);
    }
}

fn end(state: &mut State, at: usize) {
    if let Some(slot) = state.nodes[at].run.take() {
        send(state, at, slot, true);
    }
}

/// The node works no more, and stands again. What it has sent may still arrive.
fn leave(state: &mut State, at: usize) {
    hold_up(state, at);
    state.nodes[at] = Node::new();
}

fn hold_up(state: &mut State, at: usize) {
    if let Stage::Writes { write, answer: None, .. } = state.nodes[at].stage {
        state.late.push(write);
    }
}

fn send_again(state: &mut State, at: usize) {
    state.faults.losses -= 1;
    if let Stage::Writes { write, .. } = state.nodes[at].stage {
        state.nodes[at].stage = Stage::Writes { write, answer: None, unanswered: true };
    }
}

/// Reads the record again, or after an end, goes on without having recorded it.
fn give_up(model: &SlotsModel, state: &mut State, at: usize) {
    model.see(Seen::GaveUp, true);
    hold_up(state, at);
    let node = &mut state.nodes[at];
    if let Stage::Writes { write, .. } = node.stage {
        node.stage = Stage::Leads;
        if !write.ended {
            node.book = None;
        }
    }
}
