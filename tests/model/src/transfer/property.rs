//! What must always be true of an election, and what must be possible lest the search be about nothing.

use stateright::Property;

use super::state::{State, Wrong};
use super::{Seen, TransferModel};
use crate::fair;

/// No two children alive at once.
pub const EXCLUSION: &str = "no two leaders' children are alive at once";
/// Fences grow from start to start; a leader that leads on starts its child again with its own.
pub const FENCES: &str = "fences grow from leader to leader";
/// When a hand-over deletes the leader's key, the successor is the first. (It stays so until its own key goes.)
pub const SUCCESSOR: &str = "after a hand-over the successor is the first";
/// A leader ends its child only for a request that names its own fence.
pub const MEANT: &str = "no leader leaves for a request to another leader";
/// A waiter stands aside only for a leader that led when the request was read.
pub const ASIDE: &str = "nobody stands aside for a leader that led no more when it was asked";
/// From every state, when faults end, somebody leads, and takes up requests.
pub const LED: &str = "somebody leads once faults end, and takes up requests";

type Condition = fn(&TransferModel, &State) -> bool;

/// The properties of a configuration.
pub fn all(model: &TransferModel) -> Vec<Property<TransferModel>> {
    let always: [(&'static str, Condition); 6] = [
        (EXCLUSION, |_, state| state.nodes.iter().filter(|node| node.child).count() < 2),
        (FENCES, |_, state| !state.has(Wrong::Fence)),
        (SUCCESSOR, |_, state| !state.has(Wrong::Successor)),
        (MEANT, |_, state| !state.has(Wrong::Meant)),
        (ASIDE, |_, state| !state.has(Wrong::Aside)),
        (LED, fair::serves),
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
fn possible(model: &TransferModel) -> Vec<Property<TransferModel>> {
    let super::Faults { kills, lapses, losses } = model.config.faults;
    let between = model.config.candidates > 2;
    let all: [(bool, &'static str, Condition); 13] = [
        (true, "a leader hands over", |model, _| model.tells(Seen::HandedOver)),
        (true, "a node leads again", |model, _| model.tells(Seen::LedAgain)),
        (between, "a waiter stands aside", |model, _| model.tells(Seen::StoodAside)),
        (between, "a leader gives up waiting for those between", |model, _| model.tells(Seen::GaveUp)),
        (between, "a waiter finds that the leader is gone", |model, _| model.tells(Seen::FoundVoid)),
        (kills + lapses > 0, "a leader finds that the successor is gone", |model, _| model.tells(Seen::SuccessorGone)),
        (kills + lapses > 0, "a leader leads on after its child was reaped", |model, _| model.tells(Seen::LedOn)),
        (kills > 0, "a leader hands over to one that was killed", |model, _| model.tells(Seen::HandedToTheDead)),
        (kills > 0, "a leader is killed that was asked", |model, _| model.tells(Seen::KilledWhileAsked)),
        (losses > 0, "a leader leaves without an answer", |model, _| model.tells(Seen::LeftUnanswered)),
        (losses > 0, "a repeated deletion finds the key deleted", |model, _| model.tells(Seen::FoundDeleted)),
        (losses > 0, "a late deletion is carried out", |model, _| model.tells(Seen::LateDeleted)),
        (losses > 0 && kills + lapses > 0, "a late deletion fails", |model, _| model.tells(Seen::LateInVain)),
    ];
    let asked = all.into_iter().filter(|(asked, ..)| *asked);
    asked.map(|(_, name, condition)| Property::sometimes(name, condition)).collect()
}
