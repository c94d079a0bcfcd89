//! High availability: the shapes in which a service stays up.
//!
//! - `active_active`: requests that all nodes take in, each under a lock of its own
//! - `sharded`: a fixed number of shards, each at one instance at a time

pub mod active_active;
pub mod sharded;
