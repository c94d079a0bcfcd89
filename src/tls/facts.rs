//! What a certificate says of itself, as far as it is not the verifier's to find out.

use std::time::Duration;

use x509_cert::Certificate;
use x509_cert::der::Decode;
use x509_cert::der::asn1::ObjectIdentifier;
use x509_cert::ext::pkix::{BasicConstraints, ExtendedKeyUsage};

const SERVER_AUTH: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.6.1.5.5.7.3.1");
const ANY_USAGE: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.29.37.0");

/// What a certificate says of itself.
pub(super) struct Facts(Certificate);

impl Facts {
    /// Nothing where it can't be understood.
    pub(super) fn of(der: &[u8]) -> Option<Self> {
        Certificate::from_der(der).ok().map(Self)
    }

    /// From when to when it is valid, since 1970.
    pub(super) fn validity(&self) -> (Duration, Duration) {
        let validity = self.0.tbs_certificate().validity();
        (validity.not_before.to_unix_duration(), validity.not_after.to_unix_duration())
    }

    /// Whether it may sign others, as Go's crypto/x509 has it: one of version 1, or one that says CA:TRUE.
    pub(super) fn is_authority(&self) -> bool {
        use x509_cert::certificate::Version;

        let certificate = self.0.tbs_certificate();
        match certificate.get_extension::<BasicConstraints>() {
            Ok(Some((_, constraints))) => constraints.ca,
            Ok(None) => certificate.version() == Version::V1,
            Err(_) => false,
        }
    }

    /// Whether it may be a server's.
    pub(super) fn is_for_servers(&self) -> bool {
        match self.0.tbs_certificate().get_extension::<ExtendedKeyUsage>() {
            Ok(Some((_, usage))) => usage.0.iter().any(|one| *one == SERVER_AUTH || *one == ANY_USAGE),
            Ok(None) => true,
            Err(_) => false,
        }
    }

    /// The bits of its public key.
    pub(super) fn public_key(&self) -> &[u8] {
        self.0.tbs_certificate().subject_public_key_info().subject_public_key.raw_bytes()
    }
}
