//! Servers that encrypt, and that ask for a certificate.

use std::io::{Read, Write};
use std::net::TcpListener;

use super::{encrypted_by, list, refused, served_at};
use crate::support::certs::{Certs, ED25519, P256, P384, P521, RSA, Valid};
use crate::support::{Etcd, Pat};

const LOOPBACK: &str = "subjectAltName=IP:127.0.0.1,DNS:localhost extendedKeyUsage=serverAuth,clientAuth";

#[track_caller]
fn reached(endpoints: &str, flags: &[&str]) {
    let done = list(endpoints, flags);
    assert_eq!(done.code, 0, "{flags:?}: {}", done.stderr);
    assert_eq!(done.stderr, "", "{flags:?}");
}

fn https(etcd: &Etcd) -> String {
    format!("https://{}", etcd.endpoint(0))
}

#[test]
fn etcds_own_certificates_are_trusted_when_they_are_given() {
    // etcd makes them, with keys on P-521.
    let etcd = served_at(|port| format!("https://127.0.0.1:{port}"), &["--auto-tls".to_owned()]);
    let own = etcd.dir().join("m0/fixtures/client");
    let (cert, key) = (own.join("cert.pem"), own.join("key.pem"));
    let (cert, key) = (cert.to_str().unwrap(), key.to_str().unwrap());
    reached(&https(&etcd), &["--cacert", cert]);
    reached(&etcd.endpoint(0), &["--cacert", cert, "--cert", cert, "--key", key]);
    refused(&https(&etcd), &[], 125, &["certificate"]);
}

#[test]
fn a_server_is_verified_by_any_kind_of_key_and_authority() {
    let Some(certs) = Certs::new() else { return };
    let (ca, other) = (certs.path("ca.pem"), certs.path("other.pem"));
    for (name, key) in [("p256", P256), ("p384", P384), ("p521", P521), ("rsa", RSA), ("ed25519", ED25519)] {
        certs.signed(name, "ca", key, LOOPBACK, Valid::Now);
        let etcd = encrypted_by(&certs, name, &[]);
        reached(&https(&etcd), &["--cacert", &ca]);
        refused(&https(&etcd), &["--cacert", &other], 125, &["signed by nobody in", &other, "--cacert FILE"]);
    }
    // Authorities of other kinds, and one between the two.
    for (name, key) in [("ca521", P521), ("ca384", P384), ("cars", RSA)] {
        certs.self_signed(name, key, "");
        certs.signed("below", name, P256, LOOPBACK, Valid::Now);
        let etcd = encrypted_by(&certs, "below", &[]);
        reached(&https(&etcd), &["--cacert", &certs.path(&format!("{name}.pem"))]);
    }
    certs.signed("between", "ca", P384, "basicConstraints=critical,CA:TRUE", Valid::Now);
    certs.signed("leaf", "between", P256, LOOPBACK, Valid::Now);
    certs.write("leaf.pem", &[certs.read("leaf.pem"), certs.read("between.pem")].concat());
    reached(&https(&encrypted_by(&certs, "leaf", &[])), &["--cacert", &ca]);
}

#[test]
fn a_certificate_is_its_own_authority() {
    let Some(certs) = Certs::new() else { return };
    for (name, key, extensions) in [
        ("plain", P256, "subjectAltName=IP:127.0.0.1"),
        ("no-ca", P256, "subjectAltName=IP:127.0.0.1 basicConstraints=critical,CA:FALSE"),
        ("rsa", RSA, "subjectAltName=IP:127.0.0.1"),
        ("p521", P521, "subjectAltName=IP:127.0.0.1"),
    ] {
        certs.self_signed(name, key, extensions);
        let (etcd, pem) = (encrypted_by(&certs, name, &[]), certs.path(&format!("{name}.pem")));
        reached(&https(&etcd), &["--cacert", &pem]);
        // With the mark that editors of Windows put before it.
        let marked = certs.write("marked.pem", &[&b"\xef\xbb\xbf"[..], &certs.read(&format!("{name}.pem"))].concat());
        reached(&https(&etcd), &["--cacert", &marked]);
        // It is trusted as itself: for its own hosts, and not as an authority that says CA:FALSE.
        let localhost = format!("https://localhost:{}", etcd.port(0));
        refused(&localhost, &["--cacert", &pem], 125, &["is for 127.0.0.1, not for localhost"]);
    }
    certs.signed("below", "no-ca", P256, LOOPBACK, Valid::Now);
    let etcd = encrypted_by(&certs, "below", &[]);
    refused(&https(&etcd), &["--cacert", &certs.path("no-ca.pem")], 125, &["no authority's certificate (CA:TRUE)"]);
}

#[test]
fn what_is_wrong_with_a_servers_certificate_is_said() {
    let Some(certs) = Certs::new() else { return };
    let ca = certs.path("ca.pem");
    let no_host = "extendedKeyUsage=serverAuth";
    let of_client = "subjectAltName=IP:127.0.0.1 extendedKeyUsage=clientAuth";
    let of_authority = "subjectAltName=IP:127.0.0.1 basicConstraints=critical,CA:TRUE";
    for (name, extensions, valid, says) in [
        ("expired", LOOPBACK, Valid::Before, "certificate expired at 1999-01-01T00:00:00Z"),
        ("later", LOOPBACK, Valid::Later, "certificate is not valid before 2098-01-01T00:00:00Z"),
        (
            "other-host",
            "subjectAltName=DNS:a.example,IP:10.0.0.1",
            Valid::Now,
            "is for a.example, 10.0.0.1, not for 127.0.0.1",
        ),
        ("no-host", no_host, Valid::Now, "is for no host at all, not for 127.0.0.1"),
        ("of-client", of_client, Valid::Now, "lacks serverAuth"),
        ("sha512", "subjectAltName=IP:127.0.0.1", Valid::Now, "no signatures of ECDSA with SHA-512 by a key"),
        ("of-authority", of_authority, Valid::Now, "is an authority's (CA:TRUE)"),
    ] {
        certs.signed(name, "ca", P256, extensions, valid);
        let etcd = encrypted_by(&certs, name, &[]);
        refused(&https(&etcd), &["--cacert", &ca], 125, &[says, &https(&etcd), "Hint:"]);
        if name == "other-host" {
            reached(&https(&etcd), &["--cacert", &ca, "--tls-server-name", "a.example"]);
            let done = Pat::new("lock list").env("ETCDPAT_ENDPOINTS", &https(&etcd)).env("ETCDPAT_CACERT", &ca);
            assert_eq!(done.env("ETCDPAT_TLS_SERVER_NAME", "a.example").run().code, 0);
        }
        // None of it is looked at where that is asked for: and each time, etcdpat says so.
        let done = list(&https(&etcd), &["--insecure-skip-tls-verify", "--quiet"]);
        assert_eq!(done.code, 0, "{}", done.stderr);
        assert!(done.stderr.contains("warning: the certificate of https://"), "{}", done.stderr);
    }
}

#[test]
fn an_unverified_server_is_warned_of_however_that_was_asked_for() {
    let Some(certs) = Certs::new() else { return };
    let etcd = encrypted_by(&certs, "ca", &[]);
    let bare = etcd.endpoint(0);
    for name in ["ETCDPAT_INSECURE_SKIP_TLS_VERIFY", "ETCDCTL_INSECURE_SKIP_TLS_VERIFY"] {
        // A bare endpoint is an encrypted one, then.
        let pat = || Pat::new("lock /a -- sh -c 'exec \"$ETCDPAT\" lock list'").env("ETCDPAT_ENDPOINTS", &bare);
        let done = pat().env("ETCDPAT", env!("CARGO_BIN_EXE_etcdpat")).env(name, "true").run();
        assert_eq!(done.code, 0, "{}", done.stderr);
        assert_eq!(done.stderr.matches("is not verified").count(), 2, "{}", done.stderr);
    }
    let json = list(&bare, &["--insecure-skip-tls-verify=true", "-o", "json"]);
    assert!(json.stderr.contains(r#""event":"etcd.unverified""#), "{json:?}");
    refused(&format!("http://{bare}"), &["--insecure-skip-tls-verify"], 2, &["is not encrypted, but TLS is asked for"]);
    // With it said to be false, the server is verified.
    refused(&format!("https://{bare}"), &["--insecure-skip-tls-verify=false"], 125, &["certificate"]);
}

#[test]
fn the_wrong_protocol_is_said_to_be_one() {
    let Some(certs) = Certs::new() else { return };
    certs.signed("server", "ca", P256, LOOPBACK, Valid::Now);
    let (encrypted, plain) = (encrypted_by(&certs, "server", &[]), Etcd::start());
    let ca = certs.path("ca.pem");
    for endpoint in [encrypted.endpoint(0), format!("http://{}", encrypted.endpoint(0))] {
        refused(&endpoint, &[], 125, &["the server expects TLS", &endpoint, "https://"]);
    }
    for endpoint in [plain.endpoint(0), https(&plain)] {
        refused(&endpoint, &["--cacert", &ca], 125, &["the server does not speak TLS", &endpoint]);
        refused(&endpoint, &["--insecure-transport=false", "--cacert", &ca], 125, &["the server does not speak TLS"]);
    }
    let web = web_server();
    refused(&web, &[], 125, &["the server answers in HTTP/1", &web]);
    refused(&format!("https://{web}"), &["--cacert", &ca], 125, &["the server does not speak TLS", &web]);
    // One good endpoint among them is enough.
    let both = format!("{},{}", plain.endpoint(0), encrypted.endpoint(0));
    reached(&both, &["--cacert", &ca]);
    // With several, each is named.
    refused(&format!("{},{}", encrypted.endpoint(0), encrypted.endpoint(0)), &[], 125, &["expects TLS"]);
}

/// What answers whatever it is sent as web servers do.
fn web_server() -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap().to_string();
    std::thread::spawn(move || {
        for mut stream in listener.incoming().flatten() {
            let _ = stream.read(&mut [0; 24]);
            let _ = stream.write_all(b"HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n");
        }
    });
    address
}

#[test]
fn a_client_certificate_is_the_servers_to_judge() {
    let Some(certs) = Certs::new() else { return };
    certs.signed("server", "ca", P256, LOOPBACK, Valid::Now);
    let ca = certs.path("ca.pem");
    let etcd = encrypted_by(&certs, "server", &["--client-cert-auth".to_owned(), format!("--trusted-ca-file={ca}")]);
    refused(&https(&etcd), &["--cacert", &ca], 125, &["the server asks for a client certificate", "--cert FILE"]);
    let (of_client, of_server) = ("extendedKeyUsage=clientAuth", "extendedKeyUsage=serverAuth");
    for (name, key, authority, extensions, valid, good) in [
        ("p256", P256, "ca", of_client, Valid::Now, true),
        ("p384", P384, "ca", of_client, Valid::Now, true),
        ("p521", P521, "ca", of_client, Valid::Now, true),
        ("rsa", RSA, "ca", of_client, Valid::Now, true),
        ("ed25519", ED25519, "ca", of_client, Valid::Now, true),
        // Of version 1, as `openssl x509 -req` makes them.
        ("v1", P256, "ca", "", Valid::Now, true),
        ("elsewhere", P256, "other", of_client, Valid::Now, false),
        ("expired", P256, "ca", of_client, Valid::Before, false),
        ("later", P256, "ca", of_client, Valid::Later, false),
        ("of-server", P256, "ca", of_server, Valid::Now, false),
    ] {
        certs.signed(name, authority, key, extensions, valid);
        let (cert, key) = (certs.path(&format!("{name}.pem")), certs.path(&format!("{name}.key")));
        let flags = ["--cacert", &ca, "--cert", &cert, "--key", &key];
        if good {
            reached(&https(&etcd), &flags);
        } else {
            refused(&https(&etcd), &flags, 125, &["the server refused the client certificate in", &cert]);
        }
    }
}
