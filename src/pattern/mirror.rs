//! A range of keys in memory: as it was at one revision, then with every change.
//!
//! What must stay true: between two turns the entries are those of one revision, never part of it; what history can't tell
//! any more (compaction, another store) is found by comparing the states, and the gap is said.

use std::collections::BTreeMap;
use std::time::Duration;

use super::keys::Range;
use super::outage;
use super::watch::{self, Batch, Options, Start, Store, Watcher};
use crate::client::Client;
use crate::clock::BootTime;
use crate::event::{Change, Event, Gap, LeaseId, Text, WatchEvent};

/// A key as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Its value.
    pub value: Text,
    /// The revision at which it was created.
    pub create_revision: i64,
    /// The revision at which it was put last.
    pub mod_revision: i64,
    /// The lease that it stands on.
    pub lease: Option<LeaseId>,
}

/// All keys of the range, in their order.
pub type Entries = BTreeMap<Vec<u8>, Entry>;

/// A key that is not what it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// The key.
    pub key: Vec<u8>,
    /// What it was; nothing where it was not there.
    pub before: Option<Entry>,
    /// What it is; nothing where it is gone.
    pub after: Option<Entry>,
}

/// What happens to a mirror.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Turn {
    /// It is as the range was at this revision: all that happened at it has been taken in.
    At {
        /// The revision.
        revision: i64,
        /// What has changed since the turn before; at first, all that is there.
        steps: Vec<Step>,
        /// That history between the two turns was skipped, and why.
        skipped: Option<Skipped>,
    },
    /// etcd is away, or back: the mirror is as old as it was, or is going to be new again.
    Etcd(outage::Change),
}

/// History that can't be told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Skipped {
    /// Why not.
    pub reason: Gap,
    /// Up to which revision it is gone, where that is why; else 0.
    pub compact_revision: i64,
    /// The revision of the state that comes instead.
    pub revision: i64,
}

/// The keys of a range. It is kept up to date by calling [`Mirror::next`] again and again.
pub struct Mirror {
    watcher: Watcher,
    entries: Entries,
    revision: i64,
    connected_since: Option<BootTime>,
    /// A state that is being read.
    coming: Option<(i64, Entries)>,
    skipped: Option<Skipped>,
}

impl Mirror {
    /// An empty mirror of this range, which has asked nobody yet.
    pub fn new(client: Client, range: Range) -> Self {
        let options = Options { start: Start::Initial, prev_kv: false, store: Store::default() };
        Self {
            watcher: Watcher::new(client, range, options),
            entries: Entries::new(),
            revision: 0,
            connected_since: None,
            coming: None,
            skipped: None,
        }
    }

    /// What is in it.
    pub fn entries(&self) -> &Entries {
        &self.entries
    }

    /// The revision up to which it is known to be right; 0 before the first turn.
    pub fn revision(&self) -> i64 {
        self.revision
    }

    /// Since when changes arrive as they happen; nothing while etcd is away.
    pub fn connected_since(&self) -> Option<BootTime> {
        self.connected_since
    }

    /// Waits for the next turn; nothing is lost when it is dropped before.
    ///
    /// # Errors
    /// [`watch::Error::Client`]: etcd was never reached, or refuses.
    pub async fn next(&mut self) -> Result<Turn, watch::Error> {
        loop {
            let batch = self.watcher.next().await?;
            if let Some(turn) = self.take(batch) {
                return Ok(turn);
            }
        }
    }

    fn take(&mut self, batch: Batch) -> Option<Turn> {
        match batch {
            Batch::Changes { revision, changes } => {
                self.revision = revision;
                let steps = changes.into_iter().filter_map(|change| self.step(change)).collect();
                return Some(Turn::At { revision, steps, skipped: None });
            }
            Batch::State { revision, changes, last, .. } => return self.read(revision, changes, last),
            Batch::Resync { reason, compact_revision, revision } => {
                self.coming = None;
                self.skipped = Some(Skipped { reason, compact_revision, revision });
            }
            Batch::Progress { revision } | Batch::Began { revision } => {
                self.revision = self.revision.max(revision);
                self.connected_since.get_or_insert_with(BootTime::now);
            }
            Batch::Etcd(change) => {
                self.connected_since = matches!(change, outage::Change::Back { .. }).then(BootTime::now);
                return Some(Turn::Etcd(change));
            }
        }
        None
    }

    fn step(&mut self, change: Change) -> Option<Step> {
        let (key, after) = parts(change);
        let before = match &after {
            Some(entry) => self.entries.insert(key.clone(), entry.clone()),
            None => self.entries.remove(&key),
        };
        (before.is_some() || after.is_some()).then_some(Step { key, before, after })
    }

    /// Takes in a part of a state.
    fn read(&mut self, revision: i64, changes: Vec<Change>, last: bool) -> Option<Turn> {
        let (_, entries) = match &mut self.coming {
            Some(coming) if coming.0 == revision => coming,
            coming => coming.insert((revision, Entries::new())),
        };
        entries.extend(changes.into_iter().map(parts).filter_map(|(key, entry)| Some((key, entry?))));
        if !last {
            return None;
        }
        let (_, entries) = self.coming.take()?;
        let steps = differences(&self.entries, &entries);
        (self.entries, self.revision) = (entries, revision);
        self.connected_since.get_or_insert_with(BootTime::now);
        Some(Turn::At { revision, steps, skipped: self.skipped.take() })
    }
}

impl From<Skipped> for Event {
    fn from(Skipped { reason, compact_revision, revision }: Skipped) -> Self {
        WatchEvent::Resync { reason, compact_revision, revision }.into()
    }
}

/// Changes that come sooner after each other are one.
const QUIET: Duration = Duration::from_millis(100);
/// But the first of them does not wait longer.
const AT_MOST: Duration = Duration::from_secs(2);

/// Waits for a change, and then until there is none for a while: whoever works after each change does not do so for each of
/// a burst. `next` waits for whatever comes, and says whether it is a change; `any`: the first is one, whatever it is.
///
/// # Errors
/// What `next` says.
pub async fn settled<E>(mut next: impl AsyncFnMut() -> Result<bool, E>, any: bool) -> Result<(), E> {
    while !next().await? && !any {}
    let end = BootTime::now() + AT_MOST;
    while BootTime::now() < end {
        match tokio::time::timeout(QUIET, next()).await {
            Ok(changed) => drop(changed?),
            Err(_) => break,
        }
    }
    Ok(())
}

fn parts(change: Change) -> (Vec<u8>, Option<Entry>) {
    let Change { key, value, create_revision, mod_revision, lease, .. } = change;
    (key.into_raw(), value.map(|value| Entry { value, create_revision, mod_revision, lease }))
}

/// What turns one state into another, in the order of keys.
fn differences(before: &Entries, after: &Entries) -> Vec<Step> {
    let gone = before.iter().filter(|(key, _)| !after.contains_key(*key));
    let gone = gone.map(|(key, entry)| Step { key: key.clone(), before: Some(entry.clone()), after: None });
    let there = after.iter().filter(|(key, entry)| before.get(*key) != Some(entry));
    let there = there.map(|(key, entry)| Step {
        key: key.clone(),
        before: before.get(key).cloned(),
        after: Some(entry.clone()),
    });
    let mut steps: Vec<_> = gone.chain(there).collect();
    steps.sort_by(|one, other| one.key.cmp(&other.key));
    steps
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pattern::watch::Mark;
    use proptest::prelude::*;

    fn put(key: u8, revision: i64) -> Change {
        Change {
            key: Text::from(vec![key]),
            value: Some(Text::from(revision.to_string())),
            prev_value: None,
            mod_revision: revision,
            create_revision: 1,
            version: 1,
            lease: None,
            initial: false,
            resync: false,
        }
    }

    fn delete(key: u8, revision: i64) -> Change {
        Change { value: None, create_revision: 0, ..put(key, revision) }
    }

    fn empty() -> Mirror {
        use crate::client::Options;
        use std::time::Duration;

        let limit = Duration::from_secs(1);
        let options = Options {
            endpoints: Vec::new(),
            credentials: None,
            tls: None,
            dial_timeout: limit,
            command_timeout: limit,
            scratch: None,
        };
        Mirror::new(Client::new(options), Range::prefix(b"k".to_vec()))
    }

    /// What steps make of a state.
    fn apply(state: &mut Entries, steps: &[Step]) {
        for step in steps {
            assert_eq!(state.get(&step.key), step.before.as_ref());
            match &step.after {
                Some(entry) => drop(state.insert(step.key.clone(), entry.clone())),
                None => drop(state.remove(&step.key)),
            }
        }
    }

    proptest! {
        /// Whatever comes, changes, parts of states, states anew: the steps of all turns, applied one after another, give
        /// what is in the mirror, which is what the last state and the changes after it say.
        #[test]
        fn steps_add_up_to_the_entries(
            batches in prop::collection::vec((0..4u8, prop::collection::vec((0..6u8, any::<bool>()), 0..6)), 0..30)
        ) {
            let (mut mirror, mut told, mut truth) = (empty(), Entries::new(), Entries::new());
            for (at, (kind, keys)) in batches.into_iter().enumerate() {
                let revision = i64::try_from(at).expect("small") + 2;
                let batches = if kind < 2 {
                    let change = |&(key, there): &(u8, bool)| if there { put(key, revision) } else { delete(key, revision) };
                    let changes: Vec<_> = keys.iter().map(change).collect();
                    for (key, entry) in changes.iter().cloned().map(parts) {
                        match entry {
                            Some(entry) => drop(truth.insert(key, entry)),
                            None => drop(truth.remove(&key)),
                        }
                    }
                    vec![Batch::Changes { revision, changes }]
                } else {
                    let part = |last, keys: &[(u8, bool)]| Batch::State {
                        revision,
                        mark: Mark::Initial,
                        changes: keys.iter().map(|&(key, _)| put(key, revision)).collect(),
                        last,
                    };
                    truth = keys.iter().map(|&(key, _)| parts(put(key, revision))).filter_map(|(k, e)| Some((k, e?))).collect();
                    let half = keys.len() / 2;
                    vec![part(false, &keys[..half]), part(true, &keys[half..])]
                };
                for batch in batches {
                    if let Some(Turn::At { steps, .. }) = mirror.take(batch) {
                        apply(&mut told, &steps);
                    }
                }
                prop_assert_eq!(mirror.entries(), &truth);
                prop_assert_eq!(&told, &truth);
            }
        }
    }
}
