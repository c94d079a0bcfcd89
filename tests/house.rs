//! Rules of the house: imports, and files that are generated.

use std::collections::BTreeSet;
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

/// The rooms of the house, lowest first. A file imports from its own room and from those below, and from no other.
const ROOMS: &[&[&str]] = &[
    &["signal", "random", "hash", "plain", "value", "tls"],
    &["os", "record"],
    &["clock", "event"],
    &["deadline", "schedule", "check", "render", "typed", "shutdown", "dev"],
    &["client", "supervise", "report"],
    &["session"],
    &["pattern/keys", "pattern/outage", "pattern/deletion"],
    &["pattern/hold", "pattern/lapse"],
    &["pattern/queue", "pattern/watch"],
    &["pattern/mirror", "pattern/rendering"],
    &["pattern/lease", "pattern/lock", "pattern/election", "pattern/discovery", "pattern/config"],
    &["pattern/txn", "pattern/ha"],
    &["error"],
    &["options"],
    &["command/context"],
    &["command/child"],
    &["command"],
    &["cli"],
    &["main"],
];

/// The path of the room that this path of names below `crate::` leads to.
fn room(path: &[&str]) -> Option<&'static str> {
    let rooms = ROOMS.iter().copied().flatten().copied();
    let leads = |room: &&str| path.join("/") == *room || path.join("/").starts_with(&format!("{room}/"));
    rooms.filter(leads).max_by_key(|room| room.len())
}

/// Every path in a `use` tree: `a::{b, c::d}` has `a::b` and `a::c::d`.
fn paths(tree: &str) -> Vec<String> {
    let Some((before, rest)) = tree.split_once('{') else { return vec![tree.trim().to_owned()] };
    let inner = &rest[..rest.rfind('}').unwrap_or(rest.len())];
    let (mut depth, mut start, mut items) = (0, 0, Vec::new());
    for (at, c) in inner.char_indices() {
        match c {
            '{' => depth += 1,
            '}' => depth -= 1,
            ',' if depth == 0 => {
                items.push(&inner[start..at]);
                start = at + 1;
            }
            _ => {}
        }
    }
    items.push(&inner[start..]);
    let items = items.into_iter().filter(|item| !item.trim().is_empty()).flat_map(paths);
    items.map(|item| format!("{}{item}", before.trim())).collect()
}

/// What a file imports, as paths of names below `crate::`. Tests inside it are left out.
fn imports(file: &Path, text: &str) -> Vec<Vec<String>> {
    let mut module: Vec<String> =
        file.with_extension("").iter().map(|part| part.to_str().unwrap().to_owned()).collect();
    if module.last().is_some_and(|last| last == "mod") {
        module.pop();
    }
    let code = text.split("#[cfg(test)]\nmod ").next().unwrap();
    let code: String = code.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join(" ");
    let trees = code.split("use ").skip(1).filter_map(|rest| rest.split_once(';')).map(|(tree, _)| tree);
    let inline = code.split("crate::").skip(1).map(|rest| {
        let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_' && c != ':').unwrap_or(rest.len());
        format!("crate::{}", &rest[..end])
    });
    let absolute = |path: String| {
        let mut names: Vec<String> = path.split("::").map(|name| name.trim().to_owned()).collect();
        let base = match names[0].as_str() {
            // To the binary, the library is another crate.
            "crate" | "etcdpat" => Vec::new(),
            "self" => module.clone(),
            "super" => {
                let up = names.iter().take_while(|name| *name == "super").count();
                names.drain(..up - 1);
                module[..module.len() - up].to_vec()
            }
            _ => return None,
        };
        names.remove(0);
        Some([base, names].concat())
    };
    trees.flat_map(paths).chain(inline).filter_map(absolute).collect()
}

#[test]
fn imports_point_down() {
    let layer = |room: &str| ROOMS.iter().position(|layer| layer.contains(&room)).unwrap();
    let mut wrong = BTreeSet::new();
    let mut seen = BTreeSet::new();
    for (path, text) in sources("") {
        let file = path.strip_prefix(root().join("src")).unwrap();
        let name = file.with_extension("");
        if name == Path::new("lib") || file == Path::new("pattern/mod.rs") {
            continue;
        }
        let parts: Vec<_> = name.iter().map(|part| part.to_str().unwrap()).collect();
        let own = room(&parts).unwrap_or_else(|| panic!("{} is in no room", file.display()));
        for import in imports(file, &text) {
            let import: Vec<_> = import.iter().map(String::as_str).collect();
            let Some(other) = room(&import) else { continue };
            seen.insert((own, other));
            if own != other && layer(other) >= layer(own) {
                wrong.insert(format!("{} imports {}", file.display(), import.join("::")));
            }
        }
    }
    assert!(wrong.is_empty(), "{wrong:#?}");
    // The reading of imports is itself to be trusted.
    for known in
        [("command", "pattern/lock"), ("pattern/lock", "pattern/queue"), ("supervise", "os"), ("cli", "command")]
    {
        assert!(seen.contains(&known), "{known:?} was not found");
    }
}

#[test]
fn each_room_keeps_to_its_own_libraries() {
    none_has("pattern", &["clap", "println!"]);
    none_has("report", &["etcd_client"]);
    for dir in ["session.rs", "client", "supervise"] {
        none_has(dir, &["clap"]);
    }
    none_has("supervise", &["etcd_client"]);
    none_has("deadline.rs", &["BootTime::now", "std::fs", "tokio"]);
    none_has("event", &["etcd_client", "clap"]);
    for dir in ["tls", "render"] {
        none_has(dir, &["etcd_client", "tonic", "clap", "crate::", "tracing"]);
    }
    none_has("check", &["etcd_client", "tonic", "clap", "crate::event", "crate::record", "tracing"]);
    // Nor does one say whom to trust.
    none_has("tls", &["env::"]);
    none_has(
        "typed",
        &["etcd_client", "tonic", "clap", "crate::event", "crate::report", "tracing", "tokio", "std::fs"],
    );
    // No variable of a proxy says where a check goes to.
    none_has("check", &["env::", "_proxy"]);
    // What the queue's keys say, and what is told of them, is the matter of those who use it.
    none_has("pattern/queue", &["Event", "Owner"]);
}

#[test]
fn only_report_writes_standard_output_and_only_os_is_unsafe() {
    for (path, text) in sources("") {
        let text = text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n");
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
