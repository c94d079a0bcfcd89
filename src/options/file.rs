//! Files as they are given: read whole, up to a size.
//!
//! What must stay true: nothing is read without end (`/dev/zero`); what is to be a regular file is not waited for.

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
pub(crate) fn standard_input(most: u64) -> Result<Vec<u8>, Failure> {
    up_to(io::stdin(), most).map_err(|why| cannot_read(&"standard input", &why))
}

/// What the user has named: a file, a pipe (`<(command)`), `/dev/stdin`, or `-` for standard input.
///
/// # Errors
/// Code 2.
pub(crate) fn named_or_standard_input(file: &Path, most: u64) -> Result<Vec<u8>, Failure> {
    if file.as_os_str() == "-" { standard_input(most) } else { named(file, most) }
}

/// The same, but for `-`. A pipe that nobody writes is waited for, as by any tool, until a signal.
///
/// # Errors
/// Code 2.
pub(crate) fn named(file: &Path, most: u64) -> Result<Vec<u8>, Failure> {
    let cannot = |error: io::Error| cannot_read(&file.display(), &error);
    let kind = fs::metadata(file).map_err(cannot)?.file_type();
    if !kind.is_fifo() && !kind.is_char_device() {
        return read(file, most);
    }
    up_to(File::open(file).map_err(cannot)?, most).map_err(|why| cannot_read(&file.display(), &why))
}

/// What is in a regular file, if that is not too much. Nothing else is waited for: a pipe is refused, and so is a file
/// that does not end.
///
/// # Errors
/// Code 2.
pub(crate) fn read(file: &Path, most: u64) -> Result<Vec<u8>, Failure> {
    let cannot = |error: io::Error| cannot_read(&file.display(), &error);
    let opened = OpenOptions::new().read(true).custom_flags(nix::libc::O_NONBLOCK).open(file).map_err(cannot)?;
    let kind = opened.metadata().map_err(cannot)?;
    if !kind.is_file() {
        let what = if kind.is_dir() { "it is a directory" } else { "it is not a regular file" };
        return Err(cannot_read(&file.display(), &what));
    }
    up_to(opened, most).map_err(|why| cannot_read(&file.display(), &why))
}

fn cannot_read(what: &dyn Display, why: &dyn Display) -> Failure {
    Failure::usage(format!("cannot read {what}")).caused_by(why.to_string())
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
