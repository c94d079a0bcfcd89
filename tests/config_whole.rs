//! Whatever the values are: exported and imported, or kept and restored, they are the same bytes in etcd.

use std::collections::BTreeMap;
use std::fs;

use etcd_client::{DeleteOptions, GetOptions};

use crate::support::history::with_client;
use crate::support::{Etcd, Random, path};

type State = BTreeMap<String, Vec<u8>>;

const ROOT: &str = "/config/app/";
/// What other parsers would take for something else, and what needs quotes somewhere.
const TEXTS: &[&str] = &[
    "",
    "db.com",
    "yes",
    "No",
    "on",
    "~",
    "null",
    "true",
    "30",
    "007",
    "1.5",
    "0x1f",
    "0o7",
    "1:20",
    "2026-11-27",
    ".inf",
    " a ",
    "a: b",
    "a #b",
    "- a",
    "---",
    "&a",
    "*a",
    "!t",
    "|",
    "%",
    "[1]",
    "{\"a\":1}",
    "'",
    "\"",
    "\\",
    "$HOME `id`",
    "a\nb\n",
    "\r\n",
    "\t",
    "\u{7f}",
    "\u{85}",
    "\u{feff}",
    "é🔒",
    "<<",
    "=",
];
const OTHERS: &[&str] =
    &["0", "-7", "30", "1.10", "1e5", "true", "false", "12345678901234567890", "[]", "[1,\"a\",[2.50,true]]"];
const NAMES: &[&str] = &["a", "b", "max-conns", "max_conns", "D", "x y", "é", "yes", "1", "null"];

fn stored(etcd: &Etcd) -> State {
    with_client(etcd, async |mut client| {
        let all = client.get(ROOT, Some(GetOptions::new().with_prefix())).await.unwrap();
        let each = all.kvs().iter().map(|kv| (kv.key_str().unwrap()[ROOT.len()..].to_owned(), kv.value().to_vec()));
        each.collect()
    })
}

fn put(etcd: &Etcd, values: &State) {
    with_client(etcd, async |mut client| {
        client.delete(ROOT, Some(DeleteOptions::new().with_prefix())).await.unwrap();
        for (path, value) in values {
            client.put(format!("{ROOT}{path}"), value.clone(), None).await.unwrap();
        }
    });
}

fn wire(random: &mut Random) -> Vec<u8> {
    match random.below(2) {
        0 => serde_json::to_vec(TEXTS[random.below(TEXTS.len())]).unwrap(),
        _ => OTHERS[random.below(OTHERS.len())].into(),
    }
}

const FLAGS: &[&str] = &[
    "true",
    "false",
    r#"{"enabled":true,"percent":20}"#,
    r#"{"enabled":false,"allow":["ann","b c"],"deny":["'"]}"#,
    r#"{"enabled":true,"percent":0,"allow":["é"]}"#,
];

fn state(random: &mut Random, names: &[&str]) -> State {
    let mut state = State::new();
    for _ in 0..random.below(3) {
        let (name, flag) = (names[random.below(names.len())], FLAGS[random.below(FLAGS.len())]);
        state.insert(format!("features/{name}"), flag.into());
    }
    for _ in 0..random.below(12) {
        let depth = random.below(3);
        let path = (0..=depth).map(|_| names[random.below(names.len())]).collect::<Vec<_>>().join("/");
        let is_below = |one: &str, other: &str| one.starts_with(&format!("{other}/"));
        if !state.keys().any(|other: &String| is_below(other, &path) || is_below(&path, other)) {
            state.insert(path, wire(random));
        }
    }
    state
}

#[test]
fn what_is_exported_is_imported_to_the_same_bytes_or_refused_by_name() {
    let etcd = Etcd::start();
    let dir = tempfile::tempdir().unwrap();
    let mut random = Random::new();
    for format in ["json", "yaml", "toml", "env"] {
        let names = if format == "env" { &["a", "b", "max_conns", "c1"] } else { NAMES };
        let (mut kept, mut refused) = (0, 0);
        for round in 0..12 {
            let mut values = state(&mut random, names);
            if round == 0 {
                values = State::from([("features/a".to_owned(), FLAGS[2].into())]);
            }
            put(&etcd, &values);
            let file = path(&dir, &format!("all.{format}"));
            let exported = etcd.run(&["config", "export", "--format", format]);
            if exported.code != 0 {
                let named =
                    values.keys().any(|path| exported.stderr.contains(&format!("{format} can't hold {path}: ")));
                assert!(exported.code == 2 && named && exported.stdout.is_empty(), "{}", exported.stderr);
                assert!(["toml", "env"].contains(&format), "{format} holds all of these: {}", exported.stderr);
                refused += 1;
                continue;
            }
            fs::write(&file, &exported.stdout).unwrap();
            put(&etcd, &State::new());
            let imported = etcd.run(&["config", "import", &file]);
            assert_eq!(imported.code, 0, "{}\n{}", imported.stderr, exported.stdout);
            assert_eq!(stored(&etcd), values, "{}", exported.stdout);
            kept += 1;
        }
        assert!(kept > 0, "{format}: {refused} refused");
    }
    etcd.ctl("del --prefix /");
}

#[test]
fn a_snapshot_is_restored_to_exactly_what_was_stored() {
    let etcd = Etcd::start();
    let mut random = Random::new();
    for (size, rounds) in [(10, 6), (1000, 2)] {
        for round in 0..rounds {
            let mut models = Vec::new();
            let mut values: State = (0..size).map(|number| (format!("k{number}"), wire(&mut random))).collect();
            for version in 0..3 {
                let version = format!("s{size}-{round}-{version}");
                put(&etcd, &values);
                assert_eq!(etcd.run(&["config", "snapshot", "create", &version]).code, 0);
                models.push((version, values.clone()));
                for _ in 0..size / 2 {
                    let path = format!("k{}", random.below(size * 2));
                    if random.below(3) == 0 {
                        values.remove(&path);
                    } else {
                        values.insert(path, wire(&mut random));
                    }
                }
            }
            for _ in 0..5 {
                let (version, model) = &models[random.below(models.len())];
                let restored = etcd.run(&["config", "snapshot", "restore", version]);
                assert_eq!(restored.code, 0, "{}", restored.stderr);
                assert_eq!(stored(&etcd), *model, "{version}");
            }
        }
    }
    etcd.ctl("del --prefix /");
}
