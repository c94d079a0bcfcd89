//! A certificate and its key, shown to a server that asks for one. Whether it is any good is the server's to judge.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use tokio_rustls::rustls::SignatureScheme;
use tokio_rustls::rustls::client::ResolvesClientCert;
use tokio_rustls::rustls::crypto::CryptoProvider;
use tokio_rustls::rustls::sign::CertifiedKey;
use x509_cert::der::Decode;
use x509_cert::spki::SubjectPublicKeyInfoRef;

use super::facts::Facts;
use super::files::{Instead, Unfit};
use super::pem::{certificates, lacks, private_key};

/// A certificate and its key.
#[derive(Debug)]
pub(super) struct Identity {
    certified: Arc<CertifiedKey>,
    /// The certificate's file.
    pub(super) path: PathBuf,
}

impl Identity {
    /// Reads both.
    ///
    /// # Errors
    /// One of the files can't be used, or they do not belong together.
    pub(super) fn read(certificate: &Path, key: &Path, provider: &CryptoProvider) -> Result<Self, Unfit> {
        let (chain, private_key) = (certificates(certificate)?, private_key(key)?);
        let unknown = "it is none that etcdpat can sign with: RSA from 2048 bits on, P-256, P-384, P-521 or Ed25519";
        let signer = provider.key_provider.load_private_key(private_key);
        let signer = signer.map_err(|_| lacks(key, "private key", Instead::Unusable(unknown.to_owned())))?;
        let is_pair = match (signer.public_key(), chain.first().and_then(|first| Facts::of(first))) {
            (Some(public), Some(facts)) => SubjectPublicKeyInfoRef::from_der(public.as_ref())
                .map_or(true, |public| public.subject_public_key.raw_bytes() == facts.public_key()),
            // What can't be compared, the server judges.
            _ => true,
        };
        if !is_pair {
            return Err(Unfit::NoPair { key: key.to_owned(), certificate: certificate.to_owned() });
        }
        Ok(Self { certified: Arc::new(CertifiedKey::new(chain, signer)), path: certificate.to_owned() })
    }
}

/// What one server is shown, and whether it has asked.
#[derive(Debug)]
pub(super) struct Shown {
    certified: Option<Arc<CertifiedKey>>,
    asked: AtomicBool,
}

impl Shown {
    pub(super) fn new(identity: Option<&Identity>) -> Self {
        Self { certified: identity.map(|identity| identity.certified.clone()), asked: AtomicBool::new(false) }
    }

    /// Whether the server has asked for a certificate.
    pub(super) fn was_asked(&self) -> bool {
        self.asked.load(Ordering::Relaxed)
    }
}

impl ResolvesClientCert for Shown {
    fn resolve(&self, _: &[&[u8]], _: &[SignatureScheme]) -> Option<Arc<CertifiedKey>> {
        self.asked.store(true, Ordering::Relaxed);
        self.certified.clone()
    }

    fn has_certs(&self) -> bool {
        self.certified.is_some()
    }
}
