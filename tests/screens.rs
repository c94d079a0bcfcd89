//! Screens: what fits, what does not, and terminals that can do less.

use snapbox::{IntoData, assert_data_eq, str};

use crate::support::{Etcd, Pat, Pty, Signal, Terminal, until};

/// What a command shows on a terminal of this width.
fn screen(columns: u16, pat: Pat) -> String {
    Pty::shows(columns, pat).1
}

fn full_config() -> Etcd {
    let mut etcd = Etcd::start();
    etcd.leave_be();
    etcd.run("config set database/host db-primary.internal.example.com");
    etcd.run("config set database/port 5432");
    etcd.run(&["config", "set", "größe", "東京 🔒"]);
    etcd
}

#[test]
fn tables_are_as_wide_as_they_are_or_blocks() {
    let etcd = full_config();
    let shown: String = [120, 80, 67, 66, 40, 20, 0]
        .map(|columns| format!("{columns} columns:\n{}", screen(columns, etcd.pat("config list"))))
        .join("\n");
    let blocks = "KEY: database/host\nTYPE: string\nVALUE: \"db-primary.internal.example.com\"";
    assert_eq!(shown.matches(blocks).count(), 3, "{shown}");
    assert_data_eq!(
        shown,
        str![[r#"
120 columns:
 KEY            TYPE    VALUE                              REVISION
 database/host  string  "db-primary.internal.example.com"  2
 database/port  int     5432                               3
 größe          string  "東京 🔒"                          4

80 columns:
 KEY            TYPE    VALUE                              REVISION
 database/host  string  "db-primary.internal.example.com"  2
 database/port  int     5432                               3
 größe          string  "東京 🔒"                          4

67 columns:
 KEY            TYPE    VALUE                              REVISION
 database/host  string  "db-primary.internal.example.com"  2
 database/port  int     5432                               3
 größe          string  "東京 🔒"                          4

66 columns:
KEY: database/host
TYPE: string
VALUE: "db-primary.internal.example.com"
REVISION: 2

KEY: database/port
TYPE: int
VALUE: 5432
REVISION: 3

KEY: größe
TYPE: string
VALUE: "東京 🔒"
REVISION: 4

40 columns:
KEY: database/host
TYPE: string
VALUE: "db-primary.internal.example.com"
REVISION: 2

KEY: database/port
TYPE: int
VALUE: 5432
REVISION: 3

KEY: größe
TYPE: string
VALUE: "東京 🔒"
REVISION: 4

20 columns:
KEY: database/host
TYPE: string
VALUE: "db-primary.internal.example.com"
REVISION: 2

KEY: database/port
TYPE: int
VALUE: 5432
REVISION: 3

KEY: größe
TYPE: string
VALUE: "東京 🔒"
REVISION: 4

0 columns:
 KEY            TYPE    VALUE                              REVISION
 database/host  string  "db-primary.internal.example.com"  2
 database/port  int     5432                               3
 größe          string  "東京 🔒"                          4

"#]]
        .raw()
    );
}

#[test]
fn a_key_is_never_broken() {
    let etcd = Etcd::start();
    let name = "/locks/deploy/production/eu-central-1";
    let holder = etcd.lock(name).with(&["--note", "build 4711"]).hold();
    let waiter = etcd.lock(name).shared().queue();
    let keys = etcd.queue(name);
    for columns in [1, 20, 40, 80, 120, 200, 0] {
        let shown = screen(columns, etcd.pat(&["lock", "status", name]));
        let is_table = shown.contains("FENCE  MODE");
        assert_eq!(is_table, columns == 0 || columns == 200, "{columns}: {shown}");
        for key in &keys {
            let line = if is_table { format!("  {key}\n") } else { format!("KEY: {key}\n") };
            assert!(shown.contains(&line), "{columns}: {shown}");
        }
        assert!(is_table || shown.starts_with("holder\nFENCE: "), "{shown}");
    }
    waiter.end();
    holder.end();
}

#[test]
fn a_pipe_has_no_width_and_a_terminal_that_says_none_has_that_of_columns() {
    let etcd = full_config();
    let list = |columns: &str| etcd.pat("config list").env("COLUMNS", columns);
    let is_table = |shown: &str| shown.starts_with(" KEY");
    assert!(is_table(&list("20").run().stdout));
    assert!(is_table(&screen(120, list("20"))));
    assert!(!is_table(&screen(0, list("20"))));
    assert!(is_table(&screen(0, list("wide"))));
}

#[test]
fn a_value_that_is_very_long_pads_no_other_line() {
    let etcd = full_config();
    let long = "v".repeat(65_000);
    etcd.run(&["config", "set", "long", &long]);
    let table = etcd.run("config list").stdout;
    assert!(table.lines().filter(|line| line.len() > 200).all(|line| line.contains(&long)), "{}", table.len());
    let shown = screen(80, etcd.pat("config list"));
    assert!(shown.contains(&format!("VALUE: \"{long}\"\n")) && shown.len() < 66_000, "{}", shown.len());
}

#[test]
fn a_dumb_terminal_is_told_in_plain_lines() {
    let etcd = Etcd::start();
    let held = etcd.lock("/l").hold();
    for term in ["dumb", ""] {
        let pty = Pty::open(80);
        let waiter = pty.spawn(etcd.pat(&["lock", "--timeout", "600ms", "/l", "--", "true"]).env("TERM", term));
        waiter.wait();
        let shown = pty.end();
        assert!(shown.starts_with("etcdpat: waiting for lock /l, position 1; held by "), "{shown:?}");
        assert!(
            shown.contains("\nerror: lock /l was not acquired within 600ms") && !shown.contains('\x1b'),
            "{shown:?}"
        );
    }
    held.end();
}

#[test]
fn no_colour_means_none_anywhere() {
    let etcd = Etcd::start();
    let held = etcd.lock("/l").hold();
    let commands = ["lock --bad", "lock --try /l -- true", "-vvv lock --try /l -- true", "lock", "nonsense"];
    for command in commands {
        let never = format!("--color never {command}");
        for (pat, why) in [
            (etcd.pat(command).env("NO_COLOR", "1"), "NO_COLOR"),
            (etcd.pat(&never), "--color never"),
            (etcd.pat(&never).env("CLICOLOR_FORCE", "1"), "--color never against CLICOLOR_FORCE"),
        ] {
            let shown = screen(80, pat);
            assert!(shown.contains("error:") && !shown.contains('\x1b'), "{command}, {why}: {shown:?}");
        }
        let coloured = screen(80, etcd.pat(command));
        assert!(coloured.contains("\x1b[1"), "{command}: {coloured:?}");
    }
    let always = etcd.run("--color always lock --bad").stderr;
    assert!(always.contains("\x1b["), "{always:?}");
    held.end();
}

#[test]
fn a_wait_in_the_background_leaves_the_prompt_alone() {
    let etcd = Etcd::start();
    let Some(terminal) = Terminal::open(&etcd) else { return };
    let held = etcd.lock("/l").hold();
    terminal.enter("clear; etcdpat lock /l -- echo mi''ne & sleep 1; echo o''ver");
    let screen = terminal.wait_for("over");
    assert!(etcd.queue("/l").len() == 2 && !screen.contains("waiting for lock"), "{screen}");
    // In the foreground it is drawn; stopped and sent away again, it is not.
    terminal.enter("clear; fg");
    terminal.wait_for("waiting for lock /l, position 1");
    terminal.keys("C-z");
    terminal.wait_for("Stopped");
    terminal.enter("bg; clear; sleep 1; echo still o''ver");
    let screen = terminal.wait_for("still over");
    assert!(!screen.contains("waiting for lock"), "{screen}");
    held.end();
    terminal.wait_for("mine");
    until("the lock is free", || etcd.queue("/l").is_empty());
}

#[test]
fn a_lock_that_no_process_holds_says_so() {
    let etcd = Etcd::start();
    let key = etcd.run("lock acquire /l --ttl 60s").stdout.trim().to_owned();
    let status = etcd.run("lock status /l").stdout;
    assert!(status.contains(" (unsupervised) ") && !status.contains("(pid "), "{status}");
    assert!(etcd.run("lock list").stdout.contains(" (unsupervised) "));
    let busy = etcd.run("lock --try /l -- true").stderr;
    assert!(busy.contains(" (unsupervised)\n"), "{busy}");
    let row: serde_json::Value = serde_json::from_str(&etcd.run("lock status /l -o json").stdout).unwrap();
    assert_eq!(row["detached"], true);
    // A waiter has a process.
    let waiter = etcd.pat("lock acquire /l --timeout 1m").spawn();
    waiter.wait_for_stderr("waiting for lock /l, position 1; held by ");
    assert!(waiter.stderr().contains(" (unsupervised), queued "), "{}", waiter.stderr());
    assert!(etcd.run("lock status /l").stdout.contains(&format!("(pid {})", waiter.pid())));
    waiter.signal(Signal::TERM);
    waiter.wait();
    let released = etcd.run(&["lock", "release", &key]);
    assert_eq!(released.stdout, format!("released lock /l, key {key}\n"));
}

#[test]
fn a_record_keeps_four_kib_of_a_text_and_says_so() {
    let etcd = Etcd::start();
    let note = "ö".repeat(50_000);
    let told = etcd
        .pat(&[
            "lock",
            "/l",
            "--note",
            &note,
            "--",
            env!("CARGO_BIN_EXE_etcdpat"),
            "lock",
            "status",
            "/l",
            "-o",
            "json",
        ])
        .run();
    assert!(
        told.stderr.contains("etcdpat: the note has 100000 bytes: the queue of /l has the first 4096\n"),
        "{}",
        told.stderr
    );
    let row: serde_json::Value = serde_json::from_str(&told.stdout).unwrap();
    let kept = row["note"].as_str().unwrap();
    assert!(kept.len() <= 4096 && kept.len() > 4090 && kept.ends_with("ö…"), "{}", kept.len());
    let note = "ö".repeat(10_000);
    // Another's record may be as long as etcd allows: people see as much.
    etcd.run("lease grant 600 --id 694d9cc20ce5d017");
    let record = serde_json::json!({
        "mode": "exclusive", "host": note, "pid": 1, "user": note, "command": note, "note": note,
        "since": "2026-11-23T18:17:14.525Z"
    });
    etcd.run(&["lease", "attach", "694d9cc20ce5d017", "/l/694d9cc20ce5d017", &record.to_string()]);
    for command in ["lock status /l", "lock list", "lock --try /l -- true", "lock --timeout 300ms /l -- true"] {
        let done = etcd.run(command);
        let shown = done.stdout + &done.stderr;
        assert!(shown.contains("bytes more)") && shown.len() < 20_000, "{command}: {}", shown.len());
    }
    etcd.revoke_all();
}
