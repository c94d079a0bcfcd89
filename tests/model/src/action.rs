//! What can happen, and when.

use etcdpat::pattern::lock::Claim;

use crate::config::{Breaks, NAMES};
use crate::model::LockModel;
use crate::queue;
use crate::rules::Rule;
use crate::state::{Leg, Slot, Stage, State, Verdict, owner};

/// One step. The number is the client's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Time passes: guardians kill where it is time.
    Tick,
    /// The server deletes a lease whose time is over, or a late revoke arrives.
    Expire(Slot),
    /// A keeper sends its grant.
    Begin(usize),
    /// The server grants, or reads a repeated grant back.
    Grant(usize),
    /// The keeper has the grant's answer, and the server answers the read before a permit enters.
    Peek(usize),
    /// The keeper has that answer, and the server carries out the transaction that enters.
    Enter(usize),
    /// A watch has told the keeper of a deletion, where it waited for one, and the server answers the read of own key and
    /// what is ahead.
    Look(usize),
    /// A watch tells the keeper of a deletion, and it acts on that alone.
    Wake(usize),
    /// The child is started.
    Start(usize),
    /// The command ends, and what it left is stopped and reaped.
    End(usize),
    /// The last of what it left, or of what was killed, is reaped.
    Swept(usize),
    /// The keeper, in place of a guardian, kills because it is time.
    KeeperKills(usize),
    /// The revoke arrives.
    Release(usize),
    /// The keeper sends a renewal.
    Renew(usize),
    /// The server receives it.
    Renewal(usize),
    /// The keeper has its answer.
    Renewed(usize),
    /// The answer to a grant or a read is lost; the request is repeated.
    LoseAnswer(usize),
    /// A renewal or its answer is lost.
    LoseRenewal(usize),
    /// No revoke arrives while the keeper waits for it.
    LoseRelease(usize),
    /// An administrator revokes a lease.
    Revoke(Slot),
    /// An administrator deletes a key.
    Break(usize, Slot),
}

/// All that can happen in `state`. `fair`: only what happens without faults, whatever the budgets say.
pub fn offer(model: &LockModel, state: &State, fair: bool, out: &mut Vec<Action>) {
    out.push(Action::Tick);
    for slot in (0..).take(state.server.leases.len()) {
        let left = state.server.leases[usize::from(slot)];
        if left == Some(0) || !fair && left.is_some() && !state.in_use(slot) {
            out.push(Action::Expire(slot));
        }
    }
    for client in 0..state.clients.len() {
        offer_step(model, state, client, out);
        offer_renewal(model, state, client, fair, out);
        if !fair && state.faults.losses > 0 {
            offer_losses(state, client, out);
        }
    }
    if !fair && state.faults.breaks > 0 {
        offer_breaks(model, state, out);
    }
}

fn offer_step(model: &LockModel, state: &State, at: usize, out: &mut Vec<Action>) {
    let client = &state.clients[at];
    match client.stage {
        Stage::Out if client.sections > 0 && free_slot(state, at).is_some() => out.push(Action::Begin(at)),
        Stage::Granting { answered: false, .. } => out.push(Action::Grant(at)),
        Stage::Granting { .. } if wants_permit(model, at) => out.push(Action::Peek(at)),
        Stage::Granting { .. } | Stage::Entering { .. } => out.push(Action::Enter(at)),
        Stage::Looking => out.push(Action::Look(at)),
        Stage::Waiting(_) if client.woken => {
            let reads = model.config.keeps(Rule::ReadAfterWake);
            out.push(if reads { Action::Look(at) } else { Action::Wake(at) });
        }
        Stage::Ready if model.timing.may_start(client.age) || !model.config.keeps(Rule::LookAtTheClock) => {
            out.push(Action::Start(at));
        }
        Stage::Running => {
            out.push(Action::End(at));
            if client.woken {
                out.push(Action::Wake(at));
            }
        }
        Stage::Sweeping | Stage::Dying(_) => out.push(Action::Swept(at)),
        Stage::Ended => out.push(Action::Release(at)),
        Stage::Out | Stage::Waiting(_) | Stage::Ready | Stage::Refused => {}
    }
    let late = client.stage.alive() && model.timing.kill(client.age);
    if late && !model.config.keeps(Rule::Guardian) {
        out.push(Action::KeeperKills(at));
    }
}

fn offer_renewal(model: &LockModel, state: &State, at: usize, fair: bool, out: &mut Vec<Action>) {
    let client = &state.clients[at];
    let may_send = client.renewal.is_none()
        || !model.config.keeps(Rule::OneRenewalAtATime) && client.renewal.is_some_and(|one| one.age > 0);
    let due = model.timing.renew(client.age) && client.stage.renews() && client.slot.is_some();
    if due && may_send && (fair || state.faults.renewals > 0) {
        out.push(Action::Renew(at));
    }
    match client.renewal.map(|one| one.leg) {
        Some(Leg::Sent) => out.push(Action::Renewal(at)),
        Some(_) => out.push(Action::Renewed(at)),
        None => {}
    }
}

fn offer_losses(state: &State, at: usize, out: &mut Vec<Action>) {
    let client = &state.clients[at];
    match client.stage {
        Stage::Granting { answered: true, .. } | Stage::Ready => out.push(Action::LoseAnswer(at)),
        Stage::Ended => out.push(Action::LoseRelease(at)),
        _ => {}
    }
    if client.renewal.is_some() {
        out.push(Action::LoseRenewal(at));
    }
}

fn offer_breaks(model: &LockModel, state: &State, out: &mut Vec<Action>) {
    let may_hit = |slot: Slot| {
        let waits = matches!(queue::read(&model.config, state, owner(slot)), Verdict::Blocked(_));
        model.config.breaks == Breaks::Everybody || waits && state.in_use(slot)
    };
    for slot in (0..).take(state.server.leases.len()) {
        if state.server.leases[usize::from(slot)].is_none() || !may_hit(slot) {
            continue;
        }
        out.push(Action::Revoke(slot));
        let stands = |&name: &usize| state.server.queues[name].contains(&slot);
        out.extend((0..NAMES).filter(stands).map(|name| Action::Break(name, slot)));
    }
}

/// A lease id that nothing stands on.
pub fn free_slot(state: &State, client: usize) -> Option<Slot> {
    (0..2)
        .map(|which| 2 * client + which)
        .find(|&slot| state.server.leases[slot].is_none())
        .and_then(|slot| slot.try_into().ok())
}

/// The lease in use, of a client that has one.
///
/// # Panics
/// When it has none: a mistake in the model.
pub fn slot(state: &State, client: usize) -> Slot {
    state.clients[client].slot.expect("a client in this stage has a lease")
}

/// Whether it is a permit that a contender wants.
pub fn wants_permit(model: &LockModel, client: usize) -> bool {
    matches!(model.config.contenders[client].claim, Claim::Permit(_))
}
