//! A shell at which a reader types one command after the other: variables, functions and jobs stay.

use std::fs;
use std::io::Write;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdin, Command, Stdio};
use std::time::{Duration, Instant};

use nix::sys::signal::Signal::{SIGKILL, SIGTERM};
use nix::sys::signal::killpg;

use super::eventually;

/// Takes a place for output and a command, each ended by NUL, and notes each command's exit code. `$?` is that of the
/// command before.
const LOOP: &str = r#"
exec 9<&0 </dev/null
again() { return "$code"; }
code=0
while IFS= read -r -d '' place <&9 && IFS= read -r -d '' line <&9; do
    eval "again
$line" >>"$place" 2>&1 9<&-
    code=$?
    echo "$code" >>"$CODES"
done
"#;

/// bash, in a process group of its own, which is ended with everything in it.
pub struct Typed {
    shell: Child,
    lines: ChildStdin,
    dir: PathBuf,
    typed: usize,
}

impl Typed {
    /// In `dir`, with `environment` beside the test's own. What the shell writes goes to files in `aside`.
    pub fn start(dir: &Path, aside: &Path, environment: impl IntoIterator<Item = (&'static str, String)>) -> Self {
        let mut command = Command::new("bash");
        command.args(["--norc", "--noprofile", "-c", LOOP]).current_dir(dir).process_group(0);
        command.stdin(Stdio::piped()).stdout(Stdio::null()).stderr(Stdio::null());
        for name in std::env::vars_os().filter_map(|(name, _)| name.into_string().ok()) {
            if name.starts_with("ETCD") || name == "RUST_LOG" {
                command.env_remove(name);
            }
        }
        command.envs(environment).env("CODES", aside.join("codes"));
        let mut shell = command.spawn().unwrap();
        let lines = shell.stdin.take().unwrap();
        Self { shell, lines, dir: aside.to_owned(), typed: 0 }
    }

    /// Runs a command to its end; its exit code and what it printed. One that ends with `&` prints elsewhere.
    pub fn run(&mut self, command: &str) -> (i32, String) {
        self.typed += 1;
        let is_background = command.trim_end().ends_with('&');
        let place = self.dir.join(if is_background { "background".to_owned() } else { format!("{}", self.typed) });
        write!(self.lines, "{}\0{command}\0", place.display()).unwrap();
        let code = eventually(&format!("the end of `{command}`"), Duration::from_secs(60), || {
            let codes = fs::read_to_string(self.dir.join("codes")).ok()?;
            codes.strip_suffix('\n')?.lines().nth(self.typed - 1)?.parse().ok()
        });
        let printed = if is_background { String::new() } else { read(&place) };
        (code, printed)
    }

    /// What the commands in the background have printed.
    pub fn background(&self) -> String {
        read(&self.dir.join("background"))
    }
}

fn read(path: &Path) -> String {
    String::from_utf8_lossy(&fs::read(path).unwrap_or_default()).into_owned()
}

impl Drop for Typed {
    fn drop(&mut self) {
        let group = nix::unistd::Pid::from_raw(self.shell.id().cast_signed());
        let _ = killpg(group, SIGTERM);
        let end = Instant::now() + Duration::from_secs(5);
        while killpg(group, None).is_ok() && Instant::now() < end {
            let _ = self.shell.try_wait();
            std::thread::sleep(Duration::from_millis(10));
        }
        let _ = killpg(group, SIGKILL);
        let _ = self.shell.wait();
    }
}
