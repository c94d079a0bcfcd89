//! The operating-system calls that need `unsafe`, and nothing else: this module alone may use it.
//!
//! - `signals`: dispositions and masks
//! - `wait`: what becomes of children
//! - `pidfd`: a process that is named for good
//!
//! What must stay true: between `fork` and `exec` only async-signal-safe calls are made; the fork of the guardian
//! happens while the process has one thread.

#![allow(unsafe_code)]

pub(crate) mod pidfd;
pub(crate) mod signals;
pub(crate) mod terminal;
pub(crate) mod wait;

use std::io;
use std::os::fd::{AsFd, AsRawFd, FromRawFd, OwnedFd, RawFd};
use std::os::unix::process::CommandExt;
use std::process::Command;

use nix::sys::signal::Signal;
use nix::unistd::{ForkResult, Pid, getpid, getppid, setpgid};
use tokio::io::Interest;
use tokio::io::unix::AsyncFd;

pub(crate) use signals::{default_signals, ignore_requests_to_end, stop_own_group, unblock_signals};

/// Forks. The process must have one thread, so that the child finds no lock taken.
///
/// The child begins with all signals blocked: one that comes before it has settled what they mean to it waits until it
/// unblocks them. What its parent ignores would be lost otherwise, and what ends its parent would end it.
///
/// # Errors
/// What fork(2) says: no memory, or no more processes allowed.
pub(crate) fn fork_single_threaded() -> io::Result<ForkResult> {
    signals::blocked_in_child(|| {
        // SAFETY: called before the runtime is built, in a process with one thread, so the child may go on as any program.
        Ok(unsafe { nix::unistd::fork() }?)
    })
}

/// Has `command`'s child stand in its own process group, die with this process, and start with default signal
/// dispositions and an empty signal mask.
pub(crate) fn prepare_child(command: &mut Command) {
    let parent = getpid();
    let hook = move || {
        stand_apart(parent)?;
        default_signals()?;
        unblock_signals()
    };
    signals::ignored_at_start();
    // SAFETY: the hook makes system calls only (setpgid, prctl, getppid, sigaction, sigprocmask), all
    // async-signal-safe, and allocates nothing; what it reads has been made ready before.
    unsafe { command.pre_exec(hook) };
}

/// Has this process stand in a process group of its own and die with `parent`.
pub(crate) fn stand_apart(parent: Pid) -> io::Result<()> {
    setpgid(Pid::from_raw(0), Pid::from_raw(0))?;
    die_with(parent)
}

/// SIGKILL for this process when `parent`, which started it, ends; at once if it already has.
fn die_with(parent: Pid) -> io::Result<()> {
    #[cfg(any(target_os = "linux", target_os = "android"))]
    nix::sys::prctl::set_pdeathsig(Signal::SIGKILL)?;
    if getppid() == parent { Ok(()) } else { Err(io::ErrorKind::Interrupted.into()) }
}

/// How wide a terminal is. Nothing where that is not known, or no terminal.
pub(crate) fn columns(terminal: impl AsFd) -> Option<u16> {
    let mut size = std::mem::MaybeUninit::<nix::libc::winsize>::zeroed();
    // SAFETY: the call writes a `winsize`, or nothing; all zeroes are a valid one.
    let size = unsafe {
        nix::libc::ioctl(terminal.as_fd().as_raw_fd(), nix::libc::TIOCGWINSZ, size.as_mut_ptr());
        size.assume_init()
    };
    Some(size.ws_col).filter(|&columns| columns > 0)
}

/// Registers a descriptor with the runtime.
///
/// # Errors
/// It can't be waited for (a regular file), or too many are.
pub(crate) fn register(fd: OwnedFd, interest: Interest) -> io::Result<AsyncFd<OwnedFd>> {
    // SAFETY: the `AsyncFd` owns the descriptor, which so stays open and the same as long as it is registered.
    Ok(unsafe { AsyncFd::register_with_interest(fd, interest) }?)
}

/// Keeps in memory what this process has touched, and what it touches from now on of what it has: what it has done once
/// waits for no disk when it is done again. Where the limit of locked memory does not allow that, nothing changes.
pub(crate) fn lock_memory() {
    #[cfg(any(target_os = "linux", target_os = "android"))]
    // SAFETY: the call takes flags only.
    unsafe {
        nix::libc::mlockall(nix::libc::MCL_CURRENT | nix::libc::MCL_ONFAULT);
    }
}

/// A descriptor that has just been received, and that nobody else knows of.
pub(crate) fn own(descriptor: RawFd) -> OwnedFd {
    // SAFETY: the kernel has made it for this process, and its number has gone nowhere else.
    unsafe { OwnedFd::from_raw_fd(descriptor) }
}

/// Ends this process at once: no destructor, nothing registered for the exit.
pub(crate) fn exit(code: i32) -> ! {
    // SAFETY: the kernel takes everything back; what was to be written has been waited for.
    unsafe { nix::libc::_exit(code) }
}
