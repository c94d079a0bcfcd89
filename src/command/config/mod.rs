//! `etcdpat config`: one file for each of its subcommands.
//!
//! - `follow`: changes shown, or handled by a command
//! - `store`: where configuration lies, and names as they are given
//! - `shown`: values as events have them

mod delete;
mod edit;
mod exec;
mod export;
mod flag;
mod follow;
mod get;
mod history;
mod import;
mod list;
mod render;
mod set;
mod shown;
mod snapshot;
mod store;
mod watch;

use clap::{Args, Subcommand};

use crate::error::{ExitCode, Failure};
use crate::options::Global;

/// Typed configuration: read, written, imported whole and given to commands, with flags and snapshots.
///
/// A value is a JSON value in etcd: "db.com", 30, true. Names have parts: database/host.
///
/// Examples:
///   etcdpat config set database/host db.com
///   etcdpat config set database/port 5432 --if-revision 17  # if unchanged
///   etcdpat config get database/port --type int
///   etcdpat config list database
///   etcdpat config edit database                            # in your editor
///   etcdpat config import settings.yaml --dry-run
///   etcdpat config export --format toml > settings.toml
///   etcdpat config watch database
///   etcdpat config render app.conf.j2 /etc/app.conf \
///       --reload 'systemctl reload app'
///   etcdpat config exec -- ./server  # DATABASE_HOST=db.com ./server
///   etcdpat config flag enable new-ui --percent 20
///   etcdpat config flag get new-ui --for "$USER" && echo "new"
///   etcdpat config snapshot create v1; etcdpat config snapshot restore v1
///
/// Exit codes: 0 done; 1 no such value, or it has changed (--if-revision, edit), or the flag is off; 2
/// usage, or a stored value of another type; 121 authentication or permission; 122 an import is not finished;
/// 125 etcd unreachable or another failure; 128+n stopped by signal n.
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub struct ConfigArgs {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    Set(set::SetArgs),
    Get(get::GetArgs),
    List(list::ListArgs),
    Delete(delete::DeleteArgs),
    Edit(edit::EditArgs),
    Import(import::ImportArgs),
    Export(export::ExportArgs),
    Watch(watch::WatchArgs),
    Exec(exec::ExecArgs),
    History(history::HistoryArgs),
    Render(render::RenderArgs),
    Flag(flag::FlagArgs),
    Snapshot(snapshot::SnapshotArgs),
}

/// Runs the subcommand.
pub fn run(global: &Global, args: ConfigArgs) -> Result<ExitCode, Failure> {
    match args.action {
        Action::Set(args) => set::run(global, &args),
        Action::Get(args) => get::run(global, &args),
        Action::List(args) => list::run(global, &args),
        Action::Delete(args) => delete::run(global, &args),
        Action::Edit(args) => edit::run(global, &args),
        Action::Import(args) => import::run(global, &args),
        Action::Export(args) => export::run(global, &args),
        Action::Watch(args) => watch::run(global, args),
        Action::Exec(args) => exec::run(global, args),
        Action::History(args) => history::run(global, &args),
        Action::Render(args) => render::run(global, args),
        Action::Flag(args) => flag::run(global, args),
        Action::Snapshot(args) => snapshot::run(global, &args),
    }
}
