//! `config render TEMPLATE OUT`.

use clap::Args;

use super::store::StoreArgs;
use crate::command::context;
use crate::command::rendering::RenderingArgs;
use crate::error::{ExitCode, Failure};
use crate::options::Global;
use crate::pattern::config::Following;
use crate::report::Stdout;

/// Keep files up to date with the configuration
///
/// A template is Jinja's: `{{ database.host }}`, `{{ database["max-conns"] }}`. A name that is not there
/// is an error, unless there is a default: `{{ debug | default(false) }}`. Values are spelled as JSON has
/// them, strings without their quotes. The file is replaced whole, and only when its text changes. Before, --check may refuse the new file, whose path is in
/// ETCDPAT_FILE; after, the reload command runs, for 60 s at most, and again where it failed, also at
/// the next start. While etcd is away, or when the template or the check fails, the file stays as it
/// was.
///
/// Of several templates (--file), all files are of one revision, and none is replaced unless all could
/// be made and checked; each reload command runs once, after all.
///
/// Examples:
///   etcdpat config render app.conf.j2 /etc/app.conf \
///       --reload 'systemctl reload app'
///   etcdpat config render nginx.conf.j2 /etc/nginx/nginx.conf \
///       --check 'nginx -t -c "$ETCDPAT_FILE"'
///   etcdpat config render app.conf.j2 app.conf --dry-run
///   etcdpat config render --file render.toml --once
///
/// render.toml:
///   [[template]]
///   template = "app.conf.j2"
///   out = "/etc/app.conf"
///   reload = "systemctl reload app"
///
/// With --once and --dry-run, an import that is not finished is waited for no longer than six times
/// --command-timeout (30 s).
///
/// Exit codes: 0 with --once and --dry-run; 1 with them, when a file was left as it was; 2 usage; 121
/// authentication or permission; 122 with them, an import is not finished; 125 etcd unreachable at the start; 128+n stopped by signal n.
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
pub(super) struct RenderArgs {
    #[command(flatten)]
    rendering: RenderingArgs,
    #[command(flatten)]
    store: StoreArgs,
}

pub(super) fn run(global: &Global, args: RenderArgs) -> Result<ExitCode, Failure> {
    let store = args.store.store(global)?;
    let connection = global.connection()?;
    let prepared = args.rendering.prepare(global, &connection)?;
    context::run(global, Stdout::Events, async |context| {
        let client = context.connect(connection);
        let mut following = Following::new(&client, store);
        following.wait_for_imports(prepared.is_once().then(|| client.import_patience()));
        prepared.run(following, context).await
    })
}
