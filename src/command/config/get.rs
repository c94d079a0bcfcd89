//! `config get KEY`.

use clap::Args;

use super::set::types;
use super::shown::row;
use super::store::{StoreArgs, path, told};
use crate::command::context;
use crate::error::{ExitCode, Failure};
use crate::event::ConfigEvent;
use crate::options::Global;
use crate::pattern::config;
use crate::report::Stdout;
use crate::typed::{Type, Typed};

/// Print a value; exit code 1 when there is none
///
/// Examples:
///   etcdpat config get database/host
///   port=$(etcdpat config get database/port --type int --default 5432)
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub(super) struct GetArgs {
    /// Its name
    key: String,
    /// Refuse a value of another type (2); an int is a float too, and everything is json
    #[arg(long = "type", value_name = "TYPE", value_parser = types())]
    kind: Option<Type>,
    /// What to print when there is none
    #[arg(long, value_name = "VALUE", allow_hyphen_values = true)]
    default: Option<String>,
    #[command(flatten)]
    store: StoreArgs,
}

pub(super) fn run(global: &Global, args: &GetArgs) -> Result<ExitCode, Failure> {
    let (store, path) = (args.store.store(global)?, path(&args.key)?);
    let default = args.default.as_ref().map(|text| Typed::read(text, args.kind)).transpose();
    let default = default.map_err(|invalid| Failure::usage(format!("--default: {invalid}")))?;
    context::run(global, Stdout::Events, async |context| {
        let client = context.client()?;
        let entry = match (config::get(&client, &store, &path).await, default) {
            (Err(config::Error::Absent(_)), Some(default)) => {
                let wire = default.wire();
                let value = Typed::from_wire(wire.as_bytes()).map_err(|why| why.to_string());
                config::Entry { path: path.clone(), value, mod_revision: 0, create_revision: 0, version: 0 }
            }
            (Ok(entry), _) => entry,
            (Err(error), _) => {
                let hint = |name: &str| format!("`etcdpat config list {name}` shows what is in it");
                return Err(told(&client, &store, error, hint).await);
            }
        };
        let typed = entry.typed()?;
        if let Some(kind) = args.kind {
            typed.check(kind).map_err(|other| Failure::usage(format!("{path}: {other}")))?;
        }
        if context.reporter.is_json() {
            context.emit(ConfigEvent::Value(row(&entry)));
        } else {
            context.reporter.value(typed.text());
        }
        Ok(ExitCode::Done)
    })
}
