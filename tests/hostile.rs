//! What others have written, with all that drives a terminal in it: every command that prints something from etcd shows it
//! harmless, on a terminal and in a pipe, and no line is forged.

use std::collections::BTreeSet;
use std::time::Duration;

use clap::Command;
use serde_json::{Value, json};

use crate::support::{Etcd, Pat, Pty, Running, Signal, Terminal, eventually, liar, path, until};

/// A title, colour, a new line that looks like one of ours, C1 controls, separators, marks of direction, what can't be seen.
const HOSTILE: &str = "x\x1b]0;TITLE\x07\x1b[31m\r\nforged: a line\u{9b}2J\u{85}\u{2028}\u{2029}\u{202e}\u{2066}\u{200e}\u{200f}\u{61c}\u{200b}\u{feff}\x08\x7f";
/// A lease as a key of a lock has it.
const LEASE: &str = "694d9cc20ce5d017";

/// A cluster full of it.
struct Hostile {
    etcd: Etcd,
    dir: tempfile::TempDir,
    _running: Vec<Running>,
}

impl Hostile {
    fn start() -> Self {
        let mut etcd = Etcd::start();
        etcd.leave_be();
        let dir = tempfile::tempdir().unwrap();
        let h = HOSTILE;
        let run = |words: &[&str]| {
            let done = etcd.run(words);
            assert_eq!(done.code, 0, "{words:?}: {}", done.stderr);
        };
        let put = |key: &str, value: &str| assert_eq!(etcd.ctl(&["put", "--", key, value]).code, 0, "{key:?}");
        let on_lease = |key: &str, value: &str| run(&["lease", "attach", LEASE, key, value]);
        run(&["lease", "grant", "600", "--id", LEASE]);
        let record = json!({
            "mode": "exclusive", "host": h, "boot": h, "pid": 1, "user": h, "command": h, "note": h,
            "since": "2026-11-23T18:17:14.525Z"
        });
        on_lease(&format!("/l/{LEASE}"), &record.to_string());
        on_lease(&format!("/n{h}/{LEASE}"), &record.to_string());
        on_lease(&format!("/e/{LEASE}"), h);
        put(&format!("/w/{h}"), h);
        put("/config/app/k", &json!(h).to_string());
        put("/config/app/\u{202e}k", "1");
        put("/untyped/k", h);
        run(&["config", "flag", "enable", "f", "--allow", h]);
        run(&["config", "snapshot", "create", "v1"]);
        run(&["config", "set", "other", h]);
        put(&format!("/services/web/web-2{h}"), "{}");
        put("/services/web/web-3", &json!({"id": "web-3", "address": h, "meta": {}}).to_string());
        std::fs::write(dir.path().join("config.j2"), "{{ k }}\n").unwrap();
        std::fs::write(dir.path().join("web.j2"), "{% for one in services.web %}{{ one.meta.m }}{% endfor %}\n")
            .unwrap();
        std::fs::write(dir.path().join("import.json"), json!({"k": "new", "other": h}).to_string()).unwrap();
        let node = |words: &[&str]| etcd.pat(words).env("USER", h).spawn();
        let running = vec![
            node(&["elect", "/e2", "--id", h, "--", "sh", "-c", &format!("sleep 1000 # {h}")]),
            node(&["ha", "active-passive", &format!("/ha{h}"), "--node-id", h, "--primary", "sleep 1000"]),
            node(&["ha", "sharded", "/sh", "--shards", "2", "--node-id", h, "--", "sleep", "1000"]),
            node(&[
                "discover",
                "register",
                "web",
                "--id",
                "web-1",
                "--address",
                "127.0.0.1:80",
                "--meta",
                &format!("m={h}"),
                "--",
                "sleep",
                "1000",
            ]),
        ];
        until("all are there", || {
            etcd.queue("/e2").len() == 1
                && etcd.keys("/sh/").len() == 2
                && etcd.keys("/services/web/web-1").len() == 1
                && etcd.ctl(&["get", "--prefix", "--keys-only", &format!("/ha{h}")]).stdout.contains("/ha")
        });
        Self { etcd, dir, _running: running }
    }

    /// A command line, ready to run; `FILE` is a file in our directory.
    fn pat(&self, options: &[&str], line: &Line) -> Pat {
        let words = line.words.iter().map(|word| match word.strip_prefix("FILE:") {
            Some(name) => path(&self.dir, name),
            None => word.clone(),
        });
        let words: Vec<_> = options.iter().map(|word| (*word).to_owned()).chain(words).collect();
        let pat = self.etcd.pat(&words.iter().map(String::as_str).collect::<Vec<_>>());
        let pat = pat.env("NO_COLOR", "1").env("EDITOR", "true");
        match line.input {
            Some(input) => pat.input(input.as_bytes()),
            None => pat,
        }
    }
}

/// A command line.
struct Line {
    words: Vec<String>,
    /// It goes on until it is stopped, when it has shown something.
    goes_on: bool,
    input: Option<&'static str>,
    /// It prints a value or a document as it is, for other programs: in a pipe, exactly.
    is_exact: bool,
}

/// One that ends. In words, `H` is the hostile text.
fn line(words: &str) -> Line {
    let words = words.split(' ').map(|word| word.replace('H', HOSTILE).replace('~', " ")).collect();
    Line { words, goes_on: false, input: None, is_exact: false }
}

fn stream(words: &str) -> Line {
    Line { goes_on: true, ..line(words) }
}

fn exact(words: &str) -> Line {
    Line { is_exact: true, ..line(words) }
}

/// Every command that prints something from etcd. (`~` is a space in a word.)
fn lines() -> Vec<Line> {
    let key = format!("/nH/{LEASE}");
    let input = Some(concat!("a\u{1b}]0;TITLE\u{7}\u{9b}\r\u{202e}", "\0"));
    let requests = Line { input, ..line("ha active-active /aa --null -- false") };
    let mut lines = vec![
        line("lock status /l"),
        line("lock status /nH"),
        stream("lock status --watch /l"),
        line("lock list"),
        line("lock check /nH --fence 1"),
        line("lock break /l --key /w/H"),
        line("lock --try /l -- true"),
        line("lock --timeout 600ms /l -- true"),
        line("lock -v /own/H --note H -- true"),
        line("lock acquire --try /nH"),
        line("lock renew /w/H"),
        line(&format!("lock renew {key}")),
        line("lock release /w/H"),
        line("elect leader /e"),
        line("elect status /e"),
        line("elect status /e2"),
        line("elect status /eH"),
        stream("elect observe /e"),
        line("elect resign /eH --id H"),
        line("elect transfer /e2 --to no"),
        line("elect --timeout 600ms --id me /e -- true"),
        line("discover find web"),
        line("discover find web --format env"),
        line("discover services"),
        stream("discover watch web"),
        line("discover pick web"),
        line("discover deregister web no"),
        line("discover register web --id web-3 --address 127.0.0.1:1 -- true"),
        line("discover render FILE:web.j2 FILE:web.out --once --dry-run"),
        line("config list"),
        line("config list --root /untyped"),
        exact("config get k"),
        line("config get k --root /untyped"),
        line("config history k"),
        stream("config watch"),
        exact("config export"),
        exact("config export --format yaml"),
        line("config export --format env"),
        line("config import FILE:import.json --dry-run"),
        line("config render FILE:config.j2 FILE:config.out --dry-run"),
        line("config edit"),
        line("config exec -- true"),
        line("config flag list"),
        line("config flag get f --for H"),
        stream("config flag watch"),
        line("config flag enable f --allow H"),
        line("config flag disable fH"),
        line("config snapshot list"),
        line("config snapshot show v1"),
        line("config snapshot diff v1"),
        line("config snapshot create v2"),
        line("config snapshot delete v2"),
        line("ha list"),
        line("ha status /haH"),
        line("ha status /sh"),
        line("ha switch /haH --to no"),
        requests,
        line("lease list"),
        line(&format!("lease ttl {LEASE} --keys")),
        line("lease of /w/H"),
        line(&format!("lease attach {LEASE} /attached/H H")),
        line(&format!("lease keepalive {LEASE} --once")),
        line("lease run -v --put /run/H=H -- true"),
        line("txn --then get~/w/~--prefix"),
        line("txn --if value(/w)=H~x --then get~/w"),
        line("watch --prefix /w/ --initial --count 1"),
        line("watch --prefix /w/ --initial --count 1 -- false"),
        // At last: they change what the others show.
        line("config set other new"),
        line("config delete other"),
        line("config snapshot restore v1"),
        line(&format!("lock break /nH --key {key}")),
    ];
    lines.push(line(&format!("lock release /l/{LEASE}")));
    lines
}

/// They print nothing that somebody else has put into etcd.
const SILENT: [&str; 8] =
    ["completions", "man", "dev", "examples", "lease grant", "lease revoke", "ha active-passive", "ha sharded"];

fn is_harmful(c: char) -> bool {
    c.is_control() && c != '\n' && c != '\t'
        || "\u{2028}\u{2029}\u{202e}\u{2066}\u{200e}\u{200f}\u{61c}\u{200b}\u{feff}".contains(c)
}

/// Refuses what drives a terminal, and lines that are not ours.
fn check(what: &str, shown: &str) {
    assert!(!shown.contains(is_harmful), "{what}: {shown:?}");
    let forged = shown.lines().find(|line| line.trim_start().starts_with("forged"));
    assert_eq!(forged, None, "{what}: {shown}");
}

/// A terminal's text without what the line of a wait draws.
fn without_our_own(shown: &str) -> String {
    ["\r\x1b[2K", "\x1b[2D", "\x1b[1A", "\r"].iter().fold(shown.to_owned(), |text, ours| text.replace(ours, ""))
}

/// Lets it end, or stops it when it has shown something.
fn wait(running: Running, line: &Line, shown: impl Fn(&Running) -> bool) -> Running {
    if line.goes_on {
        until("it shows something", || shown(&running));
        running.signal(Signal::TERM);
    }
    running
}

#[test]
fn no_text_drives_a_terminal() {
    let hostile = Hostile::start();
    for line in lines() {
        let pty = Pty::open(80);
        let running = wait(pty.spawn(hostile.pat(&["--color", "never"], &line)), &line, |_| !pty.now().is_empty());
        running.wait();
        let shown = without_our_own(&pty.end());
        let quiet = ["config edit", "config exec", "config flag get", "discover register"];
        let what = line.words.join(" ");
        assert!(!shown.is_empty() || quiet.iter().any(|quiet| what.starts_with(quiet)), "{what:?} shows nothing");
        check(&format!("{what:?}"), &shown);
    }
}

#[test]
fn no_text_forges_a_line_in_a_pipe() {
    let hostile = Hostile::start();
    for line in lines() {
        let has_shown = |running: &Running| !running.stdout().is_empty();
        let done = wait(hostile.pat(&[], &line).spawn(), &line, has_shown).wait();
        let what = format!("{:?}", line.words.join(" "));
        check(&what, &done.stderr);
        match (line.is_exact, line.words[1].as_str()) {
            (false, _) => check(&what, &done.stdout),
            (true, "get") => assert_eq!(done.stdout, format!("{HOSTILE}\n")),
            (true, _) => assert!(done.stdout.contains("TITLE"), "{what}"),
        }
    }
}

#[test]
fn lines_of_json_are_harmless_and_say_what_was_written() {
    let hostile = Hostile::start();
    let mut said = 0;
    for line in lines().into_iter().filter(|line| line.words[1] != "export") {
        let has_shown = |running: &Running| !running.stdout().is_empty();
        let done = wait(hostile.pat(&["-o", "json"], &line).spawn(), &line, has_shown).wait();
        for text in [&done.stdout, &done.stderr] {
            check(&format!("{:?}", line.words.join(" ")), text);
            for one in text.lines() {
                let value: Value = serde_json::from_str(one).unwrap_or_else(|error| panic!("{error}: {one}"));
                said += usize::from(value.as_object().unwrap().values().any(|field| field == HOSTILE));
            }
        }
    }
    assert!(said > 20, "{said}");
}

#[test]
fn what_a_server_says_is_harmless_too() {
    let address = liar(HOSTILE);
    for words in [
        "lock status /l",
        "lock /l -- true",
        "elect leader /e",
        "lease list",
        "config list",
        "discover services",
        "txn --then get~/w",
    ] {
        let pat = |options: &[&str]| {
            let line = line(words);
            let words = options.iter().copied().chain(line.words.iter().map(String::as_str)).collect::<Vec<_>>();
            Pat::new(&words).env("ETCDPAT_ENDPOINTS", &address).env("NO_COLOR", "1")
        };
        let done = pat(&[]).run();
        assert!(done.code == 125 && done.stderr.contains(r"x\u{1b}]0;TITLE\u{7}"), "{words}: {}", done.stderr);
        check(words, &done.stderr);
        assert!(
            done.stderr.lines().all(|line| line.starts_with("error: ") || line.starts_with("  ")),
            "{}",
            done.stderr
        );
        let (_, shown) = Pty::shows(80, pat(&["-vvv"]));
        check(words, &without_our_own(&shown));
    }
}

#[test]
fn a_real_terminal_keeps_its_title() {
    let hostile = Hostile::start();
    let Some(terminal) = Terminal::open(&hostile.etcd) else { return };
    let title = || terminal.tmux(&["display-message", "-p", "#{pane_title}"]);
    let before = title();
    let commands = [
        "lock status /l",
        "lock list",
        "lock --timeout 600ms /l -- true",
        "elect leader /e",
        "elect status /e2",
        "config list",
        "config get k",
        "config export",
        "ha list",
        "ha status /sh",
        "discover find web",
        "watch --prefix /w/ --initial --count 1",
        "txn --then 'get /w/ --prefix'",
        "lock -vvv --try /l -- true",
    ];
    for command in commands {
        terminal.enter(&format!("clear; etcdpat {command}; echo o''ver"));
        let screen = terminal.wait_for("over");
        assert!(!screen.lines().any(|line| line.starts_with("forged")), "{command}: {screen}");
        assert_eq!(title(), before, "{command}");
    }
    // That it would be seen: the raw value sets it.
    terminal.enter("clear; etcdpat config get k | cat; echo o''ver");
    eventually("the title of a raw value", Duration::from_secs(10), || (title().trim() == "TITLE").then_some(()));
}

#[test]
fn every_command_is_among_them() {
    fn leaves(command: &Command, before: &str, found: &mut BTreeSet<String>) {
        let groups: Vec<_> = command.get_subcommands().filter(|one| one.get_name() != "help").collect();
        if groups.is_empty() {
            found.insert(before.to_owned());
        }
        for one in groups {
            leaves(one, format!("{before} {}", one.get_name()).trim(), found);
        }
    }
    let mut all = BTreeSet::new();
    leaves(&etcdpat::cli::command(), "", &mut all);
    let lines = lines();
    let is_tried = |name: &String| {
        let name: Vec<_> = name.split(' ').collect();
        lines.iter().any(|line| line.words.len() >= name.len() && name.iter().zip(&line.words).all(|(a, b)| a == b))
    };
    let missing: Vec<_> = all.iter().filter(|name| !is_tried(name) && !SILENT.contains(&name.as_str())).collect();
    assert!(all.len() > 50 && missing.is_empty(), "{missing:?} of {}", all.len());
}
