//! Unix sockets, and lists of endpoints.

use std::process::Command;

use super::{list, refused, served_at};
use crate::support::certs::{Certs, P256, Valid};
use crate::support::{Etcd, Pat, finish};

#[test]
fn a_unix_socket_is_reached_in_every_form_that_etcdctl_takes() {
    // etcd makes the socket in its working directory.
    let etcd = served_at(|port| format!("unix://localhost:{port}"), &[]);
    let (dir, file) = (etcd.dir().to_str().unwrap(), format!("localhost:{}", etcd.port(0)));
    for endpoint in
        [format!("unix://{file}"), format!("unix:{file}"), format!("unix://{dir}/{file}"), format!("unix:{dir}/{file}")]
    {
        let own = env!("CARGO_BIN_EXE_etcdpat");
        // A command in another directory finds it, too.
        let nested = format!("cd / && exec {own} lock /b -- echo $ETCDPAT_ENDPOINTS");
        let mut command = Command::new(own);
        command.current_dir(dir).args(["lock", "--endpoints", &endpoint, "/a", "--", "sh", "-c", &nested]);
        let done = finish(command);
        assert_eq!((done.code, done.stdout.trim()), (0, &*format!("unix://{dir}/{file}")), "{endpoint}: {done:?}");
    }
    let missing = list(&format!("unix://{dir}/nothing"), &[]);
    assert_eq!(missing.code, 125, "{missing:?}");
    assert!(missing.stderr.contains("No such file") && missing.stderr.contains("/nothing"), "{missing:?}");
    for malformed in ["unix:", "unix://", "unixs:"] {
        refused(malformed, &[], 2, &["malformed endpoint"]);
    }
}

#[test]
fn a_unix_socket_is_encrypted_where_it_says_so() {
    let Some(certs) = Certs::new() else { return };
    certs.signed("server", "ca", P256, "subjectAltName=DNS:localhost", Valid::Now);
    let files = [("cert", "server.pem"), ("key", "server.key")];
    let flags = files.map(|(kind, file)| format!("--{kind}-file={}", certs.path(file)));
    let etcd = served_at(|port| format!("unixs://localhost:{port}"), &flags);
    let socket = format!("{}/localhost:{}", etcd.dir().display(), etcd.port(0));
    let ca = certs.path("ca.pem");
    for scheme in ["unixs", "unix"] {
        let done = list(&format!("{scheme}://{socket}"), &["--cacert", &ca]);
        assert_eq!(done.code, 0, "{scheme}: {done:?}");
    }
    refused(&format!("unix://{socket}"), &[], 125, &["the server expects TLS"]);
    refused(&format!("unixs://{socket}"), &["--cacert", &certs.path("other.pem")], 125, &["signed by nobody in"]);
}

#[test]
fn an_empty_last_part_of_a_list_is_dropped() {
    let etcd = Etcd::start();
    let one = etcd.endpoint(0);
    for good in [format!("{one},"), format!(" {one} , "), format!("{one},{one},")] {
        assert_eq!(list(&good, &[]).code, 0, "{good}");
        assert_eq!(Pat::new("lock list").env("ETCDCTL_ENDPOINTS", &good).run().code, 0, "{good}");
    }
    for bad in [format!(",{one}"), format!("{one},,{one}"), format!("{one},,"), ",".to_owned()] {
        refused(&bad, &[], 2, &["a comma too many"]);
    }
}
