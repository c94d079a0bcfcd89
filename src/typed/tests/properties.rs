//! What holds for every value, document and input.

use proptest::collection::{btree_map, vec};
use proptest::prelude::*;
use proptest::sample::select;

use crate::typed::{Document, Format, KeyPath, Type, Typed};

const TEXTS: &[&str] = &[
    "yes",
    "No",
    "on",
    "y",
    "~",
    "null",
    "true",
    "30",
    "-0",
    "1.5",
    "1e5",
    "2026-01-01",
    "1:20",
    "0o7",
    "007",
    ".5",
    "1_000",
    ".inf",
    " a",
    "a ",
    "a: b",
    "a #b",
    "- a",
    "---",
    "? a",
    "&a",
    "*a",
    "!a",
    "|",
    "%a",
    "[1, 2]",
    "{\"a\":1}",
    "'",
    "\"",
    "\\",
    "$a",
    "`",
    "\n",
    "\r\n",
    "\t",
    "\0",
    "\u{7f}",
    "\u{85}",
    "\u{2028}",
    "\u{feff}",
    "\u{ffff}",
    "\u{1f512}",
    "<<",
    "=",
    "'''",
    "\"\"\"",
    "a\\\nb",
    "it's $1",
];

/// What formats are made of, for texts that are nearly right.
const PIECES: &[&str] = &[
    "a",
    "b",
    "A",
    "a: ",
    "- ",
    "? ",
    ":",
    "\n",
    "\n  ",
    "\n    ",
    " ",
    "\t",
    "{",
    "}",
    "[",
    "]",
    "[[",
    "]]",
    ",",
    "\"",
    "'",
    "\"\"\"",
    "'''",
    "|\n",
    ">-\n",
    "&a ",
    "*a",
    "!!str ",
    "%YAML 1.2\n",
    "---\n",
    "...\n",
    "#",
    "~",
    "null",
    "\\",
    "\\u00",
    "\\ud800",
    "é",
    "\u{feff}",
    "\r",
    "\r\n",
    "<<",
    "@",
    "\u{85}",
    "\0",
    "0o7",
    "0x1",
    "1.5",
    "-",
    "1979-05-27",
    "07:32:00",
    " = ",
    "=",
    ".",
    "nan",
    "inf",
    "true",
    "A__B=",
    "export ",
    "$",
    "`",
    "007",
    "1e999",
    "\"a\": ",
    "1",
];

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        3 => select(TEXTS).prop_map(str::to_owned),
        1 => "[a-z]{1,6}",
        1 => any::<String>(),
        2 => vec(select(TEXTS), 1..4).prop_map(|texts| texts.concat()),
    ]
}

fn number() -> impl Strategy<Value = String> {
    prop_oneof!["-?(0|[1-9][0-9]{0,24})", "-?(0|[1-9][0-9]{0,5})([.][0-9]{1,6})?([eE][-+]?[0-9]{1,3})?"]
}

/// Wire texts.
fn wire() -> impl Strategy<Value = String> {
    let quoted = text().prop_map(|text| serde_json::Value::from(text).to_string()).boxed();
    let scalar = prop_oneof![3 => quoted.clone(), 2 => number(), 1 => Just("true".to_owned())];
    let nested = prop_oneof![9 => scalar.clone(), 1 => Just("null".to_owned())];
    let nested = nested.prop_recursive(4, 24, 4, move |inner| {
        let object = btree_map(quoted.clone(), inner.clone(), 0..4).prop_map(|members| {
            let members: Vec<_> = members.iter().map(|(name, value)| format!("{name}:{value}")).collect();
            format!("{{{}}}", members.join(","))
        });
        prop_oneof![vec(inner, 0..4).prop_map(|items| format!("[{}]", items.join(","))), object]
    });
    let flag = scalar.clone().prop_map(|value| format!("{{\"enabled\":{value},\"percent\":20}}"));
    prop_oneof![3 => scalar, 3 => nested.prop_filter("null is no value", |wire| wire != "null"), 1 => flag]
}

fn typed() -> impl Strategy<Value = Typed> {
    wire().prop_map(|wire| Typed::from_wire(wire.as_bytes()).expect("a value"))
}

fn documents() -> impl Strategy<Value = Document> {
    let plain = "[a-c](_[a-c])?(/[a-c]){0,2}";
    let nasty = vec(text(), 1..3).prop_map(|names| names.join("/"));
    let flag = "features(/[ab]){1,2}(/enabled)?";
    let path = prop_oneof![plain, nasty, flag].prop_filter_map("no path", |path| KeyPath::new(path).ok());
    btree_map(path, typed(), 0..5)
}

/// Whether a text that was made reads back the same, or a key of the document is named.
fn is_faithful(format: Format, document: &Document) -> Result<(), TestCaseError> {
    match format.export(document) {
        Ok(text) => prop_assert_eq!(&format.import(text.as_bytes()), &Ok(document.clone()), "{}", text),
        Err(error) => prop_assert!(document.contains_key(&error.key)),
    }
    Ok(())
}

fn survives(bytes: &[u8]) -> Result<(), TestCaseError> {
    for format in Format::ALL {
        match format.import(bytes) {
            Ok(document) => is_faithful(format, &document)?,
            Err(error) => prop_assert!(error.line > 0 && error.column > 0),
        }
    }
    let _ = Typed::from_wire(bytes);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn an_export_reads_back_the_same_or_names_a_key(document in documents()) {
        for format in Format::ALL {
            is_faithful(format, &document)?;
        }
    }

    #[test]
    fn every_single_string_is_held_by_the_formats_with_types(text in text(), folder in text()) {
        let Ok(path) = KeyPath::new(format!("x/{folder}")) else { return Ok(()) };
        let document = Document::from([(path, Typed::string(text))]);
        for format in [Format::Json, Format::Yaml, Format::Toml] {
            prop_assert!(format.export(&document).is_ok(), "{}", format);
            is_faithful(format, &document)?;
        }
    }

    #[test]
    fn the_wire_loses_nothing(value in typed(), text in text(), number in number()) {
        prop_assert_eq!(Typed::from_wire(value.wire().as_bytes()), Ok(value));
        for wanted in [None].into_iter().chain(Type::ALL.map(Some)) {
            for text in [&text, &number] {
                let Ok(read) = Typed::read(text, wanted) else { continue };
                prop_assert!(wanted.is_none_or(|wanted| read.check(wanted).is_ok()));
                prop_assert_eq!(Typed::from_wire(read.wire().as_bytes()), Ok(read));
            }
        }
        let string = Typed::read(&text, Some(Type::String)).expect("a string");
        prop_assert_eq!(string.text(), text);
        prop_assert_eq!(Typed::read(&number, None).expect("a number").wire(), number);
    }

    #[test]
    fn a_reader_has_an_answer_to_any_bytes(bytes in vec(any::<u8>(), 0..64)) {
        survives(&bytes)?;
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(10_000))]

    #[test]
    fn a_reader_has_an_answer_to_what_is_nearly_right(pieces in vec(select(PIECES), 0..16)) {
        survives(pieces.concat().as_bytes())?;
    }
}
