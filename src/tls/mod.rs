//! Encryption (TLS), for connections to etcd and for health checks: whom to trust, who we are, and why it failed, in plain
//! words.
//!
//! - `files`: which certificates and keys to read, and why one can't be used; `pem`: what is in them
//! - `facts`: what a certificate says of itself
//! - `config`: how to encrypt a connection, from these files
//! - `identity`: a certificate and its key, shown to a server that asks
//! - `verifier`: whether the server is who it says
//! - `p521`: signatures on the curve P-521, which `etcd --auto-tls` uses
//! - `explain`: from the library's errors to problems
//! - `problem`: why a connection came to nothing though somebody was there
//!
//! What must stay true: a server's certificate is verified unless [`Files::insecure`] says otherwise; no message has a byte
//! of a key.

#[cfg_attr(not(feature = "tls"), path = "no_config.rs")]
mod config;
#[cfg(feature = "tls")]
mod explain;
#[cfg(feature = "tls")]
mod facts;
mod files;
#[cfg(feature = "tls")]
mod identity;
#[cfg(feature = "tls")]
mod p521;
#[cfg(feature = "tls")]
mod pem;
mod problem;
#[cfg(feature = "tls")]
mod verifier;

pub use config::{Config, Encrypted};
pub use files::{Files, Unfit};
pub use problem::Problem;
