//! Single values.

use std::time::Duration;

use crate::typed::{InvalidPath, InvalidTyped, KeyPath, Kind, Type, Typed};

#[test]
fn without_a_type_only_numbers_and_booleans_are_typed() {
    for (text, kind, wire) in [
        ("30", Kind::Int, "30"),
        ("-0", Kind::Int, "-0"),
        ("12345678901234567890", Kind::Int, "12345678901234567890"),
        ("1.10", Kind::Float, "1.10"),
        ("1e5", Kind::Float, "1e5"),
        ("-2.50E+07", Kind::Float, "-2.50E+07"),
        ("true", Kind::Bool, "true"),
        ("false", Kind::Bool, "false"),
    ] {
        let value = Typed::read(text, None).expect("a value");
        assert_eq!((value.kind(), value.wire().as_str(), value.text()), (kind, wire, wire), "{text}");
    }
    for text in [
        "",
        "007",
        "-007",
        "null",
        "yes",
        "True",
        "2026-01-01",
        "\"x\"",
        "[1]",
        "{}",
        "+1",
        ".5",
        "5.",
        "1e",
        "0x1",
        "1_000",
        " 1",
        "1 ",
        "-",
        "NaN",
        "Infinity",
        "1.e5",
        "١",
    ] {
        let value = Typed::read(text, None).expect("a value");
        assert_eq!((value.kind(), value.text()), (Kind::String, text));
        assert_eq!(value.wire(), serde_json::to_string(text).expect("JSON"));
    }
}

#[test]
fn a_type_is_forced_and_checked() {
    for (wanted, text, wire) in [
        (Type::String, "30", r#""30""#),
        (Type::String, "a\"b\n", r#""a\"b\n""#),
        (Type::Int, "30", "30"),
        (Type::Float, "30", "30"),
        (Type::Float, "1.10", "1.10"),
        (Type::Bool, "true", "true"),
        (Type::Json, " { \"b\" : [ 1.10 , null ],\n\"a\": \"\\u0041\\/\" } ", r#"{"b":[1.10,null],"a":"A/"}"#),
        (Type::Json, "5", "5"),
        (Type::Json, "\"x\"", "\"x\""),
        (Type::Duration, "30s", "\"30s\""),
        (Type::Duration, "1h 30m", "\"1h 30m\""),
        (Type::Bytes, "64KiB", "\"64KiB\""),
        (Type::Bytes, "10MB", "\"10MB\""),
        (Type::Bytes, "1.5 GiB", "\"1.5 GiB\""),
        (Type::List, "a, b,1", r#"["a","b","1"]"#),
        (Type::List, "[1, \"a\"]", r#"[1,"a"]"#),
        (Type::List, "", "[]"),
    ] {
        let value = Typed::read(text, Some(wanted)).unwrap_or_else(|error| panic!("{wanted} {text}: {error}"));
        assert_eq!(value.wire(), wire, "{wanted} {text}");
        assert_eq!(value.check(wanted), Ok(()), "{wanted} {text}");
    }
    for (wanted, text) in [
        (Type::Int, "007"),
        (Type::Int, "1.5"),
        (Type::Int, ""),
        (Type::Float, ".5"),
        (Type::Float, "NaN"),
        (Type::Bool, "yes"),
        (Type::Bool, "True"),
        (Type::Duration, "30"),
        (Type::Duration, "0"),
        (Type::Duration, "30 parsecs"),
        (Type::Duration, ""),
        (Type::Bytes, "64"),
        (Type::Bytes, "64K"),
        (Type::Bytes, "64kib"),
        (Type::Bytes, "-1B"),
        (Type::Bytes, "99999999PB"),
        (Type::Bytes, "1.B"),
        (Type::Bytes, "B"),
        (Type::List, "a,,b"),
        (Type::List, "a,"),
    ] {
        assert_eq!(Typed::read(text, Some(wanted)), Err(InvalidTyped::Not(wanted)), "{wanted} {text}");
    }
}

#[test]
fn what_is_no_json_is_told_with_its_place_and_without_its_text() {
    for (text, told) in [
        ("", "the text ends where a value is expected (line 1, column 1)"),
        ("{\"a\":1,\n \"a\":2}", "this key is there twice (line 2, column 2)"),
        ("[{\"é\":1,\"é\":2}]", "this key is there twice (line 1, column 9)"),
        ("[1,]", "(line 1, column 4)"),
        ("[1]\nx", "there is something behind the value (line 2, column 1)"),
        ("007", "(line 1, column 2)"),
        ("[\n \"\\ud800\"]", "(line 2, column 9)"),
        ("NaN", "a number has to be finite (line 1, column 1)"),
    ] {
        let error = Typed::from_wire(text.as_bytes()).expect_err(text).to_string();
        assert!(error.contains(told), "{text}: {error}");
    }
    assert_eq!(Typed::from_wire(b" null "), Err(InvalidTyped::Null));
    assert_eq!(Typed::read("null", Some(Type::Json)), Err(InvalidTyped::Null));
    let error = Typed::from_wire(b"\"\n\xff\"").expect_err("not UTF-8").to_string();
    assert!(error.ends_with("not UTF-8 (line 2, column 1)"), "{error}");
    let deep = |levels| format!("{}{}", "[".repeat(levels), "]".repeat(levels));
    assert!(Typed::from_wire(deep(100).as_bytes()).is_ok());
    for levels in [101, 1_000_000] {
        let error = Typed::from_wire(deep(levels).as_bytes()).expect_err("too deep").to_string();
        assert!(error.contains("more than 100 levels"), "{error}");
    }
}

#[test]
fn a_reader_gets_the_type_that_it_wants() {
    let value = |wire: &str| Typed::from_wire(wire.as_bytes()).expect("a value");
    for (wire, fits) in [
        ("\"x\"", &[Type::String, Type::Json][..]),
        ("\"30s\"", &[Type::String, Type::Json, Type::Duration]),
        ("\"64KiB\"", &[Type::String, Type::Json, Type::Bytes]),
        ("30", &[Type::Int, Type::Float, Type::Json]),
        ("1.5", &[Type::Float, Type::Json]),
        ("true", &[Type::Bool, Type::Json]),
        ("[1]", &[Type::Json, Type::List]),
        ("{\"a\":1}", &[Type::Json]),
    ] {
        for wanted in Type::ALL {
            assert_eq!(value(wire).check(wanted).is_ok(), fits.contains(&wanted), "{wire} as {wanted}");
        }
    }
    let told = |wire, wanted| value(wire).check(wanted).expect_err("another type").to_string();
    assert_eq!(told("\"x\"", Type::Int), "this is of type string, not int");
    assert_eq!(
        told("\"x\"", Type::Duration),
        "this is not of type duration: expected numbers with units, like 30s or 1h 30m"
    );
    assert!(Type::ALL.iter().all(|wanted| wanted.name().parse() == Ok(*wanted)));
}

#[test]
fn paths_have_plain_names() {
    for text in ["a", "a/b", "a b/c.d/..e", "größe/東京"] {
        assert_eq!(KeyPath::new(text).map(|path| path.as_str().to_owned()), Ok(text.to_owned()));
    }
    for (text, why) in [
        ("", InvalidPath::Empty),
        ("/a", InvalidPath::Empty),
        ("a/", InvalidPath::Empty),
        ("a//b", InvalidPath::Empty),
        ("a/./b", InvalidPath::Dots),
        ("..", InvalidPath::Dots),
        ("a\nb", InvalidPath::Control),
        ("a/\u{9b}", InvalidPath::Control),
    ] {
        assert_eq!(KeyPath::new(text), Err(why), "{text:?}");
    }
}

#[test]
fn a_program_gets_what_a_value_says() {
    let value = |wire: &str| Typed::from_wire(wire.as_bytes()).expect("a value");
    assert_eq!(value("\"x\"").as_str(), Ok("x"));
    assert_eq!(value("-30").as_int(), Ok(-30));
    assert_eq!(value("9223372036854775808").as_int(), Err(InvalidTyped::TooLarge(Type::Int)));
    assert_eq!((value("1.50").as_float(), value("30").as_float()), (Ok(1.5), Ok(30.0)));
    assert_eq!(value("1e999").as_float(), Err(InvalidTyped::TooLarge(Type::Float)));
    assert_eq!(value("true").as_bool(), Ok(true));
    for (text, seconds) in [("30s", 30), ("1h 30m", 5400), ("2min", 120)] {
        assert_eq!(value(&format!("\"{text}\"")).as_duration(), Ok(Duration::from_secs(seconds)), "{text}");
    }
    for (text, bytes) in [
        ("0B", 0),
        ("64KiB", 65_536),
        ("10MB", 10_000_000),
        ("1.5 GiB", 3 << 29),
        ("0.1kB", 100),
        ("1.0000000000000000000000009B", 1),
        ("16383.999999PiB", 18_446_744_072_583_651_709),
    ] {
        assert_eq!(value(&format!("\"{text}\"")).as_bytes(), Ok(bytes), "{text}");
    }
    for text in ["16384PiB", "18446744073709551616B"] {
        assert_eq!(value(&format!("\"{text}\"")).as_bytes(), Err(InvalidTyped::Not(Type::Bytes)), "{text}");
    }
    let list = value(r#"["a",1.10,null]"#).as_list().expect("a list");
    assert_eq!(list, [Some(value("\"a\"")), Some(value("1.10")), None]);
    let other = |kind, wanted| InvalidTyped::Other { kind, wanted };
    assert_eq!(value("30").as_str(), Err(other(Kind::Int, Type::String)));
    assert_eq!(value("1.0").as_int(), Err(other(Kind::Float, Type::Int)));
    assert_eq!(value("\"1\"").as_int(), Err(other(Kind::String, Type::Int)));
    assert_eq!(value("1").as_bool(), Err(other(Kind::Int, Type::Bool)));
    assert_eq!(value("30").as_duration(), Err(other(Kind::Int, Type::Duration)));
    assert_eq!(value("{}").as_list(), Err(other(Kind::Json, Type::List)));
}
