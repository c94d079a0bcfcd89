//! `--key FILE`, the client certificate's key: an option of every command that has no `--key` of its own.
//!
//! It is no global option of clap's, because `lock break --key KEY` is another one.

use std::path::PathBuf;

use clap::ArgMatches;

/// Adds it to every command that has no such option.
pub(super) fn add(mut command: clap::Command) -> clap::Command {
    for name in command.get_subcommands().map(|sub| sub.get_name().to_owned()).collect::<Vec<_>>() {
        command = command.mut_subcommand(name, add);
    }
    if command.get_arguments().any(|arg| arg.get_long() == Some("key")) {
        return command;
    }
    let key = clap::Arg::new("tls_key")
        .long("key")
        .value_name("FILE")
        .value_parser(clap::value_parser!(PathBuf))
        .help_heading(super::help::GLOBAL)
        .help("The client certificate's key, PEM [env: ETCDPAT_KEY, ETCDCTL_KEY]");
    command.arg(key)
}

/// What was given for it, to whichever command.
pub(super) fn find(matches: &ArgMatches) -> Option<PathBuf> {
    let inner = matches.subcommand().and_then(|(_, sub)| find(sub));
    inner.or_else(|| matches.try_get_one::<PathBuf>("tls_key").ok().flatten().cloned())
}
