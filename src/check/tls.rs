//! Encryption of a check's connection, by rustls.

use std::fs;
use std::io;
use std::path::Path;
use std::sync::Arc;

use tokio::net::TcpStream;
use tokio_rustls::TlsConnector;
use tokio_rustls::client::TlsStream;
use tokio_rustls::rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use tokio_rustls::rustls::crypto::{CryptoProvider, ring, verify_tls12_signature, verify_tls13_signature};
use tokio_rustls::rustls::pki_types::pem::PemObject;
use tokio_rustls::rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use tokio_rustls::rustls::{ClientConfig, DigitallySignedStruct, Error, RootCertStore, SignatureScheme};

use super::failed::{Failed, Step};
use super::limit::Limit;
use super::trust::{InvalidTrust, Trust};

/// How to encrypt a connection to one server.
#[derive(Clone)]
pub(super) struct Tls {
    connector: TlsConnector,
    name: ServerName<'static>,
}

impl Tls {
    /// Reads the certificates of those to trust, once: another file needs another `Tls`.
    pub(super) fn new(host: &str, trust: &Trust) -> Result<Self, InvalidTrust> {
        let name = ServerName::try_from(host.to_owned()).map_err(|_| InvalidTrust::Name(host.to_owned()))?;
        let provider = Arc::new(ring::default_provider());
        // The provider's suites fit these versions: it is built into this program.
        let builder = ClientConfig::builder_with_provider(provider.clone())
            .with_safe_default_protocol_versions()
            .map_err(|_| InvalidTrust::NoTls)?;
        let builder = match trust {
            Trust::System => builder.with_root_certificates(system()?),
            Trust::Cacert(path) => builder.with_root_certificates(authorities(path)?),
            Trust::Insecure => builder.dangerous().with_custom_certificate_verifier(Arc::new(Unverified(provider))),
        };
        let mut config = builder.with_no_client_auth();
        config.alpn_protocols = vec![b"http/1.1".to_vec()];
        Ok(Self { connector: Arc::new(config).into(), name })
    }

    /// The handshake.
    pub(super) async fn connect(&self, stream: TcpStream, limit: Limit) -> Result<TlsStream<TcpStream>, Failed> {
        let shaking = async {
            let done = self.connector.connect(self.name.clone(), stream).await;
            done.map_err(|error| match error.kind() {
                io::ErrorKind::UnexpectedEof => Failed::Tls("connection closed in the handshake".to_owned()),
                _ => Failed::Tls(error.to_string()),
            })
        };
        limit.keep(Step::Tls, shaking).await
    }
}

fn system() -> Result<RootCertStore, InvalidTrust> {
    let mut roots = RootCertStore::empty();
    // One that can't be read or used is left out, as everywhere: a system has more than a hundred.
    roots.add_parsable_certificates(rustls_native_certs::load_native_certs().certs);
    if roots.is_empty() { Err(InvalidTrust::NoAuthorities) } else { Ok(roots) }
}

fn authorities(path: &Path) -> Result<RootCertStore, InvalidTrust> {
    let shown = || path.display().to_string();
    let none = |why: String| InvalidTrust::NoCertificate { path: shown(), why };
    let pem = fs::read(path).map_err(|error| InvalidTrust::Unreadable { path: shown(), error })?;
    let mut roots = RootCertStore::empty();
    for certificate in CertificateDer::pem_slice_iter(&pem) {
        let certificate = certificate.map_err(|error| none(error.to_string()))?;
        roots.add(certificate).map_err(|error| none(error.to_string()))?;
    }
    if roots.is_empty() { Err(none("it has no certificate at all".to_owned())) } else { Ok(roots) }
}

/// Takes any certificate. The server must still have the key that belongs to it.
#[derive(Debug)]
struct Unverified(Arc<CryptoProvider>);

impl ServerCertVerifier for Unverified {
    fn verify_server_cert(
        &self,
        _: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        _: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        Ok(ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        verify_tls12_signature(message, certificate, signed, &self.0.signature_verification_algorithms)
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signed: &DigitallySignedStruct,
    ) -> Result<HandshakeSignatureValid, Error> {
        verify_tls13_signature(message, certificate, signed, &self.0.signature_verification_algorithms)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.0.signature_verification_algorithms.supported_schemes()
    }
}

#[cfg(test)]
mod tests {
    use std::io::{Read, Write};
    use std::net::{SocketAddr, TcpListener};
    use std::process::Command;
    use std::thread;
    use std::time::Duration;

    use tokio_rustls::rustls::pki_types::PrivateKeyDer;
    use tokio_rustls::rustls::{ServerConfig, ServerConnection, StreamOwned};

    use super::super::http::Http;
    use super::*;

    const LONG: Duration = Duration::from_secs(20);

    /// A certificate for 127.0.0.1 that is its own authority, and its key. Nothing where there is no openssl.
    fn certificate() -> Option<tempfile::TempDir> {
        let dir = tempfile::tempdir().expect("a directory");
        let line = "req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout key -out cert -days 2 \
                    -subj /CN=test -addext subjectAltName=IP:127.0.0.1 -addext basicConstraints=critical,CA:FALSE";
        let done = Command::new("openssl").args(line.split_whitespace()).current_dir(dir.path()).output().ok()?;
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        Some(dir)
    }

    fn serve(dir: &Path) -> SocketAddr {
        let chain = vec![CertificateDer::from_pem_file(dir.join("cert")).expect("a certificate")];
        let key = PrivateKeyDer::from_pem_file(dir.join("key")).expect("a key");
        let builder = ServerConfig::builder_with_provider(Arc::new(ring::default_provider()));
        let builder = builder.with_safe_default_protocol_versions().expect("versions").with_no_client_auth();
        let config = Arc::new(builder.with_single_cert(chain, key).expect("a certificate"));
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let address = listener.local_addr().expect("an address");
        thread::spawn(move || {
            for stream in listener.incoming() {
                let connection = ServerConnection::new(config.clone()).expect("a connection");
                let mut stream = StreamOwned::new(connection, stream.expect("a connection"));
                // The client may have gone, when it does not trust the certificate.
                if stream.read(&mut [0; 1024]).is_ok() {
                    let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
                }
            }
        });
        address
    }

    async fn check(url: &str, trust: &Trust) -> Result<(), Failed> {
        Http::trusting::<&str>(url, &[], trust).expect("a check").run(LONG).await
    }

    #[tokio::test]
    async fn the_server_is_verified_unless_that_is_not_wanted() {
        let Some(dir) = certificate() else { return };
        let address = serve(dir.path());
        let (right, other) = (format!("https://{address}/"), format!("https://localhost:{}/", address.port()));
        let trusted = Trust::Cacert(dir.path().join("cert"));
        assert_eq!(check(&right, &trusted).await, Ok(()));
        assert_eq!(check(&other, &Trust::Insecure).await, Ok(()));
        // The right authority, but another name; and the right name, but no authority of the system.
        for (url, trust) in [(&other, &trusted), (&right, &Trust::System)] {
            match Http::trusting::<&str>(url, &[], trust) {
                Ok(check) => {
                    let failed = check.run(LONG).await.expect_err("it is not trusted");
                    assert!(matches!(&failed, Failed::Tls(why) if why.contains("certificate")), "{failed}");
                }
                Err(error) => assert!(error.to_string().contains("no certificates of authorities"), "{error}"),
            }
        }
    }

    #[tokio::test]
    async fn a_server_without_tls_fails_the_handshake() {
        let listener = TcpListener::bind("127.0.0.1:0").expect("a port");
        let url = format!("https://{}/", listener.local_addr().expect("an address"));
        thread::spawn(move || {
            for (answer, stream) in [&b"HTTP/1.1 400 Bad Request\r\n\r\n"[..], b""].iter().zip(listener.incoming()) {
                let mut stream = stream.expect("a connection");
                let _ = stream.read(&mut [0; 4096]);
                let _ = stream.write_all(answer);
            }
        });
        assert!(matches!(check(&url, &Trust::Insecure).await, Err(Failed::Tls(_))));
        let closed = Failed::Tls("connection closed in the handshake".to_owned());
        assert_eq!(check(&url, &Trust::Insecure).await, Err(closed));
    }

    #[test]
    fn a_file_without_certificates_is_refused() {
        let dir = tempfile::tempdir().expect("a directory");
        let path = dir.path().join("ca.pem");
        let refused = |expected: &str| {
            let error = Tls::new("a", &Trust::Cacert(path.clone())).err().expect("it is refused").to_string();
            assert!(error.contains("ca.pem") && error.contains(expected), "{error}");
        };
        refused("cannot read");
        for text in ["", "text", "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n"] {
            fs::write(&path, text).expect("a file");
            refused("has no certificate of an authority");
        }
    }
}
