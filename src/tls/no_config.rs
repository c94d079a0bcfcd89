//! In a build without TLS: no `Config` can be made.

use std::convert::Infallible;

use tokio::io::{AsyncRead, AsyncWrite};

use super::files::{Files, Unfit};
use super::problem::Problem;

/// There is none.
#[derive(Clone, Debug)]
pub struct Config(Infallible);

/// What no connection is in.
pub type Encrypted<S> = S;

impl Config {
    /// There is none.
    ///
    /// # Errors
    /// Always.
    pub fn new(_: &Files, _: &str) -> Result<Self, Unfit> {
        Err(Unfit::NoTls)
    }

    /// Whether the server may be anybody.
    pub fn is_insecure(&self) -> bool {
        match self.0 {}
    }

    /// The name that the server's certificate must be for, where it is not the host's.
    pub fn server_name(&self) -> Option<String> {
        match self.0 {}
    }

    /// Whether a server that asks is shown a certificate.
    pub fn has_identity(&self) -> bool {
        match self.0 {}
    }

    /// Whether a host of this name can be connected to.
    ///
    /// # Errors
    /// Never.
    pub fn check_host(&self, _: &str) -> Result<(), Unfit> {
        match self.0 {}
    }

    /// The handshake.
    ///
    /// # Errors
    /// Never.
    #[expect(clippy::unused_async, reason = "as it is in a build with TLS")]
    pub async fn connect<S>(&self, _: &str, _: S) -> Result<Encrypted<S>, Problem>
    where
        S: AsyncRead + AsyncWrite + Unpin,
    {
        match self.0 {}
    }
}
