//! What each step does.

use crate::action::{Action, free_slot, slot, wants_permit};
use crate::config::{FOR_EVER, NAMES};
use crate::model::LockModel;
use crate::queue;
use crate::renewal;
use crate::rules::Rule;
use crate::state::{Blocked, Stage, State, Verdict};
use crate::time;

/// The state after `action`.
pub fn step(model: &LockModel, last: &State, action: Action) -> State {
    let mut next = last.clone();
    let state = &mut next;
    match action {
        Action::Tick => time::tick(model, state),
        Action::Expire(slot) => state.delete_lease(slot),
        Action::Begin(at) => begin(state, at),
        Action::Grant(at) => grant(model, state, at),
        Action::Peek(at) => peek(model, state, at),
        Action::Enter(at) => enter(model, state, at),
        Action::Look(at) => look(model, state, at),
        Action::Wake(at) => wake(model, state, at),
        Action::Start(at) => start(model, state, at),
        Action::End(at) => end(model, state, at),
        Action::Swept(at) | Action::KeeperKills(at) => state.settle(at),
        Action::Release(at) => release(state, at),
        Action::Kill(at) => time::kill(model, state, at),
        Action::Witness(at, member) => renewal::witness(state, at, member),
        Action::Renew(at) => renewal::send(model, state, at),
        Action::Take(at, member) => renewal::take(model, state, at, member),
        Action::Renewal(at) => renewal::renew(model, state, at),
        Action::Read(at, member) => renewal::read(model, state, at, member),
        Action::Renewed(at) => renewal::end(model, state, at),
        Action::LoseAnswer(at) => lose_answer(model, state, at),
        fault => suffer(model, state, fault),
    }
    next
}

/// What goes wrong, and what ends it.
fn suffer(model: &LockModel, state: &mut State, fault: Action) {
    match fault {
        Action::LoseRenewal(at) => {
            state.faults.losses -= 1;
            state.clients[at].renewal = None;
        }
        Action::LoseRelease(at) => {
            state.faults.losses -= 1;
            leave(state, at);
        }
        Action::Revoke(slot) => {
            state.faults.breaks -= 1;
            state.delete_lease(slot);
        }
        Action::Break(name, slot) => {
            state.faults.breaks -= 1;
            state.delete_key(name, slot);
        }
        Action::Overwrite(name, slot) => {
            state.faults.breaks -= 1;
            state.overwrite(name, slot);
        }
        Action::Clear(name, slot) => state.delete_key(name, slot),
        Action::Elect(member) => {
            state.faults.elections -= 1;
            elect(model, state, member);
        }
        Action::Learn(member) => state.members.learn(member),
        Action::Stop(at) => {
            state.faults.stops -= 1;
            state.clients[at].fails.guardian = true;
        }
        Action::Block(at) => {
            state.faults.blocks -= 1;
            state.clients[at].fails.output = true;
        }
        _ => {}
    }
}

/// The new leader gives every lease its whole TTL.
fn elect(model: &LockModel, state: &mut State, member: u8) {
    state.members.elect(member, &state.server.leases);
    for left in state.server.leases.iter_mut().flatten() {
        *left = model.timing.ttl;
    }
}

fn begin(state: &mut State, at: usize) {
    state.clients[at].slot = free_slot(state, at);
    state.clients[at].stage = Stage::Granting { age: 0, answered: false };
}

fn grant(model: &LockModel, state: &mut State, at: usize) {
    let slot = slot(state, at);
    state.server.leases[usize::from(slot)].get_or_insert(model.timing.ttl);
    if let Stage::Granting { answered, .. } = &mut state.clients[at].stage {
        *answered = true;
    }
}

/// The keeper has the grant's answer.
fn granted(model: &LockModel, state: &mut State, at: usize) {
    let client = &mut state.clients[at];
    if let Stage::Granting { age, .. } = client.stage {
        client.age = if model.config.keeps(Rule::DeadlineFromSending) { age } else { 0 };
        client.stage = Stage::Entering { fresh: true, names: model.config.contenders[at].names };
    }
}

fn peek(model: &LockModel, state: &mut State, at: usize) {
    granted(model, state, at);
    if queue::other_permits(&model.config, state, at) {
        return refuse(state, at);
    }
    let names = model.config.contenders[at].names;
    state.clients[at].stage = Stage::Entering { fresh: true, names };
}

fn refuse(state: &mut State, at: usize) {
    leave_queue(state, at);
    state.clients[at].sections = 0;
    state.clients[at].stage = Stage::Refused;
}

fn enter(model: &LockModel, state: &mut State, at: usize) {
    granted(model, state, at);
    let Stage::Entering { fresh, names } = state.clients[at].stage else { return };
    let slot = slot(state, at);
    if state.server.leases[usize::from(slot)].is_none() {
        return requeue(model, state, at);
    }
    if wants_permit(model, at) && !fresh && model.config.keeps(Rule::GuardedPermits) {
        return peek(model, state, at);
    }
    let now = if model.config.keeps(Rule::OneTransaction) { names } else { names & names.wrapping_neg() };
    for name in (0..NAMES).filter(|name| now & 1 << name != 0) {
        if !state.server.queues[name].contains(&slot) {
            state.server.queues[name].push(slot);
        }
    }
    state.server.fences.retain(|&one| usize::from(one) != at);
    state.server.fences.push(u8::try_from(at).unwrap_or(u8::MAX));
    for (other, contender) in state.clients.iter_mut().zip(&model.config.contenders) {
        if let Stage::Entering { fresh, .. } = &mut other.stage {
            *fresh &= contender.names & now == 0;
        }
    }
    let names = names & !now;
    state.clients[at].again = false;
    if names != 0 {
        state.clients[at].stage = Stage::Entering { fresh: true, names };
    } else {
        look(model, state, at);
    }
}

/// The server answers with what the queues say; watches begin with what comes after.
fn look(model: &LockModel, state: &mut State, at: usize) {
    state.clients[at].woken = false;
    match queue::read(&model.config, state, at) {
        Verdict::Gone => requeue(model, state, at),
        Verdict::Clear => state.clients[at].stage = Stage::Ready,
        Verdict::Blocked(on) => state.clients[at].stage = Stage::Waiting(on),
    }
}

fn wake(model: &LockModel, state: &mut State, at: usize) {
    state.clients[at].woken = false;
    if state.clients[at].stage == Stage::Running {
        // Its own key is gone: SIGKILL now.
        time::kill_now(model, state, at);
    } else {
        state.clients[at].stage = Stage::Ready;
    }
}

fn end(model: &LockModel, state: &mut State, at: usize) {
    if model.config.keeps(Rule::ReapBeforeRelease) {
        return state.settle(at);
    }
    state.delete_lease(slot(state, at));
    state.clients[at].renewal = None;
    state.clients[at].stage = Stage::Sweeping;
}

/// A place is lost: another one is taken.
pub fn requeue(model: &LockModel, state: &mut State, at: usize) {
    if model.config.keeps(Rule::Requeue) {
        leave_queue(state, at);
        state.clients[at].again = true;
    } else {
        state.clients[at].stage = Stage::Waiting(Blocked { name: 0, by: 0 });
    }
}

fn start(model: &LockModel, state: &mut State, at: usize) {
    state.wrong.order |= !queue::holds(&model.config, state, at);
    state.wrong.fence |= state.clients[at].passed;
    let own = state.server.fences.iter().position(|&one| usize::from(one) == at).unwrap_or(0);
    for &other in &state.server.fences[..own] {
        let other = usize::from(other);
        let started = state.clients[other].stage.alive();
        state.clients[other].passed |= !started && queue::conflict(&model.config, other, at);
    }
    state.clients[at].stage = Stage::Running;
}

fn release(state: &mut State, at: usize) {
    state.delete_lease(slot(state, at));
    leave(state, at);
}

/// The section is over.
fn leave(state: &mut State, at: usize) {
    let client = &mut state.clients[at];
    if client.sections != FOR_EVER {
        client.sections -= 1;
    }
    leave_queue(state, at);
}

/// A lease without keys is in nobody's way and is not kept.
fn leave_queue(state: &mut State, at: usize) {
    let slot = state.clients[at].slot;
    state.drop_lease(at);
    if let Some(slot) = slot
        && !state.server.queues.iter().any(|queue| queue.contains(&slot))
    {
        state.server.leases[usize::from(slot)] = None;
    }
}

fn lose_answer(model: &LockModel, state: &mut State, at: usize) {
    state.faults.losses -= 1;
    let first = model.config.keeps(Rule::FirstAttempt);
    let client = &mut state.clients[at];
    client.stage = match client.stage {
        Stage::Granting { age, .. } => Stage::Granting { age: if first { age } else { 0 }, answered: false },
        // A transaction that is repeated finds its keys and only reads.
        _ => Stage::Looking,
    };
}
