//! What must always be true of periodic work, and what must be possible lest the search be about nothing.

use stateright::Property;

use super::state::{State, Wrong};
use super::{Faults, Seen, SlotsModel};

/// No slot is begun twice. It is begun when the leader takes its write for done.
pub const ONCE: &str = "no slot is begun twice";
/// A slot is recorded only by who leads at that time.
pub const LEADS: &str = "a slot is begun only by who leads at the time of the write";
/// The recorded slots grow, and so do those whose runs are started.
pub const GROW: &str = "slots begun only grow";
/// No run starts while another one is alive.
pub const ALONE: &str = "runs never overlap";

type Condition = fn(&SlotsModel, &State) -> bool;

/// The properties of a configuration.
pub fn all(model: &SlotsModel) -> Vec<Property<SlotsModel>> {
    let always: [(&'static str, Condition); 4] = [
        (ONCE, |_, state| !state.has(Wrong::Twice)),
        (LEADS, |_, state| !state.has(Wrong::Writer)),
        (GROW, |_, state| !state.has(Wrong::Order)),
        (ALONE, |_, state| !state.has(Wrong::Overlap)),
    ];
    let config = &model.config;
    let always = always.into_iter().filter(|(name, _)| config.only.is_none_or(|only| *name == only));
    let mut all: Vec<_> = always.map(|(name, condition)| Property::always(name, condition)).collect();
    if config.only.is_none() {
        all.extend(possible(model));
    }
    all
}

/// What the search must have come across.
fn possible(model: &SlotsModel) -> Vec<Property<SlotsModel>> {
    let Faults { terms, lapses, losses } = model.config.faults;
    let uneven = model.config.clocks.iter().any(|clock| *clock != model.config.clocks[0]);
    let all: [(bool, &'static str, Condition); 10] = [
        (true, "three slots are begun", |_, state| state.begun.count_ones() == 3),
        (true, "slots are missed", |model, _| model.tells(Seen::Missed)),
        (uneven && terms > 1, "a leader's clock is behind the record", |model, _| model.tells(Seen::ClockBehind)),
        (lapses > 0 && terms > 1, "a leader finds a slot that was interrupted", |model, _| {
            model.tells(Seen::Interrupted)
        }),
        (lapses > 0, "a run is dead since its lease is gone", |model, _| model.tells(Seen::RunKilled)),
        (terms > 1, "an old leader's write is refused", |model, _| model.tells(Seen::OldLeaderRefused)),
        (losses > 0, "an earlier attempt is recognised", |model, _| model.tells(Seen::ReadBack)),
        (losses > 0, "a leader gives up waiting for an answer", |model, _| model.tells(Seen::GaveUp)),
        (losses > 0, "a write that was held up is carried out", |model, _| model.tells(Seen::LateWritten)),
        (losses > 0, "a write that was held up is refused", |model, _| model.tells(Seen::LateInVain)),
    ];
    let asked = all.into_iter().filter(|(asked, ..)| *asked);
    asked.map(|(_, name, condition)| Property::sometimes(name, condition)).collect()
}
