//! What all shards of one membership share: who is to have which, and how far the end has come.
//!
//! What must stay true: nothing is begun for a shard when the end has begun.

use std::cell::{Cell, RefCell};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use tokio::sync::{mpsc, watch};

use super::planner::Standing;
use crate::event::Text;
use crate::shutdown::Cause;

/// How far the end has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Phase {
    /// Nowhere: shards come and go.
    Working,
    /// A signal has asked for it: commands have it too, and end when they like.
    Leaving,
    /// Something has failed: commands are ended.
    Ending,
    /// The lease is lost: nothing runs, and nothing of ours is in etcd any more.
    Over,
}

/// What all shards share.
#[derive(Debug)]
pub(super) struct Desk {
    phase: watch::Sender<Phase>,
    /// Whether a signal has asked for the end.
    is_leaving: Cell<bool>,
    slots: RefCell<BTreeMap<u32, Rc<Slot>>>,
    /// Where new slots go: somebody has to tend them.
    begun: mpsc::UnboundedSender<Rc<Slot>>,
    /// The revision at which the plan was written that slots are by.
    plan: watch::Sender<i64>,
    /// Where the signals of the one command of all shards go, while it runs.
    signals: RefCell<Option<mpsc::UnboundedSender<Cause>>>,
}

/// One shard, as this instance has to do with it.
#[derive(Debug)]
pub(super) struct Slot {
    pub(super) shard: u32,
    /// Whether the plan gives it to this instance.
    mine: watch::Sender<bool>,
    /// Where its command's signals go, while one runs.
    signals: RefCell<Option<mpsc::UnboundedSender<Cause>>>,
}

impl Desk {
    /// A new one, and where its slots arrive.
    pub(super) fn new() -> (Self, mpsc::UnboundedReceiver<Rc<Slot>>) {
        let (begun, slots) = mpsc::unbounded_channel();
        let phase = watch::Sender::new(Phase::Working);
        let desk = Self {
            phase,
            is_leaving: Cell::new(false),
            slots: RefCell::default(),
            begun,
            plan: watch::Sender::new(0),
            signals: RefCell::default(),
        };
        (desk, slots)
    }

    /// Takes in who is to have which shard.
    pub(super) fn wish(&self, standing: &Standing, shards: u32, id: &Text) {
        let plan = standing.plan.as_ref().filter(|plan| plan.shards() == shards as usize);
        let mine: BTreeSet<u32> = plan.into_iter().flat_map(|plan| plan.shards_of(id)).collect();
        let mut slots = self.slots.borrow_mut();
        for (shard, slot) in slots.iter() {
            // Whoever looks at the plan has to look again, whatever it says.
            slot.mine.send_replace(mine.contains(shard));
        }
        for shard in mine {
            slots.entry(shard).or_insert_with(|| {
                let slot = Rc::new(Slot { shard, mine: watch::Sender::new(true), signals: RefCell::default() });
                let _ = self.begun.send(Rc::clone(&slot));
                slot
            });
        }
        self.plan.send_replace(standing.revision);
    }

    /// The revision at which the plan was written that is known here.
    pub(super) fn plan(&self) -> i64 {
        *self.plan.borrow()
    }

    /// Waits until another one than that of this revision is known.
    pub(super) async fn replanned(&self, known: i64) {
        // The sender lives as long as the desk.
        let _ = self.plan.subscribe().wait_for(|revision| *revision != known).await;
    }

    /// Has a shard's slot be looked at again.
    pub(super) fn stir(&self, shard: u32) {
        if let Some(slot) = self.slots.borrow().get(&shard) {
            slot.mine.send_modify(|_| {});
        }
    }

    /// Has all commands that run get a signal.
    pub(super) fn pass_on(&self, cause: Cause) {
        let slots = self.slots.borrow();
        for signals in slots.values().map(|slot| &slot.signals).chain([&self.signals]) {
            if let Some(signals) = &*signals.borrow() {
                let _ = signals.send(cause);
            }
        }
    }

    /// Where the signals of the one command of all shards go from now on.
    pub(super) fn signals_to(&self, signals: Option<mpsc::UnboundedSender<Cause>>) {
        *self.signals.borrow_mut() = signals;
    }

    pub(super) fn phase(&self) -> Phase {
        *self.phase.borrow()
    }

    /// Begins the end, for a signal.
    pub(super) fn leave(&self) {
        self.is_leaving.set(true);
        self.go_on_to(Phase::Leaving);
    }

    /// Whether a signal has asked for the end.
    pub(super) fn is_leaving(&self) -> bool {
        self.is_leaving.get()
    }

    /// Goes on towards the end, never back.
    pub(super) fn go_on_to(&self, phase: Phase) {
        self.phase.send_if_modified(|current| {
            let is_later = phase > *current;
            *current = phase.max(*current);
            is_later
        });
    }

    /// Waits until the end has come so far.
    pub(super) async fn reached(&self, phase: Phase) {
        let mut phases = self.phase.subscribe();
        // The sender lives as long as the desk.
        let _ = phases.wait_for(|current| *current >= phase).await;
    }
}

impl Slot {
    /// Whether the plan gives it to this instance.
    pub(super) fn is_mine(&self) -> bool {
        *self.mine.borrow()
    }

    /// What is notified when the plan may say something else.
    pub(super) fn news(&self) -> watch::Receiver<bool> {
        self.mine.subscribe()
    }

    /// Waits until the plan gives it to somebody else.
    pub(super) async fn moved(&self) {
        let _ = self.news().wait_for(|mine| !mine).await;
    }

    /// Where its command's signals go from now on.
    pub(super) fn signals_to(&self, signals: Option<mpsc::UnboundedSender<Cause>>) {
        *self.signals.borrow_mut() = signals;
    }
}
