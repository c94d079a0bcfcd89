//! What wakes the guardian at a time, on the boot-time clock.

use std::io;
use std::os::fd::BorrowedFd;
use std::os::unix::net::UnixStream;

use nix::poll::PollTimeout;

use crate::clock::BootTime;

/// A descriptor that becomes readable at the time.
#[cfg(any(target_os = "linux", target_os = "android"))]
pub(super) struct Timer(crate::clock::timer::BootTimer);

#[cfg(any(target_os = "linux", target_os = "android"))]
impl Timer {
    /// How long to wait for it: it wakes by itself.
    pub(super) fn longest_wait() -> PollTimeout {
        PollTimeout::NONE
    }

    pub(super) fn new() -> io::Result<Self> {
        Ok(Self(crate::clock::timer::BootTimer::new()?))
    }

    pub(super) fn set(&self, at: Option<BootTime>) -> io::Result<()> {
        self.0.set(at)
    }

    pub(super) fn as_fd<'a>(&'a self, _: &'a UnixStream) -> BorrowedFd<'a> {
        std::os::fd::AsFd::as_fd(&self.0)
    }
}

/// Where there is no such descriptor, the guardian looks at the clock often.
#[cfg(not(any(target_os = "linux", target_os = "android")))]
pub(super) struct Timer;

#[cfg(not(any(target_os = "linux", target_os = "android")))]
#[allow(clippy::unused_self, clippy::unnecessary_wraps)] // As the other one.
impl Timer {
    pub(super) fn longest_wait() -> PollTimeout {
        PollTimeout::from(50u8)
    }

    pub(super) fn new() -> io::Result<Self> {
        Ok(Self)
    }

    pub(super) fn set(&self, _: Option<BootTime>) -> io::Result<()> {
        Ok(())
    }

    pub(super) fn as_fd<'a>(&'a self, other: &'a UnixStream) -> BorrowedFd<'a> {
        std::os::fd::AsFd::as_fd(other)
    }
}
