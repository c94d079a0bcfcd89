//! The options that every command has.

use std::io::{self, IsTerminal};
use std::path::PathBuf;
use std::time::Duration;

use clap::builder::NonEmptyStringValueParser;
use clap::{ArgAction, Args};

use super::{env, env_path, etcdctl, positive_duration, truth};
use crate::error::Failure;
use crate::report::{Format, Stdout, Style, is_dumb};

/// The options that every command has.
#[derive(Clone, Debug, Args)]
#[command(next_help_heading = "Global options")]
#[allow(clippy::struct_excessive_bools)]
pub struct Global {
    /// Members of the cluster, separated by commas: HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH [env:
    /// ETCDPAT_ENDPOINTS, ETCDCTL_ENDPOINTS] [default: 127.0.0.1:2379]
    #[arg(long, global = true, value_name = "H:P,...")]
    pub endpoints: Option<String>,
    /// Domain whose SRV records name the members [env: ETCDPAT_DISCOVERY_SRV, ETCDCTL_DISCOVERY_SRV]
    #[arg(long, global = true, value_name = "DOMAIN", conflicts_with = "endpoints")]
    pub discovery_srv: Option<String>,
    /// What follows in these records' service, as in _etcd-client-NAME [env: ETCDPAT_DISCOVERY_SRV_NAME,
    /// ETCDCTL_DISCOVERY_SRV_NAME]
    #[arg(long, global = true, value_name = "NAME")]
    pub discovery_srv_name: Option<String>,
    /// Whether members without TLS may be found; if not, certificates must be for DOMAIN [env: ETCDPAT_INSECURE_DISCOVERY,
    /// ETCDCTL_INSECURE_DISCOVERY] [default: true]
    #[arg(long, global = true, value_name = "BOOL", value_parser = truth)]
    pub insecure_discovery: Option<bool>,
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
    /// The client certificate's key. Not clap's: `lock break` has a `--key` of its own (see `cli::tls_key`).
    #[arg(skip)]
    pub key: Option<PathBuf>,
    /// Whether endpoints that do not say how to be reached may be without TLS, where no option asks for it [env:
    /// ETCDPAT_INSECURE_TRANSPORT, ETCDCTL_INSECURE_TRANSPORT] [default: true]
    #[arg(long, global = true, value_name = "BOOL", value_parser = truth)]
    pub insecure_transport: Option<bool>,
    /// Encrypt, but do not verify who the server is: for tests alone [env: ETCDPAT_INSECURE_SKIP_TLS_VERIFY,
    /// ETCDCTL_INSECURE_SKIP_TLS_VERIFY]
    #[arg(long, global = true, value_name = "BOOL", value_parser = truth, num_args = 0..=1, require_equals = true,
        default_missing_value = "true")]
    pub insecure_skip_tls_verify: Option<bool>,
    /// Name that the server's certificate must be for, instead of the endpoint's host [env: ETCDPAT_TLS_SERVER_NAME]
    #[arg(long, global = true, value_name = "NAME")]
    pub tls_server_name: Option<String>,
    /// The longest that connecting to one endpoint may take [env: ETCDPAT_DIAL_TIMEOUT,
    /// ETCDCTL_DIAL_TIMEOUT] [default: 2s]
    #[arg(long, global = true, value_name = "DURATION", value_parser = positive_duration, allow_hyphen_values = true)]
    pub dial_timeout: Option<Duration>,
    /// The longest that one request may take [env: ETCDPAT_COMMAND_TIMEOUT,
    /// ETCDCTL_COMMAND_TIMEOUT] [default: 5s]
    #[arg(long, global = true, value_name = "DURATION", value_parser = positive_duration, allow_hyphen_values = true)]
    pub command_timeout: Option<Duration>,
    /// Tables and plain lines, or one JSON object a line [env: ETCDPAT_OUTPUT,
    /// ETCDCTL_WRITE_OUT] [default: human]
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
    #[arg(long, global = true, conflicts_with_all = ["endpoints", "discovery_srv"])]
    pub dev: bool,
    /// Prefix under which all bookkeeping lives [env: ETCDPAT_STATE_ROOT] [default: /_etcdpat]
    #[arg(long, global = true, value_name = "PREFIX", value_parser = NonEmptyStringValueParser::new())]
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

impl Global {
    /// How to write, for a command that gives standard output to a child or keeps it.
    pub fn style(&self, stdout: Stdout) -> Result<Style, Failure> {
        let format = match self.output {
            Some(format) => format,
            None => format()?,
        };
        let colors = |is_terminal: bool| match self.color {
            Color::Always => true,
            Color::Never => false,
            Color::Auto => env_path(&["NO_COLOR"]).is_none() && is_terminal && !is_dumb(),
        };
        let (color, color_out) = (colors(io::stderr().is_terminal()), colors(io::stdout().is_terminal()));
        let verbose = if self.verbose == 0 && etcdctl::is_true("ETCDCTL_DEBUG")? { 2 } else { self.verbose };
        let verbosity = if self.quiet { -1 } else { i8::try_from(verbose).unwrap_or(i8::MAX) };
        Ok(Style { format, color, color_out, verbosity, stdout })
    }

    /// The prefix under which all bookkeeping lives.
    pub fn state_root(&self) -> String {
        let given = self.state_root.clone().or_else(|| env(&["ETCDPAT_STATE_ROOT"]));
        given.unwrap_or_else(|| "/_etcdpat".to_owned())
    }
}

/// The format that the environment asks for.
fn format() -> Result<Format, Failure> {
    let refused =
        |name, value: &str, hint: &str| Err(Failure::usage(format!("{name} is {value:?}")).hint(hint.to_owned()));
    match (env(&["ETCDPAT_OUTPUT"]).as_deref(), env(&["ETCDCTL_WRITE_OUT"]).as_deref()) {
        (Some("human"), _) | (None, None | Some("simple" | "table")) => Ok(Format::Human),
        (Some("json"), _) | (None, Some("json")) => Ok(Format::Json),
        (Some(other), _) => refused("ETCDPAT_OUTPUT", other, "it is human or json"),
        (None, Some(other)) => {
            refused("ETCDCTL_WRITE_OUT", other, "etcdpat knows simple and table, which are -o human, and json")
        }
    }
}
