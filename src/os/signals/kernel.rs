//! The kernel's own calls, which know all 64 signals.

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
