//! All values, and every change: only states that no import has left half done.

use std::collections::BTreeMap;
use std::time::Duration;

use super::Error;
use super::read::{Entry, Whole, whole};
use super::store::{Path, Store};
use crate::client::Client;
use crate::clock::BootTime;
use crate::event::{Emit, Event};
use crate::pattern::deletion::Deletion;
use crate::pattern::mirror::{self, Mirror, Turn};
use crate::pattern::outage::{self, Outage};
use crate::pattern::watch;

/// An import that takes longer is told of.
const TELL_AFTER: Duration = Duration::from_secs(1);
/// The longest that an import is waited for without a look.
const LOOK: Duration = Duration::from_secs(5);

/// All values, kept up to date by calling [`Following::next`] again and again.
pub struct Following {
    client: Client,
    store: Store,
    /// It says when something has changed; what there is, is read whole.
    mirror: Mirror,
    has_changed: bool,
    /// The values could not be read when they had changed.
    is_cut_off: bool,
    outage: Outage,
    /// That they can be read again, as long as it is not told.
    back: Option<outage::Change>,
    /// The import that is waited for: the revision of its mark, and when that is told, as long as it was not.
    import: Option<(i64, Option<BootTime>)>,
    /// The longest that imports are waited for, and since when one is.
    patience: Option<Duration>,
    waits_since: Option<BootTime>,
    entries: BTreeMap<Path, Entry>,
    revision: i64,
}

/// A value that is another one than it was.
#[derive(Clone, Debug, PartialEq)]
pub struct Changed {
    /// What it was; nothing where it was not there.
    pub before: Option<Entry>,
    /// What it is; nothing where it is gone.
    pub after: Option<Entry>,
}

impl Changed {
    /// Its name.
    pub fn path(&self) -> Option<&Path> {
        self.after.as_ref().or(self.before.as_ref()).map(|entry| &entry.path)
    }
}

/// What happens.
pub(super) enum Happened {
    /// Values have changed.
    Changed(Vec<Changed>),
    /// Something else is to be told.
    Told(Vec<Event>),
}

impl Following {
    /// Of this configuration.
    pub fn new(client: &Client, store: Store) -> Self {
        let mirror = Mirror::new(client.clone(), store.root.all());
        Self {
            client: client.clone(),
            store,
            mirror,
            has_changed: false,
            is_cut_off: false,
            outage: Outage::default(),
            back: None,
            import: None,
            patience: None,
            waits_since: None,
            entries: BTreeMap::new(),
            revision: 0,
        }
    }

    /// Waits for an import that is not finished no longer than this, in all; without end where nothing is given.
    pub fn wait_for_imports(&mut self, patience: Option<Duration>) {
        (self.patience, self.waits_since) = (patience, None);
    }

    /// The values as they were last, by their paths.
    pub fn entries(&self) -> &BTreeMap<Path, Entry> {
        &self.entries
    }

    /// The revision at which they were so; 0 before they were read.
    pub fn revision(&self) -> i64 {
        self.revision
    }

    /// Since when changes arrive as they happen; nothing while etcd is away.
    pub fn connected_since(&self) -> Option<BootTime> {
        self.mirror.connected_since().filter(|_| !self.is_cut_off)
    }

    /// Waits for the next changes, at first all that is there. Outages and skipped history are told. Nothing is lost when it is
    /// dropped before.
    ///
    /// # Errors
    /// etcd was never reached, or refuses; [`Error::Importing`]: for too long.
    pub async fn next(&mut self, emit: Emit<'_>) -> Result<Vec<Changed>, Error> {
        loop {
            match self.turn().await? {
                Happened::Changed(changed) => return Ok(changed),
                Happened::Told(events) => events.into_iter().for_each(emit),
            }
        }
    }

    /// The same for whom the values alone matter.
    pub(super) async fn turn(&mut self) -> Result<Happened, Error> {
        if let Some(change) = self.back.take() {
            return Ok(Happened::Told(vec![change.into()]));
        }
        if !self.has_changed {
            match self.mirror.next().await {
                Ok(Turn::Etcd(change)) => return Ok(Happened::Told(vec![change.into()])),
                Ok(Turn::At { skipped, .. }) => {
                    self.has_changed = true;
                    if let Some(skipped) = skipped {
                        return Ok(Happened::Told(vec![skipped.into()]));
                    }
                }
                Err(watch::Error::Client(failed)) => return Err(failed.into()),
                Err(error) => {
                    tracing::debug!(%error, "following the configuration");
                    return Ok(Happened::Told(Vec::new()));
                }
            }
        }
        loop {
            match whole(&self.client, &self.store).await {
                Ok(Whole::Values(entries, revision)) => {
                    (self.has_changed, self.is_cut_off, self.import) = (false, false, None);
                    self.waits_since = None;
                    self.back = self.outage.answered();
                    return Ok(Happened::Changed(self.take(entries, revision)));
                }
                Ok(Whole::Importing(mark)) => {
                    let told = self.import.filter(|(revision, _)| *revision == mark.mod_revision());
                    let now = BootTime::now();
                    let since = *self.waits_since.get_or_insert(now);
                    let left = self.patience.map_or(LOOK, |patience| patience.saturating_sub(now.since(since)));
                    if left.is_zero() {
                        return Err(self.store.importing(mark.value()));
                    }
                    match told {
                        Some((revision, Some(at))) if now >= at => {
                            self.import = Some((revision, None));
                            return Ok(Happened::Told(vec![self.store.waits_for(mark.value()).into()]));
                        }
                        Some((_, Some(at))) => self.until_imported(at.since(now).min(left)).await,
                        Some((_, None)) => self.until_imported(LOOK.min(left)).await,
                        None => self.import = Some((mark.mod_revision(), Some(now + TELL_AFTER))),
                    }
                }
                // Who asks meanwhile how old the values are, is to hear of it.
                Err(error) if error.is_outage() => {
                    let change = self.outage.unanswered(&error);
                    if !std::mem::replace(&mut self.is_cut_off, true) || change.is_some() {
                        return Ok(Happened::Told(change.into_iter().map(Event::from).collect()));
                    }
                    self.outage.pause().await;
                }
                Err(error) => return Err(self.store.failed("read the configuration")(error)),
            }
        }
    }

    /// Waits until the mark of an import is gone, or it is time to look.
    async fn until_imported(&self, limit: Duration) {
        let gone = async {
            let mark = [self.store.mark()];
            match Deletion::watch(&self.client, &mark).await {
                Ok(mut watch) => drop(watch.happened().await),
                // A look in a while does as well.
                Err(_) => tokio::time::sleep(TELL_AFTER).await,
            }
        };
        let _ = tokio::time::timeout(limit, Box::pin(gone)).await;
    }

    fn take(&mut self, entries: Vec<Entry>, revision: i64) -> Vec<Changed> {
        let new: BTreeMap<_, _> = entries.into_iter().map(|entry| (entry.path.clone(), entry)).collect();
        let old = std::mem::replace(&mut self.entries, new);
        self.revision = revision;
        let gone = old.values().filter(|entry| !self.entries.contains_key(&entry.path));
        let gone = gone.map(|entry| Changed { before: Some(entry.clone()), after: None });
        let there =
            self.entries.values().filter(|entry| old.get(&entry.path).is_none_or(|old| old.value != entry.value));
        let there = there.map(|entry| Changed { before: old.get(&entry.path).cloned(), after: Some(entry.clone()) });
        gone.chain(there).collect()
    }

    /// Waits for a change, and until there is none for a while; `any`: also where nothing is there at first.
    pub async fn settled(&mut self, any: bool, emit: Emit<'_>) -> Result<(), Error> {
        mirror::settled(async || Ok(!self.next(emit).await?.is_empty()), any).await
    }
}
