//! The command line: global arguments, and the commands.
//!
//! - `definition`: from words to a [`Cli`]
//! - `connection`: how to reach etcd, as flags and environment have it
//! - `duration`: durations and TTLs
//! - `lease_id`: lease ids

mod connection;
mod definition;
mod duration;
mod lease_id;

use std::ffi::OsString;
use std::io::{self, IsTerminal};
use std::path::PathBuf;
use std::time::Duration;

use clap::{ArgAction, Args, Parser, Subcommand};

pub(crate) use definition::Words;
pub use definition::command;
use duration::positive_duration;
pub use duration::{duration, lease_ttl, ttl};
pub use lease_id::lease_id;

use crate::command::{completions, dev, examples, lease, lock, txn, watch};
use crate::error::{ExitCode, Failure};
use crate::event::Event;
use crate::report::{self, Format, Stdout, Style};

/// Coordinate shell commands over etcd: locks that stop their command before they are lost.
///
/// Examples:
///   etcdpat lock /locks/deploy -- ./deploy.sh
///   etcdpat lock --try /locks/backup -- ./backup.sh || echo "somebody else is at it"
///   etcdpat lock status /locks/deploy
///   etcdpat lease run --put /nodes/a=up -- ./serve.sh
///   etcdpat watch --prefix /config/ -- ./reload.sh
///   etcdpat --dev examples
#[derive(Debug, Parser)]
#[command(name = "etcdpat", version, verbatim_doc_comment, max_term_width = 100, infer_subcommands = false)]
pub struct Cli {
    /// What holds for every command.
    #[command(flatten)]
    pub global: Global,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

/// What etcdpat can do. Each command's help stands with its arguments.
#[derive(Debug, Subcommand)]
#[allow(missing_docs)]
pub enum Command {
    Lock(lock::LockArgs),
    Lease(lease::LeaseArgs),
    Txn(txn::TxnArgs),
    Watch(watch::WatchArgs),
    Dev(dev::DevArgs),
    Examples(examples::ExamplesArgs),
    Completions(completions::CompletionsArgs),
    Man(completions::ManArgs),
}

/// What holds for every command.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "Global options")]
#[allow(clippy::struct_excessive_bools)]
pub struct Global {
    /// Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT or https://HOST:PORT [env:
    /// ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]
    #[arg(long, global = true, value_name = "H:P,...")]
    pub endpoints: Option<String>,
    /// User to authenticate as [env: ETCDPAT_USER, ETCDCTL_USER]
    #[arg(long, global = true, value_name = "NAME[:PASSWORD]")]
    pub user: Option<String>,
    /// File whose first line is the password; - is standard input [env: ETCDPAT_PASSWORD_FILE; the password itself:
    /// ETCDPAT_PASSWORD, ETCDCTL_PASSWORD]
    #[arg(long, global = true, value_name = "FILE")]
    pub password_file: Option<PathBuf>,
    /// Certificate authorities to trust, PEM [env: ETCDPAT_CACERT, ETCDCTL_CACERT]
    #[arg(long, global = true, value_name = "FILE")]
    pub cacert: Option<PathBuf>,
    /// Client certificate, PEM [env: ETCDPAT_CERT, ETCDCTL_CERT]
    #[arg(long, global = true, value_name = "FILE")]
    pub cert: Option<PathBuf>,
    /// The client certificate's key. Not clap's: `lock break` has a `--key` of its own (see [`command`]).
    #[arg(skip)]
    pub key: Option<PathBuf>,
    /// The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT] [default: 2s]
    #[arg(long, global = true, value_name = "DURATION", value_parser = positive_duration)]
    pub dial_timeout: Option<Duration>,
    /// The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT] [default: 5s]
    #[arg(long, global = true, value_name = "DURATION", value_parser = positive_duration)]
    pub command_timeout: Option<Duration>,
    /// Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT] [default: human]
    #[arg(short, long, global = true, value_enum, value_name = "FORMAT")]
    pub output: Option<Format>,
    /// When to colour; NO_COLOR is honoured
    #[arg(long, global = true, value_enum, value_name = "WHEN", default_value = "auto")]
    pub color: Color,
    /// Say only errors and results
    #[arg(short, long, global = true)]
    pub quiet: bool,
    /// Say more; again for traces (RUST_LOG is honoured)
    #[arg(short, long, global = true, action = ArgAction::Count)]
    pub verbose: u8,
    /// Run this one command against a throwaway real etcd
    #[arg(long, global = true, conflicts_with = "endpoints")]
    pub dev: bool,
    /// Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]
    #[arg(long, global = true, value_name = "PREFIX")]
    pub state_root: Option<String>,
}

/// When to colour.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Color {
    /// On a terminal.
    Auto,
    /// Always.
    Always,
    /// Never.
    Never,
}

impl Cli {
    /// The command line, or the exit code after it has been answered (`--help`) or refused.
    pub fn from_command_line() -> Result<Self, ExitCode> {
        let words: Vec<OsString> = std::env::args_os().collect();
        definition::parse(&words).map_err(|error| {
            if error.use_stderr() && wants_json() {
                let message = error.to_string().trim_end().trim_start_matches("error: ").to_owned();
                report::early(&Failure::usage(message).event(), Format::Json);
            } else {
                let _ = error.print();
            }
            if error.use_stderr() { ExitCode::Usage } else { ExitCode::Done }
        })
    }
}

impl Global {
    /// How to write, for a command that gives standard output to a child or keeps it.
    pub fn style(&self, stdout: Stdout) -> Result<Style, Failure> {
        let format = match (self.output, env(&["ETCDPAT_OUTPUT"]).as_deref()) {
            (Some(format), _) => format,
            (None, None | Some("human")) => Format::Human,
            (None, Some("json")) => Format::Json,
            (None, Some(other)) => {
                return Err(Failure::usage(format!("ETCDPAT_OUTPUT is {other:?}")).hint("it is human or json"));
            }
        };
        let color = match self.color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => env(&["NO_COLOR"]).is_none() && io::stderr().is_terminal(),
        };
        let verbosity = if self.quiet { -1 } else { i8::try_from(self.verbose).unwrap_or(i8::MAX) };
        Ok(Style { format, color, verbosity, stdout })
    }

    /// The prefix under which all bookkeeping lives.
    pub fn state_root(&self) -> String {
        let given = self.state_root.clone().or_else(|| env(&["ETCDPAT_STATE_ROOT"]));
        given.unwrap_or_else(|| "/_etcdpat".to_owned())
    }
}

/// The first of these variables that is set to something.
fn env(names: &[&str]) -> Option<String> {
    names.iter().find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()))
}

fn wants_json() -> bool {
    let mut words = std::env::args().take_while(|word| word != "--").peekable();
    while let Some(word) = words.next() {
        let next = words.peek().map(String::as_str);
        if matches!(word.as_str(), "-ojson" | "--output=json" | "-o=json")
            || (matches!(word.as_str(), "-o" | "--output") && next == Some("json"))
        {
            return true;
        }
    }
    env(&["ETCDPAT_OUTPUT"]).as_deref() == Some("json")
}

/// Reports a failure that came before there was a reporter.
pub(crate) fn refuse(failure: &Failure) -> ExitCode {
    let format = if wants_json() { Format::Json } else { Format::Human };
    let event: Event = failure.event();
    report::early(&event, format);
    failure.code
}
