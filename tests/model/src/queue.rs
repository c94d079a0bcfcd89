//! The queue as the server has it, and what a read of it tells a client: the product's own [`Claim::blockers`].

use etcdpat::pattern::lock::Claim;

use crate::config::{Config, NAMES};
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
        let Some(at) = queue.iter().position(|&one| one == own) else {
            missing = true;
            continue;
        };
        found = true;
        let by = blockers(config, &queue[..at], config.contenders[client].claim);
        if by != 0 && verdict == Verdict::Clear {
            verdict = Verdict::Blocked(Blocked { name: u8::from(name != 0), by });
        }
    }
    let lost = if config.keeps(Rule::AllOrNothing) { missing } else { !found };
    if lost { Verdict::Gone } else { verdict }
}

/// Whether all queues say, by the rule of the product, that `client` holds.
pub fn holds(config: &Config, state: &State, client: usize) -> bool {
    let rules = Config { without: None, contenders: Vec::new(), ..*config };
    let rules = Config { contenders: config.contenders.clone(), ..rules };
    read(&rules, state, client) == Verdict::Clear
}

/// Whom a contender waits for, as bits.
fn blockers(config: &Config, ahead: &[Slot], own: Claim) -> u8 {
    let claim = |slot: Slot| config.contenders[owner(slot)].claim;
    let rule = match own {
        Claim::Permit(permits) if !config.keeps(Rule::PermitCount) => Claim::Permit(permits.saturating_add(1)),
        own => own,
    };
    let counts = |at: usize| {
        let different = claim(ahead[at]) != own;
        let waits = blockers_by_rule(config, &ahead[..at], claim(ahead[at])) != 0;
        (config.keeps(Rule::ClaimsConflict) || !different)
            && (config.keeps(Rule::WaitBehindWriter) || !different || own != Claim::Shared || !waits)
    };
    let ahead: Vec<Slot> = (0..ahead.len()).filter(|&at| counts(at)).map(|at| ahead[at]).collect();
    let claims: Vec<Claim> = ahead.iter().map(|&slot| if claim(slot) == own { rule } else { claim(slot) }).collect();
    ahead[rule.blockers(&claims)].iter().fold(0, |bits, slot| bits | 1 << slot)
}

fn blockers_by_rule(config: &Config, ahead: &[Slot], own: Claim) -> u8 {
    let claims: Vec<Claim> = ahead.iter().map(|&slot| config.contenders[owner(slot)].claim).collect();
    ahead[own.blockers(&claims)].iter().fold(0, |bits, slot| bits | 1 << slot)
}

/// Whether two contenders may not hold one lock together, whatever their number.
pub fn conflict(config: &Config, one: usize, other: usize) -> bool {
    let (one, other) = (&config.contenders[one], &config.contenders[other]);
    one.names & other.names != 0 && (one.claim != other.claim || one.claim == Claim::Exclusive)
}

/// Whether somebody in the queues of `client` counts another number of permits.
pub fn other_permits(config: &Config, state: &State, client: usize) -> bool {
    let own = &config.contenders[client];
    let differs = |slot: &Slot| {
        let claim = config.contenders[owner(*slot)].claim;
        matches!(claim, Claim::Permit(_)) && claim != own.claim
    };
    (0..NAMES).any(|name| own.names & 1 << name != 0 && state.server.queues[name].iter().any(differs))
}

/// Whether all keys of `client` are there: what a guarded write compares.
pub fn holds_keys(config: &Config, state: &State, client: usize) -> bool {
    let wanted = |name: usize| config.contenders[client].names & 1 << name != 0;
    let there = |name: usize| state.clients[client].slot.is_some_and(|slot| state.server.queues[name].contains(&slot));
    (0..NAMES).all(|name| !wanted(name) || there(name))
}
