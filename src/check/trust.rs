//! Whom an encrypted check trusts.

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
