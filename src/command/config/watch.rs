//! `config watch [PREFIX] [-- CMD]`.

use clap::Args;

use super::follow::{HandlerArgs, follow};
use super::shown::changed;
use super::store::{StoreArgs, path};
use crate::error::{ExitCode, Failure};
use crate::event::ConfigEvent;
use crate::options::Global;
use crate::pattern::config::Changed;

/// Show all values, then every change, with what they were, or run a command for each
///
/// An import is seen whole: all of its changes together, when it is done.
///
/// Examples:
///   etcdpat config watch  # until SIGINT
///   etcdpat config watch database \
///       -- sh -c 'echo "$ETCDPAT_KEY is now $ETCDPAT_VALUE"'
///   etcdpat config watch --on-error continue -- ./notify.sh
///
/// The command runs once per change, one at a time, in order. Its environment has ETCDPAT_EVENT (set or
/// deleted), ETCDPAT_KEY, ETCDPAT_VALUE, ETCDPAT_OLD_VALUE, ETCDPAT_REV, and ETCDPAT_MARK=initial for
/// what is there at first; its standard input is the event as a JSON line. ETCDPAT_OMITTED names what
/// does not fit the environment.
///
/// Exit codes: the command's own, when it fails; 2 usage; 121 authentication or permission; 125 etcd
/// unreachable at the start; 126 not executable; 127 not found; 128+n stopped by signal n.
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub(super) struct WatchArgs {
    /// Only what is at and below this
    prefix: Option<String>,
    #[command(flatten)]
    handler: HandlerArgs,
    #[command(flatten)]
    store: StoreArgs,
}

pub(super) fn run(global: &Global, args: WatchArgs) -> Result<ExitCode, Failure> {
    let store = args.store.store(global)?;
    let prefix = args.prefix.as_deref().map(path).transpose()?;
    let is_meant = |change: &Changed| {
        prefix.as_ref().is_none_or(|prefix| {
            change.path().is_some_and(|path| path == prefix || path.parents().any(|parent| parent == *prefix))
        })
    };
    let to_event = |change: &Changed, revision, initial| {
        let row = || changed(change, revision, initial);
        let event = || if change.after.is_some() { ConfigEvent::Set(row()) } else { ConfigEvent::Deleted(row()) };
        is_meant(change).then(|| event().into())
    };
    follow(global, store, args.handler, &to_event)
}
