//! Real etcd, real processes, and waiting for what they do.

pub mod certs;
mod commands;
pub mod contest;
mod deaf;
pub mod dns;
pub mod election;
mod etcd;
mod full_pipe;
pub mod gate;
pub mod ha;
pub mod history;
mod json;
mod liar;
mod lock;
mod mute;
pub mod odd;
pub mod page;
pub mod peers;
mod ports;
mod process;
mod proxy;
mod pty;
mod random;
pub mod shell_row;
mod signal;
mod terminal;
mod transcript;
mod turns;
mod typed;
mod version;
mod words;

use std::time::{Duration, Instant};

pub use commands::{
    gone_within, plain_tree, script_without_interpreter, sections_are_disjoint, stubborn, stubborn_tree, tree,
};
pub use deaf::deaf_after;
pub use etcd::{Etcd, Setup, black_hole};
pub use full_pipe::FullPipe;
pub use json::{names, rows, seen};
pub use liar::liar;
pub use mute::Mute;
pub use process::{
    Done, Hook, Pat, Running, children_of, die_with_us, dispose, finish, is_alive, is_stopped, reap_zombie_free,
    signals_of, start,
};
pub use proxy::Proxy;
pub use pty::Pty;
pub use random::Random;
pub use signal::{Signal, signal};
pub use terminal::Terminal;
pub use transcript::Transcript;
pub use turns::{busy, quiet};
pub use typed::Typed;
pub use version::{Version, search_path};
pub use words::Words;

/// Waits until `happened` says something, at most `limit`.
pub fn eventually<T>(what: &str, limit: Duration, mut happened: impl FnMut() -> Option<T>) -> T {
    let end = Instant::now() + limit;
    loop {
        if let Some(found) = happened() {
            return found;
        }
        assert!(Instant::now() < end, "not within {limit:?}: {what}");
        std::thread::sleep(Duration::from_millis(5));
    }
}

/// Waits until `true`, at most ten seconds.
pub fn until(what: &str, mut happened: impl FnMut() -> bool) {
    eventually(what, Duration::from_secs(10), || happened().then_some(()));
}

/// A path in `dir`, as text.
pub fn path(dir: &tempfile::TempDir, name: &str) -> String {
    dir.path().join(name).to_str().unwrap().to_owned()
}

/// The number that a process has written into a file, once it is there.
pub fn number_in(path: &str) -> i32 {
    eventually(&format!("a number in {path}"), Duration::from_secs(10), || {
        let text = std::fs::read_to_string(path).ok()?;
        text.strip_suffix('\n')?.lines().last()?.trim().parse().ok()
    })
}
