//! What an error of an encrypted connection means, in plain words.

use std::io;
use std::path::PathBuf;
use std::sync::Arc;

use jiff::Timestamp;
use tokio_rustls::rustls::pki_types::UnixTime;
use tokio_rustls::rustls::{AlertDescription, CertificateError, Error};

use super::identity::Shown;
use super::problem::Problem;

/// What an error is explained with.
#[derive(Clone)]
pub(super) struct End {
    pub(super) shown: Arc<Shown>,
    pub(super) path: Option<PathBuf>,
    pub(super) trusted: String,
}

impl End {
    /// What an error of the connection says about TLS, where it does.
    pub(super) fn explain(&self, error: &io::Error) -> Option<Problem> {
        let Some(inner) = error.get_ref().and_then(|inner| inner.downcast_ref::<Error>()) else {
            // Whether this is why, the end of the connection does not say: whoever looks at this knows whether it was used.
            return (self.shown.was_asked() && is_end(error)).then(|| self.unwanted("connection closed".to_owned()));
        };
        Some(match inner {
            Error::AlertReceived(alert) => self.alert(*alert),
            Error::InvalidMessage(_) => Problem::NoTls,
            Error::InvalidCertificate(error) => self.certificate(error),
            other => Problem::Other(other.to_string()),
        })
    }

    fn alert(&self, alert: AlertDescription) -> Problem {
        use AlertDescription as A;

        let is_about_us = matches!(
            alert,
            A::BadCertificate
                | A::UnsupportedCertificate
                | A::CertificateRevoked
                | A::CertificateExpired
                | A::CertificateUnknown
                | A::UnknownCA
                | A::AccessDenied
                | A::DecryptError
                | A::CertificateRequired
                | A::HandshakeFailure
        );
        if is_about_us && self.shown.was_asked() {
            return self.unwanted(words(alert));
        }
        Problem::Refused(words(alert))
    }

    /// The server does not take our certificate, or that there is none.
    fn unwanted(&self, why: String) -> Problem {
        match &self.path {
            Some(path) => Problem::Identity { path: path.display().to_string(), why },
            None => Problem::NoIdentity,
        }
    }

    fn certificate(&self, error: &CertificateError) -> Problem {
        use CertificateError as E;

        let trusted = || self.trusted.clone();
        match error {
            E::ExpiredContext { not_after, .. } => Problem::Expired(time(*not_after)),
            E::Expired => Problem::Expired("a time before it begins".to_owned()),
            E::NotValidYetContext { not_before, .. } => Problem::NotYet(time(*not_before)),
            E::NotValidForNameContext { expected, presented } => Problem::Name {
                expected: expected.to_str().into_owned(),
                presented: presented.iter().map(|name| bare(name).to_owned()).collect(),
            },
            E::UnknownIssuer => Problem::Issuer { trusted: trusted() },
            E::BadSignature => Problem::Signature { trusted: trusted() },
            E::InvalidPurpose | E::InvalidPurposeContext { .. } => Problem::Purpose,
            E::Other(other) if format!("{other:?}").contains("CaUsedAsEndEntity") => Problem::Authority,
            E::Other(other) if format!("{other:?}").contains("UnsupportedCertVersion") => {
                Problem::Unchecked("it is of version 1, and so for no host".to_owned())
            }
            E::Other(other) if format!("{other:?}").contains("UnsupportedCriticalExtension") => {
                Problem::Unchecked("it has a critical extension that etcdpat does not know".to_owned())
            }
            E::UnsupportedSignatureAlgorithmContext { signature_algorithm_id, .. }
            | E::UnsupportedSignatureAlgorithmForPublicKeyContext { signature_algorithm_id, .. } => {
                Problem::Unchecked(format!("etcdpat knows no signatures {}", algorithm(signature_algorithm_id)))
            }
            other => Problem::Unchecked(other.to_string()),
        }
    }
}

/// Whether the other side has ended the connection.
pub(super) fn is_end(error: &io::Error) -> bool {
    use io::ErrorKind as K;

    matches!(error.kind(), K::UnexpectedEof | K::ConnectionReset | K::ConnectionAborted | K::BrokenPipe)
}

/// What a signature is made with, as DER names it (RFC 3279, RFC 5758).
fn algorithm(oid: &[u8]) -> &'static str {
    let rsa = [0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 0x01, 0x01];
    let ecdsa = [0x2a, 0x86, 0x48, 0xce, 0x3d, 0x04];
    match oid {
        _ if oid.ends_with(&[&rsa[..], &[4]].concat()) => "of RSA with MD5",
        _ if oid.ends_with(&[&rsa[..], &[5]].concat()) => "of RSA with SHA-1",
        _ if oid.ends_with(&[&ecdsa[..], &[1]].concat()) => "of ECDSA with SHA-1",
        _ if oid.ends_with(&[&ecdsa[..], &[3, 4]].concat()) => "of ECDSA with SHA-512 by a key that is not on P-521",
        _ => "of that kind",
    }
}

/// `DnsName("a")` and `IpAddress(1.2.3.4)` as people write them.
fn bare(name: &str) -> &str {
    let inner = name.split_once('(').and_then(|(_, rest)| rest.strip_suffix(')'));
    inner.unwrap_or(name).trim_matches('"')
}

/// `BadCertificate` as people write it.
fn words(alert: AlertDescription) -> String {
    if alert == AlertDescription::ProtocolVersion {
        return "it speaks no version of TLS that etcdpat does (1.2, 1.3)".to_owned();
    }
    let mut words = String::new();
    for c in format!("{alert:?}").chars() {
        if c.is_ascii_uppercase() && words.ends_with(|last: char| last.is_ascii_lowercase()) {
            words.push(' ');
        }
        words.push(c.to_ascii_lowercase());
    }
    words
}

fn time(time: UnixTime) -> String {
    let seconds = i64::try_from(time.as_secs()).unwrap_or(i64::MAX);
    Timestamp::from_second(seconds).map_or_else(|_| "another age".to_owned(), |time| time.to_string())
}
