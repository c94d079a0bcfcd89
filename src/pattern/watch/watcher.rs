//! A watch that survives: it goes on after the last revision that it has given, whatever becomes of members, streams and
//! tokens.
//!
//! It is pulled. Whoever takes slowly stops the reading of the stream, then the server's writing: what waits is in the
//! server, which has all of it anyway.

use std::collections::VecDeque;

use super::live::{Live, StreamEnd};
use super::snapshot::{Mark, Page, Snapshot};
use super::standing::Standing;
use super::store::Store;
use super::window::Taken;
use super::{Batch, Error, Options, Start, verify};
use crate::client::{self, Client, Origin, Refusal, Version};
use crate::clock::{BootTime, sleep_until};
use crate::event::Text;
use crate::pattern::keys::Range;
use crate::pattern::outage::{self, Outage};

/// A watch on a range of keys.
pub struct Watcher {
    client: Client,
    range: Range,
    prev_kv: bool,
    /// What is known of the store.
    store: Store,
    /// The state, while it is being read.
    snapshot: Option<Snapshot>,
    /// The first revision that has not been given; nothing before a watch from now on stands.
    from: Option<i64>,
    live: Option<Live>,
    began: bool,
    outage: Outage,
    standing: Standing,
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
            Start::Rest { mark, revision, after } => (Some(Snapshot::rest(&range, mark, revision, &after)), None),
        };
        Self {
            client,
            range,
            prev_kv: options.prev_kv,
            store: options.store,
            snapshot,
            from,
            live: None,
            began: false,
            outage: Outage::default(),
            standing: Standing::new(),
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
            let (client, asks) = (self.client.clone(), self.live.is_none() || self.snapshot.is_some());
            let tells = asks && !self.outage.is_told();
            let stepped = tokio::select! {
                biased;
                stepped = self.step() => stepped,
                // What was asked is asked anew.
                error = client.in_trouble_for(outage::TELL_AFTER), if tells => {
                    self.unanswered(&error);
                    continue;
                }
            };
            if let Err(ended) = stepped {
                Box::pin(self.recover(ended)).await?;
            }
        }
    }

    async fn step(&mut self) -> Result<(), StreamEnd> {
        // In boxes: they are rare, and large.
        match (&self.snapshot, &self.live) {
            (Some(_), _) => Box::pin(self.read()).await,
            (None, None) => Box::pin(self.open()).await,
            (None, Some(_)) => self.watch().await,
        }
    }

    /// What is known of the store, up to what has been given last.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// Reads the next page of the state.
    async fn read(&mut self) -> Result<(), StreamEnd> {
        let Some(snapshot) = &mut self.snapshot else { return Ok(()) };
        let begun = snapshot.revision() != 0;
        if snapshot.doubtful {
            let same = verify::is_same(&self.client, &self.range, &mut self.store, None).await;
            snapshot.doubtful = !same.map_err(StreamEnd::Client)?;
            return if snapshot.doubtful { Err(StreamEnd::Restored) } else { Ok(()) };
        }
        let Page { changes, last, word } = match snapshot.page(&self.client).await {
            // The state at that revision is gone, too.
            Err(client::Error::Compacted) => return Err(StreamEnd::Compacted(snapshot.revision())),
            Err(error @ client::Error::FutureRevision) => {
                return Err(StreamEnd::Broken(None, error.to_string().into()));
            }
            page => page.map_err(StreamEnd::Client)?,
        };
        if !begun {
            // A state that is read from its beginning has all that there is, whatever store it comes from.
            if snapshot.mark != Mark::Initial && self.store.is_other(&word) {
                snapshot.mark = Mark::Restored;
            }
            self.store = Store::default();
        } else if !self.store.is_of(word.cluster_id) {
            return Err(StreamEnd::Restored);
        }
        let (mark, revision) = (snapshot.mark, snapshot.revision());
        self.store.learn(&word);
        self.store.stood(revision, &changes);
        self.reached();
        if !begun && let Some((reason, compact_revision)) = mark.gap() {
            self.ready.push_back(Batch::Resync { reason, compact_revision, revision });
        }
        self.ready.push_back(Batch::State { revision, mark, changes, last });
        if last {
            (self.snapshot, self.from) = (None, Some(revision + 1));
        }
        Ok(())
    }

    /// Takes what comes next from the stream.
    async fn watch(&mut self) -> Result<(), StreamEnd> {
        let Some(live) = &mut self.live else { return Ok(()) };
        let taken = match self.standing.counts_at() {
            None => live.next().await?,
            Some(at) => tokio::select! {
                taken = live.next() => taken?,
                () = sleep_until(at) => {
                    self.stands();
                    return Ok(());
                }
            },
        };
        let (origin, cluster_id) = (live.origin.clone(), live.cluster_id);
        self.stands();
        match taken {
            Taken::Revision(changes) => {
                let revision = changes.first().map_or(0, |change| change.mod_revision);
                self.from = Some(revision + 1);
                self.store.happened(revision, &changes);
                self.ready.push_back(Batch::Changes { revision, changes });
            }
            Taken::Nothing(revision) => self.idle(revision, &origin, cluster_id).await?,
        }
        Ok(())
    }

    /// The server says that nothing more happened up to this revision.
    async fn idle(&mut self, revision: i64, origin: &Origin, cluster_id: u64) -> Result<(), StreamEnd> {
        // A member that is behind, or a watch of the future, has nothing to say.
        if self.from.is_none_or(|from| from <= revision + 1) {
            self.from = Some(revision + 1);
            self.store.nothing_more(revision);
            self.ready.push_back(Batch::Progress { revision });
            let word = verify::local_word(&self.client, origin, cluster_id).await;
            self.store.learn(&word);
        } else if revision < self.store.revision() {
            self.verify(origin).await?;
        }
        Ok(())
    }

    async fn open(&mut self) -> Result<(), StreamEnd> {
        let lead = match self.from {
            Some(from) if from > 1 && self.may_miss_a_delete().await => 1,
            _ => 0,
        };
        let (live, from) = Live::open(&self.client, &self.range, self.prev_kv, self.from, lead).await?;
        if self.store.is_known() {
            self.verify(&live.origin).await?;
        } else {
            let word = verify::local_word(&self.client, &live.origin, live.cluster_id).await;
            self.store.learn(&word);
        }
        if self.from.is_none() {
            self.store.nothing_more(from - 1);
        }
        (self.live, self.from, self.refused) = (Some(live), Some(from), false);
        if self.standing.opened(BootTime::now()) {
            self.reached();
        }
        if !std::mem::replace(&mut self.began, true) {
            self.ready.push_back(Batch::Began { revision: from - 1 });
        }
        Ok(())
    }

    /// Makes sure that the member that a stream comes from has the store that was watched before.
    async fn verify(&mut self, origin: &Origin) -> Result<(), StreamEnd> {
        match verify::is_same(&self.client, &self.range, &mut self.store, Some(origin)).await {
            Ok(true) => Ok(()),
            Ok(false) => Err(StreamEnd::Restored),
            Err(client::Error::Denied) => Err(StreamEnd::Refused(Some(origin.clone()), Refusal::Permission)),
            Err(error) if error.is_outage() => {
                let cause = error.cause().map(Text::to_string).unwrap_or_default();
                Err(StreamEnd::Broken(Some(origin.clone()), format!("the store was not verified: {cause}").into()))
            }
            Err(error) => Err(StreamEnd::Client(error)),
        }
    }

    /// Whether a watch from the revision up to which history was compacted would be silent about a delete at that
    /// revision. Then the watch is opened one revision earlier, and such a compaction is one like any other.
    async fn may_miss_a_delete(&self) -> bool {
        let version = self.client.version().await.ok().and_then(|version| Version::of(&version));
        version.is_none_or(Version::may_miss_a_delete)
    }

    /// Does what there is to do after a stream or a read has ended, so that it may go on.
    async fn recover(&mut self, ended: StreamEnd) -> Result<(), Error> {
        let live = self.live.take();
        let fruitful = live.as_ref().is_some_and(|live| live.fruitful);
        self.standing.ended(live.is_some(), fruitful, BootTime::now());
        if let Some(snapshot) = &mut self.snapshot {
            snapshot.doubtful = snapshot.revision() != 0;
        }
        match ended {
            StreamEnd::Compacted(revision) => {
                self.snapshot = Some(Snapshot::new(&self.range, Mark::Compacted(revision)));
                return Ok(());
            }
            StreamEnd::Restored => {
                self.snapshot = Some(Snapshot::new(&self.range, Mark::Restored));
                return Ok(());
            }
            StreamEnd::Refused(_, refusal) if self.refused => return Err(self.failed(self.client.refused(refusal))),
            StreamEnd::Refused(origin, _) => {
                self.refused = true;
                self.leave(origin).await;
                return Ok(());
            }
            StreamEnd::Broken(origin, why) => {
                tracing::debug!(%why, "the watch broke");
                self.leave(origin).await;
                if fruitful {
                    return Ok(());
                }
                self.unanswered(&client::Error::WatchEnded(why));
            }
            StreamEnd::Client(error) if matches!(error, client::Error::TimedOut { .. }) => self.unanswered(&error),
            StreamEnd::Client(error) => return Err(self.failed(error)),
        }
        // What is to be told is told first.
        if self.ready.is_empty() {
            self.outage.pause().await;
        }
        Ok(())
    }

    fn unanswered(&mut self, error: &client::Error) {
        self.ready.extend(self.outage.unanswered(error).map(Batch::Etcd));
    }

    /// The stream has brought something, or has stood for a while.
    fn stands(&mut self) {
        if self.standing.count() {
            self.reached();
        }
    }

    async fn leave(&self, origin: Option<client::Origin>) {
        if let Some(origin) = origin {
            self.client.leave(&origin).await;
        }
    }

    /// etcd has answered.
    fn reached(&mut self) {
        self.ready.extend(self.outage.answered().map(Batch::Etcd));
    }

    fn failed(&self, error: client::Error) -> Error {
        client::Failed { doing: format!("cannot watch {}", self.range), needs: self.range.permission(), error }.into()
    }
}
