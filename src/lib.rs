//! Every etcd coordination pattern for a shell: the library beneath the `etcdpat` binary.
//!
//! ```text
//! args -> command -> pattern -> session -> etcd          (calls go right)
//!                       |  events
//!                       v
//!                    report -> stdout / stderr            (facts come back as events)
//! ```
//!
//! | module | what it is for |
//! |---|---|
//! | [`cli`] | the top of the command line: the `Command` enum, from words to an exit code |
//! | [`command`] | one file for each subcommand: its arguments, its help, and the call of a pattern |
//! | [`options`] | global options and parsers of values, below the commands |
//! | [`pattern`] | the patterns: no clap, no printing |
//! | [`session`] | the only owner of a lease |
//! | [`schedule`] | when periodic work is due: no clock, no I/O |
//! | [`deadline`] | the arithmetic of deadline, grace and kill time: no clock, no I/O |
//! | [`check`] | health checks over HTTP and TCP, and what many results in a row mean: no etcd, no events |
//! | [`render`] | templates, and files that are replaced whole: no etcd, no events |
//! | [`typed`] | configuration as typed values, and documents of them in four formats: no etcd, no events |
//! | [`client`] | requests that survive endpoints, outages and expired tokens |
//! | [`tls`] | whom to trust, who we are, and why an encrypted connection failed |
//! | [`supervise`] | the only place that runs a child |
//! | [`dev`] | a throwaway real etcd |
//! | [`event`] | every event, as data |
//! | [`record`] | what is stored in etcd |
//! | [`value`] | text, lease ids, times: what events, records and errors are made of |
//! | `plain` | what the system and parsers say, in plain English |
//! | [`report`] | events to people and pipes: the only writer of standard output |
//! | [`shutdown`] | signals as an awaitable |
//! | [`signal`] | signals by number: their names, and what they do |
//! | [`clock`] | boot time |
//! | [`error`] | exit codes and failures |
//!
//! Imports point only the way of the arrows: `pattern` imports no clap and no `report`; only `report` writes standard
//! output; `report` sees no etcd type; `unsafe` is in `os` alone. `tests/house.rs` holds these rules.

pub mod check;
pub mod cli;
pub mod client;
pub mod clock;
pub mod command;
pub mod deadline;
pub mod dev;
pub mod error;
pub mod event;
mod hash;
pub mod options;
mod os;
pub mod pattern;
mod plain;
mod random;
pub mod record;
pub mod render;
pub mod report;
pub mod schedule;
pub mod session;
pub mod shutdown;
pub mod signal;
pub mod supervise;
pub mod tls;
pub mod typed;
pub mod value;
