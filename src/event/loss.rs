//! Why something is lost.

use std::fmt;

use serde::Serialize;

/// Why something that stood on a lease is lost.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Loss {
    /// The server had no such lease any more, after its deadline.
    Expired,
    /// The server had no such lease any more, before its deadline: somebody revoked it.
    Revoked,
    /// The key was deleted (`lock break`), or made anew by somebody else.
    Deleted,
    /// Somebody else wrote the key, so that it stands on another lease, or none.
    Overwritten,
    /// No server confirmed the lease in time.
    Unreachable,
}

impl Loss {
    /// As events have it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Expired => "expired",
            Self::Revoked => "revoked",
            Self::Deleted => "deleted",
            Self::Overwritten => "overwritten",
            Self::Unreachable => "unreachable",
        }
    }
}

impl fmt::Display for Loss {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Expired => "its lease expired",
            Self::Revoked => "its lease was revoked",
            Self::Deleted => "its key was deleted",
            Self::Overwritten => "its key was written by somebody else",
            Self::Unreachable => "its lease was not confirmed in time",
        })
    }
}
