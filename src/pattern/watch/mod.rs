//! Watches: what happens to keys, from any revision on, over outages and compactions, with nothing lost silently.
//!
//! - `watcher`: a [`Watcher`], which all patterns use that follow keys
//! - `batch`: where it begins, and what it gives
//! - `snapshot`: the present state, where a watch begins with it
//! - `live`: a watch stream
//! - `standing`: whether it stands, as data: no I/O
//! - `window`, `chunk`: history replayed by many watchers at once, as data: no I/O
//! - `answer`: what the server says, taken apart
//! - `store`: what is remembered of the store that is watched, as data: no I/O
//! - `verify`: whether it is still that store
//! - `resume`: how far a watch has come, in a file
//! - `follow`: a watch for people and scripts, one event at a time
//! - `handler`: a command for each event
//!
//! What must stay true (docs/safety.md, rule 6): every event of the range comes once, in the order of revisions, all of
//! one revision together; where that cannot be, because history is gone or is another one, it is said, and the state comes instead.

mod answer;
mod batch;
mod chunk;
mod follow;
mod handler;
mod live;
mod resume;
mod snapshot;
mod standing;
mod store;
mod verify;
mod watcher;
mod window;

pub use batch::{Batch, Options, Start};
pub use follow::{Finished, Follow, Kind, Output, follow};
pub use handler::{Handled, Handler, Occasion, OnError};
pub use resume::{Position, ResumeFile, Unusable};
pub use snapshot::Mark;
pub use store::Store;
pub use watcher::Watcher;

use crate::client;
use crate::shutdown::Cause;
use crate::supervise;

/// Why a watch ended.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// A request failed for good; an outage is none, once etcd has been reached.
    #[error(transparent)]
    Client(#[from] client::Failed),
    /// It was ended from outside.
    #[error("stopped while watching")]
    Stopped(Cause),
    /// A handler could not be run.
    #[error(transparent)]
    Handler(#[from] supervise::Error),
    /// The resume file can't be written.
    #[error("cannot write {path}: {error}")]
    Unwritable {
        /// The file.
        path: String,
        /// What the system said.
        error: std::io::Error,
    },
}
