//! Help: every page has its own options and examples, and the examples work.

use std::collections::BTreeSet;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::Command;
use std::sync::Mutex;

use crate::support::{Pat, finish, path};

/// A page of help, and the command lines of its examples.
struct Page {
    command: Vec<String>,
    examples: Vec<String>,
}

/// The pages of a command and of all below it.
fn pages(command: &clap::Command, above: &[String]) -> Vec<Page> {
    let own: Vec<_> = above.iter().cloned().chain([command.get_name().to_owned()]).collect();
    let text = command.get_long_about().map(ToString::to_string).unwrap_or_default().replace("\\\n", "");
    let examples = text.lines().skip_while(|line| *line != "Examples:").skip(1);
    let examples = examples.take_while(|line| line.starts_with("  ")).map(|line| line.trim().to_owned()).collect();
    let below = command.get_subcommands().filter(|sub| sub.get_name() != "help").flat_map(|sub| pages(sub, &own));
    let below: Vec<_> = below.collect();
    [Page { command: own, examples }].into_iter().chain(below).collect()
}

fn all() -> Vec<Page> {
    pages(&etcdpat::cli::command(), &[])
}

#[test]
fn every_page_has_two_examples_of_its_command() {
    for page in all() {
        let own = page.command[1..].join(" ");
        let with = |words: &str| page.examples.iter().filter(|line| line.contains(words)).count();
        assert!(with("etcdpat") >= 2 && with(&own) >= 1, "{own}: {:?}", page.examples);
    }
}

#[test]
fn pages_are_a_commands_own_and_name_what_every_command_has() {
    for page in all().iter().filter(|page| page.command.len() > 1) {
        let own: Vec<_> = page.command[1..].iter().map(String::as_str).collect();
        let said = |flag| Pat::new(&[&own[..], &[flag]].concat()).run().stdout;
        let (short, long) = (said("-h"), said("--help"));
        for text in [&short, &long] {
            let (_, rest) = text.split_once("\nGlobal options").unwrap_or_else(|| panic!("{own:?}: {text}"));
            assert!(rest.contains("--endpoints <H:P,...>") && rest.lines().count() < 10, "{own:?}: {rest}");
            assert!(text.contains("\nExamples:\n  "), "{own:?}: {text}");
        }
        assert!(!short.contains("ETCDPAT_ENDPOINTS,") && short.len() < long.len() + 200, "{own:?}");
        assert!(!long.contains("separated by commas"), "{own:?}");
    }
    let whole = Pat::new("--help").run().stdout;
    assert!(whole.contains("separated by commas") && whole.contains("ETCDCTL_ENDPOINTS"), "{whole}");
    // A command that fails is no lock that is busy.
    assert!(whole.contains("122") && !whole.contains("./backup.sh ||"), "{whole}");
    assert!(!Pat::new("-h").run().stdout.contains("separated by commas"));
}

#[test]
fn what_is_not_filled_fits_a_terminal() {
    for page in all() {
        let own: Vec<_> = page.command[1..].iter().map(String::as_str).collect();
        let page = Pat::new(&[&own[..], &["--help"]].concat()).env("COLUMNS", "100").run().stdout;
        let above = page.lines().take_while(|line| !line.starts_with("Usage:"));
        let long = above.filter(|line| line.starts_with(' ') && line.len() > 80).collect::<Vec<_>>();
        assert!(long.is_empty(), "{own:?}: {long:?}");
        // A paragraph is as wide as the terminal: it ends where the next word would not have fitted.
        let page = Pat::new(&[&own[..], &["--help"]].concat()).env("COLUMNS", "60").run().stdout;
        let lines: Vec<_> = page.lines().take_while(|line| !line.starts_with("Usage:")).collect();
        let is_prose = |line: &str| line.chars().next().is_some_and(|first| first != ' ') && !line.ends_with(':');
        for two in lines.windows(2).filter(|two| two.iter().all(|line| is_prose(line))) {
            let next = two[1].split(' ').next().unwrap_or_default();
            assert!(two[0].len() + 1 + next.len() > 60, "{own:?}: {two:?}");
        }
    }
}

/// What the examples run beside etcdpat, and read. (Names of scripts are found on the PATH, too, so that none is real.)
fn prepare(dir: &Path) {
    let programs = ["systemctl", "nginx", "curl", "convert", "pass", "generate-settings", "code", "sudo"];
    let scripts = all().into_iter().flat_map(|page| page.examples);
    let scripts: Vec<_> = scripts
        .flat_map(|line| line.split([' ', '\'', '"', ';', ')']).map(str::to_owned).collect::<Vec<_>>())
        .filter_map(|word| Some(word.strip_prefix("./")?.to_owned()))
        .filter(|name| !name.is_empty())
        .collect();
    for name in programs.into_iter().map(str::to_owned).chain(scripts) {
        let file = dir.join(&name);
        let writes = if name == "generate-settings" { r#"echo '{"a": {"b": 1}}'"# } else { "" };
        std::fs::write(&file, format!("#!/bin/sh\ncat > /dev/null\n{writes}\n")).unwrap();
        std::fs::set_permissions(file, PermissionsExt::from_mode(0o755)).unwrap();
    }
    for (name, text) in [
        ("addresses", "ann\nbob\n"),
        ("app.conf.j2", "host = {{ database.host }}\n"),
        ("nginx.conf.j2", "host = {{ database.host }}\n"),
        ("web.conf.j2", "{% for one in services.web %}{{ one.address }}\n{% endfor %}"),
        ("haproxy.cfg.j2", "{% for one in services.web %}{{ one.address }}\n{% endfor %}"),
        ("settings.yaml", "database:\n  host: db.com\n"),
        ("cert.pem", "a certificate\n"),
        ("render.toml", "[[template]]\ntemplate = \"app.conf.j2\"\nout = \"app.conf\"\n"),
        ("services.toml", "[[service]]\nname = \"web\"\nid = \"w\"\naddress = \"10.0.0.7:80\"\n"),
        ("transaction.json", r#"{"then": [{"op": "put", "key": "/k", "value": "v"}]}"#),
    ] {
        std::fs::write(dir.join(name), text).unwrap();
    }
}

/// An example that can't work here, and why.
const NOT_RUN: [(&str, &str); 1] =
    [("etcdpat config set database/password --no-echo", "it asks for the password on a terminal")];

/// Each example against an etcd of its own: it ends with 0, or says no, or runs until it is told to stop.
#[test]
fn every_example_works() {
    let lines: BTreeSet<_> = all().into_iter().flat_map(|page| page.examples).collect();
    let is_run = |line: &&String| line.contains("etcdpat") && !NOT_RUN.iter().any(|(not, _)| line.starts_with(not));
    let lines: Vec<_> = lines.iter().filter(is_run).collect();
    assert!(lines.len() > 100, "{}", lines.len());
    let wrong = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for part in lines.chunks(lines.len().div_ceil(3)) {
            let wrong = &wrong;
            scope.spawn(move || {
                let each = part.iter().filter_map(|line| Some(format!("{line}\n    {}", works(line).err()?)));
                wrong.lock().unwrap().extend(each.collect::<Vec<_>>());
            });
        }
    });
    let wrong = wrong.into_inner().unwrap();
    assert!(wrong.is_empty(), "{} of {}:\n{}", wrong.len(), lines.len(), wrong.join("\n"));
}

/// What the examples take from other lines, and what runs one: for a second, if it runs for long.
const AROUND: &str = r#"
    name=/of-an-example
    [[ $LINE != *'lock break'* ]] || name=/locks/deploy
    lock=$(etcdpat lock acquire $name --shared -o json) lease=$(etcdpat lease grant 60s)
    [[ $LINE != *'lease of'* ]] || etcdpat lease attach "$lease" /nodes/a up
    key=$(jq -r .key <<<"$lock") fence=$(jq -r .fence <<<"$lock")
    export lock lease key fence ETCDPAT_LOCK=$name ETCDPAT_FENCE=$fence
    export USER=ann HOSTNAME=node CI_JOB_ID=7 EDITOR=true
    timeout -k 20 1 bash -c "$LINE"
"#;

fn works(line: &str) -> Result<(), String> {
    let dir = tempfile::tempdir().unwrap();
    prepare(dir.path());
    // Nothing outside of the directory is written.
    let place = path(&dir, "place");
    let outside = ["/etc/", "/usr/local/", "/var/lib/", "~/"];
    let moved = outside.iter().fold(line.to_owned(), |line, dir| line.replace(dir, &format!("{place}/")));
    for below in ["bash_completion.d", "share/zsh/site-functions", "share/man/man1", ".config/fish/completions"] {
        std::fs::create_dir_all(Path::new(&place).join(below)).unwrap();
    }
    for below in ["nginx/conf.d", "server"] {
        std::fs::create_dir_all(Path::new(&place).join(below)).unwrap();
    }
    let own = Path::new(env!("CARGO_BIN_EXE_etcdpat"));
    let mut command = Command::new(own);
    command.args(["dev", "--", "bash", "-c", AROUND]).current_dir(dir.path()).env("LINE", moved);
    let search = [dir.path(), own.parent().unwrap()].map(|dir| dir.display().to_string()).join(":");
    command.env("PATH", format!("{search}:{}", std::env::var("PATH").unwrap())).env("HOME", dir.path());
    let done = finish(command);
    let is_known = matches!(done.code, 0 | 1 | 122 | 123 | 124);
    let is_misused =
        ["Usage:", "For more information", "command not found"].iter().any(|word| done.stderr.contains(word));
    if is_known && !is_misused {
        Ok(())
    } else {
        Err(format!("exit code {}: {}{}", done.code, done.stdout, done.stderr))
    }
}
