//! The coordination patterns: the public library. No clap, no printing; what happens is told as events.
//!
//! What patterns share: `tenure` is what is done under a session, `deletion` waits for keys to be deleted, `outage` tells
//! that etcd is away.

pub mod lease;
pub mod lock;
pub mod txn;
pub mod watch;

mod deletion;
mod outage;
mod tenure;
