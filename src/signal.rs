//! Signals by number: their names, and what they do to a process that has asked for nothing else (signal(7)).
//!
//! What must stay true: every number that the kernel knows is here, those without a name of their own included; the
//! libraries' types know 31 of Linux's 64.

use std::fmt;
use std::str::FromStr;

use nix::libc;
use nix::sys::signal::Signal;

/// The highest number.
#[cfg(any(target_os = "linux", target_os = "android"))]
pub const HIGHEST: i32 = 64;
/// The highest number.
#[cfg(not(any(target_os = "linux", target_os = "android")))]
pub const HIGHEST: i32 = 31;

/// The first real-time signal that programs may use. The two before it, 32 and 33, are the C library's own.
#[cfg(any(target_os = "linux", target_os = "android"))]
const FIRST_REAL_TIME: i32 = 34;

/// A signal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Number(pub i32);

/// What a signal does by default.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// It ends the process.
    End,
    /// It stops the process.
    Stop,
    /// Nothing, or it continues a stopped one.
    Nothing,
}

impl Number {
    /// All of them.
    pub fn all() -> impl Iterator<Item = Self> {
        (1..=HIGHEST).map(Self)
    }

    /// What it does by default.
    pub fn default_action(self) -> Action {
        match self.0 {
            libc::SIGSTOP | libc::SIGTSTP | libc::SIGTTIN | libc::SIGTTOU => Action::Stop,
            libc::SIGCHLD | libc::SIGCONT | libc::SIGURG | libc::SIGWINCH => Action::Nothing,
            #[cfg(target_vendor = "apple")]
            libc::SIGIO | libc::SIGINFO => Action::Nothing,
            _ => Action::End,
        }
    }

    /// Whether a process can neither handle, block nor ignore it.
    pub fn is_absolute(self) -> bool {
        matches!(self.0, libc::SIGKILL | libc::SIGSTOP)
    }

    /// Whether a terminal sends it to the foreground's group for a key (Ctrl-C, Ctrl-\), to end it.
    pub fn is_interrupt(self) -> bool {
        matches!(self.0, libc::SIGINT | libc::SIGQUIT)
    }

    /// Whether it is between the user and a command alone: never meant for a whole group.
    pub fn is_for_the_command(self) -> bool {
        matches!(self.0, libc::SIGUSR1 | libc::SIGUSR2)
    }

    /// As an exit code says it: 128+n.
    pub fn exit_code(self) -> u8 {
        128u8.saturating_add(self.as_u8())
    }

    /// The number, which always fits.
    pub fn as_u8(self) -> u8 {
        u8::try_from(self.0).unwrap_or(u8::MAX)
    }
}

impl From<Signal> for Number {
    fn from(signal: Signal) -> Self {
        Self(signal as i32)
    }
}

/// What is no signal.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a signal: expected HUP, SIGHUP or 1")]
pub struct InvalidSignal(String);

impl FromStr for Number {
    type Err = InvalidSignal;

    /// By its number, or its name with or without `SIG`, in any case.
    fn from_str(text: &str) -> Result<Self, InvalidSignal> {
        let name = text.to_ascii_uppercase();
        let is = |signal: &Self| {
            let full = signal.to_string().to_ascii_uppercase();
            full == name || full.strip_prefix("SIG") == Some(name.as_str()) || signal.0.to_string() == name
        };
        Self::all().find(is).ok_or_else(|| InvalidSignal(text.to_owned()))
    }
}

impl fmt::Display for Number {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Ok(signal) = Signal::try_from(self.0) {
            return f.write_str(signal.as_str());
        }
        #[cfg(any(target_os = "linux", target_os = "android"))]
        match self.0 - FIRST_REAL_TIME {
            0 => return f.write_str("SIGRTMIN"),
            above @ 1.. => return write!(f, "SIGRTMIN+{above}"),
            _ => {}
        }
        write!(f, "signal {}", self.0)
    }
}

/// Some signals: bit n-1 is signal n.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Set(u64);

impl Set {
    /// None.
    pub const EMPTY: Self = Self(0);
    /// All of them.
    pub const ALL: Self = Self(u64::MAX);

    /// Whether it is one of them.
    pub fn has(self, signal: Number) -> bool {
        self.0 & Self::bit(signal) != 0
    }

    /// From the bits.
    pub fn from_bits(bits: u64) -> Self {
        Self(bits)
    }

    /// The bits.
    pub fn bits(self) -> u64 {
        self.0
    }

    /// Each of them.
    pub fn iter(self) -> impl Iterator<Item = Number> {
        Number::all().filter(move |&signal| self.has(signal))
    }

    fn bit(signal: Number) -> u64 {
        if (1..=64).contains(&signal.0) { 1 << (signal.0 - 1) } else { 0 }
    }
}

impl FromIterator<Number> for Set {
    fn from_iter<I: IntoIterator<Item = Number>>(signals: I) -> Self {
        Self(signals.into_iter().fold(0, |bits, signal| bits | Self::bit(signal)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names() {
        let names = [2, 29, 32, 34, 40, 64].map(|number| Number(number).to_string());
        assert_eq!(names, ["SIGINT", "SIGIO", "signal 32", "SIGRTMIN", "SIGRTMIN+6", "SIGRTMIN+30"]);
    }

    #[test]
    fn signals_are_read_by_name_and_by_number() {
        for text in ["HUP", "SIGHUP", "hup", "1"] {
            assert_eq!(text.parse(), Ok(Number(1)), "{text}");
        }
        for text in ["", "0", "65", "SIG", "SIGSIGHUP", "-1", "01", " 1"] {
            assert_eq!(text.parse::<Number>(), Err(InvalidSignal(text.to_owned())));
        }
        for signal in Number::all() {
            assert_eq!(signal.to_string().parse(), Ok(signal));
        }
    }

    #[test]
    fn a_set_has_what_was_put_into_it() {
        let set: Set = [1, 32, 64].map(Number).into_iter().collect();
        assert_eq!(set.iter().map(|signal| signal.0).collect::<Vec<_>>(), [1, 32, 64]);
        assert!(Set::ALL.iter().count() == 64 && Set::EMPTY.iter().next().is_none());
    }
}
