//! Finding and ending descendants.
//!
//! What must stay true: a signal goes only to an unreaped child of this process, or to a group that such a child leads
//! or that was made for the command and still has such a child in it. Both pin their number, so that it cannot have been
//! given to a stranger, and no stranger stands in them.

use std::io;
use std::time::Duration;

use nix::sys::signal::{Signal, kill, killpg};
use nix::unistd::Pid;

use crate::clock::BootTime;
use crate::os::wait::{self, Children};

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
        match wait::reap_any() {
            Children::Ended(..) => {}
            Children::Alive => return Left::Something,
            Children::None => return Left::Nothing,
        }
    }
}

/// Kills every child of this process, the groups that they lead and the command's group `command`. What is below them
/// becomes our child then, for the next round.
pub(super) fn kill_children(command: Pid) {
    for child in children() {
        let _ = match child.group(command) {
            Some(group) => killpg(group, Signal::SIGKILL),
            None => kill(child.pid, Signal::SIGKILL),
        };
    }
}

/// Who has been sent SIGTERM: each process is to get it once, because a second one means "at once" to many, to etcdpat
/// among them.
#[derive(Debug, Default)]
pub(super) struct Termed(Vec<(Pid, BootTime)>);

impl Termed {
    /// Takes note that the command's group has been sent SIGTERM now.
    pub(super) fn note(&mut self, group: Pid) {
        self.0.push((group, BootTime::now()));
    }

    /// Sends SIGTERM to every child of this process, with the groups as [`kill_children`] has them, but for those who
    /// have had it within the last `grace`; SIGCONT too, since a stopped process takes it only when it goes on. How
    /// many of the children were told so now.
    pub(super) fn terminate_children(&mut self, command: Pid, grace: Duration) -> usize {
        let recent = BootTime::now().before(grace);
        let mut told = 0;
        for child in children() {
            let group = child.group(command);
            let whom = group.unwrap_or(child.pid);
            if self.0.iter().any(|(who, at)| *who == whom && *at >= recent) {
                continue;
            }
            for signal in [Signal::SIGTERM, Signal::SIGCONT] {
                let _ = if group.is_some() { killpg(whom, signal) } else { kill(whom, signal) };
            }
            self.note(whom);
            told += 1;
        }
        told
    }
}

#[derive(Debug)]
struct Child {
    pid: Pid,
    pgrp: Pid,
}

impl Child {
    /// The group to signal in its stead: one that it leads, or the command's.
    fn group(&self, command: Pid) -> Option<Pid> {
        (self.pgrp == self.pid || self.pgrp == command).then_some(self.pgrp)
    }
}

/// This process's children, zombies included, as /proc has them. (`/proc/self/task/*/children` would be shorter, but
/// kernels can be built without it.)
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
            let pgrp: i32 = fields.next()?.parse().ok()?;
            (parent == own.as_raw()).then(|| Child { pid: Pid::from_raw(pid), pgrp: Pid::from_raw(pgrp) })
        })
        .collect()
}
