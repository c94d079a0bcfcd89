//! How a task ended, or why it did not run.

use std::io;

use super::Unlisted;
use crate::event::Loss;
use crate::os::wait;

/// How a child ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// It exited with this code.
    Code(u8),
    /// It died of this signal.
    Signal(u8),
    /// It died of this signal, SIGINT or SIGQUIT, which a key on the terminal sent. Whoever waits for etcdpat is to
    /// see etcdpat die of it too, so that scripts and loops stop.
    Interrupted {
        /// SIGINT or SIGQUIT.
        signal: u8,
        /// The terminal sent it to etcdpat's process group too. Otherwise the command alone had it.
        group_has_it: bool,
    },
}

impl Status {
    /// As a shell has it: 128+n for signal n.
    pub fn as_shell(self) -> u8 {
        match self {
            Self::Code(code) => code,
            Self::Signal(signal) | Self::Interrupted { signal, .. } => 128u8.saturating_add(signal),
        }
    }
}

impl From<wait::Exit> for Status {
    fn from(ended: wait::Exit) -> Self {
        match ended {
            wait::Exit::Exited(code) => Self::Code(code),
            wait::Exit::Killed(signal) => Self::Signal(signal),
        }
    }
}

/// How a task ended. Its whole tree is dead and reaped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// How the command itself ended.
    pub status: Status,
    /// Whether it was told to end in order, by etcdpat itself.
    pub asked: bool,
    /// Set when the tree was ended because what it stood under was lost.
    pub lost: Option<Loss>,
}

/// Why a task did not run, or how its supervision failed. In every case nothing of it is left running.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// There is no such command.
    #[error("{command}: command not found")]
    NotFound {
        /// The command as given.
        command: String,
    },
    /// The command could not be executed.
    #[error("{command}: cannot execute: {source}")]
    NotExecutable {
        /// The command as given.
        command: String,
        /// What exec(2) said.
        source: io::Error,
    },
    /// The time for it had passed when it was to be started.
    #[error("the lease ran out before the command could be started")]
    TooLate,
    /// The guardian died; the keeper has killed and reaped the tree.
    #[error("the guardian process died; the command was stopped")]
    GuardianDied,
    /// The guardian died before it had anything to run.
    #[error("the guardian process died; no command can be run")]
    DiedWaiting,
    /// The guardian could not be started.
    #[error("cannot start the guardian process: {0}")]
    NotStarted(io::Error),
    /// The processes of a command could not be found, so that none is started.
    #[error("cannot list this process's children: {0}")]
    Unlisted(#[from] Unlisted),
    /// A process can't be killed, and its end was not waited for any longer.
    #[error("process {pid} of the command can't be killed, and is still there")]
    Unkillable {
        /// That process.
        pid: i32,
    },
    /// The guardian could not do its work, or be talked to.
    #[error("the guardian process failed: {0}")]
    Guardian(#[from] io::Error),
}
