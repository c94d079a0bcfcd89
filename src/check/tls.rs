//! Encryption of a check's connection.

use tokio::net::TcpStream;

use super::failed::{Failed, Step};
use super::limit::Limit;
use super::trust::Trust;
use crate::tls::{Config, Encrypted, Files, Unfit};

/// What ALPN calls HTTP/1.1.
const HTTP_1: &str = "http/1.1";

/// How to encrypt a connection to one server.
#[derive(Clone)]
pub(super) struct Tls {
    config: Config,
    host: String,
}

impl Tls {
    /// Reads the certificates of those to trust, once: another file needs another `Tls`.
    pub(super) fn new(host: &str, trust: &Trust) -> Result<Self, Unfit> {
        let files = match trust {
            Trust::System => Files::default(),
            Trust::Cacert(path) => Files { cacert: Some(path.clone()), ..Files::default() },
            Trust::Insecure => Files { insecure: true, ..Files::default() },
        };
        let config = Config::new(&files, HTTP_1)?;
        config.check_host(host)?;
        Ok(Self { config, host: host.to_owned() })
    }

    /// The handshake.
    pub(super) async fn connect(&self, stream: TcpStream, limit: Limit) -> Result<Encrypted<TcpStream>, Failed> {
        let shaking = async {
            let done = self.config.connect(&self.host, stream).await;
            done.map_err(|problem| Failed::Tls(problem.to_string()))
        };
        limit.keep(Step::Tls, shaking).await
    }
}

#[cfg(all(test, feature = "tls"))]
mod tests {
    use std::fs;
    use std::io::{Read, Write};
    use std::net::{SocketAddr, TcpListener};
    use std::path::Path;
    use std::process::Command;
    use std::sync::Arc;
    use std::thread;
    use std::time::Duration;

    use tokio_rustls::rustls::crypto::ring;
    use tokio_rustls::rustls::pki_types::pem::PemObject;
    use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};
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
        let closed = Failed::Tls("connection closed in the TLS handshake".to_owned());
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
        for (text, expected) in [
            ("", "has no certificate"),
            ("text", "has no certificate"),
            ("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", "is damaged"),
        ] {
            fs::write(&path, text).expect("a file");
            refused(expected);
        }
    }
}
