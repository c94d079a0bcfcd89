//! Taking locks.

use snapbox::str;

use super::{is, without_outage};
use crate::support::{Etcd, Signal, Transcript, until};

#[test]
fn a_lock_that_is_free_says_nothing_unless_asked() {
    let etcd = Etcd::start();
    let mut told = Transcript::new(&etcd);
    told.run("lock /deploy -- echo deploying");
    told.run("lock -v /deploy -- echo deploying");
    told.run("lock -v /deploy /migrate -- echo deploying");
    told.run("lock -v /deploy -- sh -c 'exit 7'");
    told.run("lock -v /deploy -- sh -c 'kill -KILL $$'");
    told.run("lock /deploy -- no-such-command");
    told.run("lock /deploy -- /");
    told.run("lock /deploy -- sh -c 'sleep 1000 & true'");
    is(
        told,
        str![[r#"
$ etcdpat lock /deploy -- echo deploying
deploying

$ etcdpat lock -v /deploy -- echo deploying
deploying
2> etcdpat: acquired lock /deploy (fence 4) after DURATION
2> etcdpat: started the command (pid PID)
2> etcdpat: the command exited with 0
2> etcdpat: released lock /deploy after DURATION

$ etcdpat lock -v /deploy /migrate -- echo deploying
deploying
2> etcdpat: acquired locks /deploy, /migrate (fence 6) after DURATION
2> etcdpat: started the command (pid PID)
2> etcdpat: the command exited with 0
2> etcdpat: released lock /deploy after DURATION

$ etcdpat lock -v /deploy -- sh -c 'exit 7'
2> etcdpat: acquired lock /deploy (fence 8) after DURATION
2> etcdpat: started the command (pid PID)
2> etcdpat: the command exited with 7
2> etcdpat: released lock /deploy after DURATION
exit code 7

$ etcdpat lock -v /deploy -- sh -c 'kill -KILL $$'
2> etcdpat: acquired lock /deploy (fence 10) after DURATION
2> etcdpat: started the command (pid PID)
2> etcdpat: the command died of signal 9
2> etcdpat: released lock /deploy after DURATION
exit code 137

$ etcdpat lock /deploy -- no-such-command
2> error: no-such-command: command not found
exit code 127

$ etcdpat lock /deploy -- /
2> error: /: cannot execute: Is a directory
exit code 126

$ etcdpat lock /deploy -- sh -c 'sleep 1000 & true'
2> etcdpat: stopping 1 process(es) that the command left running

"#]],
    );
}

#[test]
fn a_lock_that_is_held_says_by_whom() {
    let etcd = Etcd::start();
    let held = etcd.lock("/deploy").hold();
    let mut told = Transcript::new(&etcd);
    told.run("lock --try /deploy -- true");
    told.run("lock --timeout 100ms /deploy -- true");
    let waiter = etcd.lock("/deploy").command("echo mine").queue();
    held.end();
    told.add("lock /deploy -- echo mine", &waiter.wait());
    let held = etcd.lock("/deploy").permits(3).hold();
    told.run("lock --permits 2 /deploy -- true");
    held.end();
    is(
        told,
        str![[r#"
$ etcdpat lock --try /deploy -- true
2> error: lock /deploy is held by USER@HOST (pid PID): sleep 1000
2>   Hint: `etcdpat lock status /deploy` shows the queue
exit code 122

$ etcdpat lock --timeout 100ms /deploy -- true
2> etcdpat: waiting for lock /deploy, position 1; held by USER@HOST (pid PID): sleep 1000, queued DURATION ago
2> error: lock /deploy was not acquired within 100ms
2>   Caused by: /deploy is held by USER@HOST (pid PID): sleep 1000
exit code 124

$ etcdpat lock /deploy -- echo mine
mine
2> etcdpat: waiting for lock /deploy, position 1; held by USER@HOST (pid PID): sleep 1000, queued DURATION ago
2> etcdpat: acquired lock /deploy (fence 5) after DURATION

$ etcdpat lock --permits 2 /deploy -- true
2> error: lock /deploy is used with 3 permits, not 2
2>   Hint: use --permits 3, or another name
exit code 125

"#]],
    );
}

#[test]
fn a_wait_that_is_disturbed_says_why() {
    let mut etcd = Etcd::start();
    let held = etcd.lock("/deploy").hold();
    let stopped = etcd.lock("/deploy").command("true").queue();
    stopped.signal(Signal::INT);
    let requeued = etcd.lock("/deploy").with("--command-timeout 500ms").command("true").queue();
    etcd.revoke_lease_of(&etcd.queue("/deploy")[1]);
    requeued.wait_for_stderr("queued again");
    etcd.kill_member(0);
    requeued.wait_for_stderr("etcd is away");
    etcd.start_member(0);
    etcd.wait_healthy();
    requeued.wait_for_stderr("etcd is back");
    held.end();
    let (stopped, mut requeued) = (stopped.wait(), requeued.wait());
    // What is said of a connection that breaks depends on when it does.
    let cause = requeued.stderr.split("still waiting: ").nth(1).unwrap().lines().next().unwrap().to_owned();
    requeued.stderr = requeued.stderr.replace(&cause, "CAUSE");
    let mut told = Transcript::new(&etcd);
    told.add("lock /deploy -- true", &stopped);
    told.add("lock --command-timeout 500ms /deploy -- true", &requeued);
    is(
        told,
        str![[r#"
$ etcdpat lock /deploy -- true
2> etcdpat: waiting for lock /deploy, position 1; held by USER@HOST (pid PID): sleep 1000, queued DURATION ago
2> error: stopped by SIGINT while waiting
exit code 130

$ etcdpat lock --command-timeout 500ms /deploy -- true
2> etcdpat: waiting for lock /deploy, position 1; held by USER@HOST (pid PID): sleep 1000, queued DURATION ago
2> etcdpat: lost the place in the queue of lock /deploy: its lease was revoked; queued again
2> etcdpat: etcd is away, still waiting: CAUSE
2> etcdpat: etcd is back after DURATION
2> etcdpat: acquired lock /deploy (fence 7) after DURATION

"#]],
    );
}

#[test]
fn a_lock_that_is_lost_says_why() {
    let etcd = Etcd::start();
    let mut told = Transcript::new(&etcd);
    let revoked = etcd.lock("/deploy").hold();
    etcd.revoke_all();
    told.add("lock -v /deploy -- sleep 1000", &revoked.wait());
    let broken = etcd.lock("/deploy").hold();
    told.run(&format!("lock break /deploy --key {}", etcd.queue("/deploy")[0]));
    told.add("lock -v /deploy -- sleep 1000", &broken.wait());
    let away = etcd.lock("/deploy").with_ttl(2).hold();
    etcd.freeze();
    let away = away.wait();
    etcd.thaw();
    told.add("lock --ttl 2s -v /deploy -- sleep 1000", &without_outage(away));
    until("the lease expires", || etcd.leases().is_empty());
    is(
        told,
        str![[r#"
$ etcdpat lock -v /deploy -- sleep 1000
2> etcdpat: acquired lock /deploy (fence 2) after DURATION
2> etcdpat: started the command (pid PID)
2> etcdpat: killing the command: its key was deleted
2> etcdpat: the command died of signal 9
2> etcdpat: released lock /deploy after DURATION
2> error: lock /deploy was lost: its lease was revoked
exit code 123

$ etcdpat lock break /deploy --key /deploy/LEASE
removed /deploy/LEASE from the queue of /deploy

$ etcdpat lock -v /deploy -- sleep 1000
2> etcdpat: acquired lock /deploy (fence 4) after DURATION
2> etcdpat: started the command (pid PID)
2> etcdpat: killing the command: its key was deleted
2> etcdpat: the command died of signal 9
2> etcdpat: released lock /deploy after DURATION
2> error: lock /deploy was lost: its key was deleted
exit code 123

$ etcdpat lock --ttl 2s -v /deploy -- sleep 1000
2> etcdpat: acquired lock /deploy (fence 6) after DURATION
2> etcdpat: started the command (pid PID)
2> etcdpat: its lease was not confirmed in time; stopping the command with SIGTERM, in 500.0ms with SIGKILL
2> etcdpat: the command died of signal 15
2> etcdpat: the release of lock /deploy could not be confirmed (no answer from 127.0.0.1:PORT within 500ms); it frees itself by TIME
2> error: lock /deploy was lost: its lease was not confirmed in time
exit code 123

"#]],
    );
}

#[test]
fn a_lock_for_a_script_is_a_key() {
    let etcd = Etcd::start();
    let mut told = Transcript::new(&etcd);
    let key = told.run("lock acquire /deploy --ttl 1m").stdout.trim().to_owned();
    told.run("lock acquire /deploy --try");
    told.run(&format!("lock renew {key}"));
    told.run(&format!("lock release {key}"));
    told.run(&format!("lock release {key}"));
    told.run(&format!("lock renew {key}"));
    let held = etcd.pat("lock /deploy").spawn();
    held.wait_for_stdout("\n");
    told.add("lock /deploy", &held.end());
    is(
        told,
        str![[r#"
$ etcdpat lock acquire /deploy --ttl 1m
/deploy/LEASE

$ etcdpat lock acquire /deploy --try
2> error: lock /deploy is held by USER@HOST (unsupervised)
2>   Hint: `etcdpat lock status /deploy` shows the queue
exit code 122

$ etcdpat lock renew /deploy/LEASE
TIME

$ etcdpat lock release /deploy/LEASE
released lock /deploy, key /deploy/LEASE

$ etcdpat lock release /deploy/LEASE
2> error: lock /deploy is not held with key /deploy/LEASE: it has expired, or was removed
2>   Hint: `etcdpat lock status /deploy` shows the queue
exit code 1

$ etcdpat lock renew /deploy/LEASE
2> error: lock /deploy is not held with key /deploy/LEASE: its lease has expired or was revoked
2>   Hint: `etcdpat lock status /deploy` shows the queue
exit code 1

$ etcdpat lock /deploy
/deploy/LEASE

"#]],
    );
}
