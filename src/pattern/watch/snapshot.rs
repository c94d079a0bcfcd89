//! The present state of a range, read page by page at one revision.

use super::answer::present;
use super::store::Word;
use crate::client::{self, Client};
use crate::event::{Change, Gap};
use crate::pattern::keys::{Pages, Range};

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
    pages: Pages,
    /// The next page may come from another store than the pages before it.
    pub(super) doubtful: bool,
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
        Self { mark, pages: Pages::new(range.clone()), doubtful: false }
    }

    /// The rest of one that was read at `revision` up to this key.
    pub(super) fn rest(range: &Range, mark: Mark, revision: i64, after: &[u8]) -> Self {
        Self { mark, pages: Pages::rest(range.clone(), revision, after), doubtful: true }
    }

    /// The revision at which it is read; 0 before its first page.
    pub(super) fn revision(&self) -> i64 {
        self.pages.revision
    }

    /// Reads the next page; the last one was not read before.
    pub(super) async fn page(&mut self, client: &Client) -> Result<Page, client::Error> {
        let read = self.pages.next(client).await?;
        let word = Word::from(read.as_ref().and_then(|read| read.header()));
        let (initial, resync) = (self.mark == Mark::Initial, self.mark != Mark::Initial);
        let mark = |change: Change| Change { initial, resync, ..change };
        let kvs = read.as_ref().map_or(&[][..], |read| read.kvs());
        let changes = kvs.iter().map(|kv| mark(present(kv))).collect();
        Ok(Page { changes, last: self.pages.is_done(), word })
    }
}
