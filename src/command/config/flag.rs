//! `config flag enable|disable|get|list|watch`.

use clap::{Args, Subcommand};

use super::follow::{HandlerArgs, follow};
use super::shown::changed;
use super::shown::print_names;
use super::store::{StoreArgs, path};
use crate::command::context;
use crate::error::{ExitCode, Failure};
use crate::event::{ConfigEvent, FlagRow};
use crate::options::Global;
use crate::pattern::config::{self, Changed, Entry, Error, Flag, InvalidFlag, Path};
use crate::report::Stdout;
use crate::typed::Typed;

/// Feature flags: on or off, for some users or all
///
/// Examples:
///   etcdpat config flag enable new-ui
///   etcdpat config flag enable new-ui --percent 20 --allow ann --deny bob
///   if etcdpat config flag get new-ui --for "$USER"; then ./new; else ./old; fi
///   etcdpat config flag disable new-ui
///   etcdpat config flag watch new-ui -- ./reload.sh
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub(super) struct FlagArgs {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    /// Switch a flag on, for all users or some; what is not given, is as it was
    Enable(EnableArgs),
    /// Switch a flag off for everybody; for whom it was on, is kept
    Disable(NameArgs),
    /// Exit code 0 when the flag is on, 1 when it is off or not there
    Get(GetArgs),
    /// Show all flags
    List(ListArgs),
    Watch(WatchArgs),
}

#[derive(Debug, Args)]
struct EnableArgs {
    /// The flag
    name: String,
    /// For so many of a hundred users; more later only adds users
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u8).range(0..=100))]
    percent: Option<u8>,
    /// On for this user in any case; repeatable
    #[arg(long, value_name = "USER")]
    allow: Vec<String>,
    /// Off for this user in any case; repeatable
    #[arg(long, value_name = "USER")]
    deny: Vec<String>,
    /// For all users: forget the percentage and the lists
    #[arg(long, conflicts_with_all = ["percent", "allow", "deny"])]
    for_all: bool,
    #[command(flatten)]
    store: StoreArgs,
}

#[derive(Debug, Args)]
struct NameArgs {
    /// The flag
    name: String,
    #[command(flatten)]
    store: StoreArgs,
}

#[derive(Debug, Args)]
struct GetArgs {
    /// The flag
    name: String,
    /// For this user
    #[arg(long = "for", value_name = "USER")]
    whom: Option<String>,
    #[command(flatten)]
    store: StoreArgs,
}

#[derive(Debug, Args)]
struct ListArgs {
    /// Their names alone, a line each
    #[arg(long)]
    names: bool,
    #[command(flatten)]
    store: StoreArgs,
}

/// Show all flags, then every change, or run a command for each
///
/// The command is run as that of `config watch`. Its standard input is the flag as a JSON line.
#[derive(Debug, Args)]
struct WatchArgs {
    /// Only this flag
    name: Option<String>,
    #[command(flatten)]
    handler: HandlerArgs,
    #[command(flatten)]
    store: StoreArgs,
}

pub(super) fn run(global: &Global, args: FlagArgs) -> Result<ExitCode, Failure> {
    match args.action {
        Action::Enable(args) => enable(global, &args),
        Action::Disable(args) => disable(global, &args),
        Action::Get(args) => get(global, &args),
        Action::List(args) => list(global, &args),
        Action::Watch(args) => watch(global, args),
    }
}

/// Where a flag lies.
fn at(name: &str) -> Result<Path, Failure> {
    path(&format!("features/{name}"))
}

fn row(name: &str, flag: &Flag, on: Option<bool>) -> FlagRow {
    let texts = |names: &[String]| names.iter().map(|name| name.as_str().into()).collect();
    let Flag { enabled, percent, allow, deny } = flag;
    FlagRow { flag: name.into(), enabled: *enabled, percent: *percent, allow: texts(allow), deny: texts(deny), on }
}

fn decode(entry: &Entry) -> Result<Flag, Failure> {
    let typed = entry.typed()?;
    Flag::decode(typed.wire().as_bytes()).map_err(|invalid| Failure::usage(format!("{}: {invalid}", entry.path)))
}

/// A flag as the value that is stored.
fn typed(flag: &Flag) -> Result<Typed, Failure> {
    Typed::from_wire(&flag.encode()).map_err(|error| Failure::usage(error.to_string()))
}

fn enable(global: &Global, args: &EnableArgs) -> Result<ExitCode, Failure> {
    let changed = |flag: Flag| {
        let kept = if args.for_all { Flag::plain(true) } else { flag };
        let given = |given: &Vec<String>, kept: Vec<String>| if given.is_empty() { kept } else { given.clone() };
        Flag {
            enabled: true,
            percent: args.percent.or(kept.percent),
            allow: given(&args.allow, kept.allow),
            deny: given(&args.deny, kept.deny),
        }
    };
    change(global, &args.name, &args.store, &changed)
}

fn disable(global: &Global, args: &NameArgs) -> Result<ExitCode, Failure> {
    change(global, &args.name, &args.store, &|flag| Flag { enabled: false, ..flag })
}

/// Makes of a flag what it is to be, and of what it has become meanwhile, where somebody was faster.
fn change(global: &Global, name: &str, store: &StoreArgs, changed: &dyn Fn(Flag) -> Flag) -> Result<ExitCode, Failure> {
    let (store, path) = (store.store(global)?, at(name)?);
    context::run(global, Stdout::Events, async |context| {
        let client = context.client()?;
        loop {
            let (flag, seen) = match config::get(&client, &store, &path).await {
                Ok(entry) => (decode(&entry)?, entry.mod_revision),
                Err(Error::Absent(_)) => (Flag::plain(false), 0),
                Err(error) => return Err(error.into()),
            };
            let flag = changed(flag);
            match config::set(&client, &store, &path, &typed(&flag)?, Some(seen)).await {
                Err(Error::Changed { .. }) => {}
                set => {
                    set?;
                    context.emit(ConfigEvent::Flag(row(name, &flag, None)));
                    return Ok(ExitCode::Done);
                }
            }
        }
    })
}

fn get(global: &Global, args: &GetArgs) -> Result<ExitCode, Failure> {
    let (store, path) = (args.store.store(global)?, at(&args.name)?);
    context::run(global, Stdout::Events, async |context| {
        let flag = match config::get(&context.client()?, &store, &path).await {
            Ok(entry) => decode(&entry)?,
            Err(Error::Absent(_)) => return Ok(ExitCode::No),
            Err(error) => return Err(error.into()),
        };
        let on = flag.is_on(&args.name, args.whom.as_deref()).map_err(|invalid| {
            let failure = Failure::usage(format!("{}: {invalid}", args.name));
            if invalid == InvalidFlag::NeedsUser { failure.hint("--for USER") } else { failure }
        })?;
        if context.reporter.is_json() {
            context.emit(ConfigEvent::Flag(row(&args.name, &flag, Some(on))));
        }
        Ok(if on { ExitCode::Done } else { ExitCode::No })
    })
}

fn list(global: &Global, args: &ListArgs) -> Result<ExitCode, Failure> {
    let store = args.store.store(global)?;
    let features = path("features")?;
    context::run(global, Stdout::Events, async |context| {
        let (entries, _) = config::list(&context.client()?, &store, Some(&features)).await?;
        let flags: Vec<_> = entries
            .iter()
            .filter_map(|entry| Some((entry.path.as_str().strip_prefix("features/")?, decode(entry).ok()?)))
            .collect();
        if args.names && !context.reporter.is_json() {
            print_names(context, flags.iter().map(|(name, _)| *name));
        } else {
            context.reporter.rows(flags.iter().map(|(name, flag)| ConfigEvent::Flag(row(name, flag, None))));
        }
        Ok(ExitCode::Done)
    })
}

fn watch(global: &Global, args: WatchArgs) -> Result<ExitCode, Failure> {
    let store = args.store.store(global)?;
    let wanted = args.name.as_deref().map(at).transpose()?;
    let to_event = |change: &Changed, revision, initial| {
        let path = change.path().filter(|path| wanted.as_ref().is_none_or(|wanted| wanted == *path))?;
        let name = path.as_str().strip_prefix("features/")?;
        let Some(after) = &change.after else {
            return Some(ConfigEvent::Deleted(changed(change, revision, initial)).into());
        };
        // What is no flag, though it stands among them, is told as what it is.
        let flag = decode(after).map(|flag| ConfigEvent::Flag(row(name, &flag, None)));
        Some(flag.unwrap_or_else(|_| ConfigEvent::Set(changed(change, revision, initial))).into())
    };
    follow(global, store, args.handler, &to_event)
}
