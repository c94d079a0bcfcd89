//! A renewal: a keepalive, and then a linearizable read, each at any member that is asked.

use etcdpat::client::{Answered, Confirmation, KeyState};

use crate::action::{Action, slot};
use crate::config::NAMES;
use crate::members::Header;
use crate::model::LockModel;
use crate::queue;
use crate::rules::Rule;
use crate::state::{Stage, State};
use crate::step;
use crate::time;

/// A renewal under way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Renewal {
    /// Ticks of the client's clock since its keepalive was sent.
    pub age: u8,
    /// Where it is.
    pub leg: Leg,
}

/// Where a renewal is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Leg {
    /// The keepalive is on its way to a member.
    Sent,
    /// A member has it and has written the answer's header; `renewer` is who is to renew.
    Taken {
        /// The header of the answer to come.
        header: Header,
        /// That member, or the one that it takes for the leader.
        renewer: u8,
    },
    /// Its acknowledgement, and then the read, are on their way.
    Acknowledged(Header),
    /// The answer "no such lease" is on its way back.
    Refused,
    /// The read has been answered; this is what the two answers say.
    Read(Confirmation),
}

/// What a renewal can do next.
pub fn offer(model: &LockModel, state: &State, at: usize, fair: bool, out: &mut Vec<Action>) {
    let client = &state.clients[at];
    if client.hangs(&model.config) {
        return;
    }
    let members = 0..model.config.members;
    let may_send = client.renewal.is_none()
        || !model.config.keeps(Rule::OneRenewalAtATime) && client.renewal.is_some_and(|one| one.age > 0);
    if is_due(model, state, at) && may_send && (fair || state.faults.renewals > 0) {
        if model.config.keeps(Rule::KeepaliveHeader) || client.witness.is_some() {
            out.push(Action::Renew(at));
        } else {
            out.extend(members.clone().filter(|&one| !state.members.lags(one)).map(|one| Action::Witness(at, one)));
        }
    }
    match client.renewal.map(|one| one.leg) {
        Some(Leg::Sent) => out.extend(members.map(|one| Action::Take(at, one))),
        Some(Leg::Taken { .. }) => out.push(Action::Renewal(at)),
        Some(Leg::Acknowledged(_)) => {
            out.extend(members.filter(|&one| !state.members.lags(one)).map(|one| Action::Read(at, one)));
        }
        Some(Leg::Refused | Leg::Read(_)) => out.push(Action::Renewed(at)),
        None => {}
    }
}

/// Whether a client's next renewal is to be sent.
fn is_due(model: &LockModel, state: &State, at: usize) -> bool {
    let client = &state.clients[at];
    model.timing.renew(client.age) && client.stage.renews() && client.slot.is_some()
}

/// Whether no time may pass before a renewal is sent or answered: where keepers and servers are prompt.
pub fn is_urgent(model: &LockModel, state: &State, at: usize) -> bool {
    let client = &state.clients[at];
    let late = client.renewal.map_or(is_due(model, state, at), |one| one.age >= model.timing.limit);
    late && !client.hangs(&model.config)
}

/// The keeper reads, before it has ever renewed: only without the rule of the keepalive's header.
pub fn witness(state: &mut State, at: usize, member: u8) {
    state.clients[at].witness = Some(state.members.header(member));
}

/// The keeper sends the keepalive.
pub fn send(model: &LockModel, state: &mut State, at: usize) {
    if state.faults.renewals != u8::MAX {
        state.faults.renewals = state.faults.renewals.saturating_sub(1);
    }
    let client = &mut state.clients[at];
    // An answer to an earlier one, where that is allowed, is taken for this one's.
    let leg = client.renewal.map_or(Leg::Sent, |earlier| earlier.leg);
    client.renewal = Some(Renewal { age: 0, leg });
    if !model.config.keeps(Rule::OnlyAcknowledged) {
        client.age = 0;
    }
}

/// A member receives the keepalive, and begins its answer. Where there is one member, it renews at once.
pub fn take(model: &LockModel, state: &mut State, at: usize, member: u8) {
    let (header, renewer) = (state.members.header(member), state.members.renewer(member));
    set_leg(state, at, Leg::Taken { header, renewer });
    if model.config.members == 1 {
        renew(model, state, at);
    }
}

/// The lease is renewed, or so it is said: a replaced leader acknowledges what it knows, and nobody learns of it. A member
/// that leads no more passes it on to who does.
pub fn renew(model: &LockModel, state: &mut State, at: usize) {
    let Some(Leg::Taken { header, renewer }) = state.clients[at].renewal.map(|one| one.leg) else { return };
    let slot = slot(state, at);
    let there = if state.members.is_replaced(renewer) {
        state.members.knew(slot)
    } else {
        let lease = &mut state.server.leases[usize::from(slot)];
        *lease = lease.map(|_| model.timing.ttl);
        lease.is_some()
    };
    set_leg(state, at, if there { Leg::Acknowledged(header) } else { Leg::Refused });
}

/// A member that knows the last term answers the read that follows.
pub fn read(model: &LockModel, state: &mut State, at: usize, member: u8) {
    let Some(Leg::Acknowledged(header)) = state.clients[at].renewal.map(|one| one.leg) else { return };
    let early = model.config.keeps(Rule::HeaderBeforeRenewal);
    let header = if early { header } else { state.members.header(header.member) };
    let read_by = state.members.header(member);
    let renewed_by = if !model.config.keeps(Rule::Witness) {
        Some(read_by)
    } else if model.config.keeps(Rule::KeepaliveHeader) {
        let same_member = model.config.keeps(Rule::SameMember);
        Some(if same_member { header } else { Header { member, ..header } })
    } else {
        state.clients[at].witness.replace(read_by)
    };
    let said = Confirmation::of(renewed_by.map(answered), Some(answered(read_by)), own_keys(model, state, at));
    set_leg(state, at, Leg::Read(said));
}

fn answered(header: Header) -> Answered {
    Answered { member: header.member.into(), term: header.term.into() }
}

/// The keys that must stand, as they do: those of a running child, where that is looked at.
fn own_keys(model: &LockModel, state: &State, at: usize) -> Vec<KeyState> {
    if state.clients[at].stage != Stage::Running || !model.config.keeps(Rule::ReadOwnKeys) {
        return Vec::new();
    }
    let wanted = (0..NAMES).filter(|name| model.config.contenders[at].names & 1 << name != 0);
    wanted.map(|name| queue::key_state(state, at, name)).collect()
}

/// The keeper has the last answer.
pub fn end(model: &LockModel, state: &mut State, at: usize) {
    let client = &mut state.clients[at];
    let Some(renewal) = client.renewal.take() else { return };
    match renewal.leg {
        Leg::Read(Confirmation::Counts) => {
            // A start that was put off for this: the queue is read again.
            if client.stage == Stage::Ready && !model.timing.may_start(client.age) {
                client.stage = Stage::Looking;
            }
            client.age = if model.config.keeps(Rule::DeadlineFromSending) { renewal.age } else { 0 };
        }
        Leg::Read(Confirmation::Changed) => client.renewal = Some(Renewal { age: 0, leg: Leg::Sent }),
        _ if client.stage == Stage::Running => time::kill_now(model, state, at),
        _ if !client.stage.alive() => step::requeue(model, state, at),
        _ => {}
    }
}

fn set_leg(state: &mut State, at: usize, leg: Leg) {
    if let Some(renewal) = &mut state.clients[at].renewal {
        renewal.leg = leg;
    }
}
