//! Rules of the house: imports, and files that are generated.

use std::fs;
use std::path::{Path, PathBuf};

use crate::support::Pat;

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every source file below `src/DIR`, with its text.
fn sources(dir: &str) -> Vec<(PathBuf, String)> {
    fn walk(dir: &Path, found: &mut Vec<(PathBuf, String)>) {
        for entry in fs::read_dir(dir).unwrap().flatten() {
            let path = entry.path();
            if path.is_dir() {
                walk(&path, found);
            } else if path.extension().is_some_and(|extension| extension == "rs") {
                let text = fs::read_to_string(&path).unwrap();
                found.push((path, text));
            }
        }
    }
    let mut found = Vec::new();
    let path = root().join("src").join(dir);
    if path.is_file() {
        return vec![(path.clone(), fs::read_to_string(path).unwrap())];
    }
    walk(&path, &mut found);
    assert!(!found.is_empty());
    found
}

fn none_has(dir: &str, words: &[&str]) {
    for (path, text) in sources(dir) {
        let code = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
        for word in words {
            assert!(!code.contains(word), "{} has {word}", path.display());
        }
    }
}

#[test]
fn imports_point_one_way() {
    none_has("command", &["crate::cli::", "crate::cli;"]);
    none_has("options", &["crate::cli::", "crate::cli;", "crate::command"]);
    none_has("pattern", &["clap", "crate::report", "crate::command", "crate::options", "crate::cli::", "println!"]);
    none_has("report", &["etcd_client", "crate::client", "crate::pattern", "crate::session"]);
    for dir in ["session.rs", "client", "supervise"] {
        none_has(dir, &["clap", "crate::report", "crate::command", "crate::options", "crate::cli::", "crate::pattern"]);
    }
    none_has("supervise", &["etcd_client", "crate::client", "crate::session"]);
    none_has("deadline.rs", &["BootTime::now", "std::fs", "tokio", "crate::client"]);
    none_has("event.rs", &["etcd_client", "clap"]);
    none_has("event", &["etcd_client", "clap"]);
}

#[test]
fn only_report_writes_standard_output_and_only_os_is_unsafe() {
    for (path, text) in sources("") {
        let relative = path.strip_prefix(root().join("src")).unwrap().to_owned();
        if !relative.starts_with("report") {
            for word in ["println!", "print!(", "io::stdout().lock()", "eprintln!"] {
                assert!(!text.contains(word), "{} has {word}", relative.display());
            }
        }
        if relative != Path::new("os.rs") && !relative.starts_with("os") {
            assert!(!text.contains("unsafe {") && !text.contains("allow(unsafe_code)"), "{}", relative.display());
        }
    }
}

#[test]
fn completions_are_current() {
    for (shell, file) in [
        ("bash", "etcdpat.bash"),
        ("zsh", "_etcdpat"),
        ("fish", "etcdpat.fish"),
        ("powershell", "etcdpat.ps1"),
        ("elvish", "etcdpat.elv"),
    ] {
        let done = Pat::new(&["completions", shell]).run();
        assert_eq!(done.code, 0);
        let path = root().join("completions").join(file);
        if std::env::var_os("ETCDPAT_BLESS").is_some() {
            fs::write(&path, &done.stdout).unwrap();
        }
        let kept = fs::read_to_string(&path).unwrap_or_default();
        assert!(kept == done.stdout, "completions/{file} is not current: ETCDPAT_BLESS=1 cargo test completions");
    }
}

#[test]
fn manual_pages_can_be_written() {
    let dir = tempfile::tempdir().unwrap();
    assert_eq!(Pat::new(&["man", dir.path().to_str().unwrap()]).run().code, 0);
    assert!(dir.path().join("etcdpat-lock.1").exists());
    assert!(Pat::new(&["man"]).run().stdout.starts_with(".ie"));
}

#[test]
fn help_teaches_with_examples() {
    for command in [
        &["--help"][..],
        &["lock", "--help"],
        &["lock", "acquire", "--help"],
        &["lease", "--help"],
        &["lease", "grant", "--help"],
        &["lease", "run", "--help"],
        &["txn", "--help"],
        &["watch", "--help"],
        &["dev", "--help"],
        &["examples", "--help"],
    ] {
        let done = Pat::new(command).run();
        assert_eq!(done.code, 0);
        assert!(done.stdout.contains("Example"), "{command:?}");
    }
}

/// The words of a shell line up to the first operator, quotes taken off.
fn words(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut quote = None;
    for c in line.chars() {
        match (quote, c) {
            (Some(open), _) if c == open => quote = None,
            (None, '\'' | '"') => quote = Some(c),
            (None, ';' | '&' | '|' | '>' | '<' | '#' | ')') => break,
            (None, ' ') => words.push(String::new()),
            _ => words.last_mut().unwrap().push(c),
        }
    }
    words.retain(|word| !word.is_empty());
    // A variable has some value.
    words.into_iter().map(|word| if word.starts_with('$') { "1".to_owned() } else { word }).collect()
}

#[test]
fn every_command_line_in_the_documents_is_one() {
    let mut seen = 0;
    let guide = fs::read_dir(root().join("docs/guide")).unwrap().flatten().map(|entry| entry.path());
    let pages = ["README.md", "docs/safety.md", "docs/events.md", "docs/architecture.md"].map(|page| root().join(page));
    for page in pages.into_iter().chain(guide) {
        let text = fs::read_to_string(&page).unwrap();
        let fenced = text.split("```").skip(1).step_by(2).flat_map(str::lines);
        for line in fenced.filter_map(|line| line.strip_prefix("$ ").unwrap_or(line).strip_prefix("etcdpat ")) {
            let words = words(line);
            let parsed = etcdpat::cli::command().try_get_matches_from(["etcdpat".to_owned()].into_iter().chain(words));
            let refused = parsed.err().filter(|error| error.use_stderr());
            assert!(refused.is_none(), "{}: etcdpat {line}\n{}", page.display(), refused.unwrap());
            seen += 1;
        }
    }
    assert!(seen > 20, "{seen}");
}
