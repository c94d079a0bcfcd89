//! A process that is named for good: its number may be given to a stranger, a descriptor of it may not.

use std::os::fd::{AsRawFd, FromRawFd, OwnedFd};

use nix::errno::Errno;
use nix::libc;
use nix::sys::signal::Signal;
use nix::unistd::Pid;

/// A descriptor of a process (Linux 5.3).
#[derive(Debug)]
pub(crate) struct PidFd(OwnedFd);

impl PidFd {
    /// The process with this number now.
    #[cfg(any(target_os = "linux", target_os = "android"))]
    pub(crate) fn open(pid: Pid) -> Option<Self> {
        // SAFETY: the call takes two numbers; what it returns is a new descriptor that nobody else owns.
        unsafe {
            let fd = libc::syscall(libc::SYS_pidfd_open, pid.as_raw(), 0);
            let fd = i32::try_from(fd).ok().filter(|fd| *fd >= 0)?;
            Some(Self(OwnedFd::from_raw_fd(fd)))
        }
    }

    /// Sends a signal to the process.
    #[cfg(any(target_os = "linux", target_os = "android"))]
    pub(crate) fn signal(&self, signal: Option<Signal>) -> Result<(), Errno> {
        let number = signal.map_or(0, |signal| signal as i32);
        // SAFETY: without a siginfo the call takes numbers only.
        let sent = unsafe {
            libc::syscall(
                libc::SYS_pidfd_send_signal,
                self.0.as_raw_fd(),
                number,
                std::ptr::null::<libc::siginfo_t>(),
                0,
            )
        };
        Errno::result(sent).map(drop)
    }

    #[cfg(not(any(target_os = "linux", target_os = "android")))]
    pub(crate) fn open(_: Pid) -> Option<Self> {
        None
    }

    #[cfg(not(any(target_os = "linux", target_os = "android")))]
    pub(crate) fn signal(&self, _: Option<Signal>) -> Result<(), Errno> {
        Err(Errno::ENOSYS)
    }

    /// Whether the process, alive or a zombie, still has its number.
    pub(crate) fn has_its_number(&self) -> bool {
        self.signal(None) != Err(Errno::ESRCH)
    }
}
