//! Which requests are done, in a file, a line each: the job log of GNU parallel.
//!
//! What must stay true: a line is in it whole, or counts as not there; only one process writes it; a request that it calls
//! done is the same as the one with that number now.

use std::collections::HashMap;
use std::fs::{File, OpenOptions};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::io::{self, BufRead, BufReader, Read, Seek, SeekFrom, Write};
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::time::{Duration, SystemTime};

use nix::errno::Errno;
use nix::fcntl::{Flock, FlockArg};
use nix::libc::O_NONBLOCK;

use crate::supervise::Status;

/// GNU parallel's first line.
const HEADER: &[u8] = b"Seq\tHost\tStarttime\tJobRuntime\tSend\tReceive\tExitval\tSignal\tCommand\n";
/// How many columns a line has.
const COLUMNS: usize = 9;

/// What is left out of what a log has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Resume {
    /// Nothing: the log begins anew.
    No,
    /// All that has ended.
    Ended,
    /// All that has ended with 0.
    Succeeded,
}

/// Why a job log is of no use.
#[derive(Debug, thiserror::Error)]
pub enum InvalidJobLog {
    /// It can't be opened, read or written.
    #[error("{0}")]
    Io(#[from] io::Error),
    /// Another process writes it.
    #[error("another process writes it")]
    Taken,
    /// It is no file that can be written in the middle.
    #[error("it is not a regular file")]
    NotAFile,
    /// A line is none of a job log's.
    #[error("line {0} is not a job log's")]
    Line(u64),
    /// The request with this number is another one now, or the command is.
    #[error("request {0} is not the one in the job log: the input or the command has changed")]
    Changed(u64),
}

/// A job log that is open.
#[derive(Debug)]
pub struct JobLog {
    file: Flock<File>,
    /// Where the next line begins; nothing when one could not be written: then there is no next one.
    end: Option<u64>,
    /// What is left out, with a hash of its command line.
    done: HashMap<u64, u64>,
}

impl JobLog {
    /// Opens one, or makes it.
    ///
    /// # Errors
    /// [`InvalidJobLog`].
    pub fn open(path: &Path, resume: Resume) -> Result<Self, InvalidJobLog> {
        // (Opening a pipe would wait for its reader.)
        let mut options = OpenOptions::new();
        let file = options.read(true).write(true).create(true).truncate(false).custom_flags(O_NONBLOCK).open(path)?;
        if !file.metadata()?.is_file() {
            return Err(InvalidJobLog::NotAFile);
        }
        let mut file = Flock::lock(file, FlockArg::LockExclusiveNonblock).map_err(|(_, errno)| match errno {
            Errno::EWOULDBLOCK => InvalidJobLog::Taken,
            errno => InvalidJobLog::Io(errno.into()),
        })?;
        let (done, end) = if resume == Resume::No { (HashMap::new(), 0) } else { read(&mut file, resume)? };
        // A line that was torn is not there.
        file.set_len(end)?;
        file.seek(SeekFrom::Start(end))?;
        if end == 0 {
            file.write_all(HEADER)?;
        }
        let end = Some(file.stream_position()?);
        Ok(Self { file, end, done })
    }

    /// Whether the request with this number is done, as this command line.
    ///
    /// # Errors
    /// [`InvalidJobLog::Changed`].
    pub fn is_done(&self, number: u64, line: &[u8]) -> Result<bool, InvalidJobLog> {
        match self.done.get(&number) {
            Some(done) if *done == hash(line) => Ok(true),
            Some(_) => Err(InvalidJobLog::Changed(number)),
            None => Ok(false),
        }
    }

    /// Adds one that has ended by itself.
    ///
    /// # Errors
    /// It could not be written: it is not there then, nor is any later one.
    pub fn add(
        &mut self,
        number: u64,
        began: SystemTime,
        took: Duration,
        status: Status,
        line: &[u8],
    ) -> io::Result<()> {
        let began = began.duration_since(SystemTime::UNIX_EPOCH).unwrap_or_default();
        let (code, signal) = match status {
            Status::Code(code) => (code, 0),
            Status::Signal(signal) | Status::Interrupted { signal, .. } => (0, signal),
        };
        let (began, took) = (began.as_secs_f64(), took.as_secs_f64());
        let mut entry = format!("{number}\t:\t{began:.3}\t{took:10.3}\t0\t0\t{code}\t{signal}\t").into_bytes();
        entry.extend_from_slice(line);
        entry.push(b'\n');
        let Some(end) = self.end else { return Err(io::Error::other("an earlier line could not be written")) };
        match self.file.write_all(&entry) {
            Ok(()) => self.end = Some(end + u64::try_from(entry.len()).unwrap_or(u64::MAX)),
            Err(error) => {
                self.end = None;
                // What is left of it, where that can't be done, is a last line that was torn.
                let _ = self.file.set_len(end);
                return Err(error);
            }
        }
        Ok(())
    }
}

/// What a log has, and where its last whole line ends.
fn read(file: &mut File, resume: Resume) -> Result<(HashMap<u64, u64>, u64), InvalidJobLog> {
    let mut done = HashMap::new();
    let mut reader = BufReader::new(&*file);
    let (mut line, mut number, mut end) = (Vec::new(), 0, 0);
    loop {
        line.clear();
        let read = reader.by_ref().read_until(b'\n', &mut line)?;
        if line.pop() != Some(b'\n') {
            return Ok((done, end));
        }
        number += 1;
        end += u64::try_from(read).unwrap_or(u64::MAX);
        if number == 1 && line == HEADER[..HEADER.len() - 1] {
            continue;
        }
        let (request, ended_well, command) = entry(&line).ok_or(InvalidJobLog::Line(number))?;
        // The last one counts.
        if resume == Resume::Ended || ended_well {
            done.insert(request, hash(command));
        } else {
            done.remove(&request);
        }
    }
}

/// A line's number, whether it ended with 0, and its command line.
fn entry(line: &[u8]) -> Option<(u64, bool, &[u8])> {
    let columns: Vec<_> = line.splitn(COLUMNS, |&byte| byte == b'\t').collect();
    let number = |at: usize| std::str::from_utf8(columns.get(at)?).ok()?.trim().parse::<u64>().ok();
    Some((number(0)?, (number(6)?, number(7)?) == (0, 0), columns.get(8)?))
}

/// For this process alone.
fn hash(line: &[u8]) -> u64 {
    let mut hasher = DefaultHasher::new();
    line.hash(&mut hasher);
    hasher.finish()
}
