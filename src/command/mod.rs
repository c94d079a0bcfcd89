//! One file for each subcommand: its arguments, and the lines that turn them into a call of a pattern.

pub mod completions;
pub mod dev;
pub mod examples;
pub mod lease;
pub mod lock;
pub mod txn;
pub mod watch;

use std::sync::Arc;

use tokio::sync::Notify;

use crate::cli::{self, Cli, Command, Global};
use crate::error::{ExitCode, Failure};
use crate::report::{Reporter, Stdout};

/// So many files are open at most while one command runs.
const LEAST_FILES: u64 = 32;

/// Runs the command line to its exit code.
pub fn run(cli: Cli) -> ExitCode {
    trace(&cli.global);
    let Cli { global, command } = cli;
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
    let runtime = || tokio::runtime::Builder::new_current_thread().enable_io().enable_time().build();
    let result = enough_files().and_then(|()| Ok(runtime()?)).and_then(|runtime| {
        let result = runtime.block_on(body(&reporter, closed));
        // Nothing that is still going on (a host name being looked up) holds up the end.
        std::mem::forget(runtime);
        result
    });
    // What looks like an end for want of a reader may be a full disk.
    let silent = result.as_ref().map_or_else(|failure| failure.message.is_empty(), |code| *code == ExitCode::Done);
    let result = match reporter.unwritable().filter(|_| silent) {
        Some(why) => Err(Failure::new(ExitCode::Failed, "cannot write standard output").because(why)),
        None => result,
    };
    result.unwrap_or_else(|failure| {
        reporter.emit(&failure.event());
        failure.code
    })
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
fn trace(global: &Global) {
    use tracing_subscriber::EnvFilter;

    let asked = std::env::var("RUST_LOG").ok().filter(|filter| !filter.is_empty());
    let ours = match global.verbose {
        0 | 1 => "warn",
        2 => "etcdpat=debug",
        _ => "etcdpat=trace,tonic=debug,hyper=debug,h2=debug,tower=debug",
    };
    if asked.is_some() || global.verbose > 1 {
        let filter = asked.map_or_else(|| EnvFilter::new(ours), EnvFilter::new);
        let _ = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).try_init();
    }
}
