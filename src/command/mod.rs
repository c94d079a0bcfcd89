//! One file for each subcommand: its arguments, its help, and the lines that turn them into a call of a pattern.
//!
//! - `context`: what a command works with: a runtime, a reporter, a client, and signals
//! - `child`: `-- CMD`, and its guardian
//! - `rendering`: files made of templates
//! - `toml_file`: a file of settings

mod child;
pub mod completions;
pub mod config;
pub(crate) mod context;
pub mod dev;
pub mod discover;
pub mod elect;
pub mod examples;
pub mod ha;
pub mod lease;
pub mod lock;
pub mod man;
mod mistyped;
mod rendering;
mod toml_file;
pub mod txn;
pub mod watch;
