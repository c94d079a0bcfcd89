//! The note beside a file that what depends on it is still to be told of its new text.
//!
//! What must stay true: a note is taken away only by who has seen it: another process may have put its own in the place,
//! for a later text. Nothing is written or read through a link or a pipe of that name.

use std::fs::{self, OpenOptions};
use std::io::{self, Read};
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};
use std::process;
use std::time::UNIX_EPOCH;

use nix::libc::{O_NOFOLLOW, O_NONBLOCK};

use super::leftovers;
use super::target::Target;

/// More than a note has.
const MOST: u64 = 1024;

/// What a note says: which one it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark(Vec<u8>);

fn path(target: &Target) -> PathBuf {
    let mut name = leftovers::prefix(&target.name);
    name.push("reload");
    target.dir.join(name)
}

/// Puts one in the place of whatever is there.
pub(super) fn put(target: &Target) -> io::Result<Mark> {
    let (path, beside) = (path(target), target.dir.join(leftovers::new_name(&target.name)));
    let now = UNIX_EPOCH.elapsed().map_or(0, |elapsed| elapsed.as_nanos());
    let mark = Mark(format!("{} {now}\n", process::id()).into_bytes());
    let put = || {
        let mut file = OpenOptions::new().write(true).create_new(true).open(&beside)?;
        io::Write::write_all(&mut file, &mark.0)?;
        file.sync_all()?;
        fs::rename(&beside, path)
    };
    put().inspect_err(|_| drop(fs::remove_file(&beside)))?;
    Ok(mark)
}

/// The one that is there.
pub(super) fn read(target: &Target) -> Option<Mark> {
    let file = OpenOptions::new().read(true).custom_flags(O_NOFOLLOW | O_NONBLOCK).open(path(target)).ok()?;
    if !file.metadata().ok()?.is_file() {
        return None;
    }
    let mut bytes = Vec::new();
    file.take(MOST).read_to_end(&mut bytes).ok()?;
    Some(Mark(bytes))
}

/// Takes this one away.
pub(super) fn remove(target: &Target, mark: &Mark) {
    if read(target).as_ref() == Some(mark) {
        let _ = fs::remove_file::<&Path>(&path(target));
    }
}
