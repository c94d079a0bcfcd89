//! `discover render TEMPLATE OUT`.

use clap::Args;

use super::registry::RegistryArgs;
use crate::command::context;
use crate::command::rendering::RenderingArgs;
use crate::error::{ExitCode, Failure};
use crate::options::Global;
use crate::pattern::discovery::{Following, Instances};
use crate::report::Stdout;

/// Keep a file up to date with what is registered: a proxy's configuration
///
/// The template is Jinja's. It finds the instances that are up in `services`, by the name of their
/// service; each has id, address, host, port, weight and meta. The file is replaced whole, and only
/// when its text changes. Before, --check may refuse the new file, whose path is in ETCDPAT_FILE;
/// after, the reload command runs, for 60 s at most, and again where it failed. What it leaves running
/// is stopped: have a service manager start daemons. While etcd is away, when the template or the
/// check fails, or when a service has no instance left, the file stays as it was.
///
/// Examples:
///   etcdpat discover render web.conf.j2 /etc/nginx/conf.d/web.conf \
///       --reload 'nginx -s reload'
///   etcdpat discover render haproxy.cfg.j2 haproxy.cfg --once
///
/// A template:
///   upstream web {
///   {% for one in services.web %}
///     server {{ one.address }} weight={{ one.weight }};
///   {% endfor %}}
///
/// Exit codes: 0 with --once; 1 with --once, when the file was left as it was; 2 usage; 121
/// authentication or permission; 125 etcd unreachable at the start; 128+n stopped by signal n.
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub(super) struct RenderArgs {
    #[command(flatten)]
    rendering: RenderingArgs,
    /// Write an empty list for a service that has no instance left
    #[arg(long)]
    allow_empty: bool,
    #[command(flatten)]
    registry: RegistryArgs,
}

pub(super) fn run(global: &Global, args: RenderArgs) -> Result<ExitCode, Failure> {
    let registry = args.registry.registry(global)?;
    let connection = global.connection()?;
    let prepared = args.rendering.prepare(global, &connection)?;
    context::run(global, Stdout::Events, async |context| {
        let following = Following::all(&context.connect(connection), registry);
        prepared.run(Instances::new(following, args.allow_empty), context).await
    })
}
