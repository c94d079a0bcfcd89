//! The whole suite: one binary, real etcd processes, one file for each behaviour of a command.

#![allow(
    clippy::unwrap_used,
    clippy::pedantic,
    clippy::print_stdout,
    clippy::print_stderr,
    missing_docs,
    unreachable_pub
)]

mod support;

mod cluster;
mod completing;
mod completing_in_shells;
mod config;
mod config_cache;
mod config_edit;
mod config_exec;
mod config_render;
mod config_whole;
mod dev;
mod discover;
mod discover_render;
mod docs;
mod elect;
mod elect_faults;
mod elect_leaving;
mod elect_slots;
mod events;
mod examples;
mod faults;
mod fuzz;
mod go_clients;
mod ha_active_active;
mod ha_active_passive;
mod ha_faults;
mod ha_per_instance;
mod ha_sharded;
mod habits;
mod help;
mod hostile;
mod house;
mod human;
mod input;
mod inputs;
mod lease;
mod lease_run;
mod lock;
mod modes;
mod output;
mod query;
mod reach;
mod renewal;
mod replay;
mod retries;
mod screens;
mod shells;
mod signal_table;
mod signals;
mod stalled_output;
mod taken;
mod terminal;
mod tls;
mod tree;
mod txn;
mod unattended;
mod watch;
mod watch_faults;
mod watch_handler;
mod watch_restore;
mod watch_resume;
