//! Who is in the terminal's foreground: the child while it runs, when etcdpat was; its own group again afterwards.

use std::fs::{File, OpenOptions};
use std::io::{self, IsTerminal, Read, Write, stdin, stdout};
use std::os::fd::AsFd;
use std::os::unix::fs::OpenOptionsExt;

use nix::errno::Errno;
use nix::sys::signal::killpg;
use nix::sys::termios::{LocalFlags, SetArg, Termios, tcgetattr, tcsetattr};
use nix::unistd::{Pid, getpgrp, tcgetpgrp, tcsetpgrp};

use super::signals::shielded;

/// The controlling terminal.
#[derive(Debug)]
pub(crate) struct Terminal {
    tty: File,
    modes: Option<Termios>,
}

/// Whether etcdpat's process group has the terminal, if there is one.
#[cfg(not(any(target_os = "linux", target_os = "android")))]
pub(crate) fn is_in_foreground() -> bool {
    Terminal::open().is_some_and(|terminal| terminal.is_ours())
}

/// Whether this process's group is the foreground one of a terminal. Nothing where it is no terminal, or another session's.
pub(crate) fn has_foreground(terminal: impl AsFd) -> Option<bool> {
    tcgetpgrp(terminal).ok().map(|group| group == getpgrp())
}

/// What is typed on the terminal after this question, up to the end of the line, and not shown there.
pub(crate) fn secret(question: &str) -> io::Result<Vec<u8>> {
    let mut tty = OpenOptions::new().read(true).write(true).custom_flags(nix::libc::O_NOCTTY).open("/dev/tty")?;
    let modes = tcgetattr(&tty)?;
    let mut silent = modes.clone();
    silent.local_flags.remove(LocalFlags::ECHO);
    silent.local_flags.insert(LocalFlags::ECHONL);
    tty.write_all(question.as_bytes())?;
    tcsetattr(&tty, SetArg::TCSAFLUSH, &silent)?;
    let mut typed = Vec::new();
    let mut byte = [0];
    let read = loop {
        match tty.read(&mut byte) {
            Ok(0) => break Ok(()),
            Ok(_) => typed.push(byte[0]),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(error) => break Err(error),
        }
        if byte[0] == b'\n' {
            break Ok(());
        }
    };
    tcsetattr(&tty, SetArg::TCSAFLUSH, &modes)?;
    read.map(|()| typed)
}

impl Terminal {
    /// The controlling terminal and its modes as they are now, if there is one.
    pub(crate) fn open() -> Option<Self> {
        let tty = OpenOptions::new()
            .read(true)
            .write(true)
            .custom_flags(nix::libc::O_NOCTTY | nix::libc::O_CLOEXEC)
            .open("/dev/tty")
            .ok()?;
        let modes = tcgetattr(&tty).ok();
        Some(Self { tty, modes })
    }

    /// Whether this process's group is the foreground one.
    pub(crate) fn is_ours(&self) -> bool {
        has_foreground(&self.tty) == Some(true)
    }

    /// Whether a child should start in the foreground. In a pipeline (`etcdpat lock /l -- cmd | less`) a neighbour may
    /// need the terminal; then the child gets it when it first asks, by being stopped for it.
    pub(crate) fn is_for_child(&self) -> bool {
        self.is_ours() && stdin().is_terminal() && stdout().is_terminal()
    }

    /// Puts `group` in the foreground.
    pub(crate) fn lend(&self, group: Pid) {
        // From the background this raises SIGTTOU, unless that is blocked.
        let _ = shielded(|| tcsetpgrp(&self.tty, group));
    }

    /// Puts this process's group in the foreground again, where the command's `group` stands there, or one of which
    /// nothing is left: the command had given it the terminal. Any other has it from somebody else: a shell has taken it
    /// back when the script died that etcdpat was in. The modes too, after a command that could not restore them itself.
    pub(crate) fn take_back(&self, group: Pid, restore_modes: bool) {
        let front = tcgetpgrp(&self.tty);
        if front.is_ok_and(|front| front != getpgrp() && (front == group || is_empty(front))) {
            self.lend(getpgrp());
            if let (true, Some(modes)) = (restore_modes, &self.modes) {
                // At once: a terminal that is stopped (Ctrl-S) would never be drained.
                let _ = tcsetattr(&self.tty, SetArg::TCSANOW, modes);
            }
        }
    }

    /// For the guardian after its keeper's death: `keepers` back in the foreground unless somebody took it already.
    pub(crate) fn hand_on(&self, group: Pid, keepers: Pid) {
        if tcgetpgrp(&self.tty).is_ok_and(|front| front == group) {
            self.lend(keepers);
            if let Some(modes) = &self.modes {
                let _ = tcsetattr(&self.tty, SetArg::TCSANOW, modes);
            }
        }
    }
}

/// Whether no process is in `group`, or the terminal has none in its foreground.
fn is_empty(group: Pid) -> bool {
    group.as_raw() <= 0 || killpg(group, None) == Err(Errno::ESRCH)
}
