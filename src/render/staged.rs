//! The new file beside the old one, until it takes its place.

use std::fs::{self, File, OpenOptions, Permissions};
use std::io::{self, Write};
use std::os::unix::fs::{MetadataExt, OpenOptionsExt, PermissionsExt, fchown};
use std::path::{Path, PathBuf};

use super::Error;
use super::leftovers;
use super::target::Target;

/// A new file that is written and on the disk. Dropped, it is removed.
#[derive(Debug)]
#[must_use = "the new file is removed unless it is committed"]
pub struct Staged {
    target: Target,
    beside: PathBuf,
    /// Open, because it holds the lock that tells the file from a leftover.
    file: File,
    text: Vec<u8>,
    in_place: bool,
}

impl Staged {
    pub(super) fn write(target: Target, text: &[u8], is_private: bool) -> io::Result<Self> {
        let mut staged = Self::create(target, is_private)?;
        text.clone_into(&mut staged.text);
        let mut file = &staged.file;
        file.write_all(text)?;
        if is_private {
            // Whatever the umask is.
            file.set_permissions(Permissions::from_mode(0o600))?;
        }
        if let Some(old) = staged.target.old.as_ref().filter(|_| !is_private) {
            keep(file, old)?;
        }
        file.sync_all()?;
        Ok(staged)
    }

    /// A file of a new name. One that replaces another is nobody else's until it has the other's permissions. The system
    /// alone knows what the umask makes of the usual ones, for one that is new.
    fn create(target: Target, is_private: bool) -> io::Result<Self> {
        let mode = if is_private || target.old.is_some() { 0o600 } else { 0o666 };
        let _guard = leftovers::guard();
        loop {
            let beside = target.dir.join(leftovers::new_name(&target.name));
            match OpenOptions::new().write(true).create_new(true).mode(mode).open(&beside) {
                Ok(file) => {
                    leftovers::lock(&file);
                    return Ok(Self { target, beside, file, text: Vec::new(), in_place: false });
                }
                // One that another process of this number has left, and that could not be removed.
                Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
                Err(error) => return Err(error),
            }
        }
    }

    /// Where the new file is now, so that a check can look at it.
    pub fn path(&self) -> &Path {
        &self.beside
    }

    /// Puts the new file in the old one's place, at once and for good.
    ///
    /// # Errors
    /// It can't take that place, or is not what was written, and is removed; the old file is as it was. Or, as [`Error::Unsynced`], it has taken it,
    /// but a loss of power may undo that.
    pub fn commit(mut self) -> Result<(), Error> {
        if !self.is_as_written() {
            return Err(Error::Changed { path: self.target.path.display().to_string() });
        }
        fs::rename(&self.beside, &self.target.path).map_err(|error| Error::unwritable(&self.target.path, error))?;
        self.in_place = true;
        match File::open(&self.target.dir).and_then(|dir| dir.sync_all()) {
            Err(error) if !cannot_sync(&error) => {
                Err(Error::Unsynced { path: self.target.path.display().to_string(), error })
            }
            _ => Ok(()),
        }
    }

    /// Whether a check has looked only.
    fn is_as_written(&self) -> bool {
        let same = |here: fs::Metadata, there: fs::Metadata| (here.dev(), here.ino()) == (there.dev(), there.ino());
        let is_same = self.file.metadata().and_then(|here| Ok(same(here, fs::symlink_metadata(&self.beside)?)));
        is_same.unwrap_or(false) && fs::read(&self.beside).is_ok_and(|text| text == self.text)
    }
}

impl Drop for Staged {
    fn drop(&mut self) {
        if !self.in_place {
            // What can't be removed now is a leftover.
            let _ = fs::remove_file(&self.beside);
        }
    }
}

/// Gives `file` the owner, group and permissions of the old one. Who may not give files away stays the owner; then nothing
/// runs as the owner or group (set-uid, set-gid) that once did.
fn keep(file: &File, old: &fs::Metadata) -> io::Result<()> {
    let both = fchown(file, Some(old.uid()), Some(old.gid()));
    let kept = both.is_ok();
    if !kept {
        let _ = fchown(file, None, Some(old.gid()));
    }
    file.set_permissions(Permissions::from_mode(old.mode() & if kept { 0o7777 } else { 0o777 }))
}

/// Some file systems do not sync directories, and a directory that may only be searched can't be opened.
fn cannot_sync(error: &io::Error) -> bool {
    [io::ErrorKind::InvalidInput, io::ErrorKind::Unsupported, io::ErrorKind::PermissionDenied].contains(&error.kind())
}
