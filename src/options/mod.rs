//! Options and values as they are written on a command line: what the commands share, below them.
//!
//! - `global`: the options that every command has
//! - `connection`: how to reach etcd, from these options and the environment
//! - `endpoints`: where its members are, as they are named or found by DNS
//! - `encryption`: how connections are encrypted
//! - `count`, `duration`, `lease_id`, `name`: parsers of values
//! - `env`: environment variables
//! - `file`: files, read whole

mod connection;
mod count;
mod duration;
mod encryption;
mod endpoints;
mod env;
mod etcdctl;
pub(crate) mod file;
mod global;
mod lease_id;
mod name;
mod signal;

pub use count::count;
pub(crate) use count::{at_least_one, exit_code, many, revision};
pub(crate) use duration::positive_duration;
pub use duration::{duration, lease_ttl, ttl};
pub(crate) use env::{check_texts, env, env_path, env_truth, truth};
pub use global::{Color, Global};
pub use lease_id::lease_id;
pub use name::{key, lock_name};
pub(crate) use signal::Offering;
pub use signal::answerable_signal;
