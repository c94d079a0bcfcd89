//! A password is never seen, in whatever form it came.

use super::list;
use crate::support::{Done, Etcd, Pat, path};

const SECRET: &str = "s3cr3t-w0rd";

#[track_caller]
fn keeps_it(done: &Done) {
    let all = format!("{}{}", done.stdout, done.stderr);
    assert!(!all.contains(SECRET) && !all.contains("s3cr3t%2Dw0rd"), "{all}");
}

#[test]
fn a_name_may_have_a_colon_where_the_password_comes_from_elsewhere() {
    let mut etcd = Etcd::start();
    for line in
        [&["user", "add", "root:root-pw"][..], &["role", "add", "root"], &["user", "grant-role", "root", "root"]]
    {
        assert_eq!(etcd.ctl(line).code, 0);
    }
    // etcdctl can make one, too.
    let mut add = etcd.ctl_command(&["user", "add", "team:ann", "--new-user-password", SECRET]);
    if !add.output().unwrap().status.success() {
        eprintln!("SKIPPED: this etcdctl makes no user with a colon");
        return;
    }
    for line in [&["user", "grant-role", "team:ann", "root"][..], &["auth", "enable"]] {
        assert_eq!(etcd.ctl(line).code, 0, "{line:?}");
    }
    etcd.leave_be();
    let dir = tempfile::tempdir().unwrap();
    let file = path(&dir, "password");
    std::fs::write(&file, SECRET).unwrap();
    let done = list(&etcd.endpoint(0), &["--user", "team:ann", "--password-file", &file]);
    assert_eq!(done.code, 0, "{}", done.stderr);
    for (user, password) in [("ETCDPAT_USER", "ETCDPAT_PASSWORD"), ("ETCDCTL_USER", "ETCDCTL_PASSWORD")] {
        let done = etcd.pat("lock list").env(user, "team:ann").env(password, SECRET).run();
        assert_eq!(done.code, 0, "{}", done.stderr);
    }
    // Without one, what follows the first colon is the password.
    let done = list(&etcd.endpoint(0), &["--user", "team:ann"]);
    assert_eq!(done.code, 121, "{}", done.stderr);
    etcd.user = Some("root:root-pw".to_owned());
    assert_eq!(etcd.ctl("auth disable").code, 0);
}

#[test]
fn no_message_has_a_password() {
    let mut etcd = Etcd::start();
    etcd.enable_auth();
    etcd.leave_be();
    let at = etcd.endpoint(0);
    let user = format!("root:{SECRET}");
    for endpoints in [
        format!("http://root:{SECRET}@{at}"),
        format!("root:{SECRET}@{at}"),
        format!("HTTPS://root:{SECRET}@{at},{at}"),
        format!("{at},http://root:{SECRET}@{at}"),
        format!("http://root:{SECRET}%40{at}"),
        // A comma in a password.
        format!("http://root:{SECRET},x@{at}"),
        format!("http://root:x,{SECRET}@{at}"),
    ] {
        for done in [list(&endpoints, &[]), Pat::new("lock list").env("ETCDCTL_ENDPOINTS", &endpoints).run()] {
            assert_eq!(done.code, 2, "{endpoints}: {}", done.stderr);
            keeps_it(&done);
        }
    }
    // Wrong ones, as loud as it gets.
    for level in ["-vvv", "-q"] {
        let done = list(&at, &["--user", &user, level]);
        assert_eq!(done.code, 121, "{}", done.stderr);
        keeps_it(&done);
        keeps_it(&etcd.pat(&["lock", "list", level]).env("ETCDCTL_USER", "root").env("ETCDCTL_PASSWORD", SECRET).run());
    }
    keeps_it(&etcd.pat("lock list").env("RUST_LOG", "trace").env("ETCDPAT_USER", &user).run());
    // clap's own words.
    let habits = [format!("--password={SECRET}"), format!("--pasword={SECRET}"), format!("--usr={user}")];
    for habit in &habits {
        for words in [&["lock", "list", habit][..], &[habit, "lock", "list"]] {
            for format in ["human", "json"] {
                let done = Pat::new(words).env("ETCDPAT_OUTPUT", format).run();
                assert_eq!(done.code, 2, "{done:?}");
                keeps_it(&done);
            }
        }
    }
    for help in ["lock --help", "--help", "lock -h"] {
        let pat = Pat::new(help).env("ETCDPAT_PASSWORD", SECRET).env("ETCDCTL_PASSWORD", SECRET);
        keeps_it(&pat.env("ETCDPAT_USER", &user).env("ETCDPAT_ENDPOINTS", &format!("http://{user}@a:1")).run());
    }
}
