//! High availability: the shapes in which a service stays up.
//!
//! - `active_active`: requests that all nodes take in, each under a lock of its own

pub mod active_active;
