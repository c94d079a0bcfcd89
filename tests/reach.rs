//! Reaching real clusters: what etcdctl connects to, etcdpat does; or it says which file, and which property, is the reason.

#[path = "reach/discovery.rs"]
mod discovery;
#[path = "reach/encrypted.rs"]
mod encrypted;
#[path = "reach/files.rs"]
mod files;
#[path = "reach/passwords.rs"]
mod passwords;
#[path = "reach/sockets.rs"]
mod sockets;

use crate::support::certs::Certs;
use crate::support::{Done, Etcd, Pat, Setup};

/// A member that encrypts, with this certificate and these flags.
fn encrypted_by(certs: &Certs, name: &str, flags: &[String]) -> Etcd {
    let own = ["cert", "key"].map(|kind| {
        let file = certs.path(&format!("{name}.{}", if kind == "cert" { "pem" } else { "key" }));
        format!("--{kind}-file={file}")
    });
    served_at(|port| format!("https://127.0.0.1:{port}"), &[&own, flags].concat())
}

/// A member that serves its clients there.
fn served_at(client_url: fn(u16) -> String, flags: &[String]) -> Etcd {
    let mut etcd = Etcd::with(Setup { client_url: Some(client_url), arguments: flags.to_vec(), ..Setup::default() });
    // What looks for leftovers would have to be let in.
    etcd.leave_be();
    etcd
}

/// `lock list` there: nothing is held, so it exits with 0 where it was let in.
fn list(endpoints: &str, flags: &[&str]) -> Done {
    Pat::new(&[&["lock", "list", "--endpoints", endpoints], flags].concat()).run()
}

/// `lock list` there comes to nothing, with this code and these words, none of which is the wrong hint.
#[track_caller]
fn refused(endpoints: &str, flags: &[&str], code: i32, words: &[&str]) {
    let done = list(endpoints, flags);
    assert_eq!(done.code, code, "{flags:?}: {}", done.stderr);
    for word in words {
        assert!(done.stderr.contains(word), "{flags:?}: {word}: {}", done.stderr);
    }
    assert!(!done.stderr.contains("is etcd running there?"), "{}", done.stderr);
}
