//! Configuration: typed values below a root, read and written whole.
//!
//! - `store`: where configuration lies, and its bookkeeping
//! - `read`: values, asked once; all of them at one revision
//! - `write`: setting and deleting one, guarded
//! - `limits`: what fits into one request
//! - `import`: many at once, in one step as others see it
//! - `edit`: many edited as one document, on top of what others write meanwhile
//! - `history`: what a value was before
//! - `follow`: all values, and every change
//! - `flag`: feature flags, as data
//! - `snapshot`: all values as they were, kept and restored
//! - `render`: the configuration, as templates find it
//! - `update`: a few at once, guarded, in one transaction
//! - `values`: all values at one revision, read as the types that a program wants
//! - `cache`: values in memory, and who is told of their changes
//! - `cache_file`: values in a file
//! - `environment`: values as variables, as data
//! - `exec`: a command with these variables, told of changes
//! - `handle`: a command for each change
//!
//! What must stay true: nobody is given half an import: a mark stands from its first step to its last, and what is read with the
//! mark is not passed on; no write overwrites a value that was not the one that was seen, where that is asked for.

mod cache;
mod cache_file;
mod edit;
mod environment;
mod exec;
mod flag;
mod follow;
mod handle;
mod history;
mod import;
mod limits;
mod read;
mod render;
mod snapshot;
mod store;
mod update;
mod values;
mod write;

use crate::client;
use crate::event::{Text, Time};
use crate::shutdown::Cause;
use crate::supervise;

pub use cache::{ConfigCache, Known, Subscription};
pub use cache_file::{CacheFile, Cached, UnusableCache};
pub use edit::{Conflict, Edit, Edits, MOST_CHANGES, Merged, Seen, edits, merge, write};
pub use environment::{Environment, Unfit};
pub use exec::{OnChange, Params, exec};
pub use flag::{Flag, InvalidFlag, bucket};
pub use follow::{Changed, Following};
pub use handle::{Handling, handle};
pub use history::{Past, history};
pub use import::{Import, Plan, Prune, current, import, plan};
pub use limits::LARGEST;
pub use limits::check as check_size;
pub use read::{Entry, get, list, no_import};
pub use snapshot::{Kept, Snapshot, create, delete_snapshot, restore, show, snapshots, stored};
pub use store::{Mark, Path, Store};
pub use update::{Update, update};
pub use values::{Read, Values, WrongType};
pub use write::{Before, delete, set};

/// Why something was not read or written.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no such value.
    #[error("there is no {0}")]
    Absent(Path),
    /// It is not the one that was seen.
    #[error("{path} {}", match (there, seen) {
        (0, _) => format!("is not there any more: it was seen at revision {seen}"),
        (_, 0) => format!("is there already, at revision {there}"),
        _ => format!("has changed: it is at revision {there}, not {seen}"),
    })]
    Changed {
        /// The value.
        path: Path,
        /// Its revision; 0 when it is not there.
        there: i64,
        /// The one that was given.
        seen: i64,
    },
    /// There is a folder where a value is to be.
    #[error("{folder} is a folder, with {below} in it: it can't be a value, too")]
    IsFolder {
        /// The folder.
        folder: Path,
        /// What lies in it.
        below: Path,
    },
    /// A name would be a value and a folder at once.
    #[error("{value} is a value, and {below} would lie below it")]
    Folder {
        /// The value.
        value: String,
        /// What lies below.
        below: String,
    },
    /// An import is under way, or was broken off.
    #[error("an import into {root} is not finished: begun by {user}@{host} (pid {pid}), at {since}")]
    Importing {
        /// The root.
        root: String,
        /// Who has begun it.
        user: Text,
        /// On which host.
        host: Text,
        /// In which process.
        pid: u32,
        /// When.
        since: Time,
    },
    /// A value or a name is larger than etcd takes.
    #[error("{path} is too large: {why}")]
    TooLarge {
        /// The value.
        path: Path,
        /// What it may be at most.
        why: &'static str,
    },
    /// More than one transaction takes.
    #[error("{0} changes are more than one transaction takes: 100 of them, and about 1 MiB, at most")]
    TooMany(usize),
    /// A stored value is no JSON.
    #[error("{path} is not typed: {why}")]
    NotTyped {
        /// Its path.
        path: Path,
        /// Why not.
        why: String,
    },
    /// The values can't be a command's environment.
    #[error(transparent)]
    Unfit(#[from] Unfit),
    /// A snapshot of this version exists already.
    #[error("there is a snapshot {0} already")]
    VersionTaken(String),
    /// There is no snapshot of this version.
    #[error("there is no snapshot {0}")]
    NoVersion(String),
    /// A snapshot is not what it was when it was made.
    #[error("snapshot {version} is damaged: {why}")]
    Damaged {
        /// Its version.
        version: String,
        /// What is wrong.
        why: &'static str,
    },
    /// Something asked to stop.
    #[error("stopped while waiting")]
    Stopped(Cause),
    /// A command could not be run.
    #[error(transparent)]
    Child(#[from] supervise::Error),
    /// A request failed.
    #[error(transparent)]
    Client(#[from] client::Failed),
}
