//! The process that has registered an instance, and whether it is certainly dead.

use nix::errno::Errno;
use nix::sys::signal::kill;
use nix::unistd::Pid;
use serde::{Deserialize, Serialize};

use crate::value::{Text, Time};

/// Who has registered an instance.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct By {
    /// Host name.
    pub host: Text,
    /// The kernel's id of this boot of the host.
    pub boot: Text,
    /// The process.
    pub pid: u32,
    /// In which namespace that is its number; empty where there are none.
    #[serde(default)]
    pub pid_ns: Text,
    /// Since when.
    pub since: Time,
}

impl By {
    /// Whether it is certain that this process is dead: it was one of this boot of this host, in our own namespace, and
    /// there is none of that number.
    pub fn is_dead(&self) -> bool {
        let is_ours = !self.boot.is_empty() && (&self.boot, &self.pid_ns) == (&boot_id(), &pid_ns());
        let pid = Pid::from_raw(self.pid.cast_signed());
        is_ours && pid.as_raw() > 0 && (kill(pid, None) == Err(Errno::ESRCH) || is_zombie(self.pid))
    }

    /// Whether this is the same process.
    pub fn is_same(&self, other: &Self) -> bool {
        let which = |by: &Self| (by.host.clone(), by.boot.clone(), by.pid, by.pid_ns.clone());
        which(self) == which(other)
    }
}

/// Whether a process has ended, and nobody has asked how.
fn is_zombie(pid: u32) -> bool {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    stat.rsplit_once(')').is_some_and(|(_, rest)| rest.trim_start().starts_with(['Z', 'X']))
}

/// The kernel's id of this boot; empty where there is none.
fn boot_id() -> Text {
    std::fs::read_to_string("/proc/sys/kernel/random/boot_id")
        .map(|id| id.trim_end().to_owned())
        .unwrap_or_default()
        .into()
}

/// The namespace of process numbers; empty where there are none.
pub fn pid_ns() -> Text {
    std::fs::read_link("/proc/self/ns/pid").map(|path| path.to_string_lossy().into_owned()).unwrap_or_default().into()
}
