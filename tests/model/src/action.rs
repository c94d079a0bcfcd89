//! What can happen, and when.

use etcdpat::pattern::lock::Claim;

use crate::config::{Breaks, NAMES};
use crate::model::LockModel;
use crate::queue;
use crate::renewal;
use crate::rules::Rule;
use crate::state::{Slot, Stage, State, Verdict, owner};
use crate::time;

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
    /// The guardian kills because it is time, before it has to.
    Kill(usize),
    /// A member answers a keeper's read, before its first renewal.
    Witness(usize, u8),
    /// The keeper sends a renewal: its keepalive.
    Renew(usize),
    /// A member receives it.
    Take(usize, u8),
    /// The lease is renewed, by whoever that member takes for the leader.
    Renewal(usize),
    /// The keeper has its answer and sends the read, and a member answers that.
    Read(usize, u8),
    /// The keeper has the renewal's last answer.
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
    /// An administrator writes a key again, without its lease.
    Overwrite(usize, Slot),
    /// Its owner, which uses it no more, or an administrator deletes a key that was written again.
    Clear(usize, Slot),
    /// A member is made the leader of a new term.
    Elect(u8),
    /// A member learns of the last term.
    Learn(u8),
    /// A guardian is stopped.
    Stop(usize),
    /// A keeper's output blocks, for ever.
    Block(usize),
}

/// All that can happen in `state`. `fair`: only what happens without faults, whatever the budgets say.
pub fn offer(model: &LockModel, state: &State, fair: bool, out: &mut Vec<Action>) {
    offer_members(model, state, fair, out);
    let clients = 0..state.clients.len();
    if !model.is_prompt() || !clients.clone().any(|at| renewal::is_urgent(model, state, at)) {
        out.push(Action::Tick);
    }
    for slot in (0..).take(state.server.leases.len()) {
        let left = state.server.leases[usize::from(slot)];
        if left == Some(0) || !fair && left.is_some() && !state.in_use(slot) {
            out.push(Action::Expire(slot));
        }
    }
    for client in clients {
        offer_step(model, state, client, out);
        renewal::offer(model, state, client, fair, out);
        if !fair {
            offer_faults(state, client, out);
        }
    }
    offer_clearing(state, out);
    if !fair && state.faults.breaks > 0 {
        offer_breaks(model, state, out);
    }
}

fn offer_members(model: &LockModel, state: &State, fair: bool, out: &mut Vec<Action>) {
    for member in 0..model.config.members {
        if state.members.lags(member) {
            out.push(Action::Learn(member));
        }
        if !fair && state.faults.elections > 0 {
            out.push(Action::Elect(member));
        }
    }
}

fn offer_step(model: &LockModel, state: &State, at: usize, out: &mut Vec<Action>) {
    let client = &state.clients[at];
    if time::may_be_killed(model, state, at) {
        out.push(Action::Kill(at));
    }
    match client.stage {
        // Its guardian works without it.
        Stage::Running | Stage::Sweeping | Stage::Dying(_) if client.hangs(&model.config) => {
            out.push(if client.stage == Stage::Running { Action::End(at) } else { Action::Swept(at) });
        }
        _ if client.hangs(&model.config) => {}
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

fn offer_faults(state: &State, at: usize, out: &mut Vec<Action>) {
    let client = &state.clients[at];
    if client.stage == Stage::Running && state.faults.stops > 0 && !client.fails.guardian {
        out.push(Action::Stop(at));
    }
    if client.stage == Stage::Running && state.faults.blocks > 0 && !client.fails.output {
        out.push(Action::Block(at));
    }
    if state.faults.losses == 0 {
        return;
    }
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
    let breaks = model.config.breaks;
    let may_hit = |slot: Slot| {
        let waits = matches!(queue::read(&model.config, state, owner(slot)), Verdict::Blocked(_));
        breaks != Breaks::Waiters || waits && state.in_use(slot)
    };
    for slot in (0..).take(state.server.leases.len()) {
        if state.server.leases[usize::from(slot)].is_none() || !may_hit(slot) {
            continue;
        }
        let stands = |&name: &usize| state.server.queues[name].contains(&slot) && !state.is_stray(name, slot);
        if breaks != Breaks::Overwrites {
            out.push(Action::Revoke(slot));
            out.extend((0..NAMES).filter(stands).map(|name| Action::Break(name, slot)));
        }
        if breaks != Breaks::Waiters {
            out.extend((0..NAMES).filter(stands).map(|name| Action::Overwrite(name, slot)));
        }
    }
}

/// Keys that were written again, and whose owners use them no more.
fn offer_clearing(state: &State, out: &mut Vec<Action>) {
    for (name, queue) in state.server.queues.iter().enumerate() {
        let left = |slot: &&Slot| state.is_stray(name, **slot) && !state.in_use(**slot);
        out.extend(queue.iter().filter(left).map(|&slot| Action::Clear(name, slot)));
    }
}

/// A lease id that nothing stands on.
pub fn free_slot(state: &State, client: usize) -> Option<Slot> {
    (0..2)
        .map(|which| 2 * client + which)
        .filter(|&slot| state.server.leases[slot].is_none())
        .filter_map(|slot| slot.try_into().ok())
        .find(|slot| !state.server.queues.iter().any(|queue| queue.contains(slot)))
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
