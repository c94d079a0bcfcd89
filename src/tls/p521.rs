//! Signatures on the curve P-521 (ECDSA), which ring does not know: `etcd --auto-tls` has such keys. Verified, and made with a
//! client's key of that kind. All else is ring's.
//!
//! The arithmetic is the crate p521's. A signature's nonce is a uniform scalar of ring's generator, so none of it depends
//! on how a nonce is derived (RFC 6979).

use std::sync::{Arc, LazyLock};

use p521::ecdsa::signature::hazmat::PrehashVerifier;
use p521::ecdsa::{Signature, VerifyingKey};
use p521::pkcs8::DecodePrivateKey;
use p521::{FieldBytes, NonZeroScalar, SecretKey};
use sha2::{Digest, Sha256, Sha384, Sha512};
use tokio_rustls::rustls::crypto::{CryptoProvider, KeyProvider, WebPkiSupportedAlgorithms, ring};
use tokio_rustls::rustls::pki_types::{
    AlgorithmIdentifier, InvalidSignature, PrivateKeyDer, SignatureVerificationAlgorithm, SubjectPublicKeyInfoDer,
    alg_id,
};
use tokio_rustls::rustls::sign::{Signer, SigningKey, public_key_to_spki};
use tokio_rustls::rustls::{Error, SignatureAlgorithm, SignatureScheme};

/// ring's algorithms, and those on P-521.
pub(super) fn provider() -> CryptoProvider {
    static ALGORITHMS: LazyLock<WebPkiSupportedAlgorithms> = LazyLock::new(algorithms);
    CryptoProvider { signature_verification_algorithms: *ALGORITHMS, key_provider: &Keys, ..ring::default_provider() }
}

type Algorithm = &'static dyn SignatureVerificationAlgorithm;

static SHA256: Verify = Verify { hash: |message| Sha256::digest(message).to_vec(), id: alg_id::ECDSA_SHA256 };
static SHA384: Verify = Verify { hash: |message| Sha384::digest(message).to_vec(), id: alg_id::ECDSA_SHA384 };
static SHA512: Verify = Verify { hash: |message| Sha512::digest(message).to_vec(), id: alg_id::ECDSA_SHA512 };

static NISTP521: [Algorithm; 1] = [&SHA512];

fn algorithms() -> WebPkiSupportedAlgorithms {
    let rings = ring::default_provider().signature_verification_algorithms;
    let ours: [Algorithm; 3] = [&SHA256, &SHA384, &SHA512];
    let all = [rings.all, &ours].concat();
    // In TLS 1.2 a scheme names the hash alone; in 1.3 the first algorithm alone counts.
    let with_ours = |&(scheme, algorithms): &(SignatureScheme, &'static [Algorithm])| {
        let more: &[Algorithm] = match scheme {
            SignatureScheme::ECDSA_NISTP256_SHA256 => &[&SHA256],
            SignatureScheme::ECDSA_NISTP384_SHA384 => &[&SHA384],
            _ => &[],
        };
        (scheme, &*[algorithms, more].concat().leak())
    };
    let mut mapping: Vec<_> = rings.mapping.iter().map(with_ours).collect();
    mapping.push((SignatureScheme::ECDSA_NISTP521_SHA512, &NISTP521));
    WebPkiSupportedAlgorithms { all: all.leak(), mapping: mapping.leak() }
}

/// Verifies signatures with one hash.
#[derive(Debug)]
struct Verify {
    hash: fn(&[u8]) -> Vec<u8>,
    id: AlgorithmIdentifier,
}

impl SignatureVerificationAlgorithm for Verify {
    fn verify_signature(&self, public_key: &[u8], message: &[u8], signature: &[u8]) -> Result<(), InvalidSignature> {
        let verified = VerifyingKey::from_sec1_bytes(public_key).and_then(|key| {
            let signature = Signature::from_der(signature)?;
            key.verify_prehash(&(self.hash)(message), &signature)
        });
        verified.map_err(|_| InvalidSignature)
    }

    fn public_key_alg_id(&self) -> AlgorithmIdentifier {
        alg_id::ECDSA_P521
    }

    fn signature_alg_id(&self) -> AlgorithmIdentifier {
        self.id
    }
}

/// ring's keys, and those on P-521.
#[derive(Debug)]
struct Keys;

impl KeyProvider for Keys {
    fn load_private_key(&self, der: PrivateKeyDer<'static>) -> Result<Arc<dyn SigningKey>, Error> {
        let ours = match &der {
            PrivateKeyDer::Pkcs8(key) => SecretKey::from_pkcs8_der(key.secret_pkcs8_der()).ok(),
            PrivateKeyDer::Sec1(key) => SecretKey::from_sec1_der(key.secret_sec1_der()).ok(),
            _ => None,
        };
        match ours {
            Some(key) => Ok(Arc::new(Key(key))),
            None => ring::default_provider().key_provider.load_private_key(der),
        }
    }
}

/// A private key.
#[derive(Clone, Debug)]
struct Key(SecretKey);

impl SigningKey for Key {
    fn choose_scheme(&self, offered: &[SignatureScheme]) -> Option<Box<dyn Signer>> {
        offered.contains(&SignatureScheme::ECDSA_NISTP521_SHA512).then(|| Box::new(self.clone()) as Box<dyn Signer>)
    }

    fn public_key(&self) -> Option<SubjectPublicKeyInfoDer<'_>> {
        let point = self.0.public_key().to_sec1_bytes();
        Some(public_key_to_spki(&alg_id::ECDSA_P521, point))
    }

    fn algorithm(&self) -> SignatureAlgorithm {
        SignatureAlgorithm::ECDSA
    }
}

impl Signer for Key {
    fn sign(&self, message: &[u8]) -> Result<Vec<u8>, Error> {
        let (secret, hash) = (self.0.to_nonzero_scalar(), Sha512::digest(message));
        let signed = ecdsa::hazmat::sign_prehashed(&secret, &nonce()?, &hash);
        let (signature, _) = signed.map_err(|_| Error::General("signing failed".to_owned()))?;
        Ok(signature.to_der().as_bytes().to_vec())
    }

    fn scheme(&self) -> SignatureScheme {
        SignatureScheme::ECDSA_NISTP521_SHA512
    }
}

/// A scalar of ring's generator, each as probable as any other.
fn nonce() -> Result<NonZeroScalar, Error> {
    loop {
        let mut bytes = FieldBytes::default();
        ring::default_provider().secure_random.fill(&mut bytes)?;
        // The curve's order has 521 bits; one draw in two is below it.
        bytes[0] &= 1;
        if let Some(scalar) = NonZeroScalar::from_repr(bytes).into_option() {
            return Ok(scalar);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_signed_is_verified_and_nothing_else() {
        let key = Key(SecretKey::from(nonce().expect("a secret")));
        let point = key.0.public_key().to_sec1_bytes();
        let signature = key.sign(b"message").expect("a signature");
        assert!(SHA512.verify_signature(&point, b"message", &signature).is_ok());
        assert!(SHA512.verify_signature(&point, b"Message", &signature).is_err());
        assert!(SHA384.verify_signature(&point, b"message", &signature).is_err());
        assert!(SHA512.verify_signature(&point[1..], b"message", &signature).is_err());
        let other = Key(SecretKey::from(nonce().expect("a secret"))).0.public_key().to_sec1_bytes();
        assert!(SHA512.verify_signature(&other, b"message", &signature).is_err());
        for at in 0..signature.len() {
            let mut forged = signature.clone();
            forged[at] ^= 1;
            assert!(SHA512.verify_signature(&point, b"message", &forged).is_err(), "{at}");
        }
        assert_ne!(key.sign(b"message").expect("a signature"), signature, "a nonce is used once");
    }
}
