//! How to encrypt a connection.

use std::fmt;
use std::io;
use std::path::PathBuf;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};

use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;
use tokio_rustls::rustls::pki_types::ServerName;
use tokio_rustls::rustls::{ClientConfig, RootCertStore};

use super::explain::{End, is_end};
use super::facts::Facts;
use super::files::{Files, Unfit};
use super::identity::{Identity, Shown};
use super::p521;
use super::pem::certificates;
use super::problem::Problem;
use super::verifier::Verifier;

/// How to encrypt a connection. Clones share what was read.
#[derive(Clone)]
pub struct Config(Arc<Inner>);

struct Inner {
    client: ClientConfig,
    identity: Option<Identity>,
    server_name: Option<ServerName<'static>>,
    /// Where those are whom we trust.
    trusted: String,
    insecure: bool,
}

/// A connection that is encrypted. An error of its has a [`Problem`], where it is one of TLS.
pub struct Encrypted<S> {
    stream: TlsStream<S>,
    end: End,
}

impl Config {
    /// Reads the files, for connections that speak `protocol` (as ALPN names it).
    ///
    /// # Errors
    /// The first file that can't be used.
    pub fn new(files: &Files, protocol: &str) -> Result<Self, Unfit> {
        let server_name = files.server_name.as_deref().map(server_name).transpose()?;
        let provider = Arc::new(p521::provider());
        let builder = ClientConfig::builder_with_provider(provider.clone());
        // The provider's suites fit these versions: it is built into this program.
        let builder = builder.with_safe_default_protocol_versions().map_err(|_| Unfit::NoTls)?.dangerous();
        let (builder, trusted) = if files.insecure {
            (builder.with_custom_certificate_verifier(Arc::new(Verifier::of_anybody(&provider))), String::new())
        } else {
            let (verifier, trusted) = verifier(files.cacert.as_ref(), &provider)?;
            (builder.with_custom_certificate_verifier(Arc::new(verifier)), trusted)
        };
        let identity = files.identity.as_ref().map(|(certificate, key)| Identity::read(certificate, key, &provider));
        let identity = identity.transpose()?;
        let mut client = builder.with_no_client_auth();
        client.alpn_protocols = vec![protocol.as_bytes().to_vec()];
        Ok(Self(Arc::new(Inner { client, identity, server_name, trusted, insecure: files.insecure })))
    }

    /// Whether the server may be anybody.
    pub fn is_insecure(&self) -> bool {
        self.0.insecure
    }

    /// The name that the server's certificate must be for, where it is not the host's.
    pub fn server_name(&self) -> Option<String> {
        self.0.server_name.as_ref().map(|name| name.to_str().into_owned())
    }

    /// Whether a server that asks is shown a certificate.
    pub fn has_identity(&self) -> bool {
        self.0.identity.is_some()
    }

    /// Whether a host of this name can be connected to.
    ///
    /// # Errors
    /// It can't be the name of a server.
    pub fn check_host(&self, host: &str) -> Result<(), Unfit> {
        if self.0.server_name.is_some() { Ok(()) } else { server_name(host).map(|_| ()) }
    }

    /// The handshake with the server that is called `host`, or what was asked for instead.
    ///
    /// # Errors
    /// Why it failed.
    pub async fn connect<S>(&self, host: &str, stream: S) -> Result<Encrypted<S>, Problem>
    where
        S: AsyncRead + AsyncWrite + Unpin,
    {
        let name = match &self.0.server_name {
            Some(name) => name.clone(),
            None => server_name(host).map_err(|error| Problem::Other(error.to_string()))?,
        };
        let shown = Arc::new(Shown::new(self.0.identity.as_ref()));
        let mut client = self.0.client.clone();
        client.client_auth_cert_resolver = shown.clone();
        let path = self.0.identity.as_ref().map(|identity| identity.path.clone());
        let end = End { shown, path, trusted: self.0.trusted.clone() };
        match TlsConnector::from(Arc::new(client)).connect(name, stream).await {
            Ok(stream) => Ok(Encrypted { stream, end }),
            Err(error) => Err(match end.explain(&error) {
                Some(problem) => problem,
                None if is_end(&error) => Problem::Closed,
                None => Problem::Other(error.to_string()),
            }),
        }
    }
}

/// From whom certificates are taken, and where they are.
fn verifier(
    cacert: Option<&PathBuf>,
    provider: &Arc<tokio_rustls::rustls::crypto::CryptoProvider>,
) -> Result<(Verifier, String), Unfit> {
    let mut roots = RootCertStore::empty();
    let Some(path) = cacert else {
        // One that can't be read or used is left out, as everywhere: a system has more than a hundred.
        roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
        if roots.is_empty() {
            return Err(Unfit::NoAuthorities);
        }
        return Ok((Verifier::new(roots, Vec::new(), provider), "this system's authorities".to_owned()));
    };
    let certificates = certificates(path)?;
    for (number, certificate) in (1..).zip(&certificates) {
        let facts = Facts::of(certificate);
        // As Go has it: who may not sign others is trusted as himself alone.
        if facts.is_none_or(|facts| facts.is_authority()) {
            let damaged = |_| Unfit::Damaged {
                path: path.clone(),
                what: format!("certificate {number} in it can't be understood"),
            };
            roots.add(certificate.clone()).map_err(damaged)?;
        }
    }
    let none = if roots.is_empty() { ", which has no authority's certificate (CA:TRUE)" } else { "" };
    let trusted = format!("{}{none}", path.display());
    Ok((Verifier::new(roots, certificates, provider), trusted))
}

fn server_name(host: &str) -> Result<ServerName<'static>, Unfit> {
    ServerName::try_from(host.to_owned()).map_err(|_| Unfit::Name(host.to_owned()))
}

impl<S> Encrypted<S> {
    fn explained(&self, error: io::Error) -> io::Error {
        match self.end.explain(&error) {
            Some(problem) => io::Error::new(error.kind(), problem),
            None => error,
        }
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin> AsyncRead for Encrypted<S> {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        let read = Pin::new(&mut self.stream).poll_read(cx, buffer);
        read.map_err(|error| self.explained(error))
    }
}

impl<S: AsyncRead + AsyncWrite + Unpin> AsyncWrite for Encrypted<S> {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write(cx, bytes);
        written.map_err(|error| self.explained(error))
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_flush(cx)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let written = Pin::new(&mut self.stream).poll_write_vectored(cx, bytes);
        written.map_err(|error| self.explained(error))
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }
}

impl fmt::Debug for Config {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Config")
            .field("trusted", &self.0.trusted)
            .field("insecure", &self.0.insecure)
            .finish_non_exhaustive()
    }
}
