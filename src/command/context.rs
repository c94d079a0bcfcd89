//! What a command works with: a runtime, a reporter, a client, and signals. Every command starts here, once.
//!
//! - `end`: what is still to be written, and the exit code

mod end;

use std::io;
use std::sync::Arc;

use tokio::sync::Notify;

use crate::client::{Client, Options};
use crate::error::{ExitCode, Failure};
use crate::event::{EtcdEvent, Event};
use crate::options::{Global, env};
use crate::os::signals::leave_signals;
use crate::report::{Reporter, Stdout};
use crate::shutdown::Shutdown;
use crate::tls::Config;

/// The fewest files that a limit must allow to be open at a time.
const LEAST_FILES: u64 = 32;

/// What the body of a command works with.
pub(super) struct Context<'a> {
    global: &'a Global,
    pub(super) reporter: Reporter,
    /// Notified when nobody reads standard output any more.
    closed: Arc<Notify>,
}

/// Runs `body` on a runtime, reports its failure and waits until everything is written. Whatever forks has been forked
/// before.
///
/// # Errors
/// What failed before there was a reporter.
pub(super) fn run(
    global: &Global,
    stdout: Stdout,
    body: impl AsyncFnOnce(&Context<'_>) -> Result<ExitCode, Failure>,
) -> Result<ExitCode, Failure> {
    let (reporter, closed) = Reporter::new(global.style(stdout)?);
    trace(global, &reporter);
    let mut builder = tokio::runtime::Builder::new_current_thread();
    // Its helpers, which look host names up, take no signals.
    let runtime = builder.enable_io().enable_time().on_thread_start(leave_signals).build()?;
    let code = runtime.block_on(async {
        let context = Context { global, reporter, closed };
        let result = body(&context).await;
        end::end(result, stdout, &context.reporter, context.closed).await
    });
    // Nothing that is still going on (a host name being looked up) holds up the end.
    runtime.shutdown_background();
    Ok(code)
}

impl Context<'_> {
    /// A client for the cluster that the global options name.
    ///
    /// # Errors
    /// Code 2 for options that are malformed, missing or unreadable.
    pub(super) fn client(&self) -> Result<Client, Failure> {
        Ok(self.connect(self.global.connection()?))
    }

    /// A client for these options; says so where it is not verified who answers.
    pub(super) fn connect(&self, options: Options) -> Client {
        let is_insecure = options.tls.as_ref().is_some_and(Config::is_insecure);
        let client = Client::new(options);
        if is_insecure {
            self.emit(EtcdEvent::Unverified { endpoints: client.endpoints().into() });
        }
        client
    }

    /// Has requests to stop arrive here from now on. Without it, a signal ends etcdpat at once.
    pub(super) fn shutdown(&self) -> io::Result<Shutdown> {
        Shutdown::new(Arc::clone(&self.closed))
    }

    /// Reports an event.
    pub(super) fn emit(&self, event: impl Into<Event>) {
        self.reporter.emit(&event.into());
    }
}

/// Refuses to begin where fewer files may be open than a command needs: to run out of them in the middle is worse.
///
/// # Errors
/// Too low a limit.
pub(crate) fn check_files() -> Result<(), Failure> {
    use nix::sys::resource::{Resource, getrlimit};

    match getrlimit(Resource::RLIMIT_NOFILE) {
        Ok((allowed, _)) if allowed < LEAST_FILES => {
            let message = format!("only {allowed} files may be open at a time, and etcdpat needs {LEAST_FILES}");
            Err(Failure::new(ExitCode::Failed, message).hint("allow more: `ulimit -n`"))
        }
        _ => Ok(()),
    }
}

/// Traces to standard error, when `-v` or `RUST_LOG` asks for them.
fn trace(global: &Global, reporter: &Reporter) {
    use tracing_subscriber::EnvFilter;

    let asked = env(&["RUST_LOG"]);
    let ours = match global.verbose {
        0 | 1 => "warn",
        2 => "etcdpat=debug",
        _ => "etcdpat=trace,tonic=debug,hyper=debug,h2=debug,tower=debug",
    };
    if asked.is_some() || global.verbose > 1 {
        let filter = asked.map_or_else(|| EnvFilter::new(ours), EnvFilter::new);
        // Without colour: so whatever could drive the terminal is somebody else's, and is escaped.
        let traces = tracing_subscriber::fmt().with_ansi(false).with_writer(reporter.traces());
        let _ = traces.with_env_filter(filter).try_init();
    }
}
