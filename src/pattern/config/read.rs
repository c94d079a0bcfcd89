//! Values, asked once; all of them at one revision.

use etcd_client::{GetOptions, KeyValue, ResponseHeader, Txn, TxnOp};

use super::Error;
use super::store::{Path, Store};
use crate::client::Client;
use crate::pattern::keys::{self, Pages, Range};
use crate::typed::Typed;

/// A value as it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its name.
    pub path: Path,
    /// What it is; why it is none that can be used.
    pub value: Result<Typed, String>,
    /// The revision at which it was put last.
    pub mod_revision: i64,
    /// The revision at which it was created.
    pub create_revision: i64,
    /// How often it has been put since then.
    pub version: i64,
}

impl Entry {
    pub(super) fn new(store: &Store, kv: &KeyValue) -> Option<Self> {
        Some(Self {
            path: store.path(kv.key())?,
            value: Typed::from_wire(kv.value()).map_err(|why| why.to_string()),
            mod_revision: kv.mod_revision(),
            create_revision: kv.create_revision(),
            version: kv.version(),
        })
    }

    /// The value, if it can be used.
    ///
    /// # Errors
    /// [`Error::NotTyped`].
    pub fn typed(&self) -> Result<&Typed, Error> {
        self.value.as_ref().map_err(|why| Error::NotTyped { path: self.path.clone(), why: why.clone() })
    }
}

/// One value.
///
/// # Errors
/// [`Error::Absent`], or a request failed.
pub async fn get(client: &Client, store: &Store, path: &Path) -> Result<Entry, Error> {
    let read = client.get(&store.key(path), None).await.map_err(store.failed("read the configuration"))?;
    read.kvs().first().and_then(|kv| Entry::new(store, kv)).ok_or_else(|| Error::Absent(path.clone()))
}

/// All values, or those at and below `path`, at one revision, in the order of their names. That revision.
///
/// # Errors
/// A request failed.
pub async fn list(client: &Client, store: &Store, path: Option<&Path>) -> Result<(Vec<Entry>, i64), Error> {
    let mut entries = Vec::new();
    let mut pages = Pages::new(path.map_or_else(|| store.root.all(), |path| store.below(path)));
    while let Some(page) = pages.next(client).await.map_err(store.failed("read the configuration"))? {
        entries.extend(page.kvs().iter().filter_map(|kv| Entry::new(store, kv)));
    }
    if let Some(path) = path {
        let at = GetOptions::new().with_revision(pages.revision);
        let own = client.get(&store.key(path), Some(at)).await.map_err(store.failed("read the configuration"))?;
        entries.splice(0..0, own.kvs().iter().filter_map(|kv| Entry::new(store, kv)));
    }
    Ok((entries, pages.revision))
}

/// Makes sure that what was read at this revision is not half an import.
///
/// # Errors
/// [`Error::Importing`], or a request failed.
pub async fn no_import(client: &Client, store: &Store, revision: i64) -> Result<(), Error> {
    let at = GetOptions::new().with_revision(revision);
    let mark = client.get(&store.mark(), Some(at)).await.map_err(store.failed("read the configuration"))?;
    mark.kvs().first().map_or(Ok(()), |mark| Err(store.importing(mark.value())))
}

/// What a program may be given.
pub(super) enum Whole {
    /// All values at one revision.
    Values(Vec<Entry>, i64),
    /// An import is not finished: its mark.
    Importing(KeyValue),
}

/// All values in one transaction with the mark of an import.
pub(super) async fn whole(client: &Client, store: &Store) -> Result<Whole, crate::client::Error> {
    let range: Range = store.root.all();
    let reads = [TxnOp::get(store.mark(), None), TxnOp::get(range.first(), Some(range.read(GetOptions::new())))];
    let answer = client.txn(Txn::new().and_then(reads)).await?;
    let revision = answer.header().map_or(0, ResponseHeader::revision);
    let mut reads = keys::reads(&answer);
    if let Some(mark) = reads.next().and_then(|mut read| read.take_kvs().pop()) {
        return Ok(Whole::Importing(mark));
    }
    let entries = reads.next().map(|read| read.kvs().iter().filter_map(|kv| Entry::new(store, kv)).collect());
    Ok(Whole::Values(entries.unwrap_or_default(), revision))
}
