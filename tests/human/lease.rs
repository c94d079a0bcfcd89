//! Leases.

use snapbox::str;

use super::{is, without_outage};
use crate::support::{Etcd, Transcript, until};

#[test]
fn a_lease_is_granted_used_and_revoked() {
    let etcd = Etcd::start();
    let mut told = Transcript::new(&etcd);
    told.run("lease list");
    told.run("lease grant 60 --id 77");
    told.run("lease grant 60 --id 77");
    told.run("lease attach 77 /services/web/1 10.0.0.7:80");
    told.run("lease ttl 77");
    told.run("lease ttl 77 --keys");
    told.run("lease of /services/web/1");
    told.run("lease of /services/web/2");
    told.run("lease list");
    told.run("lease keepalive 77 --once");
    told.run("lease revoke 77");
    told.run("lease revoke 77");
    told.run("lease ttl 77");
    is(
        told,
        str![[r#"
$ etcdpat lease list

$ etcdpat lease grant 60 --id 77
LEASE

$ etcdpat lease grant 60 --id 77
2> error: a lease LEASE exists already
2>   Hint: leave --id out to get an id that nobody uses
exit code 1

$ etcdpat lease attach 77 /services/web/1 10.0.0.7:80
put /services/web/1 on lease LEASE

$ etcdpat lease ttl 77
lease LEASE has DURATION left of 60s

$ etcdpat lease ttl 77 --keys
lease LEASE has DURATION left of 60s
  /services/web/1

$ etcdpat lease of /services/web/1
LEASE

$ etcdpat lease of /services/web/2
2> error: there is no key /services/web/2
exit code 1

$ etcdpat lease list
 LEASE  TTL  KEYS
 LEASE  LEFT/60s  1

$ etcdpat lease keepalive 77 --once
renewed lease LEASE for 60s, until TIME

$ etcdpat lease revoke 77
revoked lease LEASE

$ etcdpat lease revoke 77
2> error: there is no lease LEASE
2>   Hint: it has expired, was revoked, or never was; `etcdpat lease list` shows all
exit code 1

$ etcdpat lease ttl 77
2> error: there is no lease LEASE
2>   Hint: it has expired, was revoked, or never was; `etcdpat lease list` shows all
exit code 1

"#]],
    );
}

#[test]
fn a_lease_that_is_kept_alive_says_when_it_is_gone() {
    let etcd = Etcd::start();
    let mut told = Transcript::new(&etcd);
    etcd.run("lease grant 6 --id 77");
    let renewing = etcd.pat("lease keepalive 77").spawn();
    renewing.wait_for_stdout("renewed");
    etcd.ctl("lease revoke 77");
    told.add("lease keepalive 77", &renewing.wait());
    is(
        told,
        str![[r#"
$ etcdpat lease keepalive 77
renewed lease LEASE for 6s, until TIME
2> error: there is no lease LEASE
2>   Hint: it has expired, was revoked, or never was; `etcdpat lease list` shows all
exit code 1

"#]],
    );
}

#[test]
fn keys_that_live_as_long_as_a_command_say_what_becomes_of_them() {
    let mut etcd = Etcd::start();
    etcd.leave_be();
    let mut told = Transcript::new(&etcd);
    told.run("lease run --put /here=1 -- echo serving");
    told.run("lease run -v --put /here=1 --put /there=2 -- echo serving");
    let lost = etcd.pat("lease run -v --put /here=1 -- sleep 1000").spawn();
    lost.wait_for_stderr("started");
    etcd.revoke_all();
    told.add("lease run -v --put /here=1 -- sleep 1000", &lost.wait());
    let away = etcd.pat("lease run --ttl 2s --put /here=1 -- sleep 1000").spawn();
    until("it is held", || etcd.value("/here") == "1");
    etcd.freeze();
    let away = away.wait();
    etcd.thaw();
    told.add("lease run --ttl 2s --put /here=1 -- sleep 1000", &without_outage(away));
    etcd.ctl("put /here theirs");
    told.run("lease run --put /here=1 -- echo serving");
    is(
        told,
        str![[r#"
$ etcdpat lease run --put /here=1 -- echo serving
serving

$ etcdpat lease run -v --put /here=1 --put /there=2 -- echo serving
serving
2> etcdpat: put /here, /there on lease LEASE (30s)
2> etcdpat: started the command (pid PID)
2> etcdpat: the command exited with 0
2> etcdpat: revoked lease LEASE after DURATION

$ etcdpat lease run -v --put /here=1 -- sleep 1000
2> etcdpat: put /here on lease LEASE (30s)
2> etcdpat: started the command (pid PID)
2> etcdpat: killing the command: its lease was revoked
2> etcdpat: the command died of signal 9
2> etcdpat: revoked lease LEASE after DURATION
2> error: lease LEASE was lost: its lease was revoked
exit code 123

$ etcdpat lease run --ttl 2s --put /here=1 -- sleep 1000
2> etcdpat: its lease was not confirmed in time; stopping the command with SIGTERM, in 500.0ms with SIGKILL
2> etcdpat: the end of lease LEASE could not be confirmed (no answer from 127.0.0.1:PORT within 500ms); its keys go by TIME
2> error: lease LEASE was lost: its lease was not confirmed in time
exit code 123

$ etcdpat lease run --put /here=1 -- echo serving
2> error: key /here exists already
2>   Hint: nothing was written; --replace overwrites it
exit code 1

"#]],
    );
}
