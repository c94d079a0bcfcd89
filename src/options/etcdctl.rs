//! etcdctl's environment variables (of 3.4 to 3.7): each is honoured, or refused where it asks for what etcdpat can't do.
//! None is silently ignored: it may name another cluster, or ask for encryption. (docs/compat.md has the table.)

use super::env;
use crate::error::Failure;

/// Refuses what etcdpat can't do. `names_endpoints`: endpoints are given in etcdpat's own way.
///
/// # Errors
/// Code 2, with the variable and what to do.
pub(super) fn check(names_endpoints: bool) -> Result<(), Failure> {
    if let (Some(domain), false) = (env(&["ETCDCTL_DISCOVERY_SRV"]), names_endpoints) {
        return Err(Failure::usage(format!("ETCDCTL_DISCOVERY_SRV is {domain:?}: etcdpat looks up no SRV records"))
            .hint("name the members with --endpoints or ETCDPAT_ENDPOINTS"));
    }
    if is_true("ETCDCTL_INSECURE_SKIP_TLS_VERIFY")? {
        return Err(Failure::usage("ETCDCTL_INSECURE_SKIP_TLS_VERIFY is set: etcdpat always checks certificates")
            .hint("--cacert takes the server's authority; or unset the variable for etcdpat"));
    }
    if is_true("ETCDCTL_HEX")? {
        return Err(unable("ETCDCTL_HEX", "writes no hexadecimal strings"));
    }
    if let Some(version) = env(&["ETCDCTL_API"]).filter(|version| version != "3") {
        return Err(unable("ETCDCTL_API", &format!("speaks version 3 of the API, not {version}")));
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

/// Whether endpoints without `http://` or `https://` are to be encrypted without any TLS file.
///
/// # Errors
/// Code 2: it is no truth value.
pub(super) fn wants_tls() -> Result<bool, Failure> {
    Ok(truth("ETCDCTL_INSECURE_TRANSPORT")? == Some(false))
}

/// Whether a variable is set and true.
pub(super) fn is_true(name: &str) -> Result<bool, Failure> {
    Ok(truth(name)?.unwrap_or(false))
}

/// As Go reads truth values.
fn truth(name: &str) -> Result<Option<bool>, Failure> {
    match env(&[name]).as_deref() {
        None => Ok(None),
        Some("1" | "t" | "T" | "true" | "TRUE" | "True") => Ok(Some(true)),
        Some("0" | "f" | "F" | "false" | "FALSE" | "False") => Ok(Some(false)),
        Some(other) => Err(Failure::usage(format!("{name} is {other:?}: it must be true or false"))),
    }
}

fn unable(name: &str, why: &str) -> Failure {
    Failure::usage(format!("{name} is set: etcdpat {why}")).hint("unset it for etcdpat")
}
