//! The command's process tree: whatever it is made of, nothing of it outlives the lock.

use std::time::Duration;

use crate::support::{Etcd, number_in, path, reap_zombie_free, until};

const AT_MOST: Duration = Duration::from_secs(10);

#[test]
fn a_command_that_dies_of_a_real_time_signal_has_ended() {
    let etcd = Etcd::start();
    for number in [34, 40, 64] {
        let kill = format!("kill -{number} $$");
        let done = etcd.pat(&["lock", "/l", "--", "bash", "-c", &kill]).spawn().wait_at_most(AT_MOST);
        assert_eq!(done.code, 128 + number, "{}", done.stderr);
        let run = etcd.pat(&["lease", "run", "--put", "/k=v", "--", "bash", "-c", &kill]).spawn();
        assert_eq!(run.wait_at_most(AT_MOST).code, 128 + number);
    }
    let watch = etcd.pat(&["watch", "/w", "--", "bash", "-c", "kill -40 $$"]).spawn();
    until("the watch has begun", || {
        etcd.ctl(&["put", "/w", "x"]);
        watch.stderr().contains("exit code 168") || !crate::support::is_alive(watch.pid())
    });
    assert_eq!(watch.wait_at_most(AT_MOST).code, 168);
    etcd.ctl(&["del", "/w"]);
}

#[test]
fn an_orphan_that_dies_of_a_real_time_signal_hides_no_other() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let (stays, up) = (path(&dir, "stays"), path(&dir, "up"));
    // Two that the command leaves running: one dies of the signal at SIGTERM, one ignores SIGTERM.
    let script = format!(
        "setsid bash -c 'trap \"kill -40 \\$\\$\" TERM; echo > {up}; while :; do sleep 0.05; done' & \
         setsid bash -c 'trap \"\" TERM; echo $$ > {stays}; while :; do sleep 0.05; done' & \
         until [ -s {stays} ] && [ -e {up} ]; do sleep 0.02; done"
    );
    let done = etcd.pat(&["lock", "--grace", "1s", "/l", "--", "bash", "-c", &script]).spawn();
    let stays = number_in(&stays);
    assert_eq!(done.wait_at_most(AT_MOST).code, 0);
    assert!(reap_zombie_free(stays), "released beside a process of the command");
}
