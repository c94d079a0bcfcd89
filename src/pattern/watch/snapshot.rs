//! The present state of a range, read page by page at one revision.

use etcd_client::GetOptions;

use super::Range;
use super::answer::{size, standing};
use super::store::Word;
use crate::client::{self, Client};
use crate::event::{Change, Gap};

/// The most keys in a page.
const MOST: i64 = 1000;
/// How many the first page has: as many as may be large.
const FIRST: i64 = 100;
/// What a page should take in memory.
const BYTES: usize = 4 << 20;

/// Why the state is read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    /// The watch begins with it.
    Initial,
    /// History is gone up to this revision.
    Compacted(i64),
    /// The store is not the one that was watched before.
    Restored,
}

impl Mark {
    /// What the state stands in for, where the watch does not begin with it, and up to which revision history is gone.
    pub(super) fn gap(self) -> Option<(Gap, i64)> {
        match self {
            Self::Initial => None,
            Self::Compacted(revision) => Some((Gap::Compacted, revision)),
            Self::Restored => Some((Gap::Restored, 0)),
        }
    }
}

/// How far the state has been read.
#[derive(Clone, Debug)]
pub(super) struct Snapshot {
    pub(super) mark: Mark,
    /// The revision at which it is read; 0 for the present one.
    pub(super) revision: i64,
    /// The next page may come from another store than the pages before it.
    pub(super) doubtful: bool,
    /// From where on it is still to be read.
    from: Vec<u8>,
    limit: i64,
}

/// Part of the state.
pub(super) struct Page {
    pub(super) changes: Vec<Change>,
    /// Whether it is the last.
    pub(super) last: bool,
    /// Who gave it.
    pub(super) word: Word,
}

impl Snapshot {
    pub(super) fn new(range: &Range, mark: Mark) -> Self {
        Self { mark, revision: 0, doubtful: false, from: range.first().to_vec(), limit: FIRST }
    }

    /// The rest of one that was read at `revision` up to this key.
    pub(super) fn rest(mark: Mark, revision: i64, after: &[u8]) -> Self {
        Self { mark, revision, doubtful: true, from: [after, b"\0"].concat(), limit: FIRST }
    }

    /// Reads the next page.
    pub(super) async fn page(&mut self, client: &Client, range: &Range) -> Result<Page, client::Error> {
        let options = GetOptions::new().with_limit(self.limit).with_revision(self.revision);
        let read = client.get(&self.from, Some(range.read(options))).await?;
        let word = Word::from(read.header());
        if self.revision == 0 {
            self.revision = word.revision;
        }
        let (initial, resync) = (self.mark == Mark::Initial, self.mark != Mark::Initial);
        let mark = |change: Change| Change { initial, resync, ..change };
        let changes: Vec<_> = read.kvs().iter().map(|kv| mark(standing(kv))).collect();
        if let Some(last) = changes.last() {
            self.from = [last.key.raw(), b"\0"].concat();
        }
        let bytes: usize = changes.iter().map(size).sum();
        let each = (bytes / changes.len().max(1)).max(1);
        self.limit = i64::try_from(BYTES / each).unwrap_or(MOST).clamp(1, MOST);
        Ok(Page { changes, last: !read.more(), word })
    }
}
