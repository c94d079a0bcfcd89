//! The command line's definition, and from words to a [`Cli`].
//!
//! What must stay true: the words alone decide. To define everything takes as long as a tenth of an uncontended lock, so
//! only what the words can reach is defined at first; where that does not understand them, all of it has the last word.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::{ArgMatches, Args, CommandFactory, FromArgMatches, Subcommand};

use super::{Cli, Global};
use crate::command::{completions, dev, examples, lease, lock, txn, watch};

/// How a command's arguments are added to clap's definition of it, as far as the words can reach them.
type Define = fn(clap::Command, &Words) -> clap::Command;

/// Every command.
const COMMANDS: [(&str, Define); 8] = [
    ("lock", lock::LockArgs::define),
    ("lease", |command, _| lease::LeaseArgs::augment_args(command)),
    ("txn", |command, _| txn::TxnArgs::augment_args(command)),
    ("watch", |command, _| watch::WatchArgs::augment_args(command)),
    ("dev", |command, _| dev::DevArgs::augment_args(command)),
    ("examples", |command, _| examples::ExamplesArgs::augment_args(command)),
    ("completions", |command, _| completions::CompletionsArgs::augment_args(command)),
    ("man", |command, _| completions::ManArgs::augment_args(command)),
];

/// The words of a command line before `--`.
pub(crate) struct Words<'a>(&'a [OsString]);

impl Words<'_> {
    /// Whether one of the words names a command of `C`. (None of ours has aliases or may be shortened.)
    pub(crate) fn name<C: Subcommand>(&self) -> bool {
        self.0.iter().any(|word| word.to_str().is_some_and(C::has_subcommand))
    }
}

/// What these words ask for.
///
/// # Errors
/// clap's answer: the help that was asked for, or what is wrong.
pub(super) fn parse(words: &[OsString]) -> Result<Cli, clap::Error> {
    read(reachable(words), words).or_else(|_| read(command(), words))
}

fn read(command: clap::Command, words: &[OsString]) -> Result<Cli, clap::Error> {
    let mut command = std::mem::ManuallyDrop::new(command);
    let mut matches = command.try_get_matches_from_mut(words)?;
    let key = tls_key(&matches);
    // Taken out of them: `from_arg_matches` would make a copy first.
    let mut cli = Cli::from_arg_matches_mut(&mut matches)?;
    cli.global.key = key;
    // Some hundred small pieces, in a process that will live for milliseconds or has better things to do.
    std::mem::forget(matches);
    Ok(cli)
}

/// The whole definition. `--key` is added to every command that has no such option of its own.
pub fn command() -> clap::Command {
    with_tls_key(Cli::command())
}

/// The part of the definition that these words can reach.
fn reachable(words: &[OsString]) -> clap::Command {
    let end = words.iter().position(|word| word == "--").unwrap_or(words.len());
    let before = &words[..end];
    let commands = COMMANDS.into_iter().filter(|(name, _)| before.iter().any(|word| word == name));
    let commands = commands.map(|(name, define)| define(clap::Command::new(name), &Words(before)));
    let root = Global::augment_args(clap::Command::new("etcdpat").subcommand_required(true));
    with_tls_key(root.subcommands(commands))
}

fn with_tls_key(mut command: clap::Command) -> clap::Command {
    for name in command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect::<Vec<_>>() {
        command = command.mut_subcommand(name, with_tls_key);
    }
    if command.get_arguments().any(|arg| arg.get_long() == Some("key")) {
        return command;
    }
    let key = clap::Arg::new("tls_key")
        .long("key")
        .value_name("FILE")
        .value_parser(clap::value_parser!(PathBuf))
        .help_heading("Global options")
        .help("The client certificate's key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]");
    command.arg(key)
}

fn tls_key(matches: &ArgMatches) -> Option<PathBuf> {
    let inner = matches.subcommand().and_then(|(_, sub)| tls_key(sub));
    inner.or_else(|| matches.try_get_one::<PathBuf>("tls_key").ok().flatten().cloned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cli::Command;

    #[test]
    fn clap_accepts_the_definition() {
        command().debug_assert();
        for line in ["etcdpat lock x", "etcdpat lock status x", "etcdpat lease list", "etcdpat dev", "etcdpat"] {
            reachable(&line.split(' ').map(OsString::from).collect::<Vec<_>>()).debug_assert();
        }
    }

    #[test]
    fn every_command_can_be_reached() {
        let all = command();
        let names: Vec<_> = all.get_subcommands().map(clap::Command::get_name).collect();
        assert_eq!(names, COMMANDS.map(|(name, _)| name));
        assert!(names.iter().all(|name| Command::has_subcommand(name)));
    }
}
