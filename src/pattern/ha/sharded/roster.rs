//! Which of the owned shards the one command of an instance is to have, and which it may be working on (`--per-instance`).
//!
//! What must stay true: a shard is given back only when the command can't be working on it: it was never told of it, or has
//! acknowledged a later generation without it, or nothing of the command is left.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::rc::Rc;

use serde::Serialize;
use tokio::sync::watch;

use super::desk::Slot;
use super::owned::Shard;
use crate::event::{Loss, Text};

/// The shards of one instance's command.
#[derive(Debug, Default)]
pub(super) struct Roster {
    entries: RefCell<BTreeMap<u32, Entry>>,
    /// Notified when something is to be told to the command, or is given back by it.
    changed: watch::Sender<()>,
    /// That a shard is lost which the command may be working on.
    lost: watch::Sender<Option<Loss>>,
    /// A process of the command can't be killed: nothing that it may be working on is ever given back.
    is_stuck: watch::Sender<bool>,
}

#[derive(Debug)]
struct Entry {
    slot: Rc<Slot>,
    shard: Rc<Shard>,
    /// It is to be given back.
    is_leaving: bool,
    /// The newest generation that had it, while the command may be working on it.
    given: Option<u64>,
}

/// A shard as the command is told of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub(super) struct Given {
    pub(super) shard: u32,
    pub(super) fence: i64,
    key: Text,
}

impl Roster {
    /// Has the command work on a shard.
    pub(super) fn enter(&self, slot: &Rc<Slot>, shard: &Rc<Shard>) {
        let entry = Entry { slot: Rc::clone(slot), shard: Rc::clone(shard), is_leaving: false, given: None };
        self.entries.borrow_mut().insert(shard.number, entry);
        self.changed.send_replace(());
    }

    /// Takes a shard away from the command: when this returns, the command does not work on it. Whether that is so; else a
    /// process of the command can't be killed. `lost`: why it is lost, where it is: the command is to die of that.
    pub(super) async fn leave(&self, shard: u32, lost: Option<Loss>) -> bool {
        let is_given = |entries: &BTreeMap<u32, Entry>| entries.get(&shard).is_some_and(|entry| entry.given.is_some());
        if let Some(entry) = self.entries.borrow_mut().get_mut(&shard) {
            entry.is_leaving = true;
        }
        if lost.is_some() && is_given(&self.entries.borrow()) {
            self.lost.send_replace(lost);
        }
        let (mut changed, mut stuck) = (self.changed.subscribe(), self.is_stuck.subscribe());
        self.changed.send_replace(());
        while is_given(&self.entries.borrow()) {
            tokio::select! {
                _ = stuck.wait_for(|stuck| *stuck) => return false,
                _ = changed.changed() => {}
            }
        }
        self.entries.borrow_mut().remove(&shard);
        true
    }

    /// What the command is to work on: what is owned, and not to be given back, as far as is known here.
    pub(super) fn wanted(&self) -> Vec<Given> {
        let entries = self.entries.borrow();
        let wanted = entries
            .values()
            .filter(|entry| !entry.is_leaving && entry.slot.is_mine() && !entry.shard.hold.is_known_to_be_lost());
        let given = |Entry { shard, .. }: &Entry| Given {
            shard: shard.number,
            fence: shard.fence,
            key: Text::from(shard.queue.key(shard.hold.lease())),
        };
        wanted.map(given).collect()
    }

    /// Takes in that the command may read from now on that it is to work on these.
    pub(super) fn give(&self, shards: &[Given], generation: u64) {
        let mut entries = self.entries.borrow_mut();
        for Given { shard, .. } in shards {
            if let Some(entry) = entries.get_mut(shard) {
                entry.given = Some(generation);
            }
        }
    }

    /// Takes in that the command works only on what this generation, or a later one, has.
    pub(super) fn acknowledged(&self, generation: u64) {
        for entry in self.entries.borrow_mut().values_mut() {
            entry.given = entry.given.filter(|&given| given >= generation);
        }
        self.changed.send_replace(());
    }

    /// Takes in that nothing of the command is left.
    pub(super) fn ended(&self) {
        for entry in self.entries.borrow_mut().values_mut() {
            entry.given = None;
        }
        self.lost.send_replace(None);
        self.changed.send_replace(());
    }

    /// Takes in that a process of the command can't be killed.
    pub(super) fn stuck(&self) {
        self.is_stuck.send_replace(true);
    }

    /// What is notified when something may be to be told to the command.
    pub(super) fn news(&self) -> watch::Receiver<()> {
        self.changed.subscribe()
    }

    /// Waits until a shard is lost that the command may be working on.
    pub(super) async fn lost(&self) -> Loss {
        match self.lost.subscribe().wait_for(Option::is_some).await.map(|loss| *loss) {
            Ok(Some(loss)) => loss,
            // The sender lives as long as this.
            _ => std::future::pending().await,
        }
    }
}
