//! What is in PEM files.

use std::fs::File;
use std::io::Read;
use std::path::Path;

use tokio_rustls::rustls::pki_types::pem::{PemObject, SectionKind};
use tokio_rustls::rustls::pki_types::{CertificateDer, PrivateKeyDer};

use super::files::{Instead, Unfit};

/// More than any bundle of authorities has.
const MOST: u64 = 16 << 20;
/// A byte order mark.
const MARK: &[u8] = b"\xef\xbb\xbf";
const CERTIFICATE: &str = "certificate";
const KEY: &str = "private key";

type Section = (SectionKind, Vec<u8>);

/// All certificates in a file, at least one.
///
/// # Errors
/// It can't be read, or has none.
pub(super) fn certificates(path: &Path) -> Result<Vec<CertificateDer<'static>>, Unfit> {
    let sections = sections(path, CERTIFICATE)?;
    let is_certificate = |(kind, _): &Section| *kind == SectionKind::Certificate;
    match sections.iter().find(|section| !is_certificate(section)) {
        Some((kind, _)) if !sections.iter().any(is_certificate) => Err(lacks(path, CERTIFICATE, another(*kind))),
        _ => Ok(sections.into_iter().filter(is_certificate).map(|(_, der)| der.into()).collect()),
    }
}

/// The first private key in a file.
///
/// # Errors
/// It can't be read, or has none that is not encrypted.
pub(super) fn private_key(path: &Path) -> Result<PrivateKeyDer<'static>, Unfit> {
    let sections = sections(path, KEY)?;
    let other = sections.first().map_or(Instead::NoPem, |(kind, _)| another(*kind));
    let key = sections.into_iter().find_map(|(kind, der)| PrivateKeyDer::from_pem(kind, der));
    key.ok_or_else(|| lacks(path, KEY, other))
}

/// What is in a PEM file, at least one thing.
fn sections(path: &Path, wanted: &'static str) -> Result<Vec<Section>, Unfit> {
    let bytes = read(path).map_err(|error| Unfit::Unreadable { path: path.to_owned(), error })?;
    let lacks = |why| Err(lacks(path, wanted, why));
    let text = String::from_utf8_lossy(&bytes);
    let has = |words: &str| text.contains(words);
    if bytes.len() as u64 > MOST {
        return lacks(Instead::TooMuch);
    }
    if bytes.trim_ascii().is_empty() {
        return lacks(Instead::Nothing);
    }
    if !has("-----BEGIN ") {
        // What is DER begins with a SEQUENCE.
        return lacks(if bytes[0] == 0x30 { Instead::Der } else { Instead::NoPem });
    }
    if wanted == KEY && (has("-----BEGIN ENCRYPTED PRIVATE KEY-----") || has("Proc-Type: 4,ENCRYPTED")) {
        return lacks(Instead::Encrypted);
    }
    match Section::pem_slice_iter(&bytes).collect::<Result<Vec<_>, _>>() {
        Ok(sections) if sections.is_empty() && has("-----BEGIN TRUSTED CERTIFICATE-----") => lacks(Instead::Trusted),
        Ok(sections) if sections.is_empty() => lacks(Instead::Another("PEM of another kind")),
        Ok(sections) => Ok(sections),
        Err(_) => {
            Err(Unfit::Damaged { path: path.to_owned(), what: "a part of its PEM is cut off, or is no base64".into() })
        }
    }
}

/// A file, or a little more of it than it may have.
fn read(path: &Path) -> std::io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    File::open(path)?.take(MOST + 1).read_to_end(&mut bytes)?;
    // Editors of Windows put a mark before the first line.
    if bytes.starts_with(MARK) {
        bytes.drain(..MARK.len());
    }
    Ok(bytes)
}

pub(super) fn lacks(path: &Path, wanted: &'static str, why: Instead) -> Unfit {
    Unfit::Lacks { path: path.to_owned(), wanted, why }
}

fn another(kind: SectionKind) -> Instead {
    Instead::Another(match kind {
        SectionKind::Certificate => "a certificate",
        SectionKind::RsaPrivateKey | SectionKind::PrivateKey | SectionKind::EcPrivateKey => "a private key",
        SectionKind::PublicKey => "a public key",
        SectionKind::Csr => "a request for a certificate",
        SectionKind::Crl => "a list of revoked certificates",
        _ => "PEM of another kind",
    })
}
