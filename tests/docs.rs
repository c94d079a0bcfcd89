//! The blocks of README and of the guide do what the pages say: each page is run as a reader would run it, from its top
//! to its end, in one shell, in one directory, on one etcd that is empty at first.
//!
//! `support/page.rs` says which comments in a page's source say what a block needs. A program `./NAME` that a page names
//! is a script that does nothing, where no block before has written another.

use std::collections::BTreeSet;
use std::fmt::Write;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use regex::Regex;

use crate::support::page::{Block, Exchange, Kind, blocks};
use crate::support::{Etcd, Typed, Version};

/// A test for each page.
macro_rules! pages {
    ($($name:ident: $page:literal),* $(,)?) => {
        const PAGES: &[&str] = &[$($page),*];
        $(#[test] fn $name() { run_page($page); })*
    };
}

pages! {
    readme: "README.md",
    events: "docs/events.md",
    safety: "docs/safety.md",
    torture: "docs/torture.md",
    ci: "docs/guide/ci.md",
    coming_from: "docs/guide/coming-from.md",
    config: "docs/guide/config.md",
    dev: "docs/guide/dev.md",
    discover: "docs/guide/discover.md",
    elect: "docs/guide/elect.md",
    fence: "docs/guide/fence.md",
    ha: "docs/guide/ha.md",
    lease: "docs/guide/lease.md",
    lock: "docs/guide/lock.md",
    permissions: "docs/guide/permissions.md",
    signals: "docs/guide/signals.md",
    txn: "docs/guide/txn.md",
    watch: "docs/guide/watch.md",
}

#[test]
fn every_page_with_blocks_is_run() {
    let with_blocks: BTreeSet<_> = ["", "docs", "docs/guide"]
        .into_iter()
        .flat_map(|folder| fs::read_dir(root().join(folder)).unwrap().flatten())
        .map(|entry| entry.path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "md"))
        .filter(|path| !blocks(&fs::read_to_string(path).unwrap()).is_empty())
        .map(|path| path.strip_prefix(root()).unwrap().to_str().unwrap().to_owned())
        .filter(|page| !["CHANGELOG.md", "CONTRIBUTING.md", "docs/architecture.md"].contains(&page.as_str()))
        .collect();
    assert_eq!(with_blocks, PAGES.iter().map(|&page| page.to_owned()).collect());
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Where a page is run.
struct Reader {
    dir: tempfile::TempDir,
    etcd: Etcd,
    shell: Typed,
    /// How many lines of what the background printed belong to earlier blocks.
    told: usize,
}

fn run_page(page: &str) {
    let text = fs::read_to_string(root().join(page)).unwrap();
    let mut reader = Reader::start(&text);
    let (mut run, mut left_out, mut problems) = (0, Vec::new(), Vec::new());
    for Block { line, kind } in blocks(&text) {
        let done = match kind {
            Kind::Hidden(commands) => reader.prepare(&commands),
            Kind::Script(commands) => reader.script(&commands),
            Kind::Endless(commands) => reader.endless(&commands),
            Kind::Session { exchanges, endless } => reader.session(&exchanges, endless),
            Kind::Elsewhere(text) => reader.elsewhere(&text),
            Kind::File { name, text } => {
                fs::write(reader.dir.path().join("here").join(name), text).unwrap();
                Ok(())
            }
            Kind::Unknown(language) => Err(format!("nothing says what becomes of this block of {language}")),
            Kind::NotRun(reason) => {
                left_out.push(format!("{page}:{line}: {reason}"));
                continue;
            }
        };
        problems.extend(done.err().map(|problem| format!("{page}:{line}: {problem}")));
        run += 1;
    }
    println!("{page}: {run} run, {} not run", left_out.len());
    left_out.iter().for_each(|reason| println!("  {reason}"));
    assert!(problems.is_empty(), "{}", problems.join("\n\n"));
}

impl Reader {
    fn start(page: &str) -> Self {
        let mut etcd = Etcd::start();
        etcd.leave_be();
        let dir = tempfile::tempdir().unwrap();
        let (here, aside) = (dir.path().join("here"), dir.path().join("aside"));
        [&here, &aside].into_iter().for_each(|folder| fs::create_dir(folder).unwrap());
        programs(page, &here);
        let binary = PathBuf::from(env!("CARGO_BIN_EXE_etcdpat"));
        let path = std::env::join_paths(
            std::iter::once(binary.parent().unwrap().to_owned())
                .chain(std::env::split_paths(&crate::support::search_path())),
        );
        let environment = [
            ("PATH", path.unwrap().into_string().unwrap()),
            ("ETCDPAT_ENDPOINTS", etcd.endpoints()),
            ("ETCDCTL_ENDPOINTS", etcd.endpoints()),
            ("USER", "ci".to_owned()),
        ];
        // From 3.6 on there is one API, and etcdctl warns of the variable.
        let api = (!Version::Installed.is_at_least(3, 6)).then(|| ("ETCDCTL_API", "3".to_owned()));
        let mut shell = Typed::start(&here, &aside, environment.into_iter().chain(api));
        shell.run(HELPERS);
        Self { dir, etcd, shell, told: 0 }
    }

    /// Each line is a command, which does not fail.
    fn prepare(&mut self, commands: &str) -> Result<(), String> {
        for line in commands.lines().map(str::trim).filter(|line| !line.is_empty()) {
            let printed = self.exchange(line, &[]);
            let (_, code) = self.shell.run("echo $?");
            if code != "0\n" {
                return Err(format!("`{line}`:\n{}", printed.join("\n")));
            }
        }
        Ok(())
    }

    /// No command of it fails, but where the shell asks whether it does.
    fn script(&mut self, commands: &str) -> Result<(), String> {
        self.shell.run("true");
        let (code, printed) =
            self.shell.run(&format!("trap 'echo \"failed with $?: $BASH_COMMAND\"' ERR\n{commands}\ntrap - ERR"));
        let failed = printed.lines().any(|line| line.starts_with("failed with "));
        if failed || code != 0 { Err(format!("exit code {code}:\n{printed}")) } else { Ok(()) }
    }

    fn endless(&mut self, lines: &str) -> Result<(), String> {
        for line in lines.lines().filter(|line| !line.trim_start().starts_with('#') && !line.trim().is_empty()) {
            let (code, printed) = self.shell.run(&stopped(line));
            if code != 124 {
                return Err(format!("`{line}` ended with {code}:\n{printed}"));
            }
        }
        Ok(())
    }

    fn session(&mut self, exchanges: &[Exchange], endless: bool) -> Result<(), String> {
        let (mut shown, mut from_background) = (String::new(), Vec::new());
        for (index, Exchange { command, output }) in exchanges.iter().enumerate() {
            let expected: Vec<String> = output.iter().map(|line| mask(line)).collect();
            let stopped = (endless && index + 1 == exchanges.len()).then(|| stopped(command));
            let printed = self.exchange(stopped.as_ref().unwrap_or(command), &expected);
            let _ = writeln!(shown, "$ {command}\n{}", printed.join("\n"));
            let mut printed = printed.iter().peekable();
            from_background.extend(expected.iter().filter(|line| printed.next_if_eq(line).is_none()).cloned());
            if printed.peek().is_some() {
                return Err(format!("this was printed:\n{shown}\nthe page says:\n{}", expected.join("\n")));
            }
        }
        self.background(&from_background)
            .map_err(|printed| format!("in the foreground:\n{shown}\nin the background:\n{printed}"))
    }

    fn elsewhere(&mut self, text: &str) -> Result<(), String> {
        self.background(&text.lines().map(mask).collect::<Vec<_>>())
    }

    /// Waits for these lines in what the commands in the background print.
    fn background(&mut self, expected: &[String]) -> Result<(), String> {
        if expected.is_empty() {
            return Ok(());
        }
        let end = Instant::now() + LIMIT;
        loop {
            let printed: Vec<_> = self.shell.background().lines().map(mask).collect();
            let new = &printed[self.told..];
            if let Some(at) = new.windows(expected.len()).position(|lines| lines == expected) {
                self.told += at + expected.len();
                return Ok(());
            }
            if Instant::now() > end {
                return Err(format!("{}\nis not:\n{}", new.join("\n"), expected.join("\n")));
            }
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Runs a command. One in the background has begun when it has written to etcd. One that asks is asked again, until
    /// what it is asked for has come about.
    fn exchange(&mut self, command: &str, expected: &[String]) -> Vec<String> {
        let end = Instant::now() + LIMIT;
        let before = self.revision();
        loop {
            let (_, printed) = self.shell.run(command);
            let printed: Vec<_> = printed.lines().map(mask).collect();
            if command.trim_end().ends_with('&') {
                while self.revision() == before && Instant::now() < end {
                    std::thread::sleep(Duration::from_millis(20));
                }
            }
            let asks = command.starts_with("etcdpat ")
                && [" status", " find ", " leader ", " list", " ttl "].iter().any(|word| command.contains(word));
            if !asks || printed == expected || Instant::now() > end {
                return printed;
            }
            std::thread::sleep(Duration::from_millis(100));
        }
    }

    fn revision(&self) -> u64 {
        let status = self.etcd.ctl(&["get", "a-key", "-w", "json"]);
        let status: serde_json::Value = serde_json::from_str(&status.stdout).unwrap_or_default();
        status["header"]["revision"].as_u64().unwrap_or(0)
    }
}

const LIMIT: Duration = Duration::from_secs(15);

/// `forever NAME...` writes programs that run until they are stopped. `stopped LINE` stops it after a time that is enough
/// for it to say something; the shell's variables are known in it.
const HELPERS: &str = r#"
forever() { for name; do printf '#!/bin/sh\nexec sleep 1000\n' >"$name"; chmod +x "$name"; done; }
stopped() {
    for name in $(compgen -v); do case $name in [a-z]*) export "${name?}" ;; esac; done
    timeout 2 bash -c "$1"
}
"#;

/// The line, for the shell's `stopped`.
fn stopped(line: &str) -> String {
    format!("stopped '{}'", line.replace('\'', r"'\''"))
}

/// Programs that do nothing, for those that the page runs.
fn programs(page: &str, here: &Path) {
    static PROGRAM: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"(?:-- |exec |&& |then |else )\./([a-z-]+(?:\.sh)?)").unwrap());
    for block in page.split("```").skip(1).step_by(2) {
        for found in PROGRAM.captures_iter(block) {
            let file = here.join(&found[1]);
            fs::write(&file, "#!/bin/sh\n").unwrap();
            fs::set_permissions(&file, fs::Permissions::from_mode(0o755)).unwrap();
        }
    }
}

/// A line without what differs from run to run and from machine to machine: pids, times, leases, ports, hosts, and how
/// wide a column is.
fn mask(line: &str) -> String {
    static HOST: LazyLock<String> = LazyLock::new(|| nix::unistd::gethostname().unwrap().into_string().unwrap());
    static MASKS: LazyLock<Vec<(Regex, &str)>> = LazyLock::new(|| {
        let host = regex::escape(&HOST);
        let masks = [
            (r"/tmp/etcdpat-dev-[0-9a-f-]+".to_owned(), "/tmp/etcdpat-dev"),
            (r"\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b".to_owned(), "UUID"),
            (r"\b[0-9a-f]{14,16}\b".to_owned(), "LEASE"),
            (r"\d{4}-\d\d-\d\dT[\d:.]+Z".to_owned(), "TIME"),
            (format!("@{host}\\b"), "@vm"),
            (format!("\"host\":\"{host}\""), "\"host\":\"vm\""),
            (format!(r"  {host}(  |$)"), "  vm  "),
            (r"\bpid \d+".to_owned(), "pid PID"),
            (r#""(pid|waited_ms|held_ms)":\d+"#.to_owned(), "\"$1\":N"),
            (r"\b\d+[a-z]+( \d+[a-z]+)* ago".to_owned(), "DURATION ago"),
            (r"\b\d+/(\d+s)\b".to_owned(), "LEFT/$1"),
            (r"\d[\d.]*(ms|s) left of".to_owned(), "LEFT of"),
            (r"in \d[\d.]*s with SIGKILL".to_owned(), "in DURATION with SIGKILL"),
            (r" failed in [\d.]+(ms|s)".to_owned(), " failed in DURATION"),
            // Which node has which shard, and after how many revisions, depends on who was faster.
            (r"^( \d)  +node-\d  +\d+  +node-\d  ".to_owned(), "$1  node-N  FENCE  node-N  "),
            (r"took = [\d.]+(µs|ms|s)".to_owned(), "took = DURATION"),
            (r"127\.0\.0\.1:\d+".to_owned(), "127.0.0.1:PORT"),
            (r" {2,}".to_owned(), "  "),
        ];
        masks.into_iter().map(|(pattern, with)| (Regex::new(&pattern).unwrap(), with)).collect()
    });
    let masked =
        MASKS.iter().fold(line.to_owned(), |line, (pattern, with)| pattern.replace_all(&line, *with).into_owned());
    masked.trim_end().to_owned()
}
