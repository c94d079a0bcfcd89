//! The operating-system calls that need `unsafe`, and nothing else: this module alone may use it.
//!
//! - `wait`: what becomes of children
//! - `pidfd`: a process that is named for good
//!
//! What must stay true: between `fork` and `exec` only async-signal-safe calls are made; the fork of the guardian
//! happens while the process has one thread.

#![allow(unsafe_code)]

pub(crate) mod pidfd;
pub(crate) mod wait;

use std::io;
use std::os::fd::{AsFd, AsRawFd, OwnedFd};
use std::os::unix::process::CommandExt;
use std::process::Command;

use nix::sys::signal::{self, SaFlags, SigAction, SigHandler, SigSet, SigmaskHow, Signal};
use nix::unistd::{ForkResult, Pid, getpid, getppid, setpgid};
use tokio::io::Interest;
use tokio::io::unix::AsyncFd;

/// Forks. The process must have one thread, so that the child finds no lock taken.
///
/// # Errors
/// What fork(2) says: no memory, or no more processes allowed.
pub(crate) fn fork_single_threaded() -> io::Result<ForkResult> {
    // SAFETY: called before the runtime is built, in a process with one thread, so the child may go on as any program.
    Ok(unsafe { nix::unistd::fork() }?)
}

/// Has `command`'s child stand in its own process group, die with this process, and start with default signal
/// dispositions and an empty signal mask.
pub(crate) fn prepare_child(command: &mut Command) {
    let parent = getpid();
    let hook = move || {
        stand_apart(parent)?;
        default_signals()
    };
    // SAFETY: the hook makes system calls only (setpgid, prctl, getppid, sigaction, sigprocmask), all
    // async-signal-safe, and allocates nothing.
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

/// Default dispositions for all signals, as a command starts with; the mask stays.
pub(crate) fn default_signals() -> io::Result<()> {
    let default = SigAction::new(SigHandler::SigDfl, SaFlags::empty(), SigSet::empty());
    for signal in Signal::iterator().filter(|s| !matches!(s, Signal::SIGKILL | Signal::SIGSTOP)) {
        // SAFETY: the default disposition runs no code of ours.
        unsafe { signal::sigaction(signal, &default) }?;
    }
    Ok(())
}

/// Has signals wait until [`unblock_signals`].
pub(crate) fn block_signals() -> io::Result<()> {
    Ok(signal::sigprocmask(SigmaskHow::SIG_BLOCK, Some(&SigSet::all()), None)?)
}

/// Empties the mask, as a command starts with: a signal that waited is delivered now.
pub(crate) fn unblock_signals() -> io::Result<()> {
    Ok(signal::sigprocmask(SigmaskHow::SIG_SETMASK, Some(&SigSet::empty()), None)?)
}

/// Ignores whatever asks a process to end or to stop, but SIGKILL and SIGSTOP: for a process that ends when another one
/// does, and only then.
pub(crate) fn ignore_requests_to_end() -> io::Result<()> {
    use Signal::{SIGHUP, SIGINT, SIGPIPE, SIGQUIT, SIGTERM, SIGTSTP, SIGTTIN, SIGTTOU, SIGUSR1, SIGUSR2};

    let ignore = SigAction::new(SigHandler::SigIgn, SaFlags::empty(), SigSet::empty());
    for signal in [SIGHUP, SIGINT, SIGPIPE, SIGQUIT, SIGTERM, SIGTSTP, SIGTTIN, SIGTTOU, SIGUSR1, SIGUSR2] {
        // SAFETY: an ignored signal runs no code of ours.
        unsafe { signal::sigaction(signal, &ignore) }?;
    }
    Ok(())
}

/// Whether `signal` was ignored when this process started or has been since (`nohup` ignores SIGHUP).
pub(crate) fn is_ignored(signal: Signal) -> bool {
    let mut current = std::mem::MaybeUninit::<nix::libc::sigaction>::zeroed();
    // SAFETY: a null new action only asks for the current one, which is written into `current`; all zeroes are a
    // valid `sigaction` should the call fail.
    let current = unsafe {
        nix::libc::sigaction(signal as i32, std::ptr::null(), current.as_mut_ptr());
        current.assume_init()
    };
    current.sa_sigaction == nix::libc::SIG_IGN
}

/// Stops this process's whole group as Ctrl-Z would, and returns when it goes on. An orphaned group, which nobody could
/// continue, is not stopped (POSIX, terminal access control).
pub(crate) fn stop_own_group() -> io::Result<()> {
    let default = SigAction::new(SigHandler::SigDfl, SaFlags::empty(), SigSet::empty());
    // SAFETY: the old action is put back as it was read; the default one runs no code of ours.
    unsafe {
        let old = signal::sigaction(Signal::SIGTSTP, &default)?;
        let sent = signal::kill(Pid::from_raw(0), Signal::SIGTSTP);
        signal::sigaction(Signal::SIGTSTP, &old)?;
        Ok(sent?)
    }
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

/// Ends this process at once: no destructor, nothing registered for the exit.
pub(crate) fn exit(code: i32) -> ! {
    // SAFETY: the kernel takes everything back; what was to be written has been waited for.
    unsafe { nix::libc::_exit(code) }
}
