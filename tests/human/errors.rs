//! Errors, and what is said to be done about them.

use snapbox::str;

use super::is;
use crate::support::{Etcd, Pat, Signal, Transcript};

#[test]
fn an_error_says_what_failed_why_and_what_to_do() {
    let etcd = Etcd::start();
    let mut told = Transcript::new(&etcd);
    for line in [
        "lock /deploy --endpoints 127.0.0.1:1 -- true",
        "lock status /deploy --endpoints 127.0.0.1:1",
        "watch /k --endpoints 127.0.0.1:1",
        "txn --then 'put /k v' --endpoints 127.0.0.1:1",
        "lock /deploy --endpoints no-port -- true",
        "lock --ttl 0 /deploy -- true",
        "lock --ttl 10s --grace 5s /deploy -- true",
        "lock --try --timeout 1s /deploy -- true",
        "lock /deploy --cert /nowhere -- true",
        "lock /deploy --user root -- true",
        "lock",
        "lock /deploy --",
        "lock renew /deploy",
        "lease revoke xyz",
        "lease ttl",
        "lease run -- true",
        "watch k a",
        "txn",
        "txn -f /nowhere",
        "unknown",
    ] {
        told.run(line);
    }
    is(
        told,
        str![[r#"
$ etcdpat lock /deploy --endpoints 127.0.0.1:1 -- true
2> error: cannot get a lease for lock /deploy
2>   Caused by: etcd is unreachable at 127.0.0.1:1: Connection refused
2>   Hint: is etcd running there? --endpoints or ETCDPAT_ENDPOINTS names others; --dev starts a throwaway one
exit code 125

$ etcdpat lock status /deploy --endpoints 127.0.0.1:1
2> error: cannot read the queue of lock /deploy
2>   Caused by: etcd is unreachable at 127.0.0.1:1: Connection refused
2>   Hint: is etcd running there? --endpoints or ETCDPAT_ENDPOINTS names others; --dev starts a throwaway one
exit code 125

$ etcdpat watch /k --endpoints 127.0.0.1:1
2> error: cannot watch /k
2>   Caused by: etcd is unreachable at 127.0.0.1:1: Connection refused
2>   Hint: is etcd running there? --endpoints or ETCDPAT_ENDPOINTS names others; --dev starts a throwaway one
exit code 125

$ etcdpat txn --then 'put /k v' --endpoints 127.0.0.1:1
2> error: cannot apply the transaction
2>   Caused by: etcd is unreachable at 127.0.0.1:1: Connection refused
2>   Hint: is etcd running there? --endpoints or ETCDPAT_ENDPOINTS names others; --dev starts a throwaway one
exit code 125

$ etcdpat lock /deploy --endpoints no-port -- true
2> error: malformed endpoint "no-port": expected HOST:PORT, http://HOST:PORT, https://HOST:PORT or unix://PATH
exit code 2

$ etcdpat lock --ttl 0 /deploy -- true
2> error: invalid value '0' for '--ttl <DURATION>': a TTL is at least 2s
2> 
2> For more information, try '--help'.
exit code 2

$ etcdpat lock --ttl 10s --grace 5s /deploy -- true
2> error: a grace of 5s does not fit into a TTL of 10s: at most 4s does
2>   Hint: a longer --ttl, or a shorter --grace
exit code 2

$ etcdpat lock --try --timeout 1s /deploy -- true
2> error: the argument '--try' cannot be used with '--timeout <DURATION>'
2> 
2> Usage: etcdpat lock --try <NAME>... -- <CMD>...
2> 
2> For more information, try '--help'.
exit code 2

$ etcdpat lock /deploy --cert /nowhere -- true
2> error: --cert is given, but no --key
exit code 2

$ etcdpat lock /deploy --user root -- true
2> error: no password for user root
2>   Hint: --password-file FILE, or - for standard input; or ETCDPAT_PASSWORD
exit code 2

$ etcdpat lock
2> error: the following required arguments were not provided:
2>   <NAME>...
2> 
2> Usage: etcdpat lock <NAME>... [-- <CMD>...]
2> 
2> For more information, try '--help'.
exit code 2

$ etcdpat lock /deploy --
2> error: there is no command after --
2>   Hint: leave -- out to hold the lock until a signal
exit code 2

$ etcdpat lock renew /deploy
2> error: "/deploy" is not a lock's key
2>   Hint: `etcdpat lock acquire` prints the key
exit code 2

$ etcdpat lease revoke xyz
2> error: invalid value 'xyz' for '<ID>': "xyz" is not a lease id: expected 1 to 16 hex digits, at most 7fffffffffffffff
2> 
2> For more information, try '--help'.
exit code 2

$ etcdpat lease ttl
2> error: the following required arguments were not provided:
2>   <ID>
2> 
2> Usage: etcdpat lease ttl <ID>
2> 
2> For more information, try '--help'.
exit code 2

$ etcdpat lease run -- true
2> error: the following required arguments were not provided:
2>   --put <K=V>
2> 
2> Usage: etcdpat lease run --put <K=V> -- <CMD>...
2> 
2> For more information, try '--help'.
exit code 2

$ etcdpat watch k a
2> error: the end of the range does not come after its first key
2>   Hint: --prefix '' watches all keys
exit code 2

$ etcdpat txn
2> error: the transaction is empty
2>   Hint: give --if, --then, --else; -f FILE; or - for etcdctl's text
exit code 2

$ etcdpat txn -f /nowhere
2> error: cannot read /nowhere
2>   Caused by: No such file or directory
exit code 2

$ etcdpat unknown
2> error: unrecognized subcommand 'unknown'
2> 
2> Usage: etcdpat [OPTIONS] <COMMAND>
2> 
2> For more information, try '--help'.
exit code 2

"#]],
    );
}

#[test]
fn who_may_not_is_told_which_grant_is_missing() {
    let mut etcd = Etcd::start();
    etcd.enable_auth();
    let mut told = Transcript::new(&etcd);
    told.run("lock status /deploy");
    for line in [
        "lock /deploy -- true",
        "lock status /deploy",
        "lease run --put /here=1 -- true",
        "watch --prefix /config/",
        "txn --if 'value(/a) = x' --then 'put /b x'",
    ] {
        let line = format!("--user guest:guest-pw {line}");
        told.run(&line);
    }
    told.run("--user guest:wrong lock /deploy -- true");
    is(
        told,
        str![[r#"
$ etcdpat lock status /deploy
2> error: cannot read the queue of lock /deploy
2>   Caused by: etcd refused the user: user name is empty
2>   Hint: give --user NAME and --password-file FILE, or ETCDPAT_USER and ETCDPAT_PASSWORD
exit code 121

$ etcdpat --user guest:guest-pw lock /deploy -- true
2> error: cannot enter the queue of lock /deploy
2>   Caused by: etcd denied permission
2>   Hint: an administrator grants it: etcdctl role grant-permission ROLE readwrite --prefix /deploy/
exit code 121

$ etcdpat --user guest:guest-pw lock status /deploy
2> error: cannot read the queue of lock /deploy
2>   Caused by: etcd denied permission
2>   Hint: an administrator grants it: etcdctl role grant-permission ROLE read --prefix /deploy/
exit code 121

$ etcdpat --user guest:guest-pw lease run --put /here=1 -- true
2> error: cannot put the keys
2>   Caused by: etcd denied permission
2>   Hint: an administrator grants it: etcdctl role grant-permission ROLE readwrite /here
exit code 121

$ etcdpat --user guest:guest-pw watch --prefix /config/
2> error: cannot watch prefix /config/
2>   Caused by: etcd denied permission
2>   Hint: an administrator grants it: etcdctl role grant-permission ROLE read --prefix /config/
exit code 121

$ etcdpat --user guest:guest-pw txn --if 'value(/a) = x' --then 'put /b x'
2> error: cannot apply the transaction
2>   Caused by: etcd denied permission
2>   Hint: an administrator grants it: etcdctl role grant-permission ROLE read /a; etcdctl role grant-permission ROLE write /b
exit code 121

$ etcdpat --user guest:wrong lock /deploy -- true
2> error: cannot get a lease for lock /deploy
2>   Caused by: etcd refused the user: authentication failed, invalid user ID or password
2>   Hint: etcd knows no such user, or the password is another one
exit code 121

"#]],
    );
}

#[test]
fn an_etcd_of_ones_own_says_where_it_is_or_why_it_is_not() {
    let etcd = Etcd::start();
    let mut told = Transcript::new(&etcd);
    let dev = Pat::new("dev").spawn();
    let ready = dev.wait_for_stdout("export ");
    let dir = ready.split_once("data in ").unwrap().1.split_once(',').unwrap().0.to_owned();
    dev.signal(Signal::TERM);
    let mut done = dev.wait();
    done.stdout = done.stdout.replace(&dir, "DIR");
    told.add("dev", &done);
    told.add("dev", &Pat::new("dev").env("PATH", "/nowhere").run());
    is(
        told,
        str![[r#"
$ etcdpat dev
etcd with 1 member at 127.0.0.1:PORT
data in DIR, removed at the end
export ETCDPAT_ENDPOINTS=127.0.0.1:PORT

$ etcdpat dev
2> error: there is no etcd on the PATH: install it (Debian, Ubuntu: apt-get install etcd-server; macOS: brew install etcd), or name a binary in ETCDPAT_ETCD
exit code 125

"#]],
    );
}
