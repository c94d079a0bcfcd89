//! Transactions: comparisons, and one of two lists of operations, applied at once or not at all.
//!
//! - `compare`: what is compared, and how it is sent
//! - `op`: operations
//! - `words`: splitting a line into words
//! - `parse`: comparisons and operations from words
//! - `blocks`: etcdctl's text
//! - `json`: transactions in a file
//! - `check`: what is refused before anything is sent
//! - `numbers`: values that are numbers, for `int()` and `add`
//! - `plan`: the transaction that is sent, and how its answer is read
//! - `commit`: guards, numbers, sending, and trying again
//!
//! What must stay true: a transaction is one request of etcd's, never several; what decides it on the client (a guard's
//! holder, a number) is compared again by that request; it is never sent again when it may have been applied.

mod blocks;
mod check;
mod commit;
mod compare;
mod json;
mod numbers;
mod op;
mod parse;
mod plan;
#[cfg(test)]
mod tests;
mod words;

pub use blocks::parse_blocks;
pub use check::Invalid;
pub use commit::commit;
pub use compare::{Compare, Operand, Operator};
pub use json::parse_json;
pub use op::{KeyRange, Op};
pub use parse::{parse_compare, parse_guard, parse_op};
pub use words::Malformed;

use crate::client;
use crate::event::Text;
use crate::pattern::lock::{self, LockName};

/// A transaction. `then` is applied where every comparison holds, else `otherwise`; neither, where a guard does not
/// hold.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Transaction {
    /// The holders of locks for whom this is done.
    pub guards: Vec<Guard>,
    /// All of these have to hold.
    pub compares: Vec<Compare>,
    /// The operations for that case.
    pub then: Vec<Op>,
    /// The operations for the other.
    pub otherwise: Vec<Op>,
}

/// A lock's holder with this fence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Guard {
    /// The lock.
    pub lock: LockName,
    /// The create revision of its holder's key.
    pub fence: i64,
}

/// Why a transaction was not applied. Only after [`client::Error::Unknown`] it may have been.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// `int()` or `add` on a value that is not a decimal integer of 64 bits.
    #[error("the value of {key} is not an integer: {value:?}")]
    NotANumber {
        /// The key.
        key: Text,
        /// Its value.
        value: Text,
    },
    /// `add` beyond 64 bits.
    #[error("{by} added to the {value} of {key} makes more than 64 bits hold")]
    Overflow {
        /// The key.
        key: Text,
        /// The number there.
        value: i64,
        /// What was to be added.
        by: i64,
    },
    /// The server takes fewer operations in one transaction.
    #[error("the transaction counts {operations} operations, more than the server takes at once")]
    TooManyOperations {
        /// As the server counts them: at each level the longest of comparisons and the two lists, over all levels.
        operations: usize,
    },
    /// The server takes smaller requests only.
    #[error("the transaction is larger than the server takes")]
    TooLarge,
    /// The server found a key written twice.
    #[error("the transaction writes a key twice")]
    DuplicateKey,
    /// A put names a lease that does not exist.
    #[error("a lease that the transaction puts keys on does not exist")]
    LeaseGone,
    /// A lock's queue could not be read.
    #[error(transparent)]
    Guard(#[from] lock::Error),
    /// A request failed.
    #[error(transparent)]
    Client(#[from] client::Failed),
}
