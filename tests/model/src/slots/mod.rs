//! Elections: periodic work of the leader alone.
//!
//! | module | what it is for |
//! |---|---|
//! | [`rules`] | the rules, each with a switch |
//! | [`state`] | one state: nodes, runs, the record |
//! | [`action`] | what can happen, and when |
//! | [`step`] | what it does |
//! | [`property`] | what must be true |
//! | [`suite`] | what is searched |
//!
//! Taken from the product: `schedule::Schedule::due` for what is due.
//!
//! What happens at any time, uncounted: time passes; nodes pause between two steps, for ever where one was killed; a leader
//! whose lease is gone does not know it, and goes on writing; a leader gives up its leadership while a write is under way.
//! What is counted: leaderships, leases that expire under leaders, and writes that are held up or whose answers are lost.
//!
//! What must stay true, the assumptions: one key at most is the first in the queue; a run is dead when its leader's lease is
//! gone, and is started only while it stands. The model of the lock shows both. Nodes' clocks differ by whole ticks; nothing
//! else is assumed of them.

pub mod action;
pub mod property;
pub mod rules;
pub mod state;
pub mod step;
pub mod suite;

use std::fmt;

use stateright::{Model, Property};

use crate::notes::Notes;
use crate::search::Search;
use action::Action;
use rules::Rule;
use state::{State, Ticks};

/// How often each of these may happen, in all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Faults {
    /// Leaderships.
    pub terms: u8,
    /// Leases that expire under leaders.
    pub lapses: u8,
    /// Writes that are held up, and answers to writes that are lost.
    pub losses: u8,
}

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { terms, lapses, losses } = self;
        write!(f, "leaderships {terms}, leases expired {lapses}, writes lost {losses}")
    }
}

/// One search.
#[derive(Clone, Debug)]
pub struct Config {
    /// What it is called in the report.
    pub name: &'static str,
    /// By how much each node's clock is ahead.
    pub clocks: Vec<Ticks>,
    /// The time from slot to slot, in ticks.
    pub period: u8,
    /// When the search ends.
    pub end: Ticks,
    /// How much may happen.
    pub faults: Faults,
    /// The rule that is switched off.
    pub without: Option<Rule>,
    /// The one property that is looked at; by default all.
    pub only: Option<&'static str>,
}

impl Config {
    /// Whether a rule is kept.
    pub fn keeps(&self, rule: Rule) -> bool {
        self.without != Some(rule)
    }
}

/// What the search has come across.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Seen {
    /// Slots have passed that nobody began.
    Missed,
    /// The recorded slot is ahead of a leader's clock.
    ClockBehind,
    /// A leader finds a slot of another one whose end is not recorded.
    Interrupted,
    /// A run is dead since its leader's lease is gone.
    RunKilled,
    /// The write of a leader that leads no more is refused for this alone.
    OldLeaderRefused,
    /// A refused write finds that an earlier attempt was carried out.
    ReadBack,
    /// A leader gives up waiting for an answer.
    GaveUp,
    /// A write that was held up is carried out.
    LateWritten,
    /// A write that was held up is refused.
    LateInVain,
}

/// A configuration, made ready to be searched.
#[derive(Debug)]
pub struct SlotsModel {
    /// What is searched.
    pub config: Config,
    notes: Notes,
}

impl SlotsModel {
    /// Whether the search has come across it: said once.
    pub fn tells(&self, what: Seen) -> bool {
        self.notes.tells(what as u32)
    }

    /// Notes what happened.
    pub fn see(&self, what: Seen, happened: bool) {
        self.notes.see(what as u32, happened);
    }
}

impl Model for SlotsModel {
    type State = State;
    type Action = Action;

    fn init_states(&self) -> Vec<State> {
        vec![State::first(&self.config)]
    }

    fn actions(&self, state: &State, actions: &mut Vec<Action>) {
        action::offer(&self.config, state, actions);
    }

    fn next_state(&self, last: &State, action: Action) -> Option<State> {
        Some(step::step(self, last, action))
    }

    fn properties(&self) -> Vec<Property<Self>> {
        property::all(self)
    }
}

impl Search for Config {
    type Model = SlotsModel;

    fn model(&self) -> SlotsModel {
        SlotsModel { config: self.clone(), notes: Notes::default() }
    }

    fn name(&self) -> &'static str {
        self.name
    }

    fn describe(&self) -> String {
        let clocks: Vec<_> = self.clocks.iter().map(|clock| format!("{clock:+}")).collect();
        format!("clocks {}; a slot every {} ticks, for {} ticks", clocks.join(", "), self.period, self.end)
    }

    fn faults(&self) -> String {
        self.faults.to_string()
    }

    fn without(&self) -> Option<String> {
        self.without.map(|rule| format!("{rule:?}"))
    }

    fn only(&self) -> Option<&'static str> {
        self.only
    }

    fn circle(&self, _: &SlotsModel, _: &State) -> Option<(usize, usize)> {
        None
    }
}
