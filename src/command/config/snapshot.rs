//! `config snapshot create|list|show|diff|restore|delete`.

use std::collections::BTreeMap;

use clap::{Args, Subcommand};

use super::shown::difference;
use super::store::{StoreArgs, path};
use crate::client::Client;
use crate::command::context;
use crate::error::{ExitCode, Failure};
use crate::event::{ConfigEvent, SnapshotRow};
use crate::options::Global;
use crate::pattern::config::{self, Import, Path, Plan, Prune, Snapshot, Store};
use crate::pattern::lock;
use crate::report::Stdout;
use crate::typed::Typed;

/// All values as they were, kept under a version
///
/// Examples:
///   etcdpat config snapshot create before-migration
///   etcdpat config snapshot diff before-migration  # against what is there now
///   etcdpat config snapshot restore before-migration              # exactly that
///   etcdpat config snapshot restore before-migration --take-over  # after a crash
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub(super) struct SnapshotArgs {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Keep all values, as they are at one revision
    ///
    /// Examples:
    ///   etcdpat config snapshot create before-migration
    ///   etcdpat config snapshot create "$(date +%F)"
    #[command(verbatim_doc_comment)]
    Create(CreateArgs),
    /// Show all snapshots
    ///
    /// Examples:
    ///   etcdpat config snapshot list
    ///   etcdpat config snapshot list --names
    #[command(verbatim_doc_comment)]
    List(ListArgs),
    /// Show what is in a snapshot
    ///
    /// Examples:
    ///   etcdpat config snapshot show before-migration
    ///   etcdpat config snapshot show before-migration -o json
    #[command(verbatim_doc_comment)]
    Show(VersionArgs),
    /// Show what differs from now, or from another snapshot; exit code 1 when something does
    ///
    /// Examples:
    ///   etcdpat config snapshot diff before-migration
    ///   etcdpat config snapshot diff before-migration after-migration
    #[command(verbatim_doc_comment)]
    Diff(DiffArgs),
    /// Make all values what they were: what came later, is deleted. `diff` shows before what would change
    ///
    /// Examples:
    ///   etcdpat config snapshot restore before-migration
    ///   etcdpat config snapshot restore before-migration --take-over
    #[command(verbatim_doc_comment)]
    Restore(RestoreArgs),
    /// Delete a snapshot
    ///
    /// Examples:
    ///   etcdpat config snapshot delete before-migration
    ///   etcdpat config snapshot list --names \
    ///       | xargs -r -n 1 etcdpat config snapshot delete
    #[command(verbatim_doc_comment)]
    Delete(VersionArgs),
}

#[derive(Debug, Args)]
struct CreateArgs {
    /// Its version: any name
    version: String,
    #[command(flatten)]
    store: StoreArgs,
}

#[derive(Debug, Args)]
struct VersionArgs {
    /// Its version
    version: String,
    #[command(flatten)]
    store: StoreArgs,
}

#[derive(Debug, Args)]
struct RestoreArgs {
    #[command(flatten)]
    version: VersionArgs,
    /// Restore in the place of an import that was broken off, and leave the rest of that one undone
    #[arg(long)]
    take_over: bool,
}

#[derive(Debug, Args)]
struct DiffArgs {
    /// Its version
    version: String,
    /// The version of another one, instead of now
    other: Option<String>,
    #[command(flatten)]
    store: StoreArgs,
}

#[derive(Debug, Args)]
struct ListArgs {
    /// Their versions alone, a line each
    #[arg(long)]
    names: bool,
    #[command(flatten)]
    store: StoreArgs,
}

/// A version as it is given.
fn version(text: &str) -> Result<&str, Failure> {
    path(text).map(|_| text)
}

fn row(snapshot: &Snapshot) -> SnapshotRow {
    SnapshotRow {
        version: snapshot.version.as_str().into(),
        revision: snapshot.revision,
        created: snapshot.created,
        values: snapshot.values,
    }
}

pub(super) fn run(global: &Global, args: &SnapshotArgs) -> Result<ExitCode, Failure> {
    match &args.action {
        Action::Create(args) => create(global, args),
        Action::List(args) => list(global, args),
        Action::Show(args) => show(global, args),
        Action::Diff(args) => diff(global, args),
        Action::Restore(args) => restore(global, args),
        Action::Delete(args) => delete(global, args),
    }
}

fn create(global: &Global, args: &CreateArgs) -> Result<ExitCode, Failure> {
    let (store, version) = (args.store.store(global)?, version(&args.version)?);
    context::run(global, Stdout::Events, async |context| {
        let snapshot = config::create(&context.client()?, &store, version).await?;
        context.reporter.rows([ConfigEvent::Snapshot(row(&snapshot))]);
        Ok(ExitCode::Done)
    })
}

fn list(global: &Global, args: &ListArgs) -> Result<ExitCode, Failure> {
    let store = args.store.store(global)?;
    context::run(global, Stdout::Events, async |context| {
        let all = config::snapshots(&context.client()?, &store).await?;
        if args.names && !context.reporter.is_json() {
            context.reporter.names(all.iter().map(|one| one.version.as_str()));
        } else {
            context.reporter.rows(all.iter().map(|one| ConfigEvent::Snapshot(row(one))));
        }
        Ok(ExitCode::Done)
    })
}

fn show(global: &Global, args: &VersionArgs) -> Result<ExitCode, Failure> {
    let (store, version) = (args.store.store(global)?, version(&args.version)?);
    context::run(global, Stdout::Events, async |context| {
        let values = config::show(&context.client()?, &store, version).await?;
        let rows = values.iter().map(|(path, (wire, mod_revision))| {
            let value = Typed::from_wire(wire).map_err(|why| why.to_string());
            let entry = config::Entry {
                path: path.clone(),
                value,
                mod_revision: *mod_revision,
                create_revision: 0,
                version: 0,
            };
            ConfigEvent::Value(super::shown::row(&entry))
        });
        context.reporter.rows(rows);
        Ok(ExitCode::Done)
    })
}

/// All values as they are now, or in this snapshot.
async fn values(
    client: &Client,
    store: &Store,
    version: Option<&str>,
) -> Result<BTreeMap<Path, Vec<u8>>, config::Error> {
    match version {
        Some(version) => Ok(config::stored(config::show(client, store, version).await?)),
        None => {
            let (values, revision) = config::current(client, store).await?;
            config::no_import(client, store, revision).await?;
            Ok(values)
        }
    }
}

fn diff(global: &Global, args: &DiffArgs) -> Result<ExitCode, Failure> {
    let (store, old) = (args.store.store(global)?, version(&args.version)?);
    let other = args.other.as_deref().map(version).transpose()?;
    context::run(global, Stdout::Events, async |context| {
        let client = context.client()?;
        let (before, after) = (values(&client, &store, Some(old)).await?, values(&client, &store, other).await?);
        let plan = config::plan(&before, &Import { wanted: after, prune: Prune::All })?;
        let differs = !plan.puts.is_empty() || !plan.deletes.is_empty();
        for event in differences(&plan) {
            context.emit(event);
        }
        Ok(if differs { ExitCode::No } else { ExitCode::Done })
    })
}

/// What a plan changes, as events, in the order of the names.
pub(super) fn differences(plan: &Plan) -> Vec<ConfigEvent> {
    let deleted = plan.deletes.iter().map(|(path, old)| (path, Some(old), None));
    let put = plan.puts.iter().map(|(path, old, new)| (path, old.as_ref(), Some(new)));
    let mut all: Vec<_> = deleted.chain(put).collect();
    all.sort_by_key(|(path, ..)| *path);
    all.into_iter().map(|(path, old, new)| ConfigEvent::Differs(difference(path, old, new))).collect()
}

fn restore(global: &Global, RestoreArgs { version: args, take_over }: &RestoreArgs) -> Result<ExitCode, Failure> {
    let (store, version) = (args.store.store(global)?, version(&args.version)?);
    context::run(global, Stdout::Events, async |context| {
        let (client, who) = (context.client()?, lock::owner(&[], None));
        let (plan, in_steps) = config::restore(&client, &store, version, &who, *take_over).await?;
        context.emit(ConfigEvent::Restored {
            version: version.into(),
            set: plan.puts.len(),
            deleted: plan.deletes.len(),
            unchanged: plan.unchanged,
            in_steps,
        });
        Ok(ExitCode::Done)
    })
}

fn delete(global: &Global, args: &VersionArgs) -> Result<ExitCode, Failure> {
    let (store, version) = (args.store.store(global)?, version(&args.version)?);
    context::run(global, Stdout::Events, async |context| {
        config::delete_snapshot(&context.client()?, &store, version).await?;
        context.emit(ConfigEvent::SnapshotDeleted { version: version.into() });
        Ok(ExitCode::Done)
    })
}
