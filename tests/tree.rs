//! The command's process tree: whatever it is made of, nothing of it outlives the lock.

use std::time::Duration;

use crate::support::{
    Etcd, Signal, busy, children_of, eventually, finish, is_alive, number_in, path, reap_zombie_free, signal, start,
    until,
};

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
    let watch = etcd.pat("watch /w -- bash -c 'kill -40 $$'").spawn();
    until("the watch has begun", || {
        etcd.ctl("put /w x");
        watch.stderr().contains("exit code 168") || !is_alive(watch.pid())
    });
    assert_eq!(watch.wait_at_most(AT_MOST).code, 168);
    etcd.ctl("del /w");
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

/// The end of what it names: EOF, once nobody has it open for writing any more.
struct Breath(std::fs::File);

impl Breath {
    fn at(path: &str) -> Self {
        use std::os::unix::fs::OpenOptionsExt;

        nix::unistd::mkfifo(path, nix::sys::stat::Mode::S_IRWXU).unwrap();
        Self(std::fs::OpenOptions::new().read(true).custom_flags(nix::libc::O_NONBLOCK).open(path).unwrap())
    }

    /// Waits until the tree has grown.
    fn is_up(&mut self) {
        until("the tree has grown", || std::io::Read::read(&mut self.0, &mut [0]).is_ok_and(|read| read == 1));
    }

    /// Waits until the last process that has it open is gone.
    fn ends_within(&mut self, limit: Duration) {
        eventually("the last breath of the tree", limit, || {
            std::io::Read::read(&mut self.0, &mut [0; 16]).is_ok_and(|read| read == 0).then_some(())
        });
    }
}

/// The example that grows trees, which cargo builds with the tests.
fn grower() -> String {
    let own = std::path::PathBuf::from(env!("CARGO_BIN_EXE_etcdpat"));
    own.with_file_name("examples").join("tree").to_str().unwrap().to_owned()
}

/// Names that are no text, or that look like the end of one, in sessions of their own.
#[test]
fn a_process_of_any_name_is_stopped() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let cases = ["сссссссс", "αβγδεζηθ", ") R 1 1 1", "a\nb", "\u{e9}"];
    let mut script = String::new();
    for (number, name) in cases.iter().enumerate() {
        // The kernel cuts a name at 15 bytes: that of a file that is run, or one that is written into comm.
        script += &format!(
            "setsid bash -c 'printf \"%s\" \"$1\" > /proc/self/comm; echo $$ > {0}; while :; do read -t 1 < {1} ; done' - '{name}' & ",
            path(&dir, &format!("pid{number}")),
            path(&dir, "never"),
        );
    }
    // Latin-1: a byte that is no UTF-8 at all.
    script += &format!(
        "setsid bash -c 'printf \"\\344\\366\\374\" > /proc/self/comm; echo $$ > {}; while :; do read -t 1 < {}; done' & ",
        path(&dir, "pid5"),
        path(&dir, "never")
    );
    nix::unistd::mkfifo(path(&dir, "never").as_str(), nix::sys::stat::Mode::S_IRWXU).unwrap();
    let _keeps_it_open = std::fs::OpenOptions::new().read(true).write(true).open(path(&dir, "never")).unwrap();
    let held = etcd.pat(&["lock", "/l", "--", "bash", "-c", &(script + "sleep 1000")]).spawn();
    let pids: Vec<_> = (0..6).map(|number| number_in(&path(&dir, &format!("pid{number}")))).collect();
    etcd.revoke_all();
    assert_eq!(held.wait_at_most(AT_MOST).code, 123);
    assert!(pids.into_iter().all(reap_zombie_free));
}

#[test]
fn a_chain_that_moves_beside_3000_others_is_not_faster_than_the_kill() {
    let _turn = busy();
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let crowd = std::process::Command::new(grower())
        .args(["crowd", "3000"])
        .stdin(std::process::Stdio::piped())
        .stderr(std::process::Stdio::piped())
        .spawn();
    let mut crowd = crowd.unwrap();
    std::io::Read::read_exact(crowd.stderr.as_mut().unwrap(), &mut [0]).unwrap();
    for tree in [["moving", "20"], ["moving", "1"], ["nested", "100"]] {
        let fifo = path(&dir, &tree.join("-"));
        let mut breath = Breath::at(&fifo);
        let held = etcd.pat(&["lock", "-v", "/l", "--", &grower(), tree[0], tree[1], &fifo]).spawn();
        breath.is_up();
        etcd.revoke_all();
        // The old way took for ever, or seconds: this is no measurement.
        breath.ends_within(Duration::from_secs(3));
        assert_eq!(held.wait_at_most(AT_MOST).code, 123);
    }
    crowd.kill().unwrap();
    crowd.wait().unwrap();
}

#[test]
fn without_a_list_of_its_own_children_no_command_is_started() {
    let etcd = Etcd::start();
    let own = env!("CARGO_BIN_EXE_etcdpat");
    let lock = format!("exec {own} lock /l -- echo ran");
    for (unshare, before, says) in [
        (&["-m"][..], "umount -l /proc; ", "/proc is not mounted"),
        (&["-p", "-f"], "", "/proc is that of another PID namespace"),
    ] {
        let mut command = std::process::Command::new("unshare");
        command.args(unshare).args(["bash", "-c", &format!("{before}{lock}")]);
        command.env("ETCDPAT_ENDPOINTS", etcd.endpoints());
        let done = finish(command);
        if done.stderr.contains("Operation not permitted") {
            eprintln!("SKIPPED: no privilege to unshare");
            return;
        }
        assert_eq!((done.code, done.stdout.as_str()), (125, ""), "{}", done.stderr);
        assert!(done.stderr.contains(says) && done.stderr.contains("Hint: "), "{}", done.stderr);
    }
}

/// By another process: a child that another test forks just now would have the new file open to write, and it could not
/// be run ("text file busy").
fn copy_program(from: &str, to: &str) {
    let mut copy = std::process::Command::new("cp");
    copy.args(["--remove-destination", from, to]);
    assert_eq!(finish(copy).code, 0);
}

/// An ordinary user's etcdpat, with this before it; nothing where the tests can't become one.
fn as_nobody(etcd: &Etcd, dir: &tempfile::TempDir, before: &str, arguments: &str) -> Option<std::process::Command> {
    if !nix::unistd::geteuid().is_root() {
        eprintln!("SKIPPED: only root can become somebody else");
        return None;
    }
    let own = path(dir, "etcdpat");
    copy_program(env!("CARGO_BIN_EXE_etcdpat"), &own);
    for open in [dir.path().to_str().unwrap(), &own] {
        let all = std::os::unix::fs::PermissionsExt::from_mode(0o777);
        std::fs::set_permissions(open, all).unwrap();
    }
    let drop = "exec setpriv --reuid 65534 --regid 65534 --clear-groups";
    let mut command = std::process::Command::new("unshare");
    command.args(["-m", "bash", "-c", &format!("{before} {drop} {own} {arguments}")]);
    // Where it may write, too.
    command.env("ETCDPAT_ENDPOINTS", etcd.endpoints()).env("TMPDIR", dir.path());
    Some(command)
}

#[test]
fn a_process_that_proc_hides_is_stopped() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    // Undumpable: a program that may be run and not read.
    let secret = path(&dir, "secret");
    copy_program("/bin/sleep", &secret);
    std::fs::set_permissions(&secret, std::os::unix::fs::PermissionsExt::from_mode(0o711)).unwrap();
    let pid = path(&dir, "pid");
    let script = format!("lock --ttl 4s /l -- sh -c 'setsid {secret} 1000 & echo $! > {pid}; sleep 1000'");
    let Some(command) = as_nobody(&etcd, &dir, "mount -o remount,hidepid=2 /proc;", &script) else { return };
    let held = start(command);
    let hidden = number_in(&pid);
    etcd.revoke_all();
    assert_eq!(held.wait_at_most(AT_MOST).code, 123);
    assert!(reap_zombie_free(hidden), "it runs on beside the next holder");
}

#[test]
fn limits_that_are_too_low_are_said() {
    let etcd = Etcd::start();
    let own = env!("CARGO_BIN_EXE_etcdpat");
    for files in [7, 8, 9, 12, 20] {
        let mut command = std::process::Command::new("bash");
        command.args(["-c", &format!("ulimit -n {files}; exec {own} lock /l -- echo ran")]);
        command.env("ETCDPAT_ENDPOINTS", etcd.endpoints());
        let done = finish(command);
        assert_eq!((done.code, done.stdout.as_str()), (125, ""), "{files}: {}", done.stderr);
        assert!(done.stderr.contains("ulimit -n"), "{files}: {}", done.stderr);
    }
    let dir = tempfile::tempdir().unwrap();
    for processes in [1, 2] {
        let before = format!("ulimit -u {processes};");
        let Some(command) = as_nobody(&etcd, &dir, &before, "lock /l -- echo ran") else { return };
        let done = finish(command);
        assert_eq!((done.code, done.stdout.as_str()), (125, ""), "{processes}: {}", done.stderr);
        assert!(done.stderr.contains("ulimit -u"), "{processes}: {}", done.stderr);
    }
}

#[test]
fn children_that_were_there_before_are_left_alone() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let (server, command, orphan) = (path(&dir, "server"), path(&dir, "command"), path(&dir, "orphan"));
    let own = env!("CARGO_BIN_EXE_etcdpat");
    // The orphan becomes etcdpat's own child when its parent has ended.
    let script = format!(
        "sleep 1000 >/dev/null 2>&1 & echo $! > {server}; \
         (sleep 1000 >/dev/null 2>&1 & echo $! > {orphan}; exec sleep 0.6 >/dev/null 2>&1) & sleep 0.2; exec {own} lock /l -- sh -c 'echo $$ > {command}; setsid sleep 1001 & sleep 1000'"
    );
    let mut bash = std::process::Command::new("bash");
    bash.args(["-c", &script]).env("ETCDPAT_ENDPOINTS", etcd.endpoints());
    let held = start(bash);
    let (server, command, orphan) = (number_in(&server), number_in(&command), number_in(&orphan));
    until("the orphan is etcdpat's", || children_of(held.pid()).contains(&orphan));
    let guardian = eventually("the guardian", Duration::from_secs(5), || {
        children_of(held.pid()).into_iter().find(|&pid| !children_of(pid).is_empty())
    });
    signal(guardian, Signal::KILL);
    let done = held.wait_at_most(AT_MOST);
    assert_eq!(done.code, 125, "{}", done.stderr);
    assert!(reap_zombie_free(command));
    for bystander in [server, orphan] {
        assert!(is_alive(bystander), "a bystander was killed");
        signal(bystander, Signal::KILL);
    }
    assert!(etcd.queue("/l").is_empty());
}

fn name_of(pid: i32) -> String {
    std::fs::read_to_string(format!("/proc/{pid}/comm")).unwrap_or_default().trim_end().to_owned()
}

#[test]
fn a_kill_by_name_leaves_no_command_behind() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let pid = path(&dir, "pid");
    let script = format!("setsid sh -c 'echo $$ > {pid}; sleep 1000; :' & sleep 1000");
    let held = etcd.lock("/l").sh(&script).start();
    let inner = number_in(&pid);
    // `pkill -9 -x etcdpat` and `pkill -9 etcdpat`, here only for these.
    for one in [held.guardian(), held.pid()] {
        if name_of(one).contains("etcdpat") {
            signal(one, Signal::KILL);
        }
    }
    assert_eq!(held.wait_at_most(AT_MOST).code, 137);
    until("the tree is dead", || !is_alive(inner));
    etcd.revoke_all();
}

#[test]
fn a_guardian_that_was_stopped_for_longer_than_the_ttl_judges_by_the_newest_order() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let (pid, end) = (path(&dir, "pid"), path(&dir, "end"));
    let script = format!("trap '' USR1; echo $$ > {pid}; until [ -e {end} ]; do sleep 0.02; done; exit 5");
    for _ in 0..2 {
        let held = etcd.lock("/l").with_ttl(5).sh(&script).start();
        let command = number_in(&pid);
        let guardian = held.guardian();
        signal(guardian, Signal::STOP);
        // More orders than it reads at once, the newest deadline the last of them; not more than its socket takes.
        let begun = std::time::Instant::now();
        while begun.elapsed() < Duration::from_secs(6) {
            held.signal(Signal::USR1);
            std::thread::sleep(Duration::from_millis(40));
        }
        signal(guardian, Signal::CONT);
        std::thread::sleep(Duration::from_millis(200));
        assert!(is_alive(command), "a false loss: {}", held.stderr());
        std::fs::write(&end, "").unwrap();
        let done = held.wait_at_most(AT_MOST);
        assert_eq!((done.code, done.stderr.as_str()), (5, ""));
        for file in [&pid, &end] {
            std::fs::remove_file(file).unwrap();
        }
    }
}

#[test]
fn the_guardians_pages_stay_in_memory() {
    let etcd = Etcd::start();
    let held = etcd.lock("/l").hold();
    let guardian = held.guardian();
    until("its memory is locked", || {
        let status = std::fs::read_to_string(format!("/proc/{guardian}/status")).unwrap();
        let locked = status.lines().find_map(|line| line.strip_prefix("VmLck:")).unwrap().trim().to_owned();
        !locked.starts_with("0 ")
    });
    assert_eq!(held.end().code, 143);
}

#[test]
fn a_process_that_became_root_is_named_and_the_lock_not_released_beside_it() {
    for (arguments, queue) in
        [("lock /l", "/l"), ("ha active-active /w", "/w/a"), ("ha sharded /g --shards 1 --node-id n", "/g/0")]
    {
        let etcd = Etcd::start();
        let dir = tempfile::tempdir().unwrap();
        let (rooted, pid) = (path(&dir, "rooted"), path(&dir, "pid"));
        // As su(1) does: its real user, too, becomes root.
        copy_program("/usr/bin/setpriv", &rooted);
        std::fs::set_permissions(&rooted, std::os::unix::fs::PermissionsExt::from_mode(0o4755)).unwrap();
        let become_root = format!("{rooted} --reuid 0 --regid 0 --clear-groups sleep 1000 >/dev/null 2>&1");
        let script = format!("{arguments} -- sh -c 'setsid {become_root} & echo $! > {pid}; sleep 1000' <<< a");
        let Some(command) = as_nobody(&etcd, &dir, "", &script) else { return };
        let held = start(command);
        let rooted = number_in(&pid);
        until("it became root", || {
            let status = std::fs::read_to_string(format!("/proc/{rooted}/status")).unwrap_or_default();
            status.contains("Uid:\t0\t0\t0\t0")
        });
        let is_guardian = |&pid: &i32| {
            std::fs::read_to_string(format!("/proc/{pid}/comm")).is_ok_and(|name| name == "pat-guardian\n")
        };
        signal(children_of(held.pid()).into_iter().find(is_guardian).unwrap(), Signal::KILL);
        held.wait_for_stderr(&format!("can't kill process {rooted} of the command (Operation not permitted)"));
        assert_eq!(etcd.queue(queue).len(), 1, "{arguments}: released beside it");
        held.signal(Signal::TERM);
        let done = held.wait_at_most(AT_MOST);
        assert_eq!(done.code, 125, "{}", done.stderr);
        assert!(is_alive(rooted) && etcd.queue(queue).len() == 1, "{arguments}: {}", done.stderr);
        // How long it stands in the way is said.
        assert!(
            ["frees itself by", "free themselves by", "is free at"].iter().any(|by| done.stderr.contains(by)),
            "{}",
            done.stderr
        );
        signal(rooted, Signal::KILL);
        etcd.revoke_all();
        etcd.ctl("del --prefix /_etcdpat/");
    }
}

#[test]
fn a_start_is_judged_by_the_newest_time_however_long_it_took() {
    let etcd = Etcd::start();
    for stop_the_ready_one in [false, true] {
        let holder = etcd.lock("/l").hold();
        let waiter = etcd.pat("lock -v --ttl 5s /l -- sh -c 'exit 7'").spawn();
        waiter.wait_for_stderr("waiting for lock /l");
        let guardian = waiter.guardian();
        let ready = || eventually("the process in readiness", AT_MOST, || children_of(guardian).first().copied());
        let stopped = if stop_the_ready_one { ready() } else { guardian };
        signal(stopped, Signal::STOP);
        holder.end();
        waiter.wait_for_stderr("acquired lock /l");
        // Longer than the TTL: the keeper renews.
        std::thread::sleep(Duration::from_secs(6));
        signal(stopped, Signal::CONT);
        let done = waiter.wait_at_most(AT_MOST);
        assert_eq!(done.code, 7, "{}", done.stderr);
    }
}
