//! The file that is to have a text.

use std::fs;
use std::os::unix::fs::MetadataExt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use similar::TextDiff;

use nix::unistd::geteuid;

use super::Error;
use super::leftovers;
use super::mark::{self, Mark};
use super::staged::Staged;
use super::target::Target;

/// The longest that the shortest diff is looked for; then one that is longer than it need be does.
const LONGEST_DIFF: Duration = Duration::from_secs(1);

/// A file that is replaced as a whole, or made.
///
/// Where the path is a symbolic link, the file that it leads to is replaced, and the link stays; it is followed anew at
/// each [`Output::stage`]. Other names of the same file (hard links) keep the old text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Output {
    path: PathBuf,
    is_private: bool,
}

impl Output {
    /// The file at `path`, whether it exists or not.
    ///
    /// # Errors
    /// It is a directory, a device or the like, or its directory does not exist.
    pub fn new(path: impl Into<PathBuf>) -> Result<Self, Error> {
        let path = path.into();
        Target::find(&path)?;
        Ok(Self { path, is_private: false })
    }

    /// The same for secrets: from its first moment the new file is this process's user's alone (mode 0600), whatever the
    /// old one was.
    ///
    /// # Errors
    /// As [`Output::new`].
    pub fn private(path: impl Into<PathBuf>) -> Result<Self, Error> {
        Ok(Self { is_private: true, ..Self::new(path)? })
    }

    /// The path, as it was given.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Notes beside the file that what depends on it is still to be told of its new text.
    ///
    /// # Errors
    /// Its directory can't be written.
    pub fn mark(&self) -> Result<Mark, Error> {
        let target = Target::find(&self.path)?;
        mark::put(&target).map_err(|error| Error::unwritable(&target.path, error))
    }

    /// Takes this note away, if it is still the one that is there.
    pub fn unmark(&self, mark: &Mark) {
        if let Ok(target) = Target::find(&self.path) {
            mark::remove(&target, mark);
        }
    }

    /// The note that is there, by this process or another one.
    pub fn marked(&self) -> Option<Mark> {
        mark::read(&Target::find(&self.path).ok()?)
    }

    /// What `text` would change in the file, as a unified diff; nothing where it has this text already.
    ///
    /// # Errors
    /// As [`Output::new`], or the file can't be read.
    pub fn diff(&self, text: &str) -> Result<Option<String>, Error> {
        let target = Target::find(&self.path)?;
        let old = target.old.map(|_| fs::read(&target.path)).transpose();
        let old = old.map_err(|error| Error::unreadable(&target.path, error))?;
        if old.as_deref() == Some(text.as_bytes()) {
            return Ok(None);
        }
        let (old, name) =
            (String::from_utf8_lossy(old.as_deref().unwrap_or_default()), self.path.display().to_string());
        let diff = TextDiff::configure().timeout(LONGEST_DIFF).diff_lines(old.as_ref(), text);
        Ok(Some(diff.unified_diff().header(&name, &name).to_string()))
    }

    /// Writes `text` to a new file beside the old one. Nothing is written, and `None` is returned, where the file has this
    /// text already. New files for this one that dead processes have left are removed.
    ///
    /// The new file has the permissions of the old one and, where this process may give it away, its owner and group. If
    /// there is no old one, the umask decides. A [private](Output::private) one has neither.
    ///
    /// # Errors
    /// As [`Output::new`], or the file can't be read or its directory not be written, or the disk is full. The old file is
    /// as it was.
    pub fn stage(&self, text: &[u8]) -> Result<Option<Staged>, Error> {
        let target = Target::find(&self.path)?;
        leftovers::remove(&target);
        if let Some(old) = target.old.as_ref().filter(|old| !self.is_private || is_private(old)) {
            let same_length = usize::try_from(old.len()).is_ok_and(|length| length == text.len());
            if same_length && fs::read(&target.path).map_err(|error| Error::unreadable(&target.path, error))? == text {
                return Ok(None);
            }
        }
        let path = target.path.clone();
        Staged::write(target, text, self.is_private).map(Some).map_err(|error| Error::unwritable(&path, error))
    }
}

/// Whether nobody else can read or write it.
fn is_private(file: &fs::Metadata) -> bool {
    file.mode() & 0o7777 == 0o600 && file.uid() == geteuid().as_raw()
}
