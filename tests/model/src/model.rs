//! The model as the checker sees it: states, steps, properties.

use std::collections::HashSet;
use std::sync::Mutex;
use std::sync::atomic::{AtomicU32, Ordering};

use stateright::{Model, Property};

use crate::action::{self, Action};
use crate::config::{Clock, Config, Timing};
use crate::fair;
use crate::property;
use crate::state::{Stage, State, owner};
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
    /// States from which everybody is served when faults end: hashes.
    pub served: Mutex<HashSet<u64>>,
    seen: AtomicU32,
    told: AtomicU32,
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
}

impl LockModel {
    /// Of a configuration.
    pub fn new(config: Config) -> Self {
        let timing = Timing::new(&config);
        let uneven = config.contenders.iter().any(|contender| contender.clock != Clock::Exact);
        Self { config, timing, uneven, served: Mutex::default(), seen: AtomicU32::new(0), told: AtomicU32::new(0) }
    }

    /// Whether the search has come across it: said once, since the checker would write down every time.
    pub fn tells(&self, what: Seen) -> bool {
        let bit = 1 << what as u32;
        self.has_seen(what) && self.told.fetch_or(bit, Ordering::Relaxed) & bit == 0
    }

    fn has_seen(&self, what: Seen) -> bool {
        self.seen.load(Ordering::Relaxed) & 1 << what as u32 != 0
    }

    fn see(&self, what: Seen, happened: bool) {
        if happened && !self.has_seen(what) {
            self.seen.fetch_or(1 << what as u32, Ordering::Relaxed);
        }
    }

    fn notice(&self, last: &State, action: Action, next: &State) {
        match action {
            Action::Tick => {
                for client in &next.clients {
                    self.see(Seen::PutOff, client.stage == Stage::Ready && !self.timing.may_start(client.age));
                }
                for (before, after) in last.clients.iter().zip(&next.clients) {
                    let killed = before.stage == Stage::Running && after.stage != Stage::Running;
                    let over = after.slot.is_some_and(|slot| next.server.leases[usize::from(slot)] == Some(0));
                    self.see(Seen::KilledByTheClock, killed);
                    self.see(Seen::KilledInTheLastMoment, killed && over);
                }
            }
            Action::Expire(slot) => {
                let waits = matches!(last.clients[owner(slot)].stage, Stage::Waiting(_));
                self.see(Seen::WaiterExpired, waits && last.in_use(slot));
            }
            Action::Look(at) | Action::Renewed(at) => {
                self.see(Seen::Requeued, next.clients[at].again);
                let (before, after) = (&last.clients[at], &next.clients[at]);
                let moved = after.stage == Stage::Running && after.age < before.age;
                self.see(Seen::RenewedWhileRunning, moved);
            }
            Action::LoseAnswer(at) => {
                self.see(Seen::LostGrant, matches!(last.clients[at].stage, Stage::Granting { .. }));
            }
            Action::LoseRenewal(_) => self.see(Seen::LostRenewal, true),
            Action::Start(_) => {
                self.see(Seen::Together, next.clients.iter().filter(|one| one.stage.alive()).count() > 1);
            }
            Action::Release(_) => self.see(Seen::AllServed, fair::all_served(next)),
            Action::Revoke(_) | Action::Break(..) => self.see(Seen::Interfered, true),
            Action::LoseRelease(_) => self.see(Seen::LostRevoke, true),
            _ => {}
        }
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
        self.notice(last, action, &next);
        Some(next)
    }

    fn properties(&self) -> Vec<Property<Self>> {
        property::all(&self.config)
    }
}
