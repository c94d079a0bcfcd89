//! In a build without TLS: no `Tls` can be made.

use std::convert::Infallible;

use tokio::net::TcpStream;

use super::failed::Failed;
use super::limit::Limit;
use super::trust::{InvalidTrust, Trust};

/// There is none.
#[derive(Clone)]
pub(super) struct Tls(Infallible);

impl Tls {
    pub(super) fn new(_: &str, _: &Trust) -> Result<Self, InvalidTrust> {
        Err(InvalidTrust::NoTls)
    }

    #[expect(clippy::unused_async, reason = "as it is in a build with TLS")]
    pub(super) async fn connect(&self, _: TcpStream, _: Limit) -> Result<TcpStream, Failed> {
        match self.0 {}
    }
}
