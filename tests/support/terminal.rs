//! A real terminal: tmux.

use std::process::Command;
use std::time::Duration;

use super::{Etcd, eventually, path};

/// A tmux server of its own with one window, in which a shell runs. Gone when dropped.
pub struct Terminal {
    socket: String,
    _dir: tempfile::TempDir,
}

impl Terminal {
    /// Nothing where there is no tmux, said aloud.
    pub fn open(etcd: &Etcd) -> Option<Self> {
        if Command::new("tmux").arg("-V").output().is_err() {
            eprintln!("SKIPPED: no tmux here (scripts/setup installs it)");
            return None;
        }
        let dir = tempfile::tempdir().unwrap();
        let terminal = Self { socket: path(&dir, "tmux"), _dir: dir };
        let shell = "env PS1='$ ' bash --norc --noprofile -i";
        let endpoints = format!("ETCDPAT_ENDPOINTS={}", etcd.endpoints());
        terminal.tmux(&["-f", "/dev/null", "new-session", "-d", "-x", "150", "-y", "40", "-e", &endpoints, shell]);
        let own = std::path::Path::new(env!("CARGO_BIN_EXE_etcdpat")).parent().unwrap();
        terminal.enter(&format!("PATH={}:$PATH; clear; echo rea''dy", own.display()));
        terminal.wait_for("ready");
        Some(terminal)
    }

    pub fn tmux(&self, arguments: &[&str]) -> String {
        let done = Command::new("tmux").args(["-S", &self.socket]).args(arguments).env_remove("TMUX").output().unwrap();
        String::from_utf8_lossy(&done.stdout).into_owned()
    }

    pub fn enter(&self, line: &str) {
        self.tmux(&["send-keys", "-l", line]);
        self.tmux(&["send-keys", "Enter"]);
    }

    pub fn keys(&self, keys: &str) {
        self.tmux(&["send-keys", keys]);
    }

    /// The programs that run on the terminal, a line each.
    pub fn processes(&self) -> String {
        let tty = self.tmux(&["display-message", "-p", "#{pane_tty}"]);
        let done = Command::new("ps").args(["-o", "comm=", "-t", tty.trim()]).output().unwrap();
        String::from_utf8_lossy(&done.stdout).into_owned()
    }

    pub fn screen(&self) -> String {
        self.tmux(&["capture-pane", "-p"])
    }

    pub fn wait_for(&self, text: &str) -> String {
        let mut last = String::new();
        eventually(&format!("{text:?} on the screen"), Duration::from_secs(20), || {
            let screen = self.screen();
            if screen != last {
                last.clone_from(&screen);
            }
            screen.contains(text).then_some(screen)
        })
    }
}

impl Drop for Terminal {
    fn drop(&mut self) {
        if std::thread::panicking() {
            eprintln!("the screen:\n{}", self.screen());
        }
        self.tmux(&["kill-server"]);
    }
}
