//! What keeper and guardian tell each other: JSON, a line each, over a socket pair.

use std::ffi::OsString;
use std::io::{self, Read, Write};
use std::os::unix::net::UnixStream;
use std::time::Duration;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::Status;
use crate::clock::BootTime;
use crate::deadline::Schedule;

/// Keeper to guardian.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Order {
    /// Run a command. Only when nothing is running.
    Run(Run),
    /// The command's forced end has moved.
    Until(Ending),
    /// Pass a signal on: to the command's group, or to the command alone.
    Signal { number: i32, group: bool },
    /// SIGKILL to the whole tree, now.
    Kill,
}

#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Run {
    pub(super) argv: Vec<OsString>,
    pub(super) set: Vec<(OsString, OsString)>,
    pub(super) unset: Vec<OsString>,
    pub(super) foreground: bool,
    pub(super) grace: Duration,
    pub(super) until: Option<Ending>,
}

/// A [`Schedule`] in nanoseconds since boot.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(super) struct Ending {
    term_at: u64,
    kill_at: u64,
}

/// Guardian to keeper.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Report {
    /// The command runs, under this process id, which is its group's too.
    Started { pid: i32 },
    /// It could not be started: the OS error number.
    Failed { errno: i32 },
    /// It was not started: its time had passed.
    TooLate,
    /// It was stopped by this signal (Ctrl-Z, or terminal access from the background).
    Stopped { signal: i32 },
    /// Its time is up: the tree has been sent SIGTERM.
    TimeUp,
    /// The command itself has ended.
    Exited { code: Option<u8>, signal: Option<u8> },
    /// It left processes running, which have been sent SIGTERM.
    Stragglers { count: usize },
    /// Nothing of it is left.
    Ended,
}

impl From<Schedule> for Ending {
    fn from(schedule: Schedule) -> Self {
        Self { term_at: schedule.term_at.as_nanos(), kill_at: schedule.kill_at.as_nanos() }
    }
}

impl From<Ending> for Schedule {
    fn from(ending: Ending) -> Self {
        Self { term_at: BootTime::from_nanos(ending.term_at), kill_at: BootTime::from_nanos(ending.kill_at) }
    }
}

impl Report {
    pub(super) fn exited(status: Status) -> Self {
        match status {
            Status::Code(code) => Self::Exited { code: Some(code), signal: None },
            Status::Signal(signal) => Self::Exited { code: None, signal: Some(signal) },
        }
    }
}

/// One message as the bytes that go over the wire.
pub(super) fn encode(message: &impl Serialize) -> io::Result<Vec<u8>> {
    let mut line = serde_json::to_vec(message)?;
    line.push(b'\n');
    Ok(line)
}

pub(super) fn send(stream: &mut UnixStream, message: &impl Serialize) -> io::Result<()> {
    stream.write_all(&encode(message)?)
}

/// Bytes received, cut into messages.
#[derive(Debug, Default)]
pub(super) struct Inbox(Vec<u8>);

impl Inbox {
    /// Adds what `stream` has now. `false` at its end.
    pub(super) fn fill(&mut self, stream: &mut UnixStream) -> io::Result<bool> {
        let mut chunk = [0; 4096];
        let read = stream.read(&mut chunk)?;
        self.add(&chunk[..read]);
        Ok(read > 0)
    }

    pub(super) fn add(&mut self, bytes: &[u8]) {
        self.0.extend_from_slice(bytes);
    }

    /// The next whole message.
    pub(super) fn next<T: DeserializeOwned>(&mut self) -> io::Result<Option<T>> {
        let Some(end) = self.0.iter().position(|&byte| byte == b'\n') else { return Ok(None) };
        let line: Vec<u8> = self.0.drain(..=end).collect();
        Ok(Some(serde_json::from_slice(&line)?))
    }
}
