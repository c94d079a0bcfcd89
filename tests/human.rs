//! What commands say to people, word by word: sessions that a reviewer reads as an operator would.
//!
//! `SNAPSHOTS=overwrite cargo test human::` writes down what is said now.

mod errors;
mod lease;
mod lock;
mod queue;
mod txn;
mod watch;

use snapbox::{IntoData, assert_data_eq};

use crate::support::Transcript;

/// Compares a session with what is written down of it.
fn is(told: Transcript, expected: impl IntoData) {
    assert_data_eq!(told.masked(), expected.raw());
}
