//! What a connection needs to know, as plain data.

use std::fmt;
use std::time::Duration;

use super::endpoint::Endpoint;
use crate::value::LeaseId;

/// How to reach etcd.
#[derive(Clone, Debug)]
pub struct Options {
    /// The members, at least one.
    pub endpoints: Vec<Endpoint>,
    /// Who we are.
    pub credentials: Option<Credentials>,
    /// For `https://` endpoints, and for bare ones when it is given.
    pub tls: Option<Tls>,
    /// The longest that connecting to one endpoint may take, and a request to one of several.
    pub dial_timeout: Duration,
    /// The longest that a request may take, over all attempts.
    pub command_timeout: Duration,
    /// A lease for whatever is put to stay: it goes with this lease.
    pub scratch: Option<LeaseId>,
}

/// User and password.
#[derive(Clone, Debug)]
pub struct Credentials {
    /// The user's name.
    pub user: String,
    /// The password.
    pub password: Secret,
}

/// A string that no log shows.
#[derive(Clone)]
pub struct Secret(String);

impl Secret {
    /// Hides `text`.
    pub fn new(text: String) -> Self {
        Self(text)
    }

    pub(super) fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

/// PEM texts for TLS.
#[derive(Clone, Debug, Default)]
pub struct Tls {
    /// Whom to trust, instead of the system's authorities.
    pub cacert: Option<Vec<u8>>,
    /// Client certificate and its key.
    pub identity: Option<(Vec<u8>, Secret)>,
}

#[cfg(feature = "tls")]
impl Tls {
    pub(super) fn config(self) -> etcd_client::TlsOptions {
        let config = match self.cacert {
            Some(pem) => etcd_client::TlsOptions::new().ca_certificate(etcd_client::Certificate::from_pem(pem)),
            None => etcd_client::TlsOptions::new().with_enabled_roots(),
        };
        match self.identity {
            Some((cert, key)) => config.identity(etcd_client::Identity::from_pem(cert, key.reveal())),
            None => config,
        }
    }
}
