//! A throwaway real etcd: one, three or five members on free loopback ports, in a temporary directory.
//!
//! A janitor process, forked before anything else, owns the members: when the pipe to it closes, however etcdpat ended,
//! it kills them and removes the directory. They die with it, too.
//!
//! What must stay true: whatever ends etcdpat, no member and no directory is left.

use std::fs::{self, File};
use std::io::{Read, Write};
use std::net::{Ipv4Addr, Shutdown, SocketAddr, TcpListener, TcpStream};
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail};
use nix::unistd::{ForkResult, Pid};

use crate::os::{self, wait};
use crate::random;

/// How long the members may take to become healthy.
const PATIENCE: Duration = Duration::from_secs(20);
/// Between two questions for their health.
const PAUSE: Duration = Duration::from_millis(10);
/// How often other ports are tried, when somebody else took one in between.
const TRIES: usize = 3;

/// A running cluster. Dropping it ends it.
#[derive(Debug)]
pub struct Cluster {
    janitor: UnixStream,
    pid: Pid,
    ports: Vec<Ports>,
    dir: PathBuf,
    temporary: bool,
}

#[derive(Clone, Copy, Debug)]
struct Ports {
    client: u16,
    peer: u16,
}

impl Cluster {
    /// Starts `members` members and waits until all are healthy. Forks: the process must have one thread. Data goes to
    /// `data_dir` and stays there, or to a temporary directory, which is removed at the end.
    ///
    /// # Errors
    /// No etcd to be had; or its members did not become healthy, with the end of their log.
    pub fn start(members: usize, data_dir: Option<&Path>) -> Result<Self> {
        let binary = binary()?;
        for _ in 1..TRIES {
            match Self::start_once(&binary, members, data_dir) {
                Err(error) if format!("{error:#}").contains("address already in use") => {}
                started => return started,
            }
        }
        Self::start_once(&binary, members, data_dir)
    }

    /// The members' client addresses, separated by commas.
    pub fn endpoints(&self) -> String {
        self.ports.iter().map(|ports| format!("127.0.0.1:{}", ports.client)).collect::<Vec<_>>().join(",")
    }

    /// Where the members' data and logs are.
    pub fn dir(&self) -> &Path {
        &self.dir
    }

    fn start_once(binary: &Path, members: usize, data_dir: Option<&Path>) -> Result<Self> {
        let dir = match data_dir {
            Some(dir) => dir.to_owned(),
            None => std::env::temp_dir().join(format!("etcdpat-dev-{}-{:x}", std::process::id(), random::number())),
        };
        fs::create_dir_all(&dir).with_context(|| format!("cannot create {}", dir.display()))?;
        let ports = free_ports(members)?;
        let commands = (0..members).map(|index| member(binary, &dir, &ports, index)).collect::<Result<Vec<_>>>();
        let (ours, theirs) = UnixStream::pair()?;
        let temporary = data_dir.is_none();
        let pid = match os::fork_single_threaded()? {
            ForkResult::Child => {
                drop(ours);
                keep_clean(theirs, commands, temporary.then_some(dir.as_path()))
            }
            ForkResult::Parent { child } => child,
        };
        drop(theirs);
        let cluster = Self { janitor: ours, pid, ports, dir, temporary };
        commands?;
        cluster.wait_until_healthy()?;
        Ok(cluster)
    }

    fn wait_until_healthy(&self) -> Result<()> {
        self.janitor.set_nonblocking(true)?;
        let end = Instant::now() + PATIENCE;
        for (index, ports) in self.ports.iter().enumerate() {
            while !is_healthy(ports.client) {
                // The janitor says a word only when a member has ended.
                let ended = (&self.janitor).read(&mut [0]).is_ok();
                if ended || Instant::now() > end {
                    let what = if ended { "ended at once" } else { "did not become healthy" };
                    bail!("etcd {what}; the end of its log:\n{}", log_tail(&log_file(&self.dir, index)));
                }
                std::thread::sleep(PAUSE);
            }
        }
        Ok(())
    }
}

impl Drop for Cluster {
    fn drop(&mut self) {
        let _ = self.janitor.shutdown(Shutdown::Both);
        wait::reap(self.pid);
        if self.temporary {
            let _ = fs::remove_dir_all(&self.dir);
        }
    }
}

/// The janitor's whole life: starts the members, waits for the pipe's end, ends them.
fn keep_clean(mut parent: UnixStream, commands: Result<Vec<Command>>, remove: Option<&Path>) -> ! {
    let _ = nix::unistd::setpgid(Pid::from_raw(0), Pid::from_raw(0));
    let _ = os::ignore_requests_to_end();
    let _ = os::unblock_signals();
    let mut members: Vec<Child> = Vec::new();
    let mut well = true;
    for mut command in commands.unwrap_or_default() {
        os::prepare_child(&mut command);
        match command.spawn() {
            Ok(member) => members.push(member),
            Err(_) => well = false,
        }
    }
    let _ = parent.set_read_timeout(Some(Duration::from_millis(100)));
    // Until the pipe ends. A member that ends is worth a word, once.
    while !matches!(parent.read(&mut [0]), Ok(0)) {
        let ended = members.iter_mut().any(|member| !matches!(member.try_wait(), Ok(None)));
        if well && ended {
            well = false;
            let _ = parent.write(b"!");
        }
    }
    for member in &mut members {
        let _ = member.kill();
        let _ = member.wait();
    }
    remove.map(fs::remove_dir_all);
    os::exit(0)
}

fn member(binary: &Path, dir: &Path, ports: &[Ports], index: usize) -> Result<Command> {
    let name = |index: usize| format!("member{}", index + 1);
    let url = |port: u16| format!("http://127.0.0.1:{port}");
    let Ports { client, peer } = ports[index];
    let cluster: Vec<_> =
        ports.iter().enumerate().map(|(index, ports)| format!("{}={}", name(index), url(ports.peer))).collect();
    let log = File::create(log_file(dir, index)).context("cannot write etcd's log")?;
    let mut command = Command::new(binary);
    // Settings of another etcd in the environment would be taken, too.
    for (variable, _) in std::env::vars_os().filter(|(variable, _)| variable.to_string_lossy().starts_with("ETCD_")) {
        command.env_remove(variable);
    }
    command
        .arg(format!("--name={}", name(index)))
        .arg(format!("--data-dir={}", dir.join(name(index)).display()))
        .arg(format!("--listen-client-urls={}", url(client)))
        .arg(format!("--advertise-client-urls={}", url(client)))
        .arg(format!("--listen-peer-urls={}", url(peer)))
        .arg(format!("--initial-advertise-peer-urls={}", url(peer)))
        .arg(format!("--initial-cluster={}", cluster.join(",")))
        .arg("--initial-cluster-state=new")
        .arg("--logger=zap")
        .stdin(Stdio::null())
        .stdout(log.try_clone()?)
        .stderr(log);
    if ports.len() == 1 {
        // A member alone has nobody to wait for.
        command.args(["--heartbeat-interval=20", "--election-timeout=200"]);
    }
    Ok(command)
}

/// Ports that nobody listens on. Somebody may take one before etcd does; then others are tried.
fn free_ports(members: usize) -> Result<Vec<Ports>> {
    let mut held = Vec::new();
    let mut port = || -> Result<u16> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).context("no free port on 127.0.0.1")?;
        let port = listener.local_addr()?.port();
        held.push(listener);
        Ok(port)
    };
    (0..members).map(|_| Ok(Ports { client: port()?, peer: port()? })).collect()
}

/// Whether the member answers, and says that it can serve.
fn is_healthy(port: u16) -> bool {
    let ask = || -> std::io::Result<String> {
        let address = SocketAddr::from((Ipv4Addr::LOCALHOST, port));
        let mut stream = TcpStream::connect_timeout(&address, Duration::from_millis(200))?;
        stream.set_read_timeout(Some(Duration::from_secs(1)))?;
        stream.write_all(b"GET /health HTTP/1.0\r\n\r\n")?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        Ok(answer)
    };
    ask().is_ok_and(|answer| answer.contains(r#""health":"true""#))
}

/// `ETCDPAT_ETCD`, or `etcd` on the path.
fn binary() -> Result<PathBuf> {
    let how = "install it (Debian, Ubuntu: apt-get install etcd-server; macOS: brew install etcd), or name a binary in \
               ETCDPAT_ETCD";
    if let Some(named) = std::env::var_os("ETCDPAT_ETCD").filter(|named| !named.is_empty()) {
        let named = PathBuf::from(named);
        return if named.is_file() {
            Ok(named)
        } else {
            bail!("ETCDPAT_ETCD names {}, which is no file: {how}", named.display())
        };
    }
    let path = std::env::var_os("PATH").unwrap_or_default();
    let found = std::env::split_paths(&path).map(|dir| dir.join("etcd")).find(|file| file.is_file());
    found.with_context(|| format!("there is no etcd on the PATH: {how}"))
}

fn log_file(dir: &Path, index: usize) -> PathBuf {
    dir.join(format!("member{}.log", index + 1))
}

fn log_tail(path: &Path) -> String {
    let log = fs::read_to_string(path).unwrap_or_default();
    let lines: Vec<_> = log.lines().collect();
    lines[lines.len().saturating_sub(5)..].join("\n")
}
