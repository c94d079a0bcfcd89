//! `config set KEY VALUE`.

use std::io::IsTerminal;
use std::path::PathBuf;

use clap::Args;
use clap::builder::{PossibleValuesParser, TypedValueParser};

use super::shown::change;
use super::store::{StoreArgs, path};
use crate::command::context;
use crate::error::{ExitCode, Failure};
use crate::event::ConfigEvent;
use crate::options::{Global, file};
use crate::os::terminal;
use crate::pattern::config::{self, Path};
use crate::report::Stdout;
use crate::typed::{Type, Typed};

/// The largest value that is read from a file or from standard input, in bytes.
const LARGEST: u64 = config::LARGEST as u64;

/// Set a value
///
/// Without --type, a JSON number or exactly true or false is one, and all else is a string: 007, null,
/// yes and "x" with its quotes are strings. What is stored is a string, int, float, bool or json: a list
/// is json, and 5 is an int, also as a float.
///
/// Of what is read from a file or standard input, one line break at the end is not part of the value.
///
/// Examples:
///   etcdpat config set database/host db.com
///   etcdpat config set upload/limit 64MiB --type bytes
///   etcdpat config set tls/cert --file cert.pem
///   etcdpat config set database/password --no-echo  # asked for on the terminal
///   pass show db | etcdpat config set database/password --stdin --no-echo
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub(super) struct SetArgs {
    /// Its name: database/host
    key: String,
    /// The value, unless --stdin or --file has it
    #[arg(conflicts_with_all = ["stdin", "file"], allow_hyphen_values = true)]
    value: Option<String>,
    /// Take it for this, and refuse it where it is none
    #[arg(long = "type", value_name = "TYPE", value_parser = types())]
    kind: Option<Type>,
    /// Read the value from standard input
    #[arg(long, conflicts_with = "file")]
    stdin: bool,
    /// Read the value from this file
    #[arg(long, value_name = "FILE")]
    file: Option<PathBuf>,
    /// Don't show the value, nor what it was: a secret. On a terminal, it is asked for and not shown
    #[arg(long)]
    no_echo: bool,
    /// Only if it is at this revision; 0: only if it is not there. Else exit code 1
    #[arg(long, value_name = "N", value_parser = revision, allow_hyphen_values = true)]
    if_revision: Option<i64>,
    #[command(flatten)]
    store: StoreArgs,
}

/// Types as they are given, and as help shows them.
pub(super) fn types() -> impl TypedValueParser<Value = Type> {
    let names = PossibleValuesParser::new(Type::ALL.map(Type::name));
    names.try_map(|name: String| name.parse::<Type>())
}

fn revision(text: &str) -> Result<i64, String> {
    let revision = text.parse().ok().filter(|revision| *revision >= 0);
    revision.ok_or_else(|| "expected a revision, a whole number from 0".to_owned())
}

/// What was read, without one line break at its end.
fn one_text(path: &Path, bytes: Vec<u8>) -> Result<String, Failure> {
    let mut text =
        String::from_utf8(bytes).map_err(|_| Failure::usage(format!("{path}: a value is text: not UTF-8")))?;
    if text.ends_with('\n') {
        text.pop();
        if text.ends_with('\r') {
            text.pop();
        }
    }
    Ok(text)
}

/// What the user types on the terminal, which does not show it.
fn asked(path: &Path) -> Result<String, Failure> {
    let asked = terminal::secret(&format!("{path}: ")).map_err(|error| Failure::usage(format!("no value: {error}")))?;
    one_text(path, asked)
}

/// Where a value comes from.
const NO_VALUE: &str = "give it behind the name, or with --stdin or --file FILE; --no-echo asks for it on a terminal";

pub(super) fn run(global: &Global, args: &SetArgs) -> Result<ExitCode, Failure> {
    let (store, path) = (args.store.store(global)?, path(&args.key)?);
    let text = match (&args.value, &args.file) {
        (Some(value), _) => value.clone(),
        (None, Some(file)) => {
            if file.as_os_str() == "-" {
                global.leave_standard_input_to("the value")?;
            }
            one_text(&path, file::named_or_standard_input(file, LARGEST)?)?
        }
        (None, None) if args.no_echo && std::io::stdin().is_terminal() => asked(&path)?,
        (None, None) if args.stdin => {
            global.leave_standard_input_to("the value")?;
            one_text(&path, file::standard_input(LARGEST)?)?
        }
        (None, None) => {
            // What stands behind = may be a secret.
            let (name, hint) = match args.key.split_once('=') {
                Some((name, _)) => (name, format!("it stands behind the name: `etcdpat config set {name} VALUE`")),
                None => (&*args.key, NO_VALUE.to_owned()),
            };
            return Err(Failure::usage(format!("{name}: there is no value")).hint(hint));
        }
    };
    let value = Typed::read(&text, args.kind).map_err(|invalid| Failure::usage(format!("{path}: {invalid}")))?;
    config::check_size(&path, value.wire().as_bytes())?;
    context::run(global, Stdout::Events, async |context| {
        let before = config::set(&context.client()?, &store, &path, &value, args.if_revision).await?;
        let mut change = change(&path, Some(&value), before.value.as_ref(), before.revision);
        if args.no_echo {
            (change.value, change.old_value) = (None, None);
        }
        context.emit(ConfigEvent::Set(change));
        Ok(ExitCode::Done)
    })
}
