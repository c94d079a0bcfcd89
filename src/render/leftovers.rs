//! New files whose process died before they took a place: how they are named, told from those in use, and removed.
//!
//! A new file is `.NAME.etcdpat-PID-N`. Its process holds a lock on it (flock) as long as it may take its place. The number
//! alone would not do: in a container, the next process often has the number of the one that died.
//!
//! What must stay true: a file is removed only when no other process has its number here, and nobody has its lock.

use std::ffi::{OsStr, OsString};
use std::fs::{self, File, OpenOptions};
use std::os::fd::AsRawFd;
use std::os::unix::ffi::OsStrExt;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::process;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Mutex, MutexGuard, PoisonError};

use nix::errno::Errno;
use nix::fcntl::FlockArg;
use nix::libc::{O_NOFOLLOW, O_NONBLOCK};
use nix::sys::signal::kill;
use nix::unistd::Pid;

use super::target::Target;

/// Between the making of a file and its lock, this process does not look for leftovers.
static MAKING: Mutex<()> = Mutex::new(());

pub(super) fn guard() -> MutexGuard<'static, ()> {
    // It guards no data that a panic could have left half done.
    MAKING.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A name for a new file beside one of this name, another one each time.
pub(super) fn new_name(name: &OsStr) -> OsString {
    static NEXT: AtomicU64 = AtomicU64::new(0);
    let mut new = prefix(name);
    new.push(format!("{}-{}", process::id(), NEXT.fetch_add(1, Ordering::Relaxed)));
    new
}

/// Tells others that the file is in use, as long as it is open. Whether that can be done: some network file systems have no
/// locks, and there no leftover of a living process's number is removed.
#[allow(deprecated)] // `Flock` panics where it can't unlock; a descriptor that is closed has no such failure.
pub(super) fn lock(file: &File) -> bool {
    nix::fcntl::flock(file.as_raw_fd(), FlockArg::LockExclusiveNonblock).is_ok()
}

/// Removes what dead processes left beside this file. What can't be removed stays.
pub(super) fn remove(target: &Target) {
    let _guard = guard();
    let prefix = prefix(&target.name);
    for entry in fs::read_dir(&target.dir).into_iter().flatten().flatten() {
        let Some(pid) = owner(&entry.file_name(), &prefix) else { continue };
        if (pid == Pid::this() || kill(pid, None) == Err(Errno::ESRCH)) && is_unlocked(&entry.path()) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

pub(super) fn prefix(name: &OsStr) -> OsString {
    let mut prefix = OsString::from(".");
    prefix.push(name);
    prefix.push(".etcdpat-");
    prefix
}

/// The process in the name of a new file.
fn owner(name: &OsStr, prefix: &OsStr) -> Option<Pid> {
    let rest = name.as_bytes().strip_prefix(prefix.as_bytes())?;
    let (pid, number) = std::str::from_utf8(rest).ok()?.split_once('-')?;
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let pid = pid.parse().ok().filter(|_| digits(pid) && digits(number))?;
    if pid > 0 { Some(Pid::from_raw(pid)) } else { None }
}

fn is_unlocked(path: &Path) -> bool {
    let opened = OpenOptions::new().read(true).custom_flags(O_NOFOLLOW | O_NONBLOCK).open(path);
    opened.is_ok_and(|file| file.metadata().is_ok_and(|found| found.is_file()) && lock(&file))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_of_new_files_have_an_owner() {
        let prefix = prefix(OsStr::new("a"));
        let owner = |name: &str| owner(OsStr::new(name), &prefix).map(Pid::as_raw);
        assert_eq!(owner(".a.etcdpat-12-3"), Some(12));
        for other in ["a", ".a", ".a.etcdpat-", ".a.etcdpat-12", ".a.etcdpat-12-", ".a.etcdpat-+12-3", ".a.etcdpat-0-3"]
        {
            assert_eq!(owner(other), None, "{other}");
        }
        for other in [".b.etcdpat-12-3", ".a.etcdpat-12-3x", ".a.etcdpat-12-3-4", ".a.etcdpat-99999999999-3"] {
            assert_eq!(owner(other), None, "{other}");
        }
    }
}
