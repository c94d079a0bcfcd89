//! The file that says which shards a command owns, and the pipe on which it acknowledges what it has read.
//!
//! What must stay true: whoever reads the file reads one generation, whole; an acknowledgement counts only for a generation
//! that was written.

use std::ffi::OsString;
use std::fs::{self, DirBuilder, File};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};
use std::time::Duration;

use nix::sys::stat::Mode;
use serde::Serialize;
use tokio::io::AsyncReadExt;
use tokio::net::unix::pipe;
use tokio::task::JoinHandle;
use tokio::time::{Instant, sleep_until};

use super::Params;
use super::roster::Given;
use crate::event::{LeaseId, Text};
use crate::random;

/// The names of both in it.
const FILE: &str = "owned.json";
const PIPE: &str = "acknowledged";
/// Between two looks into the pipe.
const BETWEEN_READS: Duration = Duration::from_millis(10);
/// So much is read in one look: as much as a pipe holds.
const AT_ONCE: usize = 1 << 16;
/// The longest line that may be an acknowledgement.
const LONGEST_LINE: usize = 64;

/// The file and the pipe, in a directory of their own, which goes with this.
#[derive(Debug)]
pub(super) struct OwnedFile {
    dir: PathBuf,
    pipe: pipe::Receiver,
    /// What has come of a line.
    line: Vec<u8>,
    /// When the pipe is read again: a command that writes without a pause must not keep this process from anything else.
    next_read: Instant,
    /// What was written last; 0 before the first.
    generation: u64,
    /// The disk may be slow, and nothing else waits for it.
    writing: Option<JoinHandle<io::Result<()>>>,
}

/// What is in the file.
#[derive(Serialize)]
struct Content<'a> {
    generation: u64,
    group: Text,
    id: Text,
    shards: u32,
    lease: LeaseId,
    owned: &'a [Given],
}

impl OwnedFile {
    /// Makes the directory and the pipe, for this user alone.
    ///
    /// # Errors
    /// They can't be made.
    pub(super) fn new() -> io::Result<Self> {
        let dir = std::env::temp_dir().join(format!("etcdpat-owned-{:016x}", random::number()));
        match make(&dir) {
            Ok(pipe) => {
                Ok(Self { dir, pipe, line: Vec::new(), next_read: Instant::now(), generation: 0, writing: None })
            }
            Err(error) => {
                let _ = fs::remove_dir_all(&dir);
                Err(error)
            }
        }
    }

    /// The variable that says where the file is.
    pub(super) fn variable(&self) -> (OsString, OsString) {
        ("ETCDPAT_OWNED_FILE".into(), self.dir.join(FILE).into())
    }

    /// The variable that says where the pipe is.
    pub(super) fn pipe_variable(&self) -> (OsString, OsString) {
        ("ETCDPAT_OWNED_ACK".into(), self.dir.join(PIPE).into())
    }

    /// The number of the generation that was begun last; 0 before the first.
    pub(super) fn generation(&self) -> u64 {
        self.generation
    }

    /// Replaces the file by the next generation. One whose writing is not waited for is written before a later one. A directory
    /// that somebody has removed is made again.
    ///
    /// # Errors
    /// It can't be written: the old one stands.
    pub(super) async fn write(&mut self, params: &Params, lease: LeaseId, owned: &[Given]) -> io::Result<()> {
        match self.write_next(params, lease, owned).await {
            Err(error) if error.kind() == io::ErrorKind::NotFound => {
                self.pipe = make(&self.dir)?;
                self.write_next(params, lease, owned).await
            }
            written => written,
        }
    }

    async fn write_next(&mut self, params: &Params, lease: LeaseId, owned: &[Given]) -> io::Result<()> {
        if let Some(writing) = &mut self.writing {
            let _ = writing.await;
            self.writing = None;
        }
        self.generation += 1;
        let (group, id, generation) = (params.name.text(), Text::from(params.id.clone()), self.generation);
        let mut text = serde_json::to_vec(&Content { generation, group, id, shards: params.shards, lease, owned })?;
        text.push(b'\n');
        let (new, file) = (self.dir.join(".new"), self.dir.join(FILE));
        let write = move || {
            File::options().write(true).create(true).truncate(true).mode(0o600).open(&new)?.write_all(&text)?;
            fs::rename(&new, &file)
        };
        let written = self.writing.insert(tokio::task::spawn_blocking(write)).await;
        self.writing = None;
        written.map_err(io::Error::other)?
    }

    /// Waits for the next acknowledgement: a line with the number of a generation. Other lines count as none. Nothing is lost
    /// when it is dropped.
    pub(super) async fn acknowledged(&mut self) -> u64 {
        loop {
            sleep_until(self.next_read).await;
            self.line.reserve(AT_ONCE);
            if let Err(error) = self.pipe.read_buf(&mut self.line).await {
                tracing::debug!(%error, "reading acknowledgements");
                std::future::pending::<()>().await;
            }
            self.next_read = Instant::now() + BETWEEN_READS;
            let whole = self.line.iter().rposition(|&byte| byte == b'\n').map_or(0, |end| end + 1);
            let lines: Vec<u8> = self.line.drain(..whole).collect();
            if self.line.len() > LONGEST_LINE {
                self.line.clear();
            }
            let numbers = lines
                .split(|&byte| byte == b'\n')
                .filter_map(|line| std::str::from_utf8(line).ok()?.trim().parse().ok());
            if let Some(newest) = numbers.filter(|number| (1..=self.generation).contains(number)).max() {
                return newest;
            }
        }
    }
}

/// Makes the directory and the pipe in it, which is open for writing too: so it has no end when a writer closes it.
fn make(dir: &Path) -> io::Result<pipe::Receiver> {
    DirBuilder::new().mode(0o700).create(dir)?;
    nix::unistd::mkfifo(&dir.join(PIPE), Mode::S_IRUSR | Mode::S_IWUSR)?;
    pipe::OpenOptions::new().read_write(true).open_receiver(dir.join(PIPE))
}

impl Drop for OwnedFile {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.dir);
    }
}
