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

/// Where a shell looks when there is no PATH.
const USUAL: &str = "/usr/local/bin:/bin:/usr/bin";

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
