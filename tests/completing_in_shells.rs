//! Completions in real shells: what stands on the line after Tab, or is offered.

use std::process::Command;
use std::time::Duration;

use crate::support::{Etcd, Pat, Terminal, eventually, finish, path};

/// What is typed before Tab, and what the screen has then: a line that is longer, or words that are offered.
const CASES: &[(&str, &[&str])] = &[
    // Subcommands, and names beside them.
    ("etcdpat lo", &["etcdpat lock"]),
    ("etcdpat elect tr", &["etcdpat elect transfer"]),
    ("etcdpat elect ", &["leader", "observe", "resign", "status", "transfer"]),
    ("etcdpat lock st", &["etcdpat lock status"]),
    ("etcdpat lock status --wat", &["etcdpat lock status --watch"]),
    ("etcdpat lock /l --tr", &["etcdpat lock /l --try"]),
    ("etcdpat lock /l /m --shar", &["etcdpat lock /l /m --shared"]),
    ("etcdpat elect /e --timez", &["etcdpat elect /e --timezone"]),
    ("etcdpat elect resign /e --fo", &["etcdpat elect resign /e --force"]),
    ("etcdpat elect resign /e --forc", &["etcdpat elect resign /e --force"]),
    ("etcdpat -o json elect /e --timez", &["etcdpat -o json elect /e --timezone"]),
    // Names, which are etcd's.
    ("etcdpat lock status /locks/that-is-h", &["etcdpat lock status /locks/that-is-held"]),
    ("etcdpat elect leader /locks/that-is-h", &["etcdpat elect leader /locks/that-is-held"]),
    // Values.
    ("etcdpat -o js", &["etcdpat -o json"]),
    ("etcdpat completions ", &["bash", "elvish", "fish", "powershell", "zsh"]),
    ("etcdpat completions fi", &["etcdpat completions fish"]),
    ("etcdpat lock list -o js", &["etcdpat lock list -o json"]),
    ("etcdpat ha sharded g --on-change re", &["etcdpat ha sharded g --on-change restart"]),
    ("etcdpat ha sharded g --on-change signal:H", &["etcdpat ha sharded g --on-change signal:HUP"]),
    ("etcdpat config exec --on-change no", &["etcdpat config exec --on-change none"]),
    ("etcdpat discover pick s --strategy lea", &["etcdpat discover pick s --strategy least-conn"]),
    // Behind --, the command's own: programs and files.
    ("etcdpat lock /l -- hostna", &["etcdpat lock /l -- hostname"]),
    ("etcdpat lock /l -- cat DIR/the-fi", &["etcdpat lock /l -- cat DIR/the-file"]),
    ("etcdpat elect /e --id x -- cat DIR/the-fi", &["etcdpat elect /e --id x -- cat DIR/the-file"]),
    ("etcdpat watch k -- cat DIR/the-fi", &["etcdpat watch k -- cat DIR/the-file"]),
];

/// A shell, whether it is here, said aloud where it is not.
fn is_here(shell: &str) -> bool {
    let is_here = Command::new(shell).arg("--version").output().is_ok();
    if !is_here {
        eprintln!("SKIPPED: no {shell} here (scripts/setup installs it)");
    }
    is_here
}

/// Types each case into the shell that `start` makes of the terminal's.
fn type_each(shell: &str, start: &str) {
    if !is_here(shell) {
        return;
    }
    let etcd = Etcd::start();
    let Some(terminal) = Terminal::open(&etcd) else { return };
    let held = etcd.lock("/locks/that-is-held").hold();
    let dir = tempfile::tempdir().unwrap();
    std::fs::write(path(&dir, "the-file"), "").unwrap();
    let script = if shell == "zsh" { "_etcdpat" } else { "script" };
    std::fs::write(path(&dir, script), Pat::new(&["completions", shell]).run().stdout).unwrap();
    let in_dir = |text: &str| text.replace("DIR", dir.path().to_str().unwrap());
    for line in start.lines() {
        terminal.enter(&in_dir(line));
    }
    terminal.enter("clear; echo up''on");
    terminal.wait_for("upon");
    for (typed, wanted) in CASES {
        terminal.enter("clear");
        eventually("a clear screen", Duration::from_secs(10), || (!terminal.screen().contains("upon")).then_some(()));
        terminal.tmux(&["send-keys", "-l", &in_dir(typed)]);
        terminal.keys("Tab");
        eventually(&format!("{shell}: {typed}: {wanted:?}"), Duration::from_secs(10), || {
            let screen = terminal.screen();
            wanted.iter().all(|wanted| screen.contains(&in_dir(wanted))).then_some(())
        });
        terminal.keys("C-c");
    }
    terminal.enter("exit");
    held.end();
}

#[test]
fn bash_completes() {
    type_each("bash", "bind 'set show-all-if-ambiguous on'\n. DIR/script");
}

#[test]
fn zsh_completes() {
    type_each("zsh", "zsh -f\nPS1='$ '; fpath=(DIR $fpath); autoload -U compinit; compinit -u -D");
}

#[test]
fn fish_completes() {
    if !is_here("fish") {
        return;
    }
    let etcd = Etcd::start();
    let held = etcd.lock("/locks/that-is-held").hold();
    let own = std::path::Path::new(env!("CARGO_BIN_EXE_etcdpat")).parent().unwrap();
    let search = format!("{}:{}", own.display(), std::env::var("PATH").unwrap());
    let dir = tempfile::tempdir().unwrap();
    std::fs::write(path(&dir, "the-file"), "").unwrap();
    std::fs::write(path(&dir, "script"), Pat::new("completions fish").run().stdout).unwrap();
    for (typed, wanted) in CASES {
        let (script, typed) = (path(&dir, "script"), typed.replace("DIR", dir.path().to_str().unwrap()));
        let mut command = Command::new("fish");
        command.env("PATH", &search).env("ETCDPAT_ENDPOINTS", etcd.endpoints());
        command.env("HOME", dir.path()).args(["-N", "-c", &format!("source {script}; complete -C '{typed}'")]);
        let offered = finish(command).stdout;
        for wanted in *wanted {
            // It offers words, each in the place of the one that was begun.
            let word = wanted.replace("DIR", dir.path().to_str().unwrap());
            let word = word.rsplit(' ').next().unwrap();
            let is_offered = offered.lines().any(|line| line.split('\t').next() == Some(word));
            assert!(is_offered, "{typed}: {word} is not among {offered}");
        }
    }
    held.end();
}

#[test]
fn behind_dashes_no_word_of_etcdpat_is_offered() {
    let dir = tempfile::tempdir().unwrap();
    let script = path(&dir, "script");
    std::fs::write(&script, Pat::new("completions fish").run().stdout).unwrap();
    let mut shells = vec![];
    if is_here("fish") {
        shells.push(("fish", format!("source {script}; complete -C 'etcdpat lock /l -- nosuchcommand '")));
    }
    let bash = path(&dir, "bash");
    std::fs::write(&bash, Pat::new("completions bash").run().stdout).unwrap();
    let ask =
        "COMP_WORDS=(etcdpat lock /l -- nosuchcommand ''); COMP_CWORD=5; COMP_LINE='etcdpat lock /l -- nosuchcommand '
        COMP_POINT=${#COMP_LINE}; _etcdpat_or_names etcdpat '' nosuchcommand; printf '%s\\n' \"${COMPREPLY[@]}\"";
    shells.push(("bash", format!(". {bash}; {ask}")));
    for (shell, ask) in shells {
        let mut command = Command::new(shell);
        command.current_dir(dir.path()).env("HOME", dir.path()).args(["-c", &ask]);
        let done = finish(command);
        assert!(!done.stdout.contains("--") && !done.stdout.contains("status"), "{shell}: {}", done.stdout);
    }
}
