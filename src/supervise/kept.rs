//! The processes that this one keeps for itself: guardians, and the process that forks them. They are its children, but no
//! command's.
//!
//! What must stay true: whoever looks for what a dead guardian has left behind does not take a living one for it; nobody
//! but a guardian's owner reaps it, so that its number stays its own.

use std::collections::BTreeSet;
use std::sync::{Mutex, MutexGuard, PoisonError};

use nix::unistd::Pid;

static KEPT: Mutex<BTreeSet<i32>> = Mutex::new(BTreeSet::new());

/// From now on it is one of them.
pub(super) fn add(pid: Pid) {
    kept().insert(pid.as_raw());
}

/// It is none of them any more: it has been reaped, or whoever finds it may do that.
pub(super) fn remove(pid: Pid) {
    kept().remove(&pid.as_raw());
}

/// Whether it is one.
pub(super) fn has(pid: i32) -> bool {
    kept().contains(&pid)
}

/// Whether there are any.
pub(super) fn any() -> bool {
    !kept().is_empty()
}

/// For a process that has been forked: they are its parent's.
pub(super) fn forget_all() {
    kept().clear();
}

fn kept() -> MutexGuard<'static, BTreeSet<i32>> {
    KEPT.lock().unwrap_or_else(PoisonError::into_inner)
}
