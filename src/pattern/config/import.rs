//! Many values at once, in one step as others see it.
//!
//! Where etcd takes all of it in one transaction, it is one. Else a mark stands from the first step to the last: whoever reads
//! for a program waits meanwhile, and other writers are refused. An import that was broken off is finished by the same import.
//!
//! What must stay true: each step compares that the mark stands as it was seen, so that no step of one import follows one of
//! another; who finds the import finished by somebody else begins nothing anew.
//!
//! - `plan`: what an import changes

mod plan;

use std::collections::BTreeMap;

use etcd_client::{Compare, CompareOp, KeyValue, Txn, TxnOp};

use super::Error;
use super::store::{Mark, Path, Store};
use crate::client::{self, Client};
use crate::hash;
use crate::pattern::keys::{self, Range};
use crate::pattern::watch::{self, Batch, Options, Start, Watcher};
use crate::record::Owner;
pub use plan::{Import, Plan, Prune, plan};

/// Operations in one transaction: fewer than the 128 that etcd takes by default.
const OPERATIONS: usize = 100;
/// What the values of one transaction take at most, in bytes: less than the 1.5 MiB of a request that etcd takes by default.
const BYTES: usize = 1 << 20;
/// Imports; with `take_over` also in the place of another import that is not finished. What was changed; whether that took
/// several steps.
///
/// # Errors
/// [`Error::Folder`], [`Error::IsFolder`] and [`Error::Importing`]: nothing was changed, unless another import has taken this one over. Or a
/// request failed: then the same import finishes it.
pub async fn import(
    client: &Client,
    store: &Store,
    import: &Import,
    who: &Owner,
    mut take_over: bool,
) -> Result<(Plan, bool), Error> {
    let content = format!("{:016x}", hash::of(&content(import)));
    let own_mark = || {
        let mark = Mark {
            host: who.host.clone(),
            pid: who.pid,
            user: who.user.clone(),
            since: who.since,
            content: content.clone(),
        };
        client.put(store.mark(), serde_json::to_vec(&mark).unwrap_or_default())
    };
    loop {
        let mark = client.get(&store.mark(), None).await.map_err(store.failed("import"))?;
        let (current, revision) = current(client, store).await?;
        let plan = plan(&current, import)?;
        match mark.kvs().first() {
            Some(kv) if serde_json::from_slice(kv.value()).is_ok_and(|mark: Mark| mark.content == content) => {
                // Begun by us, or by somebody else who wants the same.
                if !step_by_step(client, store, &plan, kv.mod_revision()).await? {
                    finished(client, store, kv.mod_revision()).await?;
                }
                return Ok((plan, true));
            }
            Some(kv) if take_over => {
                let is_as_seen = Compare::mod_revision(store.mark(), CompareOp::Equal, kv.mod_revision());
                let taken = client.txn(Txn::new().when([is_as_seen]).and_then([own_mark()])).await;
                // From another one that comes then, it is not taken again.
                take_over = !taken.map_err(store.failed("take an import over"))?.succeeded();
            }
            Some(kv) => return Err(store.importing(kv.value())),
            None if plan.is_small(client, store) => {
                if at_once(client, store, &plan, revision).await? {
                    return Ok((plan, false));
                }
            }
            None => {
                let begun = client.txn(Txn::new().when([store.no_mark()]).and_then([own_mark()])).await;
                begun.map_err(store.failed("import"))?;
                // It is read again, as if somebody else had broken it off.
            }
        }
    }
}

/// All values as they are stored, and at which revision.
///
/// # Errors
/// A request failed.
pub async fn current(client: &Client, store: &Store) -> Result<(BTreeMap<Path, Vec<u8>>, i64), Error> {
    let (all, revision) = current_keys(client, store).await?;
    Ok((all.into_iter().map(|(path, kv)| (path, kv.value().to_vec())).collect(), revision))
}

/// The same with all that etcd says of each.
pub(super) async fn current_keys(client: &Client, store: &Store) -> Result<(BTreeMap<Path, KeyValue>, i64), Error> {
    let mut pages = keys::Pages::new(store.root.all());
    let mut all = BTreeMap::new();
    while let Some(page) = pages.next(client).await.map_err(store.failed("read the configuration"))? {
        all.extend(page.kvs().iter().filter_map(|kv| Some((store.path(kv.key())?, kv.clone()))));
    }
    Ok((all, pages.revision))
}

fn content(import: &Import) -> Vec<u8> {
    let each = import.wanted.iter().flat_map(|(path, value)| [path.as_str().as_bytes(), b"\0", value, b"\0"].concat());
    each.chain([import.prune as u8]).collect()
}

impl Plan {
    fn operations(&self, client: &Client, store: &Store) -> Vec<(TxnOp, usize)> {
        let put = |(path, _, value): &(Path, Option<Vec<u8>>, Vec<u8>)| {
            let key = store.key(path);
            let size = key.len() + value.len();
            (client.put(key, value.clone()), size)
        };
        let delete = |(path, _): &(Path, Vec<u8>)| {
            let key = store.key(path);
            let size = key.len();
            (TxnOp::delete(key, None), size)
        };
        let (puts, deletes) = (self.puts.iter().map(put), self.deletes.iter().map(delete));
        // A folder that becomes a value goes first.
        deletes.chain(puts).collect()
    }

    fn is_small(&self, client: &Client, store: &Store) -> bool {
        let operations = self.operations(client, store);
        operations.len() <= OPERATIONS && operations.iter().map(|(_, size)| size).sum::<usize>() <= BYTES
    }
}

/// All in one transaction, if nothing was put below the root since `revision`.
async fn at_once(client: &Client, store: &Store, plan: &Plan, revision: i64) -> Result<bool, Error> {
    let operations: Vec<_> = plan.operations(client, store).into_iter().map(|(operation, _)| operation).collect();
    if operations.is_empty() {
        return Ok(true);
    }
    let range = store.root.all();
    let unchanged = Compare::mod_revision(range.first(), CompareOp::Less, revision + 1).with_range(range.end());
    let all = Txn::new().when([store.no_mark(), unchanged]).and_then(operations);
    // After an attempt whose answer was lost, another plan would undo what others have set since.
    Ok(client.txn_at_most_once(all).await.map_err(store.failed("import"))?.succeeded())
}

/// Step by step, while the mark stands as it was put at this revision; the last one takes it away. Whether it stood to the
/// end: else the steps that were left were not taken.
async fn step_by_step(client: &Client, store: &Store, plan: &Plan, mark: i64) -> Result<bool, Error> {
    // Not its create revision: whoever takes an import over puts his mark in the place of this one.
    let stands = || Compare::mod_revision(store.mark(), CompareOp::Equal, mark);
    let mut operations = plan.operations(client, store).into_iter().peekable();
    let mut is_first = true;
    loop {
        let (mut step, mut bytes) = (Vec::new(), 0);
        while let Some((operation, size)) =
            operations.next_if(|(_, size)| step.len() < OPERATIONS && (bytes == 0 || bytes + size <= BYTES))
        {
            step.push(operation);
            bytes += size;
        }
        let is_last = operations.peek().is_none();
        if is_last {
            step.push(TxnOp::delete(store.mark(), None));
        }
        let done = match client.txn(Txn::new().when([stands()]).and_then(step)).await {
            Ok(done) => done,
            Err(error) => {
                // Nothing was changed, and never will be: others are not to wait for it. (A step that has just filled the
                // store is told to be refused, and is taken: then there is something newer than the mark.)
                if is_first && !error.is_outage() {
                    let all = store.root.all();
                    let none = Compare::mod_revision(all.first(), CompareOp::Less, mark + 1).with_range(all.end());
                    let give_up = Txn::new().when([stands(), none]).and_then([TxnOp::delete(store.mark(), None)]);
                    if let Err(error) = client.txn(give_up).await {
                        tracing::debug!(%error, "taking away the mark of an import that can't be");
                    }
                }
                return Err(store.failed("import")(error));
            }
        };
        is_first = false;
        if is_last || !done.succeeded() {
            return Ok(done.succeeded());
        }
    }
}

/// Makes sure that an import whose mark, put at this revision, is not there any more, was finished: by a last step of our
/// own whose answer was lost, or by somebody else who imports the same. It is not begun anew then: that would undo what
/// others have set since.
async fn finished(client: &Client, store: &Store, mark: i64) -> Result<(), Error> {
    let Ok(range) = Range::key(store.mark()) else { return Ok(()) };
    let start = Start::Revision(mark + 1);
    let mut watch =
        Watcher::new(client.clone(), range, Options { start, prev_kv: false, store: watch::Store::default() });
    loop {
        let batch = watch.next().await.map_err(|error| match error {
            watch::Error::Client(failed) => Error::Client(failed),
            other => store.failed("import")(client::Error::WatchEnded(other.to_string().into())),
        })?;
        let (Batch::Changes { changes, .. } | Batch::State { changes, .. }) = batch else { continue };
        // A state, where history is gone, is empty where nobody imports.
        return match changes.into_iter().next().and_then(|change| change.value) {
            None => Ok(()),
            Some(other) => Err(store.importing(other.raw())),
        };
    }
}
