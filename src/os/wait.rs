//! What becomes of children, as the kernel says it: libraries know 31 signals, and call a death by another one an error.
//!
//! What must stay true: a status is read raw; that a child is not there is known from ECHILD alone.

use nix::errno::Errno;
use nix::libc;
use nix::unistd::Pid;

/// How a process ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Exit {
    /// It exited with this code.
    Exited(u8),
    /// A signal with this number killed it, a real-time one perhaps.
    Killed(u8),
}

/// What the kernel says of the children of this process.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Children {
    /// This one has ended.
    Ended(Pid, Exit),
    /// There are some, and all of them live.
    Alive,
    /// There are none.
    None,
}

/// The next child that has ended. It stays a zombie, and so keeps its number.
pub(crate) fn peek_any() -> Children {
    next(libc::P_ALL, 0, libc::WNOWAIT)
}

/// Reaps the next child that has ended.
pub(crate) fn reap_any() -> Children {
    next(libc::P_ALL, 0, 0)
}

/// How the child `pid` has ended, if it has. It stays a zombie, and so keeps its number.
pub(crate) fn peek(pid: Pid) -> Option<Exit> {
    match next(libc::P_PID, id(pid), libc::WNOWAIT) {
        Children::Ended(_, ended) => Some(ended),
        Children::Alive | Children::None => None,
    }
}

/// Whether `pid` is a child of this process, alive or a zombie.
pub(crate) fn is_child(pid: Pid) -> bool {
    next(libc::P_PID, id(pid), libc::WNOWAIT) != Children::None
}

/// Reaps the child `pid`, if it has ended. Whether it is gone.
pub(crate) fn try_reap(pid: Pid) -> bool {
    next(libc::P_PID, id(pid), 0) != Children::Alive
}

/// Waits until the child `pid` has ended, and reaps it.
pub(crate) fn reap(pid: Pid) {
    // A signal's handler may interrupt it.
    while let Err(Errno::EINTR) = wait(libc::P_PID, id(pid), libc::WEXITED) {}
}

/// The signal that has just stopped the child `pid`.
pub(crate) fn stopped(pid: Pid) -> Option<i32> {
    match wait(libc::P_PID, id(pid), libc::WSTOPPED | libc::WNOHANG) {
        Ok(Some(change)) if change.code == libc::CLD_STOPPED => Some(change.status),
        _ => None,
    }
}

/// What waitid(2) tells.
struct Change {
    pid: Pid,
    code: i32,
    status: i32,
}

fn next(kind: libc::idtype_t, id: libc::id_t, flags: i32) -> Children {
    loop {
        return match wait(kind, id, libc::WEXITED | libc::WNOHANG | flags) {
            Ok(Some(Change { pid, code, status })) => {
                let number = u8::try_from(status & 0xff).unwrap_or(u8::MAX);
                let exited = code == libc::CLD_EXITED;
                Children::Ended(pid, if exited { Exit::Exited(number) } else { Exit::Killed(number) })
            }
            Ok(None) => Children::Alive,
            Err(Errno::EINTR) => continue,
            // The only other documented errors are of the arguments.
            Err(_) => Children::None,
        };
    }
}

fn wait(kind: libc::idtype_t, id: libc::id_t, flags: i32) -> Result<Option<Change>, Errno> {
    let mut info = std::mem::MaybeUninit::<libc::siginfo_t>::zeroed();
    // SAFETY: `info` may be written; all zeroes are a valid one, and say that there was no change. The fields that are
    // read are those of SIGCHLD, the only kind that waitid(2) writes.
    unsafe {
        Errno::result(libc::waitid(kind, id, info.as_mut_ptr(), flags))?;
        let info = info.assume_init();
        let pid = Pid::from_raw(info.si_pid());
        let change = Change { pid, code: info.si_code, status: info.si_status() };
        Ok((pid.as_raw() != 0).then_some(change))
    }
}

fn id(pid: Pid) -> libc::id_t {
    pid.as_raw().unsigned_abs()
}
