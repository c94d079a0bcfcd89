//! Environment variables.

use std::path::PathBuf;

use crate::error::Failure;

/// Those that are read as text: what is no text in one of them must not count as not set.
const TEXTS: [&str; 24] = [
    "ETCDPAT_ENDPOINTS",
    "ETCDPAT_USER",
    "ETCDPAT_PASSWORD",
    "ETCDPAT_DIAL_TIMEOUT",
    "ETCDPAT_COMMAND_TIMEOUT",
    "ETCDPAT_OUTPUT",
    "ETCDPAT_STATE_ROOT",
    "RUST_LOG",
    "ETCDCTL_API",
    "ETCDCTL_ENDPOINTS",
    "ETCDCTL_USER",
    "ETCDCTL_PASSWORD",
    "ETCDCTL_DIAL_TIMEOUT",
    "ETCDCTL_COMMAND_TIMEOUT",
    "ETCDCTL_WRITE_OUT",
    "ETCDCTL_HEX",
    "ETCDCTL_DEBUG",
    "ETCDCTL_DISCOVERY_SRV",
    "ETCDCTL_INSECURE_SKIP_TLS_VERIFY",
    "ETCDCTL_INSECURE_TRANSPORT",
    "ETCDCTL_KEEPALIVE_TIME",
    "ETCDCTL_KEEPALIVE_TIMEOUT",
    "ETCDCTL_MAX_RECV_BYTES",
    "ETCDCTL_MAX_REQUEST_BYTES",
];

/// The value of the first of these variables that is set and not empty.
pub(crate) fn env(names: &[&str]) -> Option<String> {
    debug_assert!(names.iter().all(|name| TEXTS.contains(name)), "{names:?}");
    names.iter().find_map(|name| std::env::var(name).ok().filter(|value| !value.is_empty()))
}

/// The same, of what may be any bytes: the name of a file.
pub(crate) fn env_path(names: &[&str]) -> Option<PathBuf> {
    names.iter().find_map(|name| std::env::var_os(name).filter(|value| !value.is_empty()).map(PathBuf::from))
}

/// Refuses what is no text where text is read.
///
/// # Errors
/// Code 2, with the variable's name. (The value may be a password.)
pub(crate) fn check_texts() -> Result<(), Failure> {
    let is_text = |name: &&str| std::env::var_os(name).is_none_or(|value| value.to_str().is_some());
    match TEXTS.iter().find(|name| !is_text(name)) {
        Some(name) => Err(Failure::usage(format!("the environment variable {name} is not UTF-8"))),
        None => Ok(()),
    }
}
