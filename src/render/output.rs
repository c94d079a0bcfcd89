//! The file that is to have a text.

use std::fs;
use std::path::{Path, PathBuf};

use super::Error;
use super::leftovers;
use super::staged::Staged;
use super::target::Target;

/// A file that is replaced as a whole, or made.
///
/// Where the path is a symbolic link, the file that it leads to is replaced, and the link stays; it is followed anew at
/// each [`Output::stage`]. Other names of the same file (hard links) keep the old text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Output {
    path: PathBuf,
}

impl Output {
    /// The file at `path`, whether it exists or not.
    ///
    /// # Errors
    /// It is a directory, a device or the like, or its directory does not exist.
    pub fn new(path: impl Into<PathBuf>) -> Result<Self, Error> {
        let path = path.into();
        Target::find(&path)?;
        Ok(Self { path })
    }

    /// The path, as it was given.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Notes beside the file that what depends on it is still to be told of its new text.
    ///
    /// # Errors
    /// Its directory can't be written.
    pub fn mark(&self) -> Result<(), Error> {
        let mark = self.mark_path()?;
        fs::write(&mark, "").map_err(|error| Error::unwritable(&mark, error))
    }

    /// Takes that note away.
    pub fn unmark(&self) {
        if let Ok(mark) = self.mark_path() {
            let _ = fs::remove_file(mark);
        }
    }

    /// Whether it is noted, by this process or one that has ended.
    pub fn is_marked(&self) -> bool {
        self.mark_path().is_ok_and(|mark| mark.exists())
    }

    fn mark_path(&self) -> Result<PathBuf, Error> {
        let path = Target::find(&self.path)?.path;
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        Ok(path.with_file_name(format!(".{name}.etcdpat-reload")))
    }

    /// Writes `text` to a new file beside the old one. Nothing is written, and `None` is returned, where the file has this
    /// text already. New files for this one that dead processes have left are removed.
    ///
    /// The new file has the permissions of the old one and, where this process may give it away, its owner and group. If
    /// there is no old one, the umask decides.
    ///
    /// # Errors
    /// As [`Output::new`], or the file can't be read or its directory not be written, or the disk is full. The old file is
    /// as it was.
    pub fn stage(&self, text: &[u8]) -> Result<Option<Staged>, Error> {
        let target = Target::find(&self.path)?;
        leftovers::remove(&target);
        if let Some(old) = &target.old {
            let same_length = usize::try_from(old.len()).is_ok_and(|length| length == text.len());
            if same_length && fs::read(&target.path).map_err(|error| Error::unreadable(&target.path, error))? == text {
                return Ok(None);
            }
        }
        let path = target.path.clone();
        Staged::write(target, text).map(Some).map_err(|error| Error::unwritable(&path, error))
    }
}
