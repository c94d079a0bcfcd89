//! The queue as the server has it, and what a read of it tells a client: the product's own [`Claim::blockers`].

use etcdpat::client::KeyState;
use etcdpat::pattern::lock::Claim;

use crate::config::{Config, Contender, NAMES};
use crate::rules::Rule;
use crate::state::{Blocked, Slot, State, Verdict, owner};

/// What a read of all queues that `client` wants says to it.
pub fn read(config: &Config, state: &State, client: usize) -> Verdict {
    let Some(own) = state.clients[client].slot else { return Verdict::Gone };
    let wanted = (0..NAMES).filter(|name| config.contenders[client].names & 1 << name != 0);
    let mut verdict = Verdict::Clear;
    let (mut found, mut missing) = (false, false);
    for name in wanted {
        let queue = &state.server.queues[name];
        let at = queue.iter().position(|&one| one == own).filter(|_| !state.is_stray(name, own));
        let Some(at) = at else {
            missing = true;
            continue;
        };
        found = true;
        let by = blockers(config, &ahead(config, state, name, at), config.contenders[client].claim);
        if by != 0 && verdict == Verdict::Clear {
            verdict = Verdict::Blocked(Blocked { name: u8::from(name != 0), by });
        }
    }
    let lost = if config.keeps(Rule::AllOrNothing) { missing } else { !found };
    if lost { Verdict::Gone } else { verdict }
}

/// Whether nothing that conflicts is ahead of `client` in any queue that it wants, by the rules of the product. A key that
/// was written again without its lease keeps its place.
pub fn holds(config: &Config, state: &State, client: usize) -> bool {
    let Contender { claim, names, .. } = config.contenders[client];
    let rules = Config { without: None, ..config.clone() };
    let place = |name: usize| {
        let own = state.clients[client].slot;
        state.server.queues[name].iter().position(|&one| Some(one) == own)
    };
    let is_first = |name| place(name).is_some_and(|at| blockers(&rules, &ahead(&rules, state, name, at), claim) == 0);
    (0..NAMES).filter(|name| names & 1 << name != 0).all(is_first)
}

/// The first `count` in a queue, and what each claims. A key that was written again without its lease is nobody's, and
/// exclusive.
fn ahead(config: &Config, state: &State, name: usize, count: usize) -> Vec<(Slot, Claim)> {
    let one = |&slot: &Slot| {
        let stray = state.is_stray(name, slot);
        let claim = if stray { Claim::Exclusive } else { config.contenders[owner(slot)].claim };
        (!stray || config.keeps(Rule::ForeignLeaseBlocks)).then_some((slot, claim))
    };
    state.server.queues[name][..count].iter().filter_map(one).collect()
}

/// Whom a contender waits for, as bits.
fn blockers(config: &Config, ahead: &[(Slot, Claim)], own: Claim) -> u8 {
    let rule = match own {
        Claim::Permit(permits) if !config.keeps(Rule::PermitCount) => Claim::Permit(permits.saturating_add(1)),
        own => own,
    };
    let counts = |at: usize| {
        let claim = ahead[at].1;
        let waits = blockers_by_rule(&ahead[..at], claim) != 0;
        (config.keeps(Rule::ClaimsConflict) || claim == own)
            && (config.keeps(Rule::WaitBehindWriter) || claim == own || own != Claim::Shared || !waits)
    };
    let as_ruled = |(slot, claim)| (slot, if claim == own { rule } else { claim });
    let counted: Vec<_> = (0..ahead.len()).filter(|&at| counts(at)).map(|at| as_ruled(ahead[at])).collect();
    blockers_by_rule(&counted, rule)
}

fn blockers_by_rule(ahead: &[(Slot, Claim)], own: Claim) -> u8 {
    let claims: Vec<Claim> = ahead.iter().map(|&(_, claim)| claim).collect();
    ahead[own.blockers(&claims)].iter().fold(0, |bits, (slot, _)| bits | 1 << slot)
}

/// Whether two contenders may not hold one lock together, whatever their number.
pub fn conflict(config: &Config, one: usize, other: usize) -> bool {
    let (one, other) = (&config.contenders[one], &config.contenders[other]);
    one.names & other.names != 0 && (one.claim != other.claim || one.claim == Claim::Exclusive)
}

/// Whether somebody in the queues of `client` counts another number of permits.
pub fn other_permits(config: &Config, state: &State, client: usize) -> bool {
    let own = &config.contenders[client];
    let differs = |name: usize, slot: Slot| {
        let claim = config.contenders[owner(slot)].claim;
        matches!(claim, Claim::Permit(_)) && claim != own.claim && !state.is_stray(name, slot)
    };
    let wanted = |name: &usize| own.names & 1 << name != 0;
    (0..NAMES).filter(wanted).any(|name| state.server.queues[name].iter().any(|&slot| differs(name, slot)))
}

/// Whether all keys of `client` stand: what a guarded write compares.
pub fn holds_keys(config: &Config, state: &State, client: usize) -> bool {
    let wanted = |name: usize| config.contenders[client].names & 1 << name != 0;
    (0..NAMES).all(|name| !wanted(name) || key_state(state, client, name) == KeyState::AsMade)
}

/// How the key of `client` in a queue stands. Its create revision is any number, and so is its lease.
pub fn key_state(state: &State, client: usize, name: usize) -> KeyState {
    let own = state.clients[client].slot.filter(|slot| state.server.queues[name].contains(slot));
    KeyState::of(own.map(|slot| (1, i64::from(!state.is_stray(name, slot)))), 1, 1)
}
