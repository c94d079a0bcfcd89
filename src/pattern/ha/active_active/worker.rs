//! A guardian for one request after the other, and what its commands write.
//!
//! What must stay true: what one command has written is passed on before the next one writes.

use std::env;
use std::fs::{self, File, OpenOptions};
use std::io;
use std::os::unix::fs::{FileExt, OpenOptionsExt};

use super::Error;
use crate::random;
use crate::supervise::{ForkServer, Guardian};

/// So much output is passed on at a time.
const CHUNK: usize = 64 << 10;

/// A stream that a command has written to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChildStream {
    /// Standard output.
    Out,
    /// Standard error.
    Err,
}

/// Where the output of commands goes, and what else waits for its reader.
pub trait Output {
    /// Passes output on, as soon as there is room.
    fn pass_on(&self, stream: ChildStream, bytes: &[u8]) -> impl Future<Output = ()>;

    /// Waits until there is room for more events.
    fn has_room(&self) -> impl Future<Output = ()>;

    /// Whether somebody watches how it goes on.
    fn is_live(&self) -> bool;
}

/// A guardian, and files that have what its commands write; none where that goes where ours does.
pub(super) struct Worker {
    pub(super) guardian: Guardian,
    files: Option<[File; 2]>,
}

impl Worker {
    /// Starts one. `grouped`: what a command writes is kept until it has ended.
    pub(super) async fn start(server: &ForkServer, grouped: bool) -> Result<Self, Error> {
        if !grouped {
            return Ok(Self { guardian: server.guardian().await?, files: None });
        }
        let open = || -> io::Result<_> {
            let files = [unnamed_file()?, unnamed_file()?];
            let theirs = [files[0].try_clone()?.into(), files[1].try_clone()?.into()];
            Ok((files, theirs))
        };
        let (files, theirs) = open().map_err(Error::Output)?;
        Ok(Self { guardian: server.guardian_with_output(theirs).await?, files: Some(files) })
    }

    /// Passes on what a command has written, and makes room for the next one's.
    pub(super) async fn pass_on(&mut self, output: &impl Output) -> io::Result<()> {
        let Some(files) = &self.files else { return Ok(()) };
        for (file, stream) in files.iter().zip([ChildStream::Out, ChildStream::Err]) {
            let mut at = 0;
            let mut chunk = vec![0; CHUNK];
            loop {
                let read = file.read_at(&mut chunk, at)?;
                if read == 0 {
                    break;
                }
                output.pass_on(stream, &chunk[..read]).await;
                at += u64::try_from(read).unwrap_or(u64::MAX);
            }
            if at > 0 {
                file.set_len(0)?;
            }
        }
        Ok(())
    }
}

/// A file without a name, to which only its end is written.
fn unnamed_file() -> io::Result<File> {
    let path = env::temp_dir().join(format!(".etcdpat-{:016x}", random::number()));
    let file = OpenOptions::new().read(true).append(true).create_new(true).mode(0o600).open(&path)?;
    fs::remove_file(path)?;
    Ok(file)
}
