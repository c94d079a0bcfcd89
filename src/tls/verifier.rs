//! Whether a server is who it says.

use std::sync::Arc;
use std::time::Duration;

use tokio_rustls::rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use tokio_rustls::rustls::client::{WebPkiServerVerifier, verify_server_name};
use tokio_rustls::rustls::crypto::{CryptoProvider, verify_tls12_signature, verify_tls13_signature};
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use tokio_rustls::rustls::server::ParsedCertificate;
use tokio_rustls::rustls::{CertificateError, DigitallySignedStruct, Error, RootCertStore, SignatureScheme};

use super::facts::Facts;

/// Whoever it is, a server must have the key that belongs to its certificate.
#[derive(Debug)]
pub(super) struct Verifier {
    taken: Taken,
    provider: Arc<CryptoProvider>,
}

/// Which certificates are taken.
#[derive(Debug)]
enum Taken {
    /// One that an authority has signed, and one that is itself trusted, as Go does: a self-signed certificate is its own
    /// authority, whether it says CA:TRUE or CA:FALSE (webpki takes none that says CA:TRUE).
    Trusted {
        /// Nothing where there is no authority.
        signed: Option<Arc<WebPkiServerVerifier>>,
        trusted: Vec<CertificateDer<'static>>,
    },
    /// Any.
    Any,
}

impl Verifier {
    pub(super) fn new(
        roots: RootCertStore,
        trusted: Vec<CertificateDer<'static>>,
        provider: &Arc<CryptoProvider>,
    ) -> Self {
        let signed = WebPkiServerVerifier::builder_with_provider(Arc::new(roots), provider.clone()).build().ok();
        Self { taken: Taken::Trusted { signed, trusted }, provider: provider.clone() }
    }

    /// Takes any certificate.
    pub(super) fn of_anybody(provider: &Arc<CryptoProvider>) -> Self {
        Self { taken: Taken::Any, provider: provider.clone() }
    }
}

/// A certificate that is trusted as it is must still be valid now, for servers, and for this one.
fn verify_itself(certificate: &CertificateDer<'_>, name: &ServerName<'_>, now: UnixTime) -> Result<(), Error> {
    let parsed = ParsedCertificate::try_from(certificate)?;
    let facts = Facts::of(certificate).ok_or(CertificateError::BadEncoding)?;
    let time = |since: Duration| UnixTime::since_unix_epoch(Duration::from_secs(since.as_secs()));
    let (not_before, not_after) = facts.validity();
    let (not_before, not_after) = (time(not_before), time(not_after));
    if now < not_before {
        return Err(CertificateError::NotValidYetContext { time: now, not_before }.into());
    }
    if now > not_after {
        return Err(CertificateError::ExpiredContext { time: now, not_after }.into());
    }
    if !facts.is_for_servers() {
        return Err(CertificateError::InvalidPurpose.into());
    }
    verify_server_name(&parsed, name)
}

impl ServerCertVerifier for Verifier {
    fn verify_server_cert(
        &self,
        end_entity: &CertificateDer<'_>,
        intermediates: &[CertificateDer<'_>],
        server_name: &ServerName<'_>,
        ocsp_response: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        let Taken::Trusted { signed, trusted } = &self.taken else { return Ok(ServerCertVerified::assertion()) };
        if trusted.iter().any(|trusted| trusted == end_entity) {
            return verify_itself(end_entity, server_name, now).map(|()| ServerCertVerified::assertion());
        }
        match signed {
            Some(signed) => signed.verify_server_cert(end_entity, intermediates, server_name, ocsp_response, now),
            None => Err(CertificateError::UnknownIssuer.into()),
        }
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        verify_tls12_signature(message, certificate, signed, &self.provider.signature_verification_algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        verify_tls13_signature(message, certificate, signed, &self.provider.signature_verification_algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.provider.signature_verification_algorithms.supported_schemes()
    }
}
