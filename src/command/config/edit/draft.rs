//! The file that the editor gets: in a directory of its own that nobody else may enter, gone when it is not needed any more.

use std::fs::{self, DirBuilder, File};
use std::io::{self, Write};
use std::os::unix::fs::{DirBuilderExt, OpenOptionsExt};
use std::path::{Path, PathBuf};

use crate::error::{ExitCode, Failure};
use crate::options::file;
use crate::random;
use crate::typed::Format;

/// The largest text that is read back, in bytes.
const LARGEST: u64 = 64 << 20;

#[derive(Debug)]
pub(super) struct Draft {
    dir: PathBuf,
    file: PathBuf,
    /// What was in it at first, before anybody has worked on it.
    first: Option<Vec<u8>>,
    /// It is left where it is.
    is_kept: bool,
}

impl Draft {
    /// One without a text.
    ///
    /// # Errors
    /// The directory can't be made.
    pub(super) fn new(format: Format) -> Result<Self, Failure> {
        let dir = std::env::temp_dir().join(format!("etcdpat-edit-{:016x}", random::number()));
        let made = DirBuilder::new().mode(0o700).create(&dir);
        made.map_err(|error| cannot("make", &dir, &error))?;
        let file = dir.join(format!("config.{format}"));
        Ok(Self { dir, file, first: None, is_kept: false })
    }

    pub(super) fn path(&self) -> &Path {
        &self.file
    }

    /// Has this text in it.
    ///
    /// # Errors
    /// The file can't be written.
    pub(super) fn write(&mut self, text: &[u8]) -> Result<(), Failure> {
        // A new file in the place of the old one, which is there until all is written.
        let new = self.dir.join(".new");
        let write = || -> io::Result<()> {
            File::options().write(true).create_new(true).mode(0o600).open(&new)?.write_all(text)?;
            fs::rename(&new, &self.file)
        };
        write().map_err(|error| cannot("write", &self.file, &error))?;
        self.first.get_or_insert_with(|| text.to_vec());
        Ok(())
    }

    /// What is in it.
    ///
    /// # Errors
    /// It is gone, or no file.
    pub(super) fn read(&self) -> Result<Vec<u8>, Failure> {
        file::read(&self.file, LARGEST).map_err(|failure| Failure { code: ExitCode::No, ..failure })
    }

    /// Leaves it where it is and says so, if somebody has worked on it.
    pub(super) fn kept(&mut self, failure: Failure) -> Failure {
        self.is_kept = self.first.is_some() && self.read().is_ok_and(|text| self.first.as_ref() != Some(&text));
        if !self.is_kept {
            return failure;
        }
        let kept = format!("your text is kept in {}", self.file.display());
        let hint = failure.hint.as_ref().map_or_else(|| kept.clone(), |hint| format!("{hint}; {kept}"));
        failure.hint(hint)
    }
}

impl Drop for Draft {
    fn drop(&mut self) {
        if !self.is_kept {
            let _ = fs::remove_dir_all(&self.dir);
        }
    }
}

fn cannot(what: &str, path: &Path, error: &io::Error) -> Failure {
    Failure::new(ExitCode::Failed, format!("cannot {what} {}: {error}", path.display()))
}
