//! Dispositions and masks, by number.
//!
//! What must stay true: what was ignored when etcdpat started is ignored in every process that it starts, SIGPIPE and
//! SIGCHLD excepted; all 64 signals of Linux are treated alike. The C library keeps 32 and 33 from its callers; where
//! it does, the kernel is asked.

use std::io;
use std::sync::OnceLock;

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

#[cfg(any(target_os = "linux", target_os = "android"))]
pub(crate) use kernel::{Received, Receiver};

/// The kernel's own calls, which know all 64 signals.
#[cfg(any(target_os = "linux", target_os = "android"))]
mod kernel {
    use std::io;
    use std::os::fd::{FromRawFd, OwnedFd};

    use nix::libc;
    use tokio::io::Interest;
    use tokio::io::unix::AsyncFd;

    use super::succeeded;
    use crate::signal::{Number, Set};

    /// The size of the kernel's signal sets.
    const SET: usize = size_of::<u64>();
    /// The size of a signal that was received.
    const RECEIVED: usize = size_of::<libc::signalfd_siginfo>();

    /// Those that the C library refuses to touch.
    fn is_the_librarys(signal: Number) -> bool {
        matches!(signal.0, 32 | 33)
    }

    /// A `struct sigaction` as the kernel has it, with room for every architecture's: the handler comes first, and
    /// zeroes are no flags, no restorer, an empty mask. (On MIPS the flags come first: there, nothing is done.)
    type Action = [usize; 8];
    const HANDLER_FIRST: bool = !cfg!(any(target_arch = "mips", target_arch = "mips64"));

    pub(super) fn disposition(signal: Number) -> Option<libc::sighandler_t> {
        let mut action: Action = [0; 8];
        if !is_the_librarys(signal) || !HANDLER_FIRST {
            return None;
        }
        // SAFETY: the kernel writes at most `Action`'s size; a null new action changes nothing.
        unsafe {
            libc::syscall(libc::SYS_rt_sigaction, signal.0, std::ptr::null::<Action>(), &raw mut action, SET);
        }
        Some(action[0])
    }

    pub(super) fn set_disposition(signal: Number, disposition: libc::sighandler_t) -> Option<io::Result<()>> {
        let action: Action = [disposition, 0, 0, 0, 0, 0, 0, 0];
        if !is_the_librarys(signal) {
            return None;
        }
        if !HANDLER_FIRST {
            return Some(Ok(()));
        }
        // SAFETY: the kernel reads at most `Action`'s size; neither disposition runs code of ours.
        let result = unsafe {
            libc::syscall(libc::SYS_rt_sigaction, signal.0, &raw const action, std::ptr::null_mut::<Action>(), SET)
        };
        Some(succeeded(i32::from(result != 0)))
    }

    pub(super) fn mask(how: i32, set: Set) -> io::Result<Set> {
        let (new, mut old) = (set.bits(), 0u64);
        // SAFETY: the kernel reads and writes a set of the size that it is told.
        let result = unsafe { libc::syscall(libc::SYS_rt_sigprocmask, how, &raw const new, &raw mut old, SET) };
        succeeded(i32::from(result != 0))?;
        Ok(Set::from_bits(old))
    }

    /// Signals as a readable stream. They are blocked from its beginning on, so that nobody else takes them.
    #[derive(Debug)]
    pub(crate) struct Receiver(AsyncFd<OwnedFd>);

    /// A signal that has come, and from whom.
    #[derive(Clone, Copy, Debug)]
    pub(crate) struct Received {
        pub(crate) signal: Number,
        /// The kernel sent it by itself (for a terminal, a timer), no process.
        pub(crate) by_kernel: bool,
        /// It comes of what this process did itself (as which the kernel has it).
        pub(crate) by_ourselves: bool,
    }

    impl Receiver {
        /// Call it in the main thread, before others that do not block them are started.
        pub(crate) fn new(signals: Set) -> io::Result<Self> {
            let bits = signals.bits();
            // SAFETY: the kernel reads a set of the size that it is told; the descriptor is new, and nobody else's.
            let fd = unsafe {
                let flags = libc::SFD_CLOEXEC | libc::SFD_NONBLOCK;
                let fd = libc::syscall(libc::SYS_signalfd4, -1, &raw const bits, SET, flags);
                let fd = i32::try_from(fd).ok().filter(|&fd| fd >= 0).ok_or_else(io::Error::last_os_error)?;
                OwnedFd::from_raw_fd(fd)
            };
            let receiver = Self(crate::os::register(fd, Interest::READABLE)?);
            mask(libc::SIG_BLOCK, signals)?;
            Ok(receiver)
        }

        /// The next one.
        pub(crate) async fn next(&mut self) -> Received {
            loop {
                // Neither fails on a descriptor of this kind.
                let Ok(mut ready) = self.0.readable_mut().await else { return std::future::pending().await };
                if let Ok(Ok(received)) = ready.try_io(|fd| read(fd.get_ref())) {
                    return received;
                }
            }
        }
    }

    fn read(fd: &OwnedFd) -> io::Result<Received> {
        let mut bytes = [0u8; RECEIVED];
        nix::unistd::read(fd, &mut bytes)?;
        let word = |at: usize| i32::from_ne_bytes([bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]]);
        // signalfd(2): signo, errno, code, pid.
        let (code, pid) = (word(8), word(12));
        let by_ourselves = code == libc::SI_USER && pid == nix::unistd::getpid().as_raw();
        Ok(Received { signal: Number(word(0)), by_kernel: code == libc::SI_KERNEL, by_ourselves })
    }
}

/// Where there is only the C library.
#[cfg(not(any(target_os = "linux", target_os = "android")))]
mod kernel {
    use std::io;

    use nix::libc;

    use super::succeeded;
    use crate::signal::{Number, Set};

    pub(super) fn disposition(_: Number) -> Option<libc::sighandler_t> {
        None
    }

    pub(super) fn set_disposition(_: Number, _: libc::sighandler_t) -> Option<io::Result<()>> {
        None
    }

    pub(super) fn mask(how: i32, set: Set) -> io::Result<Set> {
        // SAFETY: both sets are initialised before they are read; the calls take numbers that exist.
        unsafe {
            let (mut new, mut old) = (std::mem::zeroed(), std::mem::zeroed());
            libc::sigemptyset(&raw mut new);
            libc::sigemptyset(&raw mut old);
            set.iter().for_each(|signal| {
                libc::sigaddset(&raw mut new, signal.0);
            });
            succeeded(libc::pthread_sigmask(how, &raw const new, &raw mut old))?;
            Ok(Number::all().filter(|signal| libc::sigismember(&raw const old, signal.0) == 1).collect())
        }
    }
}
