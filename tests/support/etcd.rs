//! Members of a real etcd cluster, started on free ports and always stopped.

use std::io::{Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

#[path = "restore.rs"]
mod restore;

use super::peers::Alone;
use super::process::{Done, Pat, finish};
use super::version::Version;
use super::{Signal, Words, eventually, path, signal};

/// What kind of cluster.
#[derive(Clone, Debug)]
pub struct Setup {
    pub members: usize,
    pub version: Version,
    pub arguments: Vec<String>,
    /// Certificates for server and client (`ca.pem`, `cert.pem`, `key.pem`), where clients must have one.
    pub tls: Option<PathBuf>,
    /// What clients are served at, in place of http or https; a path is below the members' directory.
    pub client_url: Option<fn(u16) -> String>,
    /// Leads the members' ways to each other through this.
    pub alone: Option<Alone>,
}

impl Default for Setup {
    fn default() -> Self {
        Self {
            members: 1,
            version: Version::Installed,
            arguments: Vec::new(),
            tls: None,
            client_url: None,
            alone: None,
        }
    }
}

/// A running cluster. When it is dropped, nothing may be left in it.
pub struct Etcd {
    setup: Setup,
    members: Vec<Member>,
    dir: tempfile::TempDir,
    /// Credentials for etcdctl, once authentication is on.
    pub user: Option<String>,
    check_leftovers: bool,
}

struct Member {
    client: u16,
    peer: u16,
    /// Where the other members find it.
    reached_at: u16,
    /// Health is asked here, which needs no certificate.
    metrics: u16,
    child: Option<Child>,
}

impl Etcd {
    /// One member of the installed version.
    pub fn start() -> Self {
        Self::with(Setup::default())
    }

    /// One of each version, one after the other.
    pub fn of_each_version() -> impl Iterator<Item = Self> {
        Version::all().into_iter().map(|version| Self::with(Setup { version, ..Setup::default() }))
    }

    /// A cluster, healthy. Where somebody else has taken one of its ports meanwhile, others are chosen.
    pub fn with(setup: Setup) -> Self {
        for _ in 0..3 {
            if let Some(etcd) = Self::try_with(&setup) {
                return etcd;
            }
        }
        panic!("etcd did not start in three attempts");
    }

    fn try_with(setup: &Setup) -> Option<Self> {
        let ports = super::ports::ports(setup.members * 4);
        let member = |four: &[u16]| {
            let reached_at = if setup.alone.is_some() { four[3] } else { four[1] };
            Member { client: four[0], peer: four[1], reached_at, metrics: four[2], child: None }
        };
        let members: Vec<_> = ports.chunks(4).map(member).collect();
        for (member, alone) in members.iter().zip(setup.alone.iter().cycle()) {
            super::peers::link(member.reached_at, member.peer, alone);
        }
        let dir = tempfile::tempdir().unwrap();
        let mut etcd = Self { setup: setup.clone(), members, dir, user: None, check_leftovers: true };
        (0..setup.members).for_each(|index| etcd.start_member(index));
        let healthy = (0..setup.members).all(|index| etcd.becomes_healthy(index));
        etcd.check_leftovers = healthy;
        healthy.then_some(etcd)
    }

    /// Starts a member that is not running, with the data it had.
    pub fn start_member(&mut self, index: usize) {
        let name = |index: usize| format!("m{index}");
        let url = |port: u16| format!("http://127.0.0.1:{port}");
        let client_url = |port: u16| match self.setup.client_url {
            Some(client_url) => client_url(port),
            None if self.setup.tls.is_some() => url(port).replace("http:", "https:"),
            None => url(port),
        };
        let cluster: Vec<_> =
            (0..).zip(&self.members).map(|(i, m)| format!("{}={}", name(i), url(m.reached_at))).collect();
        let member = &self.members[index];
        let state = if index < self.setup.members { "new" } else { "existing" };
        let log = std::fs::File::options()
            .create(true)
            .append(true)
            .open(self.dir.path().join(format!("m{index}.log")))
            .unwrap();
        let mut command = Command::new(self.setup.version.binary("etcd"));
        command
            .args(["--logger=zap", &format!("--initial-cluster-state={state}"), &format!("--name={}", name(index))])
            .arg(format!("--data-dir={}", path(&self.dir, &name(index))))
            .arg(format!("--listen-client-urls={}", client_url(member.client)))
            .arg(format!("--advertise-client-urls={}", client_url(member.client)))
            .arg(format!("--listen-peer-urls={}", url(member.peer)))
            .arg(format!("--initial-advertise-peer-urls={}", url(member.reached_at)))
            .arg(format!("--initial-cluster={}", cluster.join(",")))
            .arg(format!("--listen-metrics-urls={}", url(member.metrics)))
            .args(self.setup.arguments.iter().map(|flag| self.setup.version.flag(flag)))
            .current_dir(self.dir.path())
            .stdin(Stdio::null())
            .stdout(log.try_clone().unwrap())
            .stderr(log);
        if let Some(dir) = &self.setup.tls {
            command.arg("--client-cert-auth");
            for (flag, file) in [("trusted-ca-file", "ca.pem"), ("cert-file", "cert.pem"), ("key-file", "key.pem")] {
                command.arg(format!("--{flag}={}", dir.join(file).display()));
            }
        }
        if self.setup.members == 1 {
            command.args(["--heartbeat-interval=20", "--election-timeout=200"]);
        }
        super::process::die_with_us(&mut command);
        self.members[index].child = Some(command.spawn().expect("etcd on the PATH (scripts/setup installs it)"));
    }

    /// Adds a member that learns, and votes on nothing. Its number.
    pub fn add_learner(&mut self) -> usize {
        let (index, ports) = (self.members.len(), super::ports::ports(3));
        let (client, peer, metrics) = (ports[0], ports[1], ports[2]);
        let peer_url = format!("--peer-urls=http://127.0.0.1:{peer}");
        let added = self.ctl(&["member", "add", &format!("m{index}"), "--learner", &peer_url]);
        assert_eq!(added.code, 0, "{added:?}");
        self.members.push(Member { client, peer, reached_at: peer, metrics, child: None });
        self.start_member(index);
        super::until("the learner answers", || self.ctl_at(index, &["endpoint", "status"]).code == 0);
        index
    }

    fn becomes_healthy(&mut self, index: usize) -> bool {
        for _ in 0..2000 {
            if self.members[index].child.as_mut().is_none_or(|child| child.try_wait().unwrap().is_some()) {
                return false;
            }
            if is_healthy(self.members[index].metrics) {
                return true;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        false
    }

    /// Waits until every running member serves.
    pub fn wait_healthy(&self) {
        for member in self.members.iter().filter(|member| member.child.is_some()) {
            eventually("a healthy member", Duration::from_secs(20), || is_healthy(member.metrics).then_some(()));
        }
    }

    pub fn signal_member(&self, index: usize, which: Signal) {
        signal(self.members[index].child.as_ref().unwrap().id() as i32, which);
    }

    /// Stops every member's processes (SIGSTOP).
    pub fn freeze(&self) {
        (0..self.members.len()).for_each(|index| self.signal_member(index, Signal::STOP));
    }

    pub fn thaw(&self) {
        (0..self.members.len()).for_each(|index| self.signal_member(index, Signal::CONT));
    }

    /// kill -9.
    pub fn kill_member(&mut self, index: usize) {
        let mut child = self.members[index].child.take().unwrap();
        child.kill().unwrap();
        child.wait().unwrap();
    }

    /// Stops all that a member and the others say to each other, until they [rejoin](Alone::rejoin).
    pub fn isolate(&self, index: usize) {
        let status = self.ctl_at(index, &["endpoint", "status", "-w", "json"]).stdout;
        let status: serde_json::Value = serde_json::from_str(&status).unwrap();
        let id = status[0]["Status"]["header"]["member_id"].as_u64().unwrap();
        self.setup.alone.as_ref().unwrap().isolate(format!("{id:x}"), self.members[index].peer);
    }

    /// Which member leads.
    pub fn leader(&self) -> usize {
        eventually("a leader", Duration::from_secs(20), || {
            (0..self.members.len()).find(|&index| {
                let status = self.ctl_at(index, &["endpoint", "status", "-w", "json"]);
                let status: serde_json::Value = serde_json::from_str(&status.stdout).unwrap_or_default();
                let status = &status[0]["Status"];
                status["leader"].is_u64() && status["leader"] == status["header"]["member_id"]
            })
        })
    }

    /// All members' addresses.
    pub fn endpoints(&self) -> String {
        (0..self.members.len()).map(|index| self.endpoint(index)).collect::<Vec<_>>().join(",")
    }

    pub fn port(&self, index: usize) -> u16 {
        self.members[index].client
    }

    /// Where the members have their data, logs and sockets.
    pub fn dir(&self) -> &std::path::Path {
        self.dir.path()
    }

    pub fn endpoint(&self, index: usize) -> String {
        format!("127.0.0.1:{}", self.members[index].client)
    }

    /// `etcdpat`, with these members as its endpoints.
    pub fn pat(&self, arguments: &(impl Words + ?Sized)) -> Pat {
        Pat::new(arguments).env("ETCDPAT_ENDPOINTS", &self.endpoints())
    }

    /// `etcdpat` to its end.
    pub fn run(&self, arguments: &(impl Words + ?Sized)) -> Done {
        self.pat(arguments).run()
    }

    /// `etcdctl`, not started yet.
    pub fn ctl_command(&self, arguments: &(impl Words + ?Sized)) -> Command {
        let mut command = Command::new(self.setup.version.binary("etcdctl"));
        command.env("ETCDCTL_API", "3").env("ETCDCTL_ENDPOINTS", self.endpoints());
        if let Some(user) = &self.user {
            command.env("ETCDCTL_USER", user);
        }
        if let Some(dir) = &self.setup.tls {
            for (name, file) in [("CACERT", "ca.pem"), ("CERT", "cert.pem"), ("KEY", "key.pem")] {
                command.env(format!("ETCDCTL_{name}"), dir.join(file));
            }
        }
        command.args(arguments.words());
        command
    }

    /// `etcdctl` to its end.
    pub fn ctl(&self, arguments: &(impl Words + ?Sized)) -> Done {
        finish(self.ctl_command(arguments))
    }

    fn ctl_at(&self, index: usize, arguments: &[&str]) -> Done {
        let mut command = self.ctl_command(arguments);
        command.env("ETCDCTL_ENDPOINTS", self.endpoint(index));
        finish(command)
    }

    /// Grants a lease for minutes. Its id as it stands in keys (hex, not padded), and as a number.
    pub fn grant(&self) -> (String, i64) {
        let granted = self.ctl(&["lease", "grant", "600"]).stdout;
        let id = i64::from_str_radix(granted.split_whitespace().nth(1).unwrap(), 16).unwrap();
        (format!("{id:x}"), id)
    }

    /// Puts many keys on one lease.
    pub fn put_all<'a>(&self, keys: impl Iterator<Item = (String, &'a str)>, lease: i64) {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
        runtime.block_on(async {
            let mut client = etcd_client::Client::connect([self.endpoint(0)], None).await.unwrap();
            for (key, value) in keys {
                let options = etcd_client::PutOptions::new().with_lease(lease);
                client.put(key, value, Some(options)).await.unwrap();
            }
        });
    }

    /// All keys below a prefix.
    pub fn keys(&self, prefix: &str) -> Vec<String> {
        let keys = self.ctl(&["get", "--prefix", "--keys-only", prefix]).stdout;
        keys.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect()
    }

    /// Ids of all leases.
    pub fn leases(&self) -> Vec<String> {
        let leases = self.ctl(&["lease", "list"]).stdout;
        leases.lines().filter(|line| line.len() == 16 || !line.contains(' ')).map(str::to_owned).collect()
    }

    /// The lock's queue, earliest first, from its keys.
    pub fn queue(&self, name: &str) -> Vec<String> {
        self.queue_at(&self.endpoints(), name)
    }

    /// The same, asked at these endpoints.
    pub fn queue_at(&self, endpoints: &str, name: &str) -> Vec<String> {
        let sorted = ["get", "--prefix", "--keys-only", "--sort-by=CREATE", "--order=ASCEND", &format!("{name}/")];
        let mut command = self.ctl_command(&sorted);
        command.env("ETCDCTL_ENDPOINTS", endpoints);
        finish(command).stdout.lines().filter(|line| !line.is_empty()).map(str::to_owned).collect()
    }

    /// Revokes all leases. One of them may expire meanwhile.
    pub fn revoke_all(&self) {
        self.leases().iter().for_each(|lease| drop(self.ctl(&["lease", "revoke", lease])));
    }

    /// Revokes the lease of a key of a queue.
    pub fn revoke_lease_of(&self, key: &str) {
        let lease = key.rsplit('/').next().unwrap();
        assert_eq!(self.ctl(&["lease", "revoke", lease]).code, 0, "{lease}");
    }

    /// What is in a key; empty when there is none.
    pub fn value(&self, key: &str) -> String {
        self.ctl(&["get", "--print-value-only", key]).stdout.trim_end().to_owned()
    }

    /// Has every user authenticate: `root` with password `secret-pw`, and `guest` with password `guest-pw` and no role.
    pub fn enable_auth(&mut self) {
        for arguments in [
            &["user", "add", "root:secret-pw"][..],
            &["role", "add", "root"],
            &["user", "grant-role", "root", "root"],
            &["user", "add", "guest:guest-pw"],
            &["auth", "enable"],
        ] {
            let done = self.ctl(arguments);
            assert!(done.code == 0 || done.stderr.contains("already"), "{done:?}");
        }
        self.user = Some("root:secret-pw".to_owned());
    }

    /// What is left in the cluster, for tests that put something there.
    pub fn leave_be(&mut self) {
        self.check_leftovers = false;
    }
}

impl Drop for Etcd {
    fn drop(&mut self) {
        let running = self.members.iter().all(|member| member.child.is_some());
        let left = (self.check_leftovers && running && !std::thread::panicking()).then(|| {
            self.thaw();
            // A process that was killed leaves its lease to the server.
            (self.keys(""), self.leases())
        });
        for member in &mut self.members {
            if let Some(mut child) = member.child.take() {
                let _ = child.kill();
                let _ = child.wait();
            }
        }
        if std::thread::panicking() {
            for index in 0..self.members.len() {
                let log = std::fs::read_to_string(self.dir.path().join(format!("m{index}.log"))).unwrap_or_default();
                let lines: Vec<_> = log.lines().collect();
                eprintln!("etcd m{index}:\n{}", lines[lines.len().saturating_sub(20)..].join("\n"));
            }
        }
        if let Some((keys, leases)) = left {
            assert!(keys.is_empty() && leases.is_empty(), "left in etcd: keys {keys:?}, leases {leases:?}");
        }
    }
}

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

/// An endpoint that takes connections and whatever is sent, and never answers.
pub fn black_hole() -> String {
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).unwrap();
    let address = listener.local_addr().unwrap();
    std::thread::spawn(move || {
        let mut swallowed = Vec::new();
        while let Ok((connection, _)) = listener.accept() {
            swallowed.push(connection);
        }
    });
    address.to_string()
}
