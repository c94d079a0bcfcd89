//! Finding the processes of a tree, whatever they are called and whoever may read of them.
//!
//! Most kernels list a process's children (`/proc/N/task/N/children`); that list is read where there is one. Elsewhere the
//! numbers that were given out since the tree began are gone through: waitid(2) knows every child of this process,
//! whether or not anything can be read of it, and it asks nothing of all the other processes of the host.
//!
//! What must stay true: a child that waitid(2) knows of is found; text in /proc is bytes, and says only where to look.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;

use nix::errno::Errno;
use nix::sys::signal::kill;
use nix::unistd::{Pid, getpid};

use super::kept;
use crate::os::wait;

/// More new numbers than these are looked up in /proc's directory, instead of being tried one by one.
const MANY: i32 = 16_384;
/// Numbers that are tried at a time where nothing else has found what is left.
const SLICE: i32 = 65_536;
/// The largest number of a process that Linux gives out.
const LARGEST: i32 = 4_194_304;

/// Who is below this process.
#[derive(Debug)]
pub(super) struct Descendants {
    own: Pid,
    /// Whether the kernel lists children; unknown before it was asked.
    has_lists: Option<bool>,
    /// Children that are not of the tree: they were there before it.
    bystanders: Bystanders,
    /// The last number that was given out when it was last looked at.
    newest: i32,
    /// Numbers in use that were given out since the tree began, and are not known to be strangers'.
    suspects: BTreeSet<i32>,
    /// Where the next slice of all numbers begins.
    slice: i32,
}

/// Children that this process had before the tree began.
#[derive(Clone, Debug, Default)]
pub(super) struct Bystanders {
    pids: BTreeSet<i32>,
    /// Whether there were any: then orphans of theirs may become our children at any time.
    any: bool,
    /// When the first process of the tree began, in clock ticks since boot.
    began: Option<u64>,
}

/// Why the children of this process can't be listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unlisted {
    /// There is no /proc.
    #[error("/proc is not mounted")]
    NoProc,
    /// It shows the processes of another PID namespace.
    #[error("/proc is that of another PID namespace")]
    OtherNamespace,
    /// A child that certainly is there was not found.
    #[error("a child of this process is not in the list of its children")]
    Incomplete,
}

/// What /proc says of a process.
struct Stat {
    parent: i32,
    /// Clock ticks since boot.
    began: u64,
}

impl Bystanders {
    /// The children that this process has now.
    pub(super) fn now() -> Self {
        if wait::peek_any() == wait::Children::None {
            return Self::default();
        }
        let listed = own_list(getpid()).unwrap_or_else(all_processes);
        Self { pids: listed.into_iter().filter(|&pid| is_child(pid)).collect(), any: true, began: None }
    }
}

impl Descendants {
    /// Of a tree whose first process has this number; all others are younger.
    pub(super) fn new(first: Pid, mut bystanders: Bystanders) -> Self {
        if bystanders.any {
            bystanders.began = stat(first.as_raw()).map(|stat| stat.began);
        }
        Self {
            own: getpid(),
            has_lists: None,
            bystanders,
            newest: first.as_raw() - 1,
            suspects: BTreeSet::new(),
            slice: 1,
        }
    }

    /// Makes sure that children can be found: `child` is one.
    pub(super) fn check(&mut self, child: Pid) -> Result<(), Unlisted> {
        match fs::read_link("/proc/self") {
            Err(_) => return Err(Unlisted::NoProc),
            Ok(own) if own.as_os_str() != self.own.to_string().as_str() => return Err(Unlisted::OtherNamespace),
            Ok(_) => {}
        }
        if self.children().contains(&child) { Ok(()) } else { Err(Unlisted::Incomplete) }
    }

    /// This process's children of the tree, zombies included.
    pub(super) fn children(&mut self) -> Vec<Pid> {
        if self.has_lists != Some(false) {
            let listed = own_list(self.own);
            self.has_lists = Some(listed.is_some());
            if let Some(listed) = listed.filter(|listed| !listed.is_empty()) {
                return self.of_tree(listed.into_iter());
            }
        }
        self.note_new();
        self.of_tree(self.suspects.iter().copied())
    }

    /// Whether the kernel lists children.
    pub(super) fn has_lists(&self) -> bool {
        self.has_lists == Some(true)
    }

    /// Looks further for children where they are not listed: the numbers may have begun anew since the tree did, and /proc
    /// may hide processes.
    pub(super) fn widen(&mut self) {
        if self.has_lists() && !self.children().is_empty() {
            return;
        }
        self.suspects.extend(all_processes().into_iter().filter(|&pid| is_child(pid)));
        if self.children().is_empty() {
            let slice = self.slice..(self.slice + SLICE).min(LARGEST + 1);
            self.slice = if slice.end > LARGEST { 1 } else { slice.end };
            self.suspects.extend(slice.filter(|&pid| is_child(pid)));
        }
    }

    /// Whether anything of the tree is left, after all that has ended was reaped. `alive`: there are children.
    pub(super) fn is_left(&mut self, alive: bool) -> bool {
        if !alive || !(self.bystanders.any || kept::any()) {
            return alive;
        }
        // Those that were bystanders and have been reaped since: their numbers may be given to others.
        self.bystanders.pids.retain(|&pid| is_child(pid));
        if self.bystanders.any || !self.has_lists() {
            self.widen();
        }
        !self.children().is_empty()
    }

    /// Who is below whom.
    pub(super) fn kin(&mut self) -> Kin {
        if self.has_lists() {
            return Kin::Listed;
        }
        let mut below: BTreeMap<i32, Vec<i32>> = BTreeMap::new();
        let mut strangers = BTreeSet::new();
        for &pid in &self.suspects {
            let Some(Stat { parent, .. }) = stat(pid) else { continue };
            let known = parent == self.own.as_raw() || self.suspects.contains(&parent);
            if known && !strangers.contains(&parent) {
                below.entry(parent).or_default().push(pid);
            } else if is_in_use(parent) {
                // Its parent lives and is none of ours. No process ever comes below one that it does not descend from.
                strangers.insert(pid);
            }
        }
        self.suspects.retain(|pid| !strangers.contains(pid));
        Kin::Read(below)
    }

    fn of_tree(&self, pids: impl Iterator<Item = i32>) -> Vec<Pid> {
        pids.filter(|&pid| is_child(pid) && !kept::has(pid) && !self.bystanders.has(pid)).map(Pid::from_raw).collect()
    }

    /// Takes note of the numbers that were given out since the last look.
    fn note_new(&mut self) {
        self.suspects.retain(|&pid| is_in_use(pid));
        let Some(newest) = newest() else { return };
        let new = newest - self.newest;
        if (0..=MANY).contains(&new) {
            self.suspects.extend((self.newest + 1..=newest).filter(|&pid| is_in_use(pid)));
        } else {
            let is_new = |pid: &i32| {
                if new < 0 { *pid > self.newest || *pid <= newest } else { *pid > self.newest && *pid <= newest }
            };
            self.suspects.extend(all_processes().into_iter().filter(is_new));
        }
        self.suspects.remove(&self.own.as_raw());
        self.newest = newest;
    }
}

impl Bystanders {
    fn has(&self, pid: i32) -> bool {
        // A child of such a child may have become ours; it can be told from the tree where it is older.
        let older = |began| stat(pid).is_some_and(|stat| stat.began < began);
        self.pids.contains(&pid) || self.began.is_some_and(older)
    }
}

/// Who is below whom.
pub(super) enum Kin {
    /// As the kernel lists it when it is asked.
    Listed,
    /// As was read from each process.
    Read(BTreeMap<i32, Vec<i32>>),
}

impl Kin {
    /// The processes whose parent is `pid`, as far as is known.
    pub(super) fn below(&self, pid: Pid) -> Vec<Pid> {
        let below = match self {
            Self::Listed => listed(pid),
            Self::Read(below) => below.get(&pid.as_raw()).cloned().unwrap_or_default(),
        };
        below.into_iter().map(Pid::from_raw).collect()
    }
}

/// The number of a process's parent.
pub(super) fn parent(pid: Pid) -> Option<Pid> {
    stat(pid.as_raw()).map(|stat| Pid::from_raw(stat.parent))
}

fn is_child(pid: i32) -> bool {
    wait::is_child(Pid::from_raw(pid))
}

fn is_in_use(pid: i32) -> bool {
    kill(Pid::from_raw(pid), None) != Err(Errno::ESRCH)
}

/// The children of this process, whose first thread is the one that has them; nothing where the kernel keeps no list.
fn own_list(own: Pid) -> Option<Vec<i32>> {
    list(own, own.as_raw()).ok()
}

/// The children of another process, those of all its threads.
fn listed(pid: Pid) -> Vec<i32> {
    let threads = fs::read_dir(format!("/proc/{pid}/task")).map(numbered).unwrap_or_default();
    threads.into_iter().flat_map(|thread| list(pid, thread).unwrap_or_default()).collect()
}

fn list(pid: Pid, thread: i32) -> io::Result<Vec<i32>> {
    Ok(numbers(&fs::read(format!("/proc/{pid}/task/{thread}/children"))?))
}

/// Every process that /proc shows.
fn all_processes() -> Vec<i32> {
    fs::read_dir("/proc").map(numbered).unwrap_or_default()
}

fn numbered(entries: fs::ReadDir) -> Vec<i32> {
    entries.flatten().filter_map(|entry| entry.file_name().to_str()?.parse().ok()).collect()
}

fn numbers(list: &[u8]) -> Vec<i32> {
    list.split(u8::is_ascii_whitespace).filter_map(number).collect()
}

fn number<T: std::str::FromStr>(text: &[u8]) -> Option<T> {
    std::str::from_utf8(text).ok()?.parse().ok()
}

/// The number that was given to a process or thread last, in this PID namespace.
fn newest() -> Option<i32> {
    // 0.00 0.01 0.05 1/80 4711
    let text = fs::read("/proc/loadavg").ok()?;
    number(text.trim_ascii().rsplit(|byte| *byte == b' ').next()?)
}

fn stat(pid: i32) -> Option<Stat> {
    Stat::parse(&fs::read(format!("/proc/{pid}/stat")).ok()?).ok()
}

impl Stat {
    /// proc_pid_stat(5): pid (name) state ppid ..., the time of its start as the 22nd. The name is any bytes, a bracket
    /// and half a character among them.
    fn parse(text: &[u8]) -> io::Result<Self> {
        let malformed = || io::Error::from(io::ErrorKind::InvalidData);
        let name_ends = text.iter().rposition(|&byte| byte == b')').ok_or_else(malformed)?;
        let mut fields = text[name_ends + 1..].split(u8::is_ascii_whitespace).filter(|field| !field.is_empty()).skip(1);
        let parent = fields.next().and_then(number).ok_or_else(malformed)?;
        let began = fields.nth(17).and_then(number).ok_or_else(malformed)?;
        Ok(Self { parent, began })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_of_any_bytes_hides_no_parent() {
        let rest = " S 41 7 7 0 -1 4194560 1 0 0 0 0 0 0 0 20 0 1 0 8675309 2490368 200\n";
        for name in [&b"sh"[..], b"a) R 1 1", b"\xd1\x81\xd0", b"", b"x\n(y", b" ", b"\xff)\xfe"] {
            let stat = Stat::parse(&[b"42 (", name, b")", rest.as_bytes()].concat()).expect("it is one");
            assert_eq!((stat.parent, stat.began), (41, 8_675_309));
        }
        for text in [&b""[..], b"42 (sh", b"42 (sh) S", b"42 (sh) S x", b")"] {
            assert!(Stat::parse(text).is_err());
        }
    }

    #[test]
    fn a_list_of_children_is_numbers() {
        assert_eq!(numbers(b"12 345 4194304 "), [12, 345, 4_194_304]);
        assert!(numbers(b"").is_empty());
    }
}
