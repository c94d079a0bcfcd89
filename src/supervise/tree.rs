//! Finding and ending descendants.
//!
//! What must stay true: a signal goes only to an unreaped child of this process, or to a group that has such a child as
//! a member. Both pin their number, so it cannot have been given to a stranger.

use std::io;

use nix::errno::Errno;
use nix::sys::signal::{Signal, kill, killpg};
use nix::sys::wait::{WaitPidFlag, WaitStatus, waitpid};
use nix::unistd::Pid;

/// Has orphans below this process become its children. Where the OS has no such thing (macOS), only the child's own
/// process group can be ended (docs/safety.md).
pub(super) fn become_subreaper() -> io::Result<()> {
    #[cfg(any(target_os = "linux", target_os = "android"))]
    nix::sys::prctl::set_child_subreaper(true)?;
    Ok(())
}

/// What is left of a tree whose head has been reaped.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Left {
    Nothing,
    Something,
}

/// Reaps whatever has ended.
pub(super) fn reap() -> Left {
    loop {
        match waitpid(None, Some(WaitPidFlag::WNOHANG)) {
            Ok(WaitStatus::StillAlive) => return Left::Something,
            Err(Errno::EINTR) | Ok(_) => {}
            Err(_) => return Left::Nothing,
        }
    }
}

/// Sends `signal` to every child of this process and to the groups that they stand in, other than our own. The number
/// of children found.
pub(super) fn signal_children(signal: Signal) -> usize {
    let own_group = nix::unistd::getpgrp();
    let children = children();
    for child in &children {
        // A group of which an unreaped child of ours is a member cannot be somebody else's.
        if child.group != own_group {
            let _ = killpg(child.group, signal);
        }
        let _ = kill(child.pid, signal);
    }
    children.len()
}

#[derive(Debug)]
struct Child {
    pid: Pid,
    group: Pid,
}

/// This process's children, zombies included, as /proc has them. (`/proc/self/task/*/children` would be shorter, but
/// many kernels are built without it.)
fn children() -> Vec<Child> {
    let own = nix::unistd::getpid();
    let Ok(entries) = std::fs::read_dir("/proc") else { return Vec::new() };
    entries
        .flatten()
        .filter_map(|entry| entry.file_name().to_str()?.parse().ok())
        .filter_map(|pid: i32| {
            let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
            // pid (name) state ppid pgrp ...: the name may hold anything, a bracket too.
            let mut fields = stat.rsplit_once(')')?.1.split_whitespace().skip(1);
            let parent: i32 = fields.next()?.parse().ok()?;
            let group: i32 = fields.next()?.parse().ok()?;
            (parent == own.as_raw()).then_some(Child { pid: Pid::from_raw(pid), group: Pid::from_raw(group) })
        })
        .collect()
}
