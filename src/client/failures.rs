//! What the attempts at a request have run into, and how that is told.

use std::time::Duration;

use super::error::Verdict;
use super::{Client, Error, silent};
use crate::value::Text;

/// What the last attempt at each endpoint has run into, and whether none will do better there.
#[derive(Default)]
pub(super) struct Failures(pub(super) Vec<(usize, Text, bool)>);

impl Failures {
    pub(super) fn add(&mut self, index: usize, cause: Text, never: bool) {
        self.0.retain(|(at, ..)| *at != index);
        self.0.push((index, cause, never));
    }

    /// What an attempt says that the end of the time has cut off: what the one before at this endpoint did.
    pub(super) fn cut_off(&self, index: usize, total: Duration) -> Verdict {
        let before = self.0.iter().find(|(at, ..)| *at == index);
        before.map_or_else(|| silent(total), |(_, cause, _)| Verdict::Elsewhere(cause.clone()))
    }

    pub(super) fn are_for_good(&self) -> bool {
        self.0.iter().all(|(_, _, never)| *never)
    }
}

impl Client {
    pub(super) fn failed(&self, failures: Failures, after: Duration, reached: bool) -> Error {
        let (endpoints, cause) = (self.endpoints(), self.told(failures));
        let problem = self.0.members.iter().find_map(|member| member.noted.known()).map(Box::new);
        if reached {
            Error::TimedOut { endpoints, after, cause }
        } else {
            Error::Unreachable { endpoints, cause, problem }
        }
    }

    pub(super) fn told(&self, failures: Failures) -> Text {
        let name = |(index, cause, _): (usize, Text, bool)| match self.0.members.len() {
            1 => cause.to_string(),
            _ => format!("{}: {cause}", self.0.members[index].endpoint),
        };
        failures.0.into_iter().map(name).collect::<Vec<_>>().join("; ").into()
    }
}
