//! What passing time does, and who is killed when.

use crate::model::LockModel;
use crate::queue;
use crate::rules::Rule;
use crate::state::{Stage, State};

/// One unit of the server's time. What has to be dead now is dead before the server can expire anything.
pub fn tick(model: &LockModel, state: &mut State) {
    for left in state.server.leases.iter_mut().flatten() {
        *left = left.saturating_sub(1);
    }
    for at in 0..state.clients.len() {
        grow_older(model, state, at);
        count_keyless(model, state, at);
        match state.clients[at].stage {
            Stage::Dying(1) => state.settle(at),
            Stage::Dying(left) => state.clients[at].stage = Stage::Dying(left - 1),
            Stage::Running | Stage::Sweeping if must_be_killed(model, state, at) => kill(model, state, at),
            _ => {}
        }
    }
    if model.uneven {
        state.phase = (state.phase + 1) % model.timing.ttl;
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

/// How long a child has run on without a key, up to what is too long.
fn count_keyless(model: &LockModel, state: &mut State, at: usize) {
    let Some(bound) = model.bound else { return };
    if state.clients[at].stage.alive() && !queue::holds_keys(&model.config, state, at) {
        let keyless = &mut state.clients[at].keyless;
        *keyless = (*keyless + 1).min(bound);
    }
}

/// Whether the time that the kill may take is over. The guardian kills; where it is stopped, the keeper, unless that one
/// hangs.
fn must_be_killed(model: &LockModel, state: &State, at: usize) -> bool {
    let client = &state.clients[at];
    let somebody_runs = !client.fails.guardian || !client.hangs(&model.config);
    model.timing.kill_by(client.age) && somebody_runs && model.config.keeps(Rule::Guardian)
}

/// Whether the guardian may kill now, before it has to.
pub fn may_be_killed(model: &LockModel, state: &State, at: usize) -> bool {
    let client = &state.clients[at];
    let due = model.timing.kill(client.age) && !model.timing.kill_by(client.age);
    due && matches!(client.stage, Stage::Running | Stage::Sweeping) && !client.fails.guardian
}

/// The keeper orders the kill of a child whose lock is lost. A stopped guardian takes as long as it takes the keeper to
/// put it out of the way.
pub fn kill_now(model: &LockModel, state: &mut State, at: usize) {
    let wait = if state.clients[at].fails.guardian { model.config.late } else { 0 };
    kill_within(state, at, model.config.dying + wait);
}

/// SIGKILL goes out.
pub fn kill(model: &LockModel, state: &mut State, at: usize) {
    kill_within(state, at, model.config.dying);
}

fn kill_within(state: &mut State, at: usize, ticks: u8) {
    if ticks == 0 {
        state.settle(at);
    } else {
        state.clients[at].stage = Stage::Dying(ticks);
    }
}
