//! Documents that people write.

use super::{imported, refused};
use crate::typed::Format::{Env, Json, Toml, Yaml};

fn pairs(values: &[(&str, &str)]) -> Vec<(String, String)> {
    values.iter().map(|(path, wire)| ((*path).to_owned(), (*wire).to_owned())).collect()
}

#[test]
fn one_configuration_is_the_same_in_each_format() {
    let expected = pairs(&[
        ("database/host", r#""db.example""#),
        ("database/max_size", "1.10"),
        ("database/port", "5432"),
        ("debug", "false"),
        ("nodes", r#"["a",{"b":1,"a":[]}]"#),
        ("version", r#""1.10""#),
    ]);
    let json = r#"{"debug": false, "version": "1.10", "nodes": ["a", {"b": 1, "a": []}],
        "database": {"host": "db.example", "port": 5432, "max_size": 1.10}, "empty": {}}"#;
    assert_eq!(imported(Json, json), expected);
    assert_eq!(imported(Json, &format!("\u{feff}{json}")), expected);
    let yaml = "---\n# configuration\ndebug: false\nversion: '1.10'\nnodes:\n- a\n- b: 1\n  a: []\ndatabase:\n  host: \
                db.example\n  port: 5432\n  max_size: 1.10\n";
    assert_eq!(imported(Yaml, yaml), expected);
    let toml = "debug = false\nversion = '1.10'\nnodes = ['a', { b = 1, a = [] }]\ndatabase.max_size = \
                1.10\ndatabase.host = \"db.example\"\ndatabase.port = 5_432\n[empty]\n";
    assert_eq!(imported(Toml, toml), expected);
    let env = &expected[..5];
    let text = "# configuration\nexport DEBUG=false\nNODES='[\"a\", {\"b\": 1, \"a\": []}]'\r\n\n  \
                DATABASE__HOST=\"db.example\"  \nDATABASE__PORT=5432\nDATABASE__MAX_SIZE=1.10";
    assert_eq!(imported(Env, text), env);
}

#[test]
fn nothing_is_an_empty_document() {
    for (format, text) in [(Json, " {} "), (Yaml, ""), (Yaml, "# x\n"), (Yaml, "{}"), (Toml, "# x"), (Env, "\n# x\n")] {
        assert_eq!(imported(format, text), [], "{format} {text}");
    }
}

#[test]
fn yaml_is_read_by_its_core_schema() {
    for (text, wire) in [
        ("yes", "\"yes\""),
        ("no", "\"no\""),
        ("on", "\"on\""),
        ("off", "\"off\""),
        ("y", "\"y\""),
        ("True", "true"),
        ("FALSE", "false"),
        ("1.10", "1.10"),
        ("1e5", "1e5"),
        ("+5", "5"),
        ("-0", "-0"),
        ("12345678901234567890", "12345678901234567890"),
        (".5", "0.5"),
        ("-.5e3", "-0.5e3"),
        ("5.", "5.0"),
        ("0o17", "15"),
        ("0xFF", "255"),
        ("0b1", "\"0b1\""),
        ("1_000", "\"1_000\""),
        ("1:20", "\"1:20\""),
        ("2026-01-01", "\"2026-01-01\""),
        ("1.2.3", "\"1.2.3\""),
        ("'null'", "\"null\""),
        ("|\n  a\n  b\n", "\"a\\nb\\n\""),
        (">-\n  a\n  b\n", "\"a b\""),
        ("[1, ~, {a: null}]", r#"[1,null,{"a":null}]"#),
    ] {
        assert_eq!(imported(Yaml, &format!("k: {text}")), pairs(&[("k", wire)]), "{text}");
    }
    for (text, wire) in [("0xff", "255"), ("+1", "1"), ("-0", "-0"), ("1_0.5_0", "10.50"), ("1e05", "1e05")] {
        assert_eq!(imported(Toml, &format!("k = {text}")), pairs(&[("k", wire)]), "{text}");
    }
}

#[test]
fn what_is_refused_is_told_with_its_place_and_key() {
    for (format, text, told) in [
        (Json, "{\"a\": {\n  \"b\": null}}", "line 2, column 8: a/b: null is not a value"),
        (Json, "{\"a\": 1,\n \"a\": 2}", "line 2, column 2: a: this key is there twice"),
        (Json, "{\"x\": [{\"a\": 1, \"a\": 2}]}", "line 1, column 17: x/a: this key is there twice"),
        (Json, "{\"x\": {\"a/b\": 1}}", "line 1, column 8: x/a/b: a name in a document can't have / in it"),
        (Json, "{\"\": 1}", "line 1, column 2: a name in a path can't be empty"),
        (Json, "{\"x\": {\"..\": {\"y\": 1}}}", "line 1, column 8: x/..: a name in a path can't be . or .."),
        (Json, "{\"a\\u0007\": {}}", r"line 1, column 2: a\u{7}: a name in a path can't have a control character"),
        (Json, "{\"a\": 1,}", "line 1, column 9: "),
        (Json, "{\"a\": NaN}", "line 1, column 7: a number has to be finite"),
        (Json, "{\"a\": -Infinity}", "line 1, column "),
        (Json, "{\"a\": [1", "line 1, column 8: the text ends in a list"),
        (Json, "{\"a\": 007}", "line 1, column 8: invalid number"),
        (Json, "[1]", "line 1, column 1: expected an object of keys and values"),
        (Json, "{\"é\": x}", "line 1, column 7: expected a value"),
        (Yaml, "a:\n  b: ~\n", "line 2, column 6: a/b: null is not a value"),
        (Yaml, "a:\nb: 1", "line 1, column 2: a: null is not a value"),
        (Yaml, "é: 007", "line 1, column 4: é: a number with leading zeros"),
        (Yaml, "a: -01.5", "line 1, column 4: a: a number with leading zeros"),
        (Yaml, "a: .nan", "line 1, column 4: a: a number has to be finite"),
        (Yaml, "a: -.Inf", "line 1, column 4: a: a number has to be finite"),
        (Yaml, "a: 1\nb: 2\na: 3", "line 3, column 1: a: this key is there twice"),
        (Yaml, "a: &x 1", "line 1, column 4: a: an anchor can't be used here"),
        (Yaml, "a: *x", "line 1, column 4: a: an alias can't be used here"),
        (Yaml, "a: !!str 5", "line 1, column 4: a: a tag can't be used here"),
        (Yaml, "a: !x y", "line 1, column 4: a: a tag can't be used here"),
        (Yaml, "a:\n  h: [\n  i: 1\n", "line 2, column 6: a/h: unclosed bracket"),
        (Yaml, "a:\n  <<: {b: 1}", "line 2, column 3: a: a merge key (<<) can't be used here"),
        (Yaml, "a: 1\n---\nb: 2", "line 2, column 1: a second document can't be used here"),
        (Yaml, "%YAML 1.1\n---\na: yes", "line 1, column 1: a directive (%) can't be used here"),
        (Yaml, "1: x", "line 1, column 1: 1: a key has to be a string"),
        (Yaml, "true: x", "line 1, column 1: true: a key has to be a string"),
        (Yaml, "? [a]\n: x", "line 1, column 3: a key has to be a string"),
        (Yaml, "a: 1\nb: [1", "line 2, column 4: b: unclosed bracket"),
        (Yaml, "a: 1\nb: c: d", "line 2, column 5: mapping values are not allowed"),
        (Yaml, "a/b: 1", "line 1, column 1: a/b: a name in a document can't have / in it"),
        (Yaml, "- a", "line 1, column 1: expected an object"),
        (Toml, "a = 1\nb = 1979-05-27", "line 2, column 5: b: dates and times have no type here"),
        (Toml, "[x]\na = 07:32:00", "line 2, column 5: x/a: dates and times have no type here"),
        (Toml, "a = [nan]", "line 1, column 6: a: a number has to be finite"),
        (Toml, "a = +inf", "line 1, column 5: a: a number has to be finite"),
        (Toml, "a = 1e999", "line 1, column 5: a: the number is too large"),
        (Toml, "a = 9223372036854775808", "line 1, column 5: a: the number is too large"),
        (Toml, "a = 007", "line 1, column 5: "),
        (Toml, "a = 1\nb = 2\n\"a\" = 3", "line 3, column 1: a: this key is there twice"),
        (Toml, "a = ", "line 1, column 5: "),
        (Toml, "\"é\" = 1\n\"a/b\" = 1", "line 2, column 1: a/b: a name in a document can't have / in it"),
        (Env, "A=1\nA__B=2", "line 2, column 1: a/b: a is a value and can't also be a folder"),
        (Env, "A__B=2\nA=1", "line 2, column 1: a/b: a is a value and can't also be a folder"),
        (Env, "A='a b' # c", "line 1, column 9: A: a comment stands on a line of its own"),
        (Env, "A='a b' c", "line 1, column 9: A: there is something behind the quotes"),
        (Env, "A=a b", "line 1, column 5: A: a value with a space in it needs quotes around it"),
        (Env, "A=1\na=2", "line 2, column 1: a: this key is there twice"),
    ] {
        let error = refused(format, text);
        assert!(error.starts_with(told), "{format} {text}\n{error}\n{told}");
    }
    assert_eq!(refused(Json, b"{\n\"\xff\": 1}"), "line 2, column 2: not UTF-8");
}

#[test]
fn no_depth_overflows_the_stack() {
    let nested = |open: &str, inner: &str, close: &str, levels| {
        format!("{}{inner}{}", open.repeat(levels), close.repeat(levels))
    };
    for levels in [101, 10_000, 200_000] {
        for (format, text) in [
            (Json, nested("{\"a\":", "1", "}", levels)),
            (Json, format!("{{\"a\":{}}}", nested("[", "", "]", levels))),
            (Yaml, nested("{a: ", "1", "}", levels)),
            (Yaml, format!("a: {}", nested("[", "", "]", levels))),
            (Yaml, "- ".repeat(levels)),
            (Toml, format!("a = {}", nested("[", "", "]", levels))),
            (Toml, nested("a = {", "", "}", levels)),
            (Toml, format!("{}a = 1", "a.".repeat(levels))),
            (Toml, format!("[{}a]\n", "a.".repeat(levels))),
        ] {
            let error = refused(format, &text);
            assert!(error.contains("levels"), "{format} {levels}: {error}");
        }
    }
    let dotted = "a.".repeat(78);
    let error = refused(Toml, nested(&format!("{dotted}a = {{"), "", "}", 75));
    assert!(error.contains("levels"), "{error}");
    assert_eq!(imported(Json, &nested("{\"a\":", "1", "}", 100)).len(), 1);
    assert_eq!(imported(Yaml, &nested("{a: ", "1", "}", 100)).len(), 1);
    assert_eq!(imported(Toml, &format!("a = {}", nested("[", "", "]", 79))).len(), 1);
}
