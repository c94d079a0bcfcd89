//! The only place that runs a child.
//!
//! ```text
//! keeper (the started process, talks to etcd)  --orders-->   guardian (forked, one thread)  --fork/exec-->  child
//!        <--notices--                                          subreaper, boot-time timer                     its own group
//! ```
//!
//! What must stay true (docs/safety.md): no process of the child's tree outlives its deadline, whichever of keeper,
//! guardian and child is killed or stopped; release comes only after the tree is reaped; no signal is lost in between.
//!
//! - `protocol`: the orders and notices that pass between keeper and guardian
//! - `guardian`: the process that owns the child
//! - `fork_server`: the process that starts more of them
//! - `kept`: which processes these are
//! - `job`: the command as the guardian owns it
//! - `launch`: a process in readiness, which becomes the command
//! - `program`: where its program is
//! - `input`: what a command reads
//! - `descendants`: finding every descendant
//! - `tree`: ending them
//! - `keeper`: one child's run, as the keeper sees it
//! - `check`: a command whose exit code is the answer
//! - `stop_requests`: what a second request to stop means
//! - `connection`: its end of the socket to the guardian
//! - `sweep`: the keeper in the place of a guardian that is dead
//! - `timer`: what wakes the guardian
//! - `outcome`: how a task ended, or why it did not run

mod check;
mod connection;
mod descendants;
mod fork_server;
mod guardian;
mod input;
mod job;
mod keeper;
mod kept;
mod launch;
mod outcome;
mod program;
mod protocol;
mod stop_requests;
mod sweep;
mod timer;
mod tree;

use std::ffi::OsString;
use std::io::{self, Write};
use std::net::Shutdown;
use std::os::unix::net::UnixStream;
use std::time::{Duration, Instant};

use nix::sys::signal::{Signal, kill};
use nix::unistd::{ForkResult, Pid};
use tokio::sync::watch;

use crate::clock::BootTime;
use crate::deadline::Plan;
use crate::os::{self, wait};
pub use check::CheckFailed;
use connection::Connection;
pub use descendants::Unlisted;
use descendants::{Bystanders, Descendants};
pub use fork_server::ForkServer;
pub use outcome::{Error, Outcome, Status};
pub use program::check_program;
use protocol::{Notice, Order, Outbox, Preparation};
use tree::Tree;

/// A string of a command's environment has less bytes than this (`MAX_ARG_STRLEN`: 32 pages of 4 KiB), the NUL at its end
/// included.
pub const LONGEST_VARIABLE: usize = 128 << 10;
/// How long a guardian that has been dismissed may take to end.
const PARTING: Duration = Duration::from_millis(300);

/// The keeper's end of the guardian process. Dropping it ends the guardian, and with it whatever it runs.
#[derive(Debug)]
pub struct Guardian {
    orders: UnixStream,
    pid: Pid,
    /// What is below the keeper: the guardian, and what it leaves when it dies.
    tree: Tree,
    /// Orders that the guardian has not taken yet.
    outbox: Outbox,
    /// What is prepared: the command's name, what it reads, and its grace where no lease sets it.
    command: String,
    /// Whether it reads our standard input.
    reads_ours: bool,
    no_user_signals: bool,
    /// The handler of the stop key, between two commands.
    shelved: Option<os::signals::Shelved>,
    grace: Duration,
}

/// A command to run, and what its environment has more and less than ours.
#[derive(Clone, Debug, Default)]
pub struct Task {
    /// The program and its arguments; never empty.
    pub argv: Vec<OsString>,
    /// Variables to set.
    pub set: Vec<(OsString, OsString)>,
    /// Variables to remove.
    pub unset: Vec<OsString>,
    /// Whether nothing else is inherited.
    pub pristine: bool,
    /// What the command reads on standard input, instead of ours. It may leave it unread.
    pub stdin: Option<Vec<u8>>,
    /// From SIGTERM to SIGKILL, for what the command leaves running, when no lease sets it.
    pub grace: Duration,
    /// What users agree on with another command, SIGUSR1 and its like, is not for this one.
    pub no_user_signals: bool,
}

/// Up to when a task may run.
#[derive(Debug)]
pub struct Term {
    /// How the time before the deadline is divided.
    pub plan: Plan,
    /// The deadline, moved on by every acknowledged renewal.
    pub deadline: watch::Receiver<BootTime>,
}

impl Guardian {
    /// Starts the guardian. Call it before the runtime exists: it forks.
    ///
    /// # Errors
    /// [`Error::NotStarted`]; [`Error::Unlisted`] where the processes of a command could not be found.
    pub fn start() -> Result<Self, Error> {
        Self::fork(None)
    }

    /// The same, with `task` prepared as by [`Guardian::prepare`]; only that it need not be told of it.
    pub fn start_for(task: Task) -> Result<Self, Error> {
        Self::fork(Some(task))
    }

    fn fork(task: Option<Task>) -> Result<Self, Error> {
        let bystanders = Bystanders::now();
        let (orders, theirs) = UnixStream::pair().map_err(Error::NotStarted)?;
        match os::fork_single_threaded().map_err(Error::NotStarted)? {
            ForkResult::Child => {
                drop(orders);
                guardian::guard(theirs, task.map(Preparation::from))
            }
            ForkResult::Parent { child } => {
                tree::become_subreaper()?;
                // Before it is kept apart from those who are looked for.
                let listed = Descendants::new(child, bystanders.clone()).check(child);
                let mut guardian = Self::new(orders, child, bystanders)?;
                // It ends when it is dropped.
                listed?;
                if let Some(task) = &task {
                    guardian.note(task);
                }
                Ok(guardian)
            }
        }
    }

    /// The guardian with this number, which listens at the other end.
    fn new(orders: UnixStream, pid: Pid, bystanders: Bystanders) -> io::Result<Self> {
        kept::add(pid);
        let guardian = Self {
            orders,
            tree: Tree::new(Descendants::new(pid, bystanders)),
            pid,
            outbox: Outbox::default(),
            command: String::new(),
            reads_ours: true,
            no_user_signals: false,
            shelved: None,
            grace: Duration::ZERO,
        };
        guardian.orders.set_nonblocking(true)?;
        Ok(guardian)
    }

    /// Has the guardian make ready for `task`, which the next [`Guardian::run`] runs: most of what a start costs is
    /// done while there is time.
    ///
    /// # Errors
    /// The guardian can't be talked to.
    pub fn prepare(&mut self, task: Task) -> io::Result<()> {
        self.note(&task);
        self.outbox.add(&Order::Prepare(task.into()))?;
        // What it does not take now goes with the next order.
        self.outbox.flush(|bytes| (&self.orders).write(bytes))
    }

    /// Waits until it has failed, while it runs nothing.
    async fn failed(&self) -> Error {
        let mut connection = match Connection::new(&self.orders, Outbox::default()) {
            Ok(connection) => connection,
            Err(error) => return error.into(),
        };
        loop {
            match connection.report().await {
                Err(Error::GuardianDied) => return Error::DiedWaiting,
                Err(error) => return error,
                Ok(Notice::Broken { errno }) => return io::Error::from_raw_os_error(errno).into(),
                // It has nothing else to say.
                Ok(_) => {}
            }
        }
    }

    fn note(&mut self, task: &Task) {
        self.command = task.argv[0].to_string_lossy().into_owned();
        (self.reads_ours, self.no_user_signals, self.grace) = (task.stdin.is_none(), task.no_user_signals, task.grace);
    }

    /// Has the guardian end, with whatever it runs, without waiting for that: dropping it does.
    pub fn dismiss(&self) {
        let _ = self.orders.shutdown(Shutdown::Both);
    }
}

/// Waits until a guardian that runs nothing yet has failed: then there is nothing to wait for. For ever without one.
pub async fn failure_of(guardian: Option<&Guardian>) -> Error {
    match guardian {
        Some(guardian) => guardian.failed().await,
        None => std::future::pending().await,
    }
}

impl Drop for Guardian {
    /// An unreaped guardian would look like something that this process left running. One that is stopped does not end
    /// by itself; nothing is running then, or its death ends it.
    fn drop(&mut self) {
        self.dismiss();
        let end = Instant::now() + PARTING;
        while Instant::now() < end {
            if wait::try_reap(self.pid) {
                return kept::remove(self.pid);
            }
            std::thread::sleep(Duration::from_micros(200));
        }
        let _ = kill(self.pid, Signal::SIGKILL);
        wait::reap(self.pid);
        kept::remove(self.pid);
    }
}
