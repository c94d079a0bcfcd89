//! Reading a range page by page, all of it at one revision.
//!
//! What must stay true: no page is larger than what gRPC takes in one answer, as far as the sizes of the page before it
//! tell (4 MiB by default).

use etcd_client::{GetOptions, GetResponse, KeyValue};

use super::Range;
use crate::client::{Client, Error};

/// The most keys in a page.
const MOST: i64 = 1000;
/// How many the first page has: as many as may be large.
const FIRST: i64 = 100;
/// What a page should take in memory, in bytes.
const BYTES: usize = 4 << 20;
/// What a key takes in memory besides itself and its value, in bytes, about.
const OVERHEAD: usize = 200;

/// How far a range has been read.
#[derive(Clone, Debug)]
pub(in crate::pattern) struct Pages {
    range: Range,
    /// The revision at which it is read; 0 for the present one, until the first page says which that is.
    pub(in crate::pattern) revision: i64,
    /// From where on it is still to be read.
    from: Vec<u8>,
    limit: i64,
    is_done: bool,
}

impl Pages {
    /// All of a range, as it is when the first page is read.
    pub(in crate::pattern) fn new(range: Range) -> Self {
        Self { revision: 0, from: range.first().to_vec(), range, limit: FIRST, is_done: false }
    }

    /// The rest of a range that was read at `revision` up to this key.
    pub(in crate::pattern) fn rest(range: Range, revision: i64, after: &[u8]) -> Self {
        Self { revision, from: [after, b"\0"].concat(), range, limit: FIRST, is_done: false }
    }

    /// Whether all has been read.
    pub(in crate::pattern) fn is_done(&self) -> bool {
        self.is_done
    }

    /// Reads the next page; nothing when all has been read.
    pub(in crate::pattern) async fn next(&mut self, client: &Client) -> Result<Option<GetResponse>, Error> {
        if self.is_done {
            return Ok(None);
        }
        let options = GetOptions::new().with_limit(self.limit).with_revision(self.revision);
        let page = client.get(&self.from, Some(self.range.read(options))).await?;
        if self.revision == 0 {
            self.revision = page.header().map_or(0, etcd_client::ResponseHeader::revision);
        }
        if let Some(last) = page.kvs().last() {
            self.from = [last.key(), b"\0"].concat();
        }
        let size = |kv: &KeyValue| OVERHEAD + kv.key().len() + kv.value().len();
        let bytes: usize = page.kvs().iter().map(size).sum();
        let each = (bytes / page.kvs().len().max(1)).max(1);
        self.limit = i64::try_from(BYTES / each).unwrap_or(MOST).clamp(1, MOST);
        self.is_done = !page.more();
        Ok(Some(page))
    }
}
