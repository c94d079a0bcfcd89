//! Documents that are written.

use super::{document, shown};
use crate::typed::Format::{self, Env, Json, Toml, Yaml};

fn exported(format: Format, values: &[(&str, &str)]) -> String {
    let document = document(values);
    let text = format.export(&document).unwrap_or_else(|error| panic!("{error}"));
    let again = format.import(text.as_bytes()).unwrap_or_else(|error| panic!("{text}\n{error}"));
    assert_eq!(shown(&again), shown(&document), "{text}");
    text
}

fn refused(format: Format, values: &[(&str, &str)]) -> String {
    format.export(&document(values)).expect_err("it can't be held").to_string()
}

#[test]
fn documents_are_written_as_people_would() {
    let values = [
        ("database/host", r#""db.example""#),
        ("database/pool-x/size", "1.10"),
        ("database/port", "5432"),
        ("debug", "false"),
        ("nodes", r#"["a",{"b c":1,"a":[]}]"#),
        ("note", r#""two\nlines: it's #1""#),
    ];
    let json = r#"{
  "database": {
    "host": "db.example",
    "pool-x": {
      "size": 1.10
    },
    "port": 5432
  },
  "debug": false,
  "nodes": ["a",{"b c":1,"a":[]}],
  "note": "two\nlines: it's #1"
}
"#;
    assert_eq!(exported(Json, &values), json);
    let yaml = r#"database:
  host: db.example
  pool-x:
    size: 1.10
  port: 5432
debug: false
nodes: ["a", {"b c": 1, "a": []}]
note: "two\nlines: it's #1"
"#;
    assert_eq!(exported(Yaml, &values), yaml);
    let toml = r#"debug = false
nodes = ["a", { "b c" = 1, a = [] }]
note = "two\nlines: it's #1"

[database]
host = "db.example"
port = 5432

[database.pool-x]
size = 1.10
"#;
    assert_eq!(exported(Toml, &values), toml);
    let env = "A__OBJECT='{\"a\":1}'\nDATABASE__MAX_SIZE=1.10\nNODES='[1,\"a\"]'\nNOTE=\"it's \\$1\"\n";
    let values =
        [("a/object", "{\"a\":1}"), ("database/max_size", "1.10"), ("nodes", "[1,\"a\"]"), ("note", "\"it's $1\"")];
    assert_eq!(exported(Env, &values), env);
}

#[test]
fn yaml_puts_quotes_around_what_any_reader_takes_for_something_else() {
    for text in [
        "yes",
        "No",
        "on",
        "OFF",
        "y",
        "N",
        "~",
        "null",
        "Null",
        "true",
        "30",
        "-5",
        "+1",
        "1.5",
        "1e5",
        "2026-01-01",
        "2026-01-01 10:00:00",
        "1:20",
        "190:20:30",
        "0o7",
        "007",
        "0x1F",
        "0b1",
        ".5",
        "5.",
        ".inf",
        "-.INF",
        ".nan",
        "1_000",
        "",
        " a",
        "a ",
        "a: b",
        "a:",
        "a #b",
        "#a",
        "- a",
        "-",
        "---",
        "...",
        "? a",
        ": a",
        "&a",
        "*a",
        "!a",
        "!!str a",
        "|",
        ">",
        "%a",
        "@a",
        "`a",
        "[a",
        "{a",
        "a]",
        "a,b",
        "'a'",
        "\"a\"",
        "\\n",
        "a\nb",
        "a\tb",
        "\r",
        "<<",
        "=",
        "a\u{85}b",
        "a\u{2028}b",
        "\u{feff}a",
        "\u{7f}",
        "\0",
        "\u{ffff}",
        "größe",
    ] {
        let wire = serde_json::to_string(text).expect("JSON");
        let yaml = exported(Yaml, &[("k", &wire)]);
        assert!(yaml.starts_with("k: \"") && yaml.ends_with("\"\n") && yaml.lines().count() == 1, "{yaml}");
        for format in [Json, Toml] {
            exported(format, &[("k", &wire), ("list", &format!("[{wire},{{{wire}:{wire}}}]"))]);
        }
        if super::KeyPath::new(text).is_ok() {
            for format in [Json, Yaml, Toml] {
                exported(format, &[(text, "1"), (&format!("x/{text}/y"), "[]")]);
            }
        }
    }
    for text in ["a", "hello world", "a-b_c.d", "x/y", "e5", "v1.10"] {
        assert_eq!(exported(Yaml, &[("k", &format!("\"{text}\""))]), format!("k: {text}\n"));
    }
}

#[test]
fn flags_are_values() {
    let values = [
        ("a/b", "1"),
        ("features/new-ui", r#"{"enabled":true,"percent":20,"allow":["ann"],"deny":["b c"]}"#),
        ("features/odd/enabled", r#"{"enabled":false}"#),
        ("features/plain", "true"),
        ("features/team/x", r#"{"enabled":false,"allow":["ann"]}"#),
    ];
    let yaml = exported(Yaml, &values);
    assert!(yaml.contains("  new-ui: {\"enabled\": true, \"percent\": 20, \"allow\": [\"ann\"], "), "{yaml}");
    let toml = exported(Toml, &values);
    assert!(toml.contains("new-ui = { enabled = true, percent = 20, allow = [\"ann\"], deny = [\"b c\"] }"), "{toml}");
    exported(Json, &values);
}

#[test]
fn what_a_format_cannot_hold_is_refused_by_name() {
    let nested = |levels: usize| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
    let long = "a".repeat(1000);
    for (formats, values, told) in [
        (&Format::ALL[..], &[("a", "1"), ("a/b", "2")][..], "can't hold a/b: a is a value and can't"),
        (&[Json, Yaml, Toml], &[("a", "{\"b\":1}")], "can't hold a: it is an object"),
        (&[Json, Yaml, Toml], &[("x/a", "{}")], "can't hold x/a: it is an object"),
        (&[Json, Yaml, Toml], &[("features/x", "{\"a\":1}")], "can't hold features/x: it is an object"),
        (&[Json, Yaml, Toml], &[("flags/x", "{\"enabled\":true}")], "can't hold flags/x: it is an object"),
        (
            &[Json, Yaml, Toml],
            &[("features/x/enabled", "true")],
            "can't hold features/x/enabled: an object with `enabled`",
        ),
        (&[Toml], &[("features/x", "{\"enabled\":true,\"a\":null}")], "can't hold features/x: it has a null in it"),
        (&[Toml], &[("a", "[1,[null]]")], "can't hold a: it has a null in it"),
        (&[Toml], &[("a", "9223372036854775808")], "can't hold a: an integer in it needs more than 64 bits"),
        (&[Toml], &[("a", "[{\"b\":-9223372036854775809}]")], "can't hold a: an integer"),
        (&[Toml], &[("a", "1e999")], "can't hold a: a float in it is too large"),
        (&[Yaml], &[(&format!("x/{long}"), "1")], "has a name of more than 1000 characters"),
        (&[Yaml], &[("x", &format!("[{{\"{long}\":1}}]"))], "can't hold x: it has a name of more than 1000"),
        (&[Toml], &[("a/b", &nested(79))], "can't hold a/b: it has more than 80 levels"),
        (&Format::ALL, &[("a/b", &nested(99))], "can't hold a/b: it has more than"),
        (&[Env], &[("a", "\"30\"")], "can't hold a: it is a string, and would be read back as int"),
        (&[Env], &[("a", "\"1e5\"")], "can't hold a: it is a string, and would be read back as float"),
        (&[Env], &[("a", "\"true\"")], "can't hold a: it is a string, and would be read back as bool"),
        (&[Env], &[("a", "\"[1, 2]\"")], "can't hold a: it is a string, and would be read back as json"),
        (&[Env], &[("a", "\"b\\u0000\"")], "can't hold a: it has a NUL in it"),
        (&[Env], &[("Size", "1")], "can't hold Size: its names have to be"),
        (&[Env], &[("max-size", "1")], "can't hold max-size: its names have to be"),
        (&[Env], &[("a__b", "1")], "can't hold a__b: its names have to be"),
        (&[Env], &[("a_/b", "1")], "can't hold a_/b: its names have to be"),
        (&[Env], &[("1a", "1")], "can't hold 1a: its names have to be"),
    ] {
        for format in formats {
            let error = refused(*format, values);
            assert!(error.starts_with(&format!("{format} ")) && error.contains(told), "{error}\n{told}");
        }
    }
    let largest = [("a", "[9223372036854775807,-9223372036854775808,-0,1e308]"), ("b/c", &nested(78))];
    exported(Toml, &largest);
    exported(Toml, &[(&vec!["a"; 80].join("/"), "1")]);
    for format in [Json, Yaml] {
        exported(format, &[(&vec!["a"; 100].join("/"), "1")]);
    }
    exported(Json, &[("a/b", &nested(98))]);
    exported(Yaml, &[("a/b", &nested(98))]);
}

#[test]
fn an_empty_document_is_one_in_each_format() {
    for format in Format::ALL {
        exported(format, &[]);
    }
}
