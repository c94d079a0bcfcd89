//! `etcdpat` as a process: run to its end, or running in the background.

use std::ffi::OsStr;
use std::io::{Read, Write};
use std::os::unix::ffi::OsStrExt;
use std::os::unix::process::{CommandExt, ExitStatusExt};
use std::process::{Child, Command, Stdio};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use super::{Signal, Words, eventually};

/// A command line, not started yet.
pub struct Pat {
    command: Command,
    input: Option<Vec<u8>>,
    at_start: Option<Hook>,
}

/// What a process does before it becomes the program.
pub type Hook = Box<dyn FnMut() -> std::io::Result<()> + Send + Sync>;

/// How a process ended, and what it wrote.
#[derive(Debug)]
pub struct Done {
    /// As a shell has it: 128+n when a signal killed it.
    pub code: i32,
    /// The signal that killed it.
    pub died_of: Option<i32>,
    pub stdout: String,
    pub stderr: String,
    pub took: Duration,
}

/// A process in the background. Killed when dropped.
pub struct Running {
    child: Child,
    begun: Instant,
    stdout: Captured,
    stderr: Captured,
}

struct Captured {
    text: Arc<Mutex<Vec<u8>>>,
    reader: Option<JoinHandle<()>>,
}

impl Pat {
    pub fn new(arguments: &(impl Words + ?Sized)) -> Self {
        let arguments = arguments.words();
        // Another build shows which tests it fails.
        let binary = std::env::var("ETCDPAT_TEST_BINARY").unwrap_or(env!("CARGO_BIN_EXE_etcdpat").to_owned());
        let mut command = Command::new(binary);
        for (name, _) in std::env::vars_os() {
            let name = name.to_string_lossy().into_owned();
            if name.starts_with("ETCD") || name == "RUST_LOG" || name == "NO_COLOR" {
                command.env_remove(name);
            }
        }
        command.env("PATH", super::version::search_path()).args(arguments);
        Self { command, input: None, at_start: None }
    }

    pub fn env(mut self, name: &str, value: &str) -> Self {
        self.command.env(name, value);
        self
    }

    pub fn env_bytes(mut self, name: &[u8], value: &[u8]) -> Self {
        self.command.env(OsStr::from_bytes(name), OsStr::from_bytes(value));
        self
    }

    pub fn arg_bytes(mut self, word: &[u8]) -> Self {
        self.command.arg(OsStr::from_bytes(word));
        self
    }

    pub fn current_dir(mut self, dir: &std::path::Path) -> Self {
        self.command.current_dir(dir);
        self
    }

    /// The same, where the variable has not been given yet.
    pub fn env_unless_given(mut self, name: &str, value: &str) -> Self {
        if !self.command.get_envs().any(|(given, _)| given == name) {
            self.command.env(name, value);
        }
        self
    }

    pub fn input(mut self, input: &[u8]) -> Self {
        self.input = Some(input.to_vec());
        self
    }

    /// Has it begin with this: system calls alone, that a signal may interrupt.
    pub fn at_start(mut self, hook: Hook) -> Self {
        self.at_start = Some(hook);
        self
    }

    /// In a process group of its own, so that the test can signal the group as a terminal would.
    pub fn run(self) -> Done {
        self.spawn().wait()
    }

    pub fn spawn(mut self) -> Running {
        self.command.stdin(if self.input.is_some() { Stdio::piped() } else { Stdio::null() });
        spawn(self.command, self.input, self.at_start)
    }

    /// With these as its streams. What is written there is not captured.
    pub fn spawn_onto(mut self, stdout: Stdio, stderr: Stdio) -> Running {
        self.command.stdin(Stdio::null());
        spawn_onto(self.command, None, self.at_start, stdout, stderr)
    }
}

fn spawn(command: Command, input: Option<Vec<u8>>, at_start: Option<Hook>) -> Running {
    spawn_onto(command, input, at_start, Stdio::piped(), Stdio::piped())
}

fn spawn_onto(
    mut command: Command,
    input: Option<Vec<u8>>,
    at_start: Option<Hook>,
    stdout: Stdio,
    stderr: Stdio,
) -> Running {
    command.stdout(stdout).stderr(stderr);
    die_with_us(&mut command);
    if let Some(hook) = at_start {
        // SAFETY: as `Pat::at_start` asks it to be.
        #[allow(unsafe_code)]
        unsafe {
            command.pre_exec(hook)
        };
    }
    let mut child = command.spawn().unwrap();
    if let Some(input) = input {
        let mut stdin = child.stdin.take().unwrap();
        std::thread::spawn(move || stdin.write_all(&input));
    }
    let stdout = child.stdout.take().map_or_else(Captured::nothing, Captured::new);
    let stderr = child.stderr.take().map_or_else(Captured::nothing, Captured::new);
    Running { child, begun: Instant::now(), stdout, stderr }
}

/// Any command to its end.
pub fn finish(command: Command) -> Done {
    start(command).wait()
}

/// Any command in the background.
pub fn start(mut command: Command) -> Running {
    command.stdin(Stdio::null());
    spawn(command, None, None)
}

/// SIGKILL for the child when this test process dies; and no signal ignored, though the tests may run under nohup, in
/// the background of a script, or as a child of glibc's posix_spawn (which leaves 32 and 33 ignored).
pub fn die_with_us(command: &mut Command) {
    // SAFETY: async-signal-safe system calls.
    #[allow(unsafe_code)]
    unsafe {
        command.pre_exec(|| {
            (1..=64).for_each(|number| dispose(number, nix::libc::SIG_DFL));
            Ok(nix::sys::prctl::set_pdeathsig(nix::sys::signal::Signal::SIGKILL)?)
        });
    }
}

/// Has this process take the default action of a signal (`SIG_DFL`), or ignore it (`SIG_IGN`). The kernel is asked: the
/// C library keeps 32 and 33 from its callers.
pub fn dispose(number: i32, disposition: usize) {
    let action: [usize; 8] = [disposition, 0, 0, 0, 0, 0, 0, 0];
    // SAFETY: the kernel reads its `struct sigaction`, which is shorter; neither disposition runs code.
    #[allow(unsafe_code)]
    unsafe {
        nix::libc::syscall(nix::libc::SYS_rt_sigaction, number, &raw const action, 0usize, 8usize)
    };
}

impl Captured {
    fn nothing() -> Self {
        Self { text: Arc::default(), reader: None }
    }

    fn new(mut stream: impl Read + Send + 'static) -> Self {
        let text = Arc::new(Mutex::new(Vec::new()));
        let shared = Arc::clone(&text);
        let reader = std::thread::spawn(move || {
            let mut chunk = [0; 4096];
            while let Ok(read) = stream.read(&mut chunk) {
                if read == 0 {
                    return;
                }
                shared.lock().unwrap().extend_from_slice(&chunk[..read]);
            }
        });
        Self { text, reader: Some(reader) }
    }

    fn now(&self) -> String {
        String::from_utf8_lossy(&self.text.lock().unwrap()).into_owned()
    }
}

impl Running {
    pub fn pid(&self) -> i32 {
        self.child.id() as i32
    }

    pub fn signal(&self, signal: Signal) {
        super::signal(self.pid(), signal);
    }

    /// Asks it to end, with SIGTERM, and waits until it has.
    pub fn end(self) -> Done {
        self.signal(Signal::TERM);
        self.wait()
    }

    pub fn stdout(&self) -> String {
        self.stdout.now()
    }

    pub fn stderr(&self) -> String {
        self.stderr.now()
    }

    pub fn wait_for_stderr(&self, text: &str) -> String {
        eventually(&format!("{text:?} on stderr of {}", self.pid()), Duration::from_secs(20), || {
            let all = self.stderr();
            all.contains(text).then_some(all)
        })
    }

    pub fn wait_for_stdout(&self, text: &str) -> String {
        eventually(&format!("{text:?} on stdout"), Duration::from_secs(20), || {
            let all = self.stdout();
            all.contains(text).then_some(all)
        })
    }

    /// The guardian: the keeper's child that is not the command's (it is another etcdpat).
    pub fn guardian(&self) -> i32 {
        eventually("the guardian", Duration::from_secs(10), || children_of(self.pid()).first().copied())
    }

    /// Waits for its end, at most a minute.
    pub fn wait(self) -> Done {
        self.wait_at_most(Duration::from_secs(60))
    }

    pub fn wait_at_most(mut self, limit: Duration) -> Done {
        let status = eventually(&format!("the end of {:?}", self.pid()), limit, || self.child.try_wait().unwrap());
        let took = self.begun.elapsed();
        for captured in [&mut self.stdout, &mut self.stderr] {
            let _ = captured.reader.take().map(JoinHandle::join);
        }
        let died_of = status.signal();
        let code = status.code().or(died_of.map(|signal| 128 + signal)).unwrap();
        Done { code, died_of, stdout: self.stdout(), stderr: self.stderr(), took }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// Whether a process exists and is not a zombie.
pub fn is_alive(pid: i32) -> bool {
    state(pid).is_some_and(|(state, _)| state != 'Z' && state != 'X')
}

/// Whether nothing is left of a process, not even a zombie.
pub fn reap_zombie_free(pid: i32) -> bool {
    state(pid).is_none()
}

/// Whether a process is stopped.
pub fn is_stopped(pid: i32) -> bool {
    state(pid).is_some_and(|(state, _)| state == 'T')
}

/// A set of signals of a process, as `/proc/PID/status` has it (`SigIgn`, `SigBlk`): bit n-1 is signal n.
pub fn signals_of(pid: i32, field: &str) -> u64 {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap();
    let line = status.lines().find_map(|line| line.strip_prefix(field)).unwrap();
    u64::from_str_radix(line.trim_start_matches(':').trim(), 16).unwrap()
}

fn state(pid: i32) -> Option<(char, i32)> {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).ok()?;
    let mut fields = stat.rsplit_once(')')?.1.split_whitespace();
    Some((fields.next()?.chars().next()?, fields.next()?.parse().ok()?))
}

/// The processes whose parent it is.
pub fn children_of(parent: i32) -> Vec<i32> {
    // Where the kernel has it, without a look at all processes.
    if let Ok(pids) = std::fs::read_to_string(format!("/proc/{parent}/task/{parent}/children"))
        && !pids.is_empty()
    {
        return pids.split_whitespace().filter_map(|pid| pid.parse().ok()).collect();
    }
    let pids = std::fs::read_dir("/proc").unwrap().flatten();
    let pids = pids.filter_map(|entry| entry.file_name().to_str()?.parse().ok());
    pids.filter(|&pid| state(pid).is_some_and(|(_, of)| of == parent)).collect()
}
