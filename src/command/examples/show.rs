//! Running the steps of an example: each is told, run as a process of its own, and its exit code compared.

use std::path::PathBuf;
use std::process::{ExitStatus, Output, Stdio};
use std::time::Duration;

use nix::sys::signal::{Signal, kill};
use nix::unistd::Pid;
use tokio::io::AsyncWriteExt;
use tokio::process::{Child, Command};
use tokio::time::{sleep, timeout};

use std::os::unix::process::ExitStatusExt;

use super::files::Files;
use super::supervised::TTL;
use crate::client::Client;
use crate::command::context::Context;
use crate::error::{ExitCode, Failure};
use crate::event::{ContenderRow, ExampleEvent, LeaseId, Text};
use crate::options::Global;
use crate::pattern::lock::{self, LockName};
use crate::report::Reporter;
use crate::session;

/// Between two looks at a queue.
pub(super) const PAUSE: Duration = Duration::from_millis(20);
/// The longest that a step may take.
pub(super) const PATIENCE: Duration = Duration::from_secs(20);
/// The longest that a step may take to end when it is told to.
const PARTING: Duration = Duration::from_secs(5);
/// What the keys of all examples begin with.
pub(super) const PREFIX: &str = "/etcdpat-examples";

/// Commands that hold a lease of their own.
const HOLDERS: [&[&str]; 7] = [
    &["lock"],
    &["elect"],
    &["lease", "run"],
    &["discover", "register"],
    &["ha", "active-passive"],
    &["ha", "active-active"],
    &["ha", "sharded"],
];

/// What the steps of the examples share.
pub(super) struct Show<'a> {
    reporter: &'a Reporter,
    own: PathBuf,
    node_id: &'a str,
    state_root: String,
    user: Option<String>,
    environment: Vec<(std::ffi::OsString, std::ffi::OsString)>,
    pub(super) client: Client,
    example: &'static str,
    step: usize,
    background: Vec<Child>,
    /// Leases that steps grant.
    leases: Vec<LeaseId>,
    /// Gone last: a step may write one as it ends.
    files: Files,
}

/// A step in the background: its number in [`Show`]'s list.
#[derive(Clone, Copy)]
pub(super) struct Background(usize);

impl<'a> Show<'a> {
    pub(super) fn new(global: &Global, context: &'a Context<'_>, node_id: &'a str) -> Result<Self, Failure> {
        let options = global.connection()?;
        let (environment, _) = global.environment(&options);
        let own = std::env::current_exe()?;
        let client = context.connect(options);
        Ok(Self {
            reporter: &context.reporter,
            own,
            node_id,
            state_root: global.state_root(),
            user: global.user.clone(),
            environment,
            client,
            example: "",
            step: 0,
            background: Vec::new(),
            leases: Vec::new(),
            files: Files::default(),
        })
    }

    /// What a node is called.
    pub(super) fn node_id(&self) -> &'a str {
        self.node_id
    }

    /// The prefix under which all bookkeeping lies.
    pub(super) fn state_root(&self) -> String {
        self.state_root.clone()
    }

    /// A lease that steps grant and use: its id. It ends with the examples, too.
    pub(super) fn fresh_lease(&mut self) -> LeaseId {
        let id = session::fresh_id();
        self.leases.push(id);
        id
    }

    /// The path of a file for steps, which ends with the examples.
    pub(super) fn file(&mut self, name: &str) -> Result<String, Failure> {
        Ok(self.files.path(name)?.to_string_lossy().into_owned())
    }

    /// Begins an example. A prefix for its keys, which nobody else uses.
    pub(super) fn begin(&mut self, example: &'static str) -> String {
        (self.example, self.step) = (example, 0);
        format!("{PREFIX}/{}/{example}", std::process::id())
    }

    /// Tells a step, runs `etcdpat` with these arguments to its end, and shows what it wrote.
    pub(super) async fn run(&mut self, text: &str, arguments: &[&str], expected: i32) -> Result<(), Failure> {
        let step = self.start(text, arguments)?;
        self.finished(step, expected).await
    }

    /// Tells a step, and starts `etcdpat` with these arguments.
    pub(super) fn start(&mut self, text: &str, arguments: &[&str]) -> Result<Background, Failure> {
        let arguments = &held_shortly(arguments);
        self.tell(text, arguments);
        let child = self.command(arguments).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
        self.background.push(child);
        Ok(Background(self.background.len() - 1))
    }

    /// The same, with these lines as its standard input.
    pub(super) async fn feed(&mut self, text: &str, lines: &[&str], arguments: &[&str]) -> Result<Background, Failure> {
        self.step += 1;
        let arguments = &held_shortly(arguments);
        let printed = lines.iter().fold(r"printf '%s\n'".to_owned(), |line, word| line + " " + &quoted(word));
        self.emit(text.into(), Some(format!("{printed} | {}", line(arguments)).into()));
        let mut command = self.command(arguments);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
        if let Some(mut stdin) = child.stdin.take() {
            stdin.write_all(lines.iter().flat_map(|line| [line, "\n"]).collect::<String>().as_bytes()).await?;
        }
        self.background.push(child);
        Ok(Background(self.background.len() - 1))
    }

    /// Tells what is being done to a step in the background, and by which command line it can be done by hand.
    pub(super) fn note(&mut self, text: &str, command: &str) {
        self.step += 1;
        self.emit(text.into(), Some(command.into()));
    }

    /// Sends SIGTERM to a step in the background.
    pub(super) fn terminate(&self, step: Background) {
        terminate(&self.background[step.0]);
    }

    /// Whether a step in the background has ended.
    pub(super) fn is_over(&mut self, step: Background) -> Result<bool, Failure> {
        Ok(self.background[step.0].try_wait()?.is_some())
    }

    /// Waits for the end of a step in the background, and shows what it wrote.
    pub(super) async fn finished(&mut self, step: Background, expected: i32) -> Result<(), Failure> {
        let child = &mut self.background[step.0];
        let (stdout, stderr) = (child.stdout.take(), child.stderr.take());
        // Read as it is written: a full pipe would hold it up.
        let ended = timeout(PATIENCE, async { tokio::join!(child.wait(), read(stdout), read(stderr)) }).await;
        let (status, stdout, stderr) = ended.map_err(|_| self.failed("it took too long"))?;
        self.finish(&Output { status: status?, stdout, stderr }, expected)
    }

    /// Waits until the lock has this many contenders. They.
    pub(super) async fn contenders(&self, name: &str, count: usize) -> Result<Vec<ContenderRow>, Failure> {
        let name = LockName::new(name).map_err(|invalid| Failure::usage(invalid.to_string()))?;
        let waited = timeout(PATIENCE, async {
            loop {
                let rows = lock::status(&self.client, &name).await?;
                if rows.len() == count {
                    return Ok::<_, Failure>(rows);
                }
                sleep(PAUSE).await;
            }
        });
        waited.await.map_err(|_| self.failed("its contenders did not appear"))?
    }

    /// Ends what still runs, which releases what it holds.
    pub(super) async fn clean_up(&mut self) {
        self.background.iter().for_each(terminate);
        let ended = async {
            for child in &mut self.background {
                let _ = child.wait().await;
            }
        };
        // What has not ended by then is killed as it is dropped.
        let _ = timeout(PARTING, ended).await;
        for lease in &self.leases {
            let _ = self.client.revoke(lease.0, PARTING).await;
        }
    }

    fn command(&self, arguments: &[String]) -> Command {
        let mut command = Command::new(&self.own);
        command.args(self.user.iter().map(|user| format!("--user={user}")));
        command.args(arguments).envs(self.environment.iter().cloned()).stdin(Stdio::null()).kill_on_drop(true);
        // An output format of ours is not the steps'.
        command.env_remove("ETCDPAT_OUTPUT");
        command
    }

    fn tell(&mut self, text: &str, arguments: &[String]) {
        self.step += 1;
        self.emit(text.into(), Some(line(arguments).into()));
    }

    fn finish(&self, output: &Output, expected: i32) -> Result<(), Failure> {
        for line in [&output.stdout, &output.stderr].into_iter().flat_map(|text| text.split(|&byte| byte == b'\n')) {
            if !line.is_empty() {
                self.emit(String::from_utf8_lossy(line).into_owned().into(), None);
            }
        }
        let code = code(output.status);
        self.emit(format!("exit code {code}").into(), None);
        if code == expected { Ok(()) } else { Err(self.failed(&format!("exit code {code} instead of {expected}"))) }
    }

    fn emit(&self, text: Text, command: Option<Text>) {
        self.reporter.emit(&ExampleEvent::Step { example: self.example, step: self.step, text, command }.into());
    }

    pub(super) fn failed(&self, why: &str) -> Failure {
        Failure::new(
            ExitCode::Failed,
            format!("step {} of example {} did not go as it should: {why}", self.step, self.example),
        )
    }
}

fn terminate(child: &Child) {
    if let Some(pid) = child.id() {
        let _ = kill(Pid::from_raw(pid.cast_signed()), Signal::SIGTERM);
    }
}

async fn read(stream: Option<impl tokio::io::AsyncRead + Unpin>) -> Vec<u8> {
    let mut text = Vec::new();
    if let Some(mut stream) = stream {
        let _ = tokio::io::AsyncReadExt::read_to_end(&mut stream, &mut text).await;
    }
    text
}

/// As a shell has it.
fn code(status: ExitStatus) -> i32 {
    status.code().unwrap_or_else(|| 128 + status.signal().unwrap_or(0))
}

/// The words of a command line, whose own lease does not outlive ours by much.
fn held_shortly(arguments: &[&str]) -> Vec<String> {
    let is_query = arguments.get(1).is_some_and(|word| matches!(*word, "status" | "leader" | "transfer" | "resign"));
    let holder = HOLDERS.iter().find(|holder| arguments.starts_with(holder) && !is_query);
    let (before, after) = arguments.split_at(holder.map_or(0, |holder| holder.len()));
    let ttl = holder.map(|_| format!("--ttl={}s", TTL.as_secs()));
    let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
    words(before).into_iter().chain(ttl).chain(words(after)).collect()
}

/// The command line of these arguments.
fn line(arguments: &[String]) -> String {
    arguments.iter().fold("etcdpat".to_owned(), |line, word| line + " " + &quoted(word))
}

/// A word as a shell takes it.
fn quoted(word: &str) -> String {
    let plain = |c: char| c.is_ascii_alphanumeric() || "/-_=.:,".contains(c);
    if !word.is_empty() && word.chars().all(plain) {
        word.to_owned()
    } else {
        format!("'{}'", word.replace('\'', r"'\''"))
    }
}
