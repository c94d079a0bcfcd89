//! What must always be true, and what must be possible lest the search be about nothing.

use etcdpat::pattern::lock::Claim;
use stateright::Property;

use crate::config::{Bound, Breaks, Clock, Config, Contender, Faults, NAMES};
use crate::fair;
use crate::model::{LockModel, Seen};
use crate::queue;
use crate::rules::Rule;
use crate::state::{State, owner};

/// No two conflicting children alive at once.
pub const EXCLUSION: &str = "no two conflicting children are alive at once";
/// A child is started only while the queue, at that moment, says that it holds.
pub const ORDER: &str = "first come, first served";
/// Among conflicting children, fences grow from start to start.
pub const FENCES: &str = "fences grow";
/// From every state, when faults end, everybody is served: no deadlock, no waiter forgotten.
pub const SERVED: &str = "everybody is served once faults end";
/// Of conflicting children alive, the guarded writes of one at most are applied.
pub const GUARDED: &str = "guarded writes of conflicting children are not both applied";
/// Whoever asks for another number of permits than the queue's is refused.
pub const ONE_NUMBER: &str = "a queue counts one number of permits";

/// A child whose key is gone is dead by the last tick of the [bound](LockModel::bound).
pub const DEAD_IN_TIME: &str = "a child whose key is gone is dead in time";

/// The properties of a configuration.
pub fn all(config: &Config) -> Vec<Property<LockModel>> {
    let mut all = vec![
        Property::always(SERVED, fair::serves),
        Property::always(GUARDED, |model: &LockModel, state: &State| {
            let regards = model.config.keeps(Rule::GuardedWrite);
            compatible(model, state, &|at| !regards || queue::holds_keys(&model.config, state, at))
        }),
        Property::always(ONE_NUMBER, one_number),
    ];
    if config.bound.is_some() {
        all.push(Property::always(DEAD_IN_TIME, |model: &LockModel, state: &State| {
            let bound = model.bound.unwrap_or(u8::MAX);
            state.clients.iter().all(|client| client.keyless < bound)
        }));
    }
    if config.breaks != Breaks::Everybody || config.only.is_some() {
        all.push(Property::always(EXCLUSION, |model: &LockModel, state: &State| compatible(model, state, &|_| true)));
        all.push(Property::always(ORDER, |_, state: &State| !state.wrong.order));
        all.push(Property::always(FENCES, |_, state: &State| !state.wrong.fence));
    }
    if config.without.is_none() {
        all.extend(possible(config));
    }
    all.retain(|property| config.only.is_none_or(|only| property.name == only));
    all
}

type Condition = fn(&LockModel, &State) -> bool;

/// What the search must have come across.
fn possible(config: &Config) -> Vec<Property<LockModel>> {
    let Faults { losses, renewals, breaks, elections, stops, blocks } = config.faults;
    let shares = config.contenders.iter().enumerate().any(|(at, one)| {
        let like = |other: &Contender| other.claim == one.claim && other.names & one.names != 0;
        one.claim != Claim::Exclusive && config.contenders[..at].iter().any(like)
    });
    let slow = config.contenders.iter().any(|contender| contender.clock == Clock::Slow);
    let whole = config.dying == 0 && config.late == 0;
    let all: [(bool, &'static str, Condition); 19] = [
        (true, "everybody has been served", |model, _| model.tells(Seen::AllServed)),
        (config.bound != Some(Bound::Renewal), "a child is killed by the clock", |model, _| {
            model.tells(Seen::KilledByTheClock)
        }),
        (true, "a waiter's lease expires", |model, _| model.tells(Seen::WaiterExpired)),
        (true, "a lost place is taken anew", |model, _| model.tells(Seen::Requeued)),
        (true, "a start is put off for a renewal", |model, _| model.tells(Seen::PutOff)),
        (shares, "children run together", |model, _| model.tells(Seen::Together)),
        (slow && whole, "SIGKILL comes in the last moment", |model, _| model.tells(Seen::KilledInTheLastMoment)),
        (renewals > 0, "a running child's deadline moves", |model, _| model.tells(Seen::RenewedWhileRunning)),
        (renewals > 0 && losses > 0, "a renewal is lost", |model, _| model.tells(Seen::LostRenewal)),
        (losses > 0, "a grant's answer is lost", |model, _| model.tells(Seen::LostGrant)),
        (losses > 0, "a revoke is lost", |model, _| model.tells(Seen::LostRevoke)),
        (breaks > 0, "an administrator interferes", |model, _| model.tells(Seen::Interfered)),
        (elections > 0, "a replaced leader renews", |model, _| model.tells(Seen::RenewedInVain)),
        (elections > 0, "a renewal is made again", |model, _| model.tells(Seen::RenewedAgain)),
        (breaks > 0 && config.bound.is_some(), "a renewal shows that a key is gone", |model, _| {
            model.tells(Seen::LossShown)
        }),
        (config.bound.is_some(), "a child whose key is gone runs on to the last moment", |model, _| {
            model.tells(Seen::AliveToTheLastMoment)
        }),
        (config.late > 0, "a kill comes in the last moment", |model, _| model.tells(Seen::KilledLate)),
        (stops > 0, "the keeper kills in its guardian's place", |model, _| model.tells(Seen::KilledByTheKeeper)),
        (blocks > 0, "a child is killed while the output blocks", |model, _| model.tells(Seen::KilledUnheard)),
    ];
    let asked = all.into_iter().filter(|(asked, ..)| *asked);
    asked.map(|(_, name, condition)| Property::sometimes(name, condition)).collect()
}

fn alive(state: &State) -> impl Iterator<Item = usize> {
    (0..state.clients.len()).filter(|&at| state.clients[at].stage.alive())
}

/// Whether the children alive that are `counted` may be so at once: the rule of exclusion, said anew.
fn compatible(model: &LockModel, state: &State, counted: &dyn Fn(usize) -> bool) -> bool {
    (0..NAMES).all(|name| {
        let contenders = &model.config.contenders;
        let mut claims = alive(state).filter(|&at| contenders[at].names & 1 << name != 0 && counted(at));
        let Some(first) = claims.next().map(|at| contenders[at].claim) else { return true };
        let others = claims.map(|at| contenders[at].claim).collect::<Vec<_>>();
        others.iter().all(|&claim| claim == first)
            && match first {
                Claim::Exclusive => others.is_empty(),
                Claim::Shared => true,
                Claim::Permit(permits) => u32::try_from(others.len()).is_ok_and(|others| others < permits.get()),
            }
    })
}

fn one_number(model: &LockModel, state: &State) -> bool {
    state.server.queues.iter().enumerate().all(|(name, queue)| {
        let claims = queue.iter().filter(|slot| !state.is_stray(name, **slot));
        let claims = claims.map(|&slot| model.config.contenders[owner(slot)].claim);
        let mut permits = claims.filter(|claim| matches!(claim, Claim::Permit(_)));
        permits.next().is_none_or(|first| permits.all(|claim| claim == first))
    })
}
