//! `discover render TEMPLATE OUT`.

use std::ffi::OsString;
use std::path::PathBuf;
use std::time::Duration;

use clap::Args;

use super::registry::RegistryArgs;
use crate::client::Client;
use crate::command::{child, context};
use crate::error::{ExitCode, Failure};
use crate::event::Event;
use crate::options::Global;
use crate::pattern::discovery::{self, Following, Reaction, Rendering};
use crate::render::{Output, Template};
use crate::report::Stdout;
use crate::supervise::{Guardian, Task};

/// From SIGTERM to SIGKILL, for what the reload command leaves running.
const GRACE: Duration = Duration::from_secs(5);

/// Keep a file up to date with what is registered: a proxy's configuration
///
/// The template is Jinja's. It finds the instances that are up in `services`, by the name of their
/// service; each has id, address, host, port, weight and meta. The file is replaced whole, and only
/// when its text changes; then the reload command runs, for 60 s at most, and again where it failed.
/// What it leaves running is stopped: have a service manager start daemons. While etcd is away, when the template fails,
/// or when a service has no instance left, the file stays as it was.
///
/// Examples:
///   etcdpat discover render web.conf.j2 /etc/nginx/conf.d/web.conf --reload 'nginx -s reload'
///   etcdpat discover render haproxy.cfg.j2 haproxy.cfg --once
///
/// A template:
///   upstream web {
///   {% for one in services.web %}  server {{ one.address }} weight={{ one.weight }};
///   {% endfor %}}
///
/// Exit codes: 0 with --once; 1 with --once, when the file was left as it was; 2 usage; 121
/// authentication or permission; 125 etcd unreachable at the start; 128+n stopped by signal n.
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub(super) struct RenderArgs {
    /// The template
    template: PathBuf,
    /// The file
    out: PathBuf,
    /// A shell command to run after each change of the file
    #[arg(long, value_name = "SH")]
    reload: Option<OsString>,
    /// Do it once
    #[arg(long)]
    once: bool,
    /// Write an empty list for a service that has no instance left
    #[arg(long)]
    allow_empty: bool,
    #[command(flatten)]
    registry: RegistryArgs,
}

pub(super) fn run(global: &Global, args: &RenderArgs) -> Result<ExitCode, Failure> {
    let registry = args.registry.registry(global)?;
    let usage = |error: crate::render::Error| Failure::usage(error.to_string());
    let template = Template::read(&args.template).map_err(usage)?;
    if args.out.as_os_str() == "-" || args.out.starts_with("/dev") {
        return Err(Failure::usage(format!("{} is no file that can be replaced", args.out.display())));
    }
    let output = Output::new(&args.out).map_err(usage)?;
    let connection = global.connection()?;
    let reload = args.reload.clone().map(|line| -> Result<Reaction, Failure> {
        let task = child::task(global, &connection, vec!["/bin/sh".into(), "-c".into(), line]);
        Ok(Reaction { task: Task { grace: GRACE, stdin: Some(Vec::new()), ..task }, guardian: Guardian::start()? })
    });
    let reload = reload.transpose()?;
    context::run(global, Stdout::Events, async |context| {
        let following = Following::all(&Client::new(connection), registry);
        let (allow_empty, once) = (args.allow_empty, args.once);
        let mut rendering = Rendering { following, template, output, reload, allow_empty, once };
        let mut shutdown = context.shutdown()?;
        let emit = |event: Event| context.emit(event);
        match discovery::render(&mut rendering, &mut shutdown, &emit).await {
            Ok(true) => Ok(ExitCode::Done),
            Ok(false) => Ok(ExitCode::No),
            // A signal is the way to end it, and nothing to talk about.
            Err(discovery::Error::Stopped(cause)) => Ok(Failure::from(cause).code),
            Err(error) => Err(error.into()),
        }
    })
}
