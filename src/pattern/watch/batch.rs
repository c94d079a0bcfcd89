//! Where a watch begins, and what it gives.

use std::time::Duration;

use super::{Mark, Store};
use crate::event::{Change, Gap, Text};

/// How a range is watched.
#[derive(Clone, Debug)]
pub struct Options {
    /// Where the watch begins.
    pub start: Start,
    /// Whether changes come with what was before.
    pub prev_kv: bool,
    /// What an earlier watch knew of the store, whose position this one begins at; else the default.
    pub store: Store,
}

/// Where a watch begins.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Start {
    /// With what happens from now on.
    Now,
    /// With what happened at this revision.
    Revision(i64),
    /// With the present state.
    Initial,
    /// With the rest of a state that was read at `revision` up to the key `after`.
    Rest {
        /// Why it was read.
        mark: Mark,
        /// The revision at which it was.
        revision: i64,
        /// The last key of it that is known.
        after: Vec<u8>,
    },
}

/// What a watch gives next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Batch {
    /// The watch stands. What happened up to this revision is not its matter, or has been given.
    Began {
        /// That revision.
        revision: i64,
    },
    /// Part of the state at `revision`, in the order of keys; at least one part, which may be empty.
    State {
        /// The revision at which it was so.
        revision: i64,
        /// Why it was read.
        mark: Mark,
        /// The keys.
        changes: Vec<Change>,
        /// Whether this is the last part.
        last: bool,
    },
    /// Everything that happened at one revision.
    Changes {
        /// The revision.
        revision: i64,
        /// In the order in which it happened.
        changes: Vec<Change>,
    },
    /// History that had not been given can't be. The whole state follows; what was known and is not in it, is deleted.
    Resync {
        /// Why not.
        reason: Gap,
        /// Up to which revision history is gone, where that is why; else 0.
        compact_revision: i64,
        /// At which revision the state was read.
        revision: i64,
    },
    /// The server says that everything up to this revision has been given.
    Progress {
        /// The revision.
        revision: i64,
    },
    /// etcd does not answer; the watch goes on when it does.
    Away {
        /// What the last attempt ran into.
        message: Text,
    },
    /// etcd answers again.
    Back {
        /// For how long it had not.
        away: Duration,
    },
}
