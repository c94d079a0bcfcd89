//! Certificates and keys of all kinds, made by openssl.

use std::fs;
use std::process::Command;

/// A directory of them: `NAME.pem` and `NAME.key`.
pub struct Certs(tempfile::TempDir);

/// Kinds of keys, as openssl asks for them.
pub const P256: &str = "ec -pkeyopt ec_paramgen_curve:prime256v1";
pub const P384: &str = "ec -pkeyopt ec_paramgen_curve:secp384r1";
pub const P521: &str = "ec -pkeyopt ec_paramgen_curve:secp521r1";
pub const RSA: &str = "rsa:2048";
pub const ED25519: &str = "ed25519";

/// When a certificate is valid.
#[derive(Clone, Copy)]
pub enum Valid {
    Now,
    Before,
    Later,
}

impl Certs {
    /// Two authorities, `ca` and `other`. Nothing where there is no openssl.
    pub fn new() -> Option<Self> {
        if Command::new("openssl").arg("version").output().is_err() {
            eprintln!("SKIPPED: no openssl here (scripts/setup installs it)");
            return None;
        }
        let certs = Self(tempfile::tempdir().unwrap());
        certs.self_signed("ca", P256, "basicConstraints=critical,CA:TRUE");
        certs.self_signed("other", P256, "basicConstraints=critical,CA:TRUE");
        Some(certs)
    }

    /// The path of a file.
    pub fn path(&self, file: &str) -> String {
        super::path(&self.0, file)
    }

    /// Writes a file.
    pub fn write(&self, file: &str, bytes: &[u8]) -> String {
        fs::write(self.path(file), bytes).unwrap();
        self.path(file)
    }

    /// What a file has.
    pub fn read(&self, file: &str) -> Vec<u8> {
        fs::read(self.path(file)).unwrap()
    }

    pub fn openssl(&self, line: &str) {
        let mut command = Command::new("openssl");
        let done = command.args(line.split_whitespace()).current_dir(self.0.path()).output().unwrap();
        assert!(done.status.success(), "{line}: {}", String::from_utf8_lossy(&done.stderr));
    }

    /// A certificate that is its own authority, with these extensions, separated by blanks.
    pub fn self_signed(&self, name: &str, key: &str, extensions: &str) {
        let extensions: String = extensions.split_whitespace().map(|one| format!(" -addext {one}")).collect();
        let out = format!("-nodes -keyout {name}.key -out {name}.pem");
        self.openssl(&format!("req -x509 -newkey {key} {out} -days 2 -subj /CN={name}{extensions}"));
    }

    /// A certificate that `authority` has signed. Without extensions it is of version 1.
    pub fn signed(&self, name: &str, authority: &str, key: &str, extensions: &str, valid: Valid) {
        self.openssl(&format!("req -newkey {key} -nodes -keyout {name}.key -out {name}.csr -subj /CN={name}"));
        let lines: String = extensions.split_whitespace().map(|one| format!("{one}\n")).collect();
        self.write("ext", lines.as_bytes());
        let with = if extensions.is_empty() { "" } else { "-extfile ext" };
        let by = format!("-CA {authority}.pem -CAkey {authority}.key -CAcreateserial {with}");
        match valid {
            Valid::Now if name == "sha512" => {
                self.openssl(&format!("x509 -req -sha512 -in {name}.csr {by} -days 2 -out {name}.pem"));
            }
            Valid::Now => self.openssl(&format!("x509 -req -in {name}.csr {by} -days 2 -out {name}.pem")),
            Valid::Before | Valid::Later => {
                self.write("index.txt", b"");
                self.write(
                    "ca.conf",
                    b"[ca]\ndefault_ca=a\n[a]\ndatabase=index.txt\nnew_certs_dir=.\ndefault_md=sha256\npolicy=p\n\
                      rand_serial=yes\n[p]\ncommonName=supplied\n",
                );
                let year = if matches!(valid, Valid::Before) { 1998 } else { 2098 };
                let dates = format!("-startdate {year}0101000000Z -enddate {}0101000000Z", year + 1);
                let by = format!("-cert {authority}.pem -keyfile {authority}.key {with}");
                self.openssl(&format!("ca -batch -notext -config ca.conf {by} {dates} -in {name}.csr -out {name}.pem"));
            }
        }
    }
}
