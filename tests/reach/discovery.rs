//! Members that DNS names.

use super::encrypted_by;
use crate::support::certs::{Certs, P256, Valid};
use crate::support::dns::{Answer, Dns};
use crate::support::{Done, Etcd, Pat};

const TLS: &str = "_etcd-client-ssl._tcp.example.org";
const PLAIN: &str = "_etcd-client._tcp.example.org";

fn find(dns: &Dns, flags: &[&str]) -> Done {
    find_by(&dns.address, flags)
}

fn find_by(server: &str, flags: &[&str]) -> Done {
    Pat::new(&[&["lock", "list", "--discovery-srv", "example.org"], flags].concat())
        .env("ETCDPAT_DNS_SERVER", server)
        .run()
}

#[track_caller]
fn fails(done: &Done, code: i32, words: &[&str]) {
    assert_eq!(done.code, code, "{}", done.stderr);
    words.iter().for_each(|word| assert!(done.stderr.contains(word), "{word}: {}", done.stderr));
}

#[test]
fn members_without_tls_are_found_where_there_are_no_others() {
    let etcd = Etcd::start();
    // The first by priority has gone: the next is asked.
    let records = vec![(20, 0, etcd.port(0), "localhost"), (10, 0, 1, "localhost")];
    let named = "_etcd-client-blue._tcp.example.org";
    let (good, blue) = (Answer::Srv(records.clone()), Answer::Truncated(records));
    let dns = Dns::start(vec![(PLAIN, good), (named, blue)]);
    let done = find(&dns, &[]);
    assert_eq!(done.code, 0, "{}", done.stderr);
    assert_eq!(dns.asked()[..2], [TLS, PLAIN]);
    // An answer that is too long for UDP comes over TCP.
    assert_eq!(find(&dns, &["--discovery-srv-name", "blue"]).code, 0);
    fails(&find(&dns, &["--discovery-srv-name", "red"]), 125, &["no SRV records", "_etcd-client-red._tcp.example.org"]);
    fails(&find(&dns, &["--insecure-discovery=false"]), 125, &["without TLS alone", "http://localhost:"]);
    // A nested etcdpat is given the members, not the domain.
    let nested = "lock /a -- sh -c 'echo $ETCDPAT_ENDPOINTS; exec \"$ETCDPAT\" lock list'";
    let pat = || Pat::new(nested).env("ETCDPAT_DNS_SERVER", &dns.address).env("ETCDPAT", env!("CARGO_BIN_EXE_etcdpat"));
    for name in ["ETCDPAT_DISCOVERY_SRV", "ETCDCTL_DISCOVERY_SRV"] {
        let done = pat().env(name, "example.org").run();
        assert_eq!(done.code, 0, "{}", done.stderr);
        assert!(done.stdout.starts_with("http://localhost:1,http://localhost:"), "{}", done.stdout);
    }
    let both = pat().env("ETCDPAT_DISCOVERY_SRV", "example.org").env("ETCDPAT_ENDPOINTS", "127.0.0.1:1").run();
    fails(&both, 2, &["both ETCDPAT_ENDPOINTS and ETCDPAT_DISCOVERY_SRV"]);
    fails(&find(&dns, &["--endpoints", "127.0.0.1:1"]), 2, &["--endpoints"]);
}

#[test]
fn members_with_tls_go_first_and_are_verified() {
    let Some(certs) = Certs::new() else { return };
    certs.signed("host", "ca", P256, "subjectAltName=DNS:localhost", Valid::Now);
    certs.signed("domain", "ca", P256, "subjectAltName=DNS:example.org", Valid::Now);
    let (by_host, by_domain) = (encrypted_by(&certs, "host", &[]), encrypted_by(&certs, "domain", &[]));
    let plain = Etcd::start();
    let ca = certs.path("ca.pem");
    let dns = |etcd: &Etcd| {
        let at = |etcd: &Etcd| Answer::Srv(vec![(0, 0, etcd.port(0), "localhost")]);
        Dns::start(vec![(TLS, at(etcd)), (PLAIN, at(&plain))])
    };
    let (hosts, domains) = (dns(&by_host), dns(&by_domain));
    assert_eq!(find(&hosts, &["--cacert", &ca]).code, 0);
    assert_eq!(hosts.asked(), [TLS], "who has TLS is asked for nothing else");
    fails(&find(&domains, &["--cacert", &ca]), 125, &["is for example.org, not for localhost"]);
    // As etcdctl 3.4 has it (later ones check the host): what DNS says is no proof, so the certificate must be for the domain.
    fails(
        &find(&hosts, &["--cacert", &ca, "--insecure-discovery=false"]),
        125,
        &["is for localhost, not for example.org"],
    );
    assert_eq!(find(&domains, &["--cacert", &ca, "--insecure-discovery=false"]).code, 0);
    let nested = ["lock", "/a", "--cacert", &ca, "--", "sh", "-c", "exec \"$ETCDPAT\" lock list"];
    let pat =
        Pat::new(&nested[..]).env("ETCDPAT_DNS_SERVER", &domains.address).env("ETCDCTL_DISCOVERY_SRV", "example.org");
    let done = pat.env("ETCDCTL_INSECURE_DISCOVERY", "false").env("ETCDPAT", env!("CARGO_BIN_EXE_etcdpat")).run();
    assert_eq!(done.code, 0, "{}", done.stderr);
}

#[test]
fn a_lookup_that_fails_is_no_leave_to_go_without_tls() {
    let plain = Etcd::start();
    let there = || Answer::Srv(vec![(0, 0, plain.port(0), "localhost")]);
    let dns = Dns::start(vec![(TLS, Answer::Code(2)), (PLAIN, there())]);
    fails(&find(&dns, &[]), 125, &["cannot look up the SRV records", TLS, "SERVFAIL"]);
    assert!(!dns.asked().contains(&PLAIN.to_owned()));
    let dns = Dns::start(vec![(TLS, Answer::Silence), (PLAIN, there())]);
    let done = find(&dns, &["--command-timeout", "300ms"]);
    fails(&done, 125, &["cannot look up the SRV records", TLS, "Hint: "]);
    // The root as a target: there is no such service.
    let dns = Dns::start(vec![(TLS, Answer::Srv(vec![(0, 0, 1, "")]))]);
    fails(&find(&dns, &[]), 125, &["DNS has no SRV records", TLS, PLAIN]);
    fails(&find_by("127.0.0.1:1", &["--command-timeout", "300ms"]), 125, &["cannot look up the SRV records"]);
    for bad in ["localhost", "127.0.0.1:x", ":53"] {
        fails(&find_by(bad, &[]), 2, &["ETCDPAT_DNS_SERVER"]);
    }
    let domain = format!("{}.org", "a".repeat(64));
    fails(&Pat::new(&["lock", "list", "--discovery-srv", &domain]).run(), 2, &["is no name of a domain"]);
}

#[test]
fn a_cluster_for_a_moment_is_not_anybody_elses() {
    let done = Pat::new("dev -- sh -c 'exec \"$ETCDPAT\" lock list'").env("ETCDPAT", env!("CARGO_BIN_EXE_etcdpat"));
    let done = done.env("ETCDPAT_DISCOVERY_SRV", "example.org").env("ETCDPAT_INSECURE_TRANSPORT", "false").run();
    assert_eq!(done.code, 0, "{}", done.stderr);
}
