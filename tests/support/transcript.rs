//! A session at a terminal, written down: each command line, what it said, and how it ended.

use std::fmt::Write;

use super::{Done, Etcd};

/// What differs from run to run (pids, times, leases, ports, hosts) is masked, and runs of spaces are cut to two: how wide
/// a column is depends on what is masked in it. The warnings about an old etcd are left out.
pub struct Transcript<'a> {
    etcd: &'a Etcd,
    text: String,
}

impl<'a> Transcript<'a> {
    pub fn new(etcd: &'a Etcd) -> Self {
        Self { etcd, text: String::new() }
    }

    /// Runs `etcdpat LINE` to its end, and writes it down.
    pub fn run(&mut self, line: &str) -> Done {
        let done = self.etcd.run(line);
        self.add(line, &done);
        done
    }

    /// Writes down what was run.
    pub fn add(&mut self, line: &str, done: &Done) {
        let _ = writeln!(self.text, "$ etcdpat {line}");
        done.stdout.lines().for_each(|line| self.text += &format!("{line}\n"));
        done.stderr.lines().for_each(|line| self.text += &format!("2> {line}\n"));
        if done.code != 0 {
            let _ = writeln!(self.text, "exit code {}", done.code);
        }
        self.text.push('\n');
    }

    pub fn masked(self) -> String {
        mask(&self.text)
    }
}

/// The text without what differs from run to run.
pub fn mask(text: &str) -> String {
    let at_host = format!("@{}", nix::unistd::gethostname().unwrap().into_string().unwrap());
    // What is known of an old etcd is the machine's.
    let lines = text.trim_end().lines().filter(|line| !line.contains(" has a known defect: "));
    lines.map(|line| narrow(&mask_line(line, &at_host).replace(&at_host, "@HOST")) + "\n").collect()
}

/// A line with two spaces at most between its words.
fn narrow(line: &str) -> String {
    let begin = line.len() - line.strip_prefix("2> ").unwrap_or(line).trim_start().len();
    let (mut narrowed, mut spaces) = (line[..begin].to_owned(), 0);
    for c in line[begin..].trim_end().chars() {
        spaces = if c == ' ' { spaces + 1 } else { 0 };
        if spaces < 3 {
            narrowed.push(c);
        }
    }
    narrowed
}

/// A line, word by word, each masked by what it looks like and what stands around it.
fn mask_line(line: &str, at_host: &str) -> String {
    let is_word = |c: char| c.is_ascii_alphanumeric() || ".:-µ".contains(c);
    let (mut masked, mut rest) = (String::new(), line);
    while let Some(first) = rest.chars().next() {
        let length = rest.find(|c| !is_word(c)).unwrap_or(rest.len());
        let word = rest[..length].trim_end_matches([':', '.']);
        if word.is_empty() {
            masked.push(first);
            rest = &rest[first.len_utf8()..];
            continue;
        }
        let after = &rest[word.len()..];
        let is_user = after.starts_with(at_host);
        masked += if is_user { "USER" } else { mask_word(&masked, word, after) };
        rest = after;
    }
    masked
}

fn mask_word<'a>(before: &str, word: &'a str, after: &str) -> &'a str {
    let all = |test: fn(char) -> bool| word.chars().all(test);
    let is_number = all(|c| c.is_ascii_digit());
    let is_lease = (14..=16).contains(&word.len()) && all(|c| c.is_ascii_hexdigit());
    let is_time = word.len() >= 20 && word.as_bytes()[4] == b'-' && word.as_bytes()[10] == b'T';
    // At port 1 there is nobody.
    let is_port = word.starts_with("127.0.0.1:") && word != "127.0.0.1:1";
    let is_pid = is_number && (before.ends_with("pid ") || before.ends_with("process "));
    let is_duration = word.starts_with(|c: char| c.is_ascii_digit()) && word.ends_with('s');
    let is_duration =
        is_duration && (before.ends_with(" after ") || after.starts_with(" ago") || after.starts_with(" left of"));
    let is_left = is_number && after.starts_with('/') && after[1..].starts_with(|c: char| c.is_ascii_digit());
    match () {
        () if is_lease && !before.ends_with("at most ") => "LEASE",
        () if is_time => "TIME",
        () if is_port => "127.0.0.1:PORT",
        () if is_pid => "PID",
        () if is_duration => "DURATION",
        () if is_left => "LEFT",
        () => word,
    }
}
