//! Environment variables.

use std::path::PathBuf;

use crate::error::Failure;

/// Those that are read as text: what is no text in one of them must not count as not set.
const TEXTS: &[&str] = &[
    "ETCDPAT_ENDPOINTS",
    "ETCDPAT_USER",
    "ETCDPAT_PASSWORD",
    "ETCDPAT_DIAL_TIMEOUT",
    "ETCDPAT_COMMAND_TIMEOUT",
    "ETCDPAT_OUTPUT",
    "ETCDPAT_STATE_ROOT",
    "ETCDPAT_INSECURE_SKIP_TLS_VERIFY",
    "ETCDPAT_INSECURE_TRANSPORT",
    "ETCDPAT_TLS_SERVER_NAME",
    "ETCDPAT_DISCOVERY_SRV",
    "ETCDPAT_DISCOVERY_SRV_NAME",
    "ETCDPAT_INSECURE_DISCOVERY",
    "ETCDPAT_DNS_SERVER",
    "ETCDPAT_SCRATCH_LEASE",
    "RUST_LOG",
    "ETCDCTL_API",
    "ETCDCTL_ENDPOINTS",
    "ETCDCTL_USER",
    "ETCDCTL_PASSWORD",
    "ETCDCTL_DIAL_TIMEOUT",
    "ETCDCTL_COMMAND_TIMEOUT",
    "ETCDCTL_WRITE_OUT",
    "ETCDCTL_HEX",
    "ETCDCTL_AUTH_JWT_TOKEN",
    "ETCDCTL_DEBUG",
    "ETCDCTL_DISCOVERY_SRV",
    "ETCDCTL_DISCOVERY_SRV_NAME",
    "ETCDCTL_INSECURE_DISCOVERY",
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

/// The first of these variables that is set and not empty, as a truth value.
///
/// # Errors
/// Code 2: it is none.
pub(crate) fn env_truth(names: &[&str]) -> Result<Option<bool>, Failure> {
    let Some(name) = names.iter().find(|name| env(&[name]).is_some()) else { return Ok(None) };
    let value = env(&[name]).unwrap_or_default();
    truth(&value).map(Some).map_err(|error| Failure::usage(format!("{name} is {value:?}: {error}")))
}

/// A truth value, as Go reads it.
///
/// # Errors
/// It is none.
pub(crate) fn truth(text: &str) -> Result<bool, String> {
    match text {
        "1" | "t" | "T" | "true" | "TRUE" | "True" => Ok(true),
        "0" | "f" | "F" | "false" | "FALSE" | "False" => Ok(false),
        _ => Err("it must be true or false".to_owned()),
    }
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
