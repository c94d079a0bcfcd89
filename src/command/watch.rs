//! `etcdpat watch`.

use std::ffi::OsString;
use std::num::NonZeroU64;
use std::os::unix::ffi::OsStringExt;
use std::path::PathBuf;
use std::time::Duration;

use clap::{Args, ValueEnum};

use super::child;
use super::context::{self, Context};
use crate::client;
use crate::error::{ExitCode, Failure};
use crate::event::Event;
use crate::options::{Global, many, revision};
use crate::pattern::keys::Range;
use crate::pattern::watch::{
    self, Finished, Follow, Handler, Kind, OnError, Options, Output, Position, ResumeFile, Start, Store, Watcher,
};
use crate::report::{Stdout, json_line};
use crate::supervise::{Guardian, Task};

/// From SIGTERM to SIGKILL, for what a handler leaves running.
const GRACE: Duration = Duration::from_secs(5);

/// Follow what happens to keys, or run a command for each event.
///
/// Over outages, restarts and leader changes it goes on after the last revision it has shown: no
/// gap, no duplicate. Where history was compacted meanwhile, or etcd was restored from a backup, it
/// says so (watch.resync), and shows the present state before it goes on.
///
/// Examples:
///   etcdpat watch /config/db                          # from now on, until SIGINT
///   etcdpat watch --prefix /config/ --initial         # what is there first
///   etcdpat watch --prefix /config/ --rev 1 -o json   # from the beginning
///   etcdpat watch a b  # keys from a up to, not including, b
///   etcdpat watch /jobs/42 --filter delete --count 1  # wait until it is deleted
///   etcdpat watch --prefix /config/ \
///       -- sh -c 'echo "$ETCDPAT_KEY is now $ETCDPAT_VALUE"'
///   etcdpat watch --prefix /jobs/ --resume-file jobs.pos -- ./handle.sh  # goes on
///
/// The command runs once per event, one at a time. Its environment has ETCDPAT_EVENT (put or delete),
/// ETCDPAT_KEY, ETCDPAT_VALUE, ETCDPAT_PREV_VALUE (with --prev-kv), ETCDPAT_REV and ETCDPAT_MARK
/// (initial or resync); its standard input is the event as a JSON line. ETCDPAT_OMITTED names what
/// does not fit the environment.
///
/// Exit codes: 0 --count reached, or the reader of the output gone; the command's own, when it fails;
/// 121 authentication or permission, 122 another watch is using the resume file, 125 etcd unreachable
/// at the start, 126 not executable, 127 not found, 128+n stopped by signal n.
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
#[allow(clippy::struct_excessive_bools)]
pub struct WatchArgs {
    /// The key; with --prefix, what keys begin with: '' for all keys
    key: OsString,
    /// The first key that is not watched any more
    #[arg(conflicts_with_all = ["prefix", "from_key"])]
    range_end: Option<OsString>,
    /// Watch all keys that begin with KEY
    #[arg(long, conflicts_with = "from_key")]
    prefix: bool,
    /// Watch all keys from KEY on
    #[arg(long)]
    from_key: bool,
    /// Begin with what happened at this revision
    #[arg(long, value_name = "N", value_parser = revision, allow_hyphen_values = true, conflicts_with = "initial")]
    rev: Option<i64>,
    /// Show the present state first, then what changes
    #[arg(long)]
    initial: bool,
    /// Show what the value was before, too
    #[arg(long)]
    prev_kv: bool,
    /// Show it when the server says that nothing has happened up to a revision
    #[arg(long)]
    progress_notify: bool,
    /// Show only these
    #[arg(long, value_enum, value_name = "KIND")]
    filter: Option<Filter>,
    /// End after so many events
    #[arg(long, value_name = "N", value_parser = many, allow_hyphen_values = true)]
    count: Option<NonZeroU64>,
    /// Keep the position in this file, and go on from there when it exists
    #[arg(long, value_name = "FILE")]
    resume_file: Option<PathBuf>,
    /// What to do when the command fails
    #[arg(long, value_enum, value_name = "WHAT", default_value = "stop", requires = "command")]
    on_error: OnErrorArg,
    /// The command to run for each event, and its arguments
    #[arg(last = true, value_name = "CMD")]
    command: Vec<OsString>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Filter {
    /// Keys that are put
    Put,
    /// Keys that are deleted
    Delete,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum OnErrorArg {
    /// End with its exit code
    Stop,
    /// Count it and go on
    Continue,
}

/// Follows the keys.
pub fn run(global: &Global, args: WatchArgs) -> Result<ExitCode, Failure> {
    let prepared = Prepared::new(global, args)?;
    let stdout = if prepared.handler.is_some() { Stdout::Taken } else { Stdout::Events };
    context::run(global, stdout, async |context| prepared.follow(context).await)
}

/// What is to be done, checked.
struct Prepared {
    args: WatchArgs,
    connection: client::Options,
    range: Range,
    start: Start,
    resumed: Option<Position>,
    store: Store,
    resume: Option<ResumeFile>,
    handler: Option<Handler>,
}

impl Prepared {
    /// Checks everything that can be checked before anything is sent, and starts the guardian if there is a command.
    fn new(global: &Global, mut args: WatchArgs) -> Result<Self, Failure> {
        // `-- $CMD` with nothing in CMD must not print events where a command was to handle them.
        child::check_command(&args.command, "leave -- out to have the events printed")?;
        let range = range(&args)?;
        let (start, resumed, store, resume) = start(&args, &range)?;
        let connection = global.connection()?;
        let handler = handler(global, &connection, std::mem::take(&mut args.command), args.on_error)?;
        Ok(Self { args, connection, range, start, resumed, store, resume, handler })
    }

    async fn follow(self, context: &Context<'_>) -> Result<ExitCode, Failure> {
        let Self { args, connection, range, start, resumed, store, resume, handler } = self;
        let (mut shutdown, reporter) = (context.shutdown()?, &context.reporter);
        let options = Options { start, prev_kv: args.prev_kv, store };
        let handled = handler.is_some();
        let follow = Follow {
            watcher: Watcher::new(context.connect(connection), range, options),
            filter: args.filter.map(|kind| if kind == Filter::Put { Kind::Put } else { Kind::Delete }),
            count: args.count,
            progress: args.progress_notify,
            resumed,
            resume,
            handler,
            line: &json_line,
        };
        let emit = |event: Event| context.emit(event);
        let until = async |output| match output {
            Output::HasRoom => reporter.has_room().await,
            Output::IsWritten => reporter.is_written().await,
        };
        let ended = tokio::select! {
            ended = watch::follow(follow, &mut shutdown, until, &emit) => ended,
            never = reporter.watch_output(), if !handled => never,
        };
        match ended.map_err(Failure::from) {
            Ok(Finished::Counted) => Ok(ExitCode::Done),
            Ok(Finished::Handler(status)) => Ok(status.into()),
            Err(failure) if failure.message.is_empty() => Ok(failure.code),
            Err(failure) => Err(failure),
        }
    }
}

/// Whoever handles events, where there is a command for that.
pub(super) fn handler(
    global: &Global,
    connection: &client::Options,
    command: Vec<OsString>,
    on_error: OnErrorArg,
) -> Result<Option<Handler>, Failure> {
    if command.is_empty() {
        return Ok(None);
    }
    let task = Task { grace: GRACE, ..child::task(global, connection, command) };
    let on_error = match on_error {
        OnErrorArg::Stop => OnError::Stop,
        OnErrorArg::Continue => OnError::Continue,
    };
    Ok(Some(Handler { task, guardian: Guardian::start()?, on_error }))
}

fn range(args: &WatchArgs) -> Result<Range, Failure> {
    let key = args.key.clone().into_vec();
    let range = match &args.range_end {
        Some(end) => Range::between(key, end.clone().into_vec()),
        None if args.prefix => Ok(Range::prefix(key)),
        None if args.from_key => Ok(Range::from_key(key)),
        None => Range::key(key),
    };
    range.map_err(|invalid| Failure::usage(invalid.to_string()).hint("--prefix '' watches all keys"))
}

type Begin = (Start, Option<Position>, Store, Option<ResumeFile>);

/// Where the watch begins, and what the resume file says, which has the last word.
fn start(args: &WatchArgs, range: &Range) -> Result<Begin, Failure> {
    let given = match args.rev {
        Some(revision) => Start::Revision(revision),
        None if args.initial => Start::Initial,
        None => Start::Now,
    };
    let Some(path) = &args.resume_file else { return Ok((given, None, Store::default(), None)) };
    let (file, said) = ResumeFile::open(path, range).map_err(|unusable| match unusable {
        watch::Unusable::InUse { .. } => {
            Failure::new(ExitCode::Busy(ExitCode::BUSY), unusable.to_string()).hint("a file of its own for each watch")
        }
        _ => Failure::usage(unusable.to_string()),
    })?;
    Ok(match said {
        Some((position, store)) => (position.start(), Some(position), store, Some(file)),
        None => (given, None, Store::default(), Some(file)),
    })
}
