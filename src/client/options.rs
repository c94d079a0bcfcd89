//! What a connection needs to know, as plain data.

use std::fmt;
use std::time::Duration;

use super::endpoint::Endpoint;
use crate::tls::Config;
use crate::value::LeaseId;

/// How to reach etcd.
#[derive(Clone, Debug)]
pub struct Options {
    /// The members, at least one.
    pub endpoints: Vec<Endpoint>,
    /// Who we are.
    pub credentials: Option<Credentials>,
    /// How all connections are encrypted, where they are.
    pub tls: Option<Config>,
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
