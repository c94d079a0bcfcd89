//! What can happen to periodic work, and when.

use std::time::Duration;

use etcdpat::schedule::{Due, Schedule};
use jiff::{SignedDuration, Timestamp};

use super::Config;
use super::rules::Rule;
use super::state::{Book, Node, Slot, Stage, State, Ticks};

/// One step. The number is the node's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Time passes.
    Tick,
    /// A node leads.
    Elect(usize),
    /// It reads the record.
    Open(usize),
    /// It finds that a slot is due, and sends its write.
    Plan(usize),
    /// Its write is carried out.
    Arrive(usize),
    /// It has the answer.
    Answer(usize),
    /// Its run starts.
    Start(usize),
    /// Its run ends, and the write of that is sent.
    End(usize),
    /// It learns that it leads no more, and stands again.
    Notice(usize),
    /// It gives its leadership up while nothing runs.
    Leave(usize),
    /// Its lease expires.
    Lapse(usize),
    /// The answer to its write is lost. The write is sent again.
    LoseAnswer(usize),
    /// Its write is held up. It is sent again, too.
    Delay(usize),
    /// It gives up waiting for an answer.
    GiveUp(usize),
    /// A write that was held up is carried out.
    Late(usize),
}

/// All that can happen in `state`.
pub fn offer(config: &Config, state: &State, out: &mut Vec<Action>) {
    if state.now < config.end {
        out.push(Action::Tick);
    }
    for (at, node) in state.nodes.iter().enumerate() {
        offer_steps(config, state, at, node, out);
        if node.stage != Stage::Stands {
            offer_ends(state, at, node, out);
        }
    }
    out.extend((0..state.late.len()).map(Action::Late));
}

fn offer_steps(config: &Config, state: &State, at: usize, node: &Node, out: &mut Vec<Action>) {
    match node.stage {
        Stage::Stands if state.leader.is_none() && state.faults.terms > 0 => out.push(Action::Elect(at)),
        Stage::Leads => {
            if node.run.is_some() {
                out.push(Action::End(at));
            }
            if node.book.is_none() {
                out.push(Action::Open(at));
            } else if (node.run.is_none() || !config.keeps(Rule::AwaitEnd)) && due(config, state, at).is_some() {
                out.push(Action::Plan(at));
            }
        }
        // The lock's argument: a run starts only while the lease stands.
        Stage::Begins(_) if node.holds => out.push(Action::Start(at)),
        Stage::Writes { answer, unanswered, .. } => {
            let losses = state.faults.losses > 0;
            if answer.is_some() {
                out.push(Action::Answer(at));
                out.extend(losses.then_some(Action::LoseAnswer(at)));
            } else {
                out.push(Action::Arrive(at));
                out.extend(losses.then_some(Action::Delay(at)));
                out.extend(unanswered.then_some(Action::GiveUp(at)));
            }
        }
        Stage::Stands | Stage::Begins(_) => {}
    }
}

/// How a leadership ends.
fn offer_ends(state: &State, at: usize, node: &Node, out: &mut Vec<Action>) {
    if !node.holds {
        out.push(Action::Notice(at));
        return;
    }
    if node.run.is_none() {
        out.push(Action::Leave(at));
    }
    if state.faults.lapses > 0 {
        out.push(Action::Lapse(at));
    }
}

/// The slot that is due to a node, as the product has it.
pub fn due(config: &Config, state: &State, at: usize) -> Option<(Ticks, u64)> {
    let Book { done, anchor, .. } = state.nodes[at].book?;
    let now = state.now + config.clocks[at];
    let schedule = Schedule::Every(Duration::from_secs(u64::from(config.period)));
    let done = match done {
        _ if !config.keeps(Rule::AfterRecorded) => instant(now)? - SignedDuration::from_secs(config.period.into()),
        Slot::Done(slot) => instant(slot)?,
        // So the product has it, too.
        Slot::FirstAt(first) => instant(first)? - SignedDuration::from_nanos(1),
    };
    let Due { slot, missed } = schedule.due(done, instant(anchor)?, instant(now)?)?;
    Some((Ticks::try_from(slot.as_second()).ok()?, missed))
}

/// A tick is a second.
fn instant(ticks: Ticks) -> Option<Timestamp> {
    Timestamp::from_second(ticks.into()).ok()
}
