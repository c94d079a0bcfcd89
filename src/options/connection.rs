//! How to reach etcd, as flags and environment have it: endpoints, credentials, TLS files, time limits.

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::{Global, env, env_path, etcdctl, file, lease_id, positive_duration};
use crate::client::{Credentials, Endpoint, Options, Secret};
use crate::error::Failure;
use crate::event::LeaseId;

/// The largest file of certificates, a key or a password, in bytes.
const LARGEST: u64 = 16 << 20;

/// The longest password on standard input, in bytes.
const LONGEST_PASSWORD: usize = 64 << 10;

impl Global {
    /// How to reach etcd. Reads the files that are named; the password from standard input where it is `-`.
    ///
    /// # Errors
    /// Code 2 for whatever is malformed, missing or unreadable.
    pub fn connection(&self) -> Result<Options, Failure> {
        etcdctl::check()?;
        let dial_timeout = timeout(self.dial_timeout, ["ETCDPAT_DIAL_TIMEOUT", "ETCDCTL_DIAL_TIMEOUT"], 2)?;
        let command_timeout = timeout(self.command_timeout, ["ETCDPAT_COMMAND_TIMEOUT", "ETCDCTL_COMMAND_TIMEOUT"], 5)?;
        let found = self.find_endpoints(command_timeout)?;
        let tls = self.encryption(&found)?;
        let (endpoints, credentials) = (found.endpoints, self.credentials()?);
        Ok(Options { endpoints, credentials, tls, dial_timeout, command_timeout, scratch: scratch()? })
    }

    /// What a child inherits, so that an etcdpat in it reaches the same cluster: variables to set, and to remove. The
    /// password is never among them.
    pub fn environment(&self, options: &Options) -> (Vec<(OsString, OsString)>, Vec<OsString>) {
        let endpoints: Vec<_> = options.endpoints.iter().map(Endpoint::absolute).collect();
        let mut set = vec![("ETCDPAT_ENDPOINTS".into(), endpoints.join(",").into())];
        set.extend(self.encryption_environment(options));
        if let Some(Credentials { user, .. }) = &options.credentials {
            set.push(("ETCDPAT_USER".into(), user.into()));
        }
        let files = [
            ("ETCDPAT_PASSWORD_FILE", self.password_file()),
            ("ETCDPAT_CACERT", file(self.cacert.as_ref(), &["ETCDPAT_CACERT", "ETCDCTL_CACERT"])),
            ("ETCDPAT_CERT", file(self.cert.as_ref(), &["ETCDPAT_CERT", "ETCDCTL_CERT"])),
            // ETCDPAT_KEY is the lock's key in a child.
            ("ETCDCTL_KEY", self.key_file()),
        ];
        for (name, path) in files {
            if let Some(path) = path.filter(|path| path != Path::new("-")) {
                set.push((name.into(), std::path::absolute(&path).unwrap_or(path).into()));
            }
        }
        // The members are found, and given as endpoints.
        let unset = ["ETCDPAT_PASSWORD", "ETCDCTL_PASSWORD", "ETCDCTL_USER", "ETCDPAT_DISCOVERY_SRV"].map(Into::into);
        (set, unset.into())
    }

    fn credentials(&self) -> Result<Option<Credentials>, Failure> {
        let given = self.user.clone().or_else(|| env(&["ETCDPAT_USER", "ETCDCTL_USER"]));
        let Some(given) = given else {
            return match self.password_file {
                Some(_) => Err(Failure::usage("--password-file is given, but no --user")),
                None => Ok(None),
            };
        };
        if given.is_empty() {
            return Err(Failure::usage("the user's name is empty"));
        }
        // As with etcdctl: where the password comes from elsewhere, a colon is a part of the name.
        let elsewhere = match self.password_file() {
            Some(path) => Some(read_password(&path)?),
            None => env(&["ETCDPAT_PASSWORD", "ETCDCTL_PASSWORD"]),
        };
        let (user, password) = match (elsewhere, given.split_once(':')) {
            (Some(password), _) => (given, password),
            (None, Some((user, password))) => (user.to_owned(), password.to_owned()),
            (None, None) => {
                return Err(Failure::usage(format!("no password for user {given}"))
                    .hint("--password-file FILE, or - for standard input; or ETCDPAT_PASSWORD"));
            }
        };
        if user.is_empty() {
            return Err(Failure::usage("the user's name is empty"));
        }
        Ok(Some(Credentials { user, password: Secret::new(password) }))
    }

    /// Refuses to read the password from standard input, where `what` is read from there.
    ///
    /// # Errors
    /// Code 2.
    pub(crate) fn leave_standard_input_to(&self, what: &str) -> Result<(), Failure> {
        if self.password_file().as_deref() == Some(Path::new("-")) {
            return Err(Failure::usage(format!("the password can't come from standard input: {what} does")));
        }
        Ok(())
    }

    /// Where the password is; `-` is standard input.
    pub(crate) fn password_file(&self) -> Option<PathBuf> {
        file(self.password_file.as_ref(), &["ETCDPAT_PASSWORD_FILE"])
    }

    /// In a child of etcdpat, `ETCDPAT_KEY` is its lock's key (docs/guide/lock.md), told by its lease, or the key of a
    /// watch's event (docs/guide/watch.md).
    pub(super) fn key_file(&self) -> Option<PathBuf> {
        let names = if env_path(&["ETCDPAT_LEASE", "ETCDPAT_EVENT"]).is_some() {
            &["ETCDCTL_KEY"][..]
        } else {
            &["ETCDPAT_KEY", "ETCDCTL_KEY"]
        };
        file(self.key.as_ref(), names)
    }
}

/// The lease that whatever is put to stay goes with.
fn scratch() -> Result<Option<LeaseId>, Failure> {
    let refused = |error| Failure::usage(format!("ETCDPAT_SCRATCH_LEASE: {error}"));
    env(&["ETCDPAT_SCRATCH_LEASE"]).map(|id| lease_id(&id)).transpose().map_err(refused)
}

pub(super) fn file(flag: Option<&PathBuf>, names: &[&str]) -> Option<PathBuf> {
    flag.cloned().or_else(|| env_path(names))
}

fn read(path: &Path) -> Result<Vec<u8>, Failure> {
    file::named(path, LARGEST)
}

/// The first line of a file. Of standard input no more than that line is taken: the rest is a child's.
fn read_password(path: &Path) -> Result<String, Failure> {
    let bytes = if path == Path::new("-") {
        let mut line = Vec::new();
        let mut byte = [0];
        while nix::unistd::read(io::stdin(), &mut byte).is_ok_and(|read| read == 1) && byte[0] != b'\n' {
            line.push(byte[0]);
            if line.len() > LONGEST_PASSWORD {
                return Err(Failure::usage(
                    "the password on standard input has no end: it is one line, of 64 KiB at most",
                ));
            }
        }
        line
    } else {
        read(path)?
    };
    let first = bytes.split(|&byte| byte == b'\n').next().unwrap_or_default();
    let first = first.strip_suffix(b"\r").unwrap_or(first);
    String::from_utf8(first.to_vec()).map_err(|_| Failure::usage("the password is not UTF-8"))
}

fn timeout(flag: Option<Duration>, names: [&str; 2], seconds: u64) -> Result<Duration, Failure> {
    if let Some(given) = flag {
        return Ok(given);
    }
    let Some((name, given)) = names.into_iter().find_map(|name| Some((name, env(&[name])?))) else {
        return Ok(Duration::from_secs(seconds));
    };
    positive_duration(&given).map_err(|error| Failure::usage(format!("{name}: {error}")))
}
