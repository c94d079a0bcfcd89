//! Configuration edited by several at once, imports that meet, and what history still tells.

use std::collections::BTreeMap;
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use crate::support::{Done, Etcd, Pat, Running, Signal, eventually, path, rows, until};

const MARK: &str = "/_etcdpat/config/%2Fconfig%2Fapp/importing";

fn config(etcd: &Etcd, words: &[&str]) -> Done {
    etcd.run(&[&["config"], words].concat())
}

fn done(etcd: &Etcd, words: &[&str]) -> String {
    let done = config(etcd, words);
    assert_eq!(done.code, 0, "{words:?}: {}", done.stderr);
    done.stdout
}

fn refused(etcd: &Etcd, words: &[&str], code: i32, says: &str) -> String {
    let done = config(etcd, words);
    assert_eq!(done.code, code, "{words:?}: {}", done.stderr);
    assert!(done.stderr.contains(says), "{words:?}: {}", done.stderr);
    done.stderr
}

fn stored(etcd: &Etcd) -> BTreeMap<String, String> {
    let all = etcd.ctl("get --prefix /config/app/").stdout;
    let mut lines = all.lines();
    let mut found = BTreeMap::new();
    while let (Some(key), Some(value)) = (lines.next(), lines.next()) {
        found.insert(key.trim_start_matches("/config/app/").to_owned(), value.to_owned());
    }
    found
}

fn expected(values: &[(&str, &str)]) -> BTreeMap<String, String> {
    values.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect()
}

fn file(dir: &TempDir, name: &str, text: &str) -> String {
    let file = path(dir, name);
    fs::write(&file, text).unwrap();
    file
}

/// A script that gets a file to edit as `$1`; `$round` counts from 1, and `$pat` is etcdpat.
fn editor(dir: &TempDir, name: &str, body: &str) -> String {
    let rounds = path(dir, &format!("{name}.rounds"));
    let _ = fs::remove_file(&rounds);
    let script = format!(
        "#!/bin/sh\npat={}\necho >>{rounds}; round=$(wc -l <{rounds})\n{body}\n",
        env!("CARGO_BIN_EXE_etcdpat")
    );
    let script = file(dir, name, &script);
    fs::set_permissions(&script, fs::Permissions::from_mode(0o755)).unwrap();
    script
}

/// `config edit` with this editor, whose drafts lie in `dir/tmp`.
fn edit_command(etcd: &Etcd, dir: &TempDir, editor: &str, words: &[&str]) -> Pat {
    let tmp = path(dir, "tmp");
    fs::create_dir_all(&tmp).unwrap();
    etcd.pat(&[&["config", "edit"], words].concat()).env("VISUAL", "").env("EDITOR", editor).env("TMPDIR", &tmp)
}

fn edit(etcd: &Etcd, dir: &TempDir, editor: &str, words: &[&str]) -> Done {
    edit_command(etcd, dir, editor, words).run()
}

fn drafts(dir: &TempDir) -> usize {
    fs::read_dir(path(dir, "tmp")).unwrap().count()
}

/// The text that was kept in the file that is named.
fn kept(done: &Done) -> String {
    let named = done.stderr.split("your text is kept in ").nth(1).unwrap_or_else(|| panic!("{}", done.stderr));
    let file = named.lines().next().unwrap();
    assert_eq!(fs::metadata(file).unwrap().permissions().mode() & 0o777, 0o600);
    let text = fs::read_to_string(file).unwrap();
    fs::remove_dir_all(std::path::Path::new(file).parent().unwrap()).unwrap();
    text
}

#[test]
fn an_edit_is_written_in_one_step() {
    let (etcd, dir) = (Etcd::start(), tempfile::tempdir().unwrap());
    for (key, value) in [("database/host", "db1"), ("database/port", "5432"), ("database2/host", "x")] {
        done(&etcd, &["set", key, value]);
    }
    let seen = path(&dir, "seen");
    let change = format!(
        "cp \"$1\" {seen}; stat -c '%a %n' \"$1\" \"$(dirname \"$1\")\" >{seen}.modes
         sed -i 's/db1/db2/; /port/d' \"$1\"; echo '  pool: {{size: 10}}' >>\"$1\""
    );
    let change = editor(&dir, "change", &change);
    let edited = edit(&etcd, &dir, &format!("env \"A=b c\" {change}"), &["database", "-o", "json"]);
    assert_eq!(edited.code, 0, "{}", edited.stderr);
    let told: Vec<_> = rows(&edited.stdout).into_iter().map(|row| (row["event"].clone(), row["key"].clone())).collect();
    let told: Vec<_> = told.iter().map(|(event, key)| (event.as_str().unwrap(), key.as_str().unwrap())).collect();
    assert_eq!(
        told,
        [("config.set", "database/host"), ("config.set", "database/pool/size"), ("config.deleted", "database/port")]
    );
    let revisions: Vec<_> = rows(&edited.stdout).iter().map(|row| row["mod_revision"].as_i64().unwrap()).collect();
    assert!(revisions.iter().all(|revision| *revision == revisions[0]), "{revisions:?}");
    assert_eq!(
        stored(&etcd),
        expected(&[("database/host", "\"db2\""), ("database/pool/size", "10"), ("database2/host", "\"x\"")])
    );
    let text = fs::read_to_string(&seen).unwrap();
    assert!(text.starts_with("#: The values at and below database in /config/app, at revision 4."), "{text}");
    assert!(text.contains("\ndatabase:\n  host: db1\n  port: 5432\n"), "{text}");
    let modes = fs::read_to_string(format!("{seen}.modes")).unwrap();
    let modes: Vec<_> = modes.lines().map(|line| line.split(' ').next().unwrap()).collect();
    assert_eq!(modes, ["600", "700"]);
    assert_eq!(drafts(&dir), 0);
    // Each format; one value alone; and none at first.
    for (format, value) in [("json", "db3"), ("toml", "db4"), ("env", "db5"), ("yaml", "db6")] {
        let sed = format!("sed -i -E s/db[0-9]/{value}/");
        let edited = edit(&etcd, &dir, &sed, &["database/host", "--format", format]);
        assert!(edited.stdout.starts_with(&format!("database/host = \"{value}\" (was")), "{edited:?}");
    }
    for (format, line) in
        [("yaml", "new: {a: 1}"), ("toml", "new.b = 2"), ("env", "NEW__C=3"), ("json", "{\"new\":{\"d\":4}}")]
    {
        let add = editor(&dir, "add", &format!("[ {format} = json ] && : >\"$1\"; echo '{line}' >>\"$1\""));
        etcd.ctl("del --prefix /config/app/new");
        let edited = edit(&etcd, &dir, &add, &["new", "--format", format]);
        assert_eq!(edited.code, 0, "{edited:?}");
        assert_eq!(etcd.keys("/config/app/new").len(), 1);
    }
    // A value becomes a folder, and the other way round.
    etcd.ctl("del --prefix /");
    done(&etcd, &["set", "x/a", "1"]);
    for (line, keys) in [("x: 2", ["/config/app/x"]), ("x: {b: 3}", ["/config/app/x/b"])] {
        let turn = editor(&dir, "turn", &format!("echo '{line}' >\"$1\""));
        assert_eq!(edit(&etcd, &dir, &turn, &["x"]).code, 0);
        assert_eq!(etcd.keys("/config/"), keys);
    }
    etcd.ctl("del --prefix /");
}

#[test]
fn an_edit_without_a_change_writes_nothing() {
    let (etcd, dir) = (Etcd::start(), tempfile::tempdir().unwrap());
    done(&etcd, &["set", "a", "1"]);
    let before = etcd.ctl("get --prefix / -w json").stdout;
    for nothing in ["true", "sed -i 's/a: 1/a:   1 # as it was/'", "sed -i /^#:/d"] {
        let edited = edit(&etcd, &dir, nothing, &["a"]);
        assert_eq!((edited.code, edited.stdout.as_str()), (0, "nothing was changed in /config/app\n"), "{edited:?}");
    }
    for (failing, says) in [
        ("exit 3; :", "nothing was written: the editor exited with 3"),
        ("kill -9 $$; :", "nothing was written: the editor died of signal 9"),
        ("no-such-editor", "nothing was written: the editor exited with 127"),
    ] {
        let edited = edit(&etcd, &dir, failing, &["a"]);
        assert_eq!(edited.code, 1, "{edited:?}");
        assert!(edited.stderr.contains(says), "{edited:?}");
    }
    assert_eq!(drafts(&dir), 0);
    // What was worked on before it failed, is kept.
    let edited = edit(&etcd, &dir, "f() { sed -i s/1/2/ \"$@\"; exit 3; }; f", &["a"]);
    assert_eq!(edited.code, 1, "{edited:?}");
    assert!(kept(&edited).ends_with("a: 2\n"));
    // No editor is named, and there is no terminal.
    let edited = edit(&etcd, &dir, "", &["a"]);
    assert_eq!(edited.code, 2, "{edited:?}");
    // Asked to stop, it ends its editor.
    let running = edit_command(
        &etcd,
        &dir,
        &editor(&dir, "long", "sed -i s/1/2/ \"$1\"; echo >\"$0.begun\"; exec sleep 100"),
        &["a"],
    )
    .spawn();
    until("it runs", || fs::exists(path(&dir, "long.begun")).unwrap());
    let ended = running.end();
    assert_eq!(ended.code, 143, "{ended:?}");
    kept(&ended);
    let after = etcd.ctl("get --prefix / -w json").stdout;
    assert_eq!(before.split("kvs").nth(1), after.split("kvs").nth(1));
    etcd.ctl("del --prefix /");
}

#[test]
fn after_a_mistake_the_editor_opens_again_with_the_text() {
    let (etcd, dir) = (Etcd::start(), tempfile::tempdir().unwrap());
    done(&etcd, &["set", "database/host", "db1"]);
    let mend = editor(
        &dir,
        "mend",
        "if [ $round = 1 ]; then printf 'database:\\n  host: db2\\n  host: db3\\n' >\"$1\"
         else grep -q '^#: Mistake: line 8, column 3: database/host: this key is there twice$' \"$1\" || exit 9
              [ \"$(sed -n 8p \"$1\")\" = '  host: db3' ] || exit 8
              sed -i 8d \"$1\"; fi",
    );
    // A script, without a terminal, would make it again.
    let once = edit(&etcd, &dir, &mend, &["database"]);
    assert_eq!(once.code, 2, "{once:?}");
    assert!(
        once.stderr.contains("given up, nothing was written: line 8, column 3: database/host: this key"),
        "{once:?}"
    );
    assert_eq!(fs::read_to_string(path(&dir, "mend.rounds")).unwrap(), "\n");
    kept(&once);
    if let Some(terminal) = crate::support::Terminal::open(&etcd) {
        fs::remove_file(path(&dir, "mend.rounds")).unwrap();
        terminal.enter(&format!("export TMPDIR={} EDITOR={mend}; etcdpat config edit database", path(&dir, "")));
        terminal.wait_for("database/host = \"db2\"");
        // Of JSON, the mistake is said before the editor opens again.
        let broken = editor(&dir, "broken", "[ $round = 1 ] && echo '{' >\"$1\"; exit 0");
        terminal.enter(&format!("clear; export EDITOR={broken}; etcdpat config edit database --format json"));
        terminal.wait_for("press Enter");
        terminal.enter("");
        terminal.wait_for("given up");
    }
    done(&etcd, &["set", "database/host", "db2"]);
    let large = format!("database: {{host: {}}}", "x".repeat((1 << 20) - 1));
    let large = file(&dir, "large", &large);
    for (text, format, says) in [
        ("database: [", "yaml", "line 6, column 11: database: unclosed"),
        ("", "yaml", "no value is left in it"),
        ("# nothing\n", "toml", "no value is left in it"),
        ("{}", "yaml", "no value is left in it"),
        ("{\"database\": {\"host\": 1}", "json", "line 1"),
        ("database: {host: db2}\nother: 1", "yaml", "other is not at or below database, which is edited"),
        ("database2: {host: db2}", "yaml", "database2/host is not at or below database"),
        ("database: {host: ~}", "yaml", "null is not a value"),
        ("@large", "yaml", "database/host is too large: a value has at most 1 MiB"),
    ] {
        let copy =
            if text == "@large" { format!("cp {large} \"$1\"") } else { format!("printf '%s' '{text}' >\"$1\"") };
        let wrong = editor(&dir, "wrong", &format!("[ $round = 1 ] && {copy}; exit 0"));
        let edited = edit(&etcd, &dir, &wrong, &["database", "--format", format]);
        assert_eq!(edited.code, 2, "{text}: {edited:?}");
        assert!(edited.stderr.contains(says), "{text}: {}", edited.stderr);
        assert!(edited.stderr.contains("given up, nothing was written"), "{text}: {}", edited.stderr);
        let kept = kept(&edited);
        assert!(text == "@large" || kept.ends_with(text), "{kept}");
    }
    // More than one transaction takes.
    let many = editor(&dir, "many", "for n in $(seq 101); do echo \"  k$n: $n\" >>\"$1\"; done");
    let edited = edit(&etcd, &dir, &many, &["database"]);
    assert_eq!(edited.code, 2, "{edited:?}");
    assert!(
        edited.stderr.contains("101 changes are more than") && edited.stderr.contains("config import"),
        "{edited:?}"
    );
    assert!(kept(&edited).contains("k101: 101"));
    let many = editor(&dir, "many", "for n in $(seq 100); do echo \"  k$n: $n\" >>\"$1\"; done");
    assert_eq!(edit(&etcd, &dir, &many, &["database"]).code, 0);
    assert_eq!(etcd.keys("/config/app/database/k").len(), 100);
    etcd.ctl("del --prefix /config/app/database/k");
    assert_eq!(stored(&etcd), expected(&[("database/host", "\"db2\"")]));
    // What a format can't hold, and what is no value, is said before.
    done(&etcd, &["set", "database/Max-Size", "1"]);
    done(&etcd, &["set", "object", "{\"a\":1}", "--type", "json"]);
    etcd.ctl(&["put", "/config/app/raw", "no json"]);
    for (words, says) in [
        (&["database", "--format", "env"][..], "env can't hold database/Max-Size"),
        (&["object"], "yaml can't hold object"),
        (&["raw"], "raw is not typed"),
    ] {
        let edited = edit(&etcd, &dir, "false", words);
        assert_eq!(edited.code, 2, "{edited:?}");
        assert!(edited.stderr.contains(says), "{edited:?}");
        assert!(says.contains("raw") || edited.stderr.contains("--format"), "{edited:?}");
    }
    assert_eq!(drafts(&dir), 0);
    etcd.ctl("del --prefix /");
}

#[test]
fn a_conflict_loses_nobody_s_change() {
    let (etcd, dir) = (Etcd::start(), tempfile::tempdir().unwrap());
    let reset = || {
        etcd.ctl("del --prefix /");
        for (key, value) in [("d/host", "db1"), ("d/port", "1"), ("d/name", "n")] {
            done(&etcd, &["set", key, value]);
        }
    };
    // Somebody changes another value: both changes are there, without a question.
    reset();
    let other = editor(
        &dir,
        "other",
        "$pat config set d/port 2; $pat config set d/new 3; sed -i s/db1/db2/ \"$1\"; echo '  own: 4' >>\"$1\"",
    );
    let edited = edit(&etcd, &dir, &other, &["d"]);
    assert_eq!(edited.code, 0, "{edited:?}");
    assert!(!edited.stderr.contains("again"), "{edited:?}");
    let all = [("d/host", "\"db2\""), ("d/name", "\"n\""), ("d/new", "3"), ("d/own", "4"), ("d/port", "2")];
    assert_eq!(stored(&etcd), expected(&all));
    // The same one: the editor opens again, with both, and nothing is lost.
    for (format, second) in [("yaml", "sed -i /^#:/d \"$1\""), ("json", "echo >>\"$1\"")] {
        reset();
        let same = format!(
            "if [ $round = 1 ]; then $pat config set d/host theirs; $pat config set d/port 2; $pat config delete d/name
                 sed -i 's/db1/mine/; s/\"n\"/\"m\"/; s/name: n/name: m/' \"$1\"
             else cp \"$1\" {}; {second}; fi",
            path(&dir, "again")
        );
        let same = editor(&dir, "same", &same);
        let edited = edit(&etcd, &dir, &same, &["d", "--format", format]);
        assert_eq!(edited.code, 0, "{edited:?}");
        let said =
            if format == "json" { edited.stderr.clone() } else { fs::read_to_string(path(&dir, "again")).unwrap() };
        assert!(said.contains("d/host = \"theirs\" (was \"db1\")"), "{said}");
        assert!(said.contains("d/name deleted (was \"n\")"), "{said}");
        assert!(!said.contains("d/port ="), "{said}");
        assert_eq!(stored(&etcd), expected(&[("d/host", "\"mine\""), ("d/name", "\"m\""), ("d/port", "2")]));
    }
    // Saved as it is then: given up.
    reset();
    let give_up =
        editor(&dir, "give-up", "[ $round = 2 ] || { $pat config set d/host theirs; sed -i s/db1/mine/ \"$1\"; }");
    let edited = edit(&etcd, &dir, &give_up, &["d"]);
    assert_eq!(edited.code, 1, "{edited:?}");
    assert!(edited.stderr.contains("given up, nothing was written: somebody else has changed d/host"), "{edited:?}");
    assert!(kept(&edited).contains("host: mine"));
    assert_eq!(etcd.value("/config/app/d/host"), "\"theirs\"");
    // Both did the same: no conflict. A folder in the way: one.
    let agree = editor(&dir, "agree", "$pat config set d/host same; sed -i s/theirs/same/ \"$1\"");
    assert!(edit(&etcd, &dir, &agree, &["d"]).stdout.contains("nothing was changed"));
    let folder = editor(&dir, "folder", "[ $round = 2 ] || { $pat config set d/x/y 1; echo '  x: 2' >>\"$1\"; }");
    let edited = edit(&etcd, &dir, &folder, &["d"]);
    assert!(edited.code == 1 && edited.stderr.contains("d/x/y"), "{edited:?}");
    kept(&edited);
    let folder = editor(&dir, "folder", "$pat config set up 1; echo 'up: {x: {y: 2}}' >>\"$1\"");
    let edited = edit(&etcd, &dir, &folder, &["up/x"]);
    assert!(edited.code == 2 && edited.stderr.contains("up is a value, and up/x/y would lie below it"), "{edited:?}");
    kept(&edited);
    // An import meanwhile.
    let mark =
        format!("ETCDCTL_API=3 etcdctl --endpoints {} put {MARK} '{{}}'; sed -i s/same/mine/ \"$1\"", etcd.endpoints());
    let edited = edit(&etcd, &dir, &editor(&dir, "mark", &mark), &["d"]);
    assert_eq!(edited.code, 122, "{edited:?}");
    kept(&edited);
    assert_eq!(edit(&etcd, &dir, "true", &["d"]).code, 122);
    etcd.ctl("del --prefix /");
}

#[test]
fn of_many_editors_at_once_each_change_is_there() {
    let (etcd, dir) = (Etcd::start(), tempfile::tempdir().unwrap());
    // Of different values, and new ones.
    for number in 0..10 {
        done(&etcd, &["set", &format!("k{number}"), "0"]);
    }
    let gate = path(&dir, "gate");
    let wait = format!("echo >\"$0.open\"; while [ ! -e {gate} ]; do sleep 0.01; done");
    let spawn = |number: usize, body: &str| {
        let name = format!("e{number}");
        let _ = fs::remove_file(path(&dir, &format!("{name}.open")));
        edit_command(&etcd, &dir, &editor(&dir, &name, body), &[]).spawn()
    };
    let all_open = || {
        until("all are open", || (0..10).all(|number| fs::exists(path(&dir, &format!("e{number}.open"))).unwrap()));
        fs::write(&gate, "").unwrap();
    };
    let editors: Vec<_> = (0..10)
        .map(|n| spawn(n, &format!("{wait}; sed -i s/^k{n}:.*/k{n}:\\ 1/ \"$1\"; echo n{n}: 1 >>\"$1\"")))
        .collect();
    all_open();
    for done in editors.into_iter().map(Running::wait) {
        assert_eq!(done.code, 0, "{done:?}");
    }
    assert_eq!(stored(&etcd).len(), 20);
    assert!(stored(&etcd).values().all(|value| value == "1"), "{:?}", stored(&etcd));
    // Of the same one: each adds its own to what is there.
    etcd.ctl("del --prefix /");
    fs::remove_file(&gate).unwrap();
    done(&etcd, &["set", "log", "begun"]);
    let add = r#"theirs=$(sed -n 's/^#:   log = "\([^"]*\)" .*/\1/p' "$1"); [ -n "$theirs" ] || theirs=$(sed -n 's/^log: //p' "$1")
        sed -i "/^#:/d; s/^log: .*/log: $theirs-$(basename $0)/" "$1""#;
    let editors: Vec<_> = (0..10).map(|n| spawn(n, &format!("[ $round -gt 1 ] || {{ {wait}; }}; {add}"))).collect();
    all_open();
    for done in editors.into_iter().map(Running::wait) {
        assert_eq!(done.code, 0, "{done:?}");
    }
    let log = etcd.value("/config/app/log");
    let mut added: Vec<_> = log.trim_matches('"').split('-').collect();
    assert_eq!(added.remove(0), "begun");
    added.sort_unstable();
    assert_eq!(added, ["e0", "e1", "e2", "e3", "e4", "e5", "e6", "e7", "e8", "e9"]);
    assert_eq!(drafts(&dir), 0);
    etcd.ctl("del --prefix /");
}

fn many(value: &str, count: usize) -> String {
    let values: Vec<_> = (0..count).map(|number| format!("\"k{number}\": \"{value}\"")).collect();
    format!("{{{}}}", values.join(","))
}

/// An import that is stopped (SIGSTOP) in its middle.
fn stopped_in_the_middle(etcd: &Etcd, words: &[&str]) -> Running {
    for _ in 0..50 {
        etcd.ctl("del --prefix /config/app/k");
        let import = etcd.pat(words).spawn();
        let end = Instant::now() + Duration::from_secs(10);
        while etcd.value(MARK).is_empty() && Instant::now() < end && etcd.keys("/config/app/k0").is_empty() {}
        import.signal(Signal::STOP);
        if !etcd.value(MARK).is_empty() {
            return import;
        }
        import.signal(Signal::CONT);
        import.wait();
    }
    panic!("it was never caught in the middle");
}

#[test]
fn an_import_that_was_broken_off_can_be_taken_over() {
    let (etcd, dir) = (Etcd::start(), tempfile::tempdir().unwrap());
    let (one, two) = (file(&dir, "one.json", &many("one", 4000)), file(&dir, "two.json", &many("two", 4000)));
    done(&etcd, &["set", "first", "1"]);
    done(&etcd, &["snapshot", "create", "v1"]);
    let other = r#"{"host":"h","pid":1,"user":"u","since":"2026-11-27T00:00:00Z","content":"other"}"#;
    etcd.ctl(&["put", MARK, other]);
    let said = refused(&etcd, &["import", &one], 122, "begun by u@h (pid 1)");
    assert!(said.contains("--take-over"), "{said}");
    done(&etcd, &["import", &one, "--take-over"]);
    assert_eq!(stored(&etcd).len(), 4001);
    etcd.ctl(&["put", MARK, other]);
    refused(&etcd, &["snapshot", "restore", "v1"], 122, "begun by u@h (pid 1)");
    done(&etcd, &["snapshot", "restore", "v1", "--take-over"]);
    assert_eq!(stored(&etcd), expected(&[("first", "1")]));
    assert!(etcd.value(MARK).is_empty());
    // One that is alive: no step of it follows.
    let first = stopped_in_the_middle(&etcd, &["config", "import", &one]);
    done(&etcd, &["import", &two, "--take-over"]);
    first.signal(Signal::CONT);
    let first = first.wait();
    assert_eq!(first.code, 122, "{first:?}");
    let values = stored(&etcd);
    assert_eq!(values.len(), 4001);
    assert!(values.values().all(|value| value != "\"one\""));
    etcd.ctl("del --prefix /");
}

#[test]
fn two_who_import_the_same_at_once_both_succeed_and_undo_nothing() {
    let (etcd, dir) = (Etcd::start(), tempfile::tempdir().unwrap());
    let file = file(&dir, "one.json", &many("one", 4000));
    for _ in 0..5 {
        etcd.ctl("del --prefix /config/");
        let both: Vec<_> = (0..2).map(|_| etcd.pat(&["config", "import", &file]).spawn()).collect();
        for done in both.into_iter().map(Running::wait) {
            assert_eq!(done.code, 0, "{done:?}");
        }
        assert_eq!(etcd.keys("/config/app/k").len(), 4000);
        assert!(etcd.value(MARK).is_empty());
    }
    // Somebody else finishes it, and a third one goes on from there.
    let first = stopped_in_the_middle(&etcd, &["config", "import", &file]);
    done(&etcd, &["import", &file]);
    done(&etcd, &["set", "k3999", "later"]);
    first.signal(Signal::CONT);
    let first = first.wait();
    assert_eq!(first.code, 0, "{first:?}");
    assert_eq!(etcd.value("/config/app/k3999"), "\"later\"");
    etcd.ctl("del --prefix /");
}

#[test]
fn a_restore_that_was_killed_is_finished_by_the_same_one() {
    let (etcd, dir) = (Etcd::start(), tempfile::tempdir().unwrap());
    let file = |name: &str, text: &str| file(&dir, name, text);
    done(&etcd, &["import", &file("a.json", &many("a", 1500))]);
    done(&etcd, &["set", "k7", "seven"]);
    let large = stored(&etcd);
    done(&etcd, &["snapshot", "create", "a"]);
    done(&etcd, &["import", "--prune", &file("b.json", &many("b", 1200))]);
    done(&etcd, &["set", "other", "1"]);
    done(&etcd, &["snapshot", "create", "b"]);
    let other = stored(&etcd);
    let took = {
        let begun = Instant::now();
        done(&etcd, &["snapshot", "restore", "a"]);
        begun.elapsed()
    };
    let mut caught = 0;
    for round in 0..20 {
        done(&etcd, &["snapshot", "restore", "b"]);
        let restore = etcd.pat("config snapshot restore a").spawn();
        std::thread::sleep(took * round / 20);
        drop(restore);
        caught += usize::from(!etcd.value(MARK).is_empty());
        done(&etcd, &["snapshot", "restore", "a"]);
        assert_eq!(stored(&etcd), large);
        assert!(etcd.value(MARK).is_empty());
    }
    assert!(caught > 0);
    // Two of different ones: one is refused, or both are whole.
    for _ in 0..10 {
        let both: Vec<_> =
            ["a", "b"].iter().map(|version| etcd.pat(&["config", "snapshot", "restore", version]).spawn()).collect();
        let codes: Vec<_> = both.into_iter().map(|one| one.wait().code).collect();
        assert!(codes.iter().all(|code| [0, 122].contains(code)) && codes.contains(&0), "{codes:?}");
        let now = stored(&etcd);
        assert!(now == large || now == other);
        assert!(codes[0] == 0 || now == other);
        assert!(codes[1] == 0 || now == large);
    }
    etcd.ctl("del --prefix /");
}

#[test]
fn history_goes_back_over_deletions_up_to_a_compaction() {
    for etcd in Etcd::of_each_version() {
        let history = |words: &[&str]| -> Vec<String> {
            let shown = rows(&done(&etcd, &[&["history", "-o", "json"], words].concat()));
            let short = |row: &serde_json::Value| match row["type"].as_str().unwrap() {
                "deleted" => "deleted".to_owned(),
                _ => row["value"].to_string(),
            };
            shown.iter().map(short).collect()
        };
        for value in ["1", "2"] {
            done(&etcd, &["set", "a", value]);
        }
        done(&etcd, &["delete", "a"]);
        done(&etcd, &["set", "ab", "no"]);
        assert_eq!(history(&["a"]), ["deleted", "2", "1"]);
        for value in ["3", "4"] {
            done(&etcd, &["set", "a", value]);
        }
        assert_eq!(history(&["a"]), ["4", "3", "deleted", "2", "1"]);
        assert_eq!(history(&["a", "--limit", "3"]), ["4", "3", "deleted"]);
        let table = done(&etcd, &["history", "a"]);
        assert!(table.lines().nth(3).unwrap().contains("deleted"), "{table}");
        let revisions: Vec<_> = rows(&done(&etcd, &["history", "a", "-o", "json"]))
            .iter()
            .map(|row| row["mod_revision"].as_i64().unwrap())
            .collect();
        assert!(revisions.is_sorted_by(|newer, older| newer > older), "{revisions:?}");
        refused(&etcd, &["history", "none"], 1, "there is no none");
        // Compacted at a value; then after a deletion; then so that nothing is left.
        let compact = |revision: i64| assert_eq!(etcd.ctl(&["compact", &revision.to_string()]).code, 0);
        compact(revisions[1]);
        assert_eq!(history(&["a"]), ["4", "3"]);
        done(&etcd, &["delete", "a"]);
        assert_eq!(history(&["a"]), ["deleted", "4", "3"]);
        compact(revisions[0]);
        assert_eq!(history(&["a"]), ["deleted", "4"]);
        // Where there is much of it.
        etcd.put_all((0..2500).map(|number| ("/config/app/a".to_owned(), if number % 2 == 0 { "0" } else { "1" })), 0);
        assert_eq!(history(&["a", "--limit", "5000"]).len(), 2502);
        assert_eq!(history(&["a"]).len(), 100);
        let now = rows(&done(&etcd, &["set", "last", "1", "-o", "json"]))[0]["mod_revision"].as_i64().unwrap();
        done(&etcd, &["delete", "a"]);
        compact(now + 1);
        refused(&etcd, &["history", "a"], 1, "there is no a");
        etcd.ctl("del --prefix /");
    }
}

#[test]
fn what_etcd_would_not_take_is_refused_before() {
    let (etcd, dir) = (Etcd::start(), tempfile::tempdir().unwrap());
    let largest = 1 << 20;
    // Two of its bytes are the quotes.
    for (length, fits) in [(largest - 2, true), (largest - 1, false), (largest + 1, false)] {
        let text = "x".repeat(length);
        let named = file(&dir, "value", &text);
        let json = file(&dir, "value.json", &format!("{{\"small\": 1, \"large\": \"{text}\"}}"));
        let stdin = etcd.pat("config set v --stdin").input(text.as_bytes()).run();
        let codes =
            [config(&etcd, &["set", "v", "--file", &named]).code, stdin.code, config(&etcd, &["import", &json]).code];
        assert_eq!(codes, if fits { [0; 3] } else { [2; 3] }, "{length}");
        if fits {
            assert_eq!(stored(&etcd)["v"].len(), largest);
            // Snapshots take them too, whatever they are written as.
            done(&etcd, &["set", "quotes", "--file", &file(&dir, "quotes", &"\"".repeat(largest / 2 - 1))]);
            etcd.ctl(&["put", "/config/app/control", &"\u{1}".repeat(100_000)]);
            let before = stored(&etcd);
            done(&etcd, &["snapshot", "create", "large"]);
            etcd.ctl("del --prefix /config/app/");
            done(&etcd, &["snapshot", "restore", "large"]);
            assert!(stored(&etcd) == before);
        } else {
            refused(&etcd, &["import", &json], 2, "large is too large: a value has at most 1 MiB");
        }
        etcd.ctl("del --prefix /");
    }
    refused(&etcd, &["set", &"a/".repeat(100).trim_end_matches('/').repeat(2), "x"], 2, "at most 100 parts");
    refused(&etcd, &["set", &"a".repeat(5000), "x"], 2, "at most 4096 bytes");
    done(&etcd, &["set", "a/".repeat(100).trim_end_matches('/'), "x"]);
    etcd.ctl("del --prefix /");
    for (unfit, most) in [("/dev/zero", "there is more than"), (dir.path().to_str().unwrap(), "it is a directory")] {
        refused(&etcd, &["import", unfit, "--format", "json"], 2, most);
        refused(&etcd, &["set", "v", "--file", unfit], 2, most);
    }
    let endless = etcd.pat("config set v --stdin").input(&vec![b'x'; 3 << 20]).run();
    assert!(endless.code == 2 && endless.stderr.contains("more than 1 MiB"), "{endless:?}");
    assert!(etcd.keys("").is_empty());
}

#[test]
fn what_would_change_is_shown_as_a_diff() {
    let (etcd, dir) = (Etcd::start(), tempfile::tempdir().unwrap());
    for (key, value) in [("a", "1"), ("b", "two"), ("c", "3")] {
        done(&etcd, &["set", key, value]);
    }
    etcd.ctl(&["put", "/config/app/raw", "no json"]);
    let file = file(&dir, "new.yaml", "a: 1\nb: 2\nd: [4]\n");
    let words = ["import", &file, "--prune", "--dry-run"];
    let plain = "~ b = 2 (was \"two\")\n- c = 3\n+ d = [4]\n- raw = no json\nwould import into /config/app: 2 set, 2 deleted, 1 unchanged\n";
    assert_eq!(done(&etcd, &words), plain);
    let colored = done(&etcd, &[&words[..], &["--color", "always"]].concat());
    assert!(
        colored.starts_with("\x1b[33m~ b = 2 (was \"two\")\x1b[0m\n\x1b[31m- c = 3\x1b[0m\n\x1b[32m+ d = [4]\x1b[0m\n"),
        "{colored}"
    );
    let json = rows(&done(&etcd, &[&words[..], &["-o", "json"]].concat()));
    let short: Vec<_> =
        json.iter().map(|row| (row["event"].as_str().unwrap(), &row["value"], &row["old_value"])).collect();
    let (two, four) = (serde_json::json!("two"), serde_json::json!([4]));
    assert_eq!(short[0], ("config.differs", &2.into(), &two));
    assert_eq!(short[1], ("config.differs", &serde_json::Value::Null, &3.into()));
    assert_eq!(short[2], ("config.differs", &four, &serde_json::Value::Null));
    done(&etcd, &["snapshot", "create", "v1"]);
    done(&etcd, &["import", &file, "--prune"]);
    let diff = config(&etcd, &["snapshot", "diff", "v1"]);
    assert_eq!((diff.code, diff.stdout.as_str()), (1, plain.split_once("would").unwrap().0));
    etcd.ctl("del --prefix /");
}

#[test]
fn an_editor_has_the_terminal_and_a_diff_its_colours() {
    let etcd = Etcd::start();
    let Some(terminal) = crate::support::Terminal::open(&etcd) else { return };
    done(&etcd, &["set", "a", "1"]);
    done(&etcd, &["snapshot", "create", "v1"]);
    terminal.enter("export EDITOR='f() { printf \"go? \"; read x </dev/tty; sed -i \"s/a: 1/a: $x/\" \"$1\"; }; f'; etcdpat config edit");
    terminal.wait_for("go? ");
    terminal.enter("17");
    terminal.wait_for("a = 17 (was 1)");
    terminal.enter("clear; etcdpat config snapshot diff v1; echo do''ne");
    terminal.wait_for("done");
    let colored = || terminal.tmux(&["capture-pane", "-p", "-e"]);
    assert!(colored().contains("\x1b[33m~ a = 17 (was 1)"), "{}", colored());
    terminal.enter("clear; NO_COLOR=1 etcdpat config snapshot diff v1; echo do''ne");
    terminal.wait_for("done");
    eventually("it is not coloured", Duration::from_secs(5), || {
        (colored().contains("~ a = 17") && !colored().contains("\x1b[33m~")).then_some(())
    });
    etcd.ctl("del --prefix /");
}
