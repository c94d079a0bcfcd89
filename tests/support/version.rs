//! Which etcd the suite runs on: the programs in the directory `ETCDPAT_TEST_ETCD`, or else those on the PATH.
//! `scripts/matrix` runs it on one after another.

use std::ffi::OsString;
use std::path::PathBuf;
use std::process::Command;
use std::sync::LazyLock;

/// Which etcd.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Version {
    /// The one that the suite runs on.
    Installed,
}

impl Version {
    /// Those that one run of the suite sees.
    pub fn all() -> [Self; 1] {
        [Self::Installed]
    }

    pub fn binary(self, name: &str) -> PathBuf {
        directory().map_or_else(|| name.into(), |directory| directory.join(name))
    }

    /// Whether it is this release of etcd or a later one.
    pub fn is_at_least(self, major: u32, minor: u32) -> bool {
        static NUMBER: LazyLock<(u32, u32)> = LazyLock::new(number);
        *NUMBER >= (major, minor)
    }

    /// A flag that was an experiment before 3.6, by the name that this release knows.
    pub fn flag(self, flag: &str) -> String {
        let settled = flag.strip_prefix("--experimental-").filter(|_| self.is_at_least(3, 6));
        settled.map_or_else(|| flag.to_owned(), |settled| format!("--{settled}"))
    }

    /// The program that restores a backup. etcdctl did until 3.6.
    pub fn restorer(self) -> PathBuf {
        self.binary(if self.is_at_least(3, 6) { "etcdutl" } else { "etcdctl" })
    }
}

/// The PATH for processes that start an etcd or etcdctl by themselves.
pub fn search_path() -> OsString {
    let path = std::env::var_os("PATH").unwrap_or_default();
    let parts = directory().into_iter().chain(std::env::split_paths(&path));
    std::env::join_paths(parts).unwrap()
}

fn directory() -> Option<PathBuf> {
    std::env::var_os("ETCDPAT_TEST_ETCD").map(PathBuf::from)
}

/// Major and minor, of `etcd Version: 3.4.23`.
fn number() -> (u32, u32) {
    let etcd = Version::Installed.binary("etcd");
    let output = Command::new(etcd).arg("--version").output().expect("etcd (scripts/setup installs it)");
    let text = String::from_utf8(output.stdout).unwrap();
    let version = text.lines().find_map(|line| line.strip_prefix("etcd Version: ")).expect("a version");
    let mut numbers = version.split('.').map(|number| number.parse().unwrap_or(0));
    (numbers.next().unwrap(), numbers.next().unwrap())
}
