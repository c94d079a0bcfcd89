//! Runs searches, and says what they found.

use std::thread::available_parallelism;
use std::time::{Duration, Instant};

use stateright::{Checker, Expectation, HasDiscoveries, Model};

use crate::action::Action;
use crate::config::Config;
use crate::fair;
use crate::model::LockModel;
use crate::property::SERVED;

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
pub struct CounterExample {
    /// No shorter one does.
    pub actions: Vec<Action>,
    /// Where it is that somebody is never served: the steps of the fair schedule that lead into a circle, and the steps
    /// of that circle.
    pub circle: Option<(usize, usize)>,
    /// Distinct states seen until it was found.
    pub states: usize,
}

/// Searches all states.
pub fn search(config: Config) -> Searched {
    let begun = Instant::now();
    let threads = available_parallelism().map_or(1, usize::from);
    let checker = LockModel::new(config).checker().threads(threads).spawn_bfs().join();
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
pub fn counter_example(config: &Config) -> Option<CounterExample> {
    let mut best: Option<CounterExample> = None;
    loop {
        let checker = LockModel::new(config.clone()).checker().finish_when(HasDiscoveries::AnyFailures);
        // A path of n actions has n + 1 states, and the limit is the first number that is not searched.
        let checker = match &best {
            Some(best) => checker.target_max_depth(best.actions.len() + 1),
            None => checker,
        };
        let checker = checker.spawn_bfs().join();
        let Some((_, path)) = checker.discoveries().into_iter().next() else { return best };
        let circle = (config.only == Some(SERVED)).then(|| fair::lasso(checker.model(), path.last_state())).flatten();
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
