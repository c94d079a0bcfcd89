//! Client certificates and encrypted endpoints.

use std::process::Command;

use crate::support::{Etcd, Setup, path};

/// An authority, and one certificate of its for server and client, in a directory. Nothing where there is no openssl.
pub(crate) fn certificates() -> Option<tempfile::TempDir> {
    if Command::new("openssl").arg("version").output().is_err() {
        eprintln!("SKIPPED: no openssl here (scripts/setup installs it)");
        return None;
    }
    let dir = tempfile::tempdir().unwrap();
    let openssl = |line: &str| {
        let done = Command::new("openssl").args(line.split(' ')).current_dir(dir.path()).output().unwrap();
        assert!(done.status.success(), "{line}: {}", String::from_utf8_lossy(&done.stderr));
    };
    std::fs::write(
        dir.path().join("ext"),
        "subjectAltName=IP:127.0.0.1,DNS:localhost\nextendedKeyUsage=serverAuth,clientAuth\n",
    )
    .unwrap();
    let key = "-newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes";
    openssl(&format!("req -x509 {key} -keyout ca.key -out ca.pem -days 2 -subj /CN=authority"));
    openssl(&format!("req {key} -keyout key.pem -out request -subj /CN=member"));
    openssl("x509 -req -in request -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -extfile ext -out cert.pem");
    Some(dir)
}

#[test]
fn certificates_are_used_and_passed_on() {
    let Some(dir) = certificates() else { return };
    let etcd = Etcd::with(Setup { tls: Some(dir.path().to_owned()), ..Setup::default() });
    let (ca, cert, key) = (path(&dir, "ca.pem"), path(&dir, "cert.pem"), path(&dir, "key.pem"));
    let flags = ["--cacert", &ca, "--cert", &cert, "--key", &key];
    let own = env!("CARGO_BIN_EXE_etcdpat");
    // A bare endpoint is an encrypted one where certificates are given; a nested etcdpat gets them, though its
    // ETCDPAT_KEY is the outer lock's key.
    let nested = ["lock", "/a", "--", own, "lock", "/b", "--", "sh", "-c", "echo $ETCDPAT_LOCK $ETCDPAT_KEY"];
    let done = etcd.run(&[&flags[..], &nested].concat());
    assert_eq!(done.code, 0, "{}", done.stderr);
    assert!(done.stdout.starts_with("/b /b/"), "{}", done.stdout);
    // After the subcommand, and from the environment.
    assert_eq!(etcd.run(&[&["lock", "status", "/a"], &flags[..]].concat()).code, 1);
    for prefix in ["ETCDPAT", "ETCDCTL"] {
        let files = [("CACERT", &ca), ("CERT", &cert), ("KEY", &key)];
        let pat = files
            .into_iter()
            .fold(etcd.pat("lock /a -- true"), |pat, (name, file)| pat.env(&format!("{prefix}_{name}"), file));
        assert_eq!(pat.run().code, 0, "{prefix}");
    }
    // `lock break` has a --key of its own; the certificate's stands before the subcommand.
    let held = etcd.pat(&[&flags[..], &["lock", "-v", "/l", "--", "sleep", "1000"]].concat()).spawn();
    held.wait_for_stderr("acquired lock");
    let lock_key = etcd.queue("/l")[0].clone();
    let broken = etcd.run(&[&flags[..], &["lock", "break", "/l", "--key", &lock_key]].concat());
    assert_eq!(broken.code, 0, "{}", broken.stderr);
    assert_eq!(held.wait().code, 123);
    // Without a certificate, or an authority to trust, there is no connection.
    let https = format!("https://{}", etcd.endpoint(0));
    let refused = |flags: &[&str]| {
        let done = etcd.pat(&[flags, &["lock", "/a", "--", "true"]].concat()).env("ETCDPAT_ENDPOINTS", &https).run();
        assert_eq!(done.code, 125, "{}", done.stderr);
        done.stderr
    };
    assert!(refused(&["--cacert", &ca]).contains(&https));
    let unknown = refused(&[]);
    assert!(unknown.contains("certificate"), "{unknown}");
}
