//! Elections: handing over to a chosen successor.
//!
//! | module | what it is for |
//! |---|---|
//! | [`rules`] | the rules, each with a switch |
//! | [`state`] | one state of an election |
//! | [`action`] | what can happen, and when |
//! | [`step`] | what it does |
//! | [`property`] | what must be true |
//! | [`suite`] | what is searched |
//!
//! What happens at any time, uncounted: nodes and askers pause between two steps; requests are read late, and also after
//! they were withdrawn; a waiter stays between a leader and its successor for longer than the leader waits; an asker stops
//! half-way. What is counted: hand-overs that are asked for, nodes that are killed, leases that expire, and deletions
//! without an answer.
//!
//! What must stay true, the assumption: a child is dead when its leader's lease is gone, and is started only while it
//! stands. The model of the lock shows that. A key that is deleted while its lease stands stops no child: that is what this
//! model is about.

pub mod action;
pub mod property;
pub mod rules;
pub mod state;
pub mod step;
pub mod suite;

use std::collections::HashSet;
use std::fmt;
use std::sync::Mutex;

use stateright::{Model, Property};

use crate::fair::{self, Fair};
use crate::notes::Notes;
use crate::search::Search;
use action::Action;
use rules::Rule;
use state::{Stage, State};

/// How often each fault may happen, in all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub struct Faults {
    /// Nodes killed. Their keys go when their leases expire.
    pub kills: u8,
    /// Leases that expire while their nodes are alive.
    pub lapses: u8,
    /// Attempts at a deletion that get no answer. Each may be carried out at any later time, or never.
    pub losses: u8,
}

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { kills, lapses, losses } = self;
        write!(f, "kills {kills}, leases expired {lapses}, answers lost {losses}")
    }
}

/// One search.
#[derive(Clone, Debug)]
pub struct Config {
    /// What it is called in the report.
    pub name: &'static str,
    /// How many candidates there are.
    pub candidates: u8,
    /// How many hand-overs are asked for.
    pub asks: u8,
    /// How much may go wrong.
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
    /// A leader has the answer that its key is deleted.
    HandedOver,
    /// And its successor has been killed.
    HandedToTheDead,
    /// A node leads that has led before, with another key.
    LedAgain,
    /// A waiter stands aside.
    StoodAside,
    /// A waiter finds that the leader which a request names is gone.
    FoundVoid,
    /// A leader gives up waiting for those between.
    GaveUp,
    /// A leader that makes way finds that its successor is gone.
    SuccessorGone,
    /// A leader's deletion fails since its successor is gone.
    LedOn,
    /// A leader is killed while a request to it stands.
    KilledWhileAsked,
    /// A leader gives up waiting for an answer, and leaves.
    LeftUnanswered,
    /// A deletion that is repeated finds that it was carried out.
    FoundDeleted,
    /// A deletion without an answer is carried out.
    LateDeleted,
    /// One arrives late and fails.
    LateInVain,
}

/// A configuration, made ready to be searched.
#[derive(Debug)]
pub struct TransferModel {
    /// What is searched.
    pub config: Config,
    served: Mutex<HashSet<u64>>,
    notes: Notes,
}

impl TransferModel {
    /// Whether the search has come across it: said once.
    pub fn tells(&self, what: Seen) -> bool {
        self.notes.tells(what as u32)
    }

    /// Notes what happened.
    pub fn see(&self, what: Seen, happened: bool) {
        self.notes.see(what as u32, happened);
    }
}

impl Model for TransferModel {
    type State = State;
    type Action = Action;

    fn init_states(&self) -> Vec<State> {
        vec![State::first(&self.config)]
    }

    fn actions(&self, state: &State, actions: &mut Vec<Action>) {
        action::offer(&self.config, state, false, actions);
    }

    fn next_state(&self, last: &State, action: Action) -> Option<State> {
        Some(step::step(self, last, action))
    }

    fn properties(&self) -> Vec<Property<Self>> {
        property::all(self)
    }
}

impl Fair for TransferModel {
    fn served(&self) -> &Mutex<HashSet<u64>> {
        &self.served
    }

    /// Whether a leader's child runs and the leader takes up requests, or nobody is left.
    fn is_served(&self, state: &State) -> bool {
        let leads = |node: &state::Node| node.stage == Stage::Leads && node.child;
        state.nodes.iter().any(leads) || state.nodes.iter().all(|node| node.stage == Stage::Dead)
    }

    fn follow(&self, state: &State) -> Option<State> {
        let mut actions = Vec::new();
        action::offer(&self.config, state, true, &mut actions);
        // Time passes last.
        let action = actions.into_iter().min_by_key(|action| matches!(action, Action::GiveUp(_)))?;
        Some(step::step(self, state, action))
    }
}

impl Search for Config {
    type Model = TransferModel;

    fn model(&self) -> TransferModel {
        TransferModel { config: self.clone(), served: Mutex::default(), notes: Notes::default() }
    }

    fn name(&self) -> &'static str {
        self.name
    }

    fn describe(&self) -> String {
        format!("{} candidates, {} hand-overs asked for", self.candidates, self.asks)
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

    fn circle(&self, model: &TransferModel, last: &State) -> Option<(usize, usize)> {
        (self.only == Some(property::LED)).then(|| fair::lasso(model, last)).flatten()
    }
}
