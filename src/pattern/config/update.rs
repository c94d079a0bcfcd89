//! A few values at once, in one transaction that compares what must be so.

use std::collections::{BTreeMap, BTreeSet};

use etcd_client::{Compare, CompareOp, ResponseHeader, Txn, TxnOp};

use super::Error;
use super::read::{Entry, list};
use super::store::{Path, Store};
use crate::client::Client;
use crate::pattern::keys;
use crate::typed::Typed;

/// What is to be there, and what not.
#[derive(Clone, Debug, Default)]
pub struct Update {
    /// The values that are put.
    pub puts: BTreeMap<Path, Typed>,
    /// The values that are deleted, where they are there.
    pub deletes: BTreeSet<Path>,
    /// Only if these values are at these revisions (0: not there).
    pub seen: BTreeMap<Path, i64>,
}

/// Puts and deletes values: all of them, or none. The revision of it, or of the state in which there was nothing to do.
///
/// It reads all values before, and again where somebody else changes one meanwhile. etcd takes 128 operations by default; for
/// more, there is [`super::import`].
///
/// # Errors
/// [`Error::Changed`], [`Error::Folder`], [`Error::IsFolder`] and [`Error::Importing`]: nothing was changed. Or a request failed.
pub async fn update(client: &Client, store: &Store, update: &Update) -> Result<i64, Error> {
    let deletes = update.deletes.iter().filter(|path| !update.puts.contains_key(*path));
    let deletes = deletes.map(|path| TxnOp::delete(store.key(path), None));
    let puts = update.puts.iter().map(|(path, value)| client.put(store.key(path), value.wire()));
    let operations: Vec<_> = deletes.chain(puts).collect();
    loop {
        let (entries, revision) = list(client, store, None).await?;
        update.check(&entries.into_iter().map(|entry| (entry.path.clone(), entry)).collect())?;
        if operations.is_empty() {
            return Ok(revision);
        }
        let range = store.root.all();
        let unchanged = Compare::mod_revision(range.first(), CompareOp::Less, revision + 1).with_range(range.end());
        let all = Txn::new().when([store.no_mark(), unchanged]).and_then(operations.clone());
        let all = all.or_else([TxnOp::get(store.mark(), None)]);
        // An attempt whose answer was lost could have changed them: the next one would see values that have changed, or put
        // them over what somebody has set since.
        let answer = client.txn_at_most_once(all).await.map_err(store.failed("update values"))?;
        if answer.succeeded() {
            return Ok(answer.header().map_or(0, ResponseHeader::revision));
        }
        if let Some(mark) = keys::each_read(&answer).flatten().next() {
            return Err(store.importing(mark.value()));
        }
        // Somebody was faster: it is read again.
    }
}

impl Update {
    /// Whether it can be made of this state.
    fn check(&self, current: &BTreeMap<Path, Entry>) -> Result<(), Error> {
        for (path, &seen) in &self.seen {
            let there = current.get(path).map_or(0, |entry| entry.mod_revision);
            if there != seen {
                return Err(Error::Changed { path: path.clone(), there, seen });
            }
        }
        let stays = |path: &Path| current.contains_key(path) && !self.deletes.contains(path);
        let all = self.puts.keys().chain(current.keys().filter(|path| stays(path)));
        for below in all {
            let is_put = |path: &Path| self.puts.contains_key(path);
            let value = below.parents().find(|parent| is_put(parent) || is_put(below) && stays(parent));
            if let Some(value) = value {
                if !is_put(below) {
                    return Err(Error::IsFolder { folder: value, below: below.clone() });
                }
                return Err(Error::Folder { value: value.to_string(), below: below.to_string() });
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_update_fits_what_is_there_or_is_refused() {
        let path = |text: &&str| -> Path { text.parse().expect("a path") };
        let current = ["a", "b/c"].map(|text| {
            let value = Typed::read("1", None).map_err(|why| why.to_string());
            (path(&text), Entry { path: path(&text), value, mod_revision: 7, create_revision: 1, version: 1 })
        });
        let current = BTreeMap::from(current);
        let check = |puts: &[&str], deletes: &[&str], seen: &[(&str, i64)]| {
            let value = Typed::read("2", None).expect("a value");
            let update = Update {
                puts: puts.iter().map(|text| (path(text), value.clone())).collect(),
                deletes: deletes.iter().map(path).collect(),
                seen: seen.iter().map(|(text, revision)| (path(text), *revision)).collect(),
            };
            update.check(&current).map_err(|error| error.to_string())
        };
        assert_eq!(check(&["a", "b/d"], &["b/c", "none"], &[("a", 7), ("new", 0)]), Ok(()));
        assert_eq!(check(&["a/b"], &["a"], &[]), Ok(()));
        assert_eq!(check(&["b"], &["b/c"], &[]), Ok(()));
        for (puts, says) in [
            (&["a/b"][..], "a is a value, and a/b would lie below it"),
            (&["b"], "b is a folder, with b/c in it: it can't be a value, too"),
            (&["x", "x/y"], "x is a value, and x/y would lie below it"),
        ] {
            assert_eq!(check(puts, &[], &[]), Err(says.to_owned()));
        }
        for (seen, there) in [(("a", 6), 7), (("b/d", 7), 0), (("b/c", 0), 7)] {
            let says = match (there, seen.1) {
                (0, seen) => format!("is not there any more: it was seen at revision {seen}"),
                (there, 0) => format!("is there already, at revision {there}"),
                (there, seen) => format!("has changed: it is at revision {there}, not {seen}"),
            };
            assert_eq!(check(&[], &[], &[seen]), Err(format!("{} {says}", seen.0)));
        }
    }
}
