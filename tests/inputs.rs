//! What is refused, and how: tests/data/inputs.txt has a row for each input. Nothing is sent, nothing panics.

use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

use crate::support::{Done, Pat, shell_row};

/// The fewest rows.
const LEAST: usize = 400;
/// The longest that a refusal may take, on a busy machine.
const LIMIT: Duration = Duration::from_secs(20);

/// A row: how it is written, and what came of it.
struct Row {
    line: String,
    expected: String,
}

fn table() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/inputs.txt")
}

/// What rows find in their directory, which they call DIR.
fn directory() -> tempfile::TempDir {
    let dir = tempfile::tempdir().unwrap();
    let write = |name: &str, text: &[u8]| fs::write(dir.path().join(name), text).unwrap();
    fs::create_dir(dir.path().join("dir")).unwrap();
    write("empty", b"");
    write("text", b"some text\nand more\n");
    write("bytes", b"a\xff\n");
    write("command", b"#!/bin/sh\n");
    write("broken.j2", b"{% if a %}");
    write("number.toml", b"[[service]]\nname = 5\n");
    write("unknown.toml", b"[[service]]\nnom = \"web\"\n");
    let service = "[[service]]\nname = \"web\"\nid = \"a\"\naddress = \"h:1\"\n";
    write("zero.toml", format!("{service}rise = 0\n").as_bytes());
    write("twice.toml", service.repeat(2).as_bytes());
    write("time.toml", format!("{service}check-tcp = \"h:1\"\ncheck-interval = \"soon\"\n").as_bytes());
    write("large", &vec![b'a'; (64 << 20) + 1]);
    write("deep.json", &[b"{\"a\":".repeat(5000), b"1".to_vec(), b"}".repeat(5000)].concat());
    nix::unistd::mkfifo(&dir.path().join("fifo"), nix::sys::stat::Mode::from_bits_truncate(0o600)).unwrap();
    dir
}

/// The rows of the table, with the lines between them.
fn rows(text: &str) -> Vec<Result<Row, String>> {
    let mut lines = text.lines().peekable();
    let mut rows = Vec::new();
    while let Some(line) = lines.next() {
        rows.push(match line.strip_prefix("$ etcdpat") {
            None => Err(line.to_owned()),
            Some(words) => {
                let expected = lines.next_if(|next| next.starts_with(|c: char| c.is_ascii_digit()));
                Ok(Row { line: words.to_owned(), expected: expected.unwrap_or_default().to_owned() })
            }
        });
    }
    rows
}

fn run(row: &Row, dir: &Path, endpoint: &str, json: bool) -> Done {
    let words = shell_row::words(&row.line.replace("DIR", dir.to_str().unwrap()));
    let pat = Pat::new("").env("ETCDPAT_ENDPOINTS", endpoint).env("ETCDPAT_ETCD", "/no/such/etcd").current_dir(dir);
    let pat = if json { pat.env("ETCDPAT_OUTPUT", "json") } else { pat };
    let pat = words.variables.iter().fold(pat, |pat, (name, value)| pat.env_bytes(name, value));
    let pat = words.arguments.iter().fold(pat, |pat, word| pat.arg_bytes(word));
    let pat = words.input.iter().fold(pat, |pat, input| pat.input(input));
    pat.spawn().wait_at_most(LIMIT)
}

/// The code and the first paragraph of what was said, in one line.
fn told(done: &Done, dir: &Path) -> String {
    let text = if done.stderr.is_empty() { &done.stdout } else { &done.stderr };
    let lines: Vec<_> = text.lines().map(str::trim).take_while(|line| !line.is_empty()).collect();
    format!("{} {}", done.code, lines.join(" | ").replace(dir.to_str().unwrap(), "DIR"))
}

/// Whether it was told as expected: as far as `...`, where that is the end.
fn is_as_expected(told: &str, expected: &str) -> bool {
    expected.strip_suffix("...").map_or(told == expected, |begin| told.starts_with(begin))
}

/// What is wrong with the answer to a row, whatever the row says.
fn faults(row: &Row, done: &Done, in_json: &Done) -> Vec<String> {
    let mut faults = Vec::new();
    let mut check = |holds: bool, what: &str| {
        if !holds {
            faults.push(format!("{}: {what}: {done:?}", row.line))
        }
    };
    check(![101, 134].contains(&done.code) && !done.stderr.contains("panicked"), "it panicked");
    check(done.code == 0 || done.stdout.is_empty(), "a refusal goes to standard error");
    check(!done.stderr.contains(|c: char| c.is_control() && c != '\n'), "a control character is printed");
    for words in ["invalid digit", "os error", "did not match any variant", "integral type", "target type"] {
        check(!done.stderr.contains(words), words);
    }
    let one_line = in_json.stderr.lines().count() == 1;
    let error: serde_json::Value = serde_json::from_str(&in_json.stderr).unwrap_or_default();
    let is_error = error["event"] == "error" && error["code"] == in_json.code && error["message"] != "";
    if row.line.contains("OUTPUT") || row.line.contains("-o") {
        return faults;
    }
    check(in_json.code == done.code, &format!("another code in JSON: {in_json:?}"));
    check(done.code == 0 || (one_line && is_error), &format!("no error in JSON: {in_json:?}"));
    faults
}

#[test]
fn bad_input_is_refused_as_the_table_says() {
    let text = fs::read_to_string(table()).unwrap();
    let mut all = rows(&text);
    let dir = directory();
    let (next, faults, answers) = (AtomicUsize::new(0), Mutex::new(Vec::new()), Mutex::new(Vec::new()));
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                // An endpoint that takes note of anybody who connects.
                let listener = TcpListener::bind("127.0.0.1:0").unwrap();
                listener.set_nonblocking(true).unwrap();
                let endpoint = listener.local_addr().unwrap().to_string();
                while let Some(row) = all.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let Ok(row) = row else { continue };
                    let done = run(row, dir.path(), &endpoint, false);
                    let in_json = run(row, dir.path(), &endpoint, true);
                    let mut found = self::faults(row, &done, &in_json);
                    if std::iter::from_fn(|| listener.accept().ok()).count() > 0 {
                        found.push(format!("{}: it connected: {done:?}", row.line));
                    }
                    let told = told(&done, dir.path());
                    if !is_as_expected(&told, &row.expected) && std::env::var_os("ETCDPAT_BLESS").is_none() {
                        found.push(format!("{}\n  expected {}\n  but      {told}", row.line, row.expected));
                    }
                    faults.lock().unwrap().extend(found);
                    answers.lock().unwrap().push((row.line.clone(), told));
                }
            });
        }
    });
    let answers: std::collections::HashMap<_, _> = answers.into_inner().unwrap().into_iter().collect();
    if std::env::var_os("ETCDPAT_BLESS").is_some() {
        for row in all.iter_mut().flatten().filter(|row| !is_as_expected(&answers[&row.line], &row.expected)) {
            row.expected.clone_from(&answers[&row.line]);
        }
        let lines = all.iter().map(|row| match row {
            Ok(row) => format!("$ etcdpat{}\n{}\n", row.line, row.expected),
            Err(line) => format!("{line}\n"),
        });
        fs::write(table(), lines.collect::<String>()).unwrap();
    }
    let faults = faults.into_inner().unwrap();
    assert!(faults.is_empty(), "{} of {}:\n{}", faults.len(), answers.len(), faults.join("\n"));
    assert!(answers.len() >= LEAST, "{} rows, each of them once", answers.len());
}

/// Every option and every argument of every command, whichever there will be.
#[test]
fn what_is_not_utf8_is_taken_or_refused_by_name_everywhere() {
    let mut command = etcdpat::cli::command();
    command.build();
    let dir = directory();
    let mut tried = Tried::default();
    walk(&command, &[], dir.path(), &mut tried);
    assert!(tried.faults.is_empty(), "{}", tried.faults.join("\n"));
    assert!(tried.text > 300 && tried.bytes > 300, "{} as text, {} as bytes", tried.text, tried.bytes);
}

#[derive(Default)]
struct Tried {
    text: usize,
    bytes: usize,
    faults: Vec<String>,
}

fn walk(command: &clap::Command, path: &[String], dir: &Path, tried: &mut Tried) {
    for arg in command.get_arguments().filter(|arg| arg.get_action().takes_values()) {
        try_bytes(arg, path, dir, tried);
    }
    for sub in command.get_subcommands().filter(|sub| sub.get_name() != "help") {
        walk(sub, &[path, &[sub.get_name().to_owned()]].concat(), dir, tried);
    }
}

/// Gives an option, or an argument, bytes that are no text.
fn try_bytes(arg: &clap::Arg, path: &[String], dir: &Path, tried: &mut Tried) {
    use std::any::TypeId;

    let kind = arg.get_value_parser().type_id();
    let takes_bytes = kind == TypeId::of::<std::ffi::OsString>() || kind == TypeId::of::<PathBuf>();
    let pat = Pat::new("").env("ETCDPAT_ENDPOINTS", "127.0.0.1:1").env("ETCDPAT_ETCD", "/no/such/etcd");
    let pat = path.iter().fold(pat.current_dir(dir), |pat, word| pat.arg_bytes(word.as_bytes()));
    let bytes = b"a\xff";
    let pat = match (arg.get_long(), arg.is_last_set()) {
        (Some(long), _) if arg.is_require_equals_set() => {
            pat.arg_bytes(&[format!("--{long}=").as_bytes(), bytes].concat())
        }
        (Some(long), _) => pat.arg_bytes(format!("--{long}").as_bytes()).arg_bytes(bytes),
        (None, true) => pat.arg_bytes(b"--").arg_bytes(bytes),
        // Whatever stands before it.
        (None, false) => (1..arg.get_index().unwrap_or(1)).fold(pat, |pat, _| pat.arg_bytes(b"1")).arg_bytes(bytes),
    };
    let done = pat.input(b"").spawn().wait_at_most(LIMIT);
    let name = format!("{} {arg}", path.join(" "));
    let mut check = |holds: bool, what: &str| {
        if !holds {
            tried.faults.push(format!("{name}: {what}: {done:?}"))
        }
    };
    check(![101, 134].contains(&done.code) && !done.stderr.contains("panicked"), "it panicked");
    if takes_bytes {
        check(!done.stderr.contains("UTF-8"), "bytes are taken");
        tried.bytes += 1;
    } else {
        check(done.code == 2, "it is refused");
        let named = arg.get_long().map_or("a\u{fffd}".to_owned(), |long| format!("--{long}"));
        check(done.stderr.lines().next().is_some_and(|line| line.contains(&named)), "it is named");
        tried.text += 1;
    }
}

/// A pipe that nobody writes is waited for, but not for ever: a signal ends that.
#[test]
fn a_signal_ends_the_waiting_for_a_file() {
    use crate::support::Signal;

    let dir = directory();
    let fifo = dir.path().join("fifo");
    let fifo = fifo.to_str().unwrap();
    for words in [
        &["txn", "-f", fifo][..],
        &["config", "set", "a", "--file", fifo],
        &["config", "import", fifo, "--format", "json"],
        &["lock", "/l", "--user", "u", "--password-file", fifo],
        &["lock", "/l", "--cacert", fifo],
    ] {
        let waiting = Pat::new(words).env("ETCDPAT_ENDPOINTS", "127.0.0.1:1").spawn();
        crate::support::until("it waits for a writer", || {
            let at = fs::read_to_string(format!("/proc/{}/wchan", waiting.pid())).unwrap_or_default();
            let call = fs::read_to_string(format!("/proc/{}/syscall", waiting.pid())).unwrap_or_default();
            at.contains("fifo") || call.starts_with("257 ") || call.starts_with("56 ")
        });
        waiting.signal(Signal::TERM);
        assert_eq!(waiting.wait().died_of, Some(15), "{words:?}");
    }
}
