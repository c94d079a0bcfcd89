//! etcdctl's environment variables (of 3.4 to 3.7): each is honoured, or refused where it asks for what etcdpat can't do.
//! None is silently ignored: it may name another cluster, or ask for encryption. (docs/compat.md has the table.)

use super::{env, env_truth};
use crate::error::Failure;

/// Refuses what etcdpat can't do.
///
/// # Errors
/// Code 2, with the variable and what to do.
pub(super) fn check() -> Result<(), Failure> {
    if is_true("ETCDCTL_HEX")? {
        return Err(unable("ETCDCTL_HEX", "writes no hexadecimal strings"));
    }
    if let Some(version) = env(&["ETCDCTL_API"]).filter(|version| version != "3") {
        return Err(unable("ETCDCTL_API", &format!("speaks version 3 of the API, not {version}")));
    }
    if env(&["ETCDCTL_AUTH_JWT_TOKEN"]).is_some() {
        return Err(unable("ETCDCTL_AUTH_JWT_TOKEN", "authenticates with a user and a password alone"));
    }
    for name in ["ETCDCTL_KEEPALIVE_TIME", "ETCDCTL_KEEPALIVE_TIMEOUT"] {
        if env(&[name]).is_some() {
            return Err(unable(name, "chooses its own pings"));
        }
    }
    for name in ["ETCDCTL_MAX_RECV_BYTES", "ETCDCTL_MAX_REQUEST_BYTES"] {
        if env(&[name]).is_some_and(|bytes| bytes != "0") {
            return Err(unable(name, "has limits of its own"));
        }
    }
    Ok(())
}

/// Whether a variable is set and true.
pub(super) fn is_true(name: &str) -> Result<bool, Failure> {
    Ok(env_truth(&[name])?.unwrap_or(false))
}

fn unable(name: &str, why: &str) -> Failure {
    Failure::usage(format!("{name} is set: etcdpat {why}")).hint("unset it for etcdpat")
}
