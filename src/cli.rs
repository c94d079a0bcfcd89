//! The top of the command line: every command, from the words that were typed to the exit code.
//!
//! - `reachable`: the part of the definition that the words can reach
//! - `help`: help as it is read
//! - `habit`: what flock's, etcdctl's and consul's words are called here
//! - `not_text`: arguments that must be text and are none
//! - `tls_key`: the option `--key` of every command that has no other one

mod habit;
mod help;
mod not_text;
mod reachable;
mod tls_key;

use std::ffi::OsString;

use clap::error::{ContextValue, ErrorKind};
use clap::{ColorChoice, CommandFactory, FromArgMatches, Parser, Subcommand};

use crate::command::{completions, config, context, dev, discover, elect, examples, ha, lease, lock, man, txn, watch};
use crate::error::{ExitCode, Failure};
use crate::options::{Global, check_texts, env};
use crate::report::{self, Format};
use crate::value::Text;

/// Coordinate shell commands over etcd: locks that stop their command before they are lost.
///
/// Examples:
///   etcdpat lock /locks/deploy -- ./deploy.sh
///   etcdpat lock --try /locks/backup -- ./backup.sh  # 122 when it is held
///   etcdpat lock status /locks/deploy
///   etcdpat elect /elections/db --id db-1 -- ./primary.sh
///   etcdpat ha active-passive /ha/db --node-id db-1 --primary ./primary.sh \
///       --secondary ./replica.sh
///   etcdpat ha sharded /ha/jobs --shards 16 --node-id node-1 -- ./worker.sh
///   etcdpat lease run --put /nodes/a=up -- ./serve.sh
///   etcdpat watch --prefix /config/ -- ./reload.sh
///   etcdpat --dev examples  # all patterns at work, on a throwaway etcd
///
/// The exit code is the command's own, or says why it did not run: 122 the lock is busy (--try), 124 timed
/// out (--timeout), 125 etcd was not reached; or that it was stopped: 123 the lock was lost.
///
///   etcdpat lock --try /locks/backup -- ./backup.sh; code=$?
///   [ $code != 122 ] || echo "somebody else is at it"
#[derive(Debug, Parser)]
#[command(name = "etcdpat", version, verbatim_doc_comment, max_term_width = 100, infer_subcommands = false)]
pub struct Cli {
    /// The options that every command has.
    #[command(flatten)]
    pub global: Global,
    /// The command.
    #[command(subcommand)]
    pub command: Command,
}

/// What etcdpat can do. Each command's help stands with its arguments.
#[derive(Debug, Subcommand)]
#[allow(missing_docs)]
pub enum Command {
    Lock(lock::LockArgs),
    Elect(elect::ElectArgs),
    Discover(discover::DiscoverArgs),
    Config(config::ConfigArgs),
    Ha(ha::HaArgs),
    Lease(lease::LeaseArgs),
    Txn(txn::TxnArgs),
    Watch(watch::WatchArgs),
    Dev(dev::DevArgs),
    Examples(examples::ExamplesArgs),
    Completions(completions::CompletionsArgs),
    Man(man::ManArgs),
}

/// The definition of the whole command line.
pub fn command() -> clap::Command {
    help::arrange(tls_key::add(Cli::command()))
}

impl Cli {
    /// The command line, or the exit code after it has been answered (`--help`) or refused.
    pub fn from_command_line() -> Result<Self, ExitCode> {
        let words: Vec<OsString> = std::env::args_os().collect();
        reachable::parse(&words).map_err(|error| {
            let error = harmless(habit::with_tip(error, &words));
            if let Some(failure) = not_text::failure(&error, &words) {
                report::early(&failure.event(), if wants_json() { Format::Json } else { Format::Human });
            } else if error.use_stderr() && wants_json() {
                report::early(&failure(&error).event(), Format::Json);
            } else {
                let _ = error.print();
            }
            if error.use_stderr() { ExitCode::Usage } else { ExitCode::Done }
        })
    }

    /// Runs the command to its exit code.
    pub fn run(self) -> ExitCode {
        self.start().unwrap_or_else(|failure| {
            let format = if wants_json() { Format::Json } else { Format::Human };
            report::early(&failure.event(), format);
            failure.code
        })
    }

    /// A failure that is returned came before there was a reporter, which reports all others.
    fn start(self) -> Result<ExitCode, Failure> {
        let Self { global, command } = self;
        context::check_files()?;
        check_texts()?;
        if global.dev {
            return dev::run_ourselves(&global);
        }
        match command {
            Command::Lock(args) => lock::run(&global, args),
            Command::Elect(args) => elect::run(&global, args),
            Command::Discover(args) => discover::run(&global, args),
            Command::Config(args) => config::run(&global, args),
            Command::Ha(args) => ha::run(&global, args),
            Command::Lease(args) => lease::run(&global, args),
            Command::Txn(args) => txn::run(&global, args),
            Command::Watch(args) => watch::run(&global, args),
            Command::Dev(args) => dev::run(&global, &args),
            Command::Examples(args) => examples::run(&global, &args),
            Command::Completions(args) => completions::run(&global, &args, self::command()),
            Command::Man(args) => man::run(&global, &args, self::command()),
        }
    }
}

/// What these words ask for, as this definition has it.
///
/// # Errors
/// clap's answer: the help that was asked for, or what is wrong.
fn read(command: clap::Command, words: &[OsString]) -> Result<Cli, clap::Error> {
    let mut matches = command.color(color(words)).try_get_matches_from(words)?;
    let key = tls_key::find(&matches);
    // Taken out of them: `from_arg_matches` would make a copy first.
    let mut cli = Cli::from_arg_matches_mut(&mut matches)?;
    cli.global.key = key;
    Ok(cli)
}

/// The error, with nothing in it that drives a terminal or forges a line: a word may be somebody else's.
fn harmless(mut error: clap::Error) -> clap::Error {
    let text = |text: &String| Text::from(text.as_str()).to_string();
    let changed = error.context().filter_map(|(kind, value)| {
        let told = match value {
            ContextValue::String(one) => ContextValue::String(text(one)),
            ContextValue::Strings(all) => ContextValue::Strings(all.iter().map(text).collect()),
            _ => return None,
        };
        (told != *value).then_some((kind, told))
    });
    for (kind, told) in changed.collect::<Vec<_>>() {
        error.insert(kind, told);
    }
    error
}

/// When clap is to colour its answer, which it may give before it has read `--color`.
fn color(words: &[OsString]) -> ColorChoice {
    let options = words.iter().take_while(|word| *word != "--").zip(words.iter().skip(1).map(Some).chain([None]));
    let asked = options.filter_map(|(word, next)| match word.to_str()?.strip_prefix("--color")? {
        "" => next?.to_str(),
        value => value.strip_prefix('='),
    });
    match asked.last() {
        Some("never") => ColorChoice::Never,
        Some("always") => ColorChoice::Always,
        _ => ColorChoice::Auto,
    }
}

/// What clap says, as a failure: its message and its tip are one line each.
fn failure(error: &clap::Error) -> Failure {
    let text = error.to_string();
    let mut paragraphs = text.trim_end().split("\n\n").map(|lines| {
        let lines: Vec<_> = lines.lines().map(str::trim).collect();
        lines.join(" ")
    });
    let message = paragraphs.next().unwrap_or_default();
    if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        return Failure::usage("a command is missing").hint("--help shows all commands");
    }
    let tip = paragraphs.find_map(|lines| lines.trim().strip_prefix("tip: ").map(str::to_owned));
    let failure = Failure::usage(message.trim_start_matches("error: "));
    failure.hint(tip.unwrap_or_else(|| "--help shows all options".to_owned()))
}

/// Whether failures are to be told in JSON, as far as the words that were typed and the environment say.
fn wants_json() -> bool {
    let mut words =
        std::env::args_os().map(|word| word.to_string_lossy().into_owned()).take_while(|word| word != "--").peekable();
    while let Some(word) = words.next() {
        let next = words.peek().map(String::as_str);
        if matches!(word.as_str(), "-ojson" | "--output=json" | "-o=json")
            || (matches!(word.as_str(), "-o" | "--output") && next == Some("json"))
        {
            return true;
        }
    }
    env(&["ETCDPAT_OUTPUT", "ETCDCTL_WRITE_OUT"]).as_deref() == Some("json")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clap_accepts_the_definition() {
        command().debug_assert();
    }

    /// clap takes arguments of one id for one argument: `--for ann` would be `--user ann`.
    #[test]
    fn no_argument_has_the_id_of_a_global_one() {
        fn check(command: &clap::Command, globals: &[clap::Id]) {
            for arg in command.get_arguments().filter(|arg| !arg.is_global_set()) {
                assert!(!globals.contains(arg.get_id()), "{}: {:?}", command.get_name(), arg.get_id());
            }
            command.get_subcommands().for_each(|command| check(command, globals));
        }
        let all = command();
        let globals = all.get_arguments().filter(|arg| arg.is_global_set());
        let globals: Vec<_> = globals.map(|arg| arg.get_id().clone()).collect();
        assert!(!globals.is_empty());
        all.get_subcommands().for_each(|command| check(command, &globals));
    }
}
