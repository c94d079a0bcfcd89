//! `etcdpat discover`: one file for each of its subcommands.
//!
//! - `entry`, `file`: instances as they are given, by options or in a file
//! - `registry`: the options that all of them have, and metadata as it is given

mod deregister;
mod entry;
mod file;
mod find;
mod pick;
mod register;
mod registry;
mod render;
mod services;
mod watch;

use clap::{Args, Subcommand};

use crate::error::{ExitCode, Failure};
use crate::options::Global;

/// Register instances of services, find them, follow them, and pick one.
///
/// Examples:
///   etcdpat discover register web --id web-1 --address 10.0.0.7:80 -- ./serve
///   etcdpat discover find web              # a table
///   etcdpat discover find web --meta zone=b --format address
///   etcdpat discover services
///   etcdpat discover watch -o json web     # what is there, then every change
///   etcdpat discover render web.conf.j2 web.conf --reload 'nginx -s reload'
///   etcdpat discover pick web -- sh -c 'curl "http://$ETCDPAT_ADDRESS/"'
///   etcdpat discover deregister web web-1  # a record that is not wanted any more
///
/// Exit codes: 0 done, or the command's own; 1 there is no such instance; 2 usage; 121 authentication
/// or permission; 122 the id is in use by a living process; 124 --wait is over; 125 etcd unreachable
/// or another failure; 128+n stopped by signal n.
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub struct DiscoverArgs {
    #[command(subcommand)]
    action: Action,
}

#[derive(Debug, Subcommand)]
enum Action {
    Register(Box<register::RegisterArgs>),
    Find(find::FindArgs),
    Services(services::ServicesArgs),
    Watch(watch::WatchArgs),
    Render(render::RenderArgs),
    Pick(pick::PickArgs),
    Deregister(deregister::DeregisterArgs),
}

/// Runs the subcommand.
pub fn run(global: &Global, args: DiscoverArgs) -> Result<ExitCode, Failure> {
    match args.action {
        Action::Register(args) => register::run(global, &args),
        Action::Find(args) => find::run(global, &args),
        Action::Services(args) => services::run(global, &args),
        Action::Watch(args) => watch::run(global, args),
        Action::Render(args) => render::run(global, args),
        Action::Pick(args) => pick::run(global, args),
        Action::Deregister(args) => deregister::run(global, &args),
    }
}
