//! The file that says which shards a command owns, and the pipe on which it acknowledges what it has read.
//!
//! What must stay true: whoever reads the file reads one generation, whole; an acknowledgement counts only for a generation
//! that was written.

use std::ffi::OsString;
use std::fs::{self, DirBuilder, File};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::PathBuf;

use nix::sys::stat::Mode;
use serde::Serialize;
use tokio::io::AsyncReadExt;
use tokio::net::unix::pipe;
use tokio::task::JoinHandle;

use super::Params;
use super::roster::Given;
use crate::event::{LeaseId, Text};
use crate::random;

/// The names of both in it.
const FILE: &str = "owned.json";
const PIPE: &str = "acknowledged";
/// The longest line that may be an acknowledgement.
const LONGEST_LINE: usize = 64;

/// The file and the pipe, in a directory of their own, which goes with this.
#[derive(Debug)]
pub(super) struct OwnedFile {
    dir: PathBuf,
    /// Open for writing too: it has no end when a writer closes it.
    pipe: pipe::Receiver,
    /// What has come of a line.
    line: Vec<u8>,
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
        DirBuilder::new().mode(0o700).create(&dir)?;
        let pipe = || {
            nix::unistd::mkfifo(&dir.join(PIPE), Mode::S_IRUSR | Mode::S_IWUSR)?;
            pipe::OpenOptions::new().read_write(true).open_receiver(dir.join(PIPE))
        };
        match pipe() {
            Ok(pipe) => Ok(Self { dir, pipe, line: Vec::new(), generation: 0, writing: None }),
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

    /// Replaces the file by the next generation. One whose writing is not waited for is written before a later one.
    ///
    /// # Errors
    /// It can't be written: the old one stands.
    pub(super) async fn write(&mut self, params: &Params, lease: LeaseId, owned: &[Given]) -> io::Result<()> {
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
            while let Some(end) = self.line.iter().position(|&byte| byte == b'\n') {
                let line: Vec<u8> = self.line.drain(..=end).collect();
                let number = std::str::from_utf8(&line).ok().and_then(|line| line.trim().parse().ok());
                match number {
                    Some(number) if (1..=self.generation).contains(&number) => return number,
                    _ => tracing::debug!("what the command has written to ETCDPAT_OWNED_ACK is no generation"),
                }
            }
            if self.line.len() > LONGEST_LINE {
                self.line.clear();
            }
            if let Err(error) = self.pipe.read_buf(&mut self.line).await {
                tracing::debug!(%error, "reading acknowledgements");
                std::future::pending::<()>().await;
            }
        }
    }
}

impl Drop for OwnedFile {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.dir);
    }
}
