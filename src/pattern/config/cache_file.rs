//! The values that were read last, in a file: for a start while etcd is away.
//!
//! What must stay true: it is replaced whole; nobody but its owner can read it, not for a moment; it is taken for what it is
//! only when it is of the same root.

use std::collections::BTreeMap;
use std::fs;
use std::io::{self, Read};
use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;

use super::store::{Path, Store};
use crate::event::{Text, Time};
use crate::render::Output;
use crate::typed::Typed;

/// The largest that is read, in bytes.
const LARGEST: u64 = 64 << 20;
/// What every cache begins with.
const BEGINNING: &[u8] = b"{\"root\":";

/// Where values are kept.
#[derive(Clone, Debug)]
pub struct CacheFile {
    output: Output,
    root: String,
}

/// What a file has.
#[derive(Clone, Debug)]
pub struct Cached {
    /// The revision at which the values were so.
    pub revision: i64,
    /// When that was written.
    pub written: Time,
    /// The values.
    pub values: BTreeMap<Path, Typed>,
}

/// Why a file can't be one that keeps values.
#[derive(Debug, thiserror::Error)]
pub enum UnusableCache {
    /// Its path leads to no file.
    #[error(transparent)]
    NotAFile(#[from] crate::render::Error),
    /// It keeps another configuration.
    #[error("{path} keeps the values of {there}, not of {root}")]
    OtherRoot {
        /// The file.
        path: String,
        /// Whose it is.
        there: Text,
        /// Whose it is to be.
        root: String,
    },
    /// It is one of ours, but not what it was.
    #[error("{path} is damaged: {why}")]
    Damaged {
        /// The file.
        path: String,
        /// What is wrong.
        why: String,
    },
    /// It has something else in it, which somebody may want to keep.
    #[error("{path} is no cache of values: {why}")]
    NotACache {
        /// The file.
        path: String,
        /// What is wrong.
        why: String,
    },
    /// It can't be read.
    #[error("cannot read {path}: {error}")]
    Unreadable {
        /// The file.
        path: String,
        /// What the system said.
        error: io::Error,
    },
}

#[derive(Serialize, Deserialize)]
struct Content {
    root: String,
    revision: i64,
    written: Time,
    values: BTreeMap<String, Box<RawValue>>,
}

impl CacheFile {
    /// The file at this path, whatever it has.
    ///
    /// # Errors
    /// Its path leads to no file.
    pub fn empty(path: impl Into<PathBuf>, store: &Store) -> Result<Self, UnusableCache> {
        Ok(Self { output: Output::private(path)?, root: store.root.to_string() })
    }

    /// The file at this path, and what it has; nothing where it is not there yet, or empty.
    ///
    /// # Errors
    /// [`UnusableCache`].
    pub fn open(path: impl Into<PathBuf>, store: &Store) -> Result<(Self, Option<Cached>), UnusableCache> {
        let file = Self::empty(path, store)?;
        let mut bytes = Vec::new();
        let read = fs::File::open(file.output.path()).and_then(|file| file.take(LARGEST + 1).read_to_end(&mut bytes));
        match read {
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok((file, None)),
            Err(error) => return Err(UnusableCache::Unreadable { path: file.path(), error }),
            Ok(0) => return Ok((file, None)),
            Ok(_) => {}
        }
        let is_ours = bytes.starts_with(BEGINNING);
        let damaged = |why: String| {
            let path = file.path();
            if is_ours { UnusableCache::Damaged { path, why } } else { UnusableCache::NotACache { path, why } }
        };
        if u64::try_from(bytes.len()).is_ok_and(|length| length > LARGEST) {
            return Err(damaged("it is larger than 64 MiB".to_owned()));
        }
        let content: Content = serde_json::from_slice(&bytes).map_err(|error| damaged(without_values(&error)))?;
        if content.root != file.root {
            let (there, root) = (content.root.into(), file.root.clone());
            return Err(UnusableCache::OtherRoot { path: file.path(), there, root });
        }
        let cached = content.cached().map_err(damaged)?;
        Ok((file, Some(cached)))
    }

    /// As people know it.
    pub fn path(&self) -> String {
        self.output.path().display().to_string()
    }

    /// The text for these values.
    pub(super) fn text(&self, revision: i64, values: &BTreeMap<Path, Typed>) -> Vec<u8> {
        let raw = |(path, value): (&Path, &Typed)| Some((path.to_string(), RawValue::from_string(value.wire()).ok()?));
        let values = values.iter().filter_map(raw).collect();
        let content = Content { root: self.root.clone(), revision, written: Time::now(), values };
        serde_json::to_vec(&content).unwrap_or_default()
    }

    /// Replaces the file. It blocks.
    pub(super) fn write(&self, text: &[u8]) -> Result<(), crate::render::Error> {
        self.output.stage(text)?.map_or(Ok(()), crate::render::Staged::commit)
    }
}

impl Content {
    fn cached(self) -> Result<Cached, String> {
        let value = |(path, raw): (String, Box<RawValue>)| {
            let name: Path = path.parse().map_err(|_| "it has a name that is none".to_owned())?;
            let value = Typed::from_wire(raw.get().as_bytes()).map_err(|why| format!("{name}: {why}"))?;
            Ok((name, value))
        };
        let values = self.values.into_iter().map(value).collect::<Result<_, String>>()?;
        Ok(Cached { revision: self.revision, written: self.written, values })
    }
}

/// What a parser says may have a value in it, which may be a secret.
fn without_values(error: &serde_json::Error) -> String {
    use serde_json::error::Category;

    let what = match error.classify() {
        Category::Eof => "it ends too early",
        Category::Data => "it has not what a cache has",
        Category::Syntax | Category::Io => "it is no JSON",
    };
    format!("{what} (line {}, column {})", error.line(), error.column())
}

#[cfg(test)]
mod tests {
    use std::os::unix::fs::PermissionsExt;

    use super::*;

    fn store(root: &str) -> Store {
        Store { root: root.parse().expect(root), state_root: "/s".to_owned() }
    }

    #[test]
    fn what_was_written_is_read_again_and_is_private() {
        let dir = tempfile::tempdir().expect("a directory");
        let path = dir.path().join("cache");
        let (file, none) = CacheFile::open(&path, &store("/a")).expect("none yet");
        assert!(none.is_none());
        let values: BTreeMap<Path, Typed> = [("a/b", "1.10"), ("c", "x\"\n"), ("d", "true")]
            .map(|(path, value)| (path.parse().expect(path), Typed::read(value, None).expect(value)))
            .into();
        for wider in [None, Some(0o666), Some(0o400)] {
            if let Some(wider) = wider {
                fs::set_permissions(&path, fs::Permissions::from_mode(wider)).expect("it is ours");
            }
            file.write(&file.text(7, &values)).expect("it is written");
            assert_eq!(fs::metadata(&path).expect("it is there").permissions().mode() & 0o7777, 0o600);
        }
        let (_, cached) = CacheFile::open(&path, &store("/a")).expect("its own");
        let cached = cached.expect("it has something");
        assert_eq!((cached.revision, cached.values), (7, values));
    }

    #[test]
    fn another_root_and_damage_are_refused_without_a_value() {
        let dir = tempfile::tempdir().expect("a directory");
        let path = dir.path().join("cache");
        let said = |text: &[u8]| {
            fs::write(&path, text).expect("a file");
            CacheFile::open(&path, &store("/a")).map(|(_, cached)| cached.is_some()).map_err(|error| error.to_string())
        };
        assert_eq!(said(b""), Ok(false));
        let (file, _) = CacheFile::open(dir.path().join("other"), &store("/b")).expect("none yet");
        let secret = [("secret".parse().expect("a path"), Typed::read("hunter2", None).expect("a string"))].into();
        let text = file.text(7, &secret);
        assert!(said(&text).expect_err("another root").contains("keeps the values of /b, not of /a"));
        let own = String::from_utf8(text).expect("JSON").replace("\"/b\"", "\"/a\"");
        assert_eq!(said(own.as_bytes()), Ok(true));
        for wrong in [&own[..own.len() - 4], "hunter2", "{\"hunter2\":1}", &own.replace("\"hunter2\"", "null")] {
            let message = said(wrong.as_bytes()).expect_err(wrong);
            let is_ours = wrong.starts_with("{\"root\":");
            let says = if is_ours { "is damaged" } else { "is no cache" };
            assert!(message.contains(says) && !message.contains("hunter2"), "{message}");
        }
    }
}
