//! Whom an encrypted check trusts.

use std::io;
use std::path::PathBuf;

/// Whom an encrypted check trusts to say who the server is. It means nothing for `http://`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Trust {
    /// The authorities of the system, or those that `SSL_CERT_FILE` and `SSL_CERT_DIR` name.
    #[default]
    System,
    /// The authorities in this PEM file, and no others.
    Cacert(PathBuf),
    /// Any server: its certificate is not verified. The traffic is encrypted, but may go to anybody.
    Insecure,
}

/// There is nobody to trust.
#[derive(Debug, thiserror::Error)]
pub enum InvalidTrust {
    /// The PEM file can't be read.
    #[error("cannot read {path}: {error}")]
    Unreadable {
        /// The file.
        path: String,
        /// What the system said.
        error: io::Error,
    },
    /// There is no certificate of an authority in the PEM file.
    #[error("{path} has no certificate of an authority: {why}; expected PEM, as -----BEGIN CERTIFICATE-----")]
    NoCertificate {
        /// The file.
        path: String,
        /// What is wrong with it.
        why: String,
    },
    /// The system has no authorities.
    #[error("this system has no certificates of authorities: install ca-certificates, or name a PEM file to trust")]
    NoAuthorities,
    /// The server can't be named in a handshake.
    #[error("{0:?} can't be the name of a TLS server: expected a DNS name or an IP address")]
    Name(String),
    /// A build without the feature `tls`.
    #[error("this etcdpat was built without TLS: use http://, or a build with the feature `tls`")]
    NoTls,
}
