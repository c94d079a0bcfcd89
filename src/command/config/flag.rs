//! `config flag enable|disable|get|list|watch`.

use clap::{Args, Subcommand};

use super::follow::{HandlerArgs, follow};
use super::shown::changed;
use super::store::{StoreArgs, path};
use crate::command::context;
use crate::error::{ExitCode, Failure};
use crate::event::{ConfigEvent, FlagRow};
use crate::options::Global;
use crate::pattern::config::{self, Entry, Error, Flag, InvalidFlag, Path};
use crate::report::Stdout;
use crate::typed::Typed;

/// Feature flags: on or off, for some users or all
///
/// Examples:
///   etcdpat config flag enable new-ui
///   etcdpat config flag enable new-ui --percent 20 --allow ann --deny bob
///   etcdpat config flag enable new-ui --allow eve   # ann is still allowed
///   etcdpat config flag enable new-ui --forget ann  # as others are
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
    ///
    /// Examples:
    ///   etcdpat config flag enable new-ui
    ///   etcdpat config flag enable new-ui --percent 20 --allow ann --deny bob
    ///   etcdpat config flag enable new-ui --for-all  # forget percentage and lists
    #[command(verbatim_doc_comment)]
    Enable(EnableArgs),
    /// Switch a flag off for everybody; for whom it was on, is kept. One that is not there, is not made
    ///
    /// Examples:
    ///   etcdpat config flag disable new-ui
    ///   etcdpat config flag disable new-ui --root /config/web
    #[command(verbatim_doc_comment)]
    Disable(NameArgs),
    /// Exit code 0 when the flag is on, 1 when it is off or not there
    ///
    /// Examples:
    ///   if etcdpat config flag get new-ui --for "$USER"; then ./new; else ./old; fi
    ///   etcdpat config flag get maintenance && exit 1
    #[command(verbatim_doc_comment)]
    Get(GetArgs),
    /// Show all flags
    ///
    /// Examples:
    ///   etcdpat config flag list
    ///   etcdpat config flag list --names
    #[command(verbatim_doc_comment)]
    List(ListArgs),
    Watch(WatchArgs),
}

#[derive(Debug, Args)]
struct EnableArgs {
    /// The flag
    name: String,
    /// For so many of a hundred users; more later only adds users
    #[arg(long, value_name = "N", value_parser = percent, allow_hyphen_values = true)]
    percent: Option<u8>,
    /// On for this user, too, in any case, and not denied any more; repeatable, one user each
    #[arg(long, value_name = "USER", value_parser = user)]
    allow: Vec<String>,
    /// Off for this user, too, in any case, and not allowed any more; repeatable, one user each
    #[arg(long, value_name = "USER", value_parser = user)]
    deny: Vec<String>,
    /// This user is neither allowed nor denied any more; repeatable
    #[arg(long, value_name = "USER", value_parser = user)]
    forget: Vec<String>,
    /// For all users: forget the percentage and the lists
    #[arg(long, conflicts_with_all = ["percent", "allow", "deny", "forget"])]
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
/// The command is run as that of `config watch`. Its standard input is the event as a JSON line:
/// config.flag with the flag, or config.deleted where it was deleted.
///
/// Examples:
///   etcdpat config flag watch
///   etcdpat config flag watch new-ui -- ./reload.sh
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
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
    path(name).and_then(|name| path(&format!("features/{name}")))
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

fn percent(text: &str) -> Result<u8, String> {
    let percent = text.parse().ok().filter(|percent| *percent <= 100);
    percent.ok_or_else(|| "expected a whole number from 0 to 100".to_owned())
}

fn user(text: &str) -> Result<String, String> {
    if text.is_empty() { Err("a user has a name".to_owned()) } else { Ok(text.to_owned()) }
}

fn enable(global: &Global, args: &EnableArgs) -> Result<ExitCode, Failure> {
    let lists = [&args.allow, &args.deny, &args.forget];
    let times = |user: &String| lists.iter().filter(|list| list.contains(user)).count();
    if let Some(user) = lists.into_iter().flatten().find(|user| times(user) > 1) {
        return Err(Failure::usage(format!("{user}: only one of --allow, --deny and --forget for a user")));
    }
    let changed = |flag: Option<Flag>| {
        let kept = flag.filter(|_| !args.for_all).unwrap_or_else(|| Flag::plain(true));
        let mut flag = Flag { enabled: true, percent: args.percent.or(kept.percent), ..kept };
        args.allow.iter().for_each(|user| flag.allow(user));
        args.deny.iter().for_each(|user| flag.deny(user));
        args.forget.iter().for_each(|user| flag.forget(user));
        Some(flag)
    };
    change(global, &args.name, &args.store, &changed)
}

fn disable(global: &Global, args: &NameArgs) -> Result<ExitCode, Failure> {
    change(global, &args.name, &args.store, &|flag| Some(Flag { enabled: false, ..flag? }))
}

/// What a flag is to be, given what it is; nothing where it is not to be there.
type Changed<'a> = &'a dyn Fn(Option<Flag>) -> Option<Flag>;

/// Makes of a flag what it is to be, and of what it has become meanwhile, where somebody was faster.
fn change(global: &Global, name: &str, store: &StoreArgs, changed: Changed<'_>) -> Result<ExitCode, Failure> {
    let (store, path) = (store.store(global)?, at(name)?);
    context::run(global, Stdout::Events, async |context| {
        let client = context.client()?;
        loop {
            let (flag, seen) = match config::get(&client, &store, &path).await {
                Ok(entry) => (Some(decode(&entry)?), entry.mod_revision),
                Err(Error::Absent(_)) => (None, 0),
                Err(error) => return Err(error.into()),
            };
            let Some(flag) = changed(flag) else {
                context.emit(ConfigEvent::NoFlag { flag: name.into() });
                return Ok(ExitCode::Done);
            };
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
        let mut flags = Vec::new();
        for entry in &entries {
            let Some(name) = entry.path.as_str().strip_prefix("features/") else { continue };
            match decode(entry) {
                Ok(flag) => flags.push((name, flag)),
                Err(failure) => context
                    .emit(ConfigEvent::NotAFlag { key: entry.path.as_str().into(), message: failure.message.into() }),
            }
        }
        if args.names && !context.reporter.is_json() {
            context.reporter.names(flags.iter().map(|(name, _)| *name));
        } else {
            context.reporter.rows(flags.iter().map(|(name, flag)| ConfigEvent::Flag(row(name, flag, None))));
        }
        Ok(ExitCode::Done)
    })
}

fn watch(global: &Global, args: WatchArgs) -> Result<ExitCode, Failure> {
    let store = args.store.store(global)?;
    let wanted = args.name.as_deref().map(at).transpose()?;
    let to_event = |change: &config::Changed, revision, initial| {
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
