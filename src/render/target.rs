//! The file that a path leads to.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::io;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::FileTypeExt;
use std::path::{Path, PathBuf};

use super::Error;

/// As many links are followed as Linux does.
const MOST_LINKS: usize = 40;

/// A regular file that is there, or can be made.
#[derive(Clone, Debug)]
pub(super) struct Target {
    pub(super) path: PathBuf,
    pub(super) dir: PathBuf,
    pub(super) name: OsString,
    /// What is there now.
    pub(super) old: Option<fs::Metadata>,
}

impl Target {
    /// Follows `path`, where it is a symbolic link, to the file that is to be replaced.
    ///
    /// # Errors
    /// It is something else than a regular file, or has no directory.
    pub(super) fn find(path: &Path) -> Result<Self, Error> {
        let shown = || path.display().to_string();
        let unusable = |error| Error::Unusable { path: shown(), error };
        let mut at = path.to_owned();
        for _ in 0..MOST_LINKS {
            let (dir, name) = split(&at).ok_or_else(|| Error::NotAFile { path: shown(), what: "a directory" })?;
            match fs::symlink_metadata(&at) {
                Ok(found) if found.is_symlink() => at = dir.join(fs::read_link(&at).map_err(unusable)?),
                Ok(found) if found.is_file() => return Ok(Self { path: at, dir, name, old: Some(found) }),
                Ok(found) => return Err(Error::NotAFile { path: shown(), what: kind(found.file_type()) }),
                Err(error) if error.kind() == io::ErrorKind::NotFound && dir.is_dir() => {
                    return Ok(Self { path: at, dir, name, old: None });
                }
                Err(error) if [io::ErrorKind::NotFound, io::ErrorKind::NotADirectory].contains(&error.kind()) => {
                    return Err(Error::NoDirectory { path: shown(), dir: dir.display().to_string() });
                }
                Err(error) => return Err(unusable(error)),
            }
        }
        Err(unusable(io::Error::other("too many symbolic links")))
    }
}

/// The directory and the name in it; nothing where the path's end is no name of a file.
fn split(path: &Path) -> Option<(PathBuf, OsString)> {
    let named = path.file_name().filter(|name| path.as_os_str().as_bytes().ends_with(name.as_bytes()));
    let dir = path.parent().filter(|dir| !dir.as_os_str().is_empty()).unwrap_or(Path::new("."));
    Some((dir.to_owned(), named.map(OsStr::to_owned)?))
}

fn kind(found: fs::FileType) -> &'static str {
    if found.is_dir() {
        "a directory"
    } else if found.is_fifo() {
        "a pipe"
    } else if found.is_socket() {
        "a socket"
    } else {
        "a device"
    }
}
