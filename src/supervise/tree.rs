//! Ending every descendant.
//!
//! What must stay true: a process is killed as it is found, not after others have been looked for. A signal goes only to
//! an unreaped child of this process, to a group that such a child leads or that was made for the command and still has
//! such a child in it, or through a descriptor of a process whose parent was seen to be one of these. All of them pin
//! their number, so that it cannot have been given to a stranger.

use std::collections::BTreeSet;
use std::io;
use std::time::Duration;

use nix::errno::Errno;
use nix::sys::signal::{Signal, kill, killpg};
use nix::unistd::{Pid, getpgid};

use super::descendants::{self, Descendants};
use super::kept;
use crate::clock::BootTime;
use crate::os::pidfd::PidFd;
use crate::os::wait::{self, Children};

/// Between two rounds of killing: after one that has found somebody new, and at the most.
const ROUND: Duration = Duration::from_millis(5);
const LONGEST_ROUND: Duration = Duration::from_millis(50);
/// What is not over by then is looked for everywhere.
const WIDEN_AFTER: Duration = Duration::from_millis(20);
/// So many descriptors of processes are kept at a time.
const DESCRIPTORS: usize = 64;

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

/// The tree below this process.
#[derive(Debug)]
pub(super) struct Tree {
    descendants: Descendants,
    /// Who has been sent SIGKILL.
    killed: BTreeSet<Pid>,
    killing_since: Option<BootTime>,
    widened_at: Option<BootTime>,
    round: Duration,
}

/// A process that can't be killed, and why.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Unkillable {
    pub(super) pid: Pid,
    pub(super) errno: Errno,
}

/// A process whose number is pinned: a child that is not reaped, or one that a descriptor names.
struct Pinned {
    pid: Pid,
    descriptor: Option<PidFd>,
}

impl Tree {
    pub(super) fn new(descendants: Descendants) -> Self {
        Self { descendants, killed: BTreeSet::new(), killing_since: None, widened_at: None, round: ROUND }
    }

    /// Reaps whatever has ended, when `command` has been; none that is kept: its owner does that.
    pub(super) fn reap(&mut self) -> Left {
        let alive = if kept::any() { self.reap_listed() } else { self.reap_any() };
        if self.descendants.is_left(alive) { Left::Something } else { Left::Nothing }
    }

    /// Whether there are children that live.
    fn reap_any(&mut self) -> bool {
        loop {
            match wait::reap_any() {
                Children::Ended(pid, _) => self.note_reaped(pid),
                alive => return alive == Children::Alive,
            }
        }
    }

    /// All that one look finds, before the next look: a guardian that was stopped may leave thousands.
    fn reap_listed(&mut self) -> bool {
        loop {
            let mut children = self.descendants.children();
            children.retain(|&pid| wait::peek(pid).is_some());
            if children.is_empty() {
                // Those that are kept, at the least.
                return true;
            }
            for pid in children {
                wait::reap(pid);
                self.note_reaped(pid);
            }
        }
    }

    fn note_reaped(&mut self, pid: Pid) {
        self.killed.remove(&pid);
        // Who was below it is our child now.
        self.round = Duration::ZERO;
    }

    /// Kills whatever there is of the tree now. To be called again after [`Tree::round`], and when a child has ended,
    /// until nothing is left. A child that can't be killed, where that is news.
    pub(super) fn kill(&mut self, command: Pid) -> Option<Unkillable> {
        self.widen(BootTime::now());
        let (reached, unkillable) = self.reach(command, Some(Signal::SIGKILL));
        let before = self.killed.len();
        self.killed.extend(reached);
        let any_new = self.killed.len() > before;
        self.round = if any_new { ROUND } else { (self.round * 2).clamp(ROUND, LONGEST_ROUND) };
        unkillable
    }

    /// Does all that [`Tree::kill`] does but kill, so that the memory which that needs has been touched.
    pub(super) fn rehearse(&mut self, command: Pid) {
        self.reach(command, None);
    }

    /// Sends a signal to all that is found. Who that is, and a child that was not killed before and refuses.
    ///
    /// What is below a process is read before the signal goes to it, so that the time does not grow with the depth of the
    /// tree. What is missed becomes our child when its parent has ended.
    fn reach(&mut self, command: Pid, signal: Option<Signal>) -> (Vec<Pid>, Option<Unkillable>) {
        let mut reached = Vec::new();
        let mut unkillable = None;
        let children = self.descendants.children();
        if children.is_empty() {
            return (reached, unkillable);
        }
        if !self.descendants.has_lists() {
            // To find out who is below them takes time: not before these are reached.
            for &pid in &children {
                let _ = Pinned { pid, descriptor: None }.send(command, signal);
            }
        }
        let kin = self.descendants.kin();
        for pid in children {
            let mut found = vec![Pinned { pid, descriptor: None }];
            while let Some(one) = found.pop() {
                let below = kin.below(one.pid);
                let sent = one.send(command, signal);
                // One that has ended meanwhile is no such case.
                if let (Err(errno @ Errno::EPERM), false) = (sent, self.killed.contains(&one.pid)) {
                    unkillable.get_or_insert(Unkillable { pid: one.pid, errno });
                }
                reached.push(one.pid);
                let room = DESCRIPTORS.saturating_sub(found.len());
                found.extend(below.into_iter().filter_map(|pid| one.pin_below(pid)).take(room));
            }
        }
        (reached, unkillable)
    }

    /// How long to wait for the end of a child before the next round.
    pub(super) fn round(&self) -> Duration {
        self.round
    }

    /// Forgets who was killed: the tree has ended, and numbers are given anew.
    pub(super) fn has_ended(&mut self) {
        (self.killing_since, self.widened_at, self.round) = (None, None, ROUND);
        self.killed.clear();
    }

    fn widen(&mut self, now: BootTime) {
        let since = *self.killing_since.get_or_insert(now);
        let last = self.widened_at.unwrap_or(since);
        let pause = if self.widened_at.is_some() { LONGEST_ROUND } else { WIDEN_AFTER };
        if now.since(last) >= pause {
            self.descendants.widen();
            self.widened_at = Some(now);
        }
    }
}

impl Pinned {
    /// Sends it a signal, and to the group that stands and falls with it.
    fn send(&self, command: Pid, signal: Option<Signal>) -> Result<(), Errno> {
        let Some(descriptor) = &self.descriptor else {
            let sent = kill(self.pid, signal);
            if let Some(group) = group_of(self.pid, command) {
                let _ = killpg(group, signal);
            }
            return sent;
        };
        descriptor.signal(signal)
    }

    /// The process with this number, which was seen below this one.
    fn pin_below(&self, pid: Pid) -> Option<Self> {
        let descriptor = PidFd::open(pid)?;
        // In this order: its parent has that number while it is the one that we know. A child is reaped by nobody else.
        let is_below =
            descendants::parent(pid) == Some(self.pid) && self.descriptor.as_ref().is_none_or(PidFd::has_its_number);
        // Its parent has ended meanwhile: now it is our own.
        let is_ours = is_below || wait::is_child(pid);
        is_ours.then_some(Self { pid, descriptor: Some(descriptor) })
    }
}

/// The group to signal with a child: one that it leads, or the command's.
fn group_of(child: Pid, command: Pid) -> Option<Pid> {
    getpgid(Some(child)).ok().filter(|&group| group == child || group == command)
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

    /// Sends SIGTERM to every child of this process, with the groups as [`Tree::kill`] has them, but for those who
    /// have had it within the last `grace`; SIGCONT too, since a stopped process takes it only when it goes on. How
    /// many of the children were told so now.
    pub(super) fn terminate_children(&mut self, tree: &mut Tree, command: Pid, grace: Duration) -> usize {
        let recent = BootTime::now().before(grace);
        let mut told = 0;
        for child in tree.descendants.children() {
            let group = group_of(child, command);
            let whom = group.unwrap_or(child);
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
