//! Files that can't be used: which one, and why.

use std::fs;

use super::refused;
use crate::support::certs::{Certs, P256, P521, RSA, Valid};

/// Nothing is sent: nobody is there.
const NOBODY: &str = "https://127.0.0.1:1";

#[test]
fn a_file_that_cannot_be_used_is_named_with_the_reason() {
    let Some(certs) = Certs::new() else { return };
    certs.signed("mine", "ca", P256, "", Valid::Now);
    certs.signed("rsa", "ca", RSA, "", Valid::Now);
    certs.openssl("x509 -in ca.pem -outform der -out ca.der");
    certs.openssl("pkey -in mine.key -outform der -out key.der");
    certs.openssl("pkcs8 -topk8 -in mine.key -passout pass:x -out encrypted.key");
    certs.openssl("ec -in mine.key -aes128 -passout pass:x -out encrypted-ec.key");
    certs.openssl("pkey -in mine.key -pubout -out public.pem");
    certs.openssl("genpkey -algorithm ed448 -out ed448.key");
    certs.openssl("ecparam -name secp256k1 -genkey -noout -out k1.key");
    let empty = certs.write("empty", b"\n");
    let text = certs.write("text", b"hello\n");
    let cut = certs.write("cut.pem", &certs.read("ca.pem")[..200]);
    let damaged = certs.write("damaged.pem", b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n");
    let [ca, mine, key, rsa] = ["ca.pem", "mine.pem", "mine.key", "rsa.key"].map(|file| certs.path(file));
    let (der, missing, dir) = (certs.path("ca.der"), certs.path("missing"), certs.path("."));
    let cacert = |file: &str, words: &[&str]| refused(NOBODY, &["--cacert", file], 2, &[&[file], words].concat());
    cacert(&missing, &["cannot read", "No such file"]);
    cacert(&dir, &["cannot read", "directory"]);
    cacert(&empty, &["has no certificate: it is empty"]);
    cacert("/dev/null", &["has no certificate: it is empty"]);
    cacert("/dev/zero", &["larger than 16 MiB"]);
    cacert(&text, &["has no certificate: it is not PEM"]);
    cacert(&der, &["has no certificate: it is DER, not PEM", "openssl x509 -inform der"]);
    cacert(&key, &["has no certificate: it has a private key", "mixed up"]);
    cacert(&certs.path("mine.csr"), &["has no certificate: it has a request for a certificate"]);
    cacert(&cut, &["is damaged: a part of its PEM is cut off, or is no base64"]);
    cacert(&damaged, &["is damaged: certificate 1 in it can't be understood"]);
    let half = certs.write("half.pem", &[&certs.read("ca.pem")[..], &certs.read("ca.pem")[..200]].concat());
    cacert(&half, &["is damaged: a part of its PEM is cut off"]);
    certs.openssl("x509 -in ca.pem -trustout -out trusted.pem");
    cacert(&certs.path("trusted.pem"), &["has OpenSSL's TRUSTED CERTIFICATE", "Hint: `openssl x509 -in"]);
    let pair = |cert: &str, key: &str, file: &str, words: &[&str]| {
        refused(NOBODY, &["--cacert", &ca, "--cert", cert, "--key", key], 2, &[&[file], words].concat());
    };
    pair(&missing, &key, &missing, &["cannot read"]);
    pair(&empty, &key, &empty, &["has no certificate: it is empty"]);
    pair(&der, &key, &der, &["has no certificate: it is DER"]);
    pair(&mine, &missing, &missing, &["cannot read"]);
    pair(&mine, &empty, &empty, &["has no private key: it is empty"]);
    pair(&mine, &certs.path("key.der"), "key.der", &["has no private key: it is DER", "openssl pkey -inform der"]);
    pair(&mine, &certs.path("public.pem"), "public.pem", &["has no private key: it has a public key"]);
    for file in ["encrypted.key", "encrypted-ec.key"] {
        pair(&mine, &certs.path(file), file, &["has no private key: it is encrypted", "openssl pkey -in"]);
    }
    for file in ["ed448.key", "k1.key"] {
        pair(&mine, &certs.path(file), file, &["has no private key: it is none that etcdpat can sign with"]);
    }
    // The two of them, each by the other's option.
    pair(&key, &mine, &key, &["has no certificate: it has a private key", "mixed up"]);
    pair(&mine, &mine, &mine, &["has no private key: it has a certificate", "mixed up"]);
    pair(&mine, &rsa, &rsa, &["does not belong to the certificate in", &mine]);
    pair(&ca, &key, &key, &["does not belong to the certificate in", &ca]);
    certs.signed("p521", "ca", P521, "", Valid::Now);
    pair(&mine, &certs.path("p521.key"), "p521.key", &["does not belong to the certificate in", &mine]);
    refused(NOBODY, &["--cert", &mine], 2, &["--cert is given, but no --key"]);
    refused(NOBODY, &["--key", &key], 2, &["--key is given, but no --cert"]);
    // For root there is no file without permission.
    if !nix::unistd::geteuid().is_root() {
        use std::os::unix::fs::PermissionsExt;
        fs::set_permissions(&key, fs::Permissions::from_mode(0o0)).unwrap();
        pair(&mine, &key, &key, &["cannot read", "Permission denied"]);
    }
}
