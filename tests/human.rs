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

use crate::support::{Done, Transcript};

/// Compares a session with what is written down of it.
fn is(told: Transcript, expected: impl IntoData) {
    assert_data_eq!(told.masked(), expected.raw());
}

/// What was said of losing something, but for the outage itself: that is told where requests have failed for a second, and
/// the release may come to that, or its time be over.
fn without_outage(mut done: Done) -> Done {
    let lines = done
        .stderr
        .lines()
        .filter(|line| !line.contains("etcd is away") && !line.contains("the lease is not confirmed"));
    done.stderr = lines.fold(String::new(), |text, line| text + line + "\n");
    done
}
