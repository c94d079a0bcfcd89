//! `config export`.

use std::path::Path;

use clap::{Args, ValueEnum};

use super::store::{StoreArgs, path};
use crate::command::context;
use crate::error::{ExitCode, Failure};
use crate::options::Global;
use crate::pattern::config;
use crate::report::Stdout;
use crate::typed::{Document, ExportError, Format, KeyPath, Unfit};

/// Print all values as a document that `import` reads back; exit code 1 when there is nothing below PREFIX
///
/// Examples:
///   etcdpat config export --format yaml > settings.yaml
///   etcdpat config export database --format env
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub(super) struct ExportArgs {
    /// Only what is at and below this
    prefix: Option<String>,
    /// Its format
    #[arg(long, value_enum, default_value = "json")]
    format: DocumentFormat,
    #[command(flatten)]
    store: StoreArgs,
}

/// The format of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum DocumentFormat {
    Json,
    Yaml,
    Toml,
    Env,
}

impl From<DocumentFormat> for Format {
    fn from(format: DocumentFormat) -> Self {
        match format {
            DocumentFormat::Json => Self::Json,
            DocumentFormat::Yaml => Self::Yaml,
            DocumentFormat::Toml => Self::Toml,
            DocumentFormat::Env => Self::Env,
        }
    }
}

/// The format that is given, or that a file's ending says.
///
/// # Errors
/// Code 2 where neither does.
pub(super) fn format_of(given: Option<DocumentFormat>, file: &Path) -> Result<Format, Failure> {
    if let Some(given) = given {
        return Ok(given.into());
    }
    let ending = file.extension().and_then(|ending| ending.to_str());
    let is_env = file.file_name().and_then(|name| name.to_str()).is_some_and(|name| name == ".env");
    let named = if is_env { Some(Format::Env) } else { ending.and_then(Format::of_extension) };
    named.ok_or_else(|| {
        Failure::usage(format!("the format of {} is not known", shown(file))).hint("--format json, yaml, toml or env")
    })
}

/// A file as people know it.
pub(super) fn shown(file: &Path) -> String {
    if file.as_os_str() == "-" { "standard input".to_owned() } else { file.display().to_string() }
}

/// What a format can't hold, and what to do about it.
pub(super) fn unfit(error: &ExportError, values: &Document) -> Failure {
    let failure = Failure::usage(error.to_string());
    let others: Vec<_> =
        Format::ALL.into_iter().filter(|other| other.export(values).is_ok()).map(Format::name).collect();
    match error.why {
        _ if !others.is_empty() => failure.hint(format!("--format {} can", others.join(" or "))),
        Unfit::Object | Unfit::PartOfFlag => failure.hint(
            "only the command line sets such a value: name other folders, or keep all with `etcdpat config snapshot create`",
        ),
        _ => failure.hint("name other folders, or keep all with `etcdpat config snapshot create`"),
    }
}

pub(super) fn run(global: &Global, args: &ExportArgs) -> Result<ExitCode, Failure> {
    let store = args.store.store(global)?;
    let prefix = args.prefix.as_deref().map(path).transpose()?;
    context::run(global, Stdout::Events, async |context| {
        let client = context.client()?;
        let (entries, revision) = config::list(&client, &store, prefix.as_ref()).await?;
        // Half of an import is no configuration.
        config::no_import(&client, &store, revision).await?;
        if let (true, Some(prefix)) = (entries.is_empty(), &prefix) {
            return Err(Failure::new(ExitCode::No, format!("there is nothing at or below {prefix}")));
        }
        let mut values = Document::new();
        for entry in &entries {
            let path = KeyPath::new(entry.path.as_str()).map_err(|invalid| Failure::usage(invalid.to_string()))?;
            values.insert(path, entry.typed()?.clone());
        }
        let text = Format::from(args.format).export(&values).map_err(|error| unfit(&error, &values))?;
        context.reporter.document(&text);
        Ok(ExitCode::Done)
    })
}
