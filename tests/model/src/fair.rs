//! "Is eventually served", as far as a search through finite states can say it: from every state, when no more faults
//! happen and each step that can be taken is taken in turn, everybody who still wants the lock gets it.
//!
//! The schedule is fixed: messages arrive and keepers run at once; children end one at a time, the earliest fence first,
//! when nothing else can happen; time passes last of all. It is fair: nothing that can happen is put off for ever, except
//! where somebody starves.

use std::collections::HashSet;
use std::collections::hash_map::{DefaultHasher, HashMap};
use std::hash::{Hash, Hasher};
use std::sync::Mutex;

use stateright::Model;

use crate::action::{self, Action};
use crate::config::FOR_EVER;
use crate::model::LockModel;
use crate::state::State;
use crate::step;

/// A model with a fair schedule.
pub trait Fair: Model<State: Clone + Hash> {
    /// States from which the schedule serves: hashes.
    fn served(&self) -> &Mutex<HashSet<u64>>;
    /// Whether there is nobody to be served any more.
    fn is_served(&self, state: &Self::State) -> bool;
    /// The next state of the schedule, which depends on nothing but this one; nothing at a dead end.
    fn follow(&self, state: &Self::State) -> Option<Self::State>;
}

/// Whether the fair schedule serves from here.
pub fn serves<M: Fair>(model: &M, state: &M::State) -> bool {
    let known = |hash: &u64| model.served().lock().is_ok_and(|served| served.contains(hash));
    let mut passed = HashSet::new();
    let mut state = state.clone();
    loop {
        let hash = hash(&state);
        if known(&hash) || model.is_served(&state) {
            if let Ok(mut served) = model.served().lock() {
                served.extend(passed);
            }
            return true;
        }
        // A state that comes again comes for ever.
        if !passed.insert(hash) {
            return false;
        }
        let Some(next) = model.follow(&state) else { return false };
        state = next;
    }
}

/// Where the schedule never serves: how many steps it takes to the state that comes again, and from there back to it. A
/// dead end is a circle of no steps.
pub fn lasso<M: Fair>(model: &M, state: &M::State) -> Option<(usize, usize)> {
    let mut passed = HashMap::new();
    let mut state = state.clone();
    while !model.is_served(&state) {
        let steps = passed.len();
        if let Some(before) = passed.insert(hash(&state), steps) {
            return Some((before, steps - before));
        }
        let Some(next) = model.follow(&state) else { return Some((steps, 0)) };
        state = next;
    }
    None
}

fn hash(state: &impl Hash) -> u64 {
    let mut hasher = DefaultHasher::new();
    state.hash(&mut hasher);
    hasher.finish()
}

impl Fair for LockModel {
    fn served(&self) -> &Mutex<HashSet<u64>> {
        &self.served
    }

    fn is_served(&self, state: &State) -> bool {
        all_served(state)
    }

    fn follow(&self, state: &State) -> Option<State> {
        let mut actions = Vec::new();
        action::offer(self, state, true, &mut actions);
        // Time can always pass.
        let action = actions.into_iter().min_by_key(|&action| rank(state, action)).unwrap_or(Action::Tick);
        Some(step::step(self, state, action))
    }
}

/// Whether nobody wants anything any more, apart from those who want it for ever.
pub fn all_served(state: &State) -> bool {
    state.clients.iter().all(|client| client.sections == 0 || client.sections == FOR_EVER)
}

/// What comes first.
fn rank(state: &State, action: Action) -> usize {
    match action {
        Action::Begin(_) => 1,
        Action::Renew(_) => 2,
        Action::Expire(_) => 3,
        Action::End(at) => 4 + state.server.fences.iter().position(|&one| usize::from(one) == at).unwrap_or(0),
        Action::Clear(..) => 50,
        Action::Tick => 100,
        _ => 0,
    }
}
