//! `config import FILE`.

use std::path::PathBuf;

use clap::Args;

use super::export::{DocumentFormat, format_of, shown};
use super::snapshot::differences;
use super::store::{StoreArgs, path};
use crate::command::context;
use crate::error::{ExitCode, Failure};
use crate::event::ConfigEvent;
use crate::options::{Global, file};
use crate::pattern::config::{self, Import, Prune};
use crate::pattern::lock;
use crate::report::Stdout;

/// The largest file that is read, in bytes.
const LARGEST: u64 = 64 << 20;

/// Set all values of a file, in one step as others see it
///
/// Where etcd takes all of it in one transaction, it is one. Else others are kept from writing until it
/// is done, and who watches, or runs a command with the configuration, sees all of it at once. One that
/// was broken off is finished by the same import, or another one takes it over.
///
/// Examples:
///   etcdpat config import settings.yaml --dry-run    # a diff
///   etcdpat config import settings.yaml --prune
///   generate-settings | etcdpat config import - --format json
///   etcdpat config import settings.yaml --take-over  # after a crash
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub(super) struct ImportArgs {
    /// A JSON, YAML, TOML or env file; - is standard input, of a --format
    file: PathBuf,
    /// Its format [default: by its ending]
    #[arg(long, value_enum)]
    format: Option<DocumentFormat>,
    /// Show what would change, and change nothing
    #[arg(long)]
    dry_run: bool,
    /// Delete all values that are not in the file, but flags
    #[arg(long)]
    prune: bool,
    /// Import in the place of another import that was broken off, and leave the rest of that one undone
    #[arg(long, conflicts_with = "dry_run")]
    take_over: bool,
    #[command(flatten)]
    store: StoreArgs,
}

pub(super) fn run(global: &Global, args: &ImportArgs) -> Result<ExitCode, Failure> {
    let store = args.store.store(global)?;
    let format = format_of(args.format, &args.file)?;
    let name = shown(&args.file);
    if args.file.as_os_str() == "-" {
        global.leave_standard_input_to("the document")?;
    }
    let text = file::named_or_standard_input(&args.file, LARGEST)?;
    let values = format.import(&text).map_err(|invalid| Failure::usage(format!("{name}, {invalid}")))?;
    let wanted = values.into_iter().map(|(name, value)| Ok((path(name.as_str())?, value.wire().into_bytes())));
    let wanted = wanted.collect::<Result<_, Failure>>()?;
    let import = Import { wanted, prune: if args.prune { Prune::AllButFlags } else { Prune::Nothing } };
    if import.wanted.is_empty() && args.prune {
        return Err(Failure::usage(format!("there is no value in {name}: --prune would delete all"))
            .hint("to delete all, `etcdpat config delete NAME --prefix` for each"));
    }
    import.wanted.iter().try_for_each(|(path, wire)| config::check_size(path, wire))?;
    context::run(global, Stdout::Events, async |context| {
        let client = context.client()?;
        let (plan, in_steps) = if args.dry_run {
            let (current, revision) = config::current(&client, &store).await?;
            config::no_import(&client, &store, revision).await?;
            (config::plan(&current, &import)?, false)
        } else {
            config::import(&client, &store, &import, &lock::owner(&[], None), args.take_over).await?
        };
        if args.dry_run {
            for event in differences(&plan) {
                context.emit(event);
            }
        }
        context.emit(ConfigEvent::Imported {
            root: store.root.to_string().into(),
            set: plan.puts.len(),
            deleted: plan.deletes.len(),
            unchanged: plan.unchanged,
            in_steps,
            dry_run: args.dry_run,
        });
        Ok(ExitCode::Done)
    })
}
