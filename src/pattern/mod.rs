//! The coordination patterns: the public library. No clap, no printing; what happens is told as events.
//!
//! What they share:
//!
//! - `queue`: who is first, who waits, and waiting for one's turn
//! - `hold`: a lease and the keys on it, held while a command runs
//! - `keys`: ranges, pages, pairs
//! - `mirror`: a range of keys in memory
//! - `deletion`: the fast wake-up when a key goes
//! - `lapse`: waiting for somebody else's lease to end
//! - `rendering`: files made of templates, and the commands that depend on them
//! - `outage`: waiting until etcd is back

pub mod config;
pub mod discovery;
pub mod election;
pub mod ha;
pub mod hold;
pub mod keys;
pub mod lease;
pub mod lock;
pub mod mirror;
pub mod queue;
pub mod rendering;
pub mod txn;
pub mod watch;

mod deletion;
mod lapse;
pub mod outage;
