//! Completions that ask etcd: names of locks, of services, of values, of flags, of snapshots and of nodes.

use std::process::Command;
use std::time::Duration;

use crate::support::{Etcd, Pat, Running, finish, path, until};

/// What bash offers for the last of these words.
fn offered(endpoints: &str, words: &[&str]) -> Vec<String> {
    let dir = tempfile::tempdir().unwrap();
    let script = path(&dir, "script");
    std::fs::write(&script, Pat::new("completions bash").run().stdout).unwrap();
    let own = std::path::Path::new(env!("CARGO_BIN_EXE_etcdpat")).parent().unwrap();
    let search = format!("{}:{}", own.display(), std::env::var("PATH").unwrap());
    let ask = r#". "$SCRIPT"; COMP_WORDS=(etcdpat "$@"); COMP_CWORD=$#
        _etcdpat_or_names etcdpat "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD-1]}"
        [ ${#COMPREPLY[@]} = 0 ] || printf '%s\n' "${COMPREPLY[@]}""#;
    let mut command = Command::new("bash");
    command.args(["--norc", "-c", ask, "bash"]).args(words);
    command.env("SCRIPT", script).env("PATH", search).env("ETCDPAT_ENDPOINTS", endpoints);
    let done = finish(command);
    assert_eq!((done.code, done.stderr.as_str()), (0, ""), "{words:?}");
    assert!(done.took < Duration::from_secs(5), "{:?}", done.took);
    done.stdout.lines().map(str::to_owned).collect()
}

#[test]
fn names_are_etcds_and_no_shell_evaluates_them() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let evil = format!("$(touch {})", dir.path().join("evaluated").display());
    for key in ["database/host", "database/port", "a b", &evil] {
        assert_eq!(etcd.run(&["config", "set", key, "1"]).code, 0);
    }
    for words in [
        &["config", "flag", "enable", "new-ui"][..],
        &["config", "flag", "enable", &evil],
        &["config", "snapshot", "create", "v1"],
        &["config", "snapshot", "create", &evil],
    ] {
        assert_eq!(etcd.run(words).code, 0);
    }
    etcd.ctl(&["put", "/services/web/one", r#"{"address":"10.0.0.1:80"}"#]);
    let offered = |words: &[&str]| offered(&etcd.endpoints(), words);
    let quoted = evil.replace('$', r"\$").replace('(', r"\(").replace(')', r"\)").replace(' ', r"\ ");
    for command in ["get", "set", "delete", "history", "list", "watch", "edit"] {
        let all = offered(&["config", command, ""]);
        assert_eq!(all.len(), 6, "{command}: {all:?}");
        assert!(all.contains(&r"a\ b".to_owned()) && all.contains(&quoted), "{all:?}");
        assert_eq!(offered(&["config", command, "database/"]), ["database/host", "database/port"]);
    }
    for command in ["enable", "disable", "get"] {
        assert_eq!(offered(&["config", "flag", command, ""]), [&quoted, "new-ui"]);
        assert_eq!(offered(&["config", "flag", command, "n"]), ["new-ui"]);
    }
    for command in ["show", "diff", "restore", "delete"] {
        assert_eq!(offered(&["config", "snapshot", command, ""]), ["v1", &quoted]);
    }
    assert_eq!(offered(&["discover", "find", "w"]), ["web"]);
    let held = etcd.lock("/locks/a b").hold();
    for words in [["lock", "status", "/lo"], ["lock", "break", ""], ["lock", "check", ""], ["elect", "leader", ""]] {
        assert_eq!(offered(&words), [r"/locks/a\ b"], "{words:?}");
    }
    held.end();
    // What is new has no name yet; flags of the command line are offered as ever.
    assert!(offered(&["config", "snapshot", "create", ""]).iter().all(|word| word != "v1"));
    assert!(offered(&["config", "get", "--"]).contains(&"--default".to_owned()));
    assert!(!dir.path().join("evaluated").exists());
    etcd.ctl("del --prefix /");
}

#[test]
fn names_and_nodes_of_ha_are_etcds_and_no_shell_evaluates_them() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let evil = format!("$(touch {})/a b", dir.path().join("evaluated").display());
    let quoted = ['$', '(', ')', ' '].iter().fold(evil.clone(), |text, &c| text.replace(c, &format!("\\{c}")));
    let passive = |name: &str, id: &str| {
        etcd.pat(&["ha", "active-passive", name, "--node-id", id, "--primary", "exec sleep 100"]).spawn()
    };
    let sharded = |name: &str, id: &str| {
        etcd.pat(&["ha", "sharded", name, "--shards", "1", "--node-id", id, "--", "sleep", "100"]).spawn()
    };
    let nodes = [passive("/ha/db", "db-1"), passive("/ha/db", "db 2"), passive(&evil, &evil), sharded("/ha/jobs", "j")];
    let listed = || etcd.run("ha list -o json").stdout;
    until("all are there", || listed().contains("\"nodes\":2") && listed().lines().count() == 3);
    let offered = |words: &[&str]| offered(&etcd.endpoints(), words);
    assert_eq!(offered(&["ha", "status", ""]), [&quoted, "/ha/db", "/ha/jobs"]);
    assert_eq!(offered(&["ha", "status", "/ha/j"]), ["/ha/jobs"]);
    for command in ["active-passive", "switch"] {
        assert_eq!(offered(&["ha", command, ""]), [&quoted, "/ha/db"], "{command}");
    }
    assert_eq!(offered(&["ha", "sharded", ""]), ["/ha/jobs"]);
    let mut ids = offered(&["ha", "switch", "/ha/db", "--to", ""]);
    ids.sort_unstable();
    assert_eq!(ids, ["db-1", r"db\ 2"]);
    assert_eq!(offered(&["ha", "switch", "/ha/db", "--to", "db-"]), ["db-1"]);
    assert_eq!(offered(&["elect", "transfer", "/ha/db", "--to", "db-"]), ["db-1"]);
    // A name is quoted on the command line as it was offered.
    assert_eq!(offered(&["ha", "switch", &quoted, "--to", ""]), [quoted.as_str()]);
    assert!(offered(&["ha", "switch", "/ha/nosuch", "--to", ""]).is_empty());
    assert!(offered(&["ha", "switch", "--"]).contains(&"--to".to_owned()));
    assert!(!dir.path().join("evaluated").exists());
    nodes.into_iter().for_each(|node| drop(Running::end(node)));
}

#[test]
fn with_etcd_away_nothing_is_offered_and_soon() {
    for words in [
        &["config", "get", ""][..],
        &["config", "flag", "get", ""],
        &["config", "snapshot", "show", ""],
        &["ha", "status", ""],
        &["ha", "switch", "/ha/db", "--to", ""],
    ] {
        assert!(offered("127.0.0.1:1", words).is_empty());
        assert!(offered(&crate::support::black_hole(), words).is_empty());
    }
}

/// zsh and fish may not be there: where a name is expected, their scripts ask for it.
#[test]
fn zsh_and_fish_ask_where_a_name_is_expected() {
    let zsh = Pat::new("completions zsh").run().stdout;
    for (function, commands) in [
        // find, watch, pick, deregister
        ("_etcdpat_services", 4),
        // get, set, delete, history, list, watch, export
        ("_etcdpat_values", 7),
        ("_etcdpat_flags", 3),
        // show, diff, restore, delete
        ("_etcdpat_snapshots", 4),
        // status, switch
        ("_etcdpat_ha", 2),
        ("_etcdpat_ha_active_passive", 1),
        ("_etcdpat_ha_sharded", 1),
        // ha switch --to, elect transfer --to
        ("_etcdpat_ha_nodes", 2),
    ] {
        assert!(zsh.contains(&format!("{function}() {{")), "{function}");
        let asked = zsh.lines().filter(|line| line.contains(&format!(":{function}'"))).count();
        assert!(asked >= commands, "{function}: {asked}");
    }
    let fish = Pat::new("completions fish").run().stdout;
    for asked in [
        "discover services --names",
        "config list --names",
        "config flag list --names",
        "config snapshot list --names",
        "ha list --names",
        "ha list --shape active-passive --names",
        "ha list --shape sharded --names",
        "ha status --ids -- (commandline -opc)[4]",
    ] {
        let asked = format!("(etcdpat --dial-timeout 1s --command-timeout 1s {asked} 2> /dev/null)");
        assert!(fish.contains(&asked), "{asked}");
    }
    // What they call, is there.
    for (shell, script) in [("zsh", &zsh), ("fish", &fish)] {
        if Command::new(shell).arg("--version").output().is_ok() {
            let dir = tempfile::tempdir().unwrap();
            let file = dir.path().join("script");
            std::fs::write(&file, script).unwrap();
            let mut command = Command::new(shell);
            command.arg("-n").arg(&file);
            let done = finish(command);
            assert_eq!(done.code, 0, "{shell}: {}", done.stderr);
        }
    }
}
