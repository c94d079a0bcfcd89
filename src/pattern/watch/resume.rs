//! How far a watch has come, in a file, so that a restart goes on exactly there.
//!
//! What must stay true: the file is the old one or the new one, never a part (it is written beside, and renamed); it says
//! that an event is done only when that event has been handled; one watch at a time has it (a lock on a file beside it).

use std::ffi::{OsStr, OsString};
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read, Write};
use std::os::fd::AsRawFd;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use nix::errno::Errno;
use nix::fcntl::FlockArg;
use nix::libc::{O_NOFOLLOW, O_NONBLOCK};
use serde::{Deserialize, Serialize};

use super::{Error, Mark, Start, Store};
use crate::event::Text;
use crate::pattern::keys::Range;
use crate::plain;

/// How far a watch has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Position {
    /// All that happened up to this revision has been handled.
    After(i64),
    /// So many events of this revision have been handled, and all that happened before.
    Within {
        /// The revision.
        revision: i64,
        /// How many of its events in the range, whether they are shown or not.
        done: usize,
    },
    /// The state at this revision has been handled up to this key.
    State {
        /// Why it was read.
        mark: Mark,
        /// At which revision.
        revision: i64,
        /// The last key that has been handled.
        after: Vec<u8>,
    },
}

/// The file. This watch alone has it until it is dropped.
#[derive(Debug)]
pub struct ResumeFile {
    path: PathBuf,
    /// Written first, then renamed.
    beside: PathBuf,
    dir: PathBuf,
    range: Range,
    /// Open as long as no other watch may have it.
    _lock: File,
}

/// The largest that is read, in bytes: a key has less.
const LARGEST: u64 = 16 << 20;

/// What is in it. It is a file, and small: nothing else is waited for, or read without end.
fn read(path: &Path) -> io::Result<Vec<u8>> {
    let file = OpenOptions::new().read(true).custom_flags(O_NONBLOCK).open(path)?;
    if !file.metadata()?.is_file() {
        return Err(io::Error::other("it is not a regular file"));
    }
    let mut bytes = Vec::new();
    match file.take(LARGEST + 1).read_to_end(&mut bytes)? as u64 {
        ..=LARGEST => Ok(bytes),
        _ => Err(io::Error::other("there is more than 16 MiB in it")),
    }
}

/// Why a resume file can't be used.
#[derive(Debug, thiserror::Error)]
pub enum Unusable {
    /// It can't be read, or its directory is not there.
    #[error("cannot use {path}: {error}")]
    Unreadable {
        /// The file.
        path: String,
        /// What the system said.
        error: io::Error,
    },
    /// It is not such a file.
    #[error("{path} is not a resume file: {why}")]
    Malformed {
        /// The file.
        path: String,
        /// What is wrong with it.
        why: String,
    },
    /// A watch that runs has it.
    #[error("another watch is using {path}")]
    InUse {
        /// The file.
        path: String,
    },
    /// Another watch's.
    #[error("{path} is the resume file of another watch: {there}, not {wanted}")]
    OtherRange {
        /// The file.
        path: String,
        /// What that watch watches.
        there: String,
        /// What this one does.
        wanted: String,
    },
}

/// The file's content, one JSON object (docs/guide/watch.md).
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields, expecting = "an object")]
struct Stored {
    key: Text,
    range_end: Text,
    revision: i64,
    /// Events of that revision that are done; nothing when all are.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    done: Option<usize>,
    /// The last key that is done of a state that is being read.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    state_after: Option<Text>,
    /// Why that is read, if not because the watch began with it: history is gone up to there; 0 for another store.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    compact_revision: Option<i64>,
    /// What is known of the store. Files of older versions do not have it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    store: Option<Store>,
}

impl ResumeFile {
    /// The file at `path` for a watch on `range`, and what it says where it exists: how far the watch has come, in which
    /// store.
    pub fn open(path: &Path, range: &Range) -> Result<(Self, Option<(Position, Store)>), Unusable> {
        let unreadable = |error| Unusable::Unreadable { path: path.display().to_string(), error };
        let name = path.file_name().ok_or_else(|| unreadable(io::ErrorKind::IsADirectory.into()))?;
        let dir = path.parent().filter(|dir| !dir.as_os_str().is_empty()).unwrap_or(Path::new("."));
        match fs::metadata(dir) {
            Ok(found) if found.is_dir() => {}
            Ok(_) => return Err(unreadable(io::ErrorKind::NotADirectory.into())),
            Err(error) => return Err(unreadable(error)),
        }
        let hidden = |end| dir.join([OsStr::new("."), name, OsStr::new(end)].into_iter().collect::<OsString>());
        let lock = lock(&hidden(".lock"), path)?;
        let (path, dir, beside) = (path.to_owned(), dir.to_owned(), hidden(".new"));
        let file = Self { path, beside, dir, range: range.clone(), _lock: lock };
        match read(&file.path) {
            Ok(bytes) => file.parse(&bytes).map(|said| (file, Some(said))),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok((file, None)),
            Err(error) => Err(unreadable(error)),
        }
    }

    /// Has the file say this. `synced`: also after a loss of power, not only after a process's death.
    pub fn write(&self, position: &Position, store: &Store, synced: bool) -> Result<(), Error> {
        self.replace(position, store, synced).map_err(|error| {
            let _ = fs::remove_file(&self.beside);
            Error::Unwritable { path: self.path.display().to_string(), error }
        })
    }

    fn replace(&self, position: &Position, store: &Store, synced: bool) -> io::Result<()> {
        let mut line = serde_json::to_vec(&Stored::new(&self.range, position, store))?;
        line.push(b'\n');
        let mut file = File::create(&self.beside)?;
        file.write_all(&line)?;
        if synced {
            file.sync_data()?;
        }
        fs::rename(&self.beside, &self.path)?;
        // The name is the directory's.
        if synced { File::open(&self.dir)?.sync_all() } else { Ok(()) }
    }

    fn parse(&self, bytes: &[u8]) -> Result<(Position, Store), Unusable> {
        let path = || self.path.display().to_string();
        let malformed = |why: String| Unusable::Malformed { path: path(), why };
        let mut stored: Stored = serde_json::from_slice(bytes).map_err(|error| malformed(plain::json(&error)))?;
        if (stored.key.raw(), stored.range_end.raw()) != (self.range.first(), self.range.end()) {
            let there = Range::raw(stored.key.into_raw(), stored.range_end.into_raw()).to_string();
            return Err(Unusable::OtherRange { path: path(), there, wanted: self.range.to_string() });
        }
        let store = stored.store.take();
        let position = stored.position().ok_or_else(|| malformed("its fields contradict one another".to_owned()))?;
        let store = store.unwrap_or_else(|| Store::at(position.revision()));
        Ok((position, store))
    }
}

/// Takes the file for this watch. The lock ends with the process, and stays in the way of nobody who comes after it.
#[allow(deprecated)] // `Flock` panics where it can't unlock; a descriptor that is closed has no such failure.
fn lock(beside: &Path, path: &Path) -> Result<File, Unusable> {
    let shown = || path.display().to_string();
    // A pipe or a link of that name is somebody's trap.
    let mut options = File::options();
    let options = options.create(true).write(true).truncate(false).custom_flags(O_NOFOLLOW | O_NONBLOCK);
    let file = options.open(beside);
    let file = file.map_err(|error| Unusable::Unreadable { path: shown(), error })?;
    match nix::fcntl::flock(file.as_raw_fd(), FlockArg::LockExclusiveNonblock) {
        Err(Errno::EWOULDBLOCK) => Err(Unusable::InUse { path: shown() }),
        // Some network file systems have no locks.
        Ok(()) | Err(_) => Ok(file),
    }
}

impl Stored {
    fn new(range: &Range, position: &Position, store: &Store) -> Self {
        let (revision, done, state_after, compact_revision) = match position.clone() {
            Position::After(revision) => (revision, None, None, None),
            Position::Within { revision, done } => (revision, Some(done), None, None),
            Position::State { mark, revision, after } => {
                (revision, None, Some(Text::from(after)), mark.gap().map(|(_, gone)| gone))
            }
        };
        let (key, range_end) = (range.first().into(), range.end().into());
        Self { key, range_end, revision, done, state_after, compact_revision, store: Some(store.clone()) }
    }

    fn position(self) -> Option<Position> {
        let Self { revision, done, state_after, compact_revision, .. } = self;
        match (done, state_after, compact_revision) {
            (None, None, None) if revision >= 0 => Some(Position::After(revision)),
            (Some(done), None, None) if revision > 0 => Some(Position::Within { revision, done }),
            (None, Some(after), gone) if revision > 0 => {
                let mark = match gone {
                    None => Mark::Initial,
                    Some(0) => Mark::Restored,
                    Some(gone) => Mark::Compacted(gone),
                };
                Some(Position::State { mark, revision, after: after.into_raw() })
            }
            _ => None,
        }
    }
}

impl Position {
    /// The revision that it is at.
    pub(super) fn revision(&self) -> i64 {
        match self {
            Self::After(revision) | Self::Within { revision, .. } | Self::State { revision, .. } => *revision,
        }
    }

    /// Where a watch goes on. Of the revision of [`Position::Within`] it gives again what is done.
    pub fn start(&self) -> Start {
        match self.clone() {
            Self::After(revision) => Start::Revision(revision.saturating_add(1)),
            Self::Within { revision, .. } => Start::Revision(revision),
            Self::State { mark, revision, after } => Start::Rest { mark, revision, after },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_position_survives_the_file() {
        let range = Range::prefix("/a/");
        let positions = [
            Position::After(0),
            Position::After(7),
            Position::Within { revision: 7, done: 2 },
            Position::State { mark: Mark::Initial, revision: 7, after: b"/a/\xff\0".to_vec() },
            Position::State { mark: Mark::Compacted(5), revision: 7, after: b"/a/b".to_vec() },
            Position::State { mark: Mark::Restored, revision: 7, after: b"/a/b".to_vec() },
        ];
        for position in positions {
            let line = serde_json::to_string(&Stored::new(&range, &position, &Store::at(9))).unwrap_or_default();
            let stored: Option<Stored> = serde_json::from_str(&line).ok();
            assert_eq!(stored.as_ref().and_then(|stored| stored.store.clone()), Some(Store::at(9)), "{line}");
            assert_eq!(stored.and_then(Stored::position), Some(position), "{line}");
        }
    }
}
