//! Dispositions and masks, by number.
//!
//! What must stay true: what was ignored when etcdpat started is ignored in every process that it starts, SIGPIPE and
//! SIGCHLD excepted; all 64 signals of Linux are treated alike. The C library keeps 32 and 33 from its callers; where
//! it does, the kernel is asked.
//!
//! - `kernel`: the system calls; `posix.rs` has them where the kernel is not Linux

#[cfg(any(target_os = "linux", target_os = "android"))]
mod kernel;
#[cfg(not(any(target_os = "linux", target_os = "android")))]
#[path = "signals/posix.rs"]
mod kernel;

use std::io;
use std::sync::OnceLock;

#[cfg(any(target_os = "linux", target_os = "android"))]
pub(crate) use kernel::{Received, Receiver};
use nix::libc;
use nix::sys::signal::{self, SaFlags, SigAction, SigHandler, SigSet, Signal};
use nix::unistd::{ForkResult, Pid};

use crate::signal::{Number, Set};

/// What was ignored when etcdpat started.
static IGNORED: OnceLock<Set> = OnceLock::new();

/// Makes up for what a parent has left in this process: remembers which signals are ignored, empties the mask, and has
/// children reported. Call it before anything else.
pub(crate) fn put_in_order() -> io::Result<()> {
    ignored_at_start();
    // An ignored SIGCHLD would have children vanish unreported.
    set_disposition(Number(libc::SIGCHLD), libc::SIG_DFL)?;
    unblock_signals()
}

/// Which signals were ignored when etcdpat started: they stay so, for it and for the command. SIGPIPE and SIGCHLD are
/// not among them.
pub(crate) fn ignored_at_start() -> Set {
    *IGNORED.get_or_init(|| {
        let own = [libc::SIGPIPE, libc::SIGCHLD];
        Number::all().filter(|signal| !own.contains(&signal.0) && disposition(*signal) == libc::SIG_IGN).collect()
    })
}

/// Default dispositions for all signals, as a command starts with, but for what was ignored when etcdpat started; the
/// mask stays.
pub(crate) fn default_signals() -> io::Result<()> {
    let ignored = ignored_at_start();
    for signal in Number::all().filter(|signal| !signal.is_absolute()) {
        set_disposition(signal, if ignored.has(signal) { libc::SIG_IGN } else { libc::SIG_DFL })?;
    }
    Ok(())
}

/// Ignores whatever ends or stops a process by default, but SIGKILL and SIGSTOP: for a process that ends when another
/// one does, and only then.
pub(crate) fn ignore_requests_to_end() -> io::Result<()> {
    use crate::signal::Action;

    ignored_at_start();
    for signal in Number::all().filter(|signal| signal.default_action() != Action::Nothing && !signal.is_absolute()) {
        set_disposition(signal, libc::SIG_IGN)?;
    }
    Ok(())
}

/// Has signals wait until [`unblock_signals`].
fn block_signals() -> io::Result<()> {
    mask(libc::SIG_BLOCK, Set::ALL).map(drop)
}

/// Empties the mask, as a command starts with: a signal that waited is delivered now.
pub(crate) fn unblock_signals() -> io::Result<()> {
    mask(libc::SIG_SETMASK, Set::EMPTY).map(drop)
}

/// Has a thread leave signals to the main thread, whose reader they are meant for: it begins with this. (One that begins
/// with all blocked has 32 and 33 unblocked by the C library.)
pub(crate) fn leave_signals() {
    let _ = block_signals();
}

/// Does something with all signals blocked; a thread that it starts inherits that. (The C library's own calls would
/// unblock 32 and 33 afterwards.)
pub(crate) fn shielded<T>(action: impl FnOnce() -> T) -> T {
    let before = mask(libc::SIG_BLOCK, Set::ALL);
    let result = action();
    if let Ok(before) = before {
        let _ = mask(libc::SIG_SETMASK, before);
    }
    result
}

/// Does a `fork` with all signals blocked, and leaves them so in the child.
pub(crate) fn blocked_in_child(fork: impl FnOnce() -> io::Result<ForkResult>) -> io::Result<ForkResult> {
    let before = mask(libc::SIG_BLOCK, Set::ALL)?;
    let forked = fork();
    if !matches!(forked, Ok(ForkResult::Child)) {
        mask(libc::SIG_SETMASK, before)?;
    }
    forked
}

/// Sends a signal to a process: an unreaped child of this one.
pub(crate) fn send(pid: Pid, signal: Number) -> io::Result<()> {
    // SAFETY: a system call on two numbers.
    succeeded(unsafe { libc::kill(pid.as_raw(), signal.0) })
}

/// Sends a signal to a process group, which an unreaped child of this process pins.
pub(crate) fn send_group(group: Pid, signal: Number) -> io::Result<()> {
    // SAFETY: a system call on two numbers.
    succeeded(unsafe { libc::killpg(group.as_raw(), signal.0) })
}

/// A handler that is out of use for a while.
#[derive(Debug)]
pub(crate) struct Shelved(SigAction);

/// Has SIGTSTP stop this process again, as long as nobody handles it.
pub(crate) fn shelve_handler_of_stop_key() -> io::Result<Shelved> {
    let default = SigAction::new(SigHandler::SigDfl, SaFlags::empty(), SigSet::empty());
    // SAFETY: the default action runs no code of ours.
    Ok(Shelved(unsafe { signal::sigaction(Signal::SIGTSTP, &default) }?))
}

/// Puts a handler back into use.
pub(crate) fn put_back(Shelved(action): &Shelved) -> io::Result<()> {
    // SAFETY: it is as it was read.
    unsafe { signal::sigaction(Signal::SIGTSTP, action) }?;
    Ok(())
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

/// Has this process die of `signal`, without a core dump; before that, its whole group gets it where `group` says so.
/// Returns where the kernel lets nobody die like that (process 1 of a container).
pub(crate) fn die_of(signal: Number, group: bool) {
    // A core would be etcdpat's, which has done nothing wrong.
    let _ = nix::sys::resource::setrlimit(nix::sys::resource::Resource::RLIMIT_CORE, 0, 0);
    #[cfg(any(target_os = "linux", target_os = "android"))]
    let _ = nix::sys::prctl::set_dumpable(false);
    let _ = set_disposition(signal, libc::SIG_DFL);
    let _ = block_signals();
    if group {
        let _ = send(Pid::from_raw(0), signal);
    }
    let _ = send(nix::unistd::getpid(), signal);
    // Of what else waits, nothing may come first.
    let all_others = Number::all().filter(|other| *other != signal).collect();
    let _ = mask(libc::SIG_SETMASK, all_others);
}

fn succeeded(result: i32) -> io::Result<()> {
    if result == 0 { Ok(()) } else { Err(io::Error::last_os_error()) }
}

/// The present disposition; the default one where it can't be read.
fn disposition(signal: Number) -> libc::sighandler_t {
    let mut current = std::mem::MaybeUninit::<libc::sigaction>::zeroed();
    // SAFETY: a null new action only asks for the current one, which is written into `current`; all zeroes are a
    // valid `sigaction` should the call fail.
    let current = unsafe {
        libc::sigaction(signal.0, std::ptr::null(), current.as_mut_ptr());
        current.assume_init()
    };
    kernel::disposition(signal).unwrap_or(current.sa_sigaction)
}

/// Sets SIG_DFL or SIG_IGN.
fn set_disposition(signal: Number, disposition: libc::sighandler_t) -> io::Result<()> {
    if let Some(set) = kernel::set_disposition(signal, disposition) {
        return set;
    }
    // SAFETY: all zeroes are a valid `sigaction` with an empty mask; neither disposition runs code of ours.
    unsafe {
        let mut action: libc::sigaction = std::mem::zeroed();
        action.sa_sigaction = disposition;
        succeeded(libc::sigaction(signal.0, &raw const action, std::ptr::null_mut()))
    }
}

/// Changes this thread's mask; what it was before.
fn mask(how: i32, set: Set) -> io::Result<Set> {
    kernel::mask(how, set)
}
