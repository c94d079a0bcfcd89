//! Runs searches, and says what they found.

use std::fmt::Debug;
use std::hash::Hash;
use std::thread::available_parallelism;
use std::time::{Duration, Instant};

use stateright::{Checker, Expectation, HasDiscoveries, Model};

use crate::config::Config;
use crate::fair;
use crate::model::LockModel;
use crate::property::SERVED;

/// One search: a configuration of a model.
pub trait Search {
    /// The model.
    type Model: Model<State: Clone + Debug + Hash + PartialEq + Send + Sync, Action: Clone + Debug + PartialEq>
        + Send
        + Sync
        + 'static;

    /// Made ready to be searched.
    fn model(&self) -> Self::Model;
    /// What it is called in the report.
    fn name(&self) -> &'static str;
    /// Who takes part, for people.
    fn describe(&self) -> String;
    /// How much may go wrong, for people.
    fn faults(&self) -> String;
    /// The rule that is switched off.
    fn without(&self) -> Option<String>;
    /// The one property that is looked at; by default all.
    fn only(&self) -> Option<&'static str>;
    /// The circle in which the last state of a counter-example ends, where it is about service.
    fn circle(&self, model: &Self::Model, last: &<Self::Model as Model>::State) -> Option<(usize, usize)>;
}

/// What a search through all states found.
#[derive(Debug)]
pub struct Searched {
    /// Distinct states.
    pub states: usize,
    /// Steps of the longest of the shortest ways to a state.
    pub depth: usize,
    /// How long it took.
    pub took: Duration,
    /// Each property: its name, whether it is to hold always or sometimes, and whether it does.
    pub properties: Vec<(&'static str, Expectation, bool)>,
}

/// A counter-example.
#[derive(Debug)]
pub struct CounterExample<Action> {
    /// No shorter one does.
    pub actions: Vec<Action>,
    /// Where it is that somebody is never served: the steps of the fair schedule that lead into a circle, and the steps
    /// of that circle.
    pub circle: Option<(usize, usize)>,
    /// Distinct states seen until it was found.
    pub states: usize,
}

/// The steps of a search.
type Action<S> = <<S as Search>::Model as Model>::Action;

/// Searches all states.
pub fn search(config: &impl Search) -> Searched {
    let begun = Instant::now();
    let threads = available_parallelism().map_or(1, usize::from);
    let checker = config.model().checker().threads(threads).spawn_bfs().join();
    let found = checker.discoveries();
    let properties = checker.model().properties();
    let good = |expectation: &Expectation, name| found.contains_key(name) == (*expectation == Expectation::Sometimes);
    Searched {
        states: checker.unique_state_count(),
        depth: checker.max_depth() - 1,
        took: begun.elapsed(),
        properties: properties.iter().map(|p| (p.name, p.expectation.clone(), good(&p.expectation, p.name))).collect(),
    }
}

/// A shortest way to break the only property of a configuration, where there is one.
pub fn counter_example<S: Search>(config: &S) -> Option<CounterExample<Action<S>>> {
    let mut best: Option<CounterExample<Action<S>>> = None;
    loop {
        let checker = config.model().checker().finish_when(HasDiscoveries::AnyFailures);
        // A path of n actions has n + 1 states, and the limit is the first number that is not searched.
        let checker = match &best {
            Some(best) => checker.target_max_depth(best.actions.len() + 1),
            None => checker,
        };
        let checker = checker.spawn_bfs().join();
        let Some((_, path)) = checker.discoveries().into_iter().next() else { return best };
        let circle = config.circle(checker.model(), path.last_state());
        let states = checker.unique_state_count();
        best = Some(CounterExample { actions: path.into_actions(), circle, states });
    }
}

impl Searched {
    /// Whether every property is as it is to be.
    pub fn holds(&self) -> bool {
        self.properties.iter().all(|property| property.2)
    }
}

impl Search for Config {
    type Model = LockModel;

    fn model(&self) -> LockModel {
        LockModel::new(self.clone())
    }

    fn name(&self) -> &'static str {
        self.name
    }

    fn describe(&self) -> String {
        Self::describe(self)
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

    fn circle(&self, model: &LockModel, last: &crate::state::State) -> Option<(usize, usize)> {
        (self.only == Some(SERVED)).then(|| fair::lasso(model, last)).flatten()
    }
}
