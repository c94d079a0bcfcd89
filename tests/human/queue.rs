//! Looking at locks.

use snapbox::str;

use super::is;
use crate::support::{Etcd, Transcript};

#[test]
fn status_list_and_check_show_who_holds_and_who_waits() {
    let mut etcd = Etcd::start();
    etcd.leave_be();
    let mut told = Transcript::new(&etcd);
    told.run("lock status /deploy");
    told.run("lock list");
    told.run("lock check /deploy --fence 2");
    let holder = etcd.lock("/deploy").with("--note nightly").hold();
    let waiter = etcd.lock("/deploy").shared().queue_at(2);
    let (one, both) = (etcd.lock("/jobs").permits(3).hold(), etcd.locks(&["/a", "/b"]).hold());
    etcd.ctl("put /theirs/694d9cc20ce5d017 value");
    told.run("lock status /deploy");
    told.run("lock status /jobs");
    told.run("lock status /a");
    told.run("lock status /theirs");
    told.run("lock list");
    told.run("lock list /de");
    told.run("lock check /deploy --fence 2");
    told.run("lock check /deploy --fence 1");
    for running in [waiter, holder, one, both] {
        running.end();
    }
    is(
        told,
        str![[r#"
$ etcdpat lock status /deploy
nobody holds /deploy
exit code 1

$ etcdpat lock list

$ etcdpat lock check /deploy --fence 2
nobody holds /deploy
exit code 1

$ etcdpat lock status /deploy
           FENCE  MODE  TTL  OWNER  QUEUED  COMMAND  NOTE  KEY
 holder  2  exclusive  LEFT/30s  USER@HOST (pid PID)  DURATION ago  sleep 1000  nightly  /deploy/LEASE
 waiter 1  3  shared  LEFT/30s  USER@HOST (pid PID)  DURATION ago  sleep 1000  /deploy/LEASE

$ etcdpat lock status /jobs
         FENCE  MODE  TTL  OWNER  QUEUED  COMMAND  NOTE  KEY
 holder  4  permit of 3  LEFT/30s  USER@HOST (pid PID)  DURATION ago  sleep 1000  /jobs/LEASE

$ etcdpat lock status /a
         FENCE  MODE  TTL  OWNER  QUEUED  COMMAND  NOTE  KEY
 holder  5  exclusive, with /b  LEFT/30s  USER@HOST (pid PID)  DURATION ago  sleep 1000  /a/LEASE

$ etcdpat lock status /theirs
         FENCE  MODE  TTL  OWNER  QUEUED  COMMAND  NOTE  KEY
 blocks  6  exclusive  no lease  another client  /theirs/LEASE
exit code 1

$ etcdpat lock list
 LOCK  KIND  FENCE  HOLDERS  WAITERS  OWNER  QUEUED  COMMAND
 /a  exclusive  5  1  0  USER@HOST (pid PID)  DURATION ago  sleep 1000
 /b  exclusive  5  1  0  USER@HOST (pid PID)  DURATION ago  sleep 1000
 /deploy  exclusive  2  1  1  USER@HOST (pid PID)  DURATION ago  sleep 1000
 /jobs  permit of 3  4  1  0  USER@HOST (pid PID)  DURATION ago  sleep 1000

$ etcdpat lock list /de
 LOCK  KIND  FENCE  HOLDERS  WAITERS  OWNER  QUEUED  COMMAND
 /deploy  exclusive  2  1  1  USER@HOST (pid PID)  DURATION ago  sleep 1000

$ etcdpat lock check /deploy --fence 2
/deploy is held with fence 2

$ etcdpat lock check /deploy --fence 1
/deploy is not held with fence 1: its holder's fence is 2
exit code 1

"#]],
    );
}

#[test]
fn break_names_what_it_removes() {
    let etcd = Etcd::start();
    let mut told = Transcript::new(&etcd);
    let held = etcd.lock("/deploy").hold();
    let key = etcd.queue("/deploy")[0].clone();
    told.run(&format!("lock break /other --key {key}"));
    told.run("lock break /deploy --key /deploy/0");
    told.run(&format!("lock break /deploy --key {key}"));
    told.run(&format!("lock break /deploy --key {key}"));
    held.wait();
    is(
        told,
        str![[r#"
$ etcdpat lock break /other --key /deploy/LEASE
2> error: key "/deploy/LEASE" does not belong to lock /other
2>   Hint: `etcdpat lock status /other` shows its keys
exit code 2

$ etcdpat lock break /deploy --key /deploy/0
2> error: /deploy/0 is not in the queue of /deploy any more
exit code 1

$ etcdpat lock break /deploy --key /deploy/LEASE
removed /deploy/LEASE from the queue of /deploy

$ etcdpat lock break /deploy --key /deploy/LEASE
2> error: /deploy/LEASE is not in the queue of /deploy any more
exit code 1

"#]],
    );
}
