//! Transactions: what they come to.

use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::{LeaseId, Text};

/// What a transaction comes to.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "event")]
#[allow(missing_docs)] // The variants and their fields are docs/events.md.
pub enum TxnEvent {
    #[serde(rename = "txn.done")]
    Done(TxnRow),
}

/// What became of a transaction.
#[derive(Clone, Debug, Serialize)]
pub struct TxnRow {
    /// Whether all comparisons held.
    pub succeeded: bool,
    /// Which operations were applied.
    pub branch: TxnBranch,
    /// The revision after it.
    pub revision: i64,
    /// The lock whose guard did not hold, where no branch was applied.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub lock: Option<Text>,
    /// The fence with which it is not held.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fence: Option<i64>,
    /// What each operation of the branch gave.
    pub responses: Vec<TxnAnswer>,
}

/// The operations that were applied.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum TxnBranch {
    /// Those for when all comparisons hold.
    Then,
    /// The others.
    Else,
    /// None: a guard did not hold.
    None,
}

/// What one operation gave.
#[derive(Clone, Debug, Serialize)]
#[serde(tag = "op", rename_all = "snake_case")]
pub enum TxnAnswer {
    /// A key was written.
    Put {
        /// The key.
        key: Text,
    },
    /// Keys were read.
    Get {
        /// The key, or the first of the range.
        key: Text,
        /// Those that are there.
        kvs: Vec<TxnKey>,
    },
    /// Keys were deleted.
    Del {
        /// The key, or the first of the range.
        key: Text,
        /// How many.
        deleted: i64,
    },
    /// A number was added to.
    Add {
        /// The key.
        key: Text,
        /// The sum; in JSON, its text is beside it.
        #[serde(flatten, serialize_with = "with_text")]
        value: i64,
    },
}

/// A number and its text: many readers of JSON know 53 bits of a number, and lose the rest.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde hands it over so")]
fn with_text<S: Serializer>(value: &i64, serializer: S) -> Result<S::Ok, S::Error> {
    let mut fields = serializer.serialize_map(Some(2))?;
    fields.serialize_entry("value", value)?;
    fields.serialize_entry("text", &value.to_string())?;
    fields.end()
}

/// A key as it was read.
#[derive(Clone, Debug, Serialize)]
pub struct TxnKey {
    /// The key.
    pub key: Text,
    /// Its value.
    pub value: Text,
    /// The revision at which it was made.
    pub create_revision: i64,
    /// The revision at which it was last written.
    pub mod_revision: i64,
    /// How often it was written since it was made.
    pub version: i64,
    /// The lease that it stands on, if it stands on one.
    pub lease: Option<LeaseId>,
}
