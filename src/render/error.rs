//! What can go wrong between a template and its file.

use std::fmt;
use std::io;
use std::path::Path;

/// No text, or no file.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The template has a mistake, or what fills it does not fit: an undefined name, a filter that takes something else.
    #[error("{name}{}: {why}", Line(*.line))]
    Template {
        /// The template.
        name: String,
        /// Where, from 1.
        line: Option<usize>,
        /// What is wrong.
        why: String,
    },
    /// A template, or the old file, can't be read.
    #[error("cannot read {path}: {error}")]
    Unreadable {
        /// The file.
        path: String,
        /// What the system said.
        error: io::Error,
    },
    /// Only a regular file can be replaced.
    #[error("{path} is {what}: expected a regular file, or the name of a new one")]
    NotAFile {
        /// What was given.
        path: String,
        /// What it is.
        what: &'static str,
    },
    /// The file's directory is not there.
    #[error("there is no directory {dir} for {path}: make it first")]
    NoDirectory {
        /// The file.
        path: String,
        /// Its directory.
        dir: String,
    },
    /// The file can't be looked at, as in a directory that may not be searched.
    #[error("cannot use {path}: {error}")]
    Unusable {
        /// The file.
        path: String,
        /// What the system said.
        error: io::Error,
    },
    /// The new file could not be written, or not take the old one's place. The old one is untouched.
    #[error("cannot replace {path}: {error}; it is left as it was")]
    Unwritable {
        /// The file.
        path: String,
        /// What the system said.
        error: io::Error,
    },
    /// Somebody, a check perhaps, has changed the new file before it took the old one's place. The old one is untouched.
    #[error("the new file for {path} is not what was written: a check must only look at it")]
    Changed {
        /// The file.
        path: String,
    },
    /// Something is mounted on the file itself, as a container does with a single file. The old one is untouched.
    #[error("cannot replace {path}: it is a mount point; mount its directory instead")]
    Mounted {
        /// The file.
        path: String,
    },
    /// The new file is in place, but the directory could not be synced.
    #[error("{path} is replaced, but a loss of power may bring the old one back: {error}")]
    Unsynced {
        /// The file.
        path: String,
        /// What the system said.
        error: io::Error,
    },
}

/// `:LINE`, where it is known.
struct Line(Option<usize>);

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.map_or(Ok(()), |line| write!(f, ":{line}"))
    }
}

impl Error {
    pub(super) fn unreadable(path: &Path, error: io::Error) -> Self {
        Self::Unreadable { path: path.display().to_string(), error }
    }

    pub(super) fn unwritable(path: &Path, error: io::Error) -> Self {
        let path = path.display().to_string();
        if error.kind() == io::ErrorKind::ResourceBusy {
            Self::Mounted { path }
        } else {
            Self::Unwritable { path, error }
        }
    }
}
