//! The model as the checker sees it: states, steps, properties.

use std::collections::HashSet;
use std::sync::Mutex;

use stateright::{Model, Property};

use crate::action::{self, Action};
use crate::config::{Bound, Clock, Config, Timing};
use crate::notes::Notes;
use crate::notice;
use crate::property;
use crate::state::State;
use crate::step;

/// A configuration, made ready to be searched.
#[derive(Debug)]
pub struct LockModel {
    /// What is searched.
    pub config: Config,
    /// The product's arithmetic.
    pub timing: Timing,
    /// Whether some clock is off, so that the phase matters.
    pub uneven: bool,
    /// By which tick a child must be dead whose key is gone, where that is looked at.
    pub bound: Option<u8>,
    /// States from which everybody is served when faults end: hashes.
    pub served: Mutex<HashSet<u64>>,
    notes: Notes,
}

/// What the search has come across.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    /// Everybody has been served.
    AllServed,
    /// Two children run together.
    Together,
    /// A child is not started because too little time is left.
    PutOff,
    /// An administrator revokes or deletes.
    Interfered,
    /// A child is killed because it is time.
    KilledByTheClock,
    /// And in that moment the server may expire its lease.
    KilledInTheLastMoment,
    /// A waiter, or whoever was about to start, has lost its place and takes another.
    Requeued,
    /// A waiter's lease expires.
    WaiterExpired,
    /// A renewal moves the deadline of a running child.
    RenewedWhileRunning,
    /// The answer to a grant is lost.
    LostGrant,
    /// A renewal or its answer is lost.
    LostRenewal,
    /// A revoke is lost.
    LostRevoke,
    /// A leader that has been replaced acknowledges a renewal.
    RenewedInVain,
    /// A renewal does not count, and is made again.
    RenewedAgain,
    /// A renewal's read shows that a key is not as it was made.
    LossShown,
    /// A child whose key is gone has run on for as long as it may.
    AliveToTheLastMoment,
    /// A guardian kills as late as it may.
    KilledLate,
    /// The keeper kills in the place of a stopped guardian.
    KilledByTheKeeper,
    /// A child is killed while its keeper's output blocks.
    KilledUnheard,
}

impl LockModel {
    /// Of a configuration.
    pub fn new(config: Config) -> Self {
        let timing = Timing::new(&config);
        let uneven = config.contenders.iter().any(|contender| contender.clock != Clock::Exact);
        let bound = timing.bound(&config);
        let (served, notes) = Default::default();
        Self { config, timing, uneven, bound, served, notes }
    }

    /// Whether keepers send in time and are answered in time.
    pub fn is_prompt(&self) -> bool {
        self.config.bound == Some(Bound::Renewal)
    }

    /// Whether the search has come across it: said once.
    pub fn tells(&self, what: Seen) -> bool {
        self.notes.tells(what as u32)
    }

    /// Notes what happened.
    pub fn see(&self, what: Seen, happened: bool) {
        self.notes.see(what as u32, happened);
    }
}

impl Model for LockModel {
    type State = State;
    type Action = Action;

    fn init_states(&self) -> Vec<State> {
        vec![State::first(&self.config)]
    }

    fn actions(&self, state: &State, actions: &mut Vec<Action>) {
        action::offer(self, state, false, actions);
    }

    fn next_state(&self, last: &State, action: Action) -> Option<State> {
        let next = step::step(self, last, action);
        notice::notice(self, last, action, &next);
        Some(next)
    }

    fn properties(&self) -> Vec<Property<Self>> {
        property::all(&self.config)
    }
}
