//! Signals by name, and sending them.

/// A signal. By number, because libraries know 31 of the 64.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Signal(pub i32);

impl Signal {
    pub const HUP: Self = Self(1);
    pub const INT: Self = Self(2);
    pub const QUIT: Self = Self(3);
    pub const KILL: Self = Self(9);
    pub const USR1: Self = Self(10);
    pub const USR2: Self = Self(12);
    pub const ALRM: Self = Self(14);
    pub const TERM: Self = Self(15);
    pub const CONT: Self = Self(18);
    pub const STOP: Self = Self(19);
    /// One of the real-time signals.
    pub const RT_40: Self = Self(40);

    /// The exit code by which a shell tells that a process died of it.
    pub const fn code(self) -> i32 {
        128 + self.0
    }
}

/// Sends a signal.
pub fn signal(pid: i32, signal: Signal) {
    // SAFETY: a system call on two numbers.
    #[allow(unsafe_code)]
    let sent = unsafe { nix::libc::kill(pid, signal.0) };
    assert_eq!(sent, 0, "{signal:?} to {pid}");
}
