//! `config exec -- CMD`.

use std::ffi::OsString;
use std::path::PathBuf;
use std::time::Duration;

use clap::Args;
use clap::builder::TypedValueParser;

use super::store::StoreArgs;
use crate::command::{child, context};
use crate::error::{ExitCode, Failure};
use crate::event::{ConfigEvent, Event};
use crate::options::{Global, Offering, answerable_signal, duration};
use crate::pattern::config::{self, CacheFile, OnChange, Params, UnusableCache};
use crate::report::Stdout;
use crate::supervise::{Guardian, Task};

/// The longest that a command is waited for when it is to end.
const LONGEST_GRACE: Duration = Duration::from_secs(24 * 3600);

/// Run a command with the configuration as its environment, and start it again when that changes
///
/// database/host is DATABASE_HOST: upper case, and _ for all but letters and digits. A string is given
/// without quotes, all else as JSON. Changes that come in quick succession are one, and an import is
/// seen whole.
///
/// Examples:
///   etcdpat config exec -- ./server
///   etcdpat config exec --on-change signal:HUP -- ./server        # tells it
///   etcdpat config exec --env-prefix APP_ --pristine -- ./server  # APP_... alone
///   etcdpat config exec --cache /var/lib/server/config -- ./server
///
/// While etcd is away the command runs on. A start without etcd takes the values from --cache FILE, which
/// has them as they were read last, and is readable by its owner only. A command that fails within 10 s
/// of a restart is tried again, after 1 s, 2 s and so on up to a minute, or at once when something else
/// changes. Values that can't be an environment (two of one name, a NUL, no JSON) are refused at the
/// start; later the command keeps what it has. An import that is not finished is waited for: at the start
/// for six times --command-timeout (30 s), later until it is.
///
/// Exit codes: the command's own; 2 usage, or values that can't be an environment; 121 authentication or
/// permission; 122 an import is not finished; 125 etcd unreachable at the start, or another failure; 126 not executable; 127 not found;
/// 128+n died of signal n.
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub(super) struct ExecArgs {
    /// What a change means: restart; signal:SIG sends a signal; none
    #[arg(long, value_name = "WHAT", default_value = "restart", value_parser = offering(), hide_possible_values = true)]
    on_change: OnChange,
    /// What stands before the name of each variable
    #[arg(long, value_name = "P", default_value = "", hide_default_value = true, value_parser = prefix)]
    env_prefix: String,
    /// Nothing is inherited: the configuration, and how to reach etcd, are all of the environment
    #[arg(long)]
    pristine: bool,
    /// Keep the values in this file, for a start while etcd is away
    #[arg(long, value_name = "FILE")]
    cache: Option<PathBuf>,
    /// From SIGTERM to SIGKILL when a change starts the command again; 0 kills at once. A signal that ends
    /// etcdpat is passed on and waited for without a limit: a second SIGTERM kills
    #[arg(long, value_name = "DURATION", default_value = "5s", value_parser = grace, allow_hyphen_values = true)]
    grace: Duration,
    #[command(flatten)]
    store: StoreArgs,
    /// The command to run, and its arguments
    #[arg(last = true, value_name = "CMD", required = true)]
    command: Vec<OsString>,
}

fn grace(text: &str) -> Result<Duration, String> {
    let grace = duration(text)?;
    if grace > LONGEST_GRACE { Err("it is at most a day".to_owned()) } else { Ok(grace) }
}

/// What completions offer of it, too.
fn offering() -> impl TypedValueParser<Value = OnChange> {
    Offering::new(
        on_change,
        &["restart", "none", "signal:HUP", "signal:INT", "signal:QUIT", "signal:TERM", "signal:USR1", "signal:USR2"],
    )
}

fn on_change(text: &str) -> Result<OnChange, String> {
    match text.split_once(':') {
        None if text == "restart" => Ok(OnChange::Restart),
        None if text == "none" => Ok(OnChange::Nothing),
        Some(("signal", signal)) => answerable_signal(signal).map(OnChange::Signal),
        _ => Err("expected restart, signal:SIG or none".to_owned()),
    }
}

fn prefix(text: &str) -> Result<String, String> {
    let is_name = text.chars().all(|c| c.is_alphanumeric() || "_.-".contains(c));
    if is_name { Ok(text.to_owned()) } else { Err("letters, digits and _ are names of variables".to_owned()) }
}

pub(super) fn run(global: &Global, args: ExecArgs) -> Result<ExitCode, Failure> {
    let store = args.store.store(global)?;
    child::check_program(&args.command)?;
    let (mut cache, mut damaged) = (None, None);
    if let Some(path) = args.cache {
        cache = Some(match CacheFile::open(&path, &store) {
            Err(error @ UnusableCache::Damaged { .. }) => {
                damaged = Some(error.to_string());
                (CacheFile::empty(path, &store)?, None)
            }
            opened => opened?,
        });
    }
    let damaged = damaged
        .zip(cache.as_ref())
        .map(|(message, (file, _))| ConfigEvent::CacheDamaged { path: file.path().into(), message: message.into() });
    let connection = global.connection()?;
    let task = child::task(global, &connection, args.command);
    let task = Task { pristine: args.pristine, grace: args.grace, ..task };
    let guardian = Guardian::start_for(task.clone())?;
    let params = Params { store, prefix: args.env_prefix, task, on_change: args.on_change, cache };
    context::run(global, Stdout::Taken, async |context| {
        let mut shutdown = context.shutdown()?;
        let emit = |event: Event| context.emit(event);
        if let Some(damaged) = damaged {
            context.emit(damaged);
        }
        context.reporter.make_way().await;
        let ended = config::exec(&context.connect(connection), params, guardian, &mut shutdown, &emit).await;
        Ok(ended?.into())
    })
}
