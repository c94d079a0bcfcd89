//! The part of the command line's definition that the words can reach.
//!
//! What must stay true: the words alone decide. To define everything takes as long as a tenth of an uncontended lock, so
//! only what the words can reach is defined at first; where that does not understand them, all of it has the last word.
//!
//! Measured: without it an uncontended lock takes 6 to 11 % more wall time and 10 % more processor time (five runs of 100
//! pairs, release builds with it and without it by turns).

use std::ffi::OsString;

use clap::Args;

use super::{Cli, command, read, tls_key};
use crate::command::{completions, config, dev, discover, elect, examples, ha, lease, lock, man, txn, watch};
use crate::options::Global;

/// How a command's arguments are added to clap's definition of it, as far as the words before `--` can reach them.
type Define = fn(clap::Command, &[OsString]) -> clap::Command;

/// Every command.
const COMMANDS: [(&str, Define); 12] = [
    ("lock", lock::LockArgs::define),
    ("elect", elect::ElectArgs::define),
    ("discover", |command, _| discover::DiscoverArgs::augment_args(command)),
    ("config", |command, _| config::ConfigArgs::augment_args(command)),
    ("ha", |command, _| ha::HaArgs::augment_args(command)),
    ("lease", |command, _| lease::LeaseArgs::augment_args(command)),
    ("txn", |command, _| txn::TxnArgs::augment_args(command)),
    ("watch", |command, _| watch::WatchArgs::augment_args(command)),
    ("dev", |command, _| dev::DevArgs::augment_args(command)),
    ("examples", |command, _| examples::ExamplesArgs::augment_args(command)),
    ("completions", |command, _| completions::CompletionsArgs::augment_args(command)),
    ("man", |command, _| man::ManArgs::augment_args(command)),
];

/// What these words ask for.
///
/// # Errors
/// clap's answer: the help that was asked for, or what is wrong.
pub(super) fn parse(words: &[OsString]) -> Result<Cli, clap::Error> {
    read(reachable(words), words).or_else(|_| read(command(), words))
}

/// The part of the definition that these words can reach.
fn reachable(words: &[OsString]) -> clap::Command {
    let end = words.iter().position(|word| word == "--").unwrap_or(words.len());
    let before = &words[..end];
    let commands = COMMANDS.into_iter().filter(|(name, _)| before.iter().any(|word| word == name));
    let commands = commands.map(|(name, define)| define(clap::Command::new(name), before));
    let root = Global::augment_args(clap::Command::new("etcdpat").subcommand_required(true));
    tls_key::add(root.subcommands(commands))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::Command;
    use clap::Subcommand;

    #[test]
    fn clap_accepts_every_part() {
        for line in [
            "etcdpat lock x",
            "etcdpat lock status x",
            "etcdpat elect x",
            "etcdpat elect leader x",
            "etcdpat lease list",
            "etcdpat dev",
            "etcdpat",
        ] {
            reachable(&line.split(' ').map(OsString::from).collect::<Vec<_>>()).debug_assert();
        }
    }

    #[test]
    fn every_command_can_be_reached() {
        let all = command();
        let names: Vec<_> = all.get_subcommands().map(clap::Command::get_name).filter(|name| *name != "help").collect();
        assert_eq!(names, COMMANDS.map(|(name, _)| name));
        assert!(names.iter().all(|name| Command::has_subcommand(name)));
    }
}
