//! A watch that survives: it goes on after the last revision that it has given, whatever becomes of members, streams and
//! tokens.
//!
//! It is pulled. Whoever takes slowly stops the reading of the stream, then the server's writing: what waits is in the
//! server, which has all of it anyway.

use std::collections::VecDeque;
use std::time::Duration;

use super::live::{Ended, Live};
use super::snapshot::{Mark, Page, Snapshot};
use super::window::Taken;
use super::{Error, Range};
use crate::client::{self, Client, Version};
use crate::clock::BootTime;
use crate::event::Change;

/// Before another attempt.
const PAUSE: Duration = Duration::from_millis(100);

/// How a range is watched.
#[derive(Clone, Debug)]
pub struct Options {
    /// Where the watch begins.
    pub start: Start,
    /// Whether changes come with what was before.
    pub prev_kv: bool,
}

/// Where a watch begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Start {
    /// With what happens from now on.
    Now,
    /// With what happened at this revision.
    Revision(i64),
    /// With the present state.
    Initial,
    /// With the rest of a state that was read at `revision` up to the key `after`.
    Rest {
        /// Why it was read.
        mark: Mark,
        /// The revision at which it was.
        revision: i64,
        /// The last key of it that is known.
        after: Vec<u8>,
    },
}

/// What a watch gives next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Batch {
    /// The watch stands. What happened up to this revision is not its matter, or has been given.
    Began {
        /// That revision.
        revision: i64,
    },
    /// Part of the state at `revision`, in the order of keys; at least one part, which may be empty.
    State {
        /// The revision at which it was so.
        revision: i64,
        /// Why it was read.
        mark: Mark,
        /// The keys.
        changes: Vec<Change>,
        /// Whether this is the last part.
        last: bool,
    },
    /// Everything that happened at one revision.
    Changes {
        /// The revision.
        revision: i64,
        /// In the order in which it happened.
        changes: Vec<Change>,
    },
    /// History that had not been given is gone. The whole state follows; what was known and is not in it, is deleted.
    Resync {
        /// Up to which revision history is gone.
        compact_revision: i64,
        /// At which revision the state was read.
        revision: i64,
    },
    /// The server says that everything up to this revision has been given.
    Progress {
        /// The revision.
        revision: i64,
    },
    /// etcd does not answer; the watch goes on when it does.
    Away {
        /// What the last attempt ran into.
        message: String,
    },
    /// etcd answers again.
    Back {
        /// For how long it had not.
        away: Duration,
    },
}

/// A watch on a range of keys.
pub struct Watcher {
    client: Client,
    range: Range,
    prev_kv: bool,
    /// The state, while it is being read.
    snapshot: Option<Snapshot>,
    /// The first revision that has not been given; nothing before a watch from now on stands.
    from: Option<i64>,
    live: Option<Live>,
    began: bool,
    /// Since when etcd has been away, as it was said.
    away: Option<BootTime>,
    /// The last stream was refused; a new token may do.
    refused: bool,
    ready: VecDeque<Batch>,
}

impl Watcher {
    /// A watch. Nothing is sent before the first [`Watcher::next`].
    pub fn new(client: Client, range: Range, options: Options) -> Self {
        let (snapshot, from) = match options.start {
            Start::Now => (None, None),
            Start::Revision(revision) => (None, Some(revision)),
            Start::Initial => (Some(Snapshot::new(&range, Mark::Initial)), None),
            Start::Rest { mark, revision, after } => (Some(Snapshot::rest(mark, revision, &after)), None),
        };
        Self {
            client,
            range,
            prev_kv: options.prev_kv,
            snapshot,
            from,
            live: None,
            began: false,
            away: None,
            refused: false,
            ready: VecDeque::new(),
        }
    }

    /// What comes next. It waits for that as long as it takes; nothing is lost when it is dropped before.
    ///
    /// # Errors
    /// [`Error::Client`]: etcd was never reached, or refuses.
    pub async fn next(&mut self) -> Result<Batch, Error> {
        loop {
            if let Some(batch) = self.ready.pop_front() {
                return Ok(batch);
            }
            let stepped = if self.snapshot.is_some() { self.read().await } else { self.watch().await };
            if let Err(ended) = stepped {
                self.recover(ended).await?;
            }
        }
    }

    /// Reads the next page of the state.
    async fn read(&mut self) -> Result<(), Ended> {
        let Some(snapshot) = &mut self.snapshot else { return Ok(()) };
        let begun = snapshot.revision != 0;
        let page = match snapshot.page(&self.client, &self.range).await {
            // The state at that revision is gone, too.
            Err(client::Error::Compacted) => return Err(Ended::Compacted(snapshot.revision)),
            page => page.map_err(Ended::Client)?,
        };
        let (Page { changes, last }, revision) = (page, snapshot.revision);
        let mark = snapshot.mark;
        self.reached();
        if let (Mark::Resync(compact_revision), false) = (mark, begun) {
            self.ready.push_back(Batch::Resync { compact_revision, revision });
        }
        self.ready.push_back(Batch::State { revision, mark, changes, last });
        if last {
            (self.snapshot, self.from) = (None, Some(revision + 1));
        }
        Ok(())
    }

    /// Takes what comes next from the stream, opening one first where there is none.
    async fn watch(&mut self) -> Result<(), Ended> {
        let Some(live) = &mut self.live else { return self.open().await };
        match live.next().await? {
            Taken::Revision(changes) => {
                let revision = changes.first().map_or(0, |change| change.mod_revision);
                self.from = Some(revision + 1);
                self.ready.push_back(Batch::Changes { revision, changes });
            }
            Taken::Nothing(revision) => {
                // A member that is behind, or a watch of the future, has nothing to say.
                if self.from.is_none_or(|from| from <= revision + 1) {
                    self.from = Some(revision + 1);
                    self.ready.push_back(Batch::Progress { revision });
                }
            }
        }
        Ok(())
    }

    async fn open(&mut self) -> Result<(), Ended> {
        let lead = match self.from {
            Some(from) if from > 1 && self.may_miss_a_delete().await => 1,
            _ => 0,
        };
        let (live, from) = Live::open(&self.client, &self.range, self.prev_kv, self.from, lead).await?;
        (self.live, self.from, self.refused) = (Some(live), Some(from), false);
        self.reached();
        if !std::mem::replace(&mut self.began, true) {
            self.ready.push_back(Batch::Began { revision: from - 1 });
        }
        Ok(())
    }

    /// Whether a watch from the revision up to which history was compacted would be silent about a delete at that
    /// revision. Then the watch is opened one revision earlier, and such a compaction is one like any other.
    async fn may_miss_a_delete(&self) -> bool {
        let version = self.client.version().await.ok().and_then(|version| version.parse::<Version>().ok());
        version.is_none_or(Version::may_miss_a_delete)
    }

    /// Does what there is to do after a stream or a read has ended, so that it may go on.
    async fn recover(&mut self, ended: Ended) -> Result<(), Error> {
        let fruitful = self.live.take().is_some_and(|live| live.fruitful);
        match ended {
            Ended::Compacted(revision) => {
                self.snapshot = Some(Snapshot::new(&self.range, Mark::Resync(revision)));
                return Ok(());
            }
            Ended::Refused(_) if self.refused => return Err(self.failed(client::Error::Denied)),
            Ended::Refused(origin) => {
                self.refused = true;
                self.leave(origin).await;
                return Ok(());
            }
            Ended::Broken(origin, why) => {
                tracing::debug!(why, "the watch broke");
                self.leave(origin).await;
                if fruitful {
                    return Ok(());
                }
            }
            Ended::Client(error) if matches!(error, client::Error::TimedOut { .. }) => {
                if self.away.is_none() {
                    self.away = Some(BootTime::now());
                    let cause = error.cause().map(|cause| format!(": {cause}")).unwrap_or_default();
                    self.ready.push_back(Batch::Away { message: format!("{error}{cause}") });
                }
            }
            Ended::Client(error) => return Err(self.failed(error)),
        }
        tokio::time::sleep(PAUSE).await;
        Ok(())
    }

    async fn leave(&self, origin: Option<client::Origin>) {
        if let Some(origin) = origin {
            self.client.leave(&origin).await;
        }
    }

    /// etcd has answered.
    fn reached(&mut self) {
        if let Some(away) = self.away.take() {
            self.ready.push_back(Batch::Back { away: BootTime::now().since(away) });
        }
    }

    fn failed(&self, error: client::Error) -> Error {
        client::Failed { doing: format!("cannot watch {}", self.range), needs: self.range.permission(), error }.into()
    }
}
