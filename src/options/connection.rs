//! How to reach etcd, as flags and environment have it: endpoints, credentials, TLS files, time limits.

use std::ffi::OsString;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::{Global, env, env_path, etcdctl, file, positive_duration};
use crate::client::{Credentials, Endpoint, Options, Secret, Tls};
use crate::error::Failure;

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
        etcdctl::check(self.endpoints.is_some() || env(&["ETCDPAT_ENDPOINTS"]).is_some())?;
        let endpoints = self.endpoints()?;
        let tls = match self.tls()? {
            None if etcdctl::wants_tls()? => Some(Tls::default()),
            tls => tls,
        };
        if let (Some(plain), Some(_)) = (endpoints.iter().find(|endpoint| endpoint.is_plain_text()), &tls) {
            return Err(Failure::usage(format!("endpoint {plain} is not encrypted, but TLS is asked for"))
                .hint("use https://, or leave --cacert, --cert, --key and ETCDCTL_INSECURE_TRANSPORT out"));
        }
        if let (Some(plain), Some(encrypted)) = (
            endpoints.iter().find(|endpoint| endpoint.is_plain_text()),
            endpoints.iter().find(|endpoint| endpoint.is_encrypted()),
        ) {
            return Err(Failure::usage(format!("endpoint {encrypted} is encrypted, and {plain} is not"))
                .hint("all members of a cluster are reached in one way"));
        }
        Ok(Options {
            endpoints,
            credentials: self.credentials()?,
            tls,
            dial_timeout: timeout(self.dial_timeout, ["ETCDPAT_DIAL_TIMEOUT", "ETCDCTL_DIAL_TIMEOUT"], 2)?,
            command_timeout: timeout(self.command_timeout, ["ETCDPAT_COMMAND_TIMEOUT", "ETCDCTL_COMMAND_TIMEOUT"], 5)?,
        })
    }

    /// What a child inherits, so that an etcdpat in it reaches the same cluster: variables to set, and to remove. The
    /// password is never among them.
    pub fn environment(&self, options: &Options) -> (Vec<(OsString, OsString)>, Vec<OsString>) {
        let endpoints: Vec<_> = options.endpoints.iter().map(ToString::to_string).collect();
        let mut set = vec![("ETCDPAT_ENDPOINTS".into(), endpoints.join(",").into())];
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
        let unset = ["ETCDPAT_PASSWORD", "ETCDCTL_PASSWORD", "ETCDCTL_USER"].map(Into::into);
        (set, unset.into())
    }

    fn endpoints(&self) -> Result<Vec<Endpoint>, Failure> {
        let given = self.endpoints.clone().or_else(|| env(&["ETCDPAT_ENDPOINTS", "ETCDCTL_ENDPOINTS"]));
        let given = given.unwrap_or_else(|| "127.0.0.1:2379".to_owned());
        let parse = |one: &str| match one.trim() {
            "" => Err(Failure::usage("malformed endpoint \"\": there is a comma too many")),
            one => one.parse().map_err(|error| Failure::usage(format!("{error}"))),
        };
        given.split(',').map(parse).collect()
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
        let (user, password) = match given.split_once(':') {
            Some((_, _)) if self.password_file.is_some() => {
                return Err(Failure::usage("the password is given twice: in --user and in --password-file"));
            }
            Some((_, _)) if env(&["ETCDPAT_PASSWORD", "ETCDCTL_PASSWORD"]).is_some() => {
                return Err(Failure::usage("the password is given twice: with the user, and in the environment")
                    .hint("a user whose name has a colon can't be named"));
            }
            Some((user, password)) => (user.to_owned(), password.to_owned()),
            None => match self.password_file() {
                Some(path) => (given, read_password(&path)?),
                None => match env(&["ETCDPAT_PASSWORD", "ETCDCTL_PASSWORD"]) {
                    Some(password) => (given, password),
                    None => {
                        return Err(Failure::usage(format!("no password for user {given}"))
                            .hint("--password-file FILE, or - for standard input; or ETCDPAT_PASSWORD"));
                    }
                },
            },
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
    fn key_file(&self) -> Option<PathBuf> {
        let names = if env_path(&["ETCDPAT_LEASE", "ETCDPAT_EVENT"]).is_some() {
            &["ETCDCTL_KEY"][..]
        } else {
            &["ETCDPAT_KEY", "ETCDCTL_KEY"]
        };
        file(self.key.as_ref(), names)
    }

    fn tls(&self) -> Result<Option<Tls>, Failure> {
        let cacert = file(self.cacert.as_ref(), &["ETCDPAT_CACERT", "ETCDCTL_CACERT"]);
        let cert = file(self.cert.as_ref(), &["ETCDPAT_CERT", "ETCDCTL_CERT"]);
        let identity = match (cert, self.key_file()) {
            (Some(cert), Some(key)) => {
                let key = String::from_utf8_lossy(&read(&key)?).into_owned();
                Some((read(&cert)?, Secret::new(key)))
            }
            (None, None) => None,
            (Some(_), None) => return Err(Failure::usage("--cert is given, but no --key")),
            (None, Some(_)) => return Err(Failure::usage("--key is given, but no --cert")),
        };
        let cacert = cacert.map(|path| read(&path)).transpose()?;
        Ok((cacert.is_some() || identity.is_some()).then_some(Tls { cacert, identity }))
    }
}

fn file(flag: Option<&PathBuf>, names: &[&str]) -> Option<PathBuf> {
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
