//! High availability: the shapes in which a service stays up, on elections and queues.
//!
//! - `active_passive`: a primary on one node, secondaries on the others
//! - `backoff`: how long to wait before what has ended is started again

pub mod active_passive;

mod backoff;
