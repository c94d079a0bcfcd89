//! docs/guide/signals.md says what becomes of each of the 64 signals. Here each is sent, and what it says is seen.

use std::os::fd::AsFd;
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use nix::libc;

use crate::support::{
    Etcd, Hook, Running, Signal, children_of, die_with_us, dispose, eventually, is_alive, is_stopped, path, signal,
    signals_of, until,
};

/// The page's column for each signal.
fn column(title: &str) -> Vec<(i32, String)> {
    let page = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/guide/signals.md");
    let page = std::fs::read_to_string(page).unwrap();
    let cells =
        |line: &str| -> Vec<String> { line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect() };
    let mut lines =
        page.lines().filter(|line| line.starts_with('|')).skip_while(|line| !cells(line).contains(&title.to_owned()));
    let index = cells(lines.next().unwrap()).iter().position(|cell| cell == title).unwrap();
    let mut found = Vec::new();
    for row in lines.skip(1).map(cells).take_while(|cells| cells[0] != "signal") {
        let says = row[index].clone();
        found.extend(row[0].split(", ").flat_map(numbers).map(|number| (number, says.clone())));
    }
    found.sort();
    assert_eq!(found.iter().map(|(number, _)| *number).collect::<Vec<_>>(), (1..=64).collect::<Vec<_>>(), "{title}");
    found
}

/// Of `5 TRAP` or `34 to 64 (real-time)`.
fn numbers(text: &str) -> std::ops::RangeInclusive<i32> {
    let mut words = text.split(' ');
    let first = words.next().unwrap().parse().unwrap();
    let last = if words.next() == Some("to") { words.next().unwrap().parse().unwrap() } else { first };
    first..=last
}

/// One etcdpat for each signal, and its command's process.
struct Locker {
    number: i32,
    says: String,
    etcdpat: Running,
    command: i32,
}

/// In a process group of its own, whose parent is in another one: an orphaned group would not be stopped.
fn apart(mut more: impl FnMut() -> std::io::Result<()> + Send + Sync + 'static) -> Hook {
    Box::new(move || {
        nix::unistd::setpgid(nix::unistd::Pid::from_raw(0), nix::unistd::Pid::from_raw(0))?;
        more()
    })
}

/// `etcdpat lock NAME -- sleep 1000` for each signal, each begun as `hook` has it. All run when this returns.
fn lockers(etcd: &Etcd, title: &str, says: Vec<(i32, String)>, hook: impl Fn(i32) -> Hook) -> Vec<Locker> {
    let start = |(number, says): (i32, String)| {
        let name = format!("/signals/{}/{number}", title.replace(' ', "-"));
        // It talks, so it has a thread that writes: no signal is for that.
        let lock = etcd.pat(&["-v", "lock", "--ttl", "60s", &name, "--", "sleep", "1000"]);
        (number, says, lock.at_start(hook(number)).spawn())
    };
    let started: Vec<_> = says.into_iter().map(start).collect();
    let running = |(number, says, etcdpat): (i32, String, Running)| {
        let command = command_of(etcdpat.pid(), "sleep");
        Locker { number, says, etcdpat, command }
    };
    started.into_iter().map(running).collect()
}

/// The command below etcdpat's guardian, once it is what it is to be.
fn command_of(etcdpat: i32, name: &str) -> i32 {
    let is_it = |pid: &i32| std::fs::read_to_string(format!("/proc/{pid}/comm")).is_ok_and(|comm| comm.trim() == name);
    eventually("the command", Duration::from_secs(20), || {
        children_of(*children_of(etcdpat).first()?).into_iter().find(is_it)
    })
}

/// All that is wrong, in one go; and what stayed in etcd is what was to stay.
fn judge(etcd: &Etcd, wrong: Vec<String>, stay: usize) {
    assert!(wrong.is_empty(), "{wrong:#?}");
    until("the keys are gone", || etcd.keys("/signals/").len() == stay);
    etcd.revoke_all();
}

/// What etcdpat's exit says, when `says` is to have become of `number`: the code, and whether it died of a signal.
fn ended(locker: Locker) -> Option<String> {
    let Locker { number, says, etcdpat, command } = locker;
    let done = etcdpat.wait();
    let expected = match says.as_str() {
        "nothing" | "stops" => (Signal::TERM.code(), None),
        "dies; the command is killed" | "dies; its key stays" => (number + 128, Some(number)),
        "passed on to the group, then etcdpat dies of it" => (number + 128, Some(number)),
        "passed on to the group" | "passed on to the command alone" | "leaves the queue" | "dies of it" => {
            (number + 128, None)
        }
        other => panic!("the page says {other:?}"),
    };
    let got = (done.code, done.died_of);
    // The guardian's work, where etcdpat was killed.
    until("the command is dead", || command == 0 || !is_alive(command));
    (got != expected).then(|| format!("{number} ({says}): {got:?} instead of {expected:?}; {}", done.stderr))
}

/// Sends each its signal, to `target`, and what ends it where the signal does not.
fn send(lockers: &[Locker], target: impl Fn(&Locker) -> i32) {
    for locker in lockers {
        signal(target(locker), Signal(locker.number));
        if locker.says == "stops" {
            until(&format!("{} stops", locker.number), || is_stopped(target(locker)));
            if target(locker) == locker.etcdpat.pid() {
                locker.etcdpat.signal(Signal::CONT);
            }
        }
        if ["stops", "nothing"].contains(&locker.says.as_str()) {
            locker.etcdpat.signal(Signal::TERM);
        }
    }
}

#[test]
fn sent_to_etcdpat_while_its_command_runs() {
    let etcd = Etcd::start();
    let title = "to etcdpat while its command runs";
    let lockers = lockers(&etcd, title, column(title), |_| apart(|| Ok(())));
    send(&lockers, |locker| locker.etcdpat.pid());
    // SIGKILL leaves its key.
    judge(&etcd, lockers.into_iter().filter_map(ended).collect(), 1);
}

#[test]
fn sent_to_the_command() {
    let etcd = Etcd::start();
    let title = "to the command itself";
    let lockers = lockers(&etcd, title, column(title), |_| apart(|| Ok(())));
    send(&lockers, |locker| locker.command);
    judge(&etcd, lockers.into_iter().filter_map(ended).collect(), 0);
}

#[test]
fn sent_to_etcdpat_while_it_waits() {
    let etcd = Etcd::start();
    let holder = etcd.lock("/signals/all").hold();
    let wait = |(number, says)| {
        let lock = etcd.pat("lock --ttl 60s /signals/all -- true");
        Locker { number, says, etcdpat: lock.at_start(apart(|| Ok(()))).spawn(), command: 0 }
    };
    let waiters: Vec<_> = column("to etcdpat while it waits").into_iter().map(wait).collect();
    until("all wait", || etcd.queue("/signals/all").len() == 65);
    // One after the other: each has little time to give up its place.
    let leave = |waiter: Locker| {
        send(std::slice::from_ref(&waiter), |waiter| waiter.etcdpat.pid());
        ended(waiter)
    };
    let wrong = waiters.into_iter().filter_map(leave).collect();
    assert_eq!(etcd.queue("/signals/all").len(), 2, "the holder's key, and that of the waiter that got SIGKILL");
    holder.signal(Signal::TERM);
    holder.wait();
    judge(&etcd, wrong, 1);
}

/// Blocks all signals, those of the C library too.
#[allow(unsafe_code)]
fn block_all() -> std::io::Result<()> {
    let all = u64::MAX;
    // SAFETY: the kernel reads a set of the size that it is told.
    unsafe { libc::syscall(libc::SYS_rt_sigprocmask, libc::SIG_BLOCK, &raw const all, 0usize, 8usize) };
    Ok(())
}

#[test]
fn ignored_at_the_start() {
    let etcd = Etcd::start();
    let title = "ignored when etcdpat starts";
    let lockers = lockers(&etcd, title, column(title), |number| {
        apart(move || {
            dispose(number, libc::SIG_IGN);
            Ok(())
        })
    });
    let mut wrong = Vec::new();
    for Locker { number, says, etcdpat, command } in lockers {
        let expected = match says.as_str() {
            "stays ignored by both" => (true, true),
            "ignored by etcdpat alone" => (true, false),
            "not ignored" | "can't be" => (false, false),
            other => panic!("the page says {other:?}"),
        };
        let ignores = |pid| signals_of(pid, "SigIgn") & 1 << (number - 1) != 0;
        // With the first thread, the C library has a handler of its own for 33, which does nothing.
        let got = (ignores(etcdpat.pid()) || number == 33, ignores(command));
        if expected == (true, true) {
            signal(etcdpat.pid(), Signal(number));
        }
        // Whoever is alive then lives by it.
        signal(command, Signal::KILL);
        let code = etcdpat.wait().code;
        if got != expected || code != Signal::KILL.code() {
            wrong.push(format!("{number} ({says}): {got:?} instead of {expected:?}; exit code {code}"));
        }
    }
    judge(&etcd, wrong, 0);
}

#[test]
fn blocked_at_the_start() {
    let etcd = Etcd::start();
    let blocked = column("blocked when etcdpat starts");
    assert!(blocked.iter().all(|(_, says)| says == "not blocked" || says == "can't be"));
    let title = "to etcdpat while its command runs";
    let lockers = lockers(&etcd, "blocked", column(title), |_| apart(block_all));
    for locker in &lockers {
        assert_eq!(signals_of(locker.command, "SigBlk"), 0);
    }
    send(&lockers, |locker| locker.etcdpat.pid());
    judge(&etcd, lockers.into_iter().filter_map(ended).collect(), 1);
    // SIGCHLD too: the end of a command is seen at once.
    let done = etcd.pat("lock /signals/short -- true").at_start(Box::new(block_all)).run();
    assert!(done.code == 0 && done.took < Duration::from_secs(4), "{done:?}");
}

/// A command with a terminal of its own, whose session it leads.
fn on_a_terminal(mut command: Command) -> Child {
    let pty = nix::pty::openpty(None, None).unwrap();
    for fd in [pty.master.as_fd(), pty.slave.as_fd()] {
        use nix::fcntl::{FcntlArg, FdFlag, fcntl};
        fcntl(fd, FcntlArg::F_SETFD(FdFlag::FD_CLOEXEC)).unwrap();
    }
    let end = || Stdio::from(pty.slave.try_clone().unwrap());
    command.stdin(end()).stdout(end()).stderr(end());
    let terminal = pty.slave.as_fd().try_clone_to_owned().unwrap();
    // SAFETY: system calls alone.
    #[allow(unsafe_code)]
    unsafe {
        command.pre_exec(move || {
            nix::unistd::setsid()?;
            libc::ioctl(std::os::fd::AsRawFd::as_raw_fd(&terminal), libc::TIOCSCTTY, 0);
            Ok(())
        });
    }
    die_with_us(&mut command);
    let child = command.spawn().unwrap();
    // Whoever writes to a terminal that nobody has open gets EIO: it stays open as long as the test runs.
    std::mem::forget(pty.master);
    child
}

#[test]
fn on_a_terminal_of_its_own() {
    let etcd = Etcd::start();
    let alone = column("to etcdpat while its command runs");
    let start = |((number, says), (_, alone)): ((i32, String), (i32, String))| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_etcdpat"));
        command.env("ETCDPAT_ENDPOINTS", etcd.endpoints());
        command.args(["lock", "--ttl", "60s", &format!("/signals/terminal/{number}"), "--", "sleep", "1000"]);
        let says = if says == "as without one" { alone } else { says };
        (number, says, on_a_terminal(command))
    };
    // A group that leads a session is an orphaned one, which only SIGSTOP stops; tests/terminal.rs presses Ctrl-Z.
    let stops = |((number, _), _): &((i32, String), _)| ![20, 21, 22].contains(number);
    let started: Vec<_> = column("on a terminal").into_iter().zip(alone).filter(stops).map(start).collect();
    let mut wrong = Vec::new();
    for (number, says, mut child) in started {
        let pid = i32::try_from(child.id()).unwrap();
        let command = command_of(pid, "sleep");
        signal(pid, Signal(number));
        if number == Signal::STOP.0 {
            until("it stops", || is_stopped(pid));
            signal(pid, Signal::CONT);
        }
        if ["stops", "nothing"].contains(&says.as_str()) {
            signal(pid, Signal::TERM);
        }
        let status = eventually("its end", Duration::from_secs(20), || child.try_wait().unwrap());
        let got = (status.code(), status.signal(), status.core_dumped());
        let expected = match says.as_str() {
            "nothing" | "stops" => (Some(Signal::TERM.code()), None, false),
            "passed on to the group, then etcdpat dies of it" | "dies; the command is killed" => {
                (None, Some(number), false)
            }
            _ => (Some(number + 128), None, false),
        };
        until("the command is dead", || !is_alive(command));
        if got != expected {
            wrong.push(format!("{number} ({says}): {got:?} instead of {expected:?}"));
        }
    }
    judge(&etcd, wrong, 1);
}

/// A process group, killed when dropped.
struct Group(Child);

impl Drop for Group {
    fn drop(&mut self) {
        let group = nix::unistd::Pid::from_raw(self.0.id().cast_signed());
        let _ = nix::sys::signal::killpg(group, nix::sys::signal::Signal::SIGKILL);
        let _ = self.0.wait();
    }
}

/// What becomes of `flock` or `timeout`, and of its command, when the signal is sent to it.
fn beside(tool: &str, arguments: impl Fn(i32) -> Vec<String>) {
    let mut wrong = Vec::new();
    let start = |(number, says): (i32, String)| {
        let mut command = Command::new(tool);
        command.args(arguments(number)).args(["sleep", "100"]).process_group(0).stdout(Stdio::null());
        die_with_us(&mut command);
        (number, says, Group(command.spawn().unwrap()))
    };
    let started: Vec<_> = column(tool).into_iter().map(start).collect();
    for (number, says, mut group) in started {
        let child = &mut group.0;
        let pid = i32::try_from(child.id()).unwrap();
        let is_sleep =
            |pid: &i32| std::fs::read_to_string(format!("/proc/{pid}/comm")).is_ok_and(|comm| comm == "sleep\n");
        let command =
            eventually("the command", Duration::from_secs(10), || children_of(pid).into_iter().find(is_sleep));
        signal(pid, Signal(number));
        match says.as_str() {
            "stops alone" => until(&format!("{tool} stops of {number}"), || is_stopped(pid)),
            "nothing" => std::thread::sleep(Duration::from_millis(5)),
            _ => drop(eventually("its end", Duration::from_secs(5), || child.try_wait().unwrap())),
        }
        let ended = child.try_wait().unwrap().is_some();
        if says == "passed on" || says == "ends the command" {
            until("the command's end", || !is_alive(command));
        }
        let got = (ended, is_alive(command));
        let expected = match says.as_str() {
            "dies alone" => (true, true),
            "passed on" | "ends the command" => (true, false),
            "nothing" | "stops alone" => (false, true),
            other => panic!("the page says {other:?}"),
        };
        if got != expected {
            wrong.push(format!("{number} ({says}): {got:?} instead of {expected:?}"));
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn flock_and_timeout_are_as_the_page_has_them() {
    let dir = tempfile::tempdir().unwrap();
    beside("flock", |number| vec![path(&dir, &number.to_string())]);
    beside("timeout", |_| vec!["1000".to_owned()]);
}
