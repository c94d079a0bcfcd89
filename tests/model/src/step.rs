//! What each step does.

use crate::action::{Action, free_slot, slot, wants_permit};
use crate::config::{FOR_EVER, NAMES};
use crate::model::LockModel;
use crate::queue;
use crate::rules::Rule;
use crate::state::{Blocked, Leg, Renewal, Stage, State, Verdict};

/// The state after `action`.
pub fn step(model: &LockModel, last: &State, action: Action) -> State {
    let mut next = last.clone();
    let state = &mut next;
    match action {
        Action::Tick => tick(model, state),
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
        Action::Renew(at) => renew(model, state, at),
        Action::Renewal(at) => renewal(model, state, at),
        Action::Renewed(at) => renewed(model, state, at),
        Action::LoseAnswer(at) => lose_answer(model, state, at),
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
    }
    next
}

/// One unit of the server's time. What has to be dead now is dead before the server can expire anything.
fn tick(model: &LockModel, state: &mut State) {
    let timing = &model.timing;
    for left in state.server.leases.iter_mut().flatten() {
        *left = left.saturating_sub(1);
    }
    for at in 0..state.clients.len() {
        grow_older(model, state, at);
        let client = &mut state.clients[at];
        match client.stage {
            Stage::Dying(1) => state.settle(at),
            Stage::Dying(left) => client.stage = Stage::Dying(left - 1),
            Stage::Running | Stage::Sweeping if timing.kill(client.age) && model.config.keeps(Rule::Guardian) => {
                kill(model, state, at);
            }
            _ => {}
        }
    }
    if model.uneven {
        state.phase = (state.phase + 1) % timing.ttl;
    }
}

fn grow_older(model: &LockModel, state: &mut State, at: usize) {
    let ticks = model.timing.advance(model.config.contenders[at].clock, state.phase);
    let client = &mut state.clients[at];
    match &mut client.stage {
        Stage::Granting { age, .. } => *age = model.timing.older(*age, ticks),
        other if other.renews() => client.age = model.timing.older(client.age, ticks),
        _ => {}
    }
    if let Some(renewal) = &mut client.renewal {
        renewal.age = model.timing.older(renewal.age, ticks);
    }
}

fn kill(model: &LockModel, state: &mut State, at: usize) {
    if model.config.dying == 0 {
        state.settle(at);
    } else {
        state.clients[at].stage = Stage::Dying(model.config.dying);
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
        kill(model, state, at);
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

fn requeue(model: &LockModel, state: &mut State, at: usize) {
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

fn renew(model: &LockModel, state: &mut State, at: usize) {
    state.faults.renewals = state.faults.renewals.saturating_sub(1);
    let client = &mut state.clients[at];
    // An answer to an earlier one, where that is allowed, is taken for this one's.
    let leg = client.renewal.map_or(Leg::Sent, |earlier| earlier.leg);
    client.renewal = Some(Renewal { age: 0, leg });
    if !model.config.keeps(Rule::OnlyAcknowledged) {
        client.age = 0;
    }
}

fn renewal(model: &LockModel, state: &mut State, at: usize) {
    let slot = slot(state, at);
    let lease = &mut state.server.leases[usize::from(slot)];
    let leg = if lease.is_some() { Leg::Acknowledged } else { Leg::Refused };
    *lease = lease.map(|_| model.timing.ttl);
    if let Some(renewal) = &mut state.clients[at].renewal {
        renewal.leg = leg;
    }
}

fn renewed(model: &LockModel, state: &mut State, at: usize) {
    let client = &mut state.clients[at];
    let Some(renewal) = client.renewal.take() else { return };
    if renewal.leg == Leg::Acknowledged {
        // A start that was put off for this: the queue is read again.
        if client.stage == Stage::Ready && !model.timing.may_start(client.age) {
            client.stage = Stage::Looking;
        }
        client.age = if model.config.keeps(Rule::DeadlineFromSending) { renewal.age } else { 0 };
    } else if client.stage == Stage::Running {
        kill(model, state, at);
    } else if !client.stage.alive() {
        requeue(model, state, at);
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
