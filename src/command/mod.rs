//! One file for each subcommand: its arguments, and the lines that turn them into a call of a pattern.

pub mod completions;
pub mod dev;
mod end;
pub mod examples;
pub mod lease;
pub mod lock;
pub mod txn;
pub mod watch;

use std::sync::Arc;

use tokio::sync::Notify;

use crate::cli::{self, Cli, Command, Global};
use crate::error::{ExitCode, Failure};
use crate::os::signals::leave_signals;
use crate::report::{Reporter, Stdout};

/// So many files are open at most while one command runs.
const LEAST_FILES: u64 = 32;

/// Runs the command line to its exit code.
pub fn run(cli: Cli) -> ExitCode {
    let Cli { global, command } = cli;
    if let Err(failure) = enough_files() {
        return cli::refuse(&failure);
    }
    if global.dev {
        return dev::run_ourselves(&global);
    }
    match command {
        Command::Lock(args) => lock::run(&global, args),
        Command::Lease(args) => lease::run(&global, args),
        Command::Txn(args) => txn::run(&global, args),
        Command::Watch(args) => watch::run(&global, args),
        Command::Dev(args) => dev::run(&global, &args),
        Command::Examples(args) => examples::run(&global, &args),
        Command::Completions(args) => completions::run(&global, &args),
        Command::Man(args) => completions::man(&global, &args),
    }
}

/// Runs `body` on a runtime with a reporter, and reports its failure. Whatever forks has been forked before.
fn report(
    global: &Global,
    stdout: Stdout,
    body: impl AsyncFnOnce(&Reporter, Arc<Notify>) -> Result<ExitCode, Failure>,
) -> ExitCode {
    let style = match global.style(stdout) {
        Ok(style) => style,
        Err(failure) => return cli::refuse(&failure),
    };
    let (reporter, closed) = Reporter::new(style);
    trace(global, &reporter);
    let mut builder = tokio::runtime::Builder::new_current_thread();
    // Its helpers, which look host names up, take no signals.
    builder.enable_io().enable_time().on_thread_start(leave_signals);
    let runtime = match builder.build() {
        Ok(runtime) => runtime,
        Err(error) => return cli::refuse(&error.into()),
    };
    let code = runtime.block_on(async {
        let result = body(&reporter, Arc::clone(&closed)).await;
        end::end(result, stdout, &reporter, closed).await
    });
    // Nothing that is still going on (a host name being looked up) holds up the end.
    std::mem::forget(runtime);
    code
}

/// Refuses to begin with fewer files than anything needs: to run out of them in the middle is worse.
fn enough_files() -> Result<(), Failure> {
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

    let asked = std::env::var("RUST_LOG").ok().filter(|filter| !filter.is_empty());
    let ours = match global.verbose {
        0 | 1 => "warn",
        2 => "etcdpat=debug",
        _ => "etcdpat=trace,tonic=debug,hyper=debug,h2=debug,tower=debug",
    };
    if asked.is_some() || global.verbose > 1 {
        let filter = asked.map_or_else(|| EnvFilter::new(ours), EnvFilter::new);
        let _ = tracing_subscriber::fmt().with_env_filter(filter).with_writer(reporter.traces()).try_init();
    }
}
