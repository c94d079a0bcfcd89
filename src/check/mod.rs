//! Health checks of a service: is there an answer at an address, over [`Http`] or [`Tcp`], and what many results in a
//! row mean ([`Health`]).
//!
//! - `health`: from single results to turns between healthy and unhealthy: no clock, no I/O
//! - `http`, `tcp`: the two kinds of check
//! - `url`, `headers`, `address`, `tls`: what they are made of
//! - `limit`: the time that a check has
//! - `failed`: why a check failed, in a few plain words
//!
//! What must stay true: each check makes a new connection and leaves none open; nothing in it, from the name's lookup to
//! the last byte of the body, outlasts the check's timeout; no environment variable changes where a check goes to (no
//! proxy); what the server says is never stored, only counted.
//!
//! A name is looked up by the system's resolver, on a thread of tokio's blocking pool: a check that is late for that
//! reason returns in time, while the thread goes on until the resolver gives up.

mod address;
mod failed;
mod headers;
mod health;
mod http;
mod limit;
mod tcp;
#[cfg(test)]
mod tests;
mod tls;
mod trust;
mod url;

pub use address::InvalidAddress;
pub use failed::{Failed, Step};
pub use headers::InvalidHeader;
pub use health::{Health, Thresholds, Turn};
pub use http::{Http, InvalidHttp};
pub use tcp::Tcp;
pub use trust::Trust;
pub use url::InvalidUrl;
