//! High availability: the shapes in which a service stays up, on elections and queues.
//!
//! - `active_passive`: a primary on one node, secondaries on the others
//! - `active_active`: requests that all nodes take in, each under a lock of its own
//! - `sharded`: a fixed number of shards, each at one instance at a time
//! - `list`: which services there are
//! - `backoff`: how long to wait before what has ended is started again

pub mod active_active;
pub mod active_passive;
pub mod sharded;

mod backoff;
mod list;

pub use list::list;
