//! What keeper and guardian tell each other: JSON, a line each, over a socket pair.

use std::ffi::OsString;
use std::io::{self, Read};
use std::os::unix::ffi::OsStringExt;
use std::os::unix::net::UnixStream;
use std::time::Duration;

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

use super::{Status, Task};
use crate::clock::BootTime;
use crate::deadline::Schedule;
use crate::event::Text;

/// Keeper to guardian.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Order {
    /// Make ready to run a command: what can be known of it while there is time. Only when nothing is running.
    Prepare(Preparation),
    /// Run it.
    Run(Run),
    /// The command's forced end has moved.
    Until(Ending),
    /// Pass a signal on: to the command's group, or to the command alone.
    Signal { number: i32, group: bool },
    /// The whole tree is to end in order: SIGTERM now, SIGKILL after the grace, or at its forced end.
    End,
    /// SIGKILL to the whole tree, now.
    Kill,
}

/// A command, and what its environment has more and less than ours.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Preparation {
    pub(super) argv: Vec<Text>,
    pub(super) set: Vec<(Text, Text)>,
    pub(super) unset: Vec<Text>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub(super) pristine: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(super) stdin: Option<Text>,
}

impl From<Task> for Preparation {
    fn from(task: Task) -> Self {
        Self {
            argv: task.argv.into_iter().map(text).collect(),
            set: variables(task.set),
            unset: task.unset.into_iter().map(text).collect(),
            pristine: task.pristine,
            stdin: task.stdin.map(Text::from),
        }
    }
}

/// What is known only when the prepared command is to run.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Run {
    /// More variables.
    pub(super) set: Vec<(Text, Text)>,
    /// The process group that has the terminal, and lends it to the command.
    pub(super) lender: Option<i32>,
    pub(super) grace: Duration,
    pub(super) until: Option<Ending>,
}

/// Variables as they go over the socket.
pub(super) fn variables(set: Vec<(OsString, OsString)>) -> Vec<(Text, Text)> {
    set.into_iter().map(|(name, value)| (text(name), text(value))).collect()
}

fn text(word: OsString) -> Text {
    Text::from(word.into_vec())
}

/// A [`Schedule`] in nanoseconds since boot.
#[derive(Clone, Copy, Debug, Serialize, Deserialize)]
pub(super) struct Ending {
    term_at: u64,
    kill_at: u64,
}

/// Guardian to keeper.
#[derive(Debug, Serialize, Deserialize)]
pub(super) enum Notice {
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
    /// A process of it can't be killed, for this reason: its end is waited for.
    Unkillable { pid: i32, errno: i32 },
    /// Nothing of it is left.
    Ended,
    /// The guardian can't work, for this reason. It ends.
    Broken { errno: i32 },
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

impl Notice {
    pub(super) fn exited(status: Status) -> Self {
        match status {
            Status::Code(code) => Self::Exited { code: Some(code), signal: None },
            Status::Signal(signal) | Status::Interrupted { signal, .. } => {
                Self::Exited { code: None, signal: Some(signal) }
            }
        }
    }
}

/// One message as the bytes that go over the socket.
pub(super) fn encode(message: &impl Serialize) -> io::Result<Vec<u8>> {
    let mut line = serde_json::to_vec(message)?;
    line.push(b'\n');
    Ok(line)
}

/// Messages on their way out of a process that must not wait for its peer.
#[derive(Debug, Default)]
pub(super) struct Outbox(Vec<u8>);

impl Outbox {
    /// Adds a message.
    pub(super) fn add(&mut self, message: &impl Serialize) -> io::Result<()> {
        self.0.extend(encode(message)?);
        Ok(())
    }

    /// Whether the peer has not read for long: what it can do without is better left out.
    pub(super) fn is_backlogged(&self) -> bool {
        self.0.len() > 4096
    }

    /// Whether all is written.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Writes what `write`, which does not block, takes now.
    pub(super) fn flush(&mut self, mut write: impl FnMut(&[u8]) -> io::Result<usize>) -> io::Result<()> {
        while !self.0.is_empty() {
            match write(&self.0) {
                Ok(written) => drop(self.0.drain(..written)),
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => break,
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => return Err(error),
            }
        }
        Ok(())
    }
}

/// Bytes received, cut into messages.
#[derive(Debug, Default)]
pub(super) struct Inbox {
    bytes: Vec<u8>,
    /// No message ends before this.
    searched: usize,
    closed: bool,
}

impl Inbox {
    /// Adds what `stream` has now. Whether there may be more: not where one that does not block has nothing, and not at
    /// its end.
    pub(super) fn fill(&mut self, stream: &mut UnixStream) -> io::Result<bool> {
        let mut chunk = [0; 2048];
        loop {
            return match stream.read(&mut chunk) {
                Ok(read) => {
                    self.add(&chunk[..read]);
                    self.closed |= read == 0;
                    Ok(read > 0)
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => Ok(false),
                Err(error) if error.kind() == io::ErrorKind::ConnectionReset => {
                    self.closed = true;
                    Ok(false)
                }
                Err(error) => Err(error),
            };
        }
    }

    /// Whether the stream has come to its end.
    pub(super) fn is_closed(&self) -> bool {
        self.closed
    }

    pub(super) fn add(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    /// The next whole message.
    pub(super) fn next<T: DeserializeOwned>(&mut self) -> io::Result<Option<T>> {
        let Some(end) = self.bytes[self.searched..].iter().position(|&byte| byte == b'\n') else {
            self.searched = self.bytes.len();
            return Ok(None);
        };
        let line: Vec<u8> = self.bytes.drain(..=self.searched + end).collect();
        self.searched = 0;
        Ok(Some(serde_json::from_slice(&line)?))
    }
}
