//! Where a command's program is, when the command's own PATH is another one than ours.
//!
//! What must stay true: what is found is what exec(2) would have found by our own PATH; the command's environment, which
//! others may have written, decides nothing.

use std::env;
use std::ffi::OsStr;
use std::io;
use std::os::unix::ffi::OsStrExt;
use std::path::PathBuf;

use nix::unistd::{AccessFlags, access};

use super::Error;

/// Where a shell looks when there is no PATH.
const USUAL: &str = "/usr/local/bin:/bin:/usr/bin";

/// Whether a command can be started, as far as that can be told before: its program is there, and may be executed.
///
/// # Errors
/// [`Error::NotFound`], [`Error::NotExecutable`].
pub fn check_program(name: &OsStr) -> Result<(), Error> {
    let command = || name.to_string_lossy().into_owned();
    let found = find(name).and_then(|path| {
        let is_dir = std::fs::metadata(&path)?.is_dir();
        if is_dir {
            Err(io::Error::from_raw_os_error(nix::libc::EISDIR))
        } else {
            Ok(access(&path, AccessFlags::X_OK)?)
        }
    });
    found.map_err(|source| match source.kind() {
        io::ErrorKind::NotFound => Error::NotFound { command: command() },
        _ => Error::NotExecutable { command: command(), source },
    })
}

/// The program of this name. One that can't be executed is given too, where there is no other: exec(2) says why it can't.
///
/// # Errors
/// There is none.
pub(super) fn find(name: &OsStr) -> io::Result<PathBuf> {
    if name.as_bytes().contains(&b'/') {
        return Ok(name.into());
    }
    let mut forbidden = None;
    for dir in env::split_paths(&env::var_os("PATH").unwrap_or_else(|| USUAL.into())) {
        let dir = if dir.as_os_str().is_empty() { PathBuf::from(".") } else { dir };
        let path = dir.join(name);
        if !path.is_file() {
            continue;
        }
        if access(&path, AccessFlags::X_OK).is_ok() {
            return Ok(path);
        }
        forbidden.get_or_insert(path);
    }
    forbidden.ok_or_else(|| io::Error::from_raw_os_error(nix::libc::ENOENT))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_program_is_found_by_our_path() {
        let found = |name: &str| find(OsStr::new(name)).map_err(|error| error.raw_os_error());
        assert!(found("sh").expect("a shell").ends_with("sh"));
        assert_eq!(found("./x"), Ok(PathBuf::from("./x")));
        assert_eq!(found("no-such-program"), Err(Some(nix::libc::ENOENT)));
        assert_eq!(found(""), Err(Some(nix::libc::ENOENT)));
    }
}
