//! Where configuration lies, and its bookkeeping under the state root.
//!
//! ```text
//! ROOT/database/host                            a value, as JSON
//! STATE/config/ROOT/importing                   an import is under way, or was broken off; on no lease
//! STATE/config/ROOT/snapshot/VERSION/meta       a snapshot: what it is of
//! STATE/config/ROOT/snapshot/VERSION/part/N     and what is in it
//! ```

use std::borrow::Borrow;
use std::fmt;
use std::str::FromStr;

use etcd_client::{Compare, CompareOp};
use serde::{Deserialize, Serialize};

use super::Error;
use crate::client;
use crate::event::ConfigEvent;
use crate::pattern::keys::{InvalidName, Range, Root, check, escaped};
use crate::value::{Text, Time};

/// Where configuration lies.
#[derive(Clone, Debug)]
pub struct Store {
    /// The prefix of its values.
    pub root: Root,
    /// The prefix under which all bookkeeping lives.
    pub state_root: String,
}

/// The name of a value: one part or several, divided by slashes.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Path(String);

/// What says that an import is not finished.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Mark {
    /// Who has begun it: host name.
    pub host: Text,
    /// Its process.
    pub pid: u32,
    /// Its user.
    pub user: Text,
    /// Since when.
    pub since: Time,
    /// What is imported: the same import may finish it.
    pub content: String,
}

impl FromStr for Path {
    type Err = InvalidName;

    fn from_str(text: &str) -> Result<Self, InvalidName> {
        check(text)?;
        Ok(Self(text.to_owned()))
    }
}

impl Path {
    /// The path.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether it is this one, or lies below it.
    pub fn is_within(&self, other: &Self) -> bool {
        self.0.strip_prefix(&other.0).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }

    /// The folders that it lies in, the outermost first.
    pub fn parents(&self) -> impl Iterator<Item = Self> + '_ {
        self.0.match_indices('/').map(|(at, _)| Self(self.0[..at].to_owned()))
    }
}

impl Borrow<str> for Path {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl Store {
    /// The key of a value.
    pub fn key(&self, path: &Path) -> Vec<u8> {
        self.root.key(path.as_str())
    }

    /// The path of a key below the root, if it can be one.
    pub fn path(&self, key: &[u8]) -> Option<Path> {
        self.root.name(key).map(|name| Path(name.to_owned()))
    }

    /// What lies below a path, by its parts: `database` has `database/host`, not `database2/host`.
    pub fn below(&self, path: &Path) -> Range {
        Range::prefix(format!("{}/{path}/", self.root))
    }

    fn state(&self) -> String {
        format!("{}/config/{}", self.state_root, escaped(self.root.to_string().as_bytes()))
    }

    /// What says that an import is not finished.
    pub(super) fn mark(&self) -> Vec<u8> {
        format!("{}/importing", self.state()).into()
    }

    /// Holds where no import is under way.
    pub(super) fn no_mark(&self) -> Compare {
        Compare::version(self.mark(), CompareOp::Equal, 0)
    }

    /// What all keys of snapshots begin with.
    pub(super) fn snapshots(&self) -> String {
        format!("{}/snapshot/", self.state())
    }

    /// What the keys of one snapshot begin with.
    pub(super) fn snapshot(&self, version: &str) -> String {
        format!("{}{}/", self.snapshots(), escaped(version.as_bytes()))
    }

    /// That an import is not finished.
    pub(super) fn importing(&self, mark: &[u8]) -> Error {
        let Mark { host, pid, user, since, .. } = Self::read(mark);
        Error::Importing { root: self.root.to_string(), user, host, pid, since }
    }

    /// That one is waited for.
    pub(super) fn waits_for(&self, mark: &[u8]) -> ConfigEvent {
        let Mark { host, pid, user, since, .. } = Self::read(mark);
        ConfigEvent::Importing { root: self.root.to_string().into(), host, pid, user, since }
    }

    fn read(mark: &[u8]) -> Mark {
        serde_json::from_slice(mark).unwrap_or_else(|_| Mark {
            host: "?".into(),
            pid: 0,
            user: "?".into(),
            since: Time::default(),
            content: String::new(),
        })
    }

    /// What a request ran into.
    pub(super) fn failed(&self, doing: &str) -> impl FnOnce(client::Error) -> Error + use<> {
        let need = if doing.starts_with("read ") { "read" } else { "readwrite" };
        let needs = format!("{need} --prefix {}/, {need} --prefix {}/", self.root, self.state());
        let doing = format!("cannot {doing}");
        move |error| client::Failed { doing, needs, error }.into()
    }
}
