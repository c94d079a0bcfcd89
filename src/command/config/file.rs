//! Files as they are given: read whole, up to a size.

use std::fmt::Display;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Read};
use std::os::unix::fs::{FileTypeExt, OpenOptionsExt};
use std::path::Path;

use crate::error::Failure;

/// All of standard input, if that is not too much.
///
/// # Errors
/// Code 2.
pub(super) fn standard_input(most: u64) -> Result<Vec<u8>, Failure> {
    up_to(io::stdin(), most).map_err(|why| Failure::usage(format!("cannot read standard input: {why}")))
}

/// What the user has named: a file, a pipe (`<(command)`), `/dev/stdin`, or `-` for standard input.
///
/// # Errors
/// Code 2.
pub(super) fn named(file: &Path, most: u64) -> Result<Vec<u8>, Failure> {
    if file.as_os_str() == "-" {
        return standard_input(most);
    }
    let cannot = |why: &dyn Display| Failure::usage(format!("cannot read {}: {why}", file.display()));
    let kind = fs::metadata(file).map_err(|error| cannot(&error))?.file_type();
    if !kind.is_fifo() && !kind.is_char_device() {
        return read(file, most);
    }
    up_to(File::open(file).map_err(|error| cannot(&error))?, most).map_err(|why| cannot(&why))
}

/// What is in a regular file, if that is not too much. Nothing else is waited for: a pipe is refused, and so is a file
/// that does not end.
///
/// # Errors
/// Code 2.
pub(super) fn read(file: &Path, most: u64) -> Result<Vec<u8>, Failure> {
    let cannot = |why: &dyn Display| Failure::usage(format!("cannot read {}: {why}", file.display()));
    let opened = OpenOptions::new().read(true).custom_flags(nix::libc::O_NONBLOCK).open(file);
    let opened = opened.map_err(|error| cannot(&error))?;
    if !opened.metadata().map_err(|error| cannot(&error))?.is_file() {
        return Err(cannot(&"it is not a regular file"));
    }
    up_to(opened, most).map_err(|why| cannot(&why))
}

/// All that is there to read, if that is not too much.
///
/// # Errors
/// Why not.
fn up_to(from: impl Read, most: u64) -> Result<Vec<u8>, String> {
    let mut bytes = Vec::new();
    from.take(most + 1).read_to_end(&mut bytes).map_err(|error| error.to_string())?;
    if u64::try_from(bytes.len()).is_ok_and(|length| length > most) {
        return Err(format!("there is more than {} MiB in it", most >> 20));
    }
    Ok(bytes)
}
