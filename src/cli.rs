//! The command line: global arguments, and the commands.

mod duration;

use std::ffi::OsString;
use std::fs;
use std::io::{self, IsTerminal};
use std::path::{Path, PathBuf};
use std::time::Duration;

use clap::{ArgAction, Args, CommandFactory, FromArgMatches, Parser, Subcommand};

use duration::positive_duration;
pub use duration::{duration, ttl};

use crate::client::{Credentials, Endpoint, Options, Secret, Tls};
use crate::command::{completions, dev, examples, lock};
use crate::error::{ExitCode, Failure};
use crate::event::Event;
use crate::report::{self, Format, Style};

/// Coordinate shell commands over etcd: locks that stop their command before they are lost.
///
/// Examples:
///   etcdpat lock /locks/deploy -- ./deploy.sh
///   etcdpat lock --try /locks/backup -- ./backup.sh || echo "somebody else is at it"
///   etcdpat lock status /locks/deploy
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
        let mut command = std::mem::ManuallyDrop::new(command());
        let matches = command.try_get_matches_from_mut(std::env::args_os());
        let parsed = matches.and_then(|matches| {
            let mut cli = Self::from_arg_matches(&matches)?;
            cli.global.key = tls_key(&matches);
            // Some hundred small pieces, in a process that will live for milliseconds or has better things to do.
            std::mem::forget(matches);
            Ok(cli)
        });
        parsed.map_err(|error| {
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

/// The whole command line as clap sees it. `--key` is added to every command that has no such option of its own.
pub fn command() -> clap::Command {
    with_tls_key(Cli::command())
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

fn tls_key(matches: &clap::ArgMatches) -> Option<PathBuf> {
    let inner = matches.subcommand().and_then(|(_, sub)| tls_key(sub));
    inner.or_else(|| matches.try_get_one::<PathBuf>("tls_key").ok().flatten().cloned())
}

impl Global {
    /// How to write, for a command that gives standard output to a child or keeps it.
    pub fn style(&self, stdout_taken: bool) -> Result<Style, Failure> {
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
        Ok(Style { format, color, verbosity, stdout_taken })
    }

    /// How to reach etcd. Reads the files that are named; the password from standard input where it is `-`.
    ///
    /// # Errors
    /// Code 2 for whatever is malformed, missing or unreadable.
    pub fn connection(&self) -> Result<Options, Failure> {
        let endpoints = self.endpoints()?;
        let tls = self.tls()?;
        if let (Some(plain), Some(_)) = (endpoints.iter().find(|endpoint| endpoint.is_plain_text()), &tls) {
            return Err(Failure::usage(format!("endpoint {plain} is not encrypted, but TLS files are given"))
                .hint("use https://, or leave --cacert, --cert and --key out"));
        }
        Ok(Options {
            endpoints,
            credentials: self.credentials()?,
            tls,
            dial_timeout: timeout(self.dial_timeout, "ETCDPAT_DIAL_TIMEOUT", 2)?,
            command_timeout: timeout(self.command_timeout, "ETCDPAT_COMMAND_TIMEOUT", 5)?,
        })
    }

    /// What a child inherits, so that an etcdpat in it reaches the same cluster: variables to set, and to remove. The
    /// password is never among them.
    pub fn environment(&self, options: &Options) -> (Vec<(OsString, OsString)>, Vec<OsString>) {
        let endpoints: Vec<_> = options.endpoints.iter().map(ToString::to_string).collect();
        let mut set = vec![("ETCDPAT_ENDPOINTS".into(), endpoints.join(",").into())];
        if let Some(Credentials { user, .. }) = &options.credentials {
            set.push(("ETCDPAT_USER".into(), user.into()));
        }
        let files = [
            ("ETCDPAT_PASSWORD_FILE", self.password_file()),
            ("ETCDPAT_CACERT", file(self.cacert.as_ref(), &["ETCDPAT_CACERT", "ETCDCTL_CACERT"])),
            ("ETCDPAT_CERT", file(self.cert.as_ref(), &["ETCDPAT_CERT", "ETCDCTL_CERT"])),
            // ETCDPAT_KEY is the lock's key in a child.
            ("ETCDCTL_KEY", self.key_file()),
        ];
        for (name, path) in files {
            if let Some(path) = path.filter(|path| path != Path::new("-")) {
                set.push((name.into(), std::path::absolute(&path).unwrap_or(path).into()));
            }
        }
        let unset = ["ETCDPAT_PASSWORD", "ETCDCTL_PASSWORD", "ETCDCTL_USER"].map(Into::into);
        (set, unset.into())
    }

    fn endpoints(&self) -> Result<Vec<Endpoint>, Failure> {
        let given = self.endpoints.clone().or_else(|| env(&["ETCDPAT_ENDPOINTS", "ETCDCTL_ENDPOINTS"]));
        let given = given.unwrap_or_else(|| "127.0.0.1:2379".to_owned());
        let parse = |one: &str| one.trim().parse().map_err(|error| Failure::usage(format!("{error}")));
        given.split(',').map(parse).collect()
    }

    fn credentials(&self) -> Result<Option<Credentials>, Failure> {
        let given = self.user.clone().or_else(|| env(&["ETCDPAT_USER", "ETCDCTL_USER"]));
        let Some(given) = given else {
            return match self.password_file {
                Some(_) => Err(Failure::usage("--password-file is given, but no --user")),
                None => Ok(None),
            };
        };
        let (user, password) = match given.split_once(':') {
            Some((_, _)) if self.password_file.is_some() => {
                return Err(Failure::usage("the password is given twice: in --user and in --password-file"));
            }
            Some((user, password)) => (user.to_owned(), password.to_owned()),
            None => match self.password_file() {
                Some(path) => (given, read_password(&path)?),
                None => match env(&["ETCDPAT_PASSWORD", "ETCDCTL_PASSWORD"]) {
                    Some(password) => (given, password),
                    None => {
                        return Err(Failure::usage(format!("no password for user {given}"))
                            .hint("--password-file FILE, or - for standard input; or ETCDPAT_PASSWORD"));
                    }
                },
            },
        };
        if user.is_empty() {
            return Err(Failure::usage("the user's name is empty"));
        }
        Ok(Some(Credentials { user, password: Secret::new(password) }))
    }

    fn password_file(&self) -> Option<PathBuf> {
        file(self.password_file.as_ref(), &["ETCDPAT_PASSWORD_FILE"])
    }

    /// In a child of etcdpat, `ETCDPAT_KEY` is its lock's key (docs/guide/lock.md), told by its lease.
    fn key_file(&self) -> Option<PathBuf> {
        let names =
            if env(&["ETCDPAT_LEASE"]).is_some() { &["ETCDCTL_KEY"][..] } else { &["ETCDPAT_KEY", "ETCDCTL_KEY"] };
        file(self.key.as_ref(), names)
    }

    fn tls(&self) -> Result<Option<Tls>, Failure> {
        let cacert = file(self.cacert.as_ref(), &["ETCDPAT_CACERT", "ETCDCTL_CACERT"]);
        let cert = file(self.cert.as_ref(), &["ETCDPAT_CERT", "ETCDCTL_CERT"]);
        let identity = match (cert, self.key_file()) {
            (Some(cert), Some(key)) => {
                let key = String::from_utf8_lossy(&read(&key)?).into_owned();
                Some((read(&cert)?, Secret::new(key)))
            }
            (None, None) => None,
            (Some(_), None) => return Err(Failure::usage("--cert is given, but no --key")),
            (None, Some(_)) => return Err(Failure::usage("--key is given, but no --cert")),
        };
        let cacert = cacert.map(|path| read(&path)).transpose()?;
        Ok((cacert.is_some() || identity.is_some()).then_some(Tls { cacert, identity }))
    }
}

/// The first of these variables that is set to something.
fn env(names: &[&str]) -> Option<String> {
    names.iter().find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()))
}

fn file(flag: Option<&PathBuf>, names: &[&str]) -> Option<PathBuf> {
    flag.cloned().or_else(|| env(names).map(PathBuf::from))
}

fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    fs::read(path).map_err(|error| Failure::usage(format!("cannot read {}", path.display())).because(error.to_string()))
}

/// The first line of a file. Of standard input no more than that line is taken: the rest is a child's.
fn read_password(path: &Path) -> Result<String, Failure> {
    let bytes = if path == Path::new("-") {
        let mut line = Vec::new();
        let mut byte = [0];
        while nix::unistd::read(io::stdin(), &mut byte).is_ok_and(|read| read == 1) && byte[0] != b'\n' {
            line.push(byte[0]);
        }
        line
    } else {
        read(path)?
    };
    let first = bytes.split(|&byte| byte == b'\n').next().unwrap_or_default();
    let first = first.strip_suffix(b"\r").unwrap_or(first);
    String::from_utf8(first.to_vec()).map_err(|_| Failure::usage("the password is not UTF-8"))
}

fn timeout(flag: Option<Duration>, name: &str, seconds: u64) -> Result<Duration, Failure> {
    match (flag, env(&[name])) {
        (Some(given), _) => Ok(given),
        (None, Some(given)) => positive_duration(&given).map_err(|error| Failure::usage(format!("{name}: {error}"))),
        (None, None) => Ok(Duration::from_secs(seconds)),
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn clap_accepts_the_definition() {
        command().debug_assert();
    }
}
