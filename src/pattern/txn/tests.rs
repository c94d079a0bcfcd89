//! Parsers take what printers write, and whatever else comes without a panic; what is sent for a comparison means the
//! same.

use proptest::prelude::*;

use super::words::{Cursor, Quoting};
use super::*;

/// A word as a shell takes it.
fn shell(bytes: &[u8]) -> Vec<u8> {
    let quoted = bytes.iter().flat_map(|&byte| if byte == b'\'' { b"'\\''".to_vec() } else { vec![byte] });
    [b"'".to_vec(), quoted.collect(), b"'".to_vec()].concat()
}

/// A word as Go's %q writes one, as far as etcdctl's splitting needs it.
fn go(bytes: &[u8]) -> Vec<u8> {
    let escaped = bytes.iter().flat_map(|&byte| match byte {
        b'"' => b"\\\"".to_vec(),
        b'\\' => b"\\\\".to_vec(),
        b'\n' => b"\\n".to_vec(),
        0x07 => b"\\a".to_vec(),
        b' '..=b'~' => vec![byte],
        _ if byte % 2 == 0 => format!("\\x{byte:02x}").into_bytes(),
        _ => format!("\\{byte:03o}").into_bytes(),
    });
    [b"\"".to_vec(), escaped.collect(), b"\"".to_vec()].concat()
}

fn print_compare(compare: &Compare, quote: fn(&[u8]) -> Vec<u8>) -> Vec<u8> {
    let (target, operand) = match &compare.operand {
        Operand::Value(value) => ("value", value.clone()),
        Operand::Version(number) => ("version", number.to_string().into_bytes()),
        Operand::Create(number) => ("create", number.to_string().into_bytes()),
        Operand::Mod(number) => ("mod", number.to_string().into_bytes()),
        Operand::Int(number) => ("int", number.to_string().into_bytes()),
        Operand::Lease(lease) => ("lease", lease.to_string().into_bytes()),
    };
    let operator = compare.operator.to_string();
    [target.as_bytes(), b"(", &quote(&compare.key), b") ", operator.as_bytes(), b" ", &quote(&operand)].concat()
}

fn print_op(op: &Op, quote: fn(&[u8]) -> Vec<u8>) -> Vec<u8> {
    let (name, mut flags, words): (_, String, Vec<&[u8]>) = match op {
        Op::Put { key, value, lease } => {
            ("put", lease.map(|lease| format!("--lease 0x{lease} ")).unwrap_or_default(), vec![key, value])
        }
        Op::Get { key, range } | Op::Delete { key, range } => {
            let name = if matches!(op, Op::Get { .. }) { "get" } else { "del" };
            match range {
                KeyRange::One => (name, String::new(), vec![key]),
                KeyRange::Prefix => (name, "--prefix ".to_owned(), vec![key]),
                KeyRange::FromKey => (name, "--from-key ".to_owned(), vec![key]),
                KeyRange::Until(end) => (name, String::new(), vec![key, end]),
            }
        }
        Op::Add { key, by } => return [b"add -- ", &quote(key)[..], b" ", by.to_string().as_bytes()].concat(),
    };
    flags.push_str("--");
    words.iter().fold(format!("{name} {flags}").into_bytes(), |line, word| [&line[..], b" ", &quote(word)].concat())
}

fn bytes() -> impl Strategy<Value = Vec<u8>> {
    prop_oneof![
        prop::collection::vec(any::<u8>(), 1..6),
        prop::collection::vec(prop::sample::select(&b"a/ '\"\\`)(=<>-@\n\0\xff"[..]), 1..8),
    ]
}

fn compare() -> impl Strategy<Value = Compare> {
    let operand = prop_oneof![
        bytes().prop_map(Operand::Value),
        any::<i64>().prop_map(Operand::Version),
        any::<i64>().prop_map(Operand::Create),
        any::<i64>().prop_map(Operand::Mod),
        any::<i64>().prop_map(Operand::Int),
        (0..=i64::MAX).prop_map(|id| Operand::Lease(crate::event::LeaseId(id))),
    ];
    (bytes(), prop::sample::select(&Operator::ALL[..]), operand).prop_map(|(key, operator, operand)| Compare {
        key,
        operator,
        operand,
    })
}

fn op() -> impl Strategy<Value = Op> {
    let range = || {
        prop_oneof![
            Just(KeyRange::One),
            Just(KeyRange::Prefix),
            Just(KeyRange::FromKey),
            bytes().prop_map(KeyRange::Until)
        ]
    };
    let lease = prop::option::of((1..=i64::MAX).prop_map(crate::event::LeaseId));
    prop_oneof![
        (bytes(), bytes(), lease).prop_map(|(key, value, lease)| Op::Put { key, value, lease }),
        (bytes(), range()).prop_map(|(key, range)| Op::Get { key, range }),
        (bytes(), range()).prop_map(|(key, range)| Op::Delete { key, range }),
        (bytes(), any::<i64>()).prop_map(|(key, by)| Op::Add { key, by }),
    ]
}

proptest! {
    #[test]
    fn comparisons_are_read_as_they_were_written(one in compare()) {
        prop_assert_eq!(parse_compare(&print_compare(&one, shell)), Ok(one.clone()));
        prop_assert_eq!(parse::compare(&print_compare(&one, go), Quoting::Go), Ok(one));
    }

    #[test]
    fn operations_are_read_as_they_were_written(one in op()) {
        prop_assert_eq!(parse_op(&print_op(&one, shell)), Ok(one.clone()));
        prop_assert_eq!(parse::op(&print_op(&one, go), Quoting::Etcdctl), Ok(one));
    }

    #[test]
    fn blocks_are_read_as_they_were_written(
        compares in prop::collection::vec(compare(), 0..4),
        then in prop::collection::vec(op(), 0..4),
        otherwise in prop::collection::vec(op(), 0..4),
    ) {
        let block = |lines: Vec<Vec<u8>>| lines.into_iter().map(|line| [&line[..], b"\n"].concat()).collect::<Vec<_>>().concat();
        let ops = |ops: &[Op]| block(ops.iter().map(|op| print_op(op, go)).collect());
        let first = block(compares.iter().map(|one| print_compare(one, go)).collect());
        let text = [first, ops(&then), ops(&otherwise)].join(&b'\n');
        prop_assert_eq!(parse_blocks(&text), Ok(Transaction { guards: Vec::new(), compares, then, otherwise }));
    }

    #[test]
    fn nothing_makes_a_parser_panic(input in prop_oneof![
        prop::collection::vec(any::<u8>(), 0..40),
        "(value|int|put|get|add|del|lease|version)?[ \\('\"`\\\\a/@=<>!~0x\\n\\)-]{0,24}".prop_map(String::into_bytes),
        "[\\[\\]{}:,\"a-z0-9 ]{0,40}".prop_map(String::into_bytes),
    ]) {
        let _ = (parse_compare(&input), parse_op(&input), parse_guard(&input), parse_blocks(&input), parse_json(&input));
        for quoting in [Quoting::Shell, Quoting::Go, Quoting::Etcdctl] {
            if let Err(malformed) = Cursor::new(&input, quoting).words() {
                prop_assert!((1..=input.len() + 1).contains(&malformed.at));
            }
        }
    }

    #[test]
    fn a_guard_is_taken_apart_at_the_last_at(name in "[a-z@/]{1,8}", fence in 1..i64::MAX) {
        let guard = parse_guard(format!("{name}@{fence}").as_bytes());
        prop_assert_eq!(guard.map(|guard| (guard.lock.to_string(), guard.fence)), Ok((name, fence)));
    }
}

#[test]
fn strings_of_go_are_read_as_go_reads_them() {
    let word = |text: &str| Cursor::new(text.as_bytes(), Quoting::Go).word(None).map(|word| word.bytes);
    for (text, meant) in [
        (r#""\a\b\f\n\r\t\v\\\"""#, &b"\x07\x08\x0c\n\r\t\x0b\\\""[..]),
        (r#""\x00\xff\377""#, b"\0\xff\xff"),
        (r#""\u00e4\U0001F600""#, "ä😀".as_bytes()),
        ("`a\\n\"b\r`", b"a\\n\"b"),
        (r#""""#, b""),
    ] {
        assert_eq!(word(text).as_deref(), Ok(meant), "{text}");
    }
    for bad in [r#"""#, r#""\"#, r#""\q""#, r#""\x1""#, r#""\400""#, r#""\ud800""#, r#""\'""#, r#""\x+1""#, "`", ""] {
        assert!(word(bad).is_err(), "{bad}");
    }
}

#[test]
fn words_are_split_as_a_shell_does() {
    let words = |text: &str| {
        let words = Cursor::new(text.as_bytes(), Quoting::Shell).words();
        words.map(|words| words.into_iter().map(|word| String::from_utf8(word.bytes).unwrap_or_default()).collect())
    };
    let meant: Vec<String> = ["a b", "", "c d", r"x\y", r#"e"f"#, "'"].map(str::to_owned).into();
    assert_eq!(words(r#"'a b' "" c\ d "x\y" e\"f "'" "#), Ok(meant));
    assert_eq!(words("  "), Ok(Vec::new()));
    for bad in ["'", "\"", "a\\", "\"\\\""] {
        assert!(words(bad).is_err(), "{bad}");
    }
}
