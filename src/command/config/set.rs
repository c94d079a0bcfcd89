//! `config set KEY VALUE`.

use std::path::PathBuf;

use clap::Args;

use super::file;
use super::shown::change;
use super::store::{StoreArgs, path};
use crate::command::context;
use crate::error::{ExitCode, Failure};
use crate::event::ConfigEvent;
use crate::options::Global;
use crate::pattern::config::{self, Path};
use crate::report::Stdout;
use crate::typed::{Type, Typed};

/// The largest value that is read from a file or from standard input, in bytes.
const LARGEST: u64 = config::LARGEST as u64;

/// Set a value
///
/// Without --type, a JSON number or exactly true or false is one, and all else is a string: 007, null,
/// yes and "x" with its quotes are strings.
#[derive(Debug, Args)]
pub(super) struct SetArgs {
    /// Its name: database/host
    key: String,
    /// The value
    #[arg(required_unless_present_any = ["stdin", "file"], conflicts_with_all = ["stdin", "file"], allow_hyphen_values = true)]
    value: Option<String>,
    /// Take it for this, and refuse it where it is none
    #[arg(long = "type", value_name = "TYPE", value_parser = super::set::parse_type)]
    kind: Option<Type>,
    /// Read the value from standard input
    #[arg(long, conflicts_with = "file")]
    stdin: bool,
    /// Read the value from this file
    #[arg(long, value_name = "FILE")]
    file: Option<PathBuf>,
    /// Don't show the value: it is a secret
    #[arg(long)]
    no_echo: bool,
    /// Only if it is at this revision; 0: only if it is not there. Else exit code 1
    #[arg(long, value_name = "N", allow_hyphen_values = true)]
    if_revision: Option<i64>,
    #[command(flatten)]
    store: StoreArgs,
}

/// A type as it is given.
pub(super) fn parse_type(text: &str) -> Result<Type, String> {
    text.parse().map_err(|unknown: crate::typed::Unknown| unknown.to_string())
}

fn text(path: &Path, bytes: Vec<u8>) -> Result<String, Failure> {
    String::from_utf8(bytes).map_err(|_| Failure::usage(format!("{path}: a value is text: not UTF-8")))
}

pub(super) fn run(global: &Global, args: &SetArgs) -> Result<ExitCode, Failure> {
    let (store, path) = (args.store.store(global)?, path(&args.key)?);
    if args.if_revision.is_some_and(|revision| revision < 0) {
        return Err(Failure::usage("a revision is not negative"));
    }
    let text = match (&args.value, &args.file) {
        (Some(value), _) => value.clone(),
        (None, Some(file)) => text(&path, file::read(file, LARGEST)?)?,
        (None, None) => {
            let read = file::up_to(std::io::stdin(), LARGEST);
            let read = read.map_err(|why| Failure::usage(format!("cannot read standard input: {why}")))?;
            let text = text(&path, read)?;
            text.strip_suffix('\n').map(str::to_owned).unwrap_or(text)
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
