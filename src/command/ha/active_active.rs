//! `ha active-active NAME -- CMD`.

use std::ffi::OsString;
use std::path::PathBuf;
use std::time::Duration;

use clap::Args;

use super::requests;
use crate::command::child;
use crate::command::context::{self, Context};
use crate::error::{ExitCode, Failure};
use crate::event::Event;
use crate::options::{Global, count, duration, lock_name, ttl};
use crate::pattern::ha::active_active::{
    self, ChildStream, Input, InvalidJobLog, JobLog, Output, Params, Resume, Tally, Template,
};
use crate::pattern::lock;
use crate::report::Stdout;
use crate::shutdown::Cause;
use crate::supervise::{ForkServer, Task};

/// The most requests at a time: each has processes of its own.
const MOST_JOBS: u32 = 1000;

/// Do the requests on standard input, a line each, several at a time, and none twice at the same time
///
/// The command is run once for each request, with the request as its last argument, or in place of
/// {} wherever that stands. While it runs, the lock NAME/REQUEST is held: of equal requests, in this
/// process or in any other one on any node, one is done after the other; different ones side by side.
/// A process tree is stopped before its lock is lost, as under `etcdpat lock`.
/// Blank lines are skipped. No shell reads a request: it is one argument, whatever it has in it.
///
/// Examples:
///   etcdpat ha active-active /work/mail --jobs 4 -- ./send.sh < addresses
///   ls | etcdpat ha active-active /work/thumbs --jobs 8 \
///       -- convert {} -resize 100 thumbs/{}
///   find . -print0 | etcdpat ha active-active /work/files --null -- ./index.sh
///   etcdpat ha active-active /work/mail --joblog log --resume \
///       -- ./send.sh < addresses
///
/// --jobs counts the requests that run and those that wait for their lock. When one fails, no more are
/// begun, and those that run end first; with --keep-going, all are done. What each writes is passed on
/// in one piece when it has ended (--ungroup: as it is written). The commands have no standard input;
/// their environment has what a lock's has, ETCDPAT_REQUEST and ETCDPAT_REQUEST_NUMBER.
///
/// The job log is GNU parallel's: a line for each request that has ended by itself. With --resume,
/// these are skipped, and with --resume-failed those of them that ended with 0; a request or command
/// that is another one than in the log is refused. Without either, the log begins anew.
///
/// Exit codes: 0 all ended with 0; else the code of the first that failed (1 for its 123); 123 a lock or
/// the lease was lost; 2 usage; 121 authentication or permission; 125 etcd unreachable or another
/// failure; 126 not executable, or a request too long; 127 not found; 128+n stopped by signal n.
#[derive(Debug, Args)]
#[command(verbatim_doc_comment)]
#[allow(clippy::struct_excessive_bools)] // Each is an option of its own.
pub(super) struct ActiveActiveArgs {
    /// The locks are NAME/REQUEST
    name: OsString,
    /// How many requests at a time
    #[arg(short, long, value_name = "N", default_value_t = 1, allow_hyphen_values = true, value_parser = count(MOST_JOBS))]
    jobs: u32,
    /// Do the others when one has failed
    #[arg(short, long)]
    keep_going: bool,
    /// Requests end with a NUL byte, not with a line break
    #[arg(short = '0', long)]
    null: bool,
    /// Write down which requests have ended
    #[arg(long, value_name = "FILE")]
    joblog: Option<PathBuf>,
    /// Skip what the job log has
    #[arg(long, requires = "joblog", conflicts_with = "resume_failed")]
    resume: bool,
    /// Skip what the job log has as ended with 0
    #[arg(long, requires = "joblog")]
    resume_failed: bool,
    /// Let the commands write where etcdpat does, as they like
    #[arg(short, long)]
    ungroup: bool,
    /// How long the locks outlive this process when it is killed or cut off
    #[arg(long, value_name = "DURATION", default_value = "30s", value_parser = ttl, allow_hyphen_values = true)]
    ttl: Duration,
    /// From SIGTERM to SIGKILL for a command that must end [default: a quarter of the TTL, at most 5s]
    #[arg(long, value_name = "DURATION", value_parser = duration, allow_hyphen_values = true)]
    grace: Option<Duration>,
    /// The command to run for each request, and its arguments
    #[arg(last = true, value_name = "CMD", required = true)]
    command: Vec<OsString>,
}

pub(super) fn run(global: &Global, args: ActiveActiveArgs) -> Result<ExitCode, Failure> {
    let name = lock_name(args.name)?;
    child::check_times(args.ttl, args.grace)?;
    if global.password_file().is_some_and(|file| file.as_os_str() == "-") {
        return Err(Failure::usage("standard input has the requests: --password-file - can't read it, too"));
    }
    let (owner, template) = (lock::owner(&args.command, None), Template::new(args.command));
    child::check_program(template.program().as_slice())?;
    let connection = global.connection()?;
    let resume = match (args.resume, args.resume_failed) {
        (true, _) => Resume::Ended,
        (_, true) => Resume::Succeeded,
        _ => Resume::No,
    };
    let open = |path: PathBuf| {
        JobLog::open(&path, resume).map_err(|error| {
            let code =
                if matches!(error, InvalidJobLog::Taken) { ExitCode::Busy(ExitCode::BUSY) } else { ExitCode::Usage };
            Failure::new(code, format!("--joblog {}: {error}", path.display()))
        })
    };
    let job_log = args.joblog.map(open).transpose()?;
    let params = Params {
        name,
        jobs: args.jobs as usize,
        keep_going: args.keep_going,
        ttl: args.ttl,
        grace: args.grace,
        task: Task { no_user_signals: false, ..child::task(global, &connection, Vec::new()) },
        owner,
        template,
        grouped: !args.ungroup,
    };
    let server = ForkServer::start()?;
    context::run(global, Stdout::Taken, async |context| {
        let client = context.connect(connection);
        let input = Input { requests: requests::read(if args.null { 0 } else { b'\n' })?, job_log };
        let mut shutdown = context.shutdown()?;
        let emit = |event: Event| context.emit(event);
        let doing = active_active::run(&client, &params, &server, input, context, &mut shutdown, &emit);
        let tally = Box::pin(doing).await?;
        drop(server);
        // What the commands have written is not dropped for a slow reader, but for a signal.
        if tally.stopped.is_none() && tally.lost.is_none() {
            tokio::select! {
                () = context.reporter.is_done() => {}
                cause = shutdown.next() => return Err(cause.into()),
            }
        }
        code(&tally)
    })
}

/// What all requests have come to.
fn code(tally: &Tally) -> Result<ExitCode, Failure> {
    match (tally.lost, tally.stopped, tally.first_failure) {
        (Some(loss), ..) => Err(Failure::new(ExitCode::Lost, format!("the lock of a request was lost: {loss}"))),
        (None, Some(Cause::OutputClosed), _) if !tally.is_whole() => {
            Err(Failure::new(ExitCode::Failed, "nobody reads the output any more, and not all requests were done"))
        }
        (None, Some(Cause::OutputClosed), Some(code)) => Ok(ExitCode::Child(code)),
        // The summary has said it.
        (None, Some(cause), _) => Err(Failure::silent(Failure::from(cause).code)),
        // 123 says that a lock was lost.
        (None, None, Some(123)) => Ok(ExitCode::Child(1)),
        (None, None, Some(code)) => Ok(ExitCode::Child(code)),
        (None, None, None) => Ok(ExitCode::Done),
    }
}

impl Output for Context<'_> {
    async fn pass_on(&self, stream: ChildStream, bytes: &[u8]) {
        self.reporter.pass_on(stream == ChildStream::Out, bytes).await;
    }

    async fn has_room(&self) {
        self.reporter.has_room_for_both().await;
    }

    fn is_live(&self) -> bool {
        self.reporter.is_live()
    }
}
